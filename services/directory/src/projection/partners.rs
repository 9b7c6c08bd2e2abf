//! The prospection: every partner, where it stands, whom to ask for and what comes next.

use async_graphql::SimpleObject;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::projection::{Facet, Projection, Undecodable};
use kernel::{Decider, Event, Line, PartnerId, Party, Recorded, Secret, Secrets, Waiting};
use serde::{Deserialize, Serialize};

use crate::imported::Provenance;
use crate::partner::aggregate::noted;
use crate::partner::{
    Acquaintance, ContactPerson, ContactWay, DormancyReason, Partner, PartnerDeclineReason, PartnerDetails,
    PartnerEvent, PartnerNoteKind,
};
use crate::speech::{InterfaceLanguage, missing};

/// How many of the latest notes a row shows; the history has them all.
const NOTES_SHOWN: usize = 20;

kernel::codes! {
    /// Where the prospection of a partner stands.
    PartnerState {
        /// Somebody has thought of it.
        Identified,
        /// It was contacted.
        Contacted,
        /// It was met.
        Met,
        /// The partnership lives.
        Active,
        /// It declined.
        Declined,
        /// The partnership sleeps.
        Dormant,
    }
}

/// What a visit or an exchange told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct PartnerNote {
    /// What it is.
    pub kind: PartnerNoteKind,
    /// When it was.
    pub at: DateTime<Utc>,
    /// What was seen and said.
    pub text: Secret,
}

/// A partner organisation.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "Partner", complex)]
#[serde(rename_all = "camelCase")]
pub struct PartnerRow {
    /// Its id.
    pub id: PartnerId,
    /// Its version, to be given with the next command.
    pub version: u64,
    /// Where the prospection stands.
    pub state: PartnerState,
    /// Since when it stands there.
    pub state_since: DateTime<Utc>,
    /// What it is called and how it is reached.
    pub details: PartnerDetails,
    /// The languages in which at least one of its texts is missing.
    pub missing_languages: Vec<InterfaceLanguage>,
    /// When somebody thought of it.
    pub identified_at: DateTime<Utc>,
    /// When it was contacted last, during the prospection.
    pub contacted_at: Option<DateTime<Utc>>,
    /// How it was contacted last.
    pub contacted_by: Option<ContactWay>,
    /// How often it was contacted during the prospection.
    pub contacts: u32,
    /// When it was met last, during the prospection.
    pub met_at: Option<DateTime<Utc>>,
    /// When the partnership began.
    pub active_since: Option<DateTime<Utc>>,
    /// Why it declined, the last time.
    pub decline_reason: Option<PartnerDeclineReason>,
    /// Why the partnership sleeps, or slept the last time.
    pub dormancy_reason: Option<DormancyReason>,
    /// What is to be done next.
    pub next_step: Option<Line>,
    /// By which day.
    pub next_step_on: Option<NaiveDate>,
    /// When the next step was planned.
    #[graphql(skip)]
    pub next_step_since: Option<DateTime<Utc>>,
    /// Since when we know them.
    pub we_know_them_since: Option<NaiveDate>,
    /// Since when they know us.
    pub they_know_us_since: Option<NaiveDate>,
    /// Whom to ask for.
    pub persons: Vec<ContactPerson>,
    /// The latest notes, newest first, at most 20.
    pub notes: Vec<PartnerNote>,
    /// How many notes there are.
    pub note_count: u32,
    /// Where it was imported from.
    pub provenance: Option<Provenance>,
    /// How many rows of its source are kept word for word.
    pub kept_rows: u32,
}

impl Secrets for PartnerRow {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        let persons = self.persons.iter_mut().flat_map(Secrets::secrets);
        persons.chain(self.notes.iter_mut().map(|note| &mut note.text)).collect()
    }
}

/// The list of partners, in the order of their names.
#[derive(Debug, Clone, Copy)]
pub struct Partners;

