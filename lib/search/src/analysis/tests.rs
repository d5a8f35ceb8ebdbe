#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::collections::HashSet;

use super::*;

/// Whether a question of this one word finds a document of this text, as the engine compares them.
fn finds(question: &str, text: &str) -> bool {
    let terms = Reader::default().terms(std::iter::once((0, text)));
    let known: HashSet<&str> = terms.keys().map(|term| term.trim_start_matches(STEM)).collect();
    let has = |word: &Word| {
        let mut exact = word.forms.iter().chain(&word.stems);
        let begins = |form: &String| word.open && terms.keys().any(|term| term.starts_with(form.as_str()));
        exact.any(|term| known.contains(term.as_str())) || word.forms.iter().any(begins)
    };
    asked(question)
        .iter()
        .all(|asked| asked.iter().any(|group| group.iter().all(has)))
}

#[test]
fn a_word_finds_its_relatives_in_four_languages() {
    let table = [
        ("comptabilite", "Comptabilités"),
        ("comptabilités", "la comptabilité analytique"),
        ("accessibilite", "l’accessibilité"),
        ("accessibilité", "L'ACCESSIBILITE"),
        ("développeuses", "Développeuse web"),
        ("developpeuse", "développeurs"),
        ("développeur", "développeuses"),
        ("directrice", "directeur"),
        ("informaticienne", "Informaticien"),
        ("infirmiere", "infirmiers"),
        ("Entwicklerinnen", "Entwickler"),
        ("Juristin", "Jurist"),
        ("Psychologin", "Psychologe"),
        ("Projekte", "Projekt"),
        ("Projekt", "Projekten"),
        ("Häuser", "Haus"),
        ("Beratungen", "Beratung"),
        ("Haendler", "Händler"),
        ("handler", "Händler"),
        ("Händler", "Haendler"),
        ("strasse", "Straße"),
        ("Grösse", "Größe"),
        ("oeuvre", "Œuvre"),
        ("testing", "tests"),
        ("accounting", "accounts"),
        ("APIs", "API"),
        ("api", "APIs"),
        ("sviluppatrice", "sviluppatore"),
        ("ragioniere", "ragioniera"),
        ("progetti", "progetto"),
        ("azienda", "dell'azienda"),
        ("università", "Universita"),
        ("client", "the client's needs"),
        ("ecole", "E\u{301}COLE"),
        ("office", "oﬃce"),
    ];
    for (question, text) in table {
        // A letter follows, so that the word is not open and has to match as a whole.
        assert!(
            finds(&format!("{question} x"), &format!("{text} x")),
            "{question} finds {text}"
        );
    }
}

#[test]
fn names_with_signs_are_words() {
    let table = [
        ("C++", "C++ et Rust", true),
        ("c++", "langage C", false),
        ("C", "langage C ici", true),
        ("C#", "C#/.NET", true),
        ("C#", "C++", false),
        (".net", "C#/.NET", true),
        (".net", "ASP.NET", true),
        (".NET", "salaire net", false),
        ("net", ".NET", true),
        ("asp.net", "ASP.NET Core", true),
        ("node.js", "NodeJS", true),
        ("nodejs", "Node.js", true),
        ("node", "Node.js", true),
        ("e-commerce", "ecommerce", true),
        ("ecommerce", "e-commerce", true),
        ("e-commerce", "l’e\u{2011}commerce", true),
        ("e-commerce", "commerce", false),
        ("R&D", "département R&D", true),
        ("CI/CD", "GitLab CI et CD", true),
        ("développeur·euse", "développeur", false),
        ("développeur", "développeur·euse", true),
        ("qu'est-ce", "est ce", true),
    ];
    for (question, text, expected) in table {
        assert_eq!(
            finds(&format!("{question} x"), &format!("{text} x")),
            expected,
            "{question} in {text}"
        );
    }
}

#[test]
fn strangers_stay_strangers() {
    for (question, text) in [
        ("Excel", "excellente"),
        ("data", "date"),
        ("Java", "JavaScript"),
        ("rust", "russe"),
    ] {
        assert!(
            !finds(&format!("{question} x"), &format!("{text} x")),
            "{question} does not find {text}"
        );
    }
}

#[test]
fn only_the_last_word_is_open() {
    let open: Vec<bool> = asked("compta e-comm")
        .iter()
        .map(|asked| asked[0].last().unwrap().open)
        .collect();
    assert_eq!(open, [false, true]);
    assert!(finds("node.j", "NodeJS"));
}

#[test]
fn little_words_are_asked_for_only_alone() {
    let words = |question| {
        asked(question)
            .iter()
            .map(|asked| asked[0][0].forms[0].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(words("le développeur de la banque"), ["developpeur", "banque"]);
    assert_eq!(words("für die IT"), ["it"]);
    assert_eq!(words("de la"), ["de", "la"]);
}

#[test]
fn a_question_is_bounded() {
    assert_eq!(asked(&"mot ".repeat(10_000)).len(), 12);
    assert_eq!(asked(&"x".repeat(10_000))[0][0][0].forms[0].len(), 64);
    assert!(asked(" \u{0}\u{7} 🙂👩‍💻 -- ''’ .+#").is_empty());
    assert!(asked("").is_empty());
}

#[test]
fn a_heavier_text_counts_more_and_repetition_a_little() {
    let terms = Reader::default().terms([(0, "rust rust go"), (2, "rust"), (1, "go go")].into_iter());
    assert_eq!((terms["rust"], terms["go"]), (5, 4));
}
