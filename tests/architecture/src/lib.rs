//! The invariants of the code base, as checks that name the fault and the way out.
//!
//! Each check is a function from what is in the repository to a list of faults. `tests/workspace.rs`
//! runs them on the repository; `tests/planted.rs` runs them on planted faults, so that a check
//! that has gone blind is noticed.
//!
//! Read on: [`arrows`] (who may depend on whom), [`pure`] (what a rule may not do), [`storage`]
//! (where SQL may be written), [`house`] (lengths, READMEs, languages, paths), [`figures`] (what dashboard and
//! alerts ask for); below them [`tree`] (the files) and [`code`] (Rust without comments, strings and tests).

#![allow(clippy::panic, clippy::expect_used, reason = "a test kit fails by panicking")]

pub mod arrows;
pub mod code;
pub mod figures;
pub mod house;
pub mod pure;
pub mod storage;
pub mod tree;

/// The five contexts: one folder each under `services/`, none knows another.
pub const CONTEXTS: [&str; 7] =
    ["accounts", "directory", "dropin", "meetings", "mutual_aid", "people", "referrals"];

/// Fails with every fault on its own line.
///
/// # Panics
/// When there is a fault.
#[track_caller]
pub fn none(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults:\n  {}\n", faults.len(), faults.join("\n  "));
}
