#![expect(clippy::expect_used, clippy::unwrap_used, reason = "tests fail by panicking")]

use files::FileId;

use crate::{
    CompanyId, company_cards, paths,
    samples::{PNG, Stage},
};

const GOOD: [(&str, &str); 6] = [
    ("sector", "Assurances"),
    (
        "presentation",
        "Nous assurons les fermes de montagne depuis 1911.",
    ),
    ("website", "www.marmotte.example"),
    ("street", "Rue du Lac 4"),
    ("city", "Fribourg"),
    ("contact_role", "Responsable RH"),
];

/// A black picture of 2000 by 1000 points.
const WIDE: &[u8] =
    b"\x89PNG\x0d\x0a\x1a\x0a\x00\x00\x00\x0dIHDR\x00\x00\x07\xd0\x00\x00\x03\xe8\x01\x00\x00\x00\x00\
    \xae%X\x07\x00\x00\x01\x0aIDATx\xda\xed\xc1\x01\x0d\x00\x00\x00\xc2\xa0\xf7Om\x0f\x07\x14\x00\
    \x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\
    \x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\
    \x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\
    \x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\
    \x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\
    \x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\
    \x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\
    \x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\
    \x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\
    \x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\
    \x00\xc0\xb7\x01\xd4\xa5\x00\x01\xea\xb4\x17?\x00\x00\x00\x00IEND\xaeB`\x82";

fn with<'a>(name: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    let others = GOOD.into_iter().filter(|(other, _)| *other != name);
    others.chain([(name, value)]).collect()
}

async fn logo(stage: &Stage, of: &web::Member) -> Option<FileId> {
    let id = CompanyId(of.account);
    let cards = company_cards(stage.app().db().read(), &[id]).await.unwrap();
    cards[&id].logo
}

