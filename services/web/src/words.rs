//! A text of the network in up to four languages, and the one that is shown.

use graph::Locale;
use serde::{Deserialize, Serialize};

/// A text in the languages there are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// In French.
    #[serde(default)]
    pub fr: Option<String>,
    /// In Dutch.
    #[serde(default)]
    pub nl: Option<String>,
    /// In Arabic.
    #[serde(default)]
    pub ar: Option<String>,
    /// In English.
    #[serde(default)]
    pub en: Option<String>,
}

/// A text as it is shown, with the language it is really in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shown {
    pub(crate) text: String,
    pub(crate) language: &'static str,
    pub(crate) dir: &'static str,
}

impl Words {
    /// Every language there is a text in, with the text.
    pub fn each(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let all = [("fr", &self.fr), ("nl", &self.nl), ("ar", &self.ar), ("en", &self.en)];
        all.into_iter().filter_map(|(language, text)| Some((language, text.as_deref()?)))
    }

    /// The text in a language, or in the nearest that has it.
    pub(crate) fn shown(&self, locale: Locale) -> Option<Shown> {
        order(locale).into_iter().find_map(|language| {
            let text = match language {
                "fr" => &self.fr,
                "nl" => &self.nl,
                "ar" => &self.ar,
                _ => &self.en,
            };
            let text = text.as_deref().map(str::trim).filter(|text| !text.is_empty())?;
            let dir = if language == "ar" { "rtl" } else { "ltr" };
            Some(Shown { text: text.to_owned(), language, dir })
        })
    }
}

/// Where a text is looked for, in order.
fn order(locale: Locale) -> [&'static str; 4] {
    match locale {
        Locale::FrBe | Locale::FrCa => ["fr", "en", "nl", "ar"],
        Locale::Nl => ["nl", "en", "fr", "ar"],
        Locale::Ar => ["ar", "fr", "en", "nl"],
        Locale::En => ["en", "fr", "nl", "ar"],
    }
}
