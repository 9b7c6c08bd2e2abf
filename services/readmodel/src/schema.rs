//! The tables of one generation, and the names that may stand in SQL.
//!
//! ```text
//! <projection>        one line for each version of a row: it held from `since` until before `until`
//! <projection>__many  the values of facets that have several, by version
//! checkpoint          how far the journal is folded; committed together with the rows
//! parked              what could not be folded, and what waits behind it
//! forgotten           whose words were taken out, as of which position
//! made_of             the projections of this file; written last, so half a file is never taken for one
//! ```

use graph::ports::Table;
use kernel::{Position, Projection};
use rusqlite::Connection;
use uuid::Uuid;

use crate::error::{Error, While};
use crate::fold::Fold;

/// The number of this layout: a file of another layout is rebuilt.
const LAYOUT: i64 = 3;

/// `until` of the current version of a row, as it stands in SQL so that partial indexes are used.
pub(crate) const CURRENT: &str = "9223372036854775807";

/// The most facets of a projection: one bit each says which of them have several values.
const MOST_FACETS: usize = 64;

/// A position as SQLite holds it.
pub(crate) fn whole(position: Position) -> i64 {
    i64::try_from(position.0).unwrap_or(i64::MAX)
}

/// A position out of SQLite.
pub(crate) fn position(whole: i64) -> Position {
    Position(u64::try_from(whole).unwrap_or(0))
}

/// The column of a facet; the prefix keeps it apart from our own columns.
pub(crate) fn column(facet: &str) -> String {
    format!("f_{facet}")
}

/// The columns of facets as they stand in SQL: `, f_state TEXT, f_partner TEXT`.
pub(crate) fn columns(facets: &[&str], each: &str) -> String {
    facets.iter().fold(String::new(), |all, facet| all + ", " + &column(facet) + each)
}

/// The table of a projection, from its constants.
pub(crate) const fn table<P: Projection>() -> Table {
    Table { name: P::NAME, facets: P::FACETS }
}

/// Checks every name that will stand in SQL.
///
/// # Errors
/// When a name is not `[a-z0-9_]+`, is taken, or there are too many facets.
pub(crate) fn check(folds: &[Fold]) -> Result<(), Error> {
    for (at, fold) in folds.iter().enumerate() {
        let Table { name, facets } = fold.table();
        let bad = |why: &str| Err(Error::BadProjection { name: name.to_owned(), why: why.to_owned() });
        if !is_name(name) || name.starts_with("sqlite_") || name.contains("__") {
            return bad("a name is made of a-z, 0-9 and single _");
        }
        if ["checkpoint", "parked", "made_of", "of_journal"].contains(&name) {
            return bad("the name is taken");
        }
        if folds.iter().take(at).any(|earlier| earlier.table().name == name) {
            return bad("two projections have this name");
        }
        if facets.len() > MOST_FACETS {
            return bad("too many facets");
        }
        for (nth, facet) in facets.iter().enumerate() {
            if !is_name(facet) || facets.iter().take(nth).any(|earlier| earlier == facet) {
                return bad("a facet's name is made of a-z, 0-9 and _, and stands once");
            }
        }
    }
    Ok(())
}

fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

/// Makes the tables, without the indexes that only readers need.
pub(crate) fn create(connection: &Connection, folds: &[Fold]) -> Result<(), Error> {
    let own = "CREATE TABLE checkpoint (one INTEGER PRIMARY KEY CHECK (one = 1), \
                 position INTEGER NOT NULL, events INTEGER NOT NULL);
               INSERT INTO checkpoint VALUES (1, 0, 0);
               CREATE TABLE parked (projection TEXT NOT NULL, position INTEGER NOT NULL, \
                 network TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL, cause TEXT NOT NULL, \
                 at TEXT NOT NULL, PRIMARY KEY (projection, position)) WITHOUT ROWID;
               CREATE TABLE forgotten (network TEXT NOT NULL, subject TEXT NOT NULL, \
                 position INTEGER NOT NULL, PRIMARY KEY (network, subject)) WITHOUT ROWID;
               CREATE TABLE of_journal (id TEXT NOT NULL);
               CREATE TABLE made_of (name TEXT PRIMARY KEY, facets TEXT NOT NULL) WITHOUT ROWID;";
    connection.execute_batch(own).during("making the tables")?;
    folds.iter().try_for_each(|fold| create_table(connection, fold.table()).during("making the tables"))
}

