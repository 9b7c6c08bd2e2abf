//! Two real nodes on one PostgreSQL, under sixteen clients that ask either of them.
//!
//! Again and again one of them is killed, told to stop, or stands still for longer than its term lasts, while the
//! other goes on. One acts for all, or nobody for a moment, never two; what was written at one can be read at the
//! other; nothing that was acknowledged is lost or done twice.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use journal::Engine;
use journal::engine::{Batch, BatchCommand, Verdict};
use journal::postgres::Postgres;
use rand::Rng;
use serde_json::{Value, json};
use tokio::sync::watch;
use uuid::Uuid;

use crate::bent::{Bend, Bent};
use crate::kills::{CLIENTS, Client, Heard, send};
use crate::server::{Server, entraide, node, succeeds};
use crate::table::{Canary, Line};
use crate::witness::judge;
use crate::{Trial, on_a_runtime, work};

/// Longer than a term lasts without being asked for again, with the time to see it.
const STILL: Duration = Duration::from_secs(9);
/// How long the other may take to act: a term, and until it asks.
const TAKEN_OVER: Duration = Duration::from_secs(12);

/// The promise, and its canary.
pub(crate) fn run(trial: &Trial) -> Line {
    on_a_runtime(async {
        let Some(journal) = support::postgres::durable_database().await else {
            return Line::skipped("initdb and postgres were not found");
        };
        let folder = tempfile::tempdir().expect("a temporary folder");
        let pair = Pair { binary: trial.binary.clone(), folder: folder.path().to_owned(), journal };
        let mut line = Line::default();
        if let Err(error) = pair.broken_often(&mut line, trial.seed, trial.effort.of(300, 3)).await {
            line.wrong(format!("seed {}: {error:#}", trial.seed));
        }
        line.canary = canary().await;
        line
    })
}

/// What is done to a node.
#[derive(Debug, Clone, Copy)]
enum Break {
    Killed,
    Stopped,
    StoodStill,
}

struct Pair {
    binary: PathBuf,
    folder: PathBuf,
    journal: String,
}

impl Pair {
    fn data(&self, which: usize) -> PathBuf {
        self.folder.join(format!("node-{which}"))
    }

    fn start(&self, which: usize) -> Result<Server> {
        let mut command = node(&self.binary, &self.data(which), Some(&self.journal));
        command.arg("--shared").arg(self.folder.join("shared"));
        Server::start(command, &self.folder.join(format!("log-{which}")))
    }

    async fn broken_often(&self, line: &mut Line, seed: u64, times: u64) -> Result<()> {
        let mut rng = work::chance(seed);
        let http = reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(20)).build()?;
        let (tell, addresses) = watch::channel(Vec::new());
        let done = Arc::new(AtomicU64::new(0));
        let mut servers = [Some(self.start(0)?), Some(self.start(1)?)];
        tell.send_replace(servers.iter().flatten().map(|server| server.address.clone()).collect());
        let clients: Vec<_> = (0..CLIENTS)
            .map(|number| tokio::spawn(Client::new(seed, number, addresses.clone(), Arc::clone(&done)).run()))
            .collect();
        drop(addresses);
        for time in 0..times {
            // Whoever acts is the one to break: the other must notice and take over.
            let acting = match &servers[0] {
                Some(server) if acts(&http, &server.address, Duration::ZERO).await => 0,
                _ => 1,
            };
            let which = if rng.random_ratio(3, 4) { acting } else { 1 - acting };
            let how = [Break::Killed, Break::Stopped, Break::StoodStill][usize::try_from(time % 3)?];
            let place = format!("seed {seed}, break {time}, node {which} {how:?}");
            let before = done.load(Ordering::Relaxed);
            while done.load(Ordering::Relaxed) < before + 20 {
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
            let other = servers[1 - which].as_ref().context("the other one runs")?.address.clone();
            tell.send_replace(vec![other.clone()]);
            let server = servers[which].take().context("it runs")?;
            let server = match how {
                Break::Killed => server.kill().map(|()| None)?,
                Break::Stopped => server.stop().map(|()| None)?,
                Break::StoodStill => {
                    server.signal("STOP")?;
                    tokio::time::sleep(STILL).await;
                    Some(server)
                }
            };
            line.faults += 1;
            if !acts(&http, &other, TAKEN_OVER).await {
                line.wrong(format!("{place}: nobody acts for all"));
            }
            let server = match server {
                Some(server) => server.signal("CONT").map(|()| server)?,
                None => self.start(which)?,
            };
            let all = vec![other.clone(), server.address.clone()];
            tell.send_replace(all.clone());
            servers[which] = Some(server);
            if let Err(error) = self.together(&http, &all, rng.random()).await {
                line.wrong(format!("{place}: {error:#}"));
            }
        }
        drop(tell);
        let mut answers = Vec::new();
        let (mut resent, mut found) = (0, 0);
        for client in clients {
            let client = client.await?;
            answers.extend(client.answers);
            resent += client.resent;
            found += client.found;
            client.wrong.into_iter().for_each(|wrong| line.wrong(wrong));
        }
        for server in servers.into_iter().flatten() {
            server.stop()?;
        }
        self.looked_after()?;
        let engine = Postgres::connect(&self.journal).await?;
        line.add(&judge(&engine, &answers).await?.at(&format!("seed {seed}")));
        line.note =
            format!("{resent} commands without an answer were sent again, {found} of them had been done");
        Ok(())
    }

