//! The words of the tests: a draft, its events, and the histories that lead to each state.

#![allow(dead_code, reason = "each test file uses some of them")]

mod histories;

use kernel::given::instant;
use kernel::{
    ActorId, Asked, CaseId, Language, LanguageMode, Line, Localized, MeetingId, NeedId, NetworkId, PartnerId,
    Party, Position, Recorded, ReferralId, Role, Sealed, Secret, ServiceId, StreamId, VisitId,
    recorded::Meta,
};
use reference::NeedRef;
use referrals::*;
use uuid::Uuid;

#[allow(unused_imports, reason = "each test file uses some of them")]
pub(crate) use histories::{and, until};

/// Monday 5 June 2023 at 10:00 in Brussels.
pub(crate) const SENT: &str = "2023-06-05T08:00:00Z";

pub(crate) fn referral(number: u128) -> ReferralId {
    ReferralId(Uuid::from_u128(number))
}

pub(crate) fn actor(number: u128) -> ActorId {
    ActorId(Uuid::from_u128(number))
}

pub(crate) fn language(code: &str) -> Language {
    code.parse().expect("a language")
}

pub(crate) fn line(text: &str) -> Line {
    text.parse().expect("a line")
}

pub(crate) fn secret() -> Secret {
    Secret::Sealed(Sealed { subject: "brussels/referral/1".to_owned(), bytes: "c2VhbGVk".to_owned() })
}

pub(crate) fn named(text: &str) -> Localized {
    Localized { fr: Some(text.parse().expect("a text")), ..Localized::default() }
}

pub(crate) fn need(number: u128, code: &str) -> NeedRef {
    NeedRef {
        need: NeedId(Uuid::from_u128(number)),
        visit: Some(VisitId(Uuid::from_u128(0x51))),
        code: code.parse().expect("a need"),
    }
}

pub(crate) fn medical_card() -> ReferralTarget {
    ReferralTarget::Service(ReferralService {
        service: ServiceId(Uuid::from_u128(0x5E)),
        partner: PartnerId(Uuid::from_u128(0xBA)),
        name: named("Carte médicale"),
        partner_name: named("CPAS-Test"),
        languages: vec![ReferralServiceLanguage { language: language("fra"), mode: LanguageMode::Direct }],
        documents: vec![named("Certificat médical")],
        conditions: vec![named("Habiter la commune")],
        sheet_version: 3,
    })
}

pub(crate) fn meeting() -> ReferralTarget {
    ReferralTarget::Network(ReferralNetwork::Meeting(MeetingId(Uuid::from_u128(0x3E))))
}

pub(crate) fn alone() -> ReferralTarget {
    ReferralTarget::SelfDirected(ReferralInformation { information: named("La maison médicale du canal") })
}

/// An urgent medical card for somebody who speaks Arabic and is known by a code.
pub(crate) fn draft() -> DraftReferral {
    DraftReferral {
        case: CaseId(Uuid::from_u128(0xCA)),
        person: None,
        needs: vec![need(0x4E, "HEA.AMU")],
        target: medical_card(),
        priority: ReferralPriority::Urgent,
        identity: ReferralIdentity::ReturnCode,
        code: Some("K7W-XPQR".parse().expect("a code")),
        contact: ReferralContact::InPerson,
        languages: vec![language("ara")],
        interpreter_wanted: true,
        availability: None,
        question: None,
        pairing: None,
        resumes: None,
    }
}

pub(crate) fn drafted_as(draft: DraftReferral, supersedes: Option<ReferralId>) -> ReferralEvent {
    ReferralEvent::ReferralDrafted {
        case: draft.case,
        person: draft.person,
        needs: draft.needs,
        target: draft.target,
        priority: draft.priority,
        identity: draft.identity,
        code: draft.code,
        contact: draft.contact,
        languages: draft.languages,
        interpreter_wanted: draft.interpreter_wanted,
        availability: draft.availability,
        question: draft.question,
        pairing: draft.pairing,
        resumes: draft.resumes,
        supersedes,
    }
}

pub(crate) fn drafted() -> ReferralEvent {
    drafted_as(draft(), None)
}

pub(crate) fn consent() -> RecordReferralConsent {
    RecordReferralConsent {
        scope: vec![ReferralConsentScope::Need],
        mode: ReferralConsentMode::Oral,
        language: language("ara"),
        language_mode: LanguageMode::Direct,
    }
}

