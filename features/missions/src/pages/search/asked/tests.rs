use proptest::prelude::*;

use super::{Asked, Sort};
use crate::{Workplace, shelf::Duration};

// R52, R64
#[test]
fn an_address_is_a_search_and_back() {
    let query = "q=audit+ISO&category=data&category=marketing&skill=C%2B%2B&workplace=hybrid&canton=VD&duration=long\
                 &experience=senior&payroll=yes&rate_from=800&sort=newest&page=2";

    let asked = Asked::parse(query);

    assert_eq!(asked.text, "audit ISO");
    assert_eq!(
        asked.categories,
        [profiles::Category::Data, profiles::Category::Marketing]
    );
    assert_eq!(asked.skills, ["C++"]);
    assert_eq!(asked.workplaces, [Workplace::Hybrid]);
    assert_eq!(asked.canton, Some(swiss::Canton::Vd));
    assert_eq!(asked.durations, [Duration::Long]);
    assert!(asked.payroll);
    assert_eq!(
        (asked.rate_from, asked.sort, asked.page),
        (Some(800), Sort::Newest, 2)
    );
    assert_eq!(asked.to_query(), query);
}

#[test]
fn what_cannot_be_read_is_no_filter() {
    let nothing = Asked::parse("");
    for query in [
        "category=gardening&workplace=moon&canton=ZZ&duration=ever&experience=&payroll=perhaps",
        "rate_from=-5&page=0&sort=best",
        "rate_from=a%20lot&page=99999999999999999999&unknown=1",
        "%&&==&q=%00&a[]=%F0%28",
        "skill=&q=+++",
    ] {
        assert_eq!(Asked::parse(query), nothing, "{query}");
    }
}

#[test]
fn a_filter_removed_leaves_the_others_and_the_first_page() {
    let asked = Asked::parse("q=audit&category=data&skill=SQL&rate_from=900&page=3");

    for (name, value) in asked.filters() {
        let fewer = asked.without(name, &value);
        assert_eq!(fewer.filters().len(), 2, "{name}");
        assert_eq!((fewer.text.as_str(), fewer.page), ("audit", 1));
    }
}

proptest! {
    #[test]
    fn no_address_is_an_error_and_each_has_one_form(query in "\\PC{0,200}") {
        let asked = Asked::parse(&query);
        prop_assert_eq!(Asked::parse(&asked.to_query()), asked);
    }

    #[test]
    fn long_addresses_are_bounded(skills in proptest::collection::vec("[a-z]{1,80}", 0..40), text in "\\PC{0,400}") {
        let pairs: Vec<(&str, &str)> = skills.iter().map(|skill| ("skill", skill.as_str())).chain([("q", text.as_str())]).collect();
        let asked = Asked::parse(&serde_html_form::to_string(pairs).unwrap_or_default());
        prop_assert!(asked.skills.len() <= 12);
        prop_assert!(asked.text.chars().count() <= 200);
    }
}
