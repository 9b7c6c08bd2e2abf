//! Whole stories over HTTP against the real binary, on both engines.
//!
//! A [`World`] is a running `entraide demo --empty` with a clock that the story moves on. Read
//! on: [`World::as_`] (who asks), [`Person::done`] and [`Person::refused`] (what follows),
//! [`Person::read`] (what is seen). Whatever a story says about people is watched for in logs, metrics,
//! addresses and messages of every node it starts: [`running`].

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test kit fails by panicking"
)]

pub mod running;
pub mod tilleuls;

use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};

use reqwest::Method;
use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use running::Running;
use serde_json::{Value, json};
use support::personal::Watch;
use tempfile::TempDir;
use tokio::process::Command;
use uuid::Uuid;

/// Makes each story a test on both engines. A PostgreSQL that is not installed is said loudly.
#[macro_export]
macro_rules! on_both_engines {
    ($clock:literal: $($story:ident),+ $(,)?) => {
        mod on_sqlite {
            $(
                #[tokio::test]
                async fn $story() {
                    super::$story($crate::World::sqlite($clock).await).await;
                }
            )+
        }
        mod on_postgres {
            $(
                #[tokio::test]
                async fn $story() {
                    if let Some(world) = $crate::World::postgres($clock).await {
                        super::$story(world).await;
                    }
                }
            )+
        }
    };
}

/// A running node with nothing in it, at a simulated time.
pub struct World {
    /// Where it listens, such as `127.0.0.1:40123`.
    pub address: String,
    /// Its data folder.
    pub data: PathBuf,
    /// The journal's address, when it is in PostgreSQL.
    pub journal: Option<String>,
    /// What must turn up in no log, metric, address or message of it.
    pub watch: Watch,
    client: reqwest::Client,
    // Ends before its folder goes.
    running: Running,
    folder: TempDir,
}

/// What came back over the wire.
#[derive(Debug)]
pub struct Exchange {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub text: String,
}

impl Exchange {
    /// The body as JSON; what is no JSON is a text.
    pub fn body(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| Value::from(self.text.as_str()))
    }
}

static IDS: AtomicU64 = AtomicU64::new(1);

/// An id nobody has used, as a client makes it.
pub fn new_id() -> String {
    let process = u128::from(std::process::id()) << 64;
    Uuid::from_u128(
        0x0190_0000_0000_7000_8000_0000_0000_0000 | process | u128::from(IDS.fetch_add(1, Ordering::Relaxed)),
    )
    .to_string()
}

/// The binary under test: `ENTRAIDE_BIN`, or the one built beside this test.
pub fn binary() -> PathBuf {
    if let Some(path) = std::env::var_os("ENTRAIDE_BIN") {
        return path.into();
    }
    let beside =
        std::env::current_exe().unwrap().parent().and_then(|deps| deps.parent()).unwrap().join("entraide");
    assert!(beside.exists(), "{} is missing: cargo build -p node", beside.display());
    beside
}

impl World {
    /// On the embedded engine, at an instant.
    pub async fn sqlite(clock: &str) -> Self {
        Self::start(&["demo", "--empty", "--clock", clock], None, tempfile::tempdir().unwrap()).await
    }

    /// On PostgreSQL, at an instant; `None` when it is not installed.
    pub async fn postgres(clock: &str) -> Option<Self> {
        let journal = support::postgres::database().await?;
        Some(
            Self::start(&["demo", "--empty", "--clock", clock], Some(journal), tempfile::tempdir().unwrap())
                .await,
        )
    }

    /// Starts the binary on a folder; `arguments` come before the address and the place.
    pub async fn start(arguments: &[&str], journal: Option<String>, folder: TempDir) -> Self {
        let running = Running::start(arguments, journal.as_deref(), folder.path()).await;
        let client = reqwest::Client::builder().no_proxy().redirect(reqwest::redirect::Policy::none());
        Self {
            address: running.address.clone(),
            data: folder.path().join("data"),
            journal,
            watch: running.watch.clone(),
            client: client.build().unwrap(),
            running,
            folder,
        }
    }

    /// Stops the node politely and starts it again on the same place, with `demo` at an instant.
    pub async fn restart(self, clock: &str) -> Self {
        let (journal, folder) = self.stop().await;
        Self::start(&["demo", "--empty", "--clock", clock], journal, folder).await
    }

    /// Stops the node politely; what it was on stays.
    pub async fn stop(self) -> (Option<String>, TempDir) {
        self.running.stop().await;
        (self.journal, self.folder)
    }

    /// Ends the node, and gives the personal words that it let out: for showing that they are found.
    pub fn betrayed(self) -> Vec<String> {
        self.running.betrayed()
    }

