//! Erasure: for good, whole or not at all wherever it is cut off, and in copies too.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, missing_docs)]

mod kit;

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use graph::Seals;
use kernel::Sealed;
use kit::{CUTS, Cut, CutOff, InMemory, brussels, bytes_in, copy, open, seal, subject, text};
use vault::{Vault, VaultError};

#[track_caller]
fn readable(vault: &Vault, sealed: &[Sealed], erased: impl Fn(usize) -> bool) {
    for (number, sealed) in sealed.iter().enumerate() {
        let opened = vault.open(sealed).unwrap();
        assert_eq!(opened, (!erased(number)).then(|| text("Nora")), "subject {number}");
    }
}

fn subjects(numbers: &[usize]) -> Vec<String> {
    numbers.iter().map(|number| subject(*number)).collect()
}

fn key_files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = bytes_in(&folder.join("keys"))
        .iter()
        .map(|(path, _)| path.file_name().unwrap().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn an_erasure_begins_an_epoch_and_ends_the_key_of_the_one_before() {
    let folder = tempfile::tempdir().unwrap();
    let vault = open(folder.path());
    let sealed = seal(&vault, 0..4);
    assert_eq!(key_files(folder.path()), ["epoch-1.key"]);
    let first = vault.erase(&subjects(&[1, 3])).unwrap();
    assert_eq!((first.epoch, first.keys, first.fingerprint.len()), (2, 2, 32));
    assert_eq!(key_files(folder.path()), ["epoch-2.key"]);
    readable(&vault, &sealed, |number| number % 2 == 1);
    let second = vault.erase(&subjects(&[0])).unwrap();
    assert_eq!((second.epoch, second.keys), (3, 1));
    assert_ne!(first.fingerprint, second.fingerprint);
    // Asked again, alone or with somebody else, each answers as it did.
    assert_eq!(vault.erase(&subjects(&[3, 1, 3])).unwrap(), first);
    assert_eq!(vault.erase(&subjects(&[0])).unwrap(), second);
    let both = vault.erase(&subjects(&[0, 1, 3])).unwrap();
    assert_eq!((both.epoch, both.keys), (3, 3));
    assert_eq!(key_files(folder.path()), ["epoch-3.key"]);
    readable(&open(folder.path()), &sealed, |number| number != 2);
}

#[test]
fn nobody_to_erase_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let vault = open(folder.path());
    assert_eq!(vault.erase(&[]).unwrap().epoch, 1);
    assert_eq!(key_files(folder.path()), ["epoch-1.key"]);
}

#[test]
fn an_erasure_cut_off_anywhere_is_whole_or_not_at_all() {
    for cut in CUTS {
        let folder = tempfile::tempdir().unwrap();
        let keys = CutOff::new(&folder.path().join("keys"));
        let vault = Vault::open_with(folder.path(), Box::new(keys.clone())).unwrap();
        let sealed = seal(&vault, 0..3);
        vault.index(&brussels(), &subject(0), &[text("Nora")]).unwrap();
        *keys.at.lock().unwrap() = Some(cut);
        assert!(vault.erase(&subjects(&[1])).is_err(), "{cut:?}");
        // What goes on working meanwhile, in this process, is one of the two.
        let gone = !matches!(cut, Cut::BeforePreparing | Cut::AfterPreparing);
        readable(&vault, &sealed, |number| gone && number == 1);
        drop(vault);

        let vault = open(folder.path());
        readable(&vault, &sealed, |number| gone && number == 1);
        assert_eq!(vault.epoch(), if gone { 2 } else { 1 }, "{cut:?}");
        if gone {
            assert_eq!(key_files(folder.path()), ["epoch-2.key"], "{cut:?}: a start ends it");
        }
        let told = vault.erase(&subjects(&[1])).unwrap();
        assert_eq!((told.epoch, told.keys), (2, 1), "{cut:?}: asked again, it is whole");
        assert_eq!(key_files(folder.path()), ["epoch-2.key"], "{cut:?}");
        readable(&open(folder.path()), &sealed, |number| number == 1);
        assert_eq!(vault.find(&brussels(), &text("nora")).unwrap(), [subject(0)]);
    }
}

