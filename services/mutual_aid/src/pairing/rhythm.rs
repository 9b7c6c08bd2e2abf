//! The rhythm of a pairing: when it began, when both reached each other, when it rested. Time at
//! rest counts neither for its length nor for the silence.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::values::InactivityLevel;
use crate::limits::{Limits, days_after};

/// How many entries of the contact log are kept at hand: those can be corrected.
pub const CONTACTS_AT_HAND: usize = 200;
/// How many rests are kept one by one; older ones only count for the length.
const RESTS_AT_HAND: usize = 100;

/// An entry of the contact log, as far as the rhythm needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Contact {
    /// Its number, from 1.
    pub number: u32,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// Whether they reached each other.
    pub made: bool,
}

/// A pause or a suspension.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rest {
    /// From when.
    pub from: DateTime<Utc>,
    /// Until when.
    pub until: DateTime<Utc>,
}

/// The rhythm of a pairing that has begun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Rhythm {
    /// When it began.
    pub since: DateTime<Utc>,
    /// The version of the numbers its silence is judged by.
    pub limits_version: u32,
    /// How many contacts were logged.
    pub logged: u32,
    /// The last of them.
    pub contacts: Vec<Contact>,
    /// The latest success among those that are not at hand any more.
    pub earlier_success: Option<DateTime<Utc>>,
    /// The last rests.
    pub rests: Vec<Rest>,
    /// Since when it rests, if it does.
    pub resting_since: Option<DateTime<Utc>>,
    /// How many seconds all finished rests took.
    pub rested_seconds: i64,
    /// Who was told of the silence.
    pub flagged: Option<InactivityLevel>,
}

impl Rhythm {
    /// The rhythm of a pairing that begins.
    pub fn new(since: DateTime<Utc>, limits_version: u32) -> Self {
        Self {
            since,
            limits_version,
            logged: 0,
            contacts: Vec::new(),
            earlier_success: None,
            rests: Vec::new(),
            resting_since: None,
            rested_seconds: 0,
            flagged: None,
        }
    }

    /// When they last reached each other; the beginning counts as the first time.
    pub fn last_success(&self) -> DateTime<Utc> {
        let logged = self.contacts.iter().filter(|contact| contact.made).map(|contact| contact.at);
        logged.chain(self.earlier_success).fold(self.since, DateTime::max)
    }

    /// Which flag of silence comes next, and when; none while it rests.
    pub fn next_flag(&self) -> Option<(InactivityLevel, DateTime<Utc>)> {
        let limits = Limits::of(self.limits_version);
        let (level, days) = match self.flagged {
            _ if self.resting_since.is_some() => return None,
            None => (InactivityLevel::Reminder, limits.inactivity_reminder_days),
            Some(InactivityLevel::Reminder) => {
                (InactivityLevel::Coordinator, limits.inactivity_coordinator_days)
            }
            Some(InactivityLevel::Coordinator) => return None,
        };
        let since = self.last_success();
        Some((level, days_after(since, days) + self.rested_after(since)))
    }

    /// How long it rested after an instant, in finished rests.
    fn rested_after(&self, instant: DateTime<Utc>) -> TimeDelta {
        self.rests
            .iter()
            .map(|rest| (rest.until - rest.from.max(instant)).max(TimeDelta::zero()))
            .fold(TimeDelta::zero(), |sum, rest| sum + rest)
    }

    /// How long it has lasted until an instant, without its rests.
    pub fn lasted(&self, until: DateTime<Utc>) -> TimeDelta {
        let resting =
            self.resting_since.map_or(TimeDelta::zero(), |from| (until - from).max(TimeDelta::zero()));
        (until - self.since - resting - TimeDelta::seconds(self.rested_seconds)).max(TimeDelta::zero())
    }

