//! A backup is made while people work, and put back: whole, or as it was then.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde_json::json;
use stories::World;
use stories::tilleuls::{Visit, did, ends_well, house, session};
use tempfile::TempDir;

use super::{OPENED, confides, entraide, name_of, text, visits};

/// A morning: two backups are made, and after the first of them somebody is erased and somebody comes.
struct Morning {
    world: World,
    outside: TempDir,
    erased: String,
    kept: String,
    late: String,
    /// The backups, in order.
    backups: [PathBuf; 2],
    /// One of before the first backup, and one of after it.
    visits: [Visit; 2],
    session: String,
}

async fn backed_up(world: &World, to: &Path) -> PathBuf {
    let (said, fine) = world.command(&["backup", "--to", text(to)]).await;
    assert!(fine, "{said}");
    let line = said.lines().find_map(|line| line.strip_prefix("backup")).expect("it says where it is");
    PathBuf::from(line.trim())
}

/// Somebody comes, and it is recorded under the id of their visit.
async fn comes(world: &World, session: &str, visit: &Visit) -> serde_json::Value {
    let nora = world.as_("nora");
    let told = visit.told(session, "fra");
    nora.ask_as(&visit.id, "recordVisit", &visit.id, "RecordVisitInput!", told, json!({})).await
}

async fn morning(world: World) -> Morning {
    let outside = tempfile::tempdir().unwrap();
    let to = outside.path().join("backups");
    let site = house(&world, "2023-06-05T06:50:00Z").await;
    let session = session(&world, &site, OPENED).await;
    let (erased, kept) = (confides(&world, "Basma Inventée").await, confides(&world, "Idris Inventé").await);
    let visits = [Visit::with(&["ADM.FORM"]), Visit::with(&["ADM.FORM"])];
    assert_eq!(comes(&world, &session, &visits[0]).await["__typename"], "Done");
    world.at("2023-06-05T08:00:00Z").await;
    let first = backed_up(&world, &to).await;
    world.at("2023-06-05T08:30:00Z").await;
    let reason = json!({ "reason": "PERSON_ASKED" });
    world.as_("odile").done("erasePerson", &erased, "ErasePersonInput!", reason).await;
    let late = confides(&world, "Lotte Verzonnen").await;
    assert_eq!(comes(&world, &session, &visits[1]).await["__typename"], "Done");
    world.at("2023-06-05T09:00:00Z").await;
    let second = backed_up(&world, &to).await;
    Morning { world, outside, erased, kept, late, backups: [first, second], visits, session }
}

impl Morning {
    /// A restore into a new place with the keys of the old one; where it is, and what was said.
    async fn restored(&self, arguments: &[&str]) -> (TempDir, Option<String>, String, bool) {
        let folder = tempfile::tempdir().unwrap();
        let journal = match self.world.journal {
            Some(_) => support::postgres::database().await,
            None => None,
        };
        let (data, keys) = (folder.path().join("data"), self.world.data.join("vault"));
        let mut all = vec!["restore", "--data", text(&data), "--keys", text(&keys)];
        if let Some(journal) = &journal {
            all.extend(["--journal", journal]);
        }
        all.extend(arguments);
        let (said, fine) = entraide(&all).await;
        (folder, journal, said, fine)
    }

    /// A node on what was restored.
    async fn started(&self, (folder, journal): (TempDir, Option<String>)) -> World {
        let keys = self.world.data.join("vault");
        let arguments = ["demo", "--empty", "--clock", "2023-06-05T10:00:00Z", "--keys", text(&keys)];
        World::start(&arguments, journal, folder).await
    }
}

stories::on_both_engines!("2023-06-05T06:30:00Z":
    a_backup_comes_back_whole,
    and_as_it_was_then,
    what_cannot_be_restored_says_why_and_changes_nothing,
    who_points_at_the_wrong_place_hears_it_and_loses_nothing,
    backups_are_removed_only_for_better_ones,
);

