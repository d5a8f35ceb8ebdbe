#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use certification::{
    Standing,
    events::{Certified, Refused},
};
use search::Document;

use crate::{
    Category,
    samples::{Stage, freelance},
};

testing::on_both_engines! {
    // R85, R113, "Who sees what"
    async fn certified_companies_and_staff_search_by_name_and_all(engine) {
        let stage = Stage::build(engine).await;
        for who in [&stage.brun, &stage.mara] {
            let seen = stage.house.member(who).get("/freelances").await;
            seen.is(200).says("Recherchez un freelance").says("2 profils").says("Léa Rochat").says("CHF 950");
            seen.hides("Ferrari").hides("@example");
            assert!(seen.has(&format!("a[href='/freelances/{}']", stage.lea.account)));
        }
    }

    // R113: skill, sector, experience level; accents and capitals apart, in either language.
    async fn a_search_finds_what_people_mean(engine) {
        let stage = Stage::build(engine).await;
        let brun = stage.house.member(&stage.brun);
        for (text, found, not) in [
            ("ingenieur donnees", "Jonas Meier", "Léa"),
            ("DESIGN SYSTEM", "Léa Rochat", "Jonas"),
            ("user research", "Léa Rochat", "Jonas"),
            ("airflow", "Jonas Meier", "Léa"),
            ("zurich", "Jonas Meier", "Léa"),
            ("Waadt", "Léa Rochat", "Jonas"),
            ("figm", "Léa Rochat", "Jonas"),
            // Levels of experience by name, as the filter names them, and in years.
            ("senior", "Jonas Meier", "Léa"),
            ("confirmé", "Léa Rochat", "Jonas"),
            ("Plus de 8 ans", "Jonas Meier", "Léa"),
            ("4 à 8 ans", "Léa Rochat", "Jonas"),
            ("5 ans", "Léa Rochat", "Jonas"),
            ("données, 12 ans d’expérience", "Jonas Meier", "Léa"),
        ] {
            let seen = brun.get(format!("/freelances?q={}", text.replace(' ', "+"))).await;
            seen.is(200).says("1 profil").says(found);
            assert!(!seen.words().contains(not), "{text} should not find {not}");
        }
        brun.get("/freelances?q=data+it").await.says("2 profils");
        brun.get("/freelances?q=informatique").await.says("2 profils");
        brun.get("/freelances?q=donn%C3%A9es+7+ans").await.says("Aucun profil ne correspond");
        // Names are not searched for.
        brun.get("/freelances?q=Rochat").await.says("Aucun profil ne correspond");
    }

    // R99
    async fn filters_count_what_they_would_leave(engine) {
        let stage = Stage::build(engine).await;
        let brun = stage.house.member(&stage.brun);
        let seen = brun.get("/freelances?canton=VD").await;
        seen.says("1 profil").says("Léa Rochat").says("Vaud");
        assert!(!seen.words().contains("Jonas"));
        assert!(seen.has("input[name=canton][value=VD][checked]") && seen.has("input[name=canton][value=ZH]:not([checked])"));
        assert!(seen.has("a.chip[href='/freelances']"));
        brun.get("/freelances?canton=VD&canton=ZH").await.says("2 profils");
        brun.get("/freelances?skill=Figma&canton=ZH").await.says("Aucun profil").says("Voir 2 profils sans les filtres");
        brun.get("/freelances?rate_from=1000").await.says("1 profil").says("Jonas").says("dès CHF 1’000");
        brun.get("/freelances?rate_to=1%E2%80%99000").await.says("1 profil").says("Léa");
        brun.get("/freelances?category=data&category=legal").await.says("2 profils");
        brun.get("/freelances?language=de").await.says("Jonas").says("Allemand");
    }

    // R114: languages, payrolling, expertise, experience level. Each leaves one of the two, for what it says.
    async fn each_refinement_leaves_those_it_says(engine) {
        let stage = Stage::build(engine).await;
        for (member, form) in [
            (&stage.lea, [("skills", "Figma"), ("language", "fr"), ("experience", "6"), ("payroll", "yes"), ("category", "data")]),
            (&stage.jonas, [("skills", "SQL"), ("language", "de"), ("experience", "12"), ("payroll", ""), ("category", "legal")]),
        ] {
            let form: Vec<(&str, &str)> = form.into_iter().chain([("headline", "Analyse"), ("city", "Bern")]).collect();
            stage.house.member(member).post(crate::paths::PROFILE, &form).await.is(303);
        }
        stage.house.settle().await;
        let brun = stage.house.member(&stage.brun);
        brun.get("/freelances?q=analyse").await.says("2 profils");
        for (query, found, not) in [
            ("language=fr", "Léa Rochat", "Jonas"),
            ("language=de", "Jonas Meier", "Léa"),
            ("payroll=yes", "Léa Rochat", "Jonas"),
            ("skill=Figma", "Léa Rochat", "Jonas"),
            ("skill=SQL", "Jonas Meier", "Léa"),
            ("category=legal", "Jonas Meier", "Léa"),
            ("level=confirmed", "Léa Rochat", "Jonas"),
            ("level=senior", "Jonas Meier", "Léa"),
        ] {
            let seen = brun.get(format!("/freelances?q=analyse&{query}")).await;
            seen.says("1 profil").says(found);
            assert!(!seen.words().contains(not), "{query} should not leave {not}");
        }
        for query in ["level=junior", "payroll=yes&level=senior", "language=de&skill=Figma"] {
            brun.get(format!("/freelances?q=analyse&{query}")).await.says("Aucun profil ne correspond");
        }
    }

    async fn results_come_in_the_order_asked_for(engine) {
        let stage = Stage::build(engine).await;
        let brun = stage.house.member(&stage.brun);
        let order = |words: String| words.find("Léa Rochat").unwrap() < words.find("Jonas Meier").unwrap();
        assert!(order(brun.get("/freelances?sort=rate").await.words()));
        assert!(!order(brun.get("/freelances?sort=rate-down").await.words()));
        let seen = brun.get("/freelances?sort=rate-down").await;
        assert!(seen.has("option[value=rate-down][selected]"));
    }

    // R39: of two that match equally well, the more complete one comes first, though it is a little older.
    async fn the_more_complete_profile_comes_first(engine) {
        let stage = Stage::build(engine).await;
        let brun = stage.house.member(&stage.brun);
        let anna = testing::person(certification::rights::FREELANCE, true, "Anna");
        let five = ["Storyboard", "Figma", "SQL", "SEO", "Newsletter"];
        for (member, last, skills) in [(&anna, "Ancienne", &five[..]), (&stage.paul, "Mercier", &five[..1])] {
            let planted = freelance(member, "Illustration", "Lugano", Category::Marketing, skills, 700);
            stage.plant(planted, "Illustre", last, Standing::Certified).await;
            stage.announce(member).await;
            stage.app().clock().advance(chrono::TimeDelta::hours(1));
        }
        let order = async || {
            let mut before = Vec::new();
            for query in ["", "?q=storyboard", "?q=illustration&canton=TI"] {
                let words = brun.get(format!("/freelances{query}")).await.words();
                before.push(words.find("Illustre Ancienne").unwrap() < words.find("Illustre Mercier").unwrap());
            }
            before
        };
        assert_eq!(order().await, [true; 3]);
        for feed in crate::feeds() {
            (feed.rebuild)(stage.app().clone()).await.unwrap();
        }
        assert_eq!(order().await, [true; 3]);

        let skills = five.join(", ");
        let form = [("headline", "Illustration"), ("category", "marketing"), ("city", "Lugano"), ("skills", &skills),
            ("description", "Illustration : je travaille avec soin."), ("language", "it"), ("day_rate", "700"), ("experience", "4")];
        stage.house.member(&stage.paul).post(crate::paths::PROFILE, &form).await.is(303);
        stage.house.settle().await;
        assert_eq!(order().await, [false; 3]);
    }

    async fn many_results_come_in_pages_and_keep_the_search(engine) {
        let stage = Stage::build(engine).await;
        stage.crowd(43).await;
        let brun = stage.house.member(&stage.brun);
        brun.get("/freelances?category=data").await.says("45 profils").says("1 à 20 sur 45");
        let second = brun.get("/freelances?category=data&page=2").await;
        second.says("21 à 40 sur 45");
        assert!(second.has("a[href='/freelances?category=data&page=3']"));
        brun.get("/freelances?category=data&page=900").await.says("41 à 45 sur 45");
        let part = brun.get_part("/freelances?category=data&page=2").await;
        assert!(part.is(200).has("form#search") && !part.has("h1"));
        part.hides("<html").says("45 profils");
    }

    // R53
    async fn nothing_found_proposes_a_way_on(engine) {
        let stage = Stage::build(engine).await;
        let brun = stage.house.member(&stage.brun);
        let seen = brun.get("/freelances?q=comptable&category=legal").await;
        seen.says("Aucun profil ne correspond").says("Essayez un synonyme").says("Vous cherchez peut-être");
        assert!(seen.has("a[href='/freelances?category=legal']"), "the same without the text");
        brun.get("/freelances?q=accessibolite").await.says("qui s’en approchent").says("Léa Rochat");
    }

    async fn no_address_breaks_the_search(engine) {
        let stage = Stage::build(engine).await;
        let brun = stage.house.member(&stage.brun);
        for query in [
            "page=-1", "page=99999999999999999999", "rate_from=abc&rate_to=-9", "rate_from=2000&rate_to=10",
            "category=&canton=&level=x&language=&skill=", "sort=", "%ff&%fe=%zz", "&&&===", "q=%22%28%5B*%3F%5C%00",
            "q=AND+OR+NOT", "skill=%3Cscript%3E", "payroll=no",
        ] {
            brun.get(format!("/freelances?{query}")).await.is(200);
        }
        brun.get("/freelances?q=%3Cscript%3Ealert(1)&skill=%22%3E%3Cscript%3E").await.is(200).hides("<script>alert").hides("\"><script>");
        brun.get(format!("/freelances?q={}", "long+".repeat(1500))).await.is(200);
    }

    // R30, R32: the shelf feels a certification, at once and for good.
    async fn a_certified_profile_is_found_and_a_refused_one_no_more(engine) {
        let stage = Stage::build(engine).await;
        let brun = stage.house.member(&stage.brun);
        let planted = freelance(&stage.paul, "Graphiste", "Lugano", Category::Marketing, &["Storyboard"], 700);
        stage.plant(planted, "Paul", "Mercier", Standing::Certified).await;
        brun.get("/freelances?q=graphiste").await.says("Aucun profil");
        let account = stage.paul.account;

        let tx = stage.app().begin().await.unwrap();
        stage.app().record(&tx, &Certified { account, role: "freelance".to_owned() }).await.unwrap();
        tx.commit().await.unwrap();
        stage.house.settle().await;
        brun.get("/freelances?q=graphiste").await.says("1 profil").says("Paul Mercier");
        stage.house.visitor().get("/freelances").await.says("3 profils").says("Lugano");

        // Nadia is on the shelf although she is not certified, as if she had been before.
        let account = stage.nadia.account;
        for shelf in ["freelances", "previews"] {
            let card = stage.app().library().search(shelf, &search::Query { limit: 1, ..search::Query::default() });
            let card = card.unwrap().hits[0].card.to_vec();
            let document = Document { id: account, card, ..Document::default() };
            stage.app().library().upsert(shelf, vec![document]).await.unwrap();
        }
        brun.get("/freelances").await.says("4 profils");
        let refused = Refused { account, role: "freelance".to_owned(), ground: "documents".to_owned(), withdrawn: true };
        let tx = stage.app().begin().await.unwrap();
        stage.app().record(&tx, &refused).await.unwrap();
        tx.commit().await.unwrap();
        stage.house.settle().await;
        brun.get("/freelances").await.says("3 profils");
        stage.house.visitor().get("/freelances").await.says("3 profils");
    }

    async fn a_certified_company_is_no_freelance(engine) {
        let stage = Stage::build(engine).await;
        let tx = stage.app().begin().await.unwrap();
        let certified = Certified { account: stage.brun.account, role: "company".to_owned() };
        stage.app().record(&tx, &certified).await.unwrap();
        tx.commit().await.unwrap();
        stage.house.settle().await;
        stage.house.member(&stage.brun).get("/freelances").await.says("2 profils");
    }
}
