#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use certification::rights::COMPANY;
use profiles::{Category, CompanyId};
use testing::Client;
use web::Member;

use crate::{
    MissionId, MissionState, Workplace, of_company, paths,
    rules::Step,
    samples::{Stage, sample},
    shelf,
};

const ABOUT: &[(&str, &str)] = &[
    ("title", "Audit de sécurité"),
    ("category", "data"),
    ("category", "business"),
    (
        "description",
        "Vous relisez notre code et notre infrastructure, puis proposez un plan.",
    ),
    ("workplace", "hybrid"),
    ("place", "lausanne"),
    ("start", "2026-08-01"),
    ("months", "4"),
    ("then", "next"),
];
const SKILLS: &[(&str, &str)] = &[("skill", "Sécurité, Rust"), ("years", "5"), ("then", "next")];
const RATE: &[(&str, &str)] = &[
    ("pricing", "fixed"),
    ("rate", "1’150"),
    ("activity", "60"),
    ("billing", "independent"),
    ("then", "next"),
];

/// The same fields with one of them said otherwise.
fn but<'a>(fields: &[(&'a str, &'a str)], name: &'a str, value: &'a str) -> Vec<(&'a str, &'a str)> {
    let others = fields.iter().copied().filter(|(field, _)| *field != name);
    others.chain([(name, value)]).collect()
}

async fn missions_of(stage: &Stage, company: &Member) -> Vec<MissionId> {
    let all = of_company(stage.app().db().read(), CompanyId(company.account)).await;
    all.unwrap().iter().map(|card| card.id).collect()
}

/// Writes the three steps.
async fn written(stage: &Stage, client: &Client, company: &Member) -> MissionId {
    let second = client.post(paths::NEW, ABOUT).await.location();
    let third = client.post(&second, SKILLS).await.location();
    let fourth = client.post(&third, RATE).await.location();
    let id = missions_of(stage, company).await[0];
    assert_eq!(
        [second, third, fourth],
        [Step::Skills, Step::Rate, Step::Preview].map(|step| paths::step(id, step))
    );
    id
}

