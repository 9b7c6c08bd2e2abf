//! AT-01: on a Monday morning a woman who is passing through, speaks only Arabic and gives no name
//! needs the urgent medical card and somebody to listen.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use serde_json::{Value, json};
use stories::tilleuls::{
    Visit, counted, counts, did, ends_well, exported, files_with, history, holds, house, names, opening,
    passing_through, refused, refused_in_three_languages, session,
};
use stories::{Person, World, new_id, on_both_engines};

on_both_engines!("2023-06-05T06:50:00Z":
    a_woman_without_a_name_is_received_and_found_again,
    a_wrong_code_says_no_more_than_an_unknown_one,
    what_was_confided_is_nowhere_in_clear,
    a_visit_needs_a_session_or_a_place,
);

const SESSION: &str = "2023-06-05T07:00:00Z";
const MORNING: [&str; 3] = ["2023-06-05T07:20:00Z", "2023-06-05T07:44:00Z", "2023-06-05T07:45:00Z"];
const THURSDAY: &str = "2023-06-08T12:05:00Z";

async fn a_woman_without_a_name_is_received_and_found_again(world: World) {
    let site = house(&world, "2023-06-05T06:50:00Z").await;
    let morning = session(&world, &site, SESSION).await;
    let (visit, code) = passing_through(&world, &morning, MORNING).await;
    let letters = code.replace('-', "");
    assert_eq!(letters.len(), 7, "{code}");
    assert!(!letters.contains(['0', 'O', '1', 'I', 'L']), "{code}");
    for language in ["fra", "fra", "fra", "nld", "nld", "ara"] {
        let other = Visit::with(&["ADM.FORM"]);
        let mut told = other.told(&morning, language);
        told["relationToArea"] = json!("RESIDENT");
        let at = "2023-06-05T08:30:00Z";
        did(&world.as_("nora"), at, "recordVisit", &other.id, told, &["VisitRecorded", "NeedExpressed"])
            .await;
    }
    let checked = json!({ "countsChecked": true, "visitsCounted": 7 });
    did(&world.as_("nora"), "2023-06-05T10:00:00Z", "closeSession", &morning, checked, &["SessionClosed"])
        .await;
    the_session_adds_up(&world, &morning).await;
    let happened =
        ["VisitRecorded", "NeedExpressed", "NeedExpressed", "NeedAnsweredDirectly", "ReturnCodeIssued"];
    assert_eq!(history(&world, "visit", &visit.id).await, happened);

    // On Thursday she shows her slip; Nora reads it as it is written, or as it sounds.
    world.at(THURSDAY).await;
    let nora = world.as_("nora");
    for read in [code.clone(), letters.to_lowercase(), format!(" {letters} ")] {
        let query = "query($code: String!) { returnCode(code: $code) { visit case } }";
        let found = nora.read(query, json!({ "code": read })).await;
        assert_eq!(found["returnCode"], json!({ "visit": visit.id, "case": visit.case }), "{read:?}");
    }
    let query = "query($by: PathBy!) { path(by: $by) { cases objects { object { kind } state } \
                 entries { nodes { event } } } }";
    let path = nora.read(query, json!({ "by": { "returnCode": code } })).await["path"].clone();
    assert_eq!(path["cases"], json!([visit.case]));
    assert_eq!(names(&path["entries"]["nodes"]), happened);
    assert_eq!(
        path["objects"],
        json!([
            { "object": { "kind": "visit" }, "state": "recorded" },
            { "object": { "kind": "need" }, "state": "expressed" },
            { "object": { "kind": "need" }, "state": "answeredDirectly" },
        ])
    );
    ends_well(&world).await;
}

async fn the_session_adds_up(world: &World, session: &str) {
    world.at("2023-06-05T10:05:00Z").await;
    let query = "query($id: UUID!) { session(id: $id) { state visitsCounted summary { visits minutes \
                 languages { value count } relationToArea { value count } needs { value count } } } }";
    let read = world.as_("odile").read(query, json!({ "id": session })).await["session"].clone();
    assert_eq!((&read["state"], &read["visitsCounted"]), (&json!("CLOSED"), &json!(7)));
    let summary = &read["summary"];
    assert_eq!((&summary["visits"], &summary["minutes"]), (&json!(7), &json!(25)));
    assert_eq!(counts(&summary["languages"]), counted(&[("ara", 2), ("fra", 3), ("nld", 2)]));
    assert_eq!(counts(&summary["relationToArea"]), counted(&[("passingThrough", 1), ("resident", 6)]));
    assert_eq!(counts(&summary["needs"]), counted(&[("ADM.FORM", 6), ("HEA.AMU", 1), ("PSY.LISTEN", 1)]));
}

/// What comes over the wire, byte for byte.
async fn raw(world: &World, person: &Person<'_>, query: &str, variables: Value) -> (u16, String) {
    let bearer = format!("Bearer {}", person.token.as_ref().unwrap());
    let body = json!({ "query": query, "variables": variables });
    let answer = world.post_json("/graphql", &[("authorization", &bearer)], &body).await;
    (answer.status, answer.text)
}

