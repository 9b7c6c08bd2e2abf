//! Wrong return codes, counted by account and device and in all, in this process.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};
use graph::Caller;
use graph::ports::{Clock, Guesses, Trouble};

/// Wrong codes one account on one device may try in a window.
const EACH: usize = 10;
/// Wrong codes a whole network may try in a window: many desks, still far from guessing 31^7.
const ALL: usize = 200;
/// The window.
const WINDOW: TimeDelta = TimeDelta::minutes(1);

type Tries = HashMap<String, VecDeque<DateTime<Utc>>>;

/// Counts wrong guesses.
pub struct GuessCounter {
    clock: Arc<dyn Clock>,
    tries: Mutex<Tries>,
}

impl GuessCounter {
    /// A counter that looks at this clock.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self { clock, tries: Mutex::new(HashMap::new()) }
    }

    fn keys(caller: &Caller) -> [(String, usize); 2] {
        let device = caller.device.as_ref().map(ToString::to_string).unwrap_or_default();
        [(format!("{}/{}/{device}", caller.network, caller.actor), EACH), (caller.network.to_string(), ALL)]
    }
}

impl Guesses for GuessCounter {
    fn may_guess(&self, caller: &Caller) -> Result<(), Trouble> {
        let now = self.clock.now();
        let Ok(mut tries) = self.tries.lock() else { return Ok(()) };
        tries.retain(|_, times| {
            times.retain(|time| *time + WINDOW > now);
            !times.is_empty()
        });
        for (key, most) in Self::keys(caller) {
            if let Some(times) = tries.get(&key).filter(|times| times.len() >= most)
                && let Some(oldest) = times.front()
            {
                let seconds = (*oldest + WINDOW - now).num_seconds().max(1).unsigned_abs();
                return Err(Trouble::TooManyGuesses { seconds });
            }
        }
        Ok(())
    }

    fn guessed_wrong(&self, caller: &Caller) {
        let now = self.clock.now();
        if let Ok(mut tries) = self.tries.lock() {
            for (key, _) in Self::keys(caller) {
                tries.entry(key).or_default().push_back(now);
            }
        }
    }
}
