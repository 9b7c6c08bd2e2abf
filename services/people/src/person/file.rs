//! What the rules of a person's file remember, and how events change it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, NaiveDate, Utc};
use kernel::{ActorId, MemberId, PersonId, ReturnCode};
use serde::{Deserialize, Serialize};

use super::events::PersonEvent;
use crate::codes::{
    DataKind, DataRequestAnswer, DataRequestKind, IdentityRung, PersonPart, SharingConsentState,
};
use crate::retention::Kept;
use crate::values::{DataRequestId, PersonContactId, SharingConsentId, SharingParty};

/// A person's file as far as its rules need it; the words are in the events and rows only.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct File {
    /// The code they are known by.
    pub code: Option<ReturnCode>,
    /// Whether they chose a name.
    pub pseudonym: bool,
    /// Whether they gave their name.
    pub name: bool,
    /// The ways to reach them.
    pub contacts: BTreeSet<PersonContactId>,
    /// Whether nobody contacts them.
    pub do_not_contact: bool,
    /// Consents.
    pub consents: BTreeMap<SharingConsentId, Consent>,
    /// Requests about data.
    pub requests: BTreeMap<DataRequestId, Request>,
    /// The member they are as well.
    pub member: Option<(MemberId, PersonPart)>,
    /// The file this one is an alias of.
    pub alias_of: Option<PersonId>,
    /// The aliases of this one.
    pub aliases: BTreeSet<PersonId>,
    /// When something last happened with them.
    pub active_at: DateTime<Utc>,
    /// Of what was warned, and for which day.
    pub warned: Option<(DataKind, NaiveDate)>,
    /// Nothing is erased before that day.
    pub postponed_until: Option<NaiveDate>,
}

/// A consent as far as rules need it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Consent {
    /// With whom.
    pub with: SharingParty,
    /// Where it stands.
    pub state: SharingConsentState,
    /// Who asked to override, and until when a second reader may agree.
    pub asked: Option<(ActorId, DateTime<Utc>)>,
}

/// A request about data as far as rules need it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Request {
    /// What was asked.
    pub kind: DataRequestKind,
    /// To be answered before.
    pub due: DateTime<Utc>,
    /// What became of it.
    pub answer: Option<DataRequestAnswer>,
    /// Whether it was said to be late.
    pub overdue: bool,
}

impl File {
    /// A file with nothing in it.
    pub fn empty(active_at: DateTime<Utc>) -> Self {
        Self {
            code: None,
            pseudonym: false,
            name: false,
            contacts: BTreeSet::new(),
            do_not_contact: false,
            consents: BTreeMap::new(),
            requests: BTreeMap::new(),
            member: None,
            alias_of: None,
            aliases: BTreeSet::new(),
            active_at,
            warned: None,
            postponed_until: None,
        }
    }

    /// How far the person is known.
    pub fn rung(&self) -> IdentityRung {
        match (self.name, self.pseudonym, self.code) {
            (true, ..) => IdentityRung::Named,
            (false, true, _) => IdentityRung::Pseudonym,
            (false, false, Some(_)) => IdentityRung::ReturnCode,
            (false, false, None) => IdentityRung::Anonymous,
        }
    }

    /// What time runs out for.
    pub fn kept(&self) -> Kept {
        Kept {
            contact: !self.contacts.is_empty(),
            identity: self.name || self.pseudonym,
            active_at: self.active_at,
            warned: self.warned,
            postponed_until: self.postponed_until,
        }
    }

    pub(super) fn evolve(&mut self, event: PersonEvent) {
        if let Some(at) = event.activity() {
            self.active_at = self.active_at.max(at);
            self.warned = None;
        }
        match event {
            PersonEvent::PersonKnownByCode { code, .. } => self.code = Some(code),
            PersonEvent::PersonCodeForgotten { .. } => self.code = None,
            PersonEvent::PseudonymTaken { .. } => self.pseudonym = true,
            PersonEvent::PseudonymWithdrawn { .. } => self.pseudonym = false,
            PersonEvent::NameGiven { .. } => self.name = true,
            PersonEvent::NameWithdrawn { .. } => self.name = false,
            PersonEvent::ContactGiven { contact, .. } => {
                self.contacts.insert(contact);
            }
            PersonEvent::ContactWithdrawn { contact, .. } => {
                self.contacts.remove(&contact);
            }
            PersonEvent::DoNotContactSet { .. } => self.do_not_contact = true,
            PersonEvent::DoNotContactLifted { .. } => self.do_not_contact = false,
            PersonEvent::PersonLinkedToMember { member, part, .. } => self.member = Some((member, part)),
            PersonEvent::PersonUnlinkedFromMember { .. } => self.member = None,
            PersonEvent::PersonsMerged { into, .. } => self.alias_of = Some(into),
            PersonEvent::MergeUndone { .. } => self.alias_of = None,
            PersonEvent::AliasTaken { alias } => {
                self.aliases.insert(alias);
            }
            PersonEvent::AliasReleased { alias } => {
                self.aliases.remove(&alias);
            }
            PersonEvent::ErasureWarned { kind, on, .. } => self.warned = Some((kind, on)),
            PersonEvent::DataLapsed { kind, .. } => self.lapse(kind),
            PersonEvent::ErasurePostponed { until, .. } => self.postponed_until = Some(until),
            sharing_or_request => self.follow(sharing_or_request),
        }
    }

