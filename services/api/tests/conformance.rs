//! What we rely on in the GraphQL library, so that another version cannot change it unseen, and
//! the limits of our schema.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use async_graphql::{
    EmptyMutation, EmptySubscription, Object, Request, Result, Schema, SimpleObject, Variables,
};
use serde_json::{Value, json};

#[derive(SimpleObject)]
struct Leaf {
    a: i32,
    b: Option<String>,
    c: bool,
}

struct Branch;

#[Object]
#[allow(clippy::unused_async, reason = "async-graphql wants asynchronous resolvers")]
impl Branch {
    async fn sure(&self) -> Result<Leaf> {
        Err("not there".into())
    }
    async fn maybe(&self) -> Option<Result<Leaf>> {
        Some(Err("not there".into()))
    }
    async fn beyond(&self) -> Result<Option<Leaf>> {
        Err("not there".into())
    }
    async fn leaves(&self) -> Vec<Leaf> {
        vec![Leaf { a: 1, b: None, c: true }, Leaf { a: 2, b: Some("two".to_owned()), c: false }]
    }
}

struct Root;

#[Object]
#[allow(clippy::unused_async, reason = "async-graphql wants asynchronous resolvers")]
impl Root {
    async fn leaf(&self) -> Leaf {
        Leaf { a: 1, b: None, c: true }
    }
    async fn branch(&self) -> Option<Branch> {
        Some(Branch)
    }
    async fn sure(&self) -> Branch {
        Branch
    }
    async fn add(&self, one: i32, #[graphql(default = 2)] other: i32) -> i32 {
        one + other
    }
}

async fn ask(query: &str, variables: Value) -> (String, usize) {
    let schema = Schema::new(Root, EmptyMutation, EmptySubscription);
    let response = schema.execute(Request::new(query).variables(Variables::from_json(variables))).await;
    (serde_json::to_string(&response.data).unwrap(), response.errors.len())
}

