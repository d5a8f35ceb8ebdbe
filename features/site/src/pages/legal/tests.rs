use super::PAGES;
use crate::{paths, samples::house};

testing::on_both_engines! {
    async fn each_legal_page_is_there_in_both_languages(engine) {
        let house = house(engine).await;
        // The language asked for is remembered, so each has a browser of its own.
        let (visitor, other) = (house.visitor(), house.visitor());
        let titles = [
            ("terms", "Conditions d’utilisation", "Terms of use"),
            ("privacy", "Protection des données", "Data protection"),
            ("imprint", "Mentions légales", "Imprint"),
        ];
        assert_eq!(titles.map(|(page, ..)| page), PAGES);
        for (page, french, english) in titles {
            let seen = visitor.get(paths::legal(page)).await;
            seen.is(200).says(french).hides("{brand}").hides("{operator}");
            assert!(seen.has(&format!(".side-nav a[href='/legal/{page}'][aria-current=page]")));
            other.get(format!("/legal/{page}?lang=en")).await.is(200).says(english);
        }
        visitor.get(paths::legal("terms")).await.says("exploitée par Place by Partner");
        // What only the operator can say is named as missing, not made up.
        visitor.get(paths::legal("imprint")).await.says("À compléter par l’exploitant");
    }

    async fn another_legal_page_is_not_found(engine) {
        let house = house(engine).await;
        for page in ["nonsense", "Terms", "terms.html", "%2e%2e"] {
            house.visitor().get(format!("/legal/{page}")).await.is(404);
        }
        house.visitor().get("/legal").await.is(404);
    }
}
