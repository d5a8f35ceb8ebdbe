#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use certification::{
    Planted, Standing,
    rights::{COMPANY, FREELANCE, STAFF},
};
use testing::{Engine, House, Setup, person};
use uuid::Uuid;

use crate::paths;

async fn house(engine: Engine) -> House {
    let setup = Setup {
        routes: crate::routes().and(certification::staff_routes()),
        migrations: certification::migrations(),
        ..Setup::default()
    };
    House::build(engine, setup).await
}

testing::on_both_engines! {
    async fn the_desk_counts_what_waits_and_leads_there(engine) {
        let house = house(engine).await;
        let mara = house.member(&person(STAFF, true, "Mara"));
        mara.get(paths::DESK).await.is(200).says("Aucun dossier n’attend.");
        let tx = house.app.begin().await.unwrap();
        for (n, standing) in [Standing::InReview, Standing::InReview, Standing::ToContact, Standing::Certified].into_iter().enumerate() {
            let planted = Planted::freelance(Uuid::from_u128(n as u128), "Ada", "Test", standing);
            certification::plant(&house.app, &tx, planted).await.unwrap();
        }
        tx.commit().await.unwrap();

        let desk = mara.get(paths::DESK).await;

        desk.is(200).says("3 dossiers attendent.");
        desk.says("Freelances à examiner 2 Entreprises à vérifier 0 Freelances à contacter 1 Tâches abandonnées 0");
        let to_contact = desk.attribute("a[href*='to_contact']", "href").unwrap();
        mara.get(to_contact).await.is(200).says("Ada Test");
        assert!(desk.has("a[href='/staff/contact']") && desk.has("a[href='/staff/jobs']"));
        mara.get(format!("{}?lang=en", paths::DESK)).await.says("3 dossiers are waiting.");
    }

    async fn the_desk_is_staffs_alone(engine) {
        let house = house(engine).await;
        for address in [paths::DESK, paths::JOBS] {
            for (role, cleared) in [(FREELANCE, false), (FREELANCE, true), (COMPANY, false), (COMPANY, true)] {
                house.member(&person(role, cleared, "Léa")).get(address).await.is(404);
            }
            assert!(house.visitor().get(address).await.location().starts_with("/sign-in"));
        }
        let retry = paths::retry(Uuid::from_u128(1));
        house.member(&person(COMPANY, true, "Brun")).post(&retry, &[]).await.is(404);
        assert!(house.visitor().post(&retry, &[]).await.location().starts_with("/sign-in"));
    }
}
