#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicUsize, Ordering},
};

use app::Job;
use certification::rights::STAFF;
use db::jobs::{Failed, NewJob};
use testing::{Client, Engine, House, Setup, person};
use uuid::Uuid;

use crate::paths;

const NAME: &str = "test.deliver";
const SECRET: &str = "Chère Léa, voici votre lien";

/// A house whose one kind of job fails for good until it is mended.
struct Stage {
    house: House,
    mara: Client,
    mended: Arc<AtomicBool>,
    done: Arc<AtomicUsize>,
}

impl Stage {
    async fn build(engine: Engine, jobs: u128) -> Stage {
        let (mended, done) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
        let (works, count) = (mended.clone(), done.clone());
        let job = Job::new(NAME, move |_, _| {
            let (works, count) = (works.clone(), count.clone());
            async move {
                if !works.load(Ordering::SeqCst) {
                    let why = "the server said <b>550</b> no such mailbox";
                    return Err(Failed::GiveUp(anyhow::Error::msg(why)));
                }
                count.fetch_add(1, Ordering::SeqCst);
                Ok(())
            }
        });
        let setup = Setup {
            routes: crate::routes(),
            jobs: vec![job],
            ..Setup::default()
        };
        let house = House::build(engine, setup).await;
        let mara = house.member(&person(STAFF, true, "Mara"));
        let tx = house.app.begin().await.unwrap();
        for _ in 0..jobs {
            let job = NewJob {
                name: NAME,
                body: serde_json::json!({ "text": SECRET }),
                dedup: None,
                run_at: house.app.now(),
            };
            db::jobs::enqueue(&tx, house.app.clock(), job).await.unwrap();
        }
        tx.commit().await.unwrap();
        house.settle().await;
        Stage {
            house,
            mara,
            mended,
            done,
        }
    }

    /// Where the first job on the page is tried again.
    async fn retry(&self) -> String {
        let page = self.mara.get(paths::JOBS).await;
        page.attribute("form[action*='/retry']", "action").unwrap()
    }
}

testing::on_both_engines! {
    async fn a_job_given_up_is_shown_without_what_it_carries_and_tried_again(engine) {
        let stage = Stage::build(engine, 1).await;
        let page = stage.mara.get(paths::JOBS).await;
        page.is(200).says(NAME).says("1 essai").says("abandonnée le 9 juin 2026 à 10:00");
        page.says("<b>550</b> no such mailbox").hides("<b>550").hides(SECRET);
        let retry = stage.retry().await;
        stage.mended.store(true, Ordering::SeqCst);

        assert_eq!(stage.mara.post(&retry, &[]).await.location(), paths::JOBS);
        stage.house.settle().await;

        assert_eq!(stage.done.load(Ordering::SeqCst), 1);
        stage.mara.get(paths::JOBS).await.says("La tâche est reprise.").says("Tout a été fait");
    }

    async fn a_double_click_is_one_retry_and_a_late_one_is_told_so(engine) {
        let stage = Stage::build(engine, 1).await;
        let retry = stage.retry().await;
        let key = stage.mara.key().await;
        for _ in 0..2 {
            assert_eq!(stage.mara.post_with_key(&retry, &key, &[]).await.location(), paths::JOBS);
        }
        stage.mara.post(&retry, &[]).await.is(409).says("n’est plus abandonnée");
        stage.mara.post(paths::retry(Uuid::from_u128(9)), &[]).await.is(409);
        stage.mara.post(format!("{}/nonsense/retry", paths::JOBS), &[]).await.is(404);
        stage.mara.post_with_key(&retry, "forged", &[]).await.is(403);
    }

    async fn many_jobs_go_on_on_further_pages(engine) {
        let stage = Stage::build(engine, 31).await;
        let first = stage.mara.get(paths::JOBS).await;
        assert_eq!(first.words().matches(NAME).count(), 30);
        let older = first.attribute("a[href*='after=']", "href").unwrap();

        let rest = stage.mara.get(&older).await;

        assert_eq!(rest.is(200).words().matches(NAME).count(), 1);
        let (retry, after) = (rest.attribute("form[action*='/retry']", "action").unwrap(), rest.attribute("input[name=after]", "value").unwrap());
        assert_eq!(stage.mara.post(&retry, &[("after", &after)]).await.location(), older);
        let elsewhere = [("after", "//evil.example")];
        let first = stage.retry().await;
        assert_eq!(stage.mara.post(&first, &elsewhere).await.location(), paths::JOBS);
        stage.mara.get(format!("{}?after=nonsense&lang=en", paths::JOBS)).await.is(200).says("Jobs given up");
    }
}
