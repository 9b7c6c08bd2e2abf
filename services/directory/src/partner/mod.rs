//! A partner, from the day somebody thinks of it to a partnership that lives, sleeps and wakes.
//!
//! Read on: [`details`], [`commands`], [`events`], [`refusal`], [`aggregate`].

pub mod aggregate;
pub mod commands;
pub mod details;
pub mod events;
mod prospecting;
pub mod refusal;

pub use aggregate::{Known, Partner, Stage};
pub use commands::*;
pub use details::*;
pub use events::PartnerEvent;
pub use refusal::PartnerRefusal;

kernel::aggregate!(Partner, PartnerEvent, PartnerRefusal);
