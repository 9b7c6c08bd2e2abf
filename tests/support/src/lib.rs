//! What tests of several crates share: stored event fixtures, a private `PostgreSQL`, the software that
//! stands at the other end of signing in and of letters, and the watch over personal words.

pub mod authenticator;
pub mod history;
pub mod letters;
mod npm;
pub mod outside;
pub mod personal;
pub mod postgres;
