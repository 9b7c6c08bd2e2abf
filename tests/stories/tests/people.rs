//! People: known as far as they want, shared as far as they agree, found twice and merged, not
//! contacted, read with a purpose, and not betrayed by a note.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use serde_json::{Value, json};
use stories::tilleuls::{
    Visit, account, did, ends_well, exported, files_with, history, holds, house, partner, refused,
    refused_in_three_languages, session, waiting,
};
use stories::{World, new_id, on_both_engines};

on_both_engines!("2023-06-05T06:50:00Z":
    the_ladder_is_climbed_and_descended,
    a_withdrawn_consent_stops_an_open_referral,
    an_override_needs_a_second_reader_in_time,
    two_files_of_one_person_are_merged_and_parted_again,
    nobody_contacts_who_does_not_want_it,
    reading_who_somebody_is_is_listed,
    a_note_that_betrays_somebody_is_held_back,
);

const SEVEN: &str = "2023-06-05T07:00:00Z";

/// A file with nothing in it.
async fn file(world: &World, at: &str) -> String {
    let person = new_id();
    did(&world.as_("nora"), at, "openPerson", &person, Value::Null, &["PersonFileOpened"]).await;
    person
}

/// What everybody at the desk may read of a person.
async fn seen(world: &World, person: &str, fields: &str) -> Value {
    let query = format!("query($id: UUID!) {{ person(id: $id) {{ {fields} }} }}");
    world.as_("odile").read(&query, json!({ "id": person })).await["person"].clone()
}

/// Odile says for what she reads who somebody is.
async fn reveal(world: &World, at: &str, kind: &str, id: &str) {
    let ask = json!({ "object": { "kind": kind, "id": id }, "purpose": "RECEPTION" });
    did(&world.as_("odile"), at, "revealIdentity", &new_id(), ask, &["IdentityRevealed"]).await;
}

/// A host is not even let through to the rules.
async fn forbidden(world: &World, field: &str, id: &str, input_type: &str, input: Value) {
    let query = format!(
        "mutation($command: CommandId!, $input: {input_type}) {{ {field}(commandId: $command, id: \"{id}\", \
         input: $input) {{ __typename }} }}"
    );
    let asked = json!({ "command": new_id(), "input": input });
    let answer = world.as_("nora").send(&query, asked).await;
    assert_eq!(answer["errors"][0]["extensions"]["code"], "FORBIDDEN", "{answer:#}");
}

async fn the_ladder_is_climbed_and_descended(world: World) {
    let (nora, person) = (world.as_("nora"), file(&world, SEVEN).await);
    let rung = async || seen(&world, &person, "identity").await["identity"].clone();
    assert_eq!(rung().await, "ANONYMOUS");
    // Nothing requires a higher rung: a telephone comes before any name.
    let number = json!({ "contact": new_id(), "kind": "TELEPHONE", "words": "0470 00 00 77",
        "safeHours": [{ "day": "MONDAY", "from": "09:00:00", "until": "12:00:00" }] });
    did(&nora, SEVEN, "givePersonContact", &person, number, &["ContactGiven"]).await;
    let code = json!({ "code": "K7W-XPQR" });
    did(&nora, SEVEN, "knowPersonByCode", &person, code, &["PersonKnownByCode"]).await;
    assert_eq!(rung().await, "RETURN_CODE");
    let called = json!({ "pseudonym": "Madame Violette-Inventée" });
    did(&nora, SEVEN, "takePseudonym", &person, called, &["PseudonymTaken"]).await;
    assert_eq!(rung().await, "PSEUDONYM");
    let name = json!({ "name": "Zohra Imaginaire" });
    did(&nora, SEVEN, "givePersonName", &person, name, &["NameGiven"]).await;
    assert_eq!(rung().await, "NAMED");

    // She is found by a part of her name however it is spelled, and by her number.
    let found = "query($words: Text!) { findPersons(words: $words) }";
    for words in ["zohra IMAGINAIRE", "imaginaire", "+32 470 00 00 77", "violette"] {
        let read = nora.read(found, json!({ "words": words })).await;
        assert_eq!(read["findPersons"], json!([person]), "{words}");
    }
    let elsewhere = world.of("nora", "quebec").read(found, json!({ "words": "imaginaire" })).await;
    assert_eq!(elsewhere["findPersons"], json!([]), "another network finds nobody");

    // She takes it all back, step by step, and is found no more.
    did(&nora, SEVEN, "withdrawPersonName", &person, Value::Null, &["NameWithdrawn"]).await;
    assert_eq!(rung().await, "PSEUDONYM");
    let read = nora.read(found, json!({ "words": "imaginaire" })).await;
    assert_eq!(read["findPersons"], json!([]), "a name taken back finds nobody");
    did(&nora, SEVEN, "withdrawPseudonym", &person, Value::Null, &["PseudonymWithdrawn"]).await;
    assert_eq!(rung().await, "RETURN_CODE");
    did(&nora, SEVEN, "forgetPersonCode", &person, Value::Null, &["PersonCodeForgotten"]).await;
    assert_eq!(rung().await, "ANONYMOUS");

    // And nothing that is stored holds her words, though it holds what nobody hides.
    let journal = exported(&world).await;
    assert!(holds(&journal, "PersonKnownByCode"), "what is searched can be found");
    for private in ["Imaginaire", "Violette", "0470 00 00 77"] {
        assert!(!holds(&journal, private), "{private} is in the journal");
        assert_eq!(files_with(&world.data, private), Vec::<std::path::PathBuf>::new(), "{private}");
    }
    ends_well(&world).await;
}

