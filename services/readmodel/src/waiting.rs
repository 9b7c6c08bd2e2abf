//! Who must move: the inbox of people, and the deadlines that the platform itself looks after.

use chrono::{DateTime, Utc};
use graph::ports::{Known, PageAsk, RawRow, Table, Trouble};
use kernel::NetworkId;
use kernel::projection::sortable;
use rusqlite::Connection;

use crate::error::{Error, While};
use crate::model::ReadModel;
use crate::rows::{Reading, source};
use crate::schema::CURRENT;
use crate::select::{Direction, MOST_ROWS, Part};
use crate::sql::{Sql, marks, text};
use crate::versions::small;

/// A page of the inbox: table and row, whether there is more, and how many there are.
pub(crate) type Inbox = (Vec<(&'static str, RawRow)>, bool, u64);

impl Reading {
    /// Reads a page of every table and merges them: each is sorted by its own index, and no more
    /// of it is read than the page can hold.
    pub(crate) async fn inbox(
        &self,
        tables: &[Table],
        network: &NetworkId,
        on: &[String],
        ask: PageAsk,
        known: Known,
    ) -> Result<Inbox, Trouble> {
        let (generation, when) = self.settle(known).await?;
        known_facets(tables, &ask)?;
        let mut parts = Vec::new();
        for table in tables.iter().filter(|table| has_facets(**table, &ask)) {
            let source = source(&generation, *table)?;
            for mut all in source.matching(network, &ask, "waiting_since", when)? {
                if on.is_empty() {
                    all.and("waiting_on IS NOT NULL", []);
                } else {
                    let parties = format!("waiting_on {}", marks(on.len()));
                    all.and(&parties, on.iter().map(|party| text(party)));
                }
                parts.push(part(source.table.name, all, &ask)?);
            }
        }
        self.read(&generation, move |connection| {
            let (mut pages, mut total) = (vec![Vec::new()], 0);
            for part in &parts {
                let name = part.table;
                let page = part.read(connection)?.into_iter();
                pages
                    .push(page.map(|row| (name, RawRow { order: place(&row.order, name), ..row })).collect());
                if ask.total {
                    total += part.count(connection)?;
                }
            }
            let (rows, more) = Direction::of(&ask).merge(pages, &ask, |(_, row)| row);
            Ok((rows, more, total))
        })
        .await
    }
}

/// Where a row stands in the inbox: since when, then its table, so that two rows of two tables
/// with the same key have two cursors.
fn place(since: &str, table: &str) -> String {
    format!("{since} {table}")
}

/// The waiting lines of a table, beyond the cursors.
fn part(table: &'static str, all: Sql, ask: &PageAsk) -> Result<Part, Trouble> {
    let (direction, mut page) = (Direction::of(ask), all.clone());
    for ((order, key), beyond) in direction.cursors(ask) {
        let (since, of) = order
            .split_once(' ')
            .ok_or_else(|| Trouble::BadAsk("not a cursor of this list; read it from its start".to_owned()))?;
        let condition = format!("(waiting_since, ?, key) {beyond} (?, ?, ?)");
        page.and(&condition, [text(table), text(since), text(of), text(key)]);
    }
    Part::new(table, "waiting_since", direction, ask, (all, page))
}

/// A table without a facet has no row that matches it; a facet that no table has is a mistake.
fn known_facets(tables: &[Table], ask: &PageAsk) -> Result<(), Trouble> {
    for (facet, _) in &ask.filter {
        if !tables.iter().any(|table| table.facets.contains(facet)) {
            return Err(Trouble::BadAsk(format!("{facet} is not a facet of this list")));
        }
    }
    Ok(())
}

fn has_facets(table: Table, ask: &PageAsk) -> bool {
    ask.filter.iter().all(|(facet, values)| values.is_empty() || table.facets.contains(facet))
}

/// A row whose deadline has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueRow {
    /// Its table.
    pub table: &'static str,
    /// Its network.
    pub network: NetworkId,
    /// Its key.
    pub key: String,
    /// Since when it is due, sortable.
    pub due: String,
    /// Its JSON.
    pub body: Vec<u8>,
}

impl ReadModel {
    /// The current rows of all networks that are due, oldest first.
    ///
    /// # Errors
    /// When the read model cannot be read.
    pub async fn due(
        &self,
        tables: &[Table],
        now: DateTime<Utc>,
        limit: usize,
    ) -> Result<Vec<DueRow>, Error> {
        let (tables, now, most) = (tables.to_vec(), sortable(now), limit.min(MOST_ROWS));
        let find = move |connection: &Connection| {
            let mut due = Vec::new();
            for table in tables {
                let sql = format!(
                    "SELECT network, key, due, body FROM {} WHERE until = {CURRENT} AND due <= ?1 \
                     ORDER BY due LIMIT ?2",
                    table.name
                );
                let mut select = connection.prepare_cached(&sql)?;
                let rows = select.query_map((&now, small(most)), |row| {
                    let network = crate::parked::network(&row.get::<_, String>(0)?)?;
                    let (key, due, body) = (row.get(1)?, row.get(2)?, row.get(3)?);
                    Ok(DueRow { table: table.name, network, key, due, body })
                })?;
                due.extend(rows.collect::<rusqlite::Result<Vec<_>>>()?);
            }
            due.sort_by(|one, two| (&one.due, one.table, &one.key).cmp(&(&two.due, two.table, &two.key)));
            due.truncate(most);
            Ok(due)
        };
        let read = |reader: &mut crate::generations::Reader| find(&reader.connection);
        self.live()?.readers.call(read).await?.during("reading what is due")
    }
}
