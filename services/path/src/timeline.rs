//! Reading a path: which objects belong to it, what happened to them, in the order it happened.

use std::collections::{BTreeSet, HashMap, HashSet};

use async_graphql::{Context, OneofObject, Result, SimpleObject};
use graph::lists::{cursor, read_row, table};
use graph::perform::fault;
use graph::ports::{Known, PageAsk, Ports, RawRow, Trouble};
use graph::{Caller, Page, Paging, caller};
use kernel::{CaseId, PersonId, Position, Projection, ReturnCode};

use crate::entries::{Entries, EntryRow, ObjectRef, key};
use crate::threads::{ThreadRow, Threads};

/// Objects of one path. Somebody with more has several lives.
const OBJECTS: usize = 2_000;
/// Rows read at a time.
const CHUNK: usize = 500;

/// Whose path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, OneofObject)]
pub enum PathBy {
    /// Of the visitor who holds this return code.
    ReturnCode(ReturnCode),
    /// Of a case.
    Case(CaseId),
    /// Of a person, with all their cases.
    Person(PersonId),
}

/// An object of a path, with its state.
#[derive(Debug, Clone, PartialEq, Eq, SimpleObject)]
pub struct PathObject {
    /// The object, or a part of one such as a need.
    pub object: ObjectRef,
    /// The state it is in, as a stable code.
    pub state: Option<String>,
    /// Since when, as it happened.
    pub since: chrono::DateTime<chrono::Utc>,
}

/// A path: one timeline across visits, needs, referrals, pairings and meetings.
#[derive(SimpleObject)]
pub struct Path {
    /// The cases it runs through.
    pub cases: Vec<CaseId>,
    /// The visits, needs, referrals, pairings and meetings on it, with the state each is in.
    pub objects: Vec<PathObject>,
    /// What happened, in the order it happened.
    pub entries: Page<EntryRow>,
}

/// The objects and single entries of a path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Extent {
    pub(crate) cases: BTreeSet<CaseId>,
    pub(crate) objects: BTreeSet<String>,
    pub(crate) only: BTreeSet<Position>,
}

/// What belongs to a path; `None` when nothing does: an unknown code and a wrong one look the same.
pub(crate) async fn extent(
    ports: &Ports,
    caller: &Caller,
    by: PathBy,
    known: Known,
) -> Result<Option<Extent>> {
    let mut extent = Extent::default();
    match by {
        PathBy::Case(case) => gather(ports, caller, "case", &[case.to_string()], known, &mut extent).await?,
        PathBy::Person(person) => {
            let persons = one_person(ports, caller, person, known).await?;
            gather(ports, caller, "person", &persons, known, &mut extent).await?;
            let cases: Vec<String> = extent.cases.iter().map(ToString::to_string).collect();
            if !cases.is_empty() {
                gather(ports, caller, "case", &cases, known, &mut extent).await?;
            }
        }
        PathBy::ReturnCode(code) => {
            let keys = [code.to_string()];
            let codes = table::<dropin::ReturnCodes>();
            let found = ports.rows.rows(codes, &caller.network, &keys, known).await.map_err(fault)?;
            let Some(row) = found.first() else { return Ok(None) };
            let row: <dropin::ReturnCodes as Projection>::Row = read_row(ports, &row.body)?;
            gather(ports, caller, "case", &[row.case.to_string()], known, &mut extent).await?;
        }
    }
    Ok(if extent.objects.is_empty() && extent.only.is_empty() { None } else { Some(extent) })
}

/// A person with all their files: the one that goes on, and its aliases.
async fn one_person(ports: &Ports, caller: &Caller, person: PersonId, known: Known) -> Result<Vec<String>> {
    let mut main = person;
    let mut aliases = Vec::new();
    // The second look is from an alias to the file that goes on.
    for _ in 0..2 {
        let (table, keys) = (table::<people::Persons>(), [main.to_string()]);
        let rows = ports.rows.rows(table, &caller.network, &keys, known).await.map_err(fault)?;
        let Some(row) = rows.first() else { break };
        let row: people::PersonRow = read_row(ports, &row.body)?;
        aliases = row.aliases;
        match row.alias_of {
            Some(of) => main = of,
            None => break,
        }
    }
    let mut persons: Vec<String> = aliases.iter().chain([&main, &person]).map(ToString::to_string).collect();
    persons.sort();
    persons.dedup();
    Ok(persons)
}

async fn gather(
    ports: &Ports,
    caller: &Caller,
    facet: &'static str,
    values: &[String],
    known: Known,
    extent: &mut Extent,
) -> Result<()> {
    let ask = PageAsk { filter: vec![(facet, values.to_vec())], ..PageAsk::default() };
    for row in all::<Threads>(ports, caller, ask, known, OBJECTS).await? {
        let ThreadRow { object, case, only, .. } = row;
        if only.is_empty() {
            extent.objects.insert(object.word());
        }
        extent.only.extend(only);
        extent.cases.extend(case);
    }
    Ok(())
}

