//! The tools below the rooms speak no word of the trade: whoever reads them need not know what the house sells.

use super::rust::{Kind, tokens};
use super::{Breach, Source, html, lines_of, obeyed};

/// Words that begin so belong to the marketplace.
const TRADE: &[&str] = &[
    "freelance",
    "mission",
    "candidac",
    "company",
    "companies",
    "certif",
    "recruit",
    "payroll",
    "jem",
];
/// The certificates of TLS are no certification.
const NOT_OURS: &[&str] = &["certificate", "certificates"];
/// Environment variables carry the product's name, so that they meet no others.
const VARIABLES: &str = "JEM_";

fn trade_word(source: &Source) -> Vec<Breach> {
    if !source.is_in(&["lib/"]) {
        return Vec::new();
    }
    let found = |line: usize, text: &str| {
        let word = words(&text.replace(VARIABLES, ""))
            .into_iter()
            .find(|word| is_of_the_trade(word))?;
        Some(source.breach(line, format!("the word “{word}”")))
    };
    if source.ends(&[".rs"]) {
        let spoken = tokens(&source.text);
        return spoken
            .iter()
            .filter(|t| t.kind != Kind::Mark)
            .filter_map(|t| found(t.line, &t.text))
            .collect();
    }
    if source.ends(&[".css", ".js"]) {
        let lines = (1..).zip(source.text.lines());
        return lines.filter_map(|(line, text)| found(line, text)).collect();
    }
    if source.ends(&[".html"]) {
        let tags = html::pieces(&source.text)
            .into_iter()
            .flat_map(|piece| match piece {
                html::Piece::Tag(tag) => tag.attributes,
                html::Piece::Text { .. } => Vec::new(),
            });
        return tags
            .filter_map(|attribute| found(attribute.line, &attribute.value))
            .collect();
    }
    Vec::new()
}

fn is_of_the_trade(word: &str) -> bool {
    TRADE.iter().any(|start| word.starts_with(start)) && !NOT_OURS.contains(&word)
}

/// The words of `snake_case`, `CamelCase` and plain sentences, in lower case.
fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut after_small = false;
    for char in text.chars() {
        if !char.is_alphabetic() || (char.is_uppercase() && after_small) {
            words.push(String::new());
        }
        if char.is_alphabetic()
            && let Some(word) = words.last_mut()
        {
            word.extend(char.to_lowercase());
        }
        after_small = char.is_lowercase();
    }
    words
}

#[test]
fn lib_knows_no_word_of_the_marketplace() {
    obeyed(
        "Say it in general terms (“account”, “record”, “shelf”), take the word as an argument, or move the code \
         up into the room that owns it.",
        trade_word,
    );
}

#[test]
fn words_of_the_trade_are_found_in_names_and_sentences_but_not_inside_other_words() {
    let code = "fn submission(permission: X) {}\nstruct CompanyId;\nlet name = \"the mission\";\n// a company\nlet open_missions = 1;\n\
                const A: &str = \"JEM_TEST_POSTGRES\";\nlet certificate = 2;\nlet b = \"__Host-jem\";";

    assert_eq!(lines_of(trade_word, "lib/web/src/a.rs", code), [2, 3, 5, 8]);
    assert!(lines_of(trade_word, "features/site/src/a.rs", code).is_empty());
    let style = ".list { gap: 0 } /* permissions */\n[value=\"freelance\"] { gap: 0 }";
    assert_eq!(lines_of(trade_word, "lib/web/assets/css/a.css", style), [2]);
}
