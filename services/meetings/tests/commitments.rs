//! The rules of a commitment, one sentence each, and when it falls due.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod words;

use chrono::TimeDelta;
use kernel::given::instant;
use kernel::{MeetingId, Party, Projection, Secret, Secrets, given};
use meetings::commitment::commands::{CarriedOver, DropCommitment, PostponeCommitment};
use meetings::{
    Commitment, CommitmentCommand as Ask, CommitmentDropReason as Because, CommitmentEvent as Then,
    CommitmentRefusal as Why, CommitmentState, Commitments, MeetingState, due_commitment,
};
use uuid::Uuid;
use words::*;

const FULFILLED: Then = Then::CommitmentFulfilled {};
const FELL_DUE: Then = Then::CommitmentFellDue {};

fn open() -> Vec<Then> {
    vec![was_made("2023-06-20")]
}

fn drop_it(reason: Because) -> Ask {
    Ask::Drop(DropCommitment { reason, explanation: None })
}

fn dropped(reason: Because) -> Then {
    Then::CommitmentDropped { reason, explanation: None }
}

fn postpone(due: &str) -> Ask {
    Ask::Postpone(PostponeCommitment { due: day(due) })
}

fn carry_to(to: MeetingId, state: MeetingState) -> Ask {
    Ask::CarryOver(CarriedOver { to, there: june_as(state) })
}

fn carried(due: &str) -> Then {
    Then::CommitmentCarriedOver { to: JUNE, due: day(due) }
}

#[test]
fn a_commitment_is_made_once() {
    given::<Commitment>([]).when(Ask::Make(made("2023-06-20"))).then(open());
    given::<Commitment>(open()).when(Ask::Make(made("2023-06-20"))).then_nothing();
    given::<Commitment>([was_made("2023-06-20"), FULFILLED])
        .when(Ask::Make(made("2023-06-20")))
        .then_nothing();
}

#[test]
fn one_number_is_one_commitment() {
    given::<Commitment>(open()).when(Ask::Make(made("2023-06-21"))).then_refused(Why::CommitmentAlreadyMade);
}

#[test]
fn nothing_is_asked_of_a_commitment_that_is_not_there() {
    given::<Commitment>([]).when(Ask::Fulfil).then_refused(Why::CommitmentNotFound);
}

#[test]
fn a_commitment_is_fulfilled_once() {
    given::<Commitment>(open()).when(Ask::Fulfil).then([FULFILLED]);
    given::<Commitment>([was_made("2023-06-20"), FULFILLED]).when(Ask::Fulfil).then_nothing();
}

#[test]
fn a_fulfilled_commitment_is_not_dropped() {
    given::<Commitment>([was_made("2023-06-20"), FULFILLED])
        .when(drop_it(Because::NoLongerNeeded))
        .then_refused(Why::CommitmentAlreadyFulfilled);
}

#[test]
fn a_commitment_is_dropped_with_a_reason() {
    given::<Commitment>(open()).when(drop_it(Because::DoneByOthers)).then([dropped(Because::DoneByOthers)]);
    given::<Commitment>([was_made("2023-06-20"), dropped(Because::DoneByOthers)])
        .when(drop_it(Because::DoneByOthers))
        .then_nothing();
}

#[test]
fn another_reason_is_explained() {
    given::<Commitment>(open()).when(drop_it(Because::Other)).then_refused(Why::CommitmentExplanationMissing);
}

#[test]
fn an_explanation_is_a_secret_to_be_sealed() {
    let explanation = Some(Secret::Clear("Trop fatiguée".parse().unwrap()));
    let mut command = Ask::Drop(DropCommitment { reason: Because::Other, explanation });
    assert_eq!(command.secrets().len(), 1);
    assert!(serde_json::to_string(&command).is_err(), "a clear explanation is written nowhere");
}

#[test]
fn a_dropped_commitment_is_not_fulfilled() {
    given::<Commitment>([was_made("2023-06-20"), dropped(Because::NotPossible)])
        .when(Ask::Fulfil)
        .then_refused(Why::CommitmentAlreadyDropped);
}

#[test]
fn a_commitment_is_postponed_to_a_later_day() {
    let postponed = Then::CommitmentPostponed { due: day("2023-07-01") };
    given::<Commitment>(open()).when(postpone("2023-07-01")).then([postponed.clone()]);
    given::<Commitment>([was_made("2023-06-20"), postponed]).when(postpone("2023-07-01")).then_nothing();
}