async fn a_backup_comes_back_whole(world: World) {
    let morning = morning(world).await;
    let newest = morning.outside.path().join("backups");
    let (folder, journal, said, fine) = morning.restored(&["--from", text(&newest)]).await;
    assert!(fine && said.contains("restored; everybody signs in again"), "{said}");
    let world = morning.started((folder, journal)).await;
    assert_eq!(visits(&world).await, 2);
    assert_eq!(name_of(&world, &morning.kept).await, "Idris Inventé");
    assert_eq!(name_of(&world, &morning.late).await, "Lotte Verzonnen");
    assert_eq!(name_of(&world, &morning.erased).await, json!(null), "erased is erased");
    // A device that was not sure sends it again, and it is one visit.
    let again = comes(&world, &morning.session, &morning.visits[0]).await;
    assert_eq!((&again["__typename"], &again["repeated"]), (&json!("Done"), &json!(true)), "{again}");
    let keys = morning.world.data.join("vault");
    let (said, _) = world.command(&["doctor", "--deep", "--keys", text(&keys)]).await;
    assert!(
        said.contains("0 faults") && said.contains("0 without a key") && said.contains("compared"),
        "{said}"
    );
    ends_well_with(&world, &keys).await;
    ends_well(&morning.world).await;
}

/// The end of every story, with keys that are elsewhere.
async fn ends_well_with(world: &World, keys: &Path) {
    let (said, fine) = world.command(&["rebuild", "--verify", "--keys", text(keys)]).await;
    assert!(fine && said.contains("verified: no difference"), "{said}");
}

async fn and_as_it_was_then(world: World) {
    let morning = morning(world).await;
    let (newest, then) = (text(&morning.backups[1]), "2023-06-05T08:15:00Z");
    let arguments = ["--from", newest, "--instant", then];
    let (_, _, said, fine) = morning.restored(&[&arguments[..], &["--dry-run"]].concat()).await;
    assert!(fine && said.ends_with("nothing was changed\n"), "{said}");
    let (folder, journal, said, fine) = morning.restored(&arguments).await;
    assert!(fine, "{said}");
    let world = morning.started((folder, journal)).await;
    assert_eq!(visits(&world).await, 1, "the second one came later");
    assert_eq!(name_of(&world, &morning.kept).await, "Idris Inventé");
    // What was said before somebody was erased is in that journal; its key is gone all the same.
    assert_eq!(name_of(&world, &morning.erased).await, json!(null), "a restored backup shows them erased");
    let late = "query($id: UUID!) { person(id: $id) { id } }";
    let read = world.as_("odile").read(late, json!({ "id": morning.late })).await;
    assert_eq!(read["person"], json!(null), "she had not come yet");
    // What was performed later is unknown again, and can be performed.
    let again = comes(&world, &morning.session, &morning.visits[1]).await;
    assert_eq!((&again["__typename"], &again["repeated"]), (&json!("Done"), &json!(false)), "{again}");
    world.at("2023-06-05T11:00:00Z").await;
    assert_eq!(visits(&world).await, 2);
    ends_well_with(&world, &morning.world.data.join("vault")).await;
}

