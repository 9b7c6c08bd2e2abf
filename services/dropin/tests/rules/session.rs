use dropin::session::{
    CancelSession, CloseSession, InterpreterMode, OpenSession, PlanSession, RecordInterpreterArrival,
    Session, SessionCancellation, SessionCommand, SessionEvent, SessionRefusal, TurnPersonAway,
    TurnedAwayReason,
};
use dropin::site::SiteDay;
use kernel::{Decider, Localized, SiteId, given};
use uuid::Uuid;

use crate::words::{SITE, at, date, day, lang, message, open_session, session_opened};

const NINE: &str = "2023-06-05T07:00:00Z";

fn plan() -> PlanSession {
    PlanSession {
        site: SITE,
        starts_at: at(NINE),
        ends_at: at("2023-06-05T10:00:00Z"),
        exceptional_opening: None,
    }
}

fn planned() -> SessionEvent {
    SessionEvent::SessionPlanned {
        site: SITE,
        date: day().date,
        starts_at: plan().starts_at,
        ends_at: plan().ends_at,
        exceptional: None,
    }
}

fn close() -> SessionCommand {
    SessionCommand::Close(CloseSession { counts_checked: true, visits_counted: Some(7) })
}

fn closed(when: &str) -> SessionEvent {
    SessionEvent::SessionClosed { at: at(when), visits_counted: Some(7) }
}

fn cancel(message: Localized) -> SessionCommand {
    SessionCommand::Cancel(CancelSession { reason: SessionCancellation::NoHost, message })
}

fn cancelled() -> SessionEvent {
    SessionEvent::SessionCancelled { reason: SessionCancellation::NoHost, message: message() }
}

fn open() -> SessionCommand {
    SessionCommand::Open(open_session(), day())
}

fn interpreter() -> SessionCommand {
    let (language, mode) = (lang("sfb"), InterpreterMode::Remote);
    SessionCommand::RecordInterpreterArrival(RecordInterpreterArrival { language, mode })
}

fn interpreter_arrived() -> SessionEvent {
    SessionEvent::InterpreterArrived { language: lang("sfb"), mode: InterpreterMode::Remote }
}

fn turn_away(count: u32) -> SessionCommand {
    let reason = TurnedAwayReason::LanguageNotCovered;
    SessionCommand::TurnPersonAway(TurnPersonAway { count, reason, language: Some(lang("tir")) })
}

fn turned_away(count: u32) -> SessionEvent {
    let reason = TurnedAwayReason::LanguageNotCovered;
    SessionEvent::PersonTurnedAway { count, reason, language: Some(lang("tir")) }
}

#[test]
fn a_session_is_planned_once() {
    given::<Session>([]).when(SessionCommand::Plan(plan(), day())).then([planned()]);
    given::<Session>([planned()]).when(SessionCommand::Plan(plan(), day())).then_nothing();
}

#[test]
fn a_planned_session_is_not_planned_otherwise() {
    let later = PlanSession { ends_at: at("2023-06-05T11:00:00Z"), ..plan() };
    given::<Session>([planned()])
        .when(SessionCommand::Plan(later, day()))
        .then_refused(SessionRefusal::SessionAlreadyPlanned);
}

#[test]
fn a_session_ends_after_it_starts_and_the_same_day() {
    for ends_at in [at(NINE), at("2023-06-05T22:30:00Z")] {
        given::<Session>([])
            .when(SessionCommand::Plan(PlanSession { ends_at, ..plan() }, day()))
            .then_refused(SessionRefusal::SessionEndsBeforeItStarts);
    }
}

#[test]
fn a_session_is_opened_directly_or_as_planned() {
    given::<Session>([]).at(NINE).when(open()).then([session_opened(NINE)]);
    given::<Session>([planned()]).at(NINE).when(open()).then([session_opened(NINE)]);
}

#[test]
fn opening_it_twice_is_opening_it_once() {
    given::<Session>([session_opened(NINE)]).when(open()).then_nothing();
}

#[test]
fn an_open_session_is_not_opened_otherwise() {
    let other = OpenSession { languages: Vec::new(), ..open_session() };
    given::<Session>([session_opened(NINE)])
        .when(SessionCommand::Open(other, day()))
        .then_refused(SessionRefusal::SessionAlreadyOpen);
}

#[test]
fn a_planned_session_opens_at_its_site_on_its_date() {
    let elsewhere = OpenSession { site: SiteId(Uuid::from_u128(99)), ..open_session() };
    given::<Session>([planned()])
        .when(SessionCommand::Open(elsewhere, day()))
        .then_refused(SessionRefusal::SessionAtAnotherSite);
    let thursday = SiteDay { date: date("2023-06-08"), ..day() };
    given::<Session>([planned()])
        .when(SessionCommand::Open(open_session(), thursday))
        .then_refused(SessionRefusal::SessionPlannedForAnotherDay { date: date("2023-06-05") });
}

#[test]
fn somebody_receives() {
    let nobody = OpenSession { hosts: Vec::new(), ..open_session() };
    given::<Session>([])
        .when(SessionCommand::Open(nobody, day()))
        .then_refused(SessionRefusal::SessionWithoutHost);
}

