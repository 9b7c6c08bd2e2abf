//! A toy context: tickets that people open, tag, move and close; and a small journal in memory.
#![allow(dead_code, unreachable_pub, reason = "each test file uses its own part")]

mod memory;

use std::collections::HashMap;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use chrono::{DateTime, Duration, Utc};
use graph::ports::{Known, PageAsk, RawRow, Rows, Table};
use journal::{Journal, JournalError, StoredEvent};
use kernel::projection::sortable;
use kernel::{
    ActorId, CommandId, Facet, Meta, NetworkId, Party, Position, Projection, Recorded, Role, Sealed, Secret,
    Secrets, StreamId, Undecodable, Version, Waiting,
};
use proptest::prelude::*;
use readmodel::{Fold, Purge, ReadModel, Reading, Settings};
use serde::{Deserialize, Serialize};
use tokio::sync::watch;
use uuid::Uuid;

pub use memory::Memory;

/// What happens to tickets. `Cursed` cannot be read and `Bomb` panics, until the code is fixed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum ToyEvent {
    Opened { asker: String },
    Tagged { tag: String },
    Moved { state: String },
    Greeted { asker: String },
    Ignored,
    Closed,
    Cursed,
    Bomb,
    Confided { words: Secret },
    Forgotten { subjects: Vec<String> },
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ticket {
    pub asker: String,
    pub state: String,
    pub tags: Vec<String>,
    pub opened: DateTime<Utc>,
    pub version: Version,
    pub words: Vec<Secret>,
}

impl Secrets for Ticket {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        self.words.iter_mut().collect()
    }
}

/// One row for each ticket that is not closed.
pub struct Tickets<const FIXED: bool>;

impl<const FIXED: bool> Projection for Tickets<FIXED> {
    const NAME: &'static str = "toy_tickets_1";
    const KINDS: &'static [&'static str] = &["ticket"];
    const FACETS: &'static [&'static str] = &["state", "tag", "asker"];
    type Event = ToyEvent;
    type Row = Ticket;

    fn read(_: &str, name: &str, _: u32, payload: &[u8]) -> Result<ToyEvent, Undecodable> {
        let event = serde_json::from_slice(payload)
            .map_err(|error| Undecodable { event: name.to_owned(), cause: error.to_string() })?;
        match event {
            ToyEvent::Cursed if !FIXED => {
                Err(Undecodable { event: name.to_owned(), cause: "cursed".to_owned() })
            }
            event => Ok(event),
        }
    }

    fn project(row: Option<Ticket>, _: &str, event: &Recorded<ToyEvent>) -> Option<Ticket> {
        let version = event.version;
        match (&event.event, row) {
            (ToyEvent::Opened { asker }, None) => Some(Ticket {
                asker: asker.clone(),
                state: "open".to_owned(),
                tags: Vec::new(),
                opened: event.recorded_at,
                version,
                words: Vec::new(),
            }),
            (ToyEvent::Confided { words }, Some(mut row)) => {
                row.words.push(words.clone());
                Some(Ticket { version, ..row })
            }
            (ToyEvent::Tagged { tag }, Some(mut row)) => {
                row.tags.push(tag.clone());
                Some(Ticket { version, ..row })
            }
            (ToyEvent::Moved { state }, Some(row)) => Some(Ticket { state: state.clone(), version, ..row }),
            (ToyEvent::Cursed, Some(row)) => Some(Ticket { state: "cursed".to_owned(), version, ..row }),
            (ToyEvent::Closed, _) => None,
            (ToyEvent::Bomb, _) if !FIXED => panic!("boom"),
            (_, row) => row,
        }
    }

    fn order(row: &Ticket) -> String {
        // Coarse on purpose, so that keys decide among equal orders.
        row.opened.format("%Y-%m-%dT%H:%M").to_string()
    }

    fn facets(row: &Ticket) -> Vec<Facet> {
        vec![
            Facet::of(&row.state),
            Facet::many(&row.tags),
            Facet::maybe((row.asker != "nobody").then_some(&row.asker)),
        ]
    }

    fn waiting(row: &Ticket) -> Option<Waiting> {
        let on = match row.state.as_str() {
            "open" => Party::Host,
            "asked" => Party::Partner,
            _ => return None,
        };
        Some(Waiting { on, since: minute(row.opened), what: "move".to_owned(), due: None })
    }

    fn due(row: &Ticket) -> Option<DateTime<Utc>> {
        (row.state == "asked").then(|| row.opened + Duration::days(1))
    }
}