/// The entries of a path, oldest first, each with the state it started from.
pub(crate) async fn entries(
    ports: &Ports,
    caller: &Caller,
    extent: &Extent,
    known: Known,
) -> Result<Vec<EntryRow>> {
    let mut entries = Vec::new();
    if !extent.objects.is_empty() {
        let objects = extent.objects.iter().cloned().collect();
        let ask = PageAsk { filter: vec![("object", objects)], ..PageAsk::default() };
        entries = all::<Entries>(ports, caller, ask, known, usize::MAX).await?;
    }
    if !extent.only.is_empty() {
        let keys: Vec<String> = extent.only.iter().map(|position| key(*position)).collect();
        let found =
            ports.rows.rows(table::<Entries>(), &caller.network, &keys, known).await.map_err(fault)?;
        for row in found {
            entries.push(read_row::<EntryRow>(ports, &row.body)?);
        }
    }
    let mut seen = HashSet::new();
    entries.retain(|entry| seen.insert(entry.position));
    entries.sort_by_key(|entry| (entry.happened_at, entry.position));
    with_origins(&mut entries);
    Ok(entries)
}

/// Fills in the state each entry started from: the last one its subject came to, as recorded.
fn with_origins(entries: &mut [EntryRow]) {
    let mut order: Vec<usize> = (0..entries.len()).collect();
    order.sort_by_key(|index| entries[*index].position);
    let mut states: HashMap<ObjectRef, String> = HashMap::new();
    for index in order {
        let entry = &mut entries[index];
        if let Some(to) = &entry.to {
            entry.from = states.insert(entry.subject().clone(), to.clone());
        }
    }
}

/// The objects on a path, each with the state it is in.
pub(crate) fn objects(entries: &[EntryRow]) -> Vec<PathObject> {
    let mut objects: Vec<PathObject> = Vec::new();
    let mut by_position: Vec<&EntryRow> = entries.iter().collect();
    by_position.sort_by_key(|entry| entry.position);
    for entry in by_position {
        let subject = entry.subject();
        let known = objects.iter_mut().find(|known| known.object == *subject);
        match (known, &entry.to) {
            (Some(known), Some(to)) => {
                known.state = Some(to.clone());
                known.since = entry.happened_at;
            }
            (Some(_), None) => {}
            (None, to) => objects.push(PathObject {
                object: subject.clone(),
                state: to.clone(),
                since: entry.happened_at,
            }),
        }
    }
    objects
}

/// A page of entries that are all at hand.
pub(crate) fn page(entries: Vec<EntryRow>, paging: &Paging) -> Result<Page<EntryRow>> {
    let bounds = graph::lists::bounded(PageAsk::default(), paging).map_err(fault)?;
    let total = entries.len() as u64;
    let mut rows: Vec<(String, EntryRow)> =
        entries.into_iter().map(|entry| (cursor_of(&entry), entry)).collect();
    let place = |rows: &[(String, EntryRow)], cursor: &Option<String>, name: &str| match cursor {
        None => Ok(None),
        Some(cursor) => rows.iter().position(|(key, _)| key == cursor).map(Some).ok_or_else(|| {
            fault(Trouble::BadAsk(format!("{name}: not a cursor of this list; read the list from its start")))
        }),
    };
    let until = place(&rows, &paging.before, "before")?;
    let from = place(&rows, &paging.after, "after")?;
    if let Some(until) = until {
        rows.truncate(until);
    }
    if let Some(from) = from {
        rows.drain(..=from.min(rows.len().saturating_sub(1)));
    }
    let more = rows.len() > bounds.limit;
    if more && bounds.backwards {
        rows.drain(..rows.len() - bounds.limit);
    } else {
        rows.truncate(bounds.limit);
    }
    Ok(graph::lists::connection(rows, more, bounds.backwards, paging, total))
}

/// The cursor of an entry: its place in the order of the timeline.
fn cursor_of(entry: &EntryRow) -> String {
    cursor(&RawRow { order: Entries::order(entry), key: key(entry.position), body: Vec::new() })
}

/// Every row of a list, read in chunks; more than `most` is an error, never a part.
pub(crate) async fn all<P: Projection>(
    ports: &Ports,
    caller: &Caller,
    mut ask: PageAsk,
    known: Known,
    most: usize,
) -> Result<Vec<P::Row>> {
    ask.limit = CHUNK;
    let mut rows = Vec::new();
    loop {
        let page = ports.rows.page(table::<P>(), &caller.network, ask.clone(), known).await.map_err(fault)?;
        for row in &page.rows {
            rows.push(read_row::<P::Row>(ports, &row.body)?);
        }
        if rows.len() > most {
            return Err(fault(Trouble::BadAsk(format!("more than {most} rows: ask for less"))));
        }
        match page.rows.last() {
            Some(last) if page.more => ask.after = Some((last.order.clone(), last.key.clone())),
            _ => return Ok(rows),
        }
    }
}

