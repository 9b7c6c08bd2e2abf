//! AT-05: a meeting each month of spring, nine people in May, a charter that is amended and
//! adopted, a commitment that is kept, and minutes in three languages.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use serde_json::{Value, json};
use stories::tilleuls::{
    accepts_charter, account, brought_into_force, charter, did, ends_well, history, member, refused,
    refused_in_three_languages, waiting,
};
use stories::{World, new_id, on_both_engines};

on_both_engines!("2023-04-01T08:00:00Z":
    three_meetings_a_charter_and_a_commitment,
    what_meetings_refuse,
);

const START: &str = "2023-04-01T08:00:00Z";

/// Planned by the clock of Brussels in summer: two hours ahead of the journal's.
fn plan(welcome: &str, starts: &str, ends: &str) -> Value {
    json!({ "title": { "fr": "Rencontre collective", "nl": "Collectieve bijeenkomst", "ar": "لقاء جماعي" },
        "welcomeAt": welcome, "startsAt": starts, "endsAt": ends, "timeZone": "Europe/Brussels",
        "place": { "name": "Maison des Tilleuls" }, "languages": ["fra", "ara"], "interpreters": ["sfb"] })
}

const DATES: [[&str; 3]; 3] = [
    ["2023-04-18T13:00:00+02:00", "2023-04-18T13:30:00+02:00", "2023-04-18T15:30:00+02:00"],
    ["2023-05-26T09:00:00+02:00", "2023-05-26T09:30:00+02:00", "2023-05-26T11:30:00+02:00"],
    ["2023-06-23T09:00:00+02:00", "2023-06-23T09:30:00+02:00", "2023-06-23T11:30:00+02:00"],
];

struct Spring {
    april: String,
    may: String,
    june: String,
    bea: String,
    members: Vec<String>,
    decision: String,
    commitment: String,
}

/// Six members who have accepted version 1 of the charter, and three meetings announced.
async fn spring(world: &World) -> Spring {
    let odile = world.as_("odile");
    charter(world, START, 1, ["2023-01-01T00:00:00Z", "2023-01-01T00:00:00Z"]).await;
    let mut members = Vec::new();
    for name in ["Bea", "Karim", "Mona", "Fatima-Imaginée", "Pol-Imaginé", "Aya-Imaginée"] {
        let known = ["Bea", "Karim", "Mona"].contains(&name);
        let account = if known { Some(account(world, &name.to_lowercase()).await) } else { None };
        let joined = member(world, START, name, account.as_deref()).await;
        accepts_charter(world, START, &joined, 1).await;
        members.push(joined);
    }
    let [april, may, june] = [new_id(), new_id(), new_id()];
    for (meeting, [welcome, starts, ends]) in [&april, &may, &june].into_iter().zip(DATES) {
        did(&odile, START, "planMeeting", meeting, plan(welcome, starts, ends), &["MeetingPlanned"]).await;
        did(&odile, START, "announceMeeting", meeting, Value::Null, &["MeetingAnnounced"]).await;
    }
    let (bea, decision, commitment) = (members[0].clone(), new_id(), new_id());
    Spring { april, may, june, bea, members, decision, commitment }
}

