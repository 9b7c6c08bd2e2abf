//! The language of an address, and the one a browser would rather have.

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use graph::Locale;

use crate::network::Network;

/// A language as it stands in an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Language {
    Fr,
    Nl,
    Ar,
    En,
}

impl Language {
    pub(crate) const ALL: [Self; 4] = [Self::Fr, Self::Nl, Self::Ar, Self::En];

    /// The piece of an address.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::Fr => "fr",
            Self::Nl => "nl",
            Self::Ar => "ar",
            Self::En => "en",
        }
    }

    pub(crate) fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// Its own name, in its own script.
    pub(crate) fn own_name(self) -> &'static str {
        match self {
            Self::Fr => "Français",
            Self::Nl => "Nederlands",
            Self::Ar => "العربية",
            Self::En => "English",
        }
    }

    /// Its own name, where there is no room for it.
    pub(crate) fn short_name(self) -> &'static str {
        match self {
            Self::Fr => "FR",
            Self::Nl => "NL",
            Self::Ar => "ع",
            Self::En => "EN",
        }
    }

    pub(crate) fn dir(self) -> &'static str {
        if self == Self::Ar { "rtl" } else { "ltr" }
    }

    /// The words of this language in a network: French is Belgian or Canadian.
    pub(crate) fn locale(self, network: Option<&Network>) -> Locale {
        match self {
            Self::Fr => network.map_or(Locale::FrBe, |network| network.french.locale()),
            Self::Nl => Locale::Nl,
            Self::Ar => Locale::Ar,
            Self::En => Locale::En,
        }
    }

    /// What a browser would rather have; French when it does not say, or speaks none of ours.
    pub(crate) fn wanted(headers: &HeaderMap) -> Self {
        let wanted = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        match wanted.and_then(Locale::accepted) {
            None | Some(Locale::FrBe | Locale::FrCa) => Self::Fr,
            Some(Locale::Nl) => Self::Nl,
            Some(Locale::Ar) => Self::Ar,
            Some(Locale::En) => Self::En,
        }
    }
}
