//! The commands of the binary beside `demo`: what they do, what they say last, and their exit
//! status, which is 0 only when what was asked is done.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::path::{Path, PathBuf};

use reqwest::Method;
use serde_json::json;
use stories::running::run;
use stories::{World, binary, new_id};
use support::personal::Watch;
use tempfile::TempDir;
use tokio::process::Command;

const MONDAY: &str = "2023-06-05T07:00:00Z";

/// What a command printed, and whether it succeeded.
struct Ran {
    printed: String,
    complained: String,
    fine: bool,
}

impl Ran {
    fn last_line(&self) -> &str {
        self.printed.lines().last().unwrap_or_default()
    }
}

/// Runs the binary with nothing of the surroundings' configuration.
async fn entraide(arguments: &[&str]) -> Ran {
    let mut command = Command::new(binary());
    for key in ["DATA", "JOURNAL", "LISTEN", "LOG", "LOG_JSON", "CONFIG", "NETWORK"] {
        command.env_remove(format!("ENTRAIDE_{key}"));
    }
    command.args(arguments);
    let output = run(command, &of_the_files()).await;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ran { printed: text(&output.stdout), complained: text(&output.stderr), fine: output.status.success() }
}

/// The personal words of the files that are imported here.
fn of_the_files() -> Watch {
    let watch = Watch::default();
    watch.plant("Reviendra avec ses papiers.");
    let hsds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../services/directory/tests/fixtures/hsds/csv");
    let mut contacts = csv::Reader::from_path(hsds.join("contacts.csv")).unwrap();
    let headers = contacts.headers().unwrap().clone();
    let column = |name: &str| headers.iter().position(|header| header == name).unwrap();
    for contact in contacts.records() {
        let contact = contact.unwrap();
        watch.plant_name(&contact[column("name")]);
        watch.plant(&contact[column("email")]);
    }
    assert!(watch.forms() >= 2, "the contacts of the directory have names and addresses");
    watch
}

/// The same on a folder.
async fn on(data: &Path, arguments: &[&str]) -> Ran {
    let data = data.to_str().unwrap();
    entraide(&[arguments, &["--data", data]].concat()).await
}

fn fixture(name: &str) -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name);
    file.to_str().unwrap().to_owned()
}

/// A folder with a house in it, and nobody there.
async fn a_house() -> (TempDir, PathBuf) {
    let world = World::sqlite(MONDAY).await;
    let site = json!({ "name": "Maison des Tilleuls", "timeZone": "Europe/Brussels", "languages": [] });
    world.as_("odile").done("openSite", &new_id(), "OpenSiteInput!", site).await;
    let (_, folder) = world.stop().await;
    let data = folder.path().join("data");
    (folder, data)
}

#[tokio::test]
async fn serve_answers_anybody_and_knows_no_demo_token() {
    let (folder, _) = a_house().await;
    let world = World::start(&["serve", "--free-queries"], None, folder).await;
    let sites = world.anybody().read("{ sites(first: 5) { nodes { name } } }", json!({})).await;
    assert_eq!(sites["sites"]["nodes"], json!([{ "name": "Maison des Tilleuls" }]));
    let stranger = world.as_("odile").send("{ me { role } }", json!({})).await;
    assert_eq!(stranger["errors"][0]["extensions"]["code"], "UNAUTHENTICATED", "{stranger:#}");
    let visits = world.anybody().send("{ visits(first: 5) { totalCount } }", json!({})).await;
    assert_eq!(visits["errors"][0]["extensions"]["code"], "FORBIDDEN", "{visits:#}");
    let (status, _) = world.get("/health/ready").await;
    assert_eq!(status, 200);
    let (status, metrics) = world.get("/metrics").await;
    assert!(status == 200 && metrics.contains("entraide_graphql_seconds"), "{metrics}");
    let (status, _) = world.get("/demo/queries").await;
    assert_eq!(status, 404, "the page to try queries is for the demonstration only");
    world.stop().await;
}

