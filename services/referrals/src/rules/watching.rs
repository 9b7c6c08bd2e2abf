//! What the platform does by itself when a date has come: it reminds, flags, and lets expire.

use chrono::{DateTime, Utc};
use kernel::Party;

use super::{Answer, Here};
use crate::clock::{AnswerClock, Step};
use crate::codes::{ReferralContact, ReferralReminder, ReferralState, ReferralTargetKind};
use crate::events::ReferralEvent;
use crate::refusal::ReferralRefusal;

/// Reminds whoever owes the answer: never the person.
pub(crate) fn remind_of_answer(here: &Here<'_>) -> Answer {
    due(here, Step::Remind)?;
    let to = match here.file.target {
        ReferralTargetKind::Service | ReferralTargetKind::Partner => Party::Partner,
        ReferralTargetKind::Network => Party::Member,
        ReferralTargetKind::SelfDirected => Party::Host,
    };
    Ok(vec![ReferralEvent::ReminderSent { about: ReferralReminder::Answer, to, at: here.asked.at }])
}

/// Flags it as overdue.
pub(crate) fn flag_overdue(here: &Here<'_>) -> Answer {
    due(here, Step::Flag)?;
    Ok(vec![ReferralEvent::ReferralOverdueFlagged {}])
}

/// Lets it expire. Nobody has said no.
pub(crate) fn expire(here: &Here<'_>) -> Answer {
    let clock = due(here, Step::Expire)?;
    match clock.reminded_at {
        Some(last_reminder) => Ok(vec![ReferralEvent::ReferralExpired { last_reminder }]),
        None => Err(ReferralRefusal::ReferralNothingDue),
    }
}

/// Reminds the person of the appointment, or the one they want to be reached through.
pub(crate) fn remind_of_appointment(here: &Here<'_>) -> Answer {
    here.by_platform()?;
    here.not_ended()?;
    let to = match here.file.contact {
        ReferralContact::NoContact => return Err(ReferralRefusal::ReferralNoContact),
        ReferralContact::ThroughReferent => Party::Host,
        _ => Party::Person,
    };
    match here.file.appointment.and_then(|appointment| appointment.remind_at) {
        Some(remind_at) if here.state == ReferralState::Scheduled => {
            has_come(here, remind_at)?;
            let about = ReferralReminder::Appointment;
            Ok(vec![ReferralEvent::ReminderSent { about, to, at: here.asked.at }])
        }
        _ => Err(ReferralRefusal::ReferralNothingDue),
    }
}

/// The step is the next one of the clock, and its date has come.
fn due(here: &Here<'_>, wanted: Step) -> Result<AnswerClock, ReferralRefusal> {
    here.by_platform()?;
    here.not_ended()?;
    let clock = here.file.clock.filter(|_| here.state.awaits_answer());
    match clock.and_then(|clock| Some((clock, clock.next()?))) {
        Some((clock, (step, at))) if step == wanted => {
            has_come(here, at)?;
            Ok(clock)
        }
        _ => Err(ReferralRefusal::ReferralNothingDue),
    }
}

fn has_come(here: &Here<'_>, at: DateTime<Utc>) -> Result<(), ReferralRefusal> {
    if here.asked.at < at { Err(ReferralRefusal::ReferralNotDue { due: here.day(at) }) } else { Ok(()) }
}
