//! The JSON form: objects in objects, lists with their `contents`, or whole tables by name.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use super::File;
use super::reading::{Key, Reading, Seen, is_empty, stem, table_name, text};
use super::report::{Form, Reason, Spot};
use super::tables::{table_of, table_of_file};

/// Reads one file.
pub(super) fn read(reading: &mut Reading, file: &File) {
    let name = &file.name;
    let whole = |line: Option<u64>| Spot { file: name.clone(), line, path: None };
    let bytes = file.bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&file.bytes);
    if let Err(error) = std::str::from_utf8(bytes) {
        let line = bytes[..error.valid_up_to()].split(|byte| *byte == b'\n').count() as u64;
        return reading.file(name, Form::NotRead, 0, vec![(whole(Some(line)), Reason::NotUtf8)]);
    }
    let value: Value = match serde_json::from_slice(bytes) {
        Ok(value) => value,
        Err(error) => {
            let spot = whole(Some(error.line() as u64));
            return reading.file(name, Form::NotRead, 0, vec![(spot, Reason::NotJson(error.to_string()))]);
        }
    };
    let before = reading.entries.len();
    let problems = Document { reading, file: name }.read(value);
    let rows = reading.entries.len() - before;
    reading.file(name, Form::Json, rows, problems);
}

struct Document<'a> {
    reading: &'a mut Reading,
    file: &'a str,
}

impl Document<'_> {
    fn spot(&self, path: &str) -> Spot {
        Spot { file: self.file.to_owned(), line: None, path: Some(path.to_owned()) }
    }

    fn read(&mut self, value: Value) -> Vec<(Spot, Reason)> {
        match value {
            Value::Array(items) => self.list(None, items, "$", None),
            Value::Object(mut members) => {
                if let Some(Value::Array(items)) = members.get_mut("contents").map(Value::take) {
                    self.list(None, items, "$.contents", None);
                    return self.envelope(&members);
                }
                if !members.is_empty() && members.iter().all(|(name, value)| is_table(name, value)) {
                    for (name, value) in members {
                        let path = format!("$['{name}']");
                        if let Value::Array(items) = value {
                            self.list(Some(&table_name(&name)), items, &path, None);
                        }
                    }
                    return Vec::new();
                }
                self.object(None, members, "$", None, &mut Seen::new());
            }
            _ => return vec![(self.spot("$"), Reason::NotAnObject)],
        }
        Vec::new()
    }

    /// A list of pages says when it is not the whole list.
    fn envelope(&self, members: &Map<String, Value>) -> Vec<(Spot, Reason)> {
        let number = |name: &str| members.get(name).and_then(Value::as_u64);
        match (number("page_number"), number("total_pages")) {
            (Some(page), Some(pages)) if pages > 1 => {
                vec![(self.spot("$"), Reason::OnePageOnly(page, pages))]
            }
            _ => Vec::new(),
        }
    }

    fn list(&mut self, table: Option<&str>, items: Vec<Value>, path: &str, parent: Option<&Key>) {
        let mut seen = Seen::new();
        for (nth, item) in items.into_iter().enumerate() {
            let path = format!("{path}[{nth}]");
            if let Value::Object(members) = item {
                self.object(table, members, &path, parent, &mut seen);
            } else {
                let table = table.map_or_else(|| self.table(&Map::new()), ToOwned::to_owned);
                self.reading.refuse(&table, None, self.spot(&path), Reason::NotAnObject);
            }
        }
    }

    /// An object and everything in it; answers with its key.
    fn object(
        &mut self,
        table: Option<&str>,
        mut members: Map<String, Value>,
        path: &str,
        parent: Option<&Key>,
        seen: &mut Seen,
    ) -> Option<Key> {
        let table = table.map_or_else(|| self.table(&members), ToOwned::to_owned);
        let id = match members.remove("id") {
            Some(id) if !is_empty(&id) => Some(text(&id)),
            // The description of the interface itself is the one object without an id.
            _ if members.contains_key("openapi_url") => Some(table.clone()),
            _ => None,
        };
        let key = id.map(|id| (table.clone(), id));
        let mut links: BTreeSet<Key> = parent.into_iter().cloned().collect();
        let (mut columns, mut children) = (BTreeMap::new(), Vec::new());
        for (name, value) in members {
            match (table_of(&name), value) {
                (_, value) if is_empty(&value) => {}
                (Some(child), Value::Object(inner)) => {
                    let path = format!("{path}.{name}");
                    links.extend(self.object(Some(child), inner, &path, None, &mut Seen::new()));
                }
                (Some(child), Value::Array(items)) if items.iter().any(Value::is_object) => {
                    children.push((child, items, format!("{path}.{name}")));
                }
                (_, value) => {
                    columns.insert(name, value);
                }
            }
        }
        let spot = self.spot(path);
        let key = if let Some(key) = key {
            self.reading.add(key.clone(), spot, columns, links, seen).then_some(key)
        } else {
            self.reading.refuse(&table, None, spot, Reason::MissingId);
            None
        };
        for (child, items, path) in children {
            self.list(Some(child), items, &path, key.as_ref());
        }
        key
    }

    /// The table of an object that stands at the top, by the name of its file or by its shape.
    fn table(&self, members: &Map<String, Value>) -> String {
        let has = |name: &str| members.contains_key(name);
        let stem = stem(self.file);
        let by_shape = if has("location") && has("service") {
            Some("service_at_locations")
        } else if has("location_type") {
            Some("locations")
        } else if has("term_uri") || has("taxonomy_detail") {
            Some("taxonomy_terms")
        } else if has("status") && (has("organization") || has("organization_id")) {
            Some("services")
        } else if has("legal_status") || has("organization_identifiers") || has("services") {
            Some("organizations")
        } else {
            None
        };
        table_of_file(stem).or(by_shape).map_or_else(|| stem.to_owned(), ToOwned::to_owned)
    }
}

/// Whether a member is a whole table under its name.
fn is_table(name: &str, value: &Value) -> bool {
    value.is_array() && (name.strip_suffix(".csv").is_some() || table_of(name).is_some())
}
