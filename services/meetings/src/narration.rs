//! How what happened is told: codes, ids, dates and counts, never words about a person.

use kernel::projection::sortable;
use kernel::{Narration, Thread};

use crate::meeting::MinutesState;
use crate::meeting::{AgendaItemState, AgendaSource, Attendee, DecisionMethod, MinutesLanguage};
use crate::{CommitmentEvent, CommitmentState, MeetingEvent, MeetingState};

/// Tells what happened to a meeting.
pub fn narrate_meeting(event: &MeetingEvent) -> Narration {
    use MeetingEvent as Then;
    match event {
        Then::MeetingPlanned { welcome_at, starts_at, ends_at, time_zone, .. } => {
            Narration::to(MeetingState::Planned)
                .fact("welcomeAt", sortable(*welcome_at))
                .fact("startsAt", sortable(*starts_at))
                .fact("endsAt", sortable(*ends_at))
                .fact("timeZone", time_zone)
        }
        Then::MeetingAnnounced {} => Narration::to(MeetingState::Announced),
        Then::MeetingRescheduled { welcome_at, starts_at, ends_at, place } => Narration::note()
            .fact("welcomeAt", sortable(*welcome_at))
            .fact("startsAt", sortable(*starts_at))
            .fact("endsAt", sortable(*ends_at))
            .fact("otherPlace", place.is_some()),
        Then::MeetingCancelled { reason, .. } => Narration::to(MeetingState::Cancelled).because(reason),
        Then::AgendaItemProposed { .. }
        | Then::AgendaItemAccepted { .. }
        | Then::AgendaItemDeferred { .. }
        | Then::RegistrationMade { .. }
        | Then::RegistrationCancelled { .. } => narrate_preparation(event),
        Then::MeetingOpened {} => Narration::to(MeetingState::Open),
        Then::MeetingClosed {} => Narration::to(MeetingState::Held),
        Then::AttendanceRecorded { attendee } => on_path(Narration::note(), attendee),
        Then::AttendanceWithdrawn { attendee, reason } => {
            on_path(Narration::note().because(reason), attendee)
        }
        Then::AnonymousAttendanceCounted { language, count } => {
            Narration::note().fact("language", language).fact("count", count)
        }
        Then::DecisionTaken { decision, method, votes, item, .. } => {
            let told = Narration::note().part("decision", decision).fact("method", method);
            let told = match votes {
                Some(votes) if *method == DecisionMethod::Vote => told
                    .fact("inFavour", votes.in_favour)
                    .fact("against", votes.against)
                    .fact("abstained", votes.abstained),
                _ => told,
            };
            told_with(told, "agendaItem", item.as_ref())
        }
        Then::CommitmentMade { commitment, owner, due, .. } => {
            Narration::note().part("commitment", commitment).fact("owner", owner).fact("due", due)
        }
        Then::MinutesDrafted { .. }
        | Then::MinutesCorrected { .. }
        | Then::MinutesApproved { .. }
        | Then::MinutesPublished { .. } => narrate_minutes(event),
    }
}

/// Tells what happened to a commitment.
pub fn narrate_commitment(event: &CommitmentEvent) -> Narration {
    use CommitmentEvent as Then;
    match event {
        Then::CommitmentMade { meeting, owner, due, .. } => Narration::to(CommitmentState::Open)
            .fact("meeting", meeting)
            .fact("owner", owner)
            .fact("due", due),
        Then::CommitmentFulfilled {} => Narration::to(CommitmentState::Fulfilled),
        Then::CommitmentDropped { reason, .. } => Narration::to(CommitmentState::Dropped).because(reason),
        Then::CommitmentPostponed { due } => Narration::note().fact("due", due),
        Then::CommitmentCarriedOver { to, due } => Narration::note().fact("meeting", to).fact("due", due),
        Then::CommitmentFellDue {} => Narration::note(),
    }
}

fn narrate_preparation(event: &MeetingEvent) -> Narration {
    use MeetingEvent as Then;
    let item = |state: AgendaItemState, item| Narration::to(state).part("agendaItem", item);
    match event {
        Then::AgendaItemProposed { item: id, source, .. } => {
            let told = item(AgendaItemState::Proposed, id);
            match source {
                AgendaSource::Member(member) => told.fact("member", member),
                AgendaSource::Need(need) => {
                    told.fact("need", need.code).fact("expressions", need.expressions)
                }
            }
        }
        Then::AgendaItemAccepted { item: id } => item(AgendaItemState::Accepted, id),
        Then::AgendaItemDeferred { item: id, to } => {
            told_with(item(AgendaItemState::Deferred, id), "meeting", to.as_ref())
        }
        Then::RegistrationMade { registration, member, interpreter, children } => {
            let told = Narration::note().part("registration", registration);
            let told = told_with(told, "member", member.as_ref());
            told_with(told, "interpreter", interpreter.as_ref()).fact("children", children)
        }
        Then::RegistrationCancelled { registration } => Narration::note().part("registration", registration),
        _ => Narration::note(),
    }
}

fn narrate_minutes(event: &MeetingEvent) -> Narration {
    let minutes = |state: MinutesState| Narration::to(state).part("minutes", "minutes");
    match event {
        MeetingEvent::MinutesDrafted { .. } => minutes(MinutesState::Drafted),
        MeetingEvent::MinutesCorrected { .. } => minutes(MinutesState::Drafted).fact("corrected", true),
        MeetingEvent::MinutesApproved { at } => minutes(MinutesState::Approved).fact("meeting", at),
        MeetingEvent::MinutesPublished { languages, redactions } => minutes(MinutesState::Published)
            .fact("languages", listed(languages))
            .fact("redactions", redactions.len()),
        _ => Narration::note(),
    }
}

/// Only this event belongs to the person's path; the meeting is not theirs.
fn on_path(told: Narration, attendee: &Attendee) -> Narration {
    let told = told_with(told, "member", attendee.member.as_ref());
    match attendee.person {
        Some(person) => told.thread(Thread::OnlyThis(person)),
        None => told,
    }
}

fn told_with(told: Narration, name: &'static str, value: Option<impl ToString>) -> Narration {
    match value {
        Some(value) => told.fact(name, value),
        None => told,
    }
}

fn listed(languages: &[MinutesLanguage]) -> String {
    languages.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}
