//! The promises of the vault, each by one sentence.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::fs;
use std::path::Path;
use std::sync::Barrier;

use graph::{Seals, Trouble};
use kernel::{Sealed, Text};
use tempfile::TempDir;
use vault::{Vault, VaultError};

const NORA: &str = "brussels/visit/0190a5d4-0000-7000-8000-000000000001";
const SAMIR: &str = "brussels/visit/0190a5d4-0000-7000-8000-000000000002";

fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

fn text(words: &str) -> Text {
    words.parse().unwrap()
}

fn open(folder: &TempDir) -> Vault {
    Vault::open(folder.path(), folder.path()).unwrap()
}

fn moved(sealed: &Sealed, subject: &str) -> Sealed {
    Sealed { subject: subject.to_owned(), ..sealed.clone() }
}

fn erase(vault: &Vault, subject: &str) -> graph::Erased {
    vault.erase(&[subject.to_owned()]).unwrap()
}

#[track_caller]
fn refused(folder: &TempDir) -> VaultError {
    Vault::open(folder.path(), folder.path()).expect_err("this vault must not open")
}

#[test]
fn what_is_sealed_opens_again_also_after_a_restart() {
    let folder = folder();
    let words = [text("N"), text("Nora, 3e étage\nيتصل مساءً"), text(&"é".repeat(4_000))];
    let sealed = words.clone().map(|words| open(&folder).seal(NORA, &words).unwrap());
    for (words, sealed) in words.iter().zip(&sealed) {
        assert_eq!(open(&folder).open(sealed).unwrap().as_ref(), Some(words));
    }
}

#[test]
fn the_same_words_of_one_subject_seal_to_the_same_bytes() {
    let folder = folder();
    let first = open(&folder).seal(NORA, &text("calls in the evening")).unwrap();
    let again = open(&folder).seal(NORA, &text("calls in the evening")).unwrap();
    assert_eq!(first, again);
    assert_ne!(first.bytes, open(&folder).seal(NORA, &text("calls in the morning")).unwrap().bytes);
}

#[test]
fn the_same_words_of_two_subjects_seal_to_different_bytes() {
    let folder = folder();
    let vault = open(&folder);
    let words = text("calls in the evening");
    assert_ne!(vault.seal(NORA, &words).unwrap().bytes, vault.seal(SAMIR, &words).unwrap().bytes);
}

#[test]
fn two_vaults_never_seal_alike() {
    let words = text("calls in the evening");
    let (one, other) = (folder(), folder());
    assert_ne!(open(&one).seal(NORA, &words).unwrap(), open(&other).seal(NORA, &words).unwrap());
}

#[test]
fn short_names_seal_to_one_length() {
    let folder = folder();
    let vault = open(&folder);
    let length = |name: &str| vault.seal(NORA, &text(name)).unwrap().bytes.len();
    assert_eq!(length("Bea"), length("Yasmine of the third floor"));
    assert_ne!(length("Bea"), length(&"a long note ".repeat(10)));
}

#[test]
fn every_altered_letter_is_noticed() {
    let folder = folder();
    let vault = open(&folder);
    let sealed = vault.seal(NORA, &text("Nora")).unwrap();
    for place in 0..sealed.bytes.len() {
        let mut bytes = sealed.bytes.clone().into_bytes();
        bytes[place] = if bytes[place] == b'A' { b'B' } else { b'A' };
        let altered = Sealed { bytes: String::from_utf8(bytes).unwrap(), ..sealed.clone() };
        assert!(
            matches!(vault.open(&altered), Err(Trouble::Fault(_))),
            "letter {place} was altered unnoticed"
        );
    }
    for bytes in [String::new(), "not base64!".to_owned(), sealed.bytes[..40].to_owned()] {
        let cut = Sealed { bytes, ..sealed.clone() };
        assert!(matches!(vault.open(&cut), Err(Trouble::Fault(_))));
    }
}

#[test]
fn words_moved_to_another_subject_do_not_open() {
    let folder = folder();
    let vault = open(&folder);
    let sealed = vault.seal(NORA, &text("Nora")).unwrap();
    vault.seal(SAMIR, &text("Samir")).unwrap();
    assert!(matches!(vault.open(&moved(&sealed, SAMIR)), Err(Trouble::Fault(_))));
}

#[test]
fn a_forgotten_subject_opens_as_nothing_and_others_stay() {
    let folder = folder();
    let vault = open(&folder);
    let (nora, samir) =
        (vault.seal(NORA, &text("Nora")).unwrap(), vault.seal(SAMIR, &text("Samir")).unwrap());
    let erased = erase(&vault, NORA);
    assert_eq!((erased.epoch, erased.keys), (2, 1));
    for vault in [vault, open(&folder)] {
        assert_eq!(vault.open(&nora).unwrap(), None);
        assert_eq!(vault.open(&samir).unwrap(), Some(text("Samir")));
        assert_eq!(erase(&vault, NORA), erased, "erasing twice is erasing once");
        assert_eq!(vault.epoch(), 2);
    }
}

#[test]
fn a_subject_nobody_knows_opens_as_nothing() {
    let folder = folder();
    let vault = open(&folder);
    let sealed = vault.seal(NORA, &text("Nora")).unwrap();
    assert_eq!(vault.open(&moved(&sealed, "brussels/visit/unknown")).unwrap(), None);
}

#[test]
fn a_forgotten_subject_never_gets_another_key() {
    let folder = folder();
    let vault = open(&folder);
    let sealed = vault.seal(NORA, &text("Nora")).unwrap();
    erase(&vault, NORA);
    assert!(matches!(vault.seal(NORA, &text("Nora")), Err(Trouble::BadAsk(_))));
    assert_eq!(vault.open(&sealed).unwrap(), None);

    assert_eq!(erase(&vault, SAMIR).keys, 0);
    assert!(
        matches!(vault.seal(SAMIR, &text("Samir")), Err(Trouble::BadAsk(_))),
        "also when it had none yet"
    );
}