async fn three_meetings_a_charter_and_a_commitment(world: World) {
    let spring = spring(&world).await;
    let odile = world.as_("odile");
    held(&world, &spring.april, ["2023-04-18T11:00:00Z", "2023-04-18T12:00:00Z", "2023-04-18T13:30:00Z"], 5)
        .await;
    may_is_prepared(&world, &spring).await;
    nine_came(&world, &spring).await;
    the_charter_is_amended(&world, &spring).await;
    may_ends(&world, &spring).await;
    june_approves(&world, &spring).await;
    what_is_published(&world, &spring).await;

    let query = "query { meetingRegularity(from: \"2023-04-01\", until: \"2023-06-30\", timeZone: \"Europe/Brussels\") {
        monthsWithMeeting monthsInAll months { month held attendance } } }";
    let read = odile.read(query, json!({})).await["meetingRegularity"].clone();
    assert_eq!((&read["monthsWithMeeting"], &read["monthsInAll"]), (&json!(3), &json!(3)));
    let month = |month: &str, attendance: u32| json!({ "month": month, "held": 1, "attendance": attendance });
    assert_eq!(read["months"], json!([month("2023-04", 5), month("2023-05", 9), month("2023-06", 7)]));
    assert_eq!(
        history(&world, "meeting", &spring.may).await,
        [
            "MeetingPlanned",
            "MeetingAnnounced",
            "AgendaItemProposed",
            "AgendaItemAccepted",
            "RegistrationMade",
            "MeetingOpened",
            "AttendanceRecorded",
            "AttendanceRecorded",
            "AttendanceRecorded",
            "AttendanceRecorded",
            "AttendanceRecorded",
            "AnonymousAttendanceCounted",
            "AnonymousAttendanceCounted",
            "AttendanceRecorded",
            "DecisionTaken",
            "CommitmentMade",
            "MeetingClosed",
            "MinutesDrafted",
            "MinutesApproved",
            "MinutesPublished",
            "AttendanceWithdrawn",
            "AnonymousAttendanceCounted",
        ]
    );
    ends_well(&world).await;
}

/// A meeting that takes place, with people nobody names.
async fn held(world: &World, meeting: &str, [opens, counted, closes]: [&str; 3], people: u32) {
    let odile = world.as_("odile");
    did(&odile, opens, "openMeeting", meeting, Value::Null, &["MeetingOpened"]).await;
    let count = json!({ "language": "fra", "count": people });
    did(&odile, counted, "countAnonymousAttendance", meeting, count, &["AnonymousAttendanceCounted"]).await;
    did(&odile, closes, "closeMeeting", meeting, Value::Null, &["MeetingClosed"]).await;
}

/// Seven people at the desk wished for a place to sew; Karim keeps a seat.
async fn may_is_prepared(world: &World, spring: &Spring) {
    let (odile, karim, item) = (world.as_("odile"), world.as_("karim"), new_id());
    let heard = json!({ "item": item, "title": { "fr": "Un atelier de couture" },
        "source": { "need": { "code": "NET.CREATE", "expressions": 7 } } });
    let rare = json!({ "item": new_id(), "title": { "fr": "Papiers" },
        "source": { "need": { "code": "HEA.AMU", "expressions": 2 } } });
    let at = "2023-05-10T08:00:00Z";
    refused(&odile, at, "proposeAgendaItem", &spring.may, rare, "AGENDA_NEED_TOO_RARE").await;
    did(&odile, at, "proposeAgendaItem", &spring.may, heard, &["AgendaItemProposed"]).await;
    did(&odile, at, "acceptAgendaItem", &spring.may, json!({ "item": item }), &["AgendaItemAccepted"]).await;
    let seat = json!({ "registration": new_id(), "member": spring.members[1], "interpreter": "sfb" });
    did(&karim, "2023-05-11T08:00:00Z", "registerForMeeting", &spring.may, seat, &["RegistrationMade"]).await;
}

