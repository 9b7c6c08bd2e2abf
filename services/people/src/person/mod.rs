//! A person known to the network, as far as they want to be: the ladder of identity, how to reach
//! them, what may be shared, what they ask about their data, and how they are forgotten.
//!
//! Read on: [`commands`], [`events`], [`refusal`], [`aggregate`] (the table; its rules are in
//! `rules/`), [`file`] (what the rules remember).

pub mod aggregate;
pub mod commands;
pub mod events;
pub mod file;
pub mod inputs;
pub mod refusal;
mod rules;

pub use aggregate::Person;
pub use commands::PersonCommand;
pub use events::PersonEvent;
pub use inputs::*;
pub use refusal::PersonRefusal;
