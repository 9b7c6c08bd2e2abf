//! The canary of the kills: a small server on the same journal that answers before it commits.
//!
//! It speaks as much GraphQL as the clients of [`crate::kills`] do, so that these are the same.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use axum::extract::State;
use axum::routing::post;
use axum::{Json, Router};
use journal::sqlite::Sqlite;
use journal::{Append, Ledger, Write};
use kernel::act::Fresh;
use kernel::given::monday_morning;
use kernel::{CommandId, Expected, Meta, StreamId};
use serde_json::{Value, json};

use crate::bent::{Bend, Bent};
use crate::work;

/// Names the folder of its journal, and makes this program such a server.
pub(crate) const FOLDER: &str = "TORTURE_ANSWERS_FIRST";

/// Serves until it is killed.
pub(crate) async fn serve(folder: PathBuf) -> ExitCode {
    let engine = Arc::new(Sqlite::open(folder.join("journal.sqlite")).expect("the journal can be opened"));
    let ledger = work::ledger(Bent::new(engine, Bend::AnswersFirst)).await.expect("the journal can be read");
    let routes = Router::new().route("/graphql", post(perform)).with_state(ledger);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    println!("listening on http://{}", listener.local_addr().expect("it listens"));
    axum::serve(listener, routes).await.expect("it serves");
    ExitCode::SUCCESS
}

async fn perform(State(ledger): State<Arc<Ledger>>, Json(asked): Json<Value>) -> Json<Value> {
    let word = |name: &str| asked["variables"][name].as_str().unwrap_or_default().to_owned();
    let command: CommandId = word("command").parse().expect("a client sends a command id");
    let asked = monday_morning();
    let meta = Meta {
        command,
        actor: asked.by,
        role: asked.role,
        device: None,
        occurred_at: asked.at,
        causation: None,
        correlation: None,
        trace: None,
        provenance: None,
    };
    let write = Write {
        stream: StreamId::new(&work::network(), "site", word("id")),
        expected: Expected::Any,
        events: vec![Fresh { name: "SiteOpened", shape: 1, payload: b"{}".to_vec() }],
    };
    let append = Append { network: work::network(), digest: [0; 32], meta, writes: vec![write] };
    let outcome = match ledger.append(append).await {
        Ok(receipt) => json!({
            "__typename": "Done", "position": receipt.position.to_string(), "events": receipt.events,
            "repeated": receipt.repeated,
        }),
        Err(trouble) => json!({ "__typename": "Refusal", "code": trouble.to_string(), "retriable": true }),
    };
    Json(json!({ "data": { "outcome": outcome } }))
}
