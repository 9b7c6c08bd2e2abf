//! Wrong return codes, counted in memory: for a face without a file to remember them in. A node counts
//! them with all other tries.

use std::sync::Arc;

use access::Store;
use access::attempts::Attempts;
use graph::Caller;
use graph::ports::{Clock, Guesses, Trouble};

/// Counts wrong guesses until the process ends.
#[derive(Debug)]
pub struct GuessCounter(Option<Attempts>);

impl GuessCounter {
    /// A counter that looks at this clock.
    pub fn new(clock: Arc<dyn Clock>) -> Self {
        Self(Store::passing(clock).ok().map(Attempts::new))
    }
}

impl Guesses for GuessCounter {
    fn may_guess(&self, caller: &Caller) -> Result<(), Trouble> {
        let nowhere = || Trouble::Unavailable("wrong codes cannot be counted".to_owned());
        self.0.as_ref().ok_or_else(nowhere)?.may_guess(caller)
    }

    fn guessed_wrong(&self, caller: &Caller) {
        if let Some(attempts) = &self.0 {
            attempts.guessed_wrong(caller);
        }
    }

    fn guessed_right(&self, caller: &Caller) {
        if let Some(attempts) = &self.0 {
            attempts.guessed_right(caller);
        }
    }
}
