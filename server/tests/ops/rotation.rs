//! The keys that encrypt files are replaced, one step after the other, and nobody notices.

use std::net::SocketAddr;

use testing::Engine;

use crate::site::{KEY, NEW_KEY, Site, get, run, told};

/// Where the logos are that a visitor sees.
async fn logos(listen: SocketAddr) -> Vec<String> {
    let page = get(listen, "/missions").await.unwrap().text();
    let found = page
        .split("src=\"/logos/")
        .skip(1)
        .filter_map(|rest| rest.split('"').next());
    found.map(|file| format!("/logos/{file}")).collect()
}

/// How many files the doctor finds under the key at this place.
fn files_under(place: usize, said: &str) -> u64 {
    let start = format!("keys      key {place} of files.keys, ");
    let line = said
        .lines()
        .find_map(|line| line.strip_prefix(&start))
        .expect("a line");
    let files = line.split(": ").nth(1).and_then(|rest| rest.split(' ').next());
    files.unwrap().parse().unwrap()
}

#[test]
fn a_key_is_replaced_beside_a_running_server() {
    testing::run(async {
        let mut site = Site::planted(Engine::Sqlite).await;
        let old = site.settings("first", KEY);
        let all = files_under(1, &told(&["doctor"], &old).await);
        assert!(all > 2, "{all}");

        // The new key comes in front, and the server learns of it.
        let both = site.settings("first", &format!("{NEW_KEY} {KEY}"));
        let listen = site.serve(&both).await;
        let logos = logos(listen).await;
        assert!(!logos.is_empty());
        let said = told(&["doctor"], &both).await;
        assert_eq!((files_under(1, &said), files_under(2, &said)), (0, all), "{said}");
        assert!(
            said.contains("`jem rewrap` brings them under the first"),
            "{said}"
        );

        let said = told(&["rewrap"], &both).await;
        assert_eq!(
            said,
            format!("{all} files are now under the first key; 0 were already.\n")
        );
        let said = told(&["rewrap"], &both).await;
        assert_eq!(
            said,
            format!("0 files are now under the first key; {all} were already.\n")
        );

        let said = told(&["doctor"], &both).await;
        assert_eq!((files_under(1, &said), files_under(2, &said)), (all, 0), "{said}");
        assert!(said.contains("no file needs it"), "{said}");
        for said in [KEY, NEW_KEY].map(|key| said.contains(key)) {
            assert!(!said, "a key is told to nobody");
        }

        // The old one goes. Who still served under both was not disturbed.
        let new = site.settings("second", NEW_KEY);
        let after = site.serve(&new).await;
        for logo in &logos {
            for listen in [listen, after] {
                let answer = get(listen, logo).await.unwrap();
                assert_eq!((answer.status, answer.body.is_empty()), (200, false), "{logo}");
            }
        }

        // It went too early for a file that came back from a backup.
        let file = logos[0].trim_start_matches("/logos/");
        let place = site.path(&format!("files/{}/{file}", &file[file.len() - 2..]));
        let mut sealed = std::fs::read(&place).unwrap();
        sealed[5] ^= 1;
        std::fs::write(place, sealed).unwrap();
        for command in ["doctor", "rewrap"] {
            let output = run(&[command], &new).await;
            let said = String::from_utf8(output.stdout).unwrap();
            assert!(said.contains(&format!("file {file} ")), "{command} says: {said}");
            assert_eq!(output.status.code(), Some(1));
        }
    });
}
