//! A rebuild: a new file beside the old one, proved to be whole, then put in its place.

use std::sync::Arc;

use journal::Journal;
use kernel::Position;

use crate::error::Error;
use crate::generations::{self, Files, Generation};
use crate::model::{ReadModel, Standing};
use crate::threads::Workers;
use crate::writer::{Checkpoint, Writer};

/// Events of one transaction of a replay: large, so that a row that changes often is written once
/// and its older versions as they ended; small enough to hold two batches in memory.
const BATCH: usize = 4_000;

/// What a rebuild did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rebuilt {
    /// The position it reached, with as many events.
    pub position: Position,
    /// How many events are parked in it.
    pub parked: u64,
    /// The file.
    pub file: std::path::PathBuf,
}

impl ReadModel {
    /// Rebuilds when that is needed, and says where the read models stand.
    ///
    /// # Errors
    /// As [`ReadModel::rebuild`]. A journal that was restored to less than the read models have
    /// seen is an error here: somebody must want the rebuild then.
    pub async fn make_ready(&self, journal: &dyn Journal) -> Result<Position, Error> {
        match self.standing(journal).await? {
            Standing::Ready { position, .. } => Ok(position),
            Standing::NeedsRebuild { why } => {
                tracing::info!(why, "the read models are rebuilt");
                Ok(self.rebuild(journal).await?.position)
            }
        }
    }

    /// Replays the journal from its start into a new file and switches to it. Readers keep the old
    /// file until then; when anything fails, the old one stays.
    ///
    /// # Errors
    /// [`Error::ReplayCutShort`] when the replay does not reach the head with every event.
    pub async fn rebuild(&self, journal: &dyn Journal) -> Result<Rebuilt, Error> {
        self.inner.hold()?;
        let mut last = self.inner.rebuilding.lock().await;
        let (folder, folds) = (&self.inner.settings.folder, &self.inner.folds);
        let files = Files::passing(generations::next(folder, &mut last)?);

        let bulk = generations::bulk(&files, folds, self.inner.settings.purge)?;
        replay(&bulk, journal, journal.head().await?, BATCH).await?;
        let (path, all, of) = (files.path.clone(), Arc::clone(folds), journal.identity().await?);
        bulk.call(move |writer| generations::seal(writer, &path, &all, of)).await??;
        drop(bulk);

        let next = Arc::new(Generation::open(Arc::clone(&files), folds, &self.inner.settings)?);
        // The runner stands still from here to the switch, so that nobody goes back in time.
        let _turn = self.inner.turn.lock().await;
        let head = journal.head().await?;
        let stands = replay(&next.writer, journal, head, BATCH).await?;
        files.keep(true);
        generations::switch(folder, &files.path)?;
        if let Some(old) = self.replace(next) {
            old.files.keep(false);
        }
        self.publish(stands, head, None);
        Ok(Rebuilt { position: stands.position, parked: stands.parked, file: files.path.clone() })
    }
}

/// Folds everything up to a position and proves it. The next batch is read while one is folded.
pub(crate) async fn replay(
    writer: &Workers<Writer>,
    journal: &dyn Journal,
    until: Position,
    batch: usize,
) -> Result<Checkpoint, Error> {
    let mut stands = writer.call(|writer| writer.stands()).await??;
    let read = async |after: Position| {
        if after >= until { Ok(Vec::new()) } else { journal.read_all(after, Some(until), batch).await }
    };
    let mut events = read(stands.position).await?;
    while let Some(last) = events.last() {
        let after = last.position;
        let (folded, next) = tokio::join!(writer.call(move |writer| writer.fold(&events)), read(after));
        (stands, events) = (folded??, next?);
    }
    stands.prove(until)?;
    Ok(stands)
}
