//! The rules of a meeting, one sentence each.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod words;

use kernel::given;
use kernel::given::instant;
use meetings::meeting::commands::*;
use meetings::meeting::{
    AttendanceWithdrawal, DecisionMethod, MeetingCancellation, MinutesLanguage, Redaction, RegistrationId,
};
use meetings::{Meeting, MeetingCommand as Ask, MeetingEvent as Then, MeetingRefusal as Why, MeetingState};
use uuid::Uuid;
use words::*;

const NOTHING: [Then; 0] = [];

// Its date.

#[test]
fn a_meeting_is_planned_with_a_welcome_time() {
    given::<Meeting>(NOTHING).when(Ask::Plan(may())).then([planned()]);
}

#[test]
fn nobody_is_welcomed_after_the_start() {
    let late = PlanMeeting { welcome_at: instant("2023-05-26T07:31:00Z"), ..may() };
    given::<Meeting>(NOTHING).when(Ask::Plan(late)).then_refused(Why::WelcomeAfterStart);
}

#[test]
fn people_may_be_welcomed_at_the_start_itself() {
    let plan = PlanMeeting { welcome_at: may().starts_at, ..may() };
    given::<Meeting>(NOTHING).when(Ask::Plan(plan.clone())).then([planned_as(plan)]);
}

#[test]
fn a_meeting_ends_after_it_starts() {
    let plan = PlanMeeting { ends_at: may().starts_at, ..may() };
    given::<Meeting>(NOTHING).when(Ask::Plan(plan)).then_refused(Why::MeetingEndsBeforeStart);
}

#[test]
fn a_meeting_does_not_last_for_days() {
    let plan = PlanMeeting { ends_at: instant("2023-05-27T07:01:00Z"), ..may() };
    given::<Meeting>(NOTHING).when(Ask::Plan(plan)).then_refused(Why::MeetingTooLong { hours: 24 });
}

#[test]
fn a_year_is_plausible() {
    let plan = plan_at("0023-05-26T07:00:00Z", "0023-05-26T07:30:00Z", "0023-05-26T09:30:00Z");
    given::<Meeting>(NOTHING).when(Ask::Plan(plan)).then_refused(Why::MeetingDateImplausible);
}

#[test]
fn a_meeting_has_a_title() {
    let plan = PlanMeeting { title: kernel::Localized::default(), ..may() };
    given::<Meeting>(NOTHING).when(Ask::Plan(plan)).then_refused(Why::MeetingTitleMissing);
}

#[test]
fn a_plan_lists_a_bounded_number_of_languages() {
    let plan = PlanMeeting { languages: vec![lang("fra"); 21], ..may() };
    given::<Meeting>(NOTHING).when(Ask::Plan(plan)).then_refused(Why::MeetingTooMany { most: 20 });
}

#[test]
fn planning_twice_is_planning_once() {
    given::<Meeting>([planned()]).when(Ask::Plan(may())).then_nothing();
}

#[test]
fn a_planned_meeting_is_not_planned_otherwise() {
    let plan = PlanMeeting { title: fr("Autre chose"), ..may() };
    given::<Meeting>([planned()]).when(Ask::Plan(plan)).then_refused(Why::MeetingAlreadyPlanned);
}

#[test]
fn nothing_is_asked_of_a_meeting_that_is_not_there() {
    given::<Meeting>(NOTHING).when(Ask::Announce).then_refused(Why::MeetingNotFound);
}

#[test]
fn a_planned_meeting_is_announced_once() {
    given::<Meeting>([planned()]).when(Ask::Announce).then([ANNOUNCED]);
    given::<Meeting>(announced_meeting()).when(Ask::Announce).then_nothing();
}

fn to_june() -> RescheduleMeeting {
    RescheduleMeeting {
        welcome_at: instant("2023-06-02T07:00:00Z"),
        starts_at: instant("2023-06-02T07:30:00Z"),
        ends_at: instant("2023-06-02T09:30:00Z"),
        place: None,
    }
}

fn moved() -> Then {
    let RescheduleMeeting { welcome_at, starts_at, ends_at, place } = to_june();
    Then::MeetingRescheduled { welcome_at, starts_at, ends_at, place }
}

