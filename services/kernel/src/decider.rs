//! The shape of every rule: a state, a command, and either events or a refusal.

use std::fmt::Debug;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::projection::Undecodable;
use crate::{Asked, Refusal, Secrets};

/// What happened; its serde form is the storage format and is never renamed.
pub trait Event: Serialize + DeserializeOwned + Clone + PartialEq + Debug + Send + Sync + 'static {
    /// The changes this enum went through since events were first stored.
    const UPCASTS: &'static [Upcast] = &[];

    /// The stored type: the variant's name, such as `ReferralSent`.
    fn name(&self) -> &'static str;

    /// The stored shape of a type today: 1, and 1 more for each upcast.
    fn shape(name: &str) -> u32 {
        Self::UPCASTS
            .iter()
            .filter(|upcast| upcast.event == name)
            .fold(1, |shape, upcast| shape.max(upcast.from + 1))
    }

    /// Reads a stored event of any shape it ever had.
    ///
    /// # Errors
    /// When the payload is not JSON, or not of this enum.
    fn read(name: &str, shape: u32, payload: &[u8]) -> Result<Self, Undecodable> {
        let undecodable =
            |error: serde_json::Error| Undecodable { event: name.to_owned(), cause: error.to_string() };
        if shape == Self::shape(name) {
            return serde_json::from_slice(payload).map_err(undecodable);
        }
        let mut value: Value = serde_json::from_slice(payload).map_err(undecodable)?;
        for upcast in Self::UPCASTS.iter().filter(|upcast| upcast.event == name && upcast.from >= shape) {
            (upcast.change)(&mut value);
        }
        serde_json::from_value(value).map_err(undecodable)
    }
}

/// One change of an event's stored shape. A chain is written in the order of the changes.
#[derive(Debug, Clone, Copy)]
pub struct Upcast {
    /// The stored type it applies to.
    pub event: &'static str,
    /// The shape it reads; it writes the next one.
    pub from: u32,
    /// The change, on the whole stored JSON.
    pub change: fn(&mut Value),
}

/// An aggregate: what may happen to it, and what it becomes.
///
/// `decide` and `evolve` are pure: no clock, no chance, no I/O.
pub trait Decider:
    Default + Clone + PartialEq + Debug + Serialize + DeserializeOwned + Send + Sync + 'static
{
    /// The category of its streams, such as `referral`.
    const KIND: &'static str;
    /// What may be asked.
    type Command: Clone + Debug + Serialize + Secrets + Send + Sync + 'static;
    /// What happened.
    type Event: Event;
    /// Why not.
    type Refusal: Refusal;

    /// The events that answer a command, none when it is already so, or why not.
    ///
    /// # Errors
    /// The refusal; nothing has changed.
    fn decide(&self, command: Self::Command, asked: &Asked) -> Result<Vec<Self::Event>, Self::Refusal>;

    /// The state after an event. Never fails: what was recorded has happened.
    fn evolve(&mut self, event: Self::Event);

    /// The state that a history leads to.
    fn after(history: impl IntoIterator<Item = Self::Event>) -> Self {
        let mut state = Self::default();
        for event in history {
            state.evolve(event);
        }
        state
    }
}

/// A command with its circumstances: what the cqrs-es framework takes as one value.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Order<C> {
    /// What is asked.
    pub command: C,
    /// Who asks, and when.
    pub asked: Asked,
}

/// Ties a decider and its events to their stored names and to cqrs-es. The only place in the
/// workspace where contexts meet that framework, so that an upgrade touches this macro alone.
///
/// `aggregate!(Referral, ReferralEvent, ReferralRefusal)`, or with a chain of upcasts
/// `aggregate!(Referral, ReferralEvent, ReferralRefusal, UPCASTS)`. The event enum derives
/// `strum::IntoStaticStr`; the refusal derives `Serialize` and `strum::VariantNames`.
#[macro_export]
macro_rules! aggregate {
    ($state:ty, $event:ty, $refusal:ty) => {
        $crate::aggregate!($state, $event, $refusal, &[]);
    };
    ($state:ty, $event:ty, $refusal:ty, $upcasts:expr) => {
        impl $crate::Event for $event {
            const UPCASTS: &'static [$crate::Upcast] = $upcasts;
            fn name(&self) -> &'static str {
                self.into()
            }
        }

        impl $crate::cqrs_es::DomainEvent for $event {
            fn event_type(&self) -> String {
                <Self as $crate::Event>::name(self).to_owned()
            }
            fn event_version(&self) -> String {
                <Self as $crate::Event>::shape(<Self as $crate::Event>::name(self)).to_string()
            }
        }

        impl ::std::fmt::Display for $refusal {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                f.write_str(&$crate::Refusal::coded(self).0)
            }
        }

        impl ::std::error::Error for $refusal {}

        impl $crate::cqrs_es::Aggregate for $state {
            const TYPE: &'static str = <Self as $crate::Decider>::KIND;
            type Command = $crate::Order<<Self as $crate::Decider>::Command>;
            type Event = $event;
            type Error = $refusal;
            type Services = ();

            async fn handle(
                &mut self,
                order: Self::Command,
                (): &(),
                sink: &$crate::cqrs_es::event_sink::EventSink<Self>,
            ) -> Result<(), Self::Error> {
                for event in $crate::Decider::decide(self, order.command, &order.asked)? {
                    sink.write(event, self).await;
                }
                Ok(())
            }

            fn apply(&mut self, event: Self::Event) {
                $crate::Decider::evolve(self, event);
            }
        }
    };
}
