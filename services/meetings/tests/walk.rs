//! Whatever is asked in whatever order, meetings and commitments stay valid, and what people see
//! agrees with what the rules know.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod words;

use chrono::TimeDelta;
use kernel::given::{instant, monday_morning};
use kernel::walk::walk;
use kernel::{Asked, MeetingId, MemberId, PersonId};
use meetings::commitment::commands::{CarriedOver, DropCommitment, PostponeCommitment};
use meetings::meeting::commands::*;
use meetings::meeting::{
    AgendaSource, AttendanceWithdrawal, DecisionMethod, MeetingCancellation, Minutes, MinutesLanguage,
    MinutesState, Redaction, RegistrationId,
};
use meetings::{
    Commitment, CommitmentCommand, CommitmentDropReason, Meeting, MeetingCommand as Ask, MeetingEvent,
    MeetingState,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use uuid::Uuid;
use words::*;

fn some_member() -> impl Strategy<Value = Option<MemberId>> {
    proptest::option::of((0..3_u128).prop_map(member))
}

fn some_person() -> impl Strategy<Value = Option<PersonId>> {
    proptest::option::of((0..3_u128).prop_map(|n| PersonId(Uuid::from_u128(n))))
}

fn language() -> impl Strategy<Value = &'static str> {
    prop_oneof![Just("fra"), Just("sfb"), Just("und")]
}

fn text() -> impl Strategy<Value = kernel::Localized> {
    prop_oneof![Just(fr("Court")), Just(three("Un peu plus long")), Just(kernel::Localized::default())]
}

/// An instant around the day of the May meeting.
fn around() -> impl Strategy<Value = chrono::DateTime<chrono::Utc>> {
    (-40..40_i64).prop_map(|hours| instant("2023-05-26T07:30:00Z") + TimeDelta::hours(hours))
}

fn dates() -> impl Strategy<Value = RescheduleMeeting> {
    (around(), -1..3_i64, -1..30_i64).prop_map(|(starts_at, welcome, length)| RescheduleMeeting {
        welcome_at: starts_at - TimeDelta::hours(welcome),
        starts_at,
        ends_at: starts_at + TimeDelta::hours(length),
        place: None,
    })
}

fn preparation() -> impl Strategy<Value = Ask> {
    let item = || (0..3_u128).prop_map(|n| kernel::AgendaItemId(Uuid::from_u128(n)));
    let seat = || (0..4_u128).prop_map(|n| RegistrationId(Uuid::from_u128(n)));
    let source = prop_oneof![
        Just(AgendaSource::Member(BEA)),
        (0..8_u32).prop_map(|expressions| from_need("HEA.AMU", expressions)),
    ];
    prop_oneof![
        (proptest::option::of(0..3_u32), text()).prop_map(|(places, title)| Ask::Plan(PlanMeeting {
            places,
            title,
            ..may()
        })),
        Just(Ask::Announce),
        dates().prop_map(Ask::Reschedule),
        (item(), text(), source).prop_map(|(item, title, source)| Ask::ProposeItem(ProposeAgendaItem {
            item,
            title,
            source
        })),
        item().prop_map(|item| Ask::AcceptItem(AcceptAgendaItem { item })),
        (item(), proptest::option::of(Just(JUNE)))
            .prop_map(|(item, to)| Ask::DeferItem(DeferAgendaItem { item, to })),
        (seat(), some_member(), 0..3_u32).prop_map(|(registration, member, children)| {
            Ask::Register(RegisterForMeeting { registration, member, interpreter: None, children })
        }),
        seat()
            .prop_map(|registration| { Ask::CancelRegistration(CancelMeetingRegistration { registration }) }),
    ]
}

fn sitting() -> impl Strategy<Value = Ask> {
    let reason =
        prop_oneof![Just(AttendanceWithdrawal::NotedInError), Just(AttendanceWithdrawal::NoLongerNamed)];
    let method = prop_oneof![Just(DecisionMethod::Consensus), Just(DecisionMethod::Vote)];
    let some_votes = proptest::option::of((0..5_u32, 0..3_u32, 0..3_u32));
    prop_oneof![
        Just(Ask::Open),
        (some_member(), some_person(), proptest::bool::weighted(0.9), proptest::option::of(language()))
            .prop_map(|(member, person, named, language)| {
                Ask::RecordAttendance(RecordAttendance {
                    member,
                    person,
                    named,
                    language: language.map(lang),
                })
            }),
        (some_member(), some_person(), reason).prop_map(|(member, person, reason)| {
            Ask::WithdrawAttendance(WithdrawAttendance { member, person, reason })
        }),
        (language(), 0..4_u32).prop_map(|(language, people)| count(language, people)),
        (method, some_votes).prop_map(|(method, counted)| {
            decide(method, counted.and_then(|(yes, no, neither)| votes(yes, no, neither)))
        }),
        Just(Ask::MakeCommitment(find_a_teacher("2023-06-20"))),
        Just(Ask::Close),
    ]
}

fn aftermath() -> impl Strategy<Value = Ask> {
    let languages = prop_oneof![
        Just(vec![MinutesLanguage::Fr]),
        Just(vec![MinutesLanguage::Nl, MinutesLanguage::Fr]),
        Just(vec![]),
    ];
    let redactions = proptest::collection::vec(
        (0..6_u32, 0..20_u32).prop_map(|(from, until)| Redaction {
            language: MinutesLanguage::Fr,
            from,
            until,
        }),
        0..2,
    );
    prop_oneof![
        text().prop_map(|text| Ask::DraftMinutes(DraftMinutes { text })),
        text().prop_map(|text| {
            Ask::CorrectMinutes(CorrectMinutes { text, change: "Une date".parse().unwrap() })
        }),
        Just(approve(JUNE, june_as(MeetingState::Open))),
        (languages, redactions).prop_map(|(languages, redactions)| Ask::PublishMinutes(PublishMinutes {
            languages,
            redactions
        })),
    ]
}

