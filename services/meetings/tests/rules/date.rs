//! Its date.

use super::*;

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
