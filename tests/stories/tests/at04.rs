//! AT-04: somebody to go along on Thursday, in Arabic. Karim fits, Bea less, and Yasmine has not
//! accepted the new charter. Variant: Karim declines and nobody else speaks Arabic.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use serde_json::{Value, json};
use stories::tilleuls::{
    Visit, accepts_charter, account, charter, did, ends_well, history, house, member, names, refused,
    refused_in_three_languages, session, waiting,
};
use stories::{World, new_id, on_both_engines};

on_both_engines!("2023-01-10T09:00:00Z":
    karim_goes_along_until_the_goal_is_reached,
    whoever_cannot_be_proposed_is_not,
    karim_declines_and_nobody_else_is_found,
);

const WINTER: &str = "2023-01-10T09:00:00Z";
const MONDAY: [&str; 4] =
    ["2023-07-03T07:00:00Z", "2023-07-03T07:20:00Z", "2023-07-03T08:00:00Z", "2023-07-03T08:10:00Z"];

/// The volunteers, and the woman who wants somebody to go along.
struct Begun {
    karim: String,
    bea: String,
    yasmine: String,
    visit: Visit,
    pairing: String,
}

async fn volunteer(world: &World, name: &str, languages: Value) -> String {
    let (odile, account) = (world.as_("odile"), account(world, &name.to_lowercase()).await);
    let volunteer = member(world, WINTER, name, Some(&account)).await;
    let spoken = json!({ "languages": languages });
    did(&odile, WINTER, "declareLanguages", &volunteer, spoken, &["LanguagesDeclared"]).await;
    did(&odile, WINTER, "offerVolunteering", &volunteer, Value::Null, &["VolunteeringOffered"]).await;
    volunteer
}

fn request(visit: &Visit) -> Value {
    json!({ "case": visit.case, "need": visit.need("NET.ESCORT"), "purpose": "NET.ESCORT", "language": "ara",
        "times": [{ "day": "THURSDAY", "part": "AFTERNOON" }], "topic": "HEA.AMU", "plannedUntil": "2023-12-31" })
}

/// In July: version 2 of the charter has replaced version 1, its grace is over, and Karim goes along
/// with somebody else already.
async fn begun(world: &World) -> Begun {
    let odile = world.as_("odile");
    let skill = |language: &str, level: &str| json!({ "language": language, "level": level });
    let site = house(world, WINTER).await;
    charter(world, WINTER, 1, ["2023-01-01T00:00:00Z", "2023-01-01T00:00:00Z"]).await;
    let karim = volunteer(world, "Karim", json!([skill("ara", "FLUENT"), skill("fra", "NATIVE")])).await;
    let bea = volunteer(world, "Bea", json!([skill("fra", "NATIVE"), skill("nld", "FLUENT")])).await;
    let yasmine = volunteer(world, "Yasmine", json!([skill("ara", "NATIVE")])).await;
    let lived = json!({ "topic": "HEA.AMU", "tellPerson": false });
    did(&world.as_("karim"), WINTER, "shareLivedExperience", &karim, lived, &["LivedExperienceShared"]).await;
    let free = json!({ "halfDays": [{ "day": "THURSDAY", "part": "AFTERNOON" }] });
    did(&world.as_("karim"), WINTER, "declareAvailability", &karim, free, &["AvailabilityDeclared"]).await;
    accepts_charter(world, WINTER, &yasmine, 1).await;

    let spring = "2023-05-26T12:00:00Z";
    charter(world, spring, 2, ["2023-05-26T00:00:00Z", "2023-06-30T00:00:00Z"]).await;
    accepts_charter(world, spring, &karim, 2).await;
    accepts_charter(world, spring, &bea, 2).await;
    world.at("2023-05-26T12:05:00Z").await;
    assert_eq!(waiting(world, "member", &yasmine).await, Some(("MEMBER".into(), "acceptCharter".into())));

    let morning = session(world, &site, MONDAY[0]).await;
    assert_eq!(history(world, "member", &yasmine).await.last().unwrap(), "CharterAcceptanceLapsed");
    let already = asks_for_company(world, &morning).await;
    let held = ["PairingProposed", "PairingPlaceHeld"];
    let with_karim = json!({ "member": karim });
    did(&odile, MONDAY[2], "proposePairing", &already.1, with_karim.clone(), &held).await;
    let (field, accepted) = ("acceptPairingAsVolunteer", ["PairingAcceptedByVolunteer"]);
    did(&world.as_("karim"), MONDAY[2], field, &already.1, with_karim.clone(), &accepted).await;
    let active = ["PairingAcceptedByPerson", "PairingActivated"];
    did(&world.as_("nora"), MONDAY[2], "acceptPairingAsPerson", &already.1, with_karim, &active).await;
    let (visit, pairing) = asks_for_company(world, &morning).await;
    Begun { karim, bea, yasmine, visit, pairing }
}