/// A referral of a person to a partner, on its way.
async fn on_its_way(world: &World, at: &str, person: &str, visit: &Visit, partner: &str) -> String {
    let (nora, referral) = (world.as_("nora"), new_id());
    let draft = json!({ "case": visit.case, "person": person, "needs": [visit.need("HEA.AMU")],
        "target": { "partner": { "partner": partner, "name": { "fr": "Partenaire" } } }, "priority": "NORMAL", "identity": "ANONYMOUS",
        "contact": "IN_PERSON" });
    did(&nora, at, "draftReferral", &referral, draft, &["ReferralDrafted"]).await;
    let consent = json!({ "scope": ["NEED"], "mode": "ORAL", "language": "fra", "languageMode": "DIRECT" });
    did(&nora, at, "recordReferralConsent", &referral, consent, &["ConsentRecorded"]).await;
    did(&nora, at, "sendReferral", &referral, json!({ "channel": "LINK" }), &["ReferralSent"]).await;
    referral
}

fn agreed(consent: &str, partner: &str) -> Value {
    json!({ "consent": consent, "scope": ["NEED"], "with": { "kind": "PARTNER", "partner": partner },
        "mode": "SIGN_LANGUAGE", "language": "sfb", "languageMode": "INTERPRETER" })
}

async fn a_withdrawn_consent_stops_an_open_referral(world: World) {
    let site = house(&world, "2023-06-05T06:50:00Z").await;
    let morning = session(&world, &site, SEVEN).await;
    let (nora, visit) = (world.as_("nora"), Visit::with(&["HEA.AMU"]));
    let told = visit.told(&morning, "fra");
    did(&nora, SEVEN, "recordVisit", &visit.id, told, &["VisitRecorded", "NeedExpressed"]).await;
    let person = file(&world, SEVEN).await;
    let one = partner(&world, "Maison médicale du Canal", SEVEN).await;
    let other = partner(&world, "CPAS-Autre", SEVEN).await;
    let (first, second) = (new_id(), new_id());
    for (consent, with) in [(&first, &one), (&second, &other)] {
        let given = agreed(consent, with);
        did(&nora, SEVEN, "giveSharingConsent", &person, given, &["SharingConsentGiven"]).await;
    }
    let stopped = on_its_way(&world, "2023-06-05T07:10:00Z", &person, &visit, &one).await;
    let goes_on = on_its_way(&world, "2023-06-05T07:10:00Z", &person, &visit, &other).await;

    let no_more = json!({ "consent": first, "mode": "SIGN_LANGUAGE", "language": "sfb" });
    let at = "2023-06-06T08:00:00Z";
    did(&nora, at, "withdrawSharingConsent", &person, no_more, &["SharingConsentWithdrawn"]).await;
    world.at("2023-06-06T08:01:00Z").await;
    let told = history(&world, "referral", &stopped).await;
    assert_eq!(told[3..], ["ConsentWithdrawn", "ReferralLinkRevoked", "ReferralRecalled"]);
    let query = "query($id: UUID!) { referral(id: $id) { state recallReason } }";
    let read = nora.read(query, json!({ "id": stopped })).await;
    assert_eq!(read["referral"], json!({ "state": "RECALLED", "recallReason": "CONSENT_WITHDRAWN" }));
    assert_eq!(history(&world, "referral", &goes_on).await.len(), 3, "what she agreed to elsewhere goes on");
    ends_well(&world).await;
}

