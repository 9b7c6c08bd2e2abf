//! What a network says of itself beside what the API knows: its name, its telephone, its clips in
//! sign language. A node reads it from its configuration.

use graph::Locale;
use kernel::NetworkId;
use serde::{Deserialize, Serialize};

use crate::words::Words;

/// A network as its pages present it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Network {
    /// Its code, which stands in the address of its pages.
    pub id: NetworkId,
    /// Its name, in the languages it has one.
    #[serde(default)]
    pub name: Words,
    /// Whose words its French uses.
    #[serde(default)]
    pub french: French,
    /// The telephone that is answered, as it is dialled.
    #[serde(default)]
    pub phone: Option<String>,
    /// The e-mail address that is read.
    #[serde(default)]
    pub email: Option<String>,
    /// The clock that deadlines are told on, such as `Europe/Brussels`; that of the French it uses
    /// when left out.
    #[serde(default)]
    pub time_zone: Option<String>,
    /// Clips in sign language.
    #[serde(default)]
    pub clips: Vec<Clip>,
}

/// A French.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub enum French {
    /// Of Belgium.
    #[default]
    #[serde(rename = "fr-BE")]
    Belgium,
    /// Of Canada.
    #[serde(rename = "fr-CA")]
    Canada,
}

impl French {
    /// As a language of the interface.
    pub fn locale(self) -> Locale {
        match self {
            Self::Belgium => Locale::FrBe,
            Self::Canada => Locale::FrCa,
        }
    }
}

/// A clip in a sign language, served by this same site: the addresses begin with `/`.
#[derive(Debug, Clone, Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Clip {
    /// The page it belongs to.
    pub page: ClipPage,
    /// The sign language, such as `LSFB`.
    pub language: String,
    /// What it says, in a few words.
    pub title: Words,
    /// The film.
    pub video: String,
    /// The picture before it begins.
    pub poster: String,
    /// The captions, as `WebVTT`, in French.
    pub captions: String,
    /// All of it in words.
    pub transcript: Words,
}

/// A page that has a place for clips.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum ClipPage {
    /// The home page.
    Home,
    /// The meetings.
    Meetings,
    /// Who can help.
    Help,
    /// The easy version.
    Easy,
    /// Personal data.
    Privacy,
    /// The board that is turned towards a visitor, in the app.
    Board,
    /// One's own data, in the app.
    Data,
}

impl Clip {
    /// Whether everything is on this site: the pages load nothing from elsewhere.
    pub(crate) fn is_ours(&self) -> bool {
        [&self.video, &self.poster, &self.captions]
            .iter()
            .all(|address| address.starts_with('/') && !address.starts_with("//"))
    }
}

impl Network {
    /// A network of which only the code is known.
    pub fn of(id: NetworkId) -> Self {
        Self {
            id,
            name: Words::default(),
            french: French::default(),
            phone: None,
            email: None,
            time_zone: None,
            clips: Vec::new(),
        }
    }

    /// The clock that deadlines are told on.
    pub fn clock(&self) -> &str {
        self.time_zone.as_deref().unwrap_or(match self.french {
            French::Belgium => "Europe/Brussels",
            French::Canada => "America/Toronto",
        })
    }

    /// Its name in a language, or its code.
    pub(crate) fn called(&self, locale: Locale) -> String {
        self.name.shown(locale).map_or_else(|| self.id.as_str().to_owned(), |shown| shown.text)
    }
}
