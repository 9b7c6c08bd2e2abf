//! Erasing a person: decided by a coordinator, or by time after a warning; with all aliases at once.

use chrono::Months;
use kernel::{PersonId, Role};

use super::{Answer, Here};
use crate::codes::{DataKind, DataRequestAnswer, DataRequestKind, ErasureReason};
use crate::person::events::PersonEvent;
use crate::person::inputs::{ErasePerson, PostponeErasure};
use crate::person::refusal::PersonRefusal;

/// How far an erasure can be put off at once.
const LONGEST: Months = Months::new(24);

impl Here<'_> {
    /// An alias goes with the file that goes on; alone it can be erased too.
    pub(super) fn decide_erasure(&self, ask: &ErasePerson, with: Vec<PersonId>) -> Answer {
        self.by_coordinator()?;
        let today = self.asked.now.date_naive();
        if let Some(until) = self.file.postponed_until.filter(|until| today < *until) {
            return Err(PersonRefusal::ErasureMustWait { until });
        }
        let by_time = ask.reason == ErasureReason::Retention || self.asked.role == Role::System;
        let own_time = self.file.alias_of.is_none();
        if by_time && own_time && !self.file.kept().has_lapsed(DataKind::Case, self.asked.now) {
            return Err(PersonRefusal::RetentionNotDue);
        }
        if !self.file.aliases.iter().eq(with.iter()) {
            return Err(PersonRefusal::ErasureIncomplete);
        }
        // What is decided is the answer to whoever asked for it: afterwards nobody could give one.
        let granted = |request| PersonEvent::DataRequestAnswered {
            request,
            answer: DataRequestAnswer::Granted,
            note: None,
            at: self.asked.now,
        };
        let asked = self.file.requests.iter();
        let open = asked.filter(|(_, kept)| kept.kind == DataRequestKind::Erase && kept.answer.is_none());
        let decided = PersonEvent::ErasureDecided { reason: ask.reason, with };
        Ok(open.map(|(request, _)| granted(*request)).chain([decided]).collect())
    }

    pub(super) fn postpone_erasure(&self, ask: PostponeErasure) -> Answer {
        self.by_coordinator()?;
        let PostponeErasure { until, reason, note } = ask;
        let from = self.asked.now.date_naive();
        let latest = from.checked_add_months(LONGEST).unwrap_or(from);
        if until < from || until > latest {
            return Err(PersonRefusal::ErasureDayImplausible { from, until: latest });
        }
        Ok(vec![PersonEvent::ErasurePostponed { until, reason, note }])
    }
}
