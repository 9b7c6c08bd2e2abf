//! A visit, from its recording on: the table of what may happen when. What one arm does is in
//! `rules.rs` beside.

use chrono::{DateTime, Utc};
use kernel::{ActorId, Asked, CaseId, Decider, NeedId, PersonId, ReturnCode, SessionId, aggregate};
use serde::{Deserialize, Serialize};

use super::commands::VisitCommand;
use super::events::VisitEvent;
use super::facts::VisitFacts;
use super::needs::{Oriented, TrackedNeed};
use super::refusal::VisitRefusal;
use super::rules;
use super::words::{NeedState, VisitIdentity};

/// A visit as far as its own rules need it; what people see is in the projections.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Visit {
    /// Not recorded yet.
    #[default]
    Unknown,
    /// It counts.
    Recorded(Box<Reception>),
    /// It does not count.
    Voided,
}

/// A visit that counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reception {
    /// The case it belongs to.
    pub case: CaseId,
    /// Its session, unless it was outreach.
    pub session: Option<SessionId>,
    /// Who received.
    pub host: ActorId,
    /// Until when the same host may void it.
    pub same_day_until: DateTime<Utc>,
    /// Whether it was sent after its session was closed.
    pub late: bool,
    /// What is said about it.
    pub facts: VisitFacts,
    /// Its needs, in the order they were expressed.
    pub needs: Vec<TrackedNeed>,
    /// How many notes it has.
    pub notes: usize,
    /// The code that leads back to it.
    pub code: Option<ReturnCode>,
    /// Whom it is attributed to, and how far they are known.
    pub person: Option<(PersonId, VisitIdentity)>,
}

impl Decider for Visit {
    const KIND: &'static str = "visit";
    type Command = VisitCommand;
    type Event = VisitEvent;
    type Refusal = VisitRefusal;

    fn decide(&self, command: VisitCommand, asked: &Asked) -> Result<Vec<VisitEvent>, VisitRefusal> {
        use VisitCommand as Ask;
        match (self, command) {
            (Self::Unknown, Ask::Record(visit, place)) => rules::record(*visit, place, asked),
            (Self::Unknown, _) => Err(VisitRefusal::VisitNotFound),
            (_, Ask::Record(..)) => Err(VisitRefusal::VisitAlreadyRecorded),

            (Self::Recorded(visit), Ask::ExpressNeed(need)) => visit.express(need),
            (Self::Recorded(visit), Ask::AnswerNeedDirectly(ask)) => visit.answer_directly(ask),
            (Self::Recorded(visit), Ask::LeaveNeedUnmet(ask)) => visit.leave_unmet(ask),
            (Self::Recorded(visit), Ask::WithdrawNeed(ask)) => visit.withdraw_need(ask),
            (Self::Recorded(visit), Ask::OrientNeed(ask)) => visit.orient(ask),
            (Self::Recorded(visit), Ask::SettleNeed(ask)) => visit.settle(ask),
            (Self::Recorded(visit), Ask::AddNote(note)) => visit.add_note(note),

            // One visit, one slip: whoever asks again is told the first code.
            (Self::Recorded(visit), Ask::GiveReturnCode(_)) if visit.code.is_some() => Ok(vec![]),
            (Self::Recorded(_), Ask::GiveReturnCode(ask)) => {
                Ok(vec![VisitEvent::ReturnCodeIssued { code: ask.code }])
            }

            (Self::Recorded(visit), Ask::Attribute(ask)) => visit.attribute(ask),
            (Self::Recorded(visit), Ask::Detach(ask)) => visit.detach(ask),
            (Self::Recorded(visit), Ask::Correct(ask)) => visit.correct(ask),
            (Self::Recorded(visit), Ask::Void(ask)) => visit.void(ask, asked),

            // Asked twice, done once.
            (Self::Voided, Ask::Void(_)) => Ok(vec![]),
            (Self::Voided, _) => Err(VisitRefusal::VisitIsVoided),
        }
    }

    fn evolve(&mut self, event: VisitEvent) {
        match (self, event) {
            (state, VisitEvent::VisitRecorded { case, session, host, facts, late, same_day_until, .. }) => {
                *state = Self::Recorded(Box::new(Reception {
                    case,
                    session,
                    host,
                    same_day_until,
                    late,
                    facts: *facts,
                    needs: Vec::new(),
                    notes: 0,
                    code: None,
                    person: None,
                }));
            }
            (state, VisitEvent::VisitVoided { .. }) => *state = Self::Voided,
            (Self::Recorded(visit), event) => visit.follow(event),
            (Self::Unknown | Self::Voided, _) => {}
        }
    }
}

aggregate!(Visit, VisitEvent, VisitRefusal);

impl Visit {
    /// A visit that counts.
    ///
    /// # Errors
    /// When there is no such visit, or it was voided.
    pub fn reception(&self) -> Result<&Reception, VisitRefusal> {
        match self {
            Self::Unknown => Err(VisitRefusal::VisitNotFound),
            Self::Recorded(visit) => Ok(visit),
            Self::Voided => Err(VisitRefusal::VisitIsVoided),
        }
    }
}

impl Reception {
    fn follow(&mut self, event: VisitEvent) {
        match event {
            VisitEvent::NeedExpressed { need, code, urgency, .. } => self.needs.push(TrackedNeed {
                need,
                code,
                urgency,
                state: NeedState::Expressed,
                orientations: Vec::new(),
            }),
            VisitEvent::NeedAnsweredDirectly { need, .. } => self.stand(need, NeedState::AnsweredDirectly),
            VisitEvent::NeedLeftUnmet { need, .. } => self.stand(need, NeedState::Unmet),
            VisitEvent::NeedWithdrawn { need, .. } => self.stand(need, NeedState::Withdrawn),
            VisitEvent::NeedOriented { need, towards, .. } => {
                self.stand(need, NeedState::Oriented);
                if let Some(need) = self.need_mut(need) {
                    need.orientations.retain(|oriented| oriented.towards != towards);
                    need.orientations.push(Oriented { towards, outcome: None });
                }
            }
            VisitEvent::NeedSettled { need, by, outcome, state, .. } => {
                self.stand(need, state);
                let kept = self.need_mut(need).into_iter().flat_map(|need| need.orientations.iter_mut());
                kept.filter(|oriented| oriented.towards == by)
                    .for_each(|oriented| oriented.outcome = Some(outcome));
            }
            VisitEvent::VisitNoteAdded { .. } => self.notes += 1,
            VisitEvent::ReturnCodeIssued { code } => self.code = Some(code),
            VisitEvent::VisitAttributed { person, identity, .. } => self.person = Some((person, identity)),
            VisitEvent::VisitDetached { .. } => self.person = None,
            VisitEvent::VisitCorrected { after, .. } => self.facts = *after,
            VisitEvent::VisitRecorded { .. } | VisitEvent::VisitVoided { .. } => {}
        }
    }

    fn stand(&mut self, need: NeedId, state: NeedState) {
        if let Some(need) = self.need_mut(need) {
            need.state = state;
        }
    }

    fn need_mut(&mut self, need: NeedId) -> Option<&mut TrackedNeed> {
        self.needs.iter_mut().find(|kept| kept.need == need)
    }
}
