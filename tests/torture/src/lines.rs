//! The line to PostgreSQL breaks at every message of an append, in both directions, and the server is
//! killed and started again under load.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use journal::postgres::Postgres;
use journal::{Append, Engine, Ledger};
use rand::Rng;

use crate::bent::{Bend, Bent};
use crate::cluster::Cluster;
use crate::proxy::{Break, Proxy};
use crate::table::{Canary, Line};
use crate::witness::{Answer, judge};
use crate::{Trial, on_a_runtime, work};

/// The promise, and its canary.
pub(crate) fn run(trial: &Trial) -> Line {
    on_a_runtime(async {
        let mut line = Line::default();
        match breaks(&mut line, trial, None).await {
            Ok(true) => {}
            Ok(false) => return Line::skipped("initdb and postgres were not found"),
            Err(error) => line.wrong(format!("seed {}: {error:#}", trial.seed)),
        }
        line.canary = canary(trial).await;
        line
    })
}

/// An engine that takes a broken commit for one that went through.
async fn canary(trial: &Trial) -> Canary {
    let mut line = Line::default();
    let few = Trial { effort: "0.01%".parse().expect("a share"), ..trial.clone() };
    if let Err(error) = breaks(&mut line, &few, Some(Bend::SwallowsErrors)).await {
        line.wrong(format!("{error:#}"));
    }
    let told = format!(
        "that takes a broken commit for a good one lost {} of {} acknowledged in {} faults",
        line.lost, line.acknowledged, line.faults
    );
    if line.lost > 0 { Canary::Caught(told) } else { Canary::Missed(told) }
}

async fn breaks(line: &mut Line, trial: &Trial, bend: Option<Bend>) -> Result<bool> {
    let Some(mut cluster) = Cluster::make()? else { return Ok(false) };
    cluster.start(&[])?;
    let proxy = Proxy::to(cluster.socket_file());
    let engine = Postgres::connect(&proxy.url()).await?;
    let engine: Arc<dyn Engine> = Arc::new(engine);
    let engine = match bend {
        Some(bend) => Bent::new(engine, bend),
        None => engine,
    };
    let mut sitting =
        Sitting { ledger: work::ledger(engine).await?, answers: Vec::new(), seed: trial.seed, number: 0 };
    let mut rng = work::chance(trial.seed);
    // Every message, one after the other, until a script is over before its turn comes.
    for at in 0..200 {
        for plan in [Break::Before(at), Break::After(at)] {
            sitting.script(&proxy, plan, line).await?;
        }
        if bend.is_some() && at > 8 || proxy_quiet(&proxy, &mut sitting, at, line).await? {
            break;
        }
    }
    for _ in 0..trial.effort.of(3_000, if bend.is_some() { 5 } else { 60 }) {
        let plan = match rng.random_range(0..3) {
            0 => Break::Before(rng.random_range(0..20)),
            1 => Break::After(rng.random_range(0..20)),
            _ => Break::Bytes(rng.random_range(0..3_000)),
        };
        sitting.script(&proxy, plan, line).await?;
    }
    proxy.plan(None);
    let breaks = proxy.broken();
    let restarts = trial.effort.of(200, 3);
    for _ in 0..restarts {
        let sent = sitting.start_load();
        tokio::time::sleep(Duration::from_millis(rng.random_range(5..80))).await;
        cluster.kill()?;
        cluster.start(&[])?;
        sitting.end_load(sent).await?;
    }
    line.faults += breaks + restarts;
    line.note = format!("{breaks} broken lines, {restarts} servers killed and started again");
    sitting.ledger.close().await;
    let direct = Postgres::connect(&crate::cluster::url(std::path::Path::new(&cluster.socket()))).await?;
    line.add(&judge(&direct, &sitting.answers).await?.at(&format!("seed {}", trial.seed)));
    direct.close().await;
    Ok(true)
}

/// Whether a script is over before its message of this number.
async fn proxy_quiet(proxy: &Proxy, sitting: &mut Sitting, at: u64, line: &mut Line) -> Result<bool> {
    let before = proxy.broken();
    sitting.script(proxy, Break::Before(at), line).await?;
    Ok(proxy.broken() == before)
}

struct Sitting {
    ledger: Arc<Ledger>,
    answers: Vec<Answer>,
    seed: u64,
    number: u64,
}

impl Sitting {
    fn next(&mut self) -> Append {
        self.number += 1;
        let mut rng = work::chance(self.seed * 1_000_000 + self.number);
        work::append(&mut rng, self.seed, self.number, 4, 300)
    }

    /// A few commands on a line that breaks, and one of them again at the end.
    async fn script(&mut self, proxy: &Proxy, plan: Break, line: &mut Line) -> Result<()> {
        let appends: Vec<Append> = (0..3).map(|_| self.next()).collect();
        proxy.plan(Some(plan));
        for append in &appends {
            let answer = until_answered(&self.ledger, append).await?;
            self.answers.push(answer);
        }
        let first = &self.answers[self.answers.len() - appends.len()];
        let again = until_answered(&self.ledger, &appends[0]).await?;
        if again != *first {
            line.wrong(format!("{plan:?}: answered {first:?} and then {again:?}"));
        }
        Ok(())
    }

    fn start_load(&mut self) -> Vec<tokio::task::JoinHandle<Result<Answer>>> {
        let appends: Vec<Append> = (0..60).map(|_| self.next()).collect();
        let one = |append: Append| {
            let ledger = Arc::clone(&self.ledger);
            tokio::spawn(async move { until_answered(&ledger, &append).await })
        };
        appends.into_iter().map(one).collect()
    }

    async fn end_load(&mut self, sent: Vec<tokio::task::JoinHandle<Result<Answer>>>) -> Result<()> {
        for one in sent {
            self.answers.push(one.await??);
        }
        Ok(())
    }
}

/// Sends a command until it is answered.
pub(crate) async fn until_answered(ledger: &Ledger, append: &Append) -> Result<Answer> {
    for _ in 0..600 {
        let answer = ledger.append(append.clone()).await;
        if work::again(&answer) {
            tokio::time::sleep(Duration::from_millis(20)).await;
            continue;
        }
        let receipt = answer.with_context(|| append.command().to_string())?;
        return Ok(Answer::of(&append.network, append.command(), &receipt));
    }
    anyhow::bail!("{} was never answered", append.command())
}
