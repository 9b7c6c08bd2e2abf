//! What was recorded before is found again, made safe, and answered as it was the first time.

use graph::ports::Receipt;
use kernel::Position;

use crate::committer::Committer;
use crate::engine::Recorded;
use crate::error::JournalError;
use crate::queue::Key;

impl Committer {
    /// Makes sure of what was found, and leaves out what is not there any more: a standby without it may
    /// have taken over in between.
    async fn secured(&mut self, mut found: Vec<Recorded>) -> Result<Vec<Recorded>, JournalError> {
        if found.iter().all(|command| self.is_safe(command)) {
            return Ok(found);
        }
        self.writes.watch(&*self.engine, self.engine.secure()).await?;
        let keys: Vec<Key> = found.iter().map(|command| (command.network.clone(), command.id)).collect();
        let still = self.engine.recorded(&keys).await?;
        found.retain(|command| still.contains(command));
        self.safe = found.iter().map(|command| command.last).fold(self.safe, Position::max);
        Ok(found)
    }

    /// One without events is safe with the event after it.
    fn is_safe(&self, command: &Recorded) -> bool {
        if command.first > command.last { command.last < self.safe } else { command.last <= self.safe }
    }

    /// Keeps the first answers of commands that were recorded before.
    ///
    /// That a command can be read does not mean that it was ever answered: whoever committed it may have
    /// been killed before the flush, or before the standby had it. It is made safe before anybody hears.
    pub(crate) async fn remember(&mut self, found: Vec<Recorded>) -> Result<(), JournalError> {
        for command in self.secured(found).await? {
            let events = if command.first > command.last {
                Vec::new()
            } else {
                self.engine.names(command.first, command.last).await?
            };
            let receipt = Receipt {
                position: command.last,
                version: command.version,
                events,
                facts: command.facts,
                repeated: true,
            };
            self.answers.insert((command.network, command.id), (command.digest, receipt));
        }
        Ok(())
    }
}
