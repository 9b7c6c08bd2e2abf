//! A random walk through an aggregate: what property tests drive.

use crate::{Asked, Decider};

/// Asks every command in turn and keeps what was accepted; after each step `valid` judges the
/// state, and the state is compared with a fresh fold of the same history.
///
/// # Panics
/// When `valid` panics, or when a fold of the history differs from the state it grew into.
pub fn walk<D: Decider>(
    commands: impl IntoIterator<Item = (D::Command, Asked)>,
    valid: impl Fn(&D, &[D::Event]),
) -> Vec<D::Event> {
    let mut state = D::default();
    let mut history: Vec<D::Event> = Vec::new();
    for (command, asked) in commands {
        if let Ok(events) = state.decide(command, &asked) {
            for event in events {
                state.evolve(event.clone());
                history.push(event);
            }
            valid(&state, &history);
        }
    }
    assert_eq!(state, D::after(history.iter().cloned()), "a fold of the history differs from the state");
    history
}