fn anything() -> impl Strategy<Value = (Ask, Asked)> {
    let cancel =
        text().prop_map(|message| Ask::Cancel(CancelMeeting { reason: MeetingCancellation::Other, message }));
    let command = prop_oneof![8 => preparation(), 12 => sitting(), 6 => aftermath(), 1 => cancel];
    (command, around()).prop_map(|(command, at)| (command, Asked { at, now: at, ..monday_morning() }))
}

fn is_valid(meeting: &Meeting, history: &[MeetingEvent]) {
    let row = meeting_row(history);
    assert_eq!(Some(row.state), meeting.standing(), "people see another state");
    assert_eq!(row.version, history.len() as u64);
    let program = meeting.program().expect("something happened, so it is planned");
    assert!(program.welcome_at <= program.starts_at && program.starts_at < program.ends_at);
    assert_eq!((row.starts_at, row.agenda.len()), (program.starts_at, program.agenda.len()));
    let kept = program.seats.values().filter(|seat| !seat.given_back).count();
    assert_eq!(row.registrations.len(), kept);
    assert!(program.places.is_none_or(|places| kept <= places as usize), "more seats than places");
    if let Some(gathering) = meeting.gathering() {
        let named = &gathering.named;
        for (place, one) in named.iter().enumerate() {
            assert!(named[place + 1..].iter().all(|other| !one.is(other)), "somebody is named twice");
        }
        assert_eq!(u64::from(row.attendance.total), gathering.total());
        assert_eq!(row.attendance.total, row.attendance.named + row.attendance.anonymous);
        assert_eq!(&row.attendance.attendees, named);
    }
    if let Meeting::Held(_, _, minutes) = meeting {
        assert_eq!(row.minutes_state, minutes.standing());
        if let Minutes::Published { languages, .. } = minutes {
            let published = row.published.as_ref().expect("published minutes are shown");
            assert_eq!(&published.languages, languages);
            let ids = published.attendees.iter().map(|known| (known.member, known.person));
            assert!(ids.eq(row.attendance.attendees.iter().map(|known| (known.member, known.person))));
        }
    } else {
        assert_eq!(row.minutes_state, MinutesState::Awaited);
    }
}

fn some_commitment_command() -> impl Strategy<Value = (CommitmentCommand, Asked)> {
    let days = (0..60_i64).prop_map(|days| day("2023-06-01") + TimeDelta::days(days));
    let state =
        prop_oneof![Just(MeetingState::Announced), Just(MeetingState::Held), Just(MeetingState::Open)];
    let reason = prop_oneof![Just(CommitmentDropReason::Other), Just(CommitmentDropReason::NotPossible)];
    let command = prop_oneof![
        3 => Just(CommitmentCommand::Make(made("2023-06-20"))),
        1 => Just(CommitmentCommand::Fulfil),
        1 => reason.prop_map(|reason| {
            CommitmentCommand::Drop(DropCommitment { reason, explanation: None })
        }),
        4 => days.prop_map(|due| CommitmentCommand::Postpone(PostponeCommitment { due })),
        4 => (5..8_u128, state).prop_map(|(n, state)| {
            let to = MeetingId(Uuid::from_u128(n));
            CommitmentCommand::CarryOver(CarriedOver { to, there: june_as(state) })
        }),
        4 => Just(CommitmentCommand::FallDue),
    ];
    (command, 0..60_i64).prop_map(|(command, days)| {
        let at = instant("2023-06-01T12:00:00Z") + TimeDelta::days(days);
        (command, Asked { at, now: at, ..monday_morning() })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn a_meeting_stays_valid(commands in proptest::collection::vec(anything(), 0..120)) {
        let start = [(Ask::Plan(may()), monday_morning()), (Ask::Announce, monday_morning())];
        walk::<Meeting>(start.into_iter().chain(commands), is_valid);
    }

    #[test]
    fn a_meeting_from_nothing_stays_valid(commands in proptest::collection::vec(anything(), 0..40)) {
        walk::<Meeting>(commands, is_valid);
    }

    #[test]
    fn a_commitment_stays_valid(commands in proptest::collection::vec(some_commitment_command(), 0..30)) {
        walk::<Commitment>(commands, |commitment, history| {
            let row = commitment_row(history);
            assert_eq!(Some(row.state), commitment.standing(), "people see another state");
            if let Commitment::Open(pledge) = commitment {
                assert_eq!((row.due, row.overdue), (pledge.due, pledge.overdue));
                assert!(pledge.due >= pledge.made.due, "a commitment never becomes due earlier");
            }
        });
    }
}

/// The walks go far enough to see every state and published minutes: otherwise they would prove
/// little.
#[test]
fn walks_reach_the_end() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let commands = proptest::collection::vec(anything(), 120);
    let mut published = 0;
    for _ in 0..200 {
        let commands = commands.new_tree(&mut runner).unwrap().current();
        let start = [(Ask::Plan(may()), monday_morning()), (Ask::Announce, monday_morning())];
        let history = walk::<Meeting>(start.into_iter().chain(commands), |_, _| {});
        published += usize::from(meeting_row(&history).published.is_some());
    }
    assert!(published >= 5, "{published} of 200 walks reach published minutes");
}