const BY_CODE: &str = "query($code: String!) { returnCode(code: $code) { visit } }";
const PATH: &str = "query($code: ReturnCode!) { path(by: { returnCode: $code }) { cases } }";

async fn a_wrong_code_says_no_more_than_an_unknown_one(world: World) {
    let site = house(&world, "2023-06-05T06:50:00Z").await;
    let morning = session(&world, &site, SESSION).await;
    let (_, code) = passing_through(&world, &morning, MORNING).await;
    world.at(THURSDAY).await;
    let (nora, samir) = (world.as_("nora"), world.as_("samir"));
    let last = if code.ends_with('2') { '3' } else { '2' };
    let mistyped = format!("{}{last}", &code[..code.len() - 1]);

    // One letter wrong, never given out, not a code at all, or of another network: the same bytes.
    let unknown = raw(&world, &nora, BY_CODE, json!({ "code": "ZZZ-ZZZZ" })).await;
    assert_eq!(unknown, (200, r#"{"data":{"returnCode":null}}"#.to_owned()));
    assert_eq!(raw(&world, &nora, BY_CODE, json!({ "code": mistyped })).await, unknown);
    assert_eq!(raw(&world, &nora, BY_CODE, json!({ "code": "je ne sais plus" })).await, unknown);
    let elsewhere = world.of("nora", "quebec");
    assert_eq!(raw(&world, &elsewhere, BY_CODE, json!({ "code": code })).await, unknown);
    let no_path = raw(&world, &nora, PATH, json!({ "code": "ZZZ-ZZZZ" })).await;
    assert_eq!(no_path, (200, r#"{"data":{"path":null}}"#.to_owned()));
    assert_eq!(raw(&world, &nora, PATH, json!({ "code": mistyped })).await, no_path);
    assert_eq!(raw(&world, &elsewhere, PATH, json!({ "code": code })).await, no_path);

    // Nora has tried five in this minute; after five more she must wait, even with the right one.
    for _ in 0..5 {
        assert_eq!(raw(&world, &nora, BY_CODE, json!({ "code": mistyped })).await, unknown);
    }
    for (query, tried) in [(BY_CODE, &mistyped), (BY_CODE, &code), (PATH, &code)] {
        let stopped = nora.send(query, json!({ "code": tried })).await;
        assert_eq!(stopped["errors"][0]["extensions"]["code"], "TOO_MANY_GUESSES", "{stopped}");
    }
    assert!(raw(&world, &samir, BY_CODE, json!({ "code": code })).await.1.contains("visit"));
    many_tries_in_one_operation_are_many(&world, &code, &mistyped).await;
    world.at("2023-06-08T12:06:30Z").await;
    assert!(raw(&world, &nora, BY_CODE, json!({ "code": code })).await.1.contains("visit"));
    ends_well(&world).await;
}

/// Thirty codes under thirty names in one operation, the right one last: ten are looked at, in whatever
/// field they are tried, and the right one is not found.
async fn many_tries_in_one_operation_are_many(world: &World, code: &str, mistyped: &str) {
    let odile = world.as_("odile");
    let tried = |code: &str, place: usize| match place % 2 {
        0 => format!(r#"t{place}: returnCode(code: "{code}") {{ visit }}"#),
        _ => format!(r#"t{place}: path(by: {{ returnCode: "{code}" }}) {{ cases }}"#),
    };
    let mut all: Vec<String> = (0..30).map(|place| tried(mistyped, place)).collect();
    all.push(tried(code, 30));
    let answer = odile.send(&format!("{{ {} }}", all.join(" ")), json!({})).await;
    let stopped = answer["errors"].as_array().unwrap();
    assert!(stopped.iter().any(|error| error["extensions"]["code"] == "TOO_MANY_GUESSES"), "{answer}");
    assert!(answer["data"].is_null() || answer["data"]["t30"].is_null(), "{answer}");
    let again = odile.send(BY_CODE, json!({ "code": code })).await;
    assert_eq!(again["errors"][0]["extensions"]["code"], "TOO_MANY_GUESSES", "{again}");
}

async fn what_was_confided_is_nowhere_in_clear(world: World) {
    let site = house(&world, "2023-06-05T06:50:00Z").await;
    let morning = session(&world, &site, SESSION).await;
    let (visit, _) = passing_through(&world, &morning, MORNING).await;
    let samir = world.as_("samir");
    let at = "2023-06-05T07:50:00Z";
    for (level, words) in [
        ("PRIVATE", "Zohra-Inventée craint le propriétaire"),
        ("SHARED", "Reviendra jeudi avec sa soeur Imaginaria"),
    ] {
        let note = json!({ "level": level, "words": words });
        did(&samir, at, "addVisitNote", &visit.id, note, &["VisitNoteAdded"]).await;
    }
    let booking = json!({ "site": site, "startsAt": "2023-06-08T12:30:00Z", "language": "ara", "case": visit.case,
        "called": "Madame Zohra-Inventée", "contact": "0470 00 00 11", "reminder": "TEXT_MESSAGE" });
    did(&samir, at, "bookAppointment", &new_id(), booking, &["AppointmentBooked"]).await;
    let refused_note = json!({ "level": "SHARED", "words": "Joignable au 0470 99 88 77" });
    let code = "NOTE_CONTAINS_CONTACT";
    let words = ["numéro de téléphone", "telefoonnummer", "رقم هاتف"];
    refused_in_three_languages(&samir, at, "addVisitNote", &visit.id, refused_note.clone(), (code, words))
        .await;
    let mut confirmed = refused_note;
    confirmed["confirmed"] = json!(true);
    did(&samir, at, "addVisitNote", &visit.id, confirmed, &["VisitNoteAdded"]).await;

    // Those who work with her read the words,
    world.at("2023-06-05T08:00:00Z").await;
    let query = "query($id: UUID!) { visit(id: $id) { notes { level words } } }";
    // the private ones once they say what for,
    let read = samir.send(query, json!({ "id": visit.id })).await;
    assert_eq!(read["data"]["visit"]["notes"][0]["words"], Value::Null, "{read}");
    assert_eq!(read["extensions"]["withheld"], json!([{ "type": "Visit", "class": "privateNote" }]));
    let why = json!({ "object": { "kind": "visit", "id": visit.id }, "purpose": "RECEPTION" });
    did(&samir, "2023-06-05T08:00:00Z", "revealIdentity", &new_id(), why, &["IdentityRevealed"]).await;
    let read = samir.read(query, json!({ "id": visit.id })).await;
    assert_eq!(read["visit"]["notes"][0]["words"], "Zohra-Inventée craint le propriétaire");
    assert_eq!(read["visit"]["notes"].as_array().unwrap().len(), 3);
    // an auditor does not,
    let denied = world.as_("auditor").send(query, json!({ "id": visit.id })).await;
    assert_eq!(denied["data"]["visit"], Value::Null, "{denied}");
    assert!(denied["errors"][0]["message"].as_str().unwrap().contains("VisitNote.words"), "{denied}");
    // and nothing that is stored holds them, though it holds what nobody hides.
    let journal = exported(&world).await;
    assert!(holds(&journal, "Maison des Tilleuls"), "what is searched can be found");
    assert!(!files_with(&world.data, "passingThrough").is_empty(), "what is searched can be found");
    for private in ["Zohra", "craint le", "Imaginaria", "0470 00 00 11", "0470 99 88 77"] {
        assert!(!holds(&journal, private), "{private} is in the journal");
        assert_eq!(files_with(&world.data, private), Vec::<std::path::PathBuf>::new(), "{private}");
    }
    ends_well(&world).await;
}

async fn a_visit_needs_a_session_or_a_place(world: World) {
    let site = house(&world, "2023-06-05T06:50:00Z").await;
    let (nora, visit) = (world.as_("nora"), Visit::with(&["HEA.AMU"]));
    let mut nowhere = visit.told("", "ara");
    nowhere["session"] = Value::Null;
    let words = ["permanence", "zitdag", "مداومة"];
    let code = "VISIT_WITHOUT_CONTEXT";
    refused_in_three_languages(&nora, MORNING[0], "recordVisit", &visit.id, nowhere.clone(), (code, words))
        .await;
    assert_eq!(history(&world, "visit", &visit.id).await, Vec::<String>::new());
    nowhere["outreach"] = json!({ "place": "Gare du Midi" });
    did(&nora, MORNING[0], "recordVisit", &visit.id, nowhere, &["VisitRecorded", "NeedExpressed"]).await;

    // The first of May is a holiday: closed, unless somebody says why it is open.
    let (first_of_may, holiday) = ("2023-05-01T07:00:00Z", new_id());
    let mut open = opening(&world, &site).await;
    let message =
        refused(&nora, first_of_may, "openSession", &holiday, open.clone(), "SITE_CLOSED_THAT_DAY").await;
    assert!(message.contains("exceptionnelle"), "{message}");
    let (late, told) = (Visit::with(&["HEA.AMU"]), "2023-05-01T07:20:00Z");
    refused(&nora, told, "recordVisit", &late.id, late.told(&holiday, "ara"), "SESSION_NOT_FOUND").await;
    open["exceptionalOpening"] = json!("EMERGENCY");
    did(&nora, first_of_may, "openSession", &holiday, open, &["SessionOpened"]).await;
    let mut told = late.told(&holiday, "ara");
    refused(
        &nora,
        "2023-05-01T07:20:00Z",
        "recordVisit",
        &late.id,
        told.clone(),
        "VISIT_LATE_WITHOUT_REASON",
    )
    .await;
    told["lateReason"] = json!("PAPER");
    did(&nora, "2023-05-01T07:20:00Z", "recordVisit", &late.id, told, &["VisitRecorded", "NeedExpressed"])
        .await;
    // On a Tuesday there is no permanence at all.
    let tuesday = opening(&world, &site).await;
    refused(&nora, "2023-06-06T07:00:00Z", "openSession", &new_id(), tuesday, "SITE_NOT_OPEN_THAT_DAY").await;
    world.at("2023-06-06T07:05:00Z").await;
    ends_well(&world).await;
}
