//! The words of somebody who was erased are in no version of any row, live or rebuilt.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod toy;

use std::path::Path;
use std::sync::Arc;

use graph::ports::Rows;
use toy::{
    Memory, TICKETS, ToyEvent, as_of, brussels, confided, fixed_folds, folds, followed, forgotten, open,
    opened, tagged,
};

const NORA: &str = "brussels/ticket/a";
const SAMIR: &str = "brussels/ticket/b/private";

/// The files of the read models that hold some words.
fn files_with(folder: &Path, words: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        // A file that was replaced may go away meanwhile.
        let bytes = std::fs::read(&path).unwrap_or_default();
        if bytes.windows(words.len()).any(|window| window == words.as_bytes()) {
            found.push(path.file_name().unwrap().to_string_lossy().into_owned());
        }
    }
    found
}

fn history() -> Arc<Memory> {
    Memory::of(&[
        ("a", opened("nora")),
        ("a", confided(NORA, "WordsOfNora=")),
        ("b", opened("samir")),
        ("b", confided(SAMIR, "WordsOfSamir")),
        ("a", tagged("food")),
        ("b", confided(NORA, "WordsOfNora=")),
    ])
}

#[tokio::test]
async fn the_words_of_the_erased_leave_every_version_and_the_log() {
    let folder = tempfile::tempdir().unwrap();
    let journal = history();
    let model = followed(folder.path(), &journal).await;
    assert!(!files_with(folder.path(), "WordsOfNora").is_empty(), "what is searched can be found");
    journal.add(&[("c", forgotten(NORA)), ("a", tagged("papers"))]);
    model.catch_up(&*journal).await.unwrap();
    assert_eq!(files_with(folder.path(), "WordsOfNora"), Vec::<String>::new());
    assert!(!files_with(folder.path(), "WordsOfSamir").is_empty(), "others keep theirs");

    // As of any position the words are erased; everything else is as it was.
    let reading = model.reading(journal.clone());
    for position in [2, 5, 7, 8] {
        let keys = ["a".to_owned()];
        let rows = reading.rows(TICKETS, &brussels(), &keys, as_of(position)).await.unwrap();
        let body: serde_json::Value = serde_json::from_slice(&rows[0].body).unwrap();
        assert_eq!(body["words"], serde_json::json!([null]), "as of {position}");
        assert_eq!(body["asker"], "nora");
    }
    model.verify(&*journal).await.unwrap();
    model.rebuild(&*journal).await.unwrap();
    assert_eq!(files_with(folder.path(), "WordsOfNora"), Vec::<String>::new());
    assert!(!files_with(folder.path(), "WordsOfSamir").is_empty());
}

#[tokio::test]
async fn an_erasure_in_one_network_leaves_the_others_alone() {
    let folder = tempfile::tempdir().unwrap();
    let journal = history();
    journal.append(&toy::quebec(), "z", &forgotten(NORA));
    let model = followed(folder.path(), &journal).await;
    assert!(!files_with(folder.path(), "WordsOfNora").is_empty());
    model.verify(&*journal).await.unwrap();
}

#[tokio::test]
async fn what_waited_parked_comes_back_without_the_words_of_the_erased() {
    let folder = tempfile::tempdir().unwrap();
    let journal = Memory::of(&[
        ("a", opened("nora")),
        ("a", ToyEvent::Cursed),
        ("a", confided(NORA, "WordsOfNora=")),
        ("c", forgotten(NORA)),
    ]);
    drop(followed(folder.path(), &journal).await);
    let model = open(folder.path(), fixed_folds());
    assert_eq!(model.retry_parked(&*journal).await.unwrap().parked, 0);
    assert_eq!(files_with(folder.path(), "WordsOfNora"), Vec::<String>::new());
    model.verify(&*journal).await.unwrap();
    assert_eq!(folds().len(), fixed_folds().len());
}
