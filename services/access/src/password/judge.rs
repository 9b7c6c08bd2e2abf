//! Which passwords are refused, and nothing else about them: no rule about capitals and signs, which
//! only make people write passwords down.
//!
//! NIST SP 800-63B: length, and a list of what is expected, commonly used or compromised, with context
//! words. Our own list (`data/common.txt`) has what people try first in the four languages; a password
//! is looked at without what people add to look safe: capitals, digits for letters, a year or signs at
//! the end. What was found in breaches, English words, names, dates and walks over a keyboard are those
//! of `zxcvbn` (Wheeler, "zxcvbn: Low-Budget Password Strength Estimation", USENIX Security 2016).

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::refusal::AccessRefusal;

/// How many characters a password has at least.
pub const LEAST: usize = 10;
/// How many bytes at most: a sentence of twenty words fits, a flood does not.
pub const MOST: usize = 256;
/// A word of the holder shorter than this may stand in a password by chance.
const PERSONAL: usize = 4;
/// How many characters of a password must be its own, beside words everybody tries.
const OWN: usize = 4;
/// How many tries a password must withstand by the estimate; what is found sooner is tried by whoever has
/// a list of breached ones. Below it the paper calls a password somewhat guessable.
const GUESSES: u64 = 100_000_000;

static COMMON: LazyLock<HashSet<String>> = LazyLock::new(|| {
    include_str!("../../data/common.txt")
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(folded)
        .collect()
});

/// Rows of keys and of the alphabet, of which nobody makes a password.
const ROWS: [&str; 12] = [
    "abcdefghijklmnopqrstuvwxyz",
    "01234567890",
    "qwertyuiopasdfghjklzxcvbnm",
    "azertyuiopqsdfghjklmwxcvbn",
    "qwertzuiopasdfghjklyxcvbnm",
    "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
    "1aqw2zsx3edc4rfv5tgb6yhn7uj8ik9ol0pm",
    "qazwsxedcrfvtgbyhnujmikolp",
    "aqwzsxedcrfvtgbyhnujikolpm",
    "&é\"'(§è!çà)-",
    "ضصثقفغعهخحجدشسيبلاتنمكط",
    "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
];

/// What is known about whoever chooses a password; it is looked at and not kept.
#[derive(Debug, Clone, Copy, Default)]
pub struct Around<'a> {
    /// The sign-in name.
    pub email: &'a str,
    /// Names: the person's, the network's, the organisation's.
    pub names: &'a [&'a str],
}

/// Whether a password may be one.
///
/// # Errors
/// The `Password…` refusal that says why not.
pub fn judge(password: &str, around: &Around<'_>) -> Result<(), AccessRefusal> {
    if password.len() > MOST {
        return Err(AccessRefusal::PasswordTooLong { most: MOST });
    }
    if password.chars().count() < LEAST {
        return Err(AccessRefusal::PasswordTooShort { least: LEAST });
    }
    let plain: String = password.to_lowercase();
    if regular(&plain) {
        return Err(AccessRefusal::PasswordTooRegular);
    }
    let folded = folded(password);
    if common(&folded) || common(&letters(&plain)) {
        return Err(AccessRefusal::PasswordTooCommon);
    }
    if personal(&folded, around) {
        return Err(AccessRefusal::PasswordTooPersonal);
    }
    if zxcvbn::zxcvbn(password, &[]).guesses() < GUESSES {
        return Err(AccessRefusal::PasswordTooCommon);
    }
    Ok(())
}

/// What repeats itself, or follows a row for all but a few characters.
fn regular(plain: &str) -> bool {
    let characters: Vec<char> = plain.chars().collect();
    let different: HashSet<char> = characters.iter().copied().collect();
    if different.len() < 5 {
        return true;
    }
    let repeats = (1..=characters.len() / 2).any(|period| {
        (period..characters.len()).all(|place| characters[place] == characters[place - period])
    });
    repeats || in_rows(&characters) + OWN > characters.len()
}

/// How many characters belong to a run of at least four along a row, forwards or backwards.
fn in_rows(characters: &[char]) -> usize {
    let follows = |one: char, next: char| {
        ROWS.iter().any(|row| {
            let row: Vec<char> = row.chars().collect();
            row.windows(2)
                .any(|pair| (pair[0] == one && pair[1] == next) || (pair[1] == one && pair[0] == next))
        })
    };
    let mut counted = 0;
    let mut run = 1;
    for pair in characters.windows(2) {
        if follows(pair[0], pair[1]) || pair[0] == pair[1] {
            run += 1;
        } else {
            counted += if run >= 4 { run } else { 0 };
            run = 1;
        }
    }
    counted + if run >= 4 { run } else { 0 }
}

/// A word everybody tries, alone, twice, with another such word, or with too little of one's own.
fn common(folded: &str) -> bool {
    let characters: Vec<char> = folded.chars().collect();
    // `best[n]`: the fewest characters of one's own among the first n.
    let mut best: Vec<usize> = (0..=characters.len()).collect();
    for end in 1..=characters.len() {
        best[end] = best[end].min(best[end - 1] + 1);
        for start in 0..end.saturating_sub(3) {
            let word: String = characters[start..end].iter().collect();
            if COMMON.contains(&word) {
                best[end] = best[end].min(best[start]);
            }
        }
    }
    best.last().is_some_and(|own| *own < OWN)
}

