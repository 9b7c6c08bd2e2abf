//! Read models follow a journal over a line that breaks: a rebuild that could not read everything is
//! an error and never a short success; live equals rebuilt afterwards; and the two engines, given
//! the same commands, export the same bytes.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Result, ensure};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use journal::postgres::Postgres;
use journal::sqlite::Sqlite;
use journal::{Engine, Journal, JournalError, StoredEvent, portable};
use kernel::{Facet, Position, Projection, Recorded, Secrets, StreamId, Undecodable, Version};
use rand::Rng;
use readmodel::{Fold, ReadModel, Settings};
use serde::{Deserialize, Serialize};
use tokio::sync::watch;

use crate::cluster::{Cluster, url};
use crate::lines::until_answered;
use crate::proxy::{Break, Proxy};
use crate::table::{Canary, Line};
use crate::{Trial, on_a_runtime, work};

/// Commands in the journal that is read.
const COMMANDS: u64 = 150;

/// The promise, and its canary.
pub(crate) fn run(trial: &Trial) -> Line {
    on_a_runtime(async {
        let mut line = Line::default();
        match breaks(&mut line, trial, trial.effort.of(1_000, 60), false).await {
            Ok(true) => {}
            Ok(false) => return Line::skipped("initdb and postgres were not found"),
            Err(error) => line.wrong(format!("seed {}: {error:#}", trial.seed)),
        }
        let mut forgiving = Line::default();
        let error = breaks(&mut forgiving, trial, 30, true).await.err();
        let told = format!(
            "that takes a broken line for the end of the journal ended short {} times in {} {error:?}",
            forgiving.lost, forgiving.faults
        );
        line.canary = if forgiving.lost > 0 { Canary::Caught(told) } else { Canary::Missed(told) };
        line
    })
}

async fn breaks(line: &mut Line, trial: &Trial, wanted: u64, forgiving: bool) -> Result<bool> {
    let Some(mut cluster) = Cluster::make()? else { return Ok(false) };
    cluster.start(&[])?;
    let direct: Arc<dyn Engine> = Arc::new(Postgres::connect(&url(Path::new(&cluster.socket()))).await?);
    let folder = tempfile::tempdir()?;
    fill(&direct, trial.seed).await?;
    if !forgiving {
        same_exports(&direct, trial.seed, folder.path()).await?;
    }
    let head = direct.head().await?;
    line.acknowledged += COMMANDS;
    let proxy = Proxy::to(cluster.socket_file());
    let journal = Plain::new(Arc::new(Postgres::connect(&proxy.url()).await?), forgiving);
    let model = ReadModel::open(Settings::new(folder.path().join("read")), vec![Fold::of::<Jars>()])?;
    proxy.plan(None);
    journal.begin().await;
    model.rebuild(&journal).await?;
    let whole = proxy.bytes();
    let mut rng = work::chance(trial.seed);
    let (mut errors, before) = (0, proxy.broken());
    while proxy.broken() - before < wanted {
        let point = rng.random_range(0..whole);
        proxy.plan(Some(Break::Bytes(point)));
        let fired = proxy.broken();
        journal.begin().await;
        match model.rebuild(&journal).await {
            Err(_) => errors += 1,
            // The line broke where nothing more was needed of it, or was tried again.
            Ok(rebuilt) if rebuilt.position == head => {}
            Ok(rebuilt) => {
                line.lost += 1;
                line.wrong(format!(
                    "seed {}, broken after {point} bytes: a rebuild ended well at {} of {head}",
                    trial.seed, rebuilt.position
                ));
            }
        }
        ensure!(proxy.broken() > fired || point + 64 > whole, "the line did not break after {point} bytes");
        if proxy.broken() == fired {
            proxy.plan(None);
        }
    }
    line.faults += proxy.broken() - before;
    proxy.plan(None);
    if forgiving {
        return Ok(true);
    }
    live_over_a_broken_line(line, &model, &direct, &journal, &proxy, trial).await?;
    line.note =
        format!("{errors} rebuilds ended with an error, none short; live equals rebuilt; exports equal");
    Ok(true)
}

/// What is appended meanwhile is followed in pieces, with breaks; then the proof.
async fn live_over_a_broken_line(
    line: &mut Line,
    model: &ReadModel,
    direct: &Arc<dyn Engine>,
    journal: &Plain,
    proxy: &Proxy,
    trial: &Trial,
) -> Result<()> {
    model.rebuild(journal).await?;
    let ledger = work::ledger(Arc::clone(direct)).await?;
    let mut rng = work::chance(trial.seed + 9);
    for round in 0..20 {
        for nth in 0..5 {
            let append = work::append(&mut rng, trial.seed + 9, round * 5 + nth + 1, 6, 300);
            until_answered(&ledger, &append).await?;
        }
        proxy.plan(Some(Break::Bytes(rng.random_range(0..4_000))));
        let _ = model.catch_up(journal).await;
        proxy.plan(None);
        line.faults += 1;
    }
    let reached = model.catch_up(journal).await?;
    ensure!(reached == direct.head().await?, "following ended at {reached}");
    // Live against a rebuild from the journal, byte for byte.
    model.verify(journal).await?;
    ledger.close().await;
    Ok(())
}

