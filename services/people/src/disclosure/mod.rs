//! Reading who somebody is: an event of its own, with a purpose, good for a quarter of an hour and
//! for the one who asked only. The person can be given the list.

mod aggregate;
pub mod commands;
mod events;
mod refusal;

pub use aggregate::{Disclosure, GOOD_FOR};
pub use commands::{DisclosureCommand, RevealIdentity};
pub use events::DisclosureEvent;
pub use refusal::DisclosureRefusal;
