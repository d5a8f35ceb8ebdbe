use i18n::Lang;
use insta::assert_snapshot;
use sea_orm::Iterable;
use selection::events::Side;

use super::{Other, Told, words};
use crate::kinds::Kind;

fn told(side: Side, lang: Lang, named: bool) -> Told {
    let name = match side {
        Side::Freelance => "Atelier Brun",
        Side::Company => "Léa Rochat",
    };
    Told {
        side,
        other: if named {
            Other::named(name)
        } else {
            (words(lang).somebody)(side.other())
        },
        mission: named.then(|| "Refonte de l’espace client".to_owned()),
        until: "16 juin 2026".to_owned(),
        brand: "Place".to_owned(),
    }
}

/// Whether this is ever told to this side.
fn is_told(kind: Kind, side: Side) -> bool {
    match kind {
        Kind::Applied | Kind::Declined | Kind::MissionOnline => side == Side::Company,
        Kind::Chosen | Kind::OtherChosen | Kind::Rejected | Kind::MissionClosed => side == Side::Freelance,
        Kind::Proposal
        | Kind::ProposalSent
        | Kind::InDiscussion
        | Kind::Concluded
        | Kind::Certified
        | Kind::Refused
        | Kind::Withdrawn
        | Kind::Message => true,
    }
}

/// Every notice, with and without what the reader may not know.
fn notices(lang: Lang) -> String {
    let mut lines = Vec::new();
    for kind in Kind::iter() {
        for side in [Side::Freelance, Side::Company] {
            for named in [true, false] {
                let said = (words(lang).notice)(kind, &told(side, lang, named));
                if is_told(kind, side) {
                    lines.push(format!("{kind:?} to {side:?}: [{}]{}", said.strong, said.rest));
                }
            }
        }
    }
    lines.join("\n")
}

#[test]
fn every_notice_reads_well() {
    assert_snapshot!("notices_fr", notices(Lang::Fr));
    assert_snapshot!("notices_en", notices(Lang::En));
}

#[test]
fn what_has_a_letter_has_words_for_it_and_nothing_else_has() {
    for lang in Lang::ALL {
        for kind in Kind::iter() {
            for side in [Side::Freelance, Side::Company] {
                let text = (words(lang).letter)(kind, &told(side, lang, true));
                let complete = !text.subject.is_empty()
                    && !text.heading.is_empty()
                    && !text.before.is_empty()
                    && !text.button.is_empty();
                assert_eq!(complete, kind.has_letter(), "{kind:?} to {side:?}");
            }
        }
    }
}

#[test]
fn a_count_is_said_in_words() {
    let said = |lang| [0, 1, 2].map(words(lang).unread);
    assert_eq!(said(Lang::Fr), ["Tout est lu", "1 non lue", "2 non lues"]);
    assert_eq!(said(Lang::En), ["All read", "1 unread", "2 unread"]);
}
