//! What has no field of ours is kept word for word with the partner or sheet it belongs to; and
//! the last lines of the report.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use kernel::{Line, PartnerId, Secret, ServiceId};
use serde_json::{Map, Value};

use super::Source;
use super::desk::{At, Desk, words};
use super::places::is_personal;
use super::plan::{Import, Step, StepCommand, partner_id, service_id};
use super::report::{Fate, MappingReport, Problem, Reason, RowEntry, UnmatchedTerm};
use super::tables::{one_of, personal, reference, structural};
use crate::imported::{KeptColumns, KeptRow, LONGEST_ROW, MOST_ROWS, PrivateColumn};
use crate::partner::PartnerCommand;
use crate::service::ServiceCommand;

/// How far one follows links to find whom a row belongs to.
const FURTHEST: usize = 6;

/// The tables through which a row finds its owner, the nearest first.
const TOWARDS: &[&str] = &[
    "services",
    "service_at_locations",
    "locations",
    "organizations",
    "programs",
    "contacts",
    "phones",
    "schedules",
];

/// Whom a row is kept with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
enum Owner {
    Partner(PartnerId),
    Service(ServiceId),
}

/// Plans what is kept, and writes the report.
pub(super) fn keep(
    desk: &mut Desk,
    source: &Source,
    mut steps: Vec<Step>,
    unmatched: Vec<UnmatchedTerm>,
    services_without_need: Vec<String>,
) -> Import {
    let mut partners: Vec<Owner> = desk
        .table("organizations")
        .into_iter()
        .map(|at| Owner::Partner(partner_id(&source.name, desk.id(at))))
        .collect();
    partners.sort_unstable();
    let mut room: HashMap<Owner, usize> = HashMap::new();
    for at in 0..desk.reading.rows.len() {
        if desk.row(at).refused {
            continue;
        }
        let Some((row, lost)) = leftover(desk, at) else { continue };
        let kept: Vec<String> = kept_names(&row);
        let own = owner(desk, at, source, &mut BTreeSet::new(), FURTHEST);
        let somebody = own.into_iter().chain(partners.iter().copied());
        let with = somebody.into_iter().find(|owner| room.get(owner).copied().unwrap_or(0) < MOST_ROWS);
        let entry = desk.row(at).entry;
        match with {
            Some(owner) => {
                *room.entry(owner).or_default() += 1;
                desk.reading.entries[entry].kept_with = Some(match owner {
                    Owner::Partner(id) => format!("partner {id}"),
                    Owner::Service(id) => format!("service {id}"),
                });
                desk.reading.entries[entry].kept = kept;
                desk.reading.entries[entry].lost = lost;
                let command = match owner {
                    Owner::Partner(id) => StepCommand::Partner(id, Box::new(PartnerCommand::KeepRow(row))),
                    Owner::Service(id) => StepCommand::Service(id, Box::new(ServiceCommand::KeepRow(row))),
                };
                steps.push(Step { spot: desk.spot(at).clone(), command });
            }
            None if desk.row(at).fields.is_empty() => {
                desk.refuse(at, None, Reason::NothingToKeepItWith);
            }
            None => {
                desk.reading.entries[entry].lost = [lost, kept].concat();
                let reason = Reason::NothingToKeepItWith;
                desk.reading.rows[at].problems.push(Problem { column: None, reason });
            }
        }
    }
    let report = report(desk, unmatched, services_without_need);
    Import { steps, report }
}

/// What of a row has no field of ours, and the columns that cannot even be kept; `None` when
/// nothing is left.
fn leftover(desk: &mut Desk, at: At) -> Option<(KeptRow, Vec<String>)> {
    let row = desk.row(at).clone();
    let mapped = !row.fields.is_empty();
    let alone = row.key.0 == "phones" && is_personal(desk, at);
    let (mut open, mut private, mut lost) = (Map::new(), Vec::new(), Vec::new());
    for (column, value) in &row.columns {
        // A column that was taken is in a field, and the one row it belongs to in the structure.
        let found = mapped
            && row.links.len() == 1
            && structural(column)
            && !row.problems.iter().any(|problem| problem.column.as_ref() == Some(column));
        if row.fields.contains_key(column) || found {
            continue;
        }
        let personal = personal(&row.key.0, column) || (alone && reference("phones", column).is_none());
        if !personal {
            open.insert(column.clone(), value.clone());
            continue;
        }
        match (column.parse::<Line>(), words(&super::reading::text(value))) {
            (Ok(name), Some(text)) => {
                private.push(PrivateColumn { column: name, value: Secret::Clear(text) });
            }
            _ => lost.push(column.clone()),
        }
    }
    if !mapped || row.links.len() > 1 {
        links(&row.links, &mut open);
    }
    if open.is_empty() && private.is_empty() && lost.is_empty() && mapped {
        return None;
    }
    let columns = fitting(open, &mut lost)?;
    for column in &lost {
        desk.problem(at, column, Reason::TooLong);
    }
    let (table, id) = (row.key.0.parse().ok()?, row.key.1.parse().ok()?);
    Some((KeptRow { table, id, columns, private }, lost))
}

