//! What is kept of a source word for word, so that an export can give it back.

use async_graphql::SimpleObject;
use kernel::projection::{Facet, Projection, Undecodable};
use kernel::uuid::Uuid;
use kernel::{Decider, Event, Line, Recorded, Secret, Secrets};
use serde::{Deserialize, Serialize};

use crate::imported::{KeptColumns, KeptRow, PrivateColumn};
use crate::partner::{Partner, PartnerEvent};
use crate::service::{Service, ServiceEvent};

kernel::codes! {
    /// What an imported row is kept with.
    #[graphql(name = "ImportedRowOwner")]
    RowOwner {
        /// A partner.
        Partner,
        /// A service sheet.
        Service,
    }
}

/// A row of a source, or what is left of it once our own fields are filled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "ImportedRow")]
#[serde(rename_all = "camelCase")]
pub struct ImportedRow {
    /// Its id here.
    pub id: Uuid,
    /// The version of the partner or sheet it is kept with, when it was kept.
    pub version: u64,
    /// What it is kept with.
    pub owner: RowOwner,
    /// The id of that partner or sheet.
    pub owner_id: Uuid,
    /// The table of the source.
    pub table: Line,
    /// Its id in the source; followed by `~2`, `~3` for further versions of the same row.
    pub source_id: Line,
    /// Its columns that have no field of ours.
    pub columns: KeptColumns,
    /// Its columns about a person.
    pub private: Vec<PrivateColumn>,
}

impl Secrets for ImportedRow {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        self.private.iter_mut().map(|column| &mut column.value).collect()
    }
}

/// An event of either aggregate that keeps rows.
#[derive(Debug, Clone, PartialEq)]
pub enum RowEvent {
    /// Of a partner.
    Partner(Box<PartnerEvent>),
    /// Of a service sheet.
    Service(Box<ServiceEvent>),
}

impl RowEvent {
    fn row(&self) -> Option<(RowOwner, &KeptRow)> {
        match self {
            Self::Partner(event) => match &**event {
                PartnerEvent::PartnerRowKept { row } => Some((RowOwner::Partner, row)),
                _ => None,
            },
            Self::Service(event) => match &**event {
                ServiceEvent::ServiceRowKept { row } => Some((RowOwner::Service, row)),
                _ => None,
            },
        }
    }
}

/// The list of imported rows, by what they are kept with.
#[derive(Debug, Clone, Copy)]
pub struct ImportedRows;

impl Projection for ImportedRows {
    const NAME: &'static str = "directory_imported_rows_1";
    const KINDS: &'static [&'static str] = &[Partner::KIND, Service::KIND];
    const FACETS: &'static [&'static str] = &["owner_id", "table"];
    type Event = RowEvent;
    type Row = ImportedRow;

    fn read(kind: &str, name: &str, shape: u32, payload: &[u8]) -> Result<RowEvent, Undecodable> {
        if kind == Partner::KIND {
            PartnerEvent::read(name, shape, payload).map(|event| RowEvent::Partner(Box::new(event)))
        } else {
            ServiceEvent::read(name, shape, payload).map(|event| RowEvent::Service(Box::new(event)))
        }
    }

    fn keys(event: &Recorded<RowEvent>) -> Vec<String> {
        event.event.row().map(|(_, row)| row_id(&event.stream.id, row).to_string()).into_iter().collect()
    }

    fn project(_row: Option<ImportedRow>, key: &str, event: &Recorded<RowEvent>) -> Option<ImportedRow> {
        let (owner, row) = event.event.row()?;
        Some(ImportedRow {
            id: key.parse().ok()?,
            version: event.version,
            owner,
            owner_id: event.stream.id.parse().ok()?,
            table: row.table.clone(),
            source_id: row.id.clone(),
            columns: row.columns.clone(),
            private: row.private.clone(),
        })
    }

    fn order(row: &ImportedRow) -> String {
        format!("{} {} {} {}", row.owner, row.owner_id, row.table, row.source_id)
    }

    fn facets(row: &ImportedRow) -> Vec<Facet> {
        vec![Facet::of(row.owner_id), Facet::of(&row.table)]
    }
}

/// The same row of the same owner has the same id, whenever it is imported.
fn row_id(owner: &str, row: &KeptRow) -> Uuid {
    let owner = owner.parse().unwrap_or(Uuid::NAMESPACE_OID);
    Uuid::new_v5(&owner, format!("{}/{}", row.table, row.id).as_bytes())
}
