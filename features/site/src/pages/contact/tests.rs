use std::sync::Arc;

use insta::assert_snapshot;
use testing::tokio;

use crate::{
    paths,
    samples::{GOOD, house, kept, lea, with},
    topic::Topic,
};

testing::on_both_engines! {
    // R117, R118
    async fn a_message_is_kept_and_its_sender_is_told(engine) {
        let house = house(engine).await;

        let sent = house.visitor().post(paths::CONTACT, &GOOD).await;
        house.settle().await;

        assert_eq!(sent.location(), paths::CONTACT_SENT);
        let kept = kept(&house).await;
        assert_eq!(kept.len(), 1);
        assert_eq!(kept[0].topic, Topic::Number);
        assert_eq!((kept[0].name.as_str(), kept[0].email.as_str()), ("Paul Roy", "paul@firme.test"));
        assert_eq!(kept[0].message, GOOD[3].1);
        assert!(!kept[0].is_member);
        let letters = house.letters();
        assert_eq!(letters.len(), 1);
        assert_eq!(letters[0].to.email, "paul@firme.test");
        // Nothing that was typed goes to an address that nobody has proved.
        for typed in ["Paul", "CHE-116", "devient"] {
            assert!(!letters[0].text.contains(typed) && !letters[0].html.contains(typed), "{typed}");
        }
    }

    async fn the_letter_is_in_the_language_of_the_page(engine) {
        let house = house(engine).await;
        house.visitor().post(paths::CONTACT, &GOOD).await.is(303);
        house.visitor().post(format!("{}?lang=en", paths::CONTACT), &GOOD).await.is(303);
        house.settle().await;

        let letters = house.letters();
        assert_snapshot!("arrived_fr", format!("{}\n\n{}", letters[0].subject, letters[0].text));
        assert_snapshot!("arrived_en", format!("{}\n\n{}", letters[1].subject, letters[1].text));
    }

    async fn each_wrong_field_is_shown_and_what_was_typed_is_kept(engine) {
        let house = house(engine).await;
        let visitor = house.visitor();
        let long = "a".repeat(101);
        let (short, endless) = ("Trop court.", "a".repeat(4001));
        let far = format!("{}@exemple.test", "a".repeat(250));
        let wrong = [
            ("topic", "", "Choisissez une des réponses proposées."),
            ("topic", "nonsense", "Choisissez une des réponses proposées."),
            ("name", " ", "Ce champ est à remplir."),
            ("name", long.as_str(), "100 caractères au plus"),
            ("name", "Paul\nRoy", "caractère invisible"),
            ("name", "Paul\0", "caractère invisible"),
            ("email", "", "Ce champ est à remplir."),
            ("email", "paul", "n’est pas complète"),
            ("email", "paul@firme.test\nBcc: autre@firme.test", "n’est pas complète"),
            ("email", far.as_str(), "n’est pas complète"),
            ("message", "", "Ce champ est à remplir."),
            ("message", short, "Il manque 9 caractères."),
            ("message", endless.as_str(), "4’000 caractères au plus"),
            ("message", "Un texte assez long \u{202e} mais retourné", "caractère invisible"),
        ];

        for (field, value, says) in wrong {
            let seen = visitor.post(paths::CONTACT, &with(field, value)).await;
            seen.is(422).says(says);
            assert!(seen.has(&format!("#{field}[aria-invalid=true][aria-describedby~='{field}-fault']")), "{field}");
            assert!(seen.has(&format!("[role=alert] a[href='#{field}']")), "{field}");
            let kept = if field == "name" { "paul@firme.test" } else { "Paul Roy" };
            let place = if field == "name" { "#email" } else { "#name" };
            assert_eq!(seen.attribute(place, "value").as_deref(), Some(kept));
            if field != "topic" {
                assert!(seen.has("#topic option[value=number][selected]"));
            }
        }
        let empty = visitor.post(paths::CONTACT, &[]).await;
        assert_eq!(empty.is(422).text().matches("aria-invalid").count(), 4);
        assert!(kept(&house).await.is_empty());
    }

    async fn what_is_typed_is_never_markup(engine) {
        let house = house(engine).await;
        let script = "<script>alert(1)</script> et encore du texte";

        let seen = house.visitor().post(paths::CONTACT, &[("message", script), ("name", "\"><b>x")]).await;

        seen.is(422).says(script).hides("<script>alert").hides("\"><b>");
    }

    async fn a_double_click_is_one_message(engine) {
        let house = Arc::new(house(engine).await);
        let visitor = house.visitor();
        let key = visitor.key().await;

        let first = visitor.post_with_key(paths::CONTACT, &key, &GOOD).await.location();
        let second = visitor.post_with_key(paths::CONTACT, &key, &GOOD).await.location();
        let key = visitor.key().await;
        let (one, other) = tokio::join!(
            visitor.post_with_key(paths::CONTACT, &key, &GOOD),
            visitor.post_with_key(paths::CONTACT, &key, &GOOD),
        );
        house.settle().await;

        assert_eq!(first, second);
        assert_eq!((one.status, other.status), (303, 303));
        assert_eq!(kept(&house).await.len(), 2);
        assert_eq!(house.letters().len(), 2);
    }

    async fn a_forged_form_comes_back(engine) {
        let house = house(engine).await;
        let seen = house.visitor().post_with_key(paths::CONTACT, "forged", &GOOD).await;
        seen.is(422).says("ouverte depuis trop longtemps");
        assert_eq!(seen.attribute("#name", "value").as_deref(), Some("Paul Roy"));
        assert!(kept(&house).await.is_empty());
    }

    async fn nobody_writes_without_end(engine) {
        let house = house(engine).await;
        let (visitor, lea) = (house.visitor(), house.member(&lea()));
        for _ in 0..5 {
            lea.post(paths::CONTACT, &GOOD).await.is(303);
        }
        // The account has had its share, the address (the same here) has not.
        let refused = lea.post(paths::CONTACT, &GOOD).await;
        assert!(refused.is(429).says("Réessayez dans").headers.contains_key("retry-after"));
        assert!(refused.has("textarea#message:not(:empty)"), "what was typed is kept");
        for _ in 0..4 {
            visitor.post(paths::CONTACT, &GOOD).await.is(303);
        }
        visitor.post(paths::CONTACT, &GOOD).await.is(429);
        assert_eq!(kept(&house).await.len(), 9);
    }

    async fn nobody_fills_the_mailbox_of_another(engine) {
        let house = house(engine).await;
        let visitor = house.visitor();
        for _ in 0..4 {
            visitor.post(paths::CONTACT, &GOOD).await.is(303);
        }
        visitor.post(paths::CONTACT, &with("email", "AUTRE@firme.test")).await.is(303);
        house.settle().await;

        assert_eq!(kept(&house).await.len(), 5);
        let to: Vec<String> = house.letters().into_iter().map(|letter| letter.to.email).collect();
        assert_eq!(to, ["paul@firme.test", "paul@firme.test", "paul@firme.test", "autre@firme.test"]);
    }

    async fn a_member_finds_their_name_there(engine) {
        let house = house(engine).await;
        let lea = house.member(&lea());

        let seen = lea.get(paths::CONTACT).await;
        assert_eq!(seen.attribute("#name", "value").as_deref(), Some("Léa"));
        lea.post(paths::CONTACT, &GOOD).await.is(303);

        assert!(kept(&house).await[0].is_member);
    }

    // R14, R117
    async fn a_link_brings_its_topic_along(engine) {
        let house = house(engine).await;
        let visitor = house.visitor();
        for (topic, label) in [("services", "Métier hors des quatre catégories"), ("number", "Numéro d’immatriculation")] {
            let seen = visitor.get(paths::contact_about(topic)).await;
            seen.is(200).says(label);
            assert!(seen.has(&format!("#topic option[value={topic}][selected]")));
        }
        let seen = visitor.get(paths::contact_about("%22%3E%3Cb%3E")).await;
        assert!(!seen.is(200).hides("<b>").has("#topic option[selected]"));
    }

    async fn both_languages_say_it(engine) {
        let house = house(engine).await;
        let visitor = house.visitor();
        visitor.get(paths::CONTACT).await.is(200).says("Nous contacter").says("Payrolling et facturation");
        visitor.get(paths::CONTACT_SENT).await.is(200).says("Votre message est enregistré");
        visitor.get("/contact?lang=en").await.is(200).says("Contact us").says("Registration number");
        visitor.get("/contact/sent?lang=en").await.is(200).says("Your message is saved");
    }
}