#[test]
fn an_announced_meeting_gets_another_date_and_stays_announced() {
    given::<Meeting>(announced_meeting()).when(Ask::Reschedule(to_june())).then([moved()]);
    let state = given::<Meeting>(announced_meeting()).when(Ask::Reschedule(to_june())).state();
    assert_eq!(state.standing(), Some(MeetingState::Announced));
    assert_eq!(state.facts().unwrap().date, day("2023-06-02"));
}

#[test]
fn moving_twice_is_moving_once() {
    given::<Meeting>([planned(), ANNOUNCED, moved()]).when(Ask::Reschedule(to_june())).then_nothing();
}

#[test]
fn the_new_date_keeps_the_welcome_before_the_start() {
    let wrong = RescheduleMeeting { welcome_at: instant("2023-06-02T08:00:00Z"), ..to_june() };
    given::<Meeting>(announced_meeting()).when(Ask::Reschedule(wrong)).then_refused(Why::WelcomeAfterStart);
}

#[test]
fn a_meeting_is_cancelled_with_a_reason_and_a_message() {
    let cancel =
        CancelMeeting { reason: MeetingCancellation::NoInterpreter, message: fr("Pas d'interprète") };
    given::<Meeting>(announced_meeting()).when(Ask::Cancel(cancel.clone())).then([cancelled()]);
    given::<Meeting>([planned(), cancelled()]).when(Ask::Cancel(cancel)).then_nothing();
}

#[test]
fn people_are_told_why_a_meeting_is_cancelled() {
    let cancel =
        CancelMeeting { reason: MeetingCancellation::Circumstances, message: kernel::Localized::default() };
    given::<Meeting>([planned()]).when(Ask::Cancel(cancel)).then_refused(Why::MeetingMessageMissing);
}

#[test]
fn nobody_attends_a_cancelled_meeting() {
    given::<Meeting>([planned(), ANNOUNCED, cancelled()])
        .when(name(Some(BEA), None))
        .then_refused(Why::MeetingCancelled);
    given::<Meeting>([planned(), ANNOUNCED, cancelled()])
        .when(count("sfb", 2))
        .then_refused(Why::MeetingCancelled);
}

// Its agenda.

#[test]
fn a_member_proposes_an_item() {
    given::<Meeting>([planned()]).when(propose("Couture")).then([proposed()]);
    given::<Meeting>([planned(), proposed()]).when(propose("Couture")).then_nothing();
}

#[test]
fn needs_heard_at_the_desk_propose_an_item() {
    let source = from_need("NET.CREATE", 7);
    given::<Meeting>([planned()])
        .when(Ask::ProposeItem(ProposeAgendaItem {
            item: SEWING,
            title: fr("Atelier"),
            source: source.clone(),
        }))
        .then([Then::AgendaItemProposed { item: SEWING, title: fr("Atelier"), source }]);
}

#[test]
fn a_sensitive_need_of_few_people_is_not_put_on_an_agenda() {
    let few = |code, expressions| {
        let source = from_need(code, expressions);
        Ask::ProposeItem(ProposeAgendaItem { item: SEWING, title: fr("Carte"), source })
    };
    given::<Meeting>([planned()]).when(few("HEA.AMU", 4)).then_refused(Why::AgendaNeedTooRare { least: 5 });
    given::<Meeting>([planned()])
        .when(few("NET.CREATE", 0))
        .then_refused(Why::AgendaNeedTooRare { least: 1 });
    assert!(given::<Meeting>([planned()]).when(few("HEA.AMU", 5)).state().program().is_some());
}

#[test]
fn an_item_has_a_title() {
    let untitled = ProposeAgendaItem {
        item: SEWING,
        title: kernel::Localized::default(),
        source: from_need("NET.CREATE", 7),
    };
    given::<Meeting>([planned()]).when(Ask::ProposeItem(untitled)).then_refused(Why::AgendaItemTitleMissing);
}

#[test]
fn one_number_is_one_item() {
    given::<Meeting>([planned(), proposed()])
        .when(propose("Cuisine"))
        .then_refused(Why::AgendaItemAlreadyProposed);
}

#[test]
fn an_agenda_is_bounded() {
    let item = |n: u128| Then::AgendaItemProposed {
        item: kernel::AgendaItemId(Uuid::from_u128(0x1000 + n)),
        title: fr("Point"),
        source: from_need("NET.CREATE", 7),
    };
    given::<Meeting>(std::iter::once(planned()).chain((0..100).map(item)))
        .when(propose("Un de trop"))
        .then_refused(Why::MeetingTooMany { most: 100 });
}

