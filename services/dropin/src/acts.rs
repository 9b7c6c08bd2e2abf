//! Acts that play on several aggregates at once: what the face, the import and the demonstration
//! send. Pure; secrets come sealed.

use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use kernel::{
    Act, AppointmentId, CommandId, Halt, Involved, NetworkId, ReturnCode, Scene, SessionId, VisitId,
};

use crate::appointment::commands::ends_at;
use crate::appointment::{
    Appointment, AppointmentCommand, AppointmentRefusal, BookAppointment, MoveAppointment, RecordArrival,
};
use crate::return_code::{ReturnCodeCommand, ReturnCodeSlip};
use crate::session::{OpenSession, PlanSession, Session, SessionCommand};
use crate::site::Site;
use crate::visit::{GiveReturnCode, RecordVisit, Visit, VisitCommand, VisitPlace};

/// Without the day of a session, a host may void a visit for as long.
const OUTREACH_DAY: TimeDelta = TimeDelta::hours(24);

/// Plans a session: refused on a date its site is closed, unless with a reason.
///
/// # Errors
/// A fault of ours.
pub fn plan_session(
    network: &NetworkId,
    command: CommandId,
    session: SessionId,
    ask: PlanSession,
) -> Result<Act, Halt> {
    let involved = vec![Involved::any::<Session>(network, session), Involved::any::<Site>(network, ask.site)];
    Act::across(command, involved, &("planSession", ask.clone()), move |scene| {
        let day = scene.state::<Site>(ask.site)?.day(ask.starts_at, ask.exceptional_opening);
        let day = kept(scene, day)?;
        scene.decide::<Session>(session, SessionCommand::Plan(ask.clone(), day))
    })
}

/// Opens a session, planned or not: refused on a date its site is closed, unless with a reason.
///
/// # Errors
/// A fault of ours.
pub fn open_session(
    network: &NetworkId,
    command: CommandId,
    session: SessionId,
    ask: OpenSession,
) -> Result<Act, Halt> {
    let involved = vec![Involved::any::<Session>(network, session), Involved::any::<Site>(network, ask.site)];
    Act::across(command, involved, &("openSession", ask.clone()), move |scene| {
        let day = scene.state::<Site>(ask.site)?.day(scene.asked().at, ask.exceptional_opening);
        let day = kept(scene, day)?;
        scene.decide::<Session>(session, SessionCommand::Open(ask.clone(), day))
    })
}

/// Records a visit with its needs and notes: refused unless its session is, or was, open then, or
/// it is an outreach contact. An appointment the person came for is kept in the same act.
///
/// # Errors
/// A fault of ours, or a note that is not sealed.
pub fn record_visit(
    network: &NetworkId,
    command: CommandId,
    visit: VisitId,
    ask: RecordVisit,
) -> Result<Act, Halt> {
    let mut involved = vec![Involved::any::<Visit>(network, visit)];
    involved.extend(ask.session.map(|session| Involved::any::<Session>(network, session)));
    involved.extend(ask.appointment.map(|booked| Involved::any::<Appointment>(network, booked)));
    let ask = Arc::new(ask);
    Act::across(command, involved, &("recordVisit", ask.as_ref().clone()), move |scene| {
        let place = place_of(scene, &ask)?;
        scene.decide::<Visit>(visit, VisitCommand::Record(Box::new(ask.as_ref().clone()), place))?;
        match ask.appointment {
            Some(appointment) => {
                let arrival = RecordArrival { visit, session: ask.session };
                scene.decide::<Appointment>(appointment, AppointmentCommand::RecordArrival(arrival))
            }
            None => Ok(()),
        }
    })
}

/// Where a visit takes place: in its session, or where the outreach was.
fn place_of(scene: &Scene<'_>, ask: &RecordVisit) -> Result<VisitPlace, Halt> {
    let at = scene.asked().at;
    let Some(session) = ask.session else {
        let same_day_until = at.checked_add_signed(OUTREACH_DAY).unwrap_or(at);
        return Ok(VisitPlace { site: None, late: false, same_day_until });
    };
    let admission = kept(scene, scene.state::<Session>(session)?.admits(at))?;
    Ok(VisitPlace { site: Some(admission.site), late: admission.late, same_day_until: admission.day_ends_at })
}

/// Gives a visit a return code that was drawn outside. A visit that has one keeps it. The answer
/// tells the fact `returnCode`. The drawn code is no part of what is asked, so that a retry of the
/// same command gets the first code.
///
/// # Errors
/// A fault of ours.
pub fn issue_return_code(
    network: &NetworkId,
    command: CommandId,
    visit: VisitId,
    drawn: ReturnCode,
) -> Result<Act, Halt> {
    let involved =
        vec![Involved::any::<Visit>(network, visit), Involved::any::<ReturnCodeSlip>(network, drawn)];
    Act::across(command, involved, &"issueReturnCode", move |scene| {
        let reception = kept(scene, scene.state::<Visit>(visit)?.reception())?;
        let (case, has) = (reception.case, reception.code);
        scene.decide::<Visit>(visit, VisitCommand::GiveReturnCode(GiveReturnCode { code: drawn }))?;
        if has.is_none() {
            scene.decide::<ReturnCodeSlip>(drawn, ReturnCodeCommand::Give { visit, case })?;
        }
        scene.tell("returnCode", has.unwrap_or(drawn));
        Ok(())
    })
}

/// Books an appointment: refused unless an opening of the site takes appointments then.
///
/// # Errors
/// A fault of ours, or words that are not sealed.
pub fn book_appointment(
    network: &NetworkId,
    command: CommandId,
    appointment: AppointmentId,
    ask: BookAppointment,
) -> Result<Act, Halt> {
    let involved =
        vec![Involved::any::<Appointment>(network, appointment), Involved::any::<Site>(network, ask.site)];
    Act::across(command, involved, &("bookAppointment", ask.clone()), move |scene| {
        taken(scene, ask.site, ask.starts_at, ask.minutes)?;
        scene.decide::<Appointment>(appointment, AppointmentCommand::Book(ask.clone()))
    })
}

/// Moves an appointment: refused unless an opening of the site takes appointments then.
///
/// # Errors
/// A fault of ours.
pub fn move_appointment(
    network: &NetworkId,
    command: CommandId,
    appointment: AppointmentId,
    ask: MoveAppointment,
) -> Result<Act, Halt> {
    let involved =
        vec![Involved::any::<Appointment>(network, appointment), Involved::any::<Site>(network, ask.site)];
    Act::across(command, involved, &("moveAppointment", ask.clone()), move |scene| {
        taken(scene, ask.site, ask.starts_at, ask.minutes)?;
        scene.decide::<Appointment>(appointment, AppointmentCommand::Move(ask.clone()))
    })
}

fn taken(
    scene: &Scene<'_>,
    site: kernel::SiteId,
    starts_at: DateTime<Utc>,
    minutes: u32,
) -> Result<(), Halt> {
    let Some(ends_at) = ends_at(starts_at, minutes) else {
        return scene.refuse(AppointmentRefusal::AppointmentLengthWrong);
    };
    kept(scene, scene.state::<Site>(site)?.takes_appointment(starts_at, ends_at))
}

/// The refusal of one aggregate refuses the whole act.
fn kept<T, R: kernel::Refusal>(scene: &Scene<'_>, answer: Result<T, R>) -> Result<T, Halt> {
    match answer {
        Ok(kept) => Ok(kept),
        Err(refusal) => scene.refuse(refusal),
    }
}
