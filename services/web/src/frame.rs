//! What is around every page: the language, the network, where one is, and the way out.

use crate::icons;
use crate::language::Language;
use crate::network::{Clip, ClipPage, Network};
use crate::speech::Speech;
use crate::words::Shown;

/// Where somebody goes who must leave at once: a page that says nothing about whoever reads it.
const ELSEWHERE: &str = "https://www.wikipedia.org/";

/// One language of the switch.
pub(crate) struct Tongue {
    pub(crate) code: &'static str,
    pub(crate) dir: &'static str,
    pub(crate) name: &'static str,
    /// Its name where there is no room.
    pub(crate) short: &'static str,
    pub(crate) href: String,
    pub(crate) here: bool,
}

/// One entry of the menu.
pub(crate) struct Entry {
    pub(crate) href: String,
    pub(crate) words: String,
    pub(crate) here: bool,
}

/// A telephone: as it is written, and as it is dialled.
pub(crate) struct Phone {
    pub(crate) shown: String,
    pub(crate) href: String,
}

impl Phone {
    pub(crate) fn of(number: &str) -> Self {
        let dialled: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        Self { shown: number.to_owned(), href: format!("tel:{dialled}") }
    }
}

/// A clip in sign language as a page shows it.
pub(crate) struct ClipView {
    pub(crate) language: String,
    pub(crate) title: String,
    pub(crate) video: String,
    pub(crate) poster: String,
    pub(crate) captions: String,
    pub(crate) transcript: Option<Shown>,
}

/// What is around a page.
pub(crate) struct Frame {
    speech: Speech,
    pub(crate) tag: &'static str,
    pub(crate) dir: &'static str,
    pub(crate) title: String,
    pub(crate) brand: String,
    pub(crate) root: String,
    pub(crate) style: &'static str,
    pub(crate) tongues: Vec<Tongue>,
    pub(crate) menu: Vec<Entry>,
    pub(crate) foot: Vec<Entry>,
    pub(crate) phone: Option<Phone>,
    pub(crate) email: Option<String>,
    pub(crate) exit: Option<&'static str>,
    /// Whether search engines may know it.
    pub(crate) listed: bool,
    pub(crate) clips: Vec<ClipView>,
}

impl Frame {
    /// Around a page at a path below its language, such as `/brussels/help?need=housing`.
    pub(crate) fn new(
        speech: Speech,
        language: Language,
        network: Option<&Network>,
        path: &str,
        title: &str,
    ) -> Self {
        let title = speech.say(title);
        let tongues = Language::ALL.into_iter().map(|other| Tongue {
            code: other.code(),
            dir: other.dir(),
            name: other.own_name(),
            short: other.short_name(),
            href: format!("/{}{path}", other.code()),
            here: other == language,
        });
        let root = network.map_or_else(
            || format!("/{}", language.code()),
            |network| format!("/{}/{}", language.code(), network.id.as_str()),
        );
        let locale = speech.locale();
        let (menu, foot) = entries(&speech, language, network, &root, path);
        Self {
            tag: locale.tag(),
            dir: language.dir(),
            brand: network.map_or_else(|| "Entraide".to_owned(), |network| network.called(locale)),
            style: crate::files::STYLE,
            tongues: tongues.collect(),
            phone: network.and_then(|network| network.phone.as_deref()).map(Phone::of),
            email: network.and_then(|network| network.email.clone()),
            exit: None,
            listed: true,
            clips: Vec::new(),
            title,
            root,
            menu,
            foot,
            speech,
        }
    }

    /// With the way out, for what nobody should be seen reading.
    pub(crate) fn with_exit(mut self, needed: bool) -> Self {
        self.exit = needed.then_some(ELSEWHERE);
        self
    }

    /// For whoever has the address only.
    pub(crate) fn unlisted(mut self) -> Self {
        self.listed = false;
        self
    }

    /// With the clips that belong to this page.
    pub(crate) fn with_clips(mut self, network: &Network, page: ClipPage) -> Self {
        let locale = self.speech.locale();
        let fit = |clip: &&Clip| clip.page == page && clip.is_ours();
        let clips = network.clips.iter().filter(fit).map(|clip| ClipView {
            language: clip.language.clone(),
            title: clip.title.shown(locale).map_or_else(|| clip.language.clone(), |shown| shown.text),
            video: clip.video.clone(),
            poster: clip.poster.clone(),
            captions: clip.captions.clone(),
            transcript: clip.transcript.shown(locale),
        });
        self.clips = clips.collect();
        self
    }

    /// Whose words it uses.
    pub(crate) fn speech(&self) -> &Speech {
        &self.speech
    }

    /// A text.
    pub(crate) fn say(&self, key: &str) -> String {
        self.speech.say(key)
    }

    /// A text with one word in it.
    pub(crate) fn with(&self, key: &str, name: &str, word: &str) -> String {
        self.speech.with(key, name, word)
    }

    /// A picture.
    #[allow(clippy::unused_self, reason = "templates reach everything through the frame")]
    pub(crate) fn icon(&self, name: &str) -> String {
        icons::picture(name)
    }
}

/// The menu and the foot of a page: the same entries in the same place on each.
fn entries(
    speech: &Speech,
    language: Language,
    network: Option<&Network>,
    root: &str,
    path: &str,
) -> (Vec<Entry>, Vec<Entry>) {
    let Some(network) = network else { return (Vec::new(), Vec::new()) };
    let here = path.split('?').next().unwrap_or_default();
    let entry = |end: &str, key: &str| Entry {
        href: format!("{root}{end}"),
        words: speech.say(key),
        here: here == format!("/{}{end}", network.id.as_str()),
    };
    let menu = vec![entry("", "page-home"), entry("/meetings", "page-meetings"), entry("/help", "page-help")];
    let mut foot = vec![
        entry("/easy", "page-easy"),
        entry("/privacy", "page-privacy"),
        entry("/accessibility", "page-accessibility"),
    ];
    foot.push(Entry {
        href: format!("/{}/app?network={}", language.code(), network.id.as_str()),
        words: speech.say("page-team"),
        here: false,
    });
    (menu, foot)
}