#[test]
fn an_item_is_accepted_or_deferred() {
    let accepted = Then::AgendaItemAccepted { item: SEWING };
    let deferred = Then::AgendaItemDeferred { item: SEWING, to: None };
    let accept = || Ask::AcceptItem(AcceptAgendaItem { item: SEWING });
    let defer = || Ask::DeferItem(DeferAgendaItem { item: SEWING, to: None });
    given::<Meeting>([planned(), proposed()]).when(accept()).then([accepted.clone()]);
    given::<Meeting>([planned(), proposed(), accepted.clone()]).when(accept()).then_nothing();
    given::<Meeting>([planned(), proposed(), accepted]).when(defer()).then([deferred.clone()]);
    given::<Meeting>([planned(), proposed(), deferred]).when(defer()).then_nothing();
}

#[test]
fn only_items_of_the_agenda_are_accepted_or_deferred() {
    given::<Meeting>([planned()])
        .when(Ask::AcceptItem(AcceptAgendaItem { item: SEWING }))
        .then_refused(Why::AgendaItemNotFound);
    given::<Meeting>([planned()])
        .when(Ask::DeferItem(DeferAgendaItem { item: SEWING, to: None }))
        .then_refused(Why::AgendaItemNotFound);
}

#[test]
fn an_item_is_deferred_to_one_meeting() {
    let to = |to| Ask::DeferItem(DeferAgendaItem { item: SEWING, to: Some(to) });
    let deferred = Then::AgendaItemDeferred { item: SEWING, to: Some(JUNE) };
    let history = [planned(), proposed(), deferred];
    given::<Meeting>(history.clone()).when(to(JUNE)).then_nothing();
    given::<Meeting>(history).when(to(APRIL)).then_refused(Why::AgendaItemAlreadyDeferred);
}

// Its seats.

#[test]
fn a_member_or_nobody_in_particular_registers() {
    given::<Meeting>(announced_meeting()).when(register(SEAT, Some(BEA))).then([registered(SEAT, Some(BEA))]);
    given::<Meeting>(announced_meeting()).when(register(SEAT, None)).then([registered(SEAT, None)]);
}

#[test]
fn registering_twice_is_registering_once() {
    given::<Meeting>([planned(), ANNOUNCED, registered(SEAT, Some(BEA))])
        .when(register(SEAT, Some(BEA)))
        .then_nothing();
}

#[test]
fn a_member_has_one_seat() {
    let other = RegistrationId(Uuid::from_u128(0x41));
    given::<Meeting>([planned(), ANNOUNCED, registered(SEAT, Some(BEA))])
        .when(register(other, Some(BEA)))
        .then_refused(Why::MeetingAlreadyRegistered);
}

#[test]
fn nobody_registers_for_a_meeting_that_is_not_announced() {
    given::<Meeting>([planned()]).when(register(SEAT, None)).then_refused(Why::MeetingNotAnnounced);
}

#[test]
fn nobody_needs_a_seat_once_a_meeting_has_begun() {
    given::<Meeting>(open_meeting()).when(register(SEAT, None)).then_refused(Why::MeetingAlreadyOpen);
}

#[test]
fn a_seat_given_back_is_free_again() {
    let one_place = planned_as(PlanMeeting { places: Some(1), ..may() });
    let other = RegistrationId(Uuid::from_u128(0x41));
    let back = Then::RegistrationCancelled { registration: SEAT };
    let give_back = || Ask::CancelRegistration(CancelMeetingRegistration { registration: SEAT });
    let full = [one_place, ANNOUNCED, registered(SEAT, None)];
    given::<Meeting>(full.clone()).when(register(other, None)).then_refused(Why::MeetingFull { places: 1 });
    given::<Meeting>(full.clone()).when(give_back()).then([back.clone()]);
    let freed: Vec<Then> = full.into_iter().chain([back]).collect();
    given::<Meeting>(freed.clone()).when(give_back()).then_nothing();
    given::<Meeting>(freed).when(register(other, None)).then([registered(other, None)]);
}

