//! The pages that need no script, and the app beside them: what a browser gets from a node.
//!
//! A page asks the API like any other client, through documents in `documents/pages`, as the public of
//! a network, as whoever holds a link, or as somebody signed in; it reads nothing else. Read on:
//! [`ports`] (what a node gives), `router` (what is where), `pages` (one file for each page), `app`
//! (how the built app is served), [`allowed`] (the documents a browser may send).

pub mod allowed;
mod answer;
mod app;
mod asking;
mod dates;
mod files;
mod form;
mod frame;
mod icons;
mod language;
mod needs;
pub mod network;
mod pages;
pub mod ports;
mod queries;
mod router;
mod security;
mod speech;
mod words;

pub use allowed::Allowed;
pub use network::{Clip, Network};
pub use ports::{Answer, Ask, Ids, LinkToken, Operation, Ports, Unanswered, Who};
pub use router::{Misconfigured, router};
