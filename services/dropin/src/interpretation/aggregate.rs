//! An interpretation, from the request to its being met, or not: the rules, and nothing else.

use chrono::{DateTime, Utc};
use kernel::{Asked, Decider, Language, aggregate};
use serde::{Deserialize, Serialize};

use super::commands::{
    ConfirmInterpretation, DeclineInterpretation, InterpretationCommand, ReassignInterpretation,
    RecordInterpretationDelivery, RequestInterpretation,
};
use super::events::InterpretationEvent;
use super::refusal::InterpretationRefusal;
use super::words::{InterpretationDecline, InterpretationProvider, InterpretationState};
use crate::appointment::commands::ends_at;
use crate::session::InterpreterMode;

/// The most one interpretation costs, in cents.
const MOST_CENTS: u32 = 1_000_000;

/// An interpretation as far as its own rules need it.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Interpretation {
    /// Not asked for yet.
    #[default]
    Unknown,
    /// Asked for.
    Requested(Wanted),
    /// The one who was asked cannot.
    Declined {
        /// What is wanted.
        wanted: Wanted,
        /// Why not.
        reason: InterpretationDecline,
    },
    /// An interpreter will be there.
    Confirmed {
        /// What is wanted.
        wanted: Wanted,
        /// Who will interpret.
        provider: InterpretationProvider,
    },
    /// It was interpreted.
    Done {
        /// For so many minutes.
        minutes: u32,
        /// What it costs, in cents.
        cost_cents: Option<u32>,
    },
    /// The interpreter did not come.
    Missed,
    /// It is not wanted any more.
    Cancelled,
    /// The time passed and nobody had confirmed.
    Unmet(Wanted),
}

/// What is wanted, and of whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    language: Language,
    mode: InterpreterMode,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    provider: Option<InterpretationProvider>,
}

type Answer = Result<Vec<InterpretationEvent>, InterpretationRefusal>;

impl Decider for Interpretation {
    const KIND: &'static str = "interpretation";
    type Command = InterpretationCommand;
    type Event = InterpretationEvent;
    type Refusal = InterpretationRefusal;

    fn decide(&self, command: InterpretationCommand, asked: &Asked) -> Answer {
        use InterpretationCommand as Ask;
        match (self, command) {
            (Self::Unknown, Ask::Request(ask)) => request(ask, asked),
            (Self::Unknown, _) => Err(InterpretationRefusal::InterpretationNotFound),
            (_, Ask::Request(_)) => Err(InterpretationRefusal::InterpretationAlreadyRequested),

            // Somebody said yes in time, and a device without connection sends it late.
            (Self::Requested(wanted) | Self::Unmet(wanted), Ask::Confirm(ask)) => wanted.confirm(ask, asked),
            (Self::Requested(wanted), Ask::Decline(ask)) => Ok(vec![wanted.declined(ask)]),
            (Self::Requested(wanted), Ask::Reassign(again)) if wanted.is(&again) => Ok(vec![]),
            (Self::Requested(wanted) | Self::Declined { wanted, .. }, Ask::Reassign(ask)) => {
                wanted.reassign(ask, asked)
            }
            (Self::Requested(wanted) | Self::Declined { wanted, .. }, Ask::LeaveUnmet) => {
                wanted.leave_unmet(asked)
            }

            (Self::Confirmed { wanted, provider }, Ask::Confirm(again)) if *provider == again.provider => {
                wanted.keeps(again.language).map(|()| vec![])
            }
            (Self::Confirmed { wanted, .. }, Ask::RecordDelivery(ask)) => wanted.deliver(ask, asked),
            (Self::Confirmed { wanted, provider }, Ask::RecordAbsence) => wanted.miss(provider, asked),
            (Self::Requested(_) | Self::Declined { .. } | Self::Confirmed { .. }, Ask::Cancel(ask)) => {
                Ok(vec![InterpretationEvent::InterpretationCancelled { reason: ask.reason }])
            }

            // Asked twice, done once.
            (Self::Declined { wanted, reason }, Ask::Decline(again))
                if *reason == again.reason
                    && (again.provider.is_none() || again.provider == wanted.provider) =>
            {
                Ok(vec![])
            }
            (Self::Done { minutes, cost_cents }, Ask::RecordDelivery(again))
                if (*minutes, *cost_cents) == (again.minutes, again.cost_cents) =>
            {
                Ok(vec![])
            }
            (Self::Missed, Ask::RecordAbsence)
            | (Self::Cancelled, Ask::Cancel(_))
            | (Self::Unmet(_), Ask::LeaveUnmet) => Ok(vec![]),

            (Self::Confirmed { .. }, _) => Err(InterpretationRefusal::InterpretationAlreadyConfirmed),
            (Self::Declined { reason, .. }, Ask::Confirm(_) | Ask::Decline(_)) => {
                Err(InterpretationRefusal::InterpretationWasDeclined { reason: *reason })
            }
            (Self::Requested(_) | Self::Declined { .. }, _) => {
                Err(InterpretationRefusal::InterpretationNotConfirmed)
            }
            (Self::Done { .. }, _) => over(InterpretationState::Done),
            (Self::Missed, _) => over(InterpretationState::Missed),
            (Self::Cancelled, _) => over(InterpretationState::Cancelled),
            (Self::Unmet(_), _) => over(InterpretationState::Unmet),
        }
    }

