//! A commitment from the meeting it was made in to its end: the rules, and nothing else.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use kernel::{Asked, Decider, MeetingId, aggregate};
use serde::{Deserialize, Serialize};

use super::commands::{CarriedOver, CommitmentCommand, DropCommitment, Made};
use super::events::CommitmentEvent;
use super::refusal::CommitmentRefusal;
use super::{CommitmentDropReason, CommitmentState};
use crate::MeetingTimeZone;
use crate::meeting::MeetingState;

/// The most years a commitment may be postponed.
const MOST_YEARS: u16 = 5;

/// A commitment as far as its rules need it; what people see is in [`crate::projection`].
#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize)]
pub enum Commitment {
    /// Not made yet.
    #[default]
    Unmade,
    /// To be done.
    Open(Pledge),
    /// Done.
    Fulfilled(Pledge),
    /// Not to be done.
    Dropped(Pledge),
}

/// What was pledged, and by when it is to be done now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Pledge {
    /// As it was made.
    pub made: Made,
    /// By the end of this day.
    pub due: NaiveDate,
    /// The meeting it was carried over to.
    pub carried_to: Option<MeetingId>,
    /// Whether that day has passed.
    pub overdue: bool,
}

/// The instant from which a commitment is late: the end of its day, in its time zone.
pub fn late_from(due: NaiveDate, time_zone: MeetingTimeZone) -> DateTime<Utc> {
    time_zone.end_of(due)
}

impl Commitment {
    /// Where it stands; nothing when there is no such commitment.
    pub fn standing(&self) -> Option<CommitmentState> {
        match self {
            Self::Unmade => None,
            Self::Open(_) => Some(CommitmentState::Open),
            Self::Fulfilled(_) => Some(CommitmentState::Fulfilled),
            Self::Dropped(_) => Some(CommitmentState::Dropped),
        }
    }
}

impl Decider for Commitment {
    const KIND: &'static str = "commitment";
    type Command = CommitmentCommand;
    type Event = CommitmentEvent;
    type Refusal = CommitmentRefusal;

    fn decide(
        &self,
        command: CommitmentCommand,
        asked: &Asked,
    ) -> Result<Vec<CommitmentEvent>, CommitmentRefusal> {
        use CommitmentCommand as Ask;
        use CommitmentRefusal as Why;
        match (self, command) {
            (Self::Unmade, Ask::Make(made)) => Ok(vec![made.into()]),
            (Self::Unmade, _) => Err(Why::CommitmentNotFound),
            (Self::Open(pledge) | Self::Fulfilled(pledge) | Self::Dropped(pledge), Ask::Make(made)) => {
                if pledge.made == made {
                    Ok(vec![])
                } else {
                    Err(Why::CommitmentAlreadyMade)
                }
            }

            (Self::Open(_), Ask::Fulfil) => Ok(vec![CommitmentEvent::CommitmentFulfilled {}]),
            (Self::Open(_), Ask::Drop(dropped)) => drop_it(dropped),
            (Self::Open(pledge), Ask::Postpone(later)) => pledge.postpone(later.due, asked),
            (Self::Open(pledge), Ask::CarryOver(carried)) => pledge.carry_over(&carried),
            (Self::Open(pledge), Ask::FallDue) => pledge.fall_due(asked),

            // Asked twice, done once; and a deadline that comes after the end means nothing.
            (Self::Fulfilled(_), Ask::Fulfil | Ask::FallDue)
            | (Self::Dropped(_), Ask::Drop(_) | Ask::FallDue) => Ok(vec![]),
            (Self::Fulfilled(_), _) => Err(Why::CommitmentAlreadyFulfilled),
            (Self::Dropped(_), _) => Err(Why::CommitmentAlreadyDropped),
        }
    }

    fn evolve(&mut self, event: CommitmentEvent) {
        use CommitmentEvent as Then;
        match (std::mem::take(self), event) {
            (_, Then::CommitmentMade { meeting, owner, what, due, time_zone }) => {
                let made = Made { meeting, owner, what, due, time_zone };
                *self = Self::Open(Pledge { made, due, carried_to: None, overdue: false });
            }
            (Self::Open(pledge), Then::CommitmentFulfilled {}) => *self = Self::Fulfilled(pledge),
            (Self::Open(pledge), Then::CommitmentDropped { .. }) => *self = Self::Dropped(pledge),
            (Self::Open(pledge), Then::CommitmentPostponed { due }) => {
                *self = Self::Open(Pledge { due, overdue: false, ..pledge });
            }
            (Self::Open(pledge), Then::CommitmentCarriedOver { to, due }) => {
                *self = Self::Open(Pledge { due, carried_to: Some(to), overdue: false, ..pledge });
            }
            (Self::Open(pledge), Then::CommitmentFellDue {}) => {
                *self = Self::Open(Pledge { overdue: true, ..pledge });
            }
            // What was recorded has happened; what cannot follow changes nothing.
            (before, _) => *self = before,
        }
    }
}

impl Pledge {
    fn postpone(&self, due: NaiveDate, asked: &Asked) -> Result<Vec<CommitmentEvent>, CommitmentRefusal> {
        if due == self.due {
            return Ok(vec![]);
        }
        if due < self.due {
            return Err(CommitmentRefusal::CommitmentDateNotLater { due: self.due });
        }
        if due.year() > asked.now.year() + i32::from(MOST_YEARS) {
            return Err(CommitmentRefusal::CommitmentPostponedTooFar { years: u32::from(MOST_YEARS) });
        }
        Ok(vec![CommitmentEvent::CommitmentPostponed { due }])
    }

    fn carry_over(&self, carried: &CarriedOver) -> Result<Vec<CommitmentEvent>, CommitmentRefusal> {
        let CarriedOver { to, there } = *carried;
        if self.carried_to == Some(to) {
            return Ok(vec![]);
        }
        if self.made.meeting == to {
            return Err(CommitmentRefusal::CommitmentCarriedToSameMeeting);
        }
        match there.state {
            MeetingState::Held | MeetingState::Cancelled => Err(CommitmentRefusal::CommitmentMeetingOver),
            MeetingState::Planned | MeetingState::Announced | MeetingState::Open => {
                let due = self.due.max(there.date);
                Ok(vec![CommitmentEvent::CommitmentCarriedOver { to, due }])
            }
        }
    }

    fn fall_due(&self, asked: &Asked) -> Result<Vec<CommitmentEvent>, CommitmentRefusal> {
        if self.overdue {
            return Ok(vec![]);
        }
        if asked.now < late_from(self.due, self.made.time_zone) {
            return Err(CommitmentRefusal::CommitmentNotDue { due: self.due });
        }
        Ok(vec![CommitmentEvent::CommitmentFellDue {}])
    }
}

fn drop_it(dropped: DropCommitment) -> Result<Vec<CommitmentEvent>, CommitmentRefusal> {
    let DropCommitment { reason, explanation } = dropped;
    if reason == CommitmentDropReason::Other && explanation.is_none() {
        return Err(CommitmentRefusal::CommitmentExplanationMissing);
    }
    Ok(vec![CommitmentEvent::CommitmentDropped { reason, explanation }])
}

impl From<Made> for CommitmentEvent {
    fn from(made: Made) -> Self {
        let Made { meeting, owner, what, due, time_zone } = made;
        Self::CommitmentMade { meeting, owner, what, due, time_zone }
    }
}

aggregate!(Commitment, CommitmentEvent, CommitmentRefusal);
