//! What free text may give away without meaning to: telephone numbers, e-mail addresses, and names
//! of those who work here. Pure; the text is read and forgotten.
//!
//! It warns rather too often than too rarely: whoever wrote the text may say that it is meant so.
//! A library that knows the numbering plan of every country would only say whether a number is
//! valid; a number typed with a slip is as much of a leak.

use std::collections::BTreeSet;

use async_graphql::{Enum, SimpleObject};
use serde::{Deserialize, Serialize};

use crate::spelling::{digit, plain};

/// A telephone number has at least this many digits when it begins with 0 or +.
const FEWEST_DIGITS: usize = 8;
/// Names shorter than this are words of too many languages.
const SHORTEST_NAME: usize = 3;

/// What a note may give away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Enum, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum NoteFindingKind {
    /// A telephone number.
    Telephone,
    /// An e-mail address.
    Email,
    /// The name of somebody who works here.
    StaffName,
}

/// A place in a note that may tell who somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, SimpleObject)]
pub struct NoteFinding {
    /// The first character of it, counted from 0.
    pub from: u32,
    /// The character behind it.
    pub until: u32,
    /// What it seems to be.
    pub kind: NoteFindingKind,
}

/// Everything a text may give away, in the order of the text.
pub fn found_in(text: &str, staff_names: &[&str]) -> Vec<NoteFinding> {
    let letters: Vec<char> = text.chars().collect();
    let words = words(&letters);
    let mut found = emails(&letters, &words);
    found.extend(telephones(&letters, &words));
    found.extend(names(&letters, staff_names));
    found.sort();
    found
}

/// Whether a text seems to hold a telephone number or an e-mail address.
pub fn holds_contact(text: &str) -> bool {
    !found_in(text, &[]).is_empty()
}

/// A part of the text: its first character, and the one behind it.
type Part = (usize, usize);

fn finding((from, until): Part, kind: NoteFindingKind) -> NoteFinding {
    let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    NoteFinding { from: place(from), until: place(until), kind }
}

/// What stands between blanks.
fn words(letters: &[char]) -> Vec<Part> {
    parts(letters, |letter| !letter.is_whitespace())
}

fn parts(letters: &[char], inside: impl Fn(char) -> bool) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut from = None;
    for (at, letter) in letters.iter().enumerate() {
        match (inside(*letter), from) {
            (true, None) => from = Some(at),
            (false, Some(start)) => {
                parts.push((start, at));
                from = None;
            }
            _ => {}
        }
    }
    parts.extend(from.map(|start| (start, letters.len())));
    parts
}

fn emails(letters: &[char], words: &[Part]) -> Vec<NoteFinding> {
    let looks_so = |&&(from, until): &&Part| {
        let word: String = letters[from..until].iter().collect();
        word.split_once('@').is_some_and(|(name, host)| {
            name.chars().any(char::is_alphanumeric)
                && host.split_once('.').is_some_and(|(domain, end)| {
                    domain.chars().any(char::is_alphanumeric)
                        && end.chars().take_while(char::is_ascii_alphanumeric).count() >= 2
                })
        })
    };
    words.iter().filter(looks_so).map(|part| finding(*part, NoteFindingKind::Email)).collect()
}

/// Runs of digits, with the blanks, dots, dashes, slashes and brackets people put between them.
fn telephones(letters: &[char], words: &[Part]) -> Vec<NoteFinding> {
    let mut runs = Vec::new();
    let mut run = Run::default();
    for &(from, until) in words {
        if is_date(&letters[from..until]) {
            runs.push(std::mem::take(&mut run));
            continue;
        }
        for (at, letter) in letters.iter().enumerate().take(until).skip(from) {
            match digit(*letter) {
                Some(value) => run.add(value, at),
                None if *letter == '+' => {
                    runs.push(std::mem::take(&mut run));
                    run = Run { plus: true, from: at, ..Run::default() };
                }
                None if is_between(*letter) => {}
                None => runs.push(std::mem::take(&mut run)),
            }
        }
    }
    runs.push(run);
    runs.iter()
        .filter(|run| run.is_telephone())
        .map(|run| finding((run.from, run.until), NoteFindingKind::Telephone))
        .collect()
}