    fn evolve(&mut self, event: InterpretationEvent) {
        use InterpretationEvent as Then;
        let wanted = self.wanted().cloned();
        match (event, wanted) {
            (Then::InterpretationRequested { language, mode, starts_at, ends_at, provider, .. }, _) => {
                *self = Self::Requested(Wanted { language, mode, starts_at, ends_at, provider });
            }
            (Then::InterpretationConfirmed { provider }, Some(wanted)) => {
                *self = Self::Confirmed { wanted, provider };
            }
            (Then::InterpretationDeclined { provider, reason }, Some(wanted)) => {
                *self = Self::Declined { wanted: Wanted { provider, ..wanted }, reason };
            }
            (Then::InterpretationReassigned { provider, mode }, Some(wanted)) => {
                *self = Self::Requested(Wanted { mode, provider, ..wanted });
            }
            (Then::InterpretationWentUnmet { .. }, Some(wanted)) => *self = Self::Unmet(wanted),
            (Then::InterpretationDelivered { minutes, cost_cents }, _) => {
                *self = Self::Done { minutes, cost_cents };
            }
            (Then::InterpreterDidNotAttend { .. }, _) => *self = Self::Missed,
            (Then::InterpretationCancelled { .. }, _) => *self = Self::Cancelled,
            (_, None) => {}
        }
    }
}

aggregate!(Interpretation, InterpretationEvent, InterpretationRefusal);

impl Interpretation {
    /// What is wanted, while somebody may still be there for it.
    fn wanted(&self) -> Option<&Wanted> {
        match self {
            Self::Requested(wanted)
            | Self::Declined { wanted, .. }
            | Self::Confirmed { wanted, .. }
            | Self::Unmet(wanted) => Some(wanted),
            Self::Unknown | Self::Done { .. } | Self::Missed | Self::Cancelled => None,
        }
    }
}

fn over(state: InterpretationState) -> Answer {
    Err(InterpretationRefusal::InterpretationIsOver { state })
}

fn not_past(ended_at: DateTime<Utc>, asked: &Asked) -> Result<(), InterpretationRefusal> {
    if asked.at >= ended_at {
        return Err(InterpretationRefusal::InterpretationTimeIsPast { ended_at });
    }
    Ok(())
}

fn not_before(at: DateTime<Utc>, asked: &Asked) -> Result<(), InterpretationRefusal> {
    if asked.at < at {
        return Err(InterpretationRefusal::InterpretationStillToCome { at });
    }
    Ok(())
}

fn request(ask: RequestInterpretation, asked: &Asked) -> Answer {
    if ask.language == Language::UNKNOWN {
        return Err(InterpretationRefusal::InterpretationLanguageUnknown);
    }
    let ends_at =
        ends_at(ask.starts_at, ask.minutes).ok_or(InterpretationRefusal::InterpretationLengthWrong)?;
    not_past(ends_at, asked)?;
    Ok(vec![InterpretationEvent::InterpretationRequested {
        wanted_for: ask.wanted_for,
        language: ask.language,
        mode: ask.mode,
        starts_at: ask.starts_at,
        ends_at,
        subject: ask.subject,
        subject_hidden: ask.subject_hidden,
        site: ask.site,
        session: ask.wanted_for.session().or(ask.session),
        case: ask.case,
        provider: ask.provider,
    }])
}

impl Wanted {
    fn is(&self, again: &ReassignInterpretation) -> bool {
        let same_language = again.language.is_none_or(|language| language == self.language);
        same_language && (self.mode, &self.provider) == (again.mode, &again.provider)
    }

    /// LSFB is not VGT, and no language stands for another unless the person says so.
    fn keeps(&self, offered: Option<Language>) -> Result<(), InterpretationRefusal> {
        match offered {
            Some(offered) if offered != self.language => {
                Err(InterpretationRefusal::InterpretationInAnotherLanguage { asked: self.language, offered })
            }
            _ => Ok(()),
        }
    }

    fn confirm(&self, ask: ConfirmInterpretation, asked: &Asked) -> Answer {
        self.keeps(ask.language)?;
        not_past(self.ends_at, asked)?;
        Ok(vec![InterpretationEvent::InterpretationConfirmed { provider: ask.provider }])
    }

    fn declined(&self, ask: DeclineInterpretation) -> InterpretationEvent {
        let provider = ask.provider.or_else(|| self.provider.clone());
        InterpretationEvent::InterpretationDeclined { provider, reason: ask.reason }
    }

    fn reassign(&self, ask: ReassignInterpretation, asked: &Asked) -> Answer {
        self.keeps(ask.language)?;
        not_past(self.ends_at, asked)?;
        Ok(vec![InterpretationEvent::InterpretationReassigned { provider: ask.provider, mode: ask.mode }])
    }

    fn deliver(&self, ask: RecordInterpretationDelivery, asked: &Asked) -> Answer {
        not_before(self.starts_at, asked)?;
        let RecordInterpretationDelivery { minutes, cost_cents } = ask;
        if !(1..=1440).contains(&minutes) {
            return Err(InterpretationRefusal::InterpretationLengthWrong);
        }
        if cost_cents.is_some_and(|cents| cents > MOST_CENTS) {
            return Err(InterpretationRefusal::InterpretationCostTooHigh { max: MOST_CENTS });
        }
        Ok(vec![InterpretationEvent::InterpretationDelivered { minutes, cost_cents }])
    }

    fn miss(&self, provider: &InterpretationProvider, asked: &Asked) -> Answer {
        not_before(self.starts_at, asked)?;
        Ok(vec![InterpretationEvent::InterpreterDidNotAttend { provider: provider.clone() }])
    }

    fn leave_unmet(&self, asked: &Asked) -> Answer {
        not_before(self.ends_at, asked)?;
        Ok(vec![InterpretationEvent::InterpretationWentUnmet { language: self.language }])
    }
}
