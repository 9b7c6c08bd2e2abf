//! What an earlier version stored is taken over at the start: nothing is lost, and it goes on from there.

use std::fs;
use std::path::Path;

use serde_json::json;
use sqlx::Connection;
use sqlx::postgres::PgConnection;
use stories::World;
use stories::tilleuls::{Visit, ends_well};
use tempfile::TempDir;

use super::{name_of, text, visits};

const SESSION: &str = "01900000-0000-7000-8000-000000000002";
const PERSON: &str = "01900000-0000-7000-8000-000000000003";
const VISIT: &str = "01900000-0000-7000-8000-000000000004";
/// The command that opened the house in it.
const FIRST: &str = "01900000-0000-7000-8000-000000000007";

fn stored(engine: &str, file: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/format-1").join(engine);
    fs::read_to_string(folder.join(file)).unwrap()
}

/// A place with the vault of then.
fn place(engine: &str) -> TempDir {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let vault = folder.path().join("data/vault");
    fs::create_dir_all(&vault).unwrap();
    let database = rusqlite::Connection::open(vault.join("vault.sqlite")).unwrap();
    database.execute_batch(&stored(engine, "vault.sql")).unwrap();
    let hex = stored(engine, "epoch-1.key.hex");
    let byte = |pair: &[u8]| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
    let key: Vec<u8> = hex.trim().as_bytes().chunks(2).map(byte).collect();
    let file = vault.join("epoch-1.key");
    fs::write(&file, key).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o600)).unwrap();
    folder
}

#[tokio::test]
async fn a_journal_of_format_1_is_taken_over_on_sqlite() {
    let folder = place("sqlite");
    let journal = rusqlite::Connection::open(folder.path().join("data/journal.sqlite")).unwrap();
    journal.execute_batch(&stored("sqlite", "journal.sql")).unwrap();
    drop(journal);
    taken_over(folder, None).await;
}

#[tokio::test]
async fn a_journal_of_format_1_is_taken_over_on_postgres() {
    let Some(address) = support::postgres::database().await else { return };
    let mut connection = PgConnection::connect(&address).await.unwrap();
    let sql = sqlx::AssertSqlSafe(stored("postgres", "journal.sql"));
    sqlx::raw_sql(sql).execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    taken_over(place("postgres"), Some(address)).await;
}

async fn taken_over(folder: TempDir, journal: Option<String>) {
    let arguments = ["demo", "--empty", "--clock", "2023-06-05T08:00:00Z"];
    let world = World::start(&arguments, journal, folder).await;
    assert_eq!(visits(&world).await, 1);
    assert_eq!(name_of(&world, PERSON).await, "Basma Inventée");
    let notes = "query($id: UUID!) { visit(id: $id) { notes { level } } }";
    let read = world.as_("odile").read(notes, json!({ "id": VISIT })).await;
    assert_eq!(read["visit"]["notes"][0]["level"], "PRIVATE");
    // It knows what it did, and goes on.
    let site = json!({ "name": "Maison des Tilleuls", "timeZone": "Europe/Brussels", "languages": [] });
    let reused =
        world.as_("odile").send(&opening(), json!({ "command": FIRST, "input": site })).await.to_string();
    assert!(reused.contains("COMMAND_ID_REUSED"), "{reused}");
    let visit = Visit::with(&["ADM.FORM"]);
    let told = visit.told(SESSION, "fra");
    world.as_("nora").done("recordVisit", &visit.id, "RecordVisitInput!", told).await;
    world.at("2023-06-05T09:00:00Z").await;
    assert_eq!(visits(&world).await, 2);
    let (said, _) = world.command(&["doctor", "--deep"]).await;
    assert!(
        said.contains("0 faults") && said.contains("0 without a key") && said.contains("identity"),
        "{said}"
    );
    ends_well(&world).await;
    // And it can be backed up, which the version before could not.
    let outside = tempfile::tempdir().unwrap();
    let (said, fine) = world.command(&["backup", "--to", text(outside.path())]).await;
    assert!(fine, "{said}");
}

/// A house is opened, under the id of a command of then.
fn opening() -> String {
    format!(
        "mutation($command: CommandId!, $input: OpenSiteInput!) {{ \
         openSite(commandId: $command, id: \"{SESSION}\", input: $input) {{ ... on Refusal {{ code }} }} }}"
    )
}
