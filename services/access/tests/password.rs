//! Passwords: hashed, checked, hashed anew.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod common;

use access::AccessRefusal;
use access::password::{Around, Checked, Cost, Lane, Passwords};
use common::refused;

const PASSWORD: &str = "tram 92 a encore du retard";

fn passwords(cost: Cost) -> Passwords {
    Passwords::new(cost, 2).unwrap()
}

async fn hashed(passwords: &Passwords, password: &str) -> String {
    passwords.hash(password, &Around::default()).await.unwrap()
}

#[tokio::test]
async fn the_right_password_is_right_and_another_is_wrong() {
    let passwords = passwords(Cost::LEAST);
    let kept = hashed(&passwords, PASSWORD).await;
    let check = |typed: &'static str| passwords.check(Lane::Stranger, typed, Some(&kept));
    assert_eq!(check(PASSWORD).await.unwrap(), Checked::Right { rehashed: None });
    assert_eq!(check("tram 92 a encore du retard ").await.unwrap(), Checked::Wrong);
    assert_eq!(check("").await.unwrap(), Checked::Wrong);
}

#[tokio::test]
async fn two_hashes_of_one_password_have_nothing_in_common() {
    let passwords = passwords(Cost::LEAST);
    assert_ne!(hashed(&passwords, PASSWORD).await, hashed(&passwords, PASSWORD).await);
}

#[tokio::test]
async fn the_cost_stands_in_the_hash() {
    let kept = hashed(&passwords(Cost::default()), PASSWORD).await;
    assert!(kept.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"), "{kept}");
}

#[tokio::test]
async fn a_cheaper_hash_is_made_anew_at_the_next_sign_in() {
    let (before, now) = (passwords(Cost::LEAST), passwords(Cost { memory: 64, passes: 2, lanes: 1 }));
    let old = hashed(&before, PASSWORD).await;
    let Checked::Right { rehashed: Some(new) } = now.check(Lane::Known, PASSWORD, Some(&old)).await.unwrap()
    else {
        panic!("it is right, and hashed anew")
    };
    assert!(new.contains("m=64,t=2"), "{new}");
    let again = now.check(Lane::Known, PASSWORD, Some(&new)).await.unwrap();
    assert_eq!(again, Checked::Right { rehashed: None });
    let wrong = now.check(Lane::Known, "tram 81 a encore du retard", Some(&old)).await.unwrap();
    assert_eq!(wrong, Checked::Wrong);
}

#[tokio::test]
async fn a_dearer_hash_is_left_as_it_is() {
    let (before, now) = (passwords(Cost { memory: 64, passes: 2, lanes: 1 }), passwords(Cost::LEAST));
    let kept = hashed(&before, PASSWORD).await;
    let checked = now.check(Lane::Known, PASSWORD, Some(&kept)).await.unwrap();
    assert_eq!(checked, Checked::Right { rehashed: None });
}

#[tokio::test]
async fn nobodys_password_is_wrong_whatever_is_typed() {
    let passwords = passwords(Cost::LEAST);
    for typed in ["", PASSWORD, "nobody"] {
        assert_eq!(passwords.check(Lane::Stranger, typed, None).await.unwrap(), Checked::Wrong);
    }
}

#[tokio::test]
async fn a_password_somebody_would_guess_is_not_hashed() {
    let passwords = passwords(Cost::LEAST);
    let answer = passwords.hash("motdepasse2025", &Around::default()).await;
    refused(answer, &AccessRefusal::PasswordTooCommon);
}

#[tokio::test]
async fn what_is_too_long_is_wrong_and_no_fault() {
    let passwords = passwords(Cost::LEAST);
    let kept = hashed(&passwords, PASSWORD).await;
    let typed = "x".repeat(1 << 20);
    assert_eq!(passwords.check(Lane::Stranger, &typed, Some(&kept)).await.unwrap(), Checked::Wrong);
}

#[tokio::test]
async fn a_hash_that_cannot_be_read_is_a_fault_and_not_a_wrong_password() {
    let passwords = passwords(Cost::LEAST);
    let answer = passwords.check(Lane::Stranger, PASSWORD, Some("not a hash")).await;
    assert!(answer.unwrap_err().refusal().is_none());
}

/// Order, not time: however full the queue of strangers is, a known device does not stand in it.
#[tokio::test(flavor = "multi_thread")]
async fn a_known_device_waits_behind_no_guesser() {
    let passwords = passwords(Cost { memory: 4096, passes: 2, lanes: 1 });
    let kept = hashed(&passwords, PASSWORD).await;
    let mut guessers = Vec::new();
    // As many as fit, and one more, who is turned away.
    while guessers.iter().all(|guesser: &tokio::task::JoinHandle<_>| !guesser.is_finished()) {
        let (passwords, kept) = (passwords.clone(), kept.clone());
        guessers.push(tokio::spawn(async move {
            while passwords.check(Lane::Stranger, "wrong", Some(&kept)).await.is_ok() {}
        }));
        tokio::task::yield_now().await;
    }
    let checked = passwords.check(Lane::Known, PASSWORD, Some(&kept)).await.unwrap();
    assert_eq!(checked, Checked::Right { rehashed: None });
    for guesser in guessers {
        guesser.abort();
    }
}
