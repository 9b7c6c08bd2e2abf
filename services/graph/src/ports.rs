//! What the face needs from the adapters: a journal that performs acts, read models, a clock,
//! a vault and a source of chance.

use std::sync::Arc;

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use kernel::act::Refused;
use kernel::{Act, Asked, DeviceId, NetworkId, Position, ReturnCode, Sealed, StreamId, Text, Version};
use serde::{Deserialize, Serialize};
use thiserror::Error;
use uuid::Uuid;

use crate::wording::Wording;

/// Everything the face stands on.
#[derive(Clone)]
pub struct Ports {
    /// Performs acts.
    pub commands: Arc<dyn Commands>,
    /// Reads rows.
    pub rows: Arc<dyn Rows>,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Seals and opens private words.
    pub seals: Arc<dyn Seals>,
    /// Brings chance.
    pub chance: Arc<dyn Chance>,
    /// Counts wrong guesses.
    pub guesses: Arc<dyn Guesses>,
    /// Speaks four languages.
    pub wording: Arc<Wording>,
}

/// What travels with an act beside what rules see.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trail {
    /// The device.
    pub device: Option<DeviceId>,
    /// The event or command that led to this act.
    pub causation: Option<Uuid>,
    /// What ties everything that followed from one act.
    pub correlation: Option<Uuid>,
    /// The W3C trace id.
    pub trace: Option<String>,
    /// Where an imported fact comes from.
    pub provenance: Option<String>,
    /// The term in which a node acts for all, when that is why this is done: not done in a later one.
    pub term: Option<u64>,
}

/// What an act left behind; a repeated command gets the first receipt again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The place of its last event; where the journal stood when it left none.
    pub position: Position,
    /// The version of the stream it is about.
    pub version: Version,
    /// The names of its events, in order.
    pub events: Vec<String>,
    /// Facts for the answer.
    pub facts: Vec<(String, String)>,
    /// Whether the command had been performed before.
    #[serde(default)]
    pub repeated: bool,
}

/// Why an act, or a read, did not come off.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum Trouble {
    /// A rule says no.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// Somebody was faster: the stream has another version than the asker has seen.
    #[error("{stream} is at version {actual}")]
    Stale {
        /// The stream.
        stream: StreamId,
        /// The version it has.
        actual: Version,
    },
    /// The command id was used for something else.
    #[error("the command id was used for another command")]
    CommandIdReused,
    /// Too large to be recorded.
    #[error("too large: {0}")]
    TooLarge(String),
    /// Too much at once; to be sent again with the same command id.
    #[error("overloaded; send the same command again")]
    Overloaded,
    /// The journal or the read model cannot be reached now; to be sent again with the same id.
    #[error("unavailable for the moment: {0}")]
    Unavailable(String),
    /// The position asked for was not reached in time.
    #[error("position {0} is not readable yet")]
    NotYet(Position),
    /// A cursor, a position or a filter that makes no sense.
    #[error("{0}")]
    BadAsk(String),
    /// Too many wrong codes in a short time.
    #[error("too many wrong codes; wait {seconds} seconds and check the slip")]
    TooManyGuesses {
        /// How long to wait.
        seconds: u64,
    },
    /// A fault of ours.
    #[error("fault: {0}")]
    Fault(String),
}

/// The command side.
#[async_trait]
pub trait Commands: Send + Sync {
    /// Decides and records an act; the answer comes after the commit.
    async fn perform(&self, act: Act, asked: Asked, trail: Trail) -> Result<Receipt, Trouble>;
}

/// The table of a projection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: &'static str,
    /// Its facets.
    pub facets: &'static [&'static str],
}

/// As of when a read is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Known {
    /// As it was known then, instead of now.
    pub as_of: Option<AsOfPoint>,
    /// Not before this position is readable; waited for, within a limit.
    pub at_least: Option<Position>,
}

/// A point in the journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AsOfPoint {
    /// As recorded up to that instant.
    Instant(DateTime<Utc>),
    /// As recorded up to that position.
    Position(Position),
}

/// One page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct PageAsk {
    /// Facet and the values it may have; all facets must match.
    pub filter: Vec<(&'static str, Vec<String>)>,
    /// Rows whose order is not before this text.
    pub from: Option<String>,
    /// Rows whose order is before this text.
    pub until: Option<String>,
    /// After this cursor.
    pub after: Option<(String, String)>,
    /// Before this cursor.
    pub before: Option<(String, String)>,
    /// How many rows.
    pub limit: usize,
    /// Whether from the end of the list.
    pub backwards: bool,
    /// Whether the greatest order comes first.
    pub newest_first: bool,
    /// Whether all matching rows are to be counted as well.
    pub total: bool,
}

/// A row as bytes, with the order and key that make its cursor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RawRow {
    /// What it is sorted by.
    pub order: String,
    /// Its key.
    pub key: String,
    /// Its JSON.
    pub body: Vec<u8>,
}

/// A page of rows in the order of the list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RawPage {
    /// The rows.
    pub rows: Vec<RawRow>,
    /// Whether there are rows beyond the page, in the direction it was read.
    pub more: bool,
    /// How many rows match, on every page.
    pub total: u64,
}

