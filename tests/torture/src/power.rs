//! The power goes: at every operation of SQLite's on the disk, with every kind of damage.
//!
//! A script of appends runs once on a disk in memory that writes down what SQLite did and when an
//! answer was given. For each point of that record a disk is made as a machine would find it after a
//! power cut there, the journal is opened on it, and whatever had been answered by then must be
//! there. A second test kills the process first, at every operation, and cuts the power after the
//! commands were sent again: what is found in a file is not yet on the disk.

use std::sync::{Arc, Mutex};

use disk::{Cuts, Damage, Disk, Op};
use graph::ports::Receipt;
use journal::sqlite::Sqlite;
use journal::{Append, Engine, JournalError};
use rand::rngs::StdRng;
use rand::{Rng, RngCore};

use crate::bent::{Bend, Bent};
use crate::table::{Canary, Line};
use crate::witness::{Answer, Found, judge};
use crate::{Trial, on_a_runtime, work};

/// How the journal of a disk is opened.
type Open = fn(&str) -> Result<Arc<dyn Engine>, JournalError>;

fn as_it_is(path: &str) -> Result<Arc<dyn Engine>, JournalError> {
    Ok(Arc::new(Sqlite::open(path)?))
}

fn with_normal(path: &str) -> Result<Arc<dyn Engine>, JournalError> {
    Ok(Arc::new(Sqlite::open_unsafely(path)?))
}

fn never_secured(path: &str) -> Result<Arc<dyn Engine>, JournalError> {
    Ok(Bent::new(as_it_is(path)?, Bend::NeverSecures))
}

const ALL: [Damage; 3] = [Damage::Dropped, Damage::Torn, Damage::Scattered];

/// The promise, and its canaries.
pub(crate) fn run(trial: &Trial) -> Line {
    on_a_runtime(async {
        let scripts = trial.effort.of(40, 10);
        let mut line = Line::default();
        for script in 0..scripts {
            let seed = trial.seed * 1_000 + script;
            cut_everywhere(&mut line, seed, &Script::short(seed), as_it_is, trial.effort.whole()).await;
        }
        let cuts = line.faults;
        let (seed, long) = (trial.seed, Script::long(trial.seed));
        cut_at_random(&mut line, seed, &long, trial.effort.of(1_000, 60)).await;
        let restarts = trial.effort.of(2_000, 60);
        let double = killed_then_cut(&mut line, trial.seed, restarts, as_it_is).await;
        line.note = format!(
            "{cuts} cuts at every operation of {scripts} scripts, {} at random across checkpoints, {double} after a kill",
            line.faults - cuts - double
        );
        line.canary = canary(trial.seed).await;
        line
    })
}

/// With `synchronous = NORMAL`, and with an engine that takes what it reads to be safe.
async fn canary(seed: u64) -> Canary {
    let mut normal = Line::default();
    cut_everywhere(&mut normal, seed, &Script::short(seed), with_normal, false).await;
    let mut unsafely = Line::default();
    killed_then_cut(&mut unsafely, seed, 60, never_secured).await;
    let told = format!(
        "synchronous=NORMAL lost {} of {} acknowledged in {} cuts; answering what is not flushed lost {} in {}",
        normal.lost, normal.acknowledged, normal.faults, unsafely.lost, unsafely.faults
    );
    if normal.lost > 0 && unsafely.lost > 0 { Canary::Caught(told) } else { Canary::Missed(told) }
}

/// Groups of appends that are sent at once, in episodes between which the node is stopped.
pub(crate) struct Script {
    pub(crate) episodes: Vec<Vec<Vec<Append>>>,
}

impl Script {
    /// A few dozen commands in two episodes.
    pub(crate) fn short(seed: u64) -> Self {
        let mut rng = work::chance(seed);
        let mut number = 0;
        let mut group = |rng: &mut StdRng| {
            (0..rng.random_range(1..=4))
                .map(|_| {
                    number += 1;
                    work::append(rng, seed, number, 3, 2_500)
                })
                .collect()
        };
        let episodes = (0..2).map(|_| (0..8).map(|_| group(&mut rng)).collect()).collect();
        Self { episodes }
    }

    /// Large events, so many that SQLite moves its log into the file while commands come in.
    pub(crate) fn long(seed: u64) -> Self {
        let mut rng = work::chance(seed);
        let groups = (0..110)
            .map(|group| (0..4).map(|n| work::append(&mut rng, seed, group * 4 + n, 5, 60_000)).collect());
        Self { episodes: vec![groups.collect()] }
    }

    fn appends(&self) -> impl Iterator<Item = &Append> {
        self.episodes.iter().flatten().flatten()
    }
}

/// What was answered, in the order of the marks on the disk.
type Answers = Arc<Mutex<Vec<Answer>>>;

fn answered(disk: &Disk, answers: &Answers, append: &Append, receipt: &Receipt) {
    let mut answers = answers.lock().unwrap();
    answers.push(Answer::of(&append.network, append.command(), receipt));
    disk.mark(answers.len() as u64);
}

