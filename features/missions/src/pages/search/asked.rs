//! What is asked of the search, read from an address and written to one. Nothing in an address is an
//! error: what cannot be read is no filter.

use profiles::{Category, Level};
use search::{Direction, Filter, Query, Sort as Order};
use swiss::Canton;

use crate::{
    Workplace, paths,
    shelf::{Duration, WISHED},
};

/// A search.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Asked {
    pub text: String,
    pub categories: Vec<Category>,
    /// Values of the shelf.
    pub skills: Vec<String>,
    pub workplaces: Vec<Workplace>,
    pub canton: Option<Canton>,
    pub durations: Vec<Duration>,
    pub experiences: Vec<Level>,
    pub payroll: bool,
    /// CHF per day at least.
    pub rate_from: Option<i64>,
    pub sort: Sort,
    /// From 1.
    pub page: usize,
}

/// The order of the results.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Sort {
    #[default]
    Relevance,
    Newest,
    Rate,
    Start,
}

impl Sort {
    pub(crate) const ALL: [Sort; 4] = [Sort::Relevance, Sort::Newest, Sort::Rate, Sort::Start];

    pub(crate) const fn code(self) -> &'static str {
        match self {
            Sort::Relevance => "relevance",
            Sort::Newest => "newest",
            Sort::Rate => "rate",
            Sort::Start => "start",
        }
    }

    const fn order(self) -> Order {
        match self {
            Sort::Relevance => Order::Relevance,
            Sort::Newest => Order::Number("published", Direction::Descending),
            Sort::Rate => Order::Number("rate", Direction::Descending),
            Sort::Start => Order::Number("start", Direction::Ascending),
        }
    }
}

/// At most so many characters of what was typed, and of a skill.
const LONGEST: usize = 200;
const LONGEST_SKILL: usize = 60;
/// At most so many skills are asked for at once.
const MOST_SKILLS: usize = 12;
/// Nobody turns to a later page.
const LAST_PAGE: usize = 100_000;
/// No rate is higher.
pub(crate) const HIGHEST_RATE: i64 = 100_000;

impl Asked {
    /// Reads the query of an address.
    pub(crate) fn parse(query: &str) -> Asked {
        let pairs: Vec<(String, String)> = serde_html_form::from_str(query).unwrap_or_default();
        let mut asked = Asked {
            page: 1,
            ..Asked::default()
        };
        for (name, value) in &pairs {
            asked.take(name, value.trim());
        }
        asked
    }

    fn take(&mut self, name: &str, value: &str) {
        match name {
            "q" => self.text = plain(value, LONGEST),
            "category" => add(&mut self.categories, Category::parse(value)),
            "skill" => {
                let skill = plain(value, LONGEST_SKILL);
                let taken = !skill.is_empty() && self.skills.len() < MOST_SKILLS;
                add(
                    &mut self.skills,
                    taken.then(|| profiles::skill_value(&skill).to_owned()),
                );
            }
            "workplace" => add(&mut self.workplaces, Workplace::parse(value)),
            "canton" => self.canton = Canton::ALL.into_iter().find(|canton| canton.code() == value),
            "duration" => {
                let duration = Duration::ALL.into_iter().find(|one| one.code() == value);
                add(&mut self.durations, duration);
            }
            "experience" => add(&mut self.experiences, Level::parse(value)),
            "payroll" => self.payroll = value == WISHED,
            "rate_from" => {
                self.rate_from = value
                    .parse()
                    .ok()
                    .filter(|rate| (1..=HIGHEST_RATE).contains(rate));
            }
            "sort" => {
                let sort = Sort::ALL.into_iter().find(|sort| sort.code() == value);
                self.sort = sort.unwrap_or_default();
            }
            "page" => {
                let page = value.parse().ok().filter(|page| (1..=LAST_PAGE).contains(page));
                self.page = page.unwrap_or(1);
            }
            _ => {}
        }
    }

    /// Writes it as the query of an address; empty when nothing is asked.
    pub(crate) fn to_query(&self) -> String {
        let mut pairs: Vec<(&str, String)> = Vec::new();
        if !self.text.is_empty() {
            pairs.push(("q", self.text.clone()));
        }
        pairs.extend(self.filters());
        if self.sort != Sort::default() {
            pairs.push(("sort", self.sort.code().to_owned()));
        }
        if self.page > 1 {
            pairs.push(("page", self.page.to_string()));
        }
        serde_html_form::to_string(pairs).unwrap_or_default()
    }

    /// The filters, each as its name and value in an address.
    pub(crate) fn filters(&self) -> Vec<(&'static str, String)> {
        let mut filters: Vec<(&'static str, String)> = Vec::new();
        let mut push = |name, value: &str| filters.push((name, value.to_owned()));
        self.categories
            .iter()
            .for_each(|one| push("category", one.code()));
        self.skills.iter().for_each(|one| push("skill", one));
        self.workplaces
            .iter()
            .for_each(|one| push("workplace", one.code()));
        self.canton.iter().for_each(|one| push("canton", one.code()));
        self.durations.iter().for_each(|one| push("duration", one.code()));
        self.experiences
            .iter()
            .for_each(|one| push("experience", one.code()));
        if self.payroll {
            push("payroll", WISHED);
        }
        if let Some(rate) = self.rate_from {
            push("rate_from", &rate.to_string());
        }
        filters
    }

    /// The address of another page of this search.
    pub(crate) fn href(&self, page: usize) -> String {
        let there = Asked { page, ..self.clone() };
        paths::search(&there.to_query())
    }

    /// The same search without one of its [`Asked::filters`], from the first page.
    pub(crate) fn without(&self, name: &str, value: &str) -> Asked {
        let mut asked = self.clone();
        asked.page = 1;
        match name {
            "category" => asked.categories.retain(|one| one.code() != value),
            "skill" => asked.skills.retain(|one| one != value),
            "workplace" => asked.workplaces.retain(|one| one.code() != value),
            "canton" => asked.canton = None,
            "duration" => asked.durations.retain(|one| one.code() != value),
            "experience" => asked.experiences.retain(|one| one.code() != value),
            "payroll" => asked.payroll = false,
            _ => asked.rate_from = None,
        }
        asked
    }

    /// The same in the words of the shelf: so many hits, without those of the pages before.
    pub(crate) fn query(&self, skip: usize, size: usize, count: &[&'static str]) -> Query {
        let filters = self.filters().into_iter();
        let filters = filters.filter(|(name, _)| *name != "rate_from");
        Query {
            text: self.text.clone(),
            filters: filters
                .map(|(facet, value)| Filter {
                    facet,
                    any: vec![value],
                })
                .collect(),
            ranges: self
                .rate_from
                .map(|from| ("rate", Some(from), None))
                .into_iter()
                .collect(),
            sort: self.sort.order(),
            offset: skip,
            limit: size,
            count: count.to_vec(),
        }
    }
}

fn add<T: PartialEq>(list: &mut Vec<T>, value: Option<T>) {
    if let Some(value) = value
        && !list.contains(&value)
    {
        list.push(value);
    }
}

/// What was typed, without control characters, cut where nobody types on.
fn plain(typed: &str, most: usize) -> String {
    typed
        .chars()
        .filter(|letter| !letter.is_control())
        .take(most)
        .collect()
}

#[cfg(test)]
mod tests;