/// Somebody at the desk wants company on Thursdays; the visit and the pairing that is looked for.
async fn asks_for_company(world: &World, morning: &str) -> (Visit, String) {
    let (nora, visit, pairing) = (world.as_("nora"), Visit::with(&["NET.ESCORT"]), new_id());
    let told = visit.told(morning, "ara");
    did(&nora, MONDAY[1], "recordVisit", &visit.id, told, &["VisitRecorded", "NeedExpressed"]).await;
    let asked = request(&visit);
    did(&nora, MONDAY[2], "requestAccompaniment", &pairing, asked, &["AccompanimentRequested"]).await;
    (visit, pairing)
}

const CANDIDATES: &str =
    "query($id: PairingId!) { pairingCandidates(pairing: $id) { member score scoreVersion
    currentPairings quota reasons { code value } refusal { code message } } }";

/// Karim first, with his reasons; Odile sees what he went through, and Nora does not.
async fn karim_comes_first(world: &World, begun: &Begun) {
    world.at(MONDAY[3]).await;
    let of = |read: &Value| read["pairingCandidates"].as_array().unwrap().clone();
    let candidates = of(&world.as_("odile").read(CANDIDATES, json!({ "id": begun.pairing })).await);
    let members: Vec<&Value> = candidates.iter().map(|candidate| &candidate["member"]).collect();
    assert_eq!(members, [&begun.karim, &begun.bea, &begun.yasmine]);
    let karim = &candidates[0];
    assert_eq!(
        (&karim["score"], &karim["scoreVersion"], &karim["refusal"]),
        (&json!(0.86), &json!(1), &json!(null))
    );
    assert_eq!((&karim["currentPairings"], &karim["quota"]), (&json!(1), &json!(2)));
    let reason = |code: &str, value: &str| json!({ "code": code, "value": value });
    let reasons = [
        reason("SPEAKS_LANGUAGE", "ara"),
        reason("KNOWS_TOPIC", "HEA.AMU"),
        reason("FREE_THURSDAY", "afternoon"),
        reason("HAS_PLACES", "1"),
    ];
    assert_eq!(karim["reasons"], json!(reasons));
    assert_eq!(candidates[1]["refusal"], json!(null));
    assert_eq!(candidates[2]["refusal"]["code"], "CHARTER_NOT_CURRENT");
    let seen = of(&world.as_("nora").read(CANDIDATES, json!({ "id": begun.pairing })).await);
    assert_eq!(seen[0]["reasons"], json!([reasons[0], reasons[2], reasons[3]]));
}

/// What Karim sees of the pairings that are his.
async fn page_of_karim(world: &World, begun: &Begun) -> Value {
    let query = "{ myPairings { nodes { id purpose language need { code } topic reasons { code } volunteerActions } } }";
    let read = world.as_("karim").read(query, json!({})).await;
    let mine = read["myPairings"]["nodes"].as_array().unwrap();
    assert_eq!(mine.len(), 2);
    mine.iter().find(|pairing| pairing["id"] == begun.pairing.as_str()).unwrap().clone()
}

