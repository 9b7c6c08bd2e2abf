//! The one table: promise, faults injected, acknowledged, lost, doubled, canary caught, seconds.

use std::str::FromStr;
use std::time::{Duration, Instant};

use serde_json::json;

/// How much of a release run.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Effort(f64);

impl FromStr for Effort {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let number = text.trim().trim_end_matches('%').parse::<f64>();
        match number {
            Ok(share) if share > 0.0 && share <= 100.0 => Ok(Self(share / 100.0)),
            _ => Err("a share of a release run, such as 1% or 100%".to_owned()),
        }
    }
}

impl Effort {
    /// The share of a number, and never less than what a change is tried with.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
    pub(crate) fn of(self, whole: u64, least: u64) -> u64 {
        ((whole as f64 * self.0).ceil() as u64).max(least)
    }

    /// Whether it is a whole run.
    pub(crate) fn whole(self) -> bool {
        self.0 >= 1.0
    }
}

/// What became of the canary.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) enum Canary {
    /// It was not tried, and why.
    #[default]
    Untried,
    /// It was caught by the test; what it lost or doubled.
    Caught(String),
    /// The test did not notice: it is worth nothing.
    Missed(String),
}

/// What one promise's test found.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    /// The promise.
    pub(crate) promise: String,
    /// Faults that were injected.
    pub(crate) faults: u64,
    /// Commands that were acknowledged, over all runs.
    pub(crate) acknowledged: u64,
    /// Acknowledged, and not there or not as answered.
    pub(crate) lost: u64,
    /// Done more than once.
    pub(crate) doubled: u64,
    /// What else was not as promised, each with the seed or the place to find it again.
    pub(crate) wrong: Vec<String>,
    /// The canary.
    pub(crate) canary: Canary,
    /// What else there is to say.
    pub(crate) note: String,
    /// How long it took.
    pub(crate) took: Duration,
    /// Why it could not be tried on this machine.
    pub(crate) skipped: Option<String>,
}

impl Line {
    /// A promise that cannot be tried here.
    pub(crate) fn skipped(why: impl Into<String>) -> Self {
        Self { skipped: Some(why.into()), ..Self::default() }
    }

    /// Whether the promise was kept, and the test could have told.
    pub(crate) fn kept(&self) -> bool {
        if self.skipped.is_some() {
            return std::env::var_os("CI").is_none();
        }
        self.lost == 0
            && self.doubled == 0
            && self.wrong.is_empty()
            && matches!(self.canary, Canary::Caught(_))
    }

    /// Adds what another run found.
    pub(crate) fn add(&mut self, found: &crate::witness::Found) {
        self.acknowledged += found.acknowledged;
        self.lost += found.lost.len() as u64;
        self.doubled += found.doubled.len() as u64;
        let told = found.lost.iter().chain(&found.doubled).chain(&found.damage);
        // A count says how bad it is; the first few say where to look.
        self.wrong.extend(told.take(5_usize.saturating_sub(self.wrong.len())).cloned());
    }

    /// Something else that was not as promised.
    pub(crate) fn wrong(&mut self, what: impl Into<String>) {
        if self.wrong.len() < 20 {
            self.wrong.push(what.into());
        }
    }
}

/// Runs a promise's test, with a clock beside it.
pub(crate) fn timed(promise: &str, run: impl FnOnce() -> Line) -> Line {
    let start = Instant::now();
    let line = run();
    Line { promise: promise.to_owned(), took: start.elapsed(), ..line }
}

/// Prints the table, and below it what was not kept.
pub(crate) fn tell(lines: &[Line]) {
    println!(
        "\n| {:<42} | {:>7} | {:>12} | {:>5} | {:>7} | {:<6} | {:>7} |",
        "promise", "faults", "acknowledged", "lost", "doubled", "canary", "seconds"
    );
    println!("|{:-<44}|{:->9}|{:->14}|{:->7}|{:->9}|{:-<8}|{:->9}|", "", ":", ":", ":", ":", "", ":");
    for line in lines {
        let canary = match (&line.skipped, &line.canary) {
            (Some(_), _) | (_, Canary::Untried) => "-",
            (_, Canary::Caught(_)) => "caught",
            (_, Canary::Missed(_)) => "MISSED",
        };
        println!(
            "| {:<42} | {:>7} | {:>12} | {:>5} | {:>7} | {:<6} | {:>7.1} |",
            line.promise,
            line.faults,
            line.acknowledged,
            line.lost,
            line.doubled,
            canary,
            line.took.as_secs_f64()
        );
    }
    println!();
    for line in lines {
        let promise = &line.promise;
        if let Some(why) = &line.skipped {
            println!("!!! SKIPPED {promise}: {why}");
        }
        match &line.canary {
            Canary::Caught(how) => println!("{promise}: the canary {how}"),
            Canary::Missed(how) => println!("!!! {promise}: THE CANARY WAS NOT CAUGHT: {how}"),
            Canary::Untried => {}
        }
        if !line.note.is_empty() {
            println!("{promise}: {}", line.note);
        }
        for wrong in &line.wrong {
            println!("!!! {promise}: {wrong}");
        }
    }
    let kept = lines.iter().filter(|line| line.kept()).count();
    println!("{kept} of {} promises kept", lines.len());
}

/// The same as JSON.
pub(crate) fn json(lines: &[Line]) -> String {
    let rows: Vec<_> = lines
        .iter()
        .map(|line| {
            let (caught, canary) = match &line.canary {
                Canary::Untried => (None, String::new()),
                Canary::Caught(how) => (Some(true), how.clone()),
                Canary::Missed(how) => (Some(false), how.clone()),
            };
            json!({
                "promise": line.promise, "faults": line.faults, "acknowledged": line.acknowledged,
                "lost": line.lost, "doubled": line.doubled, "canaryCaught": caught, "canary": canary,
                "seconds": line.took.as_secs_f64(), "kept": line.kept(), "wrong": line.wrong,
                "note": line.note, "skipped": line.skipped,
            })
        })
        .collect();
    serde_json::to_string_pretty(&rows).unwrap_or_default() + "\n"
}
