#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use uuid::Uuid;

use crate::{
    Standing, paths,
    rules::Paper,
    stage::{PNG, Stage},
    store,
};

testing::on_both_engines! {
    async fn one_downloads_ones_own_documents_and_no_others(engine) {
        let stage = Stage::build(engine).await;
        stage.plant(&stage.lea, Standing::InReview).await;
        let own = paths::own_document(Paper::Permit);

        let back = stage.house.member(&stage.lea).get(&own).await;

        assert!(back.is(200).body == PNG);
        let header = |name: &str| back.headers[name].to_str().unwrap().to_owned();
        assert_eq!(header("content-type"), "image/png");
        assert!(header("content-disposition").starts_with("attachment; filename=\"permis.png\""));
        assert!(header("content-security-policy").contains("sandbox"));
        assert_eq!(header("cache-control"), "private, no-store");
        // The address names no account: another freelance finds its own, which is none.
        stage.house.member(&stage.noe).get(&own).await.is(404);
        stage.house.member(&stage.brun).get(&own).await.is(404);
        stage.house.member(&stage.mara).get(&own).await.is(404);
        assert!(stage.house.visitor().get(&own).await.location().starts_with("/sign-in"));
        for nonsense in ["cv", "PERMIT", "..%2Fpermit", "permit%00"] {
            let address = format!("{}/documents/{nonsense}", paths::CERTIFICATION);
            stage.house.member(&stage.lea).get(&address).await.is(404);
        }
    }

    // DPO art. 4
    async fn staff_read_a_document_and_each_reading_is_noted_once(engine) {
        let stage = Stage::build(engine).await;
        stage.plant(&stage.lea, Standing::InReview).await;
        let document = stage.document(&stage.lea, Paper::Permit).await.unwrap();
        let address = paths::document(stage.lea.account, document.id);
        let mara = stage.house.member(&stage.mara);
        let dossier = paths::dossier(stage.lea.account);
        // Neither the dossier nor the page around a document is a reading, nor is the owner's own.
        mara.get(&dossier).await.is(200);
        mara.get(paths::opened(stage.lea.account, Paper::Permit)).await.is(200);
        stage.house.member(&stage.lea).get(paths::own_document(Paper::Permit)).await.is(200);
        assert_eq!(log(&stage).await, []);

        assert!(mara.get(&address).await.is(200).body == PNG);
        assert_eq!(log(&stage).await, [(stage.mara.account, document.id)]);

        stage.house.member(&stage.sven).get(&address).await.is(200);
        assert_eq!(log(&stage).await, [(stage.mara.account, document.id), (stage.sven.account, document.id)]);
        mara.get(&dossier).await.says("2, la dernière le 9 juin 2026 à 10:00");
    }

    async fn nobody_but_staff_reads_through_the_staffs_address(engine) {
        let stage = Stage::build(engine).await;
        stage.plant(&stage.lea, Standing::InReview).await;
        stage.plant(&stage.noe, Standing::Certified).await;
        stage.plant_firm(Standing::Certified).await;
        let document = stage.document(&stage.lea, Paper::Permit).await.unwrap();
        let address = paths::document(stage.lea.account, document.id);

        // Not even its owner, and least of all a certified company.
        for member in [&stage.lea, &stage.noe, &stage.brun] {
            stage.house.member(member).get(&address).await.is(404);
        }
        let mut certified = stage.brun.clone();
        certified.cleared = true;
        stage.house.member(&certified).get(&address).await.is(404);
        assert!(stage.house.visitor().get(&address).await.location().starts_with("/sign-in"));
        // A document stands in its own dossier only.
        let mara = stage.house.member(&stage.mara);
        mara.get(paths::document(stage.noe.account, document.id)).await.is(404);
        mara.get(paths::document(stage.lea.account, Uuid::from_u128(9))).await.is(404);
        mara.get(format!("{}/documents/nonsense", paths::dossier(stage.lea.account))).await.is(404);
        assert_eq!(log(&stage).await, []);
    }

    async fn a_document_whose_file_is_gone_is_not_found_and_not_read(engine) {
        let stage = Stage::build(engine).await;
        stage.plant(&stage.lea, Standing::InReview).await;
        let document = stage.document(&stage.lea, Paper::Permit).await.unwrap();
        stage.house.app.files().delete(document.file).await.unwrap();

        let mara = stage.house.member(&stage.mara);
        mara.get(paths::document(stage.lea.account, document.id)).await.is(404);

        assert_eq!(log(&stage).await, []);
    }
}

async fn log(stage: &Stage) -> Vec<(Uuid, Uuid)> {
    let db = stage.house.app.db().read();
    store::reading_log(db, stage.lea.account).await.unwrap()
}
