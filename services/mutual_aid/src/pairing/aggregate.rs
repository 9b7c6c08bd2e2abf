//! A pairing as its rules need it. The rules themselves stand in two files: until it begins
//! ([`super::matching`]), and from there on ([`super::running`]).

use std::collections::BTreeSet;

use async_graphql::Enum;
use chrono::{DateTime, Utc};
use kernel::{Asked, Decider, MemberId, PairingId, aggregate};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};

use super::commands::PairingCommand;
use super::events::PairingEvent;
use super::refusal::PairingRefusal;
use super::rhythm::{Contact, Rhythm};
use super::values::{Accompaniment, PairingEndReason, PairingEnder, PairingSide};

/// What a rule answers.
pub(super) type Events = Result<Vec<PairingEvent>, PairingRefusal>;

/// Where a pairing stands.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Enum,
    Serialize,
    Deserialize,
    Display,
    EnumString,
)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum PairingState {
    /// A volunteer is looked for.
    Requested,
    /// A volunteer is proposed; nobody has answered.
    Proposed,
    /// One side has accepted.
    HalfAccepted,
    /// They go along.
    Active,
    /// They pause.
    Paused,
    /// It stops until an incident is cleared up.
    Suspended,
    /// It ended; both may still say how it was.
    Ended,
    /// It is closed, with an outcome.
    Completed,
    /// Nobody was found.
    Unmatched,
    /// It was not wanted any more.
    Withdrawn,
}

/// The stage of a pairing, with what only that stage knows.
#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all_fields = "camelCase")]
pub enum Stage {
    /// Nothing was asked for.
    #[default]
    Unrequested,
    /// A volunteer is looked for.
    Requested,
    /// A volunteer is proposed.
    Proposed {
        /// The volunteer.
        member: MemberId,
        /// Until when both sides may answer.
        deadline: DateTime<Utc>,
        /// The side that has accepted.
        accepted: Option<PairingSide>,
    },
    /// They go along.
    Active {
        /// The volunteer.
        member: MemberId,
    },
    /// They pause.
    Paused {
        /// The volunteer.
        member: MemberId,
        /// Until when.
        until: DateTime<Utc>,
    },
    /// It stops until an incident is cleared up.
    Suspended {
        /// The volunteer.
        member: MemberId,
        /// Until when it paused, if it did.
        paused_until: Option<DateTime<Utc>>,
    },
    /// It ended.
    Ended {
        /// The volunteer.
        member: MemberId,
        /// Who ended it.
        by: PairingEnder,
        /// Why.
        reason: PairingEndReason,
    },
    /// It is closed.
    Completed {
        /// The volunteer.
        member: MemberId,
        /// Why it ended.
        reason: PairingEndReason,
    },
    /// Nobody was found.
    Unmatched,
    /// It was not wanted any more.
    Withdrawn,
}

/// A pairing as far as its rules need it: notes and words are in the projection.
#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Pairing {
    /// Where it stands.
    pub stage: Stage,
    /// What is asked for; always there once it was.
    pub request: Option<Accompaniment>,
    /// Volunteers who are not to be proposed any more.
    pub excluded: BTreeSet<MemberId>,
    /// How many volunteers were proposed.
    pub proposals: u32,
    /// Its rhythm, once it has begun.
    pub rhythm: Option<Rhythm>,
    /// The sides that have said how it was.
    pub feedback: BTreeSet<PairingSide>,
    /// The pairing that follows it.
    pub rematch: Option<PairingId>,
}

impl Pairing {
    /// Where it stands; `None` before anything was asked for.
    pub fn state(&self) -> Option<PairingState> {
        Some(match &self.stage {
            Stage::Unrequested => return None,
            Stage::Requested => PairingState::Requested,
            Stage::Proposed { accepted: None, .. } => PairingState::Proposed,
            Stage::Proposed { .. } => PairingState::HalfAccepted,
            Stage::Active { .. } => PairingState::Active,
            Stage::Paused { .. } => PairingState::Paused,
            Stage::Suspended { .. } => PairingState::Suspended,
            Stage::Ended { .. } => PairingState::Ended,
            Stage::Completed { .. } => PairingState::Completed,
            Stage::Unmatched => PairingState::Unmatched,
            Stage::Withdrawn => PairingState::Withdrawn,
        })
    }

    /// The volunteer who is proposed, goes along, or did.
    pub fn member(&self) -> Option<MemberId> {
        match &self.stage {
            Stage::Proposed { member, .. }
            | Stage::Active { member }
            | Stage::Paused { member, .. }
            | Stage::Suspended { member, .. }
            | Stage::Ended { member, .. }
            | Stage::Completed { member, .. } => Some(*member),
            Stage::Unrequested | Stage::Requested | Stage::Unmatched | Stage::Withdrawn => None,
        }
    }

    /// What is asked for.
    ///
    /// # Errors
    /// When nothing was asked for under that id.
    pub fn request(&self) -> Result<&Accompaniment, PairingRefusal> {
        self.request.as_ref().ok_or(PairingRefusal::PairingNotFound)
    }

    /// A refusal that names the state; before anything was asked for, there is none to name.
    pub(super) fn not_in(&self, refusal: impl Fn(PairingState) -> PairingRefusal) -> PairingRefusal {
        self.state().map_or(PairingRefusal::PairingNotFound, refusal)
    }

