//! The gate: every operation, however it arrived, is bounded, authorized, timed and masked here.

use std::any::TypeId;
use std::sync::Arc;
use std::time::Duration;

use async_graphql::parser::types::OperationType;
use async_graphql::{Data, Executor, Request, Response, ServerError, Value};
use futures_util::future::BoxFuture;
use futures_util::stream::{self, BoxStream, StreamExt};
use graph::{Caller, Ports};
use tracing::Instrument;
use uuid::Uuid;

use crate::access::Access;
use crate::fields::{Fields, Uses};
use crate::in_turn::InTurn;
use crate::inputs::{Inputs, parted};
use crate::nesting::too_deep;
use crate::schema::EntraideSchema;
use crate::staff::Staff;

/// How long an operation may take; a read may wait five seconds for its position.
const TIME: Duration = Duration::from_secs(15);

/// The most characters of an error: enough for a place and a reason.
const LONGEST_MESSAGE: usize = 500;

pub use crate::authenticate::{Authenticate, Unauthenticated};

/// The schema behind its checks.
#[derive(Clone)]
pub struct Gate {
    schema: EntraideSchema,
    fields: Arc<Fields>,
    inputs: Arc<Inputs>,
    ports: Ports,
    /// The same for those who follow.
    following: Ports,
    access: Arc<dyn Access>,
}

impl Gate {
    /// Puts a gate before the schema.
    ///
    /// # Errors
    /// When the schema cannot be read back: a fault of ours.
    pub fn new(ports: Ports, access: Arc<dyn Access>) -> Result<Self, String> {
        let schema = crate::schema::watched(crate::traced::watched());
        let sdl = schema.sdl();
        let (fields, inputs) = (Arc::new(Fields::of(&sdl)?), Arc::new(Inputs::of(&sdl)?));
        let following = Ports { rows: Arc::new(InTurn::new(Arc::clone(&ports.rows))), ..ports.clone() };
        Ok(Self { schema, fields, inputs, ports, following, access })
    }

    /// The ports behind the gate.
    pub fn ports(&self) -> &Ports {
        &self.ports
    }

    /// Runs a query or a mutation.
    ///
    /// Boxed here: else every program that asks compiles the whole schema for itself.
    pub fn run(&self, caller: Caller, request: Request) -> BoxFuture<'_, Response> {
        Box::pin(self.answer(caller, request))
    }

    async fn answer(&self, caller: Caller, mut request: Request) -> Response {
        match self.admit(&caller, &mut request) {
            Err(error) => refused(error),
            Ok(Uses { operation: OperationType::Subscription, .. }) => refused(error(
                "SUBSCRIPTION",
                "subscriptions come over /graphql/ws or Accept: text/event-stream",
            )),
            Ok(uses) => {
                let started = tokio::time::Instant::now();
                let span = crate::traced::operation(&mut request, &uses);
                let sighted = self.access.sighted(&caller, &uses, &self.ports);
                let run = self
                    .schema
                    .execute(request.data(caller).data(sighted.ports).data(Staff::of(&self.ports)));
                let response = match tokio::time::timeout(TIME, run.instrument(span)).await {
                    Ok(response) => sighted.withheld.told(masked(self.located(response, &uses))),
                    Err(_) => refused(error(
                        "TIMEOUT",
                        "it took too long; a command is answered again under the same commandId",
                    )),
                };
                let labels = [("operation", word(uses.operation)), ("outcome", outcome(&response))];
                metrics::histogram!("entraide_graphql_seconds", &labels)
                    .record(started.elapsed().as_secs_f64());
                response
            }
        }
    }

    /// Runs any operation as a stream of responses.
    pub fn stream(&self, caller: Caller, mut request: Request) -> BoxStream<'static, Response> {
        match self.admit(&caller, &mut request) {
            Err(error) => one(refused(error)),
            Ok(uses) if uses.operation == OperationType::Subscription => {
                let gate = self.clone();
                let sighted = self.access.sighted(&caller, &uses, &self.following);
                let withheld = sighted.withheld;
                self.schema
                    .execute_stream(request.data(caller).data(sighted.ports))
                    .map(move |response| withheld.told(masked(gate.located(response, &uses))))
                    .boxed()
            }
            Ok(_) => {
                let gate = self.clone();
                stream::once(async move { gate.run(caller, request).await }).boxed()
            }
        }
    }

    /// Parses, counts root mutations, asks whether the caller may, and looks at what is given.
    fn admit(&self, caller: &Caller, request: &mut Request) -> Result<Uses, ServerError> {
        let operation = request.operation_name.clone();
        if too_deep(&request.query) {
            return Err(error("BAD_REQUEST", "the query is nested too deep; ask for less at a time"));
        }
        let variables = request.variables.clone();
        let document = request.parsed_query()?;
        let uses = self
            .fields
            .used(document, operation.as_deref(), &variables)
            .map_err(|unclear| error("BAD_REQUEST", unclear))?;
        if uses.operation == OperationType::Mutation && uses.roots.len() + uses.unknown.len() != 1 {
            return Err(error("ONE_MUTATION", "send one mutation at a time: each is committed by itself"));
        }
        self.access.allows(caller, &uses).map_err(|denied| error("FORBIDDEN", denied))?;
        self.inputs.look(&uses.given).map_err(|unfit| error("BAD_REQUEST", unfit))?;
        // A number that was left out is one that was not given; async-graphql 8.0.0-rc.5 calls the variable
        // unknown where it weighs a list by it.
        request.variables.extend(uses.absent.iter().map(|name| (name.clone(), Value::Null)));
        Ok(uses)
    }

    /// A value that only its own type did not take: the answer says where it stands.
    fn located(&self, mut response: Response, uses: &Uses) -> Response {
        for error in &mut response.errors {
            let Some((named, reason)) = parted(&error.message) else { continue };
            let Some(at) = error.locations.first() else { continue };
            let places = self.inputs.places(&uses.given, *at, named);
            let place = if places.is_empty() { named.to_owned() } else { places.join(" or ") };
            error.message = format!("{place}: {reason}");
            error.extensions.get_or_insert_default().set("code", "BAD_REQUEST");
        }
        response
    }
}

