//! What is measured against what, and which ratio is wanted.

use anyhow::{Context, Result};

use crate::bench::Effort;
use crate::bench::children::{self, Cluster, Numbers, Programs, Running, Scratch};

/// One comparison.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    pub(crate) name: String,
    pub(crate) unit: &'static str,
    pub(crate) ours: f64,
    pub(crate) other: f64,
    pub(crate) ratio: f64,
    pub(crate) goal: f64,
}

impl Line {
    /// More is better.
    pub(crate) fn more(name: &str, unit: &'static str, (ours, other): (f64, f64), goal: f64) -> Self {
        Self { name: name.to_owned(), unit, ours, other, ratio: ours / other, goal }
    }

    /// Less is better.
    pub(crate) fn less(name: &str, unit: &'static str, (ours, other): (f64, f64), goal: f64) -> Self {
        Self { name: name.to_owned(), unit, ours, other, ratio: other / ours, goal }
    }
}

/// Callers, and the ratios wanted of them on SQLite and on PostgreSQL.
const CALLERS: [(&str, f64, f64); 4] =
    [("1", 2.0, 1.0), ("8", 6.0, 2.5), ("64", 15.0, 9.0), ("256", 20.0, 14.0)];
/// Bytes of a record of the plain file: as many as an event with its circumstances and its command.
pub(crate) const RECORD: &str = "600";
/// Commands on a hot aggregate, and how many aggregates of ours: one is over too soon to be timed.
const HOT: (&str, &str) = ("500", "9");

/// A run.
pub(crate) struct Bench {
    pub(crate) programs: Programs,
    pub(crate) scratch: Scratch,
    pub(crate) cluster: Option<Cluster>,
    pub(crate) effort: Effort,
    pub(crate) only: String,
    pub(crate) lines: Vec<Line>,
}

impl Bench {
    /// Measures everything.
    pub(crate) fn run(&mut self) -> Result<()> {
        self.append_sqlite()?;
        self.hot_stream()?;
        self.append_postgres()?;
        self.growth()?;
        self.fold_lag()?;
        self.replay()?;
        self.replay_postgres()?;
        self.listeners()?;
        self.lists()
    }

    pub(crate) fn wanted(&self, name: &str) -> bool {
        name.starts_with(&self.only) || self.only.starts_with(name)
    }

    pub(crate) fn add(&mut self, line: Line) {
        println!(
            "{:<26} ours {:>12.1}  other {:>12.1}  ratio {:>7.2}",
            line.name, line.ours, line.other, line.ratio
        );
        self.lines.push(line);
    }

    fn append_sqlite(&mut self) -> Result<()> {
        let seconds = self.effort.seconds.to_string();
        for (callers, goal, _) in CALLERS {
            let name = format!("append.sqlite.{callers}");
            if !self.wanted(&name) {
                continue;
            }
            let (mut ours, mut peers, mut limit) = (Vec::new(), Vec::new(), Vec::new());
            for _ in 0..self.effort.rounds {
                let folder = self.scratch.fresh()?;
                let work = ["append", &folder, callers, &seconds];
                ours.push(children::numbers(&self.programs.ours, &work)?);
                let folder = self.scratch.fresh()?;
                let work = ["append", &folder, callers, &seconds];
                peers.push(children::numbers(&self.programs.peers, &work)?);
                if callers == "64" {
                    let folder = self.scratch.fresh()?;
                    let work = ["limit", &folder, callers, &seconds, RECORD];
                    limit.push(children::numbers(&self.programs.ours, &work)?);
                }
            }
            told(&name, &ours, &peers);
            self.add(Line::more(
                &name,
                "commands/s",
                (median(&ours, "rate")?, median(&peers, "rate")?),
                goal,
            ));
            if callers == "64" {
                let waits = (median(&ours, "p99")?, median(&peers, "p99")?);
                self.add(Line::less("append.sqlite.64.p99", "ms", waits, 8.0));
                let rates = (median(&ours, "rate")?, median(&limit, "rate")?);
                self.add(Line::more("append.sqlite.64.limit", "commands/s", rates, 0.4));
                println!(
                    "    groups of ours {:.1}, of the plain file {:.1}",
                    median(&ours, "group")?,
                    median(&limit, "group")?
                );
            }
        }
        Ok(())
    }

