//! Any sequence of commands leaves every aggregate valid, and what people see agrees with it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "walk/interpretation.rs"]
mod interpretation;
#[path = "words/mod.rs"]
mod words;

use dropin::appointment::{
    Appointment, AppointmentCancellation, AppointmentCommand, AppointmentEvent, AppointmentReminder,
    AppointmentState, BookAppointment, CancelAppointment, CancelledBy, MoveAppointment, RecordArrival,
};
use dropin::projection::{
    Appointments, NeedRow, Needs, SessionListEvent, SessionRow, Sessions, SiteState, Sites, Visits,
};
use dropin::session::{
    CancelSession, CloseSession, InterpreterMode, PlanSession, RecordInterpreterArrival, Session,
    SessionCancellation, SessionCommand, SessionState, TurnPersonAway, TurnedAwayReason,
};
use dropin::site::{CloseSite, OpeningDay, RemoveOpeningSlot, Site, SiteCommand, WithdrawSiteException};
use dropin::visit::{
    AnswerNeedDirectly, CorrectVisit, CorrectionReason, LeaveNeedUnmet, NeedSettlement, NoteLevel,
    OrientNeed, SettleNeed, Towards, UnmetReason, Visit, VisitCommand, VisitEvent, VisitNoteInput,
    VisitState, VoidReason, VoidVisit,
};
use kernel::given::monday_morning;
use kernel::walk::walk;
use kernel::{Asked, Decider, Meta, NeedId, Position, Projection, Recorded, ReferralId, Role, StreamId};
use proptest::collection::vec;
use proptest::prelude::*;
use std::collections::BTreeMap;
use uuid::Uuid;
use words::{
    AMU, SESSION, SITE, VISIT, at, closure, date, day, exceptional, facts, lang, message, need, open_session,
    open_site, place, sealed, session_opened, slot, visit_in_session,
};

fn asked(minutes: i64, role: Role) -> Asked {
    let at = monday_morning().at + chrono::TimeDelta::minutes(minutes);
    Asked { at, now: at, role, ..monday_morning() }
}