/// Films come in parts, pictures with their kind, and nothing but what is in the folder.
#[tokio::test]
async fn clips_are_served_from_a_folder() {
    let (folder, _) = a_house().await;
    let clips = folder.path().join("clips");
    std::fs::create_dir(&clips).unwrap();
    std::fs::write(clips.join("accueil.mp4"), "un film qui bouge").unwrap();
    std::fs::write(clips.join("accueil.vtt"), "WEBVTT\n").unwrap();
    let missing = entraide(&["serve", "--data", "x", "--clips", "no-such-folder", "--check"]).await;
    assert!(!missing.fine && missing.complained.contains("clips: no-such-folder"), "{}", missing.complained);
    let file = folder.path().join("entraide.toml");
    let configuration = "[[network]]\nid = 'brussels'\nname = { fr = 'Bruxelles' }\n\
        [[network.clips]]\npage = 'board'\nlanguage = 'LSFB'\ntitle = { fr = 'Bienvenue' }\n\
        video = '/clips/accueil.mp4'\nposter = '/clips/accueil.jpg'\ncaptions = '/clips/accueil.vtt'\n\
        transcript = { fr = 'Bienvenue chez nous.' }\n";
    std::fs::write(&file, configuration).unwrap();
    let arguments = ["serve", "--clips", clips.to_str().unwrap(), "--config", file.to_str().unwrap()];
    let world = World::start(&arguments, None, folder).await;
    let (_, ways) = world.get("/access/ways").await;
    let ways: serde_json::Value = serde_json::from_str(&ways).unwrap();
    assert_eq!((&ways["demo"], &ways["networks"][0]["name"]["fr"]), (&json!(false), &json!("Bruxelles")));
    let film = &ways["networks"][0]["clips"][0];
    assert_eq!((&film["page"], &film["video"]), (&json!("board"), &json!("/clips/accueil.mp4")), "{ways}");
    let part = world.exchange(Method::GET, "/clips/accueil.mp4", &[("range", "bytes=3-6")], "").await;
    assert_eq!((part.status, part.text.as_str()), (206, "film"));
    assert_eq!(part.headers["content-type"], "video/mp4");
    assert_eq!(part.headers["x-content-type-options"], "nosniff");
    assert!(part.headers["content-security-policy"].to_str().unwrap().contains("sandbox"));
    let captions = world.exchange(Method::GET, "/clips/accueil.vtt", &[], "").await;
    assert_eq!(captions.headers["content-type"], "text/vtt");
    for path in
        ["/clips/", "/clips/other.mp4", "/clips/../data/journal.sqlite", "/clips/%2e%2e/data/journal.sqlite"]
    {
        assert_eq!(world.get(path).await.0, 404, "{path}");
    }
    world.stop().await;
}

/// Pages send the id of a document they were built with; nobody writes texts of their own.
#[tokio::test]
async fn serve_runs_the_documents_of_its_pages_only() {
    let (folder, _) = a_house().await;
    let world = World::start(&["serve"], None, folder).await;
    let written = world.anybody().send("{ sites(first: 5) { nodes { name } } }", json!({})).await;
    assert_eq!(written["errors"][0]["extensions"]["code"], "DOCUMENTS_ONLY", "{written:#}");
    let unknown = world.anybody().send_document("sha256:00", json!({})).await;
    assert_eq!(unknown["errors"][0]["extensions"]["code"], "DOCUMENT_NOT_KNOWN", "{unknown:#}");
    world.stop().await;
}

#[tokio::test]
async fn visits_are_imported_once() {
    let (_folder, data) = a_house().await;
    let file = fixture("visits.csv");

    let tried = on(&data, &["import", "visits", &file, "--dry-run"]).await;
    assert!(tried.fine, "{}{}", tried.printed, tried.complained);
    assert_eq!(tried.last_line(), "dry run: 3 visits in 2 sessions would be recorded");

    let done = on(&data, &["import", "visits", &file]).await;
    assert!(done.fine, "{}{}", done.printed, done.complained);
    assert_eq!(done.last_line(), "visits: 3 done, 0 already so, 0 refused");
    let first = on(&data, &["doctor"]).await.printed;

    let again = on(&data, &["import", "visits", &file]).await;
    assert!(again.fine, "{}{}", again.printed, again.complained);
    assert_eq!(again.last_line(), "visits: 0 done, 3 already so, 0 refused");
    let head = |text: &str| text.lines().find(|line| line.starts_with("journal ")).unwrap().to_owned();
    assert_eq!(head(&on(&data, &["doctor"]).await.printed), head(&first), "a second import changes nothing");
}

