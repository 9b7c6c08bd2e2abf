//! Words the tests of this crate share: one site, one session, one visit.

#![allow(dead_code, reason = "each test uses its own words")]

use chrono::{DateTime, NaiveDate, Utc};
use dropin::interpretation::{
    InterpretationEvent, InterpretationFor, InterpretationId, InterpretationProvider, RequestInterpretation,
};
use dropin::session::{InterpreterMode, OpenSession, SessionEvent};
use dropin::site::{
    ExceptionReason, ExceptionalOpening, OpenSite, OpeningDay, OpeningSlot, OpeningSlotId, SiteClosure,
    SiteDay, SiteEvent, SiteExceptionId, SiteLanguage, SiteOpening,
};
use dropin::visit::{
    ExpressNeed, NeedState, NeedUrgency, RecordVisit, RelationToArea, VisitEvent, VisitFacts, VisitMode,
    VisitPlace,
};
use kernel::given::instant;
use kernel::{
    ActorId, AppointmentId, CaseId, Language, LanguageMode, Localized, NeedId, PartnerId, Sealed, Secret,
    SessionId, SiteId, VisitId,
};
use uuid::Uuid;

pub(crate) const SITE: SiteId = SiteId(Uuid::from_u128(0x51));
pub(crate) const SESSION: SessionId = SessionId(Uuid::from_u128(0x52));
pub(crate) const VISIT: VisitId = VisitId(Uuid::from_u128(0x53));
pub(crate) const CASE: CaseId = CaseId(Uuid::from_u128(0x54));
/// The host of `kernel::given::monday_morning`.
pub(crate) const SAMIR: ActorId = ActorId(Uuid::from_u128(0xA1));
pub(crate) const NORA: ActorId = ActorId(Uuid::from_u128(0xA2));
pub(crate) const AMU: NeedId = NeedId(Uuid::from_u128(0x61));
pub(crate) const LISTEN: NeedId = NeedId(Uuid::from_u128(0x62));

pub(crate) fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(crate) fn at(text: &str) -> DateTime<Utc> {
    instant(text)
}

pub(crate) fn lang(code: &str) -> Language {
    code.parse().unwrap()
}

pub(crate) fn message() -> Localized {
    Localized { fr: Some("Fermé ce jour".parse().unwrap()), ..Localized::default() }
}

pub(crate) fn sealed() -> Secret {
    Secret::Sealed(Sealed { subject: "brussels/visit/53".to_owned(), bytes: "c2VhbGVk".to_owned() })
}

// The site.

pub(crate) fn open_site(zone: &str) -> OpenSite {
    OpenSite {
        name: "Maison des Tilleuls".parse().unwrap(),
        time_zone: zone.parse().unwrap(),
        address: Some("Place des Tilleuls 1".parse().unwrap()),
        phone: None,
        languages: vec![SiteLanguage { language: lang("fra"), mode: LanguageMode::Direct }],
    }
}

pub(crate) fn site_opened_in(zone: &str) -> SiteEvent {
    let OpenSite { name, time_zone, address, phone, languages } = open_site(zone);
    SiteEvent::SiteOpened { name, time_zone, address, phone, languages }
}

pub(crate) fn site_opened() -> SiteEvent {
    site_opened_in("Europe/Brussels")
}

pub(crate) fn slot(id: u128, day: OpeningDay, start: &str, end: &str) -> OpeningSlot {
    OpeningSlot {
        slot: OpeningSlotId(Uuid::from_u128(id)),
        day,
        start: start.parse().unwrap(),
        end: end.parse().unwrap(),
        walk_in: true,
        by_appointment: true,
        valid_from: date("2023-01-01"),
        valid_to: None,
    }
}

pub(crate) fn monday() -> OpeningSlot {
    slot(1, OpeningDay::Monday, "09:00", "12:00")
}

pub(crate) fn added(slot: OpeningSlot) -> SiteEvent {
    SiteEvent::OpeningSlotAdded { slot }
}

pub(crate) fn closure(id: u128, from: &str, to: &str) -> SiteClosure {
    SiteClosure {
        exception: SiteExceptionId(Uuid::from_u128(id)),
        from: date(from),
        to: date(to),
        reason: ExceptionReason::PublicHoliday,
        message: message(),
    }
}

pub(crate) fn exceptional(id: u128, on: &str, start: &str, end: &str) -> ExceptionalOpening {
    ExceptionalOpening {
        exception: SiteExceptionId(Uuid::from_u128(id)),
        date: date(on),
        start: start.parse().unwrap(),
        end: end.parse().unwrap(),
        walk_in: true,
        by_appointment: false,
        reason: ExceptionReason::Demand,
        message: message(),
    }
}

// The session.

/// Monday 5 June 2023 of the site.
pub(crate) fn day() -> SiteDay {
    SiteDay {
        date: date("2023-06-05"),
        opening: Some(SiteOpening {
            starts_at: at("2023-06-05T07:00:00Z"),
            ends_at: at("2023-06-05T10:00:00Z"),
            walk_in: true,
            by_appointment: true,
            exceptional: false,
        }),
        ends_at: at("2023-06-05T22:00:00Z"),
        exceptional: None,
    }
}

