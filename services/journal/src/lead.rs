//! Which node acts for all: reactions, deadlines and letters are one node's work at a time.
//!
//! The storage gives the right for a while, in terms that are counted. Whoever holds it asks again well before
//! it runs out, and stops acting when it has: a node that was cut off, or stood still, may not know that another
//! one took over. What it appends all the same is of a term that is over, and refused
//! ([`Verdict::TermOver`](crate::engine::Verdict::TermOver)).

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::Instant;
use uuid::Uuid;

use crate::engine::Engine;

/// How long the right lasts without being asked for again.
const LASTS: Duration = Duration::from_secs(6);
/// How often it is asked for.
const RENEW: Duration = Duration::from_secs(2);

/// A term, and until when it is certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Term {
    number: u64,
    until: Instant,
}

/// Whether this node acts for all.
#[derive(Debug, Clone)]
pub struct Leading(watch::Receiver<Option<Term>>);

impl Leading {
    /// The term in which this node acts, if it does now. To be asked before every act.
    pub fn term(&self) -> Option<u64> {
        let term = *self.0.borrow();
        term.filter(|term| Instant::now() < term.until).map(|term| term.number)
    }

    /// Waits until this node acts for all; for ever when it never does again.
    pub async fn begins(&mut self) {
        while self.term().is_none() {
            if self.0.changed().await.is_err() {
                std::future::pending::<()>().await;
            }
        }
    }
}

/// Asks the storage again and again.
pub(crate) struct Lead {
    engine: Arc<dyn Engine>,
    node: Uuid,
    told: watch::Sender<Option<Term>>,
}

impl Lead {
    pub(crate) fn new(engine: Arc<dyn Engine>) -> Self {
        #[expect(clippy::disallowed_methods, reason = "an adapter: a node is told from every other")]
        let node = Uuid::new_v4();
        Self { engine, node, told: watch::Sender::new(None) }
    }

    pub(crate) fn leading(&self) -> Leading {
        Leading(self.told.subscribe())
    }

    /// Asks once. When there is no answer, what was certain stays certain until it runs out.
    pub(crate) async fn ask(&self) {
        // From before the question: the storage counts from when it answers, which is later.
        let until = Instant::now() + LASTS;
        match tokio::time::timeout(RENEW, self.engine.lead(self.node, LASTS)).await {
            Ok(Ok(number)) => self.say(number.map(|number| Term { number, until })),
            Ok(Err(error)) => tracing::debug!(%error, "who acts for all cannot be asked"),
            Err(_) => tracing::debug!("who acts for all is not answered"),
        }
        if self.told.borrow().is_some_and(|term| Instant::now() >= term.until) {
            self.say(None);
        }
    }

    fn say(&self, now: Option<Term>) {
        let before = self.told.send_replace(now);
        let number = |term: Option<Term>| term.map(|term| term.number);
        metrics::gauge!("entraide_acts_for_all").set(if now.is_some() { 1.0 } else { 0.0 });
        match (number(before), number(now)) {
            (before, now) if before == now => {}
            (_, Some(term)) => tracing::info!(term, "this node acts for all"),
            (_, None) => tracing::info!("this node does not act for all"),
        }
    }

    /// Asks until told to stop, then leaves it to the next.
    pub(crate) async fn run(self, mut stopped: watch::Receiver<bool>) {
        loop {
            tokio::select! {
                _ = stopped.changed() => break,
                () = tokio::time::sleep(RENEW) => {}
            }
            self.ask().await;
        }
        if self.told.send_replace(None).is_some()
            && let Err(error) = self.engine.leave(self.node).await
        {
            tracing::info!(%error, "acting for all could not be left; it ends by itself");
        }
    }
}
