//! Who can help: every service sheet, whether it can be had, and whether it is to be believed.

use async_graphql::SimpleObject;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::projection::{Facet, Projection, Undecodable};
use kernel::{Decider, Event, Language, PartnerId, Party, Recorded, ReferralId, Secrets, ServiceId, Waiting};
use serde::{Deserialize, Serialize};

use crate::imported::Provenance;
use crate::service::{
    Capacity, Closure, ImportService, Service, ServiceContent, ServiceEvent, SheetFlagReason, SheetRetirement,
};
use crate::speech::{InterfaceLanguage, missing};

kernel::codes! {
    /// Whether people see a sheet, and whether the service can be had.
    #[graphql(name = "ServiceSheetState")]
    SheetState {
        /// Nobody sees it yet.
        Draft,
        /// It can be had.
        Published,
        /// It is closed for a while.
        TemporarilyClosed,
        /// It was taken out.
        Retired,
    }
}

/// A doubt about a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "ServiceSheetFlag")]
#[serde(rename_all = "camelCase")]
pub struct SheetFlag {
    /// What is doubted.
    pub reason: SheetFlagReason,
    /// When somebody said so.
    pub at: DateTime<Utc>,
    /// The referral whose answer showed it.
    pub referral: Option<ReferralId>,
}

/// A service sheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "Service", complex)]
#[serde(rename_all = "camelCase")]
pub struct ServiceRow {
    /// Its id.
    pub id: ServiceId,
    /// Its version, to be given with the next command.
    pub version: u64,
    /// Whose service it is.
    pub partner: PartnerId,
    /// Whether people see it, and whether the service can be had.
    pub state: SheetState,
    /// Since when.
    pub state_since: DateTime<Utc>,
    /// What it says.
    pub content: ServiceContent,
    /// The languages in which at least one of its texts is missing: a visible gap.
    pub missing_languages: Vec<InterfaceLanguage>,
    /// The closure that is announced or has begun.
    pub closure: Option<Closure>,
    /// How much room it has, as long as that is believed; null when it has not said, or too long
    /// ago.
    pub capacity: Option<Capacity>,
    /// When people could see it first.
    pub published_at: Option<DateTime<Utc>>,
    /// On which day it was checked last.
    pub verified_on: Option<NaiveDate>,
    /// By when it has to be checked again.
    pub verify_by: Option<DateTime<Utc>>,
    /// Since when it waits to be checked.
    pub verification_due_since: Option<DateTime<Utc>>,
    /// What is doubted since it was last checked.
    pub flags: Vec<SheetFlag>,
    /// Why it was taken out.
    pub retirement: Option<SheetRetirement>,
    /// Where it was imported from.
    pub provenance: Option<Provenance>,
    /// How many rows of its source are kept word for word.
    pub kept_rows: u32,
}

impl Secrets for ServiceRow {}

/// The list of service sheets, in the order of their names.
#[derive(Debug, Clone, Copy)]
pub struct Services;

impl Projection for Services {
    const NAME: &'static str = "directory_services_1";
    const KINDS: &'static [&'static str] = &[Service::KIND];
    const FACETS: &'static [&'static str] = &[
        "partner",
        "state",
        "need",
        "language",
        "missing_language",
        "capacity",
        "flag",
        "waiting_on",
        "source",
    ];
    type Event = ServiceEvent;
    type Row = ServiceRow;

    /// A draft, or a sheet that is no more, is nobody's business outside.
    fn public() -> Option<(&'static str, &'static [&'static str])> {
        Some(("state", &["published", "temporarilyClosed"]))
    }

    fn read(_kind: &str, name: &str, shape: u32, payload: &[u8]) -> Result<ServiceEvent, Undecodable> {
        ServiceEvent::read(name, shape, payload)
    }

    fn project(row: Option<ServiceRow>, key: &str, event: &Recorded<ServiceEvent>) -> Option<ServiceRow> {
        let mut row = match (row, &event.event) {
            (Some(row), _) => row,
            (None, ServiceEvent::ServiceSheetDrafted { partner, .. }) => {
                ServiceRow::new(key.parse().ok()?, *partner, event.at())
            }
            (None, ServiceEvent::ServiceSheetImported { said }) => {
                ServiceRow::new(key.parse().ok()?, said.partner, event.at())
            }
            (None, _) => return None,
        };
        row.version = event.version;
        row.fold(event);
        Some(row)
    }

    fn order(row: &ServiceRow) -> String {
        let name = row.content.name.first().map(ToString::to_string).unwrap_or_default();
        format!("{} {}", name.to_lowercase(), row.id)
    }

    fn facets(row: &ServiceRow) -> Vec<Facet> {
        let mut languages: Vec<Language> = row.content.languages.iter().map(|offer| offer.language).collect();
        languages.sort_unstable();
        languages.dedup();
        let mut flags: Vec<SheetFlagReason> = row.flags.iter().map(|flag| flag.reason).collect();
        flags.sort_unstable();
        flags.dedup();
        vec![
            Facet::of(row.partner),
            Facet::of(row.state),
            Facet::many(&row.content.needs),
            Facet::many(languages),
            Facet::many(&row.missing_languages),
            Facet::maybe(row.capacity.as_ref().map(|capacity| capacity.level)),
            Facet::many(flags),
            Facet::maybe(Self::waiting(row).map(|waiting| waiting.on)),
            Facet::maybe(row.provenance.as_ref().map(|provenance| &provenance.source)),
        ]
    }

    /// What a coordinator has to look at, the oldest first.
    fn waiting(row: &ServiceRow) -> Option<Waiting> {
        if row.state == SheetState::Retired {
            return None;
        }
        let endless = row.state == SheetState::TemporarilyClosed
            && row.closure.as_ref().is_some_and(|closure| closure.until.is_none());
        let needless = row.content.needs.is_empty() && row.provenance.is_some();
        let reasons = [
            row.flags.first().map(|flag| (flag.at, "reviewServiceSheet")),
            row.verification_due_since.map(|since| (since, "verifyServiceSheet")),
            endless.then_some((row.state_since, "sayWhenServiceReopens")),
            needless.then_some((row.state_since, "chooseServiceNeeds")),
        ];
        let (since, what) = reasons.into_iter().flatten().min_by_key(|(since, _)| *since)?;
        Some(Waiting { on: Party::Coordinator, since, what: what.to_owned(), due: None })
    }

    /// The nearest of: the capacity expires, the sheet has to be checked, a closure begins or ends.
    fn due(row: &ServiceRow) -> Option<DateTime<Utc>> {
        row.deadlines().into_iter().map(|(at, _)| at).min()
    }
}

