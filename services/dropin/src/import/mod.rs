//! Visits from a CSV file: read as a whole into a plan, or refused as a whole with what is wrong
//! on which line, and how to mend it. Pure: no clock, no disk, no chance; every id is derived from
//! the network and the `key` of a line, so that a second import of the same file does nothing.
//!
//! The columns are documented in this crate's README. Read on: `plan` (what an import will do),
//! `cells` (one line and what is wrong with it), `reading` (from a line to a visit), `facts` (what
//! a visit is counted by).

mod cells;
mod facts;
mod plan;
mod reading;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};
use std::fmt;

use kernel::{ActorId, NetworkId, SiteId};

use self::cells::{columns, unreadable};
pub use self::plan::{ImportPlan, PlannedSession, PlannedVisit};
use self::reading::Reading;
use crate::projection::SiteRow;
use crate::site::SiteHours;

/// A year of a large network; longer files are sent in parts.
const MOST_LINES: usize = 50_000;

/// A site as a file may name it.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownSite {
    /// Its id.
    pub id: SiteId,
    /// Its name.
    pub name: String,
    /// Its hours, for its time zone.
    pub hours: SiteHours,
}

impl From<&SiteRow> for KnownSite {
    fn from(row: &SiteRow) -> Self {
        Self { id: row.id, name: row.name.to_string(), hours: row.hours.clone() }
    }
}

/// What is wrong on one line, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ImportProblem {
    /// The line of the file; 1 is the header.
    pub line: u64,
    /// The column; empty when it is the whole line.
    pub column: String,
    /// What to write instead.
    pub way_out: String,
}

impl fmt::Display for ImportProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.column.as_str() {
            "" => write!(f, "line {}: {}", self.line, self.way_out),
            column => write!(f, "line {}, column {column}: {}", self.line, self.way_out),
        }
    }
}

/// Reads a whole file: a plan, or everything that is wrong with it.
///
/// # Errors
/// Every problem, by line and column; nothing is imported from a file that has one.
pub fn read(
    file: &str,
    network: &NetworkId,
    sites: &[KnownSite],
    host: ActorId,
) -> Result<ImportPlan, Vec<ImportProblem>> {
    let file = file.strip_prefix('\u{feff}').unwrap_or(file);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(file))
        .trim(csv::Trim::All)
        .flexible(false)
        .from_reader(file.as_bytes());
    let header = reader.headers().map_err(|error| vec![unreadable(&error)])?.clone();
    let columns = columns(&header)?;
    let mut reading =
        Reading { network, sites, host, columns, plan: ImportPlan::default(), keys: HashMap::new() };
    let mut sessions = BTreeMap::new();
    let mut problems = Vec::new();
    for (count, record) in reader.records().enumerate() {
        if count >= MOST_LINES {
            let way_out = format!("a file has at most {MOST_LINES} lines; send it in parts");
            problems.push(ImportProblem { line: count as u64 + 2, column: String::new(), way_out });
            break;
        }
        match record {
            Ok(record) => problems.extend(reading.line(&record, &mut sessions)),
            Err(error) => problems.push(unreadable(&error)),
        }
    }
    if !problems.is_empty() {
        problems.sort();
        return Err(problems);
    }
    reading.plan.sessions = sessions.into_values().collect();
    Ok(reading.plan)
}

/// Spreadsheets of Belgium and Québec write semicolons between columns.
fn delimiter(file: &str) -> u8 {
    let header = file.lines().next().unwrap_or_default();
    if header.contains(';') && !header.contains(',') { b';' } else { b',' }
}
