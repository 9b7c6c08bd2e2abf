//! What somebody sees of a row: nothing, everything, or everything but some words.
//!
//! The port to the read models is wrapped for each operation, so that there is one place for every
//! way of asking: a list, a nested field, one object by its id, a look back, a subscription. A row
//! the caller may not know of is as if absent, by the same code as one that is not there; words of a
//! class the caller may not see of that row are withheld, and the answer says which.
//! Read on: [`rows`], [`words`], [`ties`], [`acts`].

mod acts;
mod rows;
mod ties;
mod words;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, PoisonError};

use ::access::policy::{Class, Classes, Decisions, Done, Kind, Relation};
use async_graphql::{Response, Value};
use graph::lists::table;
use graph::ports::{Clock, Rows};
use graph::{Caller, Ports, Table};
use tokio::sync::OnceCell;

use crate::access::Words;
use crate::fields::Uses;

/// The ports of one operation, and what was withheld on the way.
pub struct Sighted {
    /// The ports.
    pub ports: Ports,
    /// The type and class of what was withheld.
    pub withheld: Arc<Withheld>,
}

/// What was withheld from an answer.
#[derive(Debug, Default)]
pub struct Withheld(Mutex<BTreeSet<(String, &'static str)>>);

impl Withheld {
    fn note(&self, shown: &str, class: Class) {
        let mut noted = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !noted.iter().any(|(known, name)| known == shown && *name == class.name()) {
            noted.insert((shown.to_owned(), class.name()));
        }
    }

    /// Says in an answer what is not in it: `extensions.withheld`, by type and class.
    pub fn told(&self, mut response: Response) -> Response {
        let noted = std::mem::take(&mut *self.0.lock().unwrap_or_else(PoisonError::into_inner));
        if !noted.is_empty() {
            let line = |(shown, class): (String, &'static str)| {
                Value::from_json(serde_json::json!({ "type": shown, "class": class })).unwrap_or_default()
            };
            let lines = noted.into_iter().map(line).collect();
            response.extensions.insert("withheld".to_owned(), Value::List(lines));
        }
        response
    }
}

/// Which private words an operation asks for.
#[derive(Debug, Default)]
pub(crate) struct Asked {
    classes: HashSet<(usize, Class)>,
}

impl Asked {
    pub(crate) fn of(classes: &Classes, uses: &Uses) -> Self {
        let words = uses.fields.iter().filter(|field| field.to == "PrivateText");
        let seen = words.filter_map(|field| classes.field(&field.of, &field.name));
        let mut asked: HashSet<(usize, Class)> = seen.map(|seen| (seen.kind, seen.class)).collect();
        // Whoever asks for notes asks for private ones as well.
        let notes: Vec<usize> =
            asked.iter().filter(|(_, class)| *class == Class::SharedNote).map(|(kind, _)| *kind).collect();
        asked.extend(notes.into_iter().map(|kind| (kind, Class::PrivateNote)));
        Self { classes: asked }
    }

    /// Whether words of a class are asked of any kind: what is not asked does not leave, and rules
    /// may compare it; what is asked may come from the rows of another kind.
    fn asks(&self, class: Class) -> bool {
        self.classes.iter().any(|(_, asked)| *asked == class)
    }

    /// Whether words of a class are asked of this kind.
    fn asks_of(&self, kind: usize, class: Class) -> bool {
        self.classes.contains(&(kind, class))
    }
}

/// What is looked up once for an operation.
#[derive(Debug, Default)]
pub(crate) struct Kept {
    members: OnceCell<Vec<String>>,
    disclosed: OnceCell<HashSet<String>>,
}

/// The eyes of one caller in one operation.
pub(crate) struct Sight {
    pub(crate) caller: Caller,
    pub(crate) decisions: Arc<Decisions>,
    pub(crate) words: Arc<Words>,
    pub(crate) asked: Asked,
    pub(crate) inner: Arc<dyn Rows>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) reveals: bool,
    /// Nothing is kept by a subscription: it lasts longer than a tie or a purpose may.
    pub(crate) kept: Option<Kept>,
    pub(crate) withheld: Arc<Withheld>,
}

impl Sight {
    /// The ports for reading.
    pub(crate) fn reading(self, ports: &Ports) -> Sighted {
        let withheld = Arc::clone(&self.withheld);
        Sighted { ports: Ports { rows: Arc::new(self), ..ports.clone() }, withheld }
    }

    /// The ports for a mutation: what rules look up is theirs, what is done is looked at first.
    pub(crate) fn acting(
        self,
        done: Done,
        table: Option<Table>,
        latest: Arc<AtomicU64>,
        ports: &Ports,
    ) -> Sighted {
        let withheld = Arc::clone(&self.withheld);
        let inner = Arc::clone(&ports.commands);
        let commands = Arc::new(acts::Acts { sight: self, done, table, latest, inner });
        Sighted { ports: Ports { commands, ..ports.clone() }, withheld }
    }
}

/// The filter that keeps a list to a tie.
pub(crate) fn facet(kind: &Kind, relation: Relation) -> Option<&str> {
    let names: &[&str] = match relation {
        Relation::Own => &["account", "member"],
        Relation::Partner => &["partner"],
        Relation::SameSite => &["site"],
        Relation::Referral | Relation::OtherSite | Relation::Network => &[],
    };
    names.iter().find_map(|name| kind.facets.get(*name)).map(String::as_str)
}

/// The lists, by kind: each must be of one, or nobody could say who may see it.
pub(crate) fn tables(classes: &Classes) -> Result<HashMap<usize, Table>, String> {
    let tables = [
        table::<dropin::Sites>(),
        table::<dropin::Sessions>(),
        table::<dropin::Visits>(),
        table::<dropin::Needs>(),
        table::<dropin::Appointments>(),
        table::<dropin::Interpretations>(),
        table::<dropin::ReturnCodes>(),
        table::<directory::Partners>(),
        table::<directory::Services>(),
        table::<directory::ImportedRows>(),
        table::<referrals::Referrals>(),
        table::<mutual_aid::Members>(),
        table::<mutual_aid::CharterVersions>(),
        table::<mutual_aid::Pairings>(),
        table::<meetings::Meetings>(),
        table::<meetings::MeetingNotices>(),
        table::<meetings::Commitments>(),
        table::<path::Entries>(),
        table::<path::Threads>(),
        table::<people::Persons>(),
        table::<people::Disclosures>(),
        table::<people::ContactRules>(),
        table::<accounts::Accounts>(),
        table::<accounts::Devices>(),
    ];
    let kind = |table: Table| {
        let kind = classes.rows_of(table.name);
        kind.map(|kind| (kind, table))
            .ok_or(format!("{}: no kind of classes.toml has these rows", table.name))
    };
    tables.into_iter().map(kind).collect()
}
