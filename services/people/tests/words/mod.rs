//! The words of the tests: constructors for commands and events. Fictional people.

#![allow(dead_code, reason = "each test file uses its part of the words")]

use chrono::{DateTime, NaiveDate, Utc};
use kernel::Projection;
use kernel::given::instant;
use kernel::uuid::Uuid;
use kernel::{
    ActorId, CommandId, DeviceId, Language, LanguageMode, MemberId, Meta, PartnerId, PersonId, Position,
    Recorded, Role, Sealed, Secret, StreamId,
};
use people::person::*;
use people::*;

pub(crate) const NOW: &str = "2023-06-05T07:20:00Z";
pub(crate) const ODILE: ActorId = ActorId(Uuid::from_u128(0xC0));
pub(crate) const NORA: ActorId = ActorId(Uuid::from_u128(0xA1));
pub(crate) const ONE: PersonId = PersonId(Uuid::from_u128(1));
pub(crate) const OTHER: PersonId = PersonId(Uuid::from_u128(2));
pub(crate) const THIRD: PersonId = PersonId(Uuid::from_u128(3));
pub(crate) const MEMBER: MemberId = MemberId(Uuid::from_u128(7));
pub(crate) const HEALTH: PartnerId = PartnerId(Uuid::from_u128(8));
pub(crate) const CONSENT: SharingConsentId = SharingConsentId(Uuid::from_u128(9));
pub(crate) const TELEPHONE: PersonContactId = PersonContactId(Uuid::from_u128(10));
pub(crate) const REQUEST: DataRequestId = DataRequestId(Uuid::from_u128(11));

pub(crate) fn now() -> DateTime<Utc> {
    instant(NOW)
}

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn lang(code: &str) -> Language {
    code.parse().unwrap()
}

/// Words as they are kept.
pub(crate) fn sealed(words: &str) -> Secret {
    Secret::Sealed(Sealed { subject: "brussels/person/1".to_owned(), bytes: words.to_owned() })
}

/// Words as they are read.
pub(crate) fn clear(words: &str) -> Secret {
    Secret::Clear(words.parse().unwrap())
}

pub(crate) fn opened() -> PersonEvent {
    PersonEvent::PersonFileOpened { at: now() }
}

pub(crate) fn known_by_code() -> PersonEvent {
    PersonEvent::PersonKnownByCode { code: "K7W-XPQR".parse().unwrap(), at: now() }
}

pub(crate) fn called(pseudonym: &str) -> PersonEvent {
    PersonEvent::PseudonymTaken { pseudonym: sealed(pseudonym), at: now() }
}

pub(crate) fn named(name: &str) -> PersonEvent {
    PersonEvent::NameGiven { name: sealed(name), at: now() }
}

pub(crate) fn name_withdrawn() -> PersonEvent {
    PersonEvent::NameWithdrawn { at: now() }
}

pub(crate) fn hours(from: &str, until: &str) -> SafeHours {
    SafeHours { day: SafeDay::Monday, from: from.parse().unwrap(), until: until.parse().unwrap() }
}

pub(crate) fn telephone(number: &str) -> PersonEvent {
    PersonEvent::ContactGiven {
        contact: TELEPHONE,
        kind: PersonContactKind::Telephone,
        words: sealed(number),
        safe_hours: vec![hours("09:00:00", "12:00:00")],
        note: Some(sealed("le frère répond")),
        at: now(),
    }
}

pub(crate) fn give_telephone(safe_hours: Vec<SafeHours>) -> PersonCommand {
    PersonCommand::GiveContact(GiveContact {
        contact: TELEPHONE,
        kind: PersonContactKind::Telephone,
        words: sealed("0470"),
        safe_hours,
        note: Some(sealed("le frère répond")),
    })
}

pub(crate) fn do_not_contact(reason: DoNotContactReason) -> PersonEvent {
    PersonEvent::DoNotContactSet { reason, note: None, at: now() }
}

pub(crate) fn partner() -> SharingParty {
    SharingParty { kind: SharingPartyKind::Partner, partner: Some(HEALTH), member: None }
}

pub(crate) fn consent() -> GiveSharingConsent {
    GiveSharingConsent {
        consent: CONSENT,
        scope: vec![SharingScope::Need],
        with: partner(),
        mode: SharingConsentMode::SignLanguage,
        language: lang("sfb"),
        language_mode: LanguageMode::Interpreter,
    }
}

pub(crate) fn consented() -> PersonEvent {
    PersonEvent::SharingConsentGiven {
        consent: CONSENT,
        scope: vec![SharingScope::Need],
        with: partner(),
        mode: SharingConsentMode::SignLanguage,
        language: lang("sfb"),
        language_mode: LanguageMode::Interpreter,
        at: now(),
    }
}

pub(crate) fn withdraw_consent() -> PersonCommand {
    PersonCommand::WithdrawConsent(WithdrawSharingConsent {
        consent: CONSENT,
        mode: SharingConsentMode::Oral,
        language: lang("fra"),
    })
}

pub(crate) fn consent_withdrawn() -> PersonEvent {
    PersonEvent::SharingConsentWithdrawn {
        consent: CONSENT,
        with: partner(),
        mode: SharingConsentMode::Oral,
        language: lang("fra"),
        at: now(),
    }
}