    fn evolve_matching(&mut self, event: PairingEvent) {
        match event {
            PairingEvent::AccompanimentRequested { request, .. } => {
                self.excluded = request.excluded.iter().copied().collect();
                self.request = Some(request);
                self.stage = Stage::Requested;
            }
            PairingEvent::PairingProposed { member, deadline, .. } => {
                self.proposals += 1;
                self.stage = Stage::Proposed { member, deadline, accepted: None };
            }
            PairingEvent::PairingAcceptedByVolunteer { .. } => self.accepted_by(PairingSide::Volunteer),
            PairingEvent::PairingAcceptedByPerson { .. } => self.accepted_by(PairingSide::Person),
            PairingEvent::PairingActivated { member, at, limits_version } => {
                self.rhythm = Some(Rhythm::new(at, limits_version));
                self.stage = Stage::Active { member };
            }
            PairingEvent::PairingDeclined { member, .. } => {
                self.excluded.insert(member);
                self.stage = Stage::Requested;
            }
            PairingEvent::PairingProposalExpired { .. } => self.stage = Stage::Requested,
            PairingEvent::NoMatchFound { .. } => self.stage = Stage::Unmatched,
            PairingEvent::AccompanimentWithdrawn { .. } => self.stage = Stage::Withdrawn,
            event => self.evolve_running(event),
        }
    }

    fn accepted_by(&mut self, side: PairingSide) {
        if let Stage::Proposed { accepted, .. } = &mut self.stage {
            accepted.get_or_insert(side);
        }
    }

    fn evolve_running(&mut self, event: PairingEvent) {
        let Some(rhythm) = &mut self.rhythm else { return };
        let member = match &self.stage {
            Stage::Active { member } | Stage::Paused { member, .. } | Stage::Suspended { member, .. } => {
                *member
            }
            _ => return self.evolve_over(event),
        };
        match event {
            PairingEvent::ContactLogged { contact, at, contact_made, .. } => {
                rhythm.log(Contact { number: contact, at, made: contact_made });
            }
            PairingEvent::ContactLogCorrected { contact, at, contact_made, .. } => {
                rhythm.correct(Contact { number: contact, at, made: contact_made });
            }
            PairingEvent::PairingInactivityFlagged { level, .. } => rhythm.flagged = Some(level),
            PairingEvent::PairingPaused { until, at, .. } => {
                rhythm.rest(at);
                self.stage = Stage::Paused { member, until };
            }
            PairingEvent::PairingResumed { at } => {
                rhythm.go_on(at);
                self.stage = Stage::Active { member };
            }
            PairingEvent::PairingSuspended { at, .. } => {
                rhythm.rest(at);
                let paused_until = match self.stage {
                    Stage::Paused { until, .. } => Some(until),
                    _ => None,
                };
                self.stage = Stage::Suspended { member, paused_until };
            }
            PairingEvent::PairingReinstated { at } => {
                self.stage = if let Stage::Suspended { paused_until: Some(until), .. } = self.stage {
                    // A pause that was running goes on; it ends by itself.
                    Stage::Paused { member, until }
                } else {
                    rhythm.go_on(at);
                    Stage::Active { member }
                };
            }
            PairingEvent::PairingEnded { by, reason, at } => {
                rhythm.go_on(at);
                self.stage = Stage::Ended { member, by, reason };
            }
            _ => {}
        }
    }

    fn evolve_over(&mut self, event: PairingEvent) {
        match event {
            PairingEvent::FeedbackGiven { side, .. } => {
                self.feedback.insert(side);
            }
            PairingEvent::PairingCompleted { .. } => {
                if let Stage::Ended { member, reason, .. } = self.stage {
                    self.stage = Stage::Completed { member, reason };
                }
            }
            _ => {}
        }
    }
}

impl Decider for Pairing {
    const KIND: &'static str = "pairing";
    type Command = PairingCommand;
    type Event = PairingEvent;
    type Refusal = PairingRefusal;

    /// The table of who answers which command; each rule then is a table by stage.
    fn decide(&self, command: PairingCommand, asked: &Asked) -> Events {
        use PairingCommand as Ask;
        match command {
            Ask::Request(request) => self.request_accompaniment(request.into(), asked),
            Ask::RequestAgain(request) => self.request_accompaniment(*request, asked),
            _ if self.stage == Stage::Unrequested => Err(PairingRefusal::PairingNotFound),
            Ask::Propose { member, rated } => self.propose(member, rated, asked),
            Ask::AcceptAsVolunteer { member } => self.accept(PairingSide::Volunteer, member, asked),
            Ask::AcceptAsPerson(accept) => self.accept(PairingSide::Person, accept.member, asked),
            Ask::Decline(decline) => self.decline(decline, asked),
            Ask::Expire { member } => self.expire(member, asked),
            Ask::ReportNoMatch => self.report_no_match(),
            Ask::Withdraw(withdraw) => self.withdraw(withdraw),
            Ask::LogContact(log) => self.log_contact(log, asked),
            Ask::CorrectContactLog(correct) => self.correct_contact_log(correct, asked),
            Ask::FlagInactivity => self.flag_inactivity(asked),
            Ask::Pause(pause) => self.pause(pause, asked),
            Ask::Resume => self.resume(asked),
            Ask::Suspend(suspend) => self.suspend(suspend, asked),
            Ask::Reinstate => self.reinstate(asked),
            Ask::End(end) => self.end(end, asked),
            Ask::GiveFeedback(feedback) => self.give_feedback(feedback),
            Ask::Complete(complete) => self.complete(complete),
            Ask::RequestRematch { next } => self.request_rematch(next),
        }
    }

    fn evolve(&mut self, event: PairingEvent) {
        match event {
            PairingEvent::RematchRequested { next } => self.rematch = Some(next),
            event => self.evolve_matching(event),
        }
    }
}

aggregate!(Pairing, PairingEvent, PairingRefusal);
