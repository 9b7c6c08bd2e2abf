//! The path of a case over HTTP: through the platform's own router, and the same rows read from
//! SQLite and serialised by hand in the same axum.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex};

use anyhow::{Context, Result};
use api::http::Face;
use api::{Authenticate, Gate, GuessCounter, Policies, Unauthenticated};
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use graph::ports::{Chance, Clock, Commands};
use graph::{Caller, Locale, Ports};
use journal::{Journal, Ledger};
use kernel::{ActorId, CaseId, Position, Projection, Recorded, ReturnCode, Role};
use readmodel::{Fold, ReadModel, Settings};
use rusqlite::types::Type;
use rusqlite::{Connection, OpenFlags, Row};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use uuid::Uuid;

use crate::{lives, rebuild};
use benches::append::{self, MachineClock, network};
use benches::load::tell;

/// What the host of the measurement signs in with.
pub(crate) const TOKEN: &str = "Bearer bench-nora-brussels";

/// The screen that is asked for.
pub(crate) const QUERY: &str = "query($case: CaseId!) { path(by: { case: $case }, first: 20) { entries { nodes { \
    position object { kind id } part { kind id } event from to reason facts { name value } happenedAt recordedAt \
    actor role } } } }";

struct Tokens(HashMap<String, Caller>);

impl Tokens {
    fn new() -> Result<Self> {
        Ok(Self(HashMap::from([(TOKEN.to_owned(), host()?)])))
    }
}

/// The host of the measurement.
pub(crate) fn host() -> Result<Caller> {
    Ok(Caller {
        network: network()?,
        actor: ActorId(Uuid::from_u128(0xA1)),
        role: Role::Host,
        device: None,
        locale: Locale::FrBe,
        trace: None,
        scope: graph::Scope::default(),
        session: None,
    })
}

impl Authenticate for Tokens {
    fn caller(&self, authorization: Option<&str>) -> Result<Caller, Unauthenticated> {
        authorization.and_then(|token| self.0.get(token)).cloned().ok_or(Unauthenticated)
    }
}

/// No code is given out here.
struct NoChance;

impl Chance for NoChance {
    fn return_code(&self) -> ReturnCode {
        loop {
            if let Some(code) = ReturnCode::from_chance([7; kernel::return_code::LENGTH]) {
                return code;
            }
        }
    }
}

/// The platform's router on a journal and its read models.
pub(crate) async fn ours(file: &Path, folder: &Path) -> Result<()> {
    let ports = stand(file, folder, rebuild::folds()).await?.ports;
    let policies = Policies::read().map_err(anyhow::Error::msg)?;
    let gate = Gate::new(ports, Arc::new(policies)).map_err(anyhow::Error::msg)?;
    serve(api::http::routes(Face {
        gate,
        authenticate: Arc::new(Tokens::new()?),
        documents: api::Documents::and_any(HashMap::new()),
    }))
    .await
}

/// A journal, its read models and the ports on both.
pub(crate) struct Stand {
    pub(crate) ledger: Arc<Ledger>,
    pub(crate) model: ReadModel,
    pub(crate) ports: Ports,
}

/// Puts up the ports on a journal and its read models.
pub(crate) async fn stand(file: &Path, folder: &Path, folds: Vec<Fold>) -> Result<Stand> {
    let ledger = append::ledger(file, None).await?;
    let model = ReadModel::open(Settings::new(folder.join("read")), folds)?;
    model.make_ready(&*ledger).await?;
    let clock: Arc<dyn Clock> = Arc::new(MachineClock);
    let (journal, commands): (Arc<dyn Journal>, Arc<dyn Commands>) = (ledger.clone(), ledger.clone());
    let ports = Ports {
        commands,
        rows: Arc::new(model.reading(journal)),
        clock: Arc::clone(&clock),
        seals: Arc::new(vault::Vault::open(folder.join("vault"), folder.join("vault"))?),
        chance: Arc::new(NoChance),
        guesses: Arc::new(GuessCounter::new(clock)),
        wording: Arc::new(api::wording().map_err(anyhow::Error::msg)?),
    };
    Ok(Stand { ledger, model, ports })
}

/// Serves until standard input ends.
async fn serve(routes: Router) -> Result<()> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    tell("address", listener.local_addr()?);
    let ended = tokio::task::spawn_blocking(|| std::io::copy(&mut std::io::stdin(), &mut std::io::sink()));
    tokio::select! {
        served = async { axum::serve(listener, routes).await } => Ok(served?),
        read = ended => { read??; Ok(()) }
    }
}

/// Makes the table that somebody without a journal would have: the entries of a case side by side.
pub(crate) async fn make_rows(file: &Path, rows: &Path, lives: u64) -> Result<()> {
    let ledger = append::ledger(file, None).await?;
    let network = network()?;
    let mut connection = Connection::open(rows)?;
    connection.execute_batch(
        "PRAGMA journal_mode = WAL;
         CREATE TABLE entries (case_id TEXT NOT NULL, happened_at TEXT NOT NULL, position INTEGER NOT NULL,
           object_kind TEXT NOT NULL, object_id TEXT NOT NULL, part_kind TEXT, part_id TEXT, event TEXT NOT NULL,
           state_before TEXT, state_after TEXT, reason TEXT, facts TEXT NOT NULL, recorded_at TEXT NOT NULL,
           actor TEXT NOT NULL, role TEXT NOT NULL, PRIMARY KEY (case_id, happened_at, position)) WITHOUT ROWID;",
    )?;
    let transaction = connection.transaction()?;
    for number in 0..lives {
        let mut entries = Vec::new();
        for stream in lives::streams(&network, number) {
            for stored in ledger.read_stream(&stream, 0, 1_000).await? {
                let event = path::Entries::read(&stream.kind, &stored.name, stored.shape, &stored.payload)?;
                let event = Recorded {
                    stream: stored.stream,
                    version: stored.version,
                    position: stored.position,
                    recorded_at: stored.recorded_at,
                    meta: stored.meta,
                    event,
                };
                let key = path::entries::key(event.position);
                entries.extend(path::Entries::project(None, &key, &event));
            }
        }
        entries.sort_by_key(|entry| entry.position);
        put(&transaction, lives::case(number), &entries)?;
    }
    transaction.commit()?;
    ledger.close().await;
    Ok(())
}

