//! Appointment and attendance.

use super::*;

#[test]
fn an_appointment_is_made_and_the_person_reminded_two_days_before() {
    partner(At::Accepted)
        .when(schedule("2023-06-15T08:00:00Z"))
        .then([scheduled("2023-06-15T08:00:00Z", Some("2023-06-13T08:00:00Z"))]);
    partner(At::Accepted)
        .when(schedule("2023-06-07T08:00:00Z"))
        .then([scheduled("2023-06-07T08:00:00Z", None)]);
}

#[test]
fn an_appointment_is_changed_and_made_anew_after_it_was_missed() {
    for state in [At::Scheduled, At::Missed] {
        let state = at(state).when(schedule("2023-06-20T08:00:00Z")).state();
        assert_eq!(state.state(), Some(At::Scheduled));
    }
}

#[test]
fn an_appointment_follows_a_yes() {
    at(At::UnderReview).when(schedule("2023-06-15T08:00:00Z")).then_refused(Why::ReferralNotAccepted);
    at(At::Received).when(attend()).then_refused(Why::ReferralNotAccepted);
    at(At::Received).when(stay_away()).then_refused(Why::ReferralNotAccepted);
    partner(At::Received)
        .when(give_back(ReferralReason::WrongService))
        .then_refused(Why::ReferralNotAccepted);
}

#[test]
fn the_person_comes_with_or_without_an_appointment() {
    for state in [At::Accepted, At::Scheduled] {
        at(state).role(Role::Volunteer).when(attend()).then([ATTENDED]);
    }
    at(At::InService).when(attend()).then_nothing();
}

#[test]
fn the_person_does_not_come() {
    at(At::Scheduled).at("2023-06-15T09:00:00Z").when(stay_away()).then([STAYED_AWAY]);
    at(At::Accepted).when(stay_away()).then([STAYED_AWAY]);
    at(At::Missed).when(stay_away()).then_nothing();
}

#[test]
fn nobody_is_missed_before_their_appointment() {
    at(At::Scheduled)
        .at("2023-06-15T07:59:00Z")
        .when(stay_away())
        .then_refused(Why::ReferralAppointmentNotYet { date: day("2023-06-15") });
}

#[test]
fn who_came_was_not_missed_and_needs_no_appointment() {
    at(At::InService).when(stay_away()).then_refused(Why::ReferralAlreadyAttended);
    at(At::InService).when(schedule("2023-06-15T08:00:00Z")).then_refused(Why::ReferralAlreadyAttended);
}

#[test]
fn who_was_missed_gets_a_new_appointment_first() {
    at(At::Missed).when(attend()).then_refused(Why::ReferralPersonMissed);
    partner(At::Missed).when(give_back(ReferralReason::WrongService)).then_refused(Why::ReferralPersonMissed);
}

#[test]
fn the_partner_gives_it_back_for_another_service() {
    for state in [At::Accepted, At::Scheduled, At::InService] {
        partner(state).when(give_back(ReferralReason::WrongService)).then([returned()]);
    }
}
