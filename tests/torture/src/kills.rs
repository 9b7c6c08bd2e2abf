//! `kill -9` of the real server under sixteen clients, each with a journal of its own.
//!
//! A client sends one command after the other over HTTP and writes down what it was answered. What it
//! has no answer to it sends again, under the same command id, to whoever serves next; now and then
//! also what it was answered, which must be answered the same. After each kill `entraide doctor` and
//! `entraide rebuild --verify` must find nothing; after some, and at the end, the whole journal is
//! compared with what the clients know.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use journal::Engine;
use journal::postgres::Postgres;
use journal::sqlite::Sqlite;
use kernel::{CommandId, Position};
use rand::Rng;
use rand::rngs::StdRng;
use serde_json::{Value, json};
use tokio::sync::watch;
use uuid::Uuid;

use crate::server::{Server, entraide, node, succeeds};
use crate::table::{Canary, Line};
use crate::witness::{Answer, judge};
use crate::{Trial, early, on_a_runtime, work};

pub(crate) const CLIENTS: u64 = 16;
/// Where kills fall after the server is there, in milliseconds.
const LIVES: std::ops::Range<u64> = 20..400;

/// The promise on the embedded engine, and its canary.
pub(crate) fn on_sqlite(trial: &Trial) -> Line {
    on_a_runtime(async {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let place = Place { binary: trial.binary.clone(), data: folder.path().join("data"), journal: None };
        let kills = trial.effort.of(5_000, 30);
        let mut line = told(trial.seed, kills, &Serves::Node(place), folder.path()).await;
        line.canary = canary(trial.seed).await;
        line
    })
}

/// The promise on PostgreSQL: the node is killed, the server stays. The canary is the one of the
/// other engine: the clients and the witness are the same.
pub(crate) fn on_postgres(trial: &Trial) -> Line {
    on_a_runtime(async {
        let Some(journal) = support::postgres::durable_database().await else {
            return Line::skipped("initdb and postgres were not found");
        };
        let folder = tempfile::tempdir().expect("a temporary folder");
        let data = folder.path().join("data");
        let place = Place { binary: trial.binary.clone(), data, journal: Some(journal) };
        let kills = trial.effort.of(5_000, 20);
        let mut line = told(trial.seed + 1, kills, &Serves::Node(place), folder.path()).await;
        line.canary = canary(trial.seed + 1).await;
        line
    })
}

/// A server that answers before it commits.
async fn canary(seed: u64) -> Canary {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let serves = Serves::Early(folder.path().to_owned());
    let line = told(seed, 5, &serves, folder.path()).await;
    let told = format!(
        "that answers before it commits lost {} of {} acknowledged in {} kills",
        line.lost, line.acknowledged, line.faults
    );
    if line.lost > 0 { Canary::Caught(told) } else { Canary::Missed(told) }
}

async fn told(seed: u64, kills: u64, serves: &Serves, folder: &Path) -> Line {
    let mut line = Line::default();
    if let Err(error) = kill_often(&mut line, seed, kills, serves, folder).await {
        line.wrong(format!("seed {seed}: {error:#}"));
    }
    line
}

struct Place {
    binary: PathBuf,
    data: PathBuf,
    journal: Option<String>,
}

/// Who serves.
enum Serves {
    Node(Place),
    Early(PathBuf),
}

impl Serves {
    fn start(&self, folder: &Path) -> Result<Server> {
        let command = match self {
            Self::Node(place) => node(&place.binary, &place.data, place.journal.as_deref()),
            Self::Early(folder) => {
                let mut command = std::process::Command::new(std::env::current_exe()?);
                command.env(early::FOLDER, folder);
                command
            }
        };
        Server::start(command, &folder.join("log"))
    }

    async fn engine(&self) -> Result<Arc<dyn Engine>> {
        Ok(match self {
            Self::Node(Place { journal: Some(url), .. }) => Arc::new(Postgres::connect(url).await?),
            Self::Node(place) => Arc::new(Sqlite::open(place.data.join("journal.sqlite"))?),
            Self::Early(folder) => Arc::new(Sqlite::open(folder.join("journal.sqlite"))?),
        })
    }

