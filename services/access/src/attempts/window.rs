//! The tries of one counter that still count.

use chrono::{DateTime, Utc};

use super::limits::{Limit, Waits};
use crate::store::{instant, millis};

/// Instants, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Window(Vec<i64>);

impl Window {
    /// As it was kept, without what is too old to count.
    pub(super) fn read(bytes: &[u8], limit: &Limit, now: DateTime<Utc>) -> Self {
        let from = millis(now - limit.window);
        let times = bytes.as_chunks::<8>().0.iter().map(|time| i64::from_be_bytes(*time));
        Self(times.filter(|time| *time > from).collect())
    }

    /// As it is kept.
    pub(super) fn bytes(&self) -> Vec<u8> {
        self.0.iter().flat_map(|time| time.to_be_bytes()).collect()
    }

    /// One more; the oldest goes when there are more than could matter.
    pub(super) fn add(&mut self, now: DateTime<Utc>, limit: &Limit) {
        self.0.push(millis(now));
        self.0.sort_unstable();
        let surplus = self.0.len().saturating_sub(limit.kept());
        self.0.drain(..surplus);
    }

    /// Whether anything counts.
    pub(super) fn any(&self) -> bool {
        !self.0.is_empty()
    }

    /// One less.
    pub(super) fn take_back(&mut self, at: i64) {
        if let Some(place) = self.0.iter().position(|time| *time == at) {
            self.0.remove(place);
        }
    }

    /// The newest less.
    pub(super) fn take_newest_back(&mut self) {
        self.0.pop();
    }

    /// Until when the next try has to wait, if it has to.
    pub(super) fn waits(&self, limit: &Limit) -> Option<DateTime<Utc>> {
        let over = self.0.len().checked_sub(limit.free)?;
        match limit.waits {
            Waits::Doubling { first, most } => {
                let doublings = u32::try_from(over).unwrap_or(u32::MAX).min(20);
                let wait = (first * 2_i32.pow(doublings)).min(most);
                self.0.last().map(|last| instant(*last) + wait)
            }
            // The next is free when so many have left that fewer than the free ones count.
            Waits::UntilOneLeaves => self.0.get(over).map(|oldest| instant(*oldest) + limit.window),
        }
    }

    /// When none of it counts any more; nothing when nothing does.
    pub(super) fn over(&self, limit: &Limit) -> Option<i64> {
        self.0.last().map(|last| millis(instant(*last) + limit.window))
    }
}
