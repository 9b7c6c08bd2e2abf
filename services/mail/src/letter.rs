//! What a letter says: that somebody asks, until when to answer, and how to get no more of them. It
//! names nobody and no need; whoever opens the link reads there what it is about.

use chrono::{DateTime, Datelike, Utc};
use chrono_tz::Tz;
use graph::wording::Texts;
use graph::{Locale, Wording};
use kernel::Language;
use lettre::message::header::{ContentType, HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message};
use serde_json::{Map, Value};
use thiserror::Error;
use url::Url;
use uuid::Uuid;

/// The sentences of letters in the four languages.
pub const TEXTS: &[Texts] = &[
    (Locale::FrBe, include_str!("../locales/fr.ftl")),
    (Locale::Nl, include_str!("../locales/nl.ftl")),
    (Locale::Ar, include_str!("../locales/ar.ftl")),
    (Locale::En, include_str!("../locales/en.ftl")),
];

/// A letter that cannot be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("no letter can be written to what stands in the place of an address")]
pub struct NoAddress;

/// How a network writes: in which words, by which clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Manner {
    /// Its own language.
    pub locale: Locale,
    /// Its clock.
    pub clock: Tz,
}

impl Default for Manner {
    fn default() -> Self {
        Self { locale: Locale::FrBe, clock: Tz::Europe__Brussels }
    }
}

impl Manner {
    /// The language to write in to somebody who said which languages they speak: that of the network if
    /// they speak it or did not say, else the first of ours that they do.
    pub fn for_speaker_of<'a>(self, spoken: impl IntoIterator<Item = &'a Language>) -> Self {
        let spoken: Vec<Locale> = spoken.into_iter().filter_map(ours).collect();
        let own = |locale: &Locale| language(*locale) == language(self.locale);
        if spoken.is_empty() || spoken.iter().any(own) {
            return self;
        }
        let order = [Locale::FrBe, Locale::Nl, Locale::En, Locale::Ar];
        let locale = order.into_iter().find(|locale| spoken.contains(locale));
        Self { locale: locale.unwrap_or(self.locale), ..self }
    }
}

/// A language people speak as one of the interface.
fn ours(language: &Language) -> Option<Locale> {
    match language.as_str() {
        "fra" => Some(Locale::FrBe),
        "nld" => Some(Locale::Nl),
        "ara" => Some(Locale::Ar),
        "eng" => Some(Locale::En),
        _ => None,
    }
}

/// A language as it stands in the address of a page.
fn language(locale: Locale) -> &'static str {
    match locale {
        Locale::FrBe | Locale::FrCa => "fr",
        Locale::Nl => "nl",
        Locale::Ar => "ar",
        Locale::En => "en",
    }
}

/// The address that a link leads to.
pub fn link(site: &Url, locale: Locale, token: &str) -> String {
    let mut address = site.clone();
    // Of a network's code and base64url: nothing that an address would have to escape.
    address.set_path(&format!("/{}/l/{token}", language(locale)));
    address.set_query(None);
    address.set_fragment(None);
    address.into()
}

/// The question to a volunteer, in words: the subject, and the text.
pub fn question(words: &Wording, manner: Manner, link: &str, deadline: DateTime<Utc>) -> (String, String) {
    let until = deadline.with_timezone(&manner.clock);
    let mut moment = Map::new();
    moment.insert("day".to_owned(), Value::from(until.day().to_string()));
    moment.insert("month".to_owned(), Value::from(until.month()));
    moment.insert("time".to_owned(), Value::from(until.format("%H:%M").to_string()));
    // Marks of direction around a day or a month help nobody in a letter, and old programs show them.
    let say = |key: &str| words.say(manner.locale, key, &moment).replace(['\u{2068}', '\u{2069}'], "");
    let body = format!(
        "{}\n\n{link}\n\n{}\n{}\n{}\n\n-- \n{}\n",
        say("letter-question"),
        say("letter-until"),
        say("letter-free"),
        say("letter-alone"),
        say("letter-stop"),
    );
    (say("letter-subject"), body)
}

/// The id of a message: it follows from the letter's, so that one sent twice is known to be the same.
pub fn message_id(letter: Uuid, site: &Url) -> String {
    format!("<{letter}@{}>", site.host_str().unwrap_or("localhost"))
}