impl Projection for Partners {
    const NAME: &'static str = "directory_partners_1";
    const KINDS: &'static [&'static str] = &[Partner::KIND];
    const FACETS: &'static [&'static str] = &["state", "missing_language", "waiting_on", "source"];
    type Event = PartnerEvent;
    type Row = PartnerRow;

    fn read(_kind: &str, name: &str, shape: u32, payload: &[u8]) -> Result<PartnerEvent, Undecodable> {
        PartnerEvent::read(name, shape, payload)
    }

    fn project(row: Option<PartnerRow>, key: &str, event: &Recorded<PartnerEvent>) -> Option<PartnerRow> {
        let mut row = match (row, &event.event) {
            (Some(row), _) => row,
            (None, PartnerEvent::PartnerIdentified { details, provenance }) => {
                let id = key.parse().ok()?;
                PartnerRow::new(id, details.clone(), provenance.clone(), event.at())
            }
            (None, _) => return None,
        };
        row.version = event.version;
        row.fold(event);
        Some(row)
    }

    fn order(row: &PartnerRow) -> String {
        let name = row.details.name.first().map(ToString::to_string).unwrap_or_default();
        format!("{} {}", name.to_lowercase(), row.id)
    }

    fn facets(row: &PartnerRow) -> Vec<Facet> {
        vec![
            Facet::of(row.state),
            Facet::many(&row.missing_languages),
            Facet::maybe(Self::waiting(row).map(|waiting| waiting.on)),
            Facet::maybe(row.provenance.as_ref().map(|provenance| &provenance.source)),
        ]
    }

    /// The next step waits for a coordinator, until the end of its day.
    fn waiting(row: &PartnerRow) -> Option<Waiting> {
        let due = row.next_step_on?.succ_opt()?.and_time(chrono::NaiveTime::MIN).and_utc();
        Some(Waiting {
            on: Party::Coordinator,
            since: row.next_step_since?,
            what: "takePartnerStep".to_owned(),
            due: Some(due),
        })
    }
}

impl PartnerRow {
    fn new(
        id: PartnerId,
        details: PartnerDetails,
        provenance: Option<Provenance>,
        at: DateTime<Utc>,
    ) -> Self {
        let mut row = Self {
            id,
            version: 0,
            state: PartnerState::Identified,
            state_since: at,
            details: PartnerDetails::default(),
            missing_languages: Vec::new(),
            identified_at: at,
            contacted_at: None,
            contacted_by: None,
            contacts: 0,
            met_at: None,
            active_since: None,
            decline_reason: None,
            dormancy_reason: None,
            next_step: None,
            next_step_on: None,
            next_step_since: None,
            we_know_them_since: None,
            they_know_us_since: None,
            persons: Vec::new(),
            notes: Vec::new(),
            note_count: 0,
            provenance,
            kept_rows: 0,
        };
        row.describe(details);
        row
    }

    fn describe(&mut self, details: PartnerDetails) {
        let texts = std::iter::once(&details.name)
            .chain(&details.also_known_as)
            .chain(&details.description)
            .chain(details.phones.iter().filter_map(|phone| phone.note.as_ref()))
            .chain(details.places.iter().flat_map(crate::contact::Place::texts));
        self.missing_languages = missing(texts);
        self.details = details;
    }

    fn moves(&mut self, state: PartnerState, at: DateTime<Utc>) {
        if self.state != state {
            self.state = state;
            self.state_since = at;
        }
    }

    fn fold(&mut self, event: &Recorded<PartnerEvent>) {
        use PartnerEvent as Then;
        let at = event.at();
        match &event.event {
            Then::PartnerIdentified { .. } => {}
            Then::PartnerDescribed { details, provenance } => {
                self.describe(details.clone());
                self.provenance = provenance.clone().or_else(|| self.provenance.take());
            }
            Then::PartnerContacted { way, at } => {
                self.moves(PartnerState::Contacted, *at);
                self.contacted_at = Some(*at);
                self.contacted_by = Some(*way);
                self.contacts += 1;
            }
            Then::PartnerMet { at } => {
                self.moves(PartnerState::Met, *at);
                self.met_at = Some(*at);
            }
            Then::PartnershipActivated {} => {
                self.moves(PartnerState::Active, at);
                self.active_since = Some(at);
            }
            Then::PartnershipRevived {} => self.moves(PartnerState::Active, at),
            Then::PartnerDeclined { reason } => {
                self.moves(PartnerState::Declined, at);
                self.decline_reason = Some(*reason);
            }
            Then::PartnershipMarkedDormant { reason } => {
                self.moves(PartnerState::Dormant, at);
                self.dormancy_reason = Some(*reason);
            }
            Then::PartnerStepPlanned { what, on } => {
                self.next_step = Some(what.clone());
                self.next_step_on = Some(*on);
                self.next_step_since = Some(at);
            }
            Then::PartnerStepTaken {} => {
                self.next_step = None;
                self.next_step_on = None;
                self.next_step_since = None;
            }
            Then::AcquaintanceNoted { side: Acquaintance::WeKnowThem, since } => {
                self.we_know_them_since = Some(*since);
            }
            Then::AcquaintanceNoted { side: Acquaintance::TheyKnowUs, since } => {
                self.they_know_us_since = Some(*since);
            }
            Then::ContactPersonNoted { person } => noted(&mut self.persons, person.clone()),
            Then::ContactPersonRemoved { person } => self.persons.retain(|known| known.id != *person),
            Then::PartnerNoteAdded { kind, text } => {
                self.notes.insert(0, PartnerNote { kind: *kind, at, text: text.clone() });
                self.notes.truncate(NOTES_SHOWN);
                self.note_count += 1;
            }
            Then::PartnerRowKept { .. } => self.kept_rows += 1,
        }
    }
}
