//! A pairing as people see it: one row for each accompaniment, with the last entries of its contact
//! log and totals of all.

use async_graphql::{Enum, SimpleObject};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{CaseId, Language, MemberId, PairingId, PersonId, Secret, Secrets};
use reference::{NeedCode, NeedRef};
use serde::{Deserialize, Serialize};

use super::aggregate::{Pairing, PairingState};
use super::values::{
    ContactMedium, DeclineReason, FeedbackAnswer, InactivityLevel, IncidentId, PairingEndReason,
    PairingEnder, PairingOutcome, PairingSide, PauseReason,
};
use crate::offer::{Gender, HalfDay};
use crate::score::PairingReason;

/// One accompaniment, from its request to its end.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "Pairing", complex)]
#[serde(rename_all = "camelCase")]
pub struct PairingRow {
    /// Its id.
    pub id: PairingId,
    /// The version of the pairing.
    pub version: u64,
    /// Where it stands.
    pub state: PairingState,
    /// Since when it stands there.
    pub state_since: DateTime<Utc>,
    /// The case it belongs to.
    pub case: CaseId,
    /// The person, if known under a pseudonym.
    pub person: Option<PersonId>,
    /// The need it answers.
    #[graphql(skip)]
    pub need: Option<NeedRef>,
    /// What the volunteer should have gone through.
    #[graphql(skip)]
    pub topic: Option<NeedCode>,
    /// What it is for.
    pub purpose: NeedCode,
    /// In which language.
    pub language: Language,
    /// On which half-days; empty when any will do.
    pub times: Vec<HalfDay>,
    /// With a woman or a man, if it was said.
    pub gender_wish: Option<Gender>,
    /// Until when it is planned.
    pub planned_until: Option<NaiveDate>,
    /// The pairing it follows.
    pub rematch_of: Option<PairingId>,
    /// The pairing that follows it.
    pub rematched_to: Option<PairingId>,
    /// When it was asked for.
    pub requested_at: DateTime<Utc>,
    /// The volunteer who is proposed, goes along, or did.
    pub member: Option<MemberId>,
    /// How well the volunteer fits, from 0 to 1.
    pub score: Option<f64>,
    /// The version of the weights the score was made with.
    pub score_version: Option<u32>,
    /// Why the volunteer fits.
    #[graphql(skip)]
    pub reasons: Vec<PairingReason>,
    /// Until when both sides may answer the proposal.
    pub proposal_deadline: Option<DateTime<Utc>>,
    /// The side that has accepted, while the other has not.
    pub accepted_by: Option<PairingSide>,
    /// How many volunteers were proposed.
    pub proposals: u32,
    /// How many proposals nobody answered in time; they are not declines.
    pub proposals_expired: u32,
    /// The proposals that were declined.
    pub declines: Vec<PairingDecline>,
    /// When it began.
    pub activated_at: Option<DateTime<Utc>>,
    /// Until when it pauses.
    pub paused_until: Option<DateTime<Utc>>,
    /// Why it pauses.
    pub pause_reason: Option<PauseReason>,
    /// The incident it was suspended for.
    #[graphql(skip)]
    pub incident: Option<IncidentId>,
    /// The last entries of the contact log, oldest first; at most 200.
    pub contacts: Vec<PairingContact>,
    /// How often they reached each other.
    pub contacts_made: u32,
    /// How often contact was sought in vain.
    pub contacts_not_made: u32,
    /// How many minutes all contacts took that were made.
    pub contact_minutes: u64,
    /// When they last reached each other.
    pub last_contact_at: Option<DateTime<Utc>>,
    /// Who was told that contact has stopped.
    pub inactivity: Option<InactivityLevel>,
    /// When that was.
    pub flagged_at: Option<DateTime<Utc>>,
    /// When it ended.
    pub ended_at: Option<DateTime<Utc>>,
    /// Who ended it.
    pub ended_by: Option<PairingEnder>,
    /// Why it ended.
    pub end_reason: Option<PairingEndReason>,
    /// Whether it ended before the planned term.
    pub ended_early: bool,
    /// How many whole days it rested, in pauses and suspensions that are over.
    pub rested_days: u32,
    /// How many whole days it lasted without its rests; null until it ended.
    pub effective_days: Option<u32>,
    /// How it was, in the words of both sides.
    pub feedback: Vec<PairingFeedback>,
    /// What came of it.
    pub outcome: Option<PairingOutcome>,
    /// The version of the numbers a request waits by.
    #[graphql(skip)]
    pub limits_version: u32,
    /// The pairing as its rules see it.
    #[graphql(skip)]
    pub pairing: Pairing,
}

/// A proposal that was declined.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct PairingDecline {
    /// The volunteer.
    pub member: MemberId,
    /// The side that declined.
    pub side: PairingSide,
    /// Why, if it was said.
    pub reason: Option<DeclineReason>,
    /// When.
    pub at: DateTime<Utc>,
}

/// An entry of the contact log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct PairingContact {
    /// Its number, from 1.
    pub number: u32,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// Whether they reached each other.
    pub contact_made: bool,
    /// How.
    pub medium: ContactMedium,
    /// How many minutes.
    pub minutes: Option<u32>,
    /// A note.
    pub note: Option<Secret>,
    /// Whether it was put right.
    pub corrected: bool,
}

/// How it was, in the words of one side.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct PairingFeedback {
    /// Which side.
    pub side: PairingSide,
    /// Whether it helped.
    pub helped: FeedbackAnswer,
    /// In which language it was said.
    pub language: Option<Language>,
    /// In their words.
    pub words: Option<Secret>,
    /// When.
    pub at: DateTime<Utc>,
}

/// What a volunteer can do with a pairing now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum)]
pub enum PairingAction {
    /// Accept the proposal.
    Accept,
    /// Decline the proposal.
    Decline,
    /// Log a contact.
    LogContact,
    /// Pause.
    Pause,
    /// Go on after a pause.
    Resume,
    /// End.
    End,
    /// Say how it was.
    GiveFeedback,
}

impl PairingRow {
    /// What the volunteer can do now.
    pub fn actions_of_volunteer(&self) -> Vec<PairingAction> {
        use PairingAction as Do;
        match self.state {
            PairingState::HalfAccepted if self.accepted_by == Some(PairingSide::Volunteer) => {
                vec![Do::Decline]
            }
            PairingState::Proposed | PairingState::HalfAccepted => vec![Do::Accept, Do::Decline],
            PairingState::Active => vec![Do::LogContact, Do::Pause, Do::End],
            PairingState::Paused => vec![Do::Resume, Do::Pause, Do::End],
            PairingState::Suspended => vec![Do::End],
            PairingState::Ended if !self.pairing.feedback.contains(&PairingSide::Volunteer) => {
                vec![Do::GiveFeedback]
            }
            _ => vec![],
        }
    }
}

impl Secrets for PairingRow {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        let notes = self.contacts.iter_mut().filter_map(|contact| contact.note.as_mut());
        let words = self.feedback.iter_mut().filter_map(|feedback| feedback.words.as_mut());
        notes.chain(words).collect()
    }
}
