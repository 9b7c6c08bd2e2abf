//! The real schema behind the real gate, on rows that the real binary has made, in this process.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use api::{Gate, Policies};
use async_graphql::Request;
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use futures_util::StreamExt;
use graph::ports::{
    AsOfPoint, Chance, Clock, Commands, Guesses, Known, PageAsk, RawPage, RawRow, Receipt, Rows, Seals,
    Table, Trail, Trouble,
};
use graph::{Caller, Ports};
use journal::sqlite::Sqlite;
use journal::{Journal, Ledger};
use kernel::{Act, Asked, NetworkId, Position, ReturnCode, Sealed, Text};
use readmodel::{Fold, ReadModel, Settings};
use serde_json::{Value, json};
use tokio::sync::Notify;

/// When it all takes place.
pub(crate) const NOW: &str = "2023-06-05T17:00:00Z";

/// The ports of the matrix.
pub(crate) struct Ground {
    rows: Arc<dyn Rows>,
    /// Whether whoever asks has said what for.
    pub(crate) disclosed: AtomicBool,
    /// Whether the person was erased.
    pub(crate) erased: AtomicBool,
    /// How many commands came through to the journal.
    pub(crate) performed: AtomicU64,
    /// Told when somebody has heard all there is and would wait for more: nothing moves here.
    pub(crate) heard_all: Notify,
    objects: Vec<(String, String)>,
}

pub(crate) struct Stage {
    pub(crate) gate: Gate,
    pub(crate) ground: Arc<Ground>,
    pub(crate) policies: Arc<Policies>,
}

fn folds() -> Vec<Fold> {
    vec![
        Fold::of::<dropin::Sites>(),
        Fold::of::<dropin::Sessions>(),
        Fold::of::<dropin::Visits>(),
        Fold::of::<dropin::Needs>(),
        Fold::of::<dropin::Appointments>(),
        Fold::of::<dropin::Interpretations>(),
        Fold::of::<dropin::ReturnCodes>(),
        Fold::of::<directory::Partners>(),
        Fold::of::<directory::Services>(),
        Fold::of::<directory::ImportedRows>(),
        Fold::of::<referrals::Referrals>(),
        Fold::of::<mutual_aid::Members>(),
        Fold::of::<mutual_aid::CharterVersions>(),
        Fold::of::<mutual_aid::Pairings>(),
        Fold::of::<meetings::Meetings>(),
        Fold::of::<meetings::MeetingNotices>(),
        Fold::of::<meetings::Commitments>(),
        Fold::of::<accounts::Accounts>(),
        Fold::of::<accounts::Devices>(),
        Fold::of::<people::Persons>(),
        Fold::of::<people::Disclosures>(),
        Fold::of::<people::ContactRules>(),
        Fold::of::<path::Entries>(),
        Fold::of::<path::Threads>(),
    ]
}

struct Fixed;

impl Clock for Fixed {
    fn now(&self) -> DateTime<Utc> {
        NOW.parse().unwrap()
    }
}

impl Chance for Fixed {
    fn return_code(&self) -> ReturnCode {
        "K7W-XPQR".parse().unwrap()
    }
}

impl Guesses for Fixed {
    fn may_guess(&self, _: &Caller) -> Result<(), Trouble> {
        Ok(())
    }
    fn guessed_wrong(&self, _: &Caller) {}
}

impl Stage {
    /// On the data that a world has left, with read models of its own in a folder.
    pub(crate) async fn on(data: &Path, own: &str, objects: Vec<(String, String)>) -> Self {
        let engine = Arc::new(Sqlite::open(data.join("journal.sqlite")).unwrap());
        let ledger = Ledger::start(engine, Arc::new(Fixed)).await.unwrap();
        let model = ReadModel::open(Settings::new(data.join(own)), folds()).unwrap();
        model.make_ready(&*ledger).await.unwrap();
        let journal: Arc<dyn Journal> = ledger;
        let rows: Arc<dyn Rows> = Arc::new(model.reading(journal));
        let (disclosed, erased, performed) =
            (AtomicBool::new(true), AtomicBool::new(false), AtomicU64::new(0));
        let heard_all = Notify::new();
        let ground = Arc::new(Ground { rows, disclosed, erased, performed, heard_all, objects });
        let ports = Ports {
            commands: ground.clone(),
            rows: ground.clone(),
            clock: Arc::new(Fixed),
            seals: ground.clone(),
            chance: Arc::new(Fixed),
            guesses: Arc::new(Fixed),
            wording: Arc::new(api::wording().unwrap()),
        };
        let policies = Arc::new(Policies::read().unwrap());
        Self { gate: Gate::new(ports, policies.clone()).unwrap(), ground, policies }
    }

