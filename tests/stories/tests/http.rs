//! The wire: what is taken over HTTP, in which form it is answered, and what is not let in.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod wire;

use std::io::Read;

use serde_json::{Value, json};
use stories::{World, new_id};
use wire::{JSON, RESPONSE, ask, position, post};

const CLOCK: &str = "2023-06-05T07:00:00Z";
#[tokio::test]
async fn only_post_with_json_is_taken() {
    let world = World::sqlite(CLOCK).await;
    for method in [reqwest::Method::GET, reqwest::Method::PUT, reqwest::Method::DELETE] {
        let answer = world.exchange(method, "/graphql?query=%7Bposition%7D", &[], "").await;
        assert_eq!(answer.status, 405);
        assert_eq!(answer.headers["allow"], "POST");
    }
    for kind in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/graphql",
        "application/json; charset=iso-8859-1",
        "application/json; charset=utf-16",
        "application/jsonp",
    ] {
        let answer = post(&world, &[("content-type", kind)], position()).await;
        assert_eq!((answer.status, answer.code()), (415, "CONTENT_TYPE"), "{kind}");
    }
    for kind in ["application/json", "application/json; charset=utf-8", "Application/JSON;charset=\"UTF-8\""]
    {
        assert_eq!(post(&world, &[("content-type", kind)], position()).await.status, 200, "{kind}");
    }
}

#[tokio::test]
async fn a_body_has_an_end() {
    let world = World::sqlite(CLOCK).await;
    let padded = |length: usize| {
        let query = format!("{{ position }} #{}", "x".repeat(length));
        json!({ "query": query }).to_string()
    };
    assert_eq!(post(&world, &[], padded(250 * 1024)).await.status, 200);
    let answer = post(&world, &[], padded(256 * 1024)).await;
    assert_eq!(answer.status, 413);
    assert!(answer.message().contains("262144"), "{answer:?}");
    let pieces = (0..40).map(|_| Ok::<_, std::io::Error>("x".repeat(10 * 1024)));
    let chunked = reqwest::Body::wrap_stream(futures_util::stream::iter(pieces));
    assert_eq!(post(&world, &[], chunked).await.status, 413, "without a length");
}

/// Nobody's list of names is short, and nobody's line in a cellar fast.
#[tokio::test]
async fn a_long_answer_is_packed_for_who_takes_it() {
    let world = World::sqlite(CLOCK).await;
    let long = json!({ "query": "{ __schema { types { name description } } }" });
    let asked = async |accept: &str, encoding: &str, body: &Value| {
        let headers = [
            ("authorization", "Bearer demo-nora-brussels"),
            ("accept", accept),
            ("accept-encoding", encoding),
        ];
        let answer = world.followed("/graphql", &headers, body).await;
        let packed = answer.headers().get("content-encoding").map(|name| name.to_str().unwrap().to_owned());
        let vary = answer.headers().get("vary").is_some_and(|vary| vary == "accept-encoding");
        (packed, vary, answer.bytes().await.unwrap())
    };
    let (none, _, plain) = asked(JSON, "identity", &long).await;
    assert_eq!(none, None);
    let (packed, vary, bytes) = asked(JSON, "gzip, br", &long).await;
    assert_eq!((packed.as_deref(), vary), (Some("gzip"), true));
    assert!(bytes.len() * 3 < plain.len(), "{} of {} bytes", bytes.len(), plain.len());
    let mut opened = String::new();
    flate2::read::GzDecoder::new(&*bytes).read_to_string(&mut opened).unwrap();
    assert_eq!(opened, plain);
    let short = json!({ "query": "{ position }" });
    assert_eq!(asked(JSON, "gzip", &short).await.0, None, "a short one fits as it is");
    assert_eq!(asked("text/event-stream", "gzip", &long).await.0, None, "what is followed is not held back");
}