    fn hot_stream(&mut self) -> Result<()> {
        if !self.wanted("append.hot_stream.64") {
            return Ok(());
        }
        let (mut ours, mut peers) = (Vec::new(), Vec::new());
        for _ in 0..self.effort.rounds {
            let folder = self.scratch.fresh()?;
            ours.push(children::numbers(&self.programs.ours, &["hot", &folder, "64", HOT.0, HOT.1])?);
            let folder = self.scratch.fresh()?;
            peers.push(children::numbers(&self.programs.peers, &["hot", &folder, "64", HOT.0])?);
        }
        let rates = (median(&ours, "rate")?, median(&peers, "rate")?);
        self.add(Line::more("append.hot_stream.64", "commands/s", rates, 20.0));
        Ok(())
    }

    fn append_postgres(&mut self) -> Result<()> {
        let seconds = self.effort.seconds.to_string();
        for (callers, _, goal) in CALLERS {
            let name = format!("append.postgres.{callers}");
            if !self.wanted(&name) {
                continue;
            }
            let (mut ours, mut peers) = (Vec::new(), Vec::new());
            for _ in 0..self.effort.rounds {
                let Some(cluster) = &mut self.cluster else { return Ok(()) };
                let folder = self.scratch.fresh()?;
                for (program, numbers) in
                    [(&self.programs.ours, &mut ours), (&self.programs.peers, &mut peers)]
                {
                    let address = cluster.database()?;
                    let work = ["append", &folder, callers, &seconds, "--address", &address];
                    numbers.push(children::numbers(program, &work)?);
                }
            }
            told(&name, &ours, &peers);
            self.add(Line::more(
                &name,
                "commands/s",
                (median(&ours, "rate")?, median(&peers, "rate")?),
                goal,
            ));
        }
        Ok(())
    }

    fn replay(&mut self) -> Result<()> {
        if !self.wanted("replay.sqlite") {
            return Ok(());
        }
        let events = self.effort.events.to_string();
        let (journal, store) = (self.scratch.file("replay.sqlite"), self.scratch.file("peers.sqlite"));
        children::numbers(&self.programs.ours, &["fill", &journal, &events])?;
        children::numbers(&self.programs.peers, &["fill", &store, &events])?;
        let (mut ours, mut scan, mut peers) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..self.effort.rounds {
            ours.push(children::numbers(&self.programs.ours, &["replay", &journal])?);
            scan.push(children::numbers(&self.programs.ours, &["scan", &journal])?);
            peers.push(children::numbers(&self.programs.peers, &["replay", &store])?);
        }
        let rate = median(&ours, "rate")?;
        self.add(Line::more("replay.sqlite.read", "events/s", (rate, median(&scan, "rate")?), 0.7));
        self.add(Line::more("replay.sqlite.cqrs", "events/s", (rate, median(&peers, "rate")?), 20.0));
        Ok(())
    }

    fn lists(&mut self) -> Result<()> {
        if !["rebuild.all", "graphql.path", "authz.list100"].iter().any(|name| self.wanted(name)) {
            return Ok(());
        }
        let lives = self.effort.lives.to_string();
        let (journal, rows) = (self.scratch.file("lives.sqlite"), self.scratch.file("rows.sqlite"));
        children::numbers(&self.programs.lists, &["live", &journal, &rows, &lives])?;
        if self.wanted("rebuild.all") {
            let (mut ours, mut upserts) = (Vec::new(), Vec::new());
            for _ in 0..self.effort.rounds {
                for (what, numbers) in [("rebuild", &mut ours), ("upsert", &mut upserts)] {
                    let folder = self.scratch.fresh()?;
                    numbers.push(children::numbers(&self.programs.lists, &[what, &journal, &folder])?);
                }
            }
            let rates = (median(&ours, "rate")?, median(&upserts, "rate")?);
            self.add(Line::more("rebuild.all", "events/s", rates, 0.5));
        }
        if self.wanted("graphql.path") {
            self.paths(&journal, &rows, &lives)?;
        }
        if self.wanted("authz.list100") {
            self.sight(&journal)?;
        }
        Ok(())
    }