    /// Runs another command of the binary on the same place; standard output and whether it succeeded.
    pub async fn command(&self, arguments: &[&str]) -> (String, bool) {
        let mut command = Command::new(binary());
        command.args(arguments).arg("--data").arg(&self.data);
        if let Some(journal) = &self.journal {
            command.args(["--journal", journal]);
        }
        let output = running::run(command, &self.watch).await;
        let text =
            String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        (text, output.status.success())
    }

    /// A request and its answer, byte for byte; both are watched.
    pub async fn exchange(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: impl Into<reqwest::Body>,
    ) -> Exchange {
        let mut all = HeaderMap::new();
        for (name, value) in headers {
            all.insert(HeaderName::try_from(*name).unwrap(), HeaderValue::from_str(value).unwrap());
        }
        let (url, body) = (format!("http://{}{path}", self.address), body.into());
        let sent = body.as_bytes().unwrap_or_default().to_vec();
        let answer = self.client.request(method, url).headers(all).body(body).send().await.unwrap();
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        let text = answer.text().await.unwrap();
        self.watch.exchange(path, &sent, &text);
        Exchange { status, headers, text }
    }

    /// Moves the clock on, and lets everything that falls due meanwhile happen.
    pub async fn at(&self, now: &str) {
        let answer = self.post_json("/demo/clock", &[], &json!({ "now": now })).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
    }

    /// Somebody of the example, in Brussels: nora, samir (hosts), odile (coordinator), karim, bea,
    /// yasmine (volunteers), mona (member), partner, reception, auditor, admin, organiser.
    pub fn as_(&self, name: &str) -> Person<'_> {
        self.of(name, "brussels")
    }

    /// Somebody of the example, in a network: brussels or quebec.
    pub fn of(&self, name: &str, network: &str) -> Person<'_> {
        Person { world: self, token: Some(format!("demo-{name}-{network}")), language: "fr-BE" }
    }

    /// Somebody of the example in Brussels whose role is tied to something: a site, a partner, a
    /// referral or a member.
    pub fn tied(&self, name: &str, tie: &str, id: &str) -> Person<'_> {
        let token = format!("demo-{name}-brussels/{tie}/{id}");
        Person { world: self, token: Some(token), language: "fr-BE" }
    }

    /// The partner who answers a referral by its link.
    pub fn answerer(&self, referral: &str) -> Person<'_> {
        self.tied("partner", "referral", referral)
    }

    /// Anybody, without an account.
    pub fn anybody(&self) -> Person<'_> {
        Person { world: self, token: None, language: "fr-BE" }
    }

    /// A page or a health route.
    pub async fn get(&self, path: &str) -> (u16, String) {
        let answer = self.exchange(Method::GET, path, &[], "").await;
        (answer.status, answer.text)
    }

    /// A POST of JSON whose answer goes on; the story watches what it reads of it.
    pub async fn followed(&self, path: &str, headers: &[(&str, &str)], body: &Value) -> reqwest::Response {
        self.watch.asked(path);
        self.watch.sent(body.to_string().as_bytes());
        let mut request = self.client.post(format!("http://{}{path}", self.address)).json(body);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.send().await.unwrap()
    }

    /// A POST of JSON.
    pub async fn post_json(&self, path: &str, headers: &[(&str, &str)], body: &Value) -> Exchange {
        let all = [&[("content-type", "application/json")][..], headers].concat();
        self.exchange(Method::POST, path, &all, body.to_string()).await
    }
}

/// Somebody at the other end of the wire.
#[derive(Clone)]
pub struct Person<'a> {
    world: &'a World,
    /// Their token.
    pub token: Option<String>,
    language: &'static str,
}

/// What a mutation answered when it was done.
#[derive(Debug, Clone)]
pub struct Done {
    /// Where the journal stands with it.
    pub position: String,
    /// The version of the object.
    pub version: u64,
    /// What happened, in order.
    pub events: Vec<String>,
    /// Whether it had been done before.
    pub repeated: bool,
    facts: Value,
}

impl Done {
    /// A fact of the answer, such as `returnCode`.
    pub fn fact(&self, name: &str) -> String {
        let facts = self.facts.as_array().unwrap();
        let fact = facts
            .iter()
            .find(|fact| fact["name"] == name)
            .unwrap_or_else(|| panic!("no fact {name}: {facts:?}"));
        fact["value"].as_str().unwrap().to_owned()
    }
}

const OUTCOME: &str = "{ __typename ... on Done { position version events repeated facts { name value } } \
                       ... on Refusal { code message retriable details { name value } } }";

