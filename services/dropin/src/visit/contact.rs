//! The warning before a note is saved: does it seem to hold a telephone number or an e-mail
//! address? Read on the clear words, before they are sealed.

use kernel::{Halt, Secret};

use super::commands::VisitNoteInput;
use super::refusal::VisitRefusal;

/// A telephone number has at least this many digits when it begins with 0 or +.
const FEWEST_DIGITS: usize = 8;

/// Lets notes pass that hold no contact, or whose author said so.
///
/// # Errors
/// `NoteContainsContact` for the first note that seems to hold one and is not confirmed.
pub fn check<'a>(notes: impl IntoIterator<Item = &'a VisitNoteInput>) -> Result<(), Halt> {
    let risky = notes.into_iter().any(|note| !note.confirmed && holds_contact(&note.words));
    if risky { Err(Halt::Refused(VisitRefusal::NoteContainsContact.into())) } else { Ok(()) }
}

/// Whether clear words seem to hold a contact; sealed ones were read before.
pub fn holds_contact(words: &Secret) -> bool {
    match words {
        Secret::Clear(text) => looks_like_contact(text.as_str()),
        Secret::Sealed(_) | Secret::Erased => false,
    }
}

/// Whether a text seems to hold a telephone number or an e-mail address. It warns rather too often
/// than too rarely: the author may confirm.
pub fn looks_like_contact(text: &str) -> bool {
    text.split_whitespace().any(looks_like_email) || holds_telephone(text)
}

fn looks_like_email(word: &str) -> bool {
    word.split_once('@').is_some_and(|(name, host)| {
        name.chars().any(char::is_alphanumeric)
            && host.split_once('.').is_some_and(|(domain, end)| {
                domain.chars().any(char::is_alphanumeric)
                    && end.chars().take_while(char::is_ascii_alphanumeric).count() >= 2
            })
    })
}

/// Runs of digits, with the blanks, dots, dashes, slashes and brackets people put between them.
fn holds_telephone(text: &str) -> bool {
    let mut run = Run::default();
    for word in text.split_whitespace() {
        if is_date(word) {
            if run.is_telephone() {
                return true;
            }
            run = Run::default();
            continue;
        }
        for letter in word.chars() {
            match digit(letter) {
                Some(digit) => run.add(digit),
                None if letter == '+' => run.international(),
                None if matches!(letter, '.' | '-' | '/' | '(' | ')' | '\u{2011}' | '\u{2013}') => {}
                None => {
                    if run.is_telephone() {
                        return true;
                    }
                    run = Run::default();
                }
            }
        }
    }
    run.is_telephone()
}

#[derive(Default)]
struct Run {
    digits: usize,
    first: Option<u32>,
    plus: bool,
}

impl Run {
    fn add(&mut self, digit: u32) {
        self.digits += 1;
        self.first.get_or_insert(digit);
    }

    fn international(&mut self) {
        *self = Self { plus: true, ..Self::default() };
    }

    fn is_telephone(&self) -> bool {
        // Nine digits in a row are a number of somebody even without a leading 0: a North American
        // telephone, a national number.
        (self.digits >= FEWEST_DIGITS && (self.plus || self.first == Some(0))) || self.digits > FEWEST_DIGITS
    }
}

/// Western and Arabic digits.
fn digit(letter: char) -> Option<u32> {
    match letter {
        '0'..='9' => Some(letter as u32 - '0' as u32),
        '\u{0660}'..='\u{0669}' => Some(letter as u32 - 0x0660),
        '\u{06F0}'..='\u{06F9}' => Some(letter as u32 - 0x06F0),
        _ => None,
    }
}

/// `2023-06-05` or `05/06/2023`: three numbers, one of them a year.
fn is_date(word: &str) -> bool {
    let word = word.trim_matches(|c: char| matches!(c, ',' | ';' | '.' | '(' | ')'));
    let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
    let [first, second, third] = parts.as_slice() else { return false };
    let numbers = parts.iter().all(|part| !part.is_empty() && part.chars().all(|c| digit(c).is_some()));
    let lengths = [first, second, third].map(|part| part.chars().count());
    numbers && (matches!(lengths, [4, 1..=2, 1..=2] | [1..=2, 1..=2, 4]))
}

#[cfg(test)]
mod tests {
    use super::looks_like_contact;

    #[test]
    fn telephone_numbers_are_seen_in_the_ways_people_write_them() {
        for text in [
            "joignable au 0470 00 00 00",
            "tél. 02/000.00.00 le matin",
            "+32 2 000 00 00",
            "appeler (514) 555-0100",
            "هاتف ٠٤٧٠٠٠٠٠٠٠",
            "revient le 2023-06-08, 0470/00.00.00",
        ] {
            assert!(looks_like_contact(text), "{text}");
        }
    }

    #[test]
    fn mail_addresses_are_seen() {
        for text in ["nora@example.org", "écrire à <samir.b@exemple.be>."] {
            assert!(looks_like_contact(text), "{text}");
        }
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
            assert!(!looks_like_contact(text), "{text}");
        }
    }
}
