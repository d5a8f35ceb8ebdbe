use std::collections::HashMap;

use insta::assert_snapshot;
use missions::{Facts, MissionId, MissionState, Workplace};
use profiles::{Category, CompanyId, FreelanceId};
use selection::CandidacyId;
use testing::{Engine, House, Setup};

use super::*;

fn pair() -> Pair {
    Pair {
        candidacy: CandidacyId(Uuid::from_u128(1)),
        mission: MissionId(Uuid::from_u128(2)),
        freelance: FreelanceId(Uuid::from_u128(3)),
        company: CompanyId(Uuid::from_u128(4)),
    }
}

fn mission(app: &App, pair: &Pair) -> MissionCard {
    MissionCard {
        held_since: None,
        id: pair.mission,
        company: pair.company,
        title: "Refonte de l’espace client".to_owned(),
        state: MissionState::Open,
        categories: vec![Category::Data],
        city: "Lausanne".to_owned(),
        skills: vec!["Figma".to_owned()],
        day_rate: Some(1050),
        facts: Facts {
            workplace: Some(Workplace::Hybrid),
            months: Some(6),
            activity: Some(80),
            start: None,
        },
        published_at: None,
        updated_at: app.now(),
    }
}

/// A letter in both languages, as the plain text of the mail says it.
fn both(letter: impl Fn(Lang) -> Letter) -> String {
    let written = Lang::ALL.map(|lang| {
        let letter = letter(lang);
        let before = &letter.preheader;
        format!("{}\n({before})\n\n{}", letter.subject, letter.text())
    });
    written.join("\n················\n\n")
}

/// Every letter that is ever sent.
const LETTERS: [(Kind, Side); 14] = [
    (Kind::Proposal, Side::Company),
    (Kind::Proposal, Side::Freelance),
    (Kind::ProposalSent, Side::Freelance),
    (Kind::ProposalSent, Side::Company),
    (Kind::InDiscussion, Side::Freelance),
    (Kind::InDiscussion, Side::Company),
    (Kind::Applied, Side::Company),
    (Kind::Chosen, Side::Freelance),
    (Kind::Concluded, Side::Freelance),
    (Kind::Concluded, Side::Company),
    (Kind::OtherChosen, Side::Freelance),
    (Kind::Rejected, Side::Freelance),
    (Kind::Declined, Side::Company),
    (Kind::MissionClosed, Side::Freelance),
];

fn snapshot(named: bool, prefix: &str, letters: &[(Kind, Side)]) {
    testing::run(async {
        let house = House::build(Engine::Sqlite, Setup::default()).await;
        let (app, pair) = (&house.app, pair());
        let names = [
            (pair.freelance.0, "Léa Rochat".to_owned()),
            (pair.company.0, "Atelier Brun".to_owned()),
        ];
        let deal = Deal {
            mission: named.then(|| mission(app, &pair)),
            names: if named {
                HashMap::from(names)
            } else {
                HashMap::new()
            },
            first_names: HashMap::from([(pair.freelance.0, "Léa".to_owned())]),
            said: Some((pair.company.0, "Votre parcours nous parle.".to_owned())),
            reason: named.then(|| "Nous cherchons quelqu’un sur place.\nBonne suite.".to_owned()),
            at: app.now(),
            pair: &pair,
        };
        for (kind, side) in letters {
            let name = format!("{prefix}{}_to_{side:?}", kind.code()).to_lowercase();
            assert_snapshot!(name, both(|lang| deal.letter(app, lang, *side, *kind)));
        }
        let name = format!("{prefix}chosen_reminder_to_freelance");
        assert_snapshot!(name, both(|lang| deal.reminder(app, lang)));
    });
}

// N1-N9, N11, R106, R109
#[test]
fn every_letter_reads_well_in_both_languages() {
    snapshot(true, "", &LETTERS);
}

#[test]
fn a_letter_reads_well_to_somebody_who_may_know_no_name() {
    snapshot(
        false,
        "unnamed_",
        &[
            (Kind::Proposal, Side::Freelance),
            (Kind::Declined, Side::Company),
            (Kind::Rejected, Side::Freelance),
        ],
    );
}
