//! How an organisation is reached: addresses of the web and of the street, telephones, places.
//! Nothing here is about a person; persons are in [`crate::partner::ContactPerson`].

use std::fmt;
use std::str::FromStr;

use async_graphql::{InputObject, SimpleObject};
use kernel::{Language, Line, Localized, text_scalar};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The text is not an address of the web.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a web address starts with https:// or http:// and has at most 2,000 characters without blanks")]
pub struct NotAWebAddress;

/// An address of the web.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct WebAddress(String);

impl fmt::Display for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for WebAddress {
    type Err = NotAWebAddress;
    fn from_str(text: &str) -> Result<Self, NotAWebAddress> {
        let text = text.trim();
        let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
        let fits = text.len() <= 2_000 && !text.chars().any(|c| c.is_whitespace() || c.is_control());
        match host {
            Some(host) if fits && host.starts_with(char::is_alphanumeric) => Ok(Self(text.to_owned())),
            _ => Err(NotAWebAddress),
        }
    }
}

text_scalar! {
    /// An address of the web that starts with `https://` or `http://`.
    WebAddress
}

/// The text is not an e-mail address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("an e-mail address looks like accueil@example.org")]
pub struct NotAnEmailAddress;

/// The e-mail address of an organisation or a service, never of a person.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct EmailAddress(String);

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for EmailAddress {
    type Err = NotAnEmailAddress;
    fn from_str(text: &str) -> Result<Self, NotAnEmailAddress> {
        let text = text.trim();
        let clean = text.len() <= 254 && !text.chars().any(|c| c.is_whitespace() || c.is_control());
        match text.split_once('@') {
            Some((name, domain))
                if clean
                    && !name.is_empty()
                    && !domain.contains('@')
                    && domain.contains('.')
                    && !domain.starts_with('.')
                    && !domain.ends_with('.') =>
            {
                Ok(Self(text.to_owned()))
            }
            _ => Err(NotAnEmailAddress),
        }
    }
}

text_scalar! {
    /// The e-mail address of an organisation or a service, never of a person.
    EmailAddress
}

/// The text is not a time of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a time of the day looks like 09:30, from 00:00 to 23:59")]
pub struct NotAClockTime;

/// A time of the day, to the minute, by the clock of the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ClockTime {
    hour: u8,
    minute: u8,
}

impl ClockTime {
    /// A time, if there is such a one.
    pub fn new(hour: u8, minute: u8) -> Option<Self> {
        (hour < 24 && minute < 60).then_some(Self { hour, minute })
    }
}

impl fmt::Display for ClockTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

impl FromStr for ClockTime {
    type Err = NotAClockTime;
    fn from_str(text: &str) -> Result<Self, NotAClockTime> {
        let number = |part: &str| match part.len() {
            2 if part.bytes().all(|b| b.is_ascii_digit()) => part.parse::<u8>().ok(),
            _ => None,
        };
        text.split_once(':')
            .and_then(|(hour, minute)| Self::new(number(hour)?, number(minute)?))
            .ok_or(NotAClockTime)
    }
}

text_scalar! {
    /// A time of the day such as `09:30`, by the clock of the place.
    ClockTime
}

/// A telephone of an organisation or a service, never of a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(name = "DirectoryPhone", input_name = "DirectoryPhoneInput")]
#[serde(rename_all = "camelCase")]
pub struct Phone {
    /// The number as it is dialled.
    pub number: Line,
    /// The extension to ask for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extension: Option<Line>,
    /// What answers: `voice`, `text`, `fax`, `videophone` ... as the partner calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<Line>,
    /// What it is for and when it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Localized>,
    /// The languages in which it answers; empty when that is not known.
    #[graphql(default)]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Language>,
    /// The key of the place it rings at, when it belongs to one place only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Line>,
}

kernel::codes! {
    /// What an address is good for.
    #[graphql(name = "DirectoryAddressKind")]
    AddressKind {
        /// One can go there.
        Physical,
        /// Letters arrive there.
        Postal,
        /// It is somewhere online.
        Virtual,
    }
}

/// An address.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(name = "DirectoryAddress", input_name = "DirectoryAddressInput")]
#[serde(rename_all = "camelCase")]
pub struct Address {
    /// What it is good for, if that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<AddressKind>,
    /// Street and number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub street: Option<Line>,
    /// Box, floor, building.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extra: Option<Line>,
    /// Postal code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<Line>,
    /// Town or commune.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub city: Option<Line>,
    /// District, neighbourhood or county.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub district: Option<Line>,
    /// Region or province.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<Line>,
    /// Country, as a two-letter code where it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<Line>,
}

/// A place where an organisation or a service is found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(name = "DirectoryPlace", input_name = "DirectoryPlaceInput")]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// Its key, by which hours and telephones name it; unique in its sheet.
    pub key: Line,
    /// What it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Localized>,
    /// What there is to know about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Localized>,
    /// Its addresses.
    #[graphql(default)]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<Address>,
    /// How to get there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transport: Option<Localized>,
    /// What makes it accessible: lift, induction loop, signs.
    #[graphql(default)]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accessibility: Vec<Localized>,
    /// Degrees north, -90 to 90.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latitude: Option<f64>,
    /// Degrees east, -180 to 180.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub longitude: Option<f64>,
    /// Its own page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<WebAddress>,
}

impl Place {
    /// Whether its coordinates, if it has any, are on the globe.
    pub(crate) fn on_the_globe(&self) -> bool {
        self.latitude.is_none_or(|degrees| (-90.0..=90.0).contains(&degrees))
            && self.longitude.is_none_or(|degrees| (-180.0..=180.0).contains(&degrees))
    }

    /// Its texts that people read.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &Localized> {
        self.name.iter().chain(&self.note).chain(&self.transport).chain(&self.accessibility)
    }
}
