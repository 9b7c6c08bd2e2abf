//! Which lines of which tables a list is made of.
//!
//! What holds now is read in the order of an index of the current versions. What held at an
//! earlier position is read in two parts: the current versions that held already, from the same
//! indexes, and those that have ended since, from the index of ended versions. So looking back
//! costs what has changed since, and a list that only grows costs no more than now.
//!
//! Several values of a facet stand in several stretches of its index; see [`crate::stretches`].

use graph::ports::{PageAsk, RawRow, Table, Trouble};
use kernel::NetworkId;
use rusqlite::types::Value;
use rusqlite::{Connection, Row};

use crate::schema::{CURRENT, column};
use crate::sql::{Sql, count, marks, text};
use crate::stretches::{self, Stretch};
use crate::versions::Manifold;

/// The most rows of one read: a flow may read more than a page, nobody reads a table.
pub(crate) const MOST_ROWS: usize = 10_000;
/// The most values of one filter.
pub(crate) const MOST_VALUES: usize = 1_000;

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
        let Self::At(position) = self else { return vec![self.current()] };
        let position = Value::Integer(position);
        let mut ended = Sql::default();
        ended.and(&format!("until < {CURRENT} AND until > ?"), [position.clone()]);
        ended.and("since <= ?", [position]);
        vec![self.current(), ended]
    }

    /// The conditions of the versions that are current and held then.
    pub(crate) fn current(self) -> Sql {
        let mut current = Sql::default();
        current.and(&format!("until = {CURRENT}"), []);
        if let Self::At(position) = self {
            current.and("since <= ?", [Value::Integer(position)]);
        }
        current
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
            self.conditions(part, network, ask, (sorted_by, None))?;
        }
        Ok(parts)
    }

    /// Adds what an ask says of a line; one of its filters may be left to the caller, by its place.
    pub(crate) fn conditions(
        &self,
        part: &mut Sql,
        network: &NetworkId,
        ask: &PageAsk,
        (sorted_by, left): (&str, Option<usize>),
    ) -> Result<(), Trouble> {
        part.and("network = ?", [text(network.as_str())]);
        for (place, (facet, values)) in ask.filter.iter().enumerate() {
            if left != Some(place) {
                self.among(part, network, facet, values)?;
            }
        }
        if let Some(from) = &ask.from {
            part.and(&format!("{sorted_by} >= ?"), [text(from)]);
        }
        if let Some(until) = &ask.until {
            part.and(&format!("{sorted_by} < ?"), [text(until)]);
        }
        Ok(())
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
        let mut parts = Vec::new();
        for (place, all) in self.matching(network, ask, "ord", when)?.into_iter().enumerate() {
            // The first part is the current versions: only they stand in the order of facets.
            let stretches = if place == 0 { self.stretches(network, ask, when)? } else { None };
            if let Some(stretches) = stretches {
                parts.push(Part::of_stretches(self.table.name, direction, ask, &stretches)?);
                continue;
            }
            let mut page = all.clone();
            direction.beyond_cursors(&mut page, ask);
            parts.push(Part::new(self.table.name, "ord", direction, ask, (all, page))?);
        }
        Ok(parts)
    }
}

/// One part of a list: lines of one table in the order of one column.
pub(crate) struct Part {
    pub(crate) table: &'static str,
    /// What matches on all pages, and what on this one; each with what stands around it.
    all: Sql,
    counting: (String, &'static str),
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
        page.values.push(limit(ask)?);
        let counting = (format!("SELECT count(*) FROM {table} WHERE"), "");
        let before = format!("SELECT {sorted_by}, key, body FROM {table} WHERE");
        let after = format!("ORDER BY {sorted_by} {0}, key {0} LIMIT ?", direction.sql);
        Ok(Self { table, all, counting, page, before, after })
    }

