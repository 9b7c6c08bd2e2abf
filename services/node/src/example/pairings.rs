//! Members who go along with people: joining, the half-days they are free, and how pairings go.

use chrono::{NaiveDate, TimeDelta};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::example::asks::Script;
use crate::example::chance::id;
use crate::example::days::Days;
use crate::example::people::{Cast, Member, half_days, member};

/// How a pairing goes, once a volunteer was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Course {
    /// Five meetings, and the goal is reached.
    GoalReached,
    /// They see each other every week, until now.
    Active,
    /// Begun, and then silence.
    Silent,
    /// A pause that goes on.
    Paused,
    /// Stopped until an incident is cleared up.
    Suspended,
    /// It did not fit; another volunteer is looked for.
    Mismatch,
    /// The volunteer has said yes; the person has not answered yet.
    HalfAccepted,
    /// Nobody speaks the language.
    NobodyFits,
}

/// A pairing of the example.
pub(super) struct Plot {
    pub(super) key: &'static str,
    pub(super) course: Course,
    /// The volunteer; none where nobody fits.
    pub(super) volunteer: Option<&'static Member>,
    /// A volunteer who is asked before, and declines.
    pub(super) declines: Option<&'static Member>,
    pub(super) topic: Option<&'static str>,
    pub(super) times: &'static [(&'static str, &'static str)],
}

/// Whose pairing it is.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked {
    pub(super) case: Uuid,
    pub(super) visit: Uuid,
    pub(super) need: Uuid,
    pub(super) language: &'static str,
    pub(super) on: NaiveDate,
}

/// Somebody joins, and says what they offer.
pub(super) fn join(script: &mut Script, cast: Cast, days: &Days, joining: &Member, day: usize) {
    let (id, by) = (joining.id(cast.network), joining.who(cast));
    let at = days.at(days.after(days.first, day), 16, 0);
    let mut input = json!({ "displayName": joining.called, "gender": joining.gender });
    if joining.account {
        input["account"] = by.account();
    }
    script.ask(at, cast.coordinator(), "joinNetwork", id, input);
    if !joining.volunteers() {
        return;
    }
    let languages =
        joining.languages.iter().map(|(language, level)| json!({ "language": language, "level": level }));
    let languages = json!({ "languages": languages.collect::<Vec<_>>() });
    let free = json!({ "halfDays": half_days(joining.half_days) });
    script.ask(at + TimeDelta::minutes(5), by, "declareLanguages", id, languages);
    script.ask(at + TimeDelta::minutes(6), by, "declareAvailability", id, free);
    script.ask(at + TimeDelta::minutes(7), by, "offerVolunteering", id, Value::Null);
    for (minute, (topic, tell)) in (8..).zip(joining.topics) {
        let input = json!({ "topic": topic, "tellPerson": tell });
        script.ask(at + TimeDelta::minutes(minute), by, "shareLivedExperience", id, input);
    }
    if let Some(quota) = joining.quota {
        script.ask(at + TimeDelta::minutes(20), by, "declareQuota", id, json!({ "quota": quota }));
    }
}

/// A pairing from the asking to where it stands.
pub(super) fn tell(script: &mut Script, cast: Cast, days: &Days, plot: &Plot, asked: &Asked) {
    let person = id(cast.network, "person", plot.key);
    let mut telling =
        Telling { cast, days, plot, on: asked.on, pairing: id(cast.network, "pairing", plot.key) };
    let consent = json!({
        "person": person,
        "identity": "PSEUDONYM",
        "consentMode": if matches!(asked.language, "sfb" | "fcs") { "SIGN_LANGUAGE" } else { "ORAL" },
        "consentLanguage": asked.language,
    });
    script.ask(days.at(asked.on, 17, 0), cast.host(), "attributeVisit", asked.visit, consent);
    let input = json!({
        "case": asked.case,
        "person": person,
        "language": asked.language,
        "purpose": "NET.ESCORT",
        "need": { "code": "NET.ESCORT", "need": asked.need, "visit": asked.visit },
        "times": half_days(plot.times),
        "topic": plot.topic,
    });
    telling.says(script, 0, 18, "requestAccompaniment", input);
    telling.goes(script);
}

struct Telling<'a> {
    cast: Cast,
    days: &'a Days,
    plot: &'a Plot,
    on: NaiveDate,
    pairing: Uuid,
}

