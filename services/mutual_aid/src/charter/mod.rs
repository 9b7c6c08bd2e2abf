//! The charter of a network: made with its members, in versions, and what must be accepted before
//! going along with somebody.
//!
//! Read on: [`commands`], [`aggregate`], [`projection`].

pub mod aggregate;
pub mod commands;
pub mod events;
pub mod projection;
pub mod refusal;

pub use aggregate::{Charter, Declared, Renewal, Standing, charter_of};
pub use commands::{
    AdoptCharterVersion, BringCharterVersionIntoForce, CharterCommand, DraftCharterVersion,
    ProposeCharterAmendment,
};
pub use events::CharterEvent;
pub use projection::{
    CharterAmendment, CharterVersionRow, CharterVersionState, CharterVersions, standing_of,
};
pub use refusal::CharterRefusal;
