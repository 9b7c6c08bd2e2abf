//! Somebody is found by name or telephone without either being kept.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod kit;

use graph::{Seals, Trouble};
use kit::{brussels, bytes_in, open, subject, text};

#[test]
fn a_person_is_found_by_name_and_telephone_in_any_writing() {
    let folder = tempfile::tempdir().unwrap();
    let vault = open(folder.path());
    vault.index(&brussels(), &subject(1), &[text("Élodie Benamar"), text("0470 12 34 56")]).unwrap();
    vault.index(&brussels(), &subject(2), &[text("أحمد بن عمر")]).unwrap();
    for (asked, found) in [
        ("elodie", 1),
        ("BENAMAR Elodie", 1),
        ("+32 470 12 34 56", 1),
        ("0470/123456", 1),
        ("احمد", 2),
        ("بن أحمد", 2),
    ] {
        assert_eq!(vault.find(&brussels(), &text(asked)).unwrap(), [subject(found)], "{asked}");
        assert_eq!(open(folder.path()).find(&brussels(), &text(asked)).unwrap(), [subject(found)], "{asked}");
    }
    for nobody in ["elodie omar", "0470 12 34 57", "benama", "-"] {
        assert_eq!(vault.find(&brussels(), &text(nobody)).unwrap(), Vec::<String>::new(), "{nobody}");
    }
    assert_eq!(vault.find(&"quebec".parse().unwrap(), &text("elodie")).unwrap(), Vec::<String>::new());
}

#[test]
fn what_one_is_found_by_is_replaced_and_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let vault = open(folder.path());
    let find = |words: &str| vault.find(&brussels(), &text(words)).unwrap();
    vault.index(&brussels(), &subject(1), &[text("Nora")]).unwrap();
    vault.index(&brussels(), &subject(1), &[text("Odile")]).unwrap();
    assert_eq!((find("nora"), find("odile")), (vec![], vec![subject(1)]));
    vault.index(&brussels(), &subject(1), &[]).unwrap();
    assert_eq!(find("odile"), Vec::<String>::new());
    vault.index(&brussels(), &subject(9), &[]).unwrap();
}

#[test]
fn the_erased_are_found_no_more_and_others_are() {
    let folder = tempfile::tempdir().unwrap();
    let vault = open(folder.path());
    for number in 1..=3 {
        vault.index(&brussels(), &subject(number), &[text("Nora"), text("+32 470 00 00 01")]).unwrap();
    }
    vault.erase(&[subject(2)]).unwrap();
    for words in ["nora", "0470 00 00 01"] {
        assert_eq!(vault.find(&brussels(), &text(words)).unwrap(), [subject(1), subject(3)]);
    }
    assert!(matches!(vault.index(&brussels(), &subject(2), &[text("Nora")]), Err(Trouble::BadAsk(_))));
    vault.index(&brussels(), &subject(2), &[]).unwrap();
    vault.erase(&[subject(1)]).unwrap();
    assert_eq!(vault.find(&brussels(), &text("nora")).unwrap(), [subject(3)]);
}

#[test]
fn no_word_of_the_index_is_in_any_file() {
    let folder = tempfile::tempdir().unwrap();
    let vault = open(folder.path());
    vault.index(&brussels(), &subject(1), &[text("Imaginaria"), text("0470 12 34 56")]).unwrap();
    for (path, bytes) in bytes_in(folder.path()) {
        for word in ["maginaria", "470123456", "470 12"] {
            let holds = bytes.windows(word.len()).any(|window| window == word.as_bytes());
            assert!(!holds, "{} holds {word}", path.display());
        }
    }
}