/// Whether somebody's own words are most of it.
fn personal(folded_password: &str, around: &Around<'_>) -> bool {
    let mut rest = folded_password.to_owned();
    let email = around.email.split(['@', '.', '-', '_', '+']);
    let names = around.names.iter().flat_map(|name| name.split([' ', '-', '\'', '.']));
    let mut words: Vec<String> = email.chain(names).map(folded).collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    for word in words.iter().filter(|word| word.chars().count() >= PERSONAL) {
        rest = rest.replace(word.as_str(), "");
    }
    rest.len() < folded_password.len() && rest.chars().filter(|c| c.is_alphanumeric()).count() < OWN + 2
}

/// Without what people add to look safe: capitals, accents, digits and signs in the place of letters.
fn folded(text: &str) -> String {
    let spelt: String = text.to_lowercase().chars().map(unaccented).map(letter_for).collect();
    spelt.chars().filter(|character| character.is_alphabetic()).collect()
}

/// The letters alone, digits and signs dropped.
fn letters(plain: &str) -> String {
    plain.chars().map(unaccented).filter(|character| character.is_alphabetic()).collect()
}

/// The letter that a digit or a sign stands for.
fn letter_for(character: char) -> char {
    match character {
        '0' => 'o',
        '1' | '!' | '|' => 'i',
        '3' | '€' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' | '+' => 't',
        '8' => 'b',
        '9' => 'g',
        other => other,
    }
}

fn unaccented(character: char) -> char {
    match character {
        'à' | 'â' | 'ä' | 'á' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' | 'í' => 'i',
        'ô' | 'ö' | 'ó' => 'o',
        'ù' | 'û' | 'ü' | 'ú' => 'u',
        'أ' | 'إ' | 'آ' => 'ا',
        'ى' => 'ي',
        'ة' => 'ه',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AROUND: Around<'_> = Around {
        email: "amelie.dubreuil@entraide-nord.example",
        names: &["Amélie Dubreuil", "brussels-north"],
    };

    #[track_caller]
    fn refused(passwords: &[&str], because: &AccessRefusal) {
        for password in passwords {
            assert_eq!(judge(password, &AROUND).as_ref(), Err(because), "{password}");
        }
    }

    #[test]
    fn a_sentence_of_ones_own_is_taken() {
        for password in [
            "correct cheval batterie agrafe",
            "het-regent-pijpenstelen-op-dinsdag",
            "ثلاث قطط تنام فوق السطح",
            "kX9#vLq2!tRw",
            "tram 92 a encore du retard",
            "un été à Schaerbeek",
        ] {
            assert_eq!(judge(password, &AROUND), Ok(()), "{password}");
        }
    }

    #[test]
    fn a_short_password_is_refused() {
        refused(&["", "k9#vLq2!t", "été été é"], &AccessRefusal::PasswordTooShort { least: LEAST });
    }

    #[test]
    fn a_password_beyond_all_measure_is_refused() {
        let long = "a b c d e f g ".repeat(30);
        refused(&[&long], &AccessRefusal::PasswordTooLong { most: MOST });
    }

    #[test]
    fn what_everybody_tries_first_is_refused_in_four_languages() {
        refused(
            &[
                "Password123!",
                "P@ssw0rd2024",
                "motdepasse1",
                "MotDePasse!2025",
                "wachtwoord12",
                "Welkom2024!!",
                "Bienvenue2025",
                "iloveyou1234",
                "jetaime12345",
                "كلمةالمرور123",
                "مرحبا مرحبا 1",
                "administrator",
                "Bruxelles2025!",
                "soleil2025soleil",
            ],
            &AccessRefusal::PasswordTooCommon,
        );
    }

    #[test]
    fn what_was_found_in_breaches_is_refused() {
        // Of the ten-million list that Burnett published in 2015; none is in a list of ours.
        refused(
            &[
                "mustang1965",
                "butterfly12",
                "liverpool1",
                "michaeljordan",
                "thunderbird1",
                "blink182blink",
                "Scoobydoo99",
            ],
            &AccessRefusal::PasswordTooCommon,
        );
    }

    #[test]
    fn ones_own_name_and_the_networks_are_refused() {
        refused(
            &["amelie.dubreuil", "Dubreuil2025!", "AmelieDubreuil1", "entraide-nord", "BrusselsNorth1"],
            &AccessRefusal::PasswordTooPersonal,
        );
    }

    #[test]
    fn runs_and_repeats_are_refused() {
        refused(
            &[
                "1234567890",
                "azertyuiop",
                "qwertzuiop12",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "9876543210",
                "xk7xk7xk7xk7",
            ],
            &AccessRefusal::PasswordTooRegular,
        );
    }

    #[test]
    fn every_word_of_the_list_is_refused_with_a_year_behind_it() {
        for word in COMMON.iter() {
            let password = format!("{word}202520");
            assert!(judge(&password, &AROUND).is_err(), "{password}");
        }
        assert!(COMMON.len() > 400, "{}", COMMON.len());
    }
}
