//! The rules, one group a file: each function is one row of the table of what may happen when.

pub(crate) mod answering;
pub(crate) mod attending;
pub(crate) mod consent;
pub(crate) mod drafting;
pub(crate) mod ending;
pub(crate) mod outcome;
pub(crate) mod sending;
pub(crate) mod watching;

use chrono::{DateTime, Days, NaiveDate, Utc};
use kernel::{Asked, Role, Secret};

use crate::aggregate::File;
use crate::codes::{ReferralCalendar, ReferralState, ReferralTargetKind};
use crate::events::ReferralEvent;
use crate::refusal::ReferralRefusal;
use crate::working_days::{Holidays, WorkingDays};

/// How far in the future a date may lie: a later one is a slip of the finger.
const FURTHEST: Days = Days::new(3 * 366);
/// How far in the past a date may lie that is written down later.
const EARLIEST: Days = Days::new(366);

/// What a rule answers.
pub(crate) type Answer = Result<Vec<ReferralEvent>, ReferralRefusal>;

/// A referral where it stands, and who asks.
pub(crate) struct Here<'a> {
    /// Where it stands.
    pub(crate) state: ReferralState,
    /// What its rules remember.
    pub(crate) file: &'a File,
    /// Who asks, and when.
    pub(crate) asked: &'a Asked,
}

impl Here<'_> {
    /// Refuses what comes after the end, and says why it ended.
    pub(crate) fn not_ended(&self) -> Result<(), ReferralRefusal> {
        match (self.state, self.file.superseded_by) {
            (ReferralState::Superseded, Some(by)) => Err(ReferralRefusal::ReferralSuperseded { by }),
            (ReferralState::Void, _) => Err(ReferralRefusal::ReferralVoid),
            (state, _) if state.has_ended() => Err(ReferralRefusal::ReferralClosed { state }),
            _ => Ok(()),
        }
    }

    /// Hosts, and those who answer for all.
    pub(crate) fn by_host(&self) -> Result<(), ReferralRefusal> {
        by_host(self.asked)
    }

    /// The partner, or a host who has them on the telephone; for the network also its members.
    pub(crate) fn by_partner(&self) -> Result<(), ReferralRefusal> {
        let in_network = self.file.target == ReferralTargetKind::Network;
        match self.asked.role {
            Role::Partner | Role::Host => Ok(()),
            Role::Member | Role::Volunteer if in_network => Ok(()),
            _ if self.asked.answers_for_all() => Ok(()),
            _ => Err(ReferralRefusal::ReferralForPartner),
        }
    }

    /// Those who may know where the person went: partner, host, volunteer, the person.
    pub(crate) fn by_witness(&self) -> Result<(), ReferralRefusal> {
        match self.asked.role {
            Role::Volunteer | Role::Member => Ok(()),
            _ => self.by_partner(),
        }
    }

    /// The platform itself.
    pub(crate) fn by_platform(&self) -> Result<(), ReferralRefusal> {
        match self.asked.role {
            Role::System => Ok(()),
            _ => Err(ReferralRefusal::ReferralForPlatform),
        }
    }

    /// An answer that says by which link it comes must come by the current one.
    pub(crate) fn by_current_link(&self, version: Option<u32>) -> Result<(), ReferralRefusal> {
        match version {
            Some(version) if !self.file.link.good || version != self.file.link.version => {
                Err(ReferralRefusal::ReferralLinkNotCurrent)
            }
            _ => Ok(()),
        }
    }

    /// Whose working days count.
    pub(crate) fn calendar(&self) -> ReferralCalendar {
        self.file.clock.map_or(ReferralCalendar::Be, |clock| clock.deadlines.calendar)
    }

    /// The working days that count.
    pub(crate) fn days(&self) -> &'static WorkingDays {
        Holidays::current().days(self.calendar())
    }

    /// The day of an instant where the partner is.
    pub(crate) fn day(&self, at: DateTime<Utc>) -> NaiveDate {
        self.days().date(at)
    }

    /// Refuses a day that cannot be meant; `past` says whether it may lie behind.
    pub(crate) fn plausible(&self, date: NaiveDate, past: bool) -> Result<(), ReferralRefusal> {
        let today = self.day(self.asked.at);
        let from = if past { today.checked_sub_days(EARLIEST) } else { Some(today) }.unwrap_or(today);
        let until = today.checked_add_days(FURTHEST).unwrap_or(today);
        if (from..=until).contains(&date) {
            Ok(())
        } else {
            Err(ReferralRefusal::ReferralDateImplausible { from, until })
        }
    }
}

/// Hosts, and those who answer for all.
pub(crate) fn by_host(asked: &Asked) -> Result<(), ReferralRefusal> {
    if asked.role == Role::Host || asked.answers_for_all() {
        Ok(())
    } else {
        Err(ReferralRefusal::ReferralForHost)
    }
}

/// A reason called *other* says nothing without words.
pub(crate) fn in_words(is_other: bool, note: Option<&Secret>) -> Result<(), ReferralRefusal> {
    if is_other && note.is_none() { Err(ReferralRefusal::ReferralReasonMissing) } else { Ok(()) }
}