testing::on_both_engines! {
    // R82, A10
    async fn a_company_writes_about_itself_before_being_certified(engine) {
        let stage = Stage::build(engine).await;
        let neuve = stage.house.member(&stage.neuve);
        neuve.get(paths::COMPANY).await.is(200).says("Mon entreprise").says("Maison Neuve").says("En cours d’examen");

        let sent = neuve.upload(paths::COMPANY, &GOOD, &[("logo", "logo.png", &PNG)]).await;

        assert_eq!(sent.location(), paths::COMPANY);
        let seen = neuve.get(paths::COMPANY).await;
        seen.says("enregistrée").says("Complétée à 100 %");
        assert_eq!(seen.attribute("input[name=website]", "value").as_deref(), Some("https://www.marmotte.example"));
        assert_eq!(seen.attribute("input[name=contact_role]", "value").as_deref(), Some("Responsable RH"));
        let id = CompanyId(stage.neuve.account);
        let card = company_cards(stage.app().db().read(), &[id]).await.unwrap().remove(&id).unwrap();
        assert_eq!((card.city.as_str(), card.sector.as_str()), ("Fribourg", "Assurances"));
        assert_eq!(stage.events("profiles.company_changed").await, 1);
    }

    // R91
    async fn a_logo_is_shown_to_everyone_and_only_while_it_is_one(engine) {
        let stage = Stage::build(engine).await;
        let brun = stage.house.member(&stage.brun);
        brun.upload(paths::COMPANY, &GOOD, &[("logo", "a.png", &PNG)]).await.is(303);
        let first = logo(&stage, &stage.brun).await.expect("a logo");
        let shown = stage.house.visitor().get(paths::logo(first)).await;
        shown.is(200);
        assert_eq!(shown.headers["content-type"], "image/png");
        assert!(shown.headers["cache-control"].to_str().unwrap().contains("public"));
        assert!(shown.body.starts_with(b"\x89PNG"));

        // Without a new file it stays; with one the old file goes.
        brun.upload(paths::COMPANY, &GOOD, &[]).await.is(303);
        assert_eq!(logo(&stage, &stage.brun).await, Some(first));
        brun.upload(paths::COMPANY, &GOOD, &[("logo", "b.png", &PNG)]).await.is(303);
        let second = logo(&stage, &stage.brun).await.expect("a logo");
        assert_ne!(first, second);
        stage.house.visitor().get(paths::logo(first)).await.is(404);
        stage.house.settle().await;
        assert_eq!(stage.app().files().get(first).await.unwrap(), None);

        brun.upload(paths::COMPANY, &with("remove_logo", "yes"), &[]).await.is(303);
        stage.house.settle().await;
        assert_eq!(logo(&stage, &stage.brun).await, None);
        assert_eq!(stage.app().files().get(second).await.unwrap(), None);
    }

    // R91
    async fn a_logo_is_drawn_as_small_as_it_is_shown(engine) {
        let stage = Stage::build(engine).await;
        let brun = stage.house.member(&stage.brun);
        brun.upload(paths::COMPANY, &GOOD, &[("logo", "a.png", WIDE)]).await.is(303);
        let logo = logo(&stage, &stage.brun).await.expect("a logo");

        let shown = stage.house.visitor().get(paths::logo(logo)).await;
        // Width and height stand in the head of a PNG.
        assert_eq!(shown.is(200).body[16..24], [0, 0, 2, 0, 0, 0, 1, 0]);
    }

    // R84, R86: before its certification a company is not seen, and neither is its logo.
    async fn a_logo_is_public_once_its_company_is_certified(engine) {
        let stage = Stage::build(engine).await;
        let (neuve, brun) = (stage.house.member(&stage.neuve), stage.house.member(&stage.brun));
        for company in [&neuve, &brun] {
            company.upload(paths::COMPANY, &GOOD, &[("logo", "a.png", &PNG)]).await.is(303);
        }
        let hidden = paths::logo(logo(&stage, &stage.neuve).await.expect("a logo"));
        for other in [stage.house.visitor(), stage.house.member(&stage.lea), stage.house.member(&stage.brun)] {
            other.get(&hidden).await.is(404);
        }
        assert_eq!(neuve.get(&hidden).await.is(200).headers["cache-control"], "private, no-store");
        stage.house.member(&stage.mara).get(&hidden).await.is(200);

        let shown = stage.house.visitor().get(paths::logo(logo(&stage, &stage.brun).await.expect("a logo"))).await;
        assert!(shown.is(200).headers["cache-control"].to_str().unwrap().starts_with("public"));
        let vary: Vec<_> = shown.headers.get_all("vary").iter().collect();
        assert!(vary.iter().all(|vary| *vary == "accept-encoding"), "{vary:?}");
    }

    async fn nobody_has_pictures_drawn_without_end(engine) {
        let stage = Stage::build(engine).await;
        let neuve = stage.house.member(&stage.neuve);
        for _ in 0..40 {
            neuve.upload(paths::COMPANY, &[], &[]).await.is(422);
        }
        neuve.upload(paths::COMPANY, &GOOD, &[]).await.is(429);
        stage.house.member(&stage.brun).upload(paths::COMPANY, &GOOD, &[]).await.is(303);
    }

    async fn no_other_file_is_a_logo(engine) {
        let stage = Stage::build(engine).await;
        let visitor = stage.house.visitor();
        let clean = files::Clean { kind: files::Kind::Png, bytes: PNG.to_vec().into(), name: "permis.png".to_owned() };
        let secret = stage.app().files().put(&clean).await.unwrap();
        visitor.get(paths::logo(secret)).await.is(404);
        for id in ["x", "%00", "00000000-0000-0000-0000-000000000000", ".."] {
            visitor.get(format!("/logos/{id}")).await.is(404);
        }
    }

    async fn bad_logos_are_refused_at_their_field(engine) {
        let stage = Stage::build(engine).await;
        let neuve = stage.house.member(&stage.neuve);
        let cut = &PNG[..40];
        let huge = vec![0x89; 3 * 1024 * 1024];
        let big = [&PNG[..8], &huge[..]].concat();
        let files: [(&str, &[u8]); 5] = [
            ("vide.png", b""),
            ("page.png", b"<html><script>alert(1)</script>"),
            ("dessin.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
            ("coupe.png", cut),
            ("gros.png", &big),
        ];
        for (name, bytes) in files {
            let seen = neuve.upload(paths::COMPANY, &GOOD, &[("logo", name, bytes)]).await;
            assert!(seen.is(422).has("#logo-fault"), "{name}");
            assert_eq!(seen.attribute("input[name=sector]", "value").as_deref(), Some("Assurances"));
        }
        let pdf = neuve.upload(paths::COMPANY, &GOOD, &[("logo", "a.pdf", b"%PDF-1.7\n")]).await;
        assert!(pdf.is(422).has("#logo-fault"));
        assert_eq!(logo(&stage, &stage.neuve).await, None);
    }

    async fn what_is_wrong_is_said_at_its_field(engine) {
        let stage = Stage::build(engine).await;
        let neuve = stage.house.member(&stage.neuve);
        let long = "x".repeat(5_000);
        for (name, value) in [
            ("sector", ""), ("sector", "x"), ("sector", &long), ("sector", "a\0b"),
            ("presentation", "court"), ("presentation", &long),
            ("website", "javascript:alert(1)"), ("website", "ftp://marmotte.example"), ("website", "rien"), ("website", &long),
            ("street", "x"), ("street", &long),
            ("city", ""), ("city", "Atlantide"), ("city", &long),
            ("contact_role", "x"), ("contact_role", &long),
        ] {
            let seen = neuve.upload(paths::COMPANY, &with(name, value), &[]).await;
            assert!(seen.is(422).has(&format!("#{name}-fault")), "{name} = {value:?}");
        }
        neuve.upload(paths::COMPANY, &[], &[]).await.is(422);
        // A form of another kind is none of ours.
        neuve.post(paths::COMPANY, &GOOD).await.is(415);
        assert_eq!(stage.events("profiles.company_changed").await, 0);
    }

    async fn the_page_is_a_companys_own(engine) {
        let stage = Stage::build(engine).await;
        stage.house.visitor().get(paths::COMPANY).await.is(303);
        for member in [&stage.lea, &stage.nadia, &stage.mara] {
            let client = stage.house.member(member);
            client.get(paths::COMPANY).await.is(404);
            client.upload(paths::COMPANY, &GOOD, &[]).await.is(404);
        }
        stage.house.member(&stage.brun).get(paths::COMPANY).await.says("Entreprise certifiée").says("Atelier Brun");
    }
}
