//! What somebody looks for, as it stands in the address: a link is a search.

use search::{Direction, Filter, Query, Sort};
use swiss::Canton;

use crate::{Category, Level, paths, shelf, taxonomy, tongue::Tongue};

/// Results on a page.
pub(crate) const PER_PAGE: usize = 20;
/// Values of one filter that are read, and characters of a text.
const MOST_VALUES: usize = 30;
const MOST_CHARS: usize = 200;
/// CHF per day beyond which a bound says nothing.
const HIGHEST_RATE: i64 = 100_000;

/// What is looked for. Whatever cannot be read is no filter.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Wanted {
    pub text: String,
    pub categories: Vec<Category>,
    /// Values of the shelf.
    pub skills: Vec<String>,
    pub cantons: Vec<Canton>,
    pub levels: Vec<Level>,
    pub languages: Vec<Tongue>,
    pub payroll: bool,
    /// CHF per day.
    pub rate_from: Option<i64>,
    pub rate_to: Option<i64>,
    pub order: Order,
    /// From 1.
    pub page: usize,
}

/// The order of the results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Order {
    #[default]
    Relevance,
    Recent,
    RateUp,
    RateDown,
    Experience,
}

impl Order {
    pub(crate) const ALL: [Order; 5] = [
        Order::Relevance,
        Order::Recent,
        Order::RateUp,
        Order::RateDown,
        Order::Experience,
    ];

    pub(crate) const fn code(self) -> &'static str {
        match self {
            Order::Relevance => "relevance",
            Order::Recent => "recent",
            Order::RateUp => "rate",
            Order::RateDown => "rate-down",
            Order::Experience => "experience",
        }
    }

    fn parse(code: &str) -> Option<Order> {
        Order::ALL.into_iter().find(|order| order.code() == code)
    }

    const fn sort(self) -> Sort {
        match self {
            Order::Relevance => Sort::Relevance,
            Order::Recent => Sort::Number("updated", Direction::Descending),
            Order::RateUp => Sort::Number("rate", Direction::Ascending),
            Order::RateDown => Sort::Number("rate", Direction::Descending),
            Order::Experience => Sort::Number("experience", Direction::Descending),
        }
    }
}

impl Wanted {
    /// Reads the query of an address.
    pub(crate) fn read(query: &str) -> Wanted {
        let pairs: Vec<(String, String)> = serde_html_form::from_str(query).unwrap_or_default();
        let mut wanted = Wanted {
            page: 1,
            ..Wanted::default()
        };
        for (name, value) in &pairs {
            let value = value.trim();
            match name.as_str() {
                "q" => wanted.text = value.chars().take(MOST_CHARS).collect(),
                "category" => take(&mut wanted.categories, Category::parse(value)),
                "skill" => take(&mut wanted.skills, skill(value)),
                "canton" => take(&mut wanted.cantons, Canton::parse(value)),
                "level" => take(&mut wanted.levels, Level::parse(value)),
                "language" => take(&mut wanted.languages, Tongue::parse(value)),
                "payroll" => wanted.payroll = value == shelf::WELCOME,
                "rate_from" => wanted.rate_from = rate(value),
                "rate_to" => wanted.rate_to = rate(value),
                "sort" => wanted.order = Order::parse(value).unwrap_or_default(),
                "page" => wanted.page = value.parse().unwrap_or(1),
                _ => {}
            }
        }
        wanted
    }

    /// The address of this search.
    pub(crate) fn href(&self) -> String {
        let mut pairs: Vec<(&str, String)> = Vec::new();
        if !self.text.is_empty() {
            pairs.push(("q", self.text.clone()));
        }
        pairs.extend(
            self.categories
                .iter()
                .map(|one| ("category", one.code().to_owned())),
        );
        pairs.extend(self.skills.iter().map(|one| ("skill", one.clone())));
        pairs.extend(self.cantons.iter().map(|one| ("canton", one.code().to_owned())));
        pairs.extend(self.levels.iter().map(|one| ("level", one.code().to_owned())));
        pairs.extend(
            self.languages
                .iter()
                .map(|one| ("language", one.code().to_owned())),
        );
        pairs.extend(self.payroll.then(|| ("payroll", shelf::WELCOME.to_owned())));
        pairs.extend(self.rate_from.map(|rate| ("rate_from", rate.to_string())));
        pairs.extend(self.rate_to.map(|rate| ("rate_to", rate.to_string())));
        if self.order != Order::Relevance {
            pairs.push(("sort", self.order.code().to_owned()));
        }
        if self.page > 1 {
            pairs.push(("page", self.page.to_string()));
        }
        paths::freelances(&serde_html_form::to_string(&pairs).unwrap_or_default())
    }

    /// The same search, changed, from its first page.
    pub(crate) fn with(&self, change: impl FnOnce(&mut Wanted)) -> Wanted {
        let mut changed = Wanted {
            page: 1,
            ..self.clone()
        };
        change(&mut changed);
        changed
    }

    /// The text alone, in the order asked for.
    pub(crate) fn unfiltered(&self) -> Wanted {
        Wanted {
            text: self.text.clone(),
            order: self.order,
            page: 1,
            ..Wanted::default()
        }
    }

