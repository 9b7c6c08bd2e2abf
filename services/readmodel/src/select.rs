//! Which lines of which tables a list is made of.
//!
//! What holds now is read in the order of an index of the current versions. What held at an
//! earlier position is read in two parts: the current versions that held already, from the same
//! indexes, and those that have ended since, from the index of ended versions. So looking back
//! costs what has changed since, and a list that only grows costs no more than now.

use graph::ports::{PageAsk, RawRow, Table, Trouble};
use kernel::NetworkId;
use rusqlite::types::Value;
use rusqlite::{Connection, Row};

use crate::schema::{CURRENT, column};
use crate::sql::{Sql, count, marks, text};
use crate::versions::Manifold;

/// The most rows of one read: a flow may read more than a page, nobody reads a table.
pub(crate) const MOST_ROWS: usize = 10_000;
/// The most values of one filter.
const MOST_VALUES: usize = 1_000;

/// As of when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    /// The rows that hold now.
    Now,
    /// The rows that held at a position.
    At(i64),
}

impl When {
    /// The conditions of the parts in which the versions of then are found.
    fn parts(self) -> Vec<Sql> {
        let mut current = Sql::default();
        current.and(&format!("until = {CURRENT}"), []);
        let Self::At(position) = self else { return vec![current] };
        let position = Value::Integer(position);
        let mut ended = Sql::default();
        ended.and(&format!("until < {CURRENT} AND until > ?"), [position.clone()]);
        current.and("since <= ?", [position.clone()]);
        ended.and("since <= ?", [position]);
        vec![current, ended]
    }
}

/// A table with what is known of its facets.
#[derive(Clone)]
pub(crate) struct Source {
    pub(crate) table: Table,
    pub(crate) manifold: Manifold,
}

impl Source {
    /// The place of a facet.
    pub(crate) fn facet(&self, name: &str) -> Result<usize, Trouble> {
        let table = self.table.name;
        let place = self.table.facets.iter().position(|facet| *facet == name);
        place.ok_or_else(|| Trouble::BadAsk(format!("{name} is not a facet of {table}")))
    }

    /// The lines of a network that held then and match an ask, in one or two parts without overlap.
    pub(crate) fn matching(
        &self,
        network: &NetworkId,
        ask: &PageAsk,
        sorted_by: &str,
        when: When,
    ) -> Result<Vec<Sql>, Trouble> {
        let mut parts = when.parts();
        for part in &mut parts {
            part.and("network = ?", [text(network.as_str())]);
            for (facet, values) in &ask.filter {
                self.among(part, network, facet, values)?;
            }
            if let Some(from) = &ask.from {
                part.and(&format!("{sorted_by} >= ?"), [text(from)]);
            }
            if let Some(until) = &ask.until {
                part.and(&format!("{sorted_by} < ?"), [text(until)]);
            }
        }
        Ok(parts)
    }

    fn among(
        &self,
        part: &mut Sql,
        network: &NetworkId,
        facet: &str,
        values: &[String],
    ) -> Result<(), Trouble> {
        let place = self.facet(facet)?;
        if values.is_empty() {
            // By the contract of a filter, a facet without values is not filtered.
            return Ok(());
        }
        if values.len() > MOST_VALUES {
            return Err(Trouble::BadAsk(format!("{facet}: at most {MOST_VALUES} values")));
        }
        let (column, wanted) = (column(facet), marks(values.len()));
        let bound = values.iter().map(|value| text(value));
        if !self.manifold.has(place) {
            part.and(&format!("{column} {wanted}"), bound);
            return Ok(());
        }
        let many = self.many(&format!("value {wanted}"));
        let of_network = [count(place), text(network.as_str())];
        part.and(
            &format!("({column} {wanted} OR id IN ({many}))"),
            bound.clone().chain(of_network).chain(bound),
        );
        Ok(())
    }

    /// The lines that have several values of a facet; binds the facet's place and the network.
    pub(crate) fn many(&self, condition: &str) -> String {
        let table = self.table.name;
        format!("SELECT of_row FROM {table}__many WHERE facet = ? AND network = ? AND {condition}")
    }

    /// What a page of the list is read from.
    pub(crate) fn page(&self, network: &NetworkId, ask: &PageAsk, when: When) -> Result<Vec<Part>, Trouble> {
        let direction = Direction::of(ask);
        let part = |all: Sql| {
            let mut page = all.clone();
            for (cursor, beyond) in direction.cursors(ask) {
                page.and(&format!("(ord, key) {beyond} (?, ?)"), [text(&cursor.0), text(&cursor.1)]);
            }
            Part::new(self.table.name, "ord", direction, ask, (all, page))
        };
        self.matching(network, ask, "ord", when)?.into_iter().map(part).collect()
    }
}

/// One part of a list: lines of one table in the order of one column.
pub(crate) struct Part {
    pub(crate) table: &'static str,
    /// What matches on all pages, and what on this one.
    all: Sql,
    pub(crate) page: Sql,
    pub(crate) before: String,
    pub(crate) after: String,
}

