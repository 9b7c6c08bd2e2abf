//! `cargo xtask test`: everything that must be true before a change is merged, in one command.
//! `cargo xtask browser`: what people do, in a real browser against the real binary.
//! `cargo xtask bench`: how fast, against others, on this machine.
//! `cargo xtask torture`: what is lost when things break.
//!
//! Each step is shown with its seconds; a step that cannot run says so loudly. The last line is the
//! result, alone: `N passed, M failed`. The exit status is zero only when nothing failed.
//!
//! Read on: [`steps`] (what is checked), [`report`] (how it is told and counted), [`tools`] (what
//! must be on the machine), [`bench`] (what is measured), [`mod@torture`] (what is broken).

#![allow(clippy::print_stdout, reason = "a command speaks on standard output")]

mod bench;
mod report;
mod steps;
mod tools;
mod torture;

use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Tasks of the workspace.
#[derive(Parser)]
#[command(name = "cargo xtask", version)]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Checks the format, lints, tests, compares the schema, breaks things, plays a morning in a browser, and
    /// checks licences and advisories.
    Test,
    /// Plays what people do in Chromium, against the binary that the tests have built.
    Browser {
        /// In one look for each page and language instead of four, with fewer random runs: minutes.
        #[arg(long)]
        quick: bool,
    },
    /// Measures ours and others in turn, and compares them.
    Bench(bench::Options),
    /// Breaks things, and counts what was acknowledged and lost.
    Torture(torture::Options),
}

fn main() -> Result<ExitCode> {
    match Cli::parse().task {
        Task::Test => steps::test(),
        Task::Browser { quick } => steps::browser(quick),
        Task::Bench(options) => bench::bench(&options),
        Task::Torture(options) => torture::torture(&options),
    }
}
