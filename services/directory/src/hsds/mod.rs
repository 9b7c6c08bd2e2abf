//! Open Referral HSDS 3.0 read into planned commands, without a lost row.
//!
//! [`read`] takes the contents of files by name, in JSON and in tabular CSV alike, and answers
//! with [`Step`]s and a [`MappingReport`]: every row of every file is mapped to fields of ours,
//! kept word for word beside them, or refused with its place and the reason. It opens no file and
//! reads no clock.
//!
//! The same row of the same source always becomes the same partner or sheet, and a command that
//! says what is known already yields no event: a second import changes nothing. Words about
//! persons are sealed each time under another nonce, so whoever performs the steps opens the
//! secrets of the present state first and asks it with the clear step ([`Step::would_change`]);
//! only a step that would change something is sealed and sent.
//!
//! Read on: [`tables`], [`reading`], [`desk`], [`mapping`], [`plan`], [`report`].

mod desk;
mod json;
mod keeping;
mod mapping;
mod places;
mod plan;
mod reading;
pub mod report;
mod tables;
mod tabular;
mod terms;
mod words;

use kernel::Line;

use crate::speech::InterfaceLanguage;

pub use plan::{Import, Step, StepCommand, partner_id, service_id};
pub use report::MappingReport;

/// A file by its name in the folder that is imported.
#[derive(Debug, Clone)]
pub struct File {
    /// Its name, with the folders inside that folder: `csv/organizations.csv`.
    pub name: String,
    /// Its contents.
    pub bytes: Vec<u8>,
}

/// What the files do not say.
#[derive(Debug, Clone)]
pub struct Source {
    /// The name of the source; with the ids of the rows it makes the ids of partners and sheets.
    pub name: Line,
    /// The language the texts are written in: HSDS does not tell.
    pub language: InterfaceLanguage,
}

/// Reads files and plans what to ask.
pub fn read(files: &[File], source: &Source) -> Import {
    let mut reading = reading::Reading::default();
    let mut files: Vec<&File> = files.iter().collect();
    files.sort_by(|a, b| a.name.cmp(&b.name));
    reading.read(&files);
    let mut desk = desk::Desk::new(reading, source.language);
    mapping::map(&mut desk, source)
}
