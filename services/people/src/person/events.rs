//! What happened to a person's file.
//!
//! This is the storage format. Nothing here is ever renamed or given another meaning: a change is
//! an upcast (see `kernel::Upcast`) and a new fixture in `tests/history/person/`.

use chrono::{DateTime, NaiveDate, Utc};
use kernel::{ActorId, Language, LanguageMode, MemberId, PersonId, ReturnCode, Secret};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

use crate::codes::{
    AccessNeed, ContactAllowedReason, DataKind, DataRequestAnswer, DataRequestKind, DoNotContactReason,
    DuplicateReason, ErasureReason, PersonContactKind, PersonPart, PostponementReason, SharingConsentMode,
    SharingOverrideReason, SharingScope,
};
use crate::values::{DataRequestId, PersonContactId, SafeHours, SharingConsentId, SharingParty};

/// What happened to a person's file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum PersonEvent {
    /// There is a file, with nothing in it.
    PersonFileOpened {
        /// When, by the server.
        at: DateTime<Utc>,
    },
    /// The person is known by a return code.
    PersonKnownByCode {
        /// The code.
        code: ReturnCode,
        /// When, by the server.
        at: DateTime<Utc>,
    },
    /// The person is not known by a return code any more.
    PersonCodeForgotten {
        /// When, by the server.
        at: DateTime<Utc>,
    },
    /// The person chose a name to be called by.
    PseudonymTaken {
        /// The name, sealed.
        pseudonym: Secret,
        /// When, by the server.
        at: DateTime<Utc>,
    },
    /// The person does not want that name any more.
    PseudonymWithdrawn {
        /// When, by the server.
        at: DateTime<Utc>,
    },
    /// The person gave their name.
    NameGiven {
        /// The name, sealed.
        name: Secret,
        /// When, by the server.
        at: DateTime<Utc>,
    },
    /// The person took their name back.
    NameWithdrawn {
        /// When, by the server.
        at: DateTime<Utc>,
    },
    /// The person can be reached in a way.
    ContactGiven {
        /// Which one.
        contact: PersonContactId,
        /// What it is.
        kind: PersonContactKind,
        /// The number or the address, sealed.
        words: Secret,
        /// When it is safe.
        safe_hours: Vec<SafeHours>,
        /// What to mind, sealed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Secret>,
        /// When, by the server.
        at: DateTime<Utc>,
    },
    /// A way must not be used any more.
    ContactWithdrawn {
        /// Which one.
        contact: PersonContactId,
        /// When, by the server.
        at: DateTime<Utc>,
    },
    /// The person told their languages.
    PersonLanguagesTold {
        /// The best one first.
        languages: Vec<Language>,
        /// When, by the server.
        at: DateTime<Utc>,
    },
    /// The person told what they need to take part.
    AccessNeedsTold {
        /// What.
        needs: Vec<AccessNeed>,
        /// More, in words, sealed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Secret>,
        /// When, by the server.
        at: DateTime<Utc>,
    },
    /// Nobody contacts the person.
    DoNotContactSet {
        /// Why.
        reason: DoNotContactReason,
        /// Why, in words, sealed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Secret>,
        /// When, by the server.
        at: DateTime<Utc>,
    },
    /// The person may be contacted again.
    DoNotContactLifted {
        /// Why.
        reason: ContactAllowedReason,
        /// When, by the server.
        at: DateTime<Utc>,
    },
    /// The person agreed to share.
    SharingConsentGiven {
        /// Which consent.
        consent: SharingConsentId,
        /// What.
        scope: Vec<SharingScope>,
        /// With whom.
        with: SharingParty,
        /// How they said yes.
        mode: SharingConsentMode,
        /// In which language.
        language: Language,
        /// How that language was met.
        language_mode: LanguageMode,
        /// When, by the server.
        at: DateTime<Utc>,
    },
    /// The person does not agree any more.
    SharingConsentWithdrawn {
        /// Which consent.
        consent: SharingConsentId,
        /// With whom it was.
        with: SharingParty,
        /// How they said so.
        mode: SharingConsentMode,
        /// In which language.
        language: Language,
        /// When, by the server.
        at: DateTime<Utc>,
    },
    /// Somebody asked to share although the person could not say yes.
    SharingOverrideAsked {
        /// Which consent.
        consent: SharingConsentId,
        /// What.
        scope: Vec<SharingScope>,
        /// With whom.
        with: SharingParty,
        /// Why.
        reason: SharingOverrideReason,
        /// Why, in words, sealed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Secret>,
        /// Who asked.
        by: ActorId,
        /// A second reader must agree before.
        confirm_by: DateTime<Utc>,
    },
    /// A second reader agreed.
    SharingConsentOverridden {
        /// Which consent.
        consent: SharingConsentId,
        /// Who agreed.
        second_reader: ActorId,
        /// When, by the server.
        at: DateTime<Utc>,
    },
    /// No second reader came.
    SharingOverrideLapsed {
        /// Which consent.
        consent: SharingConsentId,
    },
    /// This file is an alias of another one.
    PersonsMerged {
        /// The file that goes on.
        into: PersonId,
        /// Why.
        reasons: Vec<DuplicateReason>,
    },
    /// Another file is an alias of this one.
    AliasTaken {
        /// The other file.
        alias: PersonId,
    },
    /// This file is no alias any more.
    MergeUndone {
        /// The file it was an alias of.
        of: PersonId,
    },
    /// Another file is no alias of this one any more.
    AliasReleased {
        /// The other file.
        alias: PersonId,
    },
    /// The person is a member as well.
    PersonLinkedToMember {
        /// The member.
        member: MemberId,
        /// What they are there.
        part: PersonPart,
        /// When, by the server.
        at: DateTime<Utc>,
    },
    /// That member is somebody else.
    PersonUnlinkedFromMember {
        /// The member.
        member: MemberId,
        /// When, by the server.
        at: DateTime<Utc>,
    },
    /// The person asked about their data.
    DataRequestMade {
        /// Which request.
        request: DataRequestId,
        /// What.
        kind: DataRequestKind,
        /// To be answered before.
        due: DateTime<Utc>,
        /// When, by the server.
        at: DateTime<Utc>,
    },
    /// The person asked to be erased.
    ErasureAsked {
        /// In which request.
        request: DataRequestId,
    },
    /// The person was answered.
    DataRequestAnswered {
        /// Which request.
        request: DataRequestId,
        /// What became of it.
        answer: DataRequestAnswer,
        /// Why, in words, sealed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Secret>,
        /// When, by the server.
        at: DateTime<Utc>,
    },
    /// The answer is late.
    DataRequestOverdue {
        /// Which request.
        request: DataRequestId,
    },
    /// Something of the person went on elsewhere.
    PersonActivityNoted {
        /// When, by the server.
        at: DateTime<Utc>,
    },
    /// Data will run out soon.
    ErasureWarned {
        /// Which kind.
        kind: DataKind,
        /// On which day.
        on: NaiveDate,
        /// By which version of the retention times.
        retention: u32,
    },
    /// Data was kept as long as it may be, and is taken out.
    DataLapsed {
        /// Which kind.
        kind: DataKind,
        /// By which version of the retention times.
        retention: u32,
    },
    /// The person will be erased now.
    ErasureDecided {
        /// Why.
        reason: ErasureReason,
        /// The aliases that are erased with them.
        with: Vec<PersonId>,
    },
    /// The erasure has to wait.
    ErasurePostponed {
        /// Not before this day.
        until: NaiveDate,
        /// Why.
        reason: PostponementReason,
        /// Why, in words, sealed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        note: Option<Secret>,
    },
    /// The keys are destroyed: the certificate.
    SubjectForgotten {
        /// The streams whose words were sealed; opaque ids.
        subjects: Vec<String>,
        /// How many of them had a key.
        keys: u64,
        /// The epoch that began with it.
        epoch: u64,
        /// Fingerprint of the key that was destroyed.
        fingerprint: String,
    },
}
