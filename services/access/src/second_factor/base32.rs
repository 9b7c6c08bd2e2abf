//! Base32 of RFC 4648, without padding: how authenticator apps write secrets.

const LETTERS: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// As it is typed.
pub(super) fn encode(bytes: &[u8]) -> String {
    let bit = |place: usize| bytes.get(place / 8).is_some_and(|byte| byte >> (7 - place % 8) & 1 == 1);
    (0..(bytes.len() * 8).div_ceil(5))
        .map(|group| {
            let value = (0..5).fold(0, |value, place| value << 1 | usize::from(bit(group * 5 + place)));
            char::from(LETTERS[value])
        })
        .collect()
}

/// As it was; small letters and blanks are forgiven, anything else is not.
pub(super) fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 5 / 8);
    let (mut held, mut bits) = (0_u32, 0);
    for letter in text.bytes().filter(|letter| *letter != b' ') {
        let value = LETTERS.iter().position(|known| *known == letter.to_ascii_uppercase())?;
        held = held << 5 | u32::try_from(value).ok()?;
        bits += 5;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 0xff).ok()?);
            held &= (1 << bits) - 1;
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_writes_and_reads_as_the_rfc_says() {
        // RFC 4648, section 10.
        for (clear, written) in [
            ("", ""),
            ("f", "MY"),
            ("fo", "MZXQ"),
            ("foo", "MZXW6"),
            ("foob", "MZXW6YQ"),
            ("foobar", "MZXW6YTBOI"),
        ] {
            assert_eq!(encode(clear.as_bytes()), written);
            assert_eq!(decode(written).as_deref(), Some(clear.as_bytes()));
        }
        assert_eq!(decode("mzxw 6ytb oi").as_deref(), Some("foobar".as_bytes()));
        assert_eq!(decode("MZXW0"), None);
    }
}
