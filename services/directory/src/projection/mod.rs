//! What people see: [`partners`] for the prospection, [`services`] for who can help, and
//! [`rows`] for what is kept of a source word for word.

pub mod partners;
pub mod rows;
pub mod services;

pub use partners::{PartnerNote, PartnerRow, PartnerState, Partners};
pub use rows::{ImportedRow, ImportedRows, RowEvent, RowOwner};
pub use services::{Deadline, ServiceRow, Services, SheetFlag, SheetState};
