//! Asking, proposing, accepting.

use super::*;

#[test]
fn somebody_asks_for_somebody_to_go_along() {
    given::<Pairing>([]).when(request()).then([requested()]);
}

#[test]
fn an_accompaniment_is_asked_for_once() {
    given::<Pairing>([requested()]).when(request()).then_refused(No::AccompanimentAlreadyRequested);
}

#[test]
fn nothing_is_proposed_for_nothing() {
    given::<Pairing>([]).when(propose(karim())).then_refused(No::PairingNotFound);
    given::<Pairing>([]).when(end(PairingEndReason::Moved)).then_refused(No::PairingNotFound);
}

#[test]
fn a_proposal_waits_seven_days_and_keeps_its_reasons() {
    given::<Pairing>([requested()]).when(propose(karim())).then([proposed(karim())]);
}

#[test]
fn one_volunteer_at_a_time_is_proposed() {
    given::<Pairing>([requested(), proposed(karim())])
        .when(propose(bea()))
        .then_refused(No::PairingNotLooking { state: State::Proposed });
    given::<Pairing>([requested(), proposed(karim())]).when(propose(karim())).then_nothing();
}

#[test]
fn a_volunteer_is_not_proposed_again_after_a_decline() {
    given::<Pairing>([requested(), proposed(karim()), declined(PairingSide::Person, None)])
        .when(propose(karim()))
        .then_refused(No::ExcludedAfterDecline);
    given::<Pairing>([requested(), proposed(karim()), declined(PairingSide::Person, None)])
        .when(propose(bea()))
        .then([proposed(bea())]);
}

#[test]
fn a_hundred_volunteers_are_proposed_at_most() {
    let rounds = (10..110).flat_map(|number| {
        let member = member_id(number);
        [proposed(member), Then::PairingProposalExpired { member, at: instant(START) }]
    });
    given::<Pairing>(std::iter::once(requested()).chain(rounds))
        .when(propose(karim()))
        .then_refused(No::TooManyProposals { most: 100 });
}

#[test]
fn both_sides_accept_in_any_order() {
    let proposal = || vec![requested(), proposed(karim())];
    given::<Pairing>(proposal()).when(as_volunteer()).then([by_volunteer()]);
    given::<Pairing>(proposal()).when(as_person()).then([by_person()]);
    given::<Pairing>(and(proposal(), [by_volunteer()])).when(as_person()).then([by_person(), activated()]);
    given::<Pairing>(and(proposal(), [by_person()])).when(as_volunteer()).then([by_volunteer(), activated()]);
}

#[test]
fn accepting_twice_is_accepting_once() {
    given::<Pairing>([requested(), proposed(karim()), by_person()]).when(as_person()).then_nothing();
    given::<Pairing>(running()).when(as_volunteer()).then_nothing();
}

#[test]
fn only_a_proposal_is_accepted() {
    given::<Pairing>([requested()])
        .when(as_person())
        .then_refused(No::PairingNotProposed { state: State::Requested });
}

#[test]
fn only_the_volunteer_who_is_proposed_accepts() {
    given::<Pairing>([requested(), proposed(bea())]).when(as_volunteer()).then_refused(No::AnotherVolunteer);
}

#[test]
fn nobody_accepts_after_the_deadline() {
    given::<Pairing>([requested(), proposed(karim())])
        .at(DEADLINE)
        .when(as_person())
        .then_refused(No::ProposalDeadlinePassed { deadline: instant(DEADLINE).date_naive() });
    // The device was offline: what happened in time counts.
    let in_time = Then::PairingAcceptedByPerson { member: karim() };
    given::<Pairing>([requested(), proposed(karim())])
        .at(DEADLINE)
        .happened("2023-06-11T07:20:00Z")
        .when(as_person())
        .then([in_time]);
}

#[test]
fn the_person_declines_without_a_reason_and_the_volunteer_with_one() {
    let proposal = || vec![requested(), proposed(karim())];
    given::<Pairing>(proposal())
        .when(decline(PairingSide::Person, None))
        .then([declined(PairingSide::Person, None)]);
    given::<Pairing>(proposal())
        .when(decline(PairingSide::Volunteer, None))
        .then_refused(No::DeclineReasonNeeded);
    given::<Pairing>(and(proposal(), [by_person()]))
        .when(decline(PairingSide::Volunteer, Some(DeclineReason::NoTime)))
        .then([declined(PairingSide::Volunteer, Some(DeclineReason::NoTime))]);
}

#[test]
fn declining_twice_is_declining_once() {
    given::<Pairing>([requested(), proposed(karim()), declined(PairingSide::Person, None)])
        .when(decline(PairingSide::Person, None))
        .then_nothing();
    given::<Pairing>(running())
        .when(decline(PairingSide::Person, None))
        .then_refused(No::PairingNotProposed { state: State::Active });
}

#[test]
fn a_proposal_nobody_answers_expires_and_may_be_made_again() {
    let history = || vec![requested(), proposed(karim()), by_person()];
    let expire = || Ask::Expire { member: karim() };
    let expired = || Then::PairingProposalExpired { member: karim(), at: instant(DEADLINE) };
    system(history(), DEADLINE).when(expire()).then([expired()]);
    given::<Pairing>(and(history(), [expired()])).when(propose(karim())).then([proposed(karim())]);
    system(and(history(), [expired()]), DEADLINE)
        .when(expire())
        .then_refused(No::PairingNotProposed { state: State::Requested });
}

#[test]
fn a_proposal_does_not_expire_before() {
    system(vec![requested(), proposed(karim())], "2023-06-12T07:19:59Z")
        .when(Ask::Expire { member: karim() })
        .then_refused(No::ProposalStillOpen { deadline: instant(DEADLINE).date_naive() });
}

#[test]
fn nobody_fits() {
    given::<Pairing>([requested()]).when(Ask::ReportNoMatch).then([UNMATCHED]);
    given::<Pairing>([requested(), UNMATCHED]).when(Ask::ReportNoMatch).then_nothing();
    given::<Pairing>(running())
        .when(Ask::ReportNoMatch)
        .then_refused(No::PairingNotLooking { state: State::Active });
}

#[test]
fn an_accompaniment_is_withdrawn_before_it_begins() {
    given::<Pairing>([requested()]).when(withdraw(None)).then([WITHDRAWN]);
    given::<Pairing>([requested(), proposed(karim())]).when(withdraw(Some(karim()))).then([WITHDRAWN]);
    given::<Pairing>([requested(), proposed(karim())])
        .when(withdraw(None))
        .then_refused(No::AnotherVolunteer);
    given::<Pairing>([requested(), WITHDRAWN]).when(withdraw(None)).then_nothing();
    given::<Pairing>(running())
        .when(withdraw(Some(karim())))
        .then_refused(No::PairingNotLooking { state: State::Active });
}