    /// The lines of several stretches, each of which stands in the order of the list: they are merged as
    /// they are read, and the bodies of one page only are looked up.
    fn of_stretches(
        table: &'static str,
        direction: Direction,
        ask: &PageAsk,
        stretches: &[Stretch],
    ) -> Result<Self, Trouble> {
        let all = stretches::joined(stretches.iter().map(|stretch| stretch.lines(|_| ())));
        let pages = stretches.iter().map(|stretch| stretch.lines(|line| direction.beyond_cursors(line, ask)));
        let mut page = stretches::joined(pages);
        page.values.push(limit(ask)?);
        let counting = ("SELECT count(*) FROM (".to_owned(), ")");
        let before = "SELECT found.ord, found.key, body FROM (".to_owned();
        let after = format!(
            "ORDER BY 1 {0}, 2 {0}, 3 {0} LIMIT ?) AS found CROSS JOIN {table} USING (id) \
             ORDER BY found.ord {0}, found.key {0}",
            direction.sql
        );
        Ok(Self { table, all, counting, page, before, after })
    }

    /// The lines of the page.
    pub(crate) fn read(&self, connection: &Connection) -> rusqlite::Result<Vec<RawRow>> {
        self.page.read(connection, (&self.before, &self.after), raw)
    }

    /// How many lines match on all pages.
    pub(crate) fn count(&self, connection: &Connection) -> rusqlite::Result<u64> {
        let (before, after) = &self.counting;
        let counted = self.all.read(connection, (before, after), |row| row.get::<_, i64>(0))?;
        Ok(counted.first().and_then(|count| u64::try_from(*count).ok()).unwrap_or(0))
    }
}

/// One more than the page, to see whether there are more.
fn limit(ask: &PageAsk) -> Result<Value, Trouble> {
    if ask.limit > MOST_ROWS {
        return Err(Trouble::BadAsk(format!("a page has at most {MOST_ROWS} rows")));
    }
    Ok(count(ask.limit + 1))
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

    /// Adds that a line lies beyond the cursors of an ask.
    fn beyond_cursors(self, line: &mut Sql, ask: &PageAsk) {
        for (cursor, beyond) in self.cursors(ask) {
            line.and(&format!("(ord, key) {beyond} (?, ?)"), [text(&cursor.0), text(&cursor.1)]);
        }
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
        let filter = filter.iter().map(|facet| (*facet, vec!["c".to_owned()])).collect();
        plans_of(filter, &Manifold::default(), newest_first, when)
    }

    fn plans_of(
        filter: Vec<(&'static str, Vec<String>)>,
        manifold: &Manifold,
        newest_first: bool,
        when: When,
    ) -> Vec<String> {
        let connection = Connection::open_in_memory().unwrap();
        schema::create_table(&connection, TABLE).unwrap();
        schema::index_table(&connection, TABLE).unwrap();
        let source = Source { table: TABLE, manifold: manifold.clone() };
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

    fn values(facet: &'static str, count: usize) -> (&'static str, Vec<String>) {
        (facet, (0..count).map(|value| value.to_string()).collect())
    }

    #[test]
    fn several_values_are_merged_from_their_stretches_of_the_index() {
        for newest_first in [false, true] {
            let two = plans_of(vec![values("case", 2)], &Manifold::default(), newest_first, When::Now);
            let stretch = "SEARCH toy USING COVERING INDEX toy__f_case (network=? AND f_case=? AND (ord,key)";
            assert_eq!(two[0].matches(stretch).count(), 2, "{two:?}");
            assert!(two[0].contains("MERGE (UNION)") && !two[0].contains("toy__list"), "{two:?}");
        }
    }

    #[test]
    fn a_facet_of_several_values_is_looked_up_not_searched_for() {
        let manifold = Manifold::default();
        manifold.set(0);
        for filter in [vec![values("case", 1)], vec![values("case", 3), values("state", 2)]] {
            let plans = plans_of(filter, &manifold, false, When::Now);
            let many = "SEARCH toy__many USING PRIMARY KEY (facet=? AND network=? AND value=?)";
            assert!(plans[0].contains(many) && !plans[0].contains("toy__list"), "{plans:?}");
        }
    }

    #[test]
    fn very_many_values_are_one_stretch_that_is_sorted() {
        let plans = plans_of(vec![values("case", 900)], &Manifold::default(), false, When::Now);
        assert!(plans[0].contains("SEARCH toy USING COVERING INDEX toy__f_case"), "{plans:?}");
        assert!(!plans[0].contains("MERGE"), "{plans:?}");
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
