//! The proof that what people see is a fold of the journal: live against rebuilt, byte for byte.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};

use graph::ports::Table;
use journal::Journal;
use kernel::Position;
use rusqlite::types::{Value, ValueRef};
use rusqlite::{Connection, Statement};

use crate::error::{Error, While};
use crate::fold::Fold;
use crate::generations::{self, Files};
use crate::model::ReadModel;
use crate::rebuild::replay;
use crate::schema::{columns, position};
use crate::threads::Workers;
use crate::writer::read_checkpoint;

/// Events of one transaction of the replay; another size than while following, so that a fold
/// that depends on it is found out.
const BATCH: usize = 3_001;
/// The most characters of a value in a report.
const SHOWN: usize = 2_000;

/// What was compared, and found equal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// Up to which position.
    pub position: Position,
    /// Versions of rows, by projection.
    pub rows: Vec<(&'static str, u64)>,
    /// Parked events.
    pub parked: u64,
}

/// The first difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The projection; of `checkpoint`, what is said of the file as a whole.
    pub projection: String,
    /// The network.
    pub network: String,
    /// The row.
    pub key: String,
    /// The position from which the version holds.
    pub since: Position,
    /// The column; `row` when one of the two has no such version.
    pub column: String,
    /// What the live file has.
    pub live: String,
    /// What the rebuilt file has.
    pub rebuilt: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { projection, network, key, since, column, live, rebuilt } = self;
        write!(f, "{projection}: {network}/{key} since {since}, {column}: live {live}, rebuilt {rebuilt}")
    }
}

impl ReadModel {
    /// Rebuilds into a passing file up to where the live one stands, and compares the two. The
    /// runner may go on meanwhile, also in another process: the live file is read as it was when
    /// this began.
    ///
    /// # Errors
    /// [`Error::Differs`] names the first difference.
    pub async fn verify(&self, journal: &dyn Journal) -> Result<Verified, Error> {
        let (folder, folds) = (&self.inner.settings.folder, &self.inner.folds);
        let live = self.live()?;
        let look = Workers::start("readmodel-verify", vec![generations::look(&live.files.path)?], 1)?;
        let snapshot = |connection: &mut Connection| {
            connection.execute_batch("BEGIN").during("taking a snapshot")?;
            read_checkpoint(connection)
        };
        let stands = look.call(snapshot).await??;
        let head = journal.head().await?;
        if stands.position > head {
            return Err(Error::AheadOfJournal { checkpoint: stands.position, head });
        }

        let files = Files::passing(folder.join(passing_name()));
        let rebuilt = generations::bulk(&files, folds, self.inner.settings.purge)?;
        let replayed = replay(&rebuilt, journal, stands.position, BATCH).await?;
        if stands.events != replayed.events {
            let differs = [stands.events.to_string(), replayed.events.to_string()];
            return Err(difference("checkpoint", &[], "events", differs));
        }
        let (path, all) = (files.path.clone(), folds.clone());
        look.call(move |live| compare(live, &generations::look(&path)?, &all, stands.position)).await?
    }
}

