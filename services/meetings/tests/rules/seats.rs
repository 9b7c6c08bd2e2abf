//! Its seats.

use super::*;

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
