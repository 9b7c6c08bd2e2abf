//! A doctor who looks at everything finds what is damaged, and says what to do.

use std::path::{Path, PathBuf};

use serde_json::json;
use stories::World;
use stories::tilleuls::{Visit, house, session};
use tempfile::TempDir;

use super::{OPENED, confides, entraide, text};

/// A stopped place with a morning in it.
async fn place() -> (TempDir, PathBuf) {
    let world = World::sqlite("2023-06-05T06:30:00Z").await;
    let site = house(&world, "2023-06-05T06:50:00Z").await;
    let session = session(&world, &site, OPENED).await;
    confides(&world, "Basma Inventée").await;
    for _ in 0..3 {
        let visit = Visit::with(&["ADM.FORM", "PSY.LISTEN"]);
        let told = visit.told(&session, "fra");
        world.as_("nora").done("recordVisit", &visit.id, "RecordVisitInput!", told).await;
    }
    world.at("2023-06-05T08:00:00Z").await;
    let (_, folder) = world.stop().await;
    let data = folder.path().join("data");
    (folder, data)
}

fn copied(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() {
            copied(&entry.path(), &to.join(entry.file_name()));
        } else {
            std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

/// What is done to a file, and what the doctor must say of it.
const DAMAGES: [(&str, &str, &str); 7] = [
    ("journal.sqlite", "UPDATE events SET payload = x'7b' WHERE position = 9", "position 9: the payload"),
    (
        "journal.sqlite",
        "UPDATE events SET recorded_at = recorded_at + 60000000 WHERE position = 5",
        "position 6 was recorded earlier",
    ),
    ("journal.sqlite", "DELETE FROM commands WHERE first = 1", "is not remembered"),
    ("journal.sqlite", "UPDATE commands SET last = last + 1 WHERE first = 1", "its events are not"),
    (
        "journal.sqlite",
        "UPDATE events SET stream = (SELECT stream FROM events WHERE position = 1), version = 99 WHERE position = 12",
        "position 12: version 99",
    ),
    ("vault/vault.sqlite", "DELETE FROM subject_keys", "the vault is older than the journal"),
    (
        "read",
        "UPDATE dropin_visits_1 SET body = replace(body, 'fra', 'nld')",
        "entraide rebuild makes them anew",
    ),
];

#[tokio::test]
async fn what_is_damaged_is_found_and_what_is_sound_is_not() {
    let (folder, data) = place().await;
    let (said, fine) = entraide(&["doctor", "--deep", "--data", text(&data)]).await;
    assert!(fine && said.contains("0 faults") && said.contains("0 without a key"), "{said}");
    for (number, (file, damage, expected)) in DAMAGES.into_iter().enumerate() {
        let hurt = folder.path().join(format!("hurt-{number}"));
        copied(&data, &hurt);
        let file = match file {
            "read" => {
                let current = std::fs::read_to_string(hurt.join("read/current")).unwrap();
                hurt.join("read").join(current.trim())
            }
            file => hurt.join(file),
        };
        let database = rusqlite::Connection::open(file).unwrap();
        assert!(database.execute(damage, []).unwrap() > 0, "{damage} changes something");
        drop(database);
        let (said, fine) = entraide(&["doctor", "--deep", "--data", text(&hurt)]).await;
        let wrong: Vec<&str> = said.lines().filter(|line| line.starts_with("WRONG")).collect();
        assert!(!fine && wrong.iter().any(|line| line.contains(expected)), "{damage}\n{said}");
    }
    // Beyond the journal: as after a journal was put back beside what had followed a longer one.
    let (said, _) = entraide(&["doctor", "--deep", "--data", text(&data)]).await;
    let identity = said.lines().find_map(|line| line.strip_prefix("identity")).unwrap().trim().to_owned();
    std::fs::write(data.join("flows.position"), format!("99999 {identity}")).unwrap();
    let (said, fine) = entraide(&["doctor", "--deep", "--data", text(&data)]).await;
    assert!(!fine && said.contains("beyond the journal"), "{said}");
    assert_eq!(json!(said.contains("healthy")), json!(false));
}
