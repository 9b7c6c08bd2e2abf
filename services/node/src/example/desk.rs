//! The desk: sessions with their visits, what people ask, and what becomes of it there.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::example::asks::Script;
use crate::example::chance::{Dice, id};
use crate::example::days::Days;
use crate::example::houses::{House, Slot, Tongue, friday_before};
use crate::example::pairings;
use crate::example::partners::Sheet;
use crate::example::plots::{LATELY, PLOTS, Plot};
use crate::example::referrals::{Sent, Telling};
use crate::example::visits;

/// A visit that the example wants, from a day on: its person is asked for a companion.
pub(super) struct Wished {
    pub(super) from: NaiveDate,
    pub(super) tongue: Tongue,
    pub(super) plot: &'static pairings::Plot,
    /// Whether the person also asks for care, is sent to a partner, and comes back by the code.
    pub(super) long_path: bool,
}

/// What the desk of a house goes by.
pub(super) struct Desk<'a> {
    pub(super) house: &'a House,
    pub(super) days: &'a Days,
    /// The services people are sent to.
    pub(super) sheets: &'a [Sheet],
    pub(super) wished: Vec<Wished>,
    /// The cases that have a code, with the day it was given.
    known: Vec<(NaiveDate, Uuid)>,
    told: usize,
}

/// One opening that is lived.
pub(super) struct Day {
    pub(super) date: NaiveDate,
    pub(super) session: Uuid,
    pub(super) start: DateTime<Utc>,
    pub(super) end: DateTime<Utc>,
    /// Whether what is asked today may still wait for its answer.
    recent: bool,
    /// Whether it is so recent that what was sent on may still be on its way.
    lately: bool,
}

/// One person at the desk.
pub(super) struct Caller {
    pub(super) visit: Uuid,
    pub(super) case: Uuid,
    pub(super) tongue: Tongue,
    pub(super) came: DateTime<Utc>,
    /// When it is written down.
    noted: DateTime<Utc>,
    pub(super) returns: bool,
    pub(super) codes: Vec<&'static str>,
}

impl<'a> Desk<'a> {
    pub(super) fn new(
        house: &'a House,
        days: &'a Days,
        sheets: &'a [Sheet],
        mut wished: Vec<Wished>,
    ) -> Self {
        // The next one is the last one.
        wished.sort_by_key(|wish| std::cmp::Reverse(wish.from));
        Self { house, days, sheets, wished, known: Vec::new(), told: 0 }
    }

    /// Every opening of these months.
    pub(super) fn receive(mut self, script: &mut Script) {
        let openings = self.house.openings(self.days);
        let past = openings.iter().filter(|(date, _)| *date <= self.days.today).count();
        for (index, (date, slot)) in openings.into_iter().enumerate() {
            let day = self.day(date, slot, index + 2 >= past);
            let mut dice = Dice::of(&format!("{}/{}/{date}", self.house.cast.network, self.house.key));
            self.hold(script, &day, &mut dice);
            let visits = self.house.visits.0 + dice.below(self.house.visits.1 + 1);
            let wish = self.wished.pop_if(|wish| wish.from <= date);
            for number in 0..visits {
                let wish = if number == 0 { wish.as_ref() } else { None };
                self.visit(script, &day, (number, visits), wish, &mut dice);
            }
            let closed = json!({ "countsChecked": true, "visitsCounted": visits });
            let by = self.house.cast.host();
            script.ask(day.end + TimeDelta::minutes(12), by, "closeSession", day.session, closed);
        }
    }

    fn day(&self, date: NaiveDate, slot: Slot, recent: bool) -> Day {
        Day {
            date,
            session: self.id("session", date),
            start: self.days.at(date, slot.from, 0),
            end: self.days.at(date, slot.until, 0),
            recent,
            lately: (self.days.today - date).num_days() < 25,
        }
    }

    pub(super) fn id(&self, kind: &str, name: impl std::fmt::Display) -> Uuid {
        id(self.house.cast.network, kind, format!("{}/{name}", self.house.key))
    }

