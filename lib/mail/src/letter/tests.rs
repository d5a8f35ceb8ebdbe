use i18n::Lang;

use super::{Block, Letter, Link};

/// Every kind of block, as a French reader gets it.
fn french() -> Letter {
    Letter {
        lang: Lang::Fr,
        subject: "Votre table est réservée".to_owned(),
        preheader: "Mardi 16 juin à 19 h, quatre couverts. Modifiable jusqu’à midi.".to_owned(),
        heading: "Votre table est réservée".to_owned(),
        blocks: vec![
            Block::Paragraph(
                "Bonjour Léa,\n\nL’Auberge du Lac vous attend. Elle vous écrit\u{a0}:".to_owned(),
            ),
            Block::Quote("Nous vous gardons la table près de la fenêtre.\nÀ mardi !".to_owned()),
            Block::Card {
                title: "Auberge du Lac".to_owned(),
                lines: vec![
                    "Mardi 16 juin 2026, 19:00".to_owned(),
                    "Quatre couverts, terrasse".to_owned(),
                ],
                strong: Some("CHF\u{a0}48 par personne".to_owned()),
            },
            Block::List(vec![
                "Le parking est gratuit.".to_owned(),
                "Les chiens sont les bienvenus.".to_owned(),
            ]),
            Block::Button(Link::new(
                "Voir la réservation",
                "https://tables.example/r/42?a=1&b=2",
            )),
            Block::Small("Merci de prévenir en cas de retard.".to_owned()),
            Block::SmallLink {
                before: "Un empêchement\u{a0}?".to_owned(),
                link: Link::new("Annuler la réservation", "https://tables.example/r/42/annuler"),
            },
        ],
        reason: "Vous recevez cet e-mail car vous avez réservé une table.".to_owned(),
        settings: Some(Link::new("Vos paramètres", "https://tables.example/parametres")),
        sender_line: "Tables, Suisse".to_owned(),
        unsubscribe: None,
    }
}

/// The smallest letter, as an English reader gets it.
fn english() -> Letter {
    Letter {
        lang: Lang::En,
        subject: "Confirm your address".to_owned(),
        preheader: String::new(),
        heading: "Confirm your address".to_owned(),
        blocks: vec![
            Block::Paragraph("This link works for one hour.".to_owned()),
            Block::Button(Link::new("Confirm", "https://tables.example/confirm/abc")),
            Block::Quote("See you soon".to_owned()),
        ],
        reason: "You receive this e-mail because somebody typed your address.".to_owned(),
        settings: None,
        sender_line: "Tables, Switzerland".to_owned(),
        unsubscribe: None,
    }
}

#[test]
fn a_french_letter_reads_well_as_text() {
    insta::assert_snapshot!(french().text());
}

#[test]
fn an_english_letter_reads_well_as_text() {
    insta::assert_snapshot!(english().text());
}

#[test]
fn a_french_letter_is_one_html_document() {
    insta::assert_snapshot!(french().html("Tables"));
}

#[test]
fn an_english_letter_is_one_html_document() {
    insta::assert_snapshot!(english().html("Tables"));
}

#[test]
fn nothing_that_was_typed_becomes_markup() {
    let nasty = "\"><script>alert('x')</script>&".to_owned();
    let link = Link::new(nasty.clone(), format!("https://tables.example/?{}", "\"><b>"));
    let letter = Letter {
        lang: Lang::Fr,
        subject: nasty.clone(),
        preheader: nasty.clone(),
        heading: nasty.clone(),
        blocks: vec![
            Block::Paragraph(nasty.clone()),
            Block::Quote(nasty.clone()),
            Block::Card {
                title: nasty.clone(),
                lines: vec![nasty.clone()],
                strong: Some(nasty.clone()),
            },
            Block::List(vec![nasty.clone()]),
            Block::Button(link.clone()),
            Block::Small(nasty.clone()),
            Block::SmallLink {
                before: nasty.clone(),
                link: link.clone(),
            },
        ],
        reason: nasty.clone(),
        settings: Some(link),
        sender_line: nasty.clone(),
        unsubscribe: Some(nasty.clone()),
    };

    let html = letter.html(&nasty);

    assert!(!html.contains("<script"), "{html}");
    assert!(!html.contains("<b>"), "{html}");
    // Title, preheader, brand, heading, 2 texts, 3 in the card, list, button, small,
    // two in the small link, reason, settings, sender.
    assert_eq!(html.matches("&#60;script&#62;").count(), 17);
}

#[test]
fn a_link_to_a_script_is_shown_as_words() {
    for url in [
        "javascript:alert(1)",
        "data:text/html,x",
        "https://a b",
        "/here",
        "",
    ] {
        let mut letter = english();
        letter.blocks = vec![Block::Button(Link::new("Go", url))];
        letter.settings = Some(Link::new("Settings", url));

        let html = letter.html("Tables");

        assert!(!html.contains("href"), "{url}");
        assert!(html.contains("Settings"));
        assert!(html.contains(">Go<"));
        assert!(!letter.text().contains("Settings:"), "{url}");
    }
}

#[test]
fn a_letter_loads_nothing_from_outside() {
    let html = french().html("Tables");

    for fetched in ["src=", "<link", "@import", "url("] {
        assert!(!html.contains(fetched), "{fetched}");
    }
}

#[test]
fn control_characters_do_not_reach_the_text() {
    let mut letter = english();
    letter.blocks = vec![Block::Paragraph("red\u{1b}[31m\r\nnext\u{7}".to_owned())];

    assert!(letter.text().contains("red[31m\nnext\n"));
}
