use kernel::given::{Given, given, instant};
use kernel::uuid::Uuid;
use kernel::{MemberId, Role};
use mutual_aid::offer::{DayPart, HalfDay, WeeklyDay};
use mutual_aid::pairing::{
    AcceptPairingAsPerson, Accompaniment, CompletePairing, ContactMedium, CorrectContactLog, DeclinePairing,
    DeclineReason, EndPairing, FeedbackAnswer, GiveFeedback, InactivityLevel, IncidentId, LogContact,
    PairingEndReason, PairingEnder, PairingOutcome, PairingSide, PausePairing, PauseReason,
    RequestAccompaniment, RequestRematch, SuspendPairing, WithdrawAccompaniment, WithdrawalReason,
};
use mutual_aid::score::{PairingReason, PairingReasonCode, Rated, Score};
use mutual_aid::{
    Pairing, PairingCommand as Ask, PairingEvent as Then, PairingRefusal as No, PairingState as State,
};

use super::world::{case_id, member_id, pairing_id};

const START: &str = "2023-06-05T07:20:00Z";
const DEADLINE: &str = "2023-06-12T07:20:00Z";

fn karim() -> MemberId {
    member_id(1)
}
fn bea() -> MemberId {
    member_id(2)
}
fn thursday() -> HalfDay {
    HalfDay { day: WeeklyDay::Thursday, part: DayPart::Afternoon }
}
fn asked_for() -> Accompaniment {
    Accompaniment {
        case: case_id(1),
        person: None,
        need: None,
        purpose: "NET.ESCORT".parse().unwrap(),
        language: "ara".parse().unwrap(),
        times: vec![thursday()],
        topic: Some("HEA.AMU".parse().unwrap()),
        gender_wish: None,
        planned_until: None,
        rematch_of: None,
        excluded: vec![],
    }
}
fn request() -> Ask {
    Ask::Request(RequestAccompaniment {
        case: case_id(1),
        person: None,
        need: None,
        purpose: "NET.ESCORT".parse().unwrap(),
        language: "ara".parse().unwrap(),
        times: vec![thursday(), thursday()],
        topic: Some("HEA.AMU".parse().unwrap()),
        gender_wish: None,
        planned_until: None,
    })
}
fn requested() -> Then {
    Then::AccompanimentRequested { request: asked_for(), at: instant(START), limits_version: 1 }
}
fn rated() -> Rated {
    let reason = PairingReason {
        code: PairingReasonCode::SpeaksLanguage,
        value: "ara".to_owned(),
        for_coordinators: false,
    };
    Rated { score: Score(86), reasons: vec![reason], version: 1 }
}
fn propose(member: MemberId) -> Ask {
    Ask::Propose { member, rated: rated() }
}
fn proposed(member: MemberId) -> Then {
    Then::PairingProposed {
        member,
        score: Score(86),
        reasons: rated().reasons,
        score_version: 1,
        deadline: instant(DEADLINE),
        limits_version: 1,
    }
}
fn by_volunteer() -> Then {
    Then::PairingAcceptedByVolunteer { member: karim() }
}
fn by_person() -> Then {
    Then::PairingAcceptedByPerson { member: karim() }
}
fn as_volunteer() -> Ask {
    Ask::AcceptAsVolunteer { member: karim() }
}
fn as_person() -> Ask {
    Ask::AcceptAsPerson(AcceptPairingAsPerson { member: karim() })
}
fn activated() -> Then {
    Then::PairingActivated { member: karim(), at: instant(START), limits_version: 1 }
}
fn decline(side: PairingSide, reason: Option<DeclineReason>) -> Ask {
    Ask::Decline(DeclinePairing { member: karim(), side, reason })
}
fn declined(side: PairingSide, reason: Option<DeclineReason>) -> Then {
    Then::PairingDeclined { member: karim(), side, reason, at: instant(START) }
}
fn withdraw(member: Option<MemberId>) -> Ask {
    Ask::Withdraw(WithdrawAccompaniment { member, reason: WithdrawalReason::HelpedOtherwise })
}
const WITHDRAWN: Then = Then::AccompanimentWithdrawn { reason: WithdrawalReason::HelpedOtherwise };
const UNMATCHED: Then = Then::NoMatchFound { proposals: 0 };
fn running() -> Vec<Then> {
    vec![requested(), proposed(karim()), by_volunteer(), by_person(), activated()]
}
fn and(mut history: Vec<Then>, more: impl IntoIterator<Item = Then>) -> Vec<Then> {
    history.extend(more);
    history
}
fn log(contact_made: bool, minutes: Option<u32>) -> Ask {
    Ask::LogContact(LogContact { contact_made, medium: ContactMedium::Phone, minutes, note: None })
}
fn logged(contact: u32, at: &str, contact_made: bool) -> Then {
    Then::ContactLogged {
        contact,
        at: instant(at),
        contact_made,
        medium: ContactMedium::Phone,
        minutes: Some(20),
        note: None,
    }
}
fn correct(contact: u32, at: Option<&str>, minutes: Option<u32>) -> Ask {
    Ask::CorrectContactLog(CorrectContactLog {
        contact,
        at: at.map(instant),
        contact_made: false,
        medium: ContactMedium::Phone,
        minutes,
        note: None,
    })
}
fn pause(until: &str) -> Ask {
    Ask::Pause(PausePairing { until: instant(until), reason: PauseReason::VolunteerAway })
}
fn paused(until: &str, at: &str) -> Then {
    Then::PairingPaused { until: instant(until), reason: PauseReason::VolunteerAway, at: instant(at) }
}
const INCIDENT: IncidentId = IncidentId(Uuid::from_u128(7));
fn suspend() -> Ask {
    Ask::Suspend(SuspendPairing { incident: INCIDENT })
}
fn suspended(at: &str) -> Then {
    Then::PairingSuspended { incident: INCIDENT, at: instant(at) }
}
fn end(reason: PairingEndReason) -> Ask {
    Ask::End(EndPairing { member: karim(), by: PairingEnder::Both, reason })
}
fn ended(reason: PairingEndReason) -> Then {
    Then::PairingEnded { by: PairingEnder::Both, reason, at: instant(START) }
}
fn feedback(side: PairingSide) -> Ask {
    Ask::GiveFeedback(GiveFeedback { side, helped: FeedbackAnswer::Yes, language: None, words: None })
}
fn said(side: PairingSide) -> Then {
    Then::FeedbackGiven { side, helped: FeedbackAnswer::Yes, language: None, words: None }
}
fn complete(outcome: Option<PairingOutcome>) -> Ask {
    Ask::Complete(CompletePairing { outcome })
}
fn completed(outcome: PairingOutcome) -> Then {
    Then::PairingCompleted { outcome }
}
fn over() -> Vec<Then> {
    and(running(), [ended(PairingEndReason::GoalReached)])
}
fn system(history: Vec<Then>, at: &str) -> Given<Pairing> {
    given::<Pairing>(history).role(Role::System).at(at)
}

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