/// Six who want to be named, the last of them after the start, and three who do not.
async fn nine_came(world: &World, spring: &Spring) {
    let (odile, may) = (world.as_("odile"), spring.may.as_str());
    let named = |member: &String| json!({ "member": member, "named": true });
    refused(&odile, "2023-05-25T08:00:00Z", "openMeeting", may, Value::Null, "MEETING_NOT_TODAY").await;
    did(&odile, "2023-05-26T06:50:00Z", "openMeeting", may, Value::Null, &["MeetingOpened"]).await;
    let at = "2023-05-26T07:35:00Z";
    let unasked = json!({ "member": spring.members[0], "named": false });
    refused(&odile, at, "recordAttendance", may, unasked, "ATTENDANCE_WITHOUT_OPT_IN").await;
    for member in &spring.members[..5] {
        did(&odile, at, "recordAttendance", may, named(member), &["AttendanceRecorded"]).await;
    }
    for (language, count) in [("sfb", 2), ("ara", 1)] {
        let people = json!({ "language": language, "count": count });
        let field = "countAnonymousAttendance";
        did(&odile, at, field, may, people.clone(), &["AnonymousAttendanceCounted"]).await;
        did(&odile, at, field, may, people, &[]).await;
    }
    let late = "2023-05-26T08:30:00Z";
    did(&odile, late, "recordAttendance", may, named(&spring.members[5]), &["AttendanceRecorded"]).await;
    did(&odile, late, "recordAttendance", may, named(&spring.members[5]), &[]).await;

    world.at("2023-05-26T08:35:00Z").await;
    let query = "query($id: UUID!) { meeting(id: $id) { welcomeAt startsAt month interpreters
        attendance { total named anonymous byLanguage { language count } } } }";
    let read = odile.read(query, json!({ "id": may })).await["meeting"].clone();
    assert_eq!(
        read,
        json!({ "welcomeAt": "2023-05-26T07:00:00+00:00", "startsAt": "2023-05-26T07:30:00+00:00",
            "month": "2023-05", "interpreters": ["sfb"],
            "attendance": { "total": 9, "named": 6, "anonymous": 3,
                "byLanguage": [{ "language": "ara", "count": 1 }, { "language": "sfb", "count": 2 }] } })
    );
}

/// "No photo": proposed to version 1, written into version 2, adopted by consensus.
async fn the_charter_is_amended(world: &World, spring: &Spring) {
    let (odile, mona, at) = (world.as_("odile"), world.as_("mona"), "2023-05-26T08:40:00Z");
    let text = json!({ "fr": "Pas de photo", "nl": "Geen foto's", "ar": "لا للصور" });
    let amendment = json!({ "member": spring.members[2], "text": text });
    did(&mona, at, "proposeCharterAmendment", "", amendment, &["CharterAmendmentProposed"]).await;
    did(&odile, at, "draftCharterVersion", "", json!({ "text": text }), &["CharterVersionDrafted"]).await;
    let consensus = json!({ "decision": spring.decision, "text": text, "method": "CONSENSUS",
        "votes": { "inFavour": 9, "against": 0, "abstained": 0 } });
    let mut too_many = consensus.clone();
    too_many["votes"]["inFavour"] = json!(12);
    refused(&odile, at, "takeDecision", &spring.may, too_many, "VOTES_EXCEED_ATTENDANCE").await;
    did(&odile, at, "takeDecision", &spring.may, consensus, &["DecisionTaken"]).await;
    let adopted = json!({ "version": 2, "meeting": spring.may, "decision": spring.decision });
    did(&odile, at, "adoptCharterVersion", "", adopted, &["CharterVersionAdopted"]).await;
    brought_into_force(world, at, 2, ["2023-05-26T00:00:00+02:00", "2023-06-30T00:00:00+02:00"]).await;

    // Whoever accepted version 1 is told: a new version, to be accepted before 30 June.
    world.at("2023-05-26T08:45:00Z").await;
    assert_eq!(waiting(world, "member", &spring.bea).await, Some(("MEMBER".into(), "acceptCharter".into())));
    let query = "query($id: UUID!) { member(id: $id) { charterVersion charterToAccept charterToAcceptUntil charterLapsed }
        charterInForce { number state decision amendments { number } }
        before: charterVersion(number: 1) { state replacedBy amendments { number text { fr } } } }";
    let read = odile.read(query, json!({ "id": spring.bea })).await;
    assert_eq!(
        read["member"],
        json!({ "charterVersion": 1, "charterToAccept": 2, "charterToAcceptUntil": "2023-06-29T22:00:00+00:00",
            "charterLapsed": false })
    );
    assert_eq!(
        read["charterInForce"],
        json!({ "number": 2, "state": "IN_FORCE", "decision": spring.decision, "amendments": [] })
    );
    let proposed = json!([{ "number": 1, "text": { "fr": "Pas de photo" } }]);
    assert_eq!(read["before"], json!({ "state": "REPLACED", "replacedBy": 2, "amendments": proposed }));
}

