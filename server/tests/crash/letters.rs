//! The letters that `jem serve` wrote into its folder, read back.

use std::path::Path;

use base64::{Engine, prelude::BASE64_STANDARD};
use uuid::Uuid;

/// What may be told of a candidacy (the table of `spec/selection.md`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Told {
    /// N1: somebody is interested.
    Proposal,
    /// The receipt for one's own interest.
    Receipt,
    /// N3.
    InDiscussion,
    /// N4.
    Applied,
    /// N5.
    Chosen,
    /// N6.
    Concluded,
    /// N7.
    OtherChosen,
}

/// One letter.
pub struct Letter {
    /// The address it went to, as its head says it.
    pub to: String,
    subject: String,
    /// The candidacy that its link leads to, where it leads to one.
    pub about: Option<Uuid>,
}

impl Letter {
    /// What it tells of a candidacy, if it does.
    pub fn tells(&self) -> Option<Told> {
        let kinds = [
            ("Proposition reçue", Told::Proposal),
            ("Proposition envoyée", Told::Receipt),
            ("En cours de discussion", Told::InDiscussion),
            (" a postulé", Told::Applied),
            ("Vous êtes choisi", Told::Chosen),
            ("Mission validée", Told::Concluded),
            ("Candidat choisi", Told::Concluded),
            ("Un autre profil a été choisi", Told::OtherChosen),
        ];
        // Encoded words do not say which spaces were theirs.
        let subject = closed_up(&self.subject);
        let found = kinds
            .into_iter()
            .find(|(words, _)| subject.contains(&closed_up(words)));
        found.map(|(_, told)| told)
    }
}

fn closed_up(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// All letters in `folder`.
pub fn letters(folder: &Path) -> Vec<Letter> {
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path());
    let letters = files.filter(|path| path.extension().is_some_and(|kind| kind == "eml"));
    letters.map(|path| read(&std::fs::read(path).unwrap())).collect()
}

fn read(bytes: &[u8]) -> Letter {
    let text = String::from_utf8_lossy(bytes);
    // Heads and quoted-printable bodies are folded.
    let flat = text.replace("\r\n ", " ").replace("=\r\n", "");
    let head = |name: &str| {
        flat.lines()
            .find_map(|line| line.strip_prefix(name))
            .unwrap_or_default()
    };
    let about = flat
        .split("/messages/")
        .nth(1)
        .and_then(|rest| rest.get(..36)?.parse().ok());
    Letter {
        to: head("To: ").to_owned(),
        subject: decoded(head("Subject: ")),
        about,
    }
}

/// A head of plain and encoded words (RFC 2047), as a person reads it.
fn decoded(head: &str) -> String {
    let words = head.split(' ').map(|word| {
        let encoded = word
            .strip_prefix("=?utf-8?b?")
            .and_then(|rest| rest.strip_suffix("?="));
        encoded.map_or_else(
            || format!(" {word}").into_bytes(),
            |encoded| BASE64_STANDARD.decode(encoded).unwrap(),
        )
    });
    String::from_utf8_lossy(&words.collect::<Vec<_>>().concat()).into_owned()
}
