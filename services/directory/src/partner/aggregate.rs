//! The rules of a partner, and nothing else; what people see is in [`crate::projection`].

use chrono::{DateTime, Days, NaiveDate, Utc};
use kernel::{Asked, Decider, Line, Secret, Secrets};
use serde::{Deserialize, Serialize};

use super::commands::{ImportPartner, NoteAcquaintance, NoteContactPerson, PlanPartnerStep};
use super::details::{
    Acquaintance, ContactPerson, ContactPersonId, ContactWay, MOST_ENTRIES, PartnerDetails,
};
use super::{PartnerCommand, PartnerEvent, PartnerRefusal};
use crate::imported::{KeptRow, KeptRows, MOST_ROWS, Provenance};

/// The most contact persons of one partner.
pub const MOST_PERSONS: usize = 100;
/// The most notes on one partner.
pub const MOST_NOTES: usize = 1_000;

/// A partner as far as its own rules need it.
#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize)]
pub enum Partner {
    /// Nobody has thought of it.
    #[default]
    Unknown,
    /// Somebody has.
    Known(Box<Known>),
}

/// Where the prospection of a partner stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// Somebody has thought of it.
    Identified,
    /// It was contacted, the last time so.
    Contacted {
        /// How.
        way: ContactWay,
        /// When.
        at: DateTime<Utc>,
    },
    /// It was met, the last time then.
    Met {
        /// When.
        at: DateTime<Utc>,
    },
    /// The partnership lives.
    Active,
    /// It declined.
    Declined,
    /// The partnership sleeps.
    Dormant,
}

/// What is known of a partner.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Known {
    /// Where the prospection stands.
    pub stage: Stage,
    /// What it is called and how it is reached.
    pub details: PartnerDetails,
    /// What its source said last; a source that says the same again changes nothing, also when
    /// somebody here has described the partner better since.
    pub imported: Option<(Provenance, PartnerDetails)>,
    /// What is to be done next.
    pub next_step: Option<(Line, NaiveDate)>,
    /// Since when we know them.
    pub we_know_them: Option<NaiveDate>,
    /// Since when they know us.
    pub they_know_us: Option<NaiveDate>,
    /// Whom to ask for.
    pub persons: Vec<ContactPerson>,
    /// How many notes there are.
    pub notes: usize,
    /// What is kept of a source.
    pub rows: KeptRows,
}

impl Secrets for Partner {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        match self {
            Self::Unknown => Vec::new(),
            Self::Known(known) => {
                let persons = known.persons.iter_mut().flat_map(Secrets::secrets);
                persons.chain(known.rows.secrets()).collect()
            }
        }
    }
}

impl Decider for Partner {
    const KIND: &'static str = "partner";
    type Command = PartnerCommand;
    type Event = PartnerEvent;
    type Refusal = PartnerRefusal;

    fn decide(&self, command: PartnerCommand, asked: &Asked) -> Result<Vec<PartnerEvent>, PartnerRefusal> {
        use {PartnerCommand as Ask, PartnerEvent as Then, PartnerRefusal as No};
        match (self, command) {
            (Self::Unknown, Ask::Identify(ask)) => {
                let details = sound(ask.details)?;
                Ok(vec![Then::PartnerIdentified { details, provenance: None }])
            }
            (Self::Unknown, Ask::Import(ask)) => {
                let details = sound(ask.details)?;
                Ok(vec![Then::PartnerIdentified { details, provenance: Some(ask.provenance) }])
            }
            (Self::Unknown, _) => Err(No::PartnerNotFound),
            (Self::Known(known), command) => known.decide(command, asked),
        }
    }

    fn evolve(&mut self, event: PartnerEvent) {
        match (self, event) {
            (state @ Self::Unknown, PartnerEvent::PartnerIdentified { details, provenance }) => {
                *state = Self::Known(Box::new(Known {
                    stage: Stage::Identified,
                    imported: provenance.map(|provenance| (provenance, details.clone())),
                    details,
                    next_step: None,
                    we_know_them: None,
                    they_know_us: None,
                    persons: Vec::new(),
                    notes: 0,
                    rows: KeptRows::default(),
                }));
            }
            (Self::Unknown, _) => {}
            (Self::Known(known), event) => known.evolve(event),
        }
    }
}

