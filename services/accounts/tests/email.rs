//! How sign-in names are compared.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use accounts::Digest;
use accounts::email::{comparable, subject};

#[test]
fn an_address_is_compared_without_blanks_and_capitals() {
    assert_eq!(comparable(" Nora@Tilleuls.Example "), comparable("nora@tilleuls.example"));
    assert_ne!(comparable("nora@tilleuls.example"), comparable("samir@tilleuls.example"));
}

#[test]
fn what_is_not_an_address_is_none() {
    for text in [
        "",
        "nora",
        "@tilleuls.example",
        "nora@",
        "nora@tilleuls",
        "no ra@tilleuls.example",
        "n@.be",
        "n@be.",
    ] {
        assert_eq!(comparable(text), None, "{text}");
    }
    let long = format!("{}@tilleuls.example", "n".repeat(250));
    assert_eq!(comparable(&long), None);
}

#[test]
fn the_subject_of_an_account_is_its_stream() {
    assert_eq!(subject(&"brussels".parse().unwrap(), "1"), "brussels/account/1");
}

#[test]
fn a_digest_is_sixty_four_hexadecimal_digits() {
    // FIPS 180-2, appendix B.1.
    let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assert_eq!(Digest::of("abc").to_string(), abc);
    assert!("abc".parse::<Digest>().is_err() && abc.to_uppercase().parse::<Digest>().is_err());
}
