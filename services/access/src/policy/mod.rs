//! What somebody may see and do: Cedar policies over classes of fields and actions.
//!
//! The policies are files under `policies/`, to be read by whoever answers for a network; every field
//! has a class and every mutation an action in `policies/classes.toml`. The build holds all of them
//! against each other and against the schema. Read on: [`classes`], [`relation`], [`decisions`].

pub mod classes;
pub mod decisions;
pub mod relation;
mod rules;
pub mod told;

pub use classes::{Class, Classes, Done, Kind, Seen, fields_of};
pub use decisions::{Decisions, Rights};
pub use relation::Relation;
pub use rules::Unusable;
