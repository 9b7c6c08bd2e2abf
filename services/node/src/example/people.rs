//! Who lives the example: accounts, members, words in several languages. Fictional people only.

use graph::Caller;
use kernel::Role;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::example::chance::id;
use crate::tokens::{self, PEOPLE};

/// Somebody with an account, in a network.
#[derive(Debug, Clone, Copy)]
pub(super) struct Who {
    pub(super) network: &'static str,
    name: &'static str,
}

impl Who {
    /// Who they are for the gate.
    pub(super) fn caller(self) -> anyhow::Result<Caller> {
        let role =
            PEOPLE.iter().find(|(name, _, _)| *name == self.name).map_or(Role::Public, |(_, role, _)| *role);
        tokens::caller(self.network, self.name, role)
    }

    /// Their account, as the API writes it.
    pub(super) fn account(self) -> Value {
        self.caller().map_or(Value::Null, |caller| json!(caller.actor))
    }
}

/// The accounts of a network that act in the example.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cast {
    pub(super) network: &'static str,
}

impl Cast {
    pub(super) fn who(self, name: &'static str) -> Who {
        Who { network: self.network, name }
    }

    /// Receives people.
    pub(super) fn host(self) -> Who {
        self.who("nora")
    }

    /// Receives people too.
    pub(super) fn second(self) -> Who {
        self.who("samir")
    }

    /// Answers for all.
    pub(super) fn coordinator(self) -> Who {
        self.who("odile")
    }

    /// Answers referrals.
    pub(super) fn partner(self) -> Who {
        self.who("partner")
    }
}

/// A member of a network.
pub(super) struct Member {
    /// Their key in the example, which is their account when they have one.
    pub(super) name: &'static str,
    /// How they want to be called.
    pub(super) called: &'static str,
    /// Whether they sign in themselves.
    pub(super) account: bool,
    pub(super) gender: &'static str,
    /// The languages with their levels; none for somebody who does not go along with people.
    pub(super) languages: &'static [(&'static str, &'static str)],
    pub(super) half_days: &'static [(&'static str, &'static str)],
    /// What they went through, and whether the person may be told.
    pub(super) topics: &'static [(&'static str, bool)],
    /// How many pairings at once, if not the usual number.
    pub(super) quota: Option<u32>,
}

impl Member {
    pub(super) fn id(&self, network: &str) -> Uuid {
        member(network, self.name)
    }

    pub(super) fn volunteers(&self) -> bool {
        !self.languages.is_empty()
    }

    /// Who asks on their behalf: themselves with an account, else the coordinator.
    pub(super) fn who(&self, cast: Cast) -> Who {
        if self.account { cast.who(self.name) } else { cast.coordinator() }
    }
}

/// The id of a member by their key.
pub(super) fn member(network: &str, name: &str) -> Uuid {
    id(network, "member", name)
}

/// Words in French, Dutch, Arabic and English; an empty one is a gap that people see.
pub(super) type Said = [&'static str; 4];

/// Words as the API takes them.
pub(super) fn said(words: &Said) -> Value {
    let languages = ["fr", "nl", "ar", "en"].into_iter().zip(words).filter(|(_, text)| !text.is_empty());
    Value::Object(languages.map(|(language, text)| (language.to_owned(), json!(text))).collect())
}

/// Half-days as the API takes them.
pub(super) fn half_days(days: &[(&str, &str)]) -> Value {
    days.iter().map(|(day, part)| json!({ "day": day, "part": part })).collect()
}
