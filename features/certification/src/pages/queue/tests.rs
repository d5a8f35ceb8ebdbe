use chrono::TimeDelta;
use testing::person;
use uuid::Uuid;

use crate::{
    Planted, Standing, paths,
    rights::{COMPANY, FREELANCE},
    rules::{Paper, Permit},
    stage::{Stage, pdf, version},
};

testing::on_both_engines! {
    async fn who_waits_longest_comes_first_and_pages_go_on_from_there(engine) {
        let stage = Stage::build(engine).await;
        for n in 0..45_u128 {
            // Some arrive at the same moment.
            if n % 3 == 0 {
                stage.house.app.clock().advance(TimeDelta::minutes(7));
            }
            let name = format!("Nom{n:02}");
            stage.plant_this(Planted::freelance(Uuid::from_u128(n + 1), "Ada", &name, Standing::InReview)).await;
        }
        let mara = stage.house.member(&stage.mara);

        let mut seen = Vec::new();
        let mut address = paths::QUEUE.to_owned();
        let mut pages = 0;
        loop {
            let page = mara.get(&address).await;
            page.is(200).says("Freelances 45");
            let words = page.words();
            seen.extend(words.split("Ada Nom").skip(1).map(|rest| rest[..2].parse::<u128>()));
            pages += 1;
            match page.attribute("a[href*='after=']", "href") {
                Some(next) => address = next,
                None => break,
            }
        }

        assert_eq!(pages, 3);
        assert_eq!(seen, (0..45).map(Ok).collect::<Vec<_>>());
        mara.get(format!("{}?after=nonsense&tab=nonsense", paths::QUEUE)).await.is(200).says("Ada Nom00");
    }

    // R30, R31, R83
    async fn each_tab_holds_its_own(engine) {
        let stage = Stage::build(engine).await;
        let people = [
            ("Ana", Standing::Draft), ("Bea", Standing::ToContact), ("Cléo", Standing::InReview),
            ("Dana", Standing::Certified), ("Elsa", Standing::Refused),
        ];
        for (name, standing) in people {
            let account = person(FREELANCE, false, name).account;
            stage.plant_this(Planted::freelance(account, name, "Test", standing)).await;
        }
        stage.plant_firm(Standing::InReview).await;
        let mara = stage.house.member(&stage.mara);
        let shown = async |tab: &str| {
            let page = mara.get(paths::queue_tab(tab)).await;
            page.is(200).says("Freelances 1 Entreprises 1 À contacter 1 Traités");
            let names = ["Ana Test", "Bea Test", "Cléo Test", "Dana Test", "Elsa Test", "Atelier Brun"];
            names.into_iter().filter(|name| page.text().contains(name)).collect::<Vec<_>>()
        };

        assert_eq!(shown("freelances").await, ["Cléo Test"]);
        assert_eq!(shown("companies").await, ["Atelier Brun"]);
        assert_eq!(shown("to_contact").await, ["Bea Test"]);
        assert_eq!(shown("handled").await, ["Dana Test", "Elsa Test"]);
    }

    async fn a_dossier_shows_what_was_declared_and_the_document_asked_for(engine) {
        let stage = Stage::build(engine).await;
        let lea = stage.house.member(&stage.lea);
        let fields = crate::stage::GOOD;
        crate::stage::hand_in(&lea, &fields, &crate::stage::both(&pdf("", 0))).await.is(303);
        let mara = stage.house.member(&stage.mara);

        let page = mara.get(paths::dossier(stage.lea.account)).await;
        page.is(200).says("Léa Rochat").says("Permis B, séjour, jusqu’au 31 mars 2027").says("1006 Lausanne (VD)");
        page.says("l-a@example.test").says("Chaque lecture est notée");
        assert!(!page.has("figure img"), "no document is read unasked");

        // A picture is shown, a PDF is only saved.
        let picture = mara.get(paths::opened(stage.lea.account, Paper::Address)).await;
        assert!(picture.is(200).has("figure img[alt='Justificatif de domicile de Léa Rochat']"));
        let saved = mara.get(paths::opened(stage.lea.account, Paper::Permit)).await;
        assert!(!saved.is(200).has("figure img") && saved.has("figure a[download]"));
        saved.says("permis B.pdf");
    }

    async fn staff_are_warned(engine) {
        let stage = Stage::build(engine).await;
        let ended = Planted {
            permit: Some(Permit::L),
            valid_until: "2026-06-08".parse().ok(),
            ..Planted::freelance(stage.lea.account, "Léa", "Rochat", Standing::InReview)
        };
        stage.plant_this(ended).await;
        stage.plant_firm(Standing::InReview).await;
        let mara = stage.house.member(&stage.mara);
        mara.get(paths::dossier(stage.lea.account)).await.says("Le permis est échu.");
        let firm = mara.get(paths::dossier(stage.brun.account)).await;
        firm.says("CHE-116.281.710").hides("ont déclaré").hides("a déclaré le même");
        assert!(firm.has("a[href='https://www.uid.admin.ch/Detail.aspx?uid_id=CHE-116.281.710']"));

        if let Ok(uid) = swiss::Uid::parse("CHE-116.281.710") {
            stage.plant_this(Planted::company(Uuid::from_u128(5), "Faux Brun", uid, Standing::Refused)).await;
        }
        mara.get(paths::dossier(stage.brun.account)).await.says("Un autre compte a déclaré le même numéro.");
    }

    // I10: with all that a decision needs, from whoever is not staff, certified or not.
    async fn the_queue_and_its_dossiers_are_staffs_alone(engine) {
        let stage = Stage::build(engine).await;
        stage.plant(&stage.lea, Standing::InReview).await;
        let dossier = paths::dossier(stage.lea.account);
        for address in [paths::QUEUE, &dossier] {
            for member in [&stage.lea, &stage.noe, &stage.brun] {
                stage.house.member(member).get(address).await.is(404);
            }
            assert!(stage.house.visitor().get(address).await.location().starts_with("/sign-in"));
        }
        stage.plant_firm(Standing::Certified).await;
        let certified = [FREELANCE, COMPANY].map(|role| person(role, true, "Ada"));
        let outsiders = [&stage.lea, &stage.noe, &stage.brun, &certified[0], &certified[1]];
        let mara = stage.house.member(&stage.mara);
        for whose in [&stage.lea, &stage.brun] {
            let (before, seen) = (stage.dossier(whose).await, version(&mara, whose).await);
            let fields = [("version", seen.as_str()), ("ground", "profile"), ("message", "Non."), ("uid", "CHE-109.322.551")];
            for address in [paths::approval, paths::refusal, paths::contact, paths::number].map(|of| of(whose.account)) {
                for member in outsiders {
                    stage.house.member(member).post(&address, &fields).await.is(404);
                }
                stage.house.visitor().post(&address, &fields).await.is(403).says("Votre session est terminée");
            }
            assert_eq!(stage.dossier(whose).await, before);
        }
    }

    async fn what_is_no_dossier_is_not_found(engine) {
        let stage = Stage::build(engine).await;
        let draft = Planted::freelance(stage.lea.account, "Léa", "Rochat", Standing::Draft);
        stage.plant_this(draft).await;
        let mara = stage.house.member(&stage.mara);
        mara.get(paths::dossier(stage.lea.account)).await.is(404);
        mara.get(paths::dossier(Uuid::from_u128(9))).await.is(404);
        mara.get(format!("{}/nonsense", paths::QUEUE)).await.is(404);
        mara.get(paths::QUEUE).await.is(200).says("Personne n’attend ici.");
        mara.get(format!("{}?lang=en", paths::QUEUE)).await.says("Nobody is waiting here.");
    }
}
