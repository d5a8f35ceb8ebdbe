#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use crate::{
    Standing, paths,
    rules::{Paper, Permit},
    stage::{GOOD, PNG, Stage, both, but, hand_in, pdf},
};

testing::on_both_engines! {
    // R13, R22, R30
    async fn a_freelance_hands_in_and_waits(engine) {
        let stage = Stage::build(engine).await;
        let lea = stage.house.member(&stage.lea);
        lea.get(paths::CERTIFICATION).await.is(200).says("Documents à envoyer").says("Profil invisible");

        let sent = hand_in(&lea, &GOOD, &both(&pdf("", 0))).await;

        assert_eq!(sent.location(), paths::CERTIFICATION);
        let dossier = stage.dossier(&stage.lea).await.unwrap();
        assert_eq!(dossier.standing, Standing::InReview);
        assert_eq!((dossier.permit, dossier.place.as_str()), (Some(Permit::B), "ch-1006-lausanne"));
        let page = lea.get(paths::CERTIFICATION).await;
        page.is(200).says("Documents en cours d’examen").says("permis B.pdf").says("bail.png");
        page.says("Permis B, séjour, jusqu’au 31 mars 2027").says("1006 Lausanne (VD)");
        assert_eq!(stage.events("certification.submitted").await, 1);
        let names = crate::names(stage.house.app.db().read(), &[stage.lea.account]).await.unwrap();
        assert_eq!(names[&stage.lea.account].first, "Léa");
    }

    async fn every_bad_file_gets_its_sentence_and_nothing_is_stored(engine) {
        let stage = Stage::build(engine).await;
        let lea = stage.house.member(&stage.lea);
        let broken = &PNG[..50];
        let script = pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>", 0);
        let large = pdf("", 10 * 1024 * 1024);
        let cases: [(&str, &[u8], &str); 8] = [
            ("permis.pdf", b"MZ\x90\0\x03 This program cannot be run", "n’est pas accepté"),
            ("permis.png", b"<svg onload='alert(1)'/>", "n’est pas accepté"),
            ("permis.jpg", b"GIF89a\x01\0\x01\0\0\0\0;", "n’est pas accepté"),
            ("permis.png", broken, "Cette image est abîmée"),
            ("permis.pdf", &script, "contient un programme"),
            ("permis.pdf", b"%PDF-1.7 and nothing", "Ce PDF est abîmé"),
            ("permis.pdf", b"", "Ce fichier est vide"),
            ("permis.pdf", &large, "trop lourd : 10 Mo au plus"),
        ];

        for (name, bytes, sentence) in cases {
            let files = [("permit_file", name, bytes), ("address_file", "bail.png", PNG)];
            let answer = hand_in(&lea, &GOOD, &files).await;

            answer.is(422).says(sentence).says("choisissez-les à nouveau");
            assert!(answer.has("#permit_file[aria-invalid=true]"), "{sentence}");
            // What was typed is kept.
            assert_eq!(answer.attribute("#street", "value").as_deref(), Some("Rue du Simplon 3"));
            assert!(answer.has("option[value=b][selected]"));
        }

        hand_in(&lea, &GOOD, &[]).await.is(422).says("Ajoutez votre permis").says("Ajoutez votre justificatif");
        assert_eq!(stage.dossier(&stage.lea).await, None);
        assert_eq!(stage.document(&stage.lea, Paper::Address).await, None);
        assert_eq!(stage.events("certification.submitted").await, 0);
    }

    async fn a_document_of_some_megabytes_is_taken(engine) {
        let stage = Stage::build(engine).await;
        let lea = stage.house.member(&stage.lea);
        let large = pdf("", 3_000_000);

        hand_in(&lea, &GOOD, &both(&large)).await.is(303);

        let back = lea.get(paths::own_document(Paper::Permit)).await;
        assert!(back.is(200).body == large);
    }

    // A11, A13
    async fn every_bad_field_gets_its_sentence(engine) {
        let stage = Stage::build(engine).await;
        let lea = stage.house.member(&stage.lea);
        let (pdf, long) = (pdf("", 0), "a".repeat(60_000));
        let cases = [
            ("first", "", "Ce champ est à remplir."),
            ("first", "   ", "Ce champ est à remplir."),
            ("last", "Ro\u{7}chat", "caractère invisible"),
            ("last", "Ro\u{202e}chat", "caractère invisible"),
            ("last", "Ro\0chat", "caractère invisible"),
            ("street", &long, "120 caractères au plus"),
            ("place", "Atlantis", "ni en Suisse ni dans une région frontalière"),
            ("place", "Paris", "ni en Suisse ni dans une région frontalière"),
            ("place", "Lausan", "Précisez la localité, par exemple Lausanne (VD)"),
            ("permit", "", "Choisissez une des réponses"),
            ("permit", "z", "Choisissez une des réponses"),
            ("valid_until", "", "Ce champ est à remplir."),
            ("valid_until", "31.02.2027", "Écrivez une date qui existe"),
            ("valid_until", "2026-06-08", "Ce document est échu"),
        ];
        for (field, typed, sentence) in cases {
            let answer = hand_in(&lea, &but(&[(field, typed)]), &both(&pdf)).await;
            answer.is(422).says(sentence);
            assert!(answer.has(&format!("#{field}[aria-invalid=true]")), "{field}");
        }
        // What is wrong in the same way several times is told apart.
        hand_in(&lea, &[], &both(&pdf)).await.is(422)
            .says("Prénom officiel : Ce champ est à remplir.").says("Nom officiel : Ce champ est à remplir.");
        assert_eq!(stage.dossier(&stage.lea).await, None);

        // More than all fields of a form may hold together breaks it off.
        hand_in(&lea, &but(&[("street", &"a".repeat(600_000))]), &both(&pdf)).await.is(413);
        assert_eq!(stage.dossier(&stage.lea).await, None);
        // The last day itself is fine, and a border town is.
        let edge = but(&[("valid_until", "09.06.2026"), ("place", "Annemasse"), ("permit", "g")]);
        hand_in(&lea, &edge, &both(&pdf)).await.is(303);
    }

    async fn markup_in_names_stays_text(engine) {
        let stage = Stage::build(engine).await;
        let lea = stage.house.member(&stage.lea);
        let odd = "<script>alert(1)</script>";
        let files = [("permit_file", "../../<b>permis</b>.exe", PNG), ("address_file", "bail.png", PNG)];

        hand_in(&lea, &but(&[("last", odd)]), &files).await.is(303);

        let page = lea.get(paths::CERTIFICATION).await;
        page.is(200).says(odd).hides("<script>alert").hides("<b>permis");
        let staff = stage.house.member(&stage.mara);
        staff.get(paths::dossier(stage.lea.account)).await.is(200).says(odd).hides("<script>alert");
        let document = stage.document(&stage.lea, Paper::Permit).await.unwrap();
        assert!(!document.name.contains('/') && document.name.ends_with(".png"), "{}", document.name);
    }

    // A11: a Swiss paper has no last day here, and what is typed there is left out.
    async fn a_swiss_paper_needs_no_last_day(engine) {
        let stage = Stage::build(engine).await;
        let lea = stage.house.member(&stage.lea);
        let pdf = pdf("", 0);
        hand_in(&lea, &but(&[("permit", "swiss"), ("valid_until", "")]), &both(&pdf)).await.is(303);
        hand_in(&lea, &but(&[("permit", "c"), ("valid_until", "2020-01-01")]), &[]).await.is(303);
        assert_eq!(stage.dossier(&stage.lea).await.unwrap().valid_until, None);
    }

    // R31
    async fn who_has_no_permit_asks_to_be_contacted(engine) {
        let stage = Stage::build(engine).await;
        let lea = stage.house.member(&stage.lea);
        lea.get(paths::CERTIFICATION).await
            .says("Je n’ai pas encore de permis de travail et je souhaite être contacté");
        let only_name = [("first", "Léa"), ("last", "Rochat"), ("contact_me", "yes")];

        hand_in(&lea, &only_name, &[]).await.is(303);

        assert_eq!(stage.standing(&stage.lea).await, Standing::ToContact);
        assert_eq!(stage.events("certification.submitted").await, 0);
        let page = lea.get(paths::CERTIFICATION).await;
        page.says("Prise de contact demandée");
        assert!(page.has("#contact_me[checked]"));
        // A name at least.
        hand_in(&lea, &[("contact_me", "yes")], &[]).await.is(422);
        // Later, with a permit.
        hand_in(&lea, &GOOD, &both(&pdf("", 0))).await.is(303);
        assert_eq!(stage.standing(&stage.lea).await, Standing::InReview);
    }

    async fn a_double_click_is_one_hand_in(engine) {
        let stage = Stage::build(engine).await;
        let lea = stage.house.member(&stage.lea);
        let (key, pdf) = (lea.key().await, pdf("", 0));
        let files = both(&pdf);
        let click = || lea.upload_with_key(paths::FREELANCE, &key, &GOOD, &files);

        let (one, two) = testing::tokio::join!(click(), click());

        assert_eq!((one.location(), two.status), (paths::CERTIFICATION.to_owned(), 303));
        assert_eq!(stage.events("certification.submitted").await, 1);
        assert_eq!(stage.events("certification.document_replaced").await, 0);
    }

    async fn a_forged_or_expired_form_changes_nothing(engine) {
        let stage = Stage::build(engine).await;
        let lea = stage.house.member(&stage.lea);
        let pdf = pdf("", 0);
        let answer = lea.upload_with_key(paths::FREELANCE, "forged", &GOOD, &both(&pdf)).await;
        answer.is(422).says("Votre saisie est gardée");
        assert_eq!(stage.dossier(&stage.lea).await, None);
    }

    // R19: what is refused is handed in again in place; the other paper stays.
    async fn a_refused_document_is_replaced_and_the_old_file_deleted(engine) {
        let stage = Stage::build(engine).await;
        stage.plant(&stage.lea, Standing::Refused).await;
        let lea = stage.house.member(&stage.lea);
        let page = lea.get(paths::CERTIFICATION).await;
        page.is(200).says("Vos documents obligatoires ne sont pas à jour").says("Corriger et renvoyer");
        let old = stage.document(&stage.lea, Paper::Permit).await.unwrap();
        let kept = stage.document(&stage.lea, Paper::Address).await.unwrap();
        let pdf = pdf("", 0);

        hand_in(&lea, &GOOD, &[("permit_file", "nouveau.pdf", &pdf)]).await.is(303);
        stage.house.settle().await;

        let new = stage.document(&stage.lea, Paper::Permit).await.unwrap();
        assert_eq!((new.name.as_str(), new.bytes), ("nouveau.pdf", pdf.len() as u64));
        assert_eq!(stage.document(&stage.lea, Paper::Address).await.unwrap(), kept);
        let files = stage.house.app.files();
        assert!(files.get(old.file).await.unwrap().is_none());
        assert!(files.get(kept.file).await.unwrap().is_some());
        assert!(files.get(new.file).await.unwrap().is_some());
        assert_eq!(stage.standing(&stage.lea).await, Standing::InReview);
    }

    async fn who_corrects_a_dossier_in_review_keeps_the_place_in_the_queue(engine) {
        let stage = Stage::build(engine).await;
        let lea = stage.house.member(&stage.lea);
        hand_in(&lea, &GOOD, &both(&pdf("", 0))).await.is(303);
        let before = stage.dossier(&stage.lea).await.unwrap();
        stage.house.app.clock().advance(chrono::TimeDelta::hours(2));

        hand_in(&lea, &but(&[("street", "Rue du Lac 1")]), &[]).await.is(303);

        let after = stage.dossier(&stage.lea).await.unwrap();
        assert_eq!((after.street.as_str(), after.submitted_at), ("Rue du Lac 1", before.submitted_at));
        assert!(after.version() > before.version());
        assert_eq!(stage.events("certification.submitted").await, 1);
    }

    // R117
    async fn who_is_certified_changes_nothing_here(engine) {
        let stage = Stage::build(engine).await;
        stage.plant(&stage.lea, Standing::Certified).await;
        stage.plant_firm(Standing::Certified).await;
        let lea = stage.house.member(&stage.lea);
        let page = lea.get(paths::CERTIFICATION).await;
        page.is(200).says("Profil certifié");
        assert!(!page.has("input[type=file]"));

        let pdf = pdf("", 0);
        hand_in(&lea, &GOOD, &both(&pdf)).await.is(409).says("ne se modifient plus ici");
        let brun = stage.house.member(&stage.brun);
        brun.post(paths::COMPANY, &FIRM).await.is(409).says("ne se modifient plus ici");

        assert_eq!(stage.document(&stage.lea, Paper::Permit).await.unwrap().name, "permis.png");
        assert_eq!(stage.standing(&stage.lea).await, Standing::Certified);
        assert_eq!(stage.dossier(&stage.brun).await.unwrap().company, "Atelier Brun");
    }

    // R83
    async fn a_company_hands_in_its_number_in_any_form(engine) {
        let stage = Stage::build(engine).await;
        let brun = stage.house.member(&stage.brun);
        brun.get(paths::CERTIFICATION).await.is(200).says("Numéro à envoyer");
        for number in ["CHE-116.281.710", "che116281710", "CHE 116 281 710 TVA", "IDE: CHE-116.281.710 MWST", "116.281.710"] {
            brun.post(paths::COMPANY, &firm_but("uid", number)).await.is(303);
            let dossier = stage.dossier(&stage.brun).await.unwrap();
            assert_eq!((dossier.uid.as_str(), dossier.standing), ("CHE-116.281.710", Standing::InReview));
        }
        assert_eq!(stage.events("certification.submitted").await, 1);
        brun.get(paths::CERTIFICATION).await.says("Numéro en cours de vérification").says("CHE-116.281.710");
    }

    async fn every_bad_company_field_gets_its_sentence(engine) {
        let stage = Stage::build(engine).await;
        let brun = stage.house.member(&stage.brun);
        let long = "a".repeat(100_000);
        for (field, typed, sentence) in [
            ("uid", "", "Ce champ est à remplir."),
            ("uid", "CHE-000", "Il manque 6 chiffres"),
            ("uid", "CHE-116.281.711", "Ce numéro n’existe pas"),
            ("uid", "CHE-116.281.7100", "trop de chiffres"),
            ("uid", "DE116281710", "commence par CHE"),
            ("uid", "CH-550.1.234.567-8", "l’ancien numéro"),
            ("uid", "CHE-116.281.71O", "« O » n’est pas un chiffre"),
            ("uid", "CHE-116.281.710 GmbH", "Après les neuf chiffres"),
            ("uid", &long, "40 caractères au plus"),
            ("company", "", "Ce champ est à remplir."),
            ("company", &long, "120 caractères au plus"),
            ("contact_person", "", "Ce champ est à remplir."),
            ("contact_person", "A\0B", "caractère invisible"),
            ("place", "Annemasse", "en Suisse"),
            ("place", "nulle part", "ni en Suisse"),
        ] {
            let answer = brun.post(paths::COMPANY, &firm_but(field, typed)).await;
            answer.is(422).says(sentence);
            assert!(answer.has(&format!("#{field}[aria-invalid=true]")), "{field} {sentence}");
        }
        assert_eq!(stage.dossier(&stage.brun).await, None);
    }

    // R80: the number given at sign-up waits in the form.
    async fn the_number_from_sign_up_is_filled_in(engine) {
        let stage = Stage::build(engine).await;
        let app = &stage.house.app;
        let tx = app.begin().await.unwrap();
        let uid = swiss::Uid::parse("CHE-116.281.710").unwrap();
        crate::hand_in_number(app, &tx, stage.brun.account, &uid).await.unwrap();
        tx.commit().await.unwrap();

        let page = stage.house.member(&stage.brun).get(paths::CERTIFICATION).await;

        assert_eq!(page.attribute("#uid", "value").as_deref(), Some("CHE-116.281.710"));
        assert_eq!(stage.standing(&stage.brun).await, Standing::Draft);
    }

    async fn each_side_has_its_own_form(engine) {
        let stage = Stage::build(engine).await;
        let pdf = pdf("", 0);
        let (lea, brun, mara) =
            (stage.house.member(&stage.lea), stage.house.member(&stage.brun), stage.house.member(&stage.mara));
        lea.post(paths::COMPANY, &FIRM).await.is(404);
        hand_in(&brun, &GOOD, &both(&pdf)).await.is(404);
        hand_in(&mara, &GOOD, &both(&pdf)).await.is(404);
        mara.get(paths::CERTIFICATION).await.is(404);
        assert!(stage.house.visitor().get(paths::CERTIFICATION).await.location().starts_with("/sign-in"));
        lea.post(paths::FREELANCE, &GOOD).await.is(415);
    }

    async fn every_standing_reads_well_in_every_language(engine) {
        let stage = Stage::build(engine).await;
        for (at, standing) in [Standing::ToContact, Standing::InReview, Standing::Certified, Standing::Refused].into_iter().enumerate() {
            let lea = testing::person(crate::rights::FREELANCE, false, &format!("Ada{at}"));
            let brun = testing::person(crate::rights::COMPANY, false, &format!("Brun{at}"));
            stage.plant(&lea, standing).await;
            let uid = swiss::Uid::parse("CHE-116.281.710").unwrap();
            stage.plant_this(crate::Planted::company(brun.account, "Brun", uid, standing)).await;
            for member in [lea, brun] {
                let client = stage.house.member(&member);
                for lang in ["fr", "en"] {
                    let page = client.get(format!("{}?lang={lang}", paths::CERTIFICATION)).await;
                    page.is(200).says("Certification");
                    assert!(page.has("h1") && !page.text().contains("></strong>"), "{standing:?} {lang}");
                }
            }
        }
    }
}

const FIRM: [(&str, &str); 5] = [
    ("company", "Atelier Brun SA"),
    ("uid", "CHE-116.281.710"),
    ("contact_person", "Anne Brun"),
    ("street", "Rue du Lac 1"),
    ("place", "1003 Lausanne"),
];

fn firm_but<'a>(field: &'a str, typed: &'a str) -> Vec<(&'a str, &'a str)> {
    let kept = FIRM.iter().filter(|(name, _)| *name != field).copied();
    kept.chain([(field, typed)]).collect()
}