pub(crate) fn consented(again: bool) -> ReferralEvent {
    ReferralEvent::ConsentRecorded {
        scope: vec![ReferralConsentScope::Need],
        mode: ReferralConsentMode::Oral,
        language: language("ara"),
        language_mode: LanguageMode::Direct,
        again,
    }
}

pub(crate) fn withdrawal() -> ReferralCommand {
    ReferralCommand::WithdrawConsent(WithdrawReferralConsent {
        mode: ReferralConsentMode::Oral,
        language: language("ara"),
    })
}

pub(crate) fn withdrawn() -> ReferralEvent {
    ReferralEvent::ConsentWithdrawn { mode: ReferralConsentMode::Oral, language: language("ara") }
}

/// The dates of an urgent referral sent then, in Belgium.
pub(crate) fn urgent(at: &str) -> Deadlines {
    Deadlines::from(ReferralPriority::Urgent, ReferralCalendar::Be, instant(at))
}

pub(crate) fn send(channel: ReferralChannel) -> ReferralCommand {
    ReferralCommand::Send(SendReferral { channel, calendar: None })
}

pub(crate) fn sent() -> ReferralEvent {
    ReferralEvent::ReferralSent {
        channel: ReferralChannel::Link,
        deadlines: urgent(SENT),
        link_version: Some(1),
    }
}

pub(crate) fn posted() -> ReferralEvent {
    ReferralEvent::ReferralSent {
        channel: ReferralChannel::Letter,
        deadlines: urgent(SENT),
        link_version: None,
    }
}

pub(crate) const RECEIVED: ReferralEvent = ReferralEvent::ReferralReceived {};

pub(crate) fn receive(link_version: Option<u32>) -> ReferralCommand {
    ReferralCommand::Receive(ReceiveReferral { link_version })
}

pub(crate) fn review() -> ReferralCommand {
    ReferralCommand::PutUnderReview(PutReferralUnderReview { link_version: None })
}

pub(crate) fn reviewed() -> ReferralEvent {
    ReferralEvent::ReferralPutUnderReview { deadlines: urgent(SENT) }
}

pub(crate) fn waitlist(day: &str) -> ReferralCommand {
    ReferralCommand::Waitlist(WaitlistReferral { expected: day.parse().expect("a day"), link_version: None })
}

pub(crate) fn waitlisted(day: &str, start: &str) -> ReferralEvent {
    let deadlines = urgent(SENT).waiting_until(ReferralPriority::Urgent, instant(start));
    ReferralEvent::ReferralWaitlisted { expected: day.parse().expect("a day"), deadlines }
}

pub(crate) fn ask_person(what: ReferralPersonAction) -> ReferralCommand {
    ReferralCommand::RequestPersonAction(RequestPersonAction {
        what,
        note: None,
        owner: None,
        link_version: None,
    })
}

pub(crate) fn person_asked(at: &str) -> ReferralEvent {
    ReferralEvent::PersonActionRequested {
        what: ReferralPersonAction::MissingDocument,
        note: None,
        owner: Party::Person,
        at: instant(at),
    }
}

pub(crate) fn accept() -> AcceptReferral {
    AcceptReferral {
        contact_way: ReferralContactWay::PersonCalls,
        contact: None,
        charter_current: None,
        link_version: None,
    }
}

pub(crate) fn accepted() -> ReferralEvent {
    ReferralEvent::ReferralAccepted { contact_way: ReferralContactWay::PersonCalls, contact: None }
}

pub(crate) fn decline(reason: ReferralReason) -> ReferralCommand {
    ReferralCommand::Decline(DeclineReferral { reason, note: None, link_version: Some(1) })
}

pub(crate) fn declined(reason: ReferralReason) -> ReferralEvent {
    ReferralEvent::ReferralDeclined { reason, note: None }
}

pub(crate) fn give_back(reason: ReferralReason) -> ReferralCommand {
    ReferralCommand::Return(ReturnReferral { reason, note: None, link_version: None })
}

pub(crate) fn returned() -> ReferralEvent {
    ReferralEvent::ReferralReturned { reason: ReferralReason::WrongService, note: None }
}

pub(crate) fn schedule(starts_at: &str) -> ReferralCommand {
    ReferralCommand::ScheduleAppointment(ScheduleReferralAppointment {
        starts_at: instant(starts_at),
        place: line("Guichet 3"),
        language: language("ara"),
        language_mode: LanguageMode::Interpreter,
        pairing: None,
        link_version: None,
    })
}

