//! The words of the pages in one language.

use std::sync::{Arc, LazyLock};

use graph::wording::Texts;
use graph::{Locale, Wording};
use serde_json::{Map, Value};

/// The texts, without those of the app; `build/texts.rs` has compared the languages with each other.
const TEXTS: &[Texts] = &[
    (Locale::FrBe, include_str!(concat!(env!("OUT_DIR"), "/fr.ftl"))),
    (Locale::FrCa, include_str!(concat!(env!("OUT_DIR"), "/fr-CA.ftl"))),
    (Locale::Nl, include_str!(concat!(env!("OUT_DIR"), "/nl.ftl"))),
    (Locale::Ar, include_str!(concat!(env!("OUT_DIR"), "/ar.ftl"))),
    (Locale::En, include_str!(concat!(env!("OUT_DIR"), "/en.ftl"))),
];

/// Read once: the build has read the same files.
static WORDING: LazyLock<Result<Arc<Wording>, String>> =
    LazyLock::new(|| Wording::new([TEXTS]).map(Arc::new));

/// Somebody who speaks one language.
#[derive(Clone)]
pub(crate) struct Speech {
    wording: Arc<Wording>,
    locale: Locale,
}

impl Speech {
    /// Somebody who speaks this language.
    pub(crate) fn of(locale: Locale) -> Result<Self, String> {
        let wording = WORDING.as_ref().map_err(Clone::clone)?;
        Ok(Self { wording: Arc::clone(wording), locale })
    }

    pub(crate) fn locale(&self) -> Locale {
        self.locale
    }

    /// A text.
    pub(crate) fn say(&self, key: &str) -> String {
        self.wording.say(self.locale, key, &Map::new())
    }

    /// A text with one word in it.
    pub(crate) fn with(&self, key: &str, name: &str, word: &str) -> String {
        self.tell(key, [(name, Value::from(word))])
    }

    /// A text with words or numbers in it.
    pub(crate) fn tell<'a>(&self, key: &str, words: impl IntoIterator<Item = (&'a str, Value)>) -> String {
        let words = words.into_iter().map(|(name, word)| (name.to_owned(), word)).collect();
        self.wording.say(self.locale, key, &words)
    }

    /// A text that goes into another one. Its own marks of direction are left out: around a text that
    /// begins with a mark, the outer ones would find no direction and take it for a Latin one.
    pub(crate) fn piece<'a>(&self, key: &str, words: impl IntoIterator<Item = (&'a str, Value)>) -> String {
        plain(&self.tell(key, words))
    }

    /// The words for a code of the schema; `?` and the code for one that is newer than this page.
    pub(crate) fn code(&self, beginning: &str, code: &str) -> String {
        let key = format!("{beginning}{}", code.to_ascii_lowercase().replace('_', "-"));
        if self.known(&key) { self.say(&key) } else { format!("? {code}") }
    }

    /// A language by its ISO 639-3 code; the code itself when we have no word for it.
    pub(crate) fn language(&self, code: &str) -> String {
        let key = format!("page-language-{code}");
        if self.known(&key) { self.say(&key) } else { code.to_owned() }
    }

    /// Whether there is a text at all; French stands for the words that Québec shares with it.
    fn known(&self, key: &str) -> bool {
        self.wording.has(self.locale, key)
            || (self.locale == Locale::FrCa && self.wording.has(Locale::FrBe, key))
    }
}

/// Without the marks that keep directions apart.
pub(crate) fn plain(text: &str) -> String {
    text.replace(['\u{2068}', '\u{2069}'], "")
}
