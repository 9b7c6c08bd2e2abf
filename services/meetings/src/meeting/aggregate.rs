//! A meeting from its planning to its published minutes: the table of what may happen when. The
//! rules of each row are in [`super::program`], [`super::gathering`] and [`super::minutes`].

use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Asked, Decider, aggregate};
use serde::{Deserialize, Serialize};

use super::commands::MeetingCommand;
use super::events::MeetingEvent;
use super::gathering::Gathering;
use super::minutes::Minutes;
use super::program::Program;
use super::refusal::MeetingRefusal;
use super::values::MeetingState;

/// A meeting as far as its rules need it; what people see is in [`crate::projection`].
#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize)]
pub enum Meeting {
    /// No date yet.
    #[default]
    Unplanned,
    /// It has a date.
    Planned(Box<Program>),
    /// Everybody may know.
    Announced(Box<Program>),
    /// It is going on.
    Open(Box<Program>, Gathering),
    /// It took place.
    Held(Box<Program>, Gathering, Minutes),
    /// It does not take place.
    Cancelled(Box<Program>),
}

/// What another aggregate may know of a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingFacts {
    /// Where it stands.
    pub state: MeetingState,
    /// When it starts.
    pub starts_at: DateTime<Utc>,
    /// The day it starts on, at its place.
    pub date: NaiveDate,
}

impl Meeting {
    /// Where it stands; nothing when there is no such meeting.
    pub fn standing(&self) -> Option<MeetingState> {
        match self {
            Self::Unplanned => None,
            Self::Planned(_) => Some(MeetingState::Planned),
            Self::Announced(_) => Some(MeetingState::Announced),
            Self::Open(..) => Some(MeetingState::Open),
            Self::Held(..) => Some(MeetingState::Held),
            Self::Cancelled(_) => Some(MeetingState::Cancelled),
        }
    }

    /// Its date, agenda and seats.
    pub fn program(&self) -> Option<&Program> {
        match self {
            Self::Unplanned => None,
            Self::Planned(program)
            | Self::Announced(program)
            | Self::Open(program, _)
            | Self::Held(program, ..)
            | Self::Cancelled(program) => Some(program),
        }
    }

    /// Those who came and what they decided, once it has begun.
    pub fn gathering(&self) -> Option<&Gathering> {
        match self {
            Self::Open(_, gathering) | Self::Held(_, gathering, _) => Some(gathering),
            _ => None,
        }
    }

    /// What another aggregate may know of it.
    pub fn facts(&self) -> Option<MeetingFacts> {
        let program = self.program()?;
        Some(MeetingFacts {
            state: self.standing()?,
            starts_at: program.starts_at,
            date: program.time_zone.date(program.starts_at),
        })
    }
}

impl Decider for Meeting {
    const KIND: &'static str = "meeting";
    type Command = MeetingCommand;
    type Event = MeetingEvent;
    type Refusal = MeetingRefusal;

