//! The histories that lead to each state.

use super::*;

/// A history that leads to a state.
pub(crate) fn until(state: ReferralState) -> Vec<ReferralEvent> {
    use ReferralState as At;
    let (before, last) = match state {
        At::Drafted => return vec![drafted()],
        At::Ready => (At::Drafted, consented(false)),
        At::Sent => (At::Ready, sent()),
        At::Received => (At::Sent, RECEIVED),
        At::UnderReview => (At::Received, reviewed()),
        At::WaitListed => (At::Received, waitlisted("2023-07-03", "2023-07-02T22:00:00Z")),
        At::AwaitingPerson => (At::Received, person_asked("2023-06-06T08:00:00Z")),
        At::Accepted => (At::Received, accepted()),
        At::Scheduled => (At::Accepted, scheduled("2023-06-15T08:00:00Z", Some("2023-06-13T08:00:00Z"))),
        At::Missed => (At::Scheduled, STAYED_AWAY),
        At::InService => (At::Scheduled, ATTENDED),
        At::Closed => (At::InService, closed(ReferralOutcome::GotHelp)),
        At::Declined => (At::Received, declined(ReferralReason::OutOfArea)),
        At::Returned => (At::Accepted, returned()),
        At::Recalled => (At::Sent, recalled(ReferralRecallReason::PersonChangedMind)),
        At::Expired => {
            let mut history = until(At::Sent);
            history.extend([reminded("2023-06-08T08:00:00Z"), FLAGGED, expired()]);
            return history;
        }
        At::Superseded => (At::Received, superseded()),
        At::Void => (At::Drafted, voided()),
    };
    let mut history = until(before);
    history.push(last);
    history
}

/// The same history and one more event.
pub(crate) fn and(mut history: Vec<ReferralEvent>, event: ReferralEvent) -> Vec<ReferralEvent> {
    history.push(event);
    history
}