    /// Lists of a hundred, with the policies and with everything allowed.
    fn sight(&mut self, journal: &str) -> Result<()> {
        let folder = self.scratch.fresh()?;
        let told = children::numbers(&self.programs.lists, &["sight", journal, &folder])?;
        let rate = |name: String| told.get(&name).map(|micros| 1e6 / micros).context("a list was not told");
        for (what, name) in [
            ("cases", "authz.list100"),
            ("cases_of_a_host", "authz.list100.host"),
            ("words_of_a_host", "authz.list100.words"),
        ] {
            let rates = (rate(format!("{what}_with_policies_us"))?, rate(format!("{what}_without_us"))?);
            self.add(Line::more(name, "lists/s", rates, 0.85));
        }
        Ok(())
    }

    fn paths(&mut self, journal: &str, rows: &str, lives: &str) -> Result<()> {
        let seconds = self.effort.seconds.to_string();
        let folder = self.scratch.fresh()?;
        let mut graphql = Running::start(&self.programs.lists, &["serve", journal, &folder])?;
        let mut by_hand = Running::start(&self.programs.lists, &["serve-by-hand", rows])?;
        let addresses = [graphql.address()?, by_hand.address()?];
        for connections in ["1", "64"] {
            let mut answers = [Vec::new(), Vec::new()];
            for _ in 0..self.effort.rounds {
                for (address, numbers) in addresses.iter().zip(&mut answers) {
                    let ask = ["ask", address, connections, &seconds, lives];
                    numbers.push(children::numbers(&self.programs.lists, &ask)?);
                }
            }
            let [ours, other] = &answers;
            let name = format!("graphql.path.{connections}");
            told(&name, ours, other);
            self.add(Line::more(&name, "requests/s", (median(ours, "rate")?, median(other, "rate")?), 0.6));
        }
        Ok(())
    }
}

/// How long callers waited, and how far the rounds lie apart.
pub(crate) fn told(name: &str, ours: &[Numbers], other: &[Numbers]) {
    let wait = |numbers: &[Numbers], of: &str| median(numbers, of).unwrap_or(f64::NAN);
    println!(
        "{name:<26} ours p50 {:.2} ms p99 {:.2} ms, other p50 {:.2} ms p99 {:.2} ms; rounds of ours {}",
        wait(ours, "p50"),
        wait(ours, "p99"),
        wait(other, "p50"),
        wait(other, "p99"),
        ours.iter()
            .filter_map(|told| told.get("rate"))
            .map(|rate| format!("{rate:.0}"))
            .collect::<Vec<_>>()
            .join(" ")
    );
}

/// The number in the middle.
pub(crate) fn median(told: &[Numbers], name: &str) -> Result<f64> {
    let mut numbers: Vec<f64> = told.iter().filter_map(|told| told.get(name).copied()).collect();
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().with_context(|| format!("{name} was not told"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rates(rates: &[f64]) -> Vec<Numbers> {
        rates.iter().map(|rate| Numbers::from([("rate".to_owned(), *rate)])).collect()
    }

    #[test]
    fn the_number_in_the_middle_is_taken_not_the_average() {
        assert!((median(&rates(&[1_000.0, 2.0, 1.0, 3.0, 0.0]), "rate").unwrap() - 2.0).abs() < 1e-9);
        assert!(median(&rates(&[1.0]), "p99").is_err());
    }

    #[test]
    fn a_ratio_above_one_is_always_in_our_favour() {
        assert!(Line::more("a", "x/s", (2.0, 1.0), 1.0).ratio > 1.0);
        assert!(Line::less("a", "ms", (1.0, 2.0), 1.0).ratio > 1.0);
    }
}
