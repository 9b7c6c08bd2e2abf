//! AT-03: the medical card. A partner says no, the person is re-oriented, the second partner says
//! yes, and both the partner and the person tell that it helped. Variant 03b: nobody answers.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod begun;
mod variants;

use begun::{Begun, begun, consent, sent};
use serde_json::{Value, json};
use stories::tilleuls::{
    counted, counts, did, ends_well, history, names, refused, refused_in_three_languages, reoriented, waiting,
};
use stories::{World, new_id, on_both_engines};
use variants::{a_late_yes_on_a_superseded_referral_is_refused, nobody_answers_and_it_expires};

on_both_engines!("2023-06-05T06:50:00Z":
    a_no_a_re_orientation_a_yes_and_help,
    a_late_yes_on_a_superseded_referral_is_refused,
    nobody_answers_and_it_expires,
);

async fn a_no_a_re_orientation_a_yes_and_help(world: World) {
    let begun = begun(&world).await;
    let first = sent(&world, &begun).await;
    declined(&world, &begun, &first).await;
    let second = accepted(&world, &begun, &first).await;
    helped(&world, &begun, [&first, &second]).await;
    one_timeline(&world, &begun, [&first, &second]).await;
    what_was_known_then(&world, &begun, &second).await;
    ends_well(&world).await;
}

async fn declined(world: &World, begun: &Begun, first: &str) {
    let (partner, link) = (world.answerer(first), json!({ "linkVersion": 1 }));
    let (at, no) = ("2023-06-06T08:00:00Z", json!({ "linkVersion": 1, "reason": "OUT_OF_AREA" }));
    assert_eq!(waiting(world, "referral", first).await, Some(("PARTNER".into(), "answerReferral".into())));

    // Whoever looks at an address changes nothing.
    let (status, _) =
        world.get(&format!("/graphql?query=mutation{{declineReferral(id:%22{first}%22)}}")).await;
    assert_eq!(status, 405);
    assert_eq!(history(world, "referral", first).await.len(), 3);

    did(&partner, at, "receiveReferral", first, link.clone(), &["ReferralReceived"]).await;
    did(&partner, at, "declineReferral", first, no, &["ReferralDeclined"]).await;
    let yes = json!({ "linkVersion": 1, "contactWay": "PERSON_WALKS_IN" });
    let words = ["close : le partenaire a dit non", "afgesloten: de partner heeft geweigerd", "رفضها الشريك"];
    let late = "2023-06-07T08:00:00Z";
    refused_in_three_languages(&partner, late, "acceptReferral", first, yes, ("REFERRAL_CLOSED", words))
        .await;

    // The desk that sent it is told, and the sheet is doubted because of its residence rule.
    assert_eq!(waiting(world, "referral", first).await, Some(("HOST".into(), "reorientPerson".into())));
    let query = "query($id: UUID!) { service(id: $id) { flags { reason referral } } }";
    let read = world.as_("odile").read(query, json!({ "id": begun.card })).await;
    assert_eq!(read["service"]["flags"], json!([{ "reason": "RESIDENCE_RULE", "referral": first }]));
    let doubted = Some(("COORDINATOR".into(), "reviewServiceSheet".into()));
    assert_eq!(waiting(world, "service", &begun.card).await, doubted);
    let query = "query($id: UUID!) { referral(id: $id) { state sentAt firstAnswerAt due } }";
    let read = world.as_("samir").read(query, json!({ "id": first })).await;
    assert_eq!(
        read["referral"],
        json!({ "state": "DECLINED", "sentAt": "2023-06-05T08:00:00+00:00",
            "firstAnswerAt": "2023-06-06T08:00:00+00:00", "due": null })
    );
}

/// On Thursday she comes back with her code: Nora sends her to Maison médicale du Canal, where
/// one walks in, for the certificate that CPAS-Autre will want, and writes to CPAS-Autre.
async fn accepted(world: &World, begun: &Begun, first: &str) -> String {
    let (nora, second) = (world.as_("nora"), new_id());
    let partner = world.answerer(&second);
    let drafted = ["ReferralDrafted"];
    reoriented(&nora, "2023-06-08T12:10:00Z", first, &second, begun.to_cpas_autre(), &drafted).await;
    did(&nora, "2023-06-08T12:15:00Z", "recordReferralConsent", &second, consent(), &["ConsentRecorded"])
        .await;
    let by_link = json!({ "channel": "LINK" });
    did(&nora, "2023-06-08T12:20:00Z", "sendReferral", &second, by_link, &["ReferralSent"]).await;
    assert_eq!(waiting(world, "referral", first).await, None, "another referral goes on from it");

    let link = json!({ "linkVersion": 1 });
    let friday = ["2023-06-09T08:00:00Z", "2023-06-09T08:05:00Z", "2023-06-09T08:10:00Z"];
    did(&partner, friday[0], "receiveReferral", &second, link.clone(), &["ReferralReceived"]).await;
    did(&partner, friday[1], "putReferralUnderReview", &second, link, &["ReferralPutUnderReview"]).await;
    let certificate =
        json!({ "linkVersion": 1, "what": "MISSING_DOCUMENT", "note": "Le certificat médical" });
    did(&partner, friday[2], "requestPersonAction", &second, certificate, &["PersonActionRequested"]).await;
    // The clock stands still while she brings it: nobody is reminded over the weekend.
    world.at("2023-06-12T07:59:00Z").await;
    assert_eq!(
        waiting(world, "referral", &second).await,
        Some(("PERSON".into(), "completePersonAction".into()))
    );
    let brought = "2023-06-12T08:00:00Z";
    did(&nora, brought, "completePersonAction", &second, Value::Null, &["PersonActionCompleted"]).await;
    let yes = json!({ "linkVersion": 1, "contactWay": "PERSON_WALKS_IN" });
    did(&partner, "2023-06-12T09:00:00Z", "acceptReferral", &second, yes, &["ReferralAccepted"]).await;
    second
}

