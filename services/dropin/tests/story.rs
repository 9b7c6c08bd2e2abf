//! AT-01: an anonymous walk-in who speaks Arabic, from the door to the slip, through GraphQL.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

#[path = "words/world.rs"]
mod world;

use std::sync::Arc;

use async_graphql::{EmptySubscription, Request, Schema};
use dropin::{DropinMutations, DropinQueries};
use graph::{Caller, Locale};
use kernel::Role;
use kernel::given::monday_morning;
use serde_json::{Value, json};
use uuid::Uuid;
use world::World;

type Face = Schema<DropinQueries, DropinMutations, EmptySubscription>;

struct Desk {
    face: Face,
    world: Arc<World>,
    commands: u128,
}

fn id(n: u128) -> String {
    Uuid::from_u128(n).to_string()
}

impl Desk {
    fn new(codes: &[&str]) -> Self {
        let world = World::drawing(codes);
        let face = Schema::build(DropinQueries::default(), DropinMutations::default(), EmptySubscription)
            .data(world.ports())
            .finish();
        Self { face, world, commands: 0xC000 }
    }

    async fn ask(&self, query: &str, variables: Value) -> Value {
        let asked = monday_morning();
        let caller = Caller {
            network: asked.network,
            actor: asked.by,
            role: Role::Host,
            device: None,
            locale: Locale::En,
            trace: None,
            scope: graph::Scope::default(),
            session: None,
        };
        let request =
            Request::new(query).variables(async_graphql::Variables::from_json(variables)).data(caller);
        let response = self.face.execute(request).await;
        assert!(response.errors.is_empty(), "{:?}", response.errors);
        response.data.into_json().unwrap()
    }

    /// Sends a mutation and gives back its outcome.
    async fn tell(&mut self, field: &str, object: u128, input: Option<(&str, Value)>, at: &str) -> Value {
        self.commands += 1;
        self.tell_again(self.commands, field, object, input, at).await
    }

    async fn tell_again(
        &self,
        command: u128,
        field: &str,
        object: u128,
        input: Option<(&str, Value)>,
        at: &str,
    ) -> Value {
        let (declared, given) = match &input {
            Some((kind, _)) => (format!(", $input: {kind}!"), ", input: $input"),
            None => (String::new(), ""),
        };
        let id_type = match field {
            field if field.contains("Session") || field == "turnPersonAway" => "SessionId",
            "openSite" | "addOpeningSlot" | "closeSiteOnDates" => "SiteId",
            "bookAppointment" => "AppointmentId",
            field if field.contains("Interpretation") => "InterpretationId",
            _ => "VisitId",
        };
        let query = format!(
            "mutation($c: CommandId!, $id: {id_type}!, $at: DateTime{declared}) {{ {field}(commandId: $c, id: $id, \
             occurredAt: $at{given}) {{ ... on Done {{ events facts {{ name value }} repeated version }} \
             ... on Refusal {{ code message }} }} }}"
        );
        let input = input.map_or(Value::Null, |(_, input)| input);
        let variables = json!({ "c": id(command), "id": id(object), "at": at, "input": input });
        self.ask(&query, variables).await[field].clone()
    }

    async fn site(&mut self) {
        let site = json!({ "name": "Maison des Tilleuls", "timeZone": "Europe/Brussels",
            "languages": [{ "language": "fra", "mode": "DIRECT" }] });
        self.tell("openSite", 1, Some(("OpenSiteInput", site)), "2023-04-01T08:00:00Z").await;
        let slot = json!({ "slot": id(2), "day": "MONDAY", "start": "09:00", "end": "12:00",
            "walkIn": true, "byAppointment": true, "validFrom": "2023-01-01" });
        self.tell("addOpeningSlot", 1, Some(("OpeningSlotInput", slot)), "2023-04-01T08:01:00Z").await;
        let labour_day = json!({ "exception": id(3), "from": "2023-05-01", "to": "2023-05-01",
            "reason": "PUBLIC_HOLIDAY", "message": { "fr": "Fermé le 1er mai" } });
        self.tell("closeSiteOnDates", 1, Some(("SiteClosureInput", labour_day)), "2023-04-01T08:02:00Z")
            .await;
    }

    async fn open_session(&mut self, session: u128, at: &str) -> Value {
        let input = json!({ "site": id(1), "hosts": [id(0xA1)],
            "languages": [{ "language": "ara", "mode": "DIRECT" }] });
        self.tell("openSession", session, Some(("OpenSessionInput", input)), at).await
    }

    async fn visit(&mut self, visit: u128, input: Value) -> Value {
        self.tell("recordVisit", visit, Some(("RecordVisitInput", input)), "2023-06-05T07:20:00Z").await
    }
}

