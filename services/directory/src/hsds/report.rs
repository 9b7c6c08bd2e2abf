//! What became of every file and every row.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;

/// Where something stands in the files.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Spot {
    /// The file.
    pub file: String,
    /// The line, in tabular files.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<u64>,
    /// The JSON path, in JSON files.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
}

impl fmt::Display for Spot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(path) = &self.path {
            write!(f, " {path}")?;
        }
        Ok(())
    }
}

/// Why something was not taken as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, strum::Display)]
#[serde(rename_all = "camelCase")]
pub enum Reason {
    /// The row has no id.
    #[strum(to_string = "it has no id")]
    MissingId,
    /// The id is too long or holds control characters.
    #[strum(to_string = "its id is not one line of at most 180 characters")]
    BadId,
    /// The same list gives the id twice.
    #[strum(to_string = "the same id stands at {0} already")]
    DuplicateId(Spot),
    /// The text is not UTF-8.
    #[strum(to_string = "it is not UTF-8")]
    NotUtf8,
    /// The line has more or fewer columns than the first one.
    #[strum(to_string = "it has {0} columns, the first line has {1}")]
    ColumnCount(usize, usize),
    /// The file is not JSON.
    #[strum(to_string = "it is not JSON: {0}")]
    NotJson(String),
    /// The value is of a kind that is not expected here.
    #[strum(to_string = "an object was expected here")]
    NotAnObject,
    /// No file has the row that is referred to, or that row was refused.
    #[strum(to_string = "there is no such row in {0}")]
    UnknownReference(String),
    /// A reference that is needed is missing.
    #[strum(to_string = "it names no row of {0}")]
    MissingReference(String),
    /// A name that is needed is missing.
    #[strum(to_string = "it has no name")]
    MissingName,
    /// Not a date; a day and a month that could be swapped are not guessed.
    #[strum(to_string = "it is not a date such as 2023-07-21")]
    BadDate,
    /// Not a time of the day by the clock of the place.
    #[strum(to_string = "it is not a local time such as 09:30")]
    BadTime,
    /// Not a number, or not one that can be.
    #[strum(to_string = "it is not a number that can be here")]
    BadNumber,
    /// Not an address of the web.
    #[strum(to_string = "it is not a web address")]
    BadWebAddress,
    /// Not an e-mail address.
    #[strum(to_string = "it is not an e-mail address")]
    BadEmailAddress,
    /// Not a language code.
    #[strum(to_string = "it is not a language code of ISO 639")]
    UnknownLanguage,
    /// Not a word the standard has here.
    #[strum(to_string = "it is not one of the words of the standard")]
    UnknownWord,
    /// Longer than can be taken.
    #[strum(to_string = "it is too long or holds control characters")]
    TooLong,
    /// Ends before it begins.
    #[strum(to_string = "the end is before the beginning")]
    Reversed,
    /// Says otherwise than the first place that has the row.
    #[strum(to_string = "it says otherwise than {0}")]
    Differs(Spot),
    /// More rules than our hours can show.
    #[strum(to_string = "the hours follow more rules than can be shown; they are marked so")]
    PartlyShown,
    /// No organisation at all, so nothing to keep the row with.
    #[strum(to_string = "there is no organisation to keep it with, or no room left")]
    NothingToKeepItWith,
    /// Only a page of a longer list was given.
    #[strum(to_string = "only page {0} of {1} was given")]
    OnePageOnly(u64, u64),
}

/// What is wrong with a row or one of its columns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// The column, if it is about one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// What is wrong.
    pub reason: Reason,
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, strum::Display)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum Fate {
    /// It became fields of ours; columns without one are kept word for word.
    Mapped,
    /// It is kept word for word.
    Kept,
    /// It was not taken.
    Refused,
}

/// A row of a table, an object of a JSON file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RowEntry {
    /// Where it stands.
    pub spot: Spot,
    /// Its table.
    pub table: String,
    /// Its id.
    pub id: Option<String>,
    /// What became of it.
    pub fate: Fate,
    /// Its columns that became fields of ours, and which.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, String>,
    /// Its columns that are kept word for word.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<String>,
    /// Its columns that could not be taken at all.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub lost: Vec<String>,
    /// The partner or sheet that what is kept is kept with.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kept_with: Option<String>,
    /// The first place that has the same row, when this is a repetition.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_as: Option<Spot>,
    /// What is wrong with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<Problem>,
}

