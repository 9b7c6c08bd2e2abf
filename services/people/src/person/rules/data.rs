//! What somebody asks about their own data, and how long it is kept.

use chrono::{Months, TimeDelta};

use super::{Answer, Here, in_words, room};
use crate::codes::{DataKind, DataRequestAnswer, DataRequestKind};
use crate::person::events::PersonEvent;
use crate::person::file::Request;
use crate::person::inputs::{AnswerDataRequest, AskDataRequest};
use crate::person::refusal::PersonRefusal;
use crate::values::DataRequestId;

/// More than one each month of four years.
const MOST_REQUESTS: usize = 50;
/// What happens elsewhere is noted once in so long: it keeps data alive, it does not follow people.
const NOTED_EVERY: TimeDelta = TimeDelta::days(30);

impl Here<'_> {
    /// To be answered within a month (article 12.3 of the General Data Protection Regulation).
    pub(super) fn ask_data_request(&self, ask: AskDataRequest) -> Answer {
        self.by_host()?;
        let AskDataRequest { request, kind } = ask;
        match self.file.requests.get(&request) {
            Some(kept) if kept.kind == kind => return Ok(vec![]),
            Some(_) => return Err(PersonRefusal::DataRequestIdTaken),
            None => room(self.file.requests.len(), MOST_REQUESTS)?,
        }
        let at = self.asked.now;
        let due = at.checked_add_months(Months::new(1)).unwrap_or(at);
        let mut events = vec![PersonEvent::DataRequestMade { request, kind, due, at }];
        if kind == DataRequestKind::Erase {
            events.push(PersonEvent::ErasureAsked { request });
        }
        Ok(events)
    }

    pub(super) fn answer_data_request(&self, ask: AnswerDataRequest) -> Answer {
        self.by_coordinator()?;
        let AnswerDataRequest { request, answer, note } = ask;
        match self.request(request)?.answer {
            Some(given) if given == answer => return Ok(vec![]),
            Some(_) => return Err(PersonRefusal::DataRequestAlreadyAnswered),
            None => {}
        }
        in_words(answer != DataRequestAnswer::Granted, note.as_ref())?;
        Ok(vec![PersonEvent::DataRequestAnswered { request, answer, note, at: self.asked.now }])
    }

    pub(super) fn flag_data_request(&self, request: DataRequestId) -> Answer {
        self.by_platform()?;
        let kept = self.request(request)?;
        if kept.answer.is_some() || kept.overdue {
            return Ok(vec![]);
        }
        if self.asked.now < kept.due {
            return Err(PersonRefusal::DataRequestNotDue);
        }
        Ok(vec![PersonEvent::DataRequestOverdue { request }])
    }

    pub(super) fn note_activity(&self) -> Answer {
        self.by_platform()?;
        // By when it happened: a replayed or late event keeps nobody alive longer than it should.
        let at = self.asked.at;
        if at < self.file.active_at + NOTED_EVERY {
            return Ok(vec![]);
        }
        Ok(vec![PersonEvent::PersonActivityNoted { at }])
    }

    pub(super) fn warn_of_erasure(&self, kind: DataKind) -> Answer {
        self.by_platform()?;
        let kept = self.file.kept();
        let on = kept.warned_for(kind, self.asked.now).ok_or(PersonRefusal::RetentionNotDue)?;
        Ok(vec![PersonEvent::ErasureWarned { kind, on, retention: kept.retention().version }])
    }

    /// Ways to reach the person, then their name. When the case itself runs out the person is
    /// erased, which is another command.
    pub(super) fn lapse_data(&self, kind: DataKind) -> Answer {
        self.by_platform()?;
        let kept = self.file.kept();
        let alone = matches!(kind, DataKind::Contact | DataKind::Identity);
        if !alone || !kept.has_lapsed(kind, self.asked.now) {
            return Err(PersonRefusal::RetentionNotDue);
        }
        Ok(vec![PersonEvent::DataLapsed { kind, retention: kept.retention().version }])
    }

    fn request(&self, request: DataRequestId) -> Result<&Request, PersonRefusal> {
        self.file.requests.get(&request).ok_or(PersonRefusal::DataRequestNotFound)
    }
}
