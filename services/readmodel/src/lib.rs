//! What people see: rows folded from the journal, in a local SQLite file that can be thrown away.
//!
//! Every [`kernel::Projection`] has one table. A row is never overwritten: each version of it
//! says from which position to which it held, so every list can be asked as of any position.
//! One runner folds the journal in order and commits rows and checkpoint together; what cannot be
//! folded is parked and reported, and nothing else waits for it. A rebuild makes a new file
//! beside the old one, proves that it read the whole journal, and only then takes its place.
//!
//! Read on in this order: [`model`], [`fold`], `schema`, `writer`, [`runner`], `generations`,
//! [`rebuild`], [`verify`], [`parked`], [`purge`], [`rows`], [`waiting`].

pub mod error;
pub mod fold;
mod generations;
pub mod model;
pub mod parked;
pub mod purge;
pub mod rebuild;
pub mod rows;
pub mod runner;
mod schema;
mod select;
mod sql;
mod stretches;
mod threads;
pub mod verify;
mod versions;
pub mod waiting;
mod writer;

pub use error::Error;
pub use fold::Fold;
pub use model::{ReadModel, Settings, Standing};
pub use parked::{Parked, Retried};
pub use purge::Purge;
pub use rebuild::Rebuilt;
pub use rows::Reading;
pub use verify::{Difference, Verified};
pub use waiting::DueRow;
