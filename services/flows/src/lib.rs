//! Flows: what the platform does by itself, across contexts and when a time has come.
//!
//! A reaction is a pure function from an event, and the row it left, to commands. A deadline is a
//! row whose time has come. Every command's id is derived from what caused it, so that running
//! twice does nothing twice. Read on: [`reactions`], `causes` (what they are told), [`deadlines`], `erasure` (the one that destroys
//! keys), [`runner`].

mod causes;
pub mod checkpoint;
pub mod deadlines;
mod erasure;
pub mod reactions;
pub mod runner;

pub use checkpoint::Checkpoint;
pub use runner::{FlowError, Flows};