/// The query side.
#[async_trait]
pub trait Rows: Send + Sync {
    /// The rows with these keys, in that order; a key without a row is left out.
    async fn rows(
        &self,
        table: Table,
        network: &NetworkId,
        keys: &[String],
        known: Known,
    ) -> Result<Vec<RawRow>, Trouble>;

    /// A page of a list.
    async fn page(
        &self,
        table: Table,
        network: &NetworkId,
        ask: PageAsk,
        known: Known,
    ) -> Result<RawPage, Trouble>;

    /// How many rows have each value of a facet.
    async fn counts(
        &self,
        table: Table,
        network: &NetworkId,
        by: &'static str,
        ask: PageAsk,
        known: Known,
    ) -> Result<Vec<(String, u64)>, Trouble>;

    /// The rows of several tables somebody must move on, oldest first: table name and row, sorted
    /// by since-when.
    async fn waiting(
        &self,
        tables: &[Table],
        network: &NetworkId,
        on: &[String],
        ask: PageAsk,
        known: Known,
    ) -> Result<(Vec<(&'static str, RawRow)>, bool, u64), Trouble>;

    /// How far the read models have come.
    async fn position(&self) -> Position;

    /// Waits until the read models pass a position; returns where they stand.
    async fn passed(&self, position: Position) -> Position;

    /// Waits until they have taken in an event of a network beyond a position; returns where they stand. It may
    /// return although nothing happened there, never late.
    async fn moved(&self, network: &NetworkId, position: Position) -> Position {
        let _ = network;
        self.passed(position).await
    }
}

/// Tells the time.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> DateTime<Utc>;
}

/// The vault.
pub trait Seals: Send + Sync {
    /// Seals a text under a subject's key.
    ///
    /// # Errors
    /// When the vault cannot be used.
    fn seal(&self, subject: &str, text: &Text) -> Result<Sealed, Trouble>;

    /// Opens a sealed text; `None` when its key is gone.
    ///
    /// # Errors
    /// When the vault cannot be used, or the text was tampered with.
    fn open(&self, sealed: &Sealed) -> Result<Option<Text>, Trouble>;

    /// Makes a subject findable by some of its words (a name, a telephone number), without keeping
    /// them: through truncated keyed indexes that die with the subject's key. Replaces what the
    /// subject was findable by before; nothing makes it findable by nothing.
    ///
    /// # Errors
    /// When the vault cannot be used.
    fn index(&self, network: &NetworkId, subject: &str, words: &[Text]) -> Result<(), Trouble> {
        let _ = (network, subject, words);
        Err(Trouble::Fault("this vault keeps no index".to_owned()))
    }

    /// The subjects of a network that may have these words: some may be others with the same
    /// truncated index, so the asker opens and compares.
    ///
    /// # Errors
    /// When the vault cannot be used.
    fn find(&self, network: &NetworkId, words: &Text) -> Result<Vec<String>, Trouble> {
        let _ = (network, words);
        Err(Trouble::Fault("this vault keeps no index".to_owned()))
    }

    /// Destroys the keys of subjects for good: a new epoch for everybody else, and the old epoch's
    /// key is gone. Asking again about the same subjects does nothing and answers the same.
    ///
    /// # Errors
    /// When the vault cannot be used; then nothing was destroyed, or asking again ends it.
    fn erase(&self, subjects: &[String]) -> Result<Erased, Trouble> {
        let _ = subjects;
        Err(Trouble::Fault("this vault erases nothing".to_owned()))
    }
}

/// What an erasure left: facts for its certificate, none of them personal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    /// The epoch that began with it.
    pub epoch: u64,
    /// How many subjects had a key until then.
    pub keys: u64,
    /// Fingerprint of the key that was destroyed, so that two certificates can be told apart.
    pub fingerprint: String,
}

/// Knows the names of those who work in a network, for the one purpose of warning a host who is
/// about to write one of them into a note.
#[async_trait]
pub trait StaffNames: Send + Sync {
    /// The names, in the clear; they do not leave the process.
    async fn staff_names(&self, network: &NetworkId) -> Result<Vec<Text>, Trouble>;
}

/// Brings chance.
pub trait Chance: Send + Sync {
    /// A return code nobody can foresee.
    fn return_code(&self) -> ReturnCode;
}

/// Counts wrong guesses of return codes, by account, by device and in all: a whole permanence may
/// share one address, so never by address.
pub trait Guesses: Send + Sync {
    /// Whether this caller may try another code now.
    ///
    /// # Errors
    /// [`Trouble::TooManyGuesses`], with how long to wait.
    fn may_guess(&self, caller: &crate::Caller) -> Result<(), Trouble>;

    /// The code led nowhere.
    fn guessed_wrong(&self, caller: &crate::Caller);

    /// The code led somewhere. Whoever counts a guess when it begins, so that many at the same time
    /// gain nothing, takes it back here.
    fn guessed_right(&self, caller: &crate::Caller) {
        let _ = caller;
    }
}
