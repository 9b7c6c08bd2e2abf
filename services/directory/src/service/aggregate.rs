//! The rules of a service sheet, and nothing else; what people see is in [`crate::projection`].

use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use kernel::{Asked, Decider, PartnerId, Secret, Secrets};
use serde::{Deserialize, Serialize};

use super::commands::{CloseServiceTemporarily, DeclareCapacity, FlagServiceSheet, ImportService};
use super::content::ServiceContent;
use super::standing::{Capacity, Closure};
use super::{ServiceCommand, ServiceEvent, ServiceRefusal};
use crate::delays::Delays;
use crate::imported::{KeptRow, KeptRows, MOST_ROWS};

/// The most doubts that wait for an answer.
pub const MOST_FLAGS: usize = 100;

pub(super) type Then = Result<Vec<ServiceEvent>, ServiceRefusal>;

/// A service sheet as far as its own rules need it.
#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize)]
pub enum Service {
    /// Nobody has drafted it.
    #[default]
    Unknown,
    /// Somebody has.
    Sheet(Box<Sheet>),
}

/// Whether people see the sheet, and whether the service can be had.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    /// Nobody sees it yet.
    Draft,
    /// It can be had.
    Published,
    /// It can be had, and will close for a while.
    ClosureAnnounced(Closure),
    /// It is closed for a while.
    Closed(Closure),
    /// It was taken out.
    Retired,
}

/// What is known of a sheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sheet {
    /// Whose service it is.
    pub partner: PartnerId,
    /// What it says.
    pub content: ServiceContent,
    /// What its source said last; a source that says the same again changes nothing, also when
    /// somebody here has corrected the sheet since.
    pub imported: Option<ImportService>,
    /// Whether people see it, and whether the service can be had.
    pub status: Status,
    /// On which day it was checked last.
    pub verified_on: Option<NaiveDate>,
    /// By when it has to be checked.
    pub verify_by: Option<DateTime<Utc>>,
    /// Whether somebody was asked to check it.
    pub verification_due: bool,
    /// How much room it has said it has.
    pub capacity: Option<Capacity>,
    /// What is doubted.
    pub flags: Vec<SheetFlag>,
    /// What is kept of a source.
    pub rows: KeptRows,
}

/// A doubt that waits for an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetFlag {
    /// What is doubted.
    pub reason: super::standing::SheetFlagReason,
    /// The referral whose answer showed it.
    pub referral: Option<kernel::ReferralId>,
}

impl Secrets for Service {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        match self {
            Self::Unknown => Vec::new(),
            Self::Sheet(sheet) => sheet.rows.secrets(),
        }
    }
}

impl Decider for Service {
    const KIND: &'static str = "service";
    type Command = ServiceCommand;
    type Event = ServiceEvent;
    type Refusal = ServiceRefusal;

    fn decide(&self, command: ServiceCommand, asked: &Asked) -> Then {
        match (self, command) {
            (Self::Unknown, ServiceCommand::Draft(ask)) => {
                ask.content.sound()?;
                Ok(vec![ServiceEvent::ServiceSheetDrafted {
                    partner: ask.partner,
                    content: Box::new(ask.content),
                }])
            }
            (Self::Unknown, ServiceCommand::Import(said)) => super::importing::first(said, asked),
            (Self::Unknown, _) => Err(ServiceRefusal::ServiceSheetNotFound),
            (Self::Sheet(sheet), command) => sheet.decide(command, asked),
        }
    }

    fn evolve(&mut self, event: ServiceEvent) {
        match (self, event) {
            (state @ Self::Unknown, ServiceEvent::ServiceSheetDrafted { partner, content }) => {
                *state = Self::Sheet(Box::new(Sheet::new(partner, *content, None)));
            }
            (state @ Self::Unknown, ServiceEvent::ServiceSheetImported { said }) => {
                let sheet = Sheet::new(said.partner, said.content.clone(), Some(*said));
                *state = Self::Sheet(Box::new(sheet));
            }
            (Self::Unknown, _) => {}
            (Self::Sheet(sheet), event) => sheet.evolve(event),
        }
    }
}

impl Sheet {
    fn new(partner: PartnerId, content: ServiceContent, imported: Option<ImportService>) -> Self {
        Self {
            partner,
            content,
            imported,
            status: Status::Draft,
            verified_on: None,
            verify_by: None,
            verification_due: false,
            capacity: None,
            flags: Vec::new(),
            rows: KeptRows::default(),
        }
    }

