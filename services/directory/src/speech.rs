//! Which text is shown to whom: a missing language is a visible gap, filled from another one and
//! marked so.

use async_graphql::SimpleObject;
use kernel::{Localized, Text};
use strum::VariantArray as _;

kernel::codes! {
    /// A language of the interface.
    InterfaceLanguage {
        /// French.
        Fr,
        /// Dutch.
        Nl,
        /// Arabic.
        Ar,
        /// English.
        En,
    }
}

impl InterfaceLanguage {
    /// Where a missing text is looked for: the language itself, then the nearest ones.
    fn order(self) -> [Self; 4] {
        match self {
            Self::Fr => [Self::Fr, Self::En, Self::Nl, Self::Ar],
            Self::Nl => [Self::Nl, Self::En, Self::Fr, Self::Ar],
            Self::Ar => [Self::Ar, Self::Fr, Self::En, Self::Nl],
            Self::En => [Self::En, Self::Fr, Self::Nl, Self::Ar],
        }
    }

    /// The text in this language, if there is one.
    pub fn of(self, text: &Localized) -> Option<&Text> {
        match self {
            Self::Fr => text.fr.as_ref(),
            Self::Nl => text.nl.as_ref(),
            Self::Ar => text.ar.as_ref(),
            Self::En => text.en.as_ref(),
        }
    }

    /// A text that exists in this language only.
    pub fn alone(self, text: Text) -> Localized {
        let mut localized = Localized::default();
        *match self {
            Self::Fr => &mut localized.fr,
            Self::Nl => &mut localized.nl,
            Self::Ar => &mut localized.ar,
            Self::En => &mut localized.en,
        } = Some(text);
        localized
    }
}

/// A text as it is shown to somebody.
#[derive(Debug, Clone, PartialEq, Eq, SimpleObject)]
pub struct ShownText {
    /// The text.
    pub text: Text,
    /// The language it is written in.
    pub language: InterfaceLanguage,
    /// Whether it stands in for a text that is missing in the language asked.
    pub fallback: bool,
}

/// The text in the language asked, or in the nearest one that has it, marked as a fallback.
pub fn shown(text: &Localized, asked: InterfaceLanguage) -> Option<ShownText> {
    asked.order().into_iter().find_map(|language| {
        language.of(text).map(|found| ShownText {
            text: found.clone(),
            language,
            fallback: language != asked,
        })
    })
}

/// The languages in which at least one of these texts is missing; a text that exists in no
/// language is not missing, it was not written.
pub fn missing<'a>(texts: impl IntoIterator<Item = &'a Localized>) -> Vec<InterfaceLanguage> {
    let written: Vec<&Localized> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    InterfaceLanguage::VARIANTS
        .iter()
        .copied()
        .filter(|language| written.iter().any(|text| language.of(text).is_none()))
        .collect()
}
