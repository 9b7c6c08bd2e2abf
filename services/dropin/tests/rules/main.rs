//! Given what happened, when somebody asks, then this follows: one sentence for each rule.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod appointment;
mod interpretation;
mod session;
mod site;
mod visit;
#[path = "../words/mod.rs"]
mod words;
