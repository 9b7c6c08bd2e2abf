//! What may be asked of a pairing.

use async_graphql::InputObject;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{CaseId, Language, MemberId, PairingId, PersonId, Secret, Secrets};
use reference::{NeedCode, NeedRef};
use serde::Serialize;

use super::values::{
    Accompaniment, ContactMedium, DeclineReason, FeedbackAnswer, IncidentId, PairingEndReason, PairingEnder,
    PairingOutcome, PairingSide, PauseReason, WithdrawalReason,
};
use crate::offer::{Gender, HalfDay};
use crate::score::Rated;

/// What may be asked of a pairing.
///
/// `Propose`, `Decline`, `Expire`, `End` and `Withdraw` also touch the place of a member: send
/// them through [`crate::acts`], never alone.
#[derive(Debug, Clone, Serialize)]
pub enum PairingCommand {
    /// Ask for somebody to go along.
    Request(RequestAccompaniment),
    /// Ask again after a pairing that is over; part of a rematch.
    RequestAgain(Box<Accompaniment>),
    /// Propose a volunteer.
    Propose {
        /// The volunteer.
        member: MemberId,
        /// How well they fit.
        rated: Rated,
    },
    /// The volunteer accepts.
    AcceptAsVolunteer {
        /// The volunteer.
        member: MemberId,
    },
    /// The person accepts.
    AcceptAsPerson(AcceptPairingAsPerson),
    /// One side declines.
    Decline(DeclinePairing),
    /// Nobody answered in time.
    Expire {
        /// The volunteer it was proposed to.
        member: MemberId,
    },
    /// Nobody fits.
    ReportNoMatch,
    /// It is not wanted any more.
    Withdraw(WithdrawAccompaniment),
    /// Note a contact, or that one was sought in vain.
    LogContact(LogContact),
    /// Put an entry of the contact log right.
    CorrectContactLog(CorrectContactLog),
    /// Contact has stopped for too long.
    FlagInactivity,
    /// Pause.
    Pause(PausePairing),
    /// Go on after a pause.
    Resume,
    /// Stop until an incident is cleared up.
    Suspend(SuspendPairing),
    /// Go on after an incident.
    Reinstate,
    /// End.
    End(EndPairing),
    /// Say how it was.
    GiveFeedback(GiveFeedback),
    /// Close with an outcome.
    Complete(CompletePairing),
    /// Ask for another volunteer, in a new pairing; part of a rematch.
    RequestRematch {
        /// The new pairing.
        next: PairingId,
    },
}

impl Secrets for PairingCommand {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        match self {
            Self::LogContact(log) => log.note.iter_mut().collect(),
            Self::CorrectContactLog(correct) => correct.note.iter_mut().collect(),
            Self::GiveFeedback(feedback) => feedback.words.iter_mut().collect(),
            _ => vec![],
        }
    }
}

/// Ask for somebody to go along.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "RequestAccompanimentInput")]
pub struct RequestAccompaniment {
    /// The case it belongs to.
    pub case: CaseId,
    /// The person, if known under a pseudonym.
    pub person: Option<PersonId>,
    /// The need it answers.
    pub need: Option<NeedRef>,
    /// What it is for, such as `NET.ESCORT`: all a volunteer sees.
    pub purpose: NeedCode,
    /// In which language.
    pub language: Language,
    /// On which half-days of the week; left out when any will do.
    #[graphql(default)]
    pub times: Vec<HalfDay>,
    /// What the volunteer should have gone through, such as `HEA.AMU`.
    pub topic: Option<NeedCode>,
    /// With a woman or a man, if it was said.
    pub gender_wish: Option<Gender>,
    /// Until when it is planned.
    pub planned_until: Option<NaiveDate>,
}

/// Propose a volunteer to the person, and the person to the volunteer.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "ProposePairingInput")]
pub struct ProposePairing {
    /// The volunteer.
    pub member: MemberId,
}

/// The volunteer accepts.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "AcceptPairingAsVolunteerInput")]
pub struct AcceptPairingAsVolunteer {
    /// The volunteer it was proposed to.
    pub member: MemberId,
}

/// The person accepts.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "AcceptPairingAsPersonInput")]
pub struct AcceptPairingAsPerson {
    /// The volunteer who was proposed.
    pub member: MemberId,
}

/// One side declines. The volunteer is not proposed again; the person owes nobody a reason.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "DeclinePairingInput")]
pub struct DeclinePairing {
    /// The volunteer it was proposed to.
    pub member: MemberId,
    /// Which side declines.
    pub side: PairingSide,
    /// Why; the person may leave it out.
    pub reason: Option<DeclineReason>,
}

/// The accompaniment is not wanted any more, before it began.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "WithdrawAccompanimentInput")]
pub struct WithdrawAccompaniment {
    /// The volunteer it is proposed to, if it is.
    pub member: Option<MemberId>,
    /// Why.
    pub reason: WithdrawalReason,
}

/// Note a contact, or that one was sought in vain. It counts for when it happened.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "LogContactInput")]
pub struct LogContact {
    /// Whether they reached each other.
    pub contact_made: bool,
    /// How.
    pub medium: ContactMedium,
    /// How many minutes.
    pub minutes: Option<u32>,
    /// A note, sealed.
    pub note: Option<Secret>,
}

/// Put an entry of the contact log right: all of it is written anew.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "CorrectContactLogInput")]
pub struct CorrectContactLog {
    /// The number of the entry.
    pub contact: u32,
    /// When it happened; as noted before when left out.
    pub at: Option<DateTime<Utc>>,
    /// Whether they reached each other.
    pub contact_made: bool,
    /// How.
    pub medium: ContactMedium,
    /// How many minutes.
    pub minutes: Option<u32>,
    /// A note, sealed.
    pub note: Option<Secret>,
}

/// Pause, or move the end of the pause.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "PausePairingInput")]
pub struct PausePairing {
    /// Until when; it goes on by itself then.
    pub until: DateTime<Utc>,
    /// Why.
    pub reason: PauseReason,
}

/// Stop until an incident is cleared up. For coordinators.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "SuspendPairingInput")]
pub struct SuspendPairing {
    /// The incident; open to coordinators only.
    pub incident: IncidentId,
}

/// End a pairing.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "EndPairingInput")]
pub struct EndPairing {
    /// The volunteer.
    pub member: MemberId,
    /// Who ends it.
    pub by: PairingEnder,
    /// Why.
    pub reason: PairingEndReason,
}

/// Say how it was.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "GivePairingFeedbackInput")]
pub struct GiveFeedback {
    /// Which side says so.
    pub side: PairingSide,
    /// Whether it helped.
    pub helped: FeedbackAnswer,
    /// In which language it was said, aloud or by an interpreter too.
    pub language: Option<Language>,
    /// In their words, sealed.
    pub words: Option<Secret>,
}

/// Close a pairing that ended, with what came of it.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "CompletePairingInput")]
pub struct CompletePairing {
    /// What came of it; may be left out when the goal was reached, which is positive.
    pub outcome: Option<PairingOutcome>,
}

/// Ask for another volunteer after a pairing that is over, or for which nobody was found.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "RequestRematchInput")]
pub struct RequestRematch {
    /// The id of the new pairing.
    pub next: PairingId,
    /// On which half-days, if that has changed.
    pub times: Option<Vec<HalfDay>>,
    /// Until when it is planned.
    pub planned_until: Option<NaiveDate>,
}
