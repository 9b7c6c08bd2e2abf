//! AT-13, the directory: three partners that become active, decline and fall asleep, five service
//! sheets in four languages of which one has no Arabic text, a closure on the national day, and
//! room that is believed for fourteen days.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use serde_json::{Value, json};
use stories::tilleuls::{
    counted, counts, did, ends_well, exported, files_with, history, holds, partner, refused,
    refused_in_three_languages, sheet, waiting,
};
use stories::{World, new_id, on_both_engines};

on_both_engines!("2023-03-01T09:00:00Z":
    three_partners_are_prospected,
    five_sheets_are_read_in_four_languages,
    a_sheet_closes_opens_and_tells_how_much_room_there_is,
);

const SPRING: &str = "2023-03-01T09:00:00Z";

async fn three_partners_are_prospected(world: World) {
    let odile = world.as_("odile");
    let active = partner(&world, "Maison médicale du Canal", SPRING).await;
    let [declined, dormant] = [new_id(), new_id()];
    for (id, name) in [(&declined, "Signes-Relais"), (&dormant, "Le Comptoir du Square")] {
        let details = json!({ "details": { "name": { "fr": name } } });
        did(&odile, SPRING, "identifyPartner", id, details, &["PartnerIdentified"]).await;
    }
    let at = "2023-03-06T09:00:00Z";
    let words = ["pas encore été rencontré", "nog niet ontmoet", "لم يتم اللقاء"];
    let (field, refusal) = ("activatePartnership", ("PARTNER_NOT_MET_YET", words));
    refused_in_three_languages(&odile, at, field, &dormant, Value::Null, refusal).await;
    for id in [&declined, &dormant] {
        did(&odile, at, "contactPartner", id, json!({ "way": "PHONE" }), &["PartnerContacted"]).await;
    }
    let no = json!({ "reason": "NO_CAPACITY" });
    did(&odile, "2023-03-20T09:00:00Z", "declinePartner", &declined, no, &["PartnerDeclined"]).await;
    refused(&odile, "2023-03-21T09:00:00Z", field, &declined, Value::Null, "PARTNER_HAS_DECLINED").await;
    did(&odile, "2023-03-20T09:00:00Z", "meetPartner", &dormant, Value::Null, &["PartnerMet"]).await;
    did(&odile, "2023-03-21T09:00:00Z", field, &dormant, Value::Null, &["PartnershipActivated"]).await;
    let asleep = json!({ "reason": "NO_ANSWER" });
    let at = "2023-06-01T09:00:00Z";
    did(&odile, at, "markPartnershipDormant", &dormant, asleep, &["PartnershipMarkedDormant"]).await;

    // What was heard there, and from whom, is for those who work with the partner.
    let told = json!({ "kind": "VISIT", "text": "Ludivine-Imaginée parle lingala" });
    did(&odile, at, "addPartnerNote", &active, told, &["PartnerNoteAdded"]).await;
    let person =
        json!({ "person": { "id": new_id(), "name": "Ludivine-Imaginée", "phones": ["02 000 00 99"] } });
    did(&odile, at, "noteContactPerson", &active, person, &["ContactPersonNoted"]).await;
    let step = json!({ "what": "Porter les affiches", "on": "2023-06-30" });
    did(&odile, "2023-06-02T09:00:00Z", "planPartnerStep", &active, step, &["PartnerStepPlanned"]).await;
    world.at("2023-06-02T09:05:00Z").await;
    assert!(matches!(waiting(&world, "partner", &active).await, Some((on, _)) if on == "COORDINATOR"));
    let query = "query($id: UUID!) { partnerCounts(by: STATE) { value count }
        partner(id: $id) { state contacts notes { text } persons { name phones } nextStep }
        partners { nodes { nameIn(language: NL) { text language fallback } } } }";
    let read = odile.read(query, json!({ "id": active })).await;
    assert_eq!(counts(&read["partnerCounts"]), counted(&[("active", 1), ("declined", 1), ("dormant", 1)]));
    assert_eq!(
        read["partner"],
        json!({ "state": "ACTIVE", "contacts": 1, "notes": [{ "text": "Ludivine-Imaginée parle lingala" }],
            "persons": [{ "name": "Ludivine-Imaginée", "phones": ["02 000 00 99"] }], "nextStep": "Porter les affiches" })
    );
    let name = json!({ "nameIn": { "text": "Le Comptoir du Square", "language": "FR", "fallback": true } });
    assert!(read["partners"]["nodes"].as_array().unwrap().contains(&name), "{read}");
    assert_eq!(
        history(&world, "partner", &dormant).await,
        [
            "PartnerIdentified",
            "PartnerContacted",
            "PartnerMet",
            "PartnershipActivated",
            "PartnershipMarkedDormant"
        ]
    );
    for private in ["Ludivine", "lingala", "02 000 00 99"] {
        assert!(!holds(&exported(&world).await, private), "{private} is in the journal");
        assert_eq!(files_with(&world.data, private), Vec::<std::path::PathBuf>::new(), "{private}");
    }
    ends_well(&world).await;
}

