//! Writing a referral down, and the person's consent.

use async_graphql::InputObject;
use kernel::{
    ActorId, CaseId, Language, LanguageMode, PairingId, PersonId, ReferralId, ReturnCode, Secret, Secrets,
};
use reference::NeedRef;
use serde::Serialize;

use crate::codes::{
    ReferralConsentMode, ReferralConsentScope, ReferralContact, ReferralIdentity, ReferralOverrideReason,
    ReferralPriority,
};
use crate::values::ReferralTarget;

/// Write a referral down.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "DraftReferralInput")]
pub struct DraftReferral {
    /// The case it belongs to.
    pub case: CaseId,
    /// The person, when they are known.
    pub person: Option<PersonId>,
    /// What it is for: 1 to 10 needs.
    pub needs: Vec<NeedRef>,
    /// To whom it goes.
    pub target: ReferralTarget,
    /// How soon an answer is needed.
    pub priority: ReferralPriority,
    /// How much of the person's identity is shared.
    pub identity: ReferralIdentity,
    /// The code on the slip; needed when the code is what is shared.
    pub code: Option<ReturnCode>,
    /// How the person wants to be reached.
    pub contact: ReferralContact,
    /// The person's languages, the best one first; at most 10.
    #[graphql(default)]
    pub languages: Vec<Language>,
    /// Whether an interpreter is wanted.
    #[graphql(default)]
    pub interpreter_wanted: bool,
    /// When the person can come.
    pub availability: Option<Secret>,
    /// What the partner is asked.
    pub question: Option<Secret>,
    /// The pairing that goes along.
    pub pairing: Option<PairingId>,
    /// The referral that had ended and that this one goes on from; left out in a re-orientation.
    pub resumes: Option<ReferralId>,
}

impl Secrets for DraftReferral {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        self.availability.iter_mut().chain(&mut self.question).collect()
    }
}

/// Record that the person agrees.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "RecordReferralConsentInput")]
pub struct RecordReferralConsent {
    /// What may be shared; the need always, the identity when it is.
    pub scope: Vec<ReferralConsentScope>,
    /// How they said yes.
    pub mode: ReferralConsentMode,
    /// In which language.
    pub language: Language,
    /// How that language was met: directly, by an interpreter, by a volunteer.
    pub language_mode: LanguageMode,
}

/// Record that the person does not agree any more. What is open is taken back.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "WithdrawReferralConsentInput")]
pub struct WithdrawReferralConsent {
    /// How they said so.
    pub mode: ReferralConsentMode,
    /// In which language.
    pub language: Language,
}

/// Share although the person could not say yes.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "OverrideReferralConsentInput")]
pub struct OverrideReferralConsent {
    /// Why.
    pub reason: ReferralOverrideReason,
    /// Why, in words; needed for *other*.
    pub note: Option<Secret>,
    /// Who else has read the reason; somebody else than the one who asks.
    pub second_reader: ActorId,
}