    /// What an operator would look at.
    fn looked_after(&self) -> Result<()> {
        if let Self::Node(place) = self {
            for arguments in [&["doctor"][..], &["rebuild", "--verify"]] {
                succeeds(entraide(&place.binary, arguments, &place.data, place.journal.as_deref()))?;
            }
        }
        Ok(())
    }
}

async fn kill_often(line: &mut Line, seed: u64, kills: u64, serves: &Serves, folder: &Path) -> Result<()> {
    let mut rng = work::chance(seed);
    let (tell, address) = watch::channel(Vec::new());
    let done = Arc::new(AtomicU64::new(0));
    let clients: Vec<_> = (0..CLIENTS)
        .map(|number| {
            let client = Client::new(seed, number, address.clone(), Arc::clone(&done));
            tokio::spawn(client.run())
        })
        .collect();
    let mut wrong = Vec::new();
    for kill in 0..kills {
        let server = serves.start(folder).with_context(|| format!("after {kill} kills"))?;
        let before = done.load(Ordering::Relaxed);
        tell.send_replace(vec![server.address.clone()]);
        // A life begins with the first answer: an idle server is easily killed.
        while done.load(Ordering::Relaxed) == before {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        tokio::time::sleep(Duration::from_millis(rng.random_range(LIVES))).await;
        server.kill()?;
        line.faults += 1;
        tell.send_replace(Vec::new());
        if let Err(error) = serves.looked_after() {
            wrong.push(format!("seed {seed}, after kill {}: {error:#}", kill + 1));
        }
    }
    // One more life, in which everything that is open is answered.
    let server = serves.start(folder)?;
    tell.send_replace(vec![server.address.clone()]);
    drop(tell);
    let mut answers = Vec::new();
    let (mut resent, mut found) = (0, 0);
    for client in clients {
        let client = client.await?;
        answers.extend(client.answers);
        wrong.extend(client.wrong);
        resent += client.resent;
        found += client.found;
    }
    // Whatever was promised for a moment later is there now.
    tokio::time::sleep(Duration::from_millis(50)).await;
    server.kill()?;
    if let Err(error) = serves.looked_after() {
        wrong.push(format!("seed {seed}, at the end: {error:#}"));
    }
    let engine = serves.engine().await?;
    line.add(&judge(&*engine, &answers).await?.at(&format!("seed {seed}")));
    line.note = format!("{resent} commands without an answer were sent again, {found} of them had been done");
    for one in wrong {
        line.wrong(one);
    }
    Ok(())
}

/// A client and what it knows.
pub(crate) struct Client {
    seed: u64,
    number: u64,
    address: watch::Receiver<Vec<String>>,
    done: Arc<AtomicU64>,
    rng: StdRng,
    http: reqwest::Client,
    pub(crate) answers: Vec<Answer>,
    /// The site of each answer, to send it again.
    sites: Vec<Uuid>,
    pub(crate) wrong: Vec<String>,
    pub(crate) resent: u64,
    pub(crate) found: u64,
}

/// What came of one request.
#[derive(Debug)]
pub(crate) enum Heard {
    Done { position: Position, events: u64, repeated: bool },
    Nothing,
    Refused(String),
}

impl Client {
    /// One of those that serve is asked, by chance.
    pub(crate) fn new(
        seed: u64,
        number: u64,
        address: watch::Receiver<Vec<String>>,
        done: Arc<AtomicU64>,
    ) -> Self {
        let http = reqwest::Client::builder().no_proxy().timeout(Duration::from_secs(30));
        Self {
            seed,
            number,
            address,
            done,
            rng: work::chance(seed * CLIENTS + number),
            http: http.build().expect("a client can be made"),
            answers: Vec::new(),
            sites: Vec::new(),
            wrong: Vec::new(),
            resent: 0,
            found: 0,
        }
    }

    /// Sends commands until nobody will serve any more, and the last of them is answered.
    pub(crate) async fn run(mut self) -> Self {
        let mut number = 0;
        loop {
            number += 1;
            if let Err(error) = self.one(number).await {
                self.wrong.push(format!("seed {}, client {}: {error:#}", self.seed, self.number));
                return self;
            }
            // The last life ends with what is open.
            if self.address.has_changed().is_err() {
                return self;
            }
        }
    }

    /// One command, until it is answered.
    async fn one(&mut self, number: u64) -> Result<()> {
        let command = work::command(self.seed * 1_000 + self.number, number);
        let site = Uuid::from_u128(self.rng.random());
        for attempt in 0..1_000 {
            let address = self.server().await?;
            match send(&self.http, &address, command, site).await {
                Heard::Done { position, events, repeated } => {
                    if attempt > 0 {
                        self.resent += 1;
                        self.found += u64::from(repeated);
                    }
                    let answer = Answer { network: work::network(), command, position, events };
                    self.answers.push(answer);
                    self.sites.push(site);
                    self.done.fetch_add(1, Ordering::Relaxed);
                    return self.again().await;
                }
                Heard::Nothing => tokio::time::sleep(Duration::from_millis(5)).await,
                Heard::Refused(why) => bail!("{command} was refused: {why}"),
            }
        }
        bail!("{command} was never answered")
    }

    /// Now and then, an old question: the answer must be the first one.
    async fn again(&mut self) -> Result<()> {
        if !self.rng.random_ratio(1, 8) {
            return Ok(());
        }
        let address = self.server().await?;
        let which = self.rng.random_range(0..self.answers.len());
        let first = self.answers[which].clone();
        match send(&self.http, &address, first.command, self.sites[which]).await {
            Heard::Done { position, events, repeated: true }
                if (position, events) == (first.position, first.events) =>
            {
                Ok(())
            }
            Heard::Done { position, repeated, .. } => {
                let Answer { command, position: was, .. } = first;
                self.wrong.push(format!(
                    "{command} was answered with {was} first and with {position} then (repeated: {repeated})"
                ));
                Ok(())
            }
            Heard::Nothing => Ok(()),
            Heard::Refused(why) => bail!("{} was done and then refused: {why}", first.command),
        }
    }

    /// Where somebody serves, as soon as somebody does.
    async fn server(&mut self) -> Result<String> {
        let there = self.address.wait_for(|all| !all.is_empty()).await.context("nobody serves any more")?;
        Ok(there[self.rng.random_range(0..there.len())].clone())
    }
}

/// Opens a site under a command id, and hears what became of it.
pub(crate) async fn send(http: &reqwest::Client, address: &str, command: CommandId, site: Uuid) -> Heard {
    const QUERY: &str = "mutation($command: CommandId!, $id: SiteId!, $input: OpenSiteInput!) {
        outcome: openSite(commandId: $command, id: $id, input: $input) {
            __typename ... on Done { position events repeated } ... on Refusal { code retriable } } }";
    let input = json!({ "name": "Maison des Tilleuls", "timeZone": "Europe/Brussels", "languages": [] });
    let variables = json!({ "command": command.to_string(), "id": site.to_string(), "input": input });
    let request = http
        .post(format!("http://{address}/graphql"))
        .header("authorization", "Bearer demo-odile-brussels")
        .json(&json!({ "query": QUERY, "variables": variables }));
    let body: Value = match request.send().await {
        Ok(answer) => match answer.json().await {
            Ok(body) => body,
            Err(_) => return Heard::Nothing,
        },
        Err(_) => return Heard::Nothing,
    };
    let outcome = &body["data"]["outcome"];
    match outcome["__typename"].as_str() {
        Some("Done") => Heard::Done {
            position: outcome["position"].as_str().and_then(|text| text.parse().ok()).unwrap_or_default(),
            events: outcome["events"].as_array().map_or(0, |events| events.len() as u64),
            repeated: outcome["repeated"] == true,
        },
        Some(_) if outcome["retriable"] == true => Heard::Nothing,
        _ => Heard::Refused(body.to_string()),
    }
}
