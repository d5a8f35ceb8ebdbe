use super::*;

#[test]
fn what_a_strangers_file_makes_a_parser_say_is_never_written() {
    for wanted in [
        None,
        Some(""),
        Some("debug"),
        Some("info,lopdf=trace"),
        Some("=,="),
    ] {
        for quiet in [true, false] {
            let filter = filter(wanted, quiet).to_string();
            assert!(filter.contains("lopdf=off"), "{wanted:?} {filter}");
        }
    }
    assert!(filter(Some("debug"), true).to_string().contains("debug"));
    assert!(filter(None, false).to_string().contains("sqlx=warn"));
    assert!(filter(None, true).to_string().contains("warn"));
}