    /// Planned the week before, opened on the hour, with an interpreter on some days.
    fn hold(&self, script: &mut Script, day: &Day, dice: &mut Dice) {
        let (cast, site) = (self.house.cast, self.house.site());
        let planned = self.days.at(friday_before(day.date, self.days), 16, 0);
        if planned < day.start {
            let input = json!({ "site": site, "startsAt": day.start, "endsAt": day.end });
            script.ask(planned, cast.coordinator(), "planSession", day.session, input);
        }
        let hosts = [cast.host().account(), cast.second().account()];
        let input = json!({ "site": site, "hosts": hosts, "languages": self.house.languages() });
        script.ask(day.start, cast.host(), "openSession", day.session, input);
        if let Some(language) = self.house.interpreter.filter(|_| dice.percent(35)) {
            let input = json!({ "language": language, "mode": "ON_SITE" });
            script.ask(
                day.start + TimeDelta::minutes(10),
                cast.host(),
                "recordInterpreterArrival",
                day.session,
                input,
            );
        }
        if dice.percent(15) {
            let input = dice.pick(&[(3, "CLOSING"), (2, "FULL"), (1, "LANGUAGE_NOT_COVERED")], "CLOSING");
            let input = json!({ "count": 1 + dice.below(2), "reason": input });
            script.ask(day.end - TimeDelta::minutes(1), cast.second(), "turnPersonAway", day.session, input);
        }
    }

    fn visit(
        &mut self,
        script: &mut Script,
        day: &Day,
        (number, of): (u64, u64),
        wish: Option<&Wished>,
        dice: &mut Dice,
    ) {
        let caller = self.caller(day, (number, of), wish, dice);
        let booked = number % 5 == 2 && self.book(script, day, &caller, dice);
        let by = if number.is_multiple_of(3) { self.house.cast.second() } else { self.house.cast.host() };
        let needs: Vec<Uuid> = (0..caller.codes.len()).map(|index| self.need(caller.visit, index)).collect();
        let mut input = visits::facts(&caller, &needs, booked, dice);
        input["session"] = json!(day.session);
        if booked {
            input["appointment"] = json!(self.id("appointment", caller.visit));
        }
        script.ask(caller.noted, by, "recordVisit", caller.visit, input).occurred(caller.came);
        let mut sent_on = wish.is_some();
        for (code, need) in caller.codes.iter().zip(&needs) {
            sent_on |= self.answer(script, day, &caller, (code, *need), wish, dice);
        }
        if sent_on || (!caller.returns && dice.percent(20)) {
            let at = caller.noted + TimeDelta::minutes(2);
            script.ask(at, by, "issueReturnCode", caller.visit, Value::Null);
            self.known.push((day.date, caller.case));
        }
        if let Some(wish) = wish {
            let asked = pairings::Asked {
                case: caller.case,
                visit: caller.visit,
                need: needs[0],
                language: caller.tongue.code,
                on: day.date,
            };
            pairings::tell(script, self.house.cast, self.days, wish.plot, &asked);
        }
    }

    fn need(&self, visit: Uuid, index: usize) -> Uuid {
        self.id("need", format!("{visit}/{index}"))
    }

