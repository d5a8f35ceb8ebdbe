#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use certification::rights::{COMPANY, STAFF};
use chrono::TimeDelta;
use testing::person;
use uuid::Uuid;

use crate::{
    paths,
    samples::{GOOD, house, kept, lea, mara, with, write},
    store::PAGE,
};

testing::on_both_engines! {
    async fn the_box_is_for_staff_alone(engine) {
        let house = house(engine).await;
        house.visitor().post(paths::CONTACT, &GOOD).await.is(303);
        let handling = paths::handling(kept(&house).await[0].id);

        assert!(house.visitor().get(paths::CONTACT_BOX).await.location().starts_with("/sign-in"));
        assert!(house.visitor().post(&handling, &[]).await.location().starts_with("/sign-in"));
        for member in [lea(), person(COMPANY, true, "Brun")] {
            let member = house.member(&member);
            member.get(paths::CONTACT_BOX).await.is(404).hides("paul@firme.test");
            member.post(&handling, &[]).await.is(404);
        }
        assert!(kept(&house).await[0].handled_at.is_none());
        let seen = house.member(&mara()).get(paths::CONTACT_BOX).await;
        seen.is(200).says("Numéro d’immatriculation").says("Paul Roy").says(GOOD[3].1).says("1 à traiter");
        assert!(seen.has("a[href='mailto:paul@firme.test']"));
    }

    async fn a_message_is_dealt_with_once(engine) {
        let house = house(engine).await;
        house.member(&lea()).post(paths::CONTACT, &GOOD).await.is(303);
        house.visitor().post("/contact?lang=en", &with("message", "A question about\n\nmy account.")).await.is(303);
        let (mara, other) = (house.member(&mara()), house.member(&person(STAFF, false, "Sam")));
        let seen = mara.get(paths::CONTACT_BOX).await;
        seen.says("2 à traiter").says("Compte connecté").says("English");
        assert!(seen.has("[lang=en] p + p"));
        let first = kept(&house).await.remove(1);

        mara.post(paths::handling(first.id), &[]).await.is(303);
        house.app.clock().advance(TimeDelta::hours(2));
        other.post(paths::handling(first.id), &[]).await.is(303);

        let seen = mara.get(paths::CONTACT_BOX).await;
        seen.says("1 à traiter").says("Traité · il y a 2 h");
        let forms = seen.text().matches("/handling\"").count();
        assert_eq!(forms, 1);
        mara.post(paths::handling(Uuid::from_u128(4)), &[]).await.is(404);
        mara.post("/staff/contact/nonsense/handling", &[]).await.is(404);
        mara.post_with_key(paths::handling(first.id), "forged", &[]).await.is(403);
    }

    async fn the_newest_come_first_and_no_page_shows_one_twice(engine) {
        let house = house(engine).await;
        write(&house, (0..=PAGE).map(|n| format!("Message number {n}."))).await;
        let mara = house.member(&mara());

        let seen = mara.get(paths::CONTACT_BOX).await;
        seen.says(&format!("Message number {PAGE}.")).says("Message number 1.").hides("Message number 0.");
        let older = seen.attribute("nav a[href*='after=']", "href").unwrap();
        // What arrives meanwhile moves nothing.
        write(&house, ["Just in.".to_owned()]).await;
        let second = mara.get(&older).await;
        second.says("Message number 0.").hides("Message number 1.").hides("Just in.");

        // Dealing with one of the second page leads back there.
        let place = second.attribute("input[name=after]", "value").unwrap();
        let action = second.attribute("form[action$='/handling']", "action").unwrap();
        let back = mara.post(action, &[("after", &place)]).await.location();
        assert_eq!(back, older);
        let last = kept(&house).await.len();
        assert_eq!(last, PAGE as usize);
        mara.get("/staff/contact?after=nonsense").await.is(200).says("Just in.");
    }

    async fn an_empty_box_says_so(engine) {
        let house = house(engine).await;
        let mara = house.member(&mara());
        mara.get(paths::CONTACT_BOX).await.is(200).says("Aucun message");
        mara.get("/staff/contact?lang=en").await.is(200).says("No message");
    }
}
