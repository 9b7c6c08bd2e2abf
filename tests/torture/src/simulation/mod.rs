//! Two nodes, three clients, followers, a storage in memory, and bad weather: all of it follows from a
//! seed, on a clock that is simulated too.
//!
//! The committer, its queue and the ledger are the real ones. Simulated are the storage ([`store`]), time,
//! the order in which things happen, kills of nodes, and a standby that takes over. What a seed did can
//! be done again: `cargo xtask torture --only simulation --seed N`.

mod store;

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use journal::{Engine, Ledger};
use kernel::Position;
use rand::Rng;
use rand::rngs::StdRng;
use store::{Connected, Lack, Store};

use crate::table::{Canary, Line};
use crate::witness::{Answer, Found, judge};
use crate::{Trial, work};

const CLIENTS: u64 = 3;
const COMMANDS: u64 = 6;
const NODES: usize = 2;
/// Simulated time until the weather is good again.
const STORM: Duration = Duration::from_secs(3);
/// A client gives an answer up and asks again.
const PATIENCE: Duration = Duration::from_secs(2);

/// The promise, and its canaries.
pub(crate) fn run(trial: &Trial) -> Line {
    let mut line = Line::default();
    let seeds = trial.effort.of(25_000, 200);
    let mut twice = 0;
    for seed in trial.seed..trial.seed + seeds {
        let seen = play(seed, Lack::Nothing);
        line.faults += 1;
        line.add(&seen.found.at(&format!("seed {seed}")));
        if seed % 25 == 0 {
            twice += 1;
            if play(seed, Lack::Nothing).trace != seen.trace {
                line.wrong(format!("seed {seed} did something else the second time"));
            }
        }
    }
    line.note =
        format!("{seeds} seeds (counted as faults); {twice} of them played twice, the same each time");
    line.canary = canary(trial.seed);
    line
}

/// Each lack must be noticed within a few seeds.
fn canary(seed: u64) -> Canary {
    let mut told = Vec::new();
    let mut missed = false;
    for lack in [Lack::UniqueIndex, Lack::HeadRow, Lack::Securing] {
        let caught = (seed..seed + 200).find(|seed| !play(*seed, lack).found.fine());
        missed |= caught.is_none();
        told.push(format!("{lack:?} at seed {caught:?}"));
    }
    let told = format!("that lacks something was caught: {}", told.join(", "));
    if missed { Canary::Missed(told) } else { Canary::Caught(told) }
}

/// What one seed led to.
struct Seen {
    found: Found,
    trace: u64,
}

/// Everything that shares one storage.
struct World {
    store: Arc<Mutex<Store>>,
    rng: Arc<Mutex<StdRng>>,
    lack: Lack,
    weather: Arc<AtomicBool>,
    nodes: Mutex<Vec<Node>>,
    answers: Mutex<Vec<Answer>>,
    wrong: Mutex<Vec<String>>,
}

#[derive(Clone)]
struct Node {
    ledger: Arc<Ledger>,
    engine: Arc<Connected>,
}

fn play(seed: u64, lack: Lack) -> Seen {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().start_paused(true).build();
    runtime.expect("a runtime can be started").block_on(async {
        let world = World::new(seed, lack).await;
        let clients: Vec<_> =
            (0..CLIENTS).map(|client| tokio::spawn(client_of(Arc::clone(&world), seed, client))).collect();
        let followers: Vec<_> =
            (0..NODES).map(|node| tokio::spawn(follower(Arc::clone(&world), node))).collect();
        let storm = tokio::spawn(storm(Arc::clone(&world)));
        for client in clients {
            client.await.expect("a client ends");
        }
        storm.await.expect("the storm ends");
        // What is under way arrives, and followers read it.
        tokio::time::sleep(Duration::from_secs(5)).await;
        let mut traced = DefaultHasher::new();
        let engine = Arc::clone(&world.nodes.lock().expect("whole")[0].engine);
        let answers = world.answers.lock().expect("whole").clone();
        let mut found = judge(&*engine, &answers).await.expect("the weather is good");
        let head = engine.head().await.expect("the weather is good");
        for follower in followers {
            follower.abort();
        }
        for (position, event) in &world.store.lock().expect("whole").events {
            (position, event.meta.command.0, event.version).hash(&mut traced);
        }
        for answer in &answers {
            (answer.command.0, answer.position.0).hash(&mut traced);
        }
        tokio::time::Instant::now().elapsed().hash(&mut traced);
        found.damage.extend(world.wrong.lock().expect("whole").drain(..));
        if answers.len() as u64 != CLIENTS * COMMANDS {
            found.damage.push(format!("{} answers, up to {head}", answers.len()));
        }
        Seen { found, trace: traced.finish() }
    })
}

