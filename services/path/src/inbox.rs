//! The decision inbox: who must move, since when, on what.

use async_graphql::{Context, Result, SimpleObject};
use graph::lists::{bounded, cursor, read_row, table};
use graph::perform::fault;
use graph::ports::{Known, PageAsk, Ports, RawRow, Table};
use graph::{Caller, Page, Paging, caller};
use kernel::{Party, Projection, Waiting};

use crate::entries::ObjectRef;

/// Lines read at a time when the whole inbox is wanted.
const CHUNK: usize = 500;

/// One line of the inbox.
#[derive(Debug, Clone, PartialEq, Eq, SimpleObject)]
pub struct InboxItem {
    /// The object that waits.
    pub object: ObjectRef,
    /// Who must move, since when, on what, by when.
    pub waiting: Waiting,
}

/// A list that may wait for somebody.
#[derive(Clone, Copy)]
pub struct Source {
    table: Table,
    kind: &'static str,
    waiting: fn(&Ports, &[u8]) -> Result<Option<Waiting>>,
}

impl Source {
    /// The list of a projection whose rows are objects of a kind.
    fn of<P: Projection>(kind: &'static str) -> Self {
        let waiting = |ports: &Ports, body: &[u8]| Ok(P::waiting(&read_row::<P::Row>(ports, body)?));
        Self { table: table::<P>(), kind, waiting }
    }
}

/// Every list that may wait for somebody.
fn sources() -> Vec<Source> {
    vec![
        Source::of::<dropin::Visits>("visit"),
        Source::of::<dropin::Needs>("need"),
        Source::of::<dropin::Sessions>("session"),
        Source::of::<dropin::Interpretations>("interpretation"),
        Source::of::<directory::Partners>("partner"),
        Source::of::<directory::Services>("service"),
        Source::of::<referrals::Referrals>("referral"),
        Source::of::<mutual_aid::Members>("member"),
        Source::of::<mutual_aid::CharterVersions>("charter"),
        Source::of::<mutual_aid::Pairings>("pairing"),
        Source::of::<meetings::Meetings>("meeting"),
        Source::of::<meetings::Commitments>("commitment"),
        Source::of::<people::Persons>("person"),
    ]
}

/// A page of the inbox, longest waiting first.
pub(crate) async fn read(
    ctx: &Context<'_>,
    on: Option<Vec<Party>>,
    paging: Paging,
    known: Known,
) -> Result<Page<InboxItem>> {
    let (caller, ports) = caller::of(ctx)?;
    let sources = sources();
    let tables: Vec<Table> = sources.iter().map(|source| source.table).collect();
    let on: Vec<String> = on.unwrap_or_default().iter().map(ToString::to_string).collect();
    let ask = bounded(PageAsk::default(), &paging).map_err(fault)?;
    let backwards = ask.backwards;
    let (rows, more, total) =
        ports.rows.waiting(&tables, &caller.network, &on, ask, known).await.map_err(fault)?;
    let items = items(ports, &sources, rows)?;
    Ok(graph::lists::connection(items, more, backwards, &paging, total))
}

/// The whole inbox, for comparing what it was with what it is.
pub(crate) async fn whole(
    ports: &Ports,
    caller: &Caller,
    on: Option<Vec<Party>>,
    known: Known,
) -> Result<Vec<InboxItem>> {
    let sources = sources();
    let tables: Vec<Table> = sources.iter().map(|source| source.table).collect();
    let on: Vec<String> = on.unwrap_or_default().iter().map(ToString::to_string).collect();
    let mut ask = PageAsk { limit: CHUNK, ..PageAsk::default() };
    let mut whole = Vec::new();
    loop {
        let (rows, more, _) =
            ports.rows.waiting(&tables, &caller.network, &on, ask.clone(), known).await.map_err(fault)?;
        ask.after = rows.last().map(|(_, row)| (row.order.clone(), row.key.clone()));
        whole.extend(items(ports, &sources, rows)?.into_iter().map(|(_, item)| item));
        if !more {
            return Ok(whole);
        }
    }
}

/// Rows of several lists as lines of the inbox, with their cursors.
fn items(
    ports: &Ports,
    sources: &[Source],
    rows: Vec<(&'static str, RawRow)>,
) -> Result<Vec<(String, InboxItem)>> {
    let mut items = Vec::new();
    for (name, row) in rows {
        let Some(source) = sources.iter().find(|source| source.table.name == name) else { continue };
        if let Some(waiting) = (source.waiting)(ports, &row.body)? {
            let object = ObjectRef { kind: source.kind.to_owned(), id: row.key.clone() };
            items.push((cursor(&row), InboxItem { object, waiting }));
        }
    }
    Ok(items)
}
