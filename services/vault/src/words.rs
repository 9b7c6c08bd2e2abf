//! What somebody may be found by: words and telephone numbers, written in any way.

use std::collections::BTreeSet;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Fewer digits are no telephone number.
const SHORTEST_NUMBER: usize = 6;
/// A number is the same, with or without its country, when this many digits at its end are.
const END_OF_NUMBER: usize = 9;

/// The terms of one text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Terms {
    /// Whole words.
    Words(BTreeSet<String>),
    /// A telephone number, whole and by its end.
    Number(BTreeSet<String>),
}

impl Terms {
    pub(crate) fn of(text: &str) -> Self {
        let plain = plain(text);
        match number(&plain) {
            Some(digits) => {
                let end = &digits[digits.len().saturating_sub(END_OF_NUMBER)..];
                Self::Number(BTreeSet::from([format!("number {digits}"), format!("number ...{end}")]))
            }
            None => Self::Words(
                plain
                    .split(|c: char| !c.is_alphanumeric())
                    .filter(|word| !word.is_empty())
                    .map(|word| format!("word {word}"))
                    .collect(),
            ),
        }
    }

    pub(crate) fn into_all(self) -> BTreeSet<String> {
        match self {
            Self::Words(terms) | Self::Number(terms) => terms,
        }
    }
}

/// The digits of a text that is a telephone number, without the zeros that lead abroad.
fn number(plain: &str) -> Option<String> {
    let sign = |c: char| c.is_whitespace() || "+()./-".contains(c);
    if !plain.chars().all(|c| c.is_ascii_digit() || sign(c)) {
        return None;
    }
    let digits: String = plain.chars().filter(char::is_ascii_digit).collect();
    let digits = digits.strip_prefix("00").unwrap_or(&digits).to_owned();
    (digits.len() >= SHORTEST_NUMBER).then_some(digits)
}

/// Without case, accents, vowel signs, and what one person writes and another does not.
fn plain(text: &str) -> String {
    text.nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .filter(|c| !is_combining_mark(*c) && !is_silent(*c))
        .fold(String::with_capacity(text.len()), |mut plain, c| {
            match same_as(c) {
                Some(same) => plain.push_str(same),
                None => plain.push(c),
            }
            plain
        })
}

/// Signs within a word that change nothing: apostrophes, the Arabic stretching line, marks of direction.
fn is_silent(c: char) -> bool {
    matches!(c, '\'' | '\u{2018}' | '\u{2019}' | '\u{02bc}' | '\u{0640}' | '\u{200b}'..='\u{200f}')
}

/// Letters that decomposition leaves apart though people do not.
fn same_as(c: char) -> Option<&'static str> {
    const DIGITS: [&str; 10] = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"];
    let digit = match c {
        '\u{0660}'..='\u{0669}' => Some(u32::from(c) - 0x0660),
        '\u{06f0}'..='\u{06f9}' => Some(u32::from(c) - 0x06f0),
        _ => None,
    };
    if let Some(digit) = digit {
        return DIGITS.get(digit as usize).copied();
    }
    Some(match c {
        '\u{0671}' => "\u{0627}",                           // alef wasla: alef
        '\u{0649}' | '\u{06cc}' => "\u{064a}",              // alef maqsura, Persian yeh: yeh
        '\u{0629}' | '\u{06c1}' | '\u{06be}' => "\u{0647}", // teh marbuta, other hehs: heh
        '\u{06a9}' => "\u{0643}",                           // Persian kaf: kaf
        'ß' => "ss",
        'œ' => "oe",
        'æ' => "ae",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn alike(texts: &[&str]) {
        for text in texts {
            assert_eq!(Terms::of(text), Terms::of(texts[0]), "{text}");
            assert!(!Terms::of(text).into_all().is_empty(), "{text}");
        }
    }

    #[test]
    fn a_name_is_the_same_however_it_is_written() {
        alike(&["Élodie N'Diaye", "elodie ndiaye", "ELODIE N\u{2019}DIAYE", "  Ndiaye,  E\u{301}lodie "]);
        alike(&["Łukasz Weiß", "lukasz weiss"]);
        alike(&["İbrahim", "ibrahim", "IBRAHIM"]);
        alike(&["أحمد", "احمد", "أَحْمَد", "اح\u{0640}مد", "إحمد"]);
        alike(&["فاطمة", "فاطمه"]);
        alike(&["ليلى", "ليلي", "لیلی"]);
    }

    #[test]
    fn other_words_stay_others() {
        assert_ne!(Terms::of("Nora"), Terms::of("Norah"));
        assert_ne!(Terms::of("سمير"), Terms::of("سميرة"));
        assert_eq!(Terms::of("Marie-Claire"), Terms::of("marie claire"));
    }

    #[test]
    fn a_number_is_found_with_and_without_its_country() {
        alike(&["0470 12 34 56", "0470/12.34.56", "(0470) 123-456", "٠٤٧٠ ١٢ ٣٤ ٥٦", "۰۴۷۰۱۲۳۴۵۶"]);
        alike(&["+32 470 12 34 56", "0032470123456"]);
        let (Terms::Number(home), Terms::Number(abroad)) =
            (Terms::of("0470 12 34 56"), Terms::of("+32 470 12 34 56"))
        else {
            panic!("both are numbers");
        };
        assert_eq!(home.intersection(&abroad).count(), 1, "they end alike");
        assert!(matches!(Terms::of("12 345"), Terms::Words(_)), "too short for a number");
        assert!(matches!(Terms::of("rue 0470123456"), Terms::Words(_)));
    }

    #[test]
    fn a_word_is_never_taken_for_a_number() {
        let word = Terms::of("x 470123456").into_all();
        assert!(word.is_disjoint(&Terms::of("470123456").into_all()));
    }

    #[test]
    fn nothing_to_find_by_is_nothing() {
        assert!(Terms::of(" - . ").into_all().is_empty());
    }
}
