//! Whose words stand sealed in the events of a journal: without the vault's keys of these subjects nobody can read
//! them.

use std::collections::BTreeSet;

use journal::StoredEvent;
use serde_json::Value;

/// Adds the subjects whose words an event holds.
pub(crate) fn of(event: &StoredEvent, subjects: &mut BTreeSet<String>) {
    if let Ok(payload) = serde_json::from_slice(&event.payload) {
        sealed(&payload, subjects);
    }
}

/// Whose words there are in a payload, as [`kernel::Sealed`] is written.
fn sealed(value: &Value, subjects: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => match (fields.len(), fields.get("subject"), fields.get("bytes")) {
            (2, Some(Value::String(subject)), Some(Value::String(_))) => {
                subjects.insert(subject.clone());
            }
            _ => fields.values().for_each(|field| sealed(field, subjects)),
        },
        Value::Array(items) => items.iter().for_each(|item| sealed(item, subjects)),
        _ => {}
    }
}