/// What people write between the digits of one number; marks of direction stand there unseen.
fn is_between(letter: char) -> bool {
    matches!(letter, '.' | '-' | '/' | '(' | ')' | '\u{2010}'..='\u{2013}')
        || matches!(letter, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[derive(Default)]
struct Run {
    digits: usize,
    first: Option<u32>,
    plus: bool,
    from: usize,
    until: usize,
}

impl Run {
    fn add(&mut self, value: u32, at: usize) {
        if self.digits == 0 && !self.plus {
            self.from = at;
        }
        self.digits += 1;
        self.first.get_or_insert(value);
        self.until = at + 1;
    }

    fn is_telephone(&self) -> bool {
        // Nine digits in a row are a number of somebody even without a leading 0: a North American
        // telephone, a national number.
        (self.digits >= FEWEST_DIGITS && (self.plus || self.first == Some(0))) || self.digits > FEWEST_DIGITS
    }
}

/// `2023-06-05` or `05/06/2023`: three numbers, one of them a year.
fn is_date(word: &[char]) -> bool {
    let word: String = word.iter().collect();
    let word = word.trim_matches(|c: char| matches!(c, ',' | ';' | '.' | '(' | ')'));
    let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
    let [first, second, third] = parts.as_slice() else { return false };
    let numbers = parts.iter().all(|part| !part.is_empty() && part.chars().all(|c| digit(c).is_some()));
    let lengths = [first, second, third].map(|part| part.chars().count());
    numbers && (matches!(lengths, [4, 1..=2, 1..=2] | [1..=2, 1..=2, 4]))
}

/// Words that are a part of somebody's name, however they are spelled.
fn names(letters: &[char], staff_names: &[&str]) -> Vec<NoteFinding> {
    let known: BTreeSet<String> = staff_names
        .iter()
        .flat_map(|name| name.split(|c: char| !c.is_alphanumeric()))
        .map(plain)
        .filter(|name| name.chars().count() >= SHORTEST_NAME)
        .collect();
    if known.is_empty() {
        return Vec::new();
    }
    parts(letters, char::is_alphanumeric)
        .into_iter()
        .filter(|(from, until)| known.contains(&plain(&letters[*from..*until].iter().collect::<String>())))
        .map(|part| finding(part, NoteFindingKind::StaffName))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{NoteFindingKind, found_in, holds_contact};

    /// What was found, as the words themselves.
    fn seen(text: &str, names: &[&str]) -> Vec<(NoteFindingKind, String)> {
        let part = |from: u32, until: u32| {
            text.chars().skip(from as usize).take((until - from) as usize).collect::<String>()
        };
        found_in(text, names).iter().map(|found| (found.kind, part(found.from, found.until))).collect()
    }

    #[test]
    fn telephone_numbers_are_seen_in_the_ways_people_write_them() {
        for (text, number) in [
            ("joignable au 0470 00 00 00", "0470 00 00 00"),
            ("tél. 02/000.00.00 le matin", "02/000.00.00"),
            ("+32 2 000 00 00", "+32 2 000 00 00"),
            ("0032 470 00 00 00 svp", "0032 470 00 00 00"),
            ("France : 06 00 00 00 00.", "06 00 00 00 00"),
            ("appeler (514) 555-0100", "514) 555-0100"),
            ("1-418-555-0100 au travail", "1-418-555-0100"),
            ("هاتف ٠٤٧٠٠٠٠٠٠٠", "٠٤٧٠٠٠٠٠٠٠"),
            ("revient le 2023-06-08, 0470/00.00.00", "0470/00.00.00"),
        ] {
            assert_eq!(seen(text, &[]), [(NoteFindingKind::Telephone, number.to_owned())], "{text}");
        }
    }

    #[test]
    fn mail_addresses_are_seen() {
        for (text, address) in [
            ("nora@example.org", "nora@example.org"),
            ("écrire à <samir.b@exemple.be>.", "<samir.b@exemple.be>."),
        ] {
            assert_eq!(seen(text, &[]), [(NoteFindingKind::Email, address.to_owned())], "{text}");
        }
    }

    #[test]
    fn names_of_staff_are_seen_however_they_are_spelled() {
        let staff = ["Samir Ben Ali", "Zoé Odile", "فاطمة"];
        let found = seen("Vue avec SAMIR, puis zoe ; merci à فاطمه.", &staff);
        let words: Vec<&str> = found.iter().map(|(_, word)| word.as_str()).collect();
        assert_eq!(words, ["SAMIR", "zoe", "فاطمه"]);
        assert!(found.iter().all(|(kind, _)| *kind == NoteFindingKind::StaffName));
        assert!(seen("La samiraine odilette", &staff).is_empty(), "a part of a word is no name");
        assert!(seen("Al, ok", &["Al Ok"]).is_empty(), "two letters are no name");
    }

    #[test]
    fn several_things_are_named_in_the_order_of_the_text() {
        let found = seen("Samir: 0470000000 ou s@example.org", &["Samir"]);
        let kinds: Vec<NoteFindingKind> = found.iter().map(|(kind, _)| *kind).collect();
        assert_eq!(kinds, [NoteFindingKind::StaffName, NoteFindingKind::Telephone, NoteFindingKind::Email]);
    }

    #[test]
    fn dates_times_amounts_and_law_articles_are_no_contacts() {
        for text in [
            "revient jeudi 2023-06-08 à 14:30",
            "du 05/06/2023 au 08/06/2023",
            "doit 1.250,00 euros depuis 3 mois",
            "article 57, paragraphe 2",
            "rendez-vous @ 14h",
            "code postal 1070",
        ] {
            assert!(!holds_contact(text), "{text}");
        }
    }
}
