//! A rebuild of the lists people see, against the same rows upserted by hand in large batches.

use std::path::Path;
use std::time::Instant;

use anyhow::{Context, Result, ensure};
use journal::{Journal, StoredEvent};
use kernel::projection::sortable;
use kernel::{Facet, Position, Projection, Recorded};
use readmodel::{Fold, ReadModel, Settings};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use std::collections::HashMap;

use benches::append;
use benches::load::{per_second, tell};

/// Events of one transaction.
const BATCH: usize = 4_000;

/// Some lists of each kind: one row for each event, one for each object, several for each object.
pub(crate) fn folds() -> Vec<Fold> {
    vec![
        Fold::of::<path::Entries>(),
        Fold::of::<path::Threads>(),
        Fold::of::<referrals::Referrals>(),
        Fold::of::<dropin::Visits>(),
        Fold::of::<dropin::Needs>(),
    ]
}

/// The read models, from the first event to the last.
pub(crate) async fn ours(file: &Path, folder: &Path) -> Result<()> {
    let ledger = append::ledger(file, None).await?;
    let head = ledger.head().await?;
    let model = ReadModel::open(Settings::new(folder.join("read")), folds())?;
    let started = Instant::now();
    let rebuilt = model.rebuild(&*ledger).await?;
    let took = started.elapsed();
    ensure!(rebuilt.position == head && rebuilt.parked == 0, "{} events are parked", rebuilt.parked);
    tell("rate", per_second(usize::try_from(head.0)?, took));
    ledger.close().await;
    Ok(())
}

/// What one event makes of one row.
struct Upsert {
    list: usize,
    position: u64,
    key: String,
    values: Vec<Value>,
    many: Vec<(usize, String)>,
}

/// The same rows, known beforehand and upserted by somebody who keeps no history: no journal to
/// read, nothing to decode, nothing to fold.
pub(crate) async fn raw(file: &Path, folder: &Path) -> Result<()> {
    let ledger = append::ledger(file, None).await?;
    let head = ledger.head().await?;
    let events = ledger.read_all(Position(0), Some(head), usize::MAX).await?;
    let mut upserts = Vec::new();
    let lists = [
        upserts_of::<path::Entries>(0, &events, &mut upserts)?,
        upserts_of::<path::Threads>(1, &events, &mut upserts)?,
        upserts_of::<referrals::Referrals>(2, &events, &mut upserts)?,
        upserts_of::<dropin::Visits>(3, &events, &mut upserts)?,
        upserts_of::<dropin::Needs>(4, &events, &mut upserts)?,
    ];
    upserts.sort_by_key(|upsert| upsert.position);
    let path = folder.join("raw.sqlite");
    let started = Instant::now();
    let connection = Connection::open(&path)?;
    connection
        .execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -16384;")?;
    let mut statements = Vec::new();
    for (nth, facets) in lists.iter().enumerate() {
        statements.push(make(&connection, nth, facets)?);
    }
    let mut rest = upserts.as_slice();
    let mut until = BATCH as u64;
    while !rest.is_empty() {
        let batch = rest.partition_point(|upsert| upsert.position <= until);
        let transaction = connection.unchecked_transaction()?;
        for upsert in rest.iter().take(batch) {
            let (insert, many) = &statements[upsert.list];
            transaction.prepare_cached(insert)?.execute(params_from_iter(&upsert.values))?;
            for (facet, value) in &upsert.many {
                transaction.prepare_cached(many)?.execute((i64::try_from(*facet)?, value, &upsert.key))?;
            }
        }
        transaction.commit()?;
        rest = rest.get(batch..).context("a batch is a part of the rest")?;
        until += BATCH as u64;
    }
    for (nth, facets) in lists.iter().enumerate() {
        index(&connection, nth, facets)?;
    }
    std::fs::File::open(&path)?.sync_all()?;
    tell("rate", per_second(usize::try_from(head.0)?, started.elapsed()));
    ledger.close().await;
    Ok(())
}

