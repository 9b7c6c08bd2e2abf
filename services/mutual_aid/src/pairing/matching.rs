//! The rules until a pairing begins: asked for, proposed, answered by both sides.

use kernel::{Asked, MemberId, PairingId};

use super::aggregate::{Events, Pairing, Stage};
use super::commands::{DeclinePairing, RequestAccompaniment, RequestRematch, WithdrawAccompaniment};
use super::events::PairingEvent;
use super::refusal::PairingRefusal;
use super::values::{Accompaniment, PairingEndReason, PairingSide};
use crate::limits::{Limits, days_after};
use crate::offer::HalfDay;
use crate::score::Rated;

/// The most volunteers one request is proposed to: a pairing is folded in memory.
pub(crate) const MOST_PROPOSALS: u32 = 100;

/// Half-days in order, without doubles: at most 21.
fn in_order(mut times: Vec<HalfDay>) -> Vec<HalfDay> {
    times.sort_unstable();
    times.dedup();
    times
}

impl From<RequestAccompaniment> for Accompaniment {
    fn from(request: RequestAccompaniment) -> Self {
        Self {
            case: request.case,
            person: request.person,
            need: request.need,
            purpose: request.purpose,
            language: request.language,
            times: in_order(request.times),
            topic: request.topic,
            gender_wish: request.gender_wish,
            planned_until: request.planned_until,
            rematch_of: None,
            excluded: Vec::new(),
        }
    }
}

impl Pairing {
    /// What is asked for when another volunteer is looked for. Whoever was declined stays out, and
    /// so does a volunteer with whom it did not fit or was not safe.
    ///
    /// # Errors
    /// When nothing was asked for under that id.
    pub fn asked_again(
        &self,
        this: PairingId,
        rematch: &RequestRematch,
    ) -> Result<Accompaniment, PairingRefusal> {
        let request = self.request()?;
        let mut excluded = self.excluded.clone();
        if let Stage::Ended { member, reason, .. } | Stage::Completed { member, reason } = self.stage
            && matches!(reason, PairingEndReason::Mismatch | PairingEndReason::Safety)
        {
            excluded.insert(member);
        }
        Ok(Accompaniment {
            times: rematch.times.clone().map_or_else(|| request.times.clone(), in_order),
            planned_until: rematch.planned_until,
            rematch_of: Some(this),
            excluded: excluded.into_iter().collect(),
            ..request.clone()
        })
    }

    pub(super) fn request_accompaniment(&self, request: Accompaniment, asked: &Asked) -> Events {
        match self.stage {
            Stage::Unrequested => Ok(vec![PairingEvent::AccompanimentRequested {
                request,
                at: asked.at,
                limits_version: Limits::current().version,
            }]),
            _ => Err(PairingRefusal::AccompanimentAlreadyRequested),
        }
    }

    pub(super) fn propose(&self, member: MemberId, rated: Rated, asked: &Asked) -> Events {
        match &self.stage {
            Stage::Requested if self.excluded.contains(&member) => Err(PairingRefusal::ExcludedAfterDecline),
            Stage::Requested if self.proposals >= MOST_PROPOSALS => {
                Err(PairingRefusal::TooManyProposals { most: MOST_PROPOSALS })
            }
            Stage::Requested => {
                let limits = Limits::current();
                Ok(vec![PairingEvent::PairingProposed {
                    member,
                    score: rated.score,
                    reasons: rated.reasons,
                    score_version: rated.version,
                    deadline: days_after(asked.at, limits.proposal_days),
                    limits_version: limits.version,
                }])
            }
            // Asked twice, done once: the same volunteer is proposed.
            Stage::Proposed { member: proposed, .. } if *proposed == member => Ok(vec![]),
            _ => Err(self.not_in(|state| PairingRefusal::PairingNotLooking { state })),
        }
    }

