//! How long a legitimate sign-in takes while fifty others guess: `cargo bench -p access`. The promise is
//! less than a second. Whether it comes through at all, and in which order, is `tests/login_load.rs`.
#![allow(clippy::print_stdout, clippy::unwrap_used, missing_docs)]

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use access::Store;
use access::attempts::{Attempts, Trier, What};
use access::password::{Around, Checked, Cost, Passwords};
use chrono::{DateTime, Utc};
use graph::ports::Clock;
use kernel::NetworkId;

const GUESSERS: usize = 50;
const SIGN_INS: usize = 40;
const PASSWORD: &str = "tram 92 a encore du retard";

struct OfThisMachine;

impl Clock for OfThisMachine {
    #[expect(clippy::disallowed_methods, reason = "a benchmark is about real time")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// Where the guessers guess.
#[derive(Clone, Copy)]
enum Guessing {
    Nowhere,
    AtTheSameAccount,
    AtOneOtherAccountEach,
    AtAnotherAccountEachTime,
}

#[derive(Clone)]
struct Door {
    attempts: Attempts,
    passwords: Passwords,
    network: NetworkId,
    kept: Arc<str>,
    hashed: Arc<AtomicUsize>,
}

impl Door {
    /// One try to sign in; whether it came through.
    async fn tries(&self, account: &str, device: &str, known: bool, password: &str) -> bool {
        let trier = Trier { network: &self.network, account: Some(account), device: Some(device), known };
        let Ok(counted) = self.attempts.begin(What::Password, trier) else { return false };
        match self.passwords.check(counted.lane(), password, Some(&self.kept)).await {
            Ok(Checked::Right { .. }) => counted.right().is_ok(),
            Ok(Checked::Wrong) => {
                self.hashed.fetch_add(1, Ordering::Relaxed);
                false
            }
            Err(_) => counted.unspent().is_err(),
        }
    }
}

#[tokio::main]
async fn main() {
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
    println!("{GUESSERS} guessers, {cores} cores, argon2id {:?}", Cost::default());
    println!(
        "{:<34} {:<8} {:>9} {:>9} {:>8} {:>8}",
        "guessing", "device", "median", "longest", "through", "hashed"
    );
    for (words, guessing) in [
        ("nobody", Guessing::Nowhere),
        ("at the same account", Guessing::AtTheSameAccount),
        ("at one other account each", Guessing::AtOneOtherAccountEach),
        ("at another account each time", Guessing::AtAnotherAccountEachTime),
    ] {
        for known in [true, false] {
            measure(words, guessing, known).await;
        }
    }
}

async fn measure(words: &str, guessing: Guessing, known: bool) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path(), Arc::new(OfThisMachine)).unwrap();
    let passwords = Passwords::of_this_machine().unwrap();
    let door = Door {
        attempts: Attempts::new(store),
        kept: passwords.hash(PASSWORD, &Around::default()).await.unwrap().into(),
        passwords,
        network: "brussels".parse().unwrap(),
        hashed: Arc::default(),
    };
    let over = Arc::new(AtomicBool::new(false));
    let guessers: Vec<_> = match guessing {
        Guessing::Nowhere => Vec::new(),
        _ => (0..GUESSERS)
            .map(|number| tokio::spawn(guess(door.clone(), guessing, number, over.clone())))
            .collect(),
    };
    let mut times = Vec::new();
    let mut through = 0;
    for _ in 0..SIGN_INS {
        tokio::time::sleep(Duration::from_millis(25)).await;
        let begun = Instant::now();
        through += usize::from(door.tries("nora", "her tablet", known, PASSWORD).await);
        times.push(begun.elapsed());
    }
    over.store(true, Ordering::Relaxed);
    for guesser in guessers {
        guesser.await.unwrap();
    }
    times.sort_unstable();
    println!(
        "{words:<34} {:<8} {:>6} ms {:>6} ms {through:>5}/{SIGN_INS} {:>8}",
        if known { "known" } else { "new" },
        times[times.len() / 2].as_millis(),
        times[times.len() - 1].as_millis(),
        door.hashed.load(Ordering::Relaxed),
    );
}

async fn guess(door: Door, guessing: Guessing, number: usize, over: Arc<AtomicBool>) {
    let device = format!("guesser {number}");
    let mut round = 0;
    while !over.load(Ordering::Relaxed) {
        let account = match guessing {
            Guessing::Nowhere | Guessing::AtTheSameAccount => "nora".to_owned(),
            Guessing::AtOneOtherAccountEach => format!("account {number}"),
            Guessing::AtAnotherAccountEachTime => format!("account {number}.{round}"),
        };
        let device = match guessing {
            Guessing::AtAnotherAccountEachTime => format!("{device}.{round}"),
            _ => device.clone(),
        };
        door.tries(&account, &device, false, "wrong").await;
        round += 1;
        tokio::task::yield_now().await;
    }
}
