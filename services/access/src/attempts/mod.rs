//! Attempts: counted by account, by device and in all, never by address: a whole permanence shares
//! one.
//!
//! A try counts from the moment it begins, and is taken back when it was right: trying at the same
//! time from many places gains nothing. Strangers who guess at an account use up the strangers' tries;
//! a device the account is known on has tries of its own. What was typed as a name is counted, not
//! what it leads to, so nobody learns from a waiting time whether there is such an account.
//!
//! Read on in [`limits`] (the numbers and why) and [`guesses`] (return codes).

pub mod guesses;
pub mod limits;
mod window;

use chrono::{DateTime, Utc};
use kernel::NetworkId;
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use crate::denied::Denied;
use crate::password::Lane;
use crate::refusal::AccessRefusal;
use crate::store::{Store, millis};

use limits::Limit;
pub use limits::What;
use window::Window;

/// How many counters are kept at once; those that end first go first. Each is about a hundred bytes.
const MOST_KEPT: u32 = 50_000;

/// Who tries.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trier<'a> {
    /// The network.
    pub network: &'a NetworkId,
    /// At which account: its id, or the name as typed. Nobody's, when no account was named.
    pub account: Option<&'a str>,
    /// From which device, by any word that stays the same and that is not an address.
    pub device: Option<&'a str>,
    /// Whether the account is known on that device ([`crate::sessions::Devices`]).
    pub known: bool,
}

/// Counts tries.
#[derive(Debug, Clone)]
pub struct Attempts {
    store: Store,
}

/// A try that has begun. Dropped, it stays counted.
#[derive(Debug)]
#[must_use = "a try that is neither right nor taken back counts as wrong"]
pub struct Try {
    store: Store,
    counted: Vec<Counter>,
    at: i64,
    lane: Lane,
}

#[derive(Debug, Clone)]
struct Counter {
    key: [u8; 32],
    limit: Limit,
    /// Whether a right answer ends the counting, instead of only taking this try back.
    forgiven: bool,
    /// Whether it counts a whole network.
    everybodys: bool,
}

impl Attempts {
    /// Counted in this file.
    pub fn new(store: Store) -> Self {
        Self { store }
    }

    /// Begins a try.
    ///
    /// # Errors
    /// [`AccessRefusal::TooManyAttempts`], with how long to wait; then nothing was counted.
    pub fn begin(&self, what: What, trier: Trier<'_>) -> Result<Try, Denied> {
        let counted = self.counters(what, trier);
        let now = self.store.now();
        let mut database = self.store.database();
        // Whoever has to wait only reads: a flood of guesses must not become a flood of writes.
        standing(&database, &counted, now)?;
        let transaction = database.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let windows = standing(&transaction, &counted, now)?;
        let again = windows.iter().zip(&counted).any(|(window, counter)| !counter.everybodys && window.any());
        let lane = match again {
            _ if trier.known => Lane::Known,
            true => Lane::Again,
            false => Lane::Stranger,
        };
        for (mut window, counter) in windows.into_iter().zip(&counted) {
            window.add(now, &counter.limit);
            write(&transaction, counter, &window)?;
        }
        make_room(&transaction)?;
        transaction.commit()?;
        Ok(Try { store: self.store.clone(), counted, at: millis(now), lane })
    }

    /// Takes the newest try back, for whoever could not hold on to it: it was right.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn take_back(&self, what: What, trier: Trier<'_>) -> Result<(), Denied> {
        let now = self.store.now();
        let mut database = self.store.database();
        let transaction = database.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for counter in &self.counters(what, trier) {
            let mut window = read(&transaction, counter, now)?;
            window.take_newest_back();
            write(&transaction, counter, &window)?;
        }
        transaction.commit()?;
        Ok(())
    }

    fn counters(&self, what: What, trier: Trier<'_>) -> Vec<Counter> {
        let network = trier.network.to_string();
        let counter = |parts: &[&str], limit: Limit, forgiven: bool| Counter {
            key: self.store.blinded(&[&[what.word(), &network], parts].concat()),
            limit,
            forgiven,
            everybodys: parts == ["all"],
        };
        let mut counters = Vec::with_capacity(3);
        match (trier.account, trier.device) {
            (Some(account), Some(device)) if trier.known => {
                counters.push(counter(&["known", account, device], what.known(), true));
            }
            (account, device) => {
                counters
                    .extend(account.map(|account| counter(&["account", account], what.strangers(), false)));
                counters.extend(device.map(|device| counter(&["device", device], what.device(), false)));
                counters.push(counter(&["all"], what.all(), false));
            }
        }
        counters
    }
}

impl Try {
    /// Where to wait for a hash: whoever was wrong before lets pass who was not.
    pub fn lane(&self) -> Lane {
        self.lane
    }

    /// It was right: it is taken back, and a known device begins afresh.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn right(self) -> Result<(), Denied> {
        self.take_back(true)
    }

    /// It was not even looked at (too busy, say): it is taken back.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn unspent(self) -> Result<(), Denied> {
        self.take_back(false)
    }

    fn take_back(self, right: bool) -> Result<(), Denied> {
        let now = self.store.now();
        let mut database = self.store.database();
        let transaction = database.transaction_with_behavior(TransactionBehavior::Immediate)?;
        for counter in &self.counted {
            if right && counter.forgiven {
                transaction.execute("DELETE FROM tries WHERE key = ?1", [counter.key])?;
                continue;
            }
            let mut window = read(&transaction, counter, now)?;
            window.take_back(self.at);
            write(&transaction, counter, &window)?;
        }
        transaction.commit()?;
        Ok(())
    }
}

/// The windows of these counters, if none of them makes the next try wait.
fn standing(database: &Connection, counted: &[Counter], now: DateTime<Utc>) -> Result<Vec<Window>, Denied> {
    let windows: Vec<Window> =
        counted.iter().map(|counter| read(database, counter, now)).collect::<Result<_, _>>()?;
    let until =
        windows.iter().zip(counted).filter_map(|(window, counter)| window.waits(&counter.limit)).max();
    match until {
        Some(until) if until > now => {
            // Rounded up: whoever waits as long as told is let in.
            let seconds = (until - now).num_milliseconds().unsigned_abs().div_ceil(1000);
            Err(AccessRefusal::TooManyAttempts { seconds }.into())
        }
        _ => Ok(windows),
    }
}

fn read(database: &Connection, counter: &Counter, now: DateTime<Utc>) -> Result<Window, Denied> {
    let times: Option<Vec<u8>> = database
        .prepare_cached("SELECT times FROM tries WHERE key = ?1")?
        .query_row([counter.key], |row| row.get(0))
        .optional()?;
    Ok(Window::read(&times.unwrap_or_default(), &counter.limit, now))
}

fn write(database: &Connection, counter: &Counter, window: &Window) -> Result<(), Denied> {
    let Some(over) = window.over(&counter.limit) else {
        database.prepare_cached("DELETE FROM tries WHERE key = ?1")?.execute([counter.key])?;
        return Ok(());
    };
    database
        .prepare_cached(
            "INSERT INTO tries (key, times, over_at) VALUES (?1, ?2, ?3)
             ON CONFLICT (key) DO UPDATE SET times = ?2, over_at = ?3",
        )?
        .execute((counter.key, window.bytes(), over))?;
    Ok(())
}

fn make_room(database: &Connection) -> Result<(), Denied> {
    database
        .prepare_cached(
            "DELETE FROM tries WHERE key IN (
                 SELECT key FROM tries ORDER BY over_at DESC LIMIT -1 OFFSET ?1)",
        )?
        .execute([MOST_KEPT])?;
    Ok(())
}
