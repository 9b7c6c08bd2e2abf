//! Nothing that was acknowledged is lost, nothing is done twice: shown by breaking things, with figures.
//!
//! `cargo xtask torture --share 1%|100% [--json FILE]` runs it and prints one table. Each promise has a
//! *canary*: the same test on a build or a configuration with one named fault, which it must catch;
//! otherwise the test itself has failed.
//!
//! Read on: [`table`] (what is told), [`witness`] (what was acknowledged, and how it is judged), [`work`]
//! (the commands), [`bent`] (engines with a fault); then one file for each promise: [`power`], [`full`],
//! [`kills`], [`lines`], [`failover`], [`followers`], [`simulation`], [`model`].

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test speaks on standard output, and fails by panicking"
)]

mod bent;
mod cluster;
mod early;
mod failover;
mod followers;
mod full;
mod kills;
mod lines;
mod model;
mod power;
mod proxy;
mod server;
mod simulation;
mod starved;
mod table;
mod two;
mod witness;
mod work;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use table::{Effort, Line};

/// Breaks things, and counts what is lost.
#[derive(Debug, Parser)]
struct Options {
    /// How much of a release run: 1% is what each change is tried with, 100% a night's work.
    #[arg(long, default_value = "1%")]
    share: Effort,
    /// Writes the table to a file as well.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Only promises whose name holds this.
    #[arg(long, value_name = "NAME", default_value = "")]
    only: String,
    /// The seed everything follows from.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The binary `entraide`; the one beside this program when left out.
    #[arg(long, env = "ENTRAIDE_BIN")]
    binary: Option<PathBuf>,
}

/// What every promise is tried with.
#[derive(Debug, Clone)]
struct Trial {
    effort: Effort,
    seed: u64,
    binary: PathBuf,
}

/// How a promise is tried.
type Try = fn(&Trial) -> Line;

fn main() -> ExitCode {
    if let Some(folder) = std::env::var_os(early::FOLDER) {
        return on_a_runtime(early::serve(PathBuf::from(folder)));
    }
    let options = Options::parse();
    let beside = || std::env::current_exe().expect("where this program is").with_file_name("entraide");
    let trial = Trial {
        effort: options.share,
        seed: options.seed,
        binary: options.binary.clone().unwrap_or_else(beside),
    };
    let lines = run(&trial, &options.only);
    table::tell(&lines);
    if let Some(file) = &options.json {
        std::fs::write(file, table::json(&lines)).expect("the table can be written");
    }
    if !lines.is_empty() && lines.iter().all(Line::kept) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn run(trial: &Trial, only: &str) -> Vec<Line> {
    let promises: [(&str, Try); 10] = [
        ("power cut on SQLite", power::run),
        ("disk full, I/O errors", full::run),
        ("kill -9 under 16 clients, SQLite", kills::on_sqlite),
        ("kill -9 under 16 clients, PostgreSQL", kills::on_postgres),
        ("PostgreSQL: broken lines, restarts", lines::run),
        ("PostgreSQL: fail-over, missing quorum", failover::run),
        ("two nodes on one PostgreSQL", two::run),
        ("followers over broken lines", followers::run),
        ("simulation of nodes, clients, followers", simulation::run),
        ("model: client, outbox, server", model::run),
    ];
    promises
        .into_iter()
        .filter(|(name, _)| name.contains(only))
        .map(|(name, run)| {
            eprintln!("{name} ...");
            table::timed(name, || run(trial))
        })
        .collect()
}

/// A runtime of a promise's own, so that nothing of one is left in the next.
fn on_a_runtime<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
        .expect("a runtime can be started")
        .block_on(future)
}