async fn helped(world: &World, begun: &Begun, [first, second]: [&str; 2]) {
    let (nora, partner, karim) = (world.as_("nora"), world.answerer(second), world.as_("karim"));
    let with_karim = new_id();
    let appointment = json!({ "startsAt": "2023-06-15T08:00:00Z", "place": "Guichet 4", "language": "ara",
        "languageMode": "VOLUNTEER", "pairing": with_karim, "linkVersion": 1 });
    let field = "scheduleReferralAppointment";
    did(&partner, "2023-06-12T09:10:00Z", field, second, appointment, &["AppointmentScheduled"]).await;
    // Two days before, she is reminded.
    world.at("2023-06-13T08:01:00Z").await;
    assert_eq!(history(world, "referral", second).await.last().unwrap(), "ReminderSent");
    let seen = json!({ "source": "VOLUNTEER" });
    did(&karim, "2023-06-15T09:00:00Z", "recordPersonAttended", second, seen, &["PersonAttended"]).await;
    let told = |voice: &str| json!({ "voice": voice, "outcome": "GOT_HELP" });
    let others = told("PERSON");
    let field = "reportReferralOutcome";
    refused(&partner, "2023-06-30T07:59:00Z", field, second, others, "REFERRAL_VOICE_OF_OTHERS").await;
    did(&partner, "2023-06-30T08:00:00Z", field, second, told("PARTNER"), &["OutcomeReported"]).await;
    assert_eq!(waiting(world, "referral", second).await, Some(("HOST".into(), "askPersonOutcome".into())));
    did(&nora, "2023-07-03T08:00:00Z", field, second, told("PERSON"), &["OutcomeReported"]).await;
    did(&nora, "2023-07-03T08:05:00Z", "closeReferral", second, json!({}), &["ReferralClosed"]).await;

    world.at("2023-07-03T08:10:00Z").await;
    let query = "query($f: UUID!, $s: UUID!, $need: UUID!) {
        first: referral(id: $f) { state resumedBy declines { reason at } }
        second: referral(id: $s) { state outcome resumes contradiction remindedAt appointment { pairing }
            outcomes { partner { outcome at } person { outcome at } host { at } } }
        need(id: $need) { state orientations { towards id outcome } }
        declined: referralCounts(by: DECLINE_REASON) { value count }
        outcomes: referralCounts(by: OUTCOME) { value count } }";
    let variables = json!({ "f": first, "s": second, "need": begun.visit.need_id("HEA.AMU") });
    let read = nora.read(query, variables).await;
    let declined = json!([{ "reason": "OUT_OF_AREA", "at": "2023-06-06T08:00:00+00:00" }]);
    assert_eq!(read["first"], json!({ "state": "DECLINED", "resumedBy": [second], "declines": declined }));
    let told = |at: &str| json!({ "outcome": "GOT_HELP", "at": at });
    // Help took 28 days, from the visit on 5 June to what the person says on 3 July.
    assert_eq!(
        read["second"]["outcomes"],
        json!({ "partner": told("2023-06-30T08:00:00+00:00"), "person": told("2023-07-03T08:00:00+00:00"),
            "host": null })
    );
    assert_eq!(
        (&read["second"]["state"], &read["second"]["outcome"], &read["second"]["resumes"]),
        (&json!("CLOSED"), &json!("GOT_HELP"), &json!(first))
    );
    assert_eq!(
        (&read["second"]["contradiction"], &read["second"]["remindedAt"]),
        (&json!(false), &json!(null))
    );
    assert_eq!(read["second"]["appointment"]["pairing"], json!(with_karim));
    assert_eq!(
        read["need"],
        json!({ "state": "MET", "orientations": [
            { "towards": "REFERRAL", "id": first, "outcome": null },
            { "towards": "REFERRAL", "id": second, "outcome": "MET" },
        ] })
    );
    assert_eq!(counts(&read["declined"]), counted(&[("", 1), ("outOfArea", 1)]));
    assert_eq!(counts(&read["outcomes"]), counted(&[("", 1), ("gotHelp", 1)]));
}

