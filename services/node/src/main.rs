//! The binary `entraide`: configuration, wiring and the commands of a node.
//!
//! Read on: [`options`] (what may be said on the command line, in the environment and in a file),
//! [`node`] (how a node is put together), [`adapters`] (clock, chance, tokens), [`server`] (routes
//! beside the API), and one module for each command.

#![allow(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a command line program answers on standard output"
)]

mod adapters;
mod backup;
mod commands;
#[cfg(test)]
mod documented;
mod doors;
mod example;
mod figures;
mod letters;
mod node;
mod observed;
mod options;
mod pages;
mod query_page;
mod server;
mod tokens;
mod traces;
mod words;

use std::process::ExitCode;

use clap::Parser;

use crate::options::{Command, Options};

fn main() -> ExitCode {
    let options = Options::parse();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("entraide: the runtime cannot be started: {error}");
            return ExitCode::FAILURE;
        }
    };
    match runtime.block_on(run(options)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("entraide: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(options: Options) -> anyhow::Result<()> {
    match options.command {
        Command::Serve(serve) => commands::serve::run(serve).await,
        Command::Demo(demo) => commands::demo::run(demo).await,
        Command::Invite(invite) => commands::invite::run(invite).await,
        Command::Schema => {
            print!("{}", api::schema::sdl());
            Ok(())
        }
        Command::Rebuild(rebuild) => commands::rebuild::run(rebuild).await,
        Command::Backup(backup) => commands::backup::run(backup).await,
        Command::Restore(restore) => commands::restore::run(restore).await,
        Command::Ready(ready) => commands::ready::run(ready).await,
        Command::Doctor(doctor) => commands::doctor::run(doctor).await,
        Command::Import(import) => commands::import::run(import).await,
        Command::Export(export) => commands::export::run(export).await,
        Command::Version => {
            println!("entraide {}", env!("CARGO_PKG_VERSION"));
            Ok(())
        }
    }
}
