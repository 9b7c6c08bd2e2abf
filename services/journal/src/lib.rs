//! The journal: every act of every network, once, in one order.
//!
//! Positions are dense and in the order of commits, on both engines. One committer task per node
//! decides and records in groups; followers read what was recorded. Read on in this order:
//! [`stored`] (what an event is at rest), [`engine`] (what an engine must do), [`committer`] (how
//! a command becomes events), [`lead`] (which node acts for all), [`sqlite`] and [`postgres`] (the two engines), [`cqrs`] (the same
//! journal under plain cqrs-es), [`portable`] (export and import).

mod appends;
pub mod batch;
pub mod cache;
pub mod committer;
pub mod cqrs;
pub mod deep;
pub mod engine;
pub mod error;
mod found;
pub mod lead;
pub mod ledger;
pub mod portable;
pub mod postgres;
mod queue;
pub mod sqlite;
pub mod stored;
pub mod writes;

pub use engine::{Audit, Engine};
pub use error::{JournalError, Unavailable, Why};
pub use lead::Leading;
pub use ledger::{Append, Ledger, Write};
pub use stored::{Journal, StoredEvent};
pub use writes::Writing;