#[tokio::test]
async fn a_file_with_mistakes_is_named_line_by_line_and_nothing_is_imported() {
    let (_folder, data) = a_house().await;
    let wrong = on(&data, &["import", "visits", &fixture("visits-wrong.csv")]).await;
    assert!(!wrong.fine, "{}", wrong.printed);
    for line in ["line 3", "line 4", "line 5"] {
        assert!(wrong.printed.contains(line), "{line} is not named:\n{}", wrong.printed);
    }
    assert!(!wrong.printed.contains("line 2"), "line 2 is right:\n{}", wrong.printed);
    assert!(wrong.complained.contains("nothing was imported"), "{}", wrong.complained);
    let missing = on(&data, &["import", "visits", "no-such-file.csv"]).await;
    assert!(!missing.fine && missing.complained.contains("no-such-file.csv"), "{}", missing.complained);
    let health = on(&data, &["doctor"]).await;
    assert!(health.printed.contains("1 events"), "the house and nothing else:\n{}", health.printed);
}

#[tokio::test]
async fn a_directory_is_imported_once_from_json_and_from_tables() {
    for form in ["json", "csv"] {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        let source = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../services/directory/tests/fixtures/hsds")
            .join(form);
        let import = ["import", "directory", source.to_str().unwrap(), "--source", "fixture"];

        let tried = on(&data, &[&import[..], &["--dry-run"]].concat()).await;
        assert!(
            tried.fine && tried.last_line().starts_with("dry run: "),
            "{}{}",
            tried.printed,
            tried.complained
        );
        let done = on(&data, &import).await;
        assert!(done.fine, "{form}: {}{}", done.printed, done.complained);
        assert!(done.last_line().ends_with("0 already so, 0 refused"), "{form}: {}", done.last_line());
        assert!(!done.last_line().contains("directory: 0 done"), "{form}: {}", done.last_line());
        let again = on(&data, &import).await;
        assert!(again.fine, "{form}: {}{}", again.printed, again.complained);
        assert!(again.last_line().starts_with("directory: 0 done"), "{form}: {}", again.last_line());
        let health = on(&data, &["doctor"]).await;
        assert!(
            health.fine && health.last_line() == "healthy",
            "{form}: {}{}",
            health.printed,
            health.complained
        );
    }
}

#[tokio::test]
async fn a_journal_goes_out_and_comes_back_byte_for_byte() {
    let (folder, data) = a_house().await;
    assert!(on(&data, &["import", "visits", &fixture("visits.csv")]).await.fine);
    let (out, back) = (folder.path().join("out.ndjson"), folder.path().join("back.ndjson"));
    let (out, back) = (out.to_str().unwrap(), back.to_str().unwrap());
    let exported = on(&data, &["export", out]).await;
    assert!(exported.fine, "{}", exported.complained);

    let copy = folder.path().join("copy");
    let imported = on(&copy, &["import", "journal", out]).await;
    assert!(imported.fine && imported.last_line().starts_with("imported "), "{}", imported.complained);
    assert!(on(&copy, &["export", back]).await.fine);
    assert_eq!(std::fs::read(out).unwrap(), std::fs::read(back).unwrap());
    let rebuilt = on(&copy, &["rebuild"]).await;
    assert!(rebuilt.fine && rebuilt.last_line().starts_with("rebuilt at position"), "{}", rebuilt.complained);
    let verified = on(&copy, &["rebuild", "--verify"]).await;
    assert!(
        verified.fine && verified.last_line().starts_with("verified: no difference"),
        "{}",
        verified.printed
    );

    let text = std::fs::read_to_string(out).unwrap();
    let cut: String = text.lines().take(text.lines().count() - 1).map(|line| format!("{line}\n")).collect();
    std::fs::write(out, cut).unwrap();
    let short = on(&folder.path().join("short"), &["import", "journal", out]).await;
    assert!(!short.fine, "a file cut short is noticed: {}", short.printed);
}

