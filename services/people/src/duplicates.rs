//! Whether two files may be of one person: compared in the clear, in memory, and never decided by
//! the platform. Pure.

use kernel::spelling::{digits, plain};
use kernel::{PersonId, Secret, Text};

use crate::codes::{DuplicateReason, PersonContactKind, PersonState};
use crate::projection::PersonRow;

/// Fewer digits are no number; so many at its end are the same however its country is written.
const FEWEST: usize = 8;
/// Names shorter than this differ by a letter too easily.
const SHORTEST: usize = 5;

/// Two files that may be of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// The other file.
    pub person: PersonId,
    /// Why.
    pub reasons: Vec<DuplicateReason>,
}

/// Which of the others may be the same person, and why; with opened words. The file itself, its
/// aliases and what is erased are no candidates.
pub fn candidates(of: &PersonRow, others: &[PersonRow]) -> Vec<Candidate> {
    others
        .iter()
        .filter(|other| other.id != of.id && other.state == PersonState::Active)
        .map(|other| Candidate { person: other.id, reasons: reasons(of, other) })
        .filter(|candidate| !candidate.reasons.is_empty())
        .collect()
}

/// Why two files may be of one person; nothing when nothing says so.
pub fn reasons(one: &PersonRow, other: &PersonRow) -> Vec<DuplicateReason> {
    let mut reasons = Vec::new();
    let theirs = numbers(other);
    if numbers(one).iter().any(|number| theirs.iter().any(|known| same_number(number, known))) {
        reasons.push(DuplicateReason::SameTelephone);
    }
    if share(&addresses(one), &addresses(other)) {
        reasons.push(DuplicateReason::SameEmail);
    }
    let (ours, theirs) = (names(one), names(other));
    if share(&ours, &theirs) {
        reasons.push(DuplicateReason::SameName);
    } else if ours.iter().any(|name| theirs.iter().any(|known| similar(name, known))) {
        reasons.push(DuplicateReason::SimilarName);
    }
    reasons
}

/// Whether a file answers a search: a part of a name, a number, an address.
pub fn answers(row: &PersonRow, words: &Text) -> bool {
    let wanted = spelled(words.as_str());
    let number = national(words.as_str());
    let named = names(row).iter().any(|name| {
        let has = |word: &str| name.split(' ').any(|part| part == word);
        !wanted.is_empty() && wanted.split(' ').all(has)
    });
    named
        || number.is_some_and(|number| numbers(row).iter().any(|known| same_number(&number, known)))
        || addresses(row).contains(&words.as_str().trim().to_lowercase())
}

fn share(ours: &[String], theirs: &[String]) -> bool {
    ours.iter().any(|one| theirs.contains(one))
}

fn clear(secret: &Secret) -> Option<&str> {
    match secret {
        Secret::Clear(text) => Some(text.as_str()),
        Secret::Sealed(_) | Secret::Erased => None,
    }
}

fn names(row: &PersonRow) -> Vec<String> {
    let both = row.name.iter().chain(&row.pseudonym);
    both.filter_map(clear).map(spelled).filter(|name| !name.is_empty()).collect()
}

fn numbers(row: &PersonRow) -> Vec<String> {
    let telephones = row.contacts.iter().filter(|contact| {
        matches!(contact.kind, PersonContactKind::Telephone | PersonContactKind::TextMessage)
    });
    telephones.filter_map(|contact| national(clear(&contact.words)?)).collect()
}

fn addresses(row: &PersonRow) -> Vec<String> {
    let emails = row.contacts.iter().filter(|contact| contact.kind == PersonContactKind::Email);
    emails.filter_map(|contact| Some(clear(&contact.words)?.trim().to_lowercase())).collect()
}

/// The words of a name in one order: people say the family name first or last.
fn spelled(name: &str) -> String {
    let spelled = plain(name);
    let mut words: Vec<&str> =
        spelled.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.join(" ")
}

/// The digits of a number without the zeros in front: `0032 2 000 00 00` and `+32 2 000 00 00`.
fn national(number: &str) -> Option<String> {
    let digits = digits(number);
    let digits = digits.trim_start_matches('0');
    (digits.len() >= FEWEST).then(|| digits.to_owned())
}

/// The end of a number, by which it is looked for: `02/000.00.00` and `+32 2 000 00 00` share it.
pub fn end_of(number: &str) -> Option<String> {
    let digits = national(number)?;
    Some(digits[digits.len() - FEWEST..].to_owned())
}

/// Whether two numbers are one telephone: one is the other with the code of its country.
fn same_number(one: &str, other: &str) -> bool {
    one.ends_with(other) || other.ends_with(one)
}

/// Whether two names differ by so little that a slip of the hand explains it.
fn similar(one: &str, other: &str) -> bool {
    let shorter = one.chars().count().min(other.chars().count());
    let most = match shorter {
        0..SHORTEST => return false,
        SHORTEST..=8 => 1,
        _ => 2,
    };
    distance(one, other) <= most
}

/// How many letters must be changed, left out or added (Levenshtein).
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (place, letter) in one.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = place + 1;
        for (at, known) in other.iter().enumerate() {
            let changed = diagonal + usize::from(letter != *known);
            diagonal = row[at + 1];
            row[at + 1] = changed.min(diagonal + 1).min(row[at] + 1);
        }
    }
    row[other.len()]
}