/// A letter as it goes over the wire.
///
/// # Errors
/// When there is no address in the place of one.
pub fn message(
    from: &Mailbox,
    to: &str,
    id: String,
    at: DateTime<Utc>,
    (subject, body): (String, String),
) -> Result<Message, NoAddress> {
    let to = Mailbox::new(None, to.parse().map_err(|_| NoAddress)?);
    let automatic = HeaderName::new_from_ascii_str("Auto-Submitted");
    Message::builder()
        .from(from.clone())
        .to(to)
        .subject(subject)
        .message_id(Some(id))
        .date(at.into())
        .raw_header(HeaderValue::new(automatic, "auto-generated".to_owned()))
        .header(ContentType::TEXT_PLAIN)
        .body(body)
        .map_err(|_| NoAddress)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> Wording {
        Wording::new([TEXTS]).unwrap()
    }

    fn written(locale: Locale) -> (String, String) {
        let site: Url = "https://entraide.example/somewhere?x=1#y".parse().unwrap();
        let manner = Manner { locale, ..Manner::default() };
        let link = link(&site, locale, "brussels.abc-_");
        question(&words(), manner, &link, "2023-05-26T22:30:00Z".parse().unwrap())
    }

    #[test]
    fn a_letter_says_until_when_by_the_clock_of_the_network() {
        let (subject, body) = written(Locale::FrBe);
        assert_eq!(subject, "Une question pour vous");
        assert!(body.contains("jusqu’au 27 mai, à 00:30"), "{body}");
        assert!(body.contains("\n\nhttps://entraide.example/fr/l/brussels.abc-_\n\n"), "{body}");
        assert!(written(Locale::Nl).1.contains("tot 27 mei, 00:30"));
        assert!(written(Locale::En).1.contains("until 27 May, 00:30"));
        let (subject, body) = written(Locale::Ar);
        assert!(body.contains("27 مايو") && body.contains("/ar/l/") && !subject.is_empty(), "{body}");
        assert!(written(Locale::FrCa).1.contains("/fr/l/"));
    }

    #[test]
    fn every_sentence_is_there_in_every_language() {
        for locale in [Locale::FrBe, Locale::Nl, Locale::Ar, Locale::En] {
            for key in [
                "letter-subject",
                "letter-question",
                "letter-until",
                "letter-free",
                "letter-alone",
                "letter-stop",
            ] {
                assert!(words().has(locale, key), "{}: {key}", locale.tag());
            }
            let (_, body) = written(locale);
            assert!(!body.contains("letter-") && !body.contains('{'), "{body}");
        }
    }

    #[test]
    fn somebody_is_written_to_in_a_language_they_speak() {
        let manner = Manner::default();
        let spoken = |languages: &[&str]| {
            let languages: Vec<Language> = languages.iter().map(|code| code.parse().unwrap()).collect();
            manner.for_speaker_of(&languages).locale
        };
        assert_eq!(spoken(&[]), Locale::FrBe);
        assert_eq!(spoken(&["ara", "fra"]), Locale::FrBe);
        assert_eq!(spoken(&["ara", "nld"]), Locale::Nl);
        assert_eq!(spoken(&["ara"]), Locale::Ar);
        assert_eq!(spoken(&["sfb"]), Locale::FrBe, "none of ours: the network's");
        let quebec = Manner { locale: Locale::FrCa, ..manner };
        let french: Language = "fra".parse().unwrap();
        assert_eq!(quebec.for_speaker_of([&french]).locale, Locale::FrCa);
    }

    #[test]
    fn a_letter_says_that_a_program_wrote_it_and_which_letter_it_is() {
        let from: Mailbox = "Entraide <e@example.org>".parse().unwrap();
        let site: Url = "https://entraide.example".parse().unwrap();
        let at = "2023-05-23T08:00:00Z".parse().unwrap();
        let letter = |to: &str| message(&from, to, message_id(Uuid::nil(), &site), at, written(Locale::Nl));
        let text = String::from_utf8(letter("bea@tilleuls.example").unwrap().formatted()).unwrap();
        for line in [
            "Message-ID: <00000000-0000-0000-0000-000000000000@entraide.example>\r\n",
            "Auto-Submitted: auto-generated\r\n",
            "Date: Tue, 23 May 2023 08:00:00 +0000\r\n",
            "Content-Type: text/plain; charset=utf-8\r\n",
        ] {
            assert!(text.contains(line), "{line}{text}");
        }
        assert_eq!(letter("nobody\r\nBcc: mallory@example.org").unwrap_err(), NoAddress);
    }
}
