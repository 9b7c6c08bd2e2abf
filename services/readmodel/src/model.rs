//! The read models of a node: what a folder holds, whether it can be used, and how far it is.

use std::collections::{BTreeSet, HashMap};
use std::fs::File;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use journal::Journal;
use kernel::{NetworkId, Position};
use tokio::sync::watch;

use crate::error::{At, Error};
use crate::fold::Fold;
use crate::generations::{self, Files, Generation, gauge};
use crate::purge::Purge;
use crate::schema;
use crate::writer::Checkpoint;

/// How the read models are kept.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The folder of the files.
    pub folder: PathBuf,
    /// How many reads run at once.
    pub readers: usize,
    /// How long a read waits for the position it asks for.
    pub patience: Duration,
    /// How often the journal is asked when no hint comes.
    pub poll: Duration,
    /// The event that says whose words are to be taken out of all rows.
    pub purge: Option<Purge>,
}

impl Settings {
    /// The usual settings for a folder.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        let (patience, poll) = (Duration::from_secs(5), Duration::from_millis(200));
        Self { folder: folder.into(), readers: 4, patience, poll, purge: None }
    }

    /// The same, with the words of erased subjects taken out when an event says so.
    #[must_use]
    pub fn purging(self, purge: Purge) -> Self {
        Self { purge: Some(purge), ..self }
    }
}

/// Whether the read models can be used as they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// They can.
    Ready {
        /// Where they stand.
        position: Position,
        /// Where the journal ends.
        head: Position,
    },
    /// They must be rebuilt first.
    NeedsRebuild {
        /// Why.
        why: String,
    },
}

/// The read models of one node.
#[derive(Clone)]
pub struct ReadModel {
    pub(crate) inner: Arc<Inner>,
}

pub(crate) struct Inner {
    pub(crate) settings: Settings,
    pub(crate) folds: Arc<[Fold]>,
    live: RwLock<Result<Arc<Generation>, String>>,
    pub(crate) reached: watch::Sender<Position>,
    /// For each network somebody has followed: where the lists stood when they took in an event of it last.
    moved: Mutex<HashMap<NetworkId, watch::Sender<Position>>>,
    /// Whoever changes the live generation does so in turn: a batch, a retry, a switch.
    pub(crate) turn: tokio::sync::Mutex<()>,
    /// One rebuild at a time; the number of the last.
    pub(crate) rebuilding: tokio::sync::Mutex<u64>,
    held: Mutex<Option<File>>,
}

impl ReadModel {
    /// Opens what the folder holds. A folder without a file for these projections is opened too:
    /// its [standing](Self::standing) is then [`Standing::NeedsRebuild`].
    ///
    /// # Errors
    /// When a projection has an impossible name, or the folder cannot be used.
    pub fn open(settings: Settings, folds: Vec<Fold>) -> Result<Self, Error> {
        schema::check(&folds)?;
        std::fs::create_dir_all(&settings.folder).at(&settings.folder)?;
        let folds: Arc<[Fold]> = folds.into();
        let live = match generations::live(&settings.folder)? {
            None => Err("there are none yet".to_owned()),
            Some(path) => match Generation::open(Files::kept(path), &folds, &settings) {
                Ok(generation) => Ok(Arc::new(generation)),
                Err(Error::NeedsRebuild(why)) => Err(why),
                Err(error) => {
                    tracing::error!(error = &error as &dyn std::error::Error, "the read models are unusable");
                    Err(format!("the file is unusable: {error}"))
                }
            },
        };
        let inner = Inner {
            settings,
            folds,
            live: RwLock::new(live),
            reached: watch::Sender::new(Position(0)),
            moved: Mutex::default(),
            turn: tokio::sync::Mutex::default(),
            rebuilding: tokio::sync::Mutex::default(),
            held: Mutex::default(),
        };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// Whether they can be used as they are.
    ///
    /// # Errors
    /// [`Error::AheadOfJournal`] when the journal was restored to less than they have seen.
    pub async fn standing(&self, journal: &dyn Journal) -> Result<Standing, Error> {
        let generation = match self.live() {
            Ok(generation) => generation,
            Err(Error::NeedsRebuild(why)) => return Ok(Standing::NeedsRebuild { why }),
            Err(error) => return Err(error),
        };
        if generation.of_journal().await? != journal.identity().await?.to_string() {
            return Ok(Standing::NeedsRebuild { why: "they are of another journal".to_owned() });
        }
        let (stands, head) = (generation.stands().await?, journal.head().await?);
        self.publish(stands, head, None);
        if stands.position > head {
            return Err(Error::AheadOfJournal { checkpoint: stands.position, head });
        }
        Ok(Standing::Ready { position: stands.position, head })
    }

    /// The live generation.
    pub(crate) fn live(&self) -> Result<Arc<Generation>, Error> {
        let live = self.inner.live.read().unwrap_or_else(PoisonError::into_inner);
        live.clone().map_err(Error::NeedsRebuild)
    }

    /// Readers go to another generation from here on; returns the one they leave.
    pub(crate) fn replace(&self, generation: Arc<Generation>) -> Option<Arc<Generation>> {
        let mut live = self.inner.live.write().unwrap_or_else(PoisonError::into_inner);
        std::mem::replace(&mut *live, Ok(generation)).ok()
    }

    /// Tells readers and operators where the rows stand, and of which networks there is something new; of
    /// all of them when that is not known.
    pub(crate) fn publish(&self, stands: Checkpoint, head: Position, new: Option<&BTreeSet<NetworkId>>) {
        let lag = Position(head.0.saturating_sub(stands.position.0));
        metrics::gauge!("entraide_readmodel_lag_events").set(gauge(lag));
        metrics::gauge!("entraide_readmodel_position").set(gauge(stands.position));
        metrics::gauge!("entraide_readmodel_parked").set(gauge(Position(stands.parked)));
        let reached = &self.inner.reached;
        if reached.send_if_modified(|reached| std::mem::replace(reached, stands.position) != stands.position)
        {
            let moved = self.inner.moved.lock().unwrap_or_else(PoisonError::into_inner);
            for (_, moved) in moved.iter().filter(|(network, _)| new.is_none_or(|new| new.contains(*network)))
            {
                moved.send_replace(stands.position);
            }
        }
    }
}

impl Inner {
    /// Where the lists stood when they took in an event of a network last; for one that nobody has followed
    /// yet, where they stand.
    pub(crate) fn moved(&self, network: &NetworkId) -> watch::Receiver<Position> {
        let mut moved = self.moved.lock().unwrap_or_else(PoisonError::into_inner);
        // Read under the lock: what is reached later is told to those who are in the map by then.
        let first = || watch::Sender::new(*self.reached.borrow());
        moved.entry(network.clone()).or_insert_with(first).subscribe()
    }

    /// Takes the right to fold into the folder, for as long as this lives.
    pub(crate) fn hold(&self) -> Result<(), Error> {
        let mut held = self.held.lock().unwrap_or_else(PoisonError::into_inner);
        if held.is_none() {
            *held = Some(generations::hold(&self.settings.folder)?);
        }
        Ok(())
    }
}
