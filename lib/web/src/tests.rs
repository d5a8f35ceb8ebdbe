//! Rules of forms and input, without a network.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use i18n::Lang;

use crate::{Faults, Network, Proxies, Text};

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
        Some("C’est 2 de trop\u{a0}: 5 caractères au plus.")
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
fn away_from_its_field_a_fault_names_it() {
    let labels = [("first", "Prénom"), ("which", "Laquelle\u{a0}?")];
    let lines = |lang| {
        let mut faults = Faults::new(lang);
        faults.text("first", "", Text::line(1, 5));
        faults.choice("which", "", |_| None::<()>);
        faults.add("", "En tout.");
        faults.add("other", "Ailleurs.");
        faults.lines(&labels).into_iter().map(|(_, line)| line).collect()
    };
    let french: Vec<String> = lines(Lang::Fr);
    assert_eq!(
        french,
        [
            "Prénom\u{a0}: Ce champ est à remplir.",
            "Laquelle\u{a0}? Choisissez une des réponses proposées.",
            "En tout.",
            "Ailleurs."
        ]
    );
    assert_eq!(lines(Lang::En)[0], "Prénom: Please fill this in.");
}

#[test]
fn an_address_is_compared_in_lower_case_and_must_be_complete() {
    let mut faults = Faults::new(Lang::Fr);
    assert_eq!(faults.email("it", " Lea@Exemple.CH "), "lea@exemple.ch");
    assert_eq!(faults.email("it", "o'neil+a@Zürich.ch"), "o'neil+a@zürich.ch");
    assert!(faults.is_empty());
    for wrong in [
        "lea@127.0.0.1",
        "",
        "lea",
        "lea@",
        "@exemple.ch",
        "lea@exemple",
        "lea@exem ple.ch",
        "le,a@exemple.ch",
        "lea@@exemple.ch",
        "\"lea\"@exemple.ch",
        "léa@exemple.ch",
        ".lea@exemple.ch",
        "lea@-exemple.ch",
        "lea@exemple..ch",
        "lea@exem_ple.ch",
        "lea@[IPv6:::1]",
        "a\r\nBcc: x@y.ch",
        // No letter could be sent there: the first is no name in ASCII, the second none at all.
        "x@xn--a.ch",
        "x@a٠b.ch",
    ] {
        assert!(fault(|f| drop(f.email("it", wrong))).is_some(), "{wrong:?}");
    }
}

#[test]
fn a_number_is_read_as_people_write_it() {
    let shown = |n: i64| Lang::Fr.chf(n);
    let mut faults = Faults::new(Lang::Fr);
    for written in ["1.050", "1050", "1’050", "1'050", " 1 050 ", "1\u{202f}050"] {
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
    for wrong in [
        "",
        "mille",
        "-5e3",
        "1,5",
        "1.5",
        "1050.50",
        "1’050.00",
        "1.05",
        ".100",
        "1..000",
        "1.050,5",
    ] {
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
        "https://exemple.ch@evil.ch/",
        "evil.ch\\@exemple.ch",
    ] {
        assert!(fault(|f| drop(f.link("it", wrong))).is_some(), "{wrong:?}");
    }
}

#[test]
fn a_text_that_shows_nothing_is_missing() {
    for blank in [
        "\u{200B}",
        " \u{2060}\u{AD} ",
        "\u{3164}",
        "\u{FE0F}\u{200D}",
        "\u{E0041}",
    ] {
        assert_eq!(
            fault(|f| drop(f.text("it", blank, Text::line(1, 9)))).as_deref(),
            Some("Ce champ est à remplir."),
            "{blank:?}"
        );
        let mut faults = Faults::new(Lang::Fr);
        assert_eq!(faults.text("it", blank, Text::line(1, 9).optional()), "");
        assert!(faults.is_empty());
    }
    // Joined emoji and words that may break stay as they are.
    let mut faults = Faults::new(Lang::Fr);
    for text in ["👩\u{200D}🌾", "auto\u{AD}mobile", "❤\u{FE0F}"] {
        assert_eq!(faults.text("it", text, Text::line(1, 20)), text);
    }
    assert!(faults.is_empty());
}

#[test]
fn a_day_is_one_that_exists() {
    let mut faults = Faults::new(Lang::Fr);
    for written in ["2026-08-01", " 1.8.2026 ", "01.08.2026"] {
        assert_eq!(
            faults.day("it", written).map(|day| day.to_string()).as_deref(),
            Some("2026-08-01")
        );
    }
    assert!(faults.is_empty());
    for wrong in [
        "",
        "2026-02-30",
        "31.4.2026",
        "1999-12-31",
        "2100-01-01",
        "demain",
        "2026-8",
        "8/1/2026",
    ] {
        assert!(
            fault(|f| {
                f.day("it", wrong);
            })
            .is_some(),
            "{wrong:?}"
        );
    }
}

#[test]
fn a_password_is_taken_as_typed() {
    let mut faults = Faults::new(Lang::Fr);
    assert_eq!(faults.secret("it", " é mot de passe ", 8, 64), " é mot de passe ");
    assert!(faults.is_empty());
    for wrong in ["", "court", &"x".repeat(65), "huit\0huit"] {
        assert!(
            fault(|f| drop(f.secret("it", wrong, 8, 64))).is_some(),
            "{wrong:?}"
        );
    }
}

#[test]
fn a_block_of_addresses_holds_its_own_and_no_others() {
    let holds = |block: &str, address: &str| {
        let network: Network = block.parse().unwrap();
        Proxies(vec![network]).include(address.parse().unwrap())
    };
    for (block, address) in [
        ("10.0.0.0/8", "10.255.255.255"),
        ("192.0.2.7", "192.0.2.7"),
        ("192.0.2.128/25", "192.0.2.200"),
        ("0.0.0.0/0", "8.8.8.8"),
        ("::/0", "2001:db8::1"),
        ("::1", "::1"),
        ("fd00::/8", "fdff::1"),
    ] {
        assert!(holds(block, address), "{address} is in {block}");
    }
    for (block, address) in [
        ("10.0.0.0/8", "11.0.0.0"),
        ("192.0.2.7", "192.0.2.8"),
        ("192.0.2.128/25", "192.0.2.127"),
        ("0.0.0.0/0", "2001:db8::1"),
        ("::/0", "8.8.8.8"),
        ("::1", "::2"),
        ("fd00::/8", "fe00::1"),
    ] {
        assert!(!holds(block, address), "{address} is not in {block}");
    }
    for wrong in [
        "",
        "10.0.0.0/33",
        "::/129",
        "10.0.0/8",
        "10.0.0.0/-1",
        "10.0.0.0/x",
        "proxy",
    ] {
        assert!(wrong.parse::<Network>().is_err(), "{wrong:?}");
    }
}
