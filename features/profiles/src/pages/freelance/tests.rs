use certification::rights::{COMPANY, FREELANCE, STAFF};
use testing::person;

use super::opens;
use crate::{FreelanceId, paths, samples::Stage};

// R32, R34, R38, A12
#[test]
fn a_profile_opens_for_its_owner_staff_and_certified_companies() {
    let owner = person(FREELANCE, false, "Léa");
    let id = FreelanceId(owner.account);
    for (role, cleared, certified, open) in [
        (STAFF, true, false, true),
        (COMPANY, true, true, true),
        (COMPANY, true, false, false),
        (COMPANY, false, true, false),
        (FREELANCE, true, true, false),
        (FREELANCE, false, true, false),
    ] {
        let reader = person(role, cleared, "Somebody");
        assert_eq!(
            opens(&reader, id, certified),
            open,
            "{role:?} {cleared} {certified}"
        );
    }
    assert!(opens(&owner, id, false) && opens(&owner, id, true));
}

testing::on_both_engines! {
    // Ids of companies are accounts too.
    async fn staff_find_freelances_and_no_company_here(engine) {
        let stage = Stage::build(engine).await;
        let mara = stage.house.member(&person(STAFF, true, "Mara"));
        mara.get(paths::freelance(FreelanceId(stage.lea.account))).await.is(200).says("Léa Rochat");
        mara.get(paths::freelance(FreelanceId(stage.brun.account))).await.is(404);
    }

    // R41, R115
    async fn a_certified_company_reads_all_but_how_to_reach_somebody(engine) {
        let stage = Stage::build(engine).await;
        let seen = stage.house.member(&stage.brun).get(paths::freelance(FreelanceId(stage.lea.account))).await;
        seen.is(200).says("Léa Rochat").says("Profil certifié").says("UX designer").says("CHF 950 / jour");
        seen.says("je travaille avec soin").says("Animation d’ateliers").says("Transversales").says("Lausanne");
        assert!(seen.has("aside #beside"), "the slot is filled");
        seen.hides("@example").hides("Simplon").hides("+41");
    }

    // "Who sees what"
    async fn others_are_turned_away_each_in_their_way(engine) {
        let stage = Stage::build(engine).await;
        let lea = paths::freelance(FreelanceId(stage.lea.account));
        let nadia = paths::freelance(FreelanceId(stage.nadia.account));
        let visitor = stage.house.visitor().get(&lea).await;
        assert!(visitor.location().contains("next="));
        visitor.hides("Rochat");
        let neuve = stage.house.member(&stage.neuve).get(&lea).await;
        neuve.is(403).hides("Rochat");
        assert!(neuve.has("a[href='/certification']"));
        for member in [&stage.jonas, &stage.nadia, &stage.paul] {
            stage.house.member(member).get(&lea).await.is(404).hides("Rochat");
        }
        stage.house.member(&stage.brun).get(&nadia).await.is(404).hides("Ferrari");
        let no_freelance = paths::freelance(FreelanceId(stage.brun.account));
        stage.house.member(&stage.brun).get(&no_freelance).await.is(404);
        let mara = stage.house.member(&stage.mara);
        let seen = mara.get(&nadia).await;
        seen.is(200).says("Nadia Ferrari").says("Pas encore certifié");
        assert!(!seen.has("#beside"));
    }

    async fn ids_that_are_nobodys_are_not_found(engine) {
        let stage = Stage::build(engine).await;
        for client in [stage.house.member(&stage.brun), stage.house.member(&stage.mara)] {
            for id in ["x", "0", "00000000-0000-0000-0000-000000000009", "%00", "..%2f.."] {
                client.get(format!("/freelances/{id}")).await.is(404);
            }
            // A company is no freelance.
            client.get(format!("/freelances/{}", stage.paul.account)).await.is(404);
        }
    }

    // R34, A10
    async fn the_owner_sees_the_page_before_anybody_else(engine) {
        let stage = Stage::build(engine).await;
        let own = |account| paths::freelance(FreelanceId(account));
        let seen = stage.house.member(&stage.nadia).get(own(stage.nadia.account)).await;
        seen.is(200).says("Nadia Ferrari").says("Vous seul voyez cette page").says("Modifier mon profil");
        assert!(seen.has("a[href='/certification']") && !seen.has("#beside"));
        // Nothing declared, nothing written: still a page.
        stage.house.member(&stage.paul).get(own(stage.paul.account)).await.is(200).says("Nom à compléter");
        let lea = stage.house.member(&stage.lea).get(own(stage.lea.account)).await;
        assert!(!lea.is(200).words().contains("Vous seul"));
    }
}
