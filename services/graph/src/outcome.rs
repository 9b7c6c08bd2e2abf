//! What a mutation answers: it is done, or it is refused; both are data.

use async_graphql::{SimpleObject, Union};
use kernel::{CommandId, Position};

use crate::ports::Receipt;

/// A further fact of an answer or of an event: a name and a stable value.
#[derive(Debug, Clone, PartialEq, Eq, SimpleObject, serde::Serialize, serde::Deserialize)]
pub struct Fact {
    /// What it is, such as `returnCode`.
    pub name: String,
    /// Its value as text.
    pub value: String,
}

/// The command was performed and is on disk.
#[derive(Debug, Clone, PartialEq, Eq, SimpleObject)]
pub struct Done {
    /// The command this answers.
    pub command_id: CommandId,
    /// Where the journal stands with it; give it as `atLeast` to a query to read your own write.
    pub position: Position,
    /// The version of the object now; give it as `expectedVersion` with the next command.
    pub version: u64,
    /// What happened, in order. Empty when it was already so.
    pub events: Vec<String>,
    /// What the answer carries beside, such as the return code to print.
    pub facts: Vec<Fact>,
    /// Whether this command had been performed before: it was not done twice.
    pub repeated: bool,
}

/// The command was not performed and nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, SimpleObject)]
pub struct Refusal {
    /// The command this answers.
    pub command_id: CommandId,
    /// The stable code, such as `CHARTER_NOT_CURRENT`.
    pub code: String,
    /// The reason and the way out, in the language of the request.
    pub message: String,
    /// What the message is about: names and values.
    pub details: Vec<Fact>,
    /// Whether the same command, sent again unchanged, may succeed.
    pub retriable: bool,
}

/// What became of a command.
#[derive(Debug, Clone, PartialEq, Eq, Union)]
pub enum Outcome {
    /// Performed.
    Done(Done),
    /// Refused.
    Refused(Refusal),
}

impl Outcome {
    /// The answer for a receipt.
    pub fn done(command_id: CommandId, receipt: Receipt) -> Self {
        Self::Done(Done {
            command_id,
            position: receipt.position,
            version: receipt.version,
            events: receipt.events,
            facts: receipt.facts.into_iter().map(|(name, value)| Fact { name, value }).collect(),
            repeated: receipt.repeated,
        })
    }
}