testing::on_both_engines! {
    // R95, R85
    async fn four_steps_lead_to_a_published_mission(engine) {
        let stage = Stage::build(engine).await;
        let brun = stage.house.member(&stage.brun);
        brun.get(paths::NEW).await.is(200).says("Création d’une mission").says("Mission Compétences Tarif Prévisualisation");

        let id = written(&stage, &brun, &stage.brun).await;

        let preview = paths::step(id, Step::Preview);
        brun.get(&preview).await.is(200).says("Audit de sécurité").says("CHF 1’150 / jour").says("1er août 2026").says("Lausanne, hybride").says("Publier la mission");
        let draft = stage.mission(id).await;
        assert_eq!(draft.state, MissionState::Draft);
        assert_eq!(draft.categories.0, [Category::Data, Category::Business]);
        assert_eq!(draft.skills.0, ["Sécurité", "Rust"]);
        assert_eq!((draft.place.as_str(), draft.workplace, draft.months), ("ch-vd-lausanne", Some(Workplace::Hybrid), Some(4)));
        assert_eq!((draft.day_rate, draft.activity, draft.payroll, draft.experience_years), (Some(1150), Some(60), false, 5));
        assert_eq!(stage.shelved(shelf::MISSIONS.name), []);

        let shown = brun.post(&preview, &[]).await.location();
        stage.house.settle().await;

        assert_eq!(shown, paths::mission(id));
        brun.get(shown).await.is(200).says("Votre mission est en ligne.");
        assert_eq!(stage.mission(id).await.published_at, Some(stage.app().now()));
        assert_eq!(stage.events("missions.published").await, 1);
        assert_eq!(stage.shelved(shelf::MISSIONS.name), [id]);
    }

    async fn a_double_click_begins_one_draft_and_publishes_once(engine) {
        let stage = Stage::build(engine).await;
        let brun = stage.house.member(&stage.brun);
        let key = brun.key().await;

        let first = brun.post_with_key(paths::NEW, &key, ABOUT).await.location();
        let again = brun.post_with_key(paths::NEW, &key, ABOUT).await.location();
        assert_eq!(first, again);
        assert_eq!(missions_of(&stage, &stage.brun).await.len(), 1);

        let id = stage.plant(sample(1, &stage.brun, MissionState::Draft)).await;
        let (preview, key) = (paths::step(id, Step::Preview), brun.key().await);
        brun.post_with_key(&preview, &key, &[]).await.is(303);
        brun.post_with_key(&preview, &key, &[]).await.is(303);
        // From another window, with another key.
        assert_eq!(brun.post(&preview, &[]).await.location(), paths::mission(id));
        assert_eq!(stage.events("missions.published").await, 1);
    }

    // The browser goes back, where the form still holds its key: what is corrected there is not lost.
    async fn what_is_corrected_after_the_back_button_is_saved(engine) {
        let stage = Stage::build(engine).await;
        let brun = stage.house.member(&stage.brun);
        let id = stage.plant(sample(1, &stage.brun, MissionState::Draft)).await;
        let (first, key) = (paths::edit(id), brun.key().await);
        brun.post_with_key(&first, &key, ABOUT).await.is(303);
        brun.post_with_key(&first, &key, &but(ABOUT, "title", "Titre corrigé")).await.is(303);
        assert_eq!(stage.mission(id).await.title, "Titre corrigé");

        // Where a draft begins, a second one does: nothing of the first is written over.
        let key = brun.key().await;
        let begun = brun.post_with_key(paths::NEW, &key, ABOUT).await.location();
        let other = brun.post_with_key(paths::NEW, &key, &but(ABOUT, "title", "Titre corrigé")).await.location();
        assert_ne!(begun, other);
        assert_eq!(missions_of(&stage, &stage.brun).await.len(), 3);
    }

    async fn an_old_form_sent_again_changes_nothing(engine) {
        let stage = Stage::build(engine).await;
        let brun = stage.house.member(&stage.brun);
        let id = stage.plant(sample(1, &stage.brun, MissionState::Draft)).await;
        let (first, key) = (paths::edit(id), brun.key().await);
        brun.post_with_key(&first, &key, ABOUT).await.is(303);
        brun.post(&first, &but(ABOUT, "title", "Titre corrigé")).await.is(303);

        // The browser goes back and sends what it sent first.
        let led = brun.post_with_key(&first, &key, ABOUT).await.location();

        assert_eq!(led, paths::step(id, Step::Skills));
        assert_eq!(stage.mission(id).await.title, "Titre corrigé");
    }

    // A10, R88
    async fn an_uncertified_company_writes_and_reads_what_opens_publishing(engine) {
        let stage = Stage::build(engine).await;
        let neuve = stage.house.member(&stage.neuve);

        let id = written(&stage, &neuve, &stage.neuve).await;

        let preview = neuve.get(paths::step(id, Step::Preview)).await;
        preview.is(200).says("La certification de votre entreprise ouvre la publication");
        // What opens publishing is said first, and is the one thing to do next.
        let read = preview.words();
        assert!(read.find("ouvre la publication") < read.find("Audit de sécurité"), "{read}");
        assert!(preview.has(&format!(".form-foot .primary[href='{}']", certification::paths::CERTIFICATION)));
        assert!(preview.has(&format!(".form-foot a[href='{}']", paths::mission(id))));
        assert!(!preview.words().contains("Publier la mission"));
        neuve.post(paths::step(id, Step::Preview), &[]).await.is(403).says("membres certifiés");
        assert_eq!(stage.mission(id).await.state, MissionState::Draft);
    }

    // A10: the top bar may call it by its e-mail; its mission never does.
    async fn a_company_without_a_declared_name_reads_a_name_of_its_own(engine) {
        let stage = Stage::build(engine).await;
        let nameless = testing::person(COMPANY, false, "inconnue");
        let client = stage.house.member(&nameless);

        let id = written(&stage, &client, &nameless).await;

        for address in [paths::step(id, Step::Preview), paths::mission(id)] {
            let seen = client.get(address).await;
            seen.is(200).says("Votre entreprise");
            assert!(!seen.words().contains("inconnue"));
        }
    }

    async fn what_is_wrong_is_said_where_it_is_and_the_rest_is_kept(engine) {
        let stage = Stage::build(engine).await;
        let brun = stage.house.member(&stage.brun);
        let id = stage.plant(sample(1, &stage.brun, MissionState::Draft)).await;
        let before = stage.mission(id).await;
        let long = "x".repeat(6001);

        for (step, fields, name, value) in [
            (Step::Mission, ABOUT, "title", ""),
            (Step::Mission, ABOUT, "title", "Oui"),
            (Step::Mission, ABOUT, "title", &long),
            (Step::Mission, ABOUT, "title", "Un titre\u{0} coupé"),
            (Step::Mission, ABOUT, "category", "gardening"),
            (Step::Mission, ABOUT, "description", ""),
            (Step::Mission, ABOUT, "description", "Trop court."),
            (Step::Mission, ABOUT, "description", &long),
            (Step::Mission, ABOUT, "workplace", ""),
            (Step::Mission, ABOUT, "workplace", "moon"),
            (Step::Mission, ABOUT, "place", ""),
            (Step::Mission, ABOUT, "place", "Atlantide-sur-Mer"),
            (Step::Mission, ABOUT, "start", "31.02.2026"),
            (Step::Mission, ABOUT, "start", "demain"),
            (Step::Mission, ABOUT, "months", "0"),
            (Step::Mission, ABOUT, "months", "61"),
            (Step::Mission, ABOUT, "months", "six"),
            (Step::Skills, SKILLS, "skill", "x"),
            (Step::Skills, SKILLS, "skill", "un,deux,trois,quatre,cinq,six,sept,huit,neuf,dix,onze,douze,treize"),
            (Step::Skills, SKILLS, "skill", &long),
            (Step::Skills, SKILLS, "years", "-1"),
            (Step::Skills, SKILLS, "years", "beaucoup"),
            (Step::Rate, RATE, "pricing", ""),
            (Step::Rate, RATE, "pricing", "free"),
            (Step::Rate, RATE, "rate", ""),
            (Step::Rate, RATE, "rate", "20"),
            (Step::Rate, RATE, "rate", "1000000"),
            (Step::Rate, RATE, "activity", "150"),
            (Step::Rate, RATE, "billing", "cash"),
        ] {
            let answer = brun.post(paths::step(id, step), &but(fields, name, value)).await;
            answer.is(422);
            assert!(answer.has(&format!("#{name}-fault")), "{name}={value}");
            let described = format!("#{name}[aria-describedby~='{name}-fault']");
            assert!(answer.has(&described), "{name}={value}");
            if !matches!(name, "title" | "skill") && step == Step::Mission {
                assert_eq!(answer.attribute("#title", "value").as_deref(), Some("Audit de sécurité"));
            }
        }
        assert_eq!(stage.mission(id).await, before, "nothing of it was written");
        brun.post(paths::edit(id), &but(ABOUT, "place", "Lausane")).await.is(422);
    }

    // R95: the last step shows what freelances will read.
    async fn the_preview_lays_the_text_out_as_the_page_does(engine) {
        let stage = Stage::build(engine).await;
        let mut mission = sample(1, &stage.brun, MissionState::Draft);
        mission.description = "Livrables :\n- un plan\n- un prototype\n\nMerci".to_owned();
        let id = stage.plant(mission).await;
        let brun = stage.house.member(&stage.brun);
        for address in [paths::step(id, Step::Preview), paths::mission(id)] {
            let seen = brun.get(address).await;
            seen.says("Livrables : un plan un prototype Merci").hides("- un plan");
            assert_eq!(seen.text().matches("<li>un p").count(), 2);
        }
    }

    async fn a_draft_is_saved_with_whatever_there_is(engine) {
        let stage = Stage::build(engine).await;
        let brun = stage.house.member(&stage.brun);

        let here = brun.post(paths::NEW, &[("then", "stay")]).await.location();
        let id = missions_of(&stage, &stage.brun).await[0];
        assert_eq!(here, paths::edit(id));
        brun.get(&here).await.says("Votre brouillon est enregistré.").says("Brouillon enregistré à l’instant");
        for step in [Step::Skills, Step::Rate] {
            let fields = [("then", "stay"), ("billing", "payroll")];
            assert_eq!(brun.post(paths::step(id, step), &fields).await.location(), paths::step(id, step));
        }
        brun.post(paths::edit(id), &[("then", "stay"), ("months", "many")]).await.is(422);

        // What is missing is told, with the way to where it is filled in.
        let preview = brun.get(paths::step(id, Step::Preview)).await;
        preview.is(200).says("Il manque encore").says("Mission sans titre");
        for step in [Step::Mission, Step::Skills, Step::Rate] {
            assert!(preview.has(&format!(".notice a[href='{}']", paths::step(id, step))));
        }
        assert!(!preview.words().contains("Publier la mission"));
        brun.post(paths::step(id, Step::Preview), &[]).await.is(422).says("Le titre de la mission");
        assert_eq!(stage.mission(id).await.state, MissionState::Draft);
    }

    async fn skills_come_and_go_one_by_one(engine) {
        let stage = Stage::build(engine).await;
        let brun = stage.house.member(&stage.brun);
        let id = stage.plant(sample(1, &stage.brun, MissionState::Draft)).await;
        let step = paths::step(id, Step::Skills);

        for (name, value, skills) in [
            ("skill", "figma", &["UX design", "Figma"][..]),
            ("skill", "Poterie", &["UX design", "Figma", "Poterie"][..]),
            ("remove", "Figma", &["UX design", "Poterie"][..]),
            ("remove", "Unknown", &["UX design", "Poterie"][..]),
            ("suggestion", "Figma", &["UX design", "Poterie", "Figma"][..]),
            // Known skills go by one name, as in profiles; another name is no other skill.
            ("skill", "k8s, référencement, C++", &["UX design", "Poterie", "Figma", "Kubernetes", "SEO", "C++"][..]),
            ("skill", "kubernetes, poterie", &["UX design", "Poterie", "Figma", "Kubernetes", "SEO", "C++"][..]),
        ] {
            assert_eq!(brun.post(&step, &[(name, value)]).await.location(), format!("{step}#skill"));
            assert_eq!(stage.mission(id).await.skills.0, skills, "{name}={value}");
        }
        assert_eq!(stage.mission(id).await.experience_years, 3, "a skill more leaves the years alone");
        brun.get(&step).await.says("UX design").says("Poterie");
    }

    async fn the_script_gets_suggestions(engine) {
        let stage = Stage::build(engine).await;
        let brun = stage.house.member(&stage.brun);
        let id = stage.plant(sample(1, &stage.brun, MissionState::Draft)).await;

        let skills = brun.get_part(format!("{}?skill=Rust%2C+recherche+util", paths::step(id, Step::Skills))).await;
        assert!(skills.has("option[value='Rust, Recherche utilisateur']"), "{}", skills.text());
        for address in [paths::NEW.to_owned(), paths::edit(id)] {
            let places = brun.get_part(format!("{address}?place=lausa")).await;
            assert!(places.has("option[value='Lausanne (VD)']"), "{}", places.text());
        }
    }

    // R98
    async fn an_open_mission_is_edited_and_stays_complete(engine) {
        let stage = Stage::build(engine).await;
        let brun = stage.house.member(&stage.brun);
        let id = stage.plant(sample(1, &stage.brun, MissionState::Open)).await;
        let page = brun.get(paths::mission(id)).await;
        let way = page.attribute("#offer a[href*='/edit/']", "href").unwrap();
        let seen = brun.get(way).await;
        seen.is(200).says("Modifier la mission");
        // It is complete: each step but the one that is open is done.
        assert!(seen.has(".steps [aria-current]:not(.done)") && !seen.has(".steps li:not(.done):not([aria-current])"));

        brun.post(paths::edit(id), &but(ABOUT, "then", "stay")).await.is(303);
        stage.house.settle().await;
        assert_eq!(stage.events("missions.changed").await, 1);
        assert_eq!(stage.mission(id).await.state, MissionState::Open);
        stage.house.member(&stage.lea).get("/missions?q=securite").await.says("Audit de sécurité");

        brun.post(paths::edit(id), &but(&but(ABOUT, "title", ""), "then", "stay")).await.is(422);
        brun.post(paths::step(id, Step::Skills), &[("remove", "Figma")]).await.is(303);
        brun.post(paths::step(id, Step::Skills), &[("remove", "UX design")]).await.is(422).says("Ajoutez une compétence au moins.");
        brun.post(paths::step(id, Step::Rate), &[("then", "stay"), ("billing", "payroll")]).await.is(422);
        assert_eq!(stage.mission(id).await.title, "Audit de sécurité");
    }

    // R98
    async fn what_is_decided_is_no_longer_edited(engine) {
        let stage = Stage::build(engine).await;
        let brun = stage.house.member(&stage.brun);
        for (n, (state, why)) in [
            (MissionState::Reserved, "Un candidat est choisi et doit encore répondre."),
            (MissionState::Validated, "La mission est validée."),
            (MissionState::Closed, "La mission est clôturée."),
            (MissionState::Withdrawn, "Notre équipe a retiré cette mission."),
        ].into_iter().enumerate() {
            let id = stage.plant(sample(n as u128 + 1, &stage.brun, state)).await;
            let before = stage.mission(id).await;
            for (step, fields) in [(Step::Mission, ABOUT), (Step::Skills, SKILLS), (Step::Rate, RATE), (Step::Preview, &[])] {
                brun.get(paths::step(id, step)).await.is(409).says("Cette mission ne se modifie plus").says(why);
                brun.post(paths::step(id, step), fields).await.is(409).says("Cette mission ne se modifie plus");
            }
            // What was typed meanwhile can be copied.
            brun.post(paths::edit(id), ABOUT).await.is(409).says("Vous relisez notre code");
            assert_eq!(stage.mission(id).await, before);
        }
    }

    async fn a_foreign_mission_is_not_there(engine) {
        let stage = Stage::build(engine).await;
        let id = stage.plant(sample(1, &stage.brun, MissionState::Open)).await;
        let before = stage.mission(id).await;
        let colibri = stage.house.member(&stage.colibri);
        for (step, fields) in [(Step::Mission, ABOUT), (Step::Skills, SKILLS), (Step::Rate, RATE), (Step::Preview, &[])] {
            colibri.get(paths::step(id, step)).await.is(404);
            colibri.post(paths::step(id, step), fields).await.is(404);
            let nowhere = paths::step(MissionId(uuid::Uuid::nil()), step);
            colibri.get(&nowhere).await.is(404);
            stage.house.member(&stage.lea).get(paths::step(id, step)).await.is(404);
            assert!(stage.house.visitor().get(paths::step(id, step)).await.location().starts_with("/sign-in"));
        }
        colibri.get("/missions/garbage/edit/mission").await.is(404);
        stage.house.member(&stage.lea).get(paths::NEW).await.is(404);
        colibri.post_with_key(paths::NEW, "forged", ABOUT).await.is(422).says("ouverte depuis trop longtemps");
        assert_eq!(stage.mission(id).await, before);
        assert!(missions_of(&stage, &stage.colibri).await.is_empty());
    }

    async fn a_remote_mission_with_an_open_rate_is_complete(engine) {
        let stage = Stage::build(engine).await;
        let brun = stage.house.member(&stage.brun);
        let remote = but(&but(ABOUT, "workplace", "remote"), "place", "");

        let second = brun.post(paths::NEW, &remote).await.location();
        let third = brun.post(&second, SKILLS).await.location();
        let open = [("pricing", "open"), ("rate", ""), ("activity", ""), ("billing", "payroll"), ("then", "next")];
        let fourth = brun.post(&third, &open).await.location();

        brun.get(&fourth).await.says("Tarif à convenir").says("À distance").says("Payrolling SPS souhaité");
        brun.post(&fourth, &[]).await.is(303);
        assert_eq!(stage.events("missions.published").await, 1);
    }
}
