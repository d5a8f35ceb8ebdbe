#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use i18n::Lang;
use sea_orm::Iterable;

use super::letter;
use crate::{
    Ground, Standing,
    events::{Certified, Refused, Submitted},
    paths,
    stage::{GOOD, Stage, both, hand_in, pdf, version},
    words::News,
};

testing::on_both_engines! {
    async fn a_hand_in_is_confirmed_by_one_letter_to_the_person_alone(engine) {
        let stage = Stage::build(engine).await;
        let lea = stage.house.member(&stage.lea);

        hand_in(&lea, &GOOD, &both(&pdf("", 0))).await.is(303);
        hand_in(&lea, &GOOD, &[]).await.is(303);
        stage.house.settle().await;

        let letters = stage.house.letters_to(&stage.lea);
        assert_eq!(letters.len(), 1);
        assert_eq!(letters[0].subject, "Votre dossier est arrivé");
        assert!(letters[0].text.contains("http://example.test/certification"));
        // The desk counts for staff.
        assert_eq!(stage.house.letters().len(), 1);
    }

    // R19
    async fn a_refusal_is_told_with_ground_and_message(engine) {
        let stage = Stage::build(engine).await;
        stage.plant(&stage.lea, Standing::InReview).await;
        let mara = stage.house.member(&stage.mara);
        let seen = version(&mara, &stage.lea).await;
        let message = "Le <b>verso</b> manque.";
        let fields = [("version", seen.as_str()), ("ground", "documents"), ("message", message)];

        mara.post(paths::refusal(stage.lea.account), &fields).await.is(303);
        stage.house.settle().await;

        let letters = stage.house.letters_to(&stage.lea);
        assert_eq!(letters.len(), 1);
        assert!(letters[0].text.contains("Vos documents obligatoires ne sont pas à jour."));
        assert!(letters[0].text.contains(message));
        assert!(!letters[0].html.contains("<b>verso"));
        // What is written to a person stands in no event: those are kept for ever.
        let events = db::journal::all(stage.house.app.db().read(), "certification.refused").await.unwrap();
        assert!(!format!("{events:?}").contains("verso"), "{events:?}");
    }

    // A24: what was taken back was never refused; a company hands in no documents (R19, R83).
    async fn a_withdrawal_says_so_in_the_words_of_who_reads_it(engine) {
        let stage = Stage::build(engine).await;
        stage.plant(&stage.lea, Standing::Certified).await;
        stage.plant_firm(Standing::Certified).await;
        let mara = stage.house.member(&stage.mara);
        for member in [&stage.lea, &stage.brun] {
            let seen = version(&mara, member).await;
            let fields = [("version", seen.as_str()), ("ground", "documents"), ("message", "À revoir.")];
            mara.post(paths::refusal(member.account), &fields).await.is(303);
            mara.get(paths::QUEUE).await.says("est retirée");
        }
        stage.house.settle().await;

        for (member, hidden, ground) in [
            (&stage.lea, "Votre profil n’est plus visible", "Vos documents obligatoires ne sont pas à jour."),
            (&stage.brun, "Votre entreprise et vos missions ne sont plus visibles", "Votre numéro d’immatriculation n’est pas à jour."),
        ] {
            let letter = stage.house.letters_to(member).remove(0);
            assert_eq!(letter.subject, "Votre certification est retirée");
            assert!(letter.text.contains(hidden) && letter.text.contains(ground), "{}", letter.text);
            assert!(!letter.text.contains("refusée"), "{}", letter.text);
        }
        stage.house.member(&stage.brun).get(paths::CERTIFICATION).await.says("Votre numéro d’immatriculation n’est pas à jour");
    }

    // R32, R34: certified alone, nobody is found; the profile has to say something.
    async fn a_certified_freelance_is_told_what_makes_the_profile_found(engine) {
        let stage = Stage::build(engine).await;
        let app = &stage.house.app;
        let tx = app.begin().await.unwrap();
        for member in [&stage.lea, &stage.brun] {
            let (account, role) = (member.account, member.role.0.to_owned());
            app.record(&tx, &Certified { account, role }).await.unwrap();
        }
        tx.commit().await.unwrap();
        stage.house.settle().await;

        let lea = stage.house.letters_to(&stage.lea).remove(0);
        assert!(lea.text.contains("dès qu’il indique votre métier, votre secteur et votre ville"), "{}", lea.text);
        assert!(lea.text.contains("http://example.test/profile") && !lea.text.contains("maintenant visible"));
        let brun = stage.house.letters_to(&stage.brun).remove(0);
        assert!(brun.text.contains("publier votre première mission"), "{}", brun.text);
        assert!(brun.text.contains("http://example.test/dashboard"));
    }

    async fn letters_speak_the_language_of_the_person(engine) {
        let stage = Stage::build(engine).await;
        let mut brun = stage.brun.clone();
        brun.lang = Lang::En;
        stage.house.becomes(&brun);
        let (account, role) = (brun.account, brun.role.0.to_owned());
        let app = &stage.house.app;
        let tx = app.begin().await.unwrap();
        app.record(&tx, &Submitted { account, role: role.clone() }).await.unwrap();
        app.record(&tx, &Certified { account, role: role.clone() }).await.unwrap();
        app.record(&tx, &Refused { account, role, ground: "profile".to_owned(), withdrawn: false }).await.unwrap();
        tx.commit().await.unwrap();

        stage.house.settle().await;

        let letters = stage.house.letters_to(&brun);
        let mut subjects: Vec<_> = letters.iter().map(|letter| letter.subject.as_str()).collect();
        subjects.sort_unstable();
        assert_eq!(subjects, [
            "Your certification is refused",
            "Your company is certified on Place",
            "Your dossier has arrived",
        ]);
        let refused = letters.iter().find(|letter| letter.subject.contains("refused")).unwrap();
        assert!(refused.text.contains("Your company does not fit the platform."));
        assert!(!refused.text.contains("The message from our team"));
    }

    async fn every_letter_is_written_in_every_language(engine) {
        let stage = Stage::build(engine).await;
        for lang in Lang::ALL {
            for (company, withdrawn) in [(false, false), (false, true), (true, false), (true, true)] {
                let refused = Ground::iter().map(|ground| News::Refused {
                    company,
                    withdrawn,
                    ground: Some(ground),
                    message: "Bonjour".to_owned(),
                });
                let others = [News::Received { company }, News::Certified { company }];
                for news in refused.chain(others) {
                    let letter = letter(&stage.house.app, lang, &news);
                    let said = [&letter.subject, &letter.heading, &letter.preheader, &letter.reason];
                    assert!(said.iter().all(|text| !text.is_empty()), "{lang:?} {news:?}");
                    assert!(letter.blocks.len() >= 2, "{lang:?} {news:?}");
                }
            }
        }
    }
}
