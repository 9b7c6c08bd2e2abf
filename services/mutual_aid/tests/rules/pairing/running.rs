//! Going along, until it is over.

use super::*;

#[test]
fn contacts_are_numbered() {
    given::<Pairing>(running()).when(log(true, Some(20))).then([logged(1, START, true)]);
    given::<Pairing>(and(running(), [logged(1, START, true)]))
        .when(log(false, Some(20)))
        .then([logged(2, START, false)]);
}

#[test]
fn contacts_are_logged_while_it_is_active() {
    given::<Pairing>([requested()])
        .when(log(true, None))
        .then_refused(No::PairingNotActive { state: State::Requested });
    given::<Pairing>(over())
        .when(correct(1, None, None))
        .then_refused(No::PairingNotActive { state: State::Ended });
}

#[test]
fn a_contact_does_not_happen_before_the_beginning_nor_for_days() {
    given::<Pairing>(running())
        .happened("2023-06-04T07:20:00Z")
        .when(log(true, None))
        .then_refused(No::ContactBeforeStart { since: instant(START).date_naive() });
    given::<Pairing>(running()).when(log(true, Some(1441))).then_refused(No::ContactTooLong { most: 1440 });
}

#[test]
fn an_entry_of_the_log_is_put_right() {
    let history = || and(running(), [logged(1, START, true)]);
    given::<Pairing>(history()).when(correct(1, None, Some(5))).then([Then::ContactLogCorrected {
        contact: 1,
        at: instant(START),
        contact_made: false,
        medium: ContactMedium::Phone,
        minutes: Some(5),
        note: None,
    }]);
    given::<Pairing>(history()).when(correct(2, None, None)).then_refused(No::ContactNotFound { contact: 2 });
    given::<Pairing>(history())
        .when(correct(1, Some("2023-06-06T07:20:00Z"), None))
        .then_refused(No::ContactInTheFuture);
    given::<Pairing>(history())
        .when(correct(1, Some("2023-06-01T07:20:00Z"), None))
        .then_refused(No::ContactBeforeStart { since: instant(START).date_naive() });
}

fn flagged(level: InactivityLevel, since: &str) -> Then {
    Then::PairingInactivityFlagged { level, since: instant(since) }
}

#[test]
fn silence_is_flagged_after_fourteen_days_and_after_thirty() {
    let reminder = || flagged(InactivityLevel::Reminder, START);
    let coordinator = || flagged(InactivityLevel::Coordinator, START);
    system(running(), "2023-06-19T07:20:00Z").when(Ask::FlagInactivity).then([reminder()]);
    system(and(running(), [reminder()]), "2023-07-05T07:20:00Z")
        .when(Ask::FlagInactivity)
        .then([coordinator()]);
    system(and(running(), [reminder(), coordinator()]), "2023-09-01T07:20:00Z")
        .when(Ask::FlagInactivity)
        .then_nothing();
}

#[test]
fn silence_is_counted_from_the_last_time_they_reached_each_other() {
    let history = || {
        and(running(), [logged(1, "2023-06-08T12:00:00Z", true), logged(2, "2023-06-15T12:00:00Z", false)])
    };
    system(history(), "2023-06-22T11:59:59Z")
        .when(Ask::FlagInactivity)
        .then_refused(No::InactivityNotReached);
    system(history(), "2023-06-22T12:00:00Z")
        .when(Ask::FlagInactivity)
        .then([flagged(InactivityLevel::Reminder, "2023-06-08T12:00:00Z")]);
}

#[test]
fn a_pause_is_not_silence() {
    let paused = || and(running(), [paused("2023-06-20T00:00:00Z", "2023-06-10T00:00:00Z")]);
    system(paused(), "2023-06-19T07:20:00Z")
        .when(Ask::FlagInactivity)
        .then_refused(No::PairingNotActive { state: State::Paused });
    let resumed = Then::PairingResumed { at: instant("2023-06-20T00:00:00Z") };
    system(and(paused(), [resumed.clone()]), "2023-06-29T07:19:59Z")
        .when(Ask::FlagInactivity)
        .then_refused(No::InactivityNotReached);
    system(and(paused(), [resumed]), "2023-06-29T07:20:00Z")
        .when(Ask::FlagInactivity)
        .then([flagged(InactivityLevel::Reminder, START)]);
}

#[test]
fn a_pause_has_an_end_that_can_be_moved() {
    let until = "2023-06-15T00:00:00Z";
    given::<Pairing>(running()).when(pause(until)).then([paused(until, START)]);
    given::<Pairing>(and(running(), [paused(until, START)])).when(pause(until)).then_nothing();
    let later = "2023-06-20T00:00:00Z";
    given::<Pairing>(and(running(), [paused(until, START)])).when(pause(later)).then([paused(later, START)]);
}

#[test]
fn a_pause_ends_later_than_it_begins_and_within_half_a_year() {
    given::<Pairing>(running()).when(pause(START)).then_refused(No::PauseInThePast);
    given::<Pairing>(running())
        .when(pause("2023-12-31T00:00:00Z"))
        .then_refused(No::PauseTooLong { days: 180 });
    given::<Pairing>([requested()])
        .when(pause(DEADLINE))
        .then_refused(No::PairingNotActive { state: State::Requested });
}

#[test]
fn a_pairing_goes_on_after_a_pause() {
    given::<Pairing>(and(running(), [paused(DEADLINE, START)]))
        .when(Ask::Resume)
        .then([Then::PairingResumed { at: instant(START) }]);
    given::<Pairing>(running()).when(Ask::Resume).then_nothing();
    given::<Pairing>(and(running(), [suspended(START)]))
        .when(Ask::Resume)
        .then_refused(No::PairingNotPaused { state: State::Suspended });
}

