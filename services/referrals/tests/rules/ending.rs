//! Other ends, and going on.

use super::*;

#[test]
fn the_host_takes_it_back_before_an_appointment() {
    let reason = ReferralRecallReason::Safety;
    for state in [At::Drafted, At::Ready, At::Sent, At::WaitListed, At::Accepted] {
        at(state).when(recall(reason)).then([recalled(reason)]);
    }
    at(At::Recalled).when(recall(reason)).then_nothing();
}

#[test]
fn a_referral_with_an_appointment_is_not_taken_back() {
    for state in [At::Scheduled, At::Missed, At::InService] {
        at(state)
            .when(recall(ReferralRecallReason::Safety))
            .then_refused(Why::ReferralNotRecallable { state });
    }
}

#[test]
fn another_one_takes_the_place_of_an_open_one() {
    let by = referral(2);
    for state in [At::Drafted, At::Sent, At::AwaitingPerson, At::Scheduled, At::InService] {
        at(state).when(Ask::Supersede { by }).then([superseded()]);
    }
    let state = At::Declined;
    at(state).when(Ask::Supersede { by }).then_refused(Why::ReferralClosed { state });
}

#[test]
fn what_has_ended_goes_on_with_its_time_anew() {
    for state in [At::Closed, At::Expired, At::Declined] {
        let reason = ReferralReopenReason::LateAnswer;
        let deadlines = urgent("2023-07-10T08:00:00Z");
        at(state).at("2023-07-10T08:00:00Z").when(reopen(reason)).then([Then::ReferralReopened {
            reason,
            note: None,
            deadlines,
        }]);
        let state = at(state).when(reopen(reason)).state();
        assert_eq!(state.state(), Some(At::Received));
    }
}

#[test]
fn what_was_not_ended_or_was_given_back_does_not_go_on() {
    for state in [At::Sent, At::Recalled, At::Returned] {
        at(state)
            .when(reopen(ReferralReopenReason::LateAnswer))
            .then_refused(Why::ReferralNotReopenable { state });
    }
    at(At::Superseded)
        .when(reopen(ReferralReopenReason::LateAnswer))
        .then_refused(Why::ReferralSuperseded { by: referral(2) });
    given::<Referral>(and(until(At::Declined), withdrawn()))
        .when(reopen(ReferralReopenReason::LateAnswer))
        .then_refused(Why::ReferralConsentMissing);
}

#[test]
fn a_coordinator_takes_out_what_was_entered_in_error() {
    for state in [At::Drafted, At::Accepted, At::Closed, At::Superseded] {
        at(state).role(Role::Coordinator).when(void(ReferralErrorReason::EnteredTwice)).then([voided()]);
    }
    at(At::Void).role(Role::Coordinator).when(void(ReferralErrorReason::EnteredTwice)).then_nothing();
    at(At::Drafted).when(void(ReferralErrorReason::EnteredTwice)).then_refused(Why::ReferralForCoordinator);
}

#[test]
fn nobody_contacts_the_person_any_more() {
    at(At::Sent).when(Ask::MarkNoContact).then([Then::ReferralMarkedNoContact {}]);
    given::<Referral>(and(until(At::Sent), Then::ReferralMarkedNoContact {}))
        .when(Ask::MarkNoContact)
        .then_nothing();
}