async fn what_cannot_be_restored_says_why_and_changes_nothing(world: World) {
    let morning = morning(world).await;
    let [first, second] = morning.backups.each_ref().map(|backup| text(backup));
    // The vault of before the erasure: the people erased since would come back with an older key.
    let (folder, journal, said, fine) = morning.restored(&["--from", first]).await;
    assert!(!fine && said.contains("older copy") && said.contains("--vault-from"), "{said}");
    nothing_is_there(folder.path());
    drop((folder, journal));
    let (folder, journal, said, fine) = morning.restored(&["--from", first, "--vault-from", second]).await;
    assert!(fine, "{said}");
    // A place that holds something is left as it is.
    let data = folder.path().join("data");
    let mut again = vec!["restore", "--from", second, "--data", text(&data)];
    if let Some(journal) = &journal {
        again.extend(["--journal", journal]);
    }
    let (said, fine) = entraide(&again).await;
    assert!(!fine && (said.contains("there already") || said.contains("holds a journal already")), "{said}");
    let world = morning.started((folder, journal)).await;
    assert_eq!((visits(&world).await, name_of(&world, &morning.erased).await), (1, json!(null)));
    // A command did several things at once: they come together or not at all.
    let together = together(&world).await;
    world.stop().await;
    let (_, _, said, fine) = morning.restored(&["--from", second, "--position", &together]).await;
    assert!(!fine && said.contains("are what one command did: take"), "{said}");
    let (_, _, said, fine) = morning.restored(&["--from", second, "--position", "999999"]).await;
    assert!(!fine && said.contains("999999 is not in it"), "{said}");
    // A damaged backup.
    let journal = morning.backups[1].join("journal.ndjson.gz");
    let mut bytes = fs::read(&journal).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&journal, bytes).unwrap();
    let (folder, _, said, fine) = morning.restored(&["--from", second]).await;
    assert!(!fine && said.contains("changed or damaged"), "{said}");
    nothing_is_there(folder.path());
    let (_, _, said, fine) = morning.restored(&["--from", text(morning.outside.path())]).await;
    assert!(!fine && said.contains("no whole backup"), "{said}");
    // Keys that are lost: the counts are there, the words are not.
    let lost = tempfile::tempdir().unwrap();
    let (data, keys) = (lost.path().join("data"), lost.path().join("keys"));
    let place = ["--data", text(&data), "--keys", text(&keys)];
    let (said, fine) = entraide(&[&["restore", "--from", first][..], &place].concat()).await;
    assert!(!fine && said.contains("--without-words"), "{said}");
    let (said, fine) =
        entraide(&[&["restore", "--from", first, "--without-words"][..], &place].concat()).await;
    assert!(fine, "{said}");
    // Only the newest are kept, when somebody says how many.
    let to = morning.outside.path().join("backups");
    let (said, fine) = morning.world.command(&["backup", "--to", text(&to), "--keep", "2"]).await;
    assert!(fine && said.contains("removed      1"), "{said}");
    assert!(!morning.backups[0].exists() && morning.backups[1].exists());
}

/// The first position of something that one command did with others.
async fn together(world: &World) -> String {
    let site = "{ sites(first: 1) { nodes { id } } }";
    let site = world.as_("odile").read(site, json!({})).await["sites"]["nodes"][0]["id"].clone();
    let exported = stories::tilleuls::exported(world).await;
    let lines: Vec<serde_json::Value> =
        exported.split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok()).collect();
    let events: Vec<_> = lines.iter().filter_map(|line| line.get("event")).collect();
    let pair = events.windows(2).find(|pair| pair[0]["meta"]["command"] == pair[1]["meta"]["command"]);
    let pair = pair.unwrap_or_else(|| panic!("no command did two things at {site}"));
    pair[0]["position"].to_string().trim_matches('"').to_owned()
}

fn nothing_is_there(folder: &Path) {
    let data = folder.join("data");
    assert!(!data.join("journal.sqlite").exists() && !data.join("vault/vault.sqlite").exists());
}

/// A visit is what one command did: the visit and its needs.
#[tokio::test]
async fn a_backup_of_nothing_is_whole_too() {
    let world = World::sqlite(OPENED).await;
    let outside = tempfile::tempdir().unwrap();
    let backup = backed_up(&world, outside.path()).await;
    let data = outside.path().join("data");
    let (said, fine) =
        entraide(&["restore", "--from", text(&backup), "--data", text(&data), "--without-words"]).await;
    assert!(fine, "{said}");
    let odile = world.as_("odile");
    did(
        &odile,
        OPENED,
        "openSite",
        &stories::new_id(),
        json!({ "name": "Maison", "timeZone": "Europe/Brussels",
        "languages": [] }),
        &["SiteOpened"],
    )
    .await;
}

/// The backups in a folder, and what else is there.
fn found_in(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found
}

