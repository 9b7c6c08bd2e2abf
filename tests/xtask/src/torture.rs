//! `cargo xtask torture`: breaks things, and shows that nothing that was acknowledged is lost.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use clap::Args;

use crate::steps;

/// How much is broken.
#[derive(Debug, Args)]
pub(crate) struct Options {
    /// How much of a release run: 1% takes minutes, 100% a night and more.
    #[arg(long, default_value = "1%")]
    share: String,
    /// Writes the table to a file as well.
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Only promises whose name holds this.
    #[arg(long, value_name = "NAME")]
    only: Option<String>,
    /// The seed everything follows from.
    #[arg(long)]
    seed: Option<u64>,
}

impl Options {
    /// What each change is tried with.
    pub(crate) fn of_a_change(json: PathBuf) -> Self {
        Self { share: "0.5%".to_owned(), json: Some(json), only: None, seed: None }
    }
}

/// Builds the test and the binary, as the tests have built it, and runs the one against the other.
pub(crate) fn torture(options: &Options) -> Result<ExitCode> {
    let root = steps::root()?;
    let built = steps::cargo(&root, &steps::BINARY).status().context("cargo cannot be started")?;
    ensure!(built.success(), "the build failed");
    let binary = steps::binary()?;
    let program = binary.with_file_name("torture");
    let mut torture = std::process::Command::new(&program);
    torture.args(["--share", &options.share]).env("ENTRAIDE_BIN", binary);
    if let Some(json) = &options.json {
        torture.arg("--json").arg(json);
    }
    if let Some(only) = &options.only {
        torture.args(["--only", only]);
    }
    if let Some(seed) = options.seed {
        torture.args(["--seed", &seed.to_string()]);
    }
    let status = torture.status().with_context(|| format!("{} cannot be started", program.display()))?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
