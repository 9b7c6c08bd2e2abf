//! Appointments at the desk: booked some days before; most people come.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::example::asks::Script;
use crate::example::chance::Dice;
use crate::example::desk::{Caller, Day, Desk};

impl Desk<'_> {
    /// Some book some days before; a few of those do not come, or say so in time.
    pub(super) fn book(&self, script: &mut Script, day: &Day, caller: &Caller, dice: &mut Dice) -> bool {
        let booked = self.days.at(self.days.open_before(day.date - chrono::Days::new(3)), 11, 0);
        let appointment = self.id("appointment", caller.visit);
        let comes = !dice.percent(25);
        if booked >= day.start || booked <= self.days.at(self.days.first, 9, 0) {
            return false;
        }
        let input = json!({
            "site": self.house.site(),
            "startsAt": caller.came,
            "minutes": 15,
            "language": caller.tongue.code,
            "reminder": if caller.tongue.form == "SIGNED" { "SIGN_VIDEO" } else { "EMAIL" },
            "contact": "rappel@example.org",
            "session": day.session,
            "subject": caller.codes.first(),
        });
        // The last quarter of an hour is kept free.
        if caller.came + TimeDelta::minutes(15) > day.end {
            return false;
        }
        let by = self.house.cast.second();
        script.ask(booked, by, "bookAppointment", appointment, input);
        if comes {
            return true;
        }
        if dice.percent(50) {
            let input = json!({ "by": "PERSON", "reason": "UNAVAILABLE" });
            script.ask(day.start - TimeDelta::minutes(20), by, "cancelAppointment", appointment, input);
        } else {
            script.ask(day.end + TimeDelta::minutes(5), by, "recordNoShow", appointment, Value::Null);
        }
        false
    }
}
