//! What people read over GraphQL: candidates with reasons, one's own pairings, and what stays
//! narrow. The journal and the read models are a world in memory, in `network`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod network;
#[path = "../rules/world.rs"]
#[allow(dead_code, reason = "the rules use more of the world than these tests do")]
mod world;

use std::sync::{Arc, Mutex};

use async_graphql::{EmptySubscription, Schema};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use graph::ports::{RawRow, Receipt, Trail};
use graph::{Caller, Chance, Clock, Commands, Known, Locale, PageAsk, Ports, RawPage, Rows, Seals, Table};
use graph::{Trouble, Wording};
use kernel::given::instant;
use kernel::uuid::Uuid;
use kernel::{
    Act, ActorId, Asked, Facet, NetworkId, Position, Projection, ReturnCode, Role, Sealed, StreamId, Text,
};
use mutual_aid::{CharterVersions, Members, MutualAidMutations, MutualAidQueries, Pairings, TEXTS};
use network::{Network, Still};
use serde_json::{Value, json};
use world::{World, member_id, pairing_id, person_id};

const NOW: &str = "2023-07-03T09:00:00Z";

type Face = Schema<MutualAidQueries, MutualAidMutations, EmptySubscription>;

fn face() -> Face {
    let network = Network(Arc::new(Mutex::new(World::new())));
    let ports = Ports {
        commands: Arc::new(network.clone()),
        rows: Arc::new(network),
        clock: Arc::new(Still),
        seals: Arc::new(Still),
        chance: Arc::new(Still),
        guesses: Arc::new(Still),
        wording: Arc::new(Wording::new([TEXTS]).unwrap()),
    };
    Schema::build(MutualAidQueries::default(), MutualAidMutations::default(), EmptySubscription)
        .data(ports)
        .finish()
}

fn account(number: u128) -> ActorId {
    ActorId(Uuid::from_u128(0xAC00 + number))
}

async fn send(face: &Face, role: Role, actor: ActorId, query: &str) -> async_graphql::Response {
    let caller = Caller {
        network: "brussels".parse().unwrap(),
        actor,
        role,
        device: None,
        locale: Locale::En,
        trace: None,
        scope: graph::Scope::default(),
        session: None,
    };
    face.execute(async_graphql::Request::new(query).data(caller)).await
}

async fn read(face: &Face, role: Role, query: &str) -> Value {
    let answer = send(face, role, account(1), query).await;
    assert!(answer.errors.is_empty(), "{query}: {:?}", answer.errors);
    answer.data.into_json().unwrap()
}

/// Sends mutations one by one, each as its field with `$` for the command id.
async fn act(face: &Face, fields: &[String]) {
    for (number, field) in fields.iter().enumerate() {
        let field = field.replace('$', &format!("commandId: \"{}\"", Uuid::from_u128(number as u128 + 1)));
        let query =
            format!("mutation {{ {field} {{ ... on Done {{ events }} ... on Refusal {{ code }} }} }}");
        let answer = read(face, Role::Coordinator, &query).await;
        assert!(answer.to_string().contains("events"), "{field}: {answer}");
    }
}

