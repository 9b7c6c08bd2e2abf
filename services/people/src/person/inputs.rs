//! What each command carries.

use async_graphql::InputObject;
use chrono::NaiveDate;
use kernel::{Language, LanguageMode, MemberId, PersonId, ReturnCode, Secret};
use serde::Serialize;

use crate::codes::{
    AccessNeed, ContactAllowedReason, DataRequestAnswer, DataRequestKind, DoNotContactReason,
    DuplicateReason, ErasureReason, PersonContactKind, PersonPart, PostponementReason, SharingConsentMode,
    SharingOverrideReason, SharingScope,
};
use crate::values::{DataRequestId, PersonContactId, SafeHours, SharingConsentId, SharingParty};

macro_rules! inputs {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident as $input:literal {
            $( $(#[doc = $field_doc:literal])+ $(#[graphql($($option:tt)+)])? $field:ident: $type:ty ),+ $(,)?
        }
    )+) => { $(
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Serialize, InputObject)]
        #[graphql(name = $input)]
        #[serde(rename_all = "camelCase")]
        pub struct $name {
            $( $(#[doc = $field_doc])+ $(#[graphql($($option)+)])? pub $field: $type, )+
        }
    )+ };
}

inputs! {
    /// Know somebody by the code on their slip.
    KnowByCode as "KnowPersonByCodeInput" {
        /// The code.
        code: ReturnCode,
    }

    /// A name the person chose to be called by here.
    TakePseudonym as "TakePseudonymInput" {
        /// The name they chose.
        pseudonym: Secret,
    }

    /// The person's name.
    GiveName as "GivePersonNameInput" {
        /// The name, as the person says or writes it.
        name: Secret,
    }

    /// A way to reach the person.
    GiveContact as "GivePersonContactInput" {
        /// Its id, made by the client; the same id again replaces what was there.
        contact: PersonContactId,
        /// What it is.
        kind: PersonContactKind,
        /// The number or the address.
        words: Secret,
        /// When it is safe to call or write; empty means at any time. At most 21.
        #[graphql(default)]
        safe_hours: Vec<SafeHours>,
        /// What to mind, such as who else may answer.
        note: Option<Secret>,
    }

    /// A way to reach the person that must not be used any more.
    WithdrawContact as "WithdrawPersonContactInput" {
        /// Which one.
        contact: PersonContactId,
    }

    /// The person's languages.
    TellLanguages as "TellPersonLanguagesInput" {
        /// The languages, the best one first, sign languages included; at most 10.
        languages: Vec<Language>,
    }

    /// What the person needs to take part.
    TellAccessNeeds as "TellAccessNeedsInput" {
        /// What; none takes back what was said.
        needs: Vec<AccessNeed>,
        /// More, in words.
        note: Option<Secret>,
    }

    /// Nobody contacts the person.
    SetDoNotContact as "SetDoNotContactInput" {
        /// Why.
        reason: DoNotContactReason,
        /// Why, in words; needed for *other*.
        note: Option<Secret>,
    }

    /// The person may be contacted again.
    AllowPersonContact as "AllowPersonContactInput" {
        /// Why.
        reason: ContactAllowedReason,
    }

    /// The person agrees to share.
    GiveSharingConsent as "GiveSharingConsentInput" {
        /// Its id, made by the client.
        consent: SharingConsentId,
        /// What may be shared; at least one.
        scope: Vec<SharingScope>,
        /// With whom.
        with: SharingParty,
        /// How they said yes.
        mode: SharingConsentMode,
        /// In which language.
        language: Language,
        /// How that language was met: directly, by an interpreter, by a volunteer.
        language_mode: LanguageMode,
    }

    /// The person does not agree any more; what is open and rests on it is stopped.
    WithdrawSharingConsent as "WithdrawSharingConsentInput" {
        /// Which consent.
        consent: SharingConsentId,
        /// How they said so.
        mode: SharingConsentMode,
        /// In which language.
        language: Language,
    }

    /// Share although the person could not say yes; good once a second coordinator agrees.
    OverrideSharingConsent as "OverrideSharingConsentInput" {
        /// Its id, made by the client.
        consent: SharingConsentId,
        /// What is shared; at least one.
        scope: Vec<SharingScope>,
        /// With whom.
        with: SharingParty,
        /// Why.
        reason: SharingOverrideReason,
        /// Why, in words; needed for *other*.
        note: Option<Secret>,
    }

    /// A second reader agrees to share although the person could not say yes.
    ConfirmSharingOverride as "ConfirmSharingOverrideInput" {
        /// Which consent.
        consent: SharingConsentId,
    }

    /// Say that a file is of the same person as another one. The files stay apart: the one is an
    /// alias of the other, until it is undone.
    MergePersons as "MergePersonsInput" {
        /// The file that goes on.
        into: PersonId,
        /// Why they are one person; at least one reason.
        reasons: Vec<DuplicateReason>,
    }

    /// Say that two files are of two persons after all.
    UndoMerge as "UndoMergeInput" {
        /// The file it was an alias of.
        of: PersonId,
    }

    /// The person is a member as well.
    LinkMember as "LinkPersonToMemberInput" {
        /// The member.
        member: MemberId,
        /// What they are there: a member, a volunteer.
        part: PersonPart,
    }

    /// That member is somebody else.
    UnlinkMember as "UnlinkPersonFromMemberInput" {
        /// The member.
        member: MemberId,
    }

    /// The person asks about their own data, by themselves or through a coordinator.
    AskDataRequest as "AskDataRequestInput" {
        /// Its id, made by the client.
        request: DataRequestId,
        /// What they ask.
        kind: DataRequestKind,
    }

    /// The person is answered.
    AnswerDataRequest as "AnswerDataRequestInput" {
        /// Which request.
        request: DataRequestId,
        /// What became of it.
        answer: DataRequestAnswer,
        /// Why, in words; needed when not all was done.
        note: Option<Secret>,
    }

    /// Erase the person: their keys are destroyed, and nothing brings the words back.
    ErasePerson as "ErasePersonInput" {
        /// Why.
        reason: ErasureReason,
    }

    /// Erase later.
    PostponeErasure as "PostponeErasureInput" {
        /// Not before this day; at most two years from now.
        until: NaiveDate,
        /// Why.
        reason: PostponementReason,
        /// Why, in words.
        note: Option<Secret>,
    }
}

/// The proof that keys were destroyed; sent by the platform only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct CertifyErasure {
    /// The streams whose words were sealed; opaque ids.
    pub subjects: Vec<String>,
    /// How many of them had a key.
    pub keys: u64,
    /// The epoch that began with it.
    pub epoch: u64,
    /// Fingerprint of the key that was destroyed.
    pub fingerprint: String,
}
