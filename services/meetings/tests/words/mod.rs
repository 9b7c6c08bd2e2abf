//! The words the tests are written in: fictional people, the May meeting of 2023 in Brussels.

#![allow(dead_code, unreachable_pub, reason = "each test file uses some of these words")]
#![allow(clippy::unnecessary_wraps, reason = "a word has the type of the field it fills")]

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

/// A journal in memory: states, and everything recorded.
#[derive(Default)]
pub struct Paper {
    states: HashMap<StreamId, AnyState>,
    versions: HashMap<StreamId, u64>,
    pub meetings: Vec<Recorded<MeetingEvent>>,
    pub commitments: Vec<Recorded<CommitmentEvent>>,
    acts: u128,
}

impl Paper {
    /// Performs an act at an instant; the names of its events, or the code of its refusal.
    pub fn act(&mut self, at: &str, act: Act) -> Result<Vec<&'static str>, String> {
        self.perform(&Asked { at: instant(at), now: instant(at), ..monday_morning() }, &act)
            .map_err(|refused| refused.code)
    }

    /// Performs an act in its circumstances.
    pub fn perform(&mut self, asked: &Asked, act: &Act) -> Result<Vec<&'static str>, Refused> {
        let mut states = HashMap::new();
        for involved in &act.involved {
            let known = self.states.get(&involved.stream).cloned();
            let twice = states.insert(involved.stream.clone(), known.unwrap_or_else(involved.fold.empty));
            assert!(twice.is_none(), "{} is involved twice", involved.stream);
        }
        let mut scene = Scene::new(asked, states);
        match (act.play)(&mut scene) {
            Ok(()) => {}
            Err(Halt::Refused(refused)) => return Err(refused),
            Err(fault) => panic!("a fault: {fault}"),
        }
        let played = scene.close();
        self.states.extend(played.states);
        let mut names = Vec::new();
        for change in played.changes {
            for fresh in change.events {
                names.push(fresh.name);
                self.keep(asked, &change.stream, fresh.name, &fresh.payload);
            }
        }
        Ok(names)
    }

    fn keep(&mut self, asked: &Asked, stream: &StreamId, name: &str, payload: &[u8]) {
        let version = self.versions.entry(stream.clone()).or_default();
        *version += 1;
        let blank = Recorded {
            stream: stream.clone(),
            version: *version,
            position: Position((self.meetings.len() + self.commitments.len() + 1) as u64),
            recorded_at: asked.now,
            meta: meta(asked),
            event: (),
        };
        if stream.kind == Meeting::KIND {
            let event = MeetingEvent::read(name, 1, payload).expect("what was written can be read");
            self.meetings.push(blank.map(|()| event));
        } else {
            let event = CommitmentEvent::read(name, 1, payload).expect("what was written can be read");
            self.commitments.push(blank.map(|()| event));
        }
    }

    /// Asks one meeting.
    pub fn ask(
        &mut self,
        at: &str,
        meeting: MeetingId,
        command: MeetingCommand,
    ) -> Result<Vec<&'static str>, String> {
        let stream = StreamId::new(&monday_morning().network, Meeting::KIND, meeting);
        let act = Act::on::<Meeting>(self.command(), stream, Expected::Any, command).unwrap();
        self.act(at, act)
    }

    /// A fresh command id.
    pub fn command(&mut self) -> CommandId {
        self.acts += 1;
        CommandId(Uuid::from_u128(0xC0_0000 + self.acts))
    }

    /// The version of a stream.
    pub fn version(&self, stream: &StreamId) -> u64 {
        self.versions.get(stream).copied().unwrap_or(0)
    }

    /// Every meeting that was planned.
    pub fn all_meetings(&self) -> Vec<MeetingRow> {
        let planned = self.meetings.iter().filter(|event| event.version == 1);
        planned.map(|event| self.meeting(event.stream.id.parse().unwrap())).collect()
    }

    pub fn meeting(&self, id: MeetingId) -> MeetingRow {
        let own: Vec<_> =
            self.meetings.iter().filter(|event| event.stream.id == id.to_string()).cloned().collect();
        row_of::<Meetings>(&own).expect("the meeting is shown")
    }

    pub fn commitment(&self, id: CommitmentId) -> CommitmentRow {
        let own: Vec<_> =
            self.commitments.iter().filter(|event| event.stream.id == id.to_string()).cloned().collect();
        row_of::<Commitments>(&own).expect("the commitment is shown")
    }
}
