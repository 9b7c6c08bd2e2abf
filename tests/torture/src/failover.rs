//! The primary is killed and its standby takes over, under load: with a synchronous standby nothing
//! that was acknowledged is lost; without one, nothing is acknowledged.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Result, ensure};
use journal::postgres::Postgres;
use journal::{Append, Engine, Ledger, Writing};
use rand::Rng;
use tokio::task::JoinHandle;

use crate::bent::{Bend, Bent};
use crate::cluster::{Cluster, url};
use crate::lines::until_answered;
use crate::proxy::Proxy;
use crate::table::{Canary, Line};
use crate::witness::{Answer, judge};
use crate::{Trial, on_a_runtime, work};

/// The promise, and its canaries.
pub(crate) fn run(trial: &Trial) -> Line {
    on_a_runtime(async {
        let mut line = Line::default();
        let rounds = trial.effort.of(500, 3);
        for round in 0..rounds {
            let seed = trial.seed * 10_000 + round;
            match fail_over(&mut line, seed, "sync", round % 2 == 1).await {
                Ok(true) => line.faults += 1,
                Ok(false) => return Line::skipped("initdb and postgres were not found"),
                Err(error) => line.wrong(format!("seed {seed}: {error:#}")),
            }
        }
        let missing = trial.effort.of(100, 1);
        for round in 0..missing {
            let seed = trial.seed * 10_000 + 5_000 + round;
            match no_quorum(&mut line, seed, None).await {
                Ok(()) => line.faults += 1,
                Err(error) => line.wrong(format!("without a standby, seed {seed}: {error:#}")),
            }
        }
        line.note =
            format!("{rounds} fail-overs, {missing} times without a standby and the primary restarted");
        line.canary = canary(trial.seed).await;
        line
    })
}

/// An asynchronous standby; and a node that takes what it reads after a restart to be safe.
async fn canary(seed: u64) -> Canary {
    let (mut late, mut unsafely) = (Line::default(), Line::default());
    let mut errors = Vec::new();
    errors.extend(fail_over(&mut late, seed, "async", true).await.err());
    errors.extend(no_quorum(&mut unsafely, seed, Some(Bend::NeverSecures)).await.err());
    let told = format!(
        "asynchronous standby lost {} of {} acknowledged; answering what no standby has lost {} of {} {errors:?}",
        late.lost, late.acknowledged, unsafely.lost, unsafely.acknowledged
    );
    if late.lost > 0 && unsafely.lost > 0 { Canary::Caught(told) } else { Canary::Missed(told) }
}

/// Sets up a primary and a standby that follows it in this way.
async fn pair(how: &str) -> Result<Option<(Cluster, Cluster)>> {
    let Some(mut primary) = Cluster::make()? else { return Ok(None) };
    primary.start(&[])?;
    // The tables are there before anybody must be waited for.
    Postgres::connect(&url(Path::new(&primary.socket()))).await?.close().await;
    let mut standby = Cluster::standby_of(&primary)?;
    standby.start(&["hot_standby=on"])?;
    if how == "sync" {
        primary.set("synchronous_standby_names", "*").await?;
    }
    primary.followed(how).await?;
    Ok(Some((primary, standby)))
}

/// Sends commands one after the other, until told to stop; what each was answered.
fn writer(ledger: &Arc<Ledger>, seed: u64, number: u64, stop: &Arc<std::sync::atomic::AtomicBool>) -> Writer {
    let (ledger, stop) = (Arc::clone(ledger), Arc::clone(stop));
    tokio::spawn(async move {
        let mut rng = work::chance(seed * 100 + number);
        let mut answers = Vec::new();
        for nth in 1.. {
            let append: Append = work::append(&mut rng, seed * 100 + number, nth, 6, 300);
            answers.push(until_answered(&ledger, &append).await?);
            if stop.load(std::sync::atomic::Ordering::Relaxed) {
                break;
            }
        }
        Ok(answers)
    })
}

type Writer = JoinHandle<Result<Vec<Answer>>>;

