#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use certification::{Planted, Standing};

use crate::{FreelanceId, freelance_cards, paths, samples::Stage};

const GOOD: [(&str, &str); 12] = [
    ("headline", "Graphiste indépendant"),
    ("category", "marketing"),
    ("category", "business"),
    ("city", "1003 Lausanne"),
    (
        "description",
        "Je dessine des affiches et des livres depuis dix ans.",
    ),
    ("skills", "illustrator, Mise en page\nSoudure de dentelles"),
    ("skill", "indesign"),
    ("language", "fr"),
    ("language", "de"),
    ("day_rate", "1’050"),
    ("experience", "10"),
    ("payroll", "yes"),
];

/// The good form with one field in place of all of its name.
fn with<'a>(name: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    let others = GOOD.into_iter().filter(|(other, _)| *other != name);
    others.chain([(name, value)]).collect()
}

testing::on_both_engines! {
    // R21, R24, R25, A10
    async fn a_freelance_writes_a_profile_before_being_certified(engine) {
        let stage = Stage::build(engine).await;
        let paul = stage.house.member(&stage.paul);
        let empty = paul.get(paths::PROFILE).await;
        empty.is(200).says("Mon profil").says("Complété à 0 %").says("Rendre mon profil public");
        assert!(empty.has("a[href='/certification']"));

        assert_eq!(paul.post(paths::PROFILE, &GOOD).await.location(), paths::PROFILE);

        let seen = paul.get(paths::PROFILE).await;
        seen.says("Votre profil est enregistré.").says("Complété à 80 %").says("au moins cinq compétences");
        assert_eq!(seen.attribute("input[name=headline]", "value").as_deref(), Some("Graphiste indépendant"));
        assert_eq!(seen.attribute("input[name=day_rate]", "value").as_deref(), Some("1’050"));
        assert!(seen.has("input[name=category][value=business][checked]") && seen.has("input[name=category][value=data]:not([checked])"));
        assert!(seen.has("input[name=language][value=de][checked]"));
        let own = paul.get(paths::freelance(FreelanceId(stage.paul.account))).await;
        own.says("Graphiste indépendant").says("10 ans d’expérience").says("Adobe Illustrator").says("Adobe InDesign");
        own.says("Soudure de dentelles").says("Payrolling SPS").says("Allemand");
    }

    // R39: the search follows.
    async fn a_change_is_announced_and_found(engine) {
        let stage = Stage::build(engine).await;
        stage.house.member(&stage.lea).post(paths::PROFILE, &GOOD).await.is(303);
        stage.house.settle().await;
        let brun = stage.house.member(&stage.brun);
        brun.get("/freelances?q=graphiste").await.says("1 profil").says("Léa Rochat").says("CHF 1’050");
        brun.get("/freelances?q=figma").await.says("Aucun profil");
        brun.get("/freelances?payroll=yes&level=senior&q=graphiste").await.says("1 profil");
        let id = FreelanceId(stage.lea.account);
        let card = freelance_cards(stage.app().db().read(), &[id]).await.unwrap().remove(&id).unwrap();
        assert_eq!(card.skills, ["Adobe Illustrator", "Mise en page", "Soudure de dentelles", "Adobe InDesign"]);
    }

    async fn what_is_wrong_is_said_at_its_field_and_what_was_typed_stays(engine) {
        let stage = Stage::build(engine).await;
        let paul = stage.house.member(&stage.paul);
        let long = "x".repeat(5_000);
        let many = (0..31).map(|n| format!("savoir {n}")).collect::<Vec<_>>().join(",");
        let wordy = "é".repeat(61);
        for (name, value) in [
            ("headline", ""), ("headline", "ab"), ("headline", &long), ("headline", "a\0bc"), ("headline", "un\ndeux"),
            ("city", ""), ("city", "Nulle part"), ("city", "Paris"), ("city", "\0"), ("city", &long),
            ("description", "trop court"), ("description", &long), ("description", "\u{202e}et voilà une description"),
            ("skills", &long), ("skills", &many), ("skills", &wordy), ("skills", "a\0b"),
            ("skill", &wordy), ("skill", "a\0b"),
            ("day_rate", "beaucoup"), ("day_rate", "-5"), ("day_rate", "99"), ("day_rate", "10001"), ("day_rate", "1e9"),
            ("experience", "dix"), ("experience", "61"), ("experience", "-1"),
        ] {
            let seen = paul.post(paths::PROFILE, &with(name, value)).await;
            seen.is(422);
            assert!(seen.has(&format!("#{name}-fault")), "{name} = {value:?}");
            assert!(seen.has(&format!("[name={name}][aria-invalid=true]")), "{name} = {value:?}");
            assert_eq!(seen.attribute("input[name=experience]", "value").is_some_and(|typed| typed == "10"), name != "experience");
        }
        let seen = paul.post(paths::PROFILE, &with("category", "plumbing")).await;
        assert!(seen.is(422).has("#category-fault"));
        seen.says("Choisissez au moins un secteur.");
        paul.post(paths::PROFILE, &[]).await.is(422);
        paul.get(paths::PROFILE).await.says("Complété à 0 %");
    }

    async fn harmless_oddities_are_passed_over(engine) {
        let stage = Stage::build(engine).await;
        let paul = stage.house.member(&stage.paul);
        paul.post(paths::PROFILE, &with("language", "klingon")).await.is(303);
        paul.post(paths::PROFILE, &with("description", "")).await.is(303);
        paul.post(paths::PROFILE, &with("day_rate", " ")).await.is(303);
        paul.post(paths::PROFILE, &with("skills", "<b>gras</b>")).await.is(303);
        paul.get(paths::PROFILE).await.hides("<b>gras");
    }

    async fn a_skill_more_leads_back_to_where_the_next_one_is_typed(engine) {
        let stage = Stage::build(engine).await;
        let paul = stage.house.member(&stage.paul);
        let mut one_more = with("skill", "Poterie");
        one_more.push(("then", "add"));
        assert_eq!(paul.post(paths::PROFILE, &one_more).await.location(), paths::PROFILE_SKILL);
        paul.get(paths::PROFILE).await.says("La compétence est ajoutée").says("Poterie");
    }

    async fn a_double_click_is_one_deed(engine) {
        let stage = Stage::build(engine).await;
        let paul = stage.house.member(&stage.paul);
        let before = stage.events("profiles.freelance_changed").await;
        let key = paul.key().await;
        for _ in 0..2 {
            assert_eq!(paul.post_with_key(paths::PROFILE, &key, &GOOD).await.location(), paths::PROFILE);
        }
        assert_eq!(stage.events("profiles.freelance_changed").await, before + 1);
        paul.post_with_key(paths::PROFILE, "forged", &GOOD).await.is(422).says("ouverte depuis trop longtemps");
    }

    async fn the_page_is_a_freelances_own(engine) {
        let stage = Stage::build(engine).await;
        stage.house.visitor().get(paths::PROFILE).await.is(303);
        for member in [&stage.brun, &stage.neuve, &stage.mara] {
            let client = stage.house.member(member);
            client.get(paths::PROFILE).await.is(404);
            client.post(paths::PROFILE, &GOOD).await.is(404);
            client.get(paths::SKILLS).await.is(404);
        }
        // R20: who is certified has nothing left to make public.
        let lea = stage.house.member(&stage.lea).get(paths::PROFILE).await;
        lea.says("Votre profil est certifié");
        assert!(!lea.words().contains("Rendre mon profil public"));
        stage.house.member(&stage.nadia).get(paths::PROFILE).await.says("en cours d’examen");
    }

    // R30, R39: nobody is told to be visible who is found nowhere.
    async fn a_certified_freelance_who_wrote_nothing_is_told_what_to_write(engine) {
        let stage = Stage::build(engine).await;
        let tx = stage.app().begin().await.unwrap();
        let dossier = Planted::freelance(stage.paul.account, "Paul", "Mercier", Standing::Certified);
        certification::plant(stage.app(), &tx, dossier).await.unwrap();
        tx.commit().await.unwrap();
        let paul = stage.house.member(&stage.paul);
        let unfound = "les entreprises ne le trouvent pas encore. Écrivez son titre, votre secteur et votre ville.";
        let visible = "Votre profil est certifié et visible par les entreprises.";

        let blank = paul.get(paths::PROFILE).await;
        blank.says(unfound);
        assert!(blank.has(".notice") && !blank.words().contains(visible));

        paul.post(paths::PROFILE, &GOOD).await.is(303);
        stage.house.settle().await;
        let written = paul.get(paths::PROFILE).await;
        written.says(visible);
        assert!(!written.words().contains(unfound));
        stage.house.member(&stage.brun).get("/freelances?q=graphiste").await.says("1 profil").says("Paul Mercier");
    }

    async fn skills_are_suggested_while_one_types(engine) {
        let stage = Stage::build(engine).await;
        let paul = stage.house.member(&stage.paul);
        let seen = paul.get_part("/profile/skills?skill=recherche+uti").await;
        assert!(seen.is(200).has("option[value='Recherche utilisateur']"));
        for query in ["", "?skill=", "?skill=%00%ff", "?skill=zzzz", "?autre=1", "?skill=a&skill=b"] {
            paul.get_part(format!("/profile/skills{query}")).await.is(200);
        }
    }
}
