//! What may be asked of a service sheet.

use async_graphql::InputObject;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Localized, PartnerId, ReferralId, Secret, Secrets};
use serde::{Deserialize, Serialize};

use super::content::ServiceContent;
use super::standing::{CapacityLevel, SheetFlagReason, SheetRetirement};
use crate::imported::{KeptRow, Provenance};

/// A new sheet of a partner.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "DraftServiceSheetInput")]
pub struct DraftServiceSheet {
    /// Whose service it is.
    pub partner: PartnerId,
    /// What the sheet says.
    pub content: ServiceContent,
}

/// What the sheet says from now on, as a whole.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "ReviseServiceSheetInput")]
pub struct ReviseServiceSheet {
    /// What the sheet says.
    pub content: ServiceContent,
}

/// Somebody has checked that the sheet is true.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "VerifyServiceSheetInput")]
pub struct VerifyServiceSheet {
    /// On which day it was checked; the day it happened when left out.
    pub on: Option<NaiveDate>,
}

/// The service closes for a while.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "CloseServiceTemporarilyInput")]
pub struct CloseServiceTemporarily {
    /// From then on.
    pub from: DateTime<Utc>,
    /// Until then; not known when left out.
    pub until: Option<DateTime<Utc>>,
    /// What people are told.
    pub message: Localized,
}

/// The sheet is taken out.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "RetireServiceSheetInput")]
pub struct RetireServiceSheet {
    /// Why.
    pub reason: SheetRetirement,
}

/// How much room there is.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "DeclareCapacityInput")]
pub struct DeclareCapacity {
    /// How much.
    pub level: CapacityLevel,
}

/// Somebody doubts the sheet.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "FlagServiceSheetInput")]
pub struct FlagServiceSheet {
    /// What is doubted.
    pub reason: SheetFlagReason,
    /// The referral whose answer showed it.
    pub referral: Option<ReferralId>,
}

/// What a source says about the state of a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum SourceStatus {
    /// It can be had.
    Active,
    /// It cannot be had for now, or not yet; or the source does not say.
    Inactive,
    /// It has ended.
    Defunct,
    /// It is closed for a while; sources do not say until when.
    TemporarilyClosed,
}

/// A sheet as a source describes it. Asked by imports only.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ImportService {
    /// Whose service it is.
    pub partner: PartnerId,
    /// What the source says.
    pub content: ServiceContent,
    /// Whether it can be had.
    pub status: SourceStatus,
    /// On which day the source checked it.
    pub assured_on: Option<NaiveDate>,
    /// What people are told while it is closed.
    pub closure_message: Option<Localized>,
    /// Which source.
    pub provenance: Provenance,
}

/// Everything that may be asked of a service sheet.
#[derive(Debug, Clone, Serialize)]
pub enum ServiceCommand {
    /// A new sheet.
    Draft(DraftServiceSheet),
    /// What it says from now on.
    Revise(ReviseServiceSheet),
    /// People may see it.
    Publish,
    /// It was checked.
    Verify(VerifyServiceSheet),
    /// The service closes for a while.
    CloseTemporarily(CloseServiceTemporarily),
    /// It is open again, or does not close after all.
    Reopen,
    /// The sheet is taken out.
    Retire(RetireServiceSheet),
    /// How much room there is.
    DeclareCapacity(DeclareCapacity),
    /// Somebody doubts it.
    Flag(FlagServiceSheet),
    /// Nobody has checked it for too long; by deadline.
    AskToVerify,
    /// An announced closure begins; by deadline.
    BeginClosure,
    /// A closure is over; by deadline.
    EndClosure,
    /// A declared capacity is too old; by deadline.
    ExpireCapacity,
    /// What a source says of it; by imports.
    Import(Box<ImportService>),
    /// What is kept of a source word for word; by imports.
    KeepRow(KeptRow),
}

impl Secrets for ServiceCommand {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        match self {
            Self::KeepRow(row) => row.secrets(),
            _ => Vec::new(),
        }
    }
}
