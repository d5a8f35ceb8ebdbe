//! The steps of a run: each is announced, timed, and remembered for the last lines.

use std::ops::AddAssign;
use std::time::{Duration, Instant};

use anyhow::Result;

/// How many tests a runner says it ran.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Count {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed.
    pub failed: u64,
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

impl Count {
    /// The count in a closing line of `cargo test` or of Node's test runner; other lines count nothing.
    pub(crate) fn in_line(line: &str) -> Self {
        let words: Vec<&str> = line.split_whitespace().collect();
        let number = |word: &str| word.parse().unwrap_or(0);
        match words.as_slice() {
            ["test", "result:", _, passed, "passed;", failed, "failed;", ..] => Self {
                passed: number(passed),
                failed: number(failed),
            },
            ["ℹ" | "#", "pass", passed] => Self {
                passed: number(passed),
                failed: 0,
            },
            ["ℹ" | "#", "fail" | "cancelled", failed] => Self {
                passed: 0,
                failed: number(failed),
            },
            _ => Self::default(),
        }
    }
}

/// What a runner answered: its count, and what it failed with, if it did.
pub(crate) type Counted = (Count, Result<()>);

struct Phase {
    name: &'static str,
    took: Duration,
    passed: bool,
}

/// A run so far.
#[derive(Default)]
pub(crate) struct Phases {
    done: Vec<Phase>,
    /// Whether any phase was there to run tests.
    counts: bool,
    count: Count,
}

impl Phases {
    /// A step; whether it went well. The run goes on anyway, to tell everything that is wrong.
    pub(crate) fn run(&mut self, name: &'static str, step: impl FnOnce() -> Result<()>) -> bool {
        println!("\n── {name}");
        let start = Instant::now();
        let answer = step();
        if let Err(why) = &answer {
            println!("{name}: {why:#}");
        }
        let phase = Phase {
            name,
            took: start.elapsed(),
            passed: answer.is_ok(),
        };
        println!("── {name}: {}", phase.line());
        self.done.push(phase);
        answer.is_ok()
    }

    /// A step that runs tests.
    pub(crate) fn counted(&mut self, name: &'static str, step: impl FnOnce() -> Result<Counted>) {
        let mut count = Count::default();
        self.run(name, || {
            let (counted, answer) = step()?;
            count = counted;
            answer
        });
        self.counts = true;
        self.count += count;
    }

    /// Prints the summary, the count on the very last line; whether all is well.
    ///
    /// A run that was to test something and tested nothing is not.
    pub(crate) fn finish(self) -> bool {
        println!("\n── summary");
        for phase in &self.done {
            println!("{:14} {}", phase.name, phase.line());
        }
        // A crash fails its phase without failing a test: the last line must not look clean then.
        let broken = self.done.iter().filter(|phase| !phase.passed).count() as u64;
        let Count { passed, failed } = self.count;
        let nothing_ran = self.counts && passed == 0;
        if nothing_ran {
            println!("No test passed.");
        }
        println!("{passed} passed, {} failed", failed.max(broken));
        broken == 0 && !nothing_ran
    }
}

impl Phase {
    fn line(&self) -> String {
        let verdict = if self.passed { "ok" } else { "FAILED" };
        format!("{verdict}, {:.1} s", self.took.as_secs_f64())
    }
}

#[cfg(test)]
mod tests;