    /// A contact was logged.
    pub fn log(&mut self, contact: Contact) {
        let before = self.last_success();
        self.logged = contact.number;
        self.contacts.push(contact);
        let surplus = self.contacts.len().saturating_sub(CONTACTS_AT_HAND);
        for old in self.contacts.drain(..surplus).filter(|old| old.made) {
            self.earlier_success = self.earlier_success.max(Some(old.at));
        }
        self.hear_again_after(before);
    }

    /// An entry was put right.
    pub fn correct(&mut self, contact: Contact) {
        let before = self.last_success();
        if let Some(known) = self.contacts.iter_mut().find(|known| known.number == contact.number) {
            *known = contact;
        }
        self.hear_again_after(before);
    }

    /// A later success than before ends the silence that was flagged.
    fn hear_again_after(&mut self, before: DateTime<Utc>) {
        if self.last_success() > before {
            self.flagged = None;
        }
    }

    /// It rests from now on, unless it already does.
    pub fn rest(&mut self, from: DateTime<Utc>) {
        self.resting_since.get_or_insert(from);
    }

    /// It goes on, or ends.
    pub fn go_on(&mut self, until: DateTime<Utc>) {
        let Some(from) = self.resting_since.take() else { return };
        // A rest that was reported to end before it began took no time.
        let until = until.max(from);
        self.rested_seconds += (until - from).num_seconds();
        self.rests.push(Rest { from, until });
        let surplus = self.rests.len().saturating_sub(RESTS_AT_HAND);
        self.rests.drain(..surplus);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::given::instant;

    fn begun() -> Rhythm {
        Rhythm::new(instant("2023-06-01T10:00:00Z"), 1)
    }

    #[test]
    fn silence_is_flagged_after_fourteen_days_then_after_thirty() {
        let mut rhythm = begun();
        assert_eq!(rhythm.next_flag(), Some((InactivityLevel::Reminder, instant("2023-06-15T10:00:00Z"))));
        rhythm.flagged = Some(InactivityLevel::Reminder);
        assert_eq!(rhythm.next_flag(), Some((InactivityLevel::Coordinator, instant("2023-07-01T10:00:00Z"))));
        rhythm.flagged = Some(InactivityLevel::Coordinator);
        assert_eq!(rhythm.next_flag(), None);
    }

    #[test]
    fn only_a_contact_that_was_made_ends_the_silence() {
        let mut rhythm = begun();
        rhythm.flagged = Some(InactivityLevel::Reminder);
        let at = instant("2023-06-20T10:00:00Z");
        rhythm.log(Contact { number: 1, at, made: false });
        assert_eq!(rhythm.flagged, Some(InactivityLevel::Reminder));
        rhythm.correct(Contact { number: 1, at, made: true });
        assert_eq!(rhythm.flagged, None);
        assert_eq!(rhythm.next_flag().map(|(_, at)| at), Some(instant("2023-07-04T10:00:00Z")));
    }

    #[test]
    fn rest_counts_neither_for_the_length_nor_for_the_silence() {
        let mut rhythm = begun();
        rhythm.rest(instant("2023-06-05T10:00:00Z"));
        assert_eq!(rhythm.next_flag(), None);
        assert_eq!(rhythm.lasted(instant("2023-06-10T10:00:00Z")), TimeDelta::days(4));
        rhythm.go_on(instant("2023-06-15T10:00:00Z"));
        assert_eq!(rhythm.next_flag().map(|(_, at)| at), Some(instant("2023-06-25T10:00:00Z")));
        assert_eq!(rhythm.lasted(instant("2023-06-25T10:00:00Z")), TimeDelta::days(14));
    }

    #[test]
    fn a_success_is_remembered_when_its_entry_is_not() {
        let mut rhythm = begun();
        let success = instant("2023-06-02T10:00:00Z");
        rhythm.log(Contact { number: 1, at: success, made: true });
        for number in 2..=300 {
            rhythm.log(Contact { number, at: instant("2023-06-03T10:00:00Z"), made: false });
        }
        assert_eq!(rhythm.contacts.len(), CONTACTS_AT_HAND);
        assert_eq!(rhythm.last_success(), success);
    }
}