#[tokio::test]
async fn a_body_is_one_operation() {
    let world = World::sqlite(CLOCK).await;
    for body in [
        json!([{ "query": "{ position }" }]).to_string(),
        json!([{ "query": "{ position }" }, { "query": "{ position }" }]).to_string(),
        json!({}).to_string(),
        json!({ "query": 1 }).to_string(),
        json!({ "query": "{ position }", "variables": [] }).to_string(),
        "{ position }".to_owned(),
        String::new(),
        "{\"query\": \"{ position }\"".to_owned(),
        "null".to_owned(),
        "{\"query\":\"\u{0}\"}".to_owned(),
    ] {
        let answer = post(&world, &[], body.clone()).await;
        assert_eq!((answer.status, answer.code()), (400, "BAD_REQUEST"), "{body}");
    }
    let answer = post(&world, &[], vec![b'{', 0xFF, 0xFE, b'}']).await;
    assert_eq!(answer.status, 400, "not UTF-8");
    let words = json!({ "query": "{ position }", "operationName": ["Elle a quitté la rue Ouverte"] });
    let answer = post(&world, &[], words.to_string()).await;
    assert_eq!(answer.code(), "BAD_REQUEST");
    assert!(answer.message().contains("column") && !answer.message().contains("Ouverte"), "{answer:?}");
    let nested = format!(
        "{{\"query\":\"{{ position }}\",\"variables\":{}1{}}}",
        "[".repeat(50_000),
        "]".repeat(50_000)
    );
    assert_eq!(post(&world, &[], nested).await.status, 400, "a tower of brackets");
    for tower in ["{a", "[", "{a(b:[", "{a(b:{c:", "query($a:[", "...{"] {
        let query = format!("{{ a(b: {}", tower.repeat(20_000));
        let answer = post(&world, &[], json!({ "query": query }).to_string()).await;
        assert_eq!(answer.status, 400, "a tower of {tower}");
        let answer = post(&world, &[], json!({ "query": tower.repeat(20_000) }).to_string()).await;
        assert_eq!(answer.status, 400, "a tower of {tower}");
    }
    let empty = post(&world, &[], json!({ "query": "" }).to_string()).await;
    assert_eq!((empty.status, empty.code()), (400, "BAD_REQUEST"));
    assert_eq!(world.get("/health/ready").await.0, 200, "and the node stands");
}

#[tokio::test]
async fn one_of_several_operations_is_named() {
    let world = World::sqlite(CLOCK).await;
    let query = "query one { position } query other { taxonomyVersion }";
    let answer = post(&world, &[], json!({ "query": query }).to_string()).await;
    assert_eq!(answer.status, 400);
    assert!(answer.message().contains("operationName"), "{answer:?}");
    let answer = post(&world, &[], json!({ "query": query, "operationName": "third" }).to_string()).await;
    assert_eq!(answer.status, 400);
    let answer = post(&world, &[], json!({ "query": query, "operationName": "other" }).to_string()).await;
    assert_eq!(answer.status, 200);
    assert!(
        answer.body["data"]["taxonomyVersion"].is_number() && answer.body["data"].get("position").is_none()
    );
    let named = json!({ "query": "query one { position }", "operationName": "one" }).to_string();
    assert_eq!(post(&world, &[], named).await.status, 200, "the only one may be named as well");
    let null =
        json!({ "query": "{ position }", "operationName": null, "variables": null, "extensions": null });
    assert_eq!(post(&world, &[], null.to_string()).await.status, 200);
}

#[tokio::test]
async fn a_mutation_is_sent_alone() {
    let world = World::sqlite(CLOCK).await;
    let leave = |alias: &str| {
        format!("{alias}: leaveNetwork(commandId: \"{}\", id: \"{}\") {{ __typename }}", new_id(), new_id())
    };
    for query in [
        format!("mutation {{ {} {} }}", leave("a"), leave("b")),
        format!("mutation {{ {} ...more }} fragment more on Mutation {{ {} }}", leave("a"), leave("b")),
        format!("mutation {{ {} ... {{ {} }} }}", leave("a"), leave("b")),
        format!("mutation {{ {} ... @skip(if: true) {{ {} }} }}", leave("a"), leave("b")),
        "mutation { __typename other: __typename }".to_owned(),
    ] {
        let answer = ask(&world, "odile", &query).await;
        assert_eq!((answer.status, answer.code()), (400, "ONE_MUTATION"), "{query}");
    }
    let answer = ask(&world, "odile", &format!("mutation {{ {} }}", leave("a"))).await;
    assert_eq!((answer.status, &answer.body["data"]["a"]["__typename"]), (200, &json!("Refusal")));
}

