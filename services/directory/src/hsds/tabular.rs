//! The tabular form: one CSV file for each table, and `datapackage.json` that names them.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use csv::{ByteRecord, ReaderBuilder};
use serde_json::Value;

use super::File;
use super::reading::{Reading, Seen, stem, table_name};
use super::report::{Form, Reason, Spot};

/// What `datapackage.json` says of the files beside it: path to table. Where it is only a link to
/// one that lies elsewhere, the files name their tables themselves.
pub(super) fn package(reading: &mut Reading, file: &File) -> HashMap<String, String> {
    let folder = file.name.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    let package: Value = serde_json::from_slice(&file.bytes).unwrap_or_default();
    let resources = package.get("resources").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let mut names = HashMap::new();
    for resource in resources {
        let word = |key: &str| resource.get(key).and_then(Value::as_str);
        if let (Some(name), Some(path)) = (word("name"), word("path")) {
            names.insert(format!("{folder}{path}"), name.to_owned());
        }
    }
    reading.file(&file.name, Form::DataPackage, 0, Vec::new());
    names
}

/// Reads one table.
pub(super) fn read(reading: &mut Reading, file: &File, named: Option<&str>) {
    let table = table_name(named.unwrap_or_else(|| stem(&file.name)));
    let spot = |line: u64| Spot { file: file.name.clone(), line: Some(line), path: None };
    let bytes = file.bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&file.bytes);
    let mut reader = ReaderBuilder::new().flexible(true).from_reader(bytes);
    let header: Option<Vec<String>> = reader
        .byte_headers()
        .ok()
        .and_then(|header| {
            header.iter().map(|name| std::str::from_utf8(name).ok()).collect::<Option<Vec<_>>>()
        })
        .map(|names| names.into_iter().map(|name| name.trim().to_owned()).collect());
    let Some(header) = header else {
        reading.file(&file.name, Form::NotRead, 0, vec![(spot(1), Reason::NotUtf8)]);
        return;
    };
    let (mut rows, mut seen, mut problems) = (0, Seen::new(), Vec::new());
    let mut lines = Lines { bytes, place: 0, line: 1 };
    let mut record = ByteRecord::new();
    loop {
        match reader.read_byte_record(&mut record) {
            Ok(false) => break,
            Ok(true) => {
                rows += 1;
                let line = lines.of(record.position().map_or(0, csv::Position::byte));
                row(reading, &table, &header, &record, spot(line), &mut seen);
            }
            Err(_) => {
                problems.push((spot(lines.of(reader.position().byte())), Reason::NotUtf8));
                break;
            }
        }
    }
    reading.file(&file.name, Form::Tabular, rows, problems);
}

/// Counts lines as an editor does. The reader's own count stands one line early where lines end
/// with CR LF, because it takes the record to begin before the LF.
struct Lines<'a> {
    bytes: &'a [u8],
    place: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line of the record that the reader places at this byte.
    fn of(&mut self, byte: u64) -> u64 {
        let byte = usize::try_from(byte).unwrap_or(usize::MAX);
        while let Some(next) = self.bytes.get(self.place)
            && (self.place < byte || matches!(next, b'\r' | b'\n'))
        {
            self.line += u64::from(*next == b'\n');
            self.place += 1;
        }
        self.line
    }
}

fn row(
    reading: &mut Reading,
    table: &str,
    header: &[String],
    record: &ByteRecord,
    spot: Spot,
    seen: &mut Seen,
) {
    if record.len() != header.len() {
        let reason = Reason::ColumnCount(record.len(), header.len());
        return reading.refuse(table, None, spot, reason);
    }
    let mut columns = BTreeMap::new();
    for (name, value) in header.iter().zip(record) {
        let Ok(value) = std::str::from_utf8(value) else {
            return reading.refuse(table, None, spot, Reason::NotUtf8);
        };
        if !value.trim().is_empty() {
            columns.insert(name.clone(), Value::String(value.to_owned()));
        }
    }
    match columns.remove("id") {
        Some(Value::String(id)) => {
            let key = (table.to_owned(), id.trim().to_owned());
            reading.add(key, spot, columns, BTreeSet::new(), seen);
        }
        _ => reading.refuse(table, None, spot, Reason::MissingId),
    }
}
