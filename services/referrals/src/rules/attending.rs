//! The appointment at the partner, and whether the person came.

use super::answering::heard;
use super::{Answer, Here};
use crate::codes::ReferralState;
use crate::commands::{RecordPersonAttended, RecordPersonDidNotAttend, ScheduleReferralAppointment};
use crate::delays::Delays;
use crate::events::ReferralEvent;
use crate::refusal::ReferralRefusal;

/// The person has an appointment; one that is changed is scheduled again.
pub(crate) fn schedule(here: &Here<'_>, input: ScheduleReferralAppointment) -> Answer {
    heard(here, input.link_version)?;
    match here.state {
        ReferralState::Accepted | ReferralState::Scheduled | ReferralState::Missed => {}
        ReferralState::InService => return Err(ReferralRefusal::ReferralAlreadyAttended),
        _ => return Err(ReferralRefusal::ReferralNotAccepted),
    }
    let ScheduleReferralAppointment { starts_at, place, language, language_mode, pairing, .. } = input;
    here.plausible(starts_at.date_naive(), true)?;
    let remind_at = Delays::current().remind_of(starts_at, here.asked.at);
    Ok(vec![ReferralEvent::AppointmentScheduled {
        starts_at,
        place,
        language,
        language_mode,
        pairing,
        remind_at,
    }])
}

/// The person came, with or without an appointment.
pub(crate) fn attended(here: &Here<'_>, input: RecordPersonAttended) -> Answer {
    by_witness_in_time(here, input.link_version)?;
    match here.state {
        ReferralState::Accepted | ReferralState::Scheduled => {
            Ok(vec![ReferralEvent::PersonAttended { source: input.source }])
        }
        ReferralState::InService => Ok(vec![]),
        ReferralState::Missed => Err(ReferralRefusal::ReferralPersonMissed),
        _ => Err(ReferralRefusal::ReferralNotAccepted),
    }
}

/// The person did not come, which is known only once they should have been there.
pub(crate) fn did_not_attend(here: &Here<'_>, input: RecordPersonDidNotAttend) -> Answer {
    by_witness_in_time(here, input.link_version)?;
    match (here.state, here.file.appointment) {
        (ReferralState::Scheduled, Some(appointment)) if here.asked.at < appointment.starts_at => {
            let date = here.day(appointment.starts_at);
            Err(ReferralRefusal::ReferralAppointmentNotYet { date })
        }
        (ReferralState::Accepted | ReferralState::Scheduled, _) => {
            Ok(vec![ReferralEvent::PersonDidNotAttend { source: input.source }])
        }
        (ReferralState::Missed, _) => Ok(vec![]),
        (ReferralState::InService, _) => Err(ReferralRefusal::ReferralAlreadyAttended),
        _ => Err(ReferralRefusal::ReferralNotAccepted),
    }
}

fn by_witness_in_time(here: &Here<'_>, link_version: Option<u32>) -> Result<(), ReferralRefusal> {
    here.by_witness()?;
    here.not_ended()?;
    // Nobody but a partner or a host names a link; for them the same holds as for an answer.
    if link_version.is_some() { heard(here, link_version) } else { Ok(()) }
}
