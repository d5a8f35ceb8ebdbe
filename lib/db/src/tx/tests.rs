#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use futures::FutureExt;

use crate::{
    signals::Signal,
    tests::{Base, count, noon, on_both_engines, put, until},
};

on_both_engines! {
    async fn a_write_that_is_dropped_or_given_up_leaves_no_trace(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;

        let dropped = db.begin().await.unwrap();
        put(&dropped, noon().key(), noon().now()).await.unwrap();
        drop(dropped);
        let given_up = db.begin().await.unwrap();
        put(&given_up, noon().key(), noon().now()).await.unwrap();
        given_up.rollback().await.unwrap();

        let tx = db.begin().await.unwrap();
        put(&tx, noon().key(), noon().now()).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(count(&db).await, 1);
    }

    async fn a_commit_whose_caller_went_away_is_finished_and_told(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        let mut heard = db.signals().subscribe();
        let tx = db.begin().await.unwrap();
        put(&tx, noon().key(), noon().now()).await.unwrap();
        let news = Signal::new("thing", noon().key());
        tx.signal(news.clone());

        // The browser closed the connection just after the commit was begun, which is hardly ever done by then.
        let _ = tx.commit().now_or_never();

        until("the signal is heard", async || {
            heard.try_recv().is_ok_and(|signal| signal == news)
        }).await;
        assert_eq!(count(&db).await, 1);
    }

    async fn a_hundred_callers_who_go_away_leave_the_base_usable(engine) {
        let base = Base::new(engine).await;
        let db = base.ready().await;
        for turn in 0..100 {
            let work = async {
                let tx = db.begin().await?;
                put(&tx, noon().key(), noon().now()).await?;
                put(&tx, noon().key(), noon().now()).await?;
                tx.rollback().await
            };
            // Left at another await each time.
            let _ = tokio::time::timeout(std::time::Duration::from_micros(turn * 20), work).await;
        }

        let tx = db.begin().await.unwrap();
        put(&tx, noon().key(), noon().now()).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(count(&db).await, 1);
    }
}
