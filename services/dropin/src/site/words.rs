//! The words of opening hours: time zone, time of day, weekday, slot, closure, exceptional opening.

use std::fmt;
use std::str::FromStr;

use async_graphql::{InputObject, SimpleObject};
use chrono::{Datelike, NaiveDate, NaiveTime, Weekday};
use chrono_tz::Tz;
use kernel::{Language, LanguageMode, Localized, id, text_scalar};
use serde::{Deserialize, Serialize};
use thiserror::Error;

id! {
    /// One weekly opening slot of a site.
    OpeningSlotId
}

id! {
    /// One dated exception to a site's weekly slots.
    SiteExceptionId
}

/// The time zone of a site.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SiteTimeZone(pub Tz);

/// The text is not a time zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a time zone is an IANA name such as Europe/Brussels or America/Toronto")]
pub struct NotATimeZone;

impl fmt::Display for SiteTimeZone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.name())
    }
}

impl FromStr for SiteTimeZone {
    type Err = NotATimeZone;
    fn from_str(text: &str) -> Result<Self, NotATimeZone> {
        text.parse().map(Self).map_err(|_| NotATimeZone)
    }
}

text_scalar! {
    /// The time zone of a site as an IANA name: `Europe/Brussels`, `America/Toronto`.
    SiteTimeZone
}

/// A time of day as the clock on the wall of the site shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct OpeningTime(pub NaiveTime);

/// The text is not a time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a time of day is written in 24 hours as 09:00 or 14:30")]
pub struct NotATime;

impl fmt::Display for OpeningTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.format("%H:%M").fmt(f)
    }
}

impl FromStr for OpeningTime {
    type Err = NotATime;
    fn from_str(text: &str) -> Result<Self, NotATime> {
        // Five characters exactly, so that what is kept is what was typed.
        if text.len() != 5 {
            return Err(NotATime);
        }
        NaiveTime::parse_from_str(text, "%H:%M").map(Self).map_err(|_| NotATime)
    }
}

text_scalar! {
    /// A time of day on the clock of the site, in 24 hours: `09:00`, `14:30`.
    OpeningTime
}

kernel::codes! {
    /// A day of the week.
    OpeningDay {
        /// Monday.
        Monday,
        /// Tuesday.
        Tuesday,
        /// Wednesday.
        Wednesday,
        /// Thursday.
        Thursday,
        /// Friday.
        Friday,
        /// Saturday.
        Saturday,
        /// Sunday.
        Sunday,
    }
}

impl OpeningDay {
    /// The weekday of a date.
    pub fn of(date: NaiveDate) -> Self {
        match date.weekday() {
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

kernel::codes! {
    /// Why a site is closed, or open, at another time than usual.
    ExceptionReason {
        /// A public holiday.
        PublicHoliday,
        /// Holidays of the team.
        AnnualLeave,
        /// The team is in training or in a meeting.
        Training,
        /// Nobody of the team can be there.
        Illness,
        /// Works, or the place is not usable.
        Works,
        /// The weather.
        Weather,
        /// An emergency of the neighbourhood.
        Emergency,
        /// An event of the neighbourhood or of the network.
        CommunityEvent,
        /// More people than the usual hours can receive.
        Demand,
        /// It was open then, and is entered from paper or from a file.
        EnteredLater,
        /// Another reason; the message says which.
        Other,
    }
}

/// A language a site offers, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(input_name = "SiteLanguageInput")]
#[serde(rename_all = "camelCase")]
pub struct SiteLanguage {
    /// The language.
    pub language: Language,
    /// How it is offered: by somebody of the place, by an interpreter, by a volunteer, in writing.
    pub mode: LanguageMode,
}

/// A weekly opening slot, in the time of the site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(input_name = "OpeningSlotInput")]
#[serde(rename_all = "camelCase")]
pub struct OpeningSlot {
    /// Its id, made by the client.
    pub slot: OpeningSlotId,
    /// The day of the week.
    pub day: OpeningDay,
    /// From this time.
    pub start: OpeningTime,
    /// Until this time, later on the same day.
    pub end: OpeningTime,
    /// Whether people may come without an appointment.
    pub walk_in: bool,
    /// Whether appointments may be booked.
    pub by_appointment: bool,
    /// The first date it applies to.
    pub valid_from: NaiveDate,
    /// The last date it applies to; without end when left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<NaiveDate>,
}

impl OpeningSlot {
    /// Whether it applies to a date.
    pub fn applies_on(&self, date: NaiveDate) -> bool {
        self.day == OpeningDay::of(date)
            && self.valid_from <= date
            && self.valid_to.is_none_or(|last| date <= last)
    }

    /// Whether both are open at the same time of some date.
    pub fn overlaps(&self, other: &Self) -> bool {
        let in_force_together = self.valid_to.is_none_or(|last| other.valid_from <= last)
            && other.valid_to.is_none_or(|last| self.valid_from <= last);
        self.day == other.day && in_force_together && self.start < other.end && other.start < self.end
    }
}

/// Dates on which a site is closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(input_name = "SiteClosureInput")]
#[serde(rename_all = "camelCase")]
pub struct SiteClosure {
    /// Its id, made by the client.
    pub exception: SiteExceptionId,
    /// The first date.
    pub from: NaiveDate,
    /// The last date; the same for one day.
    pub to: NaiveDate,
    /// Why.
    pub reason: ExceptionReason,
    /// What people read on the door and on the public page; in at least one language.
    pub message: Localized,
}

/// An opening outside the weekly slots, or on a date that is otherwise closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(input_name = "ExceptionalOpeningInput")]
#[serde(rename_all = "camelCase")]
pub struct ExceptionalOpening {
    /// Its id, made by the client.
    pub exception: SiteExceptionId,
    /// The date.
    pub date: NaiveDate,
    /// From this time.
    pub start: OpeningTime,
    /// Until this time, later on the same day.
    pub end: OpeningTime,
    /// Whether people may come without an appointment.
    pub walk_in: bool,
    /// Whether appointments may be booked.
    pub by_appointment: bool,
    /// Why.
    pub reason: ExceptionReason,
    /// What people read on the door and on the public page; in at least one language.
    pub message: Localized,
}