/// Where a row stood in another, written as a table would write it.
fn links(links: &BTreeSet<(String, String)>, open: &mut Map<String, Value>) {
    let mut by_column: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for (table, id) in links {
        by_column.entry(format!("{}_id", one_of(table))).or_default().push(Value::String(id.clone()));
    }
    for (column, mut ids) in by_column {
        let value = if ids.len() == 1 { ids.swap_remove(0) } else { Value::Array(ids) };
        open.entry(column).or_insert(value);
    }
}

/// The columns as text; the longest ones are left out, and named, until it fits.
fn fitting(mut open: Map<String, Value>, lost: &mut Vec<String>) -> Option<KeptColumns> {
    loop {
        let text = Value::Object(open.clone()).to_string();
        if text.chars().count() <= LONGEST_ROW {
            return text.parse().ok();
        }
        let longest = open.iter().max_by_key(|(_, value)| value.to_string().len())?.0.clone();
        open.remove(&longest);
        lost.push(longest);
    }
}

fn kept_names(row: &KeptRow) -> Vec<String> {
    let open: Map<String, Value> = serde_json::from_str(&row.columns.to_string()).unwrap_or_default();
    open.into_iter().map(|(name, _)| name).chain(row.private.iter().map(|c| c.column.to_string())).collect()
}

/// The partner or sheet a row belongs to: through what it refers to, then through what refers to
/// it.
fn owner(desk: &Desk, at: At, source: &Source, seen: &mut BTreeSet<At>, further: usize) -> Option<Owner> {
    let row = desk.row(at);
    if row.variant || !matches!(row.key.0.as_str(), "organizations" | "services") {
        if further == 0 || !seen.insert(at) {
            return None;
        }
        if row.variant {
            let base = row.key.1.rsplit_once('~').map(|(id, _)| (row.key.0.clone(), id.to_owned()))?;
            return owner(desk, *desk.reading.index.get(&base)?, source, seen, further - 1);
        }
        let forward = TOWARDS.iter().flat_map(|table| desk.linked(at, table));
        let rest = row.links.iter().filter_map(|key| desk.reading.index.get(key).copied());
        let back = desk.all_linking(at);
        let ways: Vec<At> = forward.chain(rest).chain(back).collect();
        return ways.into_iter().find_map(|way| owner(desk, way, source, seen, further - 1));
    }
    if row.refused {
        return None;
    }
    Some(match row.key.0.as_str() {
        "services" => Owner::Service(service_id(&source.name, &row.key.1)),
        _ => Owner::Partner(partner_id(&source.name, &row.key.1)),
    })
}

fn report(
    desk: &mut Desk,
    mut unmatched: Vec<UnmatchedTerm>,
    services_without_need: Vec<String>,
) -> MappingReport {
    // Terms that no service carries stand for nothing here either, unless they are needs of ours.
    let listed: BTreeSet<String> = unmatched.iter().map(|term| term.term.clone()).collect();
    for at in desk.table("taxonomy_terms") {
        let (code, name) = (desk.value(at, "code"), desk.value(at, "name"));
        let words: Vec<&str> = [&code, &name].into_iter().flatten().map(String::as_str).collect();
        let candidates = super::terms::needs(&words);
        if candidates.len() != 1 && !listed.contains(desk.id(at)) {
            let candidates = candidates.iter().map(ToString::to_string).collect();
            let term = desk.id(at).to_owned();
            unmatched.push(UnmatchedTerm { term, code, name, candidates, services: Vec::new() });
        }
    }
    let reading = &mut desk.reading;
    let mut entries = std::mem::take(&mut reading.entries);
    for (entry, row) in reading.entry_rows.iter().enumerate() {
        let Some(row) = row.map(|row| &reading.rows[row]) else { continue };
        let first = row.entry;
        entries[entry].fate = match (row.refused, row.fields.is_empty()) {
            (true, _) => Fate::Refused,
            (false, true) => Fate::Kept,
            (false, false) => Fate::Mapped,
        };
        entries[entry].fields.clone_from(&row.fields);
        if entry == first {
            entries[entry].problems.clone_from(&row.problems);
        } else {
            let RowEntry { kept, lost, kept_with, .. } = entries[first].clone();
            entries[entry] = RowEntry { kept, lost, kept_with, ..entries[entry].clone() };
        }
    }
    MappingReport {
        files: std::mem::take(&mut reading.files),
        rows: entries,
        unmatched,
        services_without_need,
    }
}
