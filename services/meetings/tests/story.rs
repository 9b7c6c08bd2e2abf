//! April to June 2023: three meetings, nine people in May, a commitment, and published minutes.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod words;

use kernel::{Act, Expected, Party, Projection, StreamId, Thread};
use meetings::meeting::commands::*;
use meetings::meeting::{AttendanceWithdrawal, DecisionMethod, MinutesLanguage, MinutesState, Redaction};
use meetings::{
    Commitment, CommitmentCommand, CommitmentState, MeetingCommand as Ask, MeetingState, Meetings, acts,
    narrate_meeting, regularity,
};
use words::*;

fn network() -> kernel::NetworkId {
    kernel::given::monday_morning().network
}

/// Three meetings planned and announced in spring; April held.
fn spring() -> Paper {
    let mut paper = Paper::default();
    let april = plan_at("2023-04-18T11:00:00Z", "2023-04-18T11:30:00Z", "2023-04-18T13:30:00Z");
    let june = plan_at("2023-06-23T07:00:00Z", "2023-06-23T07:30:00Z", "2023-06-23T09:30:00Z");
    for (id, plan) in [(APRIL, april), (MAY, may()), (JUNE, june)] {
        assert_eq!(paper.ask("2023-04-01T08:00:00Z", id, Ask::Plan(plan)), Ok(vec!["MeetingPlanned"]));
        assert_eq!(paper.ask("2023-04-02T08:00:00Z", id, Ask::Announce), Ok(vec!["MeetingAnnounced"]));
    }
    paper.ask("2023-04-18T11:00:00Z", APRIL, Ask::Open).unwrap();
    paper.ask("2023-04-18T12:00:00Z", APRIL, count("fra", 5)).unwrap();
    paper.ask("2023-04-18T13:30:00Z", APRIL, Ask::Close).unwrap();
    paper
}

/// The May meeting: nine people, a decision, a commitment, drafted minutes.
fn after_may() -> Paper {
    let mut paper = spring();
    let at = "2023-05-26T07:45:00Z";
    let need = ProposeAgendaItem { item: SEWING, title: fr("Atelier"), source: from_need("NET.CREATE", 7) };
    paper.ask("2023-05-10T08:00:00Z", MAY, Ask::ProposeItem(need)).unwrap();
    paper.ask("2023-05-11T08:00:00Z", MAY, register(SEAT, Some(BEA))).unwrap();
    assert_eq!(paper.ask("2023-05-26T06:50:00Z", MAY, Ask::Open), Ok(vec!["MeetingOpened"]));
    for n in 0..5 {
        assert_eq!(paper.ask(at, MAY, name(Some(member(n)), None)), Ok(vec!["AttendanceRecorded"]));
    }
    // The sixth joins after the start.
    paper.ask("2023-05-26T08:30:00Z", MAY, name(None, Some(YASMINE))).unwrap();
    for (language, people) in [("sfb", 2), ("ara", 1), ("sfb", 2), ("ara", 1)] {
        paper.ask(at, MAY, count(language, people)).unwrap();
    }
    assert_eq!(
        paper.ask(at, MAY, decide(DecisionMethod::Consensus, votes(9, 0, 0))),
        Ok(vec!["DecisionTaken"])
    );
    let commit =
        acts::make_commitment(paper.command(), &network(), MAY, Expected::Any, find_a_teacher("2023-06-20"));
    assert_eq!(paper.act(at, commit.unwrap()), Ok(vec!["CommitmentMade", "CommitmentMade"]));
    paper.ask("2023-05-26T09:30:00Z", MAY, Ask::Close).unwrap();
    paper.ask("2023-05-30T09:30:00Z", MAY, draft("On a parlé de couture")).unwrap();
    paper
}

fn approve_in_june(paper: &mut Paper, at: &str) -> Result<Vec<&'static str>, String> {
    let approval = ApproveMinutes { at: JUNE };
    let act = acts::approve_minutes(paper.command(), &network(), MAY, Expected::Any, approval).unwrap();
    paper.act(at, act)
}

/// The June meeting: the commitment is fulfilled, the minutes of May are approved and published.
fn after_june() -> Paper {
    let mut paper = after_may();
    let at = "2023-06-23T08:00:00Z";
    paper.ask("2023-06-23T07:00:00Z", JUNE, Ask::Open).unwrap();
    paper.ask(at, JUNE, count("fra", 7)).unwrap();
    let stream = StreamId::new(&network(), "commitment", TEACHER);
    let fulfil =
        Act::on::<Commitment>(paper.command(), stream, Expected::Any, CommitmentCommand::Fulfil).unwrap();
    assert_eq!(paper.act(at, fulfil), Ok(vec!["CommitmentFulfilled"]));
    assert_eq!(approve_in_june(&mut paper, at), Ok(vec!["MinutesApproved"]));
    let languages = [MinutesLanguage::Fr, MinutesLanguage::Nl, MinutesLanguage::Ar];
    assert_eq!(paper.ask(at, MAY, publish(&languages, &[])), Ok(vec!["MinutesPublished"]));
    paper.ask("2023-06-23T09:30:00Z", JUNE, Ask::Close).unwrap();
    paper
}

