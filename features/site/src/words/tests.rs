use i18n::Lang;

use super::{Document, Say, Words, words};

fn of_says(says: &'static [Say]) -> Vec<&'static str> {
    let texts = says.iter().flat_map(|say| match say {
        Say::Text(text) => std::slice::from_ref(text),
        Say::List(points) => points,
        Say::PayrollRate | Say::PayrollSite => &[],
    });
    texts.copied().collect()
}

fn of_document(document: &'static Document) -> Vec<&'static str> {
    let mut texts = vec![document.title, document.lead];
    for matter in document.matters {
        texts.push(matter.title);
        texts.extend(of_says(matter.says));
    }
    texts.extend(document.missing);
    texts
}

/// The sentences of help, legal pages and contact.
fn texts(w: &'static Words) -> Vec<&'static str> {
    let mut texts = vec![
        w.contact.lead,
        w.contact.sent_text,
        w.contact.email_hint,
        w.home.headline,
        w.home.proof_payroll,
        w.home.payroll_lead,
    ];
    let letter = &w.contact.letter;
    texts.extend([letter.heading, letter.read, letter.meanwhile, letter.reason]);
    for chapter in w.help.parts.iter().flat_map(|part| part.chapters) {
        texts.push(chapter.title);
        for one in chapter.questions {
            texts.push(one.question);
            texts.extend(of_says(one.answer));
        }
    }
    for document in [&w.legal.terms, &w.legal.privacy, &w.legal.imprint] {
        texts.extend(of_document(document));
    }
    let pairs = w.home.answers.iter().chain(&w.home.steps);
    for (question, answer) in pairs.chain(&w.home.payroll_facts) {
        texts.extend([question, answer]);
    }
    texts
}

#[test]
fn french_is_set_the_swiss_way() {
    for text in texts(words(Lang::Fr)) {
        for wrong in [" ;", " :", " ?", " »", "« ", "!", "'", "\"", "\u{202f}"] {
            assert!(!text.contains(wrong), "{wrong:?} in {text}");
        }
        let tight = text
            .match_indices([';', '?', '»'])
            .all(|(at, _)| text[..at].ends_with('\u{a0}'));
        assert!(tight, "a sign without its no-break space in {text}");
    }
}

#[test]
fn english_is_set_the_english_way() {
    for text in texts(words(Lang::En)) {
        for wrong in ["\u{a0}", "«", "!", "'", "\"", " ?", " :", " ;"] {
            assert!(!text.contains(wrong), "{wrong:?} in {text}");
        }
    }
}

#[test]
fn names_are_left_open_and_nothing_else() {
    for lang in Lang::ALL {
        for text in texts(words(lang)) {
            let names = ["{brand}", "{operator}", "{payroll}"];
            let rest = names
                .iter()
                .fold(text.to_owned(), |text, name| text.replace(name, ""));
            let somebodys = ["{", "JEM", "SPS", "Interiman"];
            assert!(somebodys.iter().all(|name| !rest.contains(name)), "{text}");
        }
    }
}
