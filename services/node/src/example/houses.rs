//! The houses of the example that receive people: where, when, in which languages.

use chrono::{Datelike, NaiveDate, Weekday};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::example::asks::Script;
use crate::example::chance::id;
use crate::example::days::Days;
use crate::example::people::{Cast, Said, said};

/// A language that is heard at a desk.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tongue {
    pub(super) code: &'static str,
    /// How it is met there.
    pub(super) met: &'static str,
    pub(super) form: &'static str,
}

/// A language that is spoken.
pub(super) const fn spoken(code: &'static str, met: &'static str) -> Tongue {
    Tongue { code, met, form: "SPOKEN" }
}

/// A language that is signed.
pub(super) const fn signed(code: &'static str, met: &'static str) -> Tongue {
    Tongue { code, met, form: "SIGNED" }
}

/// A weekly opening, from hour to hour.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slot {
    pub(super) day: Weekday,
    pub(super) from: u32,
    pub(super) until: u32,
}

/// A house.
pub(super) struct House {
    pub(super) cast: Cast,
    /// Its key in the example.
    pub(super) key: &'static str,
    pub(super) name: &'static str,
    pub(super) address: &'static str,
    /// Numbers that no exchange gives out.
    pub(super) phone: &'static str,
    pub(super) zone: &'static str,
    pub(super) slots: &'static [Slot],
    /// The languages offered, and how.
    pub(super) offers: &'static [(&'static str, &'static str)],
    /// The languages heard, by weight.
    pub(super) tongues: &'static [(u64, Tongue)],
    /// The needs heard, by weight.
    pub(super) needs: &'static [(u64, &'static str)],
    /// How many people come in one opening: at least, and how many more at most.
    pub(super) visits: (u64, u64),
    /// A language for which somebody comes to interpret on some days.
    pub(super) interpreter: Option<&'static str>,
}

impl House {
    pub(super) fn site(&self) -> Uuid {
        id(self.cast.network, "site", self.key)
    }

    pub(super) fn languages(&self) -> Value {
        self.offers.iter().map(|(language, mode)| json!({ "language": language, "mode": mode })).collect()
    }

    /// Every opening from the first day to the end of next week, without public holidays.
    pub(super) fn openings(&self, days: &Days) -> Vec<(NaiveDate, Slot)> {
        let of = |slot: Slot| days.every(slot.day).filter(|day| days.open(*day)).map(move |day| (day, slot));
        let mut openings: Vec<_> = self.slots.iter().flat_map(|slot| of(*slot)).collect();
        openings.sort_by_key(|(day, _)| *day);
        openings
    }

    /// Opens its door on the first day, with its weekly hours and the closed days ahead.
    pub(super) fn open(&self, script: &mut Script, days: &Days) {
        let (site, by) = (self.site(), self.cast.coordinator());
        let input = json!({
            "name": self.name,
            "address": self.address,
            "phone": self.phone,
            "timeZone": self.zone,
            "languages": self.languages(),
        });
        script.ask(days.at(days.first, 8, 0), by, "openSite", site, input);
        for (minute, slot) in (2..).zip(self.slots) {
            let input = json!({
                "slot": id(self.cast.network, "slot", format!("{}/{}", self.key, slot.day)),
                "day": day_name(slot.day),
                "start": format!("{:02}:00", slot.from),
                "end": format!("{:02}:00", slot.until),
                "walkIn": true,
                "byAppointment": true,
                "validFrom": days.first,
            });
            script.ask(days.at(days.first, 8, minute), by, "addOpeningSlot", site, input);
        }
        for (minute, holiday) in (10..).zip(days.holidays()) {
            let closed: Said =
                ["Fermé : jour férié", "Gesloten: feestdag", "مغلق: يوم عطلة", "Closed: public holiday"];
            let input = json!({
                "exception": id(self.cast.network, "exception", format!("{}/{holiday}", self.key)),
                "from": holiday,
                "to": holiday,
                "message": said(&closed),
                "reason": "PUBLIC_HOLIDAY",
            });
            script.ask(days.at(days.first, 8, minute), by, "closeSiteOnDates", site, input);
        }
    }
}

/// A weekday as the API writes it.
fn day_name(day: Weekday) -> &'static str {
    const NAMES: [&str; 7] = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
    NAMES[day.num_days_from_monday() as usize]
}

/// The last working day of the week before a day.
pub(super) fn friday_before(day: NaiveDate, days: &Days) -> NaiveDate {
    let back = 3 + u64::from(day.weekday().num_days_from_monday());
    days.open_before(day - chrono::Days::new(back))
}