    fn decide(&self, command: MeetingCommand, asked: &Asked) -> Result<Vec<MeetingEvent>, MeetingRefusal> {
        use MeetingCommand as Ask;
        use MeetingRefusal as Why;
        match (self, command) {
            (Self::Unplanned, Ask::Plan(plan)) => Program::plan(plan),
            (Self::Unplanned, _) => Err(Why::MeetingNotFound),
            (Self::Planned(program), Ask::Plan(plan)) if program.is(&plan) => Ok(vec![]),
            (_, Ask::Plan(_)) => Err(Why::MeetingAlreadyPlanned),

            // Asked twice, done once.
            (Self::Cancelled(_), Ask::Cancel(_))
            | (Self::Announced(_), Ask::Announce)
            | (Self::Open(..), Ask::Open)
            | (Self::Held(..), Ask::Close) => Ok(vec![]),
            (Self::Cancelled(_), _) => Err(Why::MeetingCancelled),

            (Self::Planned(_), Ask::Announce) => Ok(vec![MeetingEvent::MeetingAnnounced {}]),
            (Self::Planned(program) | Self::Announced(program), Ask::Reschedule(dates)) => {
                program.reschedule(dates)
            }
            (Self::Planned(_) | Self::Announced(_), Ask::Cancel(cancel)) => Program::cancel(cancel),
            (Self::Open(..), Ask::Announce | Ask::Reschedule(_) | Ask::Cancel(_)) => {
                Err(Why::MeetingAlreadyOpen)
            }

            (Self::Planned(p) | Self::Announced(p) | Self::Open(p, _), Ask::ProposeItem(item)) => {
                p.propose(item)
            }
            (Self::Planned(p) | Self::Announced(p) | Self::Open(p, _), Ask::AcceptItem(item)) => {
                p.accept(&item)
            }
            (Self::Planned(p) | Self::Announced(p) | Self::Open(p, _), Ask::DeferItem(item)) => {
                p.defer(&item)
            }

            (Self::Announced(program), Ask::Register(seat)) => program.register(seat),
            (Self::Announced(program), Ask::CancelRegistration(seat)) => program.give_back(&seat),
            (Self::Open(..), Ask::Register(_) | Ask::CancelRegistration(_)) => Err(Why::MeetingAlreadyOpen),

            (Self::Announced(program), Ask::Open) => program.open(asked),
            (Self::Planned(_), Ask::Register(_) | Ask::CancelRegistration(_) | Ask::Open) => {
                Err(Why::MeetingNotAnnounced)
            }
            (Self::Open(..), Ask::Close) => Ok(vec![MeetingEvent::MeetingClosed {}]),

            (Self::Open(p, gathering), command) => gathering.decide_open(p, command),
            (Self::Held(program, gathering, minutes), command) => {
                gathering.decide_held(program, minutes, command)
            }
            (Self::Planned(_) | Self::Announced(_), command) => Err(not_yet(&command)),
        }
    }

    fn evolve(&mut self, event: MeetingEvent) {
        use MeetingEvent as Then;
        match (std::mem::take(self), event) {
            (_, planned @ Then::MeetingPlanned { .. }) => {
                *self = Program::planned(planned).map_or(Self::Unplanned, |p| Self::Planned(Box::new(p)));
            }
            (Self::Planned(program), Then::MeetingAnnounced {}) => *self = Self::Announced(program),
            (Self::Planned(p) | Self::Announced(p), Then::MeetingCancelled { .. }) => {
                *self = Self::Cancelled(p);
            }
            (Self::Announced(program), Then::MeetingOpened {}) => {
                *self = Self::Open(program, Gathering::default());
            }
            (Self::Open(program, gathering), Then::MeetingClosed {}) => {
                *self = Self::Held(program, gathering, Minutes::default());
            }
            (Self::Planned(mut program), event) => {
                program.evolve(event);
                *self = Self::Planned(program);
            }
            (Self::Announced(mut program), event) => {
                program.evolve(event);
                *self = Self::Announced(program);
            }
            (Self::Open(mut program, mut gathering), event) => {
                gathering.evolve(&event);
                program.evolve(event);
                *self = Self::Open(program, gathering);
            }
            (Self::Held(program, mut gathering, mut minutes), event) => {
                gathering.evolve(&event);
                minutes.evolve(event);
                *self = Self::Held(program, gathering, minutes);
            }
            // What was recorded has happened; what cannot follow changes nothing.
            (before @ (Self::Unplanned | Self::Cancelled(_)), _) => *self = before,
        }
    }
}

/// Why a meeting that has not begun cannot do it.
fn not_yet(command: &MeetingCommand) -> MeetingRefusal {
    match command {
        MeetingCommand::DraftMinutes(_)
        | MeetingCommand::CorrectMinutes(_)
        | MeetingCommand::ApproveMinutes(_)
        | MeetingCommand::PublishMinutes(_) => MeetingRefusal::MeetingNotHeld,
        _ => MeetingRefusal::MeetingNotOpen,
    }
}

aggregate!(Meeting, MeetingEvent, MeetingRefusal);
