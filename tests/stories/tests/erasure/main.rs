//! Erasure for good: 120 people confide words about 240 subjects, half of them are erased, and no
//! file, backup, export or log lets anybody read them again; everybody else, and every count, stays.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::print_stdout, missing_docs)]

mod scan;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use scan::{EpochKey, Search, files, raw_keys};
use serde_json::{Value, json};
use stories::tilleuls::{Visit, ends_well, exported, history, house, session};
use stories::{World, new_id};
use tempfile::TempDir;

const OPENED: &str = "2023-06-05T07:00:00Z";
/// Each with two subjects that have words: their file, and the private notes of their visit.
const PEOPLE: usize = 120;

/// Somebody who confided something.
struct Confidant {
    person: String,
    visit: String,
    name: String,
    telephone: String,
    note: String,
}

impl Confidant {
    fn new(number: usize) -> Self {
        Self {
            person: new_id(),
            visit: String::new(),
            name: format!("Zoubida{number:03} Imaginaire{number:03}"),
            telephone: format!("0470 55 {:02} {:02}", number / 100 + 10, number % 100),
            note: format!("confidence-inventee-{number:03}"),
        }
    }

    /// The names under which the vault knows their words.
    fn subjects(&self) -> [String; 3] {
        let (person, visit) = (&self.person, &self.visit);
        [
            format!("brussels/person/{person}"),
            format!("brussels/visit/{visit}"),
            format!("brussels/visit/{visit}/private"),
        ]
    }
}

async fn started(clock: &str, journal: Option<String>, folder: TempDir) -> World {
    World::start(&["demo", "--empty", "--clock", clock], journal, folder).await
}

/// Somebody opens a file, gives name and telephone, and confides something on a visit.
async fn confides(world: &World, session: &str, number: usize) -> Confidant {
    let (nora, mut one, visit) = (world.as_("nora"), Confidant::new(number), Visit::with(&["ADM.FORM"]));
    one.visit.clone_from(&visit.id);
    nora.done("openPerson", &one.person, "", Value::Null).await;
    nora.done("givePersonName", &one.person, "GivePersonNameInput!", json!({ "name": one.name })).await;
    let telephone = json!({ "contact": new_id(), "kind": "TELEPHONE", "words": one.telephone });
    nora.done("givePersonContact", &one.person, "GivePersonContactInput!", telephone).await;
    let language = ["fra", "nld", "ara"][number % 3];
    nora.done("recordVisit", &visit.id, "RecordVisitInput!", visit.told(session, language)).await;
    let agreed = json!({ "person": one.person, "identity": "NAMED", "consentMode": "ORAL",
        "consentLanguage": language });
    nora.done("attributeVisit", &visit.id, "AttributeVisitInput!", agreed).await;
    let note = json!({ "level": "PRIVATE", "words": one.note });
    nora.done("addVisitNote", &visit.id, "VisitNoteInput!", note).await;
    one
}

/// What is counted of visits, whoever they were.
async fn counted(world: &World) -> Value {
    let query = "{ languages: visitCounts(by: LANGUAGE) { value count } \
                 modes: visitCounts(by: MODE) { value count } \
                 needs: needCounts(by: CODE) { value count } }";
    world.as_("odile").read(query, json!({})).await
}

async fn found(world: &World, words: &str) -> Value {
    let query = "query($words: Text!) { findPersons(words: $words) }";
    world.as_("nora").read(query, json!({ "words": words })).await["findPersons"].clone()
}

/// What a coordinator reads of somebody, for a stated purpose.
async fn read(world: &World, one: &Confidant) -> Value {
    let odile = world.as_("odile");
    for (kind, id) in [("person", &one.person), ("visit", &one.visit)] {
        let ask = json!({ "object": { "kind": kind, "id": id }, "purpose": "RECEPTION" });
        let outcome = odile.ask("revealIdentity", &new_id(), "RevealIdentityInput!", ask).await;
        // Once it is listed that she reads, she does; of the erased there is nothing to list.
        let listed = "query($at: Position) { disclosures(first: 1, atLeast: $at) { totalCount } }";
        odile.read(listed, json!({ "at": outcome["position"] })).await;
    }
    let query = "query($person: UUID!, $visit: UUID!) { person(id: $person) { name contacts { words } } \
                 visit(id: $visit) { notes { words } } }";
    odile.read(query, json!({ "person": one.person, "visit": one.visit })).await
}

