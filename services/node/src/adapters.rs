//! What the world brings in: time and chance. The only places that may.

use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, TimeDelta, Utc};
use graph::ports::{Chance, Clock};
use kernel::ReturnCode;
use rand::RngCore;

/// The clock of the machine.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods, reason = "this is the clock adapter")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }
}

/// The clock of a demonstration: runs like the machine's, from wherever it was set.
#[derive(Debug, Default)]
pub(crate) struct DemoClock {
    ahead: AtomicI64,
    stopped_at: AtomicI64,
}

impl DemoClock {
    /// Stops the clock at an instant: simulated life is recorded there.
    pub(crate) fn stop_at(&self, instant: DateTime<Utc>) {
        self.stopped_at.store(instant.timestamp_micros(), Ordering::SeqCst);
    }

    /// Lets the clock run on from an instant.
    pub(crate) fn run_from(&self, instant: DateTime<Utc>) {
        let ahead = instant - SystemClock.now();
        self.ahead.store(ahead.num_microseconds().unwrap_or(0), Ordering::SeqCst);
        self.stopped_at.store(0, Ordering::SeqCst);
    }
}

impl Clock for DemoClock {
    fn now(&self) -> DateTime<Utc> {
        let stopped = DateTime::from_timestamp_micros(self.stopped_at.load(Ordering::SeqCst));
        match stopped.filter(|instant| instant.timestamp_micros() != 0) {
            Some(instant) => instant,
            None => SystemClock.now() + TimeDelta::microseconds(self.ahead.load(Ordering::SeqCst)),
        }
    }
}

/// The chance of the operating system.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SystemChance;

impl Chance for SystemChance {
    fn return_code(&self) -> ReturnCode {
        loop {
            let mut bytes = [0; kernel::return_code::LENGTH];
            #[allow(clippy::disallowed_methods, reason = "this is the chance adapter")]
            rand::rng().fill_bytes(&mut bytes);
            if let Some(code) = ReturnCode::from_chance(bytes) {
                return code;
            }
        }
    }
}