fn visit(n: u128, session: u128, language: &str, relation: Option<&str>) -> Value {
    json!({
        "session": id(session), "case": id(0x9000 + n), "mode": "WALK_IN", "language": language,
        "languageMet": "DIRECT", "minutes": 25, "relationToArea": relation,
        "needs": [
            { "need": id(0x7000 + n), "code": "HEA.AMU", "urgency": "URGENT" },
            { "need": id(0x8000 + n), "code": "PSY.LISTEN", "urgency": "NORMAL" }
        ]
    })
}

#[tokio::test]
async fn a_woman_who_passes_through_is_received_without_a_name() {
    let mut desk = Desk::new(&["K7W-XPQR"]);
    desk.site().await;
    let opened = desk.open_session(10, "2023-06-05T07:00:00Z").await;
    assert_eq!(opened["events"], json!(["SessionOpened"]));
    let recorded = desk.visit(20, visit(20, 10, "ara", Some("PASSING_THROUGH"))).await;
    assert_eq!(recorded["events"], json!(["VisitRecorded", "NeedExpressed", "NeedExpressed"]));
    let answered = json!({ "need": id(0x8000 + 20) });
    let at = "2023-06-05T07:20:00Z";
    let answered = desk.tell("answerNeedDirectly", 20, Some(("AnswerNeedDirectlyInput", answered)), at).await;
    assert_eq!(answered["events"], json!(["NeedAnsweredDirectly"]));
    let issued = desk.tell("issueReturnCode", 20, None, at).await;
    assert_eq!(issued["events"], json!(["ReturnCodeIssued", "ReturnCodeGiven"]));
    assert_eq!(issued["facts"], json!([{ "name": "returnCode", "value": "K7W-XPQR" }]));
    for (n, language) in [(21, "fra"), (22, "fra"), (23, "fra"), (24, "nld"), (25, "nld"), (26, "ara")] {
        let recorded = desk.visit(n, visit(n, 10, language, None)).await;
        assert_eq!(recorded["events"][0], "VisitRecorded", "{recorded}");
    }

    let query = "query($id: UUID!) { session(id: $id) { state summary { visits languages { value count } \
                 relationToArea { value count } needsByState { value count } } } }";
    let read = desk.ask(query, json!({ "id": id(10) })).await;
    let summary = &read["session"]["summary"];
    assert_eq!(summary["visits"], 7);
    assert_eq!(
        summary["languages"],
        json!([{ "value": "ara", "count": 2 }, { "value": "fra", "count": 3 }, { "value": "nld", "count": 2 }])
    );
    assert_eq!(
        summary["relationToArea"],
        json!([{ "value": "notSaid", "count": 6 }, { "value": "passingThrough", "count": 1 }])
    );
    assert_eq!(
        summary["needsByState"],
        json!([{ "value": "answeredDirectly", "count": 1 }, { "value": "expressed", "count": 13 }])
    );

    // On Thursday the code finds the visit, however it is typed; a wrong one finds nothing.
    let find = "query($code: String!) { returnCode(code: $code) { case visit } }";
    let found = desk.ask(find, json!({ "code": "k7wx pqr" })).await;
    assert_eq!(found["returnCode"]["visit"], id(20));
    for wrong in ["222-2222", "not a code", ""] {
        assert_eq!(desk.ask(find, json!({ "code": wrong })).await["returnCode"], Value::Null);
    }
    assert_eq!(desk.world.wrong_guesses(), 3);
}

#[tokio::test]
async fn a_holiday_needs_a_reason_to_open() {
    let mut desk = Desk::new(&["K7W-XPQR"]);
    desk.site().await;
    let refused = desk.open_session(10, "2023-05-01T07:00:00Z").await;
    assert_eq!(refused["code"], "SITE_CLOSED_THAT_DAY");
    let visit = desk.visit(20, visit(20, 10, "ara", None)).await;
    assert_eq!(visit["code"], "SESSION_NOT_FOUND");
    let input =
        json!({ "site": id(1), "hosts": [id(0xA1)], "languages": [], "exceptionalOpening": "DEMAND" });
    let at = "2023-05-01T07:00:00Z";
    let opened = desk.tell("openSession", 10, Some(("OpenSessionInput", input)), at).await;
    assert_eq!(opened["events"], json!(["SessionOpened"]));
}

