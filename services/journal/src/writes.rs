//! Whether the storage takes writes: what a node shows while it can only be read.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;

use crate::engine::Engine;
use crate::error::{JournalError, Unavailable, Why};

/// How long a commit may take before it is said that the storage does not answer.
const PATIENCE: Duration = Duration::from_secs(5);
/// How often a storage that refused is asked whether it takes writes again.
const RETRY: Duration = Duration::from_secs(1);

/// What the storage does with writes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Writing {
    /// It takes them.
    #[default]
    Open,
    /// It does not, and why: what was committed can be read, and commands are to be sent again.
    Refused(Unavailable),
}

/// Told by the committer, shown by the ledger.
#[derive(Clone)]
pub(crate) struct Writes(Arc<watch::Sender<Writing>>);

impl Writes {
    pub(crate) fn new() -> Self {
        // There from the beginning: a figure that is not there alarms nobody.
        metrics::gauge!("entraide_journal_read_only").set(0.0);
        Self(Arc::new(watch::channel(Writing::Open).0))
    }

    pub(crate) fn look(&self) -> watch::Receiver<Writing> {
        self.0.subscribe()
    }

    /// A write was taken.
    pub(crate) fn taken(&self) {
        self.say(Writing::Open);
    }

    /// A write was refused.
    pub(crate) fn refused(&self, error: &JournalError) {
        let refused = match error {
            JournalError::Unavailable(unavailable) => unavailable.clone(),
            other => Unavailable { why: other.why(), told: other.to_string() },
        };
        self.say(Writing::Refused(refused));
    }

    fn say(&self, now: Writing) {
        let changed = self.0.send_if_modified(|known| {
            let changed = *known != now;
            if changed {
                known.clone_from(&now);
            }
            changed
        });
        match (changed, now) {
            (false, _) => {}
            (true, Writing::Open) => {
                metrics::gauge!("entraide_journal_read_only").set(0.0);
                tracing::info!("the storage takes writes");
            }
            (true, Writing::Refused(Unavailable { why, told })) => {
                metrics::gauge!("entraide_journal_read_only").set(1.0);
                tracing::error!(why = why.word(), told, "the storage takes no writes");
            }
        }
    }

    /// Waits for a write; when it takes long, that is shown, and it is waited for nonetheless.
    pub(crate) async fn watch<T>(&self, engine: &dyn Engine, write: impl Future<Output = T>) -> T {
        tokio::pin!(write);
        tokio::select! {
            biased;
            done = &mut write => done,
            () = tokio::time::sleep(PATIENCE) => {
                // Who has standbys waits for one; a file is only slow.
                let why = if engine.has_standbys() { Why::NoQuorum } else { Why::Other };
                let told = format!("a commit has waited for {} s; is a standby missing?", PATIENCE.as_secs());
                self.say(Writing::Refused(Unavailable { why, told }));
                write.await
            }
        }
    }

    /// Asks a storage that refused whether it takes writes again: nobody else may.
    pub(crate) async fn recover(self, engine: Arc<dyn Engine>, mut stopped: watch::Receiver<bool>) {
        let mut writing = self.look();
        loop {
            tokio::select! {
                _ = stopped.changed() => return,
                refused = writing.wait_for(|now| *now != Writing::Open) => if refused.is_err() { return },
            }
            tokio::select! {
                _ = stopped.changed() => return,
                () = tokio::time::sleep(RETRY) => {}
            }
            tokio::select! {
                _ = stopped.changed() => return,
                safe = engine.secure() => match safe {
                    Ok(()) => self.taken(),
                    Err(error) => self.refused(&error),
                },
            }
        }
    }
}
