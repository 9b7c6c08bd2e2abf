//! What the tests of signing in have in common: a clock that moves when told, and fictional holders.
#![allow(dead_code, unreachable_pub)]

use std::sync::{Arc, Mutex};

use access::{AccessRefusal, Denied, Holder, Store};
use chrono::{DateTime, TimeDelta, Utc};
use graph::ports::Clock;
use tempfile::TempDir;

/// A clock that stands still until it is moved.
pub struct Moved(Mutex<DateTime<Utc>>);

impl Moved {
    /// A Tuesday afternoon.
    pub fn new() -> Arc<Self> {
        let start = "2027-03-09T13:02:07Z".parse().expect("an instant");
        Arc::new(Self(Mutex::new(start)))
    }

    /// Time passes.
    pub fn pass(&self, time: TimeDelta) {
        *self.0.lock().expect("nobody panicked") += time;
    }
}

impl Clock for Moved {
    fn now(&self) -> DateTime<Utc> {
        *self.0.lock().expect("nobody panicked")
    }
}

/// A node's file, which may be closed and opened again.
pub struct Node {
    pub folder: TempDir,
    pub clock: Arc<Moved>,
    pub store: Store,
}

impl Node {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let clock = Moved::new();
        let store = Store::open(folder.path(), clock.clone()).expect("the file can be opened");
        Self { folder, clock, store }
    }

    /// The node stops and starts again.
    pub fn restarted(self) -> Self {
        let Self { folder, clock, store } = self;
        drop(store);
        let store = Store::open(folder.path(), clock.clone()).expect("the file can be opened again");
        Self { folder, clock, store }
    }

    /// Everything that is in the files, byte by byte.
    pub fn bytes(&self) -> Vec<u8> {
        ["access.sqlite", "access.sqlite-wal"]
            .iter()
            .flat_map(|file| std::fs::read(self.folder.path().join(file)).unwrap_or_default())
            .collect()
    }
}

/// Somebody's account in a network.
pub fn holder(number: u8, network: &str) -> Holder {
    let account = format!("0190a5d4-0000-7000-8000-0000000000{number:02}");
    Holder { network: network.parse().expect("a network"), account: account.parse().expect("an id") }
}

/// Asserts that an answer is this refusal.
#[track_caller]
pub fn refused<T>(answer: Result<T, Denied>, because: &AccessRefusal) {
    match answer {
        Ok(_) => panic!("it was not refused, and should have been: {because:?}"),
        Err(denied) => assert_eq!(denied.refusal(), Some(because), "{denied}"),
    }
}

/// Whether some bytes stand anywhere in others.
pub fn holds(all: &[u8], some: &[u8]) -> bool {
    all.windows(some.len()).any(|window| window == some)
}
