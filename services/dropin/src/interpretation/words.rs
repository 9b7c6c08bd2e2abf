//! The words of an interpretation.

use async_graphql::OneofObject;
use kernel::{AppointmentId, Line, MeetingId, PartnerId, ReferralId, SessionId, VisitId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

kernel::id! {
    /// One request for an interpreter.
    InterpretationId
}

kernel::codes! {
    /// Where an interpretation stands.
    InterpretationState {
        /// Asked for; nobody has answered yet.
        Requested,
        /// An interpreter will be there.
        Confirmed,
        /// The one who was asked cannot; somebody else may be asked.
        Declined,
        /// It was interpreted.
        Done,
        /// The interpreter who had confirmed did not come.
        Missed,
        /// It is not wanted any more.
        Cancelled,
        /// The time passed and nobody had confirmed: a language need that was not met.
        Unmet,
    }
}

kernel::codes! {
    /// Why somebody who was asked cannot interpret.
    InterpretationDecline {
        /// Nobody is free then.
        Capacity,
        /// They do not interpret this language.
        LanguageNotCovered,
        /// It was asked too late.
        TooShortNotice,
        /// Another reason.
        Other,
    }
}

kernel::codes! {
    /// Why an interpreter is not wanted any more.
    InterpretationCancellation {
        /// What it was for does not take place.
        CalledOff,
        /// The person did not come, or cannot.
        PersonUnavailable,
        /// Somebody else speaks or signs the language.
        MetOtherwise,
        /// It was asked by mistake, or for another time.
        RequestedByMistake,
        /// Another reason.
        Other,
    }
}

kernel::codes! {
    /// What an interpreter is wanted for.
    InterpretationPurpose {
        /// A visit.
        Visit,
        /// An appointment.
        Appointment,
        /// A whole session.
        Session,
        /// A collective meeting.
        Meeting,
        /// What follows from a referral.
        Referral,
    }
}

/// What an interpreter is wanted for, by its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, OneofObject)]
#[graphql(name = "InterpretationForInput")]
#[serde(rename_all = "camelCase")]
pub enum InterpretationFor {
    /// A visit.
    Visit(VisitId),
    /// An appointment.
    Appointment(AppointmentId),
    /// A whole session.
    Session(SessionId),
    /// A collective meeting.
    Meeting(MeetingId),
    /// What follows from a referral.
    Referral(ReferralId),
}

impl InterpretationFor {
    /// What kind of thing it is.
    pub fn purpose(&self) -> InterpretationPurpose {
        match self {
            Self::Visit(_) => InterpretationPurpose::Visit,
            Self::Appointment(_) => InterpretationPurpose::Appointment,
            Self::Session(_) => InterpretationPurpose::Session,
            Self::Meeting(_) => InterpretationPurpose::Meeting,
            Self::Referral(_) => InterpretationPurpose::Referral,
        }
    }

    /// Its id.
    pub fn id(&self) -> Uuid {
        match self {
            Self::Visit(visit) => visit.0,
            Self::Appointment(appointment) => appointment.0,
            Self::Session(session) => session.0,
            Self::Meeting(meeting) => meeting.0,
            Self::Referral(referral) => referral.0,
        }
    }

    /// The session, when it is wanted for a whole one.
    pub fn session(&self) -> Option<SessionId> {
        match self {
            Self::Session(session) => Some(*session),
            _ => None,
        }
    }
}

/// Who interprets: an organisation, never a person by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, OneofObject)]
#[graphql(name = "InterpretationProviderInput")]
#[serde(rename_all = "camelCase")]
pub enum InterpretationProvider {
    /// A partner of the directory.
    Partner(PartnerId),
    /// A service that is not in the directory, as it is called; never the name of a person.
    Other(Line),
}

impl InterpretationProvider {
    /// The partner, if it is one.
    pub fn partner(&self) -> Option<PartnerId> {
        match self {
            Self::Partner(partner) => Some(*partner),
            Self::Other(_) => None,
        }
    }

    /// What it is called, if it is not in the directory.
    pub fn name(&self) -> Option<&Line> {
        match self {
            Self::Partner(_) => None,
            Self::Other(name) => Some(name),
        }
    }
}
