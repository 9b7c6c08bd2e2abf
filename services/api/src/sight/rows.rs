//! The read models as one caller sees them.

use ::access::policy::{Class, Kind, Relation, Rights};
use async_trait::async_trait;
use graph::ports::{Known, PageAsk, RawPage, RawRow, Rows, Table, Trouble};
use kernel::{NetworkId, Position};
use serde_json::Value;

use super::words::Looking;
use super::{Sight, facet};

/// What a list of the caller is kept to.
enum Kept {
    /// Nothing: every row is open.
    Whole,
    /// One facet and its values.
    To(&'static str, Vec<String>),
    /// No row is the caller's.
    Empty,
}

impl Sight {
    fn kind(&self, table: Table) -> Option<(usize, &Kind, Rights)> {
        let classes = self.decisions.classes();
        let place = classes.rows_of(table.name)?;
        Some((place, classes.kinds().get(place)?, self.decisions.rights(self.caller.role, place)))
    }

    /// Whether every row of a kind is open in some class.
    fn all_open(&self, rights: Rights, class: Class) -> bool {
        self.possible(rights).all(|relation| rights.may_see(class, relation))
    }

    /// Rows as the caller sees them, in their order.
    async fn seen(&self, table: Table, rows: Vec<RawRow>) -> Result<Vec<RawRow>, Trouble> {
        let Some((place, kind, rights)) = self.kind(table) else { return Ok(Vec::new()) };
        if kind.area == "story" {
            return Ok(rows.into_iter().filter(|row| self.tells(&row.body)).collect());
        }
        let (open, words) = (self.all_open(rights, kind.open), self.may_withhold(place, rights));
        if open && !words {
            return Ok(rows);
        }
        let mut seen = Vec::with_capacity(rows.len());
        for mut row in rows {
            if open && !holds_sealed(&row.body) {
                seen.push(row);
                continue;
            }
            let mut body: Value = serde_json::from_slice(&row.body)
                .map_err(|error| Trouble::Fault(format!("a row cannot be read: {error}")))?;
            let relation = self.relation(kind, &body).await?;
            if !rights.may_see(kind.open, relation) {
                continue;
            }
            let looking = Looking { kind: place, rights, relation, key: &row.key };
            if words && self.withhold(&looking, &mut body).await? {
                row.body = serde_json::to_vec(&body)
                    .map_err(|error| Trouble::Fault(format!("a row cannot be written: {error}")))?;
            }
            seen.push(row);
        }
        Ok(seen)
    }

    /// Whether an entry of a story is about something the caller may know of. Entries hold codes and
    /// counts only, so the kind of their object decides.
    fn tells(&self, body: &[u8]) -> bool {
        let Some(kind) = object_kind(body) else { return false };
        let classes = self.decisions.classes();
        let Some(place) = classes.kind(kind) else { return false };
        let open = classes.kinds().get(place).map(|kind| kind.open);
        let rights = self.decisions.rights(self.caller.role, place);
        open.is_some_and(|open| rights.may_see(open, Relation::Network))
    }

