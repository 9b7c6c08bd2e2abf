//! What the schema says, and that its mutations and queries do it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod words;

use std::sync::{Arc, Mutex};

use async_graphql::{EmptySubscription, Schema, Value};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use graph::ports::{Clock, Commands, Guesses, RawPage, RawRow, Receipt, Rows, Seals, Trail};
use graph::{Caller, Chance, Known, Locale, PageAsk, Ports, Table, Trouble, Wording};
use kernel::given::{instant, monday_morning};
use kernel::{Act, Asked, NetworkId, Position, Projection, ReturnCode, Role, Sealed, Text};
use meetings::{Meetings, MeetingsMutations, MeetingsQueries, TEXTS};
use words::*;

type MeetingsSchema = Schema<MeetingsQueries, MeetingsMutations, EmptySubscription>;

/// A network on paper, read two rows at a time.
#[derive(Default)]
struct Desk(Mutex<Paper>);

#[async_trait]
impl Commands for Desk {
    async fn perform(&self, act: Act, asked: Asked, _: Trail) -> Result<Receipt, Trouble> {
        let mut paper = self.0.lock().unwrap();
        let main = act.involved[0].clone();
        let actual = paper.version(&main.stream);
        if !main.expected.allows(actual) {
            return Err(Trouble::Stale { stream: main.stream, actual });
        }
        let events = paper.perform(&asked, &act)?;
        let events = events.into_iter().map(str::to_owned).collect();
        let version = paper.version(&main.stream);
        Ok(Receipt { position: Position(1), version, events, facts: vec![], repeated: false })
    }
}

#[async_trait]
impl Rows for Desk {
    async fn rows(&self, _: Table, _: &NetworkId, keys: &[String], _: Known) -> Result<Vec<RawRow>, Trouble> {
        let rows = self.0.lock().unwrap().all_meetings();
        let found = rows.iter().filter(|row| keys.contains(&row.id.to_string()));
        Ok(found.map(raw).collect())
    }

    async fn page(&self, table: Table, _: &NetworkId, ask: PageAsk, _: Known) -> Result<RawPage, Trouble> {
        assert_eq!(table.name, Meetings::NAME);
        let [("state", states)] = ask.filter.as_slice() else { panic!("filtered by state") };
        let rows = self.0.lock().unwrap().all_meetings();
        let mut rows: Vec<RawRow> =
            rows.iter().filter(|row| states.contains(&row.state.to_string())).map(raw).collect();
        rows.retain(|row| ask.from.as_ref().is_none_or(|from| row.order >= *from));
        rows.retain(|row| ask.until.as_ref().is_none_or(|until| row.order < *until));
        rows.sort_by(|a, b| (&a.order, &a.key).cmp(&(&b.order, &b.key)));
        let total = rows.len() as u64;
        if let Some((order, key)) = ask.after {
            rows.retain(|row| (&row.order, &row.key) > (&order, &key));
        }
        let more = rows.len() > 2;
        rows.truncate(2);
        Ok(RawPage { rows, more, total })
    }

    async fn counts(
        &self,
        _: Table,
        _: &NetworkId,
        _: &'static str,
        _: PageAsk,
        _: Known,
    ) -> Result<Vec<(String, u64)>, Trouble> {
        Ok(vec![])
    }

    async fn waiting(
        &self,
        _: &[Table],
        _: &NetworkId,
        _: &[String],
        _: PageAsk,
        _: Known,
    ) -> Result<(Vec<(&'static str, RawRow)>, bool, u64), Trouble> {
        Ok((vec![], false, 0))
    }

    async fn position(&self) -> Position {
        Position(1)
    }

    async fn passed(&self, position: Position) -> Position {
        position
    }
}

fn raw(row: &meetings::MeetingRow) -> RawRow {
    RawRow {
        order: Meetings::order(row),
        key: row.id.to_string(),
        body: serde_json::to_vec(row).expect("a row can be written"),
    }
}

struct Wall;

impl Clock for Wall {
    fn now(&self) -> DateTime<Utc> {
        instant("2023-07-01T08:00:00Z")
    }
}

impl Seals for Wall {
    fn seal(&self, _: &str, _: &Text) -> Result<Sealed, Trouble> {
        Err(Trouble::Fault("no words are sealed here".to_owned()))
    }

    fn open(&self, _: &Sealed) -> Result<Option<Text>, Trouble> {
        Ok(None)
    }
}

impl Chance for Wall {
    fn return_code(&self) -> ReturnCode {
        "K7W-XPQR".parse().unwrap()
    }
}

impl Guesses for Wall {
    fn may_guess(&self, _: &Caller) -> Result<(), Trouble> {
        Ok(())
    }

