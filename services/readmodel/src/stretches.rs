//! A list by several values of a facet: one stretch of the facet's index for each value, and one of the
//! table of further values. Each is in the order of the list, so a page is merged from their beginnings.
//!
//! Asked for `IN (...)` or for one of two conditions in the order of the list, SQLite would walk through the
//! whole list instead, and look at every line of a network for the twenty of one path.

use graph::ports::{PageAsk, Trouble};
use kernel::NetworkId;

use crate::schema::column;
use crate::select::{MOST_VALUES, Source, When};
use crate::sql::{Sql, count, marks, text};

/// The most values that are merged; more are gathered and sorted.
const MOST_MERGED: usize = 64;

/// Lines of one table, found by one value of a facet or by all.
pub(crate) struct Stretch {
    /// `SELECT ord, key, id FROM ... WHERE`, with what it binds.
    from: Sql,
    line: Sql,
}

impl Stretch {
    /// Its lines, of which more may be asked.
    pub(crate) fn lines(&self, more: impl Fn(&mut Sql)) -> Sql {
        let mut line = self.line.clone();
        more(&mut line);
        let text = format!("{} {}", self.from.text, line.text);
        Sql { text, values: self.from.values.iter().cloned().chain(line.values).collect() }
    }
}

/// Lines of several stretches, each once.
pub(crate) fn joined(stretches: impl Iterator<Item = Sql>) -> Sql {
    let mut joined = Sql::default();
    for stretch in stretches {
        if !joined.text.is_empty() {
            joined.text += " UNION ";
        }
        joined.text += &stretch.text;
        joined.values.extend(stretch.values);
    }
    joined
}

impl Source {
    /// The stretches of the current versions that match an ask; none where one index has them in order:
    /// without a filter, or where one filter has one value in one column.
    pub(crate) fn stretches(
        &self,
        network: &NetworkId,
        ask: &PageAsk,
        when: When,
    ) -> Result<Option<Vec<Stretch>>, Trouble> {
        let mut leading = None;
        for (nth, (facet, values)) in ask.filter.iter().enumerate() {
            let place = self.facet(facet)?;
            match values.len() {
                0 => {}
                1 if !self.manifold.has(place) => return Ok(None),
                _ => leading = leading.or(Some((nth, place))),
            }
        }
        let Some((nth, place)) = leading else { return Ok(None) };
        let (facet, values) = &ask.filter[nth];
        if values.len() > MOST_VALUES {
            return Err(Trouble::BadAsk(format!("{facet}: at most {MOST_VALUES} values")));
        }
        let mut line = when.current();
        self.conditions(&mut line, network, ask, ("ord", Some(nth)))?;
        let (name, column) = (self.table.name, column(facet));
        let merged = if values.len() > MOST_MERGED { values.len() } else { 1 };
        let mut stretches = Vec::new();
        for values in values.chunks(merged) {
            let from = format!("SELECT ord, key, id FROM {name} INDEXED BY {name}__{column} WHERE");
            let mut line = line.clone();
            line.and(&format!("{column} {}", marks(values.len())), values.iter().map(|value| text(value)));
            stretches.push(Stretch { from: Sql { text: from, values: Vec::new() }, line });
        }
        if self.manifold.has(place) {
            let many = self.many(&format!("value {}", marks(values.len())));
            let values = [count(place), text(network.as_str())]
                .into_iter()
                .chain(values.iter().map(|value| text(value)))
                .collect();
            let rows = many.replacen("SELECT of_row", "SELECT DISTINCT of_row", 1);
            let from = format!("SELECT ord, key, id FROM ({rows}) CROSS JOIN {name} ON id = of_row WHERE");
            stretches.push(Stretch { from: Sql { text: from, values }, line });
        }
        Ok(Some(stretches))
    }
}