fn one(response: Response) -> BoxStream<'static, Response> {
    stream::once(async move { response }).boxed()
}

/// What became of an operation, in a word.
fn outcome(response: &Response) -> &'static str {
    let codes = || response.errors.iter().filter_map(code);
    if response.errors.is_empty() {
        "answered"
    } else if codes().any(|code| code == "FAULT") {
        "fault"
    } else if codes().any(|code| matches!(code, "TIMEOUT" | "UNAVAILABLE" | "OVERLOADED" | "NOT_YET")) {
        "unavailable"
    } else {
        "refused"
    }
}

pub(crate) fn word(operation: OperationType) -> &'static str {
    match operation {
        OperationType::Query => "query",
        OperationType::Mutation => "mutation",
        OperationType::Subscription => "subscription",
    }
}

/// An error with a code the client can act on.
pub(crate) fn error(code: &str, message: impl ToString) -> ServerError {
    let mut error = ServerError::new(message.to_string(), None);
    error.extensions.get_or_insert_default().set("code", code);
    error
}

pub(crate) fn refused(mut error: ServerError) -> Response {
    if code(&error).is_none() {
        error.extensions.get_or_insert_default().set("code", "BAD_REQUEST");
    }
    shorten(&mut error.message);
    Response::from_errors(vec![error])
}

/// The code of an error, if it has one.
pub(crate) fn code(error: &ServerError) -> Option<&str> {
    match error.extensions.as_ref()?.get("code")? {
        Value::String(code) => Some(code),
        _ => None,
    }
}

/// Faults of ours are told to the log, with an id; the client learns the id only.
fn masked(mut response: Response) -> Response {
    for error in &mut response.errors {
        let ours = code(error) == Some("FAULT") || (code(error).is_none() && !error.path.is_empty());
        if ours {
            #[allow(clippy::disallowed_methods, reason = "an adapter: the id of a log line")]
            let id = Uuid::new_v4();
            tracing::error!(%id, message = error.message, path = ?error.path, "a fault");
            error.message = format!("something went wrong on our side; tell a coordinator this number: {id}");
            let extensions = error.extensions.get_or_insert_default();
            extensions.set("code", "FAULT");
            extensions.set("correlationId", id.to_string());
        }
        if code(error) == Some("UNAVAILABLE") {
            tracing::warn!(message = error.message, path = ?error.path, "unavailable");
            "unavailable for the moment; try again".clone_into(&mut error.message);
        }
        if code(error).is_none() {
            error.extensions.get_or_insert_default().set("code", "BAD_REQUEST");
        }
        shorten(&mut error.message);
    }
    response
}

/// An error that repeats what was sent is not as long as what was sent.
fn shorten(message: &mut String) {
    if let Some((end, _)) = message.char_indices().nth(LONGEST_MESSAGE) {
        message.truncate(end);
        message.push('\u{2026}');
    }
}

/// What a `WebSocket` runs: the caller was put into the session when it opened.
#[async_trait::async_trait]
impl Executor for Gate {
    async fn execute(&self, request: Request) -> Response {
        drop(request);
        refused(error("UNAUTHENTICATED", "operations come with a caller"))
    }

    fn execute_stream(&self, request: Request, session: Option<Arc<Data>>) -> BoxStream<'static, Response> {
        let caller =
            session.as_ref().and_then(|data| data.get(&TypeId::of::<Caller>())?.downcast_ref::<Caller>());
        match caller {
            Some(caller) => self.stream(caller.clone(), request),
            None => one(refused(error("UNAUTHENTICATED", "send connection_init first"))),
        }
    }
}
