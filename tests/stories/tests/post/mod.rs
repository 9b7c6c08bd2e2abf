//! A node that sends letters, its volunteers, and its book of what was sent.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use std::sync::Mutex;
use std::time::{Duration, Instant};
use stories::tilleuls::{Visit, accepts_charter, charter, did, ends_well, holds, member};
use stories::{World, new_id};
use support::letters::MailServer;

use crate::door;

/// The password of the mail server.
pub(crate) const PASSWORD: &str = "navets au four le mardi";
/// When these stories begin: a Monday.
const START: &str = "2023-05-22T08:00:00Z";
/// How long something is waited for.
const PATIENCE: Duration = Duration::from_secs(15);

/// A node that sends letters by a server.
pub(crate) struct Begun {
    pub(crate) world: World,
    pub(crate) server: MailServer,
    now: Mutex<DateTime<Utc>>,
}

/// A volunteer who is written to.
#[derive(Debug, Default)]
pub(crate) struct Volunteer {
    pub(crate) member: String,
    pub(crate) account: String,
    pub(crate) email: String,
}

/// A letter as the book has it.
#[derive(Debug)]
pub(crate) struct InBook {
    pub(crate) id: String,
    pub(crate) pairing: String,
    pub(crate) member: String,
    pub(crate) attempts: u32,
    pub(crate) state: String,
}

async fn started(
    server: &MailServer,
    journal: Option<String>,
    folder: tempfile::TempDir,
    now: &str,
) -> World {
    let password = folder.path().join("password");
    std::fs::write(&password, format!("{PASSWORD}\n")).unwrap();
    let arguments = [
        ["--clock", now],
        ["--site", "https://entraide.example"],
        ["--mail-server", &server.address],
        ["--mail-from", "Entraide <lettres@tilleuls.example>"],
        ["--mail-password-file", password.to_str().unwrap()],
    ];
    let arguments = [&["demo", "--empty"][..], arguments.as_flattened()].concat();
    let world = World::start(&arguments, journal, folder).await;
    world.watch.plant(PASSWORD);
    world
}

/// A node with a charter and nobody in it.
pub(crate) async fn begun(server: MailServer, journal: Option<String>) -> Begun {
    let world = started(&server, journal, tempfile::tempdir().unwrap(), START).await;
    charter(&world, START, 1, ["2023-01-01T00:00:00Z", "2023-01-01T00:00:00Z"]).await;
    Begun { world, server, now: Mutex::new(START.parse().unwrap()) }
}

impl Begun {
    /// The instant the story is at.
    pub(crate) fn now(&self) -> String {
        self.now.lock().unwrap().to_rfc3339()
    }

    /// So many minutes pass, and what was done until then is readable.
    pub(crate) async fn later(&self, minutes: i64) {
        // A few seconds more: the clock runs while the story is told.
        let now = {
            let mut now = self.now.lock().unwrap();
            *now += TimeDelta::minutes(minutes) + TimeDelta::seconds(20);
            now.to_rfc3339()
        };
        self.world.at(&now).await;
    }

    /// A member who has accepted the charter and offers to go along.
    pub(crate) async fn member(&self, name: &str) -> String {
        let (world, at) = (&self.world, self.now());
        let member = member(world, &at, name, None).await;
        accepts_charter(world, &at, &member, 1).await;
        let odile = world.as_("odile");
        did(&odile, &at, "offerVolunteering", &member, Value::Null, &["VolunteeringOffered"]).await;
        member
    }

    /// A volunteer with an account that was accepted.
    pub(crate) async fn volunteer(&self, name: &str, mailbox: &str) -> Volunteer {
        let (world, member) = (&self.world, self.member(name).await);
        let (account, email) = (new_id(), format!("{mailbox}@tilleuls.example"));
        let facets = json!([{ "facet": new_id(), "role": "VOLUNTEER", "member": member }]);
        let input = json!({ "displayName": door::called(name), "email": email, "facets": facets });
        let done = world.as_("admin").done("inviteAccount", &account, "InviteAccountInput!", input).await;
        door::Browser::new(world).accepts(&done.fact("token")).await;
        Volunteer { member, account, email }
    }

    /// Somebody asks for company, in words of one's own; a volunteer is proposed. The pairing.
    pub(crate) async fn proposed(&self, volunteer: &Volunteer, more: Value) -> String {
        let (at, pairing) = (self.now(), new_id());
        let mut asked = json!({ "case": new_id(), "purpose": "NET.ESCORT", "language": "ara" });
        asked.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        let nora = self.world.as_("nora");
        did(&nora, &at, "requestAccompaniment", &pairing, asked, &["AccompanimentRequested"]).await;
        self.proposes(&pairing, volunteer).await;
        pairing
    }