    fn guessed_wrong(&self, _: &Caller) {}
}

fn schema() -> MeetingsSchema {
    let desk = Arc::new(Desk::default());
    let ports = Ports {
        commands: desk.clone(),
        rows: desk,
        clock: Arc::new(Wall),
        seals: Arc::new(Wall),
        chance: Arc::new(Wall),
        guesses: Arc::new(Wall),
        wording: Arc::new(Wording::new([TEXTS]).unwrap()),
    };
    let asked = monday_morning();
    let caller = Caller {
        network: asked.network,
        actor: asked.by,
        role: Role::Coordinator,
        device: None,
        locale: Locale::En,
        trace: None,
        scope: graph::Scope::default(),
        session: None,
    };
    Schema::build(MeetingsQueries::default(), MeetingsMutations::default(), EmptySubscription)
        .data(ports)
        .data(caller)
        .finish()
}

async fn answer(schema: &MeetingsSchema, query: &str) -> serde_json::Value {
    let response = schema.execute(query).await;
    assert!(response.errors.is_empty(), "{:?} for {query}", response.errors);
    response.data.into_json().unwrap()
}

/// The outcome of one mutation: its events, or the code of its refusal.
async fn outcome(schema: &MeetingsSchema, at: &str, call: &str) -> String {
    static NEXT: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(1);
    let next = NEXT.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let (field, arguments) = call.split_once('(').unwrap();
    let query = format!(
        "mutation {{ it: {field}(commandId: \"00000000-0000-4000-8000-{next:012}\", occurredAt: \"{at}\", \
         {arguments} {{ ... on Done {{ events }} ... on Refusal {{ code message }} }} }}"
    );
    let data = answer(schema, &query).await;
    match data["it"]["code"].as_str() {
        Some(code) => {
            assert_ne!(data["it"]["message"], data["it"]["code"], "the refusal has a sentence");
            code.to_owned()
        }
        None => data["it"]["events"].as_array().unwrap().iter().map(|e| e.as_str().unwrap()).collect(),
    }
}

async fn hold(schema: &MeetingsSchema, id: &str, day: &str, people: u32) {
    let plan = format!(
        "planMeeting(id: \"{id}\", input: {{ title: {{ fr: \"Rencontre\" }}, welcomeAt: \"{day}T07:00:00Z\", \
         startsAt: \"{day}T07:30:00Z\", endsAt: \"{day}T09:30:00Z\", timeZone: \"Europe/Brussels\", \
         place: {{ name: \"Salle\" }} }})"
    );
    let before = "2023-03-01T08:00:00Z";
    let at = format!("{day}T08:00:00Z");
    assert_eq!(outcome(schema, before, &plan).await, "MeetingPlanned");
    assert_eq!(outcome(schema, before, &format!("announceMeeting(id: \"{id}\")")).await, "MeetingAnnounced");
    assert_eq!(outcome(schema, &at, &format!("openMeeting(id: \"{id}\")")).await, "MeetingOpened");
    let count =
        format!("countAnonymousAttendance(id: \"{id}\", input: {{ language: \"fra\", count: {people} }})");
    assert_eq!(outcome(schema, &at, &count).await, "AnonymousAttendanceCounted");
}

const FIRST: &str = "00000000-0000-4000-8000-0000000000a1";
const SECOND: &str = "00000000-0000-4000-8000-0000000000a2";
const THIRD: &str = "00000000-0000-4000-8000-0000000000a3";

#[tokio::test]
async fn the_regularity_reads_every_page() {
    let schema = schema();
    for (id, day, people) in [(FIRST, "2023-04-18", 5), (SECOND, "2023-05-26", 9), (THIRD, "2023-06-23", 7)] {
        hold(&schema, id, day, people).await;
        outcome(&schema, &format!("{day}T09:30:00Z"), &format!("closeMeeting(id: \"{id}\")")).await;
    }
    let query = "{ meetingRegularity(from: \"2023-04-01\", until: \"2023-07-01\", timeZone: \"Europe/Brussels\") \
                 { monthsWithMeeting monthsInAll months { month attendance } } }";
    let found = &answer(&schema, query).await["meetingRegularity"];
    assert_eq!((&found["monthsWithMeeting"], &found["monthsInAll"]), (&3.into(), &4.into()));
    let attendance: Vec<i64> =
        found["months"].as_array().unwrap().iter().map(|m| m["attendance"].as_i64().unwrap()).collect();
    assert_eq!(attendance, [5, 9, 7, 0]);
}

#[tokio::test]
async fn a_period_without_sense_is_no_fault() {
    let query = "{ meetingRegularity(from: \"2023-04-01\", until: \"2022-07-01\", timeZone: \"Europe/Brussels\") \
                 { monthsInAll } }";
    let response = schema().execute(query).await;
    let code = response.errors[0].extensions.as_ref().and_then(|known| known.get("code"));
    assert_eq!(code, Some(&Value::from("BAD_REQUEST")));
}

#[tokio::test]
async fn acts_on_two_objects_are_one_mutation() {
    let schema = schema();
    let at = "2023-06-23T08:00:00Z";
    hold(&schema, FIRST, "2023-05-26", 9).await;
    let owner = "00000000-0000-4000-8000-0000000000bb";
    let commitment = "00000000-0000-4000-8000-0000000000cc";
    let commit = format!(
        "makeCommitment(id: \"{FIRST}\", input: {{ commitment: \"{commitment}\", owner: \"{owner}\", \
         what: \"Une couturière\", due: \"2023-06-20\" }})"
    );
    let during = "2023-05-26T08:30:00Z";
    assert_eq!(outcome(&schema, during, &commit).await, "CommitmentMadeCommitmentMade");
    outcome(&schema, "2023-05-26T09:30:00Z", &format!("closeMeeting(id: \"{FIRST}\")")).await;
    let draft = format!("draftMinutes(id: \"{FIRST}\", input: {{ text: {{ fr: \"On a parlé\" }} }})");
    assert_eq!(outcome(&schema, "2023-05-27T09:30:00Z", &draft).await, "MinutesDrafted");
    let approve = |at: &str| format!("approveMinutes(id: \"{FIRST}\", input: {{ at: \"{at}\" }})");
    assert_eq!(outcome(&schema, at, &approve(SECOND)).await, "MEETING_NOT_FOUND");
    assert_eq!(outcome(&schema, at, &approve(FIRST)).await, "MINUTES_NEED_LATER_MEETING");
    hold(&schema, SECOND, "2023-06-23", 7).await;
    assert_eq!(outcome(&schema, at, &approve(SECOND)).await, "MinutesApproved");
    let publish = format!("publishMinutes(id: \"{FIRST}\", input: {{ languages: [FR] }})");
    assert_eq!(outcome(&schema, at, &publish).await, "MinutesPublished");
    let carry = format!("carryOverCommitment(id: \"{commitment}\", input: {{ to: \"{SECOND}\" }})");
    assert_eq!(outcome(&schema, at, &carry).await, "CommitmentCarriedOver");
    let fulfil = format!("fulfilCommitment(id: \"{commitment}\")");
    assert_eq!(outcome(&schema, at, &fulfil).await, "CommitmentFulfilled");
    let query =
        format!("{{ meeting(id: \"{FIRST}\") {{ state minutesState attendance {{ total }} commitments }} }}");
    let row = &answer(&schema, &query).await["meeting"];
    assert_eq!((row["state"].as_str(), row["minutesState"].as_str()), (Some("HELD"), Some("PUBLISHED")));
    assert_eq!(row["attendance"]["total"], 9);
    assert_eq!(row["commitments"][0], commitment);
}

#[tokio::test]
async fn a_stale_version_is_refused_also_by_acts_on_two_objects() {
    let schema = schema();
    hold(&schema, FIRST, "2023-05-26", 9).await;
    let stale = format!("approveMinutes(expectedVersion: 1, id: \"{FIRST}\", input: {{ at: \"{SECOND}\" }})");
    assert_eq!(outcome(&schema, "2023-06-23T08:00:00Z", &stale).await, "STALE_VERSION");
}

#[tokio::test]
async fn extreme_dates_are_refused_and_no_fault() {
    let schema = schema();
    hold(&schema, FIRST, "2023-05-26", 9).await;
    for due in ["+262142-12-31", "-262143-01-01", "9999-12-31"] {
        let commit = format!(
            "makeCommitment(id: \"{FIRST}\", input: {{ commitment: \"{SECOND}\", owner: \"{THIRD}\", \
             what: \"Rien\", due: \"{due}\" }})"
        );
        let code = outcome(&schema, "2023-05-26T08:00:00Z", &commit).await;
        assert!(code.starts_with("COMMITMENT_DUE_"), "{due}: {code}");
    }
    let open = format!("openMeeting(id: \"{FIRST}\")");
    assert_eq!(outcome(&schema, "-262143-01-01T00:00:00Z", &open).await, "");
}

#[tokio::test]
async fn everything_is_described() {
    let query = "{ __schema { types { name kind description fields { name description args { name description } } \
                 inputFields { name description } enumValues { name description } } } }";
    let data = answer(&schema(), query).await;
    let empty = |value: &serde_json::Value| value.as_str().is_none_or(str::is_empty);
    let mut silent = Vec::new();
    let ours = |name: &str| {
        !name.starts_with("__")
            && !matches!(name, "PageInfo" | "ID")
            && !name.ends_with("Edge")
            && !name.ends_with("Connection")
    };
    for kind in data["__schema"]["types"].as_array().unwrap() {
        let name = kind["name"].as_str().unwrap();
        if !ours(name) && !matches!(name, "MeetingsQueries" | "MeetingsMutations") {
            continue;
        }
        if empty(&kind["description"]) {
            silent.push(name.to_owned());
        }
        for list in ["fields", "inputFields", "enumValues"] {
            for part in kind[list].as_array().into_iter().flatten() {
                let part_name = part["name"].as_str().unwrap();
                if empty(&part["description"]) {
                    silent.push(format!("{name}.{part_name}"));
                }
                for argument in part["args"].as_array().into_iter().flatten() {
                    if empty(&argument["description"]) {
                        silent.push(format!("{name}.{part_name}({})", argument["name"]));
                    }
                }
            }
        }
    }
    assert!(silent.is_empty(), "not described: {silent:?}");
}
