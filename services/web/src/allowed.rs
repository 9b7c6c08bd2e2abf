//! The documents a browser may send: those of this build and of the last releases, by the digest of
//! their text.
//!
//! The app sends an id only, `sha256:` and the digest; the text is here. Lists of releases are kept in
//! `services/web/releases`, one JSON file each, as the build writes `allowed.json`: an object from ids
//! to texts. A device that was offline during an update can still send what waits on it.

use std::collections::{BTreeMap, HashMap};

use crate::answer::whole_hex;
use crate::files;

include!(concat!(env!("OUT_DIR"), "/releases.rs"));

/// The list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Allowed {
    documents: BTreeMap<String, String>,
}

/// Why a list is not taken.
#[derive(Debug, thiserror::Error)]
pub enum Unfit {
    /// It is not an object from ids to texts.
    #[error("{list}: not a list of documents: {error}")]
    NoList {
        /// Which list.
        list: String,
        /// What is wrong with it.
        error: serde_json::Error,
    },
    /// An id is not the digest of its text.
    #[error("{list}: {id} is not the digest of its text")]
    WrongDigest {
        /// Which list.
        list: String,
        /// The id.
        id: String,
    },
}

impl Allowed {
    /// The list in this program; empty when the app was not built.
    ///
    /// # Errors
    /// When a list that was built in is not one: a fault of ours.
    pub fn embedded() -> Result<Self, Unfit> {
        let mut all = Self::default();
        for (release, text) in RELEASES {
            all.add(&format!("releases/{release}.json"), text.as_bytes())?;
        }
        if let Some(file) = files::named("allowed.json") {
            all.add("allowed.json", file.plain)?;
        }
        Ok(all)
    }

    /// Adds a list.
    ///
    /// # Errors
    /// When it is none, or one of its ids is not the digest of its text.
    pub fn add(&mut self, list: &str, json: &[u8]) -> Result<(), Unfit> {
        let documents: BTreeMap<String, String> =
            serde_json::from_slice(json).map_err(|error| Unfit::NoList { list: list.to_owned(), error })?;
        for (id, text) in documents {
            if id.strip_prefix("sha256:") != Some(whole_hex(text.as_bytes()).as_str()) {
                return Err(Unfit::WrongDigest { list: list.to_owned(), id });
            }
            self.documents.insert(id, text);
        }
        Ok(())
    }

    /// The text of a document, if it is allowed.
    pub fn text(&self, id: &str) -> Option<&str> {
        self.documents.get(id).map(String::as_str)
    }

    /// Whether a text is allowed, however it is sent.
    pub fn holds(&self, text: &str) -> bool {
        self.documents.contains_key(&format!("sha256:{}", whole_hex(text.as_bytes())))
    }

    /// Every document by its id.
    pub fn into_texts(self) -> HashMap<String, String> {
        self.documents.into_iter().collect()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.documents.len()
    }

    /// Whether there is none: then nobody can send anything by id.
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
    }
}
