//! Given what happened, when somebody asks, then this follows: the kit for testing rules.

#![allow(clippy::panic, reason = "a test kit fails by panicking")]

use chrono::{DateTime, TimeZone, Utc};
use uuid::Uuid;

use crate::{ActorId, Asked, Decider, NetworkId, Role};

/// A history, and who asks next. By default a host of `brussels` on Monday 5 June 2023 at 09:20 there.
#[derive(Debug)]
pub struct Given<D: Decider> {
    state: D,
    asked: Asked,
}

/// What came of a command.
#[derive(Debug)]
pub struct Then<D: Decider> {
    state: D,
    outcome: Result<Vec<D::Event>, D::Refusal>,
}

/// Starts from a history.
pub fn given<D: Decider>(history: impl IntoIterator<Item = D::Event>) -> Given<D> {
    Given { state: D::after(history), asked: monday_morning() }
}

/// The circumstances of most tests: a host of `brussels`, Monday 5 June 2023, 09:20 in Brussels.
pub fn monday_morning() -> Asked {
    let at = instant("2023-06-05T07:20:00Z");
    #[allow(clippy::expect_used, reason = "a literal slug")]
    let network: NetworkId = "brussels".parse().expect("a slug");
    Asked { network, by: ActorId(Uuid::from_u128(0xA1)), role: Role::Host, at, now: at }
}

/// An instant from RFC 3339 text.
///
/// # Panics
/// When the text is not an instant: it is a literal in a test.
pub fn instant(text: &str) -> DateTime<Utc> {
    match DateTime::parse_from_rfc3339(text) {
        Ok(instant) => Utc.from_utc_datetime(&instant.naive_utc()),
        Err(error) => panic!("{text} is not an instant: {error}"),
    }
}

impl<D: Decider> Given<D> {
    /// The same, asked in another role.
    #[must_use]
    pub fn role(mut self, role: Role) -> Self {
        self.asked.role = role;
        self
    }

    /// The same, asked by somebody else.
    #[must_use]
    pub fn by(mut self, actor: ActorId) -> Self {
        self.asked.by = actor;
        self
    }

    /// The same, at another time; device and server agree.
    #[must_use]
    pub fn at(mut self, text: &str) -> Self {
        self.asked.at = instant(text);
        self.asked.now = self.asked.at;
        self
    }

    /// The same, reported by the device as having happened at another time than now.
    #[must_use]
    pub fn happened(mut self, text: &str) -> Self {
        self.asked.at = instant(text);
        self
    }

    /// Somebody asks.
    #[must_use]
    pub fn when(self, command: D::Command) -> Then<D> {
        let outcome = self.state.decide(command, &self.asked);
        Then { state: self.state, outcome }
    }
}

impl<D: Decider> Then<D> {
    /// These events follow, and no others.
    #[track_caller]
    pub fn then(self, expected: impl IntoIterator<Item = D::Event>) {
        let expected: Vec<D::Event> = expected.into_iter().collect();
        match self.outcome {
            Ok(events) => assert_eq!(events, expected, "other events than expected"),
            Err(refusal) => panic!("refused with {refusal:?} in state {:?}", self.state),
        }
    }

    /// It is already so: nothing follows.
    #[track_caller]
    pub fn then_nothing(self) {
        self.then([]);
    }

    /// It is refused, for this reason.
    #[track_caller]
    pub fn then_refused(self, expected: D::Refusal) {
        match self.outcome {
            Ok(events) => panic!("not refused: {events:?} in state {:?}", self.state),
            Err(refusal) => assert_eq!(refusal, expected, "another refusal than expected"),
        }
    }

    /// The state that follows, for what events alone do not show.
    #[track_caller]
    pub fn state(self) -> D {
        match self.outcome {
            Ok(events) => {
                let mut state = self.state;
                for event in events {
                    state.evolve(event);
                }
                state
            }
            Err(refusal) => panic!("refused with {refusal:?}"),
        }
    }
}