async fn who_points_at_the_wrong_place_hears_it_and_loses_nothing(world: World) {
    confides(&world, "Basma Inventée").await;
    let outside = tempfile::tempdir().unwrap();
    let to = outside.path().join("backups");
    let good = backed_up(&world, &to).await;
    // A folder, or a database, where no node ever ran.
    let empty = outside.path().join("empty");
    fs::create_dir(&empty).unwrap();
    let database = if world.journal.is_some() { support::postgres::database().await } else { None };
    let there = database.as_ref().map_or(vec![], |url| vec!["--journal", url.as_str()]);
    let export = outside.path().join("export.ndjson");
    let copying = ["backup", "--keep", "1", "--to", text(&to)];
    let dry = ["restore", "--dry-run", "--without-words", "--from", text(&to)];
    let commands: [(&[&str], bool); 5] = [
        (&dry, true),
        (&copying, false),
        (&["doctor"], false),
        (&["rebuild"], false),
        (&["export", text(&export)], false),
    ];
    for (command, goes) in commands {
        let (said, fine) = entraide(&[command, &["--data", text(&empty)], &there[..]].concat()).await;
        assert_eq!(fine, goes, "{command:?}: {said}");
        assert!(goes || said.contains("there is no journal in"), "{command:?}: {said}");
        assert_eq!(found_in(&empty), [] as [PathBuf; 0], "{command:?}");
    }
    assert!(!export.exists());
    // The right journal without its vault, as for a node that was told of a shared folder.
    let mut astray = copying.to_vec();
    astray.extend(["--shared", text(&empty)]);
    let (said, fine) = world.command(&astray).await;
    assert!(!fine && said.contains("1 subjects") && said.contains("--shared"), "{said}");
    assert_eq!(found_in(&to), [good]);
    assert_eq!(found_in(&empty), [] as [PathBuf; 0]);
}

async fn backups_are_removed_only_for_better_ones(world: World) {
    confides(&world, "Basma Inventée").await;
    let outside = tempfile::tempdir().unwrap();
    let to = outside.path().join("backups");
    let early = backed_up(&world, &to).await;
    world.at("2023-06-05T07:00:00Z").await;
    confides(&world, "Idris Inventé").await;
    let late = backed_up(&world, &to).await;
    // Another network's backups are in the same folder.
    let other = World::sqlite(OPENED).await;
    let others = backed_up(&other, &to).await;
    // Somebody put an older vault back: the words since then cannot be read.
    let older = outside.path().join("older");
    fs::create_dir_all(older.join("vault")).unwrap();
    fs::copy(early.join("vault.sqlite"), older.join("vault/vault.sqlite")).unwrap();
    let keys = world.data.join("vault");
    let copying = ["backup", "--keep", "1", "--to", text(&to)];
    let wrong = [&copying[..], &["--shared", text(&older), "--keys", text(&keys)]].concat();
    let (said, fine) = world.command(&wrong).await;
    assert!(!fine && said.contains("words of 1 subjects") && said.contains("nothing was removed"), "{said}");
    assert_eq!(found_in(&to).len(), 4, "it is made all the same");
    assert!(early.exists() && late.exists());
    let figures = outside.path().join("entraide.prom");
    let (said, fine) = world.command(&[&copying[..], &["--figures", text(&figures)]].concat()).await;
    assert!(fine && said.contains("removed      3"), "{said}");
    // What a monitor hears of it.
    let told = fs::read_to_string(&figures).unwrap();
    let figure = |name: &str| {
        told.lines().find_map(|line| line.strip_prefix(name)?.trim().parse::<f64>().ok()).expect("a figure")
    };
    let newest = said.lines().find_map(|line| line.strip_prefix("backup")).expect("it says where it is");
    let manifest = fs::read(Path::new(newest.trim()).join("manifest.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_slice(&manifest).unwrap();
    let begun: DateTime<Utc> = manifest["made_at"].as_str().unwrap().parse().unwrap();
    let told_begun = figure("entraide_backup_begun_timestamp_seconds ");
    assert_eq!(told_begun.to_string(), begun.timestamp().to_string());
    assert!(figure("entraide_backup_position ") > 0.0 && figure("entraide_backup_without_key ") == 0.0);
    assert!(others.exists() && !late.exists(), "of this journal only the newest is left");
    ends_well(&world).await;
}
