//! The words a meeting is described with, shared by its commands, events and rows.

use async_graphql::{InputObject, OneofObject, SimpleObject};
use kernel::{Language, Line, Localized, MemberId, PersonId, SiteId, Text, id};
use reference::NeedCode;
use serde::{Deserialize, Serialize};

id! {
    /// One seat kept at a meeting.
    RegistrationId
}

kernel::codes! {
    /// Where a meeting stands.
    MeetingState {
        /// It has a date; only the team knows it.
        Planned,
        /// Everybody may know it, and register.
        Announced,
        /// It is going on.
        Open,
        /// It took place.
        Held,
        /// It does not take place.
        Cancelled,
    }
}

kernel::codes! {
    /// Where an item of the agenda stands.
    AgendaItemState {
        /// Somebody asks that it be talked about.
        Proposed,
        /// It will be talked about.
        Accepted,
        /// Not this time.
        Deferred,
    }
}

kernel::codes! {
    /// How a decision was reached.
    DecisionMethod {
        /// Nobody was against.
        Consensus,
        /// By counting votes.
        Vote,
    }
}

kernel::codes! {
    /// Why somebody is no longer listed as present.
    AttendanceWithdrawal {
        /// They did not come: it was noted by mistake.
        NotedInError,
        /// They came, and no longer want to be named: they stay counted, without a name.
        NoLongerNamed,
    }
}

kernel::codes! {
    /// Why a meeting does not take place.
    MeetingCancellation {
        /// The place cannot be used.
        PlaceUnavailable,
        /// Nobody is there to host it.
        HostUnavailable,
        /// No interpreter could be found.
        NoInterpreter,
        /// Too few people can come.
        TooFewPeople,
        /// A strike, the weather, an emergency.
        Circumstances,
        /// Another reason, told in the message.
        Other,
    }
}

kernel::codes! {
    /// Where the minutes of a meeting stand.
    MinutesState {
        /// Nobody has written them yet.
        Awaited,
        /// Written, not approved.
        Drafted,
        /// Approved by a later meeting.
        Approved,
        /// Open to everybody.
        Published,
    }
}

kernel::codes! {
    /// A language minutes are published in.
    MinutesLanguage {
        /// French.
        Fr,
        /// Dutch.
        Nl,
        /// Arabic.
        Ar,
        /// English.
        En,
    }
}

impl MinutesLanguage {
    /// The text in this language, if there is one.
    pub fn of(self, text: &Localized) -> Option<&Text> {
        match self {
            Self::Fr => text.fr.as_ref(),
            Self::Nl => text.nl.as_ref(),
            Self::Ar => text.ar.as_ref(),
            Self::En => text.en.as_ref(),
        }
    }
}

/// Where a meeting takes place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(input_name = "MeetingPlaceInput")]
#[serde(rename_all = "camelCase")]
pub struct MeetingPlace {
    /// The name of the place or room.
    pub name: Line,
    /// Its address, and how to get in.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Text>,
    /// The site of the network, when it is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub site: Option<SiteId>,
}

/// A need that several people expressed, without any of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(input_name = "AgendaNeedInput")]
#[serde(rename_all = "camelCase")]
pub struct AgendaNeed {
    /// The need.
    pub code: NeedCode,
    /// How many times it was expressed. At least 5 for needs about health, residence, justice or
    /// debts, so that nobody is recognised.
    pub expressions: u32,
}

/// Where an item of the agenda comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, OneofObject)]
#[graphql(name = "AgendaSourceInput")]
#[serde(rename_all = "camelCase")]
pub enum AgendaSource {
    /// A member asks for it.
    Member(MemberId),
    /// Needs heard at the desk ask for it.
    Need(AgendaNeed),
}

/// Somebody who came and wants to be named; never a name, only ids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "MeetingAttendee")]
#[serde(rename_all = "camelCase")]
pub struct Attendee {
    /// As a member of the network.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<MemberId>,
    /// As a person the network accompanies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<PersonId>,
    /// The language they took part in, if they said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
}

impl Attendee {
    /// Whether both are the same human being: they share the member or the person.
    pub fn is(&self, other: &Self) -> bool {
        (self.member.is_some() && self.member == other.member)
            || (self.person.is_some() && self.person == other.person)
    }

    /// Whether both cannot be one human being: two members, or two persons.
    pub fn differs(&self, other: &Self) -> bool {
        (self.member.is_some() && other.member.is_some() && self.member != other.member)
            || (self.person.is_some() && other.person.is_some() && self.person != other.person)
    }

    /// The same, with what the other knows more.
    #[must_use]
    pub fn completed_by(self, other: &Self) -> Self {
        Self {
            member: self.member.or(other.member),
            person: self.person.or(other.person),
            language: self.language.or(other.language),
        }
    }
}

/// The count of a vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(name = "MeetingVotes", input_name = "MeetingVotesInput")]
#[serde(rename_all = "camelCase")]
pub struct Votes {
    /// For.
    pub in_favour: u32,
    /// Against.
    pub against: u32,
    /// Neither.
    pub abstained: u32,
}

impl Votes {
    /// How many people voted.
    pub fn total(self) -> u64 {
        u64::from(self.in_favour) + u64::from(self.against) + u64::from(self.abstained)
    }
}

/// A passage of the minutes that is blacked out when they are published. It names places, not
/// words, so that what is hidden is not written down once more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(name = "MinutesRedaction", input_name = "MinutesRedactionInput")]
#[serde(rename_all = "camelCase")]
pub struct Redaction {
    /// In the text of this language.
    pub language: MinutesLanguage,
    /// From this character, counted from 0.
    pub from: u32,
    /// Until before this character.
    pub until: u32,
}