async fn fill(engine: &Arc<dyn Engine>, seed: u64) -> Result<()> {
    let ledger = work::ledger(Arc::clone(engine)).await?;
    let mut rng = work::chance(seed);
    for number in 1..=COMMANDS {
        let append = work::append(&mut rng, seed, number, 6, 300);
        until_answered(&ledger, &append).await?;
    }
    ledger.close().await;
    Ok(())
}

/// The same commands on the other engine: the same bytes go out, and come back in.
async fn same_exports(postgres: &Arc<dyn Engine>, seed: u64, folder: &Path) -> Result<()> {
    let sqlite: Arc<dyn Engine> = Arc::new(Sqlite::open(folder.join("journal.sqlite"))?);
    fill(&sqlite, seed).await?;
    let (mut one, mut other, mut back) = (Vec::new(), Vec::new(), Vec::new());
    portable::export(&**postgres, &mut one).await?;
    portable::export(&*sqlite, &mut other).await?;
    ensure!(one == other, "the two engines export different bytes");
    let copy = Sqlite::open(folder.join("copy.sqlite"))?;
    portable::import(&copy, &one[..]).await?;
    portable::export(&copy, &mut back).await?;
    ensure!(one == back, "what was imported is exported otherwise");
    Ok(())
}

/// The journal of an engine, read and nothing else. Forgiving, it streams what there is and takes an
/// error for the end, as some replays of the field do.
struct Plain {
    engine: Arc<dyn Engine>,
    hints: watch::Sender<Position>,
    forgiving: bool,
    streamed: std::sync::Mutex<Vec<StoredEvent>>,
}

impl Plain {
    fn new(engine: Arc<dyn Engine>, forgiving: bool) -> Self {
        Self {
            engine,
            hints: watch::channel(Position(0)).0,
            forgiving,
            streamed: std::sync::Mutex::default(),
        }
    }

    async fn begin(&self) {
        let mut streamed: Vec<StoredEvent> = Vec::new();
        if !self.forgiving {
            return;
        }
        loop {
            let after = streamed.last().map_or(Position(0), |event| event.position);
            match self.engine.read_all(after, None, None, 20).await {
                Ok(page) if !page.is_empty() => streamed.extend(page),
                _ => break,
            }
        }
        *self.streamed.lock().expect("never left half done") = streamed;
    }

    fn page(&self, after: Position, limit: usize) -> Vec<StoredEvent> {
        let streamed = self.streamed.lock().expect("never left half done");
        streamed.iter().filter(|event| event.position > after).take(limit).cloned().collect()
    }
}

#[async_trait]
impl Journal for Plain {
    async fn head(&self) -> Result<Position, JournalError> {
        if self.forgiving {
            return Ok(self.page(Position(0), usize::MAX).last().map_or(Position(0), |event| event.position));
        }
        self.engine.head().await
    }

    async fn read_all(
        &self,
        after: Position,
        until: Option<Position>,
        limit: usize,
    ) -> Result<Vec<StoredEvent>, JournalError> {
        if self.forgiving {
            return Ok(self.page(after, limit));
        }
        self.engine.read_all(after, until, None, limit).await
    }

    async fn read_stream(
        &self,
        stream: &StreamId,
        after: Version,
        limit: usize,
    ) -> Result<Vec<StoredEvent>, JournalError> {
        self.engine.read_stream(stream, after, limit).await
    }

    async fn position_at(&self, instant: DateTime<Utc>) -> Result<Position, JournalError> {
        self.engine.position_at(instant).await
    }

    async fn identity(&self) -> Result<uuid::Uuid, JournalError> {
        self.engine.identity().await
    }

    fn hints(&self) -> watch::Receiver<Position> {
        self.hints.subscribe()
    }
}

/// What happened to a jar.
#[derive(Debug, Deserialize)]
struct BeansAdded {
    beans: String,
}

/// A jar as a list shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Jar {
    added: u64,
    length: usize,
    version: Version,
}

impl Secrets for Jar {}

/// One row for each jar.
struct Jars;

impl Projection for Jars {
    const NAME: &'static str = "torture_jars_1";
    const KINDS: &'static [&'static str] = &["jar"];
    const FACETS: &'static [&'static str] = &["many"];
    type Event = BeansAdded;
    type Row = Jar;

    fn read(_: &str, name: &str, _: u32, payload: &[u8]) -> Result<BeansAdded, Undecodable> {
        serde_json::from_slice(payload)
            .map_err(|error| Undecodable { event: name.to_owned(), cause: error.to_string() })
    }

    fn project(row: Option<Jar>, _: &str, event: &Recorded<BeansAdded>) -> Option<Jar> {
        let (added, length) = row.map_or((0, 0), |row| (row.added, row.length));
        Some(Jar { added: added + 1, length: length + event.event.beans.len(), version: event.version })
    }

    fn order(row: &Jar) -> String {
        format!("{:08}", row.added)
    }

    fn facets(row: &Jar) -> Vec<Facet> {
        vec![Facet::of(row.added > 50)]
    }
}
