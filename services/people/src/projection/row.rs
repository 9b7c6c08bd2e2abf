//! What people see of one person.

use async_graphql::SimpleObject;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{ActorId, Language, LanguageMode, MemberId, PersonId, ReturnCode, Secret, Secrets};
use serde::{Deserialize, Serialize};

use crate::codes::{
    AccessNeed, DataKind, DataRequestAnswer, DataRequestKind, DoNotContactReason, DuplicateReason,
    ErasureReason, IdentityRung, PersonContactKind, PersonPart, PersonState, PostponementReason,
    SharingConsentMode, SharingConsentState, SharingOverrideReason, SharingScope,
};
use crate::retention::Kept;
use crate::values::{DataRequestId, PersonContactId, SafeHours, SharingConsentId, SharingParty};

/// A way to reach a person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct PersonContact {
    /// Its id.
    pub id: PersonContactId,
    /// What it is.
    pub kind: PersonContactKind,
    /// The number or the address.
    pub words: Secret,
    /// When it is safe to call or write; empty means at any time.
    pub safe_hours: Vec<SafeHours>,
    /// What to mind, such as who else may answer.
    pub note: Option<Secret>,
}

impl PersonContact {
    /// Whether it is safe to call or write at a time, by the clock of the place.
    pub fn is_safe<Zone: chrono::TimeZone>(&self, at: &DateTime<Zone>) -> bool {
        self.safe_hours.is_empty() || self.safe_hours.iter().any(|hours| hours.hold(at))
    }
}

/// How something is shared although the person could not say yes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct SharingOverride {
    /// Why.
    pub reason: SharingOverrideReason,
    /// Why, in words.
    pub note: Option<Secret>,
    /// The account that asked.
    pub asked_by: ActorId,
    /// A second reader must agree before.
    pub confirm_by: DateTime<Utc>,
    /// The account that agreed.
    pub second_reader: Option<ActorId>,
}

/// A consent to share.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct SharingConsent {
    /// Its id.
    pub id: SharingConsentId,
    /// Where it stands.
    pub state: SharingConsentState,
    /// Since when.
    pub since: DateTime<Utc>,
    /// What may be shared.
    pub scope: Vec<SharingScope>,
    /// With whom.
    pub with: SharingParty,
    /// How the person said yes.
    pub mode: Option<SharingConsentMode>,
    /// In which language.
    pub language: Option<Language>,
    /// How that language was met: directly, by an interpreter, by a volunteer.
    pub language_mode: Option<LanguageMode>,
    /// How it was overridden, when the person could not say yes.
    pub overridden: Option<SharingOverride>,
}

impl SharingConsent {
    /// Whether something may be shared on its strength.
    pub fn is_good(&self) -> bool {
        matches!(self.state, SharingConsentState::Given | SharingConsentState::Overridden)
    }
}

/// What somebody asked about their own data.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct DataRequest {
    /// Its id.
    pub id: DataRequestId,
    /// What they ask.
    pub kind: DataRequestKind,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// The account that took it.
    pub taken_by: ActorId,
    /// To be answered before.
    pub due: DateTime<Utc>,
    /// Whether the answer is late, or was.
    pub overdue: bool,
    /// What became of it.
    pub answer: Option<DataRequestAnswer>,
    /// Why, in words.
    pub note: Option<Secret>,
    /// When it was answered.
    pub answered_at: Option<DateTime<Utc>>,
}

/// The certificate of an erasure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct ErasureCertificate {
    /// When the keys were destroyed.
    pub at: DateTime<Utc>,
    /// How many streams were about the person.
    pub subjects: u64,
    /// How many of them had a key.
    pub keys: u64,
    /// The epoch that began with it.
    pub epoch: u64,
    /// Fingerprint of the key that was destroyed.
    pub fingerprint: String,
}