    fn caller(&self, day: &Day, (number, of): (u64, u64), wish: Option<&Wished>, dice: &mut Dice) -> Caller {
        let minutes = (day.end - day.start).num_minutes();
        let share = |number: u64| i64::try_from(number).unwrap_or(0);
        let heard = day.start + TimeDelta::minutes((2 * share(number) + 1) * minutes / (2 * share(of)));
        // People are heard first and noted on the half hour, as it goes at a desk.
        let half_hours = (heard - day.start).num_minutes() / 30 + 1;
        let noted = (day.start + TimeDelta::minutes(30 * half_hours)).min(day.end);
        let visit = match wish {
            Some(wish) if wish.long_path => long_path(self.house.cast.network),
            _ => self.id("visit", format!("{}/{number}", day.date)),
        };
        let known = self.known.iter().filter(|(given, _)| *given < day.date).count() as u64;
        let back = if wish.is_none() && known > 0 && dice.percent(20) { dice.below(known) } else { known };
        let earlier =
            self.known.get(usize::try_from(back).unwrap_or(0)).filter(|(given, _)| *given < day.date);
        let case = earlier.map_or_else(|| self.id("case", visit), |(_, case)| *case);
        let first = Tongue { code: "fra", met: "DIRECT", form: "SPOKEN" };
        let tongue = wish.map_or_else(|| dice.pick(self.house.tongues, first), |wish| wish.tongue);
        let mut codes: Vec<&'static str> = match wish {
            Some(wish) if wish.long_path => vec!["NET.ESCORT", "HEA.AMU"],
            Some(_) => vec!["NET.ESCORT"],
            None => Vec::new(),
        };
        for _ in 0..=dice.pick(&[(72, 0), (22, 1), (6, 2)], 0) {
            let code = dice.pick(self.house.needs, "OTH.INFO");
            if wish.is_none() && !codes.contains(&code) {
                codes.push(code);
            }
        }
        Caller { visit, case, tongue, came: heard, noted, returns: earlier.is_some(), codes }
    }

    /// What becomes of a need; whether the person goes on to somebody else.
    fn answer(
        &mut self,
        script: &mut Script,
        day: &Day,
        caller: &Caller,
        (code, need): (&'static str, Uuid),
        wish: Option<&Wished>,
        dice: &mut Dice,
    ) -> bool {
        let (at, by) = (caller.noted + TimeDelta::minutes(2), self.house.cast.host());
        if code == "NET.ESCORT" && wish.is_some() {
            return true;
        }
        let known = |sheet: &&Sheet| sheet.needs.contains(&code) && sheet.from(self.days) <= day.date;
        let sheet = self.sheets.iter().find(known);
        let unheard = caller.tongue.met == "NOT_MET" && dice.percent(60);
        if let Some(sheet) =
            sheet.filter(|_| !unheard && (wish.is_some() || dice.percent(if day.lately { 35 } else { 18 })))
        {
            let plots = if day.lately { LATELY } else { PLOTS };
            let plot = if wish.is_some() { Plot::LanguageNotCovered } else { plots[self.told % plots.len()] };
            self.told += usize::from(wish.is_none());
            let sent = Sent {
                visit: caller.visit,
                case: caller.case,
                need,
                code,
                language: caller.tongue.code,
                at: caller.noted,
                on: day.date,
            };
            Telling { script, house: self.house, days: self.days, sent }.tell(plot, sheet, self.sheets);
            return true;
        } else if unheard {
            let input = json!({ "need": need, "reason": "LANGUAGE_NOT_COVERED" });
            script.ask(at, by, "leaveNeedUnmet", caller.visit, input);
        } else if code == "NET.MEET" {
            let input = json!({ "need": need, "towards": { "space": self.house.site() } });
            script.ask(at, by, "orientNeed", caller.visit, input);
        } else if dice.percent(7) {
            let reason = dice.pick(
                &[(4, "NO_SUCH_SERVICE"), (4, "NO_CAPACITY"), (2, "OUT_OF_AREA"), (2, "MISSING_DOCUMENT")],
                "OTHER",
            );
            script.ask(at, by, "leaveNeedUnmet", caller.visit, json!({ "need": need, "reason": reason }));
        } else if dice.percent(2) {
            script.ask(
                at,
                by,
                "withdrawNeed",
                caller.visit,
                json!({ "need": need, "reason": "SOLVED_OTHERWISE" }),
            );
        } else if !(day.recent && dice.percent(25)) {
            script.ask(at, by, "answerNeedDirectly", caller.visit, json!({ "need": need }));
        }
        false
    }
}

/// The visit of a network whose path is worth reading.
pub(super) fn long_path(network: &str) -> Uuid {
    id(network, "visit", "a long path")
}
