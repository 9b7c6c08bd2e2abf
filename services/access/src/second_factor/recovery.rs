//! Recovery codes: ten, on paper, each good once in place of the second factor.
//!
//! Sixteen letters of base32 are 80 random bits, so a plain digest is enough to keep them by; the
//! account keeps the digests and strikes off the used ones. They are shown once.

use zeroize::Zeroizing;

use super::base32;
use crate::denied::Denied;
use crate::token;

/// How many codes an account gets.
pub const CODES: usize = 10;

/// Ten new codes.
///
/// # Errors
/// When the machine gives no random bytes.
pub fn fresh() -> Result<Vec<Zeroizing<String>>, Denied> {
    (0..CODES).map(|_| code()).collect()
}

/// What a code is kept by is the digest of this: hyphens, blanks and capitals are forgiven; so are a
/// nought and a one, which no code has.
pub fn comparable(typed: &str) -> Zeroizing<String> {
    let letters = typed.chars().filter(char::is_ascii_alphanumeric);
    Zeroizing::new(
        letters
            .map(|character| match character.to_ascii_lowercase() {
                '0' => 'o',
                '1' => 'i',
                other => other,
            })
            .collect(),
    )
}

fn code() -> Result<Zeroizing<String>, Denied> {
    let mut bytes = Zeroizing::new([0; 10]);
    token::fill(bytes.as_mut())?;
    let letters = Zeroizing::new(base32::encode(bytes.as_slice()).to_lowercase());
    let groups: Vec<&str> = (0..4).filter_map(|group| letters.get(group * 4..group * 4 + 4)).collect();
    Ok(Zeroizing::new(groups.join("-")))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn ten_codes_of_eighty_bits_are_never_the_same() {
        let codes: Vec<_> = (0..20).flat_map(|_| fresh().unwrap()).collect();
        assert_eq!(codes.iter().map(|code| code.as_str()).collect::<HashSet<_>>().len(), 20 * CODES);
        for code in &codes {
            assert_eq!(base32::decode(&comparable(code)).unwrap().len(), 10, "{}", code.as_str());
        }
    }

    #[test]
    fn a_code_is_read_as_people_type_it() {
        let code = fresh().unwrap().remove(0);
        let typed = format!(" {} ", code.to_uppercase().replace('-', " "));
        assert_eq!(comparable(&typed), comparable(&code));
        assert_eq!(comparable("0n1y").as_str(), "oniy");
        assert_ne!(comparable("abcd"), comparable("abce"));
    }
}
