#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use testing::tokio;

use crate::{
    Ground, Planted, Standing, paths,
    rules::Permit,
    stage::{CERTIFIED_ONLY, GOOD, Stage, hand_in, version},
};

const MESSAGE: &str = "Le verso manque.\nMerci d’envoyer les deux côtés.";

testing::on_both_engines! {
    // R30, R33: felt on the next request.
    async fn staff_certify_and_the_account_may_do_more_at_once(engine) {
        let stage = Stage::build(engine).await;
        stage.plant(&stage.lea, Standing::InReview).await;
        let (lea, mara) = (stage.house.member(&stage.lea), stage.house.member(&stage.mara));
        lea.get(CERTIFIED_ONLY).await.is(403).says("réservée aux membres certifiés");
        let seen = version(&mara, &stage.lea).await;

        let done = mara.post(paths::approval(stage.lea.account), &[("version", &seen)]).await;

        assert_eq!(done.location(), paths::queue_tab("freelances"));
        mara.get(paths::QUEUE).await.says("Le profil de Léa Rochat est certifié.");
        let mut certified = stage.lea.clone();
        certified.cleared = true;
        stage.house.becomes(&certified);
        assert_eq!(lea.get(CERTIFIED_ONLY).await.location(), "/in");
        assert!(crate::is_certified(stage.house.app.db().read(), stage.lea.account).await.unwrap());
        assert_eq!(stage.events("certification.certified").await, 1);
        assert_eq!(crate::waiting(stage.house.app.db().read()).await.unwrap(), 0);
    }

    // R19
    async fn staff_refuse_with_a_ground_and_the_person_reads_it(engine) {
        let stage = Stage::build(engine).await;
        stage.plant(&stage.lea, Standing::InReview).await;
        let mara = stage.house.member(&stage.mara);
        let seen = version(&mara, &stage.lea).await;
        let fields = [("version", seen.as_str()), ("ground", "documents"), ("message", MESSAGE)];

        mara.post(paths::refusal(stage.lea.account), &fields).await.is(303);

        let dossier = stage.dossier(&stage.lea).await.unwrap();
        assert_eq!((dossier.standing, dossier.ground), (Standing::Refused, Some(Ground::Documents)));
        assert_eq!(dossier.message, MESSAGE);
        let page = stage.house.member(&stage.lea).get(paths::CERTIFICATION).await;
        page.says("Vos documents obligatoires ne sont pas à jour").says("Le verso manque.").says("Notre équipe, le 9 juin 2026");
        mara.get(paths::dossier(stage.lea.account)).await.is(200).says("Le verso manque.");
    }

    async fn a_refusal_without_ground_or_message_comes_back(engine) {
        let stage = Stage::build(engine).await;
        stage.plant(&stage.lea, Standing::InReview).await;
        let mara = stage.house.member(&stage.mara);
        let seen = version(&mara, &stage.lea).await;
        let long = "a".repeat(100_000);
        for (ground, message, sentence) in [
            ("", MESSAGE, "Choisissez une des réponses"),
            ("other", MESSAGE, "Choisissez une des réponses"),
            ("profile", "  ", "Ce champ est à remplir."),
            ("profile", "a\u{7}b", "caractère invisible"),
            ("profile", &long, "2’000 caractères au plus"),
        ] {
            let fields = [("version", seen.as_str()), ("ground", ground), ("message", message)];
            let answer = mara.post(paths::refusal(stage.lea.account), &fields).await;
            answer.is(422).says(sentence);
            assert!(answer.has("details[open] textarea"));
        }
        let fields = [("version", seen.as_str()), ("ground", ""), ("message", "<b>Bonjour</b>")];
        mara.post(paths::refusal(stage.lea.account), &fields).await.is(422).says("<b>Bonjour</b>").hides("<b>Bonjour");
        assert_eq!(stage.standing(&stage.lea).await, Standing::InReview);
    }

    // A24
    async fn staff_may_withdraw_a_certification(engine) {
        let stage = Stage::build(engine).await;
        stage.plant(&stage.lea, Standing::Certified).await;
        let mara = stage.house.member(&stage.mara);
        let mut certified = stage.lea.clone();
        certified.cleared = true;
        let lea = stage.house.member(&certified);
        lea.get(CERTIFIED_ONLY).await.is(303);
        let page = mara.get(paths::dossier(stage.lea.account)).await;
        page.says("Retirer la certification");
        assert!(!page.has(&format!("form[action='{}']", paths::approval(stage.lea.account))));
        let seen = version(&mara, &stage.lea).await;
        let fields = [("version", seen.as_str()), ("ground", "profile"), ("message", MESSAGE)];

        let done = mara.post(paths::refusal(stage.lea.account), &fields).await;

        assert_eq!(done.location(), paths::queue_tab("handled"));
        assert_eq!(stage.standing(&stage.lea).await, Standing::Refused);
        assert_eq!(stage.events("certification.refused").await, 1);
        stage.house.becomes(&stage.lea);
        lea.get(CERTIFIED_ONLY).await.is(403);
    }

    // R117: certified or not, the company itself cannot; staff can, by the same rules.
    async fn staff_correct_the_number_of_a_certified_company(engine) {
        let stage = Stage::build(engine).await;
        stage.plant_firm(Standing::Certified).await;
        let mara = stage.house.member(&stage.mara);
        let seen = version(&mara, &stage.brun).await;
        let address = paths::number(stage.brun.account);
        for (typed, sentence) in [
            ("", "Ce champ est à remplir."),
            ("CHE-116.281.711", "Ce numéro n’existe pas"),
            ("<b>", "n’est pas un chiffre"),
        ] {
            let answer = mara.post(&address, &[("version", &seen), ("uid", typed)]).await;
            answer.is(422).says(sentence);
            assert_eq!(answer.attribute("details[open] input[name=uid]", "value").as_deref(), Some(typed));
        }

        let fields = [("version", seen.as_str()), ("uid", "che 109 322 551 mwst")];
        mara.post(&address, &fields).await.is(303);

        let dossier = stage.dossier(&stage.brun).await.unwrap();
        assert_eq!((dossier.uid.as_str(), dossier.standing), ("CHE-109.322.551", Standing::Certified));
        mara.get(paths::dossier(stage.brun.account)).await.is(200)
            .says("Le numéro d’Atelier Brun est maintenant CHE-109.322.551.").says("Numéro IDE CHE-109.322.551");
        assert_eq!(stage.events("certification.number_corrected").await, 1);
        // Seen before, and overtaken by now.
        mara.post(&address, &fields).await.is(409);
    }

    // R117
    async fn only_a_certified_company_has_a_number_for_staff_to_correct(engine) {
        let stage = Stage::build(engine).await;
        stage.plant(&stage.lea, Standing::Certified).await;
        stage.plant_firm(Standing::InReview).await;
        let mara = stage.house.member(&stage.mara);
        for member in [&stage.lea, &stage.brun] {
            let address = paths::number(member.account);
            let page = mara.get(paths::dossier(member.account)).await;
            assert!(!page.is(200).has(&format!("form[action='{address}']")));
            let seen = version(&mara, member).await;
            // Somebody without a number has none to correct; one in review is the company's own to correct.
            let status = if member.account == stage.brun.account { 409 } else { 404 };
            for uid in ["CHE-109.322.551", "nonsense"] {
                mara.post(&address, &[("version", &seen), ("uid", uid)]).await.is(status);
            }
        }
        let brun = stage.house.member(&stage.brun);
        brun.post(paths::number(stage.brun.account), &[("uid", "CHE-109.322.551")]).await.is(404);
        assert_eq!(stage.dossier(&stage.brun).await.unwrap().uid, "CHE-116.281.710");
        assert_eq!(stage.events("certification.number_corrected").await, 0);
    }

    async fn of_two_who_decide_at_once_one_is_told_so(engine) {
        let stage = Stage::build(engine).await;
        stage.plant(&stage.lea, Standing::InReview).await;
        let (mara, sven) = (stage.house.member(&stage.mara), stage.house.member(&stage.sven));
        let (one, two) = (version(&mara, &stage.lea).await, version(&sven, &stage.lea).await);
        let (approval, refusal) = (paths::approval(stage.lea.account), paths::refusal(stage.lea.account));
        let yes = [("version", one.as_str())];
        let no = [("version", two.as_str()), ("ground", "profile"), ("message", MESSAGE)];

        let (yes, no) = tokio::join!(mara.post(&approval, &yes), sven.post(&refusal, &no));

        let lost = if yes.status == 303 { &no } else { &yes };
        assert_eq!([yes.status, no.status].iter().filter(|status| **status == 303).count(), 1);
        lost.is(409).says("Ce dossier a changé pendant votre examen");
        let decided = stage.events("certification.certified").await + stage.events("certification.refused").await;
        assert_eq!(decided, 1);
        let expected = if yes.status == 303 { Standing::Certified } else { Standing::Refused };
        assert_eq!(stage.standing(&stage.lea).await, expected);
    }

    async fn a_dossier_that_changed_meanwhile_is_read_again_first(engine) {
        let stage = Stage::build(engine).await;
        stage.plant(&stage.lea, Standing::InReview).await;
        let mara = stage.house.member(&stage.mara);
        let seen = version(&mara, &stage.lea).await;
        // Even at the same moment by the clock.
        hand_in(&stage.house.member(&stage.lea), &GOOD, &[]).await.is(303);

        mara.post(paths::approval(stage.lea.account), &[("version", &seen)]).await.is(409).says("a changé");
        let fields = [("version", seen.as_str()), ("ground", "profile"), ("message", MESSAGE)];
        let refused = mara.post(paths::refusal(stage.lea.account), &fields).await;
        refused.is(409).says("a changé").says("Le verso manque.");
        assert!(refused.has("option[value=profile][selected]"));
        for version in ["", "nonsense", "0", "-1", "99999999999999999999"] {
            mara.post(paths::approval(stage.lea.account), &[("version", version)]).await.is(409);
        }
        assert_eq!(stage.standing(&stage.lea).await, Standing::InReview);

        let seen = version(&mara, &stage.lea).await;
        mara.post(paths::approval(stage.lea.account), &[("version", &seen)]).await.is(303);
    }

    // R13
    async fn a_permit_that_ran_out_is_not_certified(engine) {
        let stage = Stage::build(engine).await;
        stage.plant_this(Planted {
            permit: Some(Permit::B),
            valid_until: "2026-06-08".parse().ok(),
            ..Planted::freelance(stage.lea.account, "Léa", "Rochat", Standing::InReview)
        }).await;
        let mara = stage.house.member(&stage.mara);
        let seen = version(&mara, &stage.lea).await;
        mara.post(paths::approval(stage.lea.account), &[("version", &seen)]).await.is(409).says("Le permis est échu");
        assert_eq!(stage.standing(&stage.lea).await, Standing::InReview);
    }

    // R31, A11
    async fn who_was_contacted_leaves_the_queue_and_is_not_certified_by_it(engine) {
        let stage = Stage::build(engine).await;
        let asked = Planted::freelance(stage.lea.account, "Léa", "Rochat", Standing::ToContact);
        stage.plant_this(asked).await;
        let mara = stage.house.member(&stage.mara);
        let seen = version(&mara, &stage.lea).await;
        mara.post(paths::approval(stage.lea.account), &[("version", &seen)]).await.is(409);

        mara.post(paths::contact(stage.lea.account), &[("version", &seen)]).await.is(303);

        assert_eq!(crate::waiting(stage.house.app.db().read()).await.unwrap(), 0);
        assert_eq!(stage.standing(&stage.lea).await, Standing::ToContact);
        mara.get(paths::queue_tab("to_contact")).await.says("le contact avec Léa Rochat est pris").says("Personne n’attend ici.");
        mara.get(paths::queue_tab("handled")).await.says("Léa Rochat");
        mara.get(paths::dossier(stage.lea.account)).await.says("Contact pris le");
        // Decided is decided: noting a contact is for those who asked.
        stage.plant_firm(Standing::InReview).await;
        let seen = version(&mara, &stage.brun).await;
        mara.post(paths::contact(stage.brun.account), &[("version", &seen)]).await.is(409);
    }

    // R83
    async fn a_company_is_certified(engine) {
        let stage = Stage::build(engine).await;
        stage.plant_firm(Standing::InReview).await;
        let mara = stage.house.member(&stage.mara);
        let seen = version(&mara, &stage.brun).await;
        let done = mara.post(paths::approval(stage.brun.account), &[("version", &seen)]).await;
        assert_eq!(done.location(), paths::queue_tab("companies"));
        assert_eq!(stage.standing(&stage.brun).await, Standing::Certified);
    }

    async fn a_double_click_decides_once(engine) {
        let stage = Stage::build(engine).await;
        stage.plant(&stage.lea, Standing::InReview).await;
        let mara = stage.house.member(&stage.mara);
        let seen = version(&mara, &stage.lea).await;
        let (key, address) = (mara.key().await, paths::approval(stage.lea.account));

        let first = mara.post_with_key(&address, &key, &[("version", &seen)]).await.location();
        assert_eq!(mara.post_with_key(&address, &key, &[("version", &seen)]).await.location(), first);
        mara.post_with_key(&address, "forged", &[("version", &seen)]).await.is(403);

        assert_eq!(stage.events("certification.certified").await, 1);
        mara.post(paths::approval(uuid::Uuid::from_u128(9)), &[("version", &seen)]).await.is(404);
        mara.post(format!("{}/nonsense/approval", paths::QUEUE), &[]).await.is(404);
    }
}
