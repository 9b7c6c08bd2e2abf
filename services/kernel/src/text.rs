//! Checked text: a line, a paragraph, and a text in the four languages of the interface.

use std::fmt;
use std::str::FromStr;

use async_graphql::{InputObject, SimpleObject};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::text_scalar;

/// Why a text is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TextError {
    /// Nothing but blanks.
    #[error("the text is empty; leave the field out instead")]
    Empty,
    /// Longer than the field takes.
    #[error("the text is longer than {0} characters; shorten it")]
    TooLong(usize),
    /// A control character, or a line break where one line is asked.
    #[error("the text contains a control character; type it again")]
    Control,
}

fn checked(text: &str, max: usize, breaks: bool) -> Result<String, TextError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(TextError::Empty);
    }
    if text.chars().count() > max {
        return Err(TextError::TooLong(max));
    }
    if text.chars().any(|c| c.is_control() && !(breaks && matches!(c, '\n' | '\t'))) {
        return Err(TextError::Control);
    }
    Ok(text.to_owned())
}

macro_rules! checked_text {
    ($(#[doc = $doc:literal])+ $name:ident, $max:literal, $breaks:literal) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            /// The most characters it takes.
            pub const MAX: usize = $max;

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl FromStr for $name {
            type Err = TextError;
            fn from_str(text: &str) -> Result<Self, TextError> {
                checked(text, $max, $breaks).map(Self)
            }
        }

        text_scalar! { $(#[doc = $doc])+ $name }
    };
}

checked_text! {
    /// One line of text, 1 to 200 characters, without line breaks.
    Line, 200, false
}

checked_text! {
    /// Text of several lines, 1 to 4,000 characters.
    Text, 4_000, true
}

/// A text in the four languages of the interface; what is missing is shown in another one and
/// marked so.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(input_name = "LocalizedInput")]
#[serde(deny_unknown_fields)]
pub struct Localized {
    /// In French.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fr: Option<Text>,
    /// In Dutch.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nl: Option<Text>,
    /// In Arabic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ar: Option<Text>,
    /// In English.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<Text>,
}

impl Localized {
    /// Whether no language has a text.
    pub fn is_empty(&self) -> bool {
        [&self.fr, &self.nl, &self.ar, &self.en].iter().all(|text| text.is_none())
    }

    /// The first text there is: French, Dutch, Arabic, English.
    pub fn first(&self) -> Option<&Text> {
        [&self.fr, &self.nl, &self.ar, &self.en].into_iter().find_map(Option::as_ref)
    }
}
