//! The query side: rows, pages and counts, now or as of any position.

use std::collections::BTreeMap;
use std::sync::Arc;

use async_trait::async_trait;
use graph::ports::{AsOfPoint, Known, PageAsk, RawPage, RawRow, Rows, Table, Trouble};
use journal::Journal;
use kernel::{NetworkId, Position};
use rusqlite::{Connection, OptionalExtension, Row};

use crate::error::{Error, While};
use crate::generations::Generation;
use crate::model::ReadModel;
use crate::schema::{column, whole};
use crate::select::{Direction, MOST_ROWS, Source, When, raw};
use crate::sql::{Sql, count, text};

/// The most values a facet is counted by: the most frequent ones.
const MOST_COUNTS: usize = 1_000;

/// The rows of a read model; instants are looked up in the journal.
pub struct Reading {
    model: ReadModel,
    journal: Arc<dyn Journal>,
}

impl ReadModel {
    /// The face that queries read through.
    pub fn reading(&self, journal: Arc<dyn Journal>) -> Reading {
        Reading { model: self.clone(), journal }
    }
}

impl Reading {
    /// Waits for the position a read needs, and says as of when it reads.
    pub(crate) async fn settle(&self, known: Known) -> Result<(Arc<Generation>, When), Trouble> {
        let as_of = match known.as_of {
            None => None,
            Some(AsOfPoint::Position(position)) => Some(position),
            Some(AsOfPoint::Instant(instant)) => {
                Some(self.journal.position_at(instant).await.map_err(Error::Journal)?)
            }
        };
        // A read as of a position waits for it as well: its answer must never change later.
        if let Some(needed) = as_of.max(known.at_least) {
            let mut reached = self.model.inner.reached.subscribe();
            let patience = self.model.inner.settings.patience;
            let wait = tokio::time::timeout(patience, reached.wait_for(|reached| *reached >= needed));
            if !matches!(wait.await, Ok(Ok(_))) {
                return Err(Trouble::NotYet(needed));
            }
        }
        Ok((self.model.live()?, as_of.map_or(When::Now, |position| When::At(whole(position)))))
    }

    /// Runs a read in one snapshot on a reader of a generation.
    pub(crate) async fn read<T: Send + 'static>(
        &self,
        generation: &Generation,
        read: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, Trouble> {
        let answer = generation.readers.call(move |reader| {
            let snapshot = reader.connection.unchecked_transaction()?;
            read(&snapshot)
        });
        Ok(answer.await?.during("reading rows")?)
    }
}

/// A table of a generation.
pub(crate) fn source(generation: &Generation, table: Table) -> Result<Source, Trouble> {
    let (table, manifold) = generation
        .table(table)
        .cloned()
        .ok_or_else(|| Trouble::Fault(format!("{} is not one of the read models", table.name)))?;
    Ok(Source { table, manifold })
}

#[async_trait]
impl Rows for Reading {
    async fn rows(
        &self,
        table: Table,
        network: &NetworkId,
        keys: &[String],
        known: Known,
    ) -> Result<Vec<RawRow>, Trouble> {
        if keys.len() > MOST_ROWS {
            return Err(Trouble::BadAsk(format!("at most {MOST_ROWS} keys at once")));
        }
        let (generation, when) = self.settle(known).await?;
        // The last version until then, and only if it still held: one seek in the unique index.
        let sql = format!(
            "SELECT ord, key, body FROM (SELECT ord, key, until, body FROM {} WHERE network = ?1 \
             AND key = ?2 AND since <= ?3 ORDER BY since DESC LIMIT 1) WHERE until > ?3",
            source(&generation, table)?.table.name
        );
        let at = match when {
            When::Now => i64::MAX - 1,
            When::At(position) => position,
        };
        let (network, keys) = (network.clone(), keys.to_vec());
        self.read(&generation, move |connection| {
            let mut select = connection.prepare_cached(&sql)?;
            let find = |key| select.query_row((network.as_str(), key, at), raw).optional().transpose();
            keys.iter().filter_map(find).collect()
        })
        .await
    }

