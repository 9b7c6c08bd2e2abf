//! Those who came, named or counted, and what they decided: the rules of a meeting going on.
//!
//! Nobody is counted twice: the total is the named ones plus the counts without a name, and one
//! human being named as a member and as a person is one entry.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Months;
use kernel::{CommitmentId, DecisionId, Language, Localized};
use serde::{Deserialize, Serialize};

use super::commands::{
    CountAnonymousAttendance, MakeCommitment, MeetingCommand, RecordAttendance, TakeDecision,
    WithdrawAttendance,
};
use super::events::MeetingEvent;
use super::minutes::Minutes;
use super::program::{Program, bounded};
use super::refusal::MeetingRefusal;
use super::values::{AttendanceWithdrawal, Attendee, DecisionMethod, Votes};

type Decided = Result<Vec<MeetingEvent>, MeetingRefusal>;

/// The most people named, those taken back included.
pub const MOST_NAMED: usize = 500;
/// The most languages that are counted.
const MOST_LANGUAGES: usize = 50;
/// The most people counted in one language.
const MOST_COUNTED: u32 = 5_000;
/// The most decisions, and the most commitments, of one meeting.
const MOST_DECIDED: usize = 100;
/// The most years a commitment may run.
const MOST_YEARS: u32 = 5;

/// Those who came and what they decided.
#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize)]
pub struct Gathering {
    /// Those who agreed to be named; no two of them are one human being.
    pub named: Vec<Attendee>,
    /// Those whose name was taken back.
    pub withdrawn: Vec<Attendee>,
    /// How many came without a name, by language.
    pub anonymous: BTreeMap<Language, u32>,
    /// What was decided.
    pub decisions: BTreeMap<DecisionId, Decision>,
    /// The commitments made.
    pub commitments: BTreeSet<CommitmentId>,
}

/// A decision as far as a repetition is recognised.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// What was decided.
    pub text: Localized,
    /// How.
    pub method: DecisionMethod,
    /// The count.
    pub votes: Option<Votes>,
}

impl Gathering {
    /// How many people came: the named ones and those without a name.
    pub fn total(&self) -> u64 {
        self.named.len() as u64 + self.anonymous.values().map(|count| u64::from(*count)).sum::<u64>()
    }

    pub(super) fn decide_open(&self, program: &Program, command: MeetingCommand) -> Decided {
        use MeetingCommand as Ask;
        match command {
            Ask::RecordAttendance(who) => self.record(&who),
            Ask::WithdrawAttendance(who) => self.withdraw(&who),
            Ask::CountAnonymous(count) => self.count(&count),
            Ask::TakeDecision(decision) => self.decide_on(program, decision),
            Ask::MakeCommitment(commitment) => self.commit(program, commitment),
            _ => Err(MeetingRefusal::MeetingNotHeld),
        }
    }

    /// After the meeting, the paper list may still be copied until the minutes are approved; a
    /// name may be taken back at any time.
    pub(super) fn decide_held(
        &self,
        program: &Program,
        minutes: &Minutes,
        command: MeetingCommand,
    ) -> Decided {
        use MeetingCommand as Ask;
        match command {
            Ask::RecordAttendance(_) | Ask::CountAnonymous(_) if minutes.settled() => {
                Err(MeetingRefusal::AttendanceSettled)
            }
            Ask::RecordAttendance(who) => self.record(&who),
            Ask::WithdrawAttendance(who) => self.withdraw(&who),
            Ask::CountAnonymous(count) => self.count(&count),
            Ask::TakeDecision(taken) if self.decisions.contains_key(&taken.decision) => {
                self.decide_on(program, taken)
            }
            Ask::MakeCommitment(made) if self.commitments.contains(&made.commitment) => Ok(vec![]),
            Ask::DraftMinutes(draft) => minutes.draft(draft),
            Ask::CorrectMinutes(corrected) => minutes.correct(corrected),
            Ask::ApproveMinutes(approval) => minutes.approve(program, &approval),
            Ask::PublishMinutes(publication) => minutes.publish(publication),
            _ => Err(MeetingRefusal::MeetingAlreadyHeld),
        }
    }

    fn record(&self, who: &RecordAttendance) -> Decided {
        if who.member.is_none() && who.person.is_none() {
            return Err(MeetingRefusal::AttendeeMissing);
        }
        if !who.named {
            return Err(MeetingRefusal::AttendanceWithoutOptIn);
        }
        let wanted = Attendee { member: who.member, person: who.person, language: who.language };
        let mut attendee = wanted.clone();
        for known in self.named.iter().filter(|known| known.is(&wanted)) {
            if known.differs(&attendee) {
                return Err(MeetingRefusal::AttendeeMismatch);
            }
            attendee = attendee.completed_by(known);
        }
        if self.named.contains(&attendee) {
            return Ok(vec![]);
        }
        bounded(self.named.len() + self.withdrawn.len() + 1, MOST_NAMED)?;
        Ok(vec![MeetingEvent::AttendanceRecorded { attendee }])
    }