    /// The answer to a query or a mutation.
    pub(crate) async fn answered(&self, caller: &Caller, request: Request) -> Value {
        serde_json::to_value(self.gate.run(caller.clone(), request).await).unwrap()
    }

    /// The first that a subscription tells. What is there comes first; where nothing is, the listener is
    /// left waiting.
    pub(crate) async fn heard(&self, caller: &Caller, request: Request) -> Value {
        let mut stream = self.gate.stream(caller.clone(), request);
        let first = tokio::select! {
            biased;
            first = stream.next() => first,
            () = self.ground.heard_all.notified() => None,
        };
        first.map_or(json!({ "data": null }), |answer| serde_json::to_value(answer).unwrap())
    }
}

#[async_trait]
impl Rows for Ground {
    async fn rows(
        &self,
        table: Table,
        network: &NetworkId,
        keys: &[String],
        known: Known,
    ) -> Result<Vec<RawRow>, Trouble> {
        // Whoever follows from the beginning compares with a time when nothing was there.
        if matches!(known.as_of, Some(AsOfPoint::Position(Position(0)))) {
            return Ok(Vec::new());
        }
        self.rows.rows(table, network, keys, Known::default()).await
    }

    async fn page(
        &self,
        table: Table,
        network: &NetworkId,
        ask: PageAsk,
        known: Known,
    ) -> Result<RawPage, Trouble> {
        // Not the list that people ask for: what whoever asks has said what for, the last hundred of it.
        let purposes = ask.newest_first && ask.limit == 100;
        let of_actor = ask.filter.first().is_some_and(|(facet, _)| *facet == "actor");
        if table.name.starts_with("people_disclosures") && of_actor && purposes {
            let live = self.disclosed.load(Ordering::Relaxed);
            let row = |(kind, id): &(String, String)| {
                let body = json!({ "object": { "kind": kind, "id": id }, "until": "2023-06-05T17:10:00Z" });
                RawRow { order: String::new(), key: id.clone(), body: serde_json::to_vec(&body).unwrap() }
            };
            let rows = self.objects.iter().filter(|_| live).map(row).collect();
            return Ok(RawPage { rows, ..RawPage::default() });
        }
        self.rows.page(table, network, ask, known).await
    }

    async fn counts(
        &self,
        table: Table,
        network: &NetworkId,
        by: &'static str,
        ask: PageAsk,
        known: Known,
    ) -> Result<Vec<(String, u64)>, Trouble> {
        self.rows.counts(table, network, by, ask, known).await
    }

    async fn waiting(
        &self,
        tables: &[Table],
        network: &NetworkId,
        on: &[String],
        ask: PageAsk,
        known: Known,
    ) -> Result<(Vec<(&'static str, RawRow)>, bool, u64), Trouble> {
        self.rows.waiting(tables, network, on, ask, known).await
    }

    async fn position(&self) -> Position {
        self.rows.position().await
    }

    async fn passed(&self, position: Position) -> Position {
        let head = self.rows.position().await;
        if position < head {
            return head;
        }
        self.heard_all.notify_one();
        std::future::pending().await
    }
}

/// A journal that takes everything and keeps nothing: what comes here was allowed.
#[async_trait]
impl Commands for Ground {
    async fn perform(&self, _: Act, _: Asked, _: Trail) -> Result<Receipt, Trouble> {
        self.performed.fetch_add(1, Ordering::Relaxed);
        Err(Trouble::Overloaded)
    }
}

impl Seals for Ground {
    fn seal(&self, subject: &str, _: &Text) -> Result<Sealed, Trouble> {
        Ok(Sealed { subject: subject.to_owned(), bytes: String::new() })
    }

    fn open(&self, _: &Sealed) -> Result<Option<Text>, Trouble> {
        Ok((!self.erased.load(Ordering::Relaxed)).then(|| "Some words".parse().unwrap()))
    }

    /// Whoever has that name: the two persons there are.
    fn find(&self, network: &NetworkId, _: &Text) -> Result<Vec<String>, Trouble> {
        let named = self.objects.iter().filter(|(kind, _)| kind == "person" || kind == "duplicate");
        let here = named.filter(|_| network.as_str() == "brussels");
        Ok(here.map(|(_, id)| format!("{network}/person/{id}")).collect())
    }
}
