//! How an event changes what people see of a person.

use kernel::{PersonId, Recorded, Secret, Secrets};

use super::row::{
    DataRequest, ErasureCertificate, PersonContact, PersonErasure, PersonRow, SharingConsent, SharingOverride,
};
use crate::codes::{DataKind, IdentityRung, PersonPart, PersonState, SharingConsentState};
use crate::person::PersonEvent;
use crate::values::{DataRequestId, SharingConsentId};

impl PersonRow {
    /// A file with nothing in it.
    pub(super) fn opened(id: PersonId, recorded: &Recorded<PersonEvent>) -> Option<Self> {
        let PersonEvent::PersonFileOpened { at } = recorded.event else { return None };
        Some(Self {
            id,
            version: recorded.version,
            state: PersonState::Active,
            identity: IdentityRung::Anonymous,
            code: None,
            pseudonym: None,
            name: None,
            contacts: Vec::new(),
            languages: Vec::new(),
            access_needs: Vec::new(),
            access_note: None,
            do_not_contact: false,
            do_not_contact_reason: None,
            do_not_contact_note: None,
            consents: Vec::new(),
            data_requests: Vec::new(),
            alias_of: None,
            alias_because: Vec::new(),
            aliases: Vec::new(),
            parts: vec![PersonPart::Visitor],
            member: None,
            erasure: PersonErasure::default(),
            opened_at: at,
            active_at: at,
            warned: None,
            warned_at: None,
        })
    }

    /// The row after one more event.
    #[must_use]
    pub(super) fn after(mut self, recorded: &Recorded<PersonEvent>) -> Self {
        self.version = recorded.version;
        if let Some(at) = recorded.event.activity() {
            self.active_at = self.active_at.max(at);
            self.no_warning();
        }
        self.identify(&recorded.event);
        self.describe(&recorded.event);
        self.share(recorded);
        self.ask(recorded);
        self.forget(recorded);
        self.identity = match (&self.name, &self.pseudonym, self.code) {
            (Some(_), ..) => IdentityRung::Named,
            (None, Some(_), _) => IdentityRung::Pseudonym,
            (None, None, Some(_)) => IdentityRung::ReturnCode,
            (None, None, None) => IdentityRung::Anonymous,
        };
        self
    }

    fn identify(&mut self, event: &PersonEvent) {
        match event {
            PersonEvent::PersonKnownByCode { code, .. } => self.code = Some(*code),
            PersonEvent::PersonCodeForgotten { .. } => self.code = None,
            PersonEvent::PseudonymTaken { pseudonym, .. } => self.pseudonym = Some(pseudonym.clone()),
            PersonEvent::PseudonymWithdrawn { .. } => self.pseudonym = None,
            PersonEvent::NameGiven { name, .. } => self.name = Some(name.clone()),
            PersonEvent::NameWithdrawn { .. } => self.name = None,
            PersonEvent::ContactGiven { contact, kind, words, safe_hours, note, .. } => {
                let given = PersonContact {
                    id: *contact,
                    kind: *kind,
                    words: words.clone(),
                    safe_hours: safe_hours.clone(),
                    note: note.clone(),
                };
                match self.contacts.iter_mut().find(|known| known.id == *contact) {
                    Some(known) => *known = given,
                    None => self.contacts.push(given),
                }
            }
            PersonEvent::ContactWithdrawn { contact, .. } => {
                self.contacts.retain(|known| known.id != *contact);
            }
            _ => {}
        }
    }

    fn describe(&mut self, event: &PersonEvent) {
        match event {
            PersonEvent::PersonLanguagesTold { languages, .. } => self.languages.clone_from(languages),
            PersonEvent::AccessNeedsTold { needs, note, .. } => {
                self.access_needs.clone_from(needs);
                self.access_note.clone_from(note);
            }
            PersonEvent::DoNotContactSet { reason, note, .. } => {
                self.do_not_contact = true;
                self.do_not_contact_reason = Some(*reason);
                self.do_not_contact_note.clone_from(note);
            }
            PersonEvent::DoNotContactLifted { .. } => {
                self.do_not_contact = false;
                self.do_not_contact_reason = None;
                self.do_not_contact_note = None;
            }
            PersonEvent::PersonLinkedToMember { member, part, .. } => {
                self.member = Some(*member);
                self.parts = vec![PersonPart::Visitor, *part];
            }
            PersonEvent::PersonUnlinkedFromMember { .. } => {
                self.member = None;
                self.parts = vec![PersonPart::Visitor];
            }
            PersonEvent::PersonsMerged { into, reasons } => {
                self.state = PersonState::Alias;
                self.alias_of = Some(*into);
                self.alias_because.clone_from(reasons);
            }
            PersonEvent::MergeUndone { .. } => {
                self.state = PersonState::Active;
                self.alias_of = None;
                self.alias_because.clear();
            }
            PersonEvent::AliasTaken { alias } => {
                self.aliases.push(*alias);
                self.aliases.sort_unstable();
            }
            PersonEvent::AliasReleased { alias } => self.aliases.retain(|known| known != alias),
            _ => {}
        }
    }

