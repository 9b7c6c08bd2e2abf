//! One dated opening of a site, from its planning to its counts.
//!
//! Read on: [`words`], [`commands`], [`events`], [`refusal`], [`aggregate`].

pub mod aggregate;
pub mod commands;
pub mod events;
pub mod refusal;
pub mod words;

pub use aggregate::{Admission, Session};
pub use commands::{
    CancelSession, CloseSession, OpenSession, PlanSession, RecordInterpreterArrival, SessionCommand,
    TurnPersonAway,
};
pub use events::SessionEvent;
pub use refusal::SessionRefusal;
pub use words::{InterpreterMode, SessionCancellation, SessionState, TurnedAwayReason};
