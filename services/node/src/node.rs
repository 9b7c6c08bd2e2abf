//! How a node is put together: the journal on one of two engines, the vault, the read models that
//! follow, the flows that react, and the ports that the face stands on.

use std::fs::File;
use std::path::Path;
use std::sync::Arc;

use access::Store;
use access::attempts::Attempts;
use access::password::Passwords;
use access::sessions::Sessions;
use access::sign_in::{LastSeen, SignIn, Watching};
use anyhow::{Context, bail};
use flows::Checkpoint;
use graph::Ports;
use graph::ports::{Clock, Commands, Rows};
use journal::postgres::Postgres;
use journal::sqlite::Sqlite;
use journal::{Engine, Journal, Ledger};
use kernel::Decider;
use readmodel::{Fold, Purge, ReadModel, Settings};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use vault::Vault;

use crate::adapters::SystemChance;
use crate::options::Place;

/// The lists of every context.
pub(crate) fn folds() -> Vec<Fold> {
    vec![
        Fold::of::<dropin::Sites>(),
        Fold::of::<dropin::Sessions>(),
        Fold::of::<dropin::Visits>(),
        Fold::of::<dropin::Needs>(),
        Fold::of::<dropin::Appointments>(),
        Fold::of::<dropin::Interpretations>(),
        Fold::of::<dropin::ReturnCodes>(),
        Fold::of::<directory::Partners>(),
        Fold::of::<directory::Services>(),
        Fold::of::<directory::ImportedRows>(),
        Fold::of::<referrals::Referrals>(),
        Fold::of::<mutual_aid::Members>(),
        Fold::of::<mutual_aid::CharterVersions>(),
        Fold::of::<mutual_aid::Pairings>(),
        Fold::of::<meetings::Meetings>(),
        Fold::of::<meetings::MeetingNotices>(),
        Fold::of::<meetings::Commitments>(),
        Fold::of::<accounts::Accounts>(),
        Fold::of::<accounts::Credentials>(),
        Fold::of::<accounts::Devices>(),
        Fold::of::<people::Persons>(),
        Fold::of::<people::Disclosures>(),
        Fold::of::<people::ContactRules>(),
        Fold::of::<path::Entries>(),
        Fold::of::<path::Threads>(),
    ]
}

/// The journal of a place.
pub(crate) async fn engine(place: &Place) -> anyhow::Result<Arc<dyn Engine>> {
    match &place.stores.journal {
        Some(url) => Ok(Arc::new(Postgres::connect(url).await.context("the journal in PostgreSQL")?)),
        None => Ok(Arc::new(Sqlite::open(place.data.join("journal.sqlite")).context("the journal")?)),
    }
}

/// The same for whoever only looks or copies: a place where there is no journal is not the one that was meant.
pub(crate) async fn engine_that_is_there(place: &Place) -> anyhow::Result<Arc<dyn Engine>> {
    match &place.stores.journal {
        Some(url) if Postgres::found(url).await.context("the journal in PostgreSQL")?.is_none() => {
            bail!("there is no journal in that database: say which one with --journal or ENTRAIDE_JOURNAL")
        }
        None if !place.data.join("journal.sqlite").is_file() => bail!(
            "there is no journal in {}: say where it is, with --data or ENTRAIDE_DATA, or with --journal or \
             ENTRAIDE_JOURNAL when it is in PostgreSQL",
            place.data.display()
        ),
        _ => engine(place).await,
    }
}

/// The read models of a place.
pub(crate) fn read_models(place: &Place) -> anyhow::Result<ReadModel> {
    // A person's words leave the rows with the event that certifies their erasure.
    let erased = Purge { kind: people::Person::KIND, event: "SubjectForgotten" };
    ReadModel::open(Settings::new(place.data.join("read")).purging(erased), folds())
        .context("the read models")
}

/// Makes the folder of a place, for its owner only.
pub(crate) fn make_folder(folder: &Path) -> anyhow::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    std::fs::DirBuilder::new()
        .recursive(true)
        .mode(0o700)
        .create(folder)
        .with_context(|| format!("{} cannot be made", folder.display()))
}

/// Keeps other processes from writing to the same folder while it lives.
pub(crate) fn lock(folder: &Path) -> anyhow::Result<File> {
    let path = folder.join("lock");
    let file = File::create(&path).with_context(|| format!("{} cannot be made", path.display()))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(std::fs::TryLockError::WouldBlock) => {
            bail!("{} is in use by another entraide; stop it first", folder.display())
        }
        Err(std::fs::TryLockError::Error(error)) => Err(error).with_context(|| format!("{}", path.display())),
    }
}

/// A running node.
pub(crate) struct Node {
    pub(crate) ledger: Arc<Ledger>,
    pub(crate) model: ReadModel,
    pub(crate) ports: Ports,
    pub(crate) flows: Arc<flows::Flows>,
    pub(crate) sign_in: SignIn,
    pub(crate) store: Store,
    stop: watch::Sender<bool>,
    tasks: Vec<JoinHandle<()>>,
    _lock: File,
}