#[test]
fn only_kept_seats_are_given_back() {
    given::<Meeting>(announced_meeting())
        .when(Ask::CancelRegistration(CancelMeetingRegistration { registration: SEAT }))
        .then_refused(Why::MeetingRegistrationNotFound);
}

#[test]
fn a_seat_brings_a_bounded_number_of_children() {
    let crowd = RegisterForMeeting { registration: SEAT, member: None, interpreter: None, children: 21 };
    given::<Meeting>(announced_meeting())
        .when(Ask::Register(crowd))
        .then_refused(Why::MeetingTooMany { most: 20 });
}

// Those who come.

#[test]
fn an_announced_meeting_opens_on_its_day() {
    given::<Meeting>(announced_meeting()).at("2023-05-25T22:00:00Z").when(Ask::Open).then([OPENED]);
    given::<Meeting>(open_meeting()).when(Ask::Open).then_nothing();
}

#[test]
fn a_meeting_does_not_open_the_day_before() {
    given::<Meeting>(announced_meeting())
        .at("2023-05-25T21:59:59Z")
        .when(Ask::Open)
        .then_refused(Why::MeetingNotToday { date: day("2023-05-26") });
}

#[test]
fn somebody_who_agreed_is_named_once() {
    given::<Meeting>(open_meeting()).when(name(Some(BEA), None)).then([came(Some(BEA), None)]);
    given::<Meeting>(open_with([came(Some(BEA), None)])).when(name(Some(BEA), None)).then_nothing();
}

#[test]
fn somebody_who_comes_after_the_start_is_counted() {
    let late = given::<Meeting>(open_with([came(Some(BEA), None)]))
        .at("2023-05-26T09:00:00Z")
        .when(name(Some(KARIM), None))
        .state();
    assert_eq!(late.gathering().unwrap().total(), 2);
}

#[test]
fn a_member_who_is_also_a_person_is_one_human_being() {
    let both = came(Some(BEA), Some(YASMINE));
    given::<Meeting>(open_with([came(Some(BEA), None)]))
        .when(name(Some(BEA), Some(YASMINE)))
        .then([both.clone()]);
    let state = Meeting::after_all(open_with([came(Some(BEA), None), came(None, Some(YASMINE)), both]));
    assert_eq!(state.gathering().unwrap().total(), 1);
}

#[test]
fn two_members_are_not_one_person() {
    given::<Meeting>(open_with([came(Some(BEA), Some(YASMINE))]))
        .when(name(Some(KARIM), Some(YASMINE)))
        .then_refused(Why::AttendeeMismatch);
    given::<Meeting>(open_with([came(Some(BEA), Some(YASMINE))]))
        .when(name(Some(BEA), Some(NORA)))
        .then_refused(Why::AttendeeMismatch);
}

#[test]
fn nobody_is_named_without_their_agreement() {
    let unasked = RecordAttendance { member: Some(BEA), person: None, named: false, language: None };
    given::<Meeting>(open_meeting())
        .when(Ask::RecordAttendance(unasked))
        .then_refused(Why::AttendanceWithoutOptIn);
}

#[test]
fn somebody_is_meant_by_an_attendance() {
    given::<Meeting>(open_meeting()).when(name(None, None)).then_refused(Why::AttendeeMissing);
}

#[test]
fn those_without_a_name_are_counted_by_language() {
    given::<Meeting>(open_meeting()).when(count("sfb", 2)).then([counted("sfb", 2)]);
    given::<Meeting>(open_with([counted("sfb", 2)])).when(count("sfb", 3)).then([counted("sfb", 3)]);
}

#[test]
fn counting_twice_is_counting_once() {
    given::<Meeting>(open_with([counted("sfb", 2)])).when(count("sfb", 2)).then_nothing();
    let state = Meeting::after_all(open_with([counted("sfb", 2), counted("sfb", 3), counted("ara", 1)]));
    assert_eq!(state.gathering().unwrap().total(), 4);
}

#[test]
fn a_count_is_bounded() {
    given::<Meeting>(open_meeting())
        .when(count("fra", 5_001))
        .then_refused(Why::MeetingTooMany { most: 5_000 });
}

#[test]
fn the_named_are_bounded() {
    let crowd = (0..500).map(|n| came(Some(member(n)), None));
    given::<Meeting>(open_with(crowd))
        .when(name(Some(BEA), None))
        .then_refused(Why::MeetingTooMany { most: 500 });
}

