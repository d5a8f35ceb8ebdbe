#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use web::Member;

use crate::{Category, CompanyId, FreelanceId, company_cards, freelance_cards, samples::Stage, shown_name};

fn id(member: &Member) -> FreelanceId {
    FreelanceId(member.account)
}

testing::on_both_engines! {
    // A19
    async fn cards_speak_of_people_by_the_name_they_show(engine) {
        let stage = Stage::build(engine).await;
        let db = stage.app().db().read();

        let ids = [id(&stage.lea), id(&stage.nadia), id(&stage.paul)];
        let cards = freelance_cards(db, &ids).await.unwrap();

        let lea = &cards[&id(&stage.lea)];
        assert_eq!((lea.name.as_str(), lea.city.as_str()), ("Léa Rochat", "Lausanne"));
        assert_eq!((lea.day_rate, lea.skills.len()), (Some(950), 6));
        assert_eq!(lea.categories, [Category::Data]);
        assert_eq!(lea.avatar().initials(), "LR");
        assert_eq!(cards[&id(&stage.nadia)].name, "Nadia Ferrari");
        assert!(!cards.contains_key(&id(&stage.paul)), "nobody knows how Paul is called");
        assert_eq!(shown_name(db, stage.lea.account).await.unwrap().as_deref(), Some("Léa Rochat"));
        assert_eq!(shown_name(db, stage.paul.account).await, Ok(None));
    }

    async fn cards_of_companies_need_no_more_than_a_name(engine) {
        let stage = Stage::build(engine).await;
        let db = stage.app().db().read();
        let (brun, neuve) = (CompanyId(stage.brun.account), CompanyId(stage.neuve.account));

        let cards = company_cards(db, &[brun, neuve]).await.unwrap();

        assert_eq!(cards[&brun].name, "Atelier Brun");
        assert_eq!(cards[&brun].website, "https://brun.example");
        assert_eq!(cards[&brun].address, "Rue du Rabot 4, 1003 Lausanne");
        assert_eq!((cards[&brun].complete, cards[&neuve].complete), (67, 0));
        assert_eq!(cards[&neuve].address, "");
        assert_eq!((cards[&neuve].name.as_str(), cards[&neuve].city.as_str()), ("Maison Neuve", ""));
        assert_eq!(shown_name(db, stage.neuve.account).await.unwrap().as_deref(), Some("Maison Neuve"));
        assert!(company_cards(db, &[]).await.unwrap().is_empty());
    }
}
