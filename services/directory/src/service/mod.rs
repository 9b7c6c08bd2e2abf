//! A service sheet: what a partner offers, in four languages, kept true by whoever answers for it.
//!
//! Read on: [`content`], [`standing`], [`commands`], [`events`], [`refusal`], [`aggregate`].

pub mod aggregate;
pub mod commands;
pub mod content;
pub mod events;
mod importing;
pub mod refusal;
pub mod standing;

pub use aggregate::{Service, Sheet, Status};
pub use commands::*;
pub use content::*;
pub use events::ServiceEvent;
pub use refusal::ServiceRefusal;
pub use standing::*;

kernel::aggregate!(Service, ServiceEvent, ServiceRefusal);