/// Makes the table of a projection. The body stands last: what is searched is then read without
/// walking through it.
pub(crate) fn create_table(connection: &Connection, table: Table) -> rusqlite::Result<()> {
    let (name, facets) = (table.name, columns(table.facets, " TEXT"));
    connection.execute_batch(&format!(
        "CREATE TABLE {name} (id INTEGER PRIMARY KEY, network TEXT NOT NULL, key TEXT NOT NULL, \
           since INTEGER NOT NULL, until INTEGER NOT NULL, ord TEXT NOT NULL, waiting_on TEXT, \
           waiting_since TEXT, due TEXT{facets}, body BLOB NOT NULL);
         CREATE UNIQUE INDEX {name}__key ON {name} (network, key, since);
         CREATE TABLE {name}__many (facet INTEGER NOT NULL, network TEXT NOT NULL, value TEXT NOT NULL, \
           of_row INTEGER NOT NULL, PRIMARY KEY (facet, network, value, of_row)) WITHOUT ROWID;"
    ))
}

/// Adds what readers need and signs the file as whole, made of this journal.
pub(crate) fn finish(connection: &Connection, folds: &[Fold], journal: Uuid) -> Result<(), Error> {
    for table in folds.iter().map(Fold::table) {
        index_table(connection, table).during("making the indexes")?;
        connection
            .execute("INSERT INTO made_of VALUES (?1, ?2)", (table.name, table.facets.join(" ")))
            .during("signing the file")?;
    }
    connection
        .execute("INSERT INTO of_journal VALUES (?1)", [journal.to_string()])
        .during("signing the file")?;
    connection.pragma_update(None, "user_version", LAYOUT).during("signing the file")
}

/// Which journal a file was made of.
pub(crate) fn of_journal(connection: &Connection) -> Result<String, Error> {
    connection
        .query_row("SELECT id FROM of_journal", [], |row| row.get(0))
        .during("reading which journal the file is of")
}

/// Makes the indexes of a projection's lists.
///
/// Only current versions stand in the order of lists and facets, which keeps writing a version
/// cheap; ended ones stand in the order in which they ended, which costs next to nothing because
/// it only grows at its end. See [`crate::select`] for how lists of then are read from both.
pub(crate) fn index_table(connection: &Connection, table: Table) -> rusqlite::Result<()> {
    let name = table.name;
    connection.execute_batch(&format!(
        "CREATE INDEX {name}__list ON {name} (network, ord, key) WHERE until = {CURRENT};
         CREATE INDEX {name}__ended ON {name} (network, until) WHERE until < {CURRENT};
         CREATE INDEX {name}__waiting ON {name} (network, waiting_on, waiting_since, key) \
           WHERE until = {CURRENT} AND waiting_on IS NOT NULL;
         CREATE INDEX {name}__due ON {name} (due) WHERE until = {CURRENT} AND due IS NOT NULL;"
    ))?;
    for column in table.facets.iter().map(|facet| column(facet)) {
        connection.execute_batch(&format!(
            "CREATE INDEX {name}__{column} ON {name} (network, {column}, ord, key) \
               WHERE until = {CURRENT} AND {column} IS NOT NULL;"
        ))?;
    }
    Ok(())
}

/// Why a file cannot serve these projections; `None` when it can.
pub(crate) fn unfit(connection: &Connection, folds: &[Fold]) -> rusqlite::Result<Option<String>> {
    let layout: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if layout != LAYOUT {
        return Ok(Some("the file has another layout".to_owned()));
    }
    let mut made_of: Vec<(String, String)> = connection
        .prepare("SELECT name, facets FROM made_of ORDER BY name")?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for fold in folds {
        let Table { name, facets } = fold.table();
        let Some(at) = made_of.iter().position(|(made, _)| made == name) else {
            return Ok(Some(format!("{name} is new")));
        };
        if made_of.remove(at).1 != facets.join(" ") {
            return Ok(Some(format!("{name} has other facets")));
        }
    }
    Ok(made_of.first().map(|(name, _)| format!("{name} is no more")))
}