#[test]
fn nine_people_came_in_may_and_never_twelve() {
    let attendance = after_may().meeting(MAY).attendance;
    assert_eq!((attendance.total, attendance.named, attendance.anonymous), (9, 6, 3));
    let by_language: Vec<(String, u32)> =
        attendance.by_language.iter().map(|known| (known.language.to_string(), known.count)).collect();
    assert_eq!(by_language, [("ara".to_owned(), 1), ("sfb".to_owned(), 2)]);
}

#[test]
fn there_was_a_meeting_in_each_month_of_spring() {
    let paper = after_june();
    let rows = [APRIL, MAY, JUNE].map(|id| paper.meeting(id));
    let zone = "Europe/Brussels".parse().unwrap();
    let spring = regularity(&rows, day("2023-04-01"), day("2023-06-30"), zone).unwrap();
    assert_eq!((spring.months_with_meeting, spring.months_in_all), (3, 3));
    let attendance: Vec<u32> = spring.months.iter().map(|month| month.attendance).collect();
    assert_eq!(attendance, [5, 9, 7]);
}

#[test]
fn the_commitment_is_followed_to_june() {
    let may = after_may();
    let open = may.commitment(TEACHER);
    assert_eq!((open.state, open.owner, open.meeting), (CommitmentState::Open, BEA, MAY));
    assert_eq!(may.meeting(MAY).commitments, [TEACHER]);
    assert_eq!(after_june().commitment(TEACHER).state, CommitmentState::Fulfilled);
}

#[test]
fn published_minutes_list_ids_of_those_who_agreed_and_nothing_else() {
    let row = after_june().meeting(MAY);
    assert_eq!((row.state, row.minutes_state), (MeetingState::Held, MinutesState::Published));
    let published = row.published.expect("the minutes are published");
    assert_eq!((published.total, published.anonymous, published.attendees.len()), (9, 3, 6));
    assert!(published.text.fr.is_some() && published.text.nl.is_some() && published.text.ar.is_some());
    assert!(published.text.en.is_none());
}

#[test]
fn a_name_taken_back_leaves_the_published_minutes_and_the_count_stays() {
    let mut paper = after_june();
    let back = take_back(member(1), AttendanceWithdrawal::NoLongerNamed);
    paper.ask("2023-07-01T08:00:00Z", MAY, back).unwrap();
    let published = paper.meeting(MAY).published.expect("the minutes stay published");
    assert_eq!((published.total, published.anonymous, published.attendees.len()), (9, 4, 5));
    assert!(published.attendees.iter().all(|known| known.member != Some(member(1))));
}

#[test]
fn blacked_out_passages_are_not_in_the_published_text() {
    let mut paper = after_june();
    let hide = Redaction { language: MinutesLanguage::Fr, from: 14, until: 21 };
    paper.ask("2023-07-01T08:00:00Z", MAY, publish(&[MinutesLanguage::Fr], &[hide])).unwrap();
    let published = paper.meeting(MAY).published.expect("the minutes are published");
    assert_eq!(published.text.fr.unwrap().as_str(), "On a parlé de ███████");
    assert!(published.text.nl.is_none());
}

#[test]
fn the_minutes_wait_for_whoever_must_move() {
    let waits = |paper: &Paper| Meetings::waiting(&paper.meeting(MAY)).map(|w| (w.on, w.what));
    let mut paper = after_may();
    assert_eq!(waits(&paper), Some((Party::Member, "approveMinutes".to_owned())));
    paper.ask("2023-06-23T07:00:00Z", JUNE, Ask::Open).unwrap();
    approve_in_june(&mut paper, "2023-06-23T08:00:00Z").unwrap();
    assert_eq!(waits(&paper), Some((Party::Coordinator, "publishMinutes".to_owned())));
    assert_eq!(waits(&after_june()), None);
    let april = Meetings::waiting(&paper.meeting(APRIL)).expect("April has no minutes");
    assert_eq!((april.on, april.what.as_str()), (Party::Host, "draftMinutes"));
    assert_eq!(april.since, kernel::given::instant("2023-04-18T13:30:00Z"));
}

#[test]
fn minutes_that_are_not_approved_are_not_published() {
    let mut paper = after_may();
    let publication = publish(&[MinutesLanguage::Fr], &[]);
    assert_eq!(paper.ask("2023-06-01T08:00:00Z", MAY, publication), Err("MINUTES_NOT_APPROVED".to_owned()));
}