#[test]
fn an_erasure_cut_off_is_ended_by_the_next_one_of_the_same_process() {
    for cut in CUTS {
        let folder = tempfile::tempdir().unwrap();
        let keys = CutOff::new(&folder.path().join("keys"));
        let vault = Vault::open_with(folder.path(), Box::new(keys.clone())).unwrap();
        let sealed = seal(&vault, 0..4);
        *keys.at.lock().unwrap() = Some(cut);
        assert!(vault.erase(&subjects(&[1])).is_err());
        *keys.at.lock().unwrap() = None;
        assert_eq!(vault.erase(&subjects(&[1])).unwrap().keys, 1, "{cut:?}");
        assert_eq!(vault.erase(&subjects(&[2])).unwrap().epoch, 3, "{cut:?}");
        assert_eq!(key_files(folder.path()), ["epoch-3.key"], "{cut:?}");
        readable(&vault, &sealed, |number| number == 1 || number == 2);
    }
}

#[test]
fn a_first_start_cut_off_is_done_again() {
    for cut in CUTS {
        let folder = tempfile::tempdir().unwrap();
        let keys = CutOff::new(&folder.path().join("keys"));
        *keys.at.lock().unwrap() = Some(cut);
        assert!(Vault::open_with(folder.path(), Box::new(keys)).is_err(), "{cut:?}");
        let vault = open(folder.path());
        readable(&vault, &seal(&vault, 0..1), |_| false);
        assert_eq!(key_files(folder.path()), ["epoch-1.key"], "{cut:?}");
    }
}

#[test]
fn half_a_prepared_key_and_an_overwritten_old_one_are_no_obstacle() {
    let folder = tempfile::tempdir().unwrap();
    let sealed = seal(&open(folder.path()), 0..2);
    fs::write(folder.path().join("keys/epoch-2.key.new"), b"half").unwrap();
    let vault = open(folder.path());
    assert_eq!(vault.erase(&subjects(&[0])).unwrap().epoch, 2);
    // Overwritten, and the power went before it was removed.
    fs::write(folder.path().join("keys/epoch-1.key"), [0; 32]).unwrap();
    readable(&open(folder.path()), &sealed, |number| number == 0);
    vault.erase(&subjects(&[1])).unwrap();
    assert_eq!(key_files(folder.path()), ["epoch-3.key"]);
}

#[test]
fn another_process_goes_over_to_the_epoch_as_well() {
    let folder = tempfile::tempdir().unwrap();
    let (one, other) = (open(folder.path()), open(folder.path()));
    let sealed = seal(&one, 0..3);
    one.index(&brussels(), &subject(0), &[text("Odile")]).unwrap();
    one.erase(&subjects(&[1])).unwrap();
    readable(&other, &sealed, |number| number == 1);
    assert_eq!(other.find(&brussels(), &text("odile")).unwrap(), [subject(0)]);
    let more = seal(&other, 3..4);
    readable(&one, &more, |_| false);
    other.erase(&subjects(&[2])).unwrap();
    seal(&one, 4..5);
    assert_eq!(one.find(&brussels(), &text("odile")).unwrap(), [subject(0)]);
    readable(&open(folder.path()), &sealed, |number| number != 0);
}

#[test]
fn keys_may_be_kept_elsewhere_than_in_files() {
    let folder = tempfile::tempdir().unwrap();
    let keys = InMemory::default();
    let open = || Vault::open_with(folder.path(), Box::new(keys.clone()));
    let sealed = seal(&open().unwrap(), 0..2);
    open().unwrap().erase(&subjects(&[0])).unwrap();
    readable(&open().unwrap(), &sealed, |number| number == 0);
    let other = Vault::open_with(folder.path(), Box::new(InMemory::default()));
    assert!(matches!(other, Err(VaultError::KeyMissing { epoch: 2, .. })));
}

#[test]
fn an_older_copy_beside_the_keys_of_a_later_epoch_is_refused_and_says_the_way_out() {
    let (folder, backup) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let vault = open(folder.path());
    let sealed = seal(&vault, 0..2);
    drop(vault);
    copy(folder.path(), backup.path());
    open(folder.path()).erase(&subjects(&[0])).unwrap();
    let after = fs::read(folder.path().join("vault.sqlite")).unwrap();
    fs::copy(backup.path().join("vault.sqlite"), folder.path().join("vault.sqlite")).unwrap();
    // Also with the older key: it would bring back who was erased.
    for older_key in [false, true] {
        if older_key {
            fs::copy(backup.path().join("keys/epoch-1.key"), folder.path().join("keys/epoch-1.key")).unwrap();
        }
        let error = Vault::open(folder.path(), folder.path().join("keys")).expect_err("an older copy");
        assert!(matches!(error, VaultError::OlderCopy { database: 1, keys: 2, .. }), "{error}");
        assert!(error.to_string().contains("put back the copy that was made after the last erasure"));
        let looked = vault::look(folder.path(), &vault::KeyFiles::open(folder.path().join("keys")).unwrap());
        assert!(matches!(looked, Err(VaultError::OlderCopy { .. })));
    }
    fs::write(folder.path().join("vault.sqlite"), after).unwrap();
    readable(&open(folder.path()), &sealed, |number| number == 0);
}