fn minute(at: DateTime<Utc>) -> DateTime<Utc> {
    at - Duration::seconds(at.timestamp().rem_euclid(60))
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Asker {
    pub seen: u64,
    pub since: DateTime<Utc>,
}

impl Secrets for Asker {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        Vec::new()
    }
}

/// One row for each asker, fed by all their tickets.
pub struct Askers<const FIXED: bool>;

impl<const FIXED: bool> Projection for Askers<FIXED> {
    const NAME: &'static str = "toy_askers_1";
    const KINDS: &'static [&'static str] = &["ticket"];
    const FACETS: &'static [&'static str] = &["regular"];
    type Event = ToyEvent;
    type Row = Asker;

    fn read(kind: &str, name: &str, shape: u32, payload: &[u8]) -> Result<ToyEvent, Undecodable> {
        Tickets::<FIXED>::read(kind, name, shape, payload)
    }

    fn keys(event: &Recorded<ToyEvent>) -> Vec<String> {
        match &event.event {
            ToyEvent::Opened { asker } | ToyEvent::Greeted { asker } => vec![asker.clone(), asker.clone()],
            _ => Vec::new(),
        }
    }

    fn project(row: Option<Asker>, _: &str, event: &Recorded<ToyEvent>) -> Option<Asker> {
        Some(match row {
            None => Asker { seen: 1, since: minute(event.recorded_at) },
            Some(row) => Asker { seen: row.seen + 1, ..row },
        })
    }

    fn order(row: &Asker) -> String {
        sortable(row.since)
    }

    fn facets(row: &Asker) -> Vec<Facet> {
        vec![Facet::of(row.seen > 2)]
    }

    fn waiting(row: &Asker) -> Option<Waiting> {
        (row.seen % 2 == 1).then(|| Waiting {
            on: Party::Host,
            since: row.since,
            what: "call".to_owned(),
            due: None,
        })
    }
}

pub const TICKETS: Table = table::<Tickets<false>>();
pub const ASKERS: Table = table::<Askers<false>>();

const fn table<P: Projection>() -> Table {
    Table { name: P::NAME, facets: P::FACETS }
}

pub fn folds() -> Vec<Fold> {
    vec![Fold::of::<Tickets<false>>(), Fold::of::<Askers<false>>()]
}

pub fn fixed_folds() -> Vec<Fold> {
    vec![Fold::of::<Tickets<true>>(), Fold::of::<Askers<true>>()]
}

pub fn brussels() -> NetworkId {
    "brussels".parse().unwrap()
}

pub fn quebec() -> NetworkId {
    "quebec".parse().unwrap()
}

pub fn opened(asker: &str) -> ToyEvent {
    ToyEvent::Opened { asker: asker.to_owned() }
}

pub fn moved(state: &str) -> ToyEvent {
    ToyEvent::Moved { state: state.to_owned() }
}

/// Words about a subject, sealed as far as a row can tell.
pub fn confided(subject: &str, bytes: &str) -> ToyEvent {
    let sealed = Sealed { subject: subject.to_owned(), bytes: bytes.to_owned() };
    ToyEvent::Confided { words: Secret::Sealed(sealed) }
}

pub fn forgotten(subject: &str) -> ToyEvent {
    ToyEvent::Forgotten { subjects: vec![subject.to_owned()] }
}

pub fn tagged(tag: &str) -> ToyEvent {
    ToyEvent::Tagged { tag: tag.to_owned() }
}

/// The instant at which a position was recorded: 20 seconds after the one before.
pub fn recorded(position: u64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_700_000_000 + 20 * i64::try_from(position).unwrap(), 0).unwrap()
}

/// Settings for a test: little patience.
pub fn settings(folder: &Path) -> Settings {
    let short = std::time::Duration::from_millis(50);
    let purge = Purge { kind: "ticket", event: "Forgotten" };
    Settings { readers: 2, patience: short, poll: short, ..Settings::new(folder).purging(purge) }
}

pub fn open(folder: &Path, folds: Vec<Fold>) -> ReadModel {
    ReadModel::open(settings(folder), folds).unwrap()
}