/// How the person is forgotten, as far as it has come.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct PersonErasure {
    /// When the person asked for it.
    pub asked_at: Option<DateTime<Utc>>,
    /// What will run out next, when a warning was given.
    pub warned_of: Option<DataKind>,
    /// On which day.
    pub warned_for: Option<NaiveDate>,
    /// Not before this day.
    pub postponed_until: Option<NaiveDate>,
    /// Why it has to wait.
    pub postponed_because: Option<PostponementReason>,
    /// Why it has to wait, in words.
    pub postponement_note: Option<Secret>,
    /// When it was decided.
    pub decided_at: Option<DateTime<Utc>>,
    /// Why.
    pub reason: Option<ErasureReason>,
    /// The proof.
    pub certificate: Option<ErasureCertificate>,
}

/// A person, known as far as they want to be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "Person")]
#[serde(rename_all = "camelCase")]
pub struct PersonRow {
    /// Their id.
    pub id: PersonId,
    /// The version of the file; give it as `expectedVersion` with the next command.
    pub version: u64,
    /// Where the file stands.
    pub state: PersonState,
    /// How far the person is known.
    pub identity: IdentityRung,
    /// The return code they are known by.
    pub code: Option<ReturnCode>,
    /// The name they chose to be called by here.
    pub pseudonym: Option<Secret>,
    /// Their name.
    pub name: Option<Secret>,
    /// How to reach them.
    pub contacts: Vec<PersonContact>,
    /// Their languages, the best one first.
    pub languages: Vec<Language>,
    /// What they need to take part.
    pub access_needs: Vec<AccessNeed>,
    /// What they need, in words.
    pub access_note: Option<Secret>,
    /// Whether nobody may contact them.
    pub do_not_contact: bool,
    /// Why nobody may.
    pub do_not_contact_reason: Option<DoNotContactReason>,
    /// Why nobody may, in words.
    pub do_not_contact_note: Option<Secret>,
    /// What may be shared with whom, and what could be once.
    pub consents: Vec<SharingConsent>,
    /// What they asked about their own data.
    pub data_requests: Vec<DataRequest>,
    /// The file of the same person that goes on, when this one is an alias.
    pub alias_of: Option<PersonId>,
    /// Why it is the same person.
    pub alias_because: Vec<DuplicateReason>,
    /// The files that are aliases of this one.
    pub aliases: Vec<PersonId>,
    /// What they are in the network.
    pub parts: Vec<PersonPart>,
    /// The member they are as well.
    pub member: Option<MemberId>,
    /// How they are forgotten, as far as it has come.
    pub erasure: PersonErasure,
    /// When the file was opened.
    pub opened_at: DateTime<Utc>,
    /// When something last happened with them.
    pub active_at: DateTime<Utc>,
    /// Of what was warned, and for which day, while it stands.
    #[graphql(skip)]
    pub warned: Option<(DataKind, NaiveDate)>,
    /// Since when a coordinator is waited for, and for what.
    #[graphql(skip)]
    pub warned_at: Option<DateTime<Utc>>,
}

impl PersonRow {
    /// What time runs out for.
    pub fn kept(&self) -> Kept {
        Kept {
            contact: !self.contacts.is_empty(),
            identity: self.name.is_some() || self.pseudonym.is_some(),
            active_at: self.active_at,
            warned: self.warned,
            postponed_until: self.erasure.postponed_until,
        }
    }

    /// Whether another good consent lets something be shared with a partner.
    pub fn lets_share_with(&self, partner: Option<kernel::PartnerId>) -> bool {
        self.consents.iter().any(|consent| consent.is_good() && consent.with.covers_partner(partner))
    }
}

impl Secrets for PersonRow {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        let contacts = self
            .contacts
            .iter_mut()
            .flat_map(|contact| std::iter::once(&mut contact.words).chain(&mut contact.note));
        let overridden = self.consents.iter_mut().filter_map(|consent| consent.overridden.as_mut());
        self.pseudonym
            .iter_mut()
            .chain(&mut self.name)
            .chain(contacts)
            .chain(&mut self.access_note)
            .chain(&mut self.do_not_contact_note)
            .chain(overridden.filter_map(|overridden| overridden.note.as_mut()))
            .chain(self.data_requests.iter_mut().filter_map(|request| request.note.as_mut()))
            .chain(&mut self.erasure.postponement_note)
            .collect()
    }
}
