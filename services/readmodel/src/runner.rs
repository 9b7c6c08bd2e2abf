//! The runner: follows the journal, batch by batch, and waits out what may pass.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

use journal::{Journal, JournalError, StoredEvent};
use kernel::{NetworkId, Position};
use tokio::sync::watch;
use tracing::field::Empty;
use tracing::{Span, debug_span};

use crate::error::Error;
use crate::model::ReadModel;
use crate::writer::Writer;

/// The most events of one transaction while following. One that keeps up folds what there is, a
/// few at a time; one that is behind writes a row that changes often only once a batch.
const BATCH: usize = 2_000;
/// The first and the longest pause after an error.
const PAUSES: (Duration, Duration) = (Duration::from_millis(100), Duration::from_secs(10));

impl ReadModel {
    /// Follows the journal until `shutdown` becomes true; errors that may pass are waited out.
    ///
    /// # Errors
    /// When only a person can help: [`Error::is_final`].
    pub async fn run(
        &self,
        journal: Arc<dyn Journal>,
        mut shutdown: watch::Receiver<bool>,
    ) -> Result<(), Error> {
        self.inner.hold()?;
        let mut hints = journal.hints();
        let mut troubles = Troubles::default();
        while !*shutdown.borrow() {
            hints.mark_unchanged();
            let pause = match self.follow(&*journal, &|| *shutdown.borrow()).await {
                Err(error) if error.is_final() => return Err(error),
                Err(error) => troubles.pause(&error),
                Ok(()) => {
                    troubles.over();
                    self.inner.settings.poll
                }
            };
            // After an error a hint is no reason to hurry.
            let hinted = async {
                if troubles.lasts() || hints.changed().await.is_err() {
                    std::future::pending::<()>().await;
                }
            };
            let stopped = async {
                if shutdown.wait_for(|stop| *stop).await.is_err() {
                    std::future::pending::<()>().await;
                }
            };
            tokio::select! {
                () = hinted => {}
                () = stopped => break,
                () = tokio::time::sleep(pause) => {}
            }
        }
        Ok(())
    }

    /// Folds what the journal holds now, once, and says where that leads: for a node that only
    /// imports or reports.
    ///
    /// # Errors
    /// [`Error::Gap`] when the journal leaves an event out, or as [`ReadModel::run`].
    pub async fn catch_up(&self, journal: &dyn Journal) -> Result<Position, Error> {
        self.inner.hold()?;
        self.follow(journal, &|| false).await?;
        Ok(*self.inner.reached.borrow())
    }

    /// Folds what the journal holds beyond the checkpoint, batch by batch.
    async fn follow(&self, journal: &dyn Journal, stop: &(dyn Fn() -> bool + Sync)) -> Result<(), Error> {
        let head = journal.head().await?;
        while !stop() {
            let _turn = self.inner.turn.lock().await;
            let generation = self.live()?;
            let stands = generation.stands().await?;
            self.publish(stands, head, None);
            if stands.position > head {
                // The head may have moved since; it is behind only if it still is.
                let head = journal.head().await?;
                if stands.position > head {
                    return Err(Error::AheadOfJournal { checkpoint: stands.position, head });
                }
                return Ok(());
            }
            let events = journal.read_all(stands.position, None, BATCH).await?;
            if events.is_empty() {
                if stands.position < head {
                    let at = Position(stands.position.0 + 1);
                    let what = format!("nothing to read there, though the journal ends at {head}");
                    return Err(JournalError::Damaged { at, what }.into());
                }
                return Ok(());
            }
            let span = self.folding(journal, &events);
            let new: BTreeSet<NetworkId> = events.iter().map(|event| event.stream.network.clone()).collect();
            let fold = move |writer: &mut Writer| span.in_scope(|| writer.fold(&events));
            let stands = generation.writer.call(fold).await??;
            self.publish(stands, head, Some(&new));
        }
        Ok(())
    }

    /// The span of a batch: in the trace of the first append it folds, and linked with those of the others.
    fn folding(&self, journal: &dyn Journal, events: &[StoredEvent]) -> Span {
        let (Some(first), Some(last)) = (events.first(), events.last()) else { return Span::none() };
        let appends = journal.appended(last.position);
        let span = debug_span!(
            // Nobody's: another node has appended it, or this one before it was started.
            parent: appends.first().and_then(Span::id),
            "fold",
            first = first.position.0,
            last = last.position.0,
            projections = Empty
        );
        if !span.is_disabled() {
            let reads =
                |kinds: &[&str]| events.iter().any(|event| kinds.contains(&event.stream.kind.as_str()));
            let read = self.inner.folds.iter().filter(|fold| reads(fold.kinds()));
            let names: Vec<&str> = read.map(|fold| fold.table().name).collect();
            span.record("projections", names.join(" "));
        }
        for other in appends.iter().skip(1) {
            span.follows_from(other);
        }
        span
    }
}

/// Errors one after the other: each kind is logged once, and the pauses grow.
#[derive(Default)]
struct Troubles {
    said: Option<String>,
    pause: Option<Duration>,
}

impl Troubles {
    fn lasts(&self) -> bool {
        self.pause.is_some()
    }

    fn pause(&mut self, error: &Error) -> Duration {
        // The source is part of what changes: "busy" and "disk full" are two troubles.
        let says = format!("{error:?}");
        if self.said.as_ref() != Some(&says) {
            tracing::error!(error = error as &dyn std::error::Error, "the read models do not follow");
            self.said = Some(says);
        }
        let pause = self.pause.map_or(PAUSES.0, |pause| (pause * 2).min(PAUSES.1));
        self.pause = Some(pause);
        pause
    }

    fn over(&mut self) {
        if self.said.take().is_some() {
            tracing::info!("the read models follow again");
        }
        self.pause = None;
    }
}