    /// Consents and requests.
    fn follow(&mut self, event: PersonEvent) {
        match event {
            PersonEvent::SharingConsentGiven { consent, with, .. } => {
                let state = SharingConsentState::Given;
                self.consents.insert(consent, Consent { with, state, asked: None });
            }
            PersonEvent::SharingOverrideAsked { consent, with, by, confirm_by, .. } => {
                let state = SharingConsentState::OverrideAsked;
                self.consents.insert(consent, Consent { with, state, asked: Some((by, confirm_by)) });
            }
            PersonEvent::SharingConsentWithdrawn { consent, .. } => {
                self.stand(consent, SharingConsentState::Withdrawn);
            }
            PersonEvent::SharingConsentOverridden { consent, .. } => {
                self.stand(consent, SharingConsentState::Overridden);
            }
            PersonEvent::SharingOverrideLapsed { consent } => {
                self.stand(consent, SharingConsentState::OverrideLapsed);
            }
            PersonEvent::DataRequestMade { request, kind, due, .. } => {
                self.requests.insert(request, Request { kind, due, answer: None, overdue: false });
            }
            PersonEvent::DataRequestAnswered { request, answer, .. } => {
                if let Some(kept) = self.requests.get_mut(&request) {
                    kept.answer = Some(answer);
                }
            }
            PersonEvent::DataRequestOverdue { request } => {
                if let Some(kept) = self.requests.get_mut(&request) {
                    kept.overdue = true;
                }
            }
            _ => {}
        }
    }

    fn stand(&mut self, consent: SharingConsentId, state: SharingConsentState) {
        if let Some(kept) = self.consents.get_mut(&consent) {
            kept.state = state;
        }
    }

    fn lapse(&mut self, kind: DataKind) {
        self.warned = None;
        match kind {
            DataKind::Contact => self.contacts.clear(),
            DataKind::Identity => {
                self.name = false;
                self.pseudonym = false;
            }
            DataKind::Notes | DataKind::Case => {}
        }
    }
}

impl PersonEvent {
    /// When it happened, if it shows that the person is still there; what coordinators and the
    /// platform do with a file does not.
    pub fn activity(&self) -> Option<DateTime<Utc>> {
        match self {
            Self::PersonFileOpened { at }
            | Self::PersonKnownByCode { at, .. }
            | Self::PersonCodeForgotten { at }
            | Self::PseudonymTaken { at, .. }
            | Self::PseudonymWithdrawn { at }
            | Self::NameGiven { at, .. }
            | Self::NameWithdrawn { at }
            | Self::ContactGiven { at, .. }
            | Self::ContactWithdrawn { at, .. }
            | Self::PersonLanguagesTold { at, .. }
            | Self::AccessNeedsTold { at, .. }
            | Self::DoNotContactSet { at, .. }
            | Self::DoNotContactLifted { at, .. }
            | Self::SharingConsentGiven { at, .. }
            | Self::SharingConsentWithdrawn { at, .. }
            | Self::PersonLinkedToMember { at, .. }
            | Self::PersonUnlinkedFromMember { at, .. }
            | Self::DataRequestMade { at, .. }
            | Self::PersonActivityNoted { at } => Some(*at),
            Self::SharingOverrideAsked { .. }
            | Self::SharingConsentOverridden { .. }
            | Self::SharingOverrideLapsed { .. }
            | Self::PersonsMerged { .. }
            | Self::AliasTaken { .. }
            | Self::MergeUndone { .. }
            | Self::AliasReleased { .. }
            | Self::ErasureAsked { .. }
            | Self::DataRequestAnswered { .. }
            | Self::DataRequestOverdue { .. }
            | Self::ErasureWarned { .. }
            | Self::DataLapsed { .. }
            | Self::ErasureDecided { .. }
            | Self::ErasurePostponed { .. }
            | Self::SubjectForgotten { .. } => None,
        }
    }
}
