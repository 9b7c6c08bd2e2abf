//! What tests of several crates share: stored event fixtures and a private `PostgreSQL`.

pub mod history;
pub mod postgres;
