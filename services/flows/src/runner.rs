//! The runner: follows the journal behind the read models, and looks at what is due.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use graph::Ports;
use graph::ports::{Trail, Trouble};
use journal::{Journal, JournalError, Leading, StoredEvent};
use kernel::act::Halt;
use kernel::{Act, ActorId, Asked, CommandId, Decider, Expected, NetworkId, Position, Role, StreamId};
use readmodel::{DueRow, ReadModel};
use thiserror::Error;
use tokio::sync::{Mutex, watch};
use uuid::Uuid;

use crate::checkpoint::Checkpoint;
use crate::deadlines;
use crate::reactions::Reaction;

/// Events looked at in one go.
pub(crate) const PAGE: usize = 500;
/// Rows that are due looked at in one go.
const DUE: usize = 500;
/// How long to wait for a term of this node before it is taken to be another's.
const TAKING_OVER: Duration = Duration::from_secs(9);
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
    /// Another node acts for all now.
    #[error("another node acts for all now")]
    AnotherActs,
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
    leading: Leading,
    checkpoint: Checkpoint,
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
    /// Opens the flows where they left off, on a node that acts while it leads. A lost checkpoint costs
    /// time only: derived command ids make a second run a repetition.
    ///
    /// # Errors
    /// When the checkpoint is there but cannot be read.
    pub fn open(
        ports: Ports,
        journal: Arc<dyn Journal>,
        model: ReadModel,
        leading: Leading,
        checkpoint: Checkpoint,
    ) -> Result<Self, FlowError> {
        let position = checkpoint.position()?;
        let turn = Mutex::new(Turn { position, vain: HashSet::new() });
        Ok(Self { ports, journal, model, leading, checkpoint, turn })
    }

    /// Runs until told to stop.
    pub async fn run(self: Arc<Self>, mut stopped: watch::Receiver<bool>) {
        let mut ill = false;
        let mut leading = self.leading.clone();
        while !*stopped.borrow() {
            tokio::select! {
                _ = stopped.changed() => return,
                () = leading.begins() => {}
            }
            match self.step().await {
                Ok(()) | Err(FlowError::AnotherActs) => ill = false,
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

    /// Reacts and looks at deadlines until nothing moves any more; answers where everything stands. While
    /// another node acts, there is nothing to do here.
    ///
    /// # Errors
    /// When the journal or the read models cannot be read.
    pub async fn settle(&self) -> Result<Position, FlowError> {
        let mut leading = self.leading.clone();
        if tokio::time::timeout(TAKING_OVER, leading.begins()).await.is_err() {
            let head = self.journal.head().await?;
            return self.wait_for(head).await.map(|()| head);
        }
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
            self.checkpoint.keep(last)?;
        }
        let (now, seen) = (self.ports.clock.now(), self.ports.rows.position().await);
        for row in self.model.due(&deadlines::tables(), now, DUE).await? {
            self.fall_due(&mut turn, &row, now, seen).await?;
        }
        Ok(())
    }

    /// The term in which this node acts.
    pub(crate) fn term(&self) -> Result<u64, FlowError> {
        self.leading.term().ok_or(FlowError::AnotherActs)
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
            // Another node's clock may be ahead of this one's: what it recorded has happened.
            now: self.ports.clock.now().max(at),
        }
    }

    /// Sends an act. A refusal is not a fault: the other context has its reasons.
    async fn send(&self, act: Result<Act, Halt>, asked: Asked, trail: Trail) -> Result<Sent, FlowError> {
        let act = act.map_err(|halt| Trouble::Fault(halt.to_string()))?;
        let command = act.command;
        let trail = Trail { term: Some(self.term()?), ..trail };
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
