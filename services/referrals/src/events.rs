//! What happened to a referral. This is the storage format: never rename, never reuse.

use chrono::{DateTime, NaiveDate, Utc};
use kernel::{
    ActorId, CaseId, Language, LanguageMode, Line, PairingId, Party, PersonId, ReferralId, ReturnCode, Secret,
};
use reference::NeedRef;
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

use crate::codes::{
    ReferralAttendanceSource, ReferralChannel, ReferralConsentMode, ReferralConsentScope, ReferralContact,
    ReferralContactWay, ReferralDeliveryFailure, ReferralErrorReason, ReferralIdentity, ReferralOutcome,
    ReferralOverrideReason, ReferralPersonAction, ReferralPriority, ReferralReason, ReferralRecallReason,
    ReferralReminder, ReferralReopenReason, ReferralVoice,
};
use crate::delays::Deadlines;
use crate::values::ReferralTarget;

/// What happened to a referral. STORAGE FORMAT: a variant or a field is never renamed; a change is
/// an upcast and a new fixture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
#[allow(clippy::large_enum_variant, reason = "a referral is drafted once; boxes would only hide its fields")]
pub enum ReferralEvent {
    /// It was written down.
    ReferralDrafted {
        /// The case it belongs to.
        case: CaseId,
        /// The person, when they are known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        person: Option<PersonId>,
        /// What it is for.
        needs: Vec<NeedRef>,
        /// To whom it goes.
        target: ReferralTarget,
        /// How soon an answer is needed.
        priority: ReferralPriority,
        /// How much of the person's identity is shared.
        identity: ReferralIdentity,
        /// The code on the slip.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        code: Option<ReturnCode>,
        /// How the person wants to be reached.
        contact: ReferralContact,
        /// The person's languages.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        languages: Vec<Language>,
        /// Whether an interpreter is wanted.
        interpreter_wanted: bool,
        /// When the person can come.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        availability: Option<Secret>,
        /// What the partner is asked.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        question: Option<Secret>,
        /// The pairing that goes along.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pairing: Option<PairingId>,
        /// The referral that had ended and that this one goes on from.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        resumes: Option<ReferralId>,
        /// The open referral whose place this one takes.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        supersedes: Option<ReferralId>,
    },
    /// The person agreed.
    ConsentRecorded {
        /// What may be shared.
        scope: Vec<ReferralConsentScope>,
        /// How they said yes.
        mode: ReferralConsentMode,
        /// In which language.
        language: Language,
        /// How that language was met: directly, by an interpreter, by a volunteer.
        language_mode: LanguageMode,
        /// Whether there was a consent before, which this one replaces.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        again: bool,
    },
    /// The person does not agree any more.
    ConsentWithdrawn {
        /// How they said so.
        mode: ReferralConsentMode,
        /// In which language.
        language: Language,
    },
    /// Something is shared although the person could not say yes.
    ConsentOverridden {
        /// Why.
        reason: ReferralOverrideReason,
        /// Why, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Secret>,
        /// Who else has read the reason.
        second_reader: ActorId,
    },
    /// It was sent.
    ReferralSent {
        /// How.
        channel: ReferralChannel,
        /// By when it must be answered.
        deadlines: Deadlines,
        /// The version of the partner's link, when it has one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        link_version: Option<u32>,
    },
    /// It did not reach the partner.
    ReferralDeliveryFailed {
        /// Why.
        cause: ReferralDeliveryFailure,
    },
    /// The partner's link was made anew; older ones are good for nothing.
    ReferralLinkRenewed {
        /// The version that is good now.
        version: u32,
    },
    /// The partner's link was made good for nothing.
    ReferralLinkRevoked {
        /// The version above every link that was given out.
        version: u32,
    },
    /// The partner has seen it.
    ReferralReceived {},
    /// The partner looks into it.
    ReferralPutUnderReview {
        /// By when it must be answered now.
        deadlines: Deadlines,
    },
    /// The partner put it on the wait list.
    ReferralWaitlisted {
        /// The day the partner expects a place.
        expected: NaiveDate,
        /// By when it must be answered now.
        deadlines: Deadlines,
    },
    /// The partner needs something from the person first.
    PersonActionRequested {
        /// What.
        what: ReferralPersonAction,
        /// What, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Secret>,
        /// Who takes care of it.
        owner: Party,
        /// Since when the clock stands still.
        at: DateTime<Utc>,
    },
    /// The person has done what was asked.
    PersonActionCompleted {
        /// By when it must be answered now.
        deadlines: Deadlines,
    },
    /// The partner says yes.
    ReferralAccepted {
        /// How they get in touch.
        contact_way: ReferralContactWay,
        /// Where to turn to at the partner.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        contact: Option<Line>,
    },
    /// The partner says no.
    ReferralDeclined {
        /// Why.
        reason: ReferralReason,
        /// Why, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Secret>,
    },
    /// The person has an appointment at the partner.
    AppointmentScheduled {
        /// When.
        starts_at: DateTime<Utc>,
        /// Where.
        place: Line,
        /// In which language.
        language: Language,
        /// How that language is met there.
        language_mode: LanguageMode,
        /// The pairing that goes along.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pairing: Option<PairingId>,
        /// When the person is to be reminded.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        remind_at: Option<DateTime<Utc>>,
    },
    /// The person came.
    PersonAttended {
        /// From whom it is known.
        source: ReferralAttendanceSource,
    },
    /// The person did not come.
    PersonDidNotAttend {
        /// From whom it is known.
        source: ReferralAttendanceSource,
    },
    /// The partner gave it back after having said yes.
    ReferralReturned {
        /// Why.
        reason: ReferralReason,
        /// Why, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Secret>,
    },
    /// Somebody told what became of it.
    OutcomeReported {
        /// Who.
        voice: ReferralVoice,
        /// What.
        outcome: ReferralOutcome,
        /// When.
        at: DateTime<Utc>,
    },
    /// It is over.
    ReferralClosed {
        /// With which outcome.
        outcome: ReferralOutcome,
        /// Why there was no help.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<ReferralReason>,
        /// Why, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Secret>,
    },
    /// The host took it back.
    ReferralRecalled {
        /// Why.
        reason: ReferralRecallReason,
    },
    /// Nobody answered in time. This is never a no.
    ReferralExpired {
        /// When the partner was last reminded.
        last_reminder: DateTime<Utc>,
    },
    /// Another referral took its place.
    ReferralSuperseded {
        /// Which one.
        by: ReferralId,
    },
    /// It goes on after its end.
    ReferralReopened {
        /// Why.
        reason: ReferralReopenReason,
        /// Why, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Secret>,
        /// By when it must be answered now.
        deadlines: Deadlines,
    },
    /// Somebody was reminded.
    ReminderSent {
        /// Of what.
        about: ReferralReminder,
        /// Who.
        to: Party,
        /// When.
        at: DateTime<Utc>,
    },
    /// The answer is late.
    ReferralOverdueFlagged {},
    /// Nobody may write to or call the person any more.
    ReferralMarkedNoContact {},
    /// It should never have been entered.
    ReferralEnteredInError {
        /// Why.
        reason: ReferralErrorReason,
        /// Why, in words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Secret>,
    },
}
