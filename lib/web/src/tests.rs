//! Rules of forms and input, without a network.

use i18n::Lang;

use crate::{Faults, Text};

fn fault(check: impl FnOnce(&mut Faults)) -> Option<String> {
    let mut faults = Faults::new(Lang::Fr);
    check(&mut faults);
    faults.of("it").map(str::to_owned)
}

#[test]
fn a_text_is_counted_in_characters_and_cleaned() {
    let mut faults = Faults::new(Lang::Fr);
    assert_eq!(
        faults.text("it", "  Été\tà\u{a0}Genève ", Text::line(3, 20)),
        "Été à\u{a0}Genève"
    );
    assert_eq!(
        faults.text("it", "un\r\ndeux\rtrois", Text::prose(1, 20)),
        "un\ndeux\ntrois"
    );
    assert!(faults.is_empty());
    assert_eq!(
        fault(|f| drop(f.text("it", "   ", Text::line(1, 5)))).as_deref(),
        Some("Ce champ est à remplir.")
    );
    assert_eq!(
        fault(|f| drop(f.text("it", "ééééééé", Text::line(1, 5)))).as_deref(),
        Some("C’est 2 de trop : 5 caractères au plus.")
    );
    assert_eq!(
        fault(|f| drop(f.text("it", "ab", Text::line(5, 9)))).as_deref(),
        Some("Il manque 3 caractères.")
    );
    for hidden in ["a\0b", "a\u{202E}b", "a\u{7}b", "a\nb"] {
        assert!(
            fault(|f| drop(f.text("it", hidden, Text::line(1, 9)))).is_some(),
            "{hidden:?}"
        );
    }
}

#[test]
fn an_address_is_compared_in_lower_case_and_must_be_complete() {
    let mut faults = Faults::new(Lang::Fr);
    assert_eq!(faults.email("it", " Lea@Exemple.CH "), "lea@exemple.ch");
    assert!(faults.is_empty());
    for wrong in [
        "",
        "lea",
        "lea@",
        "@exemple.ch",
        "lea@exemple",
        "lea@exem ple.ch",
        "le,a@exemple.ch",
        "lea@@exemple.ch",
        "a\r\nBcc: x@y.ch",
    ] {
        assert!(fault(|f| drop(f.email("it", wrong))).is_some(), "{wrong:?}");
    }
}

#[test]
fn a_number_is_read_as_people_write_it() {
    let shown = |n: i64| Lang::Fr.chf(n);
    let mut faults = Faults::new(Lang::Fr);
    for written in ["1050", "1’050", "1'050", " 1 050 ", "1\u{202f}050"] {
        assert_eq!(
            faults.whole("it", written, 100..=5000, shown),
            1050,
            "{written:?}"
        );
    }
    assert!(faults.is_empty());
    assert_eq!(
        fault(|f| {
            f.whole("it", "99", 100..=5000, shown);
        })
        .as_deref(),
        Some("Le minimum est CHF\u{a0}100.")
    );
    assert_eq!(
        fault(|f| {
            f.whole("it", "99999999999999999999", 100..=5000, shown);
        })
        .as_deref(),
        Some("Le maximum est CHF\u{a0}5’000.")
    );
    for wrong in ["", "mille", "-5e3", "1,5"] {
        assert!(
            fault(|f| {
                f.whole("it", wrong, 100..=5000, shown);
            })
            .is_some(),
            "{wrong:?}"
        );
    }
}

#[test]
fn a_link_has_a_safe_scheme() {
    let mut faults = Faults::new(Lang::Fr);
    assert_eq!(faults.link("it", "atelier-brun.ch"), "https://atelier-brun.ch");
    assert_eq!(
        faults.link("it", "http://exemple.ch/a?b=c"),
        "http://exemple.ch/a?b=c"
    );
    assert_eq!(faults.link("it", ""), "");
    assert!(faults.is_empty());
    for wrong in [
        "javascript://x.y/%0aalert(1)",
        "data:text/html,x",
        "https://",
        "ftp://a.ch",
        "https://localhost",
    ] {
        assert!(fault(|f| drop(f.link("it", wrong))).is_some(), "{wrong:?}");
    }
}
