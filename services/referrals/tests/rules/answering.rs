//! What the partner answers.

use super::*;

#[test]
fn the_partner_has_seen_it_once() {
    partner(At::Sent).when(receive(Some(1))).then([RECEIVED]);
    partner(At::UnderReview).when(receive(Some(1))).then_nothing();
}

#[test]
fn nobody_answers_what_was_not_sent() {
    partner(At::Ready).when(receive(None)).then_refused(Why::ReferralNotSent);
    partner(At::Ready).when(Ask::Accept(accept())).then_refused(Why::ReferralNotSent);
    at(At::Ready).when(tell(ReferralVoice::Host, ReferralOutcome::NoHelp)).then_refused(Why::ReferralNotSent);
}

#[test]
fn others_do_not_answer_for_the_partner() {
    for role in [Role::Volunteer, Role::Member, Role::Receptionist, Role::Auditor, Role::Public] {
        at(At::Received).role(role).when(Ask::Accept(accept())).then_refused(Why::ReferralForPartner);
    }
}

#[test]
fn the_partner_looks_into_it() {
    partner(At::Sent).when(review()).then([reviewed()]);
    partner(At::UnderReview).when(review()).then_nothing();
}

#[test]
fn a_wait_list_has_a_day_and_the_answer_is_due_then() {
    partner(At::Received)
        .when(waitlist("2023-07-03"))
        .then([waitlisted("2023-07-03", "2023-07-02T22:00:00Z")]);
    partner(At::WaitListed).when(waitlist("2023-07-03")).then_nothing();
    let Referral::At(_, file) = partner(At::WaitListed).when(waitlist("2023-09-04")).state() else {
        panic!("a referral")
    };
    let deadlines = file.clock.expect("a clock").deadlines;
    assert_eq!(deadlines.answer_due, instant("2023-09-03T22:00:00Z"));
    assert_eq!(deadlines.expires_at, instant("2023-10-03T22:00:00Z"));
}

#[test]
fn a_day_that_cannot_be_meant_is_refused() {
    let until = day("2026-06-08");
    partner(At::Received)
        .when(waitlist("2023-06-05"))
        .then_refused(Why::ReferralDateImplausible { from: day("2023-06-06"), until });
    partner(At::Received)
        .when(waitlist("2323-06-05"))
        .then_refused(Why::ReferralDateImplausible { from: day("2023-06-06"), until });
    partner(At::Accepted)
        .when(schedule("2032-06-15T08:00:00Z"))
        .then_refused(Why::ReferralDateImplausible { from: day("2022-06-05"), until });
}

#[test]
fn the_clock_stands_still_while_the_person_is_awaited() {
    partner(At::Received)
        .when(ask_person(ReferralPersonAction::MissingDocument))
        .then([person_asked("2023-06-06T08:00:00Z")]);
    partner(At::AwaitingPerson).when(ask_person(ReferralPersonAction::MissingDocument)).then_nothing();
    // Six days later: two working days were left on Tuesday, so Monday's answer is due on Wednesday.
    let deadlines = urgent(SENT).moved(
        ReferralPriority::Urgent,
        instant("2023-06-06T08:00:00Z"),
        instant("2023-06-12T08:00:00Z"),
    );
    assert_eq!(deadlines.answer_due, instant("2023-06-14T08:00:00Z"));
    assert_eq!(deadlines.expires_at, instant("2023-07-11T08:00:00Z"));
    at(At::AwaitingPerson)
        .at("2023-06-12T08:00:00Z")
        .when(Ask::CompletePersonAction)
        .then([Then::PersonActionCompleted { deadlines }]);
    partner(At::AwaitingPerson)
        .at("2023-06-12T08:00:00Z")
        .when(review())
        .then([Then::ReferralPutUnderReview { deadlines }]);
}

#[test]
fn the_person_does_what_was_asked() {
    for role in [Role::Host, Role::Volunteer] {
        let state = at(At::AwaitingPerson).role(role).when(Ask::CompletePersonAction).state();
        assert_eq!(state.state(), Some(At::Received));
    }
    at(At::Received).when(Ask::CompletePersonAction).then_refused(Why::ReferralPersonNotAwaited);
    partner(At::AwaitingPerson).when(Ask::CompletePersonAction).then_refused(Why::ReferralForHost);
}

#[test]
fn the_partner_says_yes_from_anywhere_before_an_answer() {
    for state in [At::Sent, At::Received, At::UnderReview, At::WaitListed, At::AwaitingPerson] {
        partner(state).when(Ask::Accept(accept())).then([accepted()]);
    }
    partner(At::Accepted).when(Ask::Accept(accept())).then_nothing();
}

#[test]
fn a_yes_is_not_followed_by_another_answer() {
    for state in [At::Accepted, At::Scheduled, At::Missed, At::InService] {
        partner(state)
            .when(decline(ReferralReason::Capacity))
            .then_refused(Why::ReferralAlreadyAnswered { state });
    }
}

#[test]
fn the_network_accepts_with_a_current_charter() {
    let draft = DraftReferral { target: meeting(), ..draft() };
    let history = || vec![drafted_as(draft.clone(), None), consented(false), posted()];
    let accept = |charter_current| Ask::Accept(AcceptReferral { charter_current, ..accept() });
    for current in [None, Some(false)] {
        given::<Referral>(history())
            .role(Role::Member)
            .when(accept(current))
            .then_refused(Why::ReferralCharterNotCurrent);
    }
    given::<Referral>(history()).role(Role::Member).when(accept(Some(true))).then([accepted()]);
}

#[test]
fn nobody_calls_somebody_who_asked_not_to_be_contacted() {
    let history = and(until(At::Received), Then::ReferralMarkedNoContact {});
    let way = |contact_way| Ask::Accept(AcceptReferral { contact_way, ..accept() });
    given::<Referral>(history.clone())
        .when(way(ReferralContactWay::PartnerContactsPerson))
        .then_refused(Why::ReferralNoContact);
    given::<Referral>(history).when(way(ReferralContactWay::PersonCalls)).then([accepted()]);
}

#[test]
fn a_no_has_a_reason_such_as_a_language_that_is_not_covered() {
    let reason = ReferralReason::LanguageNotCovered;
    partner(At::Received).when(decline(reason)).then([declined(reason)]);
}

#[test]
fn the_same_link_is_not_used_again_after_a_no() {
    let state = At::Declined;
    partner(state).when(decline(ReferralReason::OutOfArea)).then_refused(Why::ReferralClosed { state });
    partner(state).when(receive(Some(1))).then_refused(Why::ReferralClosed { state });
}

#[test]
fn nothing_is_answered_after_the_end() {
    for state in [At::Closed, At::Declined, At::Returned, At::Recalled, At::Expired] {
        partner(state).when(Ask::Accept(accept())).then_refused(Why::ReferralClosed { state });
        at(state).when(send(ReferralChannel::Link)).then_refused(Why::ReferralClosed { state });
    }
    partner(At::Void).when(Ask::Accept(accept())).then_refused(Why::ReferralVoid);
}

#[test]
fn a_late_answer_hears_which_referral_took_the_place() {
    let by = referral(2);
    partner(At::Superseded).when(Ask::Accept(accept())).then_refused(Why::ReferralSuperseded { by });
    let old_link = Ask::Accept(AcceptReferral { link_version: Some(9), ..accept() });
    partner(At::Superseded).when(old_link).then_refused(Why::ReferralSuperseded { by });
}