#[test]
fn somebody_noted_in_error_is_not_counted() {
    let error = AttendanceWithdrawal::NotedInError;
    let history = open_with([came(Some(BEA), None)]);
    given::<Meeting>(history.clone()).when(take_back(BEA, error)).then([taken_back(BEA, error)]);
    let state = given::<Meeting>(history).when(take_back(BEA, error)).state();
    assert_eq!(state.gathering().unwrap().total(), 0);
}

#[test]
fn somebody_who_takes_their_name_back_stays_counted() {
    let unnamed = AttendanceWithdrawal::NoLongerNamed;
    let history = held_with([came(Some(BEA), None), counted("und", 2), drafted(), APPROVED, published()]);
    given::<Meeting>(history.clone())
        .when(take_back(BEA, unnamed))
        .then([taken_back(BEA, unnamed), counted("und", 3)]);
    let state = given::<Meeting>(history).when(take_back(BEA, unnamed)).state();
    assert_eq!(state.gathering().unwrap().total(), 3);
    assert!(state.gathering().unwrap().named.is_empty());
}

#[test]
fn a_name_is_taken_back_once() {
    let error = AttendanceWithdrawal::NotedInError;
    given::<Meeting>(open_with([came(Some(BEA), None), taken_back(BEA, error)]))
        .when(take_back(BEA, error))
        .then_nothing();
    given::<Meeting>(open_meeting()).when(take_back(BEA, error)).then_refused(Why::AttendanceNotFound);
}

#[test]
fn nobody_attends_before_the_meeting_is_open() {
    given::<Meeting>(announced_meeting()).when(name(Some(BEA), None)).then_refused(Why::MeetingNotOpen);
    given::<Meeting>([planned()]).when(count("fra", 1)).then_refused(Why::MeetingNotOpen);
}

#[test]
fn the_paper_list_is_copied_until_the_minutes_are_approved() {
    given::<Meeting>(held_with([drafted()])).when(name(Some(BEA), None)).then([came(Some(BEA), None)]);
    given::<Meeting>(held_with([drafted(), APPROVED]))
        .when(name(Some(BEA), None))
        .then_refused(Why::AttendanceSettled);
    given::<Meeting>(held_with([drafted(), APPROVED]))
        .when(count("fra", 1))
        .then_refused(Why::AttendanceSettled);
}

// What they decide.

#[test]
fn a_decision_is_taken_by_consensus() {
    let consensus = DecisionMethod::Consensus;
    given::<Meeting>(open_meeting()).when(decide(consensus, None)).then([decided(consensus, None)]);
    given::<Meeting>(open_with([decided(consensus, None)])).when(decide(consensus, None)).then_nothing();
    given::<Meeting>(held_with([])).when(decide(consensus, None)).then_refused(Why::MeetingAlreadyHeld);
}

#[test]
fn a_decision_is_taken_by_vote() {
    let vote = DecisionMethod::Vote;
    given::<Meeting>(open_with([counted("fra", 6)]))
        .when(decide(vote, votes(4, 1, 1)))
        .then([decided(vote, votes(4, 1, 1))]);
}

#[test]
fn a_vote_has_a_count() {
    given::<Meeting>(open_meeting())
        .when(decide(DecisionMethod::Vote, None))
        .then_refused(Why::VoteCountMissing);
}

#[test]
fn a_tie_decides_nothing() {
    given::<Meeting>(open_with([counted("fra", 6)]))
        .when(decide(DecisionMethod::Vote, votes(3, 3, 0)))
        .then_refused(Why::VoteNotCarried);
}

#[test]
fn nobody_votes_twice() {
    given::<Meeting>(open_with([counted("fra", 6)]))
        .when(decide(DecisionMethod::Vote, votes(5, 1, 1)))
        .then_refused(Why::VotesExceedAttendance { votes: 7, present: 6 });
}

#[test]
fn a_consensus_has_nobody_against() {
    given::<Meeting>(open_with([counted("fra", 6)]))
        .when(decide(DecisionMethod::Consensus, votes(5, 1, 0)))
        .then_refused(Why::NotAConsensus);
}