#[tokio::test]
async fn a_visit_without_session_or_outreach_is_refused_and_nothing_is_stored() {
    let mut desk = Desk::new(&["K7W-XPQR"]);
    let mut nowhere = visit(20, 10, "ara", None);
    nowhere["session"] = Value::Null;
    assert_eq!(desk.visit(20, nowhere.clone()).await["code"], "VISIT_WITHOUT_CONTEXT");
    assert_eq!(desk.world.everything(), "");
    nowhere["outreach"] = json!({ "place": "Gare du Midi" });
    assert_eq!(desk.visit(20, nowhere).await["events"][0], "VisitRecorded");
}

#[tokio::test]
async fn a_note_with_a_telephone_number_is_saved_only_once_it_is_confirmed_and_never_in_clear() {
    let mut desk = Desk::new(&["K7W-XPQR"]);
    desk.site().await;
    desk.open_session(10, "2023-06-05T07:00:00Z").await;
    let mut with_note = visit(20, 10, "ara", None);
    with_note["notes"] = json!([{ "level": "PRIVATE", "words": "Joignable au 0470 00 00 00" }]);
    assert_eq!(desk.visit(20, with_note.clone()).await["code"], "NOTE_CONTAINS_CONTACT");
    with_note["notes"][0]["confirmed"] = json!(true);
    assert_eq!(desk.visit(20, with_note).await["events"][3], "VisitNoteAdded");
    let note = json!({ "level": "SHARED", "words": "nora@example.org" });
    let at = "2023-06-05T07:20:00Z";
    let refused = desk.tell("addVisitNote", 20, Some(("VisitNoteInput", note)), at).await;
    assert_eq!(refused["code"], "NOTE_CONTAINS_CONTACT");
    let stored = desk.world.everything();
    assert!(!stored.contains("0470 00"), "a clear note is stored");
    assert!(stored.contains(&format!("brussels/visit/{}/private", id(20))), "a private note has its own key");
    let read = "query($id: UUID!) { visit(id: $id) { notes { level words } } }";
    let read = desk.ask(read, json!({ "id": id(20) })).await;
    assert_eq!(read["visit"]["notes"][0]["words"], "Joignable au 0470 00 00 00");
}

#[tokio::test]
async fn a_taken_code_is_drawn_again_and_a_retry_gets_the_first_code() {
    let mut desk = Desk::new(&["K7W-XPQR", "K7W-XPQR", "K7W-XPQR", "ABC-DEFG", "222-2222"]);
    desk.site().await;
    desk.open_session(10, "2023-06-05T07:00:00Z").await;
    let at = "2023-06-05T07:20:00Z";
    for n in [20, 21] {
        desk.visit(n, visit(n, 10, "ara", None)).await;
    }
    desk.tell("issueReturnCode", 20, None, at).await;
    let second = desk.tell_again(0xF00D, "issueReturnCode", 21, None, at).await;
    assert_eq!(second["facts"][0]["value"], "ABC-DEFG");
    let again = desk.tell_again(0xF00D, "issueReturnCode", 21, None, at).await;
    assert_eq!(
        (again["facts"][0]["value"].clone(), again["repeated"].clone()),
        (json!("ABC-DEFG"), json!(true))
    );
    let asked_anew = desk.tell("issueReturnCode", 21, None, at).await;
    assert_eq!(asked_anew["facts"][0]["value"], "ABC-DEFG");
    assert_eq!(asked_anew["events"], json!([]));
}

#[tokio::test]
async fn five_draws_of_a_taken_code_are_refused() {
    let mut desk = Desk::new(&["K7W-XPQR"]);
    desk.site().await;
    desk.open_session(10, "2023-06-05T07:00:00Z").await;
    for n in [20, 21] {
        desk.visit(n, visit(n, 10, "ara", None)).await;
    }
    desk.tell("issueReturnCode", 20, None, "2023-06-05T07:20:00Z").await;
    let refused = desk.tell("issueReturnCode", 21, None, "2023-06-05T07:20:00Z").await;
    assert_eq!(refused["code"], "CODE_TAKEN");
}

