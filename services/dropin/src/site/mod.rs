//! A place that receives people, and when it does: weekly opening slots in its own time zone,
//! with dated exceptions.
//!
//! Read on: [`words`], [`hours`] (the pure calendar), [`commands`], [`events`], [`refusal`],
//! [`aggregate`].

pub mod aggregate;
pub mod commands;
pub mod events;
pub mod hours;
pub mod refusal;
pub mod words;

pub use aggregate::Site;
pub use commands::{ChangeSite, CloseSite, OpenSite, RemoveOpeningSlot, SiteCommand, WithdrawSiteException};
pub use events::SiteEvent;
pub use hours::{SiteDay, SiteHours, SiteOpening};
pub use refusal::SiteRefusal;
pub use words::{
    ExceptionReason, ExceptionalOpening, OpeningDay, OpeningSlot, OpeningSlotId, OpeningTime, SiteClosure,
    SiteExceptionId, SiteLanguage, SiteTimeZone,
};
