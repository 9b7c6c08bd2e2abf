//! What stands on a service sheet.

use std::collections::HashSet;

use async_graphql::{InputObject, SimpleObject};
use chrono::NaiveDate;
use kernel::{Language, Line, Localized};
use reference::NeedCode;
use serde::{Deserialize, Serialize};

use super::ServiceRefusal;
use crate::contact::{ClockTime, EmailAddress, Phone, Place, WebAddress};

/// The most entries of any list on a sheet.
pub const MOST_ENTRIES: usize = 100;

kernel::codes! {
    /// How a language is offered.
    LanguageOffering {
        /// Somebody of the place speaks or signs it as a first language.
        NativeStaff,
        /// Somebody of the place speaks or signs it.
        Staff,
        /// An interpreter comes or is already there.
        Interpreter,
        /// An interpreter by telephone or by video.
        RemoteInterpreter,
        /// A volunteer.
        Volunteer,
        /// In writing only.
        Written,
        /// Not said; the sheet comes from a source that does not tell.
        NotSaid,
    }
}

/// A language in which a service can be had; sign languages are languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(input_name = "ServiceLanguageInput")]
#[serde(rename_all = "camelCase")]
pub struct ServiceLanguage {
    /// The language.
    pub language: Language,
    /// How it is offered.
    pub by: LanguageOffering,
    /// When, or on what condition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Localized>,
}

/// Something to bring.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(input_name = "DocumentToBringInput")]
#[serde(rename_all = "camelCase")]
pub struct DocumentToBring {
    /// What it is.
    pub name: Localized,
    /// Whether one is received without it.
    #[graphql(default)]
    #[serde(default)]
    pub optional: bool,
    /// Where it is explained or had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<WebAddress>,
}

kernel::codes! {
    /// How one is received.
    ServiceAccess {
        /// One just comes.
        WalkIn,
        /// By appointment only.
        Appointment,
        /// One just comes, or makes an appointment.
        Both,
        /// Not said.
        NotSaid,
    }
}

/// Whom a service is for, and on what terms. These are the partner's rules, shown as such; they
/// never filter who is received by the network.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(input_name = "ServiceConditionsInput")]
#[serde(rename_all = "camelCase")]
pub struct ServiceConditions {
    /// How one is received.
    pub access: ServiceAccess,
    /// Where one has to live, if it matters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub residence: Option<Localized>,
    /// Whom it is for, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eligibility: Option<Localized>,
    /// From this age in years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum_age: Option<u8>,
    /// Up to this age in years, included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub maximum_age: Option<u8>,
    /// How one asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how_to_apply: Option<Localized>,
    /// What it costs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cost: Option<Localized>,
}

impl Default for ServiceConditions {
    fn default() -> Self {
        Self {
            access: ServiceAccess::NotSaid,
            residence: None,
            eligibility: None,
            minimum_age: None,
            maximum_age: None,
            how_to_apply: None,
            cost: None,
        }
    }
}

