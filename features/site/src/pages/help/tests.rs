use std::collections::HashSet;

use i18n::Lang;

use crate::{
    Payroll, paths,
    samples::{house, house_with},
    words::{Chapter, words},
};

/// The chapters of the product's FAQ with the number of questions in each, and where they are here.
const FAQ: [(&str, &str, usize); 15] = [
    ("Le processus de sélection par statut", "statuses", 2),
    ("Freelance 1. Inscription", "f-registration", 3),
    ("Freelance 2. Profil", "f-profile", 6),
    ("Freelance 3. Missions", "f-missions", 6),
    ("Freelance 4. Facturation by SPS", "f-payroll", 6),
    ("Freelance 5. Moteur de recherche", "f-search", 1),
    ("Freelance 6. Messagerie", "f-messages", 1),
    ("Freelance 7. Paramètre", "f-settings", 5),
    ("Entreprise 1. Inscription", "c-registration", 2),
    ("Entreprise 2. Profil", "c-profile", 5),
    ("Entreprise 3. Missions & freelances", "c-missions", 9),
    ("Entreprise 4. Facturation by SPS", "c-payroll", 5),
    ("Entreprise 5. Moteur de recherche", "c-search", 1),
    ("Entreprise 6. Messagerie", "c-messages", 1),
    ("Entreprise 7. Paramètres", "c-settings", 5),
];

/// What the FAQ calls things; the help must call them the same.
const LABELS: [&str; 26] = [
    "Proposition reçue",
    "Proposition envoyée",
    "En cours de discussion",
    "Je ne suis pas intéressé(e)",
    "Je postule",
    "Choisir ce candidat",
    "Écarter ce candidat",
    "Cette mission m’intéresse",
    "Ce profil m’intéresse",
    "Rendre mon profil public",
    "je n’ai pas encore de permis de travail et je souhaite être contacté",
    "Recherchez une mission",
    "Recherchez un freelance",
    "Chercher un freelance",
    "Mes missions",
    "Mon entreprise",
    "Création d’une mission",
    "Gérer vos missions",
    "Visualiser les candidats",
    "Messagerie",
    "Modifier mes informations personnelles",
    "Modifier le mot de passe",
    "J’ai oublié mon mot de passe",
    "Supprimer mon compte",
    "Nous contacter",
    "Connexion",
];

fn chapters(lang: Lang) -> Vec<&'static Chapter> {
    let parts = &words(lang).help.parts;
    parts.iter().flat_map(|part| part.chapters).collect()
}

// R118
#[test]
fn every_chapter_of_the_faq_is_answered_in_both_languages() {
    for lang in Lang::ALL {
        for (name, id, questions) in FAQ {
            let chapter = chapters(lang).into_iter().find(|chapter| chapter.id == id);
            let answered = chapter.map_or(0, |chapter| chapter.questions.len());
            assert!(
                answered >= questions,
                "{name}, {}: {answered} of {questions}",
                lang.code()
            );
        }
    }
}

#[test]
fn both_languages_answer_the_same_questions() {
    let shape = |lang| {
        chapters(lang)
            .into_iter()
            .map(|chapter| (chapter.id, chapter.questions.len()))
    };
    assert!(shape(Lang::Fr).eq(shape(Lang::En)));
    for lang in Lang::ALL {
        let questions = chapters(lang).into_iter().flat_map(|chapter| chapter.questions);
        assert!(
            questions
                .into_iter()
                .all(|one| !one.question.is_empty() && !one.answer.is_empty())
        );
    }
}

/// The answer at this place.
fn answer(seen: &testing::Seen, place: &str) -> String {
    let text = seen.text().replace('\u{a0}', " ");
    let from = text.split_once(&format!("id=\"{place}\"")).map(|(_, rest)| rest);
    let answer = from.and_then(|rest| rest.split_once("</details>"));
    answer.map(|(answer, _)| answer.to_owned()).unwrap_or_default()
}