/// Plays a script to its end.
async fn play(disk: &Arc<Disk>, script: &Script, open: Open) -> Answers {
    let answers = Answers::default();
    for episode in &script.episodes {
        let engine = open(&disk.path("journal.sqlite")).expect("a good disk can be opened");
        let ledger = work::ledger(engine).await.expect("a good journal can be read");
        for group in episode {
            let sent = group.iter().cloned().map(|append| {
                let (ledger, disk, answers) = (Arc::clone(&ledger), Arc::clone(disk), Arc::clone(&answers));
                tokio::spawn(async move {
                    let receipt = ledger.append(append.clone()).await.expect("a good disk takes everything");
                    answered(&disk, &answers, &append, &receipt);
                })
            });
            for one in sent.collect::<Vec<_>>() {
                one.await.expect("an append ends");
            }
        }
        ledger.close().await;
    }
    answers
}

async fn cut_everywhere(line: &mut Line, seed: u64, script: &Script, open: Open, every_damage: bool) {
    let disk = Arc::new(Disk::default());
    let answers = play(&disk, script, open).await;
    let record = disk.record();
    let answers = answers.lock().unwrap().clone();
    let mut rng = work::chance(seed);
    let mut chance = move || rng.next_u64();
    let mut cuts = Cuts::along(&record);
    let (mut given, mut number) = (0, 0);
    while let Some(op) = cuts.step(&mut chance) {
        if let Op::Mark(count) = op {
            given = usize::try_from(*count).expect("few");
            continue;
        }
        let damages = if every_damage { &ALL[..] } else { &ALL[number % 3..=number % 3] };
        for damage in damages {
            let image = cuts.cut(*damage, &mut chance);
            let found = after(Disk::of(image), &answers[..given], open).await;
            line.faults += 1;
            line.add(&found.at(&format!("seed {seed}, operation {number}, {damage:?}")));
        }
        number += 1;
    }
}

async fn cut_at_random(line: &mut Line, seed: u64, script: &Script, wanted: u64) {
    let disk = Arc::new(Disk::default());
    let answers = play(&disk, script, as_it_is).await;
    let record = disk.record();
    let answers = answers.lock().unwrap().clone();
    let mut rng = work::chance(seed);
    let mut dice = work::chance(seed + 1);
    let each = (record.len() as u64 / wanted).max(1);
    let mut cuts = Cuts::along(&record);
    let (mut given, mut number) = (0, 0);
    while let Some(op) = cuts.step(&mut || dice.next_u64()) {
        number += 1;
        if let Op::Mark(count) = op {
            given = usize::try_from(*count).expect("few");
        }
        if rng.random_ratio(1, u32::try_from(each).unwrap_or(u32::MAX)) {
            let damage = ALL[rng.random_range(0..3)];
            let image = cuts.cut(damage, &mut || dice.next_u64());
            let found = after(Disk::of(image), &answers[..given], as_it_is).await;
            line.faults += 1;
            line.add(&found.at(&format!("long script, seed {seed}, operation {number}, {damage:?}")));
        }
    }
}

/// The process dies at an operation and its files stay as they were written; the commands are sent
/// again; then the power goes. How many were tried.
async fn killed_then_cut(line: &mut Line, seed: u64, wanted: u64, open: Open) -> u64 {
    let before = line.faults;
    let mut rng = work::chance(seed + 2);
    let mut script_seed = seed;
    while line.faults - before < wanted {
        script_seed += 1;
        let script = Script::short(script_seed);
        let disk = Arc::new(Disk::default());
        play(&disk, &script, open).await;
        let record = disk.record();
        // What was written and not flushed is most just before a flush; every third kill is anywhere.
        let flushes = record.iter().enumerate().filter(|(_, op)| matches!(op, Op::Sync { .. }));
        let mut places: Vec<usize> = flushes.map(|(at, _)| at).collect();
        places.extend((0..places.len() / 2).map(|_| rng.random_range(0..record.len())));
        for at in places {
            let survivor = Disk::after(&record[..at]);
            let mut answers = Vec::new();
            let engine = open(&survivor.path("journal.sqlite")).expect("a killed journal can be opened");
            let ledger = work::ledger(engine).await.expect("a killed journal can be read");
            for append in script.appends() {
                let found = ledger.engine().recorded(&[(append.network.clone(), append.command())]).await;
                if found.expect("a killed journal can be read").is_empty() {
                    break;
                }
                let receipt = ledger.append(append.clone()).await.expect("it is there already");
                answers.push(Answer::of(&append.network, append.command(), &receipt));
            }
            // The cut comes here, before anything else is written.
            let now = survivor.record();
            let mut cuts = Cuts::along(&now);
            while cuts.step(&mut || rng.next_u64()).is_some() {}
            let image = cuts.cut(Damage::Dropped, &mut || rng.next_u64());
            ledger.close().await;
            let found = after(Disk::of(image), &answers, as_it_is).await;
            line.faults += 1;
            line.add(&found.at(&format!("killed, seed {script_seed}, operation {at}")));
            if line.faults - before >= wanted {
                break;
            }
        }
    }
    line.faults - before
}

/// Opens what a power cut has left, and judges it.
pub(crate) async fn after(disk: Disk, answers: &[Answer], open: Open) -> Found {
    let opened = open(&disk.path("journal.sqlite"));
    let judged = match &opened {
        Ok(engine) => judge(&**engine, answers).await,
        Err(error) => Err(error.clone()),
    };
    judged.unwrap_or_else(|error| Found {
        acknowledged: answers.len() as u64,
        damage: vec![format!("the journal cannot be opened: {error}")],
        ..Found::default()
    })
}