impl World {
    async fn new(seed: u64, lack: Lack) -> Arc<Self> {
        let world = Arc::new(Self {
            store: Arc::default(),
            rng: Arc::new(Mutex::new(work::chance(seed))),
            lack,
            weather: Arc::default(),
            nodes: Mutex::default(),
            answers: Mutex::default(),
            wrong: Mutex::default(),
        });
        for _ in 0..NODES {
            let node = world.start().await;
            world.nodes.lock().expect("whole").push(node);
        }
        world.weather.store(true, Ordering::Relaxed);
        world
    }

    fn dice(&self, below: u64) -> u64 {
        self.rng.lock().expect("whole").random_range(0..below)
    }

    fn node(&self, number: usize) -> Node {
        self.nodes.lock().expect("whole")[number].clone()
    }

    /// Starts a node; in bad weather that may need some tries.
    async fn start(&self) -> Node {
        loop {
            let engine = Connected::new(&self.store, &self.rng, self.lack, &self.weather);
            if let Ok(ledger) = work::ledger(engine.clone()).await {
                return Node { ledger, engine };
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    }

    fn wrong(&self, what: String) {
        self.wrong.lock().expect("whole").push(what);
    }
}

/// A client and its outbox: one command after the other, each until it is answered.
async fn client_of(world: Arc<World>, seed: u64, client: u64) {
    let mut rng = work::chance(seed * 100 + client);
    for number in 1..=COMMANDS {
        let append = work::append(&mut rng, client, number, 3, 20);
        let mut first: Option<Answer> = None;
        // Now and then once more than needed: the answer must be the same.
        let mut more = u64::from(world.dice(4) == 0);
        loop {
            let node = world.node(usize::try_from(world.dice(NODES as u64)).expect("few"));
            let asked = node.ledger.append(append.clone());
            match tokio::time::timeout(PATIENCE, asked).await {
                Ok(Ok(receipt)) => {
                    let answer = Answer::of(&append.network, append.command(), &receipt);
                    match &first {
                        Some(first) if *first != answer => {
                            world.wrong(format!("{first:?} and then {answer:?}"));
                        }
                        Some(_) => {}
                        None => {
                            world.answers.lock().expect("whole").push(answer.clone());
                            first = Some(answer);
                        }
                    }
                    if more == 0 {
                        break;
                    }
                    more -= 1;
                }
                Ok(answer) if work::again(&answer) => {}
                Ok(Err(other)) => {
                    world.wrong(format!("{} was answered {other:?}", append.command()));
                    return;
                }
                Err(_) => {}
            }
            tokio::time::sleep(Duration::from_millis(world.dice(60))).await;
        }
    }
}

/// Reads what is recorded, in order, and forgets nothing of it but what a fail-over took away.
async fn follower(world: Arc<World>, number: usize) {
    let (mut seen, mut epoch) = (Position(0), 0);
    loop {
        tokio::time::sleep(Duration::from_millis(1 + world.dice(20))).await;
        let node = world.node(number);
        let now = world.store.lock().expect("whole").epoch;
        if now != epoch {
            // Read models are rebuilt when another server took over.
            (seen, epoch) = (Position(0), now);
        }
        let Ok(Ok(page)) = tokio::time::timeout(PATIENCE, node.engine.read_all(seen, None, None, 7)).await
        else {
            continue;
        };
        if world.store.lock().expect("whole").epoch != epoch {
            continue;
        }
        for event in page {
            if event.position.0 != seen.0 + 1 {
                world.wrong(format!("a follower saw {} after {seen}", event.position));
            }
            seen = event.position;
        }
    }
}

/// Nodes are killed and started again, and a standby takes over now and then; then the weather is good.
async fn storm(world: Arc<World>) {
    let until = tokio::time::Instant::now() + STORM;
    while tokio::time::Instant::now() < until {
        tokio::time::sleep(Duration::from_millis(world.dice(700))).await;
        if world.dice(3) == 0 {
            world.store.lock().expect("whole").fail_over();
        } else {
            let number = usize::try_from(world.dice(NODES as u64)).expect("few");
            world.node(number).engine.dead.store(true, Ordering::Relaxed);
            let node = world.start().await;
            world.nodes.lock().expect("whole")[number] = node;
        }
    }
    world.weather.store(false, Ordering::Relaxed);
}
