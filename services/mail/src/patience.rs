//! How long a letter waits before it is tried again: a table, and nothing clever.

use chrono::TimeDelta;

/// Minutes after the first, second, ... attempt that did not come off; after that, every hour.
const MINUTES: [i64; 4] = [1, 5, 15, 60];

/// How long to wait after so many attempts.
pub fn after(attempts: u32) -> TimeDelta {
    let place = usize::try_from(attempts.saturating_sub(1)).unwrap_or(usize::MAX);
    TimeDelta::minutes(MINUTES.get(place).copied().unwrap_or(60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn soon_at_first_then_every_hour() {
        let minutes: Vec<i64> = (1..8).map(|attempts| after(attempts).num_minutes()).collect();
        assert_eq!(minutes, [1, 5, 15, 60, 60, 60, 60]);
        assert_eq!(after(u32::MAX).num_minutes(), 60);
    }
}
