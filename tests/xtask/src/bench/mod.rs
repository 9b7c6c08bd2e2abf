//! `cargo xtask bench`: ours and others in turn, on one machine, in one run.
//!
//! Nothing but the ratio means anything tomorrow, so every number of ours stands beside another
//! one that was measured a moment before or after. Read on: [`compare`] (what is measured against
//! what), [`children`] (the processes that measure), [`machine`] (on what), [`table`] (how it is told).

mod children;
mod compare;
mod machine;
mod more;
mod table;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Args;

use crate::{steps, tools};
use children::{Cluster, Programs, Scratch};
use compare::Bench;

/// How to measure.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// Three short rounds instead of five.
    #[arg(long)]
    quick: bool,
    /// Writes the comparisons to a file as well.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Measures only what begins so, such as `append.sqlite`.
    #[arg(long, value_name = "NAME", default_value = "")]
    only: String,
}

/// How long, and how often.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Effort {
    pub(crate) rounds: usize,
    pub(crate) seconds: f64,
    /// Events of a replay.
    pub(crate) events: u64,
    /// Events of a journal that has grown.
    pub(crate) grown: u64,
    /// Cases of a rebuild, twenty events each.
    pub(crate) lives: u64,
}

impl Effort {
    fn of(options: &Options) -> Self {
        if options.quick {
            Self { rounds: 3, seconds: 1.0, events: 50_000, grown: 1_000_000, lives: 1_000 }
        } else {
            Self { rounds: 5, seconds: 3.0, events: 500_000, grown: 10_000_000, lives: 5_000 }
        }
    }
}

/// Builds everything in release, measures, and tells.
pub(crate) fn bench(options: &Options) -> Result<ExitCode> {
    let root = steps::root()?;
    let peers = root.join("tests/benches/peers");
    for (folder, arguments) in [
        (&root, &["build", "--release", "--workspace", "--bins"][..]),
        (&peers, &["build", "--release", "--locked"]),
    ] {
        let built = steps::cargo(folder, arguments).status().context("cargo cannot be started")?;
        anyhow::ensure!(built.success(), "the build failed");
    }
    // Where cargo builds to when it is told so; a relative path is one from where this was started.
    let target = |of: &Path| match std::env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => std::path::absolute(folder),
        None => Ok(of.join("target")),
    };
    let (ours, peers) = (target(&root)?, target(&peers)?);
    let programs = Programs {
        ours: ours.join("release/benches"),
        lists: ours.join("release/lists"),
        peers: peers.join("release/peers"),
    };
    let scratch = Scratch::new(ours.join("bench"))?;
    let cluster = if tools::postgresql().is_some() {
        Some(Cluster::start(&programs)?)
    } else {
        println!("\n!!! SKIPPED PostgreSQL: initdb and postgres were not found: apt-get install postgresql");
        None
    };
    let effort = Effort::of(options);
    let mut bench =
        Bench { programs, scratch, cluster, effort, only: options.only.clone(), lines: Vec::new() };
    machine::tell(&mut bench)?;
    bench.run()?;
    println!("\nload average after: {}", machine::load());
    table::tell(&bench.lines);
    if let Some(file) = &options.json {
        std::fs::write(file, table::json(&bench.lines)?)
            .with_context(|| format!("{} cannot be written", file.display()))?;
    }
    Ok(ExitCode::SUCCESS)
}
