//! Erasing a person: whose words there are, that their keys go, and the proof of it.
//!
//! The subjects are gathered from the lists as of the event that decided it: the person's file,
//! their visits with all notes, and whatever belongs to their cases. A second run finds the same
//! ones, the vault answers the same about them, and so the certificate is the same command.

use std::collections::BTreeSet;
use std::sync::Arc;

use dropin::{Appointment, Interpretation, Visit};
use graph::lists::{read_row, table};
use graph::ports::{AsOfPoint, Known, Trouble};
use journal::StoredEvent;
use kernel::{CaseId, Decider, NetworkId, PersonId, Position, Projection, StreamId};
use people::{CertifyErasure, ErasureReason, PersonRow};

use crate::runner::{FlowError, Flows};

/// The subjects of a person as they are gathered: the opaque names of streams.
struct Subjects<'a> {
    network: &'a NetworkId,
    names: BTreeSet<String>,
}

impl Subjects<'_> {
    fn add<D: Decider>(&mut self, id: impl std::fmt::Display) {
        self.names.insert(StreamId::new(self.network, D::KIND, id).to_string());
    }

    /// A visit has its shared notes and its private ones under two keys.
    fn add_visit(&mut self, id: kernel::VisitId) {
        let visit = StreamId::new(self.network, Visit::KIND, id);
        for level in [dropin::visit::NoteLevel::Shared, dropin::visit::NoteLevel::Private] {
            self.names.insert(level.subject(&visit));
        }
    }
}

impl Flows {
    /// Destroys the keys of a person's words, and answers with the proof.
    pub(crate) async fn erase(
        &self,
        event: &StoredEvent,
        person: PersonId,
        reason: ErasureReason,
    ) -> Result<CertifyErasure, FlowError> {
        // What is destroyed comes back in no term: only whoever acts now may.
        self.term()?;
        let subjects = self.subjects(&event.stream.network, event.position, person, reason).await?;
        let (seals, asked) = (Arc::clone(&self.ports.seals), subjects.clone());
        // Everybody else's keys are wrapped again meanwhile: not on a thread that serves others.
        let erased = tokio::task::spawn_blocking(move || seals.erase(&asked)).await;
        let erased = erased.map_err(|error| Trouble::Fault(error.to_string()))??;
        let (keys, epoch, fingerprint) = (erased.keys, erased.epoch, erased.fingerprint);
        tracing::info!(keys, epoch, subjects = subjects.len(), "somebody was erased");
        Ok(CertifyErasure { subjects, keys, epoch, fingerprint })
    }

    /// Every subject whose words are about a person.
    async fn subjects(
        &self,
        network: &NetworkId,
        decided: Position,
        person: PersonId,
        reason: ErasureReason,
    ) -> Result<Vec<String>, FlowError> {
        let mut subjects = Subjects { network, names: BTreeSet::new() };
        subjects.add::<people::Person>(person);
        // As it was before: the decision already leaves out what led to the cases.
        let before = Position(decided.0.saturating_sub(1));
        let file = self.file(network, before, person).await?;
        let of_person = || vec![("person", vec![person.to_string()])];
        let mut cases: BTreeSet<CaseId> = self.cases_of_code(network, before, file.as_ref()).await?;
        for visit in self.rows_of::<dropin::Visits>(network, before, of_person()).await? {
            subjects.add_visit(visit.id);
            cases.insert(visit.case);
        }
        for referral in self.rows_of::<referrals::Referrals>(network, before, of_person()).await? {
            subjects.add::<referrals::Referral>(referral.id);
            cases.insert(referral.case);
        }
        for pairing in self.rows_of::<mutual_aid::Pairings>(network, before, of_person()).await? {
            subjects.add::<mutual_aid::Pairing>(pairing.id);
            cases.insert(pairing.case);
        }
        for disclosure in self.rows_of::<people::Disclosures>(network, before, of_person()).await? {
            subjects.add::<people::Disclosure>(disclosure.id);
        }
        // Time that has run out for a visitor has not run out for the member they also are.
        if reason != ErasureReason::Retention {
            for member in self.rows_of::<mutual_aid::Members>(network, before, of_person()).await? {
                subjects.add::<mutual_aid::Member>(member.id);
            }
            if let Some(member) = file.and_then(|file| file.member) {
                subjects.add::<mutual_aid::Member>(member);
            }
        }
        self.add_cases(&mut subjects, before, person, &cases).await?;
        Ok(subjects.names.into_iter().collect())
    }

    /// What belongs to the cases of a person, unless it is known to be somebody else's.
    async fn add_cases(
        &self,
        subjects: &mut Subjects<'_>,
        before: Position,
        person: PersonId,
        cases: &BTreeSet<CaseId>,
    ) -> Result<(), FlowError> {
        let (network, theirs) = (subjects.network, |of: Option<PersonId>| of.is_none_or(|of| of == person));
        for case in cases {
            let of_case = || vec![("case", vec![case.to_string()])];
            for visit in self.rows_of::<dropin::Visits>(network, before, of_case()).await? {
                if theirs(visit.person) {
                    subjects.add_visit(visit.id);
                }
            }
            for referral in self.rows_of::<referrals::Referrals>(network, before, of_case()).await? {
                if theirs(referral.person) {
                    subjects.add::<referrals::Referral>(referral.id);
                }
            }
            for pairing in self.rows_of::<mutual_aid::Pairings>(network, before, of_case()).await? {
                if theirs(pairing.person) {
                    subjects.add::<mutual_aid::Pairing>(pairing.id);
                }
            }
            for appointment in self.rows_of::<dropin::Appointments>(network, before, of_case()).await? {
                subjects.add::<Appointment>(appointment.id);
            }
            for interpretation in self.rows_of::<dropin::Interpretations>(network, before, of_case()).await? {
                subjects.add::<Interpretation>(interpretation.id);
            }
        }
        Ok(())
    }

    /// The file of a person, as of a position.
    async fn file(
        &self,
        network: &NetworkId,
        at: Position,
        person: PersonId,
    ) -> Result<Option<PersonRow>, FlowError> {
        self.row_of::<people::Persons>(network, at, person.to_string()).await
    }

    /// The case that the return code of a file leads to.
    async fn cases_of_code(
        &self,
        network: &NetworkId,
        at: Position,
        file: Option<&PersonRow>,
    ) -> Result<BTreeSet<CaseId>, FlowError> {
        let Some(code) = file.and_then(|file| file.code.as_ref()) else { return Ok(BTreeSet::new()) };
        let slip = self.row_of::<dropin::ReturnCodes>(network, at, code.to_string()).await?;
        Ok(slip.map(|slip| slip.case).into_iter().collect())
    }

    async fn row_of<P: Projection>(
        &self,
        network: &NetworkId,
        at: Position,
        key: String,
    ) -> Result<Option<P::Row>, FlowError> {
        let known = Known { as_of: Some(AsOfPoint::Position(at)), at_least: None };
        let rows = self.ports.rows.rows(table::<P>(), network, &[key], known).await?;
        let row = rows.first().map(|row| read_row::<P::Row>(&self.ports, &row.body)).transpose();
        row.map_err(|error| FlowError::Row(error.message))
    }
}
