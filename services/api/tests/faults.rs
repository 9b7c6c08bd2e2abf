//! What is wrong on our side: the client learns a number, the log the rest.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use api::http::{Face, routes};
use api::{Authenticate, Gate, GuessCounter, Policies, Unauthenticated};
use async_trait::async_trait;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use chrono::{DateTime, Utc};
use graph::ports::{
    Chance, Clock, Commands, Known, PageAsk, RawPage, RawRow, Receipt, Rows, Seals, Table, Trail, Trouble,
};
use graph::{Caller, Locale, Ports};
use kernel::uuid::Uuid;
use kernel::{Act, ActorId, Asked, NetworkId, Position, ReturnCode, Role, Sealed, Text};
use serde_json::{Value, json};
use tower::ServiceExt;

/// Everything behind the face goes wrong in one way.
#[derive(Clone)]
struct Broken(Trouble);

#[async_trait]
impl Commands for Broken {
    async fn perform(&self, _: Act, _: Asked, _: Trail) -> Result<Receipt, Trouble> {
        Err(self.0.clone())
    }
}

#[async_trait]
impl Rows for Broken {
    async fn rows(&self, _: Table, _: &NetworkId, _: &[String], _: Known) -> Result<Vec<RawRow>, Trouble> {
        Err(self.0.clone())
    }
    async fn page(&self, _: Table, _: &NetworkId, _: PageAsk, _: Known) -> Result<RawPage, Trouble> {
        let rows = vec![RawRow {
            order: "1".to_owned(),
            key: "1".to_owned(),
            body: b"{\"secret\": \"Nora\"}".to_vec(),
        }];
        Ok(RawPage { rows, more: false, total: 1 })
    }
    async fn counts(
        &self,
        _: Table,
        _: &NetworkId,
        _: &'static str,
        _: PageAsk,
        _: Known,
    ) -> Result<Vec<(String, u64)>, Trouble> {
        if let Trouble::Fault(_) = self.0 {
            tokio::time::sleep(Duration::from_hours(1)).await;
        }
        Err(self.0.clone())
    }
    async fn waiting(
        &self,
        _: &[Table],
        _: &NetworkId,
        _: &[String],
        _: PageAsk,
        _: Known,
    ) -> Result<(Vec<(&'static str, RawRow)>, bool, u64), Trouble> {
        panic!("Nora lives at 12 Rue Haute")
    }
    async fn position(&self) -> Position {
        Position(7)
    }
    async fn passed(&self, position: Position) -> Position {
        position
    }
}

impl Clock for Broken {
    fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp(1_685_900_000, 0).unwrap()
    }
}

impl Seals for Broken {
    fn seal(&self, _: &str, _: &Text) -> Result<Sealed, Trouble> {
        Err(self.0.clone())
    }
    fn open(&self, _: &Sealed) -> Result<Option<Text>, Trouble> {
        Err(self.0.clone())
    }
}

impl Chance for Broken {
    fn return_code(&self) -> ReturnCode {
        "K7W-XPQR".parse().unwrap()
    }
}

impl Authenticate for Broken {
    fn caller(&self, _: Option<&str>) -> Result<Caller, Unauthenticated> {
        let (network, actor) = ("brussels".parse().unwrap(), ActorId(Uuid::from_u128(1)));
        Ok(Caller {
            network,
            actor,
            role: Role::Coordinator,
            device: None,
            locale: Locale::En,
            trace: None,
            scope: graph::Scope::default(),
            session: None,
        })
    }
}

/// The status and the body of a query when everything goes wrong in one way.
async fn ask(trouble: Trouble, query: &str) -> (u16, Value) {
    let broken = Arc::new(Broken(trouble));
    let ports = Ports {
        commands: broken.clone(),
        rows: broken.clone(),
        clock: broken.clone(),
        seals: broken.clone(),
        chance: broken.clone(),
        guesses: Arc::new(GuessCounter::new(broken.clone())),
        wording: Arc::new(api::wording().unwrap()),
    };
    let gate = Gate::new(ports, Arc::new(Policies::read().unwrap())).unwrap();
    let body = json!({ "query": query }).to_string();
    let request = Request::post("/graphql")
        .header("content-type", "application/json")
        .header("accept", "application/graphql-response+json")
        .body(Body::from(body))
        .unwrap();
    let answer =
        routes(Face { gate, authenticate: broken, documents: api::Documents::and_any(HashMap::new()) })
            .oneshot(request)
            .await
            .unwrap();
    let status = answer.status().as_u16();
    let body = to_bytes(answer.into_body(), 1 << 20).await.unwrap();
    (status, serde_json::from_slice(&body).unwrap_or_else(|_| json!(String::from_utf8_lossy(&body))))
}