testing::on_both_engines! {
    // R14, R118
    async fn everybody_reads_it_in_the_words_of_the_faq(engine) {
        let house = house(engine).await;
        let seen = house.visitor().get(paths::HELP).await;
        seen.is(200).says("Vous êtes freelance").says("Vous êtes une entreprise");
        for label in LABELS {
            seen.says(label);
        }
        seen.says("Qui peut utiliser Place ?").hides("{brand}").hides("{operator}");
        seen.says("Contactez-nous").says("autres sociétés de placement de notre groupe");
        assert!(seen.has("a.btn[href='/contact']"));
        house.visitor().get("/help?lang=en").await.is(200).says("You are a freelance").says("Who can use Place?");
    }

    async fn every_link_in_the_page_arrives(engine) {
        let house = house(engine).await;
        let text = house.visitor().get(paths::HELP).await.text();
        let ids: Vec<&str> = text.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        let unique: HashSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "an id is there twice");

        let links: Vec<&str> = text.split("href=\"/help#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
        assert_eq!(links.len(), FAQ.len());
        for link in links {
            assert!(unique.contains(link), "{link}");
        }
        // Whoever comes from home, or to one question.
        assert!(unique.contains("f-payroll") && unique.contains("f-payroll-2"));
    }

    // R54-R60, R62, A17: what a party has to know before it decides how to bill.
    async fn both_sides_are_told_who_bills_and_who_answers_for_it(engine) {
        let house = house(engine).await;
        let seen = house.visitor().get(paths::HELP).await;
        for (place, said) in [
            ("f-payroll-1", "n’émet aucune facture entre l’entreprise et vous"), // R54
            ("c-payroll-1", "n’émet aucune facture entre vous et le freelance"),
            ("f-payroll-1", "le payrolling SPS, qui prend en charge le contrat, la facturation et le salaire"), // R55
            ("f-payroll-1", "décline toute responsabilité si l’entreprise ne paie pas"),
            ("c-payroll-1", "une solution externe. Dans ce cas, Place décline toute responsabilité."),
            ("f-payroll-2", "contactez notre équipe, qui s’en occupe"), // R56
            ("f-payroll-2", "Vous facturez vous-même : malheureusement, Place ne peut rien faire pour vous."),
            ("f-payroll-3", "Nous vous recommandons vivement leurs services ; ils ne sont jamais obligatoires."), // R57
            ("c-payroll-2", "Nous vous recommandons vivement leurs services ; ils ne sont jamais obligatoires."),
            ("f-payroll-4", "Nous ne vérifions ni les contrats, ni les moyens de paiement."), // R60
            ("c-payroll-3", "Nous ne vérifions ni les contrats, ni les moyens de paiement."),
            ("f-payroll-4", "contactez SPS : un expert dédié vous accompagne"), // R58
            ("c-payroll-3", "contactez SPS : un expert dédié suit la collaboration"),
            ("f-payroll-4", "contre un pourcentage de votre tarif"), // R59
            ("f-payroll-6", "Oui, vous choisissez mission par mission."), // R62
            ("f-payroll-6", "Place n’est pas responsable en cas de problème de facturation"),
            ("c-payroll-5", "Sans SPS, Place n’est pas responsable en cas de problème de facturation."),
        ] {
            assert!(answer(&seen, place).contains(said), "{place}: {}", answer(&seen, place));
        }
        // Nobody is told of a deal without the yes of both (A17).
        assert!(!seen.words().contains("SPS vous contacte"));
    }

    // R19, R40, R48, R66-R68, R84, R98, R113, R116, R117
    async fn what_the_help_promises_is_what_the_house_does(engine) {
        let house = house(engine).await;
        let seen = house.visitor().get(paths::HELP).await;
        for (place, said) in [
            ("f-registration-3", "le profil ne correspond pas à la plateforme."),
            ("f-profile-2", "dès qu’il indique votre métier, votre secteur et votre ville"),
            ("f-profile-5", "Ni nom, ni photo, ni coordonnées."),
            ("f-missions-4", "votre conversation reste ouverte et enregistrée"),
            ("c-missions-9", "Votre conversation reste ouverte et enregistrée."),
            ("f-messages-1", "La mission est clôturée : la conversation est archivée."),
            ("c-profile-2", "Dès lors, votre profil est visible"),
            ("c-missions-2", "tant qu’aucun freelance n’a postulé"),
            ("c-search-1", "« Chercher un freelance » ouvre la page « Recherchez un freelance »."),
            ("c-settings-1", "« Mon entreprise »"),
            ("c-settings-2", "seule notre équipe peut le modifier"),
        ] {
            assert!(answer(&seen, place).contains(said), "{place}: {}", answer(&seen, place));
        }
    }

    // Payroll partners change: the name is the operator's (docs/spec/selection.md).
    async fn the_payroll_partner_is_called_what_the_operator_calls_it(engine) {
        let payroll = Payroll { name: "Paie Lémanique".to_owned(), percent: Some("4.5".to_owned()), site: Some("https://paie.test".to_owned()) };
        let house = house_with(engine, crate::routes(payroll)).await;
        for address in [paths::HOME, paths::HELP, "/legal/terms", "/legal/privacy", "/?lang=en", "/help?lang=en"] {
            house.visitor().get(address).await.is(200).says("Paie Lémanique").hides("SPS").hides("{payroll}");
        }
    }

    // R61, R112
    async fn the_payroll_partner_is_told_of_as_the_operator_says(engine) {
        let silent = house(engine).await.visitor().get(paths::HELP).await;
        assert!(!silent.has("a[href='https://sps.test']"));
        assert!(!silent.words().contains("SPS prend"));

        let payroll = Payroll { percent: Some("4.5".to_owned()), site: Some("https://sps.test".to_owned()), ..Payroll::default() };
        let house = house_with(engine, crate::routes(payroll)).await;

        let seen = house.visitor().get(paths::HELP).await;
        assert_eq!(seen.says("En savoir plus sur SPS").words().matches("SPS prend 4,5 %").count(), 2);
        assert!(seen.has("#f-payroll-4 a[href='https://sps.test']") && seen.has("#c-payroll-3 a[href='https://sps.test']"));
        house.visitor().get("/help?lang=en").await.says("SPS takes 4.5% of the day rate.");
    }
}