#[test]
fn a_session_has_fifty_hosts_at_most() {
    let crowd = OpenSession { hosts: vec![crate::words::SAMIR; 51], ..open_session() };
    given::<Session>([])
        .when(SessionCommand::Open(crowd, day()))
        .then_refused(SessionRefusal::SessionListTooLong { max: 50 });
}

#[test]
fn a_session_is_closed_once_its_counts_are_checked() {
    let noon = "2023-06-05T10:00:00Z";
    given::<Session>([session_opened(NINE)]).at(noon).when(close()).then([closed(noon)]);
    given::<Session>([session_opened(NINE), closed(noon)]).at(noon).when(close()).then_nothing();
    given::<Session>([session_opened(NINE)])
        .when(SessionCommand::Close(CloseSession { counts_checked: false, visits_counted: None }))
        .then_refused(SessionRefusal::SessionCountsNotChecked);
}

#[test]
fn a_session_does_not_close_before_it_opened() {
    given::<Session>([session_opened(NINE)])
        .at("2023-06-05T06:59:00Z")
        .when(close())
        .then_refused(SessionRefusal::SessionClosesBeforeItOpened { opened_at: at(NINE) });
}

#[test]
fn a_session_nobody_opened_is_not_closed() {
    given::<Session>([planned()]).when(close()).then_refused(SessionRefusal::SessionNotOpen);
    given::<Session>([]).when(close()).then_refused(SessionRefusal::SessionNotFound);
}

#[test]
fn a_planned_session_is_cancelled_with_a_word() {
    given::<Session>([planned()]).when(cancel(message())).then([cancelled()]);
    given::<Session>([planned(), cancelled()]).when(cancel(message())).then_nothing();
    given::<Session>([planned()])
        .when(cancel(Localized::default()))
        .then_refused(SessionRefusal::SessionCancelledWithoutMessage);
}

#[test]
fn an_open_session_is_not_cancelled() {
    given::<Session>([session_opened(NINE)])
        .when(cancel(message()))
        .then_refused(SessionRefusal::SessionAlreadyOpen);
}

#[test]
fn a_cancelled_session_does_not_open() {
    given::<Session>([planned(), cancelled()]).when(open()).then_refused(SessionRefusal::SessionWasCancelled);
}

#[test]
fn an_interpreter_arrives() {
    given::<Session>([session_opened(NINE)]).when(interpreter()).then([interpreter_arrived()]);
}

#[test]
fn people_are_turned_away_and_counted() {
    given::<Session>([session_opened(NINE)]).when(turn_away(2)).then([turned_away(2)]);
    for count in [0, 501] {
        given::<Session>([session_opened(NINE)])
            .when(turn_away(count))
            .then_refused(SessionRefusal::TurnedAwayCountWrong { max: 500 });
    }
}

#[test]
fn after_the_session_only_what_happened_in_it_is_still_taken() {
    let history = || [session_opened(NINE), closed("2023-06-05T10:00:00Z")];
    given::<Session>(history()).at("2023-06-05T09:30:00Z").when(turn_away(1)).then([turned_away(1)]);
    given::<Session>(history()).at("2023-06-05T09:30:00Z").when(interpreter()).then([interpreter_arrived()]);
    given::<Session>(history())
        .at("2023-06-05T10:30:00Z")
        .when(turn_away(1))
        .then_refused(SessionRefusal::SessionIsClosed);
}

#[test]
fn a_visit_is_let_in_while_the_session_is_open_or_was() {
    let open = Session::after([session_opened(NINE)]);
    assert!(!open.admits(at("2023-06-05T07:20:00Z")).unwrap().late);
    assert!(open.admits(at("2023-06-05T06:50:00Z")).is_ok(), "two clocks at one desk");
    let over = Session::after([session_opened(NINE), closed("2023-06-05T10:00:00Z")]);
    assert!(over.admits(at("2023-06-05T07:20:00Z")).unwrap().late);
}

#[test]
fn a_visit_is_not_let_in_before_after_or_without_a_session() {
    let open = Session::after([session_opened(NINE)]);
    let over = Session::after([session_opened(NINE), closed("2023-06-05T10:00:00Z")]);
    let visit = |session: &Session, when: &str| session.admits(at(when)).unwrap_err();
    assert_eq!(
        visit(&open, "2023-06-05T06:30:00Z"),
        SessionRefusal::VisitBeforeSession { opened_at: at(NINE) }
    );
    assert_eq!(
        visit(&over, "2023-06-05T10:00:01Z"),
        SessionRefusal::VisitAfterSession { closed_at: at("2023-06-05T10:00:00Z") }
    );
    assert_eq!(
        visit(&open, "2023-06-06T07:00:00Z"),
        SessionRefusal::SessionDayIsOver { ended_at: day().ends_at }
    );
    assert_eq!(visit(&Session::after([planned()]), NINE), SessionRefusal::SessionNotOpen);
    assert_eq!(visit(&Session::after([planned(), cancelled()]), NINE), SessionRefusal::SessionWasCancelled);
    assert_eq!(visit(&Session::Unknown, NINE), SessionRefusal::SessionNotFound);
}