/// How a file was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, strum::Display)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum Form {
    /// As JSON objects.
    Json,
    /// As a table.
    Tabular,
    /// As the description of the tables beside it.
    DataPackage,
    /// Not at all.
    NotRead,
}

/// A file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FileEntry {
    /// Its name.
    pub name: String,
    /// How it was read.
    pub form: Form,
    /// How many rows or objects it has.
    pub rows: usize,
    /// What is wrong with it, and where.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<(Spot, Reason)>,
}

/// A term of a taxonomy that stands for none of our needs, or for several: it is never guessed
/// and never becomes *other*.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct UnmatchedTerm {
    /// The id of the term.
    pub term: String,
    /// Its code.
    pub code: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// Needs of ours it could stand for.
    pub candidates: Vec<String>,
    /// The services that carry it.
    pub services: Vec<String>,
}

/// What became of an import.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct MappingReport {
    /// Every file.
    pub files: Vec<FileEntry>,
    /// Every row of every file.
    pub rows: Vec<RowEntry>,
    /// Every term without a need of ours.
    pub unmatched: Vec<UnmatchedTerm>,
    /// Services that answer no need we know of.
    pub services_without_need: Vec<String>,
}

/// How many rows of a table met which fate.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Tally {
    /// All of them.
    pub rows: usize,
    /// Became fields of ours.
    pub mapped: usize,
    /// Are kept word for word.
    pub kept: usize,
    /// Were not taken.
    pub refused: usize,
}

impl MappingReport {
    /// The counts by table.
    pub fn tallies(&self) -> BTreeMap<&str, Tally> {
        let mut tallies: BTreeMap<&str, Tally> = BTreeMap::new();
        for row in &self.rows {
            let tally = tallies.entry(&row.table).or_default();
            tally.rows += 1;
            match row.fate {
                Fate::Mapped => tally.mapped += 1,
                Fate::Kept => tally.kept += 1,
                Fate::Refused => tally.refused += 1,
            }
        }
        tallies
    }

    /// How many rows, or columns of rows, did not come in: nought when nothing was lost.
    pub fn lost(&self) -> usize {
        let unread = self.files.iter().filter(|file| file.form == Form::NotRead).count();
        let refused = self.rows.iter().filter(|row| row.fate == Fate::Refused || !row.lost.is_empty());
        unread + refused.count()
    }
}

impl fmt::Display for MappingReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<28}{:>8}{:>8}{:>8}{:>8}", "table", "rows", "mapped", "kept", "refused")?;
        let mut all = Tally::default();
        for (table, tally) in self.tallies() {
            line(f, table, tally)?;
            all.rows += tally.rows;
            all.mapped += tally.mapped;
            all.kept += tally.kept;
            all.refused += tally.refused;
        }
        line(f, "all", all)?;
        for file in &self.files {
            for (spot, reason) in &file.problems {
                writeln!(f, "{spot}: {reason}")?;
            }
        }
        for row in &self.rows {
            let id = row.id.as_deref().unwrap_or("-");
            for problem in &row.problems {
                let column = problem.column.as_deref().unwrap_or("the row");
                writeln!(f, "{}: {} {id}, {column}: {} ({})", row.spot, row.table, problem.reason, row.fate)?;
            }
        }
        for term in &self.unmatched {
            let called = term.name.as_deref().or(term.code.as_deref()).unwrap_or("-");
            match term.candidates.join(", ") {
                none if none.is_empty() => writeln!(f, "term {} ({called}) stands for no need", term.term)?,
                several => writeln!(f, "term {} ({called}) could stand for {several}", term.term)?,
            }
        }
        for service in &self.services_without_need {
            writeln!(f, "service {service}: choose the needs it answers")?;
        }
        Ok(())
    }
}

fn line(f: &mut fmt::Formatter<'_>, name: &str, tally: Tally) -> fmt::Result {
    let Tally { rows, mapped, kept, refused } = tally;
    writeln!(f, "{name:<28}{rows:>8}{mapped:>8}{kept:>8}{refused:>8}")
}
