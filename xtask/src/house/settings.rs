//! Settings come in at the roof and are handed down.

use super::rust::{lines_with, tokens};
use super::{Breach, Source, lines_of, obeyed};

fn reads_environment(source: &Source) -> Vec<Breach> {
    let below = source.is_in(&["features/", "lib/"]) && !source.is_in(&["lib/testing/"]);
    let is_test = source.ends(&["/tests.rs", "/build.rs"]) || source.path.contains("/tests/");
    if !below || is_test || !source.ends(&[".rs"]) {
        return Vec::new();
    }
    let tokens = tokens(&source.text);
    let lines = ["var", "var_os", "vars"]
        .iter()
        .flat_map(|way| lines_with(&tokens, &["env", ":", ":", way]));
    lines
        .map(|line| source.breach(line, "reads the environment"))
        .collect()
}

#[test]
fn only_the_roof_reads_settings_from_the_environment() {
    obeyed(
        "Take the value as an argument; `server/src/config.rs` reads every setting.",
        reads_environment,
    );
}

#[test]
fn reading_the_environment_below_the_roof_is_found() {
    let code = "fn a() {\n    std::env::var(\"A\");\n}";

    assert_eq!(lines_of(reads_environment, "lib/mail/src/smtp.rs", code), [2]);
    assert!(lines_of(reads_environment, "server/src/config.rs", code).is_empty());
    assert!(lines_of(reads_environment, "lib/web/build.rs", code).is_empty());
}