async fn may_ends(world: &World, spring: &Spring) {
    let (odile, may) = (world.as_("odile"), spring.may.as_str());
    let sewing = json!({ "commitment": spring.commitment, "owner": spring.bea, "what": "Trouver un prof de couture",
        "due": "2023-06-20" });
    let made = ["CommitmentMade", "CommitmentMade"];
    did(&odile, "2023-05-26T09:00:00Z", "makeCommitment", may, sewing, &made).await;
    did(&odile, "2023-05-26T09:30:00Z", "closeMeeting", may, Value::Null, &["MeetingClosed"]).await;
    assert_eq!(waiting(world, "meeting", may).await, Some(("HOST".into(), "draftMinutes".into())));
    let minutes = json!({ "text": { "fr": "Neuf personnes. Un atelier de couture.", "nl": "Negen mensen.",
        "ar": "تسعة أشخاص", "en": "Nine people." } });
    did(&odile, "2023-05-30T08:00:00Z", "draftMinutes", may, minutes, &["MinutesDrafted"]).await;
    let published = json!({ "languages": ["FR", "NL", "AR"] });
    let words = ["n'est pas approuvé", "niet goedgekeurd", "غير معتمد"];
    let refusal = ("MINUTES_NOT_APPROVED", words);
    refused_in_three_languages(&odile, "2023-05-31T08:00:00Z", "publishMinutes", may, published, refusal)
        .await;
    let june = json!({ "at": spring.june });
    refused(&odile, "2023-05-31T08:00:00Z", "approveMinutes", may, june, "MINUTES_APPROVAL_TOO_EARLY").await;
}

async fn june_approves(world: &World, spring: &Spring) {
    let (odile, bea, at) = (world.as_("odile"), world.as_("bea"), "2023-06-23T08:00:00Z");
    let kept = "2023-06-19T10:00:00Z";
    did(&bea, kept, "fulfilCommitment", &spring.commitment, Value::Null, &["CommitmentFulfilled"]).await;
    did(&odile, "2023-06-23T07:00:00Z", "openMeeting", &spring.june, Value::Null, &["MeetingOpened"]).await;
    let count = json!({ "language": "fra", "count": 7 });
    did(&odile, at, "countAnonymousAttendance", &spring.june, count, &["AnonymousAttendanceCounted"]).await;
    did(&odile, at, "approveMinutes", &spring.may, json!({ "at": spring.june }), &["MinutesApproved"]).await;
    let published = json!({ "languages": ["FR", "NL", "AR"] });
    did(&odile, at, "publishMinutes", &spring.may, published, &["MinutesPublished"]).await;
    did(&odile, "2023-06-23T09:30:00Z", "closeMeeting", &spring.june, Value::Null, &["MeetingClosed"]).await;
    let query = "query($id: UUID!) { commitment(id: $id) { state owner overdue } }";
    let read = odile.read(query, json!({ "id": spring.commitment })).await;
    assert_eq!(read["commitment"], json!({ "state": "FULFILLED", "owner": spring.bea, "overdue": false }));
}

const PUBLISHED: &str =
    "query($id: UUID!) { meeting(id: $id) { minutesState published { total anonymous languages
    attendees { member } text { fr nl ar en } } } }";

