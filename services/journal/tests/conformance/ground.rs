//! The ground the stories stand on: an empty journal, a clock that ticks, a small aggregate.
#![allow(unreachable_pub, reason = "a word of all the stories beside it")]

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
use graph::ports::{Clock, Commands, Receipt, Trail, Trouble};
use journal::postgres::Postgres;
use journal::sqlite::Sqlite;
use journal::{Append, Engine, Ledger, Write};
use kernel::act::Fresh;
use kernel::given::{instant, monday_morning};
use kernel::{Act, Asked, CommandId, Decider, Expected, Meta, NetworkId, StreamId, aggregate};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};
use uuid::Uuid;

/// A jar of beans: small enough to read, with a rule that can refuse.
#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize)]
pub struct Jar {
    pub beans: u64,
    pub sealed: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub enum JarCommand {
    Add(u64),
    Seal,
}

impl kernel::Secrets for JarCommand {}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, IntoStaticStr)]
pub enum JarEvent {
    BeansAdded { beans: u64 },
    JarSealed {},
}

#[derive(Debug, Clone, PartialEq, Serialize, VariantNames)]
pub enum JarRefusal {
    JarIsSealed,
}

impl Decider for Jar {
    const KIND: &'static str = "jar";
    type Command = JarCommand;
    type Event = JarEvent;
    type Refusal = JarRefusal;

    fn decide(&self, command: JarCommand, _: &Asked) -> Result<Vec<JarEvent>, JarRefusal> {
        match (self.sealed, command) {
            (true, JarCommand::Seal) => Ok(vec![]),
            (true, JarCommand::Add(_)) => Err(JarRefusal::JarIsSealed),
            (false, JarCommand::Add(beans)) => Ok(vec![JarEvent::BeansAdded { beans }]),
            (false, JarCommand::Seal) => Ok(vec![JarEvent::JarSealed {}]),
        }
    }

    fn evolve(&mut self, event: JarEvent) {
        match event {
            JarEvent::BeansAdded { beans } => self.beans += beans,
            JarEvent::JarSealed {} => self.sealed = true,
        }
    }
}

aggregate!(Jar, JarEvent, JarRefusal);

/// A clock that goes one second further at each look.
pub struct Ticking(AtomicI64);

impl Ticking {
    pub fn new() -> Arc<Self> {
        Arc::new(Self(AtomicI64::new(0)))
    }
}

impl Clock for Ticking {
    fn now(&self) -> DateTime<Utc> {
        instant("2023-06-05T07:00:00Z") + TimeDelta::seconds(self.0.fetch_add(1, Ordering::Relaxed))
    }
}

/// An engine and what keeps it alive.
pub struct Ground {
    pub engine: Arc<dyn Engine>,
    pub postgres: Option<String>,
    _folder: Option<tempfile::TempDir>,
}

impl Ground {
    pub fn sqlite() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let engine = Arc::new(Sqlite::open(folder.path().join("journal.sqlite")).unwrap());
        Self { engine, postgres: None, _folder: Some(folder) }
    }

    pub async fn postgres() -> Option<Self> {
        let address = support::postgres::database().await?;
        let engine = Arc::new(Postgres::connect(&address).await.unwrap());
        Some(Self { engine, postgres: Some(address), _folder: None })
    }

    pub async fn ledger(&self) -> Arc<Ledger> {
        ledger_on(Arc::clone(&self.engine)).await
    }
}

pub async fn ledger_on(engine: Arc<dyn Engine>) -> Arc<Ledger> {
    Ledger::start(engine, Ticking::new()).await.unwrap()
}

pub fn network() -> NetworkId {
    monday_morning().network
}

pub fn jar(id: &str) -> StreamId {
    StreamId::new(&network(), "jar", id)
}

static COMMANDS: AtomicU64 = AtomicU64::new(1);

/// A command id nobody has used.
pub fn new_command() -> CommandId {
    CommandId(Uuid::from_u128(
        0x0190_0000_0000_7000_8000_0000_0000_0000 + u128::from(COMMANDS.fetch_add(1, Ordering::Relaxed)),
    ))
}

/// Asks a jar.
pub async fn ask(
    ledger: &Ledger,
    id: CommandId,
    jar_id: &str,
    expected: Expected,
    command: JarCommand,
) -> Result<Receipt, Trouble> {
    let act = Act::on::<Jar>(id, jar(jar_id), expected, command).unwrap();
    ledger.perform(act, monday_morning(), Trail::default()).await
}

pub async fn add(ledger: &Ledger, jar_id: &str, beans: u64) -> Result<Receipt, Trouble> {
    ask(ledger, new_command(), jar_id, Expected::Any, JarCommand::Add(beans)).await
}

pub fn meta(command: CommandId) -> Meta {
    let asked = monday_morning();
    Meta {
        command,
        actor: asked.by,
        role: asked.role,
        device: Some("tablet-1".parse().unwrap()),
        occurred_at: asked.at,
        causation: Some(Uuid::from_u128(7)),
        correlation: Some(Uuid::from_u128(8)),
        trace: Some("4bf92f3577b34da6a3ce929d0e0e4736".to_owned()),
        provenance: Some("register.csv:12".to_owned()),
    }
}

pub fn fresh(beans: u64) -> Fresh {
    Fresh {
        name: "BeansAdded",
        shape: 1,
        payload: format!("{{\"BeansAdded\":{{\"beans\":{beans}}}}}").into_bytes(),
    }
}

/// An append by hand to some jars.
pub fn append(command: CommandId, writes: Vec<(&str, Expected, Vec<Fresh>)>) -> Append {
    let writes = writes
        .into_iter()
        .map(|(id, expected, events)| Write { stream: jar(id), expected, events })
        .collect();
    Append { network: network(), digest: [1; 32], meta: meta(command), writes }
}
