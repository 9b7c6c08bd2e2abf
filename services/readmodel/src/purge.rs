//! Words of somebody who was erased: taken out of every version of every row.
//!
//! Without their key they are noise already; what need not be kept is not kept. Which event says
//! so, the node says: this crate knows no context. The words go in the transaction that folds the
//! event, and at the same place in a rebuild, so that live and rebuilt stay equal byte for byte.

use std::collections::HashSet;

use journal::StoredEvent;
use kernel::{NetworkId, Position};
use rusqlite::Connection;
use serde_json::Value;

use crate::error::{Error, While};
use crate::schema::whole;
use crate::writer::Desk;

/// How a sealed text begins in a row, up to the name of its subject.
const SEALED: &[u8] = br#"{"subject":""#;
/// What stands between that name and the bytes.
const BYTES: &[u8] = br#"","bytes":""#;
/// How it ends.
const END: &[u8] = br#""}"#;

/// The event that says whose words are to go: its field `subjects` names them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Purge {
    /// The category of its streams.
    pub kind: &'static str,
    /// Its name.
    pub event: &'static str,
}

impl Purge {
    /// Whose words are to go; `None` when the event says nothing of the sort.
    pub(crate) fn subjects(&self, event: &StoredEvent) -> Option<HashSet<String>> {
        if event.stream.kind != self.kind || *event.name != *self.event {
            return None;
        }
        let payload: Value = serde_json::from_slice(&event.payload).ok()?;
        let subjects = payload.get(self.event).unwrap_or(&payload).get("subjects")?.as_array()?;
        Some(subjects.iter().filter_map(Value::as_str).map(ToOwned::to_owned).collect())
    }
}

/// Takes out the words of subjects as of an event, from what is written and what is remembered, and
/// notes them.
pub(crate) fn purge(
    connection: &Connection,
    desks: &mut [Desk],
    (network, at): (&NetworkId, Position),
    subjects: &HashSet<String>,
) -> Result<(), Error> {
    let mut note = connection
        .prepare_cached(
            "INSERT INTO forgotten (network, subject, position) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
        )
        .during("noting an erasure")?;
    for subject in subjects {
        note.execute((network.as_str(), subject, whole(at))).during("noting an erasure")?;
    }
    take_out(connection, desks, network, subjects)
}

/// Takes out the words of everybody erased so far: after events were folded that had waited.
pub(crate) fn again(connection: &Connection, desks: &mut [Desk]) -> Result<(), Error> {
    let read = || -> rusqlite::Result<Vec<(String, String)>> {
        connection
            .prepare_cached("SELECT network, subject FROM forgotten")?
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
            .collect()
    };
    let mut forgotten = read().during("reading the erasures")?;
    forgotten.sort();
    for of_one in forgotten.chunk_by(|one, next| one.0 == next.0) {
        let network = crate::parked::network(&of_one[0].0).during("reading the erasures")?;
        let subjects = of_one.iter().map(|(_, subject)| subject.clone()).collect();
        take_out(connection, desks, &network, &subjects)?;
    }
    Ok(())
}

fn take_out(
    connection: &Connection,
    desks: &mut [Desk],
    network: &NetworkId,
    subjects: &HashSet<String>,
) -> Result<(), Error> {
    for desk in desks {
        desk.lines.flush(connection).during("writing rows")?;
        take_out_of(connection, desk.name, network, subjects).during("taking out words")?;
        // What it remembers has the words still.
        desk.folding.forget();
    }
    Ok(())
}

fn take_out_of(
    connection: &Connection,
    table: &str,
    network: &NetworkId,
    subjects: &HashSet<String>,
) -> rusqlite::Result<()> {
    let with = format!("SELECT id, body FROM {table} WHERE network = ?1 AND instr(body, ?2) > 0");
    let mut select = connection.prepare_cached(&with)?;
    let mut rows = select.query((network.as_str(), SEALED))?;
    let mut changed: Vec<(i64, Vec<u8>)> = Vec::new();
    while let Some(row) = rows.next()? {
        if let Some(body) = without(row.get_ref(1)?.as_blob()?, subjects) {
            changed.push((row.get(0)?, body));
        }
    }
    let mut update = connection.prepare_cached(&format!("UPDATE {table} SET body = ?2 WHERE id = ?1"))?;
    for line in changed {
        update.execute(line)?;
    }
    Ok(())
}

/// A row with null instead of the sealed texts of these subjects; `None` when it has none. Within a
/// text of a row the marks cannot stand: its quotes are escaped.
fn without(body: &[u8], subjects: &HashSet<String>) -> Option<Vec<u8>> {
    let (mut kept, mut rest) = (Vec::with_capacity(body.len()), body);
    let mut changed = false;
    while let Some(at) = find(rest, SEALED) {
        let (before, sealed) = rest.split_at(at);
        kept.extend_from_slice(before);
        match whose(sealed) {
            Some((subject, length)) if subjects.contains(subject) => {
                kept.extend_from_slice(b"null");
                rest = &sealed[length..];
                changed = true;
            }
            _ => {
                kept.extend_from_slice(SEALED);
                rest = &sealed[SEALED.len()..];
            }
        }
    }
    kept.extend_from_slice(rest);
    changed.then_some(kept)
}

/// The subject of the sealed text that begins here, and how long it is.
fn whose(sealed: &[u8]) -> Option<(&str, usize)> {
    let name = &sealed[SEALED.len()..];
    let name = &name[..name.iter().position(|byte| *byte == b'"')?];
    let bytes = &sealed[SEALED.len() + name.len()..];
    let ends = find(bytes.strip_prefix(BYTES)?, END)?;
    let length = SEALED.len() + name.len() + BYTES.len() + ends + END.len();
    Some((std::str::from_utf8(name).ok()?, length))
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(names: &[&str]) -> HashSet<String> {
        names.iter().map(|name| (*name).to_owned()).collect()
    }

    #[test]
    fn the_words_of_a_subject_become_null_and_nothing_else_changes() {
        let row =
            br#"{"a":{"subject":"b/v/1","bytes":"AA=="},"n":[{"subject":"b/v/2","bytes":"BB+/"}],"z":1.50}"#;
        let text = |names: &[&str]| without(row, &of(names)).map(|row| String::from_utf8(row).unwrap());
        assert_eq!(
            text(&["b/v/1"]).unwrap(),
            r#"{"a":null,"n":[{"subject":"b/v/2","bytes":"BB+/"}],"z":1.50}"#
        );
        assert_eq!(text(&["b/v/1", "b/v/2"]).unwrap(), r#"{"a":null,"n":[null],"z":1.50}"#);
        assert_eq!(text(&["b/v/3", "b/v"]), None);
    }

    #[test]
    fn what_only_looks_sealed_stays() {
        for row in
            [r#"{"subject":"b/v/1","other":"AA"}"#, r#"{"subject":"b/v/1","bytes":"AA"#, r#"{"subject":""#]
        {
            assert_eq!(without(row.as_bytes(), &of(&["b/v/1", ""])), None, "{row}");
        }
        let escaped =
            serde_json::to_vec(&serde_json::json!({ "text": r#"{"subject":"b/v/1","bytes":"AA"}"# }));
        assert_eq!(without(&escaped.unwrap(), &of(&["b/v/1"])), None);
    }
}
