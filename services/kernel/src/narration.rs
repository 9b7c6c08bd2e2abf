//! How an event is told: in the path of a case, in the history of an object, and in the inbox.

use async_graphql::{Enum, SimpleObject};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString, IntoStaticStr};

use crate::{CaseId, PersonId};

/// What an event belongs to beside its own stream.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Thread {
    /// The whole stream belongs to a case from here on.
    Case(CaseId),
    /// The whole stream belongs to a person from here on.
    Person(PersonId),
    /// The stream belongs to that person no more.
    NoLonger(PersonId),
    /// This one event belongs to a person's path; the rest of the stream does not.
    OnlyThis(PersonId),
}

/// One event told in words that can be translated.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Narration {
    /// What it is about, when that is a part of the stream's aggregate: kind and id of a need, say.
    pub part: Option<(&'static str, String)>,
    /// The state it leads to, if it changes one; the stable code shown as a label.
    pub state: Option<String>,
    /// Why, as a stable code; never free text about a person.
    pub reason: Option<String>,
    /// Further facts as name and stable value: a date, a code, a count. Never personal words.
    pub facts: Vec<(&'static str, String)>,
    /// What it belongs to.
    pub threads: Vec<Thread>,
}

impl Narration {
    /// An event that leads to a state.
    pub fn to(state: impl ToString) -> Self {
        Self { state: Some(state.to_string()), ..Self::default() }
    }

    /// An event that changes no state.
    pub fn note() -> Self {
        Self::default()
    }

    /// The same, about a part of the aggregate.
    #[must_use]
    pub fn part(mut self, kind: &'static str, id: impl ToString) -> Self {
        self.part = Some((kind, id.to_string()));
        self
    }

    /// The same, with a reason.
    #[must_use]
    pub fn because(mut self, reason: impl ToString) -> Self {
        self.reason = Some(reason.to_string());
        self
    }

    /// The same, with one more fact.
    #[must_use]
    pub fn fact(mut self, name: &'static str, value: impl ToString) -> Self {
        self.facts.push((name, value.to_string()));
        self
    }

    /// The same, tied to a thread.
    #[must_use]
    pub fn thread(mut self, thread: Thread) -> Self {
        self.threads.push(thread);
        self
    }
}

/// Who must move next.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    Hash,
    PartialOrd,
    Ord,
    Enum,
    Serialize,
    Deserialize,
    Display,
    EnumString,
    IntoStaticStr,
)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum Party {
    /// A host at the desk.
    Host,
    /// The partner that was asked.
    Partner,
    /// The person who asked for help.
    Person,
    /// The volunteer.
    Volunteer,
    /// A coordinator.
    Coordinator,
    /// Members of the network.
    Member,
}

/// That somebody must move: a line of the decision inbox.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
pub struct Waiting {
    /// Who must move.
    pub on: Party,
    /// Since when.
    pub since: DateTime<Utc>,
    /// What is to be done, as a stable code such as `answerReferral`.
    pub what: String,
    /// By when, if there is a limit.
    pub due: Option<DateTime<Utc>>,
}
