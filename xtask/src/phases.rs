//! The steps of a run: each is announced, timed, and remembered for the last lines.

use std::ops::AddAssign;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

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
    /// A step whose failure is reported at the end, so that one run tells everything that is wrong.
    pub(crate) fn run(&mut self, name: &'static str, step: impl FnOnce() -> Result<()>) {
        println!("\n── {name}");
        let start = Instant::now();
        let answer = step();
        if let Err(why) = &answer {
            println!("{name}: {why:#}");
        }
        self.done.push(Phase {
            name,
            took: start.elapsed(),
            passed: answer.is_ok(),
        });
        println!(
            "── {name}: {}",
            self.done.last().map(Phase::line).unwrap_or_default()
        );
    }

    /// A step without which nothing that follows makes sense.
    pub(crate) fn required(&mut self, name: &'static str, step: impl FnOnce() -> Result<()>) -> Result<()> {
        self.run(name, step);
        if self.done.iter().all(|phase| phase.passed) {
            Ok(())
        } else {
            bail!("{name} failed")
        }
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

    /// Prints the summary, the count on the very last line.
    ///
    /// # Errors
    /// When a phase failed, or when no test ran although some were due.
    pub(crate) fn finish(self) -> Result<()> {
        println!("\n── summary");
        for phase in &self.done {
            println!("{:14} {}", phase.name, phase.line());
        }
        let failed: Vec<&str> = self
            .done
            .iter()
            .filter(|phase| !phase.passed)
            .map(|phase| phase.name)
            .collect();
        // A crash fails its phase without failing a test: the last line must not look clean then.
        let count = Count {
            failed: self.count.failed.max(failed.len() as u64),
            ..self.count
        };
        println!("{} passed, {} failed", count.passed, count.failed);
        if !failed.is_empty() {
            bail!("failed: {}", failed.join(", "));
        }
        if self.counts && count.passed == 0 {
            bail!("no test ran");
        }
        Ok(())
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
