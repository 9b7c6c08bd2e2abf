//! Where an imported object comes from, and what is kept of it word for word because no field of
//! ours has the same meaning: an export gives it back.

use std::fmt;
use std::str::FromStr;

use async_graphql::{InputObject, SimpleObject};
use kernel::{Line, Secret, Secrets, text_scalar};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Where an imported object comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "DirectoryProvenance")]
#[serde(rename_all = "camelCase")]
pub struct Provenance {
    /// The source, by the name that the import was given.
    pub source: Line,
    /// Its id in the source.
    pub external_id: Line,
}

/// The most characters of one kept row: an event of the journal is bounded, and so is memory.
pub const LONGEST_ROW: usize = 8_000;

/// The text cannot be kept as a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a kept row is a JSON object of at most 8,000 characters")]
pub struct NotARow;

/// A JSON object, as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptColumns(String);

impl fmt::Display for KeptColumns {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for KeptColumns {
    type Err = NotARow;
    fn from_str(text: &str) -> Result<Self, NotARow> {
        let object = serde_json::from_str::<serde_json::Map<String, serde_json::Value>>(text);
        let fits = text.chars().count() <= LONGEST_ROW;
        if fits && object.is_ok() { Ok(Self(text.to_owned())) } else { Err(NotARow) }
    }
}

text_scalar! {
    /// The columns of an imported row as a JSON object in text, at most 8,000 characters.
    KeptColumns
}

/// A column of an imported row that holds words about a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(input_name = "PrivateColumnInput")]
#[serde(rename_all = "camelCase")]
pub struct PrivateColumn {
    /// Its name.
    pub column: Line,
    /// What it says.
    pub value: Secret,
}

/// A row of a source, or what is left of it, kept word for word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct KeptRow {
    /// The table it comes from.
    pub table: Line,
    /// Its id there; followed by `~2`, `~3` for further versions of the same row.
    pub id: Line,
    /// Its columns that have no field of ours.
    pub columns: KeptColumns,
    /// Its columns about a person.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub private: Vec<PrivateColumn>,
}

impl Secrets for KeptRow {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        self.private.iter_mut().map(|column| &mut column.value).collect()
    }
}

/// The most rows kept with one partner or sheet.
pub const MOST_ROWS: usize = 500;

/// The rows kept with one partner or sheet.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptRows(Vec<KeptRow>);

impl KeptRows {
    /// Whether exactly this row is kept already.
    pub fn has(&self, row: &KeptRow) -> bool {
        self.0.contains(row)
    }

    /// Whether there is room for it: a new version of a row takes the place of the old one.
    pub fn takes(&self, row: &KeptRow) -> bool {
        self.0.len() < MOST_ROWS || self.place_of(row).is_some()
    }

    /// Keeps it.
    pub fn keep(&mut self, row: KeptRow) {
        match self.place_of(&row) {
            Some(place) => self.0[place] = row,
            None => self.0.push(row),
        }
    }

    /// All of them, in the order they came.
    pub fn iter(&self) -> impl Iterator<Item = &KeptRow> {
        self.0.iter()
    }

    fn place_of(&self, row: &KeptRow) -> Option<usize> {
        self.0.iter().position(|kept| kept.table == row.table && kept.id == row.id)
    }
}

impl Secrets for KeptRows {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        self.0.iter_mut().flat_map(Secrets::secrets).collect()
    }
}