impl Known {
    fn decide(&self, command: PartnerCommand, asked: &Asked) -> Result<Vec<PartnerEvent>, PartnerRefusal> {
        use {PartnerCommand as Ask, PartnerEvent as Then, PartnerRefusal as No};
        match command {
            // Asked twice, done once: identifying it again in the same words is a retry.
            Ask::Identify(ask) if ask.details == self.details => Ok(vec![]),
            Ask::Identify(_) => Err(No::PartnerAlreadyIdentified),
            Ask::Describe(ask) if ask.details == self.details => Ok(vec![]),
            Ask::Describe(ask) => {
                Ok(vec![Then::PartnerDescribed { details: sound(ask.details)?, provenance: None }])
            }
            Ask::Import(ask) => self.import(ask),
            Ask::KeepRow(row) => self.keep(row),
            Ask::PlanStep(ask) => self.plan_step(ask, asked),
            Ask::TakeStep if self.next_step.is_some() => Ok(vec![Then::PartnerStepTaken {}]),
            Ask::TakeStep => Err(No::PartnerStepNotPlanned),
            Ask::NoteAcquaintance(ask) => self.note_acquaintance(&ask, asked),
            Ask::NoteContactPerson(ask) => self.note_person(ask),
            Ask::RemoveContactPerson(ask) => self.remove_person(ask.person),
            Ask::AddNote(_) if self.notes >= MOST_NOTES => Err(No::TooManyPartnerNotes { most: MOST_NOTES }),
            Ask::AddNote(ask) => Ok(vec![Then::PartnerNoteAdded { kind: ask.kind, text: ask.text }]),
            Ask::Contact(ask) => self.stage.contact(ask.way, asked.at),
            Ask::Meet => self.stage.meet(asked.at),
            Ask::Activate => self.stage.activate(),
            Ask::Decline(ask) => self.stage.decline(ask.reason),
            Ask::MarkDormant(ask) => self.stage.mark_dormant(ask.reason),
            Ask::Revive => self.stage.revive(),
        }
    }

    /// What a source says: nothing new when it says what it said last.
    fn import(&self, ask: ImportPartner) -> Result<Vec<PartnerEvent>, PartnerRefusal> {
        let ImportPartner { details, provenance } = ask;
        match &self.imported {
            Some((from, last)) if *from == provenance && *last == details => Ok(vec![]),
            _ => {
                let details = sound(details)?;
                Ok(vec![PartnerEvent::PartnerDescribed { details, provenance: Some(provenance) }])
            }
        }
    }

    fn keep(&self, row: KeptRow) -> Result<Vec<PartnerEvent>, PartnerRefusal> {
        match &self.rows {
            rows if rows.has(&row) => Ok(vec![]),
            rows if rows.takes(&row) => Ok(vec![PartnerEvent::PartnerRowKept { row }]),
            _ => Err(PartnerRefusal::TooManyPartnerRows { most: MOST_ROWS }),
        }
    }

    fn plan_step(&self, ask: PlanPartnerStep, asked: &Asked) -> Result<Vec<PartnerEvent>, PartnerRefusal> {
        let PlanPartnerStep { what, on } = ask;
        if self.next_step.as_ref().is_some_and(|(step, day)| *step == what && *day == on) {
            return Ok(vec![]);
        }
        // A day of grace on each side: rules do not know the time zone of the network.
        if on < yesterday(asked) {
            return Err(PartnerRefusal::PartnerStepInThePast { on });
        }
        Ok(vec![PartnerEvent::PartnerStepPlanned { what, on }])
    }

    fn note_acquaintance(
        &self,
        ask: &NoteAcquaintance,
        asked: &Asked,
    ) -> Result<Vec<PartnerEvent>, PartnerRefusal> {
        let NoteAcquaintance { side, since } = *ask;
        let known = match side {
            Acquaintance::WeKnowThem => self.we_know_them,
            Acquaintance::TheyKnowUs => self.they_know_us,
        };
        if known == Some(since) {
            return Ok(vec![]);
        }
        if since > tomorrow(asked) {
            return Err(PartnerRefusal::AcquaintanceInTheFuture { since });
        }
        Ok(vec![PartnerEvent::AcquaintanceNoted { side, since }])
    }

