//! Vaults of before open as they are and become vaults of now.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod kit;

use std::fs;
use std::path::Path;

use graph::Seals;
use kernel::Sealed;
use kit::{CUTS, CutOff, bytes_in, open, text};
use tempfile::TempDir;
use vault::{KeyFiles, Look, Vault, VaultError, look};

/// A vault that the first version made: four subjects, one of them forgotten.
fn of_before() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    kit::copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/history/vault.1"), folder.path());
    #[cfg(unix)]
    for name in ["vault.key", "vault.sqlite"] {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(folder.path().join(name), fs::Permissions::from_mode(0o600)).unwrap();
    }
    folder
}

/// What it sealed: subject, bytes and words.
fn sealed() -> Vec<(Sealed, &'static str)> {
    let lines = include_str!("history/vault.1/sealed.tsv").lines();
    lines
        .map(|line| {
            let [subject, bytes, words] = line.split('\t').collect::<Vec<_>>().try_into().unwrap();
            (Sealed { subject: subject.to_owned(), bytes: bytes.to_owned() }, words)
        })
        .collect()
}

#[track_caller]
fn opens_everything(vault: &Vault) {
    for (sealed, words) in sealed() {
        let forgotten = sealed.subject.starts_with("quebec/member");
        assert_eq!(vault.open(&sealed).unwrap(), (!forgotten).then(|| text(words)), "{}", sealed.subject);
        assert_eq!(vault.seal(&sealed.subject, &text("Samir")).is_err(), forgotten);
    }
}

#[test]
fn a_vault_of_before_goes_over_to_epochs() {
    let folder = of_before();
    let keys = KeyFiles::open(folder.path().join("keys")).unwrap();
    let of = |epoch| Look { epoch, subjects: 3, erased: 1, finished: true };
    assert_eq!(look(folder.path(), &keys).unwrap(), Some(of(0)));
    let master = fs::read(folder.path().join("vault.key")).unwrap();
    for _ in 0..2 {
        opens_everything(&open(folder.path()));
        assert_eq!(look(folder.path(), &keys).unwrap(), Some(of(1)));
        assert!(!folder.path().join("vault.key").exists(), "the master key is destroyed");
        assert!(folder.path().join("keys/epoch-1.key").exists());
    }
    for (path, bytes) in bytes_in(folder.path()) {
        assert!(!bytes.windows(32).any(|window| window == master), "{}", path.display());
    }
    let vault = open(folder.path());
    let erased = vault.erase(&[sealed()[0].0.subject.clone()]).unwrap();
    assert_eq!((erased.epoch, erased.keys), (2, 1));
    assert_eq!(vault.open(&sealed()[1].0).unwrap(), Some(text(sealed()[1].1)));
}

#[test]
fn going_over_may_be_cut_off_anywhere() {
    for cut in CUTS {
        let folder = of_before();
        let keys = CutOff::new(&folder.path().join("keys"));
        *keys.at.lock().unwrap() = Some(cut);
        assert!(Vault::open_with(folder.path(), Box::new(keys)).is_err(), "{cut:?}");
        opens_everything(&open(folder.path()));
        assert!(!folder.path().join("vault.key").exists(), "{cut:?}");
    }
}

#[test]
fn a_vault_of_before_without_its_key_or_with_another_is_refused() {
    let folder = of_before();
    let open = || Vault::open(folder.path(), folder.path().join("keys")).expect_err("no key");
    fs::write(folder.path().join("vault.key"), [7; 32]).unwrap();
    assert!(matches!(open(), VaultError::WrongKey { epoch: 0, .. }));
    fs::remove_file(folder.path().join("vault.key")).unwrap();
    assert!(matches!(open(), VaultError::MasterKeyMissing(_)));
}

#[test]
fn a_database_of_before_put_back_beside_keys_of_epochs_is_an_older_copy() {
    let folder = of_before();
    drop(open(folder.path()));
    let before = of_before();
    fs::copy(before.path().join("vault.sqlite"), folder.path().join("vault.sqlite")).unwrap();
    let error = Vault::open(folder.path(), folder.path().join("keys")).expect_err("an older copy");
    assert!(matches!(error, VaultError::OlderCopy { database: 0, keys: 1, .. }));
}
