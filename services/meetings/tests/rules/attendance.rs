//! Those who come.

use super::*;

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
    let state = Meeting::after(open_with([came(Some(BEA), None), came(None, Some(YASMINE)), both]));
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
    let state = Meeting::after(open_with([counted("sfb", 2), counted("sfb", 3), counted("ara", 1)]));
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
