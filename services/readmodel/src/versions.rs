//! The versions of rows that a batch makes, held back until its end: a row touched many times in
//! a batch is read once, and a version that ends within the batch is never updated.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use kernel::{Facet, NetworkId, Position};
use rusqlite::types::{ToSqlOutput, Value, ValueRef};
use rusqlite::{CachedStatement, Connection, OptionalExtension};

use crate::fold::Fold;
use crate::schema::{columns, whole};

/// What a row shows and is found by.
pub(crate) struct Shown {
    pub(crate) order: String,
    pub(crate) body: Vec<u8>,
    pub(crate) waiting: Option<(String, String)>,
    pub(crate) due: Option<String>,
    pub(crate) facets: Vec<Facet>,
}

struct RowVersion {
    network: NetworkId,
    key: String,
    since: i64,
    until: i64,
    shown: Shown,
}

/// The facets of one projection that have had several values, one bit each. Set before the commit
/// that brings the first of them; it is never taken back, which at worst costs a reader a look-up.
#[derive(Clone, Default)]
pub(crate) struct Manifold(Arc<AtomicU64>);

impl Manifold {
    pub(crate) fn has(&self, facet: usize) -> bool {
        self.0.load(Ordering::Acquire) & (1 << facet) != 0
    }

    pub(crate) fn set(&self, facet: usize) {
        self.0.fetch_or(1 << facet, Ordering::Release);
    }
}

/// The statements of one table and the versions that wait for the end of the batch.
pub(crate) struct Lines {
    select: String,
    insert: String,
    end: String,
    many: String,
    last_id: String,
    manifold: Manifold,
    /// The id of the first version of the batch; the others follow.
    first: i64,
    begun: Vec<RowVersion>,
    ended: Vec<(i64, i64)>,
}

impl Lines {
    pub(crate) fn new(fold: &Fold, manifold: Manifold) -> Self {
        let name = fold.table().name;
        let facets = columns(fold.table().facets, "");
        let marks = ", ?".repeat(fold.table().facets.len());
        Self {
            // The last version by the unique index, then whether it still holds: one seek.
            select: format!(
                "SELECT id, body, until FROM {name} WHERE network = ?1 AND key = ?2 \
                 ORDER BY since DESC LIMIT 1"
            ),
            insert: format!(
                "INSERT INTO {name} (id, network, key, since, until, ord, waiting_on, waiting_since, due, \
                 body{facets}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?{marks})"
            ),
            end: format!("UPDATE {name} SET until = ?1 WHERE id = ?2"),
            many: format!(
                "INSERT OR IGNORE INTO {name}__many (facet, network, value, of_row) VALUES (?, ?, ?, ?)"
            ),
            last_id: format!("SELECT coalesce(max(id), 0) FROM {name}"),
            manifold,
            first: 1,
            begun: Vec::new(),
            ended: Vec::new(),
        }
    }

    /// Starts anew after what the file holds.
    pub(crate) fn reload(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        self.begun.clear();
        self.ended.clear();
        self.first = connection.query_row(&self.last_id, [], |row| row.get::<_, i64>(0))? + 1;
        Ok(())
    }

    /// Writes the batch.
    pub(crate) fn flush(&mut self, connection: &Connection) -> rusqlite::Result<()> {
        if !self.ended.is_empty() {
            let mut end = connection.prepare_cached(&self.end)?;
            for (id, until) in self.ended.drain(..) {
                end.execute((until, id))?;
            }
        }
        if self.begun.is_empty() {
            return Ok(());
        }
        let mut insert = connection.prepare_cached(&self.insert)?;
        for (id, version) in (self.first..).zip(&self.begun) {
            put(&mut insert, id, version)?;
            for (nth, facet) in version.shown.facets.iter().enumerate() {
                if let Facet::Many(values) = facet {
                    self.manifold.set(nth);
                    let mut many = connection.prepare_cached(&self.many)?;
                    for value in values {
                        many.execute((small(nth), version.network.as_str(), value, id))?;
                    }
                }
            }
        }
        self.first += small(self.begun.len());
        self.begun.clear();
        Ok(())
    }
}

fn put(insert: &mut CachedStatement<'_>, id: i64, version: &RowVersion) -> rusqlite::Result<usize> {
    fn text(text: &str) -> ToSqlOutput<'_> {
        ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes()))
    }
    let none = || ToSqlOutput::Owned(Value::Null);
    let whole = |number: i64| ToSqlOutput::Owned(Value::Integer(number));
    let shown = &version.shown;
    let (on, since) =
        shown.waiting.as_ref().map_or_else(|| (none(), none()), |(on, at)| (text(on), text(at)));
    let fixed = [
        whole(id),
        text(version.network.as_str()),
        text(&version.key),
        whole(version.since),
        whole(version.until),
        text(&shown.order),
        on,
        since,
        shown.due.as_deref().map_or_else(none, text),
        ToSqlOutput::Borrowed(ValueRef::Blob(&shown.body)),
    ];
    let facets = shown.facets.iter().map(|facet| match facet {
        Facet::One(value) => text(value),
        Facet::None | Facet::Many(_) => none(),
    });
    insert.execute(rusqlite::params_from_iter(fixed.into_iter().chain(facets)))
}

/// One table within the transaction of a batch.
pub(crate) struct Batch<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) lines: &'a mut Lines,
}

impl Batch<'_> {
    /// The current version of a row and the line that holds it.
    pub(crate) fn load(&self, network: &NetworkId, key: &str) -> rusqlite::Result<Option<(i64, Vec<u8>)>> {
        let found = self
            .connection
            .prepare_cached(&self.lines.select)?
            .query_row((network.as_str(), key), |row| Ok((row.get(0)?, row.get(1)?, row.get::<_, i64>(2)?)))
            .optional()?;
        Ok(found.filter(|(_, _, until)| *until == i64::MAX).map(|(id, body, _)| (id, body)))
    }

    /// A new version holds from a position; returns the line that will hold it.
    pub(crate) fn begin(&mut self, network: &NetworkId, key: &str, at: Position, shown: Shown) -> i64 {
        let line = self.lines.first + small(self.lines.begun.len());
        let (network, key) = (network.clone(), key.to_owned());
        self.lines.begun.push(RowVersion { network, key, since: whole(at), until: i64::MAX, shown });
        line
    }

    /// A version holds no longer from a position on.
    pub(crate) fn end(&mut self, line: i64, at: Position) {
        let waiting = usize::try_from(line - self.lines.first).ok();
        match waiting.and_then(|nth| self.lines.begun.get_mut(nth)) {
            Some(version) => version.until = whole(at),
            None => self.lines.ended.push((line, whole(at))),
        }
    }
}

/// A count as SQLite holds it.
pub(crate) fn small(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
