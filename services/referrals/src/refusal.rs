//! Why a referral does not move so. One variant, one sentence in four languages, one test.

use chrono::NaiveDate;
use kernel::ReferralId;
use reference::NeedCode;
use serde::Serialize;
use strum::VariantNames;

use crate::codes::{ReferralConsentScope, ReferralState};

/// Why a referral does not move so.
#[derive(Debug, Clone, PartialEq, Serialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum ReferralRefusal {
    /// There is no such referral.
    ReferralNotFound,
    /// The id is taken.
    ReferralAlreadyDrafted,
    /// A referral is for something.
    ReferralNeedsMissing,
    /// It is for too much at once.
    ReferralTooManyNeeds {
        /// How many it takes.
        most: usize,
    },
    /// The same need is there twice.
    ReferralNeedTwice {
        /// Which one.
        code: NeedCode,
    },
    /// A list of the draft is too long.
    ReferralTooMuchDetail {
        /// How many each takes.
        most: usize,
    },
    /// The code is to be shared, and there is none.
    ReferralCodeMissing,
    /// The person's name is to be shared, and the person is not known.
    ReferralPersonMissing,
    /// It would go on from itself.
    ReferralResumesItself,
    /// The one it would go on from has not ended.
    ReferralStillOpen,
    /// The one it would go on from belongs to another case.
    ReferralOtherCase,
    /// The person has not agreed.
    ReferralConsentMissing,
    /// The person has agreed to less.
    ReferralConsentTooNarrow {
        /// What is missing.
        missing: ReferralConsentScope,
    },
    /// The person cannot have understood what they agreed to.
    ReferralConsentNotUnderstood,
    /// There is a consent; nothing has to be overridden.
    ReferralConsentAlreadyGiven,
    /// The second reader is the first one.
    ReferralSecondReaderSame,
    /// *Other* needs words.
    ReferralReasonMissing,
    /// It is on its way already.
    ReferralAlreadySent,
    /// It is not on its way yet.
    ReferralNotSent,
    /// It has no link.
    ReferralWithoutLink,
    /// The link was renewed or revoked.
    ReferralLinkNotCurrent,
    /// The partner has answered.
    ReferralAlreadyAnswered {
        /// Where it stands.
        state: ReferralState,
    },
    /// The member's charter is not current.
    ReferralCharterNotCurrent,
    /// The person does not want to be contacted.
    ReferralNoContact,
    /// That date cannot be meant.
    ReferralDateImplausible {
        /// The first day that can.
        from: NaiveDate,
        /// The last day that can.
        until: NaiveDate,
    },
    /// Nothing is asked of the person.
    ReferralPersonNotAwaited,
    /// The partner has not said yes.
    ReferralNotAccepted,
    /// The person came already.
    ReferralAlreadyAttended,
    /// The appointment is still to come.
    ReferralAppointmentNotYet {
        /// Its day.
        date: NaiveDate,
    },
    /// The person did not come; a new appointment comes first.
    ReferralPersonMissed,
    /// It cannot be closed before the person came or stayed away.
    ReferralNotInService,
    /// The voices do not agree, or there is none.
    ReferralOutcomeMissing,
    /// Without help there is a reason.
    ReferralNoHelpReasonMissing,
    /// It has gone too far to be taken back.
    ReferralNotRecallable {
        /// Where it stands.
        state: ReferralState,
    },
    /// It cannot go on from where it stands.
    ReferralNotReopenable {
        /// Where it stands.
        state: ReferralState,
    },
    /// It is over.
    ReferralClosed {
        /// How it ended.
        state: ReferralState,
    },
    /// Another one took its place.
    ReferralSuperseded {
        /// Which one.
        by: ReferralId,
    },
    /// It was entered in error.
    ReferralVoid,
    /// Hosts do that.
    ReferralForHost,
    /// The one who was asked does that, or a host who has them on the telephone.
    ReferralForPartner,
    /// Coordinators do that.
    ReferralForCoordinator,
    /// The platform does that by itself.
    ReferralForPlatform,
    /// A partner tells what the partner knows.
    ReferralVoiceOfOthers,
    /// It is too early.
    ReferralNotDue {
        /// From which day on.
        due: NaiveDate,
    },
    /// Nothing of the kind is due.
    ReferralNothingDue,
}