impl Part {
    pub(crate) fn new(
        table: &'static str,
        sorted_by: &str,
        direction: Direction,
        ask: &PageAsk,
        (all, mut page): (Sql, Sql),
    ) -> Result<Self, Trouble> {
        if ask.limit > MOST_ROWS {
            return Err(Trouble::BadAsk(format!("a page has at most {MOST_ROWS} rows")));
        }
        // One more than the page, to see whether there are more.
        page.values.push(count(ask.limit + 1));
        let before = format!("SELECT {sorted_by}, key, body FROM {table} WHERE");
        let after = format!("ORDER BY {sorted_by} {0}, key {0} LIMIT ?", direction.sql);
        Ok(Self { table, all, page, before, after })
    }

    /// The lines of the page.
    pub(crate) fn read(&self, connection: &Connection) -> rusqlite::Result<Vec<RawRow>> {
        self.page.read(connection, (&self.before, &self.after), raw)
    }

    /// How many lines match on all pages.
    pub(crate) fn count(&self, connection: &Connection) -> rusqlite::Result<u64> {
        self.all.count(connection, self.table)
    }
}

/// A line of order, key and body.
pub(crate) fn raw(row: &Row<'_>) -> rusqlite::Result<RawRow> {
    Ok(RawRow { order: row.get(0)?, key: row.get(1)?, body: row.get(2)? })
}

/// The direction of a read: a page from the end is read backwards and turned round.
#[derive(Clone, Copy)]
pub(crate) struct Direction {
    /// `ASC` or `DESC`.
    sql: &'static str,
    /// What lies after the first cursor of an ask, and before its second.
    beyond: (&'static str, &'static str),
}

impl Direction {
    pub(crate) fn of(ask: &PageAsk) -> Self {
        let sql = if ask.newest_first == ask.backwards { "ASC" } else { "DESC" };
        Self { sql, beyond: if ask.newest_first { ("<", ">") } else { (">", "<") } }
    }

    /// The cursors of an ask with what lies beyond them.
    pub(crate) fn cursors(self, ask: &PageAsk) -> impl Iterator<Item = (&(String, String), &'static str)> {
        [(ask.after.as_ref(), self.beyond.0), (ask.before.as_ref(), self.beyond.1)]
            .into_iter()
            .filter_map(|(cursor, beyond)| Some((cursor?, beyond)))
    }

    /// One page out of the pages of all parts, in the order of the list; and whether there is more.
    pub(crate) fn merge<Row>(
        self,
        mut parts: Vec<Vec<Row>>,
        ask: &PageAsk,
        line: impl Fn(&Row) -> &RawRow,
    ) -> (Vec<Row>, bool) {
        let mut rows = parts.pop().unwrap_or_default();
        if !parts.is_empty() {
            rows.extend(parts.into_iter().flatten());
            let place = |row: &RawRow| (row.order.clone(), row.key.clone());
            rows.sort_by_cached_key(|row| place(line(row)));
            if self.sql == "DESC" {
                rows.reverse();
            }
        }
        let more = rows.len() > ask.limit;
        rows.truncate(ask.limit);
        if ask.backwards {
            rows.reverse();
        }
        (rows, more)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    const TABLE: Table = Table { name: "toy", facets: &["case", "state"] };

    /// What SQLite says it will do for each part of a page.
    fn plans(filter: &[&'static str], newest_first: bool, when: When) -> Vec<String> {
        let connection = Connection::open_in_memory().unwrap();
        schema::create_table(&connection, TABLE).unwrap();
        schema::index_table(&connection, TABLE).unwrap();
        let source = Source { table: TABLE, manifold: Manifold::default() };
        let filter = filter.iter().map(|facet| (*facet, vec!["c".to_owned()])).collect();
        let after = Some(("o".to_owned(), "k".to_owned()));
        let ask = PageAsk { filter, newest_first, after, limit: 20, ..PageAsk::default() };
        let parts = source.page(&"brussels".parse().unwrap(), &ask, when).unwrap();
        let plan = |part: &Part| {
            let before = format!("EXPLAIN QUERY PLAN {}", part.before);
            let steps = part.page.read(&connection, (&before, &part.after), |row| row.get::<_, String>(3));
            steps.unwrap().join("; ")
        };
        parts.iter().map(plan).collect()
    }

    #[test]
    fn a_page_is_read_in_the_order_of_an_index() {
        for newest_first in [false, true] {
            let list = plans(&[], newest_first, When::Now);
            assert!(
                list[0].starts_with("SEARCH toy USING INDEX toy__list (network=? AND (ord,key)"),
                "{list:?}"
            );
            let case = plans(&["case"], newest_first, When::Now);
            assert!(
                case[0].starts_with("SEARCH toy USING INDEX toy__f_case (network=? AND f_case=?"),
                "{case:?}"
            );
            for plan in [list, case] {
                assert!(plan.len() == 1 && !plan[0].contains("TEMP B-TREE"), "{plan:?}");
            }
        }
    }

    #[test]
    fn looking_back_costs_what_has_changed_since() {
        let plans = plans(&["case"], false, When::At(7));
        let [current, ended] = &plans[..] else { panic!("{plans:?}") };
        assert!(
            current.starts_with("SEARCH toy USING INDEX toy__f_case (network=? AND f_case=?"),
            "{current}"
        );
        assert!(!current.contains("TEMP B-TREE"), "{current}");
        assert!(
            ended.starts_with("SEARCH toy USING INDEX toy__ended (network=? AND until>? AND until<?)"),
            "{ended}"
        );
    }
}
