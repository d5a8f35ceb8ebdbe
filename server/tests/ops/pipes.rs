//! Whoever reads what a command says may stop reading.

use std::process::{Command, Output, Stdio};

use testing::Engine;

use crate::site::{KEY, Site, jem};

/// Runs a command whose reader is gone before it says anything.
fn unread(command: &mut Command) -> Output {
    let piped = command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = piped.spawn().unwrap();
    drop(running.stdout.take());
    running.wait_with_output().unwrap()
}

#[test]
fn a_reader_that_is_gone_is_no_fault() {
    testing::run(async {
        let site = Site::new(Engine::Sqlite).await;
        let settings = site.settings("first", KEY);
        for words in [
            &["doctor"][..],
            &["migrate"],
            &["reindex"],
            &["rewrap"],
            &["staff", "add", "anna@jem.example"],
        ] {
            let ended = unread(&mut jem(words, &settings));
            let errors = String::from_utf8_lossy(&ended.stderr);
            assert_eq!((ended.status.code(), errors.as_ref()), (Some(0), ""), "{words:?}");
        }
        let routes = jem(&["routes"], &settings);
        let ended = unread(Command::new(routes.get_program()).arg("routes"));
        assert_eq!(
            (ended.status.code(), ended.stderr.as_slice()),
            (Some(0), &b""[..])
        );
    });
}

#[test]
fn a_fault_that_nobody_reads_is_still_a_fault() {
    let mut command = jem(&["doctor"], "/nowhere/config.toml".as_ref());
    let mut running = command
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(running.stderr.take());

    assert_eq!(running.wait().unwrap().code(), Some(1));
}

/// Where there is such a file.
#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_is_a_fault() {
    // A disk without room.
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let program = jem(&[], "".as_ref());
    let mut routes = Command::new(program.get_program());

    let ended = routes.arg("routes").stdout(full).output().unwrap();

    let errors = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(
        (ended.status.code(), errors.lines().count()),
        (Some(1), 1),
        "{errors}"
    );
}
