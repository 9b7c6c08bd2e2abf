//! An organisation's own sign-in: the certified `oidc-provider` of npm, and a browser that goes there.
//! Its files are in `outside/` of this crate.

#![allow(clippy::panic, clippy::expect_used, clippy::print_stderr, reason = "a test kit fails by panicking")]

mod browser;
mod provider;

pub use browser::{BACK, Browser};
pub use provider::Provider;

/// What we are called there.
pub const CLIENT: &str = "entraide";
/// What we prove it with.
pub const SECRET: &str = "a secret between two machines";