#[test]
fn the_key_of_another_vault_is_refused() {
    let (folder, other) = (folder(), folder());
    drop((open(&folder), open(&other)));
    fs::copy(other.path().join("epoch-1.key"), folder.path().join("epoch-1.key")).unwrap();
    assert!(matches!(refused(&folder), VaultError::WrongKey { epoch: 1, .. }));
}

#[test]
fn a_lost_key_is_not_replaced_by_a_new_one() {
    let folder = folder();
    drop(open(&folder));
    fs::remove_file(folder.path().join("epoch-1.key")).unwrap();
    assert!(matches!(refused(&folder), VaultError::KeyMissing { epoch: 1, .. }));
    assert!(!folder.path().join("epoch-1.key").exists());
}

#[test]
fn a_key_of_another_length_is_refused() {
    for damage in [|key: &mut Vec<u8>| key.truncate(31), |key: &mut Vec<u8>| key.push(b'\n')] {
        let folder = folder();
        drop(open(&folder));
        let file = folder.path().join("epoch-1.key");
        let mut key = fs::read(&file).unwrap();
        damage(&mut key);
        fs::write(&file, &key).unwrap();
        assert!(matches!(refused(&folder), VaultError::KeyDamaged { length, .. } if length == key.len()));
    }
}

#[cfg(unix)]
mod modes {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn mode(file: &Path) -> u32 {
        fs::metadata(file).unwrap().permissions().mode() & 0o777
    }

    #[test]
    fn both_files_are_for_their_owner_only() {
        let folder = folder();
        let vault = open(&folder);
        vault.seal(NORA, &text("Nora")).unwrap();
        for file in ["epoch-1.key", "vault.sqlite", "vault.sqlite-wal"] {
            assert_eq!(mode(&folder.path().join(file)), 0o600, "{file}");
        }
        assert!(!folder.path().join("vault.key.new").exists());
    }

    #[test]
    fn a_key_that_others_may_read_is_refused_and_says_what_to_do() {
        for exposed in [0o640, 0o604, 0o660] {
            let folder = folder();
            drop(open(&folder));
            let file = folder.path().join("epoch-1.key");
            fs::set_permissions(&file, fs::Permissions::from_mode(exposed)).unwrap();
            let error = refused(&folder);
            assert!(matches!(error, VaultError::KeyExposed { mode, .. } if mode == exposed));
            assert!(error.to_string().contains("chmod 600"));
            fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
            open(&folder);
        }
    }
}

#[test]
fn no_word_is_found_in_any_file() {
    let folder = folder();
    let vault = open(&folder);
    vault.seal(NORA, &text("Nora calls in the evening")).unwrap();
    let key = fs::read(folder.path().join("epoch-1.key")).unwrap();
    let mut read = 0;
    for entry in fs::read_dir(folder.path()).unwrap() {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        read += bytes.len();
        let holds = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
        assert!(!holds(b"Nora") && !holds(b"evening"), "{} holds a word", path.display());
        assert!(
            path.ends_with("epoch-1.key") || !holds(&key),
            "{} holds the key of the epoch",
            path.display()
        );
    }
    assert!(read > 4_096, "else this test read nothing");
}

#[test]
fn threads_and_processes_that_start_together_agree() {
    const TOGETHER: usize = 8;
    let folder = folder();
    let start = Barrier::new(TOGETHER);
    let seal_all = || {
        start.wait();
        // Its own connection and cache, as another process would have.
        let vault = open(&folder);
        (0..20).map(|n| vault.seal(&format!("s{n}"), &text("Nora")).unwrap()).collect::<Vec<_>>()
    };
    let all: Vec<Vec<Sealed>> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..TOGETHER).map(|_| scope.spawn(seal_all)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert!(all.iter().all(|sealed| *sealed == all[0]));
}

#[test]
fn one_vault_serves_many_threads_while_subjects_are_forgotten() {
    let folder = folder();
    let vault = open(&folder);
    let subjects: Vec<String> = (0..50).map(|n| format!("s{n}")).collect();
    let sealed: Vec<Sealed> = subjects.iter().map(|s| vault.seal(s, &text(s)).unwrap()).collect();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for sealed in sealed.iter().cycle().take(500) {
                    let opened = vault.open(sealed).unwrap();
                    assert!(opened.is_none_or(|words| words.as_str() == sealed.subject));
                }
            });
        }
        for subject in subjects.iter().step_by(2) {
            erase(&vault, subject);
        }
    });
    for (n, sealed) in sealed.iter().enumerate() {
        assert_eq!(vault.open(sealed).unwrap().is_none(), n % 2 == 0, "{}", sealed.subject);
    }
}

#[test]
fn more_subjects_than_the_cache_holds_still_open() {
    let folder = folder();
    let keys = sealed_for(&folder, 1_100);
    let vault = open(&folder);
    for sealed in &keys {
        assert_eq!(vault.open(sealed).unwrap(), Some(text("Nora")));
    }
    assert_eq!(vault.open(&keys[0]).unwrap(), Some(text("Nora")));
}

fn sealed_for(folder: &TempDir, subjects: usize) -> Vec<Sealed> {
    let vault = open(folder);
    (0..subjects).map(|n| vault.seal(&format!("s{n}"), &text("Nora")).unwrap()).collect()
}

#[test]
fn debug_shows_nothing() {
    let folder = folder();
    assert_eq!(format!("{:?}", open(&folder)), "Vault");
}