fn put(connection: &Connection, case: CaseId, entries: &[path::EntryRow]) -> Result<()> {
    let mut states: HashMap<&path::ObjectRef, &str> = HashMap::new();
    let mut insert = connection
        .prepare_cached("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")?;
    for entry in entries {
        let before = entry.to.as_deref().and_then(|to| states.insert(entry.subject(), to));
        let facts: Vec<Fact<'_>> =
            entry.facts.iter().map(|fact| Fact { name: &fact.name, value: &fact.value }).collect();
        insert.execute((
            case.to_string(),
            entry.happened_at.to_rfc3339(),
            i64::try_from(entry.position.0)?,
            &entry.object.kind,
            &entry.object.id,
            entry.part.as_ref().map(|part| &part.kind),
            entry.part.as_ref().map(|part| &part.id),
            &entry.event,
            before,
            &entry.to,
            &entry.reason,
            serde_json::to_string(&facts)?,
            entry.recorded_at.to_rfc3339(),
            entry.actor.to_string(),
            entry.role.to_string().to_uppercase(),
        ))?;
    }
    Ok(())
}

#[derive(Serialize)]
struct Fact<'a> {
    name: &'a str,
    value: &'a str,
}

#[derive(Serialize)]
struct ObjectRef {
    kind: String,
    id: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Node {
    position: Position,
    object: ObjectRef,
    part: Option<ObjectRef>,
    event: String,
    from: Option<String>,
    to: Option<String>,
    reason: Option<String>,
    facts: Box<RawValue>,
    happened_at: String,
    recorded_at: String,
    actor: String,
    role: String,
}

fn node(row: &Row<'_>) -> rusqlite::Result<Node> {
    let part = match (row.get(3)?, row.get(4)?) {
        (Some(kind), Some(id)) => Some(ObjectRef { kind, id }),
        _ => None,
    };
    let facts = RawValue::from_string(row.get(9)?)
        .map_err(|error| rusqlite::Error::FromSqlConversionFailure(9, Type::Text, Box::new(error)))?;
    Ok(Node {
        position: Position(row.get::<_, i64>(0)?.unsigned_abs()),
        object: ObjectRef { kind: row.get(1)?, id: row.get(2)? },
        part,
        event: row.get(5)?,
        from: row.get(6)?,
        to: row.get(7)?,
        reason: row.get(8)?,
        facts,
        happened_at: row.get(10)?,
        recorded_at: row.get(11)?,
        actor: row.get(12)?,
        role: row.get(13)?,
    })
}

/// The same rows by hand: a token is looked up, a body is read, twenty rows are selected.
#[derive(Clone)]
struct ByHand {
    tokens: Arc<Tokens>,
    idle: Arc<Mutex<Vec<Connection>>>,
}

#[derive(Deserialize)]
struct Asked {
    variables: Variables,
}

#[derive(Deserialize)]
struct Variables {
    case: CaseId,
}

/// Serves the table of [`make_rows`].
pub(crate) async fn by_hand(rows: &Path) -> Result<()> {
    let mut idle = Vec::new();
    for _ in 0..4 {
        let connection = Connection::open_with_flags(rows, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        connection.pragma_update(None, "mmap_size", 268_435_456)?;
        idle.push(connection);
    }
    let state = ByHand { tokens: Arc::new(Tokens::new()?), idle: Arc::new(Mutex::new(idle)) };
    serve(Router::new().route("/graphql", post(answer)).with_state(state)).await
}

async fn answer(State(state): State<ByHand>, headers: HeaderMap, Json(asked): Json<Asked>) -> Response {
    let token = headers.get(header::AUTHORIZATION).and_then(|token| token.to_str().ok());
    if state.tokens.caller(token).is_err() {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    match entries(&state, asked.variables.case) {
        Ok(nodes) => {
            let nodes = serde_json::to_string(&nodes).unwrap_or_default();
            let body = format!("{{\"data\":{{\"path\":{{\"entries\":{{\"nodes\":{nodes}}}}}}}}}");
            ([(header::CONTENT_TYPE, "application/json")], body).into_response()
        }
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn entries(state: &ByHand, case: CaseId) -> Result<Vec<Node>> {
    let taken = state.idle.lock().map_err(|_| anyhow::anyhow!("a reader panicked"))?.pop();
    let connection = taken.context("more threads than readers")?;
    let nodes = {
        let mut select = connection.prepare_cached(
            "SELECT position, object_kind, object_id, part_kind, part_id, event, state_before, state_after, reason,
             facts, happened_at, recorded_at, actor, role FROM entries WHERE case_id = ?1
             ORDER BY happened_at, position LIMIT 20",
        )?;
        select.query_map([case.to_string()], node)?.collect::<rusqlite::Result<Vec<_>>>()
    };
    state.idle.lock().map_err(|_| anyhow::anyhow!("a reader panicked"))?.push(connection);
    Ok(nodes?)
}