    fn decide(&self, command: ServiceCommand, asked: &Asked) -> Then {
        use {ServiceCommand as Ask, ServiceEvent as Then, ServiceRefusal as No};
        match (&self.status, command) {
            // Asked twice, done once: drafting it again in the same words is a retry.
            (_, Ask::Draft(ask)) if ask.partner == self.partner && ask.content == self.content => Ok(vec![]),
            (_, Ask::Draft(_)) => Err(No::ServiceSheetAlreadyDrafted),
            (_, Ask::Import(said)) => self.import(said, asked),
            (_, Ask::KeepRow(row)) => self.keep(row),

            (_, Ask::Retire(ask)) => match self.status {
                Status::Retired => Ok(vec![]),
                _ => Ok(vec![Then::ServiceSheetRetired { reason: ask.reason }]),
            },
            // A deadline that fires late on a retired sheet has nothing left to do.
            (Status::Retired, ask) if ask.is_deadline() => Ok(vec![]),
            (Status::Retired, _) => Err(No::ServiceSheetIsRetired),

            (_, Ask::Revise(ask)) if ask.content == self.content => Ok(vec![]),
            (status, Ask::Revise(ask)) if *status != Status::Draft && ask.content.needs.is_empty() => {
                Err(No::ServiceSheetNeedMissing)
            }
            (_, Ask::Revise(ask)) => revised(ask.content),

            (Status::Draft, Ask::Publish) if self.content.needs.is_empty() => {
                Err(No::ServiceSheetNeedMissing)
            }
            (Status::Draft, Ask::Publish) => Ok(vec![published(asked)]),
            (_, Ask::Publish) | (Status::Published, Ask::Reopen) => Ok(vec![]),
            (Status::Draft, ask) if ask.is_deadline() => Ok(vec![]),
            (Status::Draft, _) => Err(No::ServiceSheetNotPublished),

            (_, Ask::Verify(ask)) => self.verify(ask.on.unwrap_or_else(|| asked.at.date_naive()), asked),
            (_, Ask::CloseTemporarily(ask)) => self.close(ask, asked),
            (_, Ask::Reopen) => Ok(vec![Then::ServiceSheetReopened {}]),
            (_, Ask::DeclareCapacity(ask)) => Ok(self.declare(&ask, asked)),
            (_, Ask::Flag(ask)) => self.flag(&ask),
            (_, Ask::AskToVerify) => self.ask_to_verify(asked.now),
            (_, Ask::BeginClosure) => self.begin_closure(asked.now),
            (_, Ask::EndClosure) => self.end_closure(asked.now),
            (_, Ask::ExpireCapacity) => self.expire_capacity(asked.now),
        }
    }

    fn verify(&self, on: NaiveDate, asked: &Asked) -> Then {
        // A day of grace: rules do not know the time zone of the network.
        let tomorrow = asked.now.date_naive().checked_add_days(Days::new(1));
        if tomorrow.is_some_and(|tomorrow| on > tomorrow) {
            return Err(ServiceRefusal::ServiceSheetVerifiedInTheFuture { on });
        }
        match self.verified_on {
            Some(last) if last > on => Ok(vec![]),
            Some(last) if last == on && self.flags.is_empty() && !self.verification_due => Ok(vec![]),
            _ => Ok(vec![verified(on)]),
        }
    }

    fn close(&self, ask: CloseServiceTemporarily, asked: &Asked) -> Then {
        let CloseServiceTemporarily { from, until, message } = ask;
        let closure = Closure { from, until, message };
        if matches!(&self.status, Status::ClosureAnnounced(known) | Status::Closed(known) if *known == closure)
        {
            return Ok(vec![]);
        }
        if closure.message.is_empty() {
            return Err(ServiceRefusal::ServiceClosureMessageMissing);
        }
        if until.is_some_and(|until| until <= from) {
            return Err(ServiceRefusal::ServiceClosureReversed);
        }
        if until.is_some_and(|until| until <= asked.now) {
            return Err(ServiceRefusal::ServiceClosureInThePast);
        }
        Ok(vec![ServiceEvent::ServiceSheetTemporarilyClosed { closure, begun: from <= asked.now }])
    }

    fn declare(&self, ask: &DeclareCapacity, asked: &Asked) -> Vec<ServiceEvent> {
        let delays = Delays::current();
        let at = asked.at;
        let expires_at = delays.capacity_expires(at);
        let said = |known: &Capacity| known.level == ask.level && known.declared_at == at;
        if self.capacity.as_ref().is_some_and(said) {
            return vec![];
        }
        vec![ServiceEvent::CapacityDeclared { level: ask.level, at, expires_at, delays: delays.version }]
    }

    fn flag(&self, ask: &FlagServiceSheet) -> Then {
        let FlagServiceSheet { reason, referral } = *ask;
        if self.flags.contains(&SheetFlag { reason, referral }) {
            return Ok(vec![]);
        }
        if self.flags.len() >= MOST_FLAGS {
            return Err(ServiceRefusal::TooManyServiceFlags { most: MOST_FLAGS });
        }
        Ok(vec![ServiceEvent::ServiceSheetFlagged { reason, referral }])
    }