impl Node {
    /// Opens a place and starts to follow its journal.
    pub(crate) async fn start(place: &Place, clock: Arc<dyn Clock>) -> anyhow::Result<Self> {
        make_folder(&place.data)?;
        let lock = lock(&place.data)?;
        let engine = engine(place).await?;
        let ledger = Ledger::start(engine, Arc::clone(&clock)).await.context("the journal")?;
        make_folder(place.shared())?;
        let vault = Arc::new(Vault::open(place.vault(), place.keys()).context("the vault")?);
        let model = read_models(place)?;
        let journal: Arc<dyn Journal> = ledger.clone();
        model.make_ready(&*journal).await.context("the read models")?;
        let rows: Arc<dyn Rows> = Arc::new(model.reading(Arc::clone(&journal)));
        let seen = LastSeen::default();
        let commands: Arc<dyn Commands> = Arc::new(Watching::new(ledger.clone(), seen.clone()));
        let wording = api::wording().map_err(anyhow::Error::msg).context("the texts")?;
        let store = Store::open(place.shared(), Arc::clone(&clock)).context("the sessions")?;
        let ports = Ports {
            commands,
            rows,
            clock,
            seals: vault.clone(),
            chance: Arc::new(SystemChance),
            guesses: Arc::new(Attempts::new(store.clone())),
            wording: Arc::new(wording),
        };
        let passwords = Passwords::of_this_machine().context("passwords")?;
        let sign_in = SignIn::new(ports.clone(), &store, passwords, seen);
        let (stop, stopped) = watch::channel(false);
        let tidying = tokio::spawn(tidy(store.clone(), sign_in.sessions().clone(), stopped.clone()));
        let looking = tokio::spawn(look_again(vault, stopped.clone()));
        let follower = {
            let (model, journal, stopped) = (model.clone(), Arc::clone(&journal), stopped.clone());
            tokio::spawn(async move {
                if let Err(error) = model.run(journal, stopped).await {
                    tracing::error!(
                        error = &error as &dyn std::error::Error,
                        "the read models stopped following"
                    );
                }
            })
        };
        let flows = Arc::new(flows::Flows::open(
            ports.clone(),
            journal,
            model.clone(),
            ledger.leading(),
            Checkpoint {
                path: place.data.join("flows.position"),
                journal: ledger.engine().identity().await?,
            },
        )?);
        let reacting = tokio::spawn(Arc::clone(&flows).run(stopped));
        Ok(Self {
            ledger,
            model,
            ports,
            flows,
            stop,
            sign_in,
            store,
            tasks: vec![follower, reacting, tidying, looking],
            _lock: lock,
        })
    }

    /// Lets something run beside until the node stops, and waits for it then.
    pub(crate) fn beside<Running>(&mut self, run: impl FnOnce(watch::Receiver<bool>) -> Running)
    where
        Running: Future<Output = ()> + Send + 'static,
    {
        self.tasks.push(tokio::spawn(run(self.stop.subscribe())));
    }

    /// Finishes what was accepted, then ends.
    pub(crate) async fn stop(self) {
        let Self { ledger, stop, tasks, .. } = self;
        let _ = stop.send(true);
        for task in tasks {
            let _ = task.await;
        }
        ledger.close().await;
    }
}

/// Drops sessions, steps and tries that are over, now and then.
async fn tidy(store: Store, sessions: Sessions, mut stopped: watch::Receiver<bool>) {
    let mut ticks = tokio::time::interval(std::time::Duration::from_mins(1));
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = ticks.tick() => {}
            _ = stopped.wait_for(|stop| *stop) => return,
        }
        if let Err(error) = store.tidy().and_then(|_| sessions.tidy()) {
            tracing::warn!(%error, "what is over could not be dropped; it opens nothing all the same");
        }
        if let Ok(open) = store.sessions() {
            metrics::gauge!("entraide_sessions").set(f64::from(open));
        }
    }
}

/// Another node of this machine may erase somebody: their key must not stay in the memory of this one.
async fn look_again(vault: Arc<Vault>, mut stopped: watch::Receiver<bool>) {
    let mut ticks = tokio::time::interval(std::time::Duration::from_secs(1));
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        tokio::select! {
            _ = ticks.tick() => {}
            _ = stopped.wait_for(|stop| *stop) => return,
        }
        let vault = Arc::clone(&vault);
        match tokio::task::spawn_blocking(move || vault.look_again()).await {
            Ok(Ok(_)) => {}
            Ok(Err(error)) => tracing::warn!(%error, "whether somebody was erased cannot be seen"),
            Err(error) => tracing::warn!(%error, "whether somebody was erased was not looked at"),
        }
    }
}