/// A copy of a folder without the keys of epochs: what the README says to back up.
fn backed_up(data: &Path, to: &Path) {
    for file in files(data) {
        let name = file.strip_prefix(data).unwrap();
        if !name.file_name().unwrap().to_string_lossy().starts_with("epoch-") {
            fs::create_dir_all(to.join(name).parent().unwrap()).unwrap();
            fs::copy(&file, to.join(name)).unwrap();
        }
    }
}

/// Every file that the platform wrote: its folder, its log, and PostgreSQL's with its log.
fn written(folder: &Path, journal: Option<&str>) -> Vec<PathBuf> {
    let mut all = files(folder);
    if let Some((_, postgres)) = journal.and_then(|url| url.split_once("host=")) {
        let of_server = files(&Path::new(postgres).join("data"));
        assert!(of_server.iter().any(|file| file.components().any(|part| part.as_os_str() == "pg_wal")));
        all.extend(of_server);
    }
    all
}

/// What must be nowhere of some people, with the keys they had.
fn search_for(people: &[&Confidant], keys: &BTreeMap<String, Vec<u8>>) -> Search {
    let mut search = Search::default();
    for one in people {
        for word in
            [one.name.as_str(), &one.name[..10], &one.telephone, &one.telephone.replace(' ', ""), &one.note]
        {
            search.word(word);
        }
        for subject in one.subjects() {
            search.wrap(&subject);
            if let Some(key) = keys.get(&subject) {
                search.key(&subject, key);
            }
        }
    }
    search
}

#[tokio::test]
async fn the_erased_are_gone_for_good_on_sqlite() {
    erased_for_good(None).await;
}

#[tokio::test]
async fn the_erased_are_gone_for_good_on_postgres() {
    if let Some(journal) = support::postgres::database().await {
        erased_for_good(Some(journal)).await;
    }
}

async fn erased_for_good(journal: Option<String>) {
    let folder = tempfile::tempdir().unwrap();
    let world = started(OPENED, journal.clone(), folder).await;
    let site = house(&world, "2023-06-05T06:50:00Z").await;
    let morning = session(&world, &site, OPENED).await;
    let mut people = Vec::new();
    for number in 0..PEOPLE {
        people.push(confides(&world, &morning, number).await);
    }
    let (gone, kept): (Vec<&Confidant>, Vec<&Confidant>) = {
        let mut halves = (Vec::new(), Vec::new());
        for (number, one) in people.iter().enumerate() {
            if number % 2 == 0 { halves.0.push(one) } else { halves.1.push(one) }
        }
        halves
    };
    world.at("2023-06-05T08:00:00Z").await;
    let counts = counted(&world).await;
    assert_eq!(found(&world, &gone[0].name).await, json!([gone[0].person]), "what is searched can be found");

    // A backup, as the README tells, and an export; and the keys that there were.
    let data = world.data.clone();
    let outside = tempfile::tempdir().unwrap();
    let (backup, export) = (outside.path().join("backup"), outside.path().join("before.ndjson"));
    fs::write(&export, exported(&world).await).unwrap();
    let (_, folder) = world.stop().await;
    backed_up(&data, &backup);
    let keys = raw_keys(&data.join("vault"));
    assert!(keys.len() >= 2 * PEOPLE, "{} subjects", keys.len());
    a_row_deleted_without_an_epoch_is_caught(&data, &backup, &gone, &keys);

    // Half of them are erased.
    let world = started("2023-06-05T08:30:00Z", journal.clone(), folder).await;
    for one in &gone {
        let reason = json!({ "reason": "PERSON_ASKED" });
        world.as_("odile").done("erasePerson", &one.person, "ErasePersonInput!", reason).await;
    }
    world.at("2023-06-05T09:00:00Z").await;
    certified(&world, &gone).await;
    assert_eq!(counted(&world).await, counts, "what is counted stays");
    the_erased_read_as_nothing_and_others_as_before(&world, &gone, &kept).await;
    ends_well(&world).await;

    // While it runs, and after it has stopped, in every file there is.
    let search = search_for(&gone, &keys);
    let after = outside.path().join("after.ndjson");
    fs::write(&after, exported(&world).await).unwrap();
    nowhere(&search, &data, journal.as_deref(), outside.path());
    let (_, folder) = world.stop().await;
    nowhere(&search, &data, journal.as_deref(), outside.path());
    let _folder = asked_again_nobody_is_erased_twice(folder, journal.as_deref(), &gone).await;
    the_keys_of_others_are_as_before(&data, &gone, &keys);

    an_older_vault_is_refused(&data, &backup);
    an_older_journal_shows_the_erased_as_erased(&data, &export, &gone, &kept).await;
}