    /// What keeps a list to the rows that are open in a class.
    async fn kept(&self, table: Table, class: impl Fn(&Kind) -> Class) -> Result<Kept, Trouble> {
        let Some((_, kind, rights)) = self.kind(table) else { return Ok(Kept::Empty) };
        let class = class(kind);
        if self.all_open(rights, class) {
            return Ok(Kept::Whole);
        }
        let scope = &self.caller.scope;
        for relation in self.possible(rights).filter(|relation| rights.may_see(class, *relation)) {
            let Some(name) = facet(kind, relation) else { continue };
            let Some(name) = table.facets.iter().find(|known| **known == name) else { continue };
            let values: Vec<String> = match relation {
                Relation::Own if kind.facets.contains_key("account") => vec![self.caller.actor.to_string()],
                Relation::Own => self.members().await?,
                Relation::Partner => scope.partner.iter().map(ToString::to_string).collect(),
                _ if scope.sites.is_empty() => return Ok(Kept::Whole),
                _ => scope.sites.iter().map(ToString::to_string).collect(),
            };
            if !values.is_empty() {
                return Ok(Kept::To(name, values));
            }
        }
        // The story of an object is kept to what may be told of it row by row.
        Ok(if kind.area == "story" && rights.may_see(class, Relation::Network) {
            Kept::Whole
        } else {
            Kept::Empty
        })
    }
}

/// Whether a row may hold sealed words at all. It is looked for in the bytes: reading a whole row to find
/// that there is nothing to withhold cost more than all the rest of a list. Rows are written by `serde_json`,
/// which never writes a letter of a name in another way.
fn holds_sealed(body: &[u8]) -> bool {
    memchr::memmem::find(body, br#""bytes":"#).is_some()
}

/// The kind of the object an entry is about, read where `path` writes it.
fn object_kind(body: &[u8]) -> Option<&str> {
    const BEFORE: &[u8] = br#""object":{"kind":""#;
    let start = memchr::memmem::find(body, BEFORE)? + BEFORE.len();
    let rest = body.get(start..)?;
    let end = rest.iter().position(|byte| *byte == b'"')?;
    std::str::from_utf8(rest.get(..end)?).ok()
}

#[async_trait]
impl Rows for Sight {
    async fn rows(
        &self,
        table: Table,
        network: &NetworkId,
        keys: &[String],
        known: Known,
    ) -> Result<Vec<RawRow>, Trouble> {
        let rows = self.inner.rows(table, network, keys, known).await?;
        self.seen(table, rows).await
    }

    async fn page(
        &self,
        table: Table,
        network: &NetworkId,
        mut ask: PageAsk,
        known: Known,
    ) -> Result<RawPage, Trouble> {
        match self.kept(table, |kind| kind.open).await? {
            Kept::Whole => {}
            Kept::To(facet, values) => ask.filter.push((facet, values)),
            Kept::Empty => return Ok(RawPage::default()),
        }
        let mut page = self.inner.page(table, network, ask, known).await?;
        page.rows = self.seen(table, page.rows).await?;
        Ok(page)
    }

    async fn counts(
        &self,
        table: Table,
        network: &NetworkId,
        by: &'static str,
        mut ask: PageAsk,
        known: Known,
    ) -> Result<Vec<(String, u64)>, Trouble> {
        let counted = |kind: &Kind| if kind.open == Class::Public { Class::Public } else { Class::Count };
        match self.kept(table, counted).await? {
            Kept::Whole => {}
            Kept::To(facet, values) => ask.filter.push((facet, values)),
            Kept::Empty => return Ok(Vec::new()),
        }
        self.inner.counts(table, network, by, ask, known).await
    }

    async fn waiting(
        &self,
        tables: &[Table],
        network: &NetworkId,
        on: &[String],
        ask: PageAsk,
        known: Known,
    ) -> Result<(Vec<(&'static str, RawRow)>, bool, u64), Trouble> {
        // Only whole lists: a line of the inbox cannot be kept to a tie, and its count would tell.
        let open = |table: &Table| {
            self.kind(*table).is_some_and(|(_, kind, rights)| self.all_open(rights, kind.open))
        };
        let open: Vec<Table> = tables.iter().copied().filter(open).collect();
        if open.is_empty() {
            return Ok((Vec::new(), false, 0));
        }
        self.inner.waiting(&open, network, on, ask, known).await
    }

    async fn position(&self) -> Position {
        self.inner.position().await
    }

    async fn passed(&self, position: Position) -> Position {
        self.inner.passed(position).await
    }

    async fn moved(&self, network: &NetworkId, position: Position) -> Position {
        self.inner.moved(network, position).await
    }
}

#[cfg(test)]
mod tests {
    use kernel::Secret;
    use serde_json::json;

    use super::*;

    #[test]
    fn sealed_words_are_found_as_they_are_written() {
        let word: Secret = serde_json::from_value(json!({ "subject": "s", "bytes": "AAECAw==" })).unwrap();
        let row = serde_json::to_vec(&json!({ "notes": [{ "words": word }] })).unwrap();
        assert!(holds_sealed(&row), "{}", String::from_utf8_lossy(&row));
        assert!(!holds_sealed(br#"{"state":"recorded","notes":[]}"#));
    }
}
