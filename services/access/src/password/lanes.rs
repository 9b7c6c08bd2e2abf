//! Who hashes when: a lane for devices an account is known on, one for strangers.
//!
//! Each has places of its own, so whoever signs in where they always do waits behind their like only.
//! Strangers have as many places as there are cores: somebody on a new telephone cannot be told from
//! fifty who guess from anywhere, so all that helps them is that the queue is short. Among strangers, who
//! was wrong before lets pass who was not: of all that try again, one at a time stands in the queue of
//! those who try first. In each lane it is first come, first served.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::sync::Semaphore;

use super::busy;
use crate::denied::{Denied, Fault};

/// How many may wait in a lane for each of its places. At some 30 ms each nobody in the queue waits for a
/// second.
const MOST_WAITING: usize = 24;
/// How long anybody waits before being told to come again.
const PATIENCE: Duration = Duration::from_secs(3);
/// When whoever was turned away may come again, in seconds.
pub(super) const TRY_AGAIN_AFTER: u64 = 2;

/// From where somebody tries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lane {
    /// A device the account is known on, or somebody who is signed in.
    Known,
    /// Anywhere else, for the first time.
    Stranger,
    /// Anywhere else, after a wrong try at that account or on that device.
    Again,
}

struct Way {
    free: Arc<Semaphore>,
    waiting: AtomicUsize,
    most: usize,
}

impl Way {
    fn of(places: usize) -> Self {
        let (free, waiting) = (Arc::new(Semaphore::new(places)), AtomicUsize::new(0));
        Self { free, waiting, most: MOST_WAITING * places }
    }
}

/// Both lanes.
pub(super) struct Lanes {
    known: Way,
    strangers: Way,
    /// The gate to the strangers' lane for those who try again.
    again: Way,
}

impl Lanes {
    /// On this many cores.
    pub(super) fn new(cores: usize) -> Self {
        Self { known: Way::of(1), strangers: Way::of(cores.max(1)), again: Way::of(1) }
    }

    /// Runs something heavy on a thread of its own when its turn comes.
    ///
    /// # Errors
    /// Busy, when too many wait or the wait was too long.
    pub(super) async fn run<T: Send + 'static>(
        &self,
        lane: Lane,
        heavy: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Denied> {
        let (queue, way) = match lane {
            Lane::Known => (&self.known, &self.known),
            Lane::Stranger => (&self.strangers, &self.strangers),
            Lane::Again => (&self.again, &self.strangers),
        };
        let _waiting = Waiting::joined(queue).ok_or_else(busy)?;
        let turn = async {
            let gate = match lane {
                Lane::Again => Some(queue.free.acquire().await),
                Lane::Known | Lane::Stranger => None,
            };
            let turn = Arc::clone(&way.free).acquire_owned().await;
            // The next of those who try again joins the queue when this one leaves it.
            drop(gate);
            turn
        };
        let Ok(Ok(permit)) = tokio::time::timeout(PATIENCE, turn).await else { return Err(busy()) };
        let done = tokio::task::spawn_blocking(move || {
            let done = heavy();
            // Held until the work is done, also when whoever asked has gone away.
            drop(permit);
            done
        });
        done.await.map_err(|error| Fault::Hashing(error.to_string()).into())
    }
}

/// A place in a queue, given back when it is left.
struct Waiting<'a>(&'a AtomicUsize);

impl<'a> Waiting<'a> {
    fn joined(queue: &'a Way) -> Option<Self> {
        queue
            .waiting
            .fetch_update(Ordering::AcqRel, Ordering::Acquire, |waiting| {
                (waiting < queue.most).then_some(waiting + 1)
            })
            .ok()
            .map(|_| Self(&queue.waiting))
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::AcqRel);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[tokio::test(flavor = "multi_thread")]
    async fn strangers_never_stand_before_a_known_device() {
        let lanes = Arc::new(Lanes::new(1));
        let (hold, held) = mpsc::channel::<()>();
        let blocker = {
            let lanes = Arc::clone(&lanes);
            tokio::spawn(async move { lanes.run(Lane::Stranger, move || held.recv()).await.is_ok() })
        };
        // Only when it runs is the strangers' place taken.
        while lanes.strangers.free.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        assert_eq!(lanes.run(Lane::Known, || 7).await.ok(), Some(7));
        hold.send(()).expect("the blocker waits");
        assert!(blocker.await.expect("the blocker ends"));
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn who_tries_for_the_first_time_passes_those_who_try_again() {
        let lanes = Arc::new(Lanes::new(1));
        let (hold, held) = mpsc::channel::<()>();
        let (ends, ended) = mpsc::channel::<Lane>();
        let spawn = |lane: Lane, held: Option<mpsc::Receiver<()>>| {
            let (lanes, ends) = (Arc::clone(&lanes), ends.clone());
            tokio::spawn(async move {
                // Told while the place is taken: who is woken first afterwards is another matter.
                let work = move || {
                    if let Some(held) = held {
                        let _ = held.recv();
                    }
                    ends.send(lane)
                };
                lanes.run(lane, work).await.map(drop).map_err(drop)
            })
        };
        let mut tasks = vec![spawn(Lane::Stranger, Some(held))];
        while lanes.strangers.free.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        tasks.extend((0..20).map(|_| spawn(Lane::Again, None)));
        while lanes.again.waiting.load(Ordering::Acquire) < 20 || lanes.again.free.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        tasks.push(spawn(Lane::Stranger, None));
        while lanes.strangers.waiting.load(Ordering::Acquire) < 2 {
            tokio::task::yield_now().await;
        }
        hold.send(()).expect("the blocker waits");
        for task in tasks {
            task.await.expect("it ends").expect("it ran");
        }
        let order: Vec<Lane> = ended.try_iter().collect();
        let place = order.iter().rposition(|lane| *lane == Lane::Stranger).expect("it ran");
        // After the one it found there, and a neighbour or two that ended while it ran.
        assert!(place <= 5, "{order:?}");
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn one_more_than_may_wait_is_told_to_come_again_at_once() {
        let lanes = Lanes::new(1);
        let queue: Vec<_> = (0..MOST_WAITING).map(|_| Waiting::joined(&lanes.strangers)).collect();
        let turned_away = lanes.run(Lane::Stranger, || 7).await.expect_err("the queue is full");
        assert_eq!(
            turned_away.refusal(),
            Some(&crate::AccessRefusal::SignInBusy { seconds: TRY_AGAIN_AFTER })
        );
        drop(queue);
        assert_eq!(lanes.run(Lane::Stranger, || 7).await.ok(), Some(7));
    }
}
