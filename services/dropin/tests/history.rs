//! One stored JSON for each event shape there ever was; all are still read.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "words/mod.rs"]
mod words;

use dropin::appointment::{AppointmentCancellation, AppointmentReminder, CancelledBy};
use dropin::interpretation::{InterpretationCancellation, InterpretationDecline, InterpretationProvider};
use dropin::session::{InterpreterMode, SessionCancellation, TurnedAwayReason};
use dropin::visit::{
    CorrectionReason, NeedSettlement, NeedStanding, NeedState, NeedWithdrawal, NoteLevel, Towards,
    UnmetReason, VisitConsentMode, VisitIdentity, VoidReason,
};
use dropin::{AppointmentEvent, InterpretationEvent, ReturnCodeEvent, SessionEvent, SiteEvent, VisitEvent};
use kernel::{PersonId, ReferralId};
use strum::VariantNames;
use uuid::Uuid;
use words::{
    AMU, CASE, RELAY, SESSION, SITE, VISIT, added, amu, answered, at, closure, date, day, exceptional, facts,
    interpreter_requested, lang, message, monday, recorded, sealed, session_opened, site_opened,
};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/history");

#[test]
fn events_of_sites_are_still_read() {
    let samples = [
        site_opened(),
        SiteEvent::SiteChanged {
            name: Some("Canal".parse().unwrap()),
            address: None,
            phone: None,
            languages: None,
        },
        added(monday()),
        SiteEvent::OpeningSlotChanged { slot: monday() },
        SiteEvent::OpeningSlotRemoved { slot: monday().slot, from: date("2023-07-01") },
        SiteEvent::SiteClosedOnDates { closure: closure(7, "2023-05-01", "2023-05-01") },
        SiteEvent::SiteOpenedExceptionally { opening: exceptional(8, "2023-05-02", "09:00", "10:00") },
        SiteEvent::SiteExceptionWithdrawn { exception: closure(7, "2023-05-01", "2023-05-01").exception },
        SiteEvent::SiteClosed { reason: "Déménagement".parse().unwrap() },
    ];
    support::history::check(format!("{FOLDER}/site"), SiteEvent::VARIANTS, &samples);
}

#[test]
fn events_of_sessions_are_still_read() {
    let nine = "2023-06-05T07:00:00Z";
    let samples = [
        SessionEvent::SessionPlanned {
            site: SITE,
            date: day().date,
            starts_at: at(nine),
            ends_at: at("2023-06-05T10:00:00Z"),
            exceptional: None,
        },
        session_opened(nine),
        SessionEvent::SessionClosed { at: at("2023-06-05T10:00:00Z"), visits_counted: Some(7) },
        SessionEvent::SessionCancelled { reason: SessionCancellation::NoHost, message: message() },
        SessionEvent::InterpreterArrived { language: lang("sfb"), mode: InterpreterMode::Remote },
        SessionEvent::PersonTurnedAway { count: 2, reason: TurnedAwayReason::Full, language: None },
    ];
    support::history::check(format!("{FOLDER}/session"), SessionEvent::VARIANTS, &samples);
}

#[test]
fn events_of_visits_are_still_read() {
    let (need, code, session, from) = (AMU, "HEA.AMU".parse().unwrap(), Some(SESSION), NeedState::Expressed);
    let towards = Towards::Referral(ReferralId(Uuid::from_u128(0x71)));
    let person = PersonId(Uuid::from_u128(0x81));
    let samples = [
        recorded(),
        amu(),
        answered(AMU, "HEA.AMU"),
        VisitEvent::NeedLeftUnmet { need, code, session, from, reason: UnmetReason::LanguageNotCovered },
        VisitEvent::NeedWithdrawn { need, code, session, from, reason: NeedWithdrawal::SolvedOtherwise },
        VisitEvent::NeedOriented { need, code, session, from, towards },
        VisitEvent::NeedSettled {
            need,
            code,
            session,
            from: NeedState::Oriented,
            by: towards,
            outcome: NeedSettlement::PartlyMet,
            state: NeedState::PartlyMet,
        },
        VisitEvent::VisitNoteAdded { level: NoteLevel::Private, words: sealed() },
        VisitEvent::ReturnCodeIssued { code: "K7W-XPQR".parse().unwrap() },
        VisitEvent::VisitAttributed {
            person,
            identity: VisitIdentity::Pseudonym,
            consent_mode: VisitConsentMode::SignLanguage,
            consent_language: lang("sfb"),
        },
        VisitEvent::VisitDetached { person },
        VisitEvent::VisitCorrected {
            session,
            before: Box::new(facts("ara")),
            after: Box::new(facts("fra")),
            needs: vec![AMU],
            reason: CorrectionReason::TypingError,
        },
        VisitEvent::VisitVoided {
            session,
            facts: Box::new(facts("ara")),
            late: false,
            needs: vec![NeedStanding { need, code, state: from }],
            reason: VoidReason::EnteredTwice,
        },
    ];
    support::history::check(format!("{FOLDER}/visit"), VisitEvent::VARIANTS, &samples);
}

#[test]
fn events_of_appointments_are_still_read() {
    let session = Some(SESSION);
    let samples = [
        AppointmentEvent::AppointmentBooked {
            site: SITE,
            session,
            case: Some(CASE),
            starts_at: at("2023-06-08T12:30:00Z"),
            ends_at: at("2023-06-08T13:00:00Z"),
            language: lang("sfb"),
            interpreter_wanted: true,
            subject: Some("ADM.FORM".parse().unwrap()),
            subject_hidden: true,
            called: Some(sealed()),
            contact: Some(sealed()),
            reminder: AppointmentReminder::TextMessage,
        },
        AppointmentEvent::AppointmentMoved {
            before: session,
            session: None,
            starts_at: at("2023-06-08T13:00:00Z"),
            ends_at: at("2023-06-08T13:30:00Z"),
        },
        AppointmentEvent::AppointmentCancelled {
            session,
            by: CancelledBy::Person,
            reason: AppointmentCancellation::Unavailable,
        },
        AppointmentEvent::PersonArrived { before: None, session, visit: VISIT, after_no_show: false },
        AppointmentEvent::PersonDidNotShow { session },
    ];
    support::history::check(format!("{FOLDER}/appointment"), AppointmentEvent::VARIANTS, &samples);
}

#[test]
fn events_of_interpretations_are_still_read() {
    let samples = [
        interpreter_requested(),
        InterpretationEvent::InterpretationConfirmed {
            provider: InterpretationProvider::Other("Visio-Signes".parse().unwrap()),
        },
        InterpretationEvent::InterpretationDeclined {
            provider: Some(RELAY),
            reason: InterpretationDecline::Capacity,
        },
        InterpretationEvent::InterpretationReassigned {
            provider: Some(RELAY),
            mode: InterpreterMode::Remote,
        },
        InterpretationEvent::InterpretationDelivered { minutes: 40, cost_cents: Some(6_000) },
        InterpretationEvent::InterpreterDidNotAttend { provider: RELAY },
        InterpretationEvent::InterpretationCancelled { reason: InterpretationCancellation::CalledOff },
        InterpretationEvent::InterpretationWentUnmet { language: lang("sfb") },
    ];
    support::history::check(format!("{FOLDER}/interpretation"), InterpretationEvent::VARIANTS, &samples);
}

#[test]
fn events_of_return_codes_are_still_read() {
    let samples = [ReturnCodeEvent::ReturnCodeGiven { visit: VISIT, case: CASE }];
    support::history::check(format!("{FOLDER}/return_code"), ReturnCodeEvent::VARIANTS, &samples);
}