async fn begin(world: &World, begun: &Begun) {
    let (odile, karim, nora) = (world.as_("odile"), world.as_("karim"), world.as_("nora"));
    let member = json!({ "member": begun.karim });
    let events = ["PairingProposed", "PairingPlaceHeld"];
    did(&odile, "2023-07-03T08:20:00Z", "proposePairing", &begun.pairing, member.clone(), &events).await;
    assert_eq!(
        waiting(world, "pairing", &begun.pairing).await,
        Some(("VOLUNTEER".into(), "answerProposal".into()))
    );
    let page = page_of_karim(world, begun).await;
    assert_eq!(page["volunteerActions"], json!(["ACCEPT", "DECLINE"]));
    assert_eq!(
        (&page["purpose"], &page["need"], &page["topic"]),
        (&json!("NET.ESCORT"), &json!(null), &json!(null))
    );
    let field = "acceptPairingAsVolunteer";
    did(
        &karim,
        "2023-07-03T08:30:00Z",
        field,
        &begun.pairing,
        member.clone(),
        &["PairingAcceptedByVolunteer"],
    )
    .await;
    let events = ["PairingAcceptedByPerson", "PairingActivated"];
    did(&nora, "2023-07-03T09:00:00Z", "acceptPairingAsPerson", &begun.pairing, member, &events).await;
    let page = page_of_karim(world, begun).await;
    assert_eq!(page["volunteerActions"], json!(["LOG_CONTACT", "PAUSE", "END"]));
}

async fn karim_goes_along_until_the_goal_is_reached(world: World) {
    let begun = begun(&world).await;
    karim_comes_first(&world, &begun).await;
    begin(&world, &begun).await;
    let (karim, pairing) = (world.as_("karim"), begun.pairing.as_str());
    for (at, made) in
        [("2023-07-06T14:00:00Z", true), ("2023-07-13T14:00:00Z", false), ("2023-07-19T14:00:00Z", false)]
    {
        let contact = json!({ "contactMade": made, "medium": "IN_PERSON", "minutes": 60 });
        did(&karim, at, "logContact", pairing, contact, &["ContactLogged"]).await;
    }
    // Fourteen days after they last met somebody asks whether all is well.
    world.at("2023-07-20T13:59:00Z").await;
    assert_eq!(waiting(&world, "pairing", pairing).await, None);
    world.at("2023-07-20T14:01:00Z").await;
    assert_eq!(
        waiting(&world, "pairing", pairing).await,
        Some(("VOLUNTEER".into(), "sayWhetherAllIsWell".into()))
    );
    let contact = json!({ "contactMade": true, "medium": "PHONE", "minutes": 20 });
    did(&karim, "2023-07-21T09:00:00Z", "logContact", pairing, contact, &["ContactLogged"]).await;

    // Ten days of pause: no flag, and it goes on by itself.
    let pause = json!({ "until": "2023-08-03T09:00:00Z", "reason": "VOLUNTEER_AWAY" });
    did(&karim, "2023-07-24T09:00:00Z", "pausePairing", pairing, pause, &["PairingPaused"]).await;
    world.at("2023-08-03T08:59:00Z").await;
    assert_eq!(history(&world, "pairing", pairing).await.last().unwrap(), "PairingPaused");
    world.at("2023-08-03T09:01:00Z").await;
    assert_eq!(history(&world, "pairing", pairing).await.last().unwrap(), "PairingResumed");
    // Without the pause this would have been the fourteenth day of silence.
    world.at("2023-08-05T09:00:00Z").await;
    ended(&world, &begun).await;
    assert_eq!(
        history(&world, "pairing", pairing).await,
        [
            "AccompanimentRequested",
            "PairingProposed",
            "PairingAcceptedByVolunteer",
            "PairingAcceptedByPerson",
            "PairingActivated",
            "ContactLogged",
            "ContactLogged",
            "ContactLogged",
            "PairingInactivityFlagged",
            "ContactLogged",
            "PairingPaused",
            "PairingResumed",
            "PairingEnded",
            "FeedbackGiven",
            "FeedbackGiven",
            "PairingCompleted",
        ]
    );
    ends_well(&world).await;
}

