//! The clock of an answer: what is due next, and when it stands still. The rules and the list fold
//! it from the same events, so that they never disagree.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::codes::{ReferralPriority, ReferralReminder};
use crate::delays::Deadlines;
use crate::events::ReferralEvent;

/// The clock of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AnswerClock {
    /// The dates.
    pub deadlines: Deadlines,
    /// When the partner was last reminded.
    pub reminded_at: Option<DateTime<Utc>>,
    /// Whether it was flagged as overdue.
    pub flagged: bool,
    /// Since when it stands still.
    pub stopped_at: Option<DateTime<Utc>>,
}

/// What the platform does about a late answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It reminds the partner.
    Remind,
    /// It flags the referral as overdue.
    Flag,
    /// It lets the referral expire.
    Expire,
}

impl AnswerClock {
    fn started(deadlines: Deadlines) -> Self {
        Self { deadlines, reminded_at: None, flagged: false, stopped_at: None }
    }

    /// What is due next, and when; nothing while it stands still.
    pub fn next(&self) -> Option<(Step, DateTime<Utc>)> {
        let Deadlines { answer_due, overdue_at, expires_at, .. } = self.deadlines;
        match (self.stopped_at, self.reminded_at, self.flagged) {
            (Some(_), ..) => None,
            (None, None, _) => Some((Step::Remind, answer_due)),
            (None, Some(_), false) => Some((Step::Flag, overdue_at)),
            (None, Some(_), true) => Some((Step::Expire, expires_at)),
        }
    }

    /// The dates once the clock runs again.
    pub fn running(&self, priority: ReferralPriority, at: DateTime<Utc>) -> Deadlines {
        match self.stopped_at {
            Some(since) => self.deadlines.moved(priority, since, at),
            None => self.deadlines,
        }
    }

    /// The clock after an event.
    pub fn after(clock: Option<Self>, event: &ReferralEvent) -> Option<Self> {
        use ReferralEvent as Then;
        match event {
            Then::ReferralSent { deadlines, .. }
            | Then::ReferralWaitlisted { deadlines, .. }
            | Then::ReferralReopened { deadlines, .. } => Some(Self::started(*deadlines)),
            Then::ReferralDeliveryFailed { .. } => None,
            Then::ReminderSent { about: ReferralReminder::Answer, at, .. } => {
                clock.map(|clock| Self { reminded_at: Some(*at), ..clock })
            }
            Then::ReferralOverdueFlagged {} => clock.map(|clock| Self { flagged: true, ..clock }),
            Then::PersonActionRequested { at, .. } => {
                clock.map(|clock| Self { stopped_at: clock.stopped_at.or(Some(*at)), ..clock })
            }
            Then::PersonActionCompleted { deadlines, .. } | Then::ReferralPutUnderReview { deadlines } => {
                clock.map(|clock| Self { deadlines: *deadlines, stopped_at: None, ..clock })
            }
            _ => clock,
        }
    }
}
