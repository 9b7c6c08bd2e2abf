//! Commands as one caller may send them: what is not theirs is refused as what is not there.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use ::access::policy::{Done, Relation};
use async_trait::async_trait;
use graph::ports::{Commands, Known, Receipt, Table, Trail, Trouble};
use kernel::act::{Halt, Scene};
use kernel::{Act, Asked, Position};
use serde_json::Value;

use super::Sight;

/// The journal behind the eyes of a caller.
pub(super) struct Acts {
    pub(super) sight: Sight,
    pub(super) done: Done,
    pub(super) table: Option<Table>,
    pub(super) latest: Arc<AtomicU64>,
    pub(super) inner: Arc<dyn Commands>,
}

impl Acts {
    /// Whether the caller may do this to the object, as far as what it is tied to is written down.
    async fn allowed(&self, act: &Act) -> Result<bool, Trouble> {
        let caller = &self.sight.caller;
        let rights = self.sight.decisions.rights(caller.role, self.done.kind);
        let does = |relation: Relation| rights.does(self.done.action, relation);
        if rights.relations().all(does) {
            return Ok(true);
        }
        let (Some(kind), Some(table), Some(involved)) =
            (self.sight.decisions.classes().kinds().get(self.done.kind), self.table, act.involved.first())
        else {
            return Ok(does(Relation::Network));
        };
        // What this node has answered is there before anybody is told that it is not.
        let known = Known { as_of: None, at_least: Some(Position(self.latest.load(Ordering::Acquire))) };
        let keys = [involved.stream.id.clone()];
        let rows = self.sight.inner.rows(table, &caller.network, &keys, known).await?;
        let Some(row) = rows.first() else { return Ok(false) };
        let body: Value = serde_json::from_slice(&row.body)
            .map_err(|error| Trouble::Fault(format!("a row cannot be read: {error}")))?;
        Ok(does(self.sight.relation(kind, &body).await?))
    }
}

/// The refusal of an act whose objects are not there: the rules themselves say it.
fn as_if_absent(act: &Act, asked: &Asked) -> Trouble {
    let states = act.involved.iter().map(|involved| (involved.stream.clone(), (involved.fold.empty)()));
    let mut scene = Scene::new(asked, states.collect());
    match (act.play)(&mut scene) {
        Err(Halt::Refused(refused)) => Trouble::Refused(refused),
        Err(halt) => Trouble::Fault(halt.to_string()),
        Ok(()) => Trouble::Fault("an act on nothing was not refused".to_owned()),
    }
}

#[async_trait]
impl Commands for Acts {
    async fn perform(&self, act: Act, asked: Asked, trail: Trail) -> Result<Receipt, Trouble> {
        if !self.allowed(&act).await? {
            return Err(as_if_absent(&act, &asked));
        }
        let receipt = self.inner.perform(act, asked, trail).await?;
        self.latest.fetch_max(receipt.position.0, Ordering::AcqRel);
        Ok(receipt)
    }
}