async fn an_override_needs_a_second_reader_in_time(world: World) {
    let (nora, odile, person) = (world.as_("nora"), world.as_("odile"), file(&world, SEVEN).await);
    let (read, unread) = (new_id(), new_id());
    for consent in [&read, &unread] {
        let ask = json!({ "consent": consent, "scope": ["NEED"], "with": { "kind": "ANY_PARTNER" },
            "reason": "DANGER_TO_LIFE" });
        did(&nora, SEVEN, "overrideSharingConsent", &person, ask, &["SharingOverrideAsked"]).await;
    }
    let wanted = Some(("COORDINATOR".into(), "confirmSharingOverride".into()));
    assert_eq!(waiting(&world, "person", &person).await, wanted);
    let confirm = json!({ "consent": read });
    let at = "2023-06-06T08:00:00Z";
    did(&odile, at, "confirmSharingOverride", &person, confirm, &["SharingConsentOverridden"]).await;
    // Three days later nobody has read the other one.
    world.at("2023-06-08T07:00:01Z").await;
    let told = history(&world, "person", &person).await;
    assert_eq!(told.last().unwrap(), "SharingOverrideLapsed");
    let late = json!({ "consent": unread });
    let at = "2023-06-08T08:00:00Z";
    refused(&odile, at, "confirmSharingOverride", &person, late, "SHARING_CONSENT_ENDED").await;
    let consents = seen(&world, &person, "consents { state overridden { secondReader } }").await;
    let reader = account(&world, "odile").await;
    assert_eq!(
        consents["consents"],
        json!([
            { "state": "OVERRIDDEN", "overridden": { "secondReader": reader } },
            { "state": "OVERRIDE_LAPSED", "overridden": { "secondReader": null } },
        ])
    );
    ends_well(&world).await;
}

async fn two_files_of_one_person_are_merged_and_parted_again(world: World) {
    let site = house(&world, "2023-06-05T06:50:00Z").await;
    let morning = session(&world, &site, SEVEN).await;
    let (nora, odile) = (world.as_("nora"), world.as_("odile"));
    let mut files = Vec::new();
    for number in ["+32 470 00 00 78", "0470/00.00.78"] {
        let (person, visit) = (file(&world, SEVEN).await, Visit::with(&["HEA.AMU"]));
        let contact = json!({ "contact": new_id(), "kind": "TELEPHONE", "words": number });
        did(&nora, SEVEN, "givePersonContact", &person, contact, &["ContactGiven"]).await;
        let told = visit.told(&morning, "fra");
        did(&nora, SEVEN, "recordVisit", &visit.id, told, &["VisitRecorded", "NeedExpressed"]).await;
        let attributed = json!({ "person": person, "identity": "PSEUDONYM", "consentMode": "ORAL",
            "consentLanguage": "fra" });
        did(&nora, SEVEN, "attributeVisit", &visit.id, attributed, &["VisitAttributed"]).await;
        files.push(person);
    }
    let (main, alias) = (&files[0], &files[1]);

    // The platform shows why, and merges nothing by itself.
    let query = "query($of: PersonId!) { duplicatesOf(person: $of) { person reasons } }";
    let read = odile.read(query, json!({ "of": main })).await;
    assert_eq!(read["duplicatesOf"], json!([{ "person": alias, "reasons": ["SAME_TELEPHONE"] }]));

    let everything = "state identity aliasOf aliases activeAt doNotContact parts";
    let before = [seen(&world, main, everything).await, seen(&world, alias, everything).await];
    let merge = json!({ "into": main, "reasons": ["SAME_TELEPHONE"] });
    forbidden(&world, "mergePersons", alias, "MergePersonsInput!", merge.clone()).await;
    let at = "2023-06-05T08:00:00Z";
    did(&odile, at, "mergePersons", alias, merge, &["PersonsMerged", "AliasTaken"]).await;
    let visits = async |person: &str| {
        let query = "query($by: PathBy!) { path(by: $by) { objects { object { kind } } } }";
        let read = odile.read(query, json!({ "by": { "person": person } })).await;
        let objects = read["path"]["objects"].as_array().unwrap().clone();
        objects.iter().filter(|line| line["object"]["kind"] == "visit").count()
    };
    assert_eq!((visits(main).await, visits(alias).await), (2, 2), "one path, from either file");
    let words = ["alias", "alias", "اسم آخر"];
    let to_alias = json!({ "reason": "SAFETY" });
    let code = ("PERSON_IS_ALIAS", words);
    refused_in_three_languages(&nora, at, "setDoNotContact", alias, to_alias, code).await;

    let undo = json!({ "of": main });
    did(&odile, at, "undoMerge", alias, undo, &["MergeUndone", "AliasReleased"]).await;
    assert_eq!([seen(&world, main, everything).await, seen(&world, alias, everything).await], before);
    assert_eq!((visits(main).await, visits(alias).await), (1, 1), "two paths again");
    ends_well(&world).await;
}

