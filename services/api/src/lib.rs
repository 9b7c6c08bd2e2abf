//! The face: one GraphQL schema over every context, behind one strict gate.
//!
//! Whatever arrives - a POST, a stream of events, a `WebSocket` - becomes an operation that passes
//! [`gate`]: parsed, bounded, authorized, timed, and with faults masked. Read on: [`schema`],
//! [`gate`], [`access`], [`inputs`], [`http`], [`socket`], [`guesses`].

pub mod access;
pub mod fields;
pub mod gate;
pub mod guesses;
pub mod http;
pub mod inputs;
mod nesting;
pub mod schema;
pub mod socket;
pub mod texts;

pub use access::{Access, RoleTable};
pub use gate::{Authenticate, Gate, Unauthenticated};
pub use guesses::GuessCounter;
pub use schema::{EntraideSchema, schema};
pub use texts::wording;
