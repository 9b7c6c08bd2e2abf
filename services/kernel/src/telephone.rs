//! A telephone number that anybody may call: of a desk, never of a person.

use std::fmt;
use std::str::FromStr;

/// The text is not a telephone number in the international form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a telephone number is written in the international form, such as +32 2 555 01 99")]
pub struct NotATelephone;

/// A telephone number in the international form, kept as it is read aloud: `+32 2 555 01 99`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Telephone(String);

/// Country code and subscriber's number together, ITU-T E.164 6.1.
const MOST_DIGITS: usize = 15;
/// No country has shorter numbers for a house.
const FEWEST_DIGITS: usize = 7;

impl Telephone {
    /// The number as a link dials it (RFC 3966): a plus and digits.
    pub fn dialled(&self) -> String {
        self.0.chars().filter(|letter| *letter == '+' || letter.is_ascii_digit()).collect()
    }
}

impl fmt::Display for Telephone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Telephone {
    type Err = NotATelephone;

    fn from_str(text: &str) -> Result<Self, NotATelephone> {
        let text = text.trim();
        let rest = text.strip_prefix('+').ok_or(NotATelephone)?;
        let digits = rest.chars().filter(char::is_ascii_digit).count();
        let apart = |letter: char| matches!(letter, ' ' | '.' | '-' | '/' | '(' | ')');
        let fits = (FEWEST_DIGITS..=MOST_DIGITS).contains(&digits)
            && rest.starts_with(|first: char| matches!(first, '1'..='9'))
            && text.len() <= 2 * MOST_DIGITS
            && rest.chars().all(|letter| letter.is_ascii_digit() || apart(letter));
        if fits { Ok(Self(text.to_owned())) } else { Err(NotATelephone) }
    }
}

crate::text_scalar! {
    /// A telephone number in the international form, such as `+32 2 555 01 99`; of a desk, never of a
    /// person.
    Telephone
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_kept_as_it_is_read_and_dialled_as_digits() {
        let desk: Telephone = " +32 2 555 01 99 ".parse().unwrap();
        assert_eq!((desk.to_string().as_str(), desk.dialled().as_str()), ("+32 2 555 01 99", "+3225550199"));
    }

    #[test]
    fn what_cannot_be_called_from_everywhere_is_refused() {
        for text in
            ["", "02 555 01 99", "+32", "+0032 2 555 01 99", "+32 2 555 ask Lise", "+1234567890123456"]
        {
            assert_eq!(text.parse::<Telephone>(), Err(NotATelephone), "{text}");
        }
    }
}