pub(crate) fn open_session() -> OpenSession {
    OpenSession {
        site: SITE,
        hosts: vec![SAMIR],
        languages: vec![SiteLanguage { language: lang("ara"), mode: LanguageMode::Direct }],
        exceptional_opening: None,
    }
}

pub(crate) fn session_opened(opened: &str) -> SessionEvent {
    SessionEvent::SessionOpened {
        site: SITE,
        date: day().date,
        at: at(opened),
        ends_at: day().opening.map(|opening| opening.ends_at),
        day_ends_at: day().ends_at,
        hosts: open_session().hosts,
        languages: open_session().languages,
        exceptional: None,
    }
}

// The visit.

pub(crate) fn facts(language: &str) -> VisitFacts {
    VisitFacts {
        mode: VisitMode::WalkIn,
        minutes: Some(25),
        language: lang(language),
        language_form: None,
        language_met: LanguageMode::Direct,
        first_visit: None,
        relation_to_area: Some(RelationToArea::PassingThrough),
        age_band: None,
        gender: None,
        heard_of_us: None,
        accompanied_by: None,
        answers: Vec::new(),
    }
}

pub(crate) fn need(id: NeedId, code: &str) -> ExpressNeed {
    ExpressNeed { need: id, code: code.parse().unwrap(), urgency: NeedUrgency::Normal }
}

pub(crate) fn visit_in_session() -> RecordVisit {
    RecordVisit {
        session: Some(SESSION),
        outreach: None,
        case: CASE,
        facts: facts("ara"),
        needs: vec![need(AMU, "HEA.AMU"), need(LISTEN, "PSY.LISTEN")],
        notes: Vec::new(),
        appointment: None,
        late_reason: None,
    }
}

pub(crate) fn place() -> VisitPlace {
    VisitPlace { site: Some(SITE), late: false, same_day_until: day().ends_at }
}

pub(crate) fn recorded() -> VisitEvent {
    VisitEvent::VisitRecorded {
        case: CASE,
        session: Some(SESSION),
        site: Some(SITE),
        outreach: None,
        host: SAMIR,
        facts: Box::new(facts("ara")),
        appointment: None,
        late: false,
        late_reason: None,
        same_day_until: day().ends_at,
    }
}

pub(crate) fn expressed(id: NeedId, code: &str) -> VisitEvent {
    VisitEvent::NeedExpressed {
        need: id,
        code: code.parse().unwrap(),
        taxonomy: 1,
        urgency: NeedUrgency::Normal,
        case: CASE,
        session: Some(SESSION),
        language: lang("ara"),
    }
}

pub(crate) fn amu() -> VisitEvent {
    expressed(AMU, "HEA.AMU")
}

pub(crate) fn listen() -> VisitEvent {
    expressed(LISTEN, "PSY.LISTEN")
}

pub(crate) fn answered(id: NeedId, code: &str) -> VisitEvent {
    VisitEvent::NeedAnsweredDirectly {
        need: id,
        code: code.parse().unwrap(),
        session: Some(SESSION),
        from: NeedState::Expressed,
    }
}

// The interpretation.

pub(crate) const INTERPRETATION: InterpretationId = InterpretationId(Uuid::from_u128(0x55));
pub(crate) const APPOINTMENT: AppointmentId = AppointmentId(Uuid::from_u128(0x56));
/// A partner that sends interpreters.
pub(crate) const RELAY: InterpretationProvider =
    InterpretationProvider::Partner(PartnerId(Uuid::from_u128(0x57)));

/// LSFB on site, in the afternoon of Thursday 8 June 2023 from 14:30 to 15:30 in Brussels.
pub(crate) fn interpreter_wanted() -> RequestInterpretation {
    RequestInterpretation {
        wanted_for: InterpretationFor::Appointment(APPOINTMENT),
        language: lang("sfb"),
        mode: InterpreterMode::OnSite,
        starts_at: at("2023-06-08T12:30:00Z"),
        minutes: 60,
        subject: Some("ADM.FORM".parse().unwrap()),
        subject_hidden: true,
        site: Some(SITE),
        session: Some(SESSION),
        case: Some(CASE),
        provider: Some(RELAY),
    }
}

pub(crate) fn interpreter_requested() -> InterpretationEvent {
    let ask = interpreter_wanted();
    InterpretationEvent::InterpretationRequested {
        wanted_for: ask.wanted_for,
        language: ask.language,
        mode: ask.mode,
        starts_at: ask.starts_at,
        ends_at: at("2023-06-08T13:30:00Z"),
        subject: ask.subject,
        subject_hidden: ask.subject_hidden,
        site: ask.site,
        session: ask.session,
        case: ask.case,
        provider: ask.provider,
    }
}