async fn nobody_contacts_who_does_not_want_it(world: World) {
    let (nora, odile, person) = (world.as_("nora"), world.as_("odile"), file(&world, SEVEN).await);
    let unsaid = json!({ "reason": "OTHER" });
    refused(&nora, SEVEN, "setDoNotContact", &person, unsaid, "PERSON_REASON_MISSING").await;
    let danger = json!({ "reason": "SAFETY" });
    did(&nora, SEVEN, "setDoNotContact", &person, danger, &["DoNotContactSet"]).await;
    let query = "{ persons(filter: { doNotContact: [true] }, first: 5) { totalCount nodes { id } } }";
    let read = odile.read(query, json!({})).await;
    assert_eq!(read["persons"], json!({ "totalCount": 1, "nodes": [{ "id": person }] }));
    let lifted = json!({ "reason": "DANGER_OVER" });
    did(&nora, SEVEN, "allowPersonContact", &person, lifted, &["DoNotContactLifted"]).await;
    assert_eq!(odile.read(query, json!({})).await["persons"]["totalCount"], 0);

    // A need can be kept from leaving as well, for everybody.
    let why = json!({ "reason": "SAFETY" });
    let need = "HEA.AMU";
    forbidden(&world, "suppressNeedContact", need, "SuppressNeedContactInput!", why.clone()).await;
    did(&odile, SEVEN, "suppressNeedContact", need, why, &["NeedContactSuppressed"]).await;
    let read = nora.read("{ contactRules { code suppressed reason } }", json!({})).await;
    assert_eq!(read["contactRules"], json!([{ "code": need, "suppressed": true, "reason": "SAFETY" }]));
    ends_well(&world).await;
}

async fn reading_who_somebody_is_is_listed(world: World) {
    let (nora, odile, person) = (world.as_("nora"), world.as_("odile"), file(&world, SEVEN).await);
    let name = json!({ "name": "Zohra Imaginaire" });
    did(&nora, SEVEN, "givePersonName", &person, name, &["NameGiven"]).await;
    let session = json!({ "object": { "kind": "session", "id": person }, "purpose": "RECEPTION" });
    let code = "DISCLOSURE_KIND_UNKNOWN";
    refused(&odile, SEVEN, "revealIdentity", &new_id(), session, code).await;
    reveal(&world, SEVEN, "person", &person).await;
    assert_eq!(seen(&world, &person, "name").await["name"], "Zohra Imaginaire");

    // She asks who has read who she is, and is given the list.
    let asked = json!({ "request": new_id(), "kind": "READ" });
    did(&nora, SEVEN, "askDataRequest", &person, asked, &["DataRequestMade"]).await;
    let query = "query($of: [PersonId!]) { disclosures(filter: { person: $of }, first: 5) {
        nodes { actor purpose at until object { kind id } } } }";
    let read = odile.read(query, json!({ "of": [person] })).await;
    let lines = read["disclosures"]["nodes"].as_array().unwrap();
    assert_eq!(lines.len(), 1, "{read}");
    assert_eq!(lines[0]["actor"], account(&world, "odile").await);
    assert_eq!((&lines[0]["purpose"], &lines[0]["object"]["kind"]), (&json!("RECEPTION"), &json!("person")));
    let minutes = |name: &str| lines[0][name].as_str().unwrap()[14..16].parse::<u32>().unwrap();
    assert_eq!((minutes("until") + 60 - minutes("at")) % 60, 15);
    ends_well(&world).await;
}

async fn a_note_that_betrays_somebody_is_held_back(world: World) {
    let site = house(&world, "2023-06-05T06:50:00Z").await;
    let morning = session(&world, &site, SEVEN).await;
    let (nora, visit) = (world.as_("nora"), Visit::with(&["HEA.AMU"]));
    let told = visit.told(&morning, "fra");
    did(&nora, SEVEN, "recordVisit", &visit.id, told, &["VisitRecorded", "NeedExpressed"]).await;
    let words = "Joindre sa sœur au ٠٤٧٠ ٠٠ ٠٠ ٧٩, ou nadia@example.org";
    let query = "query($text: Text!) { scanNote(text: $text) { kind from until } }";
    let read = nora.read(query, json!({ "text": words })).await;
    assert_eq!(
        read["scanNote"],
        json!([
            { "kind": "TELEPHONE", "from": 19, "until": 32 },
            { "kind": "EMAIL", "from": 37, "until": 54 },
        ])
    );
    let note = json!({ "level": "SHARED", "words": words });
    let at = "2023-06-05T07:30:00Z";
    refused(&nora, at, "addVisitNote", &visit.id, note.clone(), "NOTE_CONTAINS_CONTACT").await;
    let mut meant = note;
    meant["confirmed"] = json!(true);
    did(&nora, at, "addVisitNote", &visit.id, meant, &["VisitNoteAdded"]).await;
    let journal = exported(&world).await;
    assert!(!holds(&journal, "nadia@example.org"), "what was scanned is kept nowhere");
    ends_well(&world).await;
}
