//! A real server whose files may not grow: it says so, refuses commands with *send it again*, goes on
//! answering, and recovers by itself.

use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use journal::sqlite::Sqlite;
use kernel::Position;
use serde_json::Value;
use uuid::Uuid;

use crate::kills::{Heard, send};
use crate::server::{Server, entraide, node, succeeds};
use crate::table::Line;
use crate::witness::{Answer, judge};
use crate::{Trial, work};

/// Within which time it must be shown, and be over.
const SHOWN: Duration = Duration::from_secs(5);

/// Starves a server some times; how often.
pub(crate) async fn starve(line: &mut Line, trial: &Trial) -> Result<u64> {
    let folder = tempfile::tempdir()?;
    let data = folder.path().join("data");
    let server =
        Server::start(without_signal(&node(&trial.binary, &data, None)), &folder.path().join("log"))?;
    let http = reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(30)).build()?;
    let times = trial.effort.of(50, 2);
    let (mut answers, mut number) = (Vec::new(), 0);
    for _ in 0..times {
        for _ in 0..5 {
            number += 1;
            answers.push(until_done(&http, &server, trial.seed, number).await?);
        }
        limit(&server, "1024")?;
        number += 1;
        let command = work::command(trial.seed, number);
        let refused = send(&http, &server.address, command, Uuid::from_u128(number.into())).await;
        ensure!(matches!(refused, Heard::Nothing), "a server that cannot write answered {refused:?}");
        let (status, shown) = ready(&http, &server).await?;
        ensure!(shown["readOnly"] == true, "it does not say that it is read-only: {status} {shown}");
        // Files that may not grow are an I/O error to SQLite; its own words stay in the log.
        let word = &shown["writesRefused"];
        ensure!(*word == "io_error" || *word == "disk_full", "it does not say why in a word: {shown}");
        ensure!(status == 200, "what is known cannot be read: {status} {shown}");
        limit(&server, "unlimited")?;
        let healed = Instant::now();
        while ready(&http, &server).await?.1["readOnly"] == true {
            ensure!(healed.elapsed() < SHOWN, "it is read-only {SHOWN:?} after its files may grow again");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        answers.push(until_done(&http, &server, trial.seed, number).await?);
        line.faults += 1;
    }
    server.kill()?;
    for arguments in [&["doctor"][..], &["rebuild", "--verify"]] {
        succeeds(entraide(&trial.binary, arguments, &data, None))?;
    }
    let engine = Sqlite::open(data.join("journal.sqlite"))?;
    line.add(&judge(&engine, &answers).await?.at("a starved server"));
    Ok(times)
}

/// The same command, with files that do not end it when they may not grow: the write fails instead.
fn without_signal(command: &Command) -> Command {
    let mut shell = Command::new("/bin/sh");
    shell
        .args(["-c", "trap '' XFSZ; exec \"$0\" \"$@\""])
        .arg(command.get_program())
        .args(command.get_args());
    shell.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?))));
    shell
}

fn limit(server: &Server, bytes: &str) -> Result<()> {
    let (pid, soft) = (server.id().to_string(), format!("--fsize={bytes}:"));
    let status = Command::new("prlimit").args(["--pid", &pid, &soft]).status().context("prlimit")?;
    ensure!(status.success(), "prlimit {soft} failed");
    Ok(())
}

async fn ready(http: &reqwest::Client, server: &Server) -> Result<(u16, Value)> {
    let answer = http.get(format!("http://{}/health/ready", server.address)).send().await?;
    Ok((answer.status().as_u16(), answer.json().await?))
}

async fn until_done(http: &reqwest::Client, server: &Server, seed: u64, number: u64) -> Result<Answer> {
    let command = work::command(seed, number);
    for _ in 0..200 {
        match send(http, &server.address, command, Uuid::from_u128(number.into())).await {
            Heard::Done { position: position @ Position(1..), events, .. } => {
                return Ok(Answer { network: work::network(), command, position, events });
            }
            Heard::Nothing => tokio::time::sleep(Duration::from_millis(25)).await,
            other => anyhow::bail!("{command} was answered {other:?}"),
        }
    }
    anyhow::bail!("{command} was never answered")
}

/// Whether this machine can limit what another process writes.
pub(crate) fn can_starve() -> bool {
    Path::new("/bin/sh").exists() && Command::new("prlimit").arg("--version").output().is_ok()
}