#[test]
fn a_lost_database_is_not_replaced_by_a_new_one() {
    let folder = tempfile::tempdir().unwrap();
    drop(open(folder.path()));
    for name in ["vault.sqlite", "vault.sqlite-wal", "vault.sqlite-shm"] {
        let _ = fs::remove_file(folder.path().join(name));
    }
    let error = Vault::open(folder.path(), folder.path().join("keys")).expect_err("no database");
    assert!(matches!(error, VaultError::DatabaseMissing { keys: 1, .. }));
}

#[test]
fn nothing_of_the_erased_is_left_in_the_files() {
    let folder = tempfile::tempdir().unwrap();
    let vault = open(folder.path());
    seal(&vault, 0..50);
    let wraps = |numbers: &[usize]| -> Vec<Vec<u8>> {
        let bytes = bytes_in(folder.path());
        let after = |number: &usize| {
            let name = subject(*number).into_bytes();
            let (_, file) = bytes
                .iter()
                .find(|(_, file)| file.windows(name.len()).any(|window| window == name))
                .expect("the subject is in a file");
            let at = file.windows(name.len()).rposition(|window| window == name).unwrap() + name.len();
            file[at..at + 72].to_vec()
        };
        numbers.iter().map(after).collect()
    };
    let (erased, kept) = (wraps(&[7, 30]), wraps(&[8]));
    vault.index(&brussels(), &subject(7), &[text("Zohra")]).unwrap();
    vault.erase(&subjects(&[7, 30])).unwrap();
    for (path, bytes) in bytes_in(folder.path()) {
        for old in erased.iter().chain(&kept) {
            assert!(!bytes.windows(72).any(|window| window == old), "{} holds an old wrap", path.display());
        }
    }
    let (epoch, wal) =
        (fs::read(folder.path().join("keys/epoch-2.key")).unwrap(), folder.path().join("vault.sqlite-wal"));
    assert_eq!(fs::metadata(wal).unwrap().len(), 0, "the log was emptied");
    let holds_key = |(path, bytes): &(std::path::PathBuf, Vec<u8>)| {
        !path.ends_with("epoch-2.key") && bytes.windows(32).any(|window| window == epoch)
    };
    assert!(!bytes_in(folder.path()).iter().any(holds_key), "the key of the epoch is in its file only");
}

#[test]
fn ten_thousand_subjects_are_wrapped_again_within_seconds() {
    const MANY: usize = 10_000;
    let folder = tempfile::tempdir().unwrap();
    let vault = open(folder.path());
    let sealed = seal(&vault, 0..2);
    // Written at once: each first sealing of a subject flushes, which is not what is measured.
    let database = rusqlite::Connection::open(folder.path().join("vault.sqlite")).unwrap();
    database.execute_batch("PRAGMA synchronous = OFF; BEGIN").unwrap();
    let wrap = foreign_wraps(&folder.path().join("keys/epoch-1.key"));
    for number in 2..MANY {
        let wrapped = wrap(&subject(number));
        database
            .execute(
                "INSERT INTO subject_keys (subject, wrapped) VALUES (?1, ?2)",
                (subject(number), wrapped),
            )
            .unwrap();
    }
    database.execute_batch("COMMIT").unwrap();
    drop(database);
    let began = Instant::now();
    vault.erase(&subjects(&[0])).unwrap();
    let took = began.elapsed();
    println!("erasing beside {MANY} subjects took {took:?}");
    assert!(took < Duration::from_secs(20), "{took:?}");
    readable(&vault, &sealed, |number| number == 0);
    vault.seal(&subject(MANY - 1), &text("Nora")).unwrap();
}

/// Wraps keys as the README says, without the vault.
fn foreign_wraps(key: &Path) -> impl Fn(&str) -> Vec<u8> + use<> {
    use chacha20poly1305::aead::{Aead, KeyInit, Payload};
    use hmac::Mac;
    let mut mac = <hmac::Hmac<sha2::Sha256> as Mac>::new_from_slice(&fs::read(key).unwrap()).unwrap();
    mac.update(b"entraide vault 2: wrapping");
    let cipher = chacha20poly1305::XChaCha20Poly1305::new(&mac.finalize().into_bytes());
    move |subject| {
        let payload = Payload { msg: &[7; 32], aad: subject.as_bytes() };
        [[9; 24].as_slice(), &cipher.encrypt(&[9; 24].into(), payload).unwrap()].concat()
    }
}
