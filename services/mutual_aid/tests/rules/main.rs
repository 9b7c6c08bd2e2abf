//! The rules of mutual aid: given what happened, when somebody asks, then this follows.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod acts;
mod charter;
mod deadlines;
mod member;
mod pairing;
mod score;
mod story;
#[allow(dead_code, reason = "the GraphQL tests use more of the world than these rules do")]
mod world;
