use dropin::appointment::{
    Appointment, AppointmentCancellation, AppointmentCommand, AppointmentEvent, AppointmentRefusal,
    AppointmentReminder, AppointmentState, BookAppointment, CancelAppointment, CancelledBy, MoveAppointment,
    RecordArrival,
};
use kernel::{SiteId, VisitId, given};
use uuid::Uuid;

use crate::words::{SESSION, SITE, VISIT, at, lang, sealed};

const THURSDAY: &str = "2023-06-08T12:30:00Z";

fn booking() -> BookAppointment {
    BookAppointment {
        site: SITE,
        starts_at: at(THURSDAY),
        minutes: 30,
        session: None,
        case: None,
        language: lang("sfb"),
        interpreter_wanted: true,
        subject: Some("ADM.FORM".parse().unwrap()),
        subject_hidden: true,
        called: None,
        contact: Some(sealed()),
        reminder: AppointmentReminder::TextMessage,
    }
}

fn booked() -> AppointmentEvent {
    AppointmentEvent::AppointmentBooked {
        site: SITE,
        session: None,
        case: None,
        starts_at: at(THURSDAY),
        ends_at: at("2023-06-08T13:00:00Z"),
        language: lang("sfb"),
        interpreter_wanted: true,
        subject: Some("ADM.FORM".parse().unwrap()),
        subject_hidden: true,
        called: None,
        contact: Some(sealed()),
        reminder: AppointmentReminder::TextMessage,
    }
}

fn book(booking: BookAppointment) -> AppointmentCommand {
    AppointmentCommand::Book(booking)
}

fn later(site: SiteId) -> AppointmentCommand {
    let starts_at = at("2023-06-08T13:00:00Z");
    AppointmentCommand::Move(MoveAppointment { site, starts_at, minutes: 30, session: Some(SESSION) })
}

fn cancel() -> AppointmentCommand {
    let reason = AppointmentCancellation::Unavailable;
    AppointmentCommand::Cancel(CancelAppointment { by: CancelledBy::Person, reason })
}

fn cancelled() -> AppointmentEvent {
    let reason = AppointmentCancellation::Unavailable;
    AppointmentEvent::AppointmentCancelled { session: None, by: CancelledBy::Person, reason }
}

fn arrive(visit: VisitId) -> AppointmentCommand {
    AppointmentCommand::RecordArrival(RecordArrival { visit, session: Some(SESSION) })
}

fn arrived(after_no_show: bool) -> AppointmentEvent {
    AppointmentEvent::PersonArrived { before: None, session: Some(SESSION), visit: VISIT, after_no_show }
}

const MISSED: AppointmentEvent = AppointmentEvent::PersonDidNotShow { session: None };

#[test]
fn an_appointment_is_booked_once() {
    given::<Appointment>([]).when(book(booking())).then([booked()]);
    given::<Appointment>([booked()])
        .when(book(booking()))
        .then_refused(AppointmentRefusal::AppointmentAlreadyBooked);
}

#[test]
fn an_appointment_is_to_come_and_lasts_minutes() {
    given::<Appointment>([])
        .at("2023-06-09T07:00:00Z")
        .when(book(booking()))
        .then_refused(AppointmentRefusal::AppointmentInThePast);
    given::<Appointment>([])
        .when(book(BookAppointment { minutes: 0, ..booking() }))
        .then_refused(AppointmentRefusal::AppointmentLengthWrong);
}

#[test]
fn nobody_who_signs_is_reminded_by_a_call() {
    given::<Appointment>([])
        .when(book(BookAppointment { reminder: AppointmentReminder::Call, ..booking() }))
        .then_refused(AppointmentRefusal::ReminderByCallForSigner);
}

#[test]
fn a_reminder_needs_a_contact() {
    given::<Appointment>([])
        .when(book(BookAppointment { contact: None, ..booking() }))
        .then_refused(AppointmentRefusal::ReminderWithoutContact);
}

#[test]
fn nothing_is_asked_of_an_unknown_appointment() {
    given::<Appointment>([]).when(cancel()).then_refused(AppointmentRefusal::AppointmentNotFound);
}

#[test]
fn an_appointment_is_moved_at_its_site() {
    given::<Appointment>([booked()]).when(later(SITE)).then([AppointmentEvent::AppointmentMoved {
        before: None,
        session: Some(SESSION),
        starts_at: at("2023-06-08T13:00:00Z"),
        ends_at: at("2023-06-08T13:30:00Z"),
    }]);
    given::<Appointment>([booked()])
        .when(later(SiteId(Uuid::from_u128(0x99))))
        .then_refused(AppointmentRefusal::AppointmentAtAnotherSite);
}

#[test]
fn an_appointment_is_cancelled_once() {
    given::<Appointment>([booked()]).when(cancel()).then([cancelled()]);
    given::<Appointment>([booked(), cancelled()]).when(cancel()).then_nothing();
}

#[test]
fn a_cancelled_appointment_is_over() {
    given::<Appointment>([booked(), cancelled()])
        .when(arrive(VISIT))
        .then_refused(AppointmentRefusal::AppointmentIsOver { state: AppointmentState::Cancelled });
}

#[test]
fn the_person_comes_and_the_appointment_is_tied_to_one_visit() {
    given::<Appointment>([booked()]).when(arrive(VISIT)).then([arrived(false)]);
    given::<Appointment>([booked(), arrived(false)]).when(arrive(VISIT)).then_nothing();
    given::<Appointment>([booked(), arrived(false)])
        .when(arrive(VisitId(Uuid::from_u128(0x99))))
        .then_refused(AppointmentRefusal::AppointmentHasAnotherVisit);
}

#[test]
fn the_person_does_not_come_once_the_time_is_over() {
    given::<Appointment>([booked()])
        .at("2023-06-08T12:45:00Z")
        .when(AppointmentCommand::RecordNoShow)
        .then_refused(AppointmentRefusal::AppointmentStillToCome { ends_at: at("2023-06-08T13:00:00Z") });
    given::<Appointment>([booked()])
        .at("2023-06-08T13:00:00Z")
        .when(AppointmentCommand::RecordNoShow)
        .then([MISSED]);
    given::<Appointment>([booked(), MISSED]).when(AppointmentCommand::RecordNoShow).then_nothing();
}

#[test]
fn a_visit_sent_late_undoes_a_no_show() {
    given::<Appointment>([booked(), MISSED]).when(arrive(VISIT)).then([arrived(true)]);
}