/// The path as asked.
pub(crate) async fn read(
    ctx: &Context<'_>,
    by: PathBy,
    paging: &Paging,
    known: Known,
) -> Result<Option<Path>> {
    let (caller, ports) = caller::of(ctx)?;
    if let PathBy::ReturnCode(_) = by {
        ports.guesses.may_guess(caller).map_err(fault)?;
    }
    let Some(extent) = extent(ports, caller, by, known).await? else {
        if let PathBy::ReturnCode(_) = by {
            ports.guesses.guessed_wrong(caller);
        }
        return Ok(None);
    };
    if let PathBy::ReturnCode(_) = by {
        ports.guesses.guessed_right(caller);
    }
    let entries = entries(ports, caller, &extent, known).await?;
    Ok(Some(Path {
        cases: extent.cases.into_iter().collect(),
        objects: objects(&entries),
        entries: page(entries, paging)?,
    }))
}

#[cfg(test)]
mod tests {
    use kernel::Role;
    use kernel::given::{instant, monday_morning};

    use super::*;

    /// An entry of a visit, or of a need of it, at a position and an hour.
    fn entry(position: u64, hour: &str, part: Option<&str>, to: Option<&str>) -> EntryRow {
        let object = ObjectRef { kind: "visit".to_owned(), id: "v".to_owned() };
        let at = instant(&format!("2023-06-05T{hour}:00Z"));
        EntryRow {
            position: Position(position),
            object,
            part: part.map(|id| ObjectRef { kind: "need".to_owned(), id: id.to_owned() }),
            version: position,
            event: "Something".to_owned(),
            from: None,
            to: to.map(str::to_owned),
            reason: None,
            facts: Vec::new(),
            happened_at: at,
            recorded_at: at,
            actor: monday_morning().by,
            role: Role::Host,
            device: None,
            provenance: None,
        }
    }

    fn positions(page: &Page<EntryRow>) -> Vec<u64> {
        page.edges.iter().map(|edge| edge.node.position.0).collect()
    }

    #[test]
    fn an_entry_starts_from_the_state_its_own_subject_was_in() {
        let mut entries = vec![
            entry(1, "09:00", None, Some("recorded")),
            entry(2, "09:00", Some("food"), Some("expressed")),
            entry(3, "09:00", Some("form"), Some("expressed")),
            // Recorded later, happened earlier: the order of recording decides what came from what.
            entry(5, "08:30", Some("food"), Some("met")),
            entry(4, "09:30", Some("food"), Some("oriented")),
        ];
        with_origins(&mut entries);
        let origins: Vec<Option<&str>> = entries.iter().map(|entry| entry.from.as_deref()).collect();
        assert_eq!(origins, [None, None, None, Some("oriented"), Some("expressed")]);
    }

    #[test]
    fn an_object_is_in_the_state_it_came_to_last() {
        let entries = [
            entry(1, "09:00", None, Some("recorded")),
            entry(2, "09:00", Some("food"), Some("expressed")),
            entry(3, "09:10", Some("food"), Some("oriented")),
            entry(4, "09:20", Some("food"), None),
        ];
        let states: Vec<(String, Option<String>)> =
            objects(&entries).into_iter().map(|object| (object.object.word(), object.state)).collect();
        let shown = |word: &str, state: &str| (word.to_owned(), Some(state.to_owned()));
        assert_eq!(states, [shown("visit/v", "recorded"), shown("need/food", "oriented")]);
    }

    #[test]
    fn pages_follow_each_other_without_a_gap_in_both_directions() {
        let entries: Vec<EntryRow> = (1..=7).map(|place| entry(place, "09:00", None, None)).collect();
        let (mut forwards, mut after) = (Vec::new(), None);
        loop {
            let paging = Paging { first: Some(3), after, ..Paging::default() };
            let page = page(entries.clone(), &paging).unwrap();
            forwards.extend(positions(&page));
            if !page.has_next_page {
                break;
            }
            after = page.edges.last().map(|edge| edge.cursor.clone());
        }
        assert_eq!(forwards, [1, 2, 3, 4, 5, 6, 7]);
        let last = page(entries.clone(), &Paging { last: Some(2), ..Paging::default() }).unwrap();
        assert_eq!((positions(&last), last.has_previous_page), (vec![6, 7], true));
        let before = last.edges.first().map(|edge| edge.cursor.clone());
        let earlier = page(entries, &Paging { last: Some(10), before, ..Paging::default() }).unwrap();
        assert_eq!((positions(&earlier), earlier.has_previous_page), (vec![1, 2, 3, 4, 5], false));
    }

    #[test]
    fn a_foreign_cursor_is_refused_by_name() {
        let paging = Paging { after: Some("elsewhere".to_owned()), ..Paging::default() };
        let refused = page(vec![entry(1, "09:00", None, None)], &paging).map(|_| ()).unwrap_err();
        assert!(refused.message.starts_with("after: not a cursor"), "{}", refused.message);
    }
}
