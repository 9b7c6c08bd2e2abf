//! Reads for those who follow live: one event may wake thousands of them.
//!
//! They read a few at a time, so that whoever asks once is not kept waiting behind all of them; what several
//! want to know of the same position is read once; and when the read models have too much to do they wait,
//! where a query is told to come again: a stream that ended would have to be begun anew, by everybody at once.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use async_trait::async_trait;
use futures_util::future::BoxFuture;
use graph::ports::{AsOfPoint, Known, PageAsk, RawPage, RawRow, Rows, Table, Trouble};
use kernel::{NetworkId, Position};
use tokio::sync::{OnceCell, Semaphore};

/// Reads of followers that run at once; the queue of reads takes 1,024.
const AT_ONCE: usize = 64;
/// Answers kept for the others until the lists move on; what is asked beyond is read for each.
const KEPT: usize = 4_096;
/// How long is waited when the read models have too much to do.
const PAUSE: Duration = Duration::from_millis(50);

/// The inbox: table and row, whether there is more, and how many there are.
type Inbox = (Vec<(&'static str, RawRow)>, bool, u64);

/// The tables of an inbox, its network, on whom, which page of it, and as of when.
type InboxAsked = (Vec<&'static str>, NetworkId, Vec<String>, PageAsk, Position);

/// Read models that are read in turn.
pub(crate) struct InTurn {
    inner: Arc<dyn Rows>,
    turns: Semaphore,
    rows: Shared<(&'static str, NetworkId, Vec<String>, Position), Vec<RawRow>>,
    pages: Shared<(&'static str, NetworkId, PageAsk, Position), RawPage>,
    inboxes: Shared<InboxAsked, Inbox>,
}

impl InTurn {
    pub(crate) fn new(inner: Arc<dyn Rows>) -> Self {
        Self {
            inner,
            turns: Semaphore::new(AT_ONCE),
            rows: Shared::default(),
            pages: Shared::default(),
            inboxes: Shared::default(),
        }
    }

    /// Reads when it is this one's turn, and again as long as there is too much to do.
    async fn in_turn<'a, A>(
        &self,
        read: impl Fn() -> BoxFuture<'a, Result<A, Trouble>>,
    ) -> Result<A, Trouble> {
        let turn = self.turns.acquire().await;
        let _turn = turn.map_err(|closed| Trouble::Fault(closed.to_string()))?;
        loop {
            match read().await {
                Err(Trouble::Overloaded) => tokio::time::sleep(PAUSE).await,
                answer => return answer,
            }
        }
    }

    /// Reads once for all who ask the same as of the same position: that answer never changes.
    async fn once<'a, Q: Eq + Hash, A: Clone>(
        &self,
        shared: &Shared<Q, A>,
        known: Known,
        asked: impl FnOnce(Position) -> Q,
        read: impl Fn() -> BoxFuture<'a, Result<A, Trouble>>,
    ) -> Result<A, Trouble> {
        let Some(AsOfPoint::Position(at)) = known.as_of else { return self.in_turn(read).await };
        let answer = shared.answer(self.inner.position().await, asked(at));
        answer.get_or_try_init(|| self.in_turn(read)).await.cloned()
    }
}

/// What was asked since the lists moved last, with the answers as they come.
struct Shared<Q, A>(Mutex<(Position, Answers<Q, A>)>);

type Answers<Q, A> = HashMap<Q, Arc<OnceCell<A>>>;

impl<Q, A> Default for Shared<Q, A> {
    fn default() -> Self {
        Self(Mutex::new((Position(0), HashMap::new())))
    }
}

impl<Q: Eq + Hash, A> Shared<Q, A> {
    /// The one answer to what is asked. What was kept is dropped when the lists have moved on: who follows has
    /// read it, and words that were erased since must not stay in it.
    fn answer(&self, stands: Position, asked: Q) -> Arc<OnceCell<A>> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (since, answers) = &mut *kept;
        if *since != stands {
            *since = stands;
            answers.clear();
        }
        if answers.len() >= KEPT {
            return answers.get(&asked).cloned().unwrap_or_default();
        }
        Arc::clone(answers.entry(asked).or_default())
    }
}

#[async_trait]
impl Rows for InTurn {
    async fn rows(
        &self,
        table: Table,
        network: &NetworkId,
        keys: &[String],
        known: Known,
    ) -> Result<Vec<RawRow>, Trouble> {
        let asked = |at| (table.name, network.clone(), keys.to_vec(), at);
        self.once(&self.rows, known, asked, || self.inner.rows(table, network, keys, known)).await
    }

    async fn page(
        &self,
        table: Table,
        network: &NetworkId,
        ask: PageAsk,
        known: Known,
    ) -> Result<RawPage, Trouble> {
        let asked = |at| (table.name, network.clone(), ask.clone(), at);
        self.once(&self.pages, known, asked, || self.inner.page(table, network, ask.clone(), known)).await
    }

    async fn counts(
        &self,
        table: Table,
        network: &NetworkId,
        by: &'static str,
        ask: PageAsk,
        known: Known,
    ) -> Result<Vec<(String, u64)>, Trouble> {
        self.in_turn(|| self.inner.counts(table, network, by, ask.clone(), known)).await
    }

    async fn waiting(
        &self,
        tables: &[Table],
        network: &NetworkId,
        on: &[String],
        ask: PageAsk,
        known: Known,
    ) -> Result<Inbox, Trouble> {
        let names = tables.iter().map(|table| table.name).collect();
        let asked = |at| (names, network.clone(), on.to_vec(), ask.clone(), at);
        let read = || self.inner.waiting(tables, network, on, ask.clone(), known);
        self.once(&self.inboxes, known, asked, read).await
    }

    async fn position(&self) -> Position {
        self.inner.position().await
    }

    async fn passed(&self, position: Position) -> Position {
        self.inner.passed(position).await
    }

    async fn moved(&self, network: &NetworkId, position: Position) -> Position {
        self.inner.moved(network, position).await
    }
}

#[cfg(test)]
mod tests;
