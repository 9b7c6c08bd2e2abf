//! From the commit of an event to the last of many who follow the path it is on.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use api::{Gate, Policies};
use async_graphql::{Request, Variables};
use futures_util::StreamExt;
use journal::{Append, Journal, Ledger, Write};
use kernel::{Expected, NetworkId};
use tokio::sync::{mpsc, watch};

use crate::{lives, rebuild, serve};
use benches::append::{meta, network};
use benches::load::{Measured, measured};

/// What a screen asks for that follows a path.
const QUERY: &str = "subscription($case: CaseId!, $after: Position) { path(by: { case: $case }, after: $after) { \
    position object { kind id } part { kind id } event from to reason facts { name value } happenedAt recordedAt \
    actor role } }";

/// Events that are recorded, one after the other, once everybody has heard of the one before.
const EVENTS: u64 = 20;

/// So many follow the path of one case through the gate, each as the host of a measurement; told is how long after the
/// commit of an event the last of them had it.
pub(crate) async fn measure(folder: &Path, listeners: usize) -> Result<Measured> {
    let stand = serve::stand(&folder.join("journal.sqlite"), folder, rebuild::folds()).await?;
    let (stop, stopped) = watch::channel(false);
    let (model, journal): (_, Arc<dyn Journal>) = (stand.model, stand.ledger.clone());
    let following = tokio::spawn(async move { model.run(journal, stopped).await });
    let policies = Policies::read().map_err(anyhow::Error::msg)?;
    let gate = Gate::new(stand.ports, Arc::new(policies)).map_err(anyhow::Error::msg)?;
    let (told, mut heard) = mpsc::unbounded_channel();
    for _ in 0..listeners {
        let variables = Variables::from_json(serde_json::json!({ "case": lives::case(0), "after": "0" }));
        let mut stream = gate.stream(serve::host()?, Request::new(QUERY).variables(variables));
        let told = told.clone();
        tokio::spawn(async move {
            while let Some(answer) = stream.next().await {
                // Nobody listens once the measurement is over.
                let _ = told.send((Instant::now(), answer.errors));
            }
        });
    }
    let (network, mut waits, started) = (network()?, Vec::new(), Instant::now());
    for number in 0..EVENTS {
        visit(&stand.ledger, &network, number).await?;
        let committed = Instant::now();
        let mut last = Duration::ZERO;
        for _ in 0..listeners {
            let (at, errors) = heard.recv().await.context("somebody listens")?;
            ensure!(errors.is_empty(), "{errors:?}");
            last = last.max(at.saturating_duration_since(committed));
        }
        // The first finds everything cold.
        if number > 0 {
            waits.push(last);
        }
    }
    let took = started.elapsed();
    stop.send(true)?;
    following.await??;
    Ok(measured(waits, took))
}

/// Another visit of the case they follow.
async fn visit(ledger: &Ledger, network: &NetworkId, number: u64) -> Result<()> {
    let [stream, _] = lives::streams(network, number);
    let write = Write { stream, expected: Expected::None, events: vec![lives::recorded_in(0, number)?] };
    let append =
        Append { network: network.clone(), digest: [0; 32], meta: meta(network), writes: vec![write] };
    ledger.append(append).await.context("a visit is recorded")?;
    Ok(())
}
