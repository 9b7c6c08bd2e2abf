//! A site, from its opening to its end: the rules, and nothing else.

use chrono::{DateTime, Utc};
use kernel::{Asked, Decider, Line, Localized, Telephone, Text, aggregate};
use serde::{Deserialize, Serialize};

use super::commands::{ChangeSite, OpenSite, RemoveOpeningSlot, SiteCommand};
use super::events::SiteEvent;
use super::hours::{SiteDay, SiteHours};
use super::refusal::SiteRefusal;
use super::words::{
    ExceptionReason, ExceptionalOpening, OpeningSlot, OpeningTime, SiteClosure, SiteExceptionId, SiteLanguage,
};

/// A week has 168 hours; more slots than this is a mistake of an import.
const MOST_SLOTS: usize = 100;
/// Ten years of public holidays and leave; withdraw past ones to make room.
const MOST_EXCEPTIONS: usize = 300;
/// More languages than any desk has counted.
const MOST_LANGUAGES: usize = 60;
/// A longer closure is the end of a site.
const LONGEST_CLOSURE: i64 = 366;

/// A site as far as its own rules need it.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Site {
    /// Not opened yet.
    #[default]
    Unknown,
    /// Receives people.
    Open(OpenedSite),
    /// Closed for good.
    Closed,
}

/// An open site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenedSite {
    name: Line,
    address: Option<Text>,
    phone: Option<Telephone>,
    languages: Vec<SiteLanguage>,
    /// When it receives people.
    pub hours: SiteHours,
}

type Answer = Result<Vec<SiteEvent>, SiteRefusal>;

impl Decider for Site {
    const KIND: &'static str = "site";
    type Command = SiteCommand;
    type Event = SiteEvent;
    type Refusal = SiteRefusal;

    fn decide(&self, command: SiteCommand, _asked: &Asked) -> Answer {
        use SiteCommand as Ask;
        match (self, command) {
            (Self::Unknown, Ask::Open(site)) => open(site),
            (Self::Unknown, _) => Err(SiteRefusal::SiteNotFound),
            (Self::Open(site), Ask::Open(again)) if site.is(&again) => Ok(vec![]),
            (_, Ask::Open(_)) => Err(SiteRefusal::SiteAlreadyOpened),

            (Self::Open(site), Ask::Change(change)) => site.change(change),
            (Self::Open(site), Ask::AddSlot(slot)) => site.add_slot(slot),
            (Self::Open(site), Ask::ChangeSlot(slot)) => site.change_slot(slot),
            (Self::Open(site), Ask::RemoveSlot(slot)) => site.remove_slot(slot),
            (Self::Open(site), Ask::CloseOnDates(closure)) => site.close_on_dates(closure),
            (Self::Open(site), Ask::OpenExceptionally(opening)) => site.open_exceptionally(opening),
            (Self::Open(site), Ask::WithdrawException(ask)) => site.withdraw(ask.exception),
            (Self::Open(_), Ask::Close(ask)) => Ok(vec![SiteEvent::SiteClosed { reason: ask.reason }]),

            // Asked twice, done once.
            (Self::Closed, Ask::Close(_)) => Ok(vec![]),
            (Self::Closed, _) => Err(SiteRefusal::SiteIsClosed),
        }
    }

    fn evolve(&mut self, event: SiteEvent) {
        match (self, event) {
            (state, SiteEvent::SiteOpened { name, time_zone, address, phone, languages }) => {
                let hours = SiteHours::none(time_zone);
                *state = Self::Open(OpenedSite { name, address, phone, languages, hours });
            }
            (state, SiteEvent::SiteClosed { .. }) => *state = Self::Closed,
            (Self::Open(site), SiteEvent::SiteChanged { name, address, phone, languages }) => {
                site.name = name.unwrap_or_else(|| site.name.clone());
                site.address = address.or_else(|| site.address.take());
                site.phone = phone.or_else(|| site.phone.take());
                site.languages = languages.unwrap_or_else(|| std::mem::take(&mut site.languages));
            }
            (Self::Open(site), event) => site.hours.follow(&event),
            (Self::Unknown | Self::Closed, _) => {}
        }
    }
}

