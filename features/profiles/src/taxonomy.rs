//! Skills people know by name: canonical labels in French and English, and what else they are called.
//! `data/README.md` tells where they come from.

use std::{collections::HashMap, sync::LazyLock};

use i18n::Lang;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The four groups of R25 are these three and the languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Techniques.
    Technical,
    /// Transversales.
    Transversal,
    /// Outils.
    Tool,
}

/// A skill of the list.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Skill {
    pub kind: Kind,
    fr: &'static str,
    en: &'static str,
    /// Other names, in any language, between bars.
    others: &'static str,
}

impl Skill {
    /// Its name.
    pub(crate) fn label(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Fr => self.fr,
            Lang::En => self.en,
        }
    }

    /// Every name it goes by.
    pub(crate) fn names(&self) -> impl Iterator<Item = &'static str> {
        let others = self.others.split('|').filter(|other| !other.is_empty());
        [self.fr, self.en].into_iter().chain(others)
    }
}

struct Taxonomy {
    skills: Vec<Skill>,
    /// Folded name → place in `skills`; the first to bear a name keeps it.
    names: HashMap<String, usize>,
    /// The same, sorted, to look for beginnings.
    sorted: Vec<(String, usize)>,
}

static TAXONOMY: LazyLock<Taxonomy> = LazyLock::new(|| read(include_str!("../data/skills.tsv")));

fn read(table: &'static str) -> Taxonomy {
    let skills: Vec<Skill> = table.lines().filter_map(skill).collect();
    let mut names = HashMap::new();
    for (place, skill) in skills.iter().enumerate() {
        for name in skill.names() {
            names.entry(fold(name)).or_insert(place);
        }
    }
    let mut sorted: Vec<(String, usize)> = names.iter().map(|(name, place)| (name.clone(), *place)).collect();
    sorted.sort_unstable();
    Taxonomy {
        skills,
        names,
        sorted,
    }
}

/// Kind, French, English (empty when it is the same), other names.
fn skill(line: &'static str) -> Option<Skill> {
    let mut cells = line.split('\t');
    let kind = match cells.next()? {
        "s" => Kind::Transversal,
        "o" => Kind::Tool,
        _ => Kind::Technical,
    };
    let (fr, en) = (cells.next()?, cells.next()?);
    Some(Skill {
        kind,
        fr,
        en: if en.is_empty() { fr } else { en },
        others: cells.next().unwrap_or_default(),
    })
}

/// The skill that goes by this name, accents, capitals and hyphens apart.
pub(crate) fn find(name: &str) -> Option<&'static Skill> {
    let place = TAXONOMY.names.get(&fold(name))?;
    TAXONOMY.skills.get(*place)
}

/// The name a skill is known under: its label as typed, in either language; for any other name, its
/// label in `lang`.
pub(crate) fn canonical(name: &str, lang: Lang) -> Option<&'static str> {
    let skill = find(name)?;
    let folded = fold(name);
    let own = [lang, Lang::Fr, Lang::En].map(|lang| skill.label(lang));
    let typed = own.into_iter().find(|label| fold(label) == folded);
    Some(typed.unwrap_or(skill.label(lang)))
}

/// Whether two names mean one skill.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    match (find(one), find(other)) {
        (Some(one), Some(other)) => one == other,
        _ => fold(one) == fold(other),
    }
}

/// Labels of skills with a name that begins as typed, then of those with such a later word; the more
/// usual ones, which stand first in the list, before others.
pub(crate) fn suggest(typed: &str, lang: Lang, limit: usize) -> Vec<&'static str> {
    let typed = fold(typed);
    if typed.is_empty() {
        return Vec::new();
    }
    let sorted = &TAXONOMY.sorted;
    let from = sorted.partition_point(|(name, _)| *name < typed);
    let mut begins: Vec<usize> = sorted
        .iter()
        .skip(from)
        .take_while(|(name, _)| name.starts_with(&typed))
        .map(|(_, place)| *place)
        .collect();
    begins.sort_unstable();
    let inside = format!(" {typed}");
    let later = TAXONOMY.names.iter().filter(|(name, _)| name.contains(&inside));
    let mut later: Vec<usize> = later.map(|(_, place)| *place).collect();
    later.sort_unstable();
    let mut labels = Vec::new();
    for skill in begins
        .into_iter()
        .chain(later)
        .filter_map(|place| TAXONOMY.skills.get(place))
    {
        if labels.len() == limit {
            break;
        }
        let label = skill.label(lang);
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    labels
}

/// The usual skills, for a list to begin with.
pub(crate) fn usual(lang: Lang, limit: usize) -> Vec<&'static str> {
    let labels = TAXONOMY.skills.iter().map(|skill| skill.label(lang));
    labels.take(limit).collect()
}

/// What two spellings of one name share: small letters without accents, words apart by one space.
pub(crate) fn fold(name: &str) -> String {
    let plain: String = name
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if matches!(c, '-' | '’' | '\'') { ' ' } else { c })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_skill_with_a_name_of_its_own() {
        let skills = &TAXONOMY.skills;
        assert!(skills.len() > 1_500);
        for skill in skills {
            assert!(!skill.fr.is_empty() && !skill.en.is_empty(), "{skill:?}");
            assert_eq!(find(skill.fr), Some(skill), "{} means another skill", skill.fr);
        }
    }

    #[test]
    fn a_skill_is_known_by_any_of_its_names_without_accents() {
        for name in ["k8s", "KUBERNETES", "Kubernetes "] {
            assert_eq!(find(name).map(|skill| skill.label(Lang::Fr)), Some("Kubernetes"));
        }
        for name in ["accessibilite numerique", "a11y", "Accessibility"] {
            assert_eq!(
                find(name).map(|skill| skill.label(Lang::Fr)),
                Some("Accessibilité")
            );
        }
        assert_eq!(find("tissage de raphia"), None);
        assert_eq!(find(""), None);
    }

    #[test]
    fn suggestions_begin_as_typed_and_speak_the_readers_language() {
        assert_eq!(suggest("recherche util", Lang::Fr, 3), ["Recherche utilisateur"]);
        assert_eq!(suggest("recherche util", Lang::En, 3), ["User research"]);
        assert!(suggest("util", Lang::Fr, 40).contains(&"Recherche utilisateur"));
        assert_eq!(suggest("a", Lang::Fr, 4).len(), 4);
        for nothing in ["", "  ", "'", "\0", "zzzzzz", "(((", "%"] {
            assert!(suggest(nothing, Lang::Fr, 5).is_empty(), "{nothing:?}");
        }
    }
}