/// A time at which the platform has something to ask of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deadline {
    /// The capacity expires.
    Capacity,
    /// The sheet has to be checked.
    Verification,
    /// An announced closure begins.
    ClosureBegins,
    /// A closure ends.
    ClosureEnds,
}

impl ServiceRow {
    /// The times that are still to come or were not seen to yet.
    pub fn deadlines(&self) -> Vec<(DateTime<Utc>, Deadline)> {
        if matches!(self.state, SheetState::Draft | SheetState::Retired) {
            return Vec::new();
        }
        let capacity = self.capacity.as_ref().map(|capacity| (capacity.expires_at, Deadline::Capacity));
        let verify_by = self.verify_by.filter(|_| self.verification_due_since.is_none());
        let verification = verify_by.map(|at| (at, Deadline::Verification));
        let closure = self.closure.as_ref().and_then(|closure| match self.state {
            SheetState::TemporarilyClosed => closure.until.map(|until| (until, Deadline::ClosureEnds)),
            _ => Some((closure.from, Deadline::ClosureBegins)),
        });
        [capacity, verification, closure].into_iter().flatten().collect()
    }

    fn new(id: ServiceId, partner: PartnerId, at: DateTime<Utc>) -> Self {
        Self {
            id,
            version: 0,
            partner,
            state: SheetState::Draft,
            state_since: at,
            content: ServiceContent::default(),
            missing_languages: Vec::new(),
            closure: None,
            capacity: None,
            published_at: None,
            verified_on: None,
            verify_by: None,
            verification_due_since: None,
            flags: Vec::new(),
            retirement: None,
            provenance: None,
            kept_rows: 0,
        }
    }

    /// The gaps of the sheet and of what is said about its closure.
    fn look_for_gaps(&mut self) {
        let message = self.closure.as_ref().map(|closure| &closure.message);
        self.missing_languages = missing(self.content.texts().chain(message));
    }

    fn says(&mut self, content: &ServiceContent) {
        self.content = content.clone();
        self.look_for_gaps();
    }

    fn imports(&mut self, said: &ImportService) {
        self.says(&said.content);
        self.provenance = Some(said.provenance.clone());
    }

    fn moves(&mut self, state: SheetState, at: DateTime<Utc>) {
        if self.state != state {
            self.state = state;
            self.state_since = at;
        }
    }

    fn fold(&mut self, event: &Recorded<ServiceEvent>) {
        use ServiceEvent as Then;
        let at = event.at();
        match &event.event {
            Then::ServiceSheetDrafted { content, .. } | Then::ServiceSheetRevised { content } => {
                self.says(content);
            }
            Then::ServiceSheetImported { said } => self.imports(said),
            Then::ServiceSheetPublished { verify_by, .. } => {
                self.moves(SheetState::Published, at);
                self.published_at = self.published_at.or(Some(at));
                self.verify_by = Some(*verify_by);
            }
            Then::ServiceSheetVerifiedAsCurrent { on, verify_by, .. } => {
                self.verified_on = Some(*on);
                self.verify_by = Some(*verify_by);
                self.verification_due_since = None;
                self.flags.clear();
            }
            Then::ServiceSheetVerificationDue {} => self.verification_due_since = Some(at),
            Then::ServiceSheetTemporarilyClosed { closure, begun } => {
                self.closure = Some(closure.clone());
                self.look_for_gaps();
                self.moves(if *begun { SheetState::TemporarilyClosed } else { SheetState::Published }, at);
            }
            Then::ServiceSheetClosureBegan {} => self.moves(SheetState::TemporarilyClosed, at),
            Then::ServiceSheetReopened {} => {
                self.moves(SheetState::Published, at);
                self.closure = None;
                self.look_for_gaps();
            }
            Then::ServiceSheetRetired { reason } => {
                self.moves(SheetState::Retired, at);
                self.retirement = Some(*reason);
            }
            Then::CapacityDeclared { level, at, expires_at, .. } => {
                self.capacity = Some(Capacity { level: *level, declared_at: *at, expires_at: *expires_at });
            }
            Then::CapacityExpired {} => self.capacity = None,
            Then::ServiceSheetFlagged { reason, referral } => {
                self.flags.push(SheetFlag { reason: *reason, at, referral: *referral });
            }
            Then::ServiceRowKept { .. } => self.kept_rows += 1,
        }
    }
}
