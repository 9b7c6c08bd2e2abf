//! Given what happened, when somebody asks, then this follows: one sentence for each rule.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "rules/appointment.rs"]
mod appointment;
#[path = "rules/session.rs"]
mod session;
#[path = "rules/site.rs"]
mod site;
#[path = "rules/visit.rs"]
mod visit;
#[path = "words/mod.rs"]
mod words;
