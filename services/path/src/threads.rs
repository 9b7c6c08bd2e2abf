//! What belongs to which case and to which person.

use kernel::{CaseId, Facet, PersonId, Position, Projection, Recorded, Secrets, Thread, Undecodable};
use serde::{Deserialize, Serialize};

use crate::entries::ObjectRef;
use crate::told::{self, Told};

/// What an object belongs to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ThreadRow {
    /// The object.
    pub object: ObjectRef,
    /// The case it belongs to.
    pub case: Option<CaseId>,
    /// The persons it belongs to.
    pub persons: Vec<PersonId>,
    /// Where the object belongs to the person in single entries only: these. A meeting is in the
    /// path of somebody who was there, not with all that others did in it.
    pub only: Vec<Position>,
}

impl Secrets for ThreadRow {}

/// The threads of every object that belongs to somebody.
#[derive(Debug)]
pub struct Threads;

impl Projection for Threads {
    const NAME: &'static str = "path_threads_1";
    const KINDS: &'static [&'static str] = told::KINDS;
    const FACETS: &'static [&'static str] = &["case", "person"];
    type Event = Told;
    type Row = ThreadRow;

    fn read(kind: &str, name: &str, shape: u32, payload: &[u8]) -> Result<Told, Undecodable> {
        told::read(kind, name, shape, payload)
    }

    fn keys(event: &Recorded<Told>) -> Vec<String> {
        let object = object(event).word();
        let mut keys: Vec<String> = event
            .event
            .narration
            .threads
            .iter()
            .map(|thread| match thread {
                Thread::OnlyThis(person) => format!("{object}#{person}"),
                Thread::Case(_) | Thread::Person(_) | Thread::NoLonger(_) => object.clone(),
            })
            .collect();
        keys.sort();
        keys.dedup();
        keys
    }

    fn project(row: Option<ThreadRow>, key: &str, event: &Recorded<Told>) -> Option<ThreadRow> {
        let mut row = row.unwrap_or_else(|| ThreadRow {
            object: object(event),
            case: None,
            persons: Vec::new(),
            only: Vec::new(),
        });
        let whole = !key.contains('#');
        for thread in &event.event.narration.threads {
            match thread {
                Thread::Case(case) if whole => row.case = Some(*case),
                Thread::Person(person) if whole && !row.persons.contains(person) => row.persons.push(*person),
                Thread::NoLonger(person) if whole => row.persons.retain(|known| known != person),
                Thread::OnlyThis(person) if key.ends_with(&format!("#{person}")) => {
                    row.persons = vec![*person];
                    row.only.push(event.position);
                }
                _ => {}
            }
        }
        Some(row)
    }

    fn order(row: &ThreadRow) -> String {
        row.object.word()
    }

    fn facets(row: &ThreadRow) -> Vec<Facet> {
        vec![Facet::maybe(row.case), Facet::many(&row.persons)]
    }
}

fn object(event: &Recorded<Told>) -> ObjectRef {
    ObjectRef { kind: event.stream.kind.clone(), id: event.stream.id.clone() }
}
