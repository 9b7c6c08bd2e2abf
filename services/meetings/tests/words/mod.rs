//! The words the tests are written in: fictional people, the May meeting of 2023 in Brussels.

#![allow(dead_code, unreachable_pub, reason = "each test file uses some of these words")]
#![allow(clippy::unnecessary_wraps, reason = "a word has the type of the field it fills")]

mod paper;

use std::collections::HashMap;

use chrono::NaiveDate;
use kernel::act::{AnyState, Refused};
use kernel::given::{instant, monday_morning};
use kernel::{
    Act, ActorId, AgendaItemId, Asked, CommandId, CommitmentId, Decider, DecisionId, Event, Expected, Halt,
    Language, Localized, MeetingId, MemberId, Meta, PersonId, Position, Projection, Recorded, Scene,
    StreamId,
};
use meetings::commitment::commands::Made;
use meetings::meeting::commands::*;
use meetings::meeting::{
    AgendaNeed, AgendaSource, AttendanceWithdrawal, Attendee, DecisionMethod, MeetingCancellation,
    MeetingFacts, MeetingPlace, MinutesLanguage, Redaction, RegistrationId, Votes,
};
use meetings::{
    Commitment, CommitmentEvent, CommitmentRow, Commitments, Meeting, MeetingCommand, MeetingEvent,
    MeetingRow, MeetingState, Meetings,
};
use uuid::Uuid;

#[allow(unused_imports, reason = "each test file uses some of these words")]
pub use paper::Paper;

pub const APRIL: MeetingId = MeetingId(Uuid::from_u128(0x4));
pub const MAY: MeetingId = MeetingId(Uuid::from_u128(0x5));
pub const JUNE: MeetingId = MeetingId(Uuid::from_u128(0x6));
pub const SEWING: AgendaItemId = AgendaItemId(Uuid::from_u128(0x10));
pub const NO_PHOTO: DecisionId = DecisionId(Uuid::from_u128(0x20));
pub const TEACHER: CommitmentId = CommitmentId(Uuid::from_u128(0x30));
pub const SEAT: RegistrationId = RegistrationId(Uuid::from_u128(0x40));
pub const BEA: MemberId = MemberId(Uuid::from_u128(0xBEA));
pub const KARIM: MemberId = MemberId(Uuid::from_u128(0xCA));
pub const YASMINE: PersonId = PersonId(Uuid::from_u128(0xFA));
pub const NORA: PersonId = PersonId(Uuid::from_u128(0xF0));