async fn ended(world: &World, begun: &Begun) {
    let (odile, karim, nora) = (world.as_("odile"), world.as_("karim"), world.as_("nora"));
    let (at, pairing) = ("2023-08-12T09:00:00Z", begun.pairing.as_str());
    let goal = json!({ "member": begun.karim, "by": "BOTH", "reason": "GOAL_REACHED" });
    did(&odile, at, "endPairing", pairing, goal, &["PairingEnded", "PairingPlaceReleased"]).await;
    let told =
        |side: &str| json!({ "side": side, "helped": "YES", "language": "ara", "words": "Merci Karim" });
    let field = "givePairingFeedback";
    did(&nora, "2023-08-12T09:10:00Z", field, pairing, told("PERSON"), &["FeedbackGiven"]).await;
    did(&karim, "2023-08-12T09:20:00Z", field, pairing, told("VOLUNTEER"), &["FeedbackGiven"]).await;
    did(&odile, "2023-08-12T09:30:00Z", "completePairing", pairing, json!({}), &["PairingCompleted"]).await;

    world.at("2023-08-12T09:40:00Z").await;
    let query = "query($id: UUID!, $need: UUID!, $karim: UUID!, $case: CaseId!) {
        pairing(id: $id) { state outcome effectiveDays restedDays endedEarly contactsMade contactsNotMade
            contactMinutes feedback { side words } }
        need(id: $need) { state }
        member(id: $karim) { places livedExperience { topic tellPerson } }
        path(by: { case: $case }) { entries { nodes { event } } } }";
    let variables = json!({ "id": pairing, "need": begun.visit.need_id("NET.ESCORT"), "karim": begun.karim,
        "case": begun.visit.case });
    let denied = nora.send(query, variables.clone()).await;
    assert_eq!(
        denied["errors"][0]["extensions"]["code"], "FORBIDDEN",
        "what he went through is not told to hosts"
    );
    let hers = query.replace(" livedExperience { topic tellPerson }", "");
    let read = nora.read(&hers, variables.clone()).await;
    // Forty days, of which ten were a pause; it ended before its term because the goal was reached.
    assert_eq!(
        read["pairing"],
        json!({ "state": "COMPLETED", "outcome": "POSITIVE", "effectiveDays": 30, "restedDays": 10,
            "endedEarly": true, "contactsMade": 2, "contactsNotMade": 2, "contactMinutes": 80,
            "feedback": [{ "side": "PERSON", "words": "Merci Karim" }, { "side": "VOLUNTEER", "words": "Merci Karim" }] })
    );
    assert_eq!(read["need"]["state"], "MET");
    assert_eq!(read["member"]["places"].as_array().unwrap().len(), 1, "he has his place back");
    let events = names(&read["path"]["entries"]["nodes"]);
    assert_eq!(events[..4], ["VisitRecorded", "NeedExpressed", "AccompanimentRequested", "NeedOriented"]);
    assert_eq!(events.last().unwrap(), "NeedSettled");
    let read = odile.read(query, variables).await;
    assert_eq!(read["member"]["livedExperience"], json!([{ "topic": "HEA.AMU", "tellPerson": false }]));
}

