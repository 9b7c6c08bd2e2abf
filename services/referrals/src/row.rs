//! What people see of one referral.

use async_graphql::SimpleObject;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{
    CaseId, Language, LanguageMode, Line, PairingId, Party, PersonId, ReferralId, ReturnCode, Role, Secret,
    Secrets,
};
use reference::NeedRef;
use serde::{Deserialize, Serialize};

use crate::clock::AnswerClock;
use crate::codes::{
    ReferralAttendanceSource, ReferralChannel, ReferralConsentMode, ReferralConsentScope, ReferralContact,
    ReferralContactWay, ReferralDeliveryFailure, ReferralErrorReason, ReferralIdentity, ReferralOutcome,
    ReferralOverrideReason, ReferralPersonAction, ReferralPriority, ReferralReason, ReferralRecallReason,
    ReferralState,
};
use crate::delays::Deadlines;
use crate::values::{ReferralOutcomes, ReferralTargetShown};

/// The person's consent as it stands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct ReferralConsent {
    /// What may be shared; empty when the consent was overridden.
    pub scope: Vec<ReferralConsentScope>,
    /// How the person said yes.
    pub mode: Option<ReferralConsentMode>,
    /// In which language.
    pub language: Option<Language>,
    /// How that language was met.
    pub language_mode: Option<LanguageMode>,
    /// When.
    pub at: DateTime<Utc>,
    /// Why it was overridden, when it was.
    pub overridden: Option<ReferralOverrideReason>,
    /// Why it was overridden, in words.
    pub note: Option<Secret>,
    /// When it was withdrawn.
    pub withdrawn_at: Option<DateTime<Utc>>,
}

/// A reason that was given.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct ReferralReasonGiven {
    /// The reason.
    pub reason: ReferralReason,
    /// The reason in words.
    pub note: Option<Secret>,
    /// When it was given.
    pub at: DateTime<Utc>,
}

/// What was asked of the person before an answer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct ReferralPersonActionAsked {
    /// What.
    pub what: ReferralPersonAction,
    /// What, in words.
    pub note: Option<Secret>,
    /// Who takes care of it.
    pub owner: Party,
    /// When it was asked.
    pub at: DateTime<Utc>,
    /// When it was done.
    pub completed_at: Option<DateTime<Utc>>,
}

/// The appointment at the partner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct ReferralAppointment {
    /// When.
    pub starts_at: DateTime<Utc>,
    /// Where.
    pub place: Line,
    /// In which language.
    pub language: Language,
    /// How that language is met there.
    pub language_mode: LanguageMode,
    /// The pairing that goes along.
    pub pairing: Option<PairingId>,
    /// When the person is to be reminded; nothing once they were.
    pub remind_at: Option<DateTime<Utc>>,
}

/// A state the referral came to, and when: the history that no reopening erases.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct ReferralStep {
    /// The state.
    pub state: ReferralState,
    /// When it came to it.
    pub at: DateTime<Utc>,
    /// In which role somebody brought it there.
    pub by: Role,
    /// Why, as a stable code.
    pub reason: Option<String>,
}