/// Nothing that is searched is found in any file, and no key there is opens a wrap.
fn nowhere(search: &Search, data: &Path, journal: Option<&str>, outside: &Path) {
    let mut all = written(data.parent().unwrap(), journal);
    all.extend(files(outside));
    let hits = search.run(&all, &EpochKey::all(&data.join("vault")));
    assert_eq!(hits, Vec::<String>::new());
    let bytes: u64 = all.iter().map(|file| fs::metadata(file).map_or(0, |file| file.len())).sum();
    println!("erasure: {} of {PEOPLE} erased, {} files, {bytes} bytes, 0 hits", PEOPLE / 2, all.len());
}

/// The flows lose their place and go through everything once more.
async fn asked_again_nobody_is_erased_twice(
    folder: TempDir,
    journal: Option<&str>,
    gone: &[&Confidant],
) -> TempDir {
    let data = folder.path().join("data");
    let keys = || -> Vec<PathBuf> {
        let of_vault = files(&data.join("vault")).into_iter();
        of_vault.filter(|file| file.extension().is_some_and(|kind| kind == "key")).collect()
    };
    let before = keys();
    assert_eq!(before.len(), 1, "the key of one epoch is left: {before:?}");
    fs::remove_file(data.join("flows.position")).unwrap();
    let world = started("2023-06-05T09:30:00Z", journal.map(ToOwned::to_owned), folder).await;
    world.at("2023-06-05T10:00:00Z").await;
    for one in gone.iter().step_by(20) {
        let happened = history(&world, "person", &one.person).await;
        assert_eq!(happened.iter().filter(|event| *event == "SubjectForgotten").count(), 1, "{happened:?}");
    }
    assert_eq!(keys(), before, "no epoch began");
    world.stop().await.1
}

/// The canary: what a scan that finds nothing would find, had the row only been deleted.
fn a_row_deleted_without_an_epoch_is_caught(
    data: &Path,
    backup: &Path,
    gone: &[&Confidant],
    keys: &BTreeMap<String, Vec<u8>>,
) {
    let naive = tempfile::tempdir().unwrap();
    for file in files(&data.join("vault")) {
        fs::copy(&file, naive.path().join(file.file_name().unwrap())).unwrap();
    }
    let database = rusqlite::Connection::open(naive.path().join("vault.sqlite")).unwrap();
    for subject in gone.iter().flat_map(|one| one.subjects()) {
        database.execute("DELETE FROM subject_keys WHERE subject = ?1", [subject]).unwrap();
    }
    drop(database);
    let mut all = files(naive.path());
    all.extend(files(backup));
    let hits = search_for(gone, keys).run(&all, &EpochKey::all(naive.path()));
    let opened: BTreeSet<&str> = hits.iter().filter_map(|hit| hit.split(" in ").next()).collect();
    assert!(opened.len() >= 2 * gone.len(), "a plain deletion must be caught: {} hits", opened.len());
    assert!(hits.iter().all(|hit| hit.starts_with("a wrap that opens")), "only the wraps are left: {hits:?}");
    println!("erasure: the canary, rows deleted without a new epoch, is caught {} times", hits.len());
}