#[tokio::test]
async fn an_appointment_is_kept_by_the_visit_it_became() {
    let mut desk = Desk::new(&["K7W-XPQR"]);
    desk.site().await;
    let booking = |starts_at: &str| {
        json!({ "site": id(1), "startsAt": starts_at, "language": "sfb", "interpreterWanted": true,
            "contact": "0470 00 00 00", "reminder": "TEXT_MESSAGE" })
    };
    let at = "2023-06-01T07:00:00Z";
    let tuesday = Some(("BookAppointmentInput", booking("2023-06-06T08:00:00Z")));
    assert_eq!(desk.tell("bookAppointment", 30, tuesday, at).await["code"], "NO_OPENING_FOR_APPOINTMENT");
    let monday = Some(("BookAppointmentInput", booking("2023-06-05T07:30:00Z")));
    assert_eq!(desk.tell("bookAppointment", 30, monday, at).await["events"], json!(["AppointmentBooked"]));
    desk.open_session(10, "2023-06-05T07:00:00Z").await;
    let mut kept = visit(20, 10, "sfb", None);
    kept["appointment"] = json!(id(30));
    kept["mode"] = json!("APPOINTMENT");
    let recorded = desk.visit(20, kept).await;
    assert_eq!(recorded["events"][3], "PersonArrived", "{recorded}");
    let read = "query($s: UUID!, $a: UUID!) { session(id: $s) { summary { appointments { arrived } } } \
                appointment(id: $a) { state visit } nextOpenings(site: \"00000000-0000-0000-0000-000000000001\", \
                from: \"2023-06-05T11:00:00Z\", count: 1) { startsAt } }";
    let read = desk.ask(read, json!({ "s": id(10), "a": id(30) })).await;
    assert_eq!(read["session"]["summary"]["appointments"]["arrived"], 1);
    assert_eq!(read["appointment"]["state"], "ARRIVED");
    assert_eq!(read["appointment"]["visit"], id(20));
    assert_eq!(read["nextOpenings"][0]["startsAt"], "2023-06-12T07:00:00+00:00");
}

#[tokio::test]
async fn an_interpreter_is_declined_then_confirmed_remotely_and_never_in_another_sign_language() {
    let mut desk = Desk::new(&["K7W-XPQR"]);
    let at = "2023-06-05T07:20:00Z";
    let relay = json!({ "partner": id(40) });
    let request = json!({ "wantedFor": { "appointment": id(30) }, "language": "sfb", "mode": "ON_SITE",
        "startsAt": "2023-06-08T12:30:00Z", "session": id(10), "provider": relay });
    let steps = [
        ("requestInterpretation", "RequestInterpretationInput", request, "InterpretationRequested"),
        (
            "declineInterpretation",
            "DeclineInterpretationInput",
            json!({ "reason": "CAPACITY" }),
            "InterpretationDeclined",
        ),
        (
            "reassignInterpretation",
            "ReassignInterpretationInput",
            json!({ "provider": relay, "mode": "REMOTE" }),
            "InterpretationReassigned",
        ),
    ];
    for (field, kind, input, event) in steps {
        assert_eq!(desk.tell(field, 41, Some((kind, input)), at).await["events"], json!([event]));
    }
    let other = Some(("ConfirmInterpretationInput", json!({ "provider": relay, "language": "vgt" })));
    let refused = desk.tell("confirmInterpretation", 41, other, at).await;
    assert_eq!(refused["code"], "INTERPRETATION_IN_ANOTHER_LANGUAGE");
    assert!(refused["message"].as_str().unwrap().contains("vgt"), "{refused}");
    let yes = Some(("ConfirmInterpretationInput", json!({ "provider": relay })));
    let confirmed = desk.tell("confirmInterpretation", 41, yes, at).await;
    assert_eq!(confirmed["events"], json!(["InterpretationConfirmed"]), "{confirmed}");
    let read = "query($id: UUID!) { interpretation(id: $id) { state mode session purpose purposeId provider \
                declines declinedBecause } }";
    let read = desk.ask(read, json!({ "id": id(41) })).await;
    let expected = json!({ "state": "CONFIRMED", "mode": "REMOTE", "session": id(10), "provider": id(40),
        "purpose": "APPOINTMENT", "purposeId": id(30), "declines": 1, "declinedBecause": "CAPACITY" });
    assert_eq!(read["interpretation"], expected);
}

#[test]
fn every_element_of_the_schema_is_described() {
    let sdl = Desk::new(&["K7W-XPQR"]).face.sdl();
    let mut described = false;
    let mut inside = false;
    for line in sdl.lines().map(str::trim) {
        let marks = line.matches("\"\"\"").count();
        if marks > 0 {
            inside ^= marks == 1;
            described = true;
            continue;
        }
        if inside || line.is_empty() || line == "}" || line.starts_with(')') || line.starts_with("schema") {
            continue;
        }
        let element = line.ends_with('{') || line.contains(": ") || line.starts_with("scalar");
        let of_the_library =
            ["type DropinQueries", "type DropinMutations", "query:", "mutation:", "directive"];
        let of_relay = line.ends_with("Connection {") || line.ends_with("Edge {");
        if element && !of_relay && !of_the_library.iter().any(|known| line.starts_with(known)) {
            assert!(described, "not described: {line}");
        }
        described = false;
    }
}