/// Karim, Bea and Yasmine, and a request for somebody who speaks Arabic on Thursday.
async fn cureghem() -> Face {
    let face = face();
    let mut acts = vec![
        r#"draftCharterVersion($, input: {text: {fr: "Nous écoutons."}})"#.to_owned(),
        format!(
            r#"adoptCharterVersion($, input: {{version: 1, meeting: "{0}", decision: "{0}"}})"#,
            Uuid::nil()
        ),
        r#"bringCharterVersionIntoForce($, input: {version: 1, from: "2023-01-01T00:00:00Z", graceUntil: "2023-01-01T00:00:00Z"})"#
            .to_owned(),
    ];
    for (number, name, language) in [(1, "Karim", "ara"), (2, "Bea", "fra"), (3, "Yasmine", "ara")] {
        let id = format!(r#"$, id: "{}""#, member_id(number));
        let (person, account) = (person_id(number), account(number));
        acts.push(format!(
            r#"joinNetwork({id}, input: {{displayName: "{name}", person: "{person}", account: "{account}"}})"#
        ));
        acts.push(format!(
            r#"declareLanguages({id}, input: {{languages: [{{language: "{language}", level: FLUENT}}]}})"#
        ));
        acts.push(format!("offerVolunteering({id})"));
        if name != "Yasmine" {
            acts.push(format!(
                r#"acceptCharter({id}, input: {{version: 1, language: "fra", mode: READ_ALOUD}})"#
            ));
        }
    }
    let karim = member_id(1);
    acts.push(format!(
        r#"shareLivedExperience($, id: "{karim}", input: {{topic: "HEA.AMU", tellPerson: false}})"#
    ));
    acts.push(format!(
        r#"declareAvailability($, id: "{karim}", input: {{halfDays: [{{day: THURSDAY, part: AFTERNOON}}]}})"#
    ));
    acts.push(format!(
        r#"requestAccompaniment($, id: "{}", input: {{case: "{}", purpose: "NET.ESCORT", language: "ara",
            times: [{{day: THURSDAY, part: AFTERNOON}}], topic: "HEA.AMU"}})"#,
        pairing_id(1),
        Uuid::nil()
    ));
    act(&face, &acts).await;
    face
}

fn candidates() -> String {
    let pairing = pairing_id(1);
    format!(
        r#"{{ pairingCandidates(pairing: "{pairing}") {{
            displayName score reasons {{ code value }} refusal {{ code message }} }} }}"#
    )
}

#[tokio::test]
async fn karim_comes_first_and_it_is_said_why_yasmine_cannot_be_proposed() {
    let face = cureghem().await;
    let answer = read(&face, Role::Coordinator, &candidates()).await;
    let found = answer["pairingCandidates"].as_array().unwrap();
    let names: Vec<&Value> = found.iter().map(|candidate| &candidate["displayName"]).collect();
    assert_eq!(names, ["Karim", "Bea", "Yasmine"]);
    assert_eq!(found[0]["score"], json!(0.96));
    assert_eq!(
        found[0]["reasons"],
        json!([
            {"code": "SPEAKS_LANGUAGE", "value": "ara"},
            {"code": "KNOWS_TOPIC", "value": "HEA.AMU"},
            {"code": "FREE_THURSDAY", "value": "afternoon"},
            {"code": "HAS_PLACES", "value": "2"},
        ])
    );
    assert_eq!(found[0]["refusal"], Value::Null);
    assert_eq!(found[2]["refusal"]["code"], "CHARTER_NOT_CURRENT");
    assert!(found[2]["refusal"]["message"].as_str().unwrap().contains("has not accepted the charter"));
}

