#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::collections::HashSet;
use std::time::UNIX_EPOCH;

use files::{Clean, Kind};
use testing::Setup;

use super::*;
use crate::demo;

testing::on_both_engines! {
    // R76: nothing that identifies somebody stays when no row leads to it.
    async fn a_file_that_no_room_names_goes_and_no_other_does(engine) {
        let in_a_century = UNIX_EPOCH + Duration::from_secs(150 * 365 * 24 * 3600);
        let mut ours = wiring::migrations();
        // The house brings the tools' own tables.
        ours.retain(|migration| !migration.name.starts_with("web_"));
        let setup = Setup { migrations: ours, ..Setup::default() };
        let house = testing::House::build(engine, setup).await;
        let app = &house.app;
        let orphan = Clean { kind: Kind::Pdf, bytes: "permis".into(), name: "permis.pdf".to_owned() };
        let orphan = app.files().put(&orphan).await.unwrap();
        // Where nearly none is named, the files belong to another base.
        sweep_files(app, in_a_century).await.unwrap_err();
        demo::plant(app, demo::Size { freelances: 12, missions: 12 }).await.unwrap();
        let all = async || app.files().before(in_a_century).await.unwrap().into_iter().collect::<HashSet<_>>();
        let mut named = all().await;
        assert!(named.remove(&orphan) && named.len() > 2);

        // It may be about to be named.
        sweep_files(app, UNIX_EPOCH).await.unwrap();
        assert!(all().await.contains(&orphan));

        sweep_files(app, in_a_century).await.unwrap();
        assert_eq!(all().await, named);
    }
}
