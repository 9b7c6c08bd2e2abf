//! Words about a person are never written down in clear.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use kernel::{Sealed, Secret};

fn clear() -> Secret {
    Secret::Clear("Nora".parse().unwrap())
}

#[test]
fn a_clear_secret_cannot_be_serialized_anywhere() {
    let why = serde_json::to_string(&clear()).unwrap_err();
    assert!(why.to_string().contains("sealed"), "{why}");
    assert!(serde_json::to_string(&vec![Some(clear())]).is_err());
}

#[test]
fn a_sealed_secret_comes_back_and_an_erased_one_stays_erased() {
    let sealed = Secret::Sealed(Sealed { subject: "brussels/member/1".into(), bytes: "AAAA".into() });
    for secret in [sealed, Secret::Erased] {
        let json = serde_json::to_string(&secret).unwrap();
        assert_eq!(serde_json::from_str::<Secret>(&json).unwrap(), secret);
    }
}

#[test]
fn debug_shows_no_word() {
    assert_eq!(format!("{:?}", clear()), "Secret(clear)");
}
