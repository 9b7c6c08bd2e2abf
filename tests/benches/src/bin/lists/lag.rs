//! From the commit of a visit to its row in the list, while many callers record visits.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use graph::ports::{Known, Rows};
use journal::{Append, Journal, Ledger, Write};
use kernel::{Expected, NetworkId, StreamId};
use readmodel::{ReadModel, Reading, Settings};
use tokio::sync::watch;

use crate::{lives, rebuild};
use benches::append::{self, meta, network};
use benches::load::{self, Measured, Until, measured};

/// Callers that each record a visit, look for it, and record the next: told are the waits after the commits.
pub(crate) async fn measure(folder: &Path, callers: usize, seconds: f64) -> Result<Measured> {
    let ledger = append::ledger(&folder.join("journal.sqlite"), None).await?;
    let model = ReadModel::open(Settings::new(folder.join("read")), rebuild::folds())?;
    let journal: Arc<dyn Journal> = ledger.clone();
    model.make_ready(&*journal).await?;
    let rows = Arc::new(model.reading(Arc::clone(&journal)));
    let (stop, stopped) = watch::channel(false);
    let following = tokio::spawn(async move { model.run(journal, stopped).await });
    let (lags, network) = (Arc::new(Mutex::new(Vec::new())), network()?);
    let (kept, asked, started) = (Arc::clone(&lags), Arc::clone(&ledger), Instant::now());
    load::callers(callers, Until::Seconds(seconds), move |dice| {
        let (ledger, rows, network) = (Arc::clone(&asked), Arc::clone(&rows), network.clone());
        let lags = Arc::clone(&kept);
        async move {
            let lag = visit(&ledger, &rows, &network, dice).await?;
            lags.lock().unwrap_or_else(PoisonError::into_inner).push(lag);
            Ok(())
        }
    })
    .await?;
    let took = started.elapsed();
    stop.send(true)?;
    following.await??;
    ledger.close().await;
    let lags = std::mem::take(&mut *lags.lock().unwrap_or_else(PoisonError::into_inner));
    Ok(measured(lags, took))
}

/// One visit, and how long after its commit a reader found it.
async fn visit(ledger: &Ledger, rows: &Reading, network: &NetworkId, number: u64) -> Result<Duration> {
    let [stream, _]: [StreamId; 2] = lives::streams(network, number);
    let key = stream.id.clone();
    let events = vec![lives::recorded(number)?];
    let write = Write { stream, expected: Expected::None, events };
    let append =
        Append { network: network.clone(), digest: [0; 32], meta: meta(network), writes: vec![write] };
    let receipt = ledger.append(append).await.context("a visit is recorded")?;
    let committed = Instant::now();
    let known = Known { as_of: None, at_least: Some(receipt.position) };
    let found = rows.rows(graph::lists::table::<dropin::Visits>(), network, &[key], known).await?;
    ensure!(found.len() == 1, "the visit is in the list");
    Ok(committed.elapsed())
}