const SITE: &str = "{ position site(id: \"00000000-0000-0000-0000-000000000001\") { id } }";

fn detail() -> Trouble {
    Trouble::Fault("disk /dev/sda1: the row of Nora cannot be read".to_owned())
}

#[tokio::test]
async fn a_fault_is_a_number_and_no_detail() {
    let (status, body) = ask(detail(), SITE).await;
    let error = &body["errors"][0];
    let number = error["extensions"]["correlationId"].as_str().unwrap();
    assert!(number.parse::<Uuid>().is_ok(), "{body}");
    assert!(error["message"].as_str().unwrap().contains(number), "{body}");
    assert_eq!((status, &error["extensions"]["code"]), (200, &json!("FAULT")), "the rest was answered");
    assert_eq!(body["data"], json!({ "position": "7", "site": null }));
    assert!(!body.to_string().contains("Nora") && !body.to_string().contains("sda1"), "{body}");
    let (_, again) = ask(detail(), SITE).await;
    assert_ne!(again["errors"][0]["extensions"]["correlationId"], number, "each its own");
}

#[tokio::test]
async fn a_row_that_cannot_be_read_tells_nothing_of_itself() {
    let (_, body) = ask(detail(), "{ sites { totalCount } }").await;
    assert_eq!(body["errors"][0]["extensions"]["code"], "FAULT", "{body}");
    assert!(!body.to_string().contains("Nora"), "{body}");
}

#[tokio::test]
async fn a_command_that_fails_by_our_fault_is_no_refusal() {
    let leave = "mutation { leaveNetwork(commandId: \"00000000-0000-0000-0000-000000000002\",
                 id: \"00000000-0000-0000-0000-000000000003\") { __typename ... on Refusal { code message retriable } } }";
    let (_, body) = ask(detail(), leave).await;
    assert_eq!(body["errors"][0]["extensions"]["code"], "FAULT", "{body}");
    assert!(!body.to_string().contains("Nora"), "{body}");
    for (trouble, code) in [
        (Trouble::Overloaded, "OVERLOADED"),
        (Trouble::Unavailable("the journal at /var/lib of Nora".to_owned()), "UNAVAILABLE"),
    ] {
        let (status, body) = ask(trouble, leave).await;
        let outcome = &body["data"]["leaveNetwork"];
        assert_eq!(
            (status, &outcome["code"], &outcome["retriable"]),
            (200, &json!(code), &json!(true)),
            "{body}"
        );
        assert!(!body.to_string().contains("Nora"), "{body}");
    }
}

#[tokio::test]
async fn what_cannot_be_reached_is_told_without_where_it_is() {
    let (_, body) = ask(Trouble::Unavailable("postgres://nora@10.0.0.1".to_owned()), SITE).await;
    assert_eq!(body["errors"][0]["extensions"]["code"], "UNAVAILABLE", "{body}");
    assert!(!body.to_string().contains("10.0.0.1"), "{body}");
}

#[tokio::test]
async fn a_panic_is_a_fault_of_ours() {
    let (status, body) = ask(detail(), "{ decisionInbox { totalCount } }").await;
    assert_eq!(status, 500, "{body}");
    assert!(!body.to_string().contains("Rue Haute"), "{body}");
}

#[tokio::test]
async fn nothing_runs_for_ever() {
    let (status, body) = ask(detail(), "{ siteCounts(by: STATE) { count } }").await;
    assert_eq!((status, &body["errors"][0]["extensions"]["code"]), (503, &json!("TIMEOUT")), "{body}");
}
