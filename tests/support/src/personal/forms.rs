//! How a personal word would show in a text: as it was said, in plain spelling, as digits, in parts.

use kernel::spelling::{digits, plain};

/// Shorter words say nothing about anybody, and stand in every log.
pub const SHORTEST: usize = 5;
/// Words as short as this must stand alone to count: longer ones count inside others too.
const SHORT: usize = 7;
/// Fewer digits are no number, and as many at its end are the same number in every country.
const NUMBER: usize = 9;
/// The fields that say what somebody is called.
pub const NAMES: [&str; 4] = ["name", "displayName", "pseudonym", "called"];
/// Forms of address are nobody's name.
const TITLES: [&str; 4] = ["madame", "monsieur", "mevrouw", "meneer"];

/// The forms of words.
pub fn of(words: &str) -> Vec<String> {
    let mut forms = vec![words.trim().to_owned(), plain(words.trim())];
    forms.extend(words.split_whitespace().filter(|part| part.contains('@')).map(ToOwned::to_owned));
    let number = digits(words);
    if number.len() >= NUMBER {
        forms.push(number[number.len() - NUMBER..].to_owned());
    }
    long_enough(forms)
}

/// The forms of what somebody is called.
pub fn of_name(name: &str) -> Vec<String> {
    let mut forms = of(name);
    let parts = name.split([' ', '-']).filter(|part| !TITLES.contains(&plain(part).as_str()));
    forms.extend(parts.flat_map(|part| [part.to_owned(), plain(part)]));
    long_enough(forms)
}

fn long_enough(mut forms: Vec<String>) -> Vec<String> {
    forms.retain(|form| form.chars().count() >= SHORTEST);
    // The search looks at no case.
    forms.sort_by_key(|form| form.to_ascii_lowercase());
    forms.dedup_by(|one, other| one.eq_ignore_ascii_case(other));
    forms
}

/// Whether a word that was found counts: a short one stands between other signs than letters.
pub fn stands_alone(text: &[u8], start: usize, end: usize) -> bool {
    let letter = |at: Option<usize>| {
        at.and_then(|at| text.get(at)).is_some_and(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii())
    };
    end - start > SHORT || !(letter(start.checked_sub(1)) || letter(Some(end)))
}

/// An address as somebody typed it.
pub fn without_percents(address: &str) -> String {
    url::form_urlencoded::parse(address.as_bytes()).map(|(name, value)| format!("{name}={value} ")).collect()
}