#[tokio::test]
async fn keys_come_in_the_order_they_were_asked_in() {
    let (data, _) = ask("{ leaf { c b a } zz: leaf { a } aa: leaf { c } }", json!({})).await;
    assert_eq!(data, r#"{"leaf":{"c":true,"b":null,"a":1},"zz":{"a":1},"aa":{"c":true}}"#);
    let (data, _) = ask("{ leaf { ...f a } } fragment f on Leaf { c a }", json!({})).await;
    assert_eq!(data, r#"{"leaf":{"c":true,"a":1}}"#, "a fragment's fields stand where it is spread");
}

#[tokio::test]
async fn selections_of_one_field_are_merged() {
    let (data, errors) = ask("{ leaf { a } leaf { c } }", json!({})).await;
    assert_eq!((data.as_str(), errors), (r#"{"leaf":{"a":1,"c":true}}"#, 0));
}

#[tokio::test]
async fn an_error_empties_the_nearest_field_that_may_be_empty() {
    let (data, errors) = ask("{ leaf { a } branch { maybe { a } leaves { a } } }", json!({})).await;
    assert_eq!(
        (data.as_str(), errors),
        (r#"{"leaf":{"a":1},"branch":{"maybe":null,"leaves":[{"a":1},{"a":2}]}}"#, 1)
    );
    let (data, _) = ask("{ leaf { a } branch { beyond { a } leaves { a } } }", json!({})).await;
    assert_eq!(data, r#"{"leaf":{"a":1},"branch":null}"#, "a result of an option goes too far: transpose it");
    let (data, errors) = ask("{ leaf { a } branch { sure { a } } }", json!({})).await;
    assert_eq!((data.as_str(), errors), (r#"{"leaf":{"a":1},"branch":null}"#, 1));
    let (data, errors) = ask("{ leaf { a } sure { sure { a } } }", json!({})).await;
    assert_eq!((data.as_str(), errors), ("null", 1), "nothing above may be empty");
}

#[tokio::test]
async fn skip_and_include_do_what_they_say() {
    let query = "query($yes: Boolean!, $no: Boolean!) { leaf { a @skip(if: $yes) b @include(if: $no) c @include(if: $yes) } }";
    let (data, errors) = ask(query, json!({ "yes": true, "no": false })).await;
    assert_eq!((data.as_str(), errors), (r#"{"leaf":{"c":true}}"#, 0));
    let (_, errors) = ask("{ leaf @unknown { a } }", json!({})).await;
    assert_eq!(errors, 1, "a directive nobody knows is an error");
}

#[tokio::test]
async fn variables_and_defaults_are_put_in() {
    let (data, errors) =
        ask("query($one: Int!) { x: add(one: $one) y: add(one: $one, other: 5) }", json!({ "one": 1 })).await;
    assert_eq!((data.as_str(), errors), (r#"{"x":3,"y":6}"#, 0));
    for variables in [json!({}), json!({ "one": null }), json!({ "one": "1" })] {
        let (_, errors) = ask("query($one: Int!) { add(one: $one) }", variables.clone()).await;
        assert_eq!(errors, 1, "{variables}");
    }
}

/// The error a query gets from our schema before anything runs.
async fn refused(query: &str) -> String {
    let response = api::schema().execute(query).await;
    let error = response.errors.first().unwrap_or_else(|| panic!("taken: {query}"));
    assert!(error.path.is_empty(), "it ran: {error:?}");
    error.message.clone()
}

#[tokio::test]
async fn depth_is_bounded() {
    let nested = |depth: usize| {
        format!(
            "{{ __schema {{ types {{ {} name {} }} }} }}",
            "fields { type { ".repeat(depth),
            "} } ".repeat(depth)
        )
    };
    assert!(api::schema().execute(nested(2)).await.errors.is_empty());
    assert!(refused(&nested(8)).await.contains("too deep"), "by fields");
    assert!(refused(&nested(25)).await.contains("recursion"), "before it is looked at field by field");
    let knots = format!("{{ {} me {{ role }} {} }}", "... { ".repeat(50), "} ".repeat(50));
    assert!(refused(&knots).await.contains("recursion"), "by fragments");
}

#[tokio::test]
async fn a_list_costs_its_size_times_its_rows() {
    const ROW: &str = "fragment row on Visit { accompaniedBy ageBand answers appointment case corrections firstVisit
        gender heardOfUs host id identity language languageForm languageMet late minutes mode occurredAt person
        recordedAt relationToArea session site state version voidedBecause needs { code need state urgency }
        notes { at by level } }";
    // Each row costs 27 fields, 5 of its needs and 4 of its notes; a page with nodes and edges 75 a row.
    let pages = |pages: &[&str]| {
        let page = "{ nodes { ...row } edges { node { ...row } } }";
        let roots: String =
            pages.iter().enumerate().map(|(n, size)| format!("p{n}: visits{size} {page} ")).collect();
        format!("{{ {roots} }} {ROW}")
    };
    let complex = async |query: String| {
        let errors = api::schema().execute(query).await.errors;
        errors.iter().any(|error| error.message.contains("complex"))
    };
    assert!(!complex(pages(&["(first: 100)"])).await, "7,501");
    assert!(complex(pages(&["(first: 100)", "(first: 100)"])).await, "15,002");
    assert!(complex(pages(&["(last: 100)", "(last: 100)"])).await, "backwards too");
    assert!(!complex(pages(&["(first: 100)", "(first: 50)"])).await, "11,252");
    assert!(!complex(pages(&["", "", "", "", "", ""])).await, "25 rows when nothing is said");
    assert!(complex(pages(&["", "", "", "", "", "", ""])).await, "13,132");
}

#[tokio::test]
async fn aliases_and_directives_are_bounded() {
    let aliases: String = (0..60).map(|n| format!("a{n}: position ")).collect();
    let message = refused(&format!("{{ {aliases} }}")).await;
    assert!(message.to_lowercase().contains("alias"), "{message}");
    let directives = "@skip(if: false) ".repeat(20);
    let message = refused(&format!("{{ position {directives} }}")).await;
    assert!(message.to_lowercase().contains("directive"), "{message}");
}

#[tokio::test]
async fn an_unknown_field_is_named_and_nothing_is_suggested() {
    let message = refused("{ posision }").await;
    assert!(message.contains("posision"), "{message}");
    assert!(!message.contains("position") && !message.to_lowercase().contains("did you mean"), "{message}");
}