    fn withdraw(&self, who: &WithdrawAttendance) -> Decided {
        let wanted = Attendee { member: who.member, person: who.person, language: None };
        let Some(attendee) = self.named.iter().find(|known| known.is(&wanted)) else {
            let already = self.withdrawn.iter().any(|known| known.is(&wanted));
            return if already { Ok(vec![]) } else { Err(MeetingRefusal::AttendanceNotFound) };
        };
        let mut events =
            vec![MeetingEvent::AttendanceWithdrawn { attendee: attendee.clone(), reason: who.reason }];
        if who.reason == AttendanceWithdrawal::NoLongerNamed {
            let language = attendee.language.unwrap_or(Language::UNKNOWN);
            let count = self.counted(language).saturating_add(1);
            events.push(MeetingEvent::AnonymousAttendanceCounted { language, count });
        }
        Ok(events)
    }

    fn count(&self, asked: &CountAnonymousAttendance) -> Decided {
        let CountAnonymousAttendance { language, count } = *asked;
        if count > MOST_COUNTED {
            return Err(MeetingRefusal::MeetingTooMany { most: MOST_COUNTED });
        }
        if count == self.counted(language) {
            return Ok(vec![]);
        }
        if !self.anonymous.contains_key(&language) {
            bounded(self.anonymous.len() + 1, MOST_LANGUAGES)?;
        }
        Ok(vec![MeetingEvent::AnonymousAttendanceCounted { language, count }])
    }

    fn counted(&self, language: Language) -> u32 {
        self.anonymous.get(&language).copied().unwrap_or(0)
    }

    fn decide_on(&self, program: &Program, taken: TakeDecision) -> Decided {
        let TakeDecision { decision, text, method, votes, item } = taken;
        if let Some(known) = self.decisions.get(&decision) {
            let same = *known == Decision { text, method, votes };
            return if same { Ok(vec![]) } else { Err(MeetingRefusal::DecisionAlreadyTaken) };
        }
        if text.is_empty() {
            return Err(MeetingRefusal::DecisionTextMissing);
        }
        if item.is_some_and(|item| !program.agenda.contains_key(&item)) {
            return Err(MeetingRefusal::AgendaItemNotFound);
        }
        self.check_votes(method, votes)?;
        bounded(self.decisions.len() + 1, MOST_DECIDED)?;
        Ok(vec![MeetingEvent::DecisionTaken { decision, text, method, votes, item }])
    }

    /// A vote has a count and is carried, a consensus has nobody against, and nobody votes twice.
    fn check_votes(&self, method: DecisionMethod, votes: Option<Votes>) -> Result<(), MeetingRefusal> {
        let Some(votes) = votes else {
            return match method {
                DecisionMethod::Consensus => Ok(()),
                DecisionMethod::Vote => Err(MeetingRefusal::VoteCountMissing),
            };
        };
        let present = self.total();
        match method {
            DecisionMethod::Consensus if votes.against > 0 => Err(MeetingRefusal::NotAConsensus),
            DecisionMethod::Vote if votes.in_favour <= votes.against => Err(MeetingRefusal::VoteNotCarried),
            _ if votes.total() > present => {
                Err(MeetingRefusal::VotesExceedAttendance { votes: votes.total(), present })
            }
            _ => Ok(()),
        }
    }

    fn commit(&self, program: &Program, made: MakeCommitment) -> Decided {
        let MakeCommitment { commitment, owner, what, due } = made;
        if self.commitments.contains(&commitment) {
            return Ok(vec![]);
        }
        let date = program.time_zone.date(program.starts_at);
        if due < date {
            return Err(MeetingRefusal::CommitmentDueBeforeMeeting);
        }
        if date.checked_add_months(Months::new(12 * MOST_YEARS)).is_none_or(|last| due > last) {
            return Err(MeetingRefusal::CommitmentDueTooFar { years: MOST_YEARS });
        }
        bounded(self.commitments.len() + 1, MOST_DECIDED)?;
        Ok(vec![MeetingEvent::CommitmentMade { commitment, owner, what, due }])
    }

    pub(super) fn evolve(&mut self, event: &MeetingEvent) {
        use MeetingEvent as Then;
        match event {
            Then::AttendanceRecorded { attendee } => {
                self.withdrawn.retain(|known| !known.is(attendee));
                join(&mut self.named, attendee);
            }
            Then::AttendanceWithdrawn { attendee, .. } => {
                leave(&mut self.named, attendee);
                self.withdrawn.push(attendee.clone());
            }
            Then::AnonymousAttendanceCounted { language, count } => {
                self.anonymous.insert(*language, *count);
            }
            Then::DecisionTaken { decision, text, method, votes, .. } => {
                let taken = Decision { text: text.clone(), method: *method, votes: *votes };
                self.decisions.insert(*decision, taken);
            }
            Then::CommitmentMade { commitment, .. } => {
                self.commitments.insert(*commitment);
            }
            _ => {}
        }
    }
}

/// Names somebody, in the place of every entry that is the same human being.
pub fn join(named: &mut Vec<Attendee>, attendee: &Attendee) {
    leave(named, attendee);
    named.push(attendee.clone());
}

/// Takes somebody's name back.
pub fn leave(named: &mut Vec<Attendee>, attendee: &Attendee) {
    named.retain(|known| !known.is(attendee));
}
