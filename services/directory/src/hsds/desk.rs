//! The rows on the desk: what links to what, and what of each was taken for which field.

use std::collections::HashMap;
use std::str::FromStr;

use kernel::{Line, Localized, Text};

use super::reading::{Key, Reading, Row, text};
use super::report::{Problem, Reason, Spot};
use super::tables::{Refers, reference};
use crate::speech::InterfaceLanguage;

/// A row by its place on the desk.
pub(super) type At = usize;

/// Every row, its links, and what became of it so far.
pub(super) struct Desk {
    pub reading: Reading,
    pub language: InterfaceLanguage,
    /// The rows that link to a row.
    linking: HashMap<Key, Vec<At>>,
    /// The rows with an id, whatever their table.
    anywhere: HashMap<String, Key>,
}

impl Desk {
    pub(super) fn new(reading: Reading, language: InterfaceLanguage) -> Self {
        let mut anywhere = HashMap::new();
        for row in &reading.rows {
            anywhere.entry(row.key.1.clone()).or_insert_with(|| row.key.clone());
        }
        let mut desk = Self { reading, language, linking: HashMap::new(), anywhere };
        for at in 0..desk.reading.rows.len() {
            desk.resolve(at);
        }
        // In the order of the ids, so that a file in another order is the same import.
        let mut rows: Vec<At> = (0..desk.reading.rows.len()).collect();
        rows.sort_by(|a, b| desk.row(*a).key.cmp(&desk.row(*b).key));
        for at in rows {
            for link in &desk.reading.rows[at].links {
                desk.linking.entry(link.clone()).or_default().push(at);
            }
        }
        desk
    }

    /// Makes links of the columns that refer to rows.
    fn resolve(&mut self, at: At) {
        let table = self.row(at).key.0.clone();
        let references: Vec<(String, Refers, String)> = self
            .row(at)
            .columns
            .iter()
            .filter_map(|(name, value)| Some((name.clone(), reference(&table, name)?, text(value))))
            .collect();
        for (column, refers, id) in references {
            let key = match refers {
                Refers::To(table) => Some((table.to_owned(), id)),
                Refers::Anywhere => self.anywhere.get(&id).cloned(),
            };
            let key = key.filter(|key| self.reading.index.contains_key(key));
            match (key, refers) {
                (Some(key), _) => {
                    self.rows_mut(at).links.insert(key);
                }
                (None, Refers::To(table)) => {
                    self.problem(at, &column, Reason::UnknownReference(table.to_owned()));
                }
                (None, Refers::Anywhere) => {
                    self.problem(at, &column, Reason::UnknownReference("any table".to_owned()));
                }
            }
        }
    }

    pub(super) fn row(&self, at: At) -> &Row {
        &self.reading.rows[at]
    }

    fn rows_mut(&mut self, at: At) -> &mut Row {
        &mut self.reading.rows[at]
    }

    pub(super) fn id(&self, at: At) -> &str {
        &self.row(at).key.1
    }

    /// Where the row stands first.
    pub(super) fn spot(&self, at: At) -> &Spot {
        &self.reading.entries[self.row(at).entry].spot
    }

    /// The rows of a table that may be mapped.
    pub(super) fn table(&self, table: &str) -> Vec<At> {
        (0..self.reading.rows.len()).filter(|at| self.row(*at).key.0 == table && self.stands(*at)).collect()
    }

    fn stands(&self, at: At) -> bool {
        !self.row(at).refused && !self.row(at).variant
    }

    /// The rows of a table that link to a row.
    pub(super) fn linking(&self, to: At, table: &str) -> Vec<At> {
        let all = self.linking.get(&self.row(to).key).map(Vec::as_slice).unwrap_or_default();
        all.iter().copied().filter(|at| self.row(*at).key.0 == table && self.stands(*at)).collect()
    }

    /// Every row that links to a row.
    pub(super) fn all_linking(&self, to: At) -> Vec<At> {
        self.linking.get(&self.row(to).key).cloned().unwrap_or_default()
    }

    /// The rows of a table that a row links to.
    pub(super) fn linked(&self, from: At, table: &str) -> Vec<At> {
        let links = self.row(from).links.iter().filter(|(name, _)| name == table);
        links.filter_map(|key| self.reading.index.get(key)).copied().filter(|at| self.stands(*at)).collect()
    }

    pub(super) fn refuse(&mut self, at: At, column: Option<&str>, reason: Reason) {
        let row = self.rows_mut(at);
        row.refused = true;
        row.problems.push(Problem { column: column.map(ToOwned::to_owned), reason });
    }

    pub(super) fn problem(&mut self, at: At, column: &str, reason: Reason) {
        let problem = Problem { column: Some(column.to_owned()), reason };
        let problems = &mut self.rows_mut(at).problems;
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }

    /// The value of a column as text.
    pub(super) fn value(&self, at: At, column: &str) -> Option<String> {
        self.row(at).columns.get(column).map(text)
    }

    /// Notes that a column became a field of ours.
    pub(super) fn took(&mut self, at: At, column: &str, field: &str) {
        if self.row(at).columns.contains_key(column) {
            self.rows_mut(at).fields.insert(column.to_owned(), field.to_owned());
        }
    }

    /// Notes that a row became an entry of one of our fields, though no column of its own did.
    pub(super) fn took_row(&mut self, at: At, field: &str) {
        self.rows_mut(at).fields.insert("id".to_owned(), field.to_owned());
    }

    /// A column read by a rule; kept word for word, and reported, when the rule cannot read it.
    pub(super) fn take<T>(
        &mut self,
        at: At,
        column: &str,
        field: &str,
        reason: Reason,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Option<T> {
        let value = self.value(at, column)?;
        if let Some(read) = read(&value) {
            self.took(at, column, field);
            Some(read)
        } else {
            self.problem(at, column, reason);
            None
        }
    }

    pub(super) fn scalar<T: FromStr>(
        &mut self,
        at: At,
        column: &str,
        field: &str,
        reason: Reason,
    ) -> Option<T> {
        self.take(at, column, field, reason, |text| text.parse().ok())
    }

    pub(super) fn line(&mut self, at: At, column: &str, field: &str) -> Option<Line> {
        self.scalar(at, column, field, Reason::TooLong)
    }

    /// A text in the language of the source.
    pub(super) fn localized(&mut self, at: At, column: &str, field: &str) -> Option<Localized> {
        let language = self.language;
        let text = self.take(at, column, field, Reason::TooLong, words)?;
        Some(language.alone(text))
    }

    /// Several columns as one text, a line each.
    pub(super) fn localized_lines(&mut self, at: At, columns: &[&str], field: &str) -> Option<Localized> {
        let lines: Vec<String> = columns.iter().filter_map(|column| self.value(at, column)).collect();
        let language = self.language;
        if let Some(text) = words(&lines.join("\n")) {
            for column in columns {
                self.took(at, column, field);
            }
            return Some(language.alone(text));
        }
        if !lines.is_empty() {
            self.problem(at, columns[0], Reason::TooLong);
        }
        None
    }
}

/// A text as it was written, whatever its line ends.
pub(super) fn words(text: &str) -> Option<Text> {
    text.replace("\r\n", "\n").replace('\r', "\n").parse().ok()
}