impl Person<'_> {
    /// The same person, answered in another language: fr-BE, fr-CA, nl, ar, en.
    #[must_use]
    pub fn in_(mut self, language: &'static str) -> Self {
        self.language = language;
        self
    }

    /// Sends an operation; the whole answer with `data` and `errors`.
    pub async fn send(&self, query: &str, variables: Value) -> Value {
        self.post(json!({ "query": query, "variables": variables })).await
    }

    /// Sends a document of the pages by its id, as they do.
    pub async fn send_document(&self, id: &str, variables: Value) -> Value {
        self.post(json!({ "documentId": id, "variables": variables })).await
    }

    async fn post(&self, body: Value) -> Value {
        let bearer = self.token.as_ref().map(|token| format!("Bearer {token}"));
        let mut headers =
            vec![("accept", "application/graphql-response+json"), ("accept-language", self.language)];
        headers.extend(bearer.as_deref().map(|bearer| ("authorization", bearer)));
        let answer = self.world.post_json("/graphql", &headers, &body).await;
        serde_json::from_str(&answer.text).unwrap_or_else(|error| panic!("{error}: {answer:?}"))
    }

    /// Reads: the data of a query that must have no errors.
    pub async fn read(&self, query: &str, variables: Value) -> Value {
        let answer = self.send(query, variables).await;
        assert!(answer.get("errors").is_none(), "{query}\n{answer:#}");
        answer["data"].clone()
    }

    /// Sends a mutation on an object: `field` with `id` and `input` (null when it takes none).
    /// The input is written as a GraphQL literal would be too noisy: it travels as a variable of
    /// the type the field asks for, named in `input_type`, such as `RecordVisitInput!`.
    pub async fn ask(&self, field: &str, id: &str, input_type: &str, input: Value) -> Value {
        self.ask_as(&new_id(), field, id, input_type, input, Value::Null).await
    }

    /// The same with a command id of one's own, and what else the mutation may carry:
    /// `expectedVersion`, `occurredAt`.
    pub async fn ask_as(
        &self,
        command: &str,
        field: &str,
        id: &str,
        input_type: &str,
        input: Value,
        more: Value,
    ) -> Value {
        let mut variables = json!({ "command": command });
        let (mut declared, mut passed) =
            (String::from("$command: CommandId!"), String::from("commandId: $command"));
        if !id.is_empty() {
            let _ = write!(passed, ", id: {}", Value::from(id));
        }
        if !input.is_null() {
            let _ = write!(declared, ", $input: {input_type}");
            passed.push_str(", input: $input");
            variables["input"] = input;
        }
        for (name, value) in more.as_object().into_iter().flatten() {
            let _ = write!(passed, ", {name}: {value}");
        }
        let query = format!("mutation({declared}) {{ outcome: {field}({passed}) {OUTCOME} }}");
        let answer = self.send(&query, variables).await;
        assert!(answer.get("errors").is_none(), "{query}\n{answer:#}");
        answer["data"]["outcome"].clone()
    }

    /// Sends a mutation that must be done.
    pub async fn done(&self, field: &str, id: &str, input_type: &str, input: Value) -> Done {
        read_done(field, &self.ask(field, id, input_type, input).await)
    }

    /// Sends a mutation, reported by the device as having happened at another time, that must be done.
    pub async fn done_at(&self, at: &str, field: &str, id: &str, input_type: &str, input: Value) -> Done {
        read_done(
            field,
            &self.ask_as(&new_id(), field, id, input_type, input, json!({ "occurredAt": at })).await,
        )
    }

    /// Sends a mutation that must be refused; the code, and the message a person reads.
    pub async fn refused(&self, field: &str, id: &str, input_type: &str, input: Value) -> (String, String) {
        let outcome = self.ask(field, id, input_type, input).await;
        assert_eq!(outcome["__typename"], "Refusal", "{field} was done: {outcome:#}");
        let text = |name: &str| outcome[name].as_str().unwrap().to_owned();
        (text("code"), text("message"))
    }
}

/// The answer of a mutation that must be done.
pub fn read_done(field: &str, outcome: &Value) -> Done {
    assert_eq!(outcome["__typename"], "Done", "{field} was refused: {outcome:#}");
    Done {
        position: outcome["position"].as_str().unwrap().to_owned(),
        version: outcome["version"].as_u64().unwrap(),
        events: outcome["events"]
            .as_array()
            .unwrap()
            .iter()
            .map(|name| name.as_str().unwrap().to_owned())
            .collect(),
        repeated: outcome["repeated"].as_bool().unwrap(),
        facts: outcome["facts"].clone(),
    }
}
