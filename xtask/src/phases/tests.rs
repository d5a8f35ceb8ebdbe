use super::*;

#[test]
fn the_closing_lines_of_both_runners_are_counted() {
    let cargo =
        "test result: FAILED. 12 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.10s";

    assert_eq!(
        Count::in_line(cargo),
        Count {
            passed: 12,
            failed: 2
        }
    );
    assert_eq!(Count::in_line("ℹ pass 3"), Count { passed: 3, failed: 0 });
    assert_eq!(Count::in_line("ℹ fail 1"), Count { passed: 0, failed: 1 });
    assert_eq!(Count::in_line("test rules::a_word ... ok"), Count::default());
}

#[test]
fn a_failed_step_fails_the_run_after_the_others_had_their_turn() {
    let mut phases = Phases::default();
    let mut reached = false;

    assert!(!phases.run("first", || anyhow::bail!("broken")));
    phases.counted("second", || {
        reached = true;
        Ok((Count { passed: 1, failed: 0 }, Ok(())))
    });

    assert!(reached);
    assert!(!phases.finish());
}

#[test]
fn a_run_without_a_single_test_is_a_failure() {
    let mut phases = Phases::default();

    phases.counted("tests", || Ok((Count::default(), Ok(()))));

    assert!(!phases.finish());
}
