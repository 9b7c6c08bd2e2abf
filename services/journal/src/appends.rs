//! The spans of what was appended a moment ago, for whoever folds it: one trace from a command to its rows.
//!
//! Nothing is kept when nobody watches traces. What nobody asks for makes room for what comes after.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use kernel::Position;
use tracing::Span;

/// The most appends that wait for whoever folds them.
const KEPT: usize = 256;

/// First and last position of an append, and its span.
type Appended = (Position, Position, Span);

/// The last appends of this node.
#[derive(Clone, Default)]
pub(crate) struct Appends(Arc<Mutex<VecDeque<Appended>>>);

impl Appends {
    /// Keeps the span of an append of some events after a position.
    pub(crate) fn keep(&self, before: Position, events: usize, span: Span) {
        if span.is_disabled() || events == 0 {
            return;
        }
        let mut appends = self.all();
        if appends.len() == KEPT {
            appends.pop_front();
        }
        let (first, last) = (Position(before.0 + 1), Position(before.0 + events as u64));
        appends.push_back((first, last, span));
    }

    /// The spans of what was appended up to a position and was not taken before, in order.
    pub(crate) fn take(&self, until: Position) -> Vec<Span> {
        let mut appends = self.all();
        let taken = appends.iter().take_while(|(first, ..)| *first <= until).count();
        appends.drain(..taken).map(|(.., span)| span).collect()
    }

    fn all(&self) -> MutexGuard<'_, VecDeque<Appended>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
