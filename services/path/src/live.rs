//! The same, live: streams that read the lists again whenever the read models have moved on, so
//! that nothing is lost between two events and a reader may resume after any position.

use async_graphql::{Context, Result, SimpleObject, Subscription};
use futures_util::{Stream, stream};
use graph::lists::{read_row, table};
use graph::perform::fault;
use graph::ports::{Known, PageAsk, Ports};
use graph::{Caller, caller};
use kernel::{NetworkId, Party, Position, Projection, SessionId, Waiting};

use crate::entries::{EntryRow, ObjectRef};
use crate::inbox::{self, InboxItem};
use crate::timeline::{self, PathBy, all};

/// Memberships of one account: one, or a few over the years.
const MEMBERS: usize = 100;

/// A pairing of the member who listens, as it is now.
#[derive(SimpleObject)]
pub struct PairingChange {
    /// Where the lists stand; resume after it.
    pub position: Position,
    /// The pairing.
    pub pairing: <mutual_aid::Pairings as Projection>::Row,
}

/// A session as it is now.
#[derive(SimpleObject)]
pub struct SessionChange {
    /// Where the lists stand; resume after it.
    pub position: Position,
    /// The session with its counts.
    pub session: <dropin::Sessions as Projection>::Row,
}

/// A change of the inbox.
#[derive(SimpleObject)]
pub struct InboxChange {
    /// Where the lists stand; resume after it.
    pub position: Position,
    /// The object.
    pub object: ObjectRef,
    /// What it waits for now; null when it waits no more.
    pub waiting: Option<Waiting>,
}

/// What can be followed live.
#[derive(Debug, Default, Clone, Copy)]
pub struct PathSubscriptions;

#[Subscription]
impl PathSubscriptions {
    /// What happens on a path, from a position on: first what is already there, then live.
    async fn path<'ctx>(
        &self,
        ctx: &Context<'ctx>,
        #[graphql(desc = "Whose path.")] by: PathBy,
        #[graphql(desc = "Resume after this position; 0 for the whole path, now when left out.")]
        after: Option<Position>,
    ) -> Result<impl Stream<Item = Result<EntryRow>> + use<'ctx>> {
        let (caller, ports) = owned(ctx)?;
        if let PathBy::ReturnCode(_) = by {
            ports.guesses.may_guess(&caller).map_err(fault)?;
            // Once: to go on listening is no further guess.
            match timeline::extent(&ports, &caller, by, Known::default()).await? {
                Some(_) => ports.guesses.guessed_right(&caller),
                None => ports.guesses.guessed_wrong(&caller),
            }
        }
        let from = from(&ports, after).await;
        Ok(follow(ports, caller.network.clone(), from, move |ports, after, until| {
            let caller = caller.clone();
            async move {
                let Some(extent) = timeline::extent(&ports, &caller, by, at(until)).await? else {
                    return Ok(Vec::new());
                };
                let mut entries = timeline::entries(&ports, &caller, &extent, at(until)).await?;
                entries.retain(|entry| entry.position > after);
                entries.sort_by_key(|entry| entry.position);
                Ok(entries)
            }
        }))
    }

    /// The pairings of the member who listens, whenever one changes.
    async fn my_pairings<'ctx>(
        &self,
        ctx: &Context<'ctx>,
        #[graphql(desc = "Resume after this position; now when left out.")] after: Option<Position>,
    ) -> Result<impl Stream<Item = Result<PairingChange>> + use<'ctx>> {
        let (caller, ports) = owned(ctx)?;
        let from = from(&ports, after).await;
        Ok(follow(ports, caller.network.clone(), from, move |ports, after, until| {
            let caller = caller.clone();
            async move {
                let now = pairings_of(&ports, &caller, at(until)).await?;
                let before = pairings_of(&ports, &caller, at(after)).await?;
                let changed = now.into_iter().filter(|pairing| !before.contains(pairing));
                Ok(changed.map(|pairing| PairingChange { position: until, pairing }).collect())
            }
        }))
    }

    /// The inbox, line by line, whenever somebody must move or has moved.
    async fn decision_inbox<'ctx>(
        &self,
        ctx: &Context<'ctx>,
        #[graphql(desc = "Waiting on one of these; on anybody when left out.")] on: Option<Vec<Party>>,
        #[graphql(desc = "Resume after this position; now when left out.")] after: Option<Position>,
    ) -> Result<impl Stream<Item = Result<InboxChange>> + use<'ctx>> {
        let (caller, ports) = owned(ctx)?;
        let from = from(&ports, after).await;
        Ok(follow(ports, caller.network.clone(), from, move |ports, after, until| {
            let (caller, on) = (caller.clone(), on.clone());
            async move {
                let before = inbox::whole(&ports, &caller, on.clone(), at(after)).await?;
                let now = inbox::whole(&ports, &caller, on, at(until)).await?;
                Ok(changes(&before, &now, until))
            }
        }))
    }

    /// A session with its counts, whenever they change.
    async fn session<'ctx>(
        &self,
        ctx: &Context<'ctx>,
        #[graphql(desc = "Which session.")] id: SessionId,
        #[graphql(desc = "Resume after this position; 0 to begin with how it stands, now when left out.")]
        after: Option<Position>,
    ) -> Result<impl Stream<Item = Result<SessionChange>> + use<'ctx>> {
        let (caller, ports) = owned(ctx)?;
        let from = from(&ports, after).await;
        Ok(follow(ports, caller.network.clone(), from, move |ports, after, until| {
            let caller = caller.clone();
            async move {
                let keys = [id.to_string()];
                let sessions = table::<dropin::Sessions>();
                let before =
                    ports.rows.rows(sessions, &caller.network, &keys, at(after)).await.map_err(fault)?;
                let now =
                    ports.rows.rows(sessions, &caller.network, &keys, at(until)).await.map_err(fault)?;
                let changed = now.into_iter().filter(|row| !before.contains(row));
                changed
                    .map(|row| Ok(SessionChange { position: until, session: read_row(&ports, &row.body)? }))
                    .collect()
            }
        }))
    }
}

