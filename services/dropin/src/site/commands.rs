//! What may be asked of a site.

use async_graphql::InputObject;
use chrono::NaiveDate;
use kernel::{Line, Secrets, Telephone, Text};
use serde::Serialize;

use super::words::{
    ExceptionalOpening, OpeningSlot, OpeningSlotId, SiteClosure, SiteExceptionId, SiteLanguage, SiteTimeZone,
};

/// What may be asked of a site.
#[derive(Debug, Clone, Serialize)]
pub enum SiteCommand {
    /// Open a site.
    Open(OpenSite),
    /// Change what people read about it.
    Change(ChangeSite),
    /// Add a weekly slot.
    AddSlot(OpeningSlot),
    /// Change a weekly slot.
    ChangeSlot(OpeningSlot),
    /// Remove a weekly slot.
    RemoveSlot(RemoveOpeningSlot),
    /// Close it on some dates.
    CloseOnDates(SiteClosure),
    /// Open it outside its weekly slots.
    OpenExceptionally(ExceptionalOpening),
    /// Take an exception back.
    WithdrawException(WithdrawSiteException),
    /// Close it for good.
    Close(CloseSite),
}

impl Secrets for SiteCommand {}

/// A new site.
#[derive(Debug, Clone, PartialEq, Serialize, InputObject)]
#[graphql(name = "OpenSiteInput")]
#[serde(rename_all = "camelCase")]
pub struct OpenSite {
    /// Its name.
    pub name: Line,
    /// Its time zone; opening hours are kept in it.
    pub time_zone: SiteTimeZone,
    /// Where it is, as written on a letter.
    pub address: Option<Text>,
    /// The number anybody may call.
    pub phone: Option<Telephone>,
    /// The languages it offers, and how.
    pub languages: Vec<SiteLanguage>,
}

/// What changes about a site; what is left out stays.
#[derive(Debug, Clone, PartialEq, Serialize, InputObject)]
#[graphql(name = "ChangeSiteInput")]
#[serde(rename_all = "camelCase")]
pub struct ChangeSite {
    /// Its new name.
    pub name: Option<Line>,
    /// Its new address.
    pub address: Option<Text>,
    /// The number anybody may call from now on.
    pub phone: Option<Telephone>,
    /// All the languages it offers from now on.
    pub languages: Option<Vec<SiteLanguage>>,
}

/// The end of a weekly slot.
#[derive(Debug, Clone, PartialEq, Serialize, InputObject)]
#[graphql(name = "RemoveOpeningSlotInput")]
#[serde(rename_all = "camelCase")]
pub struct RemoveOpeningSlot {
    /// The slot.
    pub slot: OpeningSlotId,
    /// The first date without it; earlier dates keep it.
    pub from: NaiveDate,
}

/// The withdrawal of a closure or of an exceptional opening.
#[derive(Debug, Clone, PartialEq, Serialize, InputObject)]
#[graphql(name = "WithdrawSiteExceptionInput")]
#[serde(rename_all = "camelCase")]
pub struct WithdrawSiteException {
    /// The exception.
    pub exception: SiteExceptionId,
}

/// The end of a site.
#[derive(Debug, Clone, PartialEq, Serialize, InputObject)]
#[graphql(name = "CloseSiteInput")]
#[serde(rename_all = "camelCase")]
pub struct CloseSite {
    /// Why, for the network.
    pub reason: Line,
}