/// What the events make of one list, not timed; gives back its facets.
fn upserts_of<P: Projection>(
    list: usize,
    events: &[StoredEvent],
    upserts: &mut Vec<Upsert>,
) -> Result<&'static [&'static str]> {
    let mut rows: HashMap<String, P::Row> = HashMap::new();
    for stored in events.iter().filter(|stored| P::KINDS.contains(&stored.stream.kind.as_str())) {
        let event = Recorded {
            stream: stored.stream.clone(),
            version: stored.version,
            position: stored.position,
            recorded_at: stored.recorded_at,
            meta: stored.meta.clone(),
            event: P::read(&stored.stream.kind, &stored.name, stored.shape, &stored.payload)?,
        };
        for key in P::keys(&event) {
            let before = rows.remove(&key);
            let Some(row) = P::project(before.clone(), &key, &event) else { continue };
            if before.as_ref() != Some(&row) {
                upserts.push(upsert::<P>(list, stored, &key, &row)?);
            }
            rows.insert(key, row);
        }
    }
    Ok(P::FACETS)
}

fn upsert<P: Projection>(list: usize, stored: &StoredEvent, key: &str, row: &P::Row) -> Result<Upsert> {
    let text = |text: String| Value::Text(text);
    let waiting = P::waiting(row);
    let mut values = vec![
        text(stored.stream.network.to_string()),
        text(key.to_owned()),
        text(P::order(row)),
        waiting.as_ref().map_or(Value::Null, |waiting| text(waiting.on.to_string())),
        waiting.as_ref().map_or(Value::Null, |waiting| text(sortable(waiting.since))),
        P::due(row).map_or(Value::Null, |due| text(sortable(due))),
        Value::Blob(serde_json::to_vec(row)?),
    ];
    let mut many = Vec::new();
    for (nth, facet) in P::facets(row).into_iter().enumerate() {
        values.push(match facet {
            Facet::One(value) => text(value.into_owned()),
            Facet::None => Value::Null,
            Facet::Many(several) => {
                many.extend(several.into_iter().map(|value| (nth, value)));
                Value::Null
            }
        });
    }
    Ok(Upsert { list, position: stored.position.0, key: key.to_owned(), values, many })
}

/// Makes a table; gives back how its rows are written.
fn make(connection: &Connection, nth: usize, facets: &[&str]) -> rusqlite::Result<(String, String)> {
    let columns: String = facets.iter().map(|facet| format!(", f_{facet} TEXT")).collect();
    connection.execute_batch(&format!(
        "CREATE TABLE list_{nth} (network TEXT NOT NULL, key TEXT NOT NULL, ord TEXT NOT NULL, waiting_on TEXT,
           waiting_since TEXT, due TEXT, body BLOB NOT NULL{columns}, PRIMARY KEY (network, key));
         CREATE TABLE many_{nth} (facet INTEGER NOT NULL, value TEXT NOT NULL, key TEXT NOT NULL,
           PRIMARY KEY (facet, value, key)) WITHOUT ROWID;"
    ))?;
    let names: String = facets.iter().map(|facet| format!(", f_{facet}")).collect();
    let marks = ", ?".repeat(facets.len());
    let set: String = facets.iter().map(|facet| format!(", f_{facet} = excluded.f_{facet}")).collect();
    let insert = format!(
        "INSERT INTO list_{nth} (network, key, ord, waiting_on, waiting_since, due, body{names})
         VALUES (?, ?, ?, ?, ?, ?, ?{marks}) ON CONFLICT (network, key) DO UPDATE SET ord = excluded.ord,
         waiting_on = excluded.waiting_on, waiting_since = excluded.waiting_since, due = excluded.due,
         body = excluded.body{set}"
    );
    Ok((insert, format!("INSERT OR IGNORE INTO many_{nth} VALUES (?, ?, ?)")))
}

/// Makes the indexes that the lists are read by.
fn index(connection: &Connection, nth: usize, facets: &[&str]) -> rusqlite::Result<()> {
    connection.execute_batch(&format!(
        "CREATE INDEX list_{nth}_ord ON list_{nth} (network, ord, key);
         CREATE INDEX list_{nth}_waiting ON list_{nth} (network, waiting_on, waiting_since, key)
           WHERE waiting_on IS NOT NULL;
         CREATE INDEX list_{nth}_due ON list_{nth} (due) WHERE due IS NOT NULL;"
    ))?;
    for facet in facets {
        connection.execute_batch(&format!(
            "CREATE INDEX list_{nth}_{facet} ON list_{nth} (network, f_{facet}, ord, key)
               WHERE f_{facet} IS NOT NULL;"
        ))?;
    }
    Ok(())
}