#[tokio::test]
async fn what_is_unknown_is_named_and_nothing_is_suggested() {
    let world = World::sqlite(CLOCK).await;
    for (query, names) in [
        ("{ posision }", "posision"),
        ("{ visits(fist: 1) { totalCount } }", "fist"),
        ("{ visits { nodes { idd } } }", "idd"),
        ("{ sites(filter: { stat: OPEN }) { totalCount } }", "stat"),
        ("query($x: Positio) { position }", "Positio"),
        ("{ ...nothing }", "nothing"),
        ("mutation { openSit { __typename } }", "openSit"),
    ] {
        let answer = ask(&world, "odile", query).await;
        assert_eq!((answer.status, answer.code()), (400, "BAD_REQUEST"), "{query}");
        assert!(answer.message().contains(names), "{query}: {answer:?}");
        assert!(!answer.message().contains("mean") && !answer.message().contains("openSite"), "{answer:?}");
        assert!(answer.body.get("data").is_none_or(Value::is_null), "{answer:?}");
    }
}

#[tokio::test]
async fn bombs_do_not_go_off() {
    let world = World::sqlite(CLOCK).await;
    let deep = format!(
        "{{ __schema {{ types {{ {} name {} }} }} }}",
        "fields { type { ".repeat(30),
        "} } ".repeat(30)
    );
    let aliases: String = (0..2_000).map(|n| format!("a{n}: visits(first: 100) {{ totalCount }} ")).collect();
    let wide = "{ a: visits(first: 100) { ...v } b: visits(first: 100) { ...v } c: visits(first: 100) { ...v } }
                fragment v on VisitConnection { nodes { ...n } edges { node { ...n } } }
                fragment n on Visit { needs { need code state urgency } notes { at by level } id case state mode language
                minutes late host session site version person occurredAt recordedAt corrections answers identity }";
    let directives = format!("{{ position {} }}", "@skip(if: false) ".repeat(1_000));
    let circle = "{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }";
    let doubling: String =
        (0..25).map(|n| format!("fragment f{n} on Query {{ ...f{0} ...f{0} }} ", n + 1)).collect();
    let doubling = format!("{{ ...f0 }} {doubling} fragment f25 on Query {{ position }}");
    for (what, query) in [
        ("deep", deep),
        ("aliases", format!("{{ {aliases} }}")),
        ("wide", wide.to_owned()),
        ("directives", directives),
        ("a circle of fragments", circle.to_owned()),
        ("fragments that double", doubling),
    ] {
        let began = std::time::Instant::now();
        let answer = ask(&world, "odile", &query).await;
        assert_eq!(answer.status, 400, "{what}: {answer:?}");
        assert!(answer.message().len() < 1_000, "{what}");
        assert!(began.elapsed().as_secs() < 3, "{what} took {:?}", began.elapsed());
    }
}

#[tokio::test]
async fn a_page_has_one_to_a_hundred_rows() {
    let world = World::sqlite(CLOCK).await;
    for (arguments, names) in [
        ("first: 0", "first"),
        ("first: 101", "first"),
        ("first: -1", "first"),
        ("first: 99999999999", "first"),
        ("last: 0", "last"),
        ("last: 101", "last"),
        ("last: -1", "last"),
        ("first: 5, last: 5", "first, last"),
        ("first: 5, after: \"not a cursor\"", "after"),
        ("first: 5, after: \"bm90IG9uZQ\"", "after"),
        ("last: 5, before: \"\"", "before"),
        ("first: \"five\"", "first"),
    ] {
        for list in [
            "visits",
            "needs",
            "sites",
            "decisionInbox",
            "pairings",
            "history(of: { kind: \"visit\", id: \"x\" }",
        ] {
            let call = if list.contains('(') {
                format!("{list}, {arguments})")
            } else {
                format!("{list}({arguments})")
            };
            let answer = ask(&world, "odile", &format!("{{ {call} {{ totalCount }} }}")).await;
            assert_eq!(answer.code(), "BAD_REQUEST", "{call}: {answer:?}");
            assert!(answer.message().contains(names), "{call}: {answer:?}");
        }
    }
    for arguments in ["first: 1", "first: 100", "last: 1", "last: 100"] {
        let answer = ask(&world, "odile", &format!("{{ visits({arguments}) {{ totalCount }} }}")).await;
        assert_eq!(answer.body["data"]["visits"]["totalCount"], 0, "{answer:?}");
    }
}