async fn certified(world: &World, gone: &[&Confidant]) {
    let query =
        "query($id: UUID!) { person(id: $id) { erasure { certificate { keys epoch fingerprint } } } }";
    let mut fingerprints = BTreeSet::new();
    for one in gone {
        let read = world.as_("odile").read(query, json!({ "id": one.person })).await;
        let certificate = &read["person"]["erasure"]["certificate"];
        assert!(certificate["keys"].as_u64().is_some_and(|keys| keys >= 2), "{read}");
        fingerprints.insert(certificate["fingerprint"].as_str().unwrap().to_owned());
    }
    assert_eq!(fingerprints.len(), gone.len(), "each erasure destroyed a key of its own");
}

async fn the_erased_read_as_nothing_and_others_as_before(
    world: &World,
    gone: &[&Confidant],
    kept: &[&Confidant],
) {
    for one in gone.iter().step_by(10) {
        assert_eq!(found(world, &one.name).await, json!([]));
        assert_eq!(found(world, &one.telephone).await, json!([]));
        let read = read(world, one).await.to_string();
        for word in [&one.name, &one.telephone, &one.note] {
            assert!(!read.contains(word.as_str()), "{read}");
        }
    }
    for one in kept {
        assert_eq!(found(world, &one.name).await, json!([one.person]), "{}", one.name);
    }
    for one in kept.iter().step_by(10) {
        let read = read(world, one).await;
        assert_eq!(read["person"]["name"], one.name);
        assert_eq!(read["person"]["contacts"][0]["words"], one.telephone);
        assert_eq!(read["visit"]["notes"][0]["words"], one.note);
    }
}

fn the_keys_of_others_are_as_before(data: &Path, gone: &[&Confidant], keys: &BTreeMap<String, Vec<u8>>) {
    let left = raw_keys(&data.join("vault"));
    let erased: BTreeSet<String> = gone.iter().flat_map(|one| one.subjects()).collect();
    for (subject, key) in keys {
        assert_eq!(left.get(subject), (!erased.contains(subject)).then_some(key), "{subject}");
    }
}

/// The vault of the backup beside the keys of now.
fn an_older_vault_is_refused(data: &Path, backup: &Path) {
    let folder = tempfile::tempdir().unwrap();
    let vault = folder.path().join("vault");
    fs::create_dir_all(&vault).unwrap();
    for file in files(&data.join("vault")) {
        if file.file_name().unwrap().to_string_lossy().starts_with("epoch-") {
            fs::copy(&file, vault.join(file.file_name().unwrap())).unwrap();
        }
    }
    fs::copy(backup.join("vault/vault.sqlite"), vault.join("vault.sqlite")).unwrap();
    let output = std::process::Command::new(stories::binary())
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(folder.path())
        .output()
        .unwrap();
    let says = String::from_utf8_lossy(&output.stderr);
    assert!(!output.status.success(), "{says}");
    assert!(says.contains("put back the copy that was made after the last erasure"), "{says}");
}

/// The journal as it was before, beside the vault of now.
async fn an_older_journal_shows_the_erased_as_erased(
    data: &Path,
    export: &Path,
    gone: &[&Confidant],
    kept: &[&Confidant],
) {
    let folder = tempfile::tempdir().unwrap();
    let older = folder.path().join("data");
    let imported = std::process::Command::new(stories::binary())
        .args(["import", "journal"])
        .arg(export)
        .arg("--data")
        .arg(&older)
        .output()
        .unwrap();
    assert!(imported.status.success(), "{}", String::from_utf8_lossy(&imported.stderr));
    let _ = fs::remove_dir_all(older.join("vault"));
    fs::create_dir_all(older.join("vault")).unwrap();
    for file in files(&data.join("vault")) {
        fs::copy(&file, older.join("vault").join(file.file_name().unwrap())).unwrap();
    }
    let world = started("2023-06-05T09:00:00Z", None, folder).await;
    for one in gone.iter().chain(kept) {
        world.watch.plant_name(&one.name);
        world.watch.plant(&one.telephone);
        world.watch.plant(&one.note);
    }
    the_erased_read_as_nothing_and_others_as_before(&world, gone, kept).await;
}