/// A referral: where it stands, what was said, when each step was made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "Referral")]
#[serde(rename_all = "camelCase")]
pub struct ReferralRow {
    /// Its id.
    pub id: ReferralId,
    /// Its version; give it as `expectedVersion` with the next command.
    pub version: u64,
    /// Where it stands.
    pub state: ReferralState,
    /// Since when.
    pub since: DateTime<Utc>,
    /// By when somebody must move, when there is a limit.
    pub due: Option<DateTime<Utc>>,
    /// The case it belongs to.
    pub case: CaseId,
    /// The person, when they are known.
    pub person: Option<PersonId>,
    /// What it is for.
    pub needs: Vec<NeedRef>,
    /// To whom it goes.
    pub target: ReferralTargetShown,
    /// How soon an answer is needed.
    pub priority: ReferralPriority,
    /// How much of the person's identity is shared.
    pub identity: ReferralIdentity,
    /// The code on the slip.
    pub code: Option<ReturnCode>,
    /// How the person wants to be reached.
    pub contact: ReferralContact,
    /// The person's languages.
    pub languages: Vec<Language>,
    /// Whether an interpreter is wanted.
    pub interpreter_wanted: bool,
    /// When the person can come.
    pub availability: Option<Secret>,
    /// What the partner is asked.
    pub question: Option<Secret>,
    /// The pairing that goes along.
    pub pairing: Option<PairingId>,
    /// The referral that had ended and that this one goes on from.
    pub resumes: Option<ReferralId>,
    /// The referrals that go on from this one.
    pub resumed_by: Vec<ReferralId>,
    /// The open referral whose place this one took.
    pub supersedes: Option<ReferralId>,
    /// The referral that took its place.
    pub superseded_by: Option<ReferralId>,
    /// The person's consent.
    pub consent: Option<ReferralConsent>,
    /// How it travels.
    pub channel: Option<ReferralChannel>,
    /// Why it last did not reach the partner.
    pub delivery_failure: Option<ReferralDeliveryFailure>,
    /// The version of the partner's link; an answer by an older one is refused.
    pub link_version: u32,
    /// By when it must be answered, as computed when it was sent or last moved.
    pub deadlines: Option<Deadlines>,
    /// When the partner was last reminded.
    pub reminded_at: Option<DateTime<Utc>>,
    /// Whether the answer is late.
    pub overdue: bool,
    /// The day the partner expects a place.
    pub expected: Option<NaiveDate>,
    /// What was last asked of the person before an answer.
    pub person_action: Option<ReferralPersonActionAsked>,
    /// How the person and the partner get in touch.
    pub contact_way: Option<ReferralContactWay>,
    /// Where to turn to at the partner.
    pub partner_contact: Option<Line>,
    /// The appointment at the partner.
    pub appointment: Option<ReferralAppointment>,
    /// From whom it is known whether the person came.
    pub attendance_source: Option<ReferralAttendanceSource>,
    /// Every no, oldest first.
    pub declines: Vec<ReferralReasonGiven>,
    /// Why the partner gave it back.
    pub returned: Option<ReferralReasonGiven>,
    /// Why there was no help.
    pub closing_reason: Option<ReferralReasonGiven>,
    /// Why the host took it back.
    pub recall_reason: Option<ReferralRecallReason>,
    /// Why it should never have been entered.
    pub error_reason: Option<ReferralErrorReason>,
    /// With which outcome it was closed.
    pub outcome: Option<ReferralOutcome>,
    /// What each voice said last.
    pub outcomes: ReferralOutcomes,
    /// Whether two voices say different things.
    pub contradiction: bool,
    /// When it was drafted.
    pub drafted_at: DateTime<Utc>,
    /// When it was first sent.
    pub sent_at: Option<DateTime<Utc>>,
    /// When the partner first saw it.
    pub received_at: Option<DateTime<Utc>>,
    /// When the partner first answered anything.
    pub first_answer_at: Option<DateTime<Utc>>,
    /// When it was accepted.
    pub accepted_at: Option<DateTime<Utc>>,
    /// When an appointment was last made.
    pub scheduled_at: Option<DateTime<Utc>>,
    /// When the person came.
    pub attended_at: Option<DateTime<Utc>>,
    /// When the person last did not come.
    pub missed_at: Option<DateTime<Utc>>,
    /// When it was last closed.
    pub closed_at: Option<DateTime<Utc>>,
    /// When it was last declined.
    pub declined_at: Option<DateTime<Utc>>,
    /// When it last expired.
    pub expired_at: Option<DateTime<Utc>>,
    /// When it was last reopened.
    pub reopened_at: Option<DateTime<Utc>>,
    /// Every state it came to, oldest first.
    pub steps: Vec<ReferralStep>,
    /// The clock of the answer.
    #[graphql(skip)]
    pub clock: Option<AnswerClock>,
}

impl Secrets for ReferralRow {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        let given = self.declines.iter_mut().chain(&mut self.returned).chain(&mut self.closing_reason);
        self.availability
            .iter_mut()
            .chain(&mut self.question)
            .chain(self.consent.iter_mut().filter_map(|consent| consent.note.as_mut()))
            .chain(self.person_action.iter_mut().filter_map(|action| action.note.as_mut()))
            .chain(given.filter_map(|given| given.note.as_mut()))
            .collect()
    }
}