    pub(super) fn accept(&self, side: PairingSide, member: MemberId, asked: &Asked) -> Events {
        let accepted_now = match side {
            PairingSide::Volunteer => PairingEvent::PairingAcceptedByVolunteer { member },
            PairingSide::Person => PairingEvent::PairingAcceptedByPerson { member },
        };
        match &self.stage {
            Stage::Proposed { member: proposed, .. } | Stage::Active { member: proposed }
                if *proposed != member =>
            {
                Err(PairingRefusal::AnotherVolunteer)
            }
            Stage::Proposed { accepted: Some(accepted), .. } if *accepted == side => Ok(vec![]),
            // Both have accepted before.
            Stage::Active { .. } => Ok(vec![]),
            Stage::Proposed { deadline, .. } if asked.at >= *deadline => {
                Err(PairingRefusal::ProposalDeadlinePassed { deadline: deadline.date_naive() })
            }
            Stage::Proposed { accepted: None, .. } => Ok(vec![accepted_now]),
            Stage::Proposed { accepted: Some(_), .. } => Ok(vec![
                accepted_now,
                PairingEvent::PairingActivated {
                    member,
                    at: asked.at,
                    limits_version: Limits::current().version,
                },
            ]),
            _ => Err(self.not_in(|state| PairingRefusal::PairingNotProposed { state })),
        }
    }

    pub(super) fn decline(&self, decline: DeclinePairing, asked: &Asked) -> Events {
        let DeclinePairing { member, side, reason } = decline;
        match &self.stage {
            Stage::Proposed { member: proposed, .. } if *proposed != member => {
                Err(PairingRefusal::AnotherVolunteer)
            }
            // The person owes nobody a reason.
            Stage::Proposed { .. } if side == PairingSide::Volunteer && reason.is_none() => {
                Err(PairingRefusal::DeclineReasonNeeded)
            }
            Stage::Proposed { .. } => {
                Ok(vec![PairingEvent::PairingDeclined { member, side, reason, at: asked.at }])
            }
            Stage::Requested if self.excluded.contains(&member) => Ok(vec![]),
            _ => Err(self.not_in(|state| PairingRefusal::PairingNotProposed { state })),
        }
    }

    pub(super) fn expire(&self, member: MemberId, asked: &Asked) -> Events {
        match &self.stage {
            Stage::Proposed { member: proposed, .. } if *proposed != member => {
                Err(PairingRefusal::AnotherVolunteer)
            }
            Stage::Proposed { deadline, .. } if asked.now < *deadline => {
                Err(PairingRefusal::ProposalStillOpen { deadline: deadline.date_naive() })
            }
            Stage::Proposed { .. } => Ok(vec![PairingEvent::PairingProposalExpired { member, at: asked.at }]),
            _ => Err(self.not_in(|state| PairingRefusal::PairingNotProposed { state })),
        }
    }

    pub(super) fn report_no_match(&self) -> Events {
        match &self.stage {
            Stage::Requested => Ok(vec![PairingEvent::NoMatchFound { proposals: self.proposals }]),
            Stage::Unmatched => Ok(vec![]),
            _ => Err(self.not_in(|state| PairingRefusal::PairingNotLooking { state })),
        }
    }

    pub(super) fn withdraw(&self, withdraw: WithdrawAccompaniment) -> Events {
        match &self.stage {
            Stage::Requested | Stage::Proposed { .. } if self.member() != withdraw.member => {
                Err(PairingRefusal::AnotherVolunteer)
            }
            Stage::Requested | Stage::Proposed { .. } => {
                Ok(vec![PairingEvent::AccompanimentWithdrawn { reason: withdraw.reason }])
            }
            Stage::Withdrawn => Ok(vec![]),
            _ => Err(self.not_in(|state| PairingRefusal::PairingNotLooking { state })),
        }
    }

    pub(super) fn request_rematch(&self, next: PairingId) -> Events {
        match &self.stage {
            _ if self.rematch == Some(next) => Ok(vec![]),
            _ if self.rematch.is_some() => Err(PairingRefusal::RematchAlreadyRequested),
            Stage::Ended { .. } | Stage::Completed { .. } | Stage::Unmatched => {
                Ok(vec![PairingEvent::RematchRequested { next }])
            }
            _ => Err(self.not_in(|state| PairingRefusal::NoRematchFromHere { state })),
        }
    }
}
