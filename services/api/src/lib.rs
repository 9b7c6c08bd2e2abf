//! The face: one GraphQL schema over every context, behind one strict gate.
//!
//! Whatever arrives - a POST, a stream of events, a `WebSocket` - becomes an operation that passes
//! [`gate`]: parsed, bounded, authorized, timed, and with faults masked. Read on: [`schema`],
//! [`gate`], [`access`], [`sight`], [`inputs`], [`http`], [`documents`], [`socket`], [`guesses`].

pub mod access;
pub mod authenticate;
mod by_token;
mod cookies;
pub mod documents;
pub mod fields;
pub mod gate;
pub mod guesses;
pub mod http;
mod in_turn;
pub mod inputs;
mod nesting;
pub mod schema;
pub mod sight;
pub mod sign_in;
pub mod socket;
mod staff;
pub mod texts;
mod traced;
mod who;

pub use self::access::{Access, Policies, Unchecked};
pub use authenticate::{Admitted, Authenticate, Entry, NotAdmitted, Presented, Unauthenticated};
pub use cookies::session_shown;
pub use documents::Documents;
pub use gate::Gate;
pub use guesses::GuessCounter;
pub use schema::{EntraideSchema, schema};
pub use texts::wording;
