#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use web::Member;

use super::Wanted;
use crate::{
    Category,
    samples::{Stage, freelance},
};

#[test]
fn an_address_says_what_is_wanted_and_back() {
    let wanted = Wanted::read("category=data&city=Z%C3%BCrich&q=sql&page=2");
    assert_eq!(wanted.category, Some(Category::Data));
    let href = wanted.href(2);
    assert_eq!(
        Wanted::read(href.split_once('?').map_or("", |(_, query)| query)),
        wanted
    );
    assert_eq!(Wanted::read("category=x&page=-1&%ff=%zz&&"), Wanted::read(""));
}

/// Everyone who may see no more than previews.
fn onlookers(stage: &Stage) -> [Option<&Member>; 4] {
    [None, Some(&stage.lea), Some(&stage.nadia), Some(&stage.neuve)]
}

testing::on_both_engines! {
    // R40, A12, I11
    async fn a_preview_shows_sector_city_and_five_skills_and_nothing_that_leads_to_a_person(engine) {
        let stage = Stage::build(engine).await;
        for who in onlookers(&stage) {
            let client = who.map_or_else(|| stage.house.visitor(), |member| stage.house.member(member));
            for seen in [client.get("/freelances").await, client.get_part("/freelances").await] {
                seen.is(200).says("2 profils").says("Data, IT & Web").says("Lausanne").says("UX design").says("SQL");
                for person in [&stage.jonas, &stage.nadia] {
                    seen.hides(&person.account.to_string()).hides(&person.account.simple().to_string());
                }
                if who.is_none_or(|member| member.account != stage.lea.account) {
                    seen.hides(&stage.lea.account.to_string());
                }
                seen.hides("Rochat").hides("Meier").hides("Ferrari").hides("@");
                seen.hides("Ingénieur").hides("avec soin").hides("CHF").hides("1’200");
                // The sixth skill, and a profile that is not certified.
                seen.hides("Animation d’ateliers").hides("Genève").hides("nLPD (");
                assert!(!seen.has("main a[href^='/freelances/'], main img"));
            }
        }
    }

    // I11: nobody finds out what a preview does not show.
    async fn what_a_preview_does_not_show_cannot_be_searched_for(engine) {
        let stage = Stage::build(engine).await;
        let visitor = stage.house.visitor();
        for secret in ["Rochat", "L%C3%A9a", "soin", "Animation+d%E2%80%99ateliers", "ing%C3%A9nieur"] {
            visitor.get(format!("/freelances?q={secret}")).await.is(200).says("Aucun profil ne correspond");
        }
        visitor.get("/freelances?q=recherche").await.says("1 profil").says("Lausanne");
    }

    async fn previews_are_filtered_by_sector_city_and_skill(engine) {
        let stage = Stage::build(engine).await;
        let visitor = stage.house.visitor();
        for city in ["lausanne", "1003+Lausanne", "Lausanne+VD"] {
            let seen = visitor.get(format!("/freelances?city={city}")).await;
            seen.says("1 profil").says("Figma");
            assert!(!seen.words().contains("Airflow"));
        }
        visitor.get("/freelances?category=legal").await.says("Aucun profil");
        visitor.get("/freelances?category=data").await.says("2 profils").says("Data, IT & Web (2)");
        visitor.get("/freelances?q=a11y").await.says("1 profil").says("Lausanne");
        visitor.get("/freelances?category=data&city=Z%C3%BCrich&q=python").await.says("1 profil");
    }

    async fn no_address_breaks_the_previews(engine) {
        let stage = Stage::build(engine).await;
        let visitor = stage.house.visitor();
        for query in ["page=0", "page=99", "page=-3&category=&city=&q=", "%ff=%fe&&==", "category=plumbing", "q=%00%22%27(*", "city=Nulle+part"] {
            visitor.get(format!("/freelances?{query}")).await.is(200);
        }
        visitor.get("/freelances?q=%3Cscript%3Ealert(1)").await.is(200).hides("<script>alert");
    }

    async fn many_previews_come_in_pages(engine) {
        let stage = Stage::build(engine).await;
        stage.crowd(30).await;
        let visitor = stage.house.visitor();
        visitor.get("/freelances").await.says("32 profils").says("1 à 12 sur 32");
        let third = visitor.get("/freelances?page=3&category=data").await;
        third.says("25 à 32 sur 32");
        assert!(third.has("a[href='/freelances?category=data'], a[href='/freelances?category=data&page=2']"));
        assert_eq!(third.attribute("a[aria-current=page][href^='/freelances?']", "href").as_deref(), Some("/freelances?category=data&page=3"));
    }

    async fn everyone_reads_what_opens_the_rest(engine) {
        let stage = Stage::build(engine).await;
        stage.house.visitor().get("/freelances").await.says("Créez un compte");
        let neuve = stage.house.member(&stage.neuve).get("/freelances").await;
        assert!(neuve.has("main a[href='/certification']"));
        let lea = stage.house.member(&stage.lea).get("/freelances").await;
        assert!(lea.has("main a[href='/profile']"));
    }

    // R20, R32
    async fn a_profile_without_a_name_or_certification_is_nowhere(engine) {
        let stage = Stage::build(engine).await;
        let tx = stage.app().begin().await.unwrap();
        let planted = freelance(&stage.paul, "Graphiste", "Lugano", Category::Marketing, &["Storyboard"], 700);
        crate::plant_freelance(stage.app(), &tx, planted).await.unwrap();
        tx.commit().await.unwrap();
        stage.announce(&stage.paul).await;
        stage.house.visitor().get("/freelances").await.says("2 profils").hides("Lugano");
    }
}