/// Nobody is in the published minutes who did not want it, and no name is in them at all.
async fn what_is_published(world: &World, spring: &Spring) {
    let mona = world.as_("mona");
    let read = mona.read(PUBLISHED, json!({ "id": spring.may })).await["meeting"].clone();
    assert_eq!(read["minutesState"], "PUBLISHED");
    let published = &read["published"];
    assert_eq!((&published["total"], &published["anonymous"]), (&json!(9), &json!(3)));
    assert_eq!(published["languages"], json!(["FR", "NL", "AR"]));
    assert_eq!((&published["text"]["nl"], &published["text"]["en"]), (&json!("Negen mensen."), &Value::Null));
    let attendees = published["attendees"].as_array().unwrap();
    assert_eq!(attendees.len(), 6);
    assert!(
        attendees.iter().all(|known| spring.members.contains(&known["member"].as_str().unwrap().to_owned()))
    );
    for name in ["Fatima-Imaginée", "Pol-Imaginé", "Aya-Imaginée"] {
        assert!(!published.to_string().contains(name), "{name} is in {published}");
    }
    // A name that is taken back leaves the minutes; the person stays counted.
    let back = json!({ "member": spring.members[3], "reason": "NO_LONGER_NAMED" });
    let events = ["AttendanceWithdrawn", "AnonymousAttendanceCounted"];
    let at = "2023-07-01T08:00:00Z";
    did(&world.as_("odile"), at, "withdrawAttendance", &spring.may, back, &events).await;
    let published = mona.read(PUBLISHED, json!({ "id": spring.may })).await["meeting"]["published"].clone();
    assert_eq!((&published["total"], &published["anonymous"]), (&json!(9), &json!(4)));
    assert!(!published.to_string().contains(&spring.members[3]));
    // Bea did not accept version 2 in time.
    let query = "query($id: UUID!) { member(id: $id) { charterLapsed } }";
    let read = world.as_("odile").read(query, json!({ "id": spring.bea })).await;
    assert_eq!(read["member"]["charterLapsed"], true);
}

async fn what_meetings_refuse(world: World) {
    let (odile, meeting) = (world.as_("odile"), new_id());
    let [welcome, starts, ends] = DATES[0];
    let late = plan("2023-04-18T13:45:00+02:00", starts, ends);
    let words = ["après le début", "na het begin", "بعد البداية"];
    refused_in_three_languages(&odile, START, "planMeeting", &meeting, late, ("WELCOME_AFTER_START", words))
        .await;
    assert_eq!(history(&world, "meeting", &meeting).await, Vec::<String>::new());
    did(&odile, START, "planMeeting", &meeting, plan(welcome, starts, ends), &["MeetingPlanned"]).await;
    did(&odile, START, "announceMeeting", &meeting, Value::Null, &["MeetingAnnounced"]).await;
    let silent = json!({ "reason": "NO_INTERPRETER", "message": {} });
    refused(&odile, "2023-04-17T08:00:00Z", "cancelMeeting", &meeting, silent, "MEETING_MESSAGE_MISSING")
        .await;
    let cancelled = json!({ "reason": "NO_INTERPRETER", "message": { "fr": "Pas d'interprète ce mardi." } });
    did(&odile, "2023-04-17T08:00:00Z", "cancelMeeting", &meeting, cancelled, &["MeetingCancelled"]).await;
    let karim = member(&world, "2023-04-17T08:00:00Z", "Karim", None).await;
    let came = json!({ "member": karim, "named": true });
    let words = ["annulée", "afgelast", "أُلغي"];
    let at = "2023-04-18T11:40:00Z";
    refused_in_three_languages(&odile, at, "recordAttendance", &meeting, came, ("MEETING_CANCELLED", words))
        .await;
    let query = "query { meetingRegularity(from: \"2023-04-01\", until: \"2023-04-30\", timeZone: \"Europe/Brussels\") {
        monthsWithMeeting } meetingCounts(by: STATE) { value count } }";
    let read = odile.read(query, json!({})).await;
    assert_eq!(read["meetingRegularity"]["monthsWithMeeting"], 0);
    assert_eq!(read["meetingCounts"], json!([{ "value": "cancelled", "count": 1 }]));
    ends_well(&world).await;
}
