//! From files to rows: every object once, wherever and however often it stands.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use serde_json::Value;

use super::report::{Fate, FileEntry, Form, Problem, Reason, RowEntry, Spot};
use super::tables::table_of;
use super::{File, json, tabular};

/// A table and an id in it.
pub(super) type Key = (String, String);

/// A row, put together from every place that has it.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// Its table and id.
    pub key: Key,
    /// Its columns with a value, without its id.
    pub columns: BTreeMap<String, Value>,
    /// The rows it stands in or beside.
    pub links: BTreeSet<Key>,
    /// Its columns that became fields of ours.
    pub fields: BTreeMap<String, String>,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
    /// Whether it was not taken.
    pub refused: bool,
    /// Whether it holds what another place says otherwise: it is kept, never mapped.
    pub variant: bool,
    /// Its first entry in the report.
    pub entry: usize,
}

/// The place of a list in which an id may stand once.
pub(super) type Seen = HashMap<Key, Spot>;

/// Everything read so far.
#[derive(Debug, Default)]
pub(super) struct Reading {
    pub files: Vec<FileEntry>,
    pub rows: Vec<Row>,
    pub index: HashMap<Key, usize>,
    pub entries: Vec<RowEntry>,
    /// The row each entry belongs to.
    pub entry_rows: Vec<Option<usize>>,
}

impl Reading {
    pub(super) fn read(&mut self, files: &[&File]) {
        let packages: Vec<&&File> = files.iter().filter(|file| stem(&file.name) == "datapackage").collect();
        let mut names = HashMap::new();
        for package in packages {
            names.extend(tabular::package(self, package));
        }
        for file in files.iter().filter(|file| stem(&file.name) != "datapackage") {
            match file.name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).as_deref() {
                Some("csv") => tabular::read(self, file, names.get(&file.name).map(String::as_str)),
                Some("json") => json::read(self, file),
                _ => self.file(&file.name, Form::NotRead, 0, Vec::new()),
            }
        }
        self.files.sort_by(|a, b| a.name.cmp(&b.name));
    }

    pub(super) fn file(&mut self, name: &str, form: Form, rows: usize, problems: Vec<(Spot, Reason)>) {
        self.files.push(FileEntry { name: name.to_owned(), form, rows, problems });
    }

    /// A row that cannot be taken.
    pub(super) fn refuse(&mut self, table: &str, id: Option<&str>, spot: Spot, reason: Reason) {
        self.entries.push(RowEntry {
            spot,
            table: table.to_owned(),
            id: id.map(ToOwned::to_owned),
            fate: Fate::Refused,
            fields: BTreeMap::new(),
            kept: Vec::new(),
            lost: Vec::new(),
            kept_with: None,
            same_as: None,
            problems: vec![Problem { column: None, reason }],
        });
        self.entry_rows.push(None);
    }

    /// A row with an id; `seen` is what the list it stands in had before. Answers whether it was
    /// taken.
    pub(super) fn add(
        &mut self,
        key: Key,
        spot: Spot,
        columns: BTreeMap<String, Value>,
        links: BTreeSet<Key>,
        seen: &mut Seen,
    ) -> bool {
        // The id becomes part of a line, with room for `~2` of a variant.
        if key.1.chars().count() > 180 || key.1.chars().any(char::is_control) {
            self.refuse(&key.0, None, spot, Reason::BadId);
            return false;
        }
        if let Some(first) = seen.get(&key) {
            let reason = Reason::DuplicateId(first.clone());
            self.refuse(&key.0, Some(&key.1), spot, reason);
            return false;
        }
        seen.insert(key.clone(), spot.clone());
        match self.index.get(&key).copied() {
            Some(first) => self.again(first, spot, columns, links),
            None => {
                self.place(key, spot, columns, links, false);
            }
        }
        true
    }

    fn place(
        &mut self,
        key: Key,
        spot: Spot,
        columns: BTreeMap<String, Value>,
        links: BTreeSet<Key>,
        variant: bool,
    ) -> usize {
        let (row, entry) = (self.rows.len(), self.entries.len());
        self.index.insert(key.clone(), row);
        self.entries.push(RowEntry {
            spot,
            table: key.0.clone(),
            id: Some(key.1.clone()),
            fate: Fate::Kept,
            fields: BTreeMap::new(),
            kept: Vec::new(),
            lost: Vec::new(),
            kept_with: None,
            same_as: None,
            problems: Vec::new(),
        });
        self.entry_rows.push(Some(row));
        let (fields, problems) = (BTreeMap::new(), Vec::new());
        self.rows.push(Row { key, columns, links, fields, problems, refused: false, variant, entry });
        row
    }

    /// A row that stands somewhere else too: what is new is added to it, what is said otherwise is
    /// kept as a variant of it.
    fn again(&mut self, first: usize, spot: Spot, columns: BTreeMap<String, Value>, links: BTreeSet<Key>) {
        let first_spot = self.entries[self.rows[first].entry].spot.clone();
        let mut otherwise = BTreeMap::new();
        for (column, value) in columns {
            match self.rows[first].columns.get(&column) {
                Some(known) if text(known) == text(&value) => {}
                Some(_) => {
                    otherwise.insert(column, value);
                }
                None => {
                    self.rows[first].columns.insert(column, value);
                }
            }
        }
        self.rows[first].links.extend(links.iter().cloned());
        let (table, id) = self.rows[first].key.clone();
        let row = if otherwise.is_empty() {
            first
        } else {
            let mut nth = 2;
            loop {
                let key = (table.clone(), format!("{id}~{nth}"));
                match self.index.get(&key).copied() {
                    Some(known) if self.rows[known].columns == otherwise => break known,
                    Some(_) => nth += 1,
                    None => {
                        let row = self.place(key, spot.clone(), otherwise, links, true);
                        for column in self.rows[row].columns.keys().cloned().collect::<Vec<_>>() {
                            let reason = Reason::Differs(first_spot.clone());
                            self.rows[row].problems.push(Problem { column: Some(column), reason });
                        }
                        self.entries[self.rows[row].entry].id = Some(id.clone());
                        self.entries[self.rows[row].entry].same_as = Some(first_spot.clone());
                        return;
                    }
                }
            }
        };
        let entry = RowEntry {
            spot,
            table,
            id: Some(id),
            fate: Fate::Kept,
            fields: BTreeMap::new(),
            kept: Vec::new(),
            lost: Vec::new(),
            kept_with: None,
            same_as: Some(first_spot),
            problems: Vec::new(),
        };
        self.entries.push(entry);
        self.entry_rows.push(Some(row));
    }
}

/// The name of a file without folders and ending.
pub(super) fn stem(name: &str) -> &str {
    let name = name.rsplit('/').next().unwrap_or(name);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// The table a name stands for; a table that the standard does not have keeps its own name.
pub(super) fn table_name(name: &str) -> String {
    table_of(name).map_or_else(|| name.strip_suffix(".csv").unwrap_or(name).to_owned(), ToOwned::to_owned)
}

/// A value as text, the same from JSON and from a table.
pub(super) fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        other => other.to_string(),
    }
}

/// Whether there is no value at all.
pub(super) fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(items) => items.is_empty(),
        Value::Object(members) => members.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}
