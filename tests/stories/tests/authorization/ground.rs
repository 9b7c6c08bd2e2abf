//! The real schema behind the real gate, on rows that the real binary has made, in this process.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use api::{Gate, Policies};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
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

/// What the rows are tied to where the objects that were made leave it open.
#[derive(Clone, Default)]
pub(crate) struct Patch {
    pub(crate) member: String,
    pub(crate) partner: String,
}

/// The ports of the matrix.
pub(crate) struct Ground {
    rows: Arc<dyn Rows>,
    patch: Patch,
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
    pub(crate) async fn on(data: &Path, own: &str, patch: Patch, objects: Vec<(String, String)>) -> Self {
        let engine = Arc::new(Sqlite::open(data.join("journal.sqlite")).unwrap());
        let ledger = Ledger::start(engine, Arc::new(Fixed)).await.unwrap();
        let model = ReadModel::open(Settings::new(data.join(own)), folds()).unwrap();
        model.make_ready(&*ledger).await.unwrap();
        let journal: Arc<dyn Journal> = ledger;
        let rows: Arc<dyn Rows> = Arc::new(model.reading(journal));
        let (disclosed, erased, performed) =
            (AtomicBool::new(true), AtomicBool::new(false), AtomicU64::new(0));
        let heard_all = Notify::new();
        let ground = Arc::new(Ground { rows, patch, disclosed, erased, performed, heard_all, objects });
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
}

impl Ground {
    /// Fills in what the objects that were made leave open.
    fn patched(&self, table: Table, mut row: RawRow) -> RawRow {
        let mut body: Value = serde_json::from_slice(&row.body).unwrap();
        if table.name.starts_with("mutual_aid_pairings") {
            body["member"] = json!(self.patch.member);
        } else if table.name.starts_with("dropin_interpretations") {
            body["provider"] = json!(self.patch.partner);
        } else {
            return row;
        }
        row.body = serde_json::to_vec(&body).unwrap();
        row
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
        let rows = self.rows.rows(table, network, keys, Known::default()).await?;
        Ok(rows.into_iter().map(|row| self.patched(table, row)).collect())
    }

    async fn page(
        &self,
        table: Table,
        network: &NetworkId,
        ask: PageAsk,
        known: Known,
    ) -> Result<RawPage, Trouble> {
        if table.name.starts_with("people_disclosures")
            && ask.filter.first().is_some_and(|(facet, _)| *facet == "actor")
        {
            let live = self.disclosed.load(Ordering::Relaxed);
            let row = |(kind, id): &(String, String)| {
                let body = json!({ "object": { "kind": kind, "id": id }, "until": "2023-06-05T17:10:00Z" });
                RawRow { order: String::new(), key: id.clone(), body: serde_json::to_vec(&body).unwrap() }
            };
            let rows = self.objects.iter().filter(|_| live).map(row).collect();
            return Ok(RawPage { rows, ..RawPage::default() });
        }
        let mut page = self.rows.page(table, network, ask, known).await?;
        page.rows = page.rows.into_iter().map(|row| self.patched(table, row)).collect();
        Ok(page)
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

    fn find(&self, _: &NetworkId, _: &Text) -> Result<Vec<String>, Trouble> {
        Ok(Vec::new())
    }
}
