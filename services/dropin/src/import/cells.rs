//! The columns of a file, and one line being read.

use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;

use csv::StringRecord;

use super::ImportProblem;

const COLUMNS: [&str; 22] = [
    "key",
    "occurred_at",
    "site",
    "session",
    "outreach_place",
    "outreach_area",
    "case",
    "mode",
    "minutes",
    "language",
    "language_form",
    "language_met",
    "first_visit",
    "relation_to_area",
    "age_band",
    "gender",
    "heard_of_us",
    "accompanied_by",
    "answers",
    "needs",
    "shared_note",
    "private_note",
];
const REQUIRED: [&str; 6] = ["key", "occurred_at", "mode", "language", "language_met", "needs"];

pub(super) fn unreadable(error: &csv::Error) -> ImportProblem {
    let line = error.position().map_or(1, csv::Position::line);
    let way_out = format!("not a line of this file ({error}); write as many columns as the header has");
    ImportProblem { line, column: String::new(), way_out }
}

pub(super) fn columns(header: &StringRecord) -> Result<HashMap<&'static str, usize>, Vec<ImportProblem>> {
    let mut columns = HashMap::new();
    let mut problems = Vec::new();
    let mut problem = |column: &str, way_out: String| {
        problems.push(ImportProblem { line: 1, column: column.to_owned(), way_out });
    };
    for (place, title) in header.iter().enumerate() {
        match COLUMNS.iter().find(|known| **known == title) {
            None => problem(title, format!("no such column; there are {}", COLUMNS.join(", "))),
            Some(known) => {
                if columns.insert(*known, place).is_some() {
                    problem(title, "written twice; keep one".to_owned());
                }
            }
        }
    }
    for required in REQUIRED {
        if !columns.contains_key(required) {
            problem(required, "missing; add this column".to_owned());
        }
    }
    if problems.is_empty() { Ok(columns) } else { Err(problems) }
}

/// One line being read: cells, and what is wrong with them so far.
pub(super) struct Cells<'a> {
    pub(super) columns: &'a HashMap<&'static str, usize>,
    pub(super) record: &'a StringRecord,
    pub(super) line: u64,
    pub(super) problems: Vec<ImportProblem>,
}

impl Cells<'_> {
    pub(super) fn text(&self, column: &str) -> Option<&str> {
        let cell = self.record.get(*self.columns.get(column)?)?;
        (!cell.is_empty()).then_some(cell)
    }

    pub(super) fn wrong(&mut self, column: &str, way_out: impl fmt::Display) {
        let way_out = way_out.to_string();
        self.problems.push(ImportProblem { line: self.line, column: column.to_owned(), way_out });
    }

    pub(super) fn parsed<T: FromStr>(&mut self, column: &str, expected: &str) -> Option<T> {
        let parsed = self.text(column)?.parse();
        parsed.map_err(|_| self.wrong(column, format!("write {expected}"))).ok()
    }

    pub(super) fn code<T: FromStr + strum::VariantArray + fmt::Display>(
        &mut self,
        column: &str,
    ) -> Option<T> {
        self.parsed(column, &one_of::<T>())
    }

    pub(super) fn required(&mut self, column: &str, expected: &str) {
        if self.text(column).is_none() {
            self.wrong(column, format!("empty; write {expected}"));
        }
    }
}

pub(super) fn one_of<T: strum::VariantArray + fmt::Display>() -> String {
    let codes: Vec<String> = T::VARIANTS.iter().map(ToString::to_string).collect();
    format!("one of {}", codes.join(", "))
}
