//! What may be asked of a partner.

use async_graphql::InputObject;
use chrono::NaiveDate;
use kernel::{Line, Secret, Secrets};
use serde::Serialize;

use super::details::{
    Acquaintance, ContactPerson, ContactPersonId, ContactWay, DormancyReason, PartnerDeclineReason,
    PartnerDetails, PartnerNoteKind,
};
use crate::imported::{KeptRow, Provenance};

/// A partner somebody has thought of.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "IdentifyPartnerInput")]
pub struct IdentifyPartner {
    /// What is known of it.
    pub details: PartnerDetails,
}

/// What a partner is called and how it is reached, as a whole.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "DescribePartnerInput")]
pub struct DescribePartner {
    /// What is known of it now.
    pub details: PartnerDetails,
}

/// A first contact, or one more attempt.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "ContactPartnerInput")]
pub struct ContactPartner {
    /// How.
    pub way: ContactWay,
}

/// The partner declines, or we do.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "DeclinePartnerInput")]
pub struct DeclinePartner {
    /// Why.
    pub reason: PartnerDeclineReason,
}

/// A partnership falls asleep.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "MarkPartnershipDormantInput")]
pub struct MarkPartnershipDormant {
    /// Why.
    pub reason: DormancyReason,
}

/// What is to be done next with a partner, and when.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "PlanPartnerStepInput")]
pub struct PlanPartnerStep {
    /// What is to be done; no names of persons.
    pub what: Line,
    /// By which day.
    pub on: NaiveDate,
}

/// Since when one side knows the other.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "NoteAcquaintanceInput")]
pub struct NoteAcquaintance {
    /// Which side.
    pub side: Acquaintance,
    /// Since which day.
    pub since: NaiveDate,
}

/// Somebody to ask for at the partner, new or changed.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "NoteContactPersonInput")]
pub struct NoteContactPerson {
    /// The person, as a whole.
    pub person: ContactPerson,
}

/// Somebody is no longer to be asked for.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "RemoveContactPersonInput")]
pub struct RemoveContactPerson {
    /// Who.
    pub person: ContactPersonId,
}

/// What a visit or an exchange told.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "AddPartnerNoteInput")]
pub struct AddPartnerNote {
    /// What it is.
    pub kind: PartnerNoteKind,
    /// What was seen and said; may name persons, so it is sealed.
    pub text: Secret,
}

/// A partner as a source describes it. Asked by imports only.
#[derive(Debug, Clone, Serialize)]
pub struct ImportPartner {
    /// What the source says.
    pub details: PartnerDetails,
    /// Which source.
    pub provenance: Provenance,
}

/// Everything that may be asked of a partner.
#[derive(Debug, Clone, Serialize)]
pub enum PartnerCommand {
    /// Somebody has thought of it.
    Identify(IdentifyPartner),
    /// What it is called and how it is reached.
    Describe(DescribePartner),
    /// It was contacted.
    Contact(ContactPartner),
    /// It was met.
    Meet,
    /// The partnership begins.
    Activate,
    /// It declines.
    Decline(DeclinePartner),
    /// The partnership falls asleep.
    MarkDormant(MarkPartnershipDormant),
    /// The partnership wakes.
    Revive,
    /// What is to be done next.
    PlanStep(PlanPartnerStep),
    /// The next step was taken.
    TakeStep,
    /// Since when one side knows the other.
    NoteAcquaintance(NoteAcquaintance),
    /// Somebody to ask for.
    NoteContactPerson(NoteContactPerson),
    /// Somebody no longer to be asked for.
    RemoveContactPerson(RemoveContactPerson),
    /// What a visit or an exchange told.
    AddNote(AddPartnerNote),
    /// What a source says of it; by imports.
    Import(ImportPartner),
    /// What is kept of a source word for word; by imports.
    KeepRow(KeptRow),
}

impl Secrets for PartnerCommand {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        match self {
            Self::NoteContactPerson(note) => note.person.secrets(),
            Self::AddNote(note) => vec![&mut note.text],
            Self::KeepRow(row) => row.secrets(),
            _ => Vec::new(),
        }
    }
}