#[tokio::test]
async fn a_folder_in_use_is_only_looked_at() {
    let world = World::sqlite(MONDAY).await;
    for arguments in [
        &["serve", "--listen", "127.0.0.1:0"][..],
        &["demo", "--listen", "127.0.0.1:0"],
        &["rebuild"],
        &["import", "visits", &fixture("visits.csv")],
    ] {
        let refused = on(&world.data, arguments).await;
        assert!(!refused.fine, "{arguments:?}: {}", refused.printed);
        assert!(refused.complained.contains("in use"), "{arguments:?}: {}", refused.complained);
    }
    for arguments in [&["rebuild", "--verify"][..], &["doctor"], &["export", "-"]] {
        let looked = on(&world.data, arguments).await;
        assert!(looked.fine, "{arguments:?}: {}{}", looked.printed, looked.complained);
    }
    let (_, folder) = world.stop().await;
    let after = on(&folder.path().join("data"), &["rebuild"]).await;
    assert!(after.fine, "once it has stopped, the folder is free: {}", after.complained);
}

#[tokio::test]
async fn what_was_acknowledged_is_there_after_a_stop() {
    let world = World::sqlite(MONDAY).await;
    let site = json!({ "name": "Maison des Tilleuls", "timeZone": "Europe/Brussels", "languages": [] });
    let done = world.as_("odile").done("openSite", &new_id(), "OpenSiteInput!", site).await;
    let world = world.restart("2023-06-05T08:00:00Z").await;
    let position = world.as_("odile").read("{ position sites(first: 5) { totalCount } }", json!({})).await;
    assert_eq!(position, json!({ "position": done.position, "sites": { "totalCount": 1 } }));
    world.stop().await;
}

#[tokio::test]
async fn a_configuration_is_checked_before_it_is_used() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let checked =
        on(&data, &["serve", "--check", "--journal", "postgres://user:secret@db.example.org/entraide"]).await;
    assert!(checked.fine, "{}", checked.complained);
    assert_eq!(checked.last_line(), "the configuration can be used");
    assert!(
        checked.printed.contains("db.example.org") && !checked.printed.contains("secret"),
        "{}",
        checked.printed
    );
    assert!(!data.exists(), "checking makes nothing");

    let file = folder.path().join("entraide.toml");
    std::fs::write(&file, "data = \"/nowhere\"\nlisten = \"127.0.0.1:9999\"\n").unwrap();
    let from_file = entraide(&["serve", "--check", "--config", file.to_str().unwrap()]).await;
    assert!(from_file.fine && from_file.printed.contains("127.0.0.1:9999"), "{}", from_file.complained);
    let over =
        entraide(&["serve", "--check", "--config", file.to_str().unwrap(), "--listen", "127.0.0.1:1"]).await;
    assert!(over.printed.contains("127.0.0.1:1\n"), "the command line wins: {}", over.printed);
    std::fs::write(&file, "data = \"/nowhere\"\nlisen = \"127.0.0.1:9999\"\n").unwrap();
    let slip = entraide(&["serve", "--check", "--config", file.to_str().unwrap()]).await;
    assert!(!slip.fine && slip.complained.contains("lisen"), "an unknown key is named: {}", slip.complained);
    let nowhere = entraide(&["serve", "--check"]).await;
    assert!(!nowhere.fine && nowhere.complained.contains("--data"), "{}", nowhere.complained);
}

#[tokio::test]
async fn fixed_words_and_exit_statuses() {
    let version = entraide(&["version"]).await;
    assert!(version.fine && version.last_line().starts_with("entraide "), "{}", version.printed);
    let schema = entraide(&["schema"]).await;
    assert!(schema.fine && schema.printed.contains("type Query {"), "{}", schema.complained);
    let unknown = entraide(&["dance"]).await;
    assert!(!unknown.fine && unknown.complained.contains("dance"), "{}", unknown.complained);
    let folder = tempfile::tempdir().unwrap();
    let nowhere = on(&folder.path().join("nowhere"), &["doctor"]).await;
    assert!(!nowhere.fine && nowhere.complained.contains("there is no journal in"), "{}", nowhere.complained);
}
