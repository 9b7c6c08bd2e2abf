//! Why not. One variant, one sentence in four languages, one test.

use chrono::NaiveDate;
use serde::Serialize;
use strum::VariantNames;

/// Why a partner's rules say no.
#[derive(Debug, Clone, PartialEq, Serialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum PartnerRefusal {
    /// There is no such partner in this network.
    PartnerNotFound,
    /// The id belongs to a partner that exists.
    PartnerAlreadyIdentified,
    /// A partner without a name in any language.
    PartnerNameMissing,
    /// Too many telephones or places.
    PartnerTooManyEntries {
        /// How many there may be.
        most: usize,
    },
    /// Coordinates that are not on the globe.
    PartnerPlaceNowhere,
    /// It was met already; one does not go back to a first contact.
    PartnerAlreadyMet,
    /// It was not contacted yet.
    PartnerNotContactedYet,
    /// It was not met yet.
    PartnerNotMetYet,
    /// It has declined.
    PartnerHasDeclined,
    /// The partnership lives already.
    PartnershipAlreadyActive,
    /// There is no living partnership.
    PartnershipNotActive,
    /// The partnership sleeps; it is revived, not begun again.
    PartnershipIsDormant,
    /// The partnership does not sleep.
    PartnershipNotDormant,
    /// The next step lies in the past.
    PartnerStepInThePast {
        /// The day that was given.
        on: NaiveDate,
    },
    /// No next step is planned.
    PartnerStepNotPlanned,
    /// One side cannot know the other since tomorrow.
    AcquaintanceInTheFuture {
        /// The day that was given.
        since: NaiveDate,
    },
    /// There is no such contact person.
    ContactPersonNotFound,
    /// A contact person of whom nothing is said.
    ContactPersonEmpty,
    /// Too many contact persons.
    TooManyContactPersons {
        /// How many there may be.
        most: usize,
    },
    /// Too many notes.
    TooManyPartnerNotes {
        /// How many there may be.
        most: usize,
    },
    /// Too many imported rows.
    TooManyPartnerRows {
        /// How many there may be.
        most: usize,
    },
}