fn owned(ctx: &Context<'_>) -> Result<(Caller, Ports)> {
    let (caller, ports) = caller::of(ctx)?;
    Ok((caller.clone(), ports.clone()))
}

async fn from(ports: &Ports, after: Option<Position>) -> Position {
    match after {
        Some(position) => position,
        None => ports.rows.position().await,
    }
}

/// The pairings of the member behind an account; none when it is nobody's.
async fn pairings_of(ports: &Ports, caller: &Caller, known: Known) -> Result<Vec<mutual_aid::PairingRow>> {
    let own = PageAsk { filter: vec![("account", vec![caller.actor.to_string()])], ..PageAsk::default() };
    let members: Vec<String> = all::<mutual_aid::Members>(ports, caller, own, known, MEMBERS)
        .await?
        .iter()
        .map(|row| row.id.to_string())
        .collect();
    if members.is_empty() {
        return Ok(Vec::new());
    }
    let ask = PageAsk { filter: vec![("member", members)], ..PageAsk::default() };
    all::<mutual_aid::Pairings>(ports, caller, ask, known, usize::MAX).await
}

fn at(position: Position) -> Known {
    Known { as_of: Some(graph::ports::AsOfPoint::Position(position)), at_least: None }
}

fn changes(before: &[InboxItem], now: &[InboxItem], position: Position) -> Vec<InboxChange> {
    let gone = before
        .iter()
        .filter(|item| !now.iter().any(|other| other.object == item.object))
        .map(|item| InboxChange { position, object: item.object.clone(), waiting: None });
    let new = now.iter().filter(|item| !before.contains(item)).map(|item| InboxChange {
        position,
        object: item.object.clone(),
        waiting: Some(item.waiting.clone()),
    });
    gone.chain(new).collect()
}

/// Asks `what` happened between two positions, again and again as the lists of a network move on. An error
/// ends the stream after it was told.
fn follow<T, F, W>(ports: Ports, network: NetworkId, from: Position, what: F) -> impl Stream<Item = Result<T>>
where
    F: Fn(Ports, Position, Position) -> W + Clone,
    W: Future<Output = Result<Vec<T>>>,
{
    enum Step<T> {
        Going(Position, std::vec::IntoIter<T>),
        Ended,
    }
    let start = Step::Going(from, Vec::new().into_iter());
    stream::unfold(start, move |mut step| {
        let (ports, network, what) = (ports.clone(), network.clone(), what.clone());
        async move {
            loop {
                let Step::Going(after, ready) = &mut step else { return None };
                if let Some(item) = ready.next() {
                    return Some((Ok(item), step));
                }
                let until = ports.rows.moved(&network, *after).await;
                match what(ports.clone(), *after, until).await {
                    Ok(items) => step = Step::Going(until, items.into_iter()),
                    Err(error) => return Some((Err(error), Step::Ended)),
                }
            }
        }
    })
}