/// A sheet in four languages.
fn card() -> Value {
    json!({
        "name": { "fr": "Carte médicale", "nl": "Medische kaart", "ar": "البطاقة الطبية", "en": "Medical card" },
        "description": { "fr": "Aide urgente", "nl": "Dringende hulp", "ar": "مساعدة عاجلة", "en": "Urgent help" },
        "needs": ["HEA.AMU"],
        "languages": [{ "language": "fra", "by": "STAFF" }, { "language": "ara", "by": "REMOTE_INTERPRETER" }],
        "hours": [{ "days": ["MONDAY"], "opens": "09:00", "closes": "12:00" }],
    })
}

async fn five_sheets(world: &World) -> [String; 5] {
    let partner = partner(world, "CPAS-Test", SPRING).await;
    let mut sheets = Vec::new();
    for number in 0..5 {
        let mut content = card();
        if number == 3 {
            content["description"]["ar"] = Value::Null;
        }
        sheets.push(sheet(world, &partner, content, SPRING).await);
    }
    sheets.try_into().unwrap()
}

async fn five_sheets_are_read_in_four_languages(world: World) {
    let sheets = five_sheets(&world).await;
    let query = "query { gap: services(filter: { missingLanguage: [AR] }) { nodes { id missingLanguages
            nameIn(language: AR) { text fallback }
            ar: descriptionIn(language: AR) { text language fallback }
            nl: descriptionIn(language: NL) { text language fallback } } }
        counts: serviceCounts(by: MISSING_LANGUAGE) { value count }
        found: services(filter: { need: [\"HEA.AMU\"], language: [\"ara\"] }) { totalCount } }";
    // Anybody reads it, without an account.
    let read = world.anybody().in_("ar").read(query, json!({})).await;
    assert_eq!(
        read["gap"]["nodes"],
        json!([{ "id": sheets[3], "missingLanguages": ["AR"],
            "nameIn": { "text": "البطاقة الطبية", "fallback": false },
            "ar": { "text": "Aide urgente", "language": "FR", "fallback": true },
            "nl": { "text": "Dringende hulp", "language": "NL", "fallback": false } }])
    );
    assert_eq!(counts(&read["counts"]), counted(&[("", 4), ("ar", 1)]));
    assert_eq!(read["found"]["totalCount"], 5);

    // Filled in, the gap is gone; what was read before stays readable as of then.
    world.at("2023-03-02T09:00:00Z").await;
    let odile = world.as_("odile");
    let whole = json!({ "content": card() });
    did(&odile, "2023-03-02T09:00:00Z", "reviseServiceSheet", &sheets[3], whole, &["ServiceSheetRevised"])
        .await;
    let query = "query($id: UUID!, $then: AsOf) { service(id: $id, asOf: $then) { missingLanguages } }";
    let now = odile.read(query, json!({ "id": sheets[3] })).await;
    assert_eq!(now["service"]["missingLanguages"], json!([]));
    let then =
        odile.read(query, json!({ "id": sheets[3], "then": { "instant": "2023-03-01T12:00:00Z" } })).await;
    assert_eq!(then["service"]["missingLanguages"], json!(["AR"]));

    // A sheet belongs to a partner that is known, and is found by a need.
    let (draft, mut unfinished) = (new_id(), card());
    unfinished["needs"] = json!([]);
    let partner =
        odile.read("{ partners { nodes { id } } }", json!({})).await["partners"]["nodes"][0]["id"].clone();
    let drafted = json!({ "partner": partner, "content": unfinished });
    let at = "2023-03-02T10:00:00Z";
    let nobody = json!({ "partner": new_id(), "content": card() });
    refused(&odile, at, "draftServiceSheet", &draft, nobody, "PARTNER_NOT_FOUND").await;
    did(&odile, at, "draftServiceSheet", &draft, drafted, &["ServiceSheetDrafted"]).await;
    refused(&odile, at, "publishServiceSheet", &draft, Value::Null, "SERVICE_SHEET_NEED_MISSING").await;
    ends_well(&world).await;
}

async fn a_sheet_closes_opens_and_tells_how_much_room_there_is(world: World) {
    let sheets = five_sheets(&world).await;
    let (odile, closing) = (world.as_("odile"), sheets[0].as_str());
    let national_day = ["2023-07-20T22:00:00Z", "2023-07-21T22:00:00Z"];
    let mut closure = json!({ "from": national_day[0], "until": national_day[1], "message": {} });
    let at = "2023-07-10T09:00:00Z";
    let words = ["dans au moins une langue", "in minstens één taal", "بلغة واحدة على الأقل"];
    let (field, refusal) = ("closeServiceTemporarily", ("SERVICE_CLOSURE_MESSAGE_MISSING", words));
    refused_in_three_languages(&odile, at, field, closing, closure.clone(), refusal).await;
    closure["message"] = json!({ "fr": "Fermé le 21 juillet", "nl": "Gesloten op 21 juli" });
    did(&odile, at, field, closing, closure, &["ServiceSheetTemporarilyClosed"]).await;
    let level = json!({ "level": "FEW" });
    did(&odile, at, "declareCapacity", &sheets[1], level, &["CapacityDeclared"]).await;

    let query = "query($id: UUID!, $other: UUID!) { closing: service(id: $id) { state closure { message { nl } } }
        other: service(id: $other) { capacity { level expiresAt } } serviceCounts(by: STATE) { value count } }";
    let read = async |at: &str| {
        world.at(at).await;
        world.anybody().read(query, json!({ "id": closing, "other": sheets[1] })).await
    };
    let before = read("2023-07-20T21:59:00Z").await;
    assert_eq!(before["closing"]["state"], "PUBLISHED");
    assert_eq!(
        before["other"]["capacity"],
        json!({ "level": "FEW", "expiresAt": "2023-07-24T09:00:00+00:00" })
    );
    let on_the_day = read("2023-07-21T08:00:00Z").await;
    let message = json!({ "message": { "nl": "Gesloten op 21 juli" } });
    assert_eq!(on_the_day["closing"], json!({ "state": "TEMPORARILY_CLOSED", "closure": message }));
    assert_eq!(counts(&on_the_day["serviceCounts"]), counted(&[("published", 4), ("temporarilyClosed", 1)]));
    let after = read("2023-07-21T22:01:00Z").await;
    assert_eq!(after["closing"], json!({ "state": "PUBLISHED", "closure": null }));
    assert_eq!(read("2023-07-24T08:59:00Z").await["other"]["capacity"]["level"], "FEW");
    assert_eq!(read("2023-07-24T09:01:00Z").await["other"]["capacity"], Value::Null);
    // After six months somebody must look whether the sheets are still true.
    world.at("2023-09-01T09:01:00Z").await;
    let verify = Some(("COORDINATOR".to_owned(), "verifyServiceSheet".to_owned()));
    assert_eq!(waiting(&world, "service", &sheets[2]).await, verify);
    let at = "2023-09-04T09:00:00Z";
    did(&odile, at, "verifyServiceSheet", &sheets[2], json!({}), &["ServiceSheetVerifiedAsCurrent"]).await;
    assert_eq!(waiting(&world, "service", &sheets[2]).await, None);
    let gone = json!({ "reason": "SERVICE_ENDED" });
    did(&odile, at, "retireServiceSheet", &sheets[4], gone, &["ServiceSheetRetired"]).await;
    refused(
        &odile,
        at,
        "declareCapacity",
        &sheets[4],
        json!({ "level": "OPEN" }),
        "SERVICE_SHEET_IS_RETIRED",
    )
    .await;
    ends_well(&world).await;
}
