//! What may happen to a person's file, a disclosure and a rule, and what may not: one sentence each.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "../words/mod.rs"]
mod words;

mod forgetting;
mod identity;
mod leaving;
mod reading;
mod sharing;