aggregate!(Site, SiteEvent, SiteRefusal);

impl Site {
    /// The hours of a site that receives people.
    ///
    /// # Errors
    /// When there is no such site, or it is closed for good.
    pub fn hours(&self) -> Result<&SiteHours, SiteRefusal> {
        match self {
            Self::Unknown => Err(SiteRefusal::SiteNotFound),
            Self::Open(site) => Ok(&site.hours),
            Self::Closed => Err(SiteRefusal::SiteIsClosed),
        }
    }

    /// The day a session of that instant falls in; see [`SiteHours::day`].
    ///
    /// # Errors
    /// When the site does not open that day and no reason is given.
    pub fn day(
        &self,
        at: DateTime<Utc>,
        exceptional: Option<ExceptionReason>,
    ) -> Result<SiteDay, SiteRefusal> {
        self.hours()?.day(at, exceptional)
    }

    /// Whether an appointment may be booked then.
    ///
    /// # Errors
    /// When no opening that takes appointments covers it.
    pub fn takes_appointment(&self, from: DateTime<Utc>, until: DateTime<Utc>) -> Result<(), SiteRefusal> {
        let hours = self.hours()?;
        if hours.takes_appointment(from, until) {
            Ok(())
        } else {
            Err(SiteRefusal::NoOpeningForAppointment { date: hours.date(from) })
        }
    }
}

fn open(site: OpenSite) -> Answer {
    few_languages(&site.languages)?;
    let OpenSite { name, time_zone, address, phone, languages } = site;
    Ok(vec![SiteEvent::SiteOpened { name, time_zone, address, phone, languages }])
}

impl OpenedSite {
    fn is(&self, asked: &OpenSite) -> bool {
        self.name == asked.name
            && self.hours.time_zone == asked.time_zone
            && self.address == asked.address
            && self.phone == asked.phone
            && self.languages == asked.languages
    }

    fn change(&self, change: ChangeSite) -> Answer {
        few_languages(change.languages.as_deref().unwrap_or_default())?;
        let name = change.name.filter(|name| *name != self.name);
        let address = change.address.filter(|address| Some(address) != self.address.as_ref());
        let languages = change.languages.filter(|languages| *languages != self.languages);
        let phone = change.phone.filter(|phone| Some(phone) != self.phone.as_ref());
        if name.is_none() && address.is_none() && phone.is_none() && languages.is_none() {
            return Ok(vec![]);
        }
        Ok(vec![SiteEvent::SiteChanged { name, address, phone, languages }])
    }

    fn add_slot(&self, slot: OpeningSlot) -> Answer {
        match self.hours.slots.iter().find(|kept| kept.slot == slot.slot) {
            Some(kept) if *kept == slot => return Ok(vec![]),
            Some(_) => return Err(SiteRefusal::OpeningSlotTaken),
            None if self.hours.slots.len() >= MOST_SLOTS => {
                return Err(SiteRefusal::TooManyOpeningSlots { max: most(MOST_SLOTS) });
            }
            None => {}
        }
        self.fits(&slot)?;
        Ok(vec![SiteEvent::OpeningSlotAdded { slot }])
    }

    fn change_slot(&self, slot: OpeningSlot) -> Answer {
        match self.hours.slots.iter().find(|kept| kept.slot == slot.slot) {
            None => Err(SiteRefusal::OpeningSlotNotFound),
            Some(kept) if *kept == slot => Ok(vec![]),
            Some(_) => {
                self.fits(&slot)?;
                Ok(vec![SiteEvent::OpeningSlotChanged { slot }])
            }
        }
    }

