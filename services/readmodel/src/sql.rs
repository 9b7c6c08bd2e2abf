//! Conditions with the values they bind. Names come from checked constants; every value is bound.

use rusqlite::types::Value;
use rusqlite::{Connection, Row, params_from_iter};

use crate::versions::small;

/// A condition with the values it binds, in order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sql {
    pub(crate) text: String,
    pub(crate) values: Vec<Value>,
}

impl Sql {
    /// One more condition.
    pub(crate) fn and(&mut self, condition: &str, values: impl IntoIterator<Item = Value>) {
        if !self.text.is_empty() {
            self.text += " AND ";
        }
        self.text += condition;
        self.values.extend(values);
    }

    /// Runs `<before> <condition> <after>` and reads every line.
    pub(crate) fn read<T>(
        &self,
        connection: &Connection,
        (before, after): (&str, &str),
        line: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<Vec<T>> {
        connection
            .prepare_cached(&format!("{before} {} {after}", self.text))?
            .query_map(params_from_iter(&self.values), line)?
            .collect()
    }
}

/// A text to bind.
pub(crate) fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

/// A count to bind.
pub(crate) fn count(count: usize) -> Value {
    Value::Integer(small(count))
}

/// `= ?` for one value, which keeps the order of an index; `IN (?, ?)` for several.
pub(crate) fn marks(count: usize) -> String {
    if count == 1 { "= ?".to_owned() } else { format!("IN (?{})", ", ?".repeat(count - 1)) }
}
