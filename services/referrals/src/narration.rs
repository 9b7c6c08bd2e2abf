//! How each event is told in the path, the history and the inbox: codes, ids, dates and counts,
//! never words about a person.

use kernel::{Narration, Thread};

use crate::codes::ReferralState as State;
use crate::delays::Deadlines;
use crate::events::ReferralEvent;

/// Tells an event.
pub fn narrate(event: &ReferralEvent) -> Narration {
    use ReferralEvent as Then;
    match event {
        Then::ReferralDrafted { .. } => drafted(event),
        Then::ConsentRecorded { .. } | Then::ConsentWithdrawn { .. } | Then::ConsentOverridden { .. } => {
            consent(event)
        }
        Then::ReferralSent { channel, deadlines, .. } => {
            dated(Narration::to(State::Sent).fact("channel", channel), deadlines)
                .fact("delaysVersion", deadlines.delays_version)
                .fact("holidaysVersion", deadlines.holidays_version)
        }
        Then::ReferralDeliveryFailed { cause } => Narration::to(State::Ready).because(cause),
        Then::ReferralLinkRenewed { version } | Then::ReferralLinkRevoked { version } => {
            Narration::note().fact("linkVersion", version)
        }
        Then::ReferralReceived {} => Narration::to(State::Received),
        Then::ReferralPutUnderReview { deadlines } => dated(Narration::to(State::UnderReview), deadlines),
        Then::ReferralWaitlisted { expected, deadlines } => {
            dated(Narration::to(State::WaitListed), deadlines).fact("expected", expected)
        }
        Then::PersonActionRequested { what, owner, .. } => {
            Narration::to(State::AwaitingPerson).because(what).fact("owner", owner)
        }
        Then::PersonActionCompleted { deadlines } => dated(Narration::to(State::Received), deadlines),
        Then::ReferralAccepted { contact_way, .. } => {
            Narration::to(State::Accepted).fact("contactWay", contact_way)
        }
        Then::ReferralDeclined { reason, .. } => Narration::to(State::Declined).because(reason),
        Then::AppointmentScheduled { starts_at, language, pairing, .. } => {
            let told = Narration::to(State::Scheduled)
                .fact("startsAt", starts_at.to_rfc3339())
                .fact("language", language);
            match pairing {
                Some(pairing) => told.fact("pairing", pairing),
                None => told,
            }
        }
        other => followed(other),
    }
}

/// Tells what comes after the partner's answer.
fn followed(event: &ReferralEvent) -> Narration {
    use ReferralEvent as Then;
    match event {
        Then::PersonAttended { source } => Narration::to(State::InService).fact("source", source),
        Then::PersonDidNotAttend { source } => Narration::to(State::Missed).fact("source", source),
        Then::ReferralReturned { reason, .. } => Narration::to(State::Returned).because(reason),
        Then::OutcomeReported { voice, outcome, .. } => {
            Narration::note().fact("voice", voice).fact("outcome", outcome)
        }
        Then::ReferralClosed { outcome, reason, .. } => {
            let told = Narration::to(State::Closed).fact("outcome", outcome);
            match reason {
                Some(reason) => told.because(reason),
                None => told,
            }
        }
        Then::ReferralRecalled { reason } => Narration::to(State::Recalled).because(reason),
        Then::ReferralExpired { last_reminder } => {
            Narration::to(State::Expired).fact("lastReminder", last_reminder.to_rfc3339())
        }
        Then::ReferralSuperseded { by } => Narration::to(State::Superseded).fact("by", by),
        Then::ReferralReopened { reason, deadlines, .. } => {
            dated(Narration::to(State::Received).because(reason), deadlines)
        }
        Then::ReminderSent { about, to, .. } => Narration::note().fact("about", about).fact("to", to),
        Then::ReferralEnteredInError { reason, .. } => Narration::to(State::Void).because(reason),
        _ => Narration::note(),
    }
}

fn drafted(event: &ReferralEvent) -> Narration {
    let ReferralEvent::ReferralDrafted { case, person, needs, target, priority, resumes, supersedes, .. } =
        event
    else {
        return Narration::note();
    };
    let codes: Vec<&str> = needs.iter().map(|need| need.code.as_str()).collect();
    let mut told = Narration::to(State::Drafted)
        .fact("needs", codes.join(";"))
        .fact("target", target.kind())
        .fact("priority", priority)
        .thread(Thread::Case(*case));
    for (name, other) in [("resumes", resumes), ("supersedes", supersedes)] {
        if let Some(other) = other {
            told = told.fact(name, other);
        }
    }
    match person {
        Some(person) => told.thread(Thread::Person(*person)),
        None => told,
    }
}

fn consent(event: &ReferralEvent) -> Narration {
    match event {
        ReferralEvent::ConsentRecorded { mode, language, again, .. } => {
            let told = if *again { Narration::note() } else { Narration::to(State::Ready) };
            told.fact("mode", mode).fact("language", language)
        }
        ReferralEvent::ConsentWithdrawn { mode, language } => {
            Narration::note().fact("mode", mode).fact("language", language)
        }
        ReferralEvent::ConsentOverridden { reason, second_reader, .. } => {
            Narration::to(State::Ready).because(reason).fact("secondReader", second_reader)
        }
        _ => Narration::note(),
    }
}

fn dated(told: Narration, deadlines: &Deadlines) -> Narration {
    told.fact("due", deadlines.answer_due.to_rfc3339()).fact("expires", deadlines.expires_at.to_rfc3339())
}