const FIRST: [&str; 10] = [
    "VisitRecorded",
    "NeedExpressed",
    "NeedExpressed",
    "NeedAnsweredDirectly",
    "ReturnCodeIssued",
    "ReferralDrafted",
    "NeedOriented",
    "ConsentRecorded",
    "ReferralSent",
    "ReferralReceived",
];

async fn one_timeline(world: &World, begun: &Begun, [first, second]: [&str; 2]) {
    let mut expected: Vec<&str> = FIRST.to_vec();
    expected.extend([
        "ReferralDeclined",
        "ReferralDrafted",
        "NeedOriented",
        "ConsentRecorded",
        "ReferralSent",
        "ReferralReceived",
        "ReferralPutUnderReview",
        "PersonActionRequested",
        "PersonActionCompleted",
        "ReferralAccepted",
        "AppointmentScheduled",
        "ReminderSent",
        "PersonAttended",
        "OutcomeReported",
        "OutcomeReported",
        "ReferralClosed",
        "NeedSettled",
    ]);
    let query = "query($by: PathBy!) { path(by: $by, first: 100) { cases objects { object { kind id } state }
        entries { nodes { event object { id } from to reason } } } }";
    let nora = world.as_("nora");
    let by_code = nora.read(query, json!({ "by": { "returnCode": begun.code } })).await["path"].clone();
    let by_case = nora.read(query, json!({ "by": { "case": begun.visit.case } })).await["path"].clone();
    assert_eq!(by_code, by_case);
    assert_eq!(by_code["cases"], json!([begun.visit.case]));
    let entries = &by_code["entries"]["nodes"];
    assert_eq!(names(entries), expected);
    let object =
        |kind: &str, id: &str, state: &str| json!({ "object": { "kind": kind, "id": id }, "state": state });
    assert_eq!(
        by_code["objects"],
        json!([
            object("visit", &begun.visit.id, "recorded"),
            object("need", begun.visit.need_id("HEA.AMU"), "met"),
            object("need", begun.visit.need_id("PSY.LISTEN"), "answeredDirectly"),
            object("referral", first, "declined"),
            object("referral", second, "closed"),
        ])
    );
    let of = |id: &str, event: &str| {
        let entries = entries.as_array().unwrap();
        entries.iter().find(|entry| entry["object"]["id"] == id && entry["event"] == event).unwrap().clone()
    };
    let no = of(first, "ReferralDeclined");
    assert_eq!(
        (&no["from"], &no["to"], &no["reason"]),
        (&json!("received"), &json!("declined"), &json!("outOfArea"))
    );
    let asked = of(second, "PersonActionRequested");
    assert_eq!((&asked["from"], &asked["reason"]), (&json!("underReview"), &json!("missingDocument")));
}

/// The same path as it was known on Wednesday, before she came back.
async fn what_was_known_then(world: &World, begun: &Begun, second: &str) {
    let query = "query($code: ReturnCode!, $then: AsOf!, $need: UUID!, $second: UUID!) {
        path(by: { returnCode: $code }, first: 100, asOf: $then) { objects { object { kind } state }
            entries { nodes { event } } }
        need(id: $need, asOf: $then) { state }
        referral(id: $second, asOf: $then) { id }
        counts: referralCounts(by: STATE, asOf: $then) { value count } }";
    let then = |instant: &str| {
        json!({ "code": begun.code, "then": { "instant": instant }, "second": second,
            "need": begun.visit.need_id("HEA.AMU") })
    };
    let nora = world.as_("nora");
    let wednesday = nora.read(query, then("2023-06-07T12:00:00Z")).await;
    let mut expected: Vec<&str> = FIRST.to_vec();
    expected.push("ReferralDeclined");
    assert_eq!(names(&wednesday["path"]["entries"]["nodes"]), expected);
    assert_eq!(
        wednesday["path"]["objects"][3],
        json!({ "object": { "kind": "referral" }, "state": "declined" })
    );
    assert_eq!(wednesday["need"]["state"], "ORIENTED");
    assert_eq!(wednesday["referral"], Value::Null);
    assert_eq!(counts(&wednesday["counts"]), counted(&[("declined", 1)]));
    let monday = nora.read(query, then("2023-06-05T07:35:00Z")).await;
    assert_eq!(names(&monday["path"]["entries"]["nodes"]), FIRST[..5]);
    let before = nora.read(query, then("2023-06-05T07:00:00Z")).await;
    assert_eq!(before["path"], Value::Null);
}
