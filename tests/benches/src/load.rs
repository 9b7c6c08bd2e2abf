//! Callers that ask again as soon as they are answered, and how long they wait.
//!
//! The peers are asked by the same code: they compile this file too.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

/// How long a measurement goes on.
#[derive(Debug, Clone, Copy)]
pub enum Until {
    /// For some seconds, after a quarter of them to warm up.
    Seconds(f64),
    /// Until so many calls were answered, in all.
    Calls(u64),
}

/// What was measured.
#[derive(Debug, Clone, Copy)]
pub struct Measured {
    /// Answers a second.
    pub rate: f64,
    /// Half of the answers came within so many milliseconds.
    pub p50: f64,
    /// All but one in a hundred came within so many milliseconds.
    pub p99: f64,
}

impl Measured {
    /// One number a line.
    pub fn tell(self) {
        tell("rate", self.rate);
        tell("p50", self.p50);
        tell("p99", self.p99);
    }
}

/// Tells a number to whoever compares it.
#[allow(clippy::print_stdout, reason = "this is how a child answers")]
pub fn tell(name: &str, value: impl std::fmt::Display) {
    println!("{name} {value}");
}

/// Random enough to spread work; the same in each run.
#[derive(Debug, Clone)]
pub struct Dice(u64);

impl Dice {
    /// Dice that fall the same way for the same seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `sides`.
    pub fn below(&mut self, sides: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) % sides
    }
}

/// Lets callers ask, each by its own dice, until the end.
pub async fn callers<Ask, Answer>(count: usize, until: Until, ask: Ask) -> anyhow::Result<Measured>
where
    Ask: Fn(u64) -> Answer + Clone + Send + 'static,
    Answer: Future<Output = anyhow::Result<()>> + Send,
{
    let started = Instant::now();
    let (warm, end, calls) = match until {
        Until::Seconds(seconds) => {
            let warm = Duration::from_secs_f64(seconds / 4.0);
            (warm, warm + Duration::from_secs_f64(seconds), u64::MAX)
        }
        Until::Calls(calls) => (Duration::ZERO, Duration::MAX, calls),
    };
    let asked = Arc::new(AtomicU64::new(0));
    let mut tasks = Vec::with_capacity(count);
    for caller in 0..count {
        let (ask, asked) = (ask.clone(), Arc::clone(&asked));
        tasks.push(tokio::spawn(async move {
            let mut dice = Dice::new(caller as u64 + 1);
            let mut waits = Vec::with_capacity(4_096);
            while started.elapsed() < end && asked.fetch_add(1, Ordering::Relaxed) < calls {
                let sent = Instant::now();
                ask(dice.below(u64::MAX)).await?;
                if sent.duration_since(started) >= warm {
                    waits.push(sent.elapsed());
                }
            }
            anyhow::Ok(waits)
        }));
    }
    let mut waits = Vec::new();
    for task in tasks {
        waits.extend(task.await??);
    }
    let took = started.elapsed().saturating_sub(warm);
    Ok(measured(waits, took))
}

/// What waits make, the warm-up left out or not as the caller wants.
pub fn measured(mut waits: Vec<Duration>, took: Duration) -> Measured {
    waits.sort_unstable();
    let at = |share: usize| {
        let place = waits.len().saturating_sub(1) * share / 100;
        waits.get(place).map_or(f64::NAN, |wait| wait.as_secs_f64() * 1e3)
    };
    Measured { rate: per_second(waits.len(), took), p50: at(50), p99: at(99) }
}

/// How many a second.
#[allow(clippy::cast_precision_loss, reason = "a rate")]
pub fn per_second(count: usize, took: Duration) -> f64 {
    count as f64 / took.as_secs_f64()
}
