#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use futures::future::{join_all, try_join_all};
use sea_orm::{ConnectionTrait, EntityTrait, TransactionTrait, sea_query::Table};

use super::{Migration, Step, migrate, number, optional, primary, table, text};
use crate::tests::{Base, noon, on_both_engines, put, thing, things, value};

fn good() -> Migration {
    Migration {
        name: "test_1_good",
        steps: || vec![Step::from(&mut table("good", vec![primary("id")]))],
    }
}

fn half_way() -> Migration {
    Migration {
        name: "test_2_half_way",
        steps: || {
            vec![
                Step::from(&mut table("half", vec![primary("id")])),
                Step::Sql("INSERT INTO nowhere VALUES (1)"),
            ]
        },
    }
}

fn mended() -> Migration {
    Migration {
        name: "test_2_half_way",
        steps: || vec![Step::from(&mut table("half", vec![primary("id"), text("name")]))],
    }
}

on_both_engines! {
    async fn a_failed_migration_leaves_nothing_and_runs_again_once_mended(engine) {
        let base = Base::new(engine).await;
        let db = base.open().await;

        let failed = migrate(&db, &noon(), &[good(), half_way()]).await.unwrap_err();

        assert!(format!("{failed:#}").starts_with("migration test_2_half_way"));
        assert_eq!(value::<i64>(db.read(), "SELECT count(*) FROM good").await, 0);
        assert!(db.read().execute_unprepared("SELECT 1 FROM half").await.is_err());
        assert_eq!(migrate(&db, &noon(), &[good(), mended()]).await.unwrap(), 1);
        assert_eq!(value::<i64>(db.read(), "SELECT count(name) FROM half").await, 0);
    }

    async fn what_ran_does_not_run_again(engine) {
        let base = Base::new(engine).await;
        let db = base.open().await;

        assert_eq!(migrate(&db, &noon(), &[good()]).await.unwrap(), 4);
        assert_eq!(migrate(&db, &noon(), &[good()]).await.unwrap(), 0);
        assert_eq!(migrate(&db, &noon(), &[good(), things()]).await.unwrap(), 1);
    }

    async fn processes_that_start_together_migrate_once(engine) {
        let base = Base::new(engine).await;
        let processes = join_all((0..4).map(|_| base.open())).await;

        let fresh = try_join_all(processes.iter().map(|db| async move {
            migrate(db, &noon(), &[things(), good(), mended()]).await
        })).await.unwrap();

        assert_eq!(fresh.iter().sum::<usize>(), 6);
        assert_eq!(value::<i64>(processes[0].read(), "SELECT count(*) FROM migration").await, 6);
    }

    async fn two_migrations_of_one_name_are_refused(engine) {
        let base = Base::new(engine).await;

        let refused = migrate(&base.open().await, &noon(), &[half_way(), mended()]).await.unwrap_err();

        assert!(refused.to_string().contains("test_2_half_way"));
    }

    async fn connections_that_were_open_before_know_the_tables_as_they_are_after(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        let tx = db.begin().await.unwrap();
        put(&tx, noon().key(), noon().now()).await.unwrap();
        tx.commit().await.unwrap();
        let readers = join_all((0..3).map(|_| db.read().begin())).await;
        for reader in readers {
            let reader = reader.unwrap();
            thing::Entity::find().all(&reader).await.unwrap();
            reader.commit().await.unwrap();
        }
        let wider = Migration {
            name: "test_2_wider",
            steps: || {
                let mut alter = Table::alter();
                vec![alter.table("thing").add_column(optional(number("width"))).into()]
            },
        };

        migrate(&db, &noon(), &[wider]).await.unwrap();

        let readers = join_all((0..3).map(|_| db.read().begin())).await;
        for reader in readers {
            let reader = reader.unwrap();
            assert_eq!(value::<Option<i64>>(&reader, "SELECT width FROM thing").await, None);
            assert_eq!(thing::Entity::find().all(&reader).await.unwrap().len(), 1);
        }
    }
}