#[test]
fn a_decision_has_a_text() {
    let silent = TakeDecision {
        decision: NO_PHOTO,
        text: kernel::Localized::default(),
        method: DecisionMethod::Consensus,
        votes: None,
        item: None,
    };
    given::<Meeting>(open_meeting()).when(Ask::TakeDecision(silent)).then_refused(Why::DecisionTextMissing);
}

#[test]
fn a_decision_answers_an_item_of_the_agenda() {
    let stray = TakeDecision {
        decision: NO_PHOTO,
        text: fr("Pas de photo"),
        method: DecisionMethod::Consensus,
        votes: None,
        item: Some(SEWING),
    };
    given::<Meeting>(open_meeting()).when(Ask::TakeDecision(stray)).then_refused(Why::AgendaItemNotFound);
}

#[test]
fn one_number_is_one_decision() {
    given::<Meeting>(open_with([decided(DecisionMethod::Consensus, None), counted("fra", 6)]))
        .when(decide(DecisionMethod::Vote, votes(4, 1, 1)))
        .then_refused(Why::DecisionAlreadyTaken);
}

#[test]
fn a_commitment_is_made_in_the_meeting() {
    let commit = || Ask::MakeCommitment(find_a_teacher("2023-06-20"));
    given::<Meeting>(open_meeting()).when(commit()).then([committed("2023-06-20")]);
    given::<Meeting>(open_with([committed("2023-06-20")])).when(commit()).then_nothing();
    given::<Meeting>(open_with([committed("2023-06-20"), CLOSED])).when(commit()).then_nothing();
}

#[test]
fn a_commitment_is_due_from_the_day_of_the_meeting_on() {
    let commit = |due| Ask::MakeCommitment(find_a_teacher(due));
    given::<Meeting>(open_meeting()).when(commit("2023-05-26")).then([committed("2023-05-26")]);
    given::<Meeting>(open_meeting()).when(commit("2023-05-25")).then_refused(Why::CommitmentDueBeforeMeeting);
    given::<Meeting>(open_meeting())
        .when(commit("2028-05-27"))
        .then_refused(Why::CommitmentDueTooFar { years: 5 });
}

// Its end, and its minutes.

#[test]
fn a_meeting_closes_once() {
    given::<Meeting>(open_meeting()).when(Ask::Close).then([CLOSED]);
    given::<Meeting>(held_with([])).when(Ask::Close).then_nothing();
    given::<Meeting>(announced_meeting()).when(Ask::Close).then_refused(Why::MeetingNotOpen);
}

#[test]
fn a_meeting_that_is_over_does_not_begin_again() {
    given::<Meeting>(held_with([])).when(Ask::Open).then_refused(Why::MeetingAlreadyHeld);
    given::<Meeting>(held_with([])).when(propose("Trop tard")).then_refused(Why::MeetingAlreadyHeld);
}

#[test]
fn minutes_are_written_after_the_meeting() {
    given::<Meeting>(held_with([])).when(draft("On a parlé de couture")).then([drafted()]);
    given::<Meeting>(open_meeting()).when(draft("Déjà")).then_refused(Why::MeetingNotHeld);
    given::<Meeting>(announced_meeting()).when(draft("Déjà")).then_refused(Why::MeetingNotHeld);
}

#[test]
fn minutes_are_written_once_then_corrected() {
    given::<Meeting>(held_with([drafted()])).when(draft("On a parlé de couture")).then_nothing();
    given::<Meeting>(held_with([drafted()]))
        .when(draft("Autre chose"))
        .then_refused(Why::MinutesAlreadyDrafted);
    given::<Meeting>(held_with([drafted()])).when(correct("Mieux dit")).then([corrected("Mieux dit")]);
    given::<Meeting>(held_with([drafted(), corrected("Mieux dit")]))
        .when(correct("Mieux dit"))
        .then_nothing();
}

#[test]
fn minutes_have_a_text() {
    let silent = DraftMinutes { text: kernel::Localized::default() };
    given::<Meeting>(held_with([])).when(Ask::DraftMinutes(silent)).then_refused(Why::MinutesTextMissing);
}

#[test]
fn minutes_that_are_not_written_are_not_corrected_approved_or_published() {
    let awaited = || given::<Meeting>(held_with([]));
    awaited().when(correct("Mieux dit")).then_refused(Why::MinutesNotDrafted);
    awaited().when(approve(JUNE, june_as(MeetingState::Open))).then_refused(Why::MinutesNotDrafted);
    awaited().when(publish(&[MinutesLanguage::Fr], &[])).then_refused(Why::MinutesNotDrafted);
}