    /// The question to the shelf, for results from `offset` on.
    pub(crate) fn query(&self, offset: usize) -> Query {
        fn codes<T: Copy>(values: &[T], code: fn(T) -> &'static str) -> Vec<String> {
            values.iter().map(|value| code(*value).to_owned()).collect()
        }
        let payroll = self.payroll.then(|| shelf::WELCOME.to_owned());
        let mut levels = codes(&self.levels, Level::code);
        // A level typed is like its box ticked.
        let text = Level::asked_in(&self.text).map(|(level, rest)| {
            levels.push(level.code().to_owned());
            rest
        });
        let filters = [
            ("category", codes(&self.categories, Category::code)),
            ("skill", self.skills.clone()),
            ("canton", codes(&self.cantons, Canton::code)),
            ("level", levels),
            ("language", codes(&self.languages, Tongue::code)),
            ("payroll", payroll.into_iter().collect()),
        ];
        Query {
            text: text.unwrap_or_else(|| self.text.clone()),
            filters: filters.map(|(facet, any)| Filter { facet, any }).into(),
            ranges: vec![("rate", self.rate_from, self.rate_to)],
            sort: self.order.sort(),
            offset,
            limit: PER_PAGE,
            count: shelf::FREELANCES.facets.to_vec(),
        }
    }
}

fn take<T: PartialEq>(values: &mut Vec<T>, value: Option<T>) {
    if let Some(value) = value.filter(|value| values.len() < MOST_VALUES && !values.contains(value)) {
        values.push(value);
    }
}

fn skill(value: &str) -> Option<String> {
    let fits = !value.is_empty() && value.chars().count() <= MOST_CHARS;
    fits.then(|| crate::skill_value(value).to_owned())
}

fn rate(value: &str) -> Option<i64> {
    let digits: String = value
        .chars()
        .filter(|c| !" '’\u{a0}\u{202f}".contains(*c))
        .collect();
    digits
        .parse()
        .ok()
        .filter(|rate| (1..=HIGHEST_RATE).contains(rate))
}

/// Whether a skill is what was looked for: chosen as a filter, or named by the text or by a part of it.
pub(crate) fn is_hit(skill: &str, wanted: &Wanted) -> bool {
    let value = crate::skill_value(skill);
    let text = taxonomy::fold(&wanted.text);
    let name = taxonomy::fold(skill);
    let holds = |whole: &str, part: &str| format!(" {whole} ").contains(&format!(" {part} "));
    let named = !text.is_empty()
        && (taxonomy::is_same(skill, &wanted.text) || holds(&text, &name) || holds(&name, &text));
    named || wanted.skills.iter().any(|one| one == value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_what_is_wanted_and_back() {
        let query = "q=ux&category=data&category=legal&skill=Figma&canton=vd&level=senior&language=de\
                     &payroll=yes&rate_from=800&rate_to=1%E2%80%99200&sort=rate&page=3";
        let wanted = Wanted::read(query);
        assert_eq!(wanted.categories, [Category::Data, Category::Legal]);
        assert_eq!((wanted.rate_from, wanted.rate_to), (Some(800), Some(1200)));
        assert_eq!((wanted.order, wanted.page), (Order::RateUp, 3));
        let href = wanted.href();
        let (_, again) = href.split_once('?').unwrap_or_default();
        assert_eq!(Wanted::read(again), wanted);
        assert_eq!(Wanted::read("").href(), paths::FREELANCES);
    }

    #[test]
    fn what_cannot_be_read_is_no_filter() {
        let plain = Wanted::read("");
        for query in [
            "category=plumbing",
            "canton=XX&level=&language=tlh&sort=zzz",
            "rate_from=-5&rate_to=abc",
            "rate_from=99999999999999999999",
            "page=-1",
            "page=999999999999999999999999",
            "skill=",
            "%ff%fe=%zz&&&===",
            "q=%20%20",
            "a[b]=c",
        ] {
            assert_eq!(Wanted::read(query), plain, "{query}");
        }
        let many: String = (0..500).map(|n| format!("skill=s{n}&")).collect();
        assert_eq!(Wanted::read(&many).skills.len(), MOST_VALUES);
        assert_eq!(
            Wanted::read(&format!("q={}", "é".repeat(5_000)))
                .text
                .chars()
                .count(),
            MOST_CHARS
        );
    }

    #[test]
    fn a_skill_is_wanted_under_any_of_its_names() {
        assert_eq!(Wanted::read("skill=k8s").skills, ["Kubernetes"]);
        assert_eq!(
            Wanted::read("skill=User%20research").skills,
            ["Recherche utilisateur"]
        );
        for query in ["q=designer+figma", "q=FIGMA", "skill=figma"] {
            assert!(is_hit("Figma", &Wanted::read(query)), "{query}");
        }
        assert!(is_hit("UX design", &Wanted::read("q=ux")));
        assert!(!is_hit("Figma", &Wanted::read("")));
        assert!(!is_hit("Go", &Wanted::read("q=google")));
    }
}
