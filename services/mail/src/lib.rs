//! Letters: what leaves a node by e-mail. There is one: a volunteer is asked whether they go along, and
//! answers by a link.
//!
//! Nothing is kept of a letter but that it is to be sent (`mail.sqlite`); it is written from what is known
//! at the moment it leaves, and passes the gate of what leaves each time. Read on: [`runner`] (the way of
//! a letter), `leaving` (whether it may), [`letter`] (what it says), [`book`], [`patience`], [`post`],
//! [`settings`].

pub mod book;
mod leaving;
pub mod letter;
pub mod patience;
pub mod post;
pub mod runner;
pub mod settings;

pub use letter::Manner;
pub use runner::{Mail, MailError};
pub use settings::{Misconfigured, Password, Settings};
