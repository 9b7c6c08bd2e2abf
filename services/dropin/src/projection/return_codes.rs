//! Where a return code leads. It is looked up, never listed.

use async_graphql::SimpleObject;
use chrono::{DateTime, Utc};
use kernel::projection::{Facet, Undecodable};
use kernel::{CaseId, Decider, Event, Projection, Recorded, ReturnCode, Secrets, VisitId};
use serde::{Deserialize, Serialize};

use super::id_of;
use crate::return_code::{ReturnCodeEvent, ReturnCodeSlip};

/// Where a return code leads.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "ReturnCodeSlip")]
#[serde(rename_all = "camelCase")]
pub struct ReturnCodeRow {
    /// The code.
    pub id: ReturnCode,
    /// Its version.
    pub version: u64,
    /// The case it leads back to; record the next visit under it.
    pub case: CaseId,
    /// The visit it was printed for.
    pub visit: VisitId,
    /// When.
    pub issued_at: DateTime<Utc>,
}

impl Secrets for ReturnCodeRow {}

/// Codes by themselves.
#[derive(Debug, Clone, Copy)]
pub struct ReturnCodes;

impl Projection for ReturnCodes {
    const NAME: &'static str = "dropin_return_codes_1";
    const KINDS: &'static [&'static str] = &[ReturnCodeSlip::KIND];
    const FACETS: &'static [&'static str] = &["case", "visit"];
    type Event = ReturnCodeEvent;
    type Row = ReturnCodeRow;

    fn read(_kind: &str, name: &str, shape: u32, payload: &[u8]) -> Result<ReturnCodeEvent, Undecodable> {
        ReturnCodeEvent::read(name, shape, payload)
    }

    fn project(
        _row: Option<ReturnCodeRow>,
        key: &str,
        event: &Recorded<ReturnCodeEvent>,
    ) -> Option<ReturnCodeRow> {
        let ReturnCodeEvent::ReturnCodeGiven { visit, case } = &event.event;
        Some(ReturnCodeRow {
            id: id_of(key)?,
            version: event.version,
            case: *case,
            visit: *visit,
            issued_at: event.at(),
        })
    }

    fn order(row: &ReturnCodeRow) -> String {
        row.id.to_string()
    }

    fn facets(row: &ReturnCodeRow) -> Vec<Facet> {
        vec![Facet::of(row.case), Facet::of(row.visit)]
    }
}