/// One fail-over under load. With `cut_off`, the standby hears nothing any more for a while before.
async fn fail_over(line: &mut Line, seed: u64, how: &str, cut_off: bool) -> Result<bool> {
    let Some((mut primary, standby)) = pair(how).await? else { return Ok(false) };
    let mut rng = work::chance(seed);
    let proxy = Proxy::to(primary.socket_file());
    let ledger = work::ledger(Arc::new(Postgres::connect(&proxy.url()).await?)).await?;
    let stop = Arc::default();
    let writers: Vec<Writer> = (0..16).map(|number| writer(&ledger, seed, number, &stop)).collect();
    tokio::time::sleep(Duration::from_millis(rng.random_range(100..400))).await;
    if cut_off {
        standby.signal("STOP")?;
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
    primary.kill()?;
    if cut_off {
        standby.signal("CONT")?;
    }
    // Nothing in the way between the old primary and the standby may still arrive.
    standby.promote().await?;
    proxy.lead_to(&standby.socket_file());
    tokio::time::sleep(Duration::from_millis(100)).await;
    stop.store(true, std::sync::atomic::Ordering::Relaxed);
    let mut answers = Vec::new();
    for writer in writers {
        answers.extend(writer.await??);
    }
    ledger.close().await;
    let direct = Postgres::connect(&url(Path::new(&standby.socket()))).await?;
    line.add(&judge(&direct, &answers).await?.at(&format!("{how}, seed {seed}")));
    direct.close().await;
    Ok(true)
}

/// The standby is away: nothing is acknowledged, also not what is found after the primary has been
/// killed and started again. Once the standby is back, everything is; and it survives the primary.
async fn no_quorum(line: &mut Line, seed: u64, bend: Option<Bend>) -> Result<()> {
    let Some((mut primary, mut standby)) = pair("sync").await? else { return Ok(()) };
    let proxy = Proxy::to(primary.socket_file());
    let engine: Arc<dyn Engine> = Arc::new(Postgres::connect(&proxy.url()).await?);
    let engine = match bend {
        Some(bend) => Bent::new(engine, bend),
        None => engine,
    };
    let ledger = work::ledger(engine).await?;
    standby.kill()?;
    let mut rng = work::chance(seed);
    let sent: Vec<JoinHandle<Result<Answer>>> = (1..=8)
        .map(|number| {
            let (ledger, append) = (Arc::clone(&ledger), work::append(&mut rng, seed, number, 6, 300));
            tokio::spawn(async move { until_answered(&ledger, &append).await })
        })
        .collect();
    let any = |sent: &[JoinHandle<Result<Answer>>]| sent.iter().any(JoinHandle::is_finished);
    tokio::time::sleep(Duration::from_millis(1_500)).await;
    ensure!(!any(&sent), "something was answered while the standby was away");
    // The primary comes back with what it had committed for itself.
    primary.kill()?;
    primary.start(&[])?;
    if bend.is_some() {
        tokio::time::sleep(Duration::from_secs(5)).await;
        // What the canary answers now is lost with the primary: the standby never hears of it.
        primary.kill()?;
        standby.start(&["hot_standby=on"])?;
        standby.promote().await?;
        let mut answers = Vec::new();
        for one in sent.into_iter().filter(JoinHandle::is_finished) {
            answers.push(one.await??);
        }
        return judged(line, &standby, &answers, seed).await;
    }
    let mut writing = ledger.writing();
    let shown = writing.wait_for(|now| *now != Writing::Open);
    let shown = tokio::time::timeout(Duration::from_secs(20), shown).await.is_ok();
    ensure!(shown, "it is not shown that nothing is acknowledged");
    ensure!(!any(&sent), "something was answered after the restart, while the standby was away");
    standby.start(&["hot_standby=on"])?;
    let mut answers = Vec::new();
    for one in sent {
        answers.push(one.await??);
    }
    primary.kill()?;
    standby.promote().await?;
    proxy.lead_to(&standby.socket_file());
    ledger.close().await;
    judged(line, &standby, &answers, seed).await
}

async fn judged(line: &mut Line, cluster: &Cluster, answers: &[Answer], seed: u64) -> Result<()> {
    let direct = Postgres::connect(&url(Path::new(&cluster.socket()))).await?;
    line.add(&judge(&direct, answers).await?.at(&format!("seed {seed}")));
    direct.close().await;
    Ok(())
}
