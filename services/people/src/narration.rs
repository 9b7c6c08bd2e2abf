//! How these events are told: codes, ids, dates and counts; never a word about a person.

use kernel::Narration;

use crate::codes::{IdentityRung, PersonState, SharingConsentState};
use crate::contact_rule::ContactRuleEvent;
use crate::disclosure::DisclosureEvent;
use crate::person::PersonEvent;

/// Tells what happened to a person's file.
pub fn narrate_person(event: &PersonEvent) -> Narration {
    use PersonEvent as Then;
    match event {
        Then::PersonFileOpened { .. } => Narration::to(PersonState::Active),
        Then::PersonKnownByCode { .. } => Narration::note().fact("rung", IdentityRung::ReturnCode),
        Then::PseudonymTaken { .. } => Narration::note().fact("rung", IdentityRung::Pseudonym),
        Then::NameGiven { .. } => Narration::note().fact("rung", IdentityRung::Named),
        Then::ContactGiven { contact, kind, .. } => {
            Narration::note().fact("contact", contact).fact("kind", kind)
        }
        Then::ContactWithdrawn { contact, .. } => Narration::note().fact("contact", contact),
        Then::PersonLanguagesTold { languages, .. } => Narration::note().fact("languages", languages.len()),
        Then::AccessNeedsTold { needs, .. } => Narration::note().fact("accessNeeds", needs.len()),
        Then::DoNotContactSet { reason, .. } => Narration::note().because(reason),
        Then::DoNotContactLifted { reason, .. } => Narration::note().because(reason),
        Then::PersonsMerged { into, reasons } => {
            Narration::to(PersonState::Alias).fact("into", into).fact("reasons", reasons.len())
        }
        Then::MergeUndone { of } => Narration::to(PersonState::Active).fact("of", of),
        Then::AliasTaken { alias } | Then::AliasReleased { alias } => Narration::note().fact("alias", alias),
        Then::PersonLinkedToMember { part, .. } => Narration::note().fact("part", part),
        Then::ErasureDecided { reason, .. } => Narration::to(PersonState::Erasing).because(reason),
        Then::SubjectForgotten { keys, epoch, fingerprint, .. } => Narration::to(PersonState::Erased)
            .fact("keys", keys)
            .fact("epoch", epoch)
            .fact("fingerprint", fingerprint),
        Then::PersonCodeForgotten { .. }
        | Then::PseudonymWithdrawn { .. }
        | Then::NameWithdrawn { .. }
        // The member's stream must not be led to from here, nor from there.
        | Then::PersonUnlinkedFromMember { .. }
        | Then::PersonActivityNoted { .. } => Narration::note(),
        other => narrate_sharing(other),
    }
}

/// Consents, requests and retention.
fn narrate_sharing(event: &PersonEvent) -> Narration {
    use PersonEvent as Then;
    let consent = |id: &dyn ToString, state: SharingConsentState| {
        Narration::to(state).part("sharingConsent", id.to_string())
    };
    match event {
        Then::SharingConsentGiven { consent: id, with, mode, language, .. } => {
            consent(id, SharingConsentState::Given)
                .fact("with", with.kind)
                .fact("mode", mode)
                .fact("language", language)
        }
        Then::SharingConsentWithdrawn { consent: id, mode, .. } => {
            consent(id, SharingConsentState::Withdrawn).fact("mode", mode)
        }
        Then::SharingOverrideAsked { consent: id, reason, confirm_by, .. } => {
            consent(id, SharingConsentState::OverrideAsked)
                .because(reason)
                .fact("confirmBy", confirm_by.to_rfc3339())
        }
        Then::SharingConsentOverridden { consent: id, .. } => consent(id, SharingConsentState::Overridden),
        Then::SharingOverrideLapsed { consent: id } => consent(id, SharingConsentState::OverrideLapsed),
        Then::DataRequestMade { request, kind, due, .. } => {
            Narration::note().part("dataRequest", request).fact("kind", kind).fact("due", due.to_rfc3339())
        }
        Then::ErasureAsked { request } | Then::DataRequestOverdue { request } => {
            Narration::note().part("dataRequest", request)
        }
        Then::DataRequestAnswered { request, answer, .. } => {
            Narration::to(answer).part("dataRequest", request)
        }
        Then::ErasureWarned { kind, on, retention } => {
            Narration::note().fact("kind", kind).fact("on", on).fact("retention", retention)
        }
        Then::DataLapsed { kind, retention } => {
            Narration::note().fact("kind", kind).fact("retention", retention)
        }
        Then::ErasurePostponed { until, reason, .. } => {
            Narration::note().because(reason).fact("until", until)
        }
        _ => Narration::note(),
    }
}

/// Tells what happened to a disclosure.
pub fn narrate_disclosure(event: &DisclosureEvent) -> Narration {
    let DisclosureEvent::IdentityRevealed { object, purpose, until, .. } = event;
    Narration::note().because(purpose).fact("object", object.word()).fact("until", until.to_rfc3339())
}

/// Tells what happened to the rule for a need.
pub fn narrate_contact_rule(event: &ContactRuleEvent) -> Narration {
    match event {
        ContactRuleEvent::NeedContactSuppressed { reason } => Narration::to("suppressed").because(reason),
        ContactRuleEvent::NeedContactAllowed {} => Narration::to("allowed"),
    }
}
