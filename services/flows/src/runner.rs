//! The runner: follows the journal behind the read models, and looks at what is due.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use graph::Ports;
use graph::lists::{read_row, table};
use graph::ports::{AsOfPoint, Known, PageAsk, Trail, Trouble};
use journal::{Journal, JournalError, StoredEvent};
use kernel::act::Halt;
use kernel::{
    Act, ActorId, Asked, CommandId, Decider, Event, Expected, NetworkId, PersonId, Position, Projection,
    Role, StreamId,
};
use readmodel::{DueRow, ReadModel};
use thiserror::Error;
use tokio::sync::{Mutex, watch};
use uuid::Uuid;

use crate::deadlines;
use crate::reactions::{self, Reaction};

/// Events looked at in one go.
const PAGE: usize = 500;
/// Rows that are due looked at in one go.
const DUE: usize = 500;
/// How often deadlines are looked at.
const PACE: Duration = Duration::from_secs(1);
/// The namespace of derived command ids.
const DERIVED: Uuid = Uuid::from_u128(0x6d3b_9a50_4c1e_4f0a_9b57_0d1f_6e2a_8c41);

/// Why the flows could not go on.
#[derive(Debug, Error)]
pub enum FlowError {
    /// The journal cannot be read.
    #[error("the journal")]
    Journal(#[from] JournalError),
    /// The read models cannot be read.
    #[error("the read models")]
    Rows(#[from] readmodel::Error),
    /// A row or a command did not come off.
    #[error(transparent)]
    Trouble(#[from] Trouble),
    /// A row is not what today's code writes.
    #[error("a row cannot be read: {0}")]
    Row(String),
    /// The checkpoint cannot be kept.
    #[error("the checkpoint {path}")]
    Checkpoint {
        /// Its file.
        path: PathBuf,
        /// What went wrong.
        source: std::io::Error,
    },
}

/// The flows of a node.
pub struct Flows {
    pub(crate) ports: Ports,
    journal: Arc<dyn Journal>,
    model: ReadModel,
    checkpoint: PathBuf,
    turn: Mutex<Turn>,
}

/// Where the flows stand, and what they have tried in vain.
#[derive(Default)]
struct Turn {
    position: Position,
    vain: HashSet<CommandId>,
}

/// What came of a flow's command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sent {
    /// Something new.
    New,
    /// It had been performed before.
    Before,
    /// It was refused, or there was nothing to do.
    Nothing,
}

impl Flows {
    /// Opens the flows where they left off. A lost checkpoint costs time only: derived command ids
    /// make a second run a repetition.
    ///
    /// # Errors
    /// When the checkpoint is there but cannot be read.
    pub fn open(
        ports: Ports,
        journal: Arc<dyn Journal>,
        model: ReadModel,
        checkpoint: PathBuf,
    ) -> Result<Self, FlowError> {
        let position = match std::fs::read_to_string(&checkpoint) {
            Ok(text) => text.trim().parse().unwrap_or_default(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Position(0),
            Err(source) => return Err(FlowError::Checkpoint { path: checkpoint, source }),
        };
        let turn = Mutex::new(Turn { position, vain: HashSet::new() });
        Ok(Self { ports, journal, model, checkpoint, turn })
    }

    /// Runs until told to stop.
    pub async fn run(self: Arc<Self>, mut stopped: watch::Receiver<bool>) {
        let mut ill = false;
        while !*stopped.borrow() {
            match self.step().await {
                Ok(()) => ill = false,
                Err(error) if !ill => {
                    ill = true;
                    tracing::error!(
                        error = &error as &dyn std::error::Error,
                        "the flows cannot go on; trying again"
                    );
                }
                Err(_) => {}
            }
            tokio::select! {
                _ = stopped.changed() => return,
                () = tokio::time::sleep(PACE) => {}
                () = self.moved(), if !ill => {}
            }
        }
    }

    async fn moved(&self) {
        let position = self.turn.lock().await.position;
        self.ports.rows.passed(position).await;
    }

    /// Reacts and looks at deadlines until nothing moves any more; answers where everything stands.
    ///
    /// # Errors
    /// When the journal or the read models cannot be read.
    pub async fn settle(&self) -> Result<Position, FlowError> {
        loop {
            let before = self.journal.head().await?;
            self.wait_for(before).await?;
            self.step().await?;
            let after = self.journal.head().await?;
            if after == before && self.turn.lock().await.position == after {
                return Ok(after);
            }
        }
    }

    async fn wait_for(&self, position: Position) -> Result<(), FlowError> {
        if position > Position(0) {
            let wait = self.ports.rows.passed(Position(position.0 - 1));
            if tokio::time::timeout(Duration::from_secs(10), wait).await.is_err() {
                return Err(Trouble::NotYet(position).into());
            }
        }
        Ok(())
    }

    /// Reacts to what the read models have folded, then looks at what is due.
    async fn step(&self) -> Result<(), FlowError> {
        let mut turn = self.turn.lock().await;
        let reached = self.ports.rows.position().await;
        while turn.position < reached {
            let events = self.journal.read_all(turn.position, Some(reached), PAGE).await?;
            let Some(last) = events.last().map(|event| event.position) else { break };
            for event in &events {
                for (index, reaction) in self.reactions(event).await?.into_iter().enumerate() {
                    self.react(event, index, reaction).await?;
                }
            }
            turn.position = last;
            self.keep(last)?;
        }
        let (now, seen) = (self.ports.clock.now(), self.ports.rows.position().await);
        for row in self.model.due(&deadlines::tables(), now, DUE).await? {
            self.fall_due(&mut turn, &row, now, seen).await?;
        }
        Ok(())
    }

    fn keep(&self, position: Position) -> Result<(), FlowError> {
        let kept = self.checkpoint.with_extension("new");
        std::fs::write(&kept, position.to_string())
            .and_then(|()| std::fs::rename(&kept, &self.checkpoint))
            .map_err(|source| FlowError::Checkpoint { path: self.checkpoint.clone(), source })
    }

    async fn reactions(&self, event: &StoredEvent) -> Result<Vec<Reaction>, FlowError> {
        match event.stream.kind.as_str() {
            referrals::Referral::KIND => {
                let Some((told, row)) = self.told::<referrals::Referral, referrals::Referrals>(event).await?
                else {
                    return Ok(Vec::new());
                };
                let mut reactions = reactions::of_referral(&told, &row);
                let person = row.person.filter(|_| reactions::shows_activity(&told));
                reactions.extend(self.activity(event, person).await?);
                Ok(reactions)
            }
            mutual_aid::Pairing::KIND => {
                let Some((told, row)) = self.told::<mutual_aid::Pairing, mutual_aid::Pairings>(event).await?
                else {
                    return Ok(Vec::new());
                };
                Ok(reactions::of_pairing(&told, &row))
            }
            mutual_aid::Charter::KIND => {
                let read =
                    <mutual_aid::Charter as Decider>::Event::read(&event.name, event.shape, &event.payload);
                let Ok(told @ mutual_aid::CharterEvent::CharterVersionInForce { .. }) = read else {
                    return Ok(Vec::new());
                };
                Ok(reactions::of_charter(&told, &self.members(&event.stream.network, event.position).await?))
            }
            dropin::Visit::KIND => {
                let read = <dropin::Visit as Decider>::Event::read(&event.name, event.shape, &event.payload);
                let person = match read {
                    Ok(dropin::VisitEvent::VisitAttributed { person, .. }) => Some(person),
                    _ => None,
                };
                self.activity(event, person).await
            }
            people::Person::KIND => {
                let Some((told, row)) = self.told::<people::Person, people::Persons>(event).await? else {
                    return Ok(Vec::new());
                };
                if let people::PersonEvent::ErasureDecided { reason, .. } = told {
                    return Ok(vec![Reaction::Erasure(row.id, reason)]);
                }
                let people::PersonEvent::SharingConsentWithdrawn { .. } = told else {
                    return Ok(Vec::new());
                };
                let persons = row.aliases.iter().chain([&row.id]).map(ToString::to_string).collect();
                let open = self.referrals(&event.stream.network, event.position, persons).await?;
                Ok(reactions::of_person(&told, &row, &open))
            }
            _ => Ok(Vec::new()),
        }
    }

    /// That something went on with a person, for those who have a file.
    async fn activity(
        &self,
        event: &StoredEvent,
        person: Option<PersonId>,
    ) -> Result<Vec<Reaction>, FlowError> {
        let Some(person) = person else { return Ok(Vec::new()) };
        let known = Known { as_of: Some(AsOfPoint::Position(event.position)), at_least: None };
        let (table, keys) = (table::<people::Persons>(), [person.to_string()]);
        let rows = self.ports.rows.rows(table, &event.stream.network, &keys, known).await?;
        let Some(row) = rows.first() else { return Ok(Vec::new()) };
        let row = read_row(&self.ports, &row.body).map_err(|error| FlowError::Row(error.message))?;
        Ok(reactions::of_activity(&row))
    }

    /// The referrals of some persons, as of a position.
    async fn referrals(
        &self,
        network: &NetworkId,
        position: Position,
        persons: Vec<String>,
    ) -> Result<Vec<referrals::ReferralRow>, FlowError> {
        let filter = vec![("person", persons)];
        self.rows_of::<referrals::Referrals>(network, position, filter).await
    }

    /// Every row of a list that matches, as of a position.
    pub(crate) async fn rows_of<P: Projection>(
        &self,
        network: &NetworkId,
        position: Position,
        filter: Vec<(&'static str, Vec<String>)>,
    ) -> Result<Vec<P::Row>, FlowError> {
        let known = Known { as_of: Some(AsOfPoint::Position(position)), at_least: None };
        let mut ask = PageAsk { filter, limit: PAGE, ..PageAsk::default() };
        let mut rows = Vec::new();
        loop {
            let page = self.ports.rows.page(table::<P>(), network, ask.clone(), known).await?;
            for row in &page.rows {
                rows.push(read_row(&self.ports, &row.body).map_err(|error| FlowError::Row(error.message))?);
            }
            match page.rows.last() {
                Some(last) if page.more => ask.after = Some((last.order.clone(), last.key.clone())),
                _ => return Ok(rows),
            }
        }
    }

    /// Every member of a network, as of a position.
    async fn members(
        &self,
        network: &NetworkId,
        position: Position,
    ) -> Result<Vec<mutual_aid::MemberRow>, FlowError> {
        self.rows_of::<mutual_aid::Members>(network, position, Vec::new()).await
    }

    /// An event and the row it left. An event that cannot be read is parked by the read models and
    /// reported there; there is nothing to react to.
    async fn told<D: Decider, P: Projection>(
        &self,
        event: &StoredEvent,
    ) -> Result<Option<(D::Event, P::Row)>, FlowError> {
        let Ok(told) = D::Event::read(&event.name, event.shape, &event.payload) else { return Ok(None) };
        let known = Known { as_of: Some(AsOfPoint::Position(event.position)), at_least: None };
        let keys = [event.stream.id.clone()];
        let rows = self.ports.rows.rows(table::<P>(), &event.stream.network, &keys, known).await?;
        let Some(row) = rows.first() else { return Ok(None) };
        let row =
            read_row::<P::Row>(&self.ports, &row.body).map_err(|error| FlowError::Row(error.message))?;
        Ok(Some((told, row)))
    }

    async fn react(&self, event: &StoredEvent, index: usize, reaction: Reaction) -> Result<(), FlowError> {
        let network = &event.stream.network;
        let id = derived(&format!("reaction/{network}/{}/{}/{index}", event.stream, event.version));
        let act = match reaction {
            Reaction::Visit(visit, command) => on::<dropin::Visit>(network, id, visit, command),
            Reaction::Service(service, command) => on::<directory::Service>(network, id, service, *command),
            Reaction::Referral(referral, command) => {
                on::<referrals::Referral>(network, id, referral, *command)
            }
            Reaction::Person(person, command) => on::<people::Person>(network, id, person, *command),
            Reaction::Erasure(person, reason) => {
                let proof = self.erase(event, person, reason).await?;
                on::<people::Person>(network, id, person, people::PersonCommand::CertifyErasure(proof))
            }
            Reaction::CharterRenewal(member) => {
                mutual_aid::acts::ask_charter_renewal(network, id, member, Expected::Any)
            }
        };
        let trail = Trail {
            causation: Some(event.meta.command.0),
            correlation: event.meta.correlation,
            ..Trail::default()
        };
        let asked = self.asked(network, event.meta.occurred_at);
        self.send(act, asked, trail).await.map(|_| ())
    }

    /// Does what a due row asks; `seen` is how far the lists had come when it was read.
    async fn fall_due(
        &self,
        turn: &mut Turn,
        row: &DueRow,
        now: DateTime<Utc>,
        seen: Position,
    ) -> Result<(), FlowError> {
        let id = derived(&format!("due/{}/{}/{}/{}", row.network, row.table, row.key, row.due));
        if turn.vain.contains(&id) {
            return Ok(());
        }
        let sent = match deadlines::act(row, id, now) {
            Ok(None) => Sent::Nothing,
            Ok(Some(act)) => self.send(Ok(act), self.asked(&row.network, now), Trail::default()).await?,
            Err(halt) => self.send(Err(halt), self.asked(&row.network, now), Trail::default()).await?,
        };
        // A row that did not move would be due for ever: it is reported once and left alone. One
        // whose command was performed before has moved; the lists are a moment behind.
        if sent == Sent::Nothing {
            if self.journal.head().await? > seen {
                // Somebody was faster than the lists: it is looked at again when they are there.
                return Ok(());
            }
            tracing::warn!(table = row.table, key = row.key, "a row is due but nothing follows");
        }
        if sent != Sent::New {
            turn.vain.insert(id);
        }
        Ok(())
    }

    fn asked(&self, network: &NetworkId, at: DateTime<Utc>) -> Asked {
        Asked {
            network: network.clone(),
            by: ActorId(Uuid::nil()),
            role: Role::System,
            at,
            now: self.ports.clock.now(),
        }
    }

    /// Sends an act. A refusal is not a fault: the other context has its reasons.
    async fn send(&self, act: Result<Act, Halt>, asked: Asked, trail: Trail) -> Result<Sent, FlowError> {
        let act = act.map_err(|halt| Trouble::Fault(halt.to_string()))?;
        let command = act.command;
        match self.ports.commands.perform(act, asked, trail).await {
            Ok(receipt) if receipt.repeated => Ok(Sent::Before),
            Ok(receipt) if receipt.events.is_empty() => Ok(Sent::Nothing),
            Ok(_) => Ok(Sent::New),
            Err(Trouble::Refused(refused)) => {
                tracing::info!(%command, code = refused.code, "a flow's command was refused");
                Ok(Sent::Nothing)
            }
            Err(trouble) => Err(trouble.into()),
        }
    }
}

fn on<D: Decider>(
    network: &NetworkId,
    id: CommandId,
    stream: impl std::fmt::Display,
    command: D::Command,
) -> Result<Act, Halt> {
    Act::on::<D>(id, StreamId::new(network, D::KIND, stream), Expected::Any, command)
}

fn derived(cause: &str) -> CommandId {
    CommandId(Uuid::new_v5(&DERIVED, cause.as_bytes()))
}
