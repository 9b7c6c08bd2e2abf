//! A personal word is noticed wherever a story says it, and found wherever it turns up.
#![allow(clippy::unwrap_used, missing_docs)]

use serde_json::json;
use support::personal::Watch;
use support::personal::forms;
use support::personal::inputs::Inputs;

/// An operation as it is sent.
fn sent(query: &str, variables: serde_json::Value) -> Vec<u8> {
    json!({ "query": query, "variables": variables }).to_string().into_bytes()
}

fn leaks_of(watch: &Watch, text: &str) -> usize {
    watch.leaks(&[("the log", text.as_bytes())]).len()
}

#[test]
fn what_the_schema_calls_private_is_planted_wherever_it_stands() {
    let watch = Watch::default();
    let variables = json!({ "input": { "displayName": "Zohra Imaginaire", "contact": "0470 00 00 77" } });
    watch.sent(&sent(
        "mutation($input: JoinNetworkInput!) { joinNetwork(input: $input) { __typename } }",
        variables,
    ));
    let literal = r#"mutation { givePersonName(input: { name: "Ludivine Feinte" }) { __typename } }"#;
    watch.sent(&sent(literal, json!({})));
    let searched = "query($words: Text!) { findPersons(words: $words) }";
    watch.sent(&sent(searched, json!({ "words": "Bettina Rêvée" })));
    let document =
        json!({ "documentId": "sha256:1", "variables": { "input": { "words": "Elle craint Ambroise" } } });
    watch.sent(document.to_string().as_bytes());
    for leak in [
        "note: elle craint ambroise",
        "joined: Zohra Imaginaire",
        "member=imaginaire",
        "to=+32470000077",
        "name=\"ludivine\"",
        "searched bettina revee",
        "searched BETTINA RêvéE",
    ] {
        assert!(leaks_of(&watch, leak) > 0, "{leak} was not found");
    }
    assert_eq!(leaks_of(&watch, "joinNetwork done for 0190a5d4-0000-7000-8000-000000000077"), 0);
}

#[test]
fn signing_in_is_no_words_for_anybody() {
    let watch = Watch::default();
    let body =
        json!({ "network": "brussels", "email": "Nora@Tilleuls.example", "password": "soupe aux orties" });
    watch.exchange("/access/password/sign-in", body.to_string().as_bytes(), r#"{"step":"s3cr3t-step"}"#);
    assert!(leaks_of(&watch, "no account nora@tilleuls.example") > 0);
    assert!(leaks_of(&watch, "tried soupe aux orties") > 0);
    assert!(leaks_of(&watch, "half way under s3cr3t-step") > 0);
    assert_eq!(leaks_of(&watch, "POST /access/password/sign-in brussels"), 0);
}

#[test]
fn addresses_and_messages_are_searched_and_answers_are_not() {
    let watch = Watch::default();
    watch.plant_name("Zohra-Inventée");
    watch.answered(r#"{"data":{"person":{"name":"Zohra-Inventée"}}}"#);
    assert_eq!(watch.leaks(&[]), Vec::<String>::new(), "who may read it reads it");
    watch.asked("/persons?name=Zohra-Invent%C3%A9e");
    assert!(!watch.leaks(&[]).is_empty(), "an address is kept in histories and logs");

    for message in [
        r#"{"errors":[{"message":"no value Zohra-Inventée"}]}"#,
        r#"{"data":{"outcome":{"__typename":"Refusal","details":[{"value":"Zohra-Inventée"}]}}}"#,
        r#"{"code":"PERSON_KNOWN","message":"Zohra-Inventée est connue"}"#,
        "event: next\ndata: {\"errors\":[{\"message\":\"Zohra-Inventée\"}]}\n",
        "Failed to read Zohra-Inventée",
    ] {
        let watch = Watch::default();
        watch.plant("Zohra-Inventée");
        watch.answered(message);
        assert!(!watch.leaks(&[]).is_empty(), "{message}");
    }
}

#[test]
fn short_words_stand_alone_and_very_short_ones_are_not_searched() {
    let watch = Watch::default();
    watch.plant_name("Karim");
    watch.plant_name("Bo");
    assert_eq!(leaks_of(&watch, "dekarimeren, Boom"), 0);
    assert_eq!(leaks_of(&watch, "who=karim"), 1);
    assert_eq!(forms::of("Bo"), Vec::<String>::new());
}

#[test]
fn every_private_input_of_the_schema_is_known() {
    let schema = std::fs::read_to_string("../../schema.graphql").unwrap();
    let mut inside = String::new();
    let mut inputs = 0;
    for line in schema.lines() {
        if let Some(name) = line.strip_prefix("input ") {
            name.trim_end_matches(" {").clone_into(&mut inside);
        } else if line == "}" {
            inside.clear();
        } else if let Some((field, ty)) = line.trim().split_once(": ").filter(|_| !inside.is_empty()) {
            let ty = ty.split(' ').next().unwrap();
            if ty.contains("PrivateText") {
                inputs += 1;
                let words = json!("Zohra-Inventée");
                let value = if ty.starts_with('[') { json!([words]) } else { words };
                let input = inside.split(' ').next().unwrap();
                let query = format!("mutation($input: {input}!) {{ any(input: $input) {{ x }} }}");
                let body = json!({ "query": query, "variables": { "input": { field: value } } });
                let found = Inputs::shared().personal(&body);
                assert_eq!(found, [(field.to_owned(), "Zohra-Inventée".to_owned())], "{input}.{field}");
            }
        }
    }
    assert!(inputs > 25, "{inputs} inputs of the schema are private");
}