pub(crate) fn ask_override(reason: SharingOverrideReason, note: Option<Secret>) -> PersonCommand {
    PersonCommand::OverrideConsent(OverrideSharingConsent {
        consent: CONSENT,
        scope: vec![SharingScope::Need],
        with: partner(),
        reason,
        note,
    })
}

pub(crate) fn override_asked() -> PersonEvent {
    PersonEvent::SharingOverrideAsked {
        consent: CONSENT,
        scope: vec![SharingScope::Need],
        with: partner(),
        reason: SharingOverrideReason::DangerToLife,
        note: None,
        by: NORA,
        confirm_by: instant("2023-06-08T07:20:00Z"),
    }
}

pub(crate) fn confirm() -> PersonCommand {
    PersonCommand::ConfirmOverride(ConfirmSharingOverride { consent: CONSENT })
}

pub(crate) fn overridden() -> PersonEvent {
    PersonEvent::SharingConsentOverridden { consent: CONSENT, second_reader: ODILE, at: now() }
}

pub(crate) const LAPSED: PersonEvent = PersonEvent::SharingOverrideLapsed { consent: CONSENT };

pub(crate) fn merge(into: PersonId) -> MergePersons {
    MergePersons { into, reasons: vec![DuplicateReason::SameTelephone] }
}

pub(crate) fn merged(into: PersonId) -> PersonEvent {
    PersonEvent::PersonsMerged { into, reasons: vec![DuplicateReason::SameTelephone] }
}

pub(crate) fn linked(part: PersonPart) -> PersonEvent {
    PersonEvent::PersonLinkedToMember { member: MEMBER, part, at: now() }
}

pub(crate) fn link(member: MemberId, part: PersonPart) -> PersonCommand {
    PersonCommand::LinkMember(LinkMember { member, part })
}

pub(crate) fn ask_data(kind: DataRequestKind) -> PersonCommand {
    PersonCommand::AskDataRequest(AskDataRequest { request: REQUEST, kind })
}

pub(crate) fn data_asked(kind: DataRequestKind) -> PersonEvent {
    PersonEvent::DataRequestMade { request: REQUEST, kind, due: instant("2023-07-05T07:20:00Z"), at: now() }
}

pub(crate) fn answer(answer: DataRequestAnswer, note: Option<Secret>) -> PersonCommand {
    PersonCommand::AnswerDataRequest(AnswerDataRequest { request: REQUEST, answer, note })
}

pub(crate) fn answered(answer: DataRequestAnswer) -> PersonEvent {
    PersonEvent::DataRequestAnswered { request: REQUEST, answer, note: None, at: now() }
}

pub(crate) fn warned(kind: DataKind, on: &str) -> PersonEvent {
    PersonEvent::ErasureWarned { kind, on: day(on), retention: 1 }
}

pub(crate) fn erase(reason: ErasureReason) -> PersonCommand {
    PersonCommand::DecideErasure { ask: ErasePerson { reason }, with: vec![] }
}

pub(crate) fn decided(reason: ErasureReason) -> PersonEvent {
    PersonEvent::ErasureDecided { reason, with: vec![] }
}

pub(crate) fn postpone(until: &str) -> PersonCommand {
    PersonCommand::PostponeErasure(PostponeErasure {
        until: day(until),
        reason: PostponementReason::LegalDuty,
        note: None,
    })
}

pub(crate) fn postponed(until: &str) -> PersonEvent {
    PersonEvent::ErasurePostponed { until: day(until), reason: PostponementReason::LegalDuty, note: None }
}

pub(crate) fn certify() -> PersonCommand {
    PersonCommand::CertifyErasure(CertifyErasure {
        subjects: vec!["brussels/person/1".to_owned()],
        keys: 1,
        epoch: 2,
        fingerprint: "a1b2".to_owned(),
    })
}

pub(crate) fn forgotten() -> PersonEvent {
    PersonEvent::SubjectForgotten {
        subjects: vec!["brussels/person/1".to_owned()],
        keys: 1,
        epoch: 2,
        fingerprint: "a1b2".to_owned(),
    }
}

/// An event as the journal gives it back.
pub(crate) fn recorded<E>(kind: &str, id: impl ToString, version: u64, event: E) -> Recorded<E> {
    Recorded {
        stream: StreamId::new(&"brussels".parse().unwrap(), kind, id.to_string()),
        version,
        position: Position(version),
        recorded_at: now(),
        meta: Meta {
            command: CommandId(Uuid::from_u128(u128::from(version))),
            actor: NORA,
            role: Role::Host,
            device: None::<DeviceId>,
            occurred_at: now(),
            causation: None,
            correlation: None,
            trace: None,
            provenance: None,
        },
        event,
    }
}

/// What people see of a history.
pub(crate) fn row_of(person: PersonId, history: &[PersonEvent]) -> Option<PersonRow> {
    let mut row = None;
    for (version, event) in (1..).zip(history) {
        let told = recorded("person", person, version, event.clone());
        row = Persons::project(row, &person.to_string(), &told);
    }
    row
}

/// The same, for somebody who is there.
pub(crate) fn row(history: &[PersonEvent]) -> PersonRow {
    row_of(ONE, history).expect("a file that was opened is shown")
}
