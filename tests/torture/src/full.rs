//! The disk is full, or answers with errors: at every operation, once and for a while.
//!
//! A command is then refused with an answer that says to send it again; once the disk works again, so
//! does the node, without a restart. When all is done the power goes as well: a sync that failed
//! must not have been taken for one that succeeded.

use std::sync::Arc;
use std::time::{Duration, Instant};

use disk::{Cuts, Damage, Disk, Fault, When};
use journal::sqlite::Sqlite;
use journal::{Append, Engine, Ledger, Why, Writing};
use rand::RngCore;

use crate::bent::{Bend, Bent};
use crate::power::after;
use crate::table::{Canary, Line};
use crate::witness::Answer;
use crate::{Trial, on_a_runtime, starved, work};

/// Commands of the script.
const COMMANDS: u64 = 10;
/// How often a command is refused before the disk is healed.
const PATIENCE: usize = 2;
/// Within which time writes are taken again.
const RESUMES: Duration = Duration::from_secs(5);

/// The promise, and its canary.
pub(crate) fn run(trial: &Trial) -> Line {
    on_a_runtime(async {
        let mut line = Line::default();
        let (mut refused, mut slowest) = (0, Duration::ZERO);
        let scripts = trial.effort.of(10, 1);
        for script in 0..scripts {
            let seed = trial.seed * 100 + script;
            let clean = Arc::new(Disk::default());
            Sitting::new(&clean, seed, None).play(&mut line).await;
            let operations = clean.operations();
            for at in 0..operations {
                for fault in [Fault::Full, Fault::Broken] {
                    for when in [When::Once(at), When::From(at)] {
                        let disk = Arc::new(Disk::default());
                        disk.fail(fault, when);
                        let mut sitting = Sitting::new(&disk, seed, None);
                        sitting.place = format!("seed {seed}, {fault:?} {when:?}");
                        sitting.play(&mut line).await;
                        line.faults += u64::from(disk.failed() > 0);
                        refused += sitting.refused;
                        slowest = slowest.max(sitting.slowest);
                    }
                }
            }
        }
        line.note = format!(
            "{refused} refusals, all to be sent again; writes resumed within {} ms of the healing",
            slowest.as_millis()
        );
        let shown = shown(&mut line).await;
        line.note.push_str(&format!("; read-only is shown and over within {} ms", shown.as_millis()));
        if starved::can_starve() {
            match starved::starve(&mut line, trial).await {
                Ok(times) => line.note.push_str(&format!("; a real server was starved {times} times")),
                Err(error) => line.wrong(format!("a starved server: {error:#}")),
            }
        } else {
            line.note.push_str("; NO REAL SERVER WAS STARVED: prlimit was not found");
        }
        line.canary = canary(trial.seed).await;
        line
    })
}

/// An engine that takes an error for a success.
async fn canary(seed: u64) -> Canary {
    let mut line = Line::default();
    for at in (40..120).step_by(8) {
        let disk = Arc::new(Disk::default());
        disk.fail(Fault::Broken, When::Once(at));
        Sitting::new(&disk, seed, Some(Bend::SwallowsErrors)).play(&mut line).await;
    }
    let told = format!("that swallows errors lost {} of {} acknowledged", line.lost, line.acknowledged);
    if line.lost > 0 { Canary::Caught(told) } else { Canary::Missed(told) }
}

/// One run of the script on one disk.
struct Sitting<'a> {
    disk: &'a Arc<Disk>,
    seed: u64,
    bend: Option<Bend>,
    place: String,
    refused: u64,
    slowest: Duration,
}

impl<'a> Sitting<'a> {
    fn new(disk: &'a Arc<Disk>, seed: u64, bend: Option<Bend>) -> Self {
        Self { disk, seed, bend, place: "a good disk".to_owned(), refused: 0, slowest: Duration::ZERO }
    }