/// A name that no other verification has, in this process or another.
fn passing_name() -> String {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    format!("verify-{}-{}.sqlite", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

fn compare(
    live: &Connection,
    rebuilt: &Connection,
    folds: &[Fold],
    position: Position,
) -> Result<Verified, Error> {
    let mut verified = Verified { position, rows: Vec::new(), parked: 0 };
    for fold in folds {
        let Table { name, facets } = fold.table();
        let columns = columns(facets, "");
        let versions = format!(
            "SELECT network, key, since, until, ord, waiting_on, waiting_since, due{columns}, body \
             FROM {name} ORDER BY network, key, since"
        );
        let many = format!(
            "SELECT r.network, r.key, r.since, m.facet, m.network AS facet_network, m.value AS facet_value \
             FROM {name}__many m LEFT JOIN {name} r ON r.id = m.of_row \
             ORDER BY r.network, r.key, r.since, m.facet, m.value"
        );
        let parked = format!(
            "SELECT network, kind || '/' || id AS key, position AS since, cause, at FROM parked \
             WHERE projection = '{name}' ORDER BY 1, 2, 3"
        );
        verified.rows.push((name, same(live, rebuilt, name, &versions)?));
        same(live, rebuilt, name, &many)?;
        verified.parked += same(live, rebuilt, name, &parked)?;
    }
    Ok(verified)
}

/// Steps through the same query in both files; how many lines there are.
fn same(live: &Connection, rebuilt: &Connection, name: &str, sql: &str) -> Result<u64, Error> {
    let (mut live, mut rebuilt) = (prepare(live, sql)?, prepare(rebuilt, sql)?);
    let columns: Vec<String> = live.column_names().into_iter().map(ToOwned::to_owned).collect();
    let doing = "comparing live and rebuilt";
    let (mut live, mut rebuilt) = (live.query([]).during(doing)?, rebuilt.query([]).during(doing)?);
    let mut count = 0;
    loop {
        match (live.next().during(doing)?, rebuilt.next().during(doing)?) {
            (None, None) => return Ok(count),
            (one, other) => {
                let values = |row: Option<&rusqlite::Row<'_>>| {
                    row.map(|row| (0..columns.len()).map(|nth| row.get(nth)).collect()).transpose()
                };
                let (one, other) = (values(one).during(doing)?, values(other).during(doing)?);
                if one != other {
                    return Err(first(name, &columns, one, other));
                }
            }
        }
        count += 1;
    }
}

fn prepare<'c>(connection: &'c Connection, sql: &str) -> Result<Statement<'c>, Error> {
    connection.prepare(sql).during("comparing live and rebuilt")
}

/// Names the first difference of two lines that should be the same one.
fn first(name: &str, columns: &[String], live: Option<Vec<Value>>, rebuilt: Option<Vec<Value>>) -> Error {
    let absent = || "absent".to_owned();
    let present = || "present".to_owned();
    let place = |line: &Vec<Value>| line.iter().take(3).cloned().map(Rank).collect::<Vec<_>>();
    match (live, rebuilt) {
        (Some(live), Some(rebuilt)) if place(&live) == place(&rebuilt) => {
            let nth = live.iter().zip(&rebuilt).position(|(one, other)| one != other).unwrap_or_default();
            let of = |line: &[Value]| line.get(nth).map(text).unwrap_or_default();
            let column = columns.get(nth).map(String::as_str).unwrap_or_default();
            difference(name, &live, column, [of(&live), of(&rebuilt)])
        }
        (Some(live), Some(rebuilt)) if place(&live) > place(&rebuilt) => {
            difference(name, &rebuilt, "row", [absent(), present()])
        }
        (Some(live), _) => difference(name, &live, "row", [present(), absent()]),
        (None, rebuilt) => difference(name, &rebuilt.unwrap_or_default(), "row", [absent(), present()]),
    }
}

fn difference(name: &str, place: &[Value], column: &str, [live, rebuilt]: [String; 2]) -> Error {
    let word = |nth: usize| place.get(nth).map(text).unwrap_or_default();
    let since = match place.get(2) {
        Some(Value::Integer(since)) => position(*since),
        _ => Position(0),
    };
    Error::Differs(Box::new(Difference {
        projection: name.to_owned(),
        network: word(0),
        key: word(1),
        since,
        column: column.to_owned(),
        live,
        rebuilt,
    }))
}

/// A value that compares as `SQLite` sorts it: null, numbers, text.
#[derive(PartialEq)]
struct Rank(Value);

impl PartialOrd for Rank {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        let kind = |value: &Value| match value {
            Value::Null => 0,
            Value::Integer(_) | Value::Real(_) => 1,
            Value::Text(_) => 2,
            Value::Blob(_) => 3,
        };
        match (&self.0, &other.0) {
            (Value::Integer(one), Value::Integer(two)) => one.partial_cmp(two),
            (Value::Text(one), Value::Text(two)) => one.as_bytes().partial_cmp(two.as_bytes()),
            (one, two) => kind(one).partial_cmp(&kind(two)),
        }
    }
}

fn text(value: &Value) -> String {
    let text = match ValueRef::from(value) {
        ValueRef::Null => "null".to_owned(),
        ValueRef::Integer(i64::MAX) => "current".to_owned(),
        ValueRef::Integer(number) => number.to_string(),
        ValueRef::Real(number) => number.to_string(),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => String::from_utf8_lossy(bytes).into_owned(),
    };
    text.chars().take(SHOWN).collect()
}