    /// Somebody of whom nothing is known asks for company in the street; a volunteer is proposed. The
    /// pairing and the visit.
    pub(crate) async fn asked_by_a_visitor(&self, volunteer: &Volunteer) -> (String, String) {
        let visit = Visit::with(&["NET.ESCORT"]);
        let mut met = visit.told("", "ara");
        met["session"] = Value::Null;
        met["outreach"] = json!({ "place": "Gare du Midi" });
        let nora = self.world.as_("nora");
        did(&nora, &self.now(), "recordVisit", &visit.id, met, &["VisitRecorded", "NeedExpressed"]).await;
        (self.proposed(volunteer, json!({ "case": visit.case })).await, visit.id)
    }

    /// A volunteer is proposed to somebody who asks.
    pub(crate) async fn proposes(&self, pairing: &str, volunteer: &Volunteer) {
        let (odile, at) = (self.world.as_("odile"), self.now());
        let events = ["PairingProposed", "PairingPlaceHeld"];
        let member = json!({ "member": volunteer.member });
        did(&odile, &at, "proposePairing", pairing, member, &events).await;
    }

    /// Waits until the letter about a pairing is in a state.
    pub(crate) async fn becomes(&self, pairing: &str, state: &str) -> InBook {
        self.waits(pairing, state, |row| row.state == state).await
    }

    /// Waits until the letter about a pairing was tried so often.
    pub(crate) async fn tried(&self, pairing: &str, attempts: u32) {
        let enough = |row: &InBook| row.attempts == attempts && row.state == "waiting";
        self.waits(pairing, "tried", enough).await;
        // The attempt is noted before it begins.
        turn().await;
    }

    async fn waits(&self, pairing: &str, what: &str, enough: impl Fn(&InBook) -> bool) -> InBook {
        let begun = Instant::now();
        loop {
            let found = rows(self).into_iter().find(|row| row.pairing == pairing && enough(row));
            if let Some(found) = found {
                return found;
            }
            assert!(begun.elapsed() < PATIENCE, "{pairing} {what}: {:#?}", rows(self));
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    /// The bytes of the book.
    pub(crate) fn book(&self) -> Vec<u8> {
        ["mail.sqlite", "mail.sqlite-wal"]
            .iter()
            .flat_map(|file| std::fs::read(self.world.data.join(file)).unwrap_or_default())
            .collect()
    }

    /// The node is stopped and started again, perhaps without its book.
    pub(crate) async fn again(self, lost: bool) -> Self {
        let now = self.now();
        let (journal, folder) = self.world.stop().await;
        for file in ["mail.sqlite", "mail.sqlite-wal", "mail.sqlite-shm"] {
            if lost {
                let _ = std::fs::remove_file(folder.path().join("data").join(file));
            }
        }
        let world = started(&self.server, journal, folder, &now).await;
        Self { world, server: self.server, now: self.now }
    }

    /// How these stories end: no log holds a link.
    pub(crate) async fn ends(self) {
        ends_well(&self.world).await;
        let log = std::fs::read(self.world.data.parent().unwrap().join("log")).unwrap();
        for letter in self.server.taken() {
            let link = path(&letter);
            let (_, token) = link.rsplit_once('.').unwrap();
            assert!(!holds(&log, token), "a link is in the log");
        }
        self.world.stop().await;
    }
}

/// As long as the sender needs to look at what is due, and a little more.
pub(crate) async fn turn() {
    tokio::time::sleep(Duration::from_millis(1_300)).await;
}

/// What is in the book.
pub(crate) fn rows(begun: &Begun) -> Vec<InBook> {
    let file = begun.world.data.join("mail.sqlite");
    let database = rusqlite::Connection::open(file).unwrap();
    database.busy_timeout(PATIENCE).unwrap();
    let mut read = database.prepare("SELECT id, pairing, member, attempts, state FROM letters").unwrap();
    let row = |row: &rusqlite::Row<'_>| {
        Ok(InBook {
            id: row.get(0)?,
            pairing: row.get(1)?,
            member: row.get(2)?,
            attempts: row.get(3)?,
            state: row.get(4)?,
        })
    };
    read.query_map([], row).unwrap().map(Result::unwrap).collect()
}

/// The path of the link in a letter.
pub(crate) fn path(letter: &Value) -> String {
    let text = letter["text"].as_str().unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix("https://entraide.example"));
    line.unwrap_or_else(|| panic!("no link: {text}")).trim().to_owned()
}
