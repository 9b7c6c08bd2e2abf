//! Languages as the field counts them: ISO 639-3, sign languages included, and how they were met.

use std::fmt;
use std::str::FromStr;

use async_graphql::Enum;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::text_scalar;

/// An ISO 639-3 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language([u8; 3]);

/// The text is not an ISO 639-3 code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a language is an ISO 639-3 code such as fra, nld, ara or sfb; und when unknown")]
pub struct NotALanguage;

impl Language {
    /// Not known, or not said.
    pub const UNKNOWN: Self = Self(*b"und");

    /// The code as text.
    pub fn as_str(&self) -> &str {
        // Three ASCII letters, checked when it was made.
        std::str::from_utf8(&self.0).unwrap_or("und")
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Language {
    type Err = NotALanguage;
    fn from_str(text: &str) -> Result<Self, NotALanguage> {
        let known = text == "und" || isolang::Language::from_639_3(text).is_some();
        match <[u8; 3]>::try_from(text.as_bytes()) {
            Ok(code) if known => Ok(Self(code)),
            _ => Err(NotALanguage),
        }
    }
}

text_scalar! {
    /// A language as an ISO 639-3 code, sign languages included: `fra`, `nld`, `ara`, `sfb` (LSFB),
    /// `vgt`. `und` when it is not known.
    Language
}

/// How a language is offered, or was met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Enum, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum LanguageMode {
    /// By somebody of the place who speaks or signs it.
    Direct,
    /// By an interpreter.
    Interpreter,
    /// By a volunteer.
    Volunteer,
    /// In writing.
    Written,
    /// It was not met.
    NotMet,
}
