//! What was last decided about accounts on this node: requests wait until it can be read, so that a
//! removed account has no effect from the next request on.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use accounts::Account;
use async_trait::async_trait;
use graph::ports::{Commands, Known, Receipt, Trail, Trouble};
use kernel::{Act, Asked, Decider, Position};

/// The place of the last event about an account that was recorded through this node.
#[derive(Debug, Clone, Default)]
pub struct LastSeen(Arc<AtomicU64>);

impl LastSeen {
    /// How an account is to be read now.
    pub fn reading(&self) -> Known {
        let position = self.0.load(Ordering::Acquire);
        Known { at_least: (position > 0).then_some(Position(position)), ..Known::default() }
    }

    fn saw(&self, position: Position) {
        self.0.fetch_max(position.0, Ordering::AcqRel);
    }
}

/// Commands, with an eye on those about accounts.
pub struct Watching {
    inner: Arc<dyn Commands>,
    seen: LastSeen,
}

impl Watching {
    /// Watches these commands.
    pub fn new(inner: Arc<dyn Commands>, seen: LastSeen) -> Self {
        Self { inner, seen }
    }
}

#[async_trait]
impl Commands for Watching {
    async fn perform(&self, act: Act, asked: Asked, trail: Trail) -> Result<Receipt, Trouble> {
        let about_an_account = act.involved.iter().any(|involved| involved.stream.kind == Account::KIND);
        let receipt = self.inner.perform(act, asked, trail).await?;
        if about_an_account {
            self.seen.saw(receipt.position);
        }
        Ok(receipt)
    }
}
