//! What an operator does beside a running server, as docs/operations.md tells it.

#![expect(clippy::expect_used, clippy::unwrap_used, reason = "tests fail by panicking")]

mod pipes;
mod rotation;
mod site;

use std::net::SocketAddr;

use db::jobs::NewJob;
use jem::{config::Config, house::House};
use testing::{Engine, on_both_engines};
use tokio::sync::watch;

use crate::site::{KEY, Site, get, told, until};

/// How many missions a visitor finds.
async fn found(listen: SocketAddr) -> usize {
    let page = get(listen, "/missions").await.unwrap();
    assert_eq!(page.status, 200);
    let list = page
        .text()
        .split("<ul class=\"teasers two\">")
        .nth(1)
        .map(str::to_owned);
    list.map_or(0, |list| {
        list.split("</ul>").next().unwrap().matches("<li>").count()
    })
}

/// Searches until told to stop, and says how often. Every time there was the same to be found.
async fn keep_searching(listen: SocketAddr, stop: watch::Receiver<bool>) -> usize {
    let all = found(listen).await;
    assert!(all > 5, "{all} missions");
    let mut times = 0;
    while !*stop.borrow() {
        assert_eq!(found(listen).await, all);
        times += 1;
    }
    times
}

on_both_engines! {
    async fn staff_is_invited_and_the_doctor_comes_beside_a_running_server(engine) {
        let mut site = Site::new(engine).await;
        let settings = site.settings("first", KEY);
        site.serve(&settings).await;

        let said = told(&["staff", "add", "anna@jem.example"], &settings).await;
        assert!(said.contains("anna@jem.example is invited"), "{said}");
        let letter = async || {
            let letters = std::fs::read_dir(site.path("mail")).ok()?;
            let mut letters = letters.filter_map(|file| std::fs::read_to_string(file.ok()?.path()).ok());
            letters.find(|letter| letter.contains("anna@jem.example"))
        };
        until("the letter is written, by the command or by the server", letter).await;

        let said = told(&["doctor"], &settings).await;
        assert!(said.contains("index     ok: in use by a running jem\n"), "{said}");
        assert!(said.contains("jobs      0 waiting, 0 given up\n"), "{said}");
    }

    async fn an_invitation_leaves_the_work_of_the_server_to_the_server(engine) {
        let site = Site::new(engine).await;
        let settings = site.settings("first", KEY);
        let house = House::open(&Config::load(Some(&settings)).unwrap()).await.unwrap();
        let tx = house.app.begin().await.unwrap();
        // Due, and soon done: no such candidacy waits for an answer.
        let job = NewJob {
            name: "selection.lapse",
            body: serde_json::json!(house.app.clock().key()),
            dedup: None,
            run_at: house.app.now(),
        };
        db::jobs::enqueue(&tx, house.app.clock(), job).await.unwrap();
        tx.commit().await.unwrap();
        house.app.db().close().await;

        told(&["staff", "add", "anna@jem.example"], &settings).await;

        assert_eq!(std::fs::read_dir(site.path("mail")).unwrap().count(), 1);
        let said = told(&["doctor"], &settings).await;
        assert!(said.contains("jobs      1 waiting, 0 given up\n"), "{said}");
    }

    async fn every_replica_builds_its_index_anew_while_it_answers(engine) {
        let mut site = Site::planted(engine).await;
        // SQLite has one server.
        let names: &[&str] = if engine == Engine::Sqlite { &["first"] } else { &["first", "second"] };
        let mut servers = Vec::new();
        for name in names {
            let settings = site.settings(name, KEY);
            servers.push(site.serve(&settings).await);
        }
        let before: Vec<_> = names.iter().map(|name| site.built(name)).collect();
        let (stop, stopped) = watch::channel(false);
        let searching: Vec<_> = servers
            .iter()
            .map(|server| tokio::spawn(keep_searching(*server, stopped.clone())))
            .collect();

        let said = told(&["reindex"], &site.path("first.toml")).await;

        assert!(said.contains("it builds it anew now"), "{said}");
        for (name, before) in names.iter().zip(before) {
            until("every shelf is another", async || {
                let built = site.built(name);
                built.iter().zip(&before).all(|(now, before)| now != before).then_some(())
            })
            .await;
        }
        stop.send_replace(true);
        for times in searching {
            assert!(times.await.unwrap() > 0);
        }
    }

    async fn with_nobody_at_work_the_command_builds_the_index_itself(engine) {
        let site = Site::planted(engine).await;
        let settings = site.settings("first", KEY);

        let said = told(&["reindex"], &settings).await;

        assert!(said.contains("The search index is built anew."), "{said}");
        let said = told(&["doctor"], &settings).await;
        assert!(said.contains("index     ok: missions\n"), "{said}");
        let before = site.built("first");
        told(&["reindex"], &settings).await;
        assert!(site.built("first").iter().zip(&before).all(|(now, before)| now != before));
    }
}