kernel::codes! {
    /// A day of the week.
    WeekDay {
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

/// When a service is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(input_name = "ServiceHoursInput")]
#[serde(rename_all = "camelCase")]
pub struct ServiceHours {
    /// On these days of each week.
    #[graphql(default)]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<WeekDay>,
    /// From this time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens: Option<ClockTime>,
    /// Until this time; of the next day when it is not after the opening.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes: Option<ClockTime>,
    /// From this date on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// Until this date, included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// The key of the place, when the hours are those of one place only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Line>,
    /// What else there is to know.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Localized>,
    /// Whether more rules apply than can be shown here, such as every second week: read the note
    /// or call before going.
    #[graphql(default)]
    #[serde(default)]
    pub partial: bool,
}

/// Everything a service sheet says, as a whole.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(input_name = "ServiceContentInput")]
#[serde(rename_all = "camelCase")]
pub struct ServiceContent {
    /// Its name.
    pub name: Localized,
    /// Its other name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub also_known_as: Option<Localized>,
    /// What it does for people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Localized>,
    /// What everybody has to know now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Localized>,
    /// The needs it answers.
    #[graphql(default)]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<NeedCode>,
    /// The languages in which it can be had.
    #[graphql(default)]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<ServiceLanguage>,
    /// How interpretation is arranged, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub interpretation: Option<Localized>,
    /// What to bring.
    #[graphql(default)]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<DocumentToBring>,
    /// Whom it is for, and on what terms.
    #[graphql(default)]
    #[serde(default)]
    pub conditions: ServiceConditions,
    /// When it is open.
    #[graphql(default)]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub hours: Vec<ServiceHours>,
    /// Its telephones.
    #[graphql(default)]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<Phone>,
    /// Where it is.
    #[graphql(default)]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Place>,
    /// Where it works, in words.
    #[graphql(default)]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<Localized>,
    /// Its page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<WebAddress>,
    /// Its e-mail address, never of a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<EmailAddress>,
    /// The card to show at the counter: how to say what one comes for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub how_to_say_it: Option<Localized>,
}

impl ServiceContent {
    /// Every text on the sheet that people read: where a missing language is a gap.
    pub fn texts(&self) -> impl Iterator<Item = &Localized> {
        let conditions = &self.conditions;
        std::iter::once(&self.name)
            .chain(&self.also_known_as)
            .chain(&self.description)
            .chain(&self.notice)
            .chain(&self.interpretation)
            .chain(self.languages.iter().filter_map(|language| language.note.as_ref()))
            .chain(self.documents.iter().map(|document| &document.name))
            .chain(&conditions.residence)
            .chain(&conditions.eligibility)
            .chain(&conditions.how_to_apply)
            .chain(&conditions.cost)
            .chain(self.hours.iter().filter_map(|hours| hours.note.as_ref()))
            .chain(self.phones.iter().filter_map(|phone| phone.note.as_ref()))
            .chain(self.places.iter().flat_map(Place::texts))
            .chain(&self.areas)
            .chain(&self.how_to_say_it)
    }
}

impl ServiceContent {
    /// Whether a sheet may say this.
    ///
    /// # Errors
    /// What is missing, too long or contradictory.
    pub(super) fn sound(&self) -> Result<(), ServiceRefusal> {
        if self.name.is_empty() {
            return Err(ServiceRefusal::ServiceSheetNameMissing);
        }
        let most = MOST_ENTRIES;
        let lengths = [
            self.needs.len(),
            self.languages.len(),
            self.documents.len(),
            self.hours.len(),
            self.phones.len(),
            self.places.len(),
            self.areas.len(),
        ];
        let inner = self.places.iter().map(|place| place.addresses.len().max(place.accessibility.len()));
        if lengths.into_iter().chain(inner).any(|length| length > most) {
            return Err(ServiceRefusal::ServiceSheetTooManyEntries { most });
        }
        if let (Some(minimum), Some(maximum)) = (self.conditions.minimum_age, self.conditions.maximum_age)
            && minimum > maximum
        {
            return Err(ServiceRefusal::ServiceSheetAgesReversed { minimum, maximum });
        }
        if self.hours.iter().any(ServiceHours::reversed) {
            return Err(ServiceRefusal::ServiceSheetHoursReversed);
        }
        if !self.places.iter().all(Place::on_the_globe) {
            return Err(ServiceRefusal::ServiceSheetPlaceNowhere);
        }
        self.places_clear()
    }

    /// Each place has a key of its own, and hours and telephones name places that are there.
    fn places_clear(&self) -> Result<(), ServiceRefusal> {
        let mut keys = HashSet::new();
        let unclear = |place: &Line| ServiceRefusal::ServiceSheetPlaceUnclear { place: place.to_string() };
        if let Some(twice) = self.places.iter().find(|place| !keys.insert(&place.key)) {
            return Err(unclear(&twice.key));
        }
        let named = self.hours.iter().filter_map(|hours| hours.place.as_ref());
        let named = named.chain(self.phones.iter().filter_map(|phone| phone.place.as_ref()));
        match named.into_iter().find(|key| !keys.contains(key)) {
            Some(unknown) => Err(unclear(unknown)),
            None => Ok(()),
        }
    }
}

impl ServiceHours {
    /// Dates that end before they begin. A closing before the opening is a night (shelters have
    /// them), and a closing at the opening is day and night.
    fn reversed(&self) -> bool {
        matches!((self.from, self.until), (Some(from), Some(until)) if until < from)
    }
}
