//! The work that is measured: a log book of about ten entries takes one more, of about 300 bytes.
//!
//! The peers play the very same aggregate: they compile this file too.

use std::collections::HashMap;

use kernel::{ActorId, Asked, CommandId, Decider, NetworkId, Role, Secrets};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The log books that the work is spread over.
pub const BOOKS: u64 = 2_000;
/// The entries of a log book before it is measured.
pub const ENTRIES: u32 = 10;

/// A log book as far as its rules need it.
#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize)]
pub struct Book {
    entries: u32,
    minutes: u64,
}

/// What may be asked of a log book.
#[derive(Debug, Clone, Serialize)]
pub enum BookCommand {
    /// Write an entry.
    Write {
        /// How long it took.
        minutes: u32,
        /// What happened.
        words: String,
    },
}

impl Secrets for BookCommand {}

/// What happened to a log book.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, strum::IntoStaticStr)]
#[serde(rename_all_fields = "camelCase")]
pub enum BookEvent {
    /// An entry was written.
    EntryWritten {
        /// Its number.
        number: u32,
        /// How long it took.
        minutes: u32,
        /// What happened.
        words: String,
    },
}

/// Why not.
#[derive(Debug, Clone, PartialEq, Serialize, strum::VariantNames)]
pub enum BookRefusal {
    /// There is nothing to write.
    NothingToWrite,
}

impl Decider for Book {
    const KIND: &'static str = "book";
    type Command = BookCommand;
    type Event = BookEvent;
    type Refusal = BookRefusal;

    fn decide(&self, command: BookCommand, _: &Asked) -> Result<Vec<BookEvent>, BookRefusal> {
        match command {
            BookCommand::Write { words, .. } if words.is_empty() => Err(BookRefusal::NothingToWrite),
            BookCommand::Write { minutes, words } => {
                Ok(vec![BookEvent::EntryWritten { number: self.entries + 1, minutes, words }])
            }
        }
    }

    fn evolve(&mut self, event: BookEvent) {
        let BookEvent::EntryWritten { number, minutes, .. } = event;
        self.entries = number;
        self.minutes += u64::from(minutes);
    }
}

kernel::aggregate!(Book, BookEvent, BookRefusal);

const WORDS: &str = "Went along to the town hall; the waiting room was full, number 64 was called after \
                     fifty minutes, the form was accepted and a copy was handed out, the next appointment \
                     is in three weeks at the same counter with the second document.";

/// The entry that everybody writes.
pub fn entry() -> BookCommand {
    BookCommand::Write { minutes: 25, words: WORDS.to_owned() }
}

/// The entry as it happened before anything was measured.
pub fn earlier(number: u32) -> BookEvent {
    BookEvent::EntryWritten { number, minutes: 25, words: WORDS.to_owned() }
}

/// The id of a log book.
pub fn book(number: u64) -> String {
    Uuid::from_u128(0x0B00_0000_0000_4000_8000_0000_0000_0000 | u128::from(number)).to_string()
}

/// A command id as a client makes it: the time first.
#[allow(clippy::disallowed_methods, reason = "the client's part")]
pub fn new_command() -> CommandId {
    CommandId(Uuid::now_v7())
}

/// Who asks, and when.
#[allow(clippy::disallowed_methods, reason = "the client's part")]
pub fn asked(network: &NetworkId) -> Asked {
    let now = kernel::chrono::Utc::now();
    Asked { network: network.clone(), by: ActorId(Uuid::from_u128(0xA1)), role: Role::Host, at: now, now }
}

/// The same circumstances as ours, for a framework that keeps them as words.
pub fn circumstances(asked: &Asked) -> HashMap<String, String> {
    let command = new_command().to_string();
    HashMap::from([
        ("command".to_owned(), command.clone()),
        ("actor".to_owned(), asked.by.to_string()),
        ("role".to_owned(), asked.role.to_string()),
        ("occurredAt".to_owned(), asked.at.to_rfc3339()),
        ("correlation".to_owned(), command),
    ])
}