pub(crate) fn scheduled(starts_at: &str, remind_at: Option<&str>) -> ReferralEvent {
    ReferralEvent::AppointmentScheduled {
        starts_at: instant(starts_at),
        place: line("Guichet 3"),
        language: language("ara"),
        language_mode: LanguageMode::Interpreter,
        pairing: None,
        remind_at: remind_at.map(instant),
    }
}

pub(crate) fn attend() -> ReferralCommand {
    ReferralCommand::RecordAttended(RecordPersonAttended {
        source: ReferralAttendanceSource::Volunteer,
        link_version: None,
    })
}

pub(crate) fn stay_away() -> ReferralCommand {
    ReferralCommand::RecordDidNotAttend(RecordPersonDidNotAttend {
        source: ReferralAttendanceSource::Partner,
        link_version: None,
    })
}

pub(crate) const ATTENDED: ReferralEvent =
    ReferralEvent::PersonAttended { source: ReferralAttendanceSource::Volunteer };
pub(crate) const STAYED_AWAY: ReferralEvent =
    ReferralEvent::PersonDidNotAttend { source: ReferralAttendanceSource::Partner };

pub(crate) fn tell(voice: ReferralVoice, outcome: ReferralOutcome) -> ReferralCommand {
    ReferralCommand::ReportOutcome(ReportReferralOutcome { voice, outcome, link_version: None })
}

pub(crate) fn told(voice: ReferralVoice, outcome: ReferralOutcome, at: &str) -> ReferralEvent {
    ReferralEvent::OutcomeReported { voice, outcome, at: instant(at) }
}

pub(crate) fn close(outcome: Option<ReferralOutcome>, reason: Option<ReferralReason>) -> ReferralCommand {
    ReferralCommand::Close(CloseReferral { outcome, reason, note: None })
}

pub(crate) fn closed(outcome: ReferralOutcome) -> ReferralEvent {
    ReferralEvent::ReferralClosed { outcome, reason: None, note: None }
}

pub(crate) fn recall(reason: ReferralRecallReason) -> ReferralCommand {
    ReferralCommand::Recall(RecallReferral { reason })
}

pub(crate) fn recalled(reason: ReferralRecallReason) -> ReferralEvent {
    ReferralEvent::ReferralRecalled { reason }
}

pub(crate) fn reopen(reason: ReferralReopenReason) -> ReferralCommand {
    ReferralCommand::Reopen(ReopenReferral { reason, note: None })
}

pub(crate) fn void(reason: ReferralErrorReason) -> ReferralCommand {
    ReferralCommand::Void(VoidReferral { reason, note: None })
}

pub(crate) fn voided() -> ReferralEvent {
    ReferralEvent::ReferralEnteredInError { reason: ReferralErrorReason::EnteredTwice, note: None }
}

pub(crate) fn superseded() -> ReferralEvent {
    ReferralEvent::ReferralSuperseded { by: referral(2) }
}

pub(crate) fn reminded(at: &str) -> ReferralEvent {
    ReferralEvent::ReminderSent { about: ReferralReminder::Answer, to: Party::Partner, at: instant(at) }
}

pub(crate) const FLAGGED: ReferralEvent = ReferralEvent::ReferralOverdueFlagged {};

pub(crate) fn expired() -> ReferralEvent {
    ReferralEvent::ReferralExpired { last_reminder: instant("2023-06-08T08:00:00Z") }
}

pub(crate) fn brussels() -> NetworkId {
    "brussels".parse().expect("a slug")
}

pub(crate) fn asked(role: Role, at: &str) -> Asked {
    let at = instant(at);
    Asked { network: brussels(), by: actor(0xA1), role, at, now: at }
}

/// An event as the journal gives it back.
pub(crate) fn recorded(
    id: ReferralId,
    version: u64,
    asked: &Asked,
    event: ReferralEvent,
) -> Recorded<ReferralEvent> {
    Recorded {
        stream: StreamId::new(&asked.network, "referral", id),
        version,
        position: Position(version),
        recorded_at: asked.now,
        meta: Meta {
            command: kernel::CommandId(Uuid::from_u128(0xC0)),
            actor: asked.by,
            role: asked.role,
            device: None,
            occurred_at: asked.at,
            causation: None,
            correlation: None,
            trace: None,
            provenance: None,
        },
        event,
    }
}