pub fn member(n: u128) -> MemberId {
    MemberId(Uuid::from_u128(0xE000 + n))
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub fn lang(code: &str) -> Language {
    code.parse().unwrap()
}

pub fn fr(text: &str) -> Localized {
    Localized { fr: Some(text.parse().unwrap()), ..Localized::default() }
}

pub fn three(text: &str) -> Localized {
    let text = Some(text.parse().unwrap());
    Localized { fr: text.clone(), nl: text.clone(), ar: text, en: None }
}

pub fn place() -> MeetingPlace {
    MeetingPlace { name: "Maison des Tilleuls".parse().unwrap(), address: None, site: None }
}

/// A plan from the three instants of a meeting.
pub fn plan_at(welcome: &str, starts: &str, ends: &str) -> PlanMeeting {
    PlanMeeting {
        title: fr("Rencontre collective"),
        welcome_at: instant(welcome),
        starts_at: instant(starts),
        ends_at: instant(ends),
        time_zone: "Europe/Brussels".parse().unwrap(),
        place: place(),
        languages: vec![lang("fra"), lang("nld")],
        interpreters: vec![lang("sfb")],
        places: None,
    }
}

/// 26 May 2023, 9:30 to 11:30 in Brussels, welcome at 9:00.
pub fn may() -> PlanMeeting {
    plan_at("2023-05-26T07:00:00Z", "2023-05-26T07:30:00Z", "2023-05-26T09:30:00Z")
}

pub fn planned_as(plan: PlanMeeting) -> MeetingEvent {
    MeetingEvent::MeetingPlanned {
        title: plan.title,
        welcome_at: plan.welcome_at,
        starts_at: plan.starts_at,
        ends_at: plan.ends_at,
        time_zone: plan.time_zone,
        place: plan.place,
        languages: plan.languages,
        interpreters: plan.interpreters,
        places: plan.places,
    }
}

pub fn planned() -> MeetingEvent {
    planned_as(may())
}

pub const ANNOUNCED: MeetingEvent = MeetingEvent::MeetingAnnounced {};
pub const OPENED: MeetingEvent = MeetingEvent::MeetingOpened {};
pub const CLOSED: MeetingEvent = MeetingEvent::MeetingClosed {};

pub fn cancelled() -> MeetingEvent {
    MeetingEvent::MeetingCancelled {
        reason: MeetingCancellation::NoInterpreter,
        message: fr("Pas d'interprète"),
    }
}

pub fn announced_meeting() -> Vec<MeetingEvent> {
    vec![planned(), ANNOUNCED]
}

pub fn open_meeting() -> Vec<MeetingEvent> {
    vec![planned(), ANNOUNCED, OPENED]
}

pub fn open_with(more: impl IntoIterator<Item = MeetingEvent>) -> Vec<MeetingEvent> {
    open_meeting().into_iter().chain(more).collect()
}

pub fn held_with(more: impl IntoIterator<Item = MeetingEvent>) -> Vec<MeetingEvent> {
    open_with([CLOSED]).into_iter().chain(more).collect()
}

pub fn propose(title: &str) -> MeetingCommand {
    MeetingCommand::ProposeItem(ProposeAgendaItem {
        item: SEWING,
        title: fr(title),
        source: AgendaSource::Member(BEA),
    })
}

pub fn proposed() -> MeetingEvent {
    MeetingEvent::AgendaItemProposed { item: SEWING, title: fr("Couture"), source: AgendaSource::Member(BEA) }
}

pub fn from_need(code: &str, expressions: u32) -> AgendaSource {
    AgendaSource::Need(AgendaNeed { code: code.parse().unwrap(), expressions })
}

pub fn register(registration: RegistrationId, member: Option<MemberId>) -> MeetingCommand {
    MeetingCommand::Register(RegisterForMeeting { registration, member, interpreter: None, children: 0 })
}

pub fn registered(registration: RegistrationId, member: Option<MemberId>) -> MeetingEvent {
    MeetingEvent::RegistrationMade { registration, member, interpreter: None, children: 0 }
}

pub fn attendee(member: Option<MemberId>, person: Option<PersonId>) -> Attendee {
    Attendee { member, person, language: None }
}

pub fn name(member: Option<MemberId>, person: Option<PersonId>) -> MeetingCommand {
    MeetingCommand::RecordAttendance(RecordAttendance { member, person, named: true, language: None })
}

pub fn came(member: Option<MemberId>, person: Option<PersonId>) -> MeetingEvent {
    MeetingEvent::AttendanceRecorded { attendee: attendee(member, person) }
}

pub fn take_back(member: MemberId, reason: AttendanceWithdrawal) -> MeetingCommand {
    MeetingCommand::WithdrawAttendance(WithdrawAttendance { member: Some(member), person: None, reason })
}

pub fn taken_back(member: MemberId, reason: AttendanceWithdrawal) -> MeetingEvent {
    MeetingEvent::AttendanceWithdrawn { attendee: attendee(Some(member), None), reason }
}

pub fn count(language: &str, count: u32) -> MeetingCommand {
    MeetingCommand::CountAnonymous(CountAnonymousAttendance { language: lang(language), count })
}

pub fn counted(language: &str, count: u32) -> MeetingEvent {
    MeetingEvent::AnonymousAttendanceCounted { language: lang(language), count }
}

pub fn votes(in_favour: u32, against: u32, abstained: u32) -> Option<Votes> {
    Some(Votes { in_favour, against, abstained })
}

pub fn decide(method: DecisionMethod, votes: Option<Votes>) -> MeetingCommand {
    MeetingCommand::TakeDecision(TakeDecision {
        decision: NO_PHOTO,
        text: fr("Pas de photo"),
        method,
        votes,
        item: None,
    })
}

pub fn decided(method: DecisionMethod, votes: Option<Votes>) -> MeetingEvent {
    MeetingEvent::DecisionTaken { decision: NO_PHOTO, text: fr("Pas de photo"), method, votes, item: None }
}

pub fn find_a_teacher(due: &str) -> MakeCommitment {
    MakeCommitment {
        commitment: TEACHER,
        owner: BEA,
        what: "Trouver quelqu'un qui apprend à coudre".parse().unwrap(),
        due: day(due),
    }
}

pub fn committed(due: &str) -> MeetingEvent {
    let MakeCommitment { commitment, owner, what, due } = find_a_teacher(due);
    MeetingEvent::CommitmentMade { commitment, owner, what, due }
}

pub fn made(due: &str) -> Made {
    let MakeCommitment { owner, what, due, .. } = find_a_teacher(due);
    Made { meeting: MAY, owner, what, due, time_zone: "Europe/Brussels".parse().unwrap() }
}

pub fn was_made(due: &str) -> CommitmentEvent {
    made(due).into()
}

pub fn draft(text: &str) -> MeetingCommand {
    MeetingCommand::DraftMinutes(DraftMinutes { text: three(text) })
}

pub fn drafted() -> MeetingEvent {
    MeetingEvent::MinutesDrafted { text: three("On a parlé de couture") }
}

pub fn correct(text: &str) -> MeetingCommand {
    MeetingCommand::CorrectMinutes(CorrectMinutes {
        text: three(text),
        change: "La date était fausse".parse().unwrap(),
    })
}

pub fn corrected(text: &str) -> MeetingEvent {
    MeetingEvent::MinutesCorrected { text: three(text), change: "La date était fausse".parse().unwrap() }
}

pub fn june_as(state: MeetingState) -> MeetingFacts {
    MeetingFacts { state, starts_at: instant("2023-06-23T07:30:00Z"), date: day("2023-06-23") }
}

pub fn approve(at: MeetingId, there: MeetingFacts) -> MeetingCommand {
    MeetingCommand::ApproveMinutes(MinutesApproval { at, there })
}

pub const APPROVED: MeetingEvent = MeetingEvent::MinutesApproved { at: JUNE };

pub fn publish(languages: &[MinutesLanguage], redactions: &[Redaction]) -> MeetingCommand {
    MeetingCommand::PublishMinutes(PublishMinutes {
        languages: languages.to_vec(),
        redactions: redactions.to_vec(),
    })
}

pub fn published() -> MeetingEvent {
    use MinutesLanguage::{Ar, Fr, Nl};
    MeetingEvent::MinutesPublished { languages: vec![Fr, Nl, Ar], redactions: vec![] }
}

/// Events with places and circumstances, as the journal gives them back.
pub fn recorded<D: Decider>(id: impl ToString, events: &[D::Event]) -> Vec<Recorded<D::Event>> {
    let asked = monday_morning();
    (1..)
        .zip(events)
        .map(|(version, event)| Recorded {
            stream: StreamId::new(&asked.network, D::KIND, id.to_string()),
            version,
            position: Position(version),
            recorded_at: asked.now,
            meta: meta(&asked),
            event: event.clone(),
        })
        .collect()
}

pub fn meta(asked: &Asked) -> Meta {
    Meta {
        command: CommandId(Uuid::from_u128(1)),
        actor: ActorId(Uuid::from_u128(2)),
        role: asked.role,
        device: None,
        occurred_at: asked.at,
        causation: None,
        correlation: None,
        trace: None,
        provenance: None,
    }
}

/// The row that a history leads to.
pub fn row_of<P: Projection>(events: &[Recorded<P::Event>]) -> Option<P::Row> {
    events.iter().fold(None, |row, event| P::project(row, &P::keys(event)[0], event))
}

pub fn meeting_row(events: &[MeetingEvent]) -> MeetingRow {
    row_of::<Meetings>(&recorded::<Meeting>(MAY, events)).expect("a planned meeting is shown")
}

pub fn commitment_row(events: &[CommitmentEvent]) -> CommitmentRow {
    row_of::<Commitments>(&recorded::<Commitment>(TEACHER, events)).expect("a commitment is shown")
}