#[tokio::test]
async fn a_number_that_is_left_out_is_not_given() {
    let world = World::sqlite(CLOCK).await;
    let query = "query Visits($first: Int, $last: Int, $after: String) {
        visits(first: $first, last: $last, after: $after) { totalCount } }";
    for variables in
        [json!({}), json!({ "first": 5 }), json!({ "last": 5 }), json!({ "first": null, "last": 2 })]
    {
        let answer = world.as_("nora").send(query, variables.clone()).await;
        assert_eq!(answer["data"]["visits"]["totalCount"], 0, "{variables}: {answer}");
    }
}

#[tokio::test]
async fn pages_of_other_sites_are_not_answered() {
    let world = World::sqlite(CLOCK).await;
    let own = format!("http://{}", world.address);
    for headers in [
        vec![("sec-fetch-site", "cross-site")],
        vec![("sec-fetch-site", "same-site")],
        vec![("sec-fetch-site", "cross-site"), ("origin", own.as_str())],
        vec![("origin", "https://elsewhere.example")],
        vec![("origin", "null")],
    ] {
        let answer = post(&world, &headers, position()).await;
        assert_eq!((answer.status, answer.code()), (403, "CROSS_SITE"), "{headers:?}");
    }
    for headers in [
        vec![("sec-fetch-site", "same-origin"), ("origin", own.as_str())],
        vec![("sec-fetch-site", "none")],
        vec![("origin", own.as_str())],
        vec![],
    ] {
        assert_eq!(post(&world, &headers, position()).await.status, 200, "{headers:?}");
    }
    let answer = post(&world, &[], position()).await;
    assert!(answer.headers.get("access-control-allow-origin").is_none(), "nobody else is invited");
    assert_eq!(answer.headers["x-content-type-options"], "nosniff");
    assert_eq!(answer.headers["cache-control"], "no-store");
}

#[tokio::test]
async fn the_form_of_the_answer_is_negotiated() {
    let world = World::sqlite(CLOCK).await;
    for (accept, kind) in [
        (RESPONSE, RESPONSE),
        (JSON, JSON),
        ("*/*", RESPONSE),
        ("application/*", RESPONSE),
        ("application/json, application/graphql-response+json", JSON),
        ("application/json;q=0.5, application/graphql-response+json", RESPONSE),
        ("text/html, application/json;q=0.9", JSON),
        ("application/graphql-response+json; charset=utf-8, application/json; charset=utf-8", RESPONSE),
    ] {
        let answer = post(&world, &[("accept", accept)], position()).await;
        assert_eq!(answer.status, 200, "{accept}");
        assert_eq!(answer.kind, format!("{kind}; charset=utf-8"), "{accept}");
    }
    for accept in ["text/html", "application/xml", "application/json;q=0", "image/*"] {
        let answer = post(&world, &[("accept", accept)], position()).await;
        assert_eq!((answer.status, answer.code()), (406, "NOT_ACCEPTABLE"), "{accept}");
    }
}

#[tokio::test]
async fn statuses_are_those_of_graphql_over_http() {
    let world = World::sqlite(CLOCK).await;
    let reception = "Bearer demo-reception-brussels";
    // Operation, status with the newer form, status with the older one.
    for (query, newer, older) in [
        ("{ position }", 200, 200),
        ("{ position", 400, 200),
        ("{ posision }", 400, 200),
        ("query($x: Int!) { position }", 400, 200),
        ("{ visits { totalCount } }", 403, 200),
        ("subscription { session(id: \"x\") { position } }", 400, 200),
    ] {
        for (accept, status) in [(RESPONSE, newer), (JSON, older)] {
            let headers = [("accept", accept), ("authorization", reception)];
            let answer = post(&world, &headers, json!({ "query": query }).to_string()).await;
            assert_eq!(answer.status, status, "{accept} {query}: {answer:?}");
            let ran = answer.body.get("data").is_some_and(|data| !data.is_null());
            assert_eq!(ran, query == "{ position }", "{answer:?}");
        }
    }
}

