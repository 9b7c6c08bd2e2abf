//! Words that commands, events and rows share.

use async_graphql::{InputObject, SimpleObject};
use chrono::{DateTime, Datelike, NaiveTime, Timelike, Weekday};
use kernel::{MemberId, PartnerId, id};
use serde::{Deserialize, Serialize};

use crate::codes::{SafeDay, SharingPartyKind};

id! {
    /// One way to reach a person.
    PersonContactId
}

id! {
    /// One consent to share.
    SharingConsentId
}

id! {
    /// One request of somebody about their own data.
    DataRequestId
}

id! {
    /// One reading of an identity or a private note.
    DisclosureId
}

/// When it is safe to call: on a day, from an hour until before another one, by the clock of the
/// place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(input_name = "SafeHoursInput")]
#[serde(rename_all = "camelCase")]
pub struct SafeHours {
    /// The day.
    pub day: SafeDay,
    /// From this time.
    pub from: NaiveTime,
    /// Until before this time.
    pub until: NaiveTime,
}

impl SafeHours {
    /// Whether a time lies in these hours.
    pub fn hold<Zone: chrono::TimeZone>(&self, at: &DateTime<Zone>) -> bool {
        let time = NaiveTime::from_hms_opt(at.hour(), at.minute(), at.second()).unwrap_or_default();
        self.day == SafeDay::of(at.weekday()) && self.from <= time && time < self.until
    }
}

impl SafeDay {
    /// The day of a date.
    pub fn of(day: Weekday) -> Self {
        match day {
            Weekday::Mon => Self::Monday,
            Weekday::Tue => Self::Tuesday,
            Weekday::Wed => Self::Wednesday,
            Weekday::Thu => Self::Thursday,
            Weekday::Fri => Self::Friday,
            Weekday::Sat => Self::Saturday,
            Weekday::Sun => Self::Sunday,
        }
    }
}

/// With whom something is shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(input_name = "SharingPartyInput")]
#[serde(rename_all = "camelCase")]
pub struct SharingParty {
    /// What kind of party.
    pub kind: SharingPartyKind,
    /// The partner, when it is one partner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub partner: Option<PartnerId>,
    /// The member, when it is one member.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member: Option<MemberId>,
}

impl SharingParty {
    /// Whether it names whom it must, and nobody else.
    pub fn is_clear(&self) -> bool {
        self.partner.is_some() == (self.kind == SharingPartyKind::Partner)
            && self.member.is_some() == (self.kind == SharingPartyKind::Member)
    }

    /// Whether sharing with a partner is meant by it.
    pub fn covers_partner(&self, partner: Option<PartnerId>) -> bool {
        match self.kind {
            SharingPartyKind::AnyPartner => true,
            SharingPartyKind::Partner => self.partner == partner,
            SharingPartyKind::Member | SharingPartyKind::OtherSites => false,
        }
    }
}

/// An object whose words are read: kind and id, as in the history of objects.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(input_name = "RevealedObjectInput")]
#[serde(rename_all = "camelCase")]
pub struct RevealedObject {
    /// Its kind, such as `person` or `visit`.
    pub kind: kernel::Line,
    /// Its id.
    pub id: kernel::uuid::Uuid,
}

impl RevealedObject {
    /// Kind and id as one word, such as `person:0190a5d4-...`.
    pub fn word(&self) -> String {
        format!("{}:{}", self.kind, self.id)
    }
}