#[test]
fn a_later_meeting_approves_the_minutes() {
    for state in [MeetingState::Open, MeetingState::Held] {
        given::<Meeting>(held_with([drafted()])).when(approve(JUNE, june_as(state))).then([APPROVED]);
    }
    given::<Meeting>(held_with([drafted(), APPROVED]))
        .when(approve(JUNE, june_as(MeetingState::Open)))
        .then_nothing();
}

#[test]
fn no_meeting_approves_its_own_minutes_nor_those_of_a_later_one() {
    let own = Meeting::after_all(held_with([])).facts().unwrap();
    given::<Meeting>(held_with([drafted()]))
        .when(approve(MAY, own))
        .then_refused(Why::MinutesNeedLaterMeeting);
}

#[test]
fn a_meeting_that_has_not_begun_approves_nothing() {
    for state in [MeetingState::Planned, MeetingState::Announced, MeetingState::Cancelled] {
        given::<Meeting>(held_with([drafted()]))
            .when(approve(JUNE, june_as(state)))
            .then_refused(Why::MinutesApprovalTooEarly);
    }
}

#[test]
fn minutes_are_approved_once() {
    let july = kernel::MeetingId(Uuid::from_u128(7));
    given::<Meeting>(held_with([drafted(), APPROVED]))
        .when(approve(july, june_as(MeetingState::Open)))
        .then_refused(Why::MinutesAlreadyApproved);
}

#[test]
fn approved_minutes_are_published() {
    use MinutesLanguage::{Ar, Fr, Nl};
    given::<Meeting>(held_with([drafted(), APPROVED])).when(publish(&[Ar, Fr, Nl], &[])).then([published()]);
    given::<Meeting>(held_with([drafted(), APPROVED, published()]))
        .when(publish(&[Fr, Nl, Ar], &[]))
        .then_nothing();
}

#[test]
fn minutes_that_are_not_approved_are_not_published() {
    given::<Meeting>(held_with([drafted()]))
        .when(publish(&[MinutesLanguage::Fr], &[]))
        .then_refused(Why::MinutesNotApproved);
}

#[test]
fn corrected_minutes_are_approved_again_before_they_are_published() {
    given::<Meeting>(held_with([drafted(), APPROVED, published(), corrected("Mieux dit")]))
        .when(publish(&[MinutesLanguage::Fr], &[]))
        .then_refused(Why::MinutesNotApproved);
}

#[test]
fn minutes_are_published_in_languages_they_have() {
    let approved = || given::<Meeting>(held_with([drafted(), APPROVED]));
    approved().when(publish(&[], &[])).then_refused(Why::MinutesLanguageMissing);
    approved()
        .when(publish(&[MinutesLanguage::Fr, MinutesLanguage::En], &[]))
        .then_refused(Why::MinutesNotTranslated { language: MinutesLanguage::En });
}

#[test]
fn what_is_blacked_out_lies_in_the_published_text() {
    let hide = |language, from, until| Redaction { language, from, until };
    let length = u32::try_from("On a parlé de couture".chars().count()).unwrap();
    for wrong in [
        hide(MinutesLanguage::Fr, 3, 3),
        hide(MinutesLanguage::Fr, 0, length + 1),
        hide(MinutesLanguage::Nl, 0, 1),
    ] {
        given::<Meeting>(held_with([drafted(), APPROVED]))
            .when(publish(&[MinutesLanguage::Fr], &[wrong]))
            .then_refused(Why::MinutesRedactionOutside);
    }
    let whole = hide(MinutesLanguage::Fr, 0, length);
    given::<Meeting>(held_with([drafted(), APPROVED]))
        .when(publish(&[MinutesLanguage::Fr], &[whole]))
        .then([Then::MinutesPublished { languages: vec![MinutesLanguage::Fr], redactions: vec![whole] }]);
}

/// The state that a history leads to.
trait AfterAll {
    fn after_all(history: Vec<Then>) -> Self;
}

impl AfterAll for Meeting {
    fn after_all(history: Vec<Then>) -> Self {
        <Self as kernel::Decider>::after(history)
    }
}