    fn share(&mut self, recorded: &Recorded<PersonEvent>) {
        let since = recorded.recorded_at;
        match &recorded.event {
            PersonEvent::SharingConsentGiven {
                consent, scope, with, mode, language, language_mode, ..
            } => {
                self.consents.push(SharingConsent {
                    id: *consent,
                    state: SharingConsentState::Given,
                    since,
                    scope: scope.clone(),
                    with: *with,
                    mode: Some(*mode),
                    language: Some(*language),
                    language_mode: Some(*language_mode),
                    overridden: None,
                });
            }
            PersonEvent::SharingOverrideAsked { consent, scope, with, reason, note, by, confirm_by } => {
                let overridden = SharingOverride {
                    reason: *reason,
                    note: note.clone(),
                    asked_by: *by,
                    confirm_by: *confirm_by,
                    second_reader: None,
                };
                self.consents.push(SharingConsent {
                    id: *consent,
                    state: SharingConsentState::OverrideAsked,
                    since,
                    scope: scope.clone(),
                    with: *with,
                    mode: None,
                    language: None,
                    language_mode: None,
                    overridden: Some(overridden),
                });
            }
            PersonEvent::SharingConsentWithdrawn { consent, .. } => {
                self.stand(*consent, SharingConsentState::Withdrawn, recorded);
            }
            PersonEvent::SharingConsentOverridden { consent, second_reader, .. } => {
                self.stand(*consent, SharingConsentState::Overridden, recorded);
                let kept = self.consents.iter_mut().find(|kept| kept.id == *consent);
                if let Some(overridden) = kept.and_then(|kept| kept.overridden.as_mut()) {
                    overridden.second_reader = Some(*second_reader);
                }
            }
            PersonEvent::SharingOverrideLapsed { consent } => {
                self.stand(*consent, SharingConsentState::OverrideLapsed, recorded);
            }
            _ => {}
        }
    }

    fn stand(
        &mut self,
        consent: SharingConsentId,
        state: SharingConsentState,
        recorded: &Recorded<PersonEvent>,
    ) {
        if let Some(kept) = self.consents.iter_mut().find(|kept| kept.id == consent) {
            kept.state = state;
            kept.since = recorded.recorded_at;
        }
    }

    fn ask(&mut self, recorded: &Recorded<PersonEvent>) {
        match &recorded.event {
            PersonEvent::DataRequestMade { request, kind, due, at } => self.data_requests.push(DataRequest {
                id: *request,
                kind: *kind,
                asked_at: *at,
                taken_by: recorded.meta.actor,
                due: *due,
                overdue: false,
                answer: None,
                note: None,
                answered_at: None,
            }),
            PersonEvent::ErasureAsked { .. } => self.erasure.asked_at = Some(recorded.recorded_at),
            PersonEvent::DataRequestAnswered { request, answer, note, at } => {
                if let Some(kept) = self.request(*request) {
                    kept.answer = Some(*answer);
                    kept.note.clone_from(note);
                    kept.answered_at = Some(*at);
                }
            }
            PersonEvent::DataRequestOverdue { request } => {
                if let Some(kept) = self.request(*request) {
                    kept.overdue = true;
                }
            }
            _ => {}
        }
    }

    fn request(&mut self, request: DataRequestId) -> Option<&mut DataRequest> {
        self.data_requests.iter_mut().find(|kept| kept.id == request)
    }

    fn forget(&mut self, recorded: &Recorded<PersonEvent>) {
        match &recorded.event {
            PersonEvent::ErasureWarned { kind, on, .. } => {
                self.warned = Some((*kind, *on));
                self.warned_at = Some(recorded.recorded_at);
                self.erasure.warned_of = Some(*kind);
                self.erasure.warned_for = Some(*on);
            }
            PersonEvent::DataLapsed { kind, .. } => {
                self.no_warning();
                match kind {
                    DataKind::Contact => self.contacts.clear(),
                    DataKind::Identity => {
                        self.name = None;
                        self.pseudonym = None;
                    }
                    DataKind::Notes | DataKind::Case => {}
                }
            }
            PersonEvent::ErasurePostponed { until, reason, note } => {
                self.erasure.postponed_until = Some(*until);
                self.erasure.postponed_because = Some(*reason);
                self.erasure.postponement_note.clone_from(note);
            }
            PersonEvent::ErasureDecided { reason, .. } => {
                self.state = PersonState::Erasing;
                self.erasure.decided_at = Some(recorded.recorded_at);
                self.erasure.reason = Some(*reason);
                self.no_warning();
            }
            PersonEvent::SubjectForgotten { subjects, keys, epoch, fingerprint } => {
                self.state = PersonState::Erased;
                self.erasure.certificate = Some(ErasureCertificate {
                    at: recorded.recorded_at,
                    subjects: subjects.len() as u64,
                    keys: *keys,
                    epoch: *epoch,
                    fingerprint: fingerprint.clone(),
                });
                for secret in self.secrets() {
                    *secret = Secret::Erased;
                }
                self.code = None;
            }
            _ => {}
        }
    }

    fn no_warning(&mut self) {
        self.warned = None;
        self.warned_at = None;
        self.erasure.warned_of = None;
        self.erasure.warned_for = None;
    }
}