    fn note_person(&self, ask: NoteContactPerson) -> Result<Vec<PartnerEvent>, PartnerRefusal> {
        let mut person = ask.person;
        if self.persons.contains(&person) {
            return Ok(vec![]);
        }
        if person.secrets().is_empty() {
            return Err(PartnerRefusal::ContactPersonEmpty);
        }
        let known = self.persons.iter().any(|other| other.id == person.id);
        let most = MOST_PERSONS;
        if (!known && self.persons.len() >= most) || person.phones.len() > MOST_ENTRIES {
            return Err(PartnerRefusal::TooManyContactPersons { most });
        }
        Ok(vec![PartnerEvent::ContactPersonNoted { person }])
    }

    fn remove_person(&self, person: ContactPersonId) -> Result<Vec<PartnerEvent>, PartnerRefusal> {
        if self.persons.iter().any(|known| known.id == person) {
            Ok(vec![PartnerEvent::ContactPersonRemoved { person }])
        } else {
            Err(PartnerRefusal::ContactPersonNotFound)
        }
    }

    fn evolve(&mut self, event: PartnerEvent) {
        use PartnerEvent as Then;
        match event {
            Then::PartnerIdentified { .. } => {}
            Then::PartnerDescribed { details, provenance } => {
                if let Some(provenance) = provenance {
                    self.imported = Some((provenance, details.clone()));
                }
                self.details = details;
            }
            Then::PartnerContacted { way, at } => self.stage = Stage::Contacted { way, at },
            Then::PartnerMet { at } => self.stage = Stage::Met { at },
            Then::PartnershipActivated {} | Then::PartnershipRevived {} => self.stage = Stage::Active,
            Then::PartnerDeclined { .. } => self.stage = Stage::Declined,
            Then::PartnershipMarkedDormant { .. } => self.stage = Stage::Dormant,
            Then::PartnerStepPlanned { what, on } => self.next_step = Some((what, on)),
            Then::PartnerStepTaken {} => self.next_step = None,
            Then::AcquaintanceNoted { side: Acquaintance::WeKnowThem, since } => {
                self.we_know_them = Some(since);
            }
            Then::AcquaintanceNoted { side: Acquaintance::TheyKnowUs, since } => {
                self.they_know_us = Some(since);
            }
            Then::ContactPersonNoted { person } => noted(&mut self.persons, person),
            Then::ContactPersonRemoved { person } => self.persons.retain(|known| known.id != person),
            Then::PartnerNoteAdded { .. } => self.notes += 1,
            Then::PartnerRowKept { row } => self.rows.keep(row),
        }
    }
}

/// Puts a person in the place of its older self, or at the end.
pub(crate) fn noted(persons: &mut Vec<ContactPerson>, person: ContactPerson) {
    match persons.iter_mut().find(|known| known.id == person.id) {
        Some(known) => *known = person,
        None => persons.push(person),
    }
}

/// Details that a partner may have.
fn sound(details: PartnerDetails) -> Result<PartnerDetails, PartnerRefusal> {
    if details.name.is_empty() {
        return Err(PartnerRefusal::PartnerNameMissing);
    }
    let places = &details.places;
    let most = MOST_ENTRIES;
    let entries = places.iter().map(|place| place.addresses.len().max(place.accessibility.len()));
    if details.phones.len() > most || places.len() > most || entries.max().is_some_and(|many| many > most) {
        return Err(PartnerRefusal::PartnerTooManyEntries { most });
    }
    if !places.iter().all(crate::contact::Place::on_the_globe) {
        return Err(PartnerRefusal::PartnerPlaceNowhere);
    }
    Ok(details)
}

fn yesterday(asked: &Asked) -> NaiveDate {
    asked.now.date_naive().checked_sub_days(Days::new(1)).unwrap_or(NaiveDate::MIN)
}

fn tomorrow(asked: &Asked) -> NaiveDate {
    asked.now.date_naive().checked_add_days(Days::new(1)).unwrap_or(NaiveDate::MAX)
}