#[tokio::test]
async fn what_karim_went_through_is_told_to_coordinators_only() {
    let face = cureghem().await;
    let pairing = pairing_id(1);
    let karim = member_id(1);
    act(&face, &[format!(r#"proposePairing($, id: "{pairing}", input: {{member: "{karim}"}})"#)]).await;
    let query = format!(r#"{{ pairing(id: "{pairing}") {{ reasons {{ code }} topic purpose }} }}"#);
    let knows = json!({"code": "KNOWS_TOPIC"});
    let has = |answer: &Value| answer["pairing"]["reasons"].as_array().unwrap().contains(&knows);
    assert!(has(&read(&face, Role::Coordinator, &query).await));
    for role in [Role::Host, Role::Volunteer, Role::Public] {
        assert!(!has(&read(&face, role, &query).await), "{role} is told");
    }
    assert!(!read(&face, Role::Host, &candidates()).await.to_string().contains("KNOWS_TOPIC"));
    // A volunteer sees no need except the purpose.
    let seen = read(&face, Role::Volunteer, &query).await;
    assert_eq!(
        (&seen["pairing"]["topic"], &seen["pairing"]["purpose"]),
        (&Value::Null, &json!("NET.ESCORT"))
    );

    let by_bea = format!(r#"{{ member(id: "{karim}") {{ livedExperience {{ topic }} }} }}"#);
    let seen = send(&face, Role::Volunteer, account(2), &by_bea).await.data.into_json().unwrap();
    assert_eq!(seen["member"]["livedExperience"], Value::Null);
    let himself = format!(r#"{{ member(id: "{karim}") {{ livedExperience {{ topic tellPerson }} }} }}"#);
    let himself = read(&face, Role::Volunteer, &himself).await;
    assert_eq!(himself["member"]["livedExperience"], json!([{"topic": "HEA.AMU", "tellPerson": false}]));
    let list = r#"{ membersForCoordinators(topic: ["HEA.AMU"]) { edges { node { id } } } }"#;
    let refused = send(&face, Role::Host, account(1), list).await;
    assert_eq!(refused.errors.len(), 1);
    assert!(read(&face, Role::Coordinator, list).await.to_string().contains(&karim.to_string()));
}

#[tokio::test]
async fn my_pairings_are_those_of_my_account() {
    let face = cureghem().await;
    let (pairing, karim) = (pairing_id(1), member_id(1));
    act(&face, &[format!(r#"proposePairing($, id: "{pairing}", input: {{member: "{karim}"}})"#)]).await;
    let query = "{ myPairings { totalCount edges { node { id volunteerActions } } } }";
    let own = read(&face, Role::Volunteer, query).await;
    assert_eq!(
        own["myPairings"],
        json!({
            "totalCount": 1,
            "edges": [{"node": {"id": pairing.to_string(), "volunteerActions": ["ACCEPT", "DECLINE"]}}],
        })
    );
    for somebody in [account(2), account(99)] {
        let theirs = send(&face, Role::Volunteer, somebody, query).await.data.into_json().unwrap();
        assert_eq!(theirs["myPairings"]["totalCount"], 0);
    }
}

#[tokio::test]
async fn a_pairing_without_a_volunteer_calls_for_one() {
    let face = cureghem().await;
    let pairing = pairing_id(1);
    act(&face, &[format!(r#"reportNoMatch($, id: "{pairing}")"#)]).await;
    let query = format!(r#"{{ pairing(id: "{pairing}") {{ recruitmentCall {{ code text }} }} }}"#);
    let call = &read(&face, Role::Coordinator, &query).await["pairing"]["recruitmentCall"];
    assert_eq!(call["code"], "RECRUITMENT_CALL");
    assert!(call["text"].as_str().unwrap().contains("Arabic"));
}

#[tokio::test]
async fn the_charter_in_force_is_read_at_an_instant() {
    let face = cureghem().await;
    let number = |answer: Value| answer["charterInForce"]["number"].clone();
    assert_eq!(number(read(&face, Role::Member, "{ charterInForce { number } }").await), 1);
    let before = r#"{ charterInForce(at: "2022-12-31T00:00:00Z") { number } }"#;
    assert_eq!(number(read(&face, Role::Member, before).await), Value::Null);
}

/// What async-graphql names itself: the pages of Relay and the roots.
fn is_ours(name: &str) -> bool {
    !name.starts_with("__")
        && !["Connection", "Edge", "PageInfo"].iter().any(|end| name.ends_with(end))
        && !["MutualAidQueries", "MutualAidMutations", "String", "Int", "Float", "Boolean", "ID"]
            .contains(&name)
}

#[tokio::test]
async fn everything_is_described() {
    let query = "{ __schema { types { name description
        fields(includeDeprecated: true) { name description args { name description } }
        inputFields { name description } enumValues { name description } } } }";
    let answer = read(&face(), Role::Auditor, query).await;
    let mut bare = Vec::new();
    let mut look = |path: String, element: &Value| {
        if element["description"].as_str().is_none_or(str::is_empty) {
            bare.push(path);
        }
    };
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    for each in list(&answer["__schema"]["types"]) {
        let name = each["name"].as_str().unwrap();
        if is_ours(name) {
            look(name.to_owned(), &each);
        }
        let roots = ["MutualAidQueries", "MutualAidMutations"];
        if !is_ours(name) && !roots.contains(&name) {
            continue;
        }
        for part in ["fields", "inputFields", "enumValues"] {
            for element in list(&each[part]) {
                let path = format!("{name}.{}", element["name"].as_str().unwrap());
                look(path.clone(), &element);
                for argument in list(&element["args"]) {
                    look(format!("{path}({})", argument["name"]), &argument);
                }
            }
        }
    }
    assert_eq!(bare, Vec::<String>::new(), "not described");
}
