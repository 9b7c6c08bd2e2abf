//! The vault: a key for each subject, kept apart from the journal, and the words sealed under it.
//!
//! The journal and the read models hold names, contacts and notes only sealed. Whoever erases a
//! subject here makes its words unreadable everywhere at once, in backups too, and the counts stay.
//!
//! Read on: [`Vault`] (what the node wires in as [`graph::Seals`]), then `seal` (how one text is
//! sealed), `epochs` and `files` (the key that changes with every erasure, and where it is),
//! `keys` (the file of wrapped keys), `erase`, `index` and `words` (how somebody is found),
//! `upgrade` (vaults of before), `cache`.

mod cache;
mod copy;
mod epochs;
mod erase;
mod error;
mod files;
mod index;
mod keys;
mod look;
mod schema;
mod seal;
mod upgrade;
mod vault;
mod words;

pub use copy::{check_copy, copy, without_key};
pub use epochs::{EpochKey, EpochKeys};
pub use error::VaultError;
pub use files::KeyFiles;
pub use look::{Look, look};
pub use vault::Vault;
