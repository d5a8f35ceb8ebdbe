//! What the command line says when it cannot go on.

#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use std::process::Command;

#[test]
fn a_wrong_setting_is_told_in_one_line() {
    for (name, value, said) in [
        ("JEM_SITE_SECRET", "short", "site.secret"),
        ("JEM_MAIL_PORT", "many", "JEM_MAIL_PORT"),
    ] {
        let told = Command::new(env!("CARGO_BIN_EXE_jem"))
            .args(["serve", "--config", "/dev/null"])
            .env(name, value)
            .env("RUST_BACKTRACE", "1")
            .output()
            .unwrap();
        let stderr = String::from_utf8(told.stderr).unwrap();
        assert_eq!(told.status.code(), Some(1), "{stderr}");
        assert_eq!(stderr.lines().count(), 1, "{stderr}");
        assert!(stderr.contains(said), "{stderr}");
    }
}