fn stored<E>(kind: &str, id: impl ToString, version: u64, event: E) -> Recorded<E> {
    let asked = monday_morning();
    Recorded {
        stream: StreamId::new(&asked.network, kind, id.to_string()),
        version,
        position: Position(version),
        recorded_at: asked.now,
        meta: Meta {
            command: kernel::CommandId(Uuid::from_u128(1)),
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

/// Folds events into rows, as the runner does.
fn fold<P: Projection>(rows: &mut BTreeMap<String, P::Row>, event: &Recorded<P::Event>) {
    for key in P::keys(event) {
        let row = P::project(rows.remove(&key), &key, event);
        rows.extend(row.map(|row| (key, row)));
    }
}

fn site_command() -> impl Strategy<Value = SiteCommand> {
    let times = prop_oneof![Just(("09:00", "12:00")), Just(("11:00", "13:00")), Just(("14:00", "13:00"))];
    let a_slot = (1..4_u128, times).prop_map(|(id, (from, to))| slot(id, OpeningDay::Monday, from, to));
    prop_oneof![
        Just(SiteCommand::Open(open_site("Europe/Brussels"))),
        a_slot.clone().prop_map(SiteCommand::AddSlot),
        a_slot.clone().prop_map(SiteCommand::ChangeSlot),
        a_slot.prop_map(|slot| SiteCommand::RemoveSlot(RemoveOpeningSlot {
            slot: slot.slot,
            from: date("2023-03-01")
        })),
        (1..4_u128).prop_map(|id| SiteCommand::CloseOnDates(closure(id, "2023-05-01", "2023-05-02"))),
        (1..4_u128).prop_map(|id| SiteCommand::OpenExceptionally(exceptional(
            id,
            "2023-05-01",
            "09:00",
            "10:00"
        ))),
        (1..4_u128).prop_map(|id| SiteCommand::WithdrawException(WithdrawSiteException {
            exception: closure(id, "2023-05-01", "2023-05-02").exception
        })),
        Just(SiteCommand::Close(CloseSite { reason: "Fin".parse().unwrap() })),
    ]
}

fn session_command() -> impl Strategy<Value = SessionCommand> {
    let (starts_at, ends_at) = (at("2023-06-05T07:00:00Z"), at("2023-06-05T10:00:00Z"));
    let plan = PlanSession { site: SITE, starts_at, ends_at, exceptional_opening: None };
    prop_oneof![
        Just(SessionCommand::Plan(plan, day())),
        Just(SessionCommand::Open(open_session(), day())),
        any::<bool>().prop_map(|counts_checked| SessionCommand::Close(CloseSession {
            counts_checked,
            visits_counted: None
        })),
        Just(SessionCommand::Cancel(CancelSession {
            reason: SessionCancellation::NoHost,
            message: message()
        })),
        Just(SessionCommand::RecordInterpreterArrival(RecordInterpreterArrival {
            language: lang("sfb"),
            mode: InterpreterMode::OnSite
        })),
        (0..3_u32).prop_map(|count| SessionCommand::TurnPersonAway(TurnPersonAway {
            count,
            reason: TurnedAwayReason::Full,
            language: None
        })),
    ]
}

fn visit_command() -> impl Strategy<Value = VisitCommand> {
    let a_need = (0..3_u128).prop_map(|n| NeedId(Uuid::from_u128(AMU.0.as_u128() + n)));
    let towards = (0..3_u128).prop_map(|n| Towards::Referral(ReferralId(Uuid::from_u128(0x70 + n))));
    let outcome =
        prop_oneof![Just(NeedSettlement::Met), Just(NeedSettlement::PartlyMet), Just(NeedSettlement::Unmet)];
    prop_oneof![
        4 => Just(VisitCommand::Record(Box::new(visit_in_session()), place())),
        1 => a_need.clone().prop_map(|id| VisitCommand::ExpressNeed(need(id, "HOU.KEEP"))),
        1 => a_need.clone().prop_map(|need| VisitCommand::AnswerNeedDirectly(AnswerNeedDirectly { need })),
        1 => a_need.clone().prop_map(|need| VisitCommand::LeaveNeedUnmet(LeaveNeedUnmet {
            need,
            reason: UnmetReason::Other
        })),
        3 => (a_need.clone(), towards.clone())
            .prop_map(|(need, towards)| VisitCommand::OrientNeed(OrientNeed { need, towards })),
        3 => (a_need, towards, outcome)
            .prop_map(|(need, by, outcome)| VisitCommand::SettleNeed(SettleNeed { need, by, outcome })),
        1 => Just(VisitCommand::AddNote(VisitNoteInput {
            level: NoteLevel::Shared,
            words: sealed(),
            confirmed: false
        })),
        1 => prop_oneof![Just("fra"), Just("nld"), Just("ara")].prop_map(|code| VisitCommand::Correct(
            CorrectVisit { facts: facts(code), reason: CorrectionReason::TypingError }
        )),
        1 => Just(VisitCommand::Void(VoidVisit { reason: VoidReason::Trial })),
    ]
}

fn appointment_command() -> impl Strategy<Value = AppointmentCommand> {
    let starts_at = at("2023-06-05T08:00:00Z");
    let book = BookAppointment {
        site: SITE,
        starts_at,
        minutes: 30,
        session: Some(SESSION),
        case: None,
        language: lang("fra"),
        interpreter_wanted: false,
        subject: None,
        subject_hidden: false,
        called: None,
        contact: None,
        reminder: AppointmentReminder::NoReminder,
    };
    let session = prop_oneof![Just(None), Just(Some(SESSION))];
    prop_oneof![
        2 => Just(AppointmentCommand::Book(book)),
        1 => session.clone().prop_map(move |session| AppointmentCommand::Move(MoveAppointment {
            site: SITE,
            starts_at,
            minutes: 45,
            session
        })),
        1 => Just(AppointmentCommand::Cancel(CancelAppointment {
            by: CancelledBy::Site,
            reason: AppointmentCancellation::SiteClosed
        })),
        1 => session.prop_map(|session| AppointmentCommand::RecordArrival(RecordArrival { visit: VISIT, session })),
        1 => Just(AppointmentCommand::RecordNoShow),
    ]
}

fn circumstances() -> impl Strategy<Value = Asked> {
    let role = prop_oneof![Just(Role::Host), Just(Role::Coordinator), Just(Role::System)];
    (-60..1500_i64, role).prop_map(|(minutes, role)| asked(minutes, role))
}

/// A session that was opened, so that visits and appointments have counts to fall into.
fn with_session() -> BTreeMap<String, SessionRow> {
    let mut sessions = BTreeMap::new();
    let opened = SessionListEvent::Session(session_opened("2023-06-05T07:00:00Z"));
    fold::<Sessions>(&mut sessions, &stored(Session::KIND, SESSION, 1, opened));
    sessions
}

#[test]
fn an_appointment_nobody_came_for_is_due_a_day_after_its_end_and_then_never_again() {
    let booked = AppointmentEvent::AppointmentBooked {
        site: SITE,
        session: None,
        case: None,
        starts_at: at("2023-06-05T08:00:00Z"),
        ends_at: at("2023-06-05T08:30:00Z"),
        language: lang("fra"),
        interpreter_wanted: false,
        subject: None,
        subject_hidden: false,
        called: None,
        contact: None,
        reminder: AppointmentReminder::NoReminder,
    };
    let mut rows = BTreeMap::new();
    fold::<Appointments>(&mut rows, &stored(Appointment::KIND, VISIT, 1, booked.clone()));
    let row = rows[&VISIT.to_string()].clone();
    assert!(dropin::due_appointment(&row, at("2023-06-06T08:29:59Z")).is_none());
    let due = at("2023-06-06T08:30:00Z");
    let command = dropin::due_appointment(&row, due).expect("it is due");
    let asked = Asked { at: due, now: due, role: Role::System, ..monday_morning() };
    let events = Appointment::after([booked]).decide(command, &asked).expect("the platform may");
    for event in events {
        fold::<Appointments>(&mut rows, &stored(Appointment::KIND, VISIT, 2, event));
    }
    assert_eq!(Appointments::due(&rows[&VISIT.to_string()]), None);
}

#[test]
fn the_code_on_the_slip_is_told_nowhere() {
    let issued = VisitEvent::ReturnCodeIssued { code: "K7W-XPQR".parse().unwrap() };
    assert!(!format!("{:?}", dropin::narrate_visit(&issued)).contains("K7W"));
}

proptest! {
    #[test]
    fn a_site_never_opens_twice_at_once(walked in vec((site_command(), circumstances()), 0..30)) {
        let history = walk::<Site>(walked, |site, _| {
            if let Ok(hours) = site.hours() {
                for slot in &hours.slots {
                    assert!(slot.start < slot.end);
                    assert!(!hours.slots.iter().any(|other| other.slot != slot.slot && other.overlaps(slot)));
                }
            }
        });
        let mut rows = BTreeMap::new();
        for (version, event) in (1..).zip(history.clone()) {
            fold::<Sites>(&mut rows, &stored(Site::KIND, SITE, version, event));
        }
        let row = rows.remove(&SITE.to_string());
        match Site::after(history) {
            Site::Unknown => prop_assert!(row.is_none()),
            Site::Open(site) => {
                let row = row.unwrap();
                prop_assert_eq!((row.state, row.hours), (SiteState::Open, site.hours));
            }
            Site::Closed => prop_assert_eq!(row.unwrap().state, SiteState::Closed),
        }
    }

    #[test]
    fn a_session_and_its_row_agree(walked in vec((session_command(), circumstances()), 0..30)) {
        let history = walk::<Session>(walked, |_, _| {});
        let mut rows = BTreeMap::new();
        for (version, event) in (1..).zip(history.clone()) {
            let event = SessionListEvent::Session(event);
            fold::<Sessions>(&mut rows, &stored(Session::KIND, SESSION, version, event));
        }
        let state = rows.get(&SESSION.to_string()).map(|row| row.state);
        let expected = match Session::after(history) {
            Session::Unknown => None,
            Session::Planned { .. } => Some(SessionState::Planned),
            Session::Open(_) => Some(SessionState::Open),
            Session::Closed { .. } => Some(SessionState::Closed),
            Session::Cancelled => Some(SessionState::Cancelled),
        };
        prop_assert_eq!(state, expected);
    }

    #[test]
    fn a_visit_its_needs_and_the_counts_of_its_session_agree(
        walked in vec((visit_command(), circumstances()), 0..40)
    ) {
        let history = walk::<Visit>(walked, |_, _| {});
        let (mut visits, mut needs) = (BTreeMap::new(), BTreeMap::<String, NeedRow>::new());
        let mut sessions = with_session();
        for (version, event) in (1..).zip(history.clone()) {
            let event: Recorded<VisitEvent> = stored(Visit::KIND, VISIT, version, event);
            fold::<Visits>(&mut visits, &event);
            fold::<Needs>(&mut needs, &event);
            fold::<Sessions>(&mut sessions, &event.map(SessionListEvent::Visit));
        }
        let summary = &sessions[&SESSION.to_string()].summary;
        let counted: u32 = summary.needs_by_state.iter().map(|tally| tally.count).sum();
        match Visit::after(history) {
            Visit::Unknown => prop_assert!(visits.is_empty() && needs.is_empty()),
            Visit::Recorded(visit) => {
                let row = &visits[&VISIT.to_string()];
                prop_assert_eq!(row.state, VisitState::Recorded);
                prop_assert_eq!(&row.facts, &visit.facts);
                prop_assert_eq!(needs.len(), visit.needs.len());
                for need in &visit.needs {
                    prop_assert_eq!(needs[&need.need.to_string()].state, need.state);
                    prop_assert_eq!(needs[&need.need.to_string()].language, visit.facts.language);
                }
                prop_assert_eq!(summary.visits, 1);
                prop_assert_eq!(summary.languages[0].value.as_str(), visit.facts.language.as_str());
                prop_assert_eq!(counted as usize, visit.needs.len());
            }
            Visit::Voided => {
                prop_assert_eq!(visits[&VISIT.to_string()].state, VisitState::Voided);
                prop_assert!(needs.is_empty());
                prop_assert_eq!(summary, &dropin::projection::SessionSummary::default());
            }
        }
    }

    #[test]
    fn an_appointment_is_counted_once(walked in vec((appointment_command(), circumstances()), 0..30)) {
        let history = walk::<Appointment>(walked, |_, _| {});
        let (mut rows, mut sessions) = (BTreeMap::new(), with_session());
        for (version, event) in (1..).zip(history.clone()) {
            let event: Recorded<AppointmentEvent> = stored(Appointment::KIND, VISIT, version, event);
            fold::<Appointments>(&mut rows, &event);
            fold::<Sessions>(&mut sessions, &event.map(SessionListEvent::Appointment));
        }
        let state = rows.get(&VISIT.to_string()).map(|row| row.state);
        let expected = match Appointment::after(history) {
            Appointment::Unknown => None,
            Appointment::Booked(_) => Some(AppointmentState::Booked),
            Appointment::Cancelled => Some(AppointmentState::Cancelled),
            Appointment::Arrived { .. } => Some(AppointmentState::Arrived),
            Appointment::DidNotShow(_) => Some(AppointmentState::DidNotShow),
        };
        prop_assert_eq!(state, expected);
        let counts = sessions[&SESSION.to_string()].summary.appointments;
        prop_assert!(counts.booked + counts.arrived + counts.did_not_show + counts.cancelled <= 1, "{:?}", counts);
        if let Some(row) = rows.get(&VISIT.to_string()) {
            let here = u32::from(row.session == Some(SESSION));
            prop_assert_eq!(counts.booked + counts.arrived + counts.did_not_show + counts.cancelled, here);
        }
    }
}