    async fn play(&mut self, line: &mut Line) {
        let mut rng = work::chance(self.seed);
        let mut answers = Vec::new();
        for episode in 0..2 {
            let ledger = self.start(line).await;
            for number in 0..COMMANDS / 2 {
                let append = work::append(&mut rng, self.seed, episode * COMMANDS + number, 3, 2_500);
                answers.extend(self.send(line, &ledger, append).await);
            }
            ledger.close().await;
        }
        self.disk.heal();
        let record = self.disk.record();
        let mut cuts = Cuts::along(&record);
        while cuts.step(&mut || rng.next_u64()).is_some() {}
        let image = cuts.cut(Damage::Dropped, &mut || rng.next_u64());
        let open = |path: &str| -> Result<Arc<dyn Engine>, _> { Ok(Arc::new(Sqlite::open(path)?)) };
        line.add(&after(Disk::of(image), &answers, open).await.at(&self.place));
    }

    /// Starts a node; a disk that fails right then is healed, and it is started again.
    async fn start(&mut self, line: &mut Line) -> Arc<Ledger> {
        for _ in 0..=PATIENCE {
            match self.try_start().await {
                Ok(ledger) => return ledger,
                // A file that could not be given its log is not used: that is a refusal as well.
                Err(journal::JournalError::Unavailable(_)) => self.refused += 1,
                Err(journal::JournalError::Unfit(what)) if what.contains("it needs wal") => self.refused += 1,
                Err(other) => line.wrong(format!("{}: at the start: {other}", self.place)),
            }
        }
        self.disk.heal();
        match self.try_start().await {
            Ok(ledger) => ledger,
            Err(error) => panic!("{}: a healed disk does not start: {error}", self.place),
        }
    }

    async fn try_start(&self) -> Result<Arc<Ledger>, journal::JournalError> {
        let engine: Arc<dyn Engine> = Arc::new(Sqlite::open(self.disk.path("journal.sqlite"))?);
        let engine = match self.bend {
            Some(bend) => Bent::new(engine, bend),
            None => engine,
        };
        work::ledger(engine).await
    }

    /// Sends a command until it is answered; the disk is healed when patience is over.
    async fn send(&mut self, line: &mut Line, ledger: &Ledger, append: Append) -> Option<Answer> {
        let mut healed = None;
        for attempt in 0.. {
            let answer = ledger.append(append.clone()).await;
            match &answer {
                Ok(receipt) => {
                    self.slowest =
                        self.slowest.max(healed.map_or(Duration::ZERO, |at: Instant| at.elapsed()));
                    return Some(Answer::of(&append.network, append.command(), receipt));
                }
                Err(_) if work::again(&answer) => self.refused += 1,
                Err(other) => {
                    line.wrong(format!("{}: {} was answered {other:?}", self.place, append.command()));
                    return None;
                }
            }
            if attempt >= PATIENCE && healed.is_none() {
                self.disk.heal();
                healed = Some(Instant::now());
            }
            if healed.is_some_and(|at| at.elapsed() > RESUMES) {
                line.wrong(format!("{}: nothing is taken {RESUMES:?} after the healing", self.place));
                return None;
            }
        }
        None
    }
}

/// A node that cannot write says so, and says when it can again, although nobody asks anything of it.
async fn shown(line: &mut Line) -> Duration {
    let disk = Disk::default();
    let engine = Arc::new(Sqlite::open(disk.path("journal.sqlite")).expect("a good disk can be opened"));
    let ledger = work::ledger(engine).await.expect("an empty journal can be read");
    let mut writing = ledger.writing();
    let mut rng = work::chance(7);
    disk.fail(Fault::Full, When::From(0));
    let refused = ledger.append(work::append(&mut rng, 7, 1, 1, 100)).await;
    let full = |now: &Writing| matches!(now, Writing::Refused(refused) if refused.why == Why::DiskFull);
    if !work::again(&refused) || !full(&writing.borrow()) {
        line.wrong(format!("a full disk answers {refused:?} and shows {:?}", *writing.borrow()));
    }
    if ledger.engine().head().await.is_err() {
        line.wrong("a full disk cannot be read");
    }
    disk.heal();
    let since = Instant::now();
    let open = tokio::time::timeout(RESUMES, writing.wait_for(|now| *now == Writing::Open)).await;
    if open.is_err() {
        line.wrong(format!("read-only is not over {RESUMES:?} after the healing"));
    }
    ledger.close().await;
    since.elapsed()
}