impl Telling<'_> {
    /// The coordinator, so many working days later.
    fn says(&self, script: &mut Script, days: usize, hour: u32, field: &'static str, input: Value) {
        let at = self.days.at(self.days.after(self.on, days), hour, 20);
        script.ask(at, self.cast.coordinator(), field, self.pairing, input);
    }

    /// The volunteer, so many working days later.
    fn does(
        &self,
        script: &mut Script,
        who: &Member,
        days: usize,
        hour: u32,
        field: &'static str,
        input: Value,
    ) {
        let at = self.days.at(self.days.after(self.on, days), hour, 40);
        script.ask(at, who.who(self.cast), field, self.pairing, input);
    }

    fn goes(&mut self, script: &mut Script) {
        if let Some(first) = self.plot.declines {
            let member = json!({ "member": first.id(self.cast.network) });
            let no = json!({ "member": member["member"], "side": "VOLUNTEER", "reason": "NO_TIME" });
            self.says(script, 1, 10, "proposePairing", member);
            self.does(script, first, 2, 18, "declinePairing", no);
            self.on = self.days.after(self.on, 2);
        }
        let Some(volunteer) = self.plot.volunteer else { return };
        let member = json!({ "member": volunteer.id(self.cast.network) });
        self.says(script, 1, 11, "proposePairing", member.clone());
        self.does(script, volunteer, 2, 18, "acceptPairingAsVolunteer", member.clone());
        if self.plot.course == Course::HalfAccepted {
            return;
        }
        self.says(script, 3, 10, "acceptPairingAsPerson", member.clone());
        match self.plot.course {
            Course::GoalReached => {
                self.meet(script, volunteer, 5);
                self.ends(script, volunteer, 24, "GOAL_REACHED", "YES");
                self.says(script, 27, 11, "completePairing", json!({}));
            }
            Course::Active => self.meet(script, volunteer, 30),
            Course::Silent => self.meet(script, volunteer, 1),
            Course::Paused => {
                self.meet(script, volunteer, 3);
                let until = self.days.at(self.days.after(self.days.today, 15), 9, 0);
                let input = json!({ "until": until, "reason": "VOLUNTEER_AWAY" });
                self.does(script, volunteer, 16, 18, "pausePairing", input);
            }
            Course::Suspended => {
                self.meet(script, volunteer, 2);
                let incident = id(self.cast.network, "incident", self.plot.key);
                self.says(script, 13, 15, "suspendPairing", json!({ "incident": incident }));
            }
            Course::Mismatch => {
                self.meet(script, volunteer, 2);
                self.ends(script, volunteer, 13, "MISMATCH", "PARTLY");
                self.says(script, 15, 11, "completePairing", json!({ "outcome": "NOT_REACHED" }));
                let next = id(self.cast.network, "pairing", format!("{} again", self.plot.key));
                self.says(script, 16, 11, "requestRematch", json!({ "next": next }));
            }
            Course::HalfAccepted | Course::NobodyFits => {}
        }
    }

    /// So many weekly contacts; now and then nobody answers.
    fn meet(&self, script: &mut Script, volunteer: &Member, times: usize) {
        for week in 0..times {
            let reached = week % 4 != 2;
            let input = json!({
                "contactMade": reached,
                "medium": if reached { "IN_PERSON" } else { "PHONE" },
                "minutes": if reached { 45 + 15 * (week % 4) } else { 5 },
            });
            self.does(script, volunteer, 4 + 4 * week, 17, "logContact", input);
        }
    }

    fn ends(&self, script: &mut Script, volunteer: &Member, days: usize, reason: &str, helped: &str) {
        let input = json!({ "member": volunteer.id(self.cast.network), "by": "BOTH", "reason": reason });
        self.does(script, volunteer, days, 18, "endPairing", input);
        let volunteers = json!({ "side": "VOLUNTEER", "helped": helped });
        let persons = json!({ "side": "PERSON", "helped": helped, "language": "fra" });
        self.says(script, days + 1, 9, "givePairingFeedback", volunteers);
        self.says(script, days + 1, 10, "givePairingFeedback", persons);
    }
}

/// A member accepts a version of the charter.
pub(super) fn accept_charter(
    script: &mut Script,
    cast: Cast,
    days: &Days,
    who: &Member,
    version: u32,
    on: NaiveDate,
) {
    let (language, mode) = match who.languages.first() {
        Some(("sfb", _)) => ("sfb", "SIGNED"),
        Some(("ara", _)) => ("ara", "READ_ALOUD"),
        _ => ("fra", "READ"),
    };
    let input = json!({ "version": version, "language": language, "mode": mode });
    script.ask(days.at(on, 12, 10), who.who(cast), "acceptCharter", member(cast.network, who.name), input);
}
