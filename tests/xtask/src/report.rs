//! How the steps are told and counted.

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Result;

/// Tests that passed and failed.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
}

impl Tally {
    /// Adds a line such as `test result: ok. 3 passed; 0 failed; ...` of Cargo, or `# pass 3` of Node.js;
    /// leaves other lines alone.
    pub(crate) fn add_line(&mut self, line: &str) {
        let count = |words: &str| words.trim().parse::<u64>().ok();
        if let Some(passed) = line.strip_prefix("# pass ").and_then(count) {
            self.passed += passed;
        }
        if let Some(failed) = line.strip_prefix("# fail ").and_then(count) {
            self.failed += failed;
        }
        let Some((_, counts)) = line.split_once("test result: ").and_then(|(_, rest)| rest.split_once(". "))
        else {
            return;
        };
        for count in counts.split(';') {
            let mut words = count.split_whitespace();
            let number = words.next().and_then(|number| number.parse::<u64>().ok()).unwrap_or(0);
            match words.next() {
                Some("passed") => self.passed += number,
                Some("failed") => self.failed += number,
                _ => {}
            }
        }
    }
}

/// What became of a step.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Step {
    pub(crate) succeeded: bool,
    pub(crate) tally: Tally,
}

/// What became of all steps.
#[derive(Debug, Default)]
pub(crate) struct Report {
    told: Vec<String>,
    skipped: Vec<String>,
    tally: Tally,
    steps_failed: u64,
}

impl Report {
    /// Runs a step and tells what became of it.
    pub(crate) fn run(&mut self, name: &str, step: impl FnOnce() -> Result<Step>) -> Result<()> {
        println!("\n==> {name}");
        let started = Instant::now();
        let step = step()?;
        let seconds = started.elapsed().as_secs_f64();
        self.count(name, step, seconds);
        Ok(())
    }

    fn count(&mut self, name: &str, step: Step, seconds: f64) {
        self.tally.passed += step.tally.passed;
        self.tally.failed += step.tally.failed;
        // A step that fails without a failing test, such as a build, counts as one.
        if !step.succeeded && step.tally.failed == 0 {
            self.steps_failed += 1;
        }
        let became = if step.succeeded { "ok" } else { "FAILED" };
        println!("<== {name}: {became}, {seconds:.1} s");
        self.told.push(format!("{became:>7}  {seconds:>7.1} s  {name}"));
    }

    /// A step that could not even begin.
    pub(crate) fn failed(&mut self, name: &str, why: &str) {
        self.steps_failed += 1;
        println!("\n!!! {name}: FAILED: {why}");
        self.told.push(format!(" FAILED             {name}: {why}"));
    }

    /// A step that is left out: said now, and once more at the end.
    pub(crate) fn skipped(&mut self, name: &str, why: &str) {
        println!("\n!!! SKIPPED {name}: {why}");
        self.skipped.push(format!("!!! SKIPPED {name}: {why}"));
    }

    /// Tells everything once more; the last line is the result.
    pub(crate) fn close(&self) -> ExitCode {
        println!();
        for line in self.told.iter().chain(&self.skipped) {
            println!("{line}");
        }
        println!("{}", self.result());
        if self.failures() == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    fn failures(&self) -> u64 {
        self.tally.failed + self.steps_failed
    }

    fn result(&self) -> String {
        format!("{} passed, {} failed", self.tally.passed, self.failures())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(lines: &[&str]) -> Tally {
        let mut tally = Tally::default();
        for line in lines {
            tally.add_line(line);
        }
        tally
    }

    #[test]
    fn the_result_lines_of_all_suites_are_added_up() {
        let tally = tally(&[
            "running 3 tests",
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 2 filtered out; finished in 0.00s",
            "test result: FAILED. 4 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.5s",
            "test counts_passed ... ok",
            "9 passed; 9 failed",
        ]);
        assert_eq!(tally, Tally { passed: 7, failed: 2 });
    }

    #[test]
    fn what_node_tells_is_added_as_well() {
        let tally =
            tally(&["# tests 9", "# suites 1", "# pass 7", "# fail 2", "# passing by", "ok 1 - # pass 3"]);
        assert_eq!(tally, Tally { passed: 7, failed: 2 });
    }

    #[test]
    fn a_failing_suite_counts_its_tests_and_not_itself() {
        let mut report = Report::default();
        let tally = Tally { passed: 7, failed: 2 };
        report.count("tests", Step { succeeded: false, tally }, 1.0);
        assert_eq!(report.result(), "7 passed, 2 failed");
    }

    #[test]
    fn a_step_that_fails_without_a_test_counts_as_one() {
        let mut report = Report::default();
        report.count("lints", Step { succeeded: false, tally: Tally::default() }, 1.0);
        report.count("tests", Step { succeeded: true, tally: Tally { passed: 7, failed: 0 } }, 1.0);
        report.failed("PostgreSQL", "none");
        assert_eq!(report.result(), "7 passed, 2 failed");
    }

    #[test]
    fn what_is_skipped_fails_nothing() {
        let mut report = Report::default();
        report.skipped("licences", "not installed");
        assert_eq!(report.result(), "0 passed, 0 failed");
        assert_eq!(report.failures(), 0);
    }
}