#[test]
fn a_coordinator_suspends_and_reinstates() {
    let odile = |history: Vec<Then>| given::<Pairing>(history).role(Role::Coordinator);
    odile(running()).when(suspend()).then([suspended(START)]);
    odile(and(running(), [suspended(START)])).when(suspend()).then_nothing();
    odile(and(running(), [suspended(START)]))
        .when(Ask::Reinstate)
        .then([Then::PairingReinstated { at: instant(START) }]);
    odile(running()).when(Ask::Reinstate).then_nothing();
    odile(vec![requested()]).when(suspend()).then_refused(No::PairingNotRunning { state: State::Requested });
    odile(over()).when(Ask::Reinstate).then_refused(No::PairingNotRunning { state: State::Ended });
}

#[test]
fn nobody_else_suspends_or_reinstates() {
    given::<Pairing>(running()).role(Role::Host).when(suspend()).then_refused(No::PairingNeedsCoordinator);
    given::<Pairing>(and(running(), [suspended(START)]))
        .role(Role::Volunteer)
        .when(Ask::Reinstate)
        .then_refused(No::PairingNeedsCoordinator);
}

#[test]
fn a_pause_outlives_a_suspension() {
    let history = and(running(), [paused(DEADLINE, START), suspended(START)]);
    let state = given::<Pairing>(history).role(Role::Coordinator).when(Ask::Reinstate).state();
    assert_eq!(state.state(), Some(State::Paused));
}

#[test]
fn a_pairing_ends_from_wherever_it_runs() {
    for history in [running(), and(running(), [paused(DEADLINE, START)]), and(running(), [suspended(START)])]
    {
        given::<Pairing>(history)
            .when(end(PairingEndReason::GoalReached))
            .then([ended(PairingEndReason::GoalReached)]);
    }
    given::<Pairing>(over()).when(end(PairingEndReason::GoalReached)).then_nothing();
}

#[test]
fn a_pairing_ends_once_and_with_its_volunteer() {
    given::<Pairing>(over())
        .when(end(PairingEndReason::Moved))
        .then_refused(No::PairingNotRunning { state: State::Ended });
    given::<Pairing>(running())
        .when(Ask::End(EndPairing {
            member: bea(),
            by: PairingEnder::Person,
            reason: PairingEndReason::PersonWish,
        }))
        .then_refused(No::AnotherVolunteer);
}

#[test]
fn each_side_says_once_how_it_was() {
    given::<Pairing>(over()).when(feedback(PairingSide::Person)).then([said(PairingSide::Person)]);
    given::<Pairing>(and(over(), [said(PairingSide::Person)]))
        .when(feedback(PairingSide::Volunteer))
        .then([said(PairingSide::Volunteer)]);
    given::<Pairing>(and(over(), [said(PairingSide::Person)]))
        .when(feedback(PairingSide::Person))
        .then_refused(No::PairingFeedbackAlreadyGiven);
    given::<Pairing>(running())
        .when(feedback(PairingSide::Person))
        .then_refused(No::PairingNotEnded { state: State::Active });
}

#[test]
fn a_goal_that_was_reached_is_a_positive_outcome() {
    given::<Pairing>(over()).when(complete(None)).then([completed(PairingOutcome::Positive)]);
    given::<Pairing>(over())
        .when(complete(Some(PairingOutcome::Partly)))
        .then_refused(No::PairingGoalWasReached);
}

#[test]
fn any_other_end_needs_an_outcome() {
    let moved = || and(running(), [ended(PairingEndReason::Moved)]);
    given::<Pairing>(moved()).when(complete(None)).then_refused(No::PairingOutcomeNeeded);
    given::<Pairing>(moved())
        .when(complete(Some(PairingOutcome::Partly)))
        .then([completed(PairingOutcome::Partly)]);
    given::<Pairing>(running())
        .when(complete(None))
        .then_refused(No::PairingNotEnded { state: State::Active });
}

#[test]
fn another_volunteer_is_asked_for_once_it_is_over() {
    let rematch = |number| Ask::RequestRematch { next: pairing_id(number) };
    let asked = || Then::RematchRequested { next: pairing_id(2) };
    given::<Pairing>(over()).when(rematch(2)).then([asked()]);
    given::<Pairing>([requested(), UNMATCHED]).when(rematch(2)).then([asked()]);
    given::<Pairing>(and(over(), [asked()])).when(rematch(2)).then_nothing();
    given::<Pairing>(and(over(), [asked()])).when(rematch(3)).then_refused(No::RematchAlreadyRequested);
    given::<Pairing>(running()).when(rematch(2)).then_refused(No::NoRematchFromHere { state: State::Active });
}

#[test]
fn whoever_did_not_fit_stays_out_of_the_rematch() {
    let again = |reason| {
        let pairing = <Pairing as kernel::Decider>::after(and(running(), [ended(reason)]));
        let rematch = RequestRematch { next: pairing_id(2), times: None, planned_until: None };
        pairing.asked_again(pairing_id(1), &rematch).unwrap()
    };
    assert_eq!(again(PairingEndReason::Mismatch).excluded, vec![karim()]);
    assert_eq!(again(PairingEndReason::Safety).excluded, vec![karim()]);
    assert_eq!(again(PairingEndReason::EndOfTerm).excluded, vec![]);
    let expected = Accompaniment { rematch_of: Some(pairing_id(1)), ..asked_for() };
    assert_eq!(again(PairingEndReason::EndOfTerm), expected);
    given::<Pairing>([])
        .when(Ask::RequestAgain(Box::new(expected.clone())))
        .then([Then::AccompanimentRequested { request: expected, at: instant(START), limits_version: 1 }]);
}