    /// What is written at one can be read at the other, and one of them acts.
    async fn together(&self, http: &reqwest::Client, all: &[String], (seed, id): (u64, u128)) -> Result<()> {
        for (number, (one, other)) in [(0, 1), (1, 0)].into_iter().enumerate() {
            let (site, command) = (Uuid::from_u128(id ^ number as u128), work::command(seed, number as u64));
            let Heard::Done { position, .. } = send(http, &all[one], command, site).await else { continue };
            let query = "query($of: ObjectRefInput!, $at: Position) {
                history(of: $of, first: 1, atLeast: $at) { nodes { event } } }";
            let of = json!({ "kind": "site", "id": site.to_string() });
            let variables = json!({ "of": of, "at": position.to_string() });
            let request = http
                .post(format!("http://{}/graphql", all[other]))
                .header("authorization", "Bearer demo-odile-brussels")
                .json(&json!({ "query": query, "variables": variables }));
            let read: Value = request.send().await?.json().await?;
            let first = &read["data"]["history"]["nodes"][0]["event"];
            ensure!(first == "SiteOpened", "what was written at one is not read at the other: {read}");
        }
        // Who stood still finds out when it asks the next time.
        tokio::time::sleep(Duration::from_secs(3)).await;
        let mut acting = 0;
        for address in all {
            acting += u32::from(acts(http, address, Duration::ZERO).await);
        }
        ensure!(acting == 1, "{acting} nodes act for all");
        Ok(())
    }

    /// What an operator would look at, on both.
    fn looked_after(&self) -> Result<()> {
        for which in 0..2 {
            for arguments in [&["doctor", "--deep"][..], &["rebuild", "--verify"]] {
                let mut command = entraide(&self.binary, arguments, &self.data(which), Some(&self.journal));
                command.arg("--shared").arg(self.folder.join("shared"));
                succeeds(command)?;
            }
        }
        Ok(())
    }
}

/// Whether a node acts for all, by then at the latest.
async fn acts(http: &reqwest::Client, address: &str, by: Duration) -> bool {
    let end = tokio::time::Instant::now() + by;
    loop {
        let metrics = http.get(format!("http://{address}/metrics")).send().await;
        if let Ok(metrics) = metrics
            && metrics.text().await.is_ok_and(|text| text.contains("entraide_acts_for_all 1"))
        {
            return true;
        }
        if tokio::time::Instant::now() >= end {
            return false;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

/// A node whose term is over, and who does not know: what it appends is refused, unless the journal does not look.
async fn canary() -> Canary {
    let late = async |bent: bool| -> Result<bool> {
        let journal = support::postgres::durable_database().await.context("a database")?;
        let engine: Arc<dyn Engine> = Arc::new(Postgres::connect(&journal).await?);
        let [one, two] = [1, 2].map(Uuid::from_u128);
        let first = engine.lead(one, Duration::ZERO).await?;
        ensure!(engine.lead(two, Duration::from_mins(1)).await? > first, "the second one takes over");
        let engine = if bent { Bent::new(engine, Bend::IgnoresTerms) as Arc<dyn Engine> } else { engine };
        let command = BatchCommand {
            network: work::network(),
            id: work::command(1, 1),
            digest: [1; 32],
            offset: 0,
            count: 0,
            version: 0,
            facts: Vec::new(),
        };
        let batch = Batch { term: first, commands: vec![command], ..Batch::default() };
        match engine.commit(Arc::new(batch)).await {
            Ok(Verdict::Committed { .. }) => Ok(true),
            Ok(Verdict::TermOver) => Ok(false),
            other => anyhow::bail!("{other:?}"),
        }
    };
    match (late(false).await, late(true).await) {
        (Ok(false), Ok(true)) => {
            Canary::Caught("that looks at no term takes what a node does after its own".to_owned())
        }
        (real, bent) => Canary::Missed(format!("late acts: {real:?}, and without terms {bent:?}")),
    }
}