/// Read models that have followed a journal from its start, event by event or in one go.
pub async fn followed(folder: &Path, journal: &Arc<Memory>) -> ReadModel {
    let model = open(folder, folds());
    model.rebuild(&Memory::default()).await.unwrap();
    model.catch_up(&**journal).await.unwrap();
    model
}

/// Every list of both networks, as text: what people see.
pub async fn seen(reading: &Reading, known: Known) -> Vec<String> {
    let mut seen = Vec::new();
    let all = PageAsk { limit: 10_000, total: true, ..PageAsk::default() };
    for network in [brussels(), quebec()] {
        for table in [TICKETS, ASKERS] {
            let page = reading.page(table, &network, all.clone(), known).await.unwrap();
            assert_eq!(page.total, page.rows.len() as u64);
            let keys: Vec<String> = page.rows.iter().map(|row| row.key.clone()).collect();
            assert_eq!(reading.rows(table, &network, &keys, known).await.unwrap(), page.rows);
            seen.extend(page.rows.iter().map(|row| line(table.name, row)));
            for facet in table.facets {
                let counts = reading.counts(table, &network, facet, all.clone(), known).await.unwrap();
                seen.push(format!("{network} {} by {facet}: {counts:?}", table.name));
            }
        }
        let inbox = reading.waiting(&[TICKETS, ASKERS], &network, &[], all.clone(), known).await.unwrap();
        seen.push(format!("waiting: {} of {}", inbox.0.len(), inbox.2));
        seen.extend(inbox.0.iter().map(|(table, row)| line(table, row)));
    }
    seen
}

pub fn line(table: &str, row: &RawRow) -> String {
    format!("{table} {} {} {}", row.order, row.key, String::from_utf8_lossy(&row.body))
}

pub fn as_of(position: u64) -> Known {
    Known { as_of: Some(graph::ports::AsOfPoint::Position(Position(position))), at_least: None }
}

/// Any history of a few tickets in two networks; cursed and bombed now and then.
pub fn histories() -> impl Strategy<Value = Arc<Memory>> {
    let word = |words: &'static [&'static str]| prop::sample::select(words).prop_map(ToOwned::to_owned);
    let asker = || word(&["nora", "samir", "odile", "nobody"]);
    let event = prop_oneof![
        4 => asker().prop_map(|asker| ToyEvent::Opened { asker }),
        3 => word(&["food", "housing", "papers"]).prop_map(|tag| ToyEvent::Tagged { tag }),
        3 => word(&["open", "asked", "done"]).prop_map(|state| ToyEvent::Moved { state }),
        2 => asker().prop_map(|asker| ToyEvent::Greeted { asker }),
        1 => Just(ToyEvent::Ignored),
        1 => Just(ToyEvent::Closed),
        1 => Just(ToyEvent::Cursed),
    ];
    of_steps(event)
}

/// The same, with words about people some of whom are erased.
pub fn histories_with_erasures() -> impl Strategy<Value = Arc<Memory>> {
    let word = |words: &'static [&'static str]| prop::sample::select(words).prop_map(ToOwned::to_owned);
    let event = prop_oneof![
        3 => word(&["nora", "samir"]).prop_map(|asker| ToyEvent::Opened { asker }),
        1 => word(&["food", "housing", "papers"]).prop_map(|tag| ToyEvent::Tagged { tag }),
        4 => word(&["b/s/1", "b/s/2"]).prop_map(|subject| confided(&subject, "QUJD")),
        1 => word(&["b/s/1", "b/s/2"]).prop_map(|subject| forgotten(&subject)),
        1 => Just(ToyEvent::Closed),
        1 => Just(ToyEvent::Cursed),
    ];
    of_steps(event)
}

fn of_steps(event: impl Strategy<Value = ToyEvent>) -> impl Strategy<Value = Arc<Memory>> {
    let step = (prop::bool::weighted(0.2), 0..12_u8, event);
    prop::collection::vec(step, 0..80).prop_map(|steps| {
        let journal = Memory::default();
        for (abroad, ticket, event) in steps {
            journal.append(&if abroad { quebec() } else { brussels() }, &format!("t{ticket}"), &event);
        }
        Arc::new(journal)
    })
}

/// Runs an async test body within a property.
pub fn wait<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(future)
}
