//! What happened to a site.
//!
//! **This is the storage format.** Never rename a variant or a field; a new shape is an upcast and
//! a new fixture in `tests/history/site`.

use chrono::NaiveDate;
use kernel::{Line, Telephone, Text};
use serde::{Deserialize, Serialize};

use super::words::{
    ExceptionalOpening, OpeningSlot, OpeningSlotId, SiteClosure, SiteExceptionId, SiteLanguage, SiteTimeZone,
};

/// What happened to a site.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, strum::IntoStaticStr, strum::VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum SiteEvent {
    /// It was opened.
    SiteOpened {
        /// Its name.
        name: Line,
        /// Its time zone.
        time_zone: SiteTimeZone,
        /// Its address.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        address: Option<Text>,
        /// The number anybody may call.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        phone: Option<Telephone>,
        /// The languages it offers.
        languages: Vec<SiteLanguage>,
    },
    /// What people read about it changed.
    SiteChanged {
        /// Its new name.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<Line>,
        /// Its new address.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        address: Option<Text>,
        /// The number anybody may call from now on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        phone: Option<Telephone>,
        /// The languages it offers from now on.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        languages: Option<Vec<SiteLanguage>>,
    },
    /// A weekly slot was added.
    OpeningSlotAdded {
        /// The slot.
        slot: OpeningSlot,
    },
    /// A weekly slot was changed.
    OpeningSlotChanged {
        /// The slot as it is now.
        slot: OpeningSlot,
    },
    /// A weekly slot ends.
    OpeningSlotRemoved {
        /// The slot.
        slot: OpeningSlotId,
        /// The first date without it.
        from: NaiveDate,
    },
    /// It is closed on some dates.
    SiteClosedOnDates {
        /// When and why.
        closure: SiteClosure,
    },
    /// It is open outside its weekly slots.
    SiteOpenedExceptionally {
        /// When and why.
        opening: ExceptionalOpening,
    },
    /// A closure or an exceptional opening was taken back.
    SiteExceptionWithdrawn {
        /// Which.
        exception: SiteExceptionId,
    },
    /// It was closed for good.
    SiteClosed {
        /// Why.
        reason: Line,
    },
}