#[tokio::test]
async fn nobody_comes_in_under_a_name_we_do_not_know() {
    let world = World::sqlite(CLOCK).await;
    for token in [
        "Bearer demo-nobody-brussels",
        "Bearer ",
        "Basic bm9yYTpub3Jh",
        "demo-nora-brussels",
        "Bearer demo-nora-liege",
    ] {
        let answer = post(&world, &[("authorization", token)], position()).await;
        assert_eq!((answer.status, answer.code()), (401, "UNAUTHENTICATED"), "{token}");
        assert!(answer.headers.contains_key("www-authenticate"), "401 says how to come in: {answer:?}");
        assert!(answer.body.get("data").is_none_or(Value::is_null));
    }
    let answer = post(&world, &[], json!({ "query": "{ me { role } }" }).to_string()).await;
    assert_eq!(answer.body["data"]["me"]["role"], "PUBLIC", "without a header one is anybody");
    let headers = [("authorization", "Bearer demo-nora-brussels"), ("x-device", "\u{e9}\u{e9}")];
    let answer = post(&world, &headers[..1], json!({ "query": "{ me { role } }" }).to_string()).await;
    assert_eq!(answer.body["data"]["me"]["role"], "HOST");
    let answer = post(&world, &[headers[0], ("x-device", &"x".repeat(5_000))], position()).await;
    assert_eq!((answer.status, answer.code()), (400, "BAD_REQUEST"), "a device is not that long");
    assert!(answer.message().contains("x-device"), "{answer:?}");
}

#[tokio::test]
async fn a_role_is_told_which_field_it_may_not_see() {
    let world = World::sqlite(CLOCK).await;
    for (name, query, field) in [
        ("reception", "{ position visits { totalCount } }", "Query.visits"),
        ("reception", "{ appointments { nodes { id called } } }", "Appointment.called"),
        ("auditor", "{ visits { nodes { returnCode } } }", "Visit.returnCode"),
        // Members see what they told themselves, so the field is not closed to them: the list is.
        ("karim", "{ membersForCoordinators { totalCount } }", "what members went through"),
        ("partner", "{ referrals { totalCount } }", "Query.referrals"),
        (
            "auditor",
            "mutation { leaveNetwork(commandId: \"x\", id: \"y\") { __typename } }",
            "Mutation.leaveNetwork",
        ),
        ("partner", "mutation { recordAttendance { __typename } }", "Mutation.recordAttendance"),
    ] {
        let answer = ask(&world, name, query).await;
        assert_eq!((answer.status, answer.code()), (403, "FORBIDDEN"), "{name} {query}");
        assert!(answer.message().starts_with(field), "{answer:?}");
        assert!(answer.body.get("data").is_none_or(Value::is_null), "nothing of it ran: {answer:?}");
    }
    let anybody = post(&world, &[], json!({ "query": "{ needs { totalCount } }" }).to_string()).await;
    assert_eq!((anybody.status, anybody.code()), (403, "FORBIDDEN"));
}

#[tokio::test]
async fn a_return_code_has_no_history() {
    let world = World::sqlite(CLOCK).await;
    for kind in ["returnCode", "ReturnCode", "return_code"] {
        let query = format!(
            "{{ history(of: {{ kind: \"{kind}\", id: \"K7WXPQR\" }}) {{ totalCount nodes {{ event }} }} }}"
        );
        let answer = ask(&world, "odile", &query).await;
        assert_eq!(answer.body["data"]["history"], json!({ "totalCount": 0, "nodes": [] }), "{answer:?}");
    }
}

#[tokio::test]
async fn the_schema_may_be_looked_at_in_a_demonstration() {
    let world = World::sqlite(CLOCK).await;
    let query = "{ __schema { queryType { name } mutationType { name } subscriptionType { name } types { name kind description
                 fields(includeDeprecated: true) { name args { name type { kind name ofType { kind name ofType { kind name
                 ofType { kind name } } } } defaultValue } type { kind name ofType { kind name ofType { kind name ofType { kind name
                 } } } } } inputFields { name } enumValues { name } possibleTypes { name } } directives { name args { name } } } }";
    let answer = post(&world, &[], json!({ "query": query }).to_string()).await;
    assert_eq!(answer.status, 200, "{:?}", answer.body["errors"]);
    assert!(answer.body["data"]["__schema"]["types"].as_array().unwrap().len() > 300);
}