    fn ask_to_verify(&self, now: DateTime<Utc>) -> Then {
        match self.verify_by {
            Some(due) if !self.verification_due => {
                reached(due, now)?;
                Ok(vec![ServiceEvent::ServiceSheetVerificationDue {}])
            }
            _ => Ok(vec![]),
        }
    }

    fn begin_closure(&self, now: DateTime<Utc>) -> Then {
        match &self.status {
            Status::ClosureAnnounced(closure) => {
                reached(closure.from, now)?;
                Ok(vec![ServiceEvent::ServiceSheetClosureBegan {}])
            }
            _ => Ok(vec![]),
        }
    }

    fn end_closure(&self, now: DateTime<Utc>) -> Then {
        match &self.status {
            Status::ClosureAnnounced(Closure { until: Some(until), .. })
            | Status::Closed(Closure { until: Some(until), .. }) => {
                reached(*until, now)?;
                Ok(vec![ServiceEvent::ServiceSheetReopened {}])
            }
            _ => Ok(vec![]),
        }
    }

    fn expire_capacity(&self, now: DateTime<Utc>) -> Then {
        match &self.capacity {
            Some(capacity) => {
                reached(capacity.expires_at, now)?;
                Ok(vec![ServiceEvent::CapacityExpired {}])
            }
            None => Ok(vec![]),
        }
    }

    fn keep(&self, row: KeptRow) -> Then {
        match &self.rows {
            rows if rows.has(&row) => Ok(vec![]),
            rows if rows.takes(&row) => Ok(vec![ServiceEvent::ServiceRowKept { row }]),
            _ => Err(ServiceRefusal::TooManyServiceRows { most: MOST_ROWS }),
        }
    }

    fn evolve(&mut self, event: ServiceEvent) {
        use ServiceEvent as Then;
        match event {
            Then::ServiceSheetDrafted { .. } => {}
            Then::ServiceSheetImported { said } => {
                self.content = said.content.clone();
                self.imported = Some(*said);
            }
            Then::ServiceSheetRevised { content } => self.content = *content,
            Then::ServiceSheetPublished { verify_by, .. } => {
                self.status = Status::Published;
                self.verify_by = Some(verify_by);
            }
            Then::ServiceSheetVerifiedAsCurrent { on, verify_by, .. } => {
                self.verified_on = Some(on);
                self.verify_by = Some(verify_by);
                self.verification_due = false;
                self.flags.clear();
            }
            Then::ServiceSheetVerificationDue {} => self.verification_due = true,
            Then::ServiceSheetTemporarilyClosed { closure, begun: true } => {
                self.status = Status::Closed(closure);
            }
            Then::ServiceSheetTemporarilyClosed { closure, begun: false } => {
                self.status = Status::ClosureAnnounced(closure);
            }
            Then::ServiceSheetClosureBegan {} => {
                if let Status::ClosureAnnounced(closure) = &self.status {
                    self.status = Status::Closed(closure.clone());
                }
            }
            Then::ServiceSheetReopened {} => self.status = Status::Published,
            Then::ServiceSheetRetired { .. } => self.status = Status::Retired,
            Then::CapacityDeclared { level, at, expires_at, .. } => {
                self.capacity = Some(Capacity { level, declared_at: at, expires_at });
            }
            Then::CapacityExpired {} => self.capacity = None,
            Then::ServiceSheetFlagged { reason, referral } => {
                self.flags.push(SheetFlag { reason, referral });
            }
            Then::ServiceRowKept { row } => self.rows.keep(row),
        }
    }
}

impl ServiceCommand {
    /// Whether the platform asks it by itself when a time has come.
    pub fn is_deadline(&self) -> bool {
        matches!(self, Self::AskToVerify | Self::BeginClosure | Self::EndClosure | Self::ExpireCapacity)
    }
}

fn revised(content: ServiceContent) -> Then {
    content.sound()?;
    Ok(vec![ServiceEvent::ServiceSheetRevised { content: Box::new(content) }])
}

/// Nothing is done before its time.
fn reached(due: DateTime<Utc>, now: DateTime<Utc>) -> Result<(), ServiceRefusal> {
    if due <= now { Ok(()) } else { Err(ServiceRefusal::ServiceDeadlineNotReached { due }) }
}

/// Publishing says that the sheet is true today.
pub(super) fn published(asked: &Asked) -> ServiceEvent {
    let delays = Delays::current();
    ServiceEvent::ServiceSheetPublished { verify_by: delays.verify_by(asked.at), delays: delays.version }
}

/// Somebody checked the sheet on that day.
pub(super) fn verified(on: NaiveDate) -> ServiceEvent {
    let delays = Delays::current();
    let verify_by = delays.verify_by(on.and_time(NaiveTime::MIN).and_utc());
    ServiceEvent::ServiceSheetVerifiedAsCurrent { on, verify_by, delays: delays.version }
}