#[test]
fn only_a_later_meeting_that_has_begun_approves() {
    let mut paper = after_may();
    let at = "2023-06-01T08:00:00Z";
    assert_eq!(approve_in_june(&mut paper, at), Err("MINUTES_APPROVAL_TOO_EARLY".to_owned()));
    for (meeting, code) in [
        (MAY, "MINUTES_NEED_LATER_MEETING"),
        (APRIL, "MINUTES_NEED_LATER_MEETING"),
        (kernel::MeetingId(uuid::Uuid::from_u128(0xDEAD)), "MEETING_NOT_FOUND"),
    ] {
        let approval = ApproveMinutes { at: meeting };
        let act = acts::approve_minutes(paper.command(), &network(), MAY, Expected::Any, approval);
        assert_eq!(paper.act(at, act.unwrap()), Err(code.to_owned()));
    }
}

#[test]
fn a_commitment_needs_an_open_meeting_and_begins_with_it_or_not_at_all() {
    let mut paper = after_may();
    let other = MakeCommitment {
        commitment: kernel::CommitmentId(uuid::Uuid::from_u128(0x31)),
        ..find_a_teacher("2023-06-20")
    };
    for (meeting, code) in [(MAY, "MEETING_ALREADY_HELD"), (JUNE, "MEETING_NOT_OPEN")] {
        let act = acts::make_commitment(paper.command(), &network(), meeting, Expected::Any, other.clone())
            .unwrap();
        assert_eq!(paper.act("2023-05-27T08:00:00Z", act), Err(code.to_owned()));
    }
    assert_eq!(paper.commitments.len(), 1, "no other commitment was recorded");
}

#[test]
fn one_number_is_not_two_commitments() {
    let mut paper = after_may();
    let again = find_a_teacher("2023-06-20");
    let other = MakeCommitment { owner: KARIM, ..again.clone() };
    for (input, expected) in [(again, Ok(vec![])), (other, Err("COMMITMENT_ALREADY_MADE".to_owned()))] {
        let act = acts::make_commitment(paper.command(), &network(), MAY, Expected::Any, input).unwrap();
        assert_eq!(paper.act("2023-05-27T08:00:00Z", act), expected);
    }
}

#[test]
fn a_commitment_is_carried_over_to_june() {
    let mut paper = after_may();
    let to = |to| meetings::commitment::commands::CarryOverCommitment { to };
    let act = acts::carry_over_commitment(paper.command(), &network(), TEACHER, Expected::Any, to(JUNE));
    assert_eq!(paper.act("2023-06-21T08:00:00Z", act.unwrap()), Ok(vec!["CommitmentCarriedOver"]));
    assert_eq!(paper.commitment(TEACHER).due, day("2023-06-23"));
    let unknown = kernel::MeetingId(uuid::Uuid::from_u128(0xDEAD));
    let act = acts::carry_over_commitment(paper.command(), &network(), TEACHER, Expected::Any, to(unknown));
    assert_eq!(paper.act("2023-06-21T08:00:00Z", act.unwrap()), Err("MEETING_NOT_FOUND".to_owned()));
}

#[test]
fn an_item_deferred_to_june_is_proposed_there_with_its_need() {
    let mut paper = spring();
    let at = "2023-05-10T08:00:00Z";
    let source = from_need("NET.CREATE", 7);
    paper
        .ask(at, MAY, Ask::ProposeItem(ProposeAgendaItem { item: SEWING, title: fr("Atelier"), source }))
        .unwrap();
    let mut defer = |to| {
        let input = DeferAgendaItem { item: SEWING, to };
        let act = acts::defer_agenda_item(paper.command(), &network(), MAY, Expected::Any, input).unwrap();
        paper.act(at, act)
    };
    assert_eq!(defer(Some(MAY)), Err("AGENDA_ITEM_DEFERRED_TO_SAME".to_owned()));
    assert_eq!(defer(Some(APRIL)), Err("MEETING_ALREADY_HELD".to_owned()));
    assert_eq!(defer(Some(JUNE)), Ok(vec!["AgendaItemDeferred", "AgendaItemProposed"]));
    assert_eq!(defer(Some(JUNE)), Ok(vec![]));
    let item = &paper.meeting(JUNE).agenda[0];
    assert_eq!(item.need.map(|need| need.expressions), Some(7));
    assert_eq!(paper.meeting(MAY).agenda[0].deferred_to, Some(JUNE));
}

#[test]
fn only_the_attendance_of_a_person_is_on_their_path() {
    let paper = after_may();
    let threads: Vec<Thread> =
        paper.meetings.iter().flat_map(|event| narrate_meeting(&event.event).threads).collect();
    assert_eq!(threads, [Thread::OnlyThis(YASMINE)]);
}

#[test]
fn a_calendar_finds_what_it_needs_in_a_row() {
    let row = after_may().meeting(JUNE);
    assert_eq!(row.welcome_at, kernel::given::instant("2023-06-23T07:00:00Z"));
    assert_eq!((row.time_zone.to_string().as_str(), row.month.as_str()), ("Europe/Brussels", "2023-06"));
    assert_eq!(row.version, 2);
}