    fn fits(&self, slot: &OpeningSlot) -> Result<(), SiteRefusal> {
        receives(slot.start, slot.end, slot.walk_in, slot.by_appointment)?;
        if slot.valid_to.is_some_and(|last| last < slot.valid_from) {
            return Err(SiteRefusal::SiteDatesReversed);
        }
        let other = self.hours.slots.iter().find(|kept| kept.slot != slot.slot && kept.overlaps(slot));
        other.map_or(Ok(()), |other| {
            Err(SiteRefusal::OpeningSlotOverlaps { day: other.day, start: other.start, end: other.end })
        })
    }

    fn remove_slot(&self, ask: RemoveOpeningSlot) -> Answer {
        let Some(kept) = self.hours.slots.iter().find(|kept| kept.slot == ask.slot) else {
            return Err(SiteRefusal::OpeningSlotNotFound);
        };
        if kept.valid_to.is_some_and(|last| last < ask.from) {
            return Ok(vec![]);
        }
        Ok(vec![SiteEvent::OpeningSlotRemoved { slot: ask.slot, from: ask.from }])
    }

    fn close_on_dates(&self, closure: SiteClosure) -> Answer {
        if self.hours.closures.contains(&closure) {
            return Ok(vec![]);
        }
        self.room_for(closure.exception, &closure.message)?;
        if closure.to < closure.from {
            return Err(SiteRefusal::SiteDatesReversed);
        }
        if (closure.to - closure.from).num_days() >= LONGEST_CLOSURE {
            return Err(SiteRefusal::SiteClosureTooLong { max: 366 });
        }
        Ok(vec![SiteEvent::SiteClosedOnDates { closure }])
    }

    fn open_exceptionally(&self, opening: ExceptionalOpening) -> Answer {
        if self.hours.openings.contains(&opening) {
            return Ok(vec![]);
        }
        self.room_for(opening.exception, &opening.message)?;
        receives(opening.start, opening.end, opening.walk_in, opening.by_appointment)?;
        Ok(vec![SiteEvent::SiteOpenedExceptionally { opening }])
    }

    fn room_for(&self, exception: SiteExceptionId, message: &Localized) -> Result<(), SiteRefusal> {
        if self.has(exception) {
            return Err(SiteRefusal::SiteExceptionTaken);
        }
        if message.is_empty() {
            return Err(SiteRefusal::SiteExceptionWithoutMessage);
        }
        if self.hours.closures.len() + self.hours.openings.len() >= MOST_EXCEPTIONS {
            return Err(SiteRefusal::TooManySiteExceptions { max: most(MOST_EXCEPTIONS) });
        }
        Ok(())
    }

    fn has(&self, exception: SiteExceptionId) -> bool {
        self.hours.closures.iter().any(|closure| closure.exception == exception)
            || self.hours.openings.iter().any(|opening| opening.exception == exception)
    }

    fn withdraw(&self, exception: SiteExceptionId) -> Answer {
        if self.has(exception) {
            Ok(vec![SiteEvent::SiteExceptionWithdrawn { exception }])
        } else {
            Err(SiteRefusal::SiteExceptionNotFound)
        }
    }
}

fn receives(
    start: OpeningTime,
    end: OpeningTime,
    walk_in: bool,
    by_appointment: bool,
) -> Result<(), SiteRefusal> {
    if end <= start {
        return Err(SiteRefusal::OpeningEndsBeforeItStarts);
    }
    if !walk_in && !by_appointment {
        return Err(SiteRefusal::OpeningReceivesNobody);
    }
    Ok(())
}

fn few_languages(languages: &[SiteLanguage]) -> Result<(), SiteRefusal> {
    if languages.len() > MOST_LANGUAGES {
        return Err(SiteRefusal::TooManySiteLanguages { max: most(MOST_LANGUAGES) });
    }
    Ok(())
}

fn most(limit: usize) -> u32 {
    u32::try_from(limit).unwrap_or(u32::MAX)
}