    async fn page(
        &self,
        table: Table,
        network: &NetworkId,
        ask: PageAsk,
        known: Known,
    ) -> Result<RawPage, Trouble> {
        let (generation, when) = self.settle(known).await?;
        let parts = source(&generation, table)?.page(network, &ask, when)?;
        self.read(&generation, move |connection| {
            let pages = parts.iter().map(|part| part.read(connection)).collect::<rusqlite::Result<_>>()?;
            let (rows, more) = Direction::of(&ask).merge(pages, &ask, |row| row);
            let mut total = 0;
            // A list that fits on its first page is counted already.
            if !more && ask.after.is_none() && ask.before.is_none() {
                total = rows.len() as u64;
            } else if ask.total {
                for part in &parts {
                    total += part.count(connection)?;
                }
            }
            Ok(RawPage { rows, more, total: if ask.total { total } else { 0 } })
        })
        .await
    }

    async fn counts(
        &self,
        table: Table,
        network: &NetworkId,
        by: &'static str,
        ask: PageAsk,
        known: Known,
    ) -> Result<Vec<(String, u64)>, Trouble> {
        let (generation, when) = self.settle(known).await?;
        let source = source(&generation, table)?;
        let place = source.facet(by)?;
        let parts = source.matching(network, &ask, "ord", when)?;
        let network = network.clone();
        self.read(&generation, move |connection| {
            let mut counted = BTreeMap::new();
            for part in parts {
                count_by(connection, &source, (by, place), &network, part, &mut counted)?;
            }
            let mut counts: Vec<(String, u64)> = counted.into_iter().collect();
            // The map is in the order of values; among equal counts it stays so.
            counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
            counts.truncate(MOST_COUNTS);
            Ok(counts)
        })
        .await
    }

    async fn waiting(
        &self,
        tables: &[Table],
        network: &NetworkId,
        on: &[String],
        ask: PageAsk,
        known: Known,
    ) -> Result<(Vec<(&'static str, RawRow)>, bool, u64), Trouble> {
        self.inbox(tables, network, on, ask, known).await
    }

    async fn position(&self) -> Position {
        *self.model.inner.reached.borrow()
    }

    /// Waits as long as it takes until they stand beyond the position.
    async fn passed(&self, position: Position) -> Position {
        let mut reached = self.model.inner.reached.subscribe();
        // The sender lives in the model that we hold: this cannot fail.
        reached.wait_for(|reached| *reached > position).await.map_or(position, |reached| *reached)
    }

    async fn moved(&self, network: &NetworkId, position: Position) -> Position {
        let mut moved = self.model.inner.moved(network);
        // As above; the lists may have gone on with others' events meanwhile.
        let _ = moved.wait_for(|moved| *moved > position).await;
        self.position().await
    }
}

/// Counts lines by their one value, and once for each of several; lines without any count as "".
fn count_by(
    connection: &Connection,
    source: &Source,
    (by, place): (&str, usize),
    network: &NetworkId,
    lines: Sql,
    counts: &mut BTreeMap<String, u64>,
) -> rusqlite::Result<()> {
    let (name, column) = (source.table.name, column(by));
    let mut add = |counted: Vec<(String, i64)>| {
        for (value, count) in counted {
            *counts.entry(value).or_insert(0) += u64::try_from(count).unwrap_or(0);
        }
    };
    let line = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?));
    let facet = [count(place), text(network.as_str())];
    let mut ones = lines.clone();
    if source.manifold.has(place) {
        let none = format!("({column} IS NOT NULL OR id NOT IN ({}))", source.many("TRUE"));
        ones.and(&none, facet.clone());

        let mut many = Sql::default();
        many.and("facet = ? AND network = ?", facet);
        let ids = format!("of_row IN (SELECT id FROM {name} WHERE {})", lines.text);
        many.and(&ids, lines.values);
        let before = format!("SELECT value, count(*) FROM {name}__many WHERE");
        add(many.read(connection, (&before, "GROUP BY value"), line)?);
    }
    let before = format!("SELECT coalesce({column}, '') AS value, count(*) FROM {name} WHERE");
    add(ones.read(connection, (&before, "GROUP BY 1"), line)?);
    Ok(())
}