#[test]
fn a_commitment_is_not_postponed_to_an_earlier_day() {
    given::<Commitment>(open())
        .when(postpone("2023-06-19"))
        .then_refused(Why::CommitmentDateNotLater { due: day("2023-06-20") });
}

#[test]
fn a_commitment_is_not_postponed_for_ever() {
    given::<Commitment>(open())
        .when(postpone("2029-01-01"))
        .then_refused(Why::CommitmentPostponedTooFar { years: 5 });
}

#[test]
fn a_commitment_is_carried_over_to_the_next_meeting_and_due_there() {
    given::<Commitment>(open()).when(carry_to(JUNE, MeetingState::Announced)).then([carried("2023-06-23")]);
    given::<Commitment>([was_made("2023-06-20"), carried("2023-06-23")])
        .when(carry_to(JUNE, MeetingState::Held))
        .then_nothing();
    given::<Commitment>([was_made("2023-06-30")])
        .when(carry_to(JUNE, MeetingState::Planned))
        .then([carried("2023-06-30")]);
}

#[test]
fn a_commitment_is_not_carried_over_to_the_meeting_it_was_made_in() {
    given::<Commitment>(open())
        .when(carry_to(MAY, MeetingState::Open))
        .then_refused(Why::CommitmentCarriedToSameMeeting);
}

#[test]
fn a_commitment_is_not_carried_over_to_a_meeting_that_is_over() {
    for state in [MeetingState::Held, MeetingState::Cancelled] {
        given::<Commitment>(open())
            .when(carry_to(MeetingId(Uuid::from_u128(9)), state))
            .then_refused(Why::CommitmentMeetingOver);
    }
}

#[test]
fn a_commitment_falls_due_when_its_day_has_passed_at_its_place() {
    given::<Commitment>(open()).at("2023-06-20T22:00:00Z").when(Ask::FallDue).then([FELL_DUE]);
    given::<Commitment>(open())
        .at("2023-06-20T21:59:59Z")
        .when(Ask::FallDue)
        .then_refused(Why::CommitmentNotDue { due: day("2023-06-20") });
    given::<Commitment>([was_made("2023-06-20"), FELL_DUE]).when(Ask::FallDue).then_nothing();
    given::<Commitment>([was_made("2023-06-20"), FULFILLED]).when(Ask::FallDue).then_nothing();
}

#[test]
fn the_platform_asks_once_the_day_has_passed_and_the_deadline_moves_on() {
    let row = commitment_row(&open());
    let due = Commitments::due(&row).expect("an open commitment has a day");
    assert_eq!(due, instant("2023-06-20T22:00:00Z"));
    assert!(due_commitment(&row, due - TimeDelta::seconds(1)).is_none());
    assert!(matches!(due_commitment(&row, due), Some(Ask::FallDue)));

    let late = commitment_row(&[was_made("2023-06-20"), FELL_DUE]);
    assert_eq!(Commitments::due(&late), None);
    assert!(due_commitment(&late, due).is_none());
}

#[test]
fn a_late_commitment_waits_for_its_member_until_it_has_another_day() {
    assert_eq!(Commitments::waiting(&commitment_row(&open())), None);

    let late = commitment_row(&[was_made("2023-06-20"), FELL_DUE]);
    let waiting = Commitments::waiting(&late).expect("a late commitment waits");
    assert_eq!((waiting.on, waiting.since), (Party::Member, instant("2023-06-20T22:00:00Z")));
    assert!(late.overdue);

    let later = commitment_row(&[was_made("2023-06-20"), FELL_DUE, carried("2023-06-23")]);
    assert_eq!(Commitments::waiting(&later), None);
    assert_eq!(Commitments::due(&later), Some(instant("2023-06-23T22:00:00Z")));
    assert_eq!((later.carried_to, later.overdue), (vec![JUNE], false));
}

#[test]
fn a_settled_commitment_leaves_the_inbox_at_once() {
    let row = commitment_row(&[was_made("2023-06-20"), FELL_DUE, dropped(Because::NotPossible)]);
    assert_eq!((row.state, row.drop_reason), (CommitmentState::Dropped, Some(Because::NotPossible)));
    assert_eq!((Commitments::waiting(&row), Commitments::due(&row)), (None, None));
}
