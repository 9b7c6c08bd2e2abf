//! The shape of everything people see: a fold of events into rows.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;
use thiserror::Error;

use crate::recorded::{Recorded, StreamId};
use crate::{Secrets, Waiting};

/// A stored event that today's code cannot read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("the stored {event} cannot be read: {cause}")]
pub struct Undecodable {
    /// The stored type.
    pub event: String,
    /// What serde said.
    pub cause: String,
}

/// A value that a list can be filtered and counted by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Facet {
    /// No value.
    None,
    /// One value.
    One(Cow<'static, str>),
    /// Several values; a filter matches when it is one of them.
    Many(Vec<String>),
}

impl Facet {
    /// The value of a stable code or an id.
    pub fn of(value: impl ToString) -> Self {
        Self::One(Cow::Owned(value.to_string()))
    }

    /// The value if there is one.
    pub fn maybe(value: Option<impl ToString>) -> Self {
        value.map_or(Self::None, Self::of)
    }

    /// Several values.
    pub fn many(values: impl IntoIterator<Item = impl ToString>) -> Self {
        Self::Many(values.into_iter().map(|value| value.to_string()).collect())
    }
}

/// A list that people see. The runner owns transactions and checkpoints, and keeps what each row
/// was at every position, so that any list can be asked as of any date.
pub trait Projection: Send + Sync + 'static {
    /// The name of its table: `context_list_version`. A new version of the fold is a new name.
    const NAME: &'static str;
    /// The categories of streams it reads.
    const KINDS: &'static [&'static str];
    /// The names of its facets, in the order of [`Projection::facets`]; `snake_case` words.
    const FACETS: &'static [&'static str];
    /// What it folds.
    type Event;
    /// What it shows.
    type Row: Serialize
        + DeserializeOwned
        + Secrets
        + Clone
        + PartialEq
        + std::fmt::Debug
        + Send
        + Sync
        + 'static;

    /// Reads a stored event of one of its [`Projection::KINDS`].
    ///
    /// # Errors
    /// When the event cannot be read: the runner parks it and reports it.
    fn read(kind: &str, name: &str, shape: u32, payload: &[u8]) -> Result<Self::Event, Undecodable>;

    /// The rows an event touches; by default the one of its stream.
    fn keys(event: &Recorded<Self::Event>) -> Vec<String> {
        vec![own_key(&event.stream)]
    }

    /// The row after an event; `None` when there is nothing (more) to show.
    fn project(row: Option<Self::Row>, key: &str, event: &Recorded<Self::Event>) -> Option<Self::Row>;

    /// What lists are sorted by, as text that sorts like the value.
    fn order(row: &Self::Row) -> String;

    /// The values of the facets, in the order of [`Projection::FACETS`].
    fn facets(row: &Self::Row) -> Vec<Facet>;

    /// What anybody without an account may see of the list: a facet, and the values a row must have
    /// there. Whether they may ask at all is a matter of access; by default all rows are the same.
    fn public() -> Option<(&'static str, &'static [&'static str])> {
        None
    }

    /// Whether everybody sees only what [`Projection::public`] says: the other rows are there to fold,
    /// and shown to nobody.
    const ONLY_PUBLIC: bool = false;

    /// Who must move, if anybody.
    fn waiting(_row: &Self::Row) -> Option<Waiting> {
        None
    }

    /// When the platform must look at it again: a deadline, an expiry, a reminder.
    fn due(_row: &Self::Row) -> Option<DateTime<Utc>> {
        None
    }
}

/// The key of a stream's own row: its id.
pub fn own_key(stream: &StreamId) -> String {
    stream.id.clone()
}

/// An instant as text that sorts like the instant.
pub fn sortable(instant: DateTime<Utc>) -> String {
    instant.format("%Y-%m-%dT%H:%M:%S%.6fZ").to_string()
}
