//! What stories say about people, and the search for it where it must never turn up: in logs, in
//! metrics, in addresses that are asked, in messages that are given.
//!
//! Nobody keeps a list by hand that could miss one. Whatever a request carries in the place of a
//! `PrivateText` or a `ReturnCode` of the schema is a personal word, and so are the addresses,
//! passwords and tokens of signing in. A story adds by hand only what it hands over otherwise, in a
//! file for example.
//!
//! Read on: [`inputs`] (which words of a request are personal), [`forms`] (how they would show), and
//! `answers` (which parts of an answer are messages rather than what was asked for).

#![allow(clippy::expect_used, reason = "a test kit fails by panicking")]

mod answers;
pub mod forms;
pub mod inputs;

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard};

use aho_corasick::{AhoCorasick, MatchKind};
use serde_json::Value;

use inputs::Inputs;

/// More are not told: the first ones show what is wrong.
const TOLD: usize = 20;
/// Letters of a text that are searched for; the tables of bad input send some of a megabyte.
const LONGEST: usize = 80;
/// Letters shown around a word that was found.
const AROUND: usize = 60;

/// The personal words of one node's stories, and what was said where they must not turn up. Clones
/// are the same watch.
#[derive(Clone, Default)]
pub struct Watch(Arc<Mutex<Kept>>);

#[derive(Default)]
struct Kept {
    /// The forms in which planted words would show.
    forms: BTreeSet<String>,
    /// Where, and what was said there.
    said: BTreeSet<(String, String)>,
}

impl Watch {
    /// The watch over a node's folder: the same one when the node is started there again.
    pub fn of(folder: &Path) -> Self {
        static WATCHES: LazyLock<Mutex<HashMap<PathBuf, Watch>>> = LazyLock::new(Mutex::default);
        let mut watches = WATCHES.lock().expect("nobody panicked holding it");
        watches.entry(folder.to_owned()).or_default().clone()
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.0.lock().expect("nobody panicked holding it")
    }

    /// Words about a person, a number, an address, or a secret.
    pub fn plant(&self, words: &str) {
        self.kept().forms.extend(forms::of(beginning(words)));
    }

    /// What somebody is called: each part of it as well.
    pub fn plant_name(&self, name: &str) {
        self.kept().forms.extend(forms::of_name(beginning(name)));
    }

    /// A request and its answer: plants what is personal, keeps what was said.
    pub fn exchange(&self, address: &str, sent: &[u8], answered: &str) {
        self.asked(address);
        self.sent(sent);
        self.answered(answered);
    }

    /// An address that was asked.
    pub fn asked(&self, address: &str) {
        self.said("an address", &forms::without_percents(address));
        self.said("an address", address);
    }

    /// What was sent: an operation, or something of signing in.
    pub fn sent(&self, body: &[u8]) {
        let Ok(body) = serde_json::from_slice::<Value>(body) else { return };
        for (field, words) in Inputs::shared().personal(&body) {
            if forms::NAMES.contains(&field.as_str()) { self.plant_name(&words) } else { self.plant(&words) }
        }
    }

    /// What was answered: its messages are kept, and what it hands over once is planted.
    pub fn answered(&self, text: &str) {
        let (messages, secrets) = answers::read(text);
        for secret in secrets {
            self.plant(&secret);
        }
        for message in messages {
            self.said("a message", &message);
        }
    }

    /// Something that was said where no personal word must be.
    pub fn said(&self, place: &str, text: &str) {
        self.kept().said.insert((place.to_owned(), text.to_owned()));
    }

    /// How many forms are searched for.
    pub fn forms(&self) -> usize {
        self.kept().forms.len()
    }

    /// Every planted word that turns up in what was said, or in one of these further places.
    pub fn leaks(&self, places: &[(&str, &[u8])]) -> Vec<String> {
        let kept = self.kept();
        let forms: Vec<&String> = kept.forms.iter().collect();
        let search = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .ascii_case_insensitive(true)
            .build(&forms)
            .expect("words can be searched for");
        let said = kept.said.iter().map(|(place, text)| (place.as_str(), text.as_bytes()));
        let mut leaks = Vec::new();
        for (place, text) in said.chain(places.iter().copied()) {
            let found = search.find_overlapping_iter(text);
            let whole = found.filter(|found| forms::stands_alone(text, found.start(), found.end()));
            for found in whole {
                let form = forms[found.pattern().as_usize()];
                leaks.push(format!("{form:?} in {place}: {}", around(text, found.start(), found.end())));
                if leaks.len() == TOLD {
                    return leaks;
                }
            }
        }
        leaks
    }
}

/// As much of some words as tells them from others: what leaks of a long text begins somewhere.
fn beginning(words: &str) -> &str {
    words.char_indices().nth(LONGEST).map_or(words, |(end, _)| &words[..end])
}

fn around(text: &[u8], start: usize, end: usize) -> String {
    let (from, to) = (start.saturating_sub(AROUND), (end + AROUND).min(text.len()));
    String::from_utf8_lossy(&text[from..to]).replace('\n', " ⏎ ")
}