async fn whoever_cannot_be_proposed_is_not(world: World) {
    let begun = begun(&world).await;
    let (odile, at) = (world.as_("odile"), "2023-07-03T08:20:00Z");
    let yasmine = json!({ "member": begun.yasmine });
    let words = ["vaut maintenant", "nu geldt versie", "من الميثاق"];
    refused_in_three_languages(
        &odile,
        at,
        "proposePairing",
        &begun.pairing,
        yasmine,
        ("CHARTER_NOT_CURRENT", words),
    )
    .await;

    // Karim takes on two; the second is proposed, so there is no third.
    let karim = json!({ "member": begun.karim });
    let events = ["PairingProposed", "PairingPlaceHeld"];
    did(&odile, at, "proposePairing", &begun.pairing, karim.clone(), &events).await;
    let third = new_id();
    let field = "requestAccompaniment";
    did(&world.as_("nora"), at, field, &third, request(&begun.visit), &["AccompanimentRequested"]).await;
    let message = refused(&odile, at, "proposePairing", &third, karim.clone(), "QUOTA_REACHED").await;
    assert!(message.contains("binômes"), "{message}");

    // Bea also comes for help, under a pseudonym: she is not paired with herself.
    let (alias, own) = (new_id(), new_id());
    did(&odile, at, "linkAlias", &begun.bea, json!({ "person": alias }), &["MemberAliasLinked"]).await;
    let mut asked = request(&begun.visit);
    asked["person"] = json!(alias);
    did(&world.as_("nora"), at, field, &own, asked, &["AccompanimentRequested"]).await;
    refused(&odile, at, "proposePairing", &own, json!({ "member": begun.bea }), "SAME_ALIAS").await;
    // Once Yasmine has accepted what counts now, nothing stands against her.
    let accepted = json!({ "version": 2, "language": "ara", "mode": "INTERPRETED" });
    did(&world.as_("yasmine"), at, "acceptCharter", &begun.yasmine, accepted, &["CharterAccepted"]).await;
    did(&odile, at, "proposePairing", &own, json!({ "member": begun.yasmine }), &events).await;
    world.at("2023-07-03T08:30:00Z").await;
    ends_well(&world).await;
}

async fn karim_declines_and_nobody_else_is_found(world: World) {
    let begun = begun(&world).await;
    let (odile, karim, pairing) = (world.as_("odile"), world.as_("karim"), begun.pairing.as_str());
    let member = json!({ "member": begun.karim });
    let events = ["PairingProposed", "PairingPlaceHeld"];
    did(&odile, "2023-07-03T08:20:00Z", "proposePairing", pairing, member.clone(), &events).await;
    let mut no = json!({ "member": begun.karim, "side": "VOLUNTEER" });
    let at = "2023-07-04T08:00:00Z";
    refused(&karim, at, "declinePairing", pairing, no.clone(), "DECLINE_REASON_NEEDED").await;
    no["reason"] = json!("NO_TIME");
    did(&karim, at, "declinePairing", pairing, no, &["PairingDeclined", "PairingPlaceReleased"]).await;
    refused(&odile, at, "proposePairing", pairing, member, "EXCLUDED_AFTER_DECLINE").await;

    // After thirty days without anybody the platform says so, and calls for volunteers.
    world.at("2023-08-03T07:59:00Z").await;
    assert_eq!(
        waiting(&world, "pairing", pairing).await,
        Some(("COORDINATOR".into(), "proposeVolunteer".into()))
    );
    world.at("2023-08-03T08:01:00Z").await;
    let query = "query($id: UUID!) { pairing(id: $id) { state recruitmentCall { code language text
        halfDays { day part } } declines { side reason } } }";
    let read = odile.read(query, json!({ "id": pairing })).await["pairing"].clone();
    assert_eq!((&read["state"], &read["declines"][0]["reason"]), (&json!("UNMATCHED"), &json!("NO_TIME")));
    let call = &read["recruitmentCall"];
    assert_eq!((&call["code"], &call["language"]), (&json!("RECRUITMENT_CALL"), &json!("ara")));
    assert_eq!(call["halfDays"], json!([{ "day": "THURSDAY", "part": "AFTERNOON" }]));
    for (language, words) in [
        ("en", ["Arabic", "Thursday"]),
        ("fr-BE", ["arabe", "jeudi"]),
        ("nl", ["Arabisch", "donderdag"]),
        ("ar", ["العربية", "الخميس"]),
    ] {
        let read = odile.clone().in_(language).read(query, json!({ "id": pairing })).await;
        let text = read["pairing"]["recruitmentCall"]["text"].as_str().unwrap();
        assert!(words.iter().all(|word| text.contains(word)), "{language}: {text}");
    }
    assert_eq!(history(&world, "pairing", pairing).await.last().unwrap(), "NoMatchFound");
    ends_well(&world).await;
}
