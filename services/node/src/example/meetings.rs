//! Collective meetings, on dates that no rule gives: welcome, agenda, those who came, what was
//! decided, who does what, and the minutes.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::example::asks::Script;
use crate::example::chance::id;
use crate::example::days::Days;
use crate::example::people::{Cast, Member, Said, said};

/// A meeting of the example.
pub(super) struct Gathering {
    pub(super) key: &'static str,
    pub(super) on: NaiveDate,
    /// Welcome, start and end, on the clock of the place.
    pub(super) times: [(u32, u32); 3],
    pub(super) title: Said,
    pub(super) zone: &'static str,
    pub(super) place: &'static str,
    pub(super) site: Uuid,
    /// What a need asks for, with how often it was heard.
    pub(super) from_needs: Option<(&'static str, u32, Said)>,
    pub(super) from_member: (&'static Member, Said),
    pub(super) decision: Said,
    pub(super) commitment: (&'static Member, &'static str),
    /// Those who agree to be named.
    pub(super) named: &'static [&'static Member],
    /// How many more came, by language.
    pub(super) counted: &'static [(&'static str, u32)],
    pub(super) minutes: Said,
    /// Whether what was promised was done.
    pub(super) kept: bool,
}

impl Gathering {
    pub(super) fn id(&self, cast: Cast) -> Uuid {
        id(cast.network, "meeting", self.key)
    }

    /// The decision it took.
    pub(super) fn decision_id(&self, cast: Cast) -> Uuid {
        id(cast.network, "decision", self.key)
    }

    fn clock(&self, days: &Days, which: usize) -> DateTime<Utc> {
        let (hour, minute) = self.times[which];
        days.at(self.on, hour, minute)
    }

    /// From its planning to its minutes, which `next` approves.
    pub(super) fn held(&self, script: &mut Script, cast: Cast, days: &Days, next: Option<&Self>) {
        self.prepared(script, cast, days);
        self.takes_place(script, cast, days);
        let (meeting, by) = (self.id(cast), cast.coordinator());
        let written = days.at(days.after(self.on, 1), 15, 0);
        script.ask(written, by, "draftMinutes", meeting, json!({ "text": said(&self.minutes) }));
        if let Some(next) = next {
            let approved = next.clock(days, 1) + TimeDelta::minutes(10);
            script.ask(approved, by, "approveMinutes", meeting, json!({ "at": next.id(cast) }));
            let languages: Vec<&str> = (["FR", "NL", "AR", "EN"].into_iter().zip(self.minutes))
                .filter(|(_, text)| !text.is_empty())
                .map(|(language, _)| language)
                .collect();
            let published = days.at(days.after(next.on, 1), 11, 0);
            script.ask(published, by, "publishMinutes", meeting, json!({ "languages": languages }));
        }
    }

    /// Planned and announced weeks before; its agenda grows.
    pub(super) fn prepared(&self, script: &mut Script, cast: Cast, days: &Days) {
        let (meeting, by) = (self.id(cast), cast.coordinator());
        let before = |days_before: u64| days.open_before(self.on - chrono::Days::new(days_before));
        let input = json!({
            "title": said(&self.title),
            "welcomeAt": self.clock(days, 0),
            "startsAt": self.clock(days, 1),
            "endsAt": self.clock(days, 2),
            "timeZone": self.zone,
            "place": { "name": self.place, "site": self.site },
            "languages": self.counted.iter().map(|(language, _)| language).collect::<Vec<_>>(),
            "places": 30,
        });
        script.ask(days.at(before(28), 12, 30), by, "planMeeting", meeting, input);
        script.ask(days.at(before(21), 12, 30), by, "announceMeeting", meeting, Value::Null);
        let (member, title) = &self.from_member;
        let item = id(cast.network, "agenda item", format!("{}/member", self.key));
        let source = json!({ "member": member.id(cast.network) });
        let input = json!({ "item": item, "source": source, "title": said(title) });
        script.ask(days.at(before(17), 12, 30), by, "proposeAgendaItem", meeting, input);
        if let Some((code, expressions, title)) = &self.from_needs {
            let item = id(cast.network, "agenda item", format!("{}/need", self.key));
            let source = json!({ "need": { "code": code, "expressions": expressions } });
            let input = json!({ "item": item, "source": source, "title": said(title) });
            script.ask(days.at(before(16), 12, 30), by, "proposeAgendaItem", meeting, input);
            script.ask(days.at(before(15), 12, 30), by, "acceptAgendaItem", meeting, json!({ "item": item }));
        }
        for (minute, member) in (30..).zip(self.named.iter().take(4)) {
            let registration = id(cast.network, "registration", format!("{}/{}", self.key, member.name));
            let input = json!({ "registration": registration, "member": member.id(cast.network) });
            script.ask(days.at(before(7), 13, minute), by, "registerForMeeting", meeting, input);
        }
    }

    /// Welcome over coffee, then the meeting.
    fn takes_place(&self, script: &mut Script, cast: Cast, days: &Days) {
        let (meeting, by) = (self.id(cast), cast.coordinator());
        let (welcome, starts, ends) = (self.clock(days, 0), self.clock(days, 1), self.clock(days, 2));
        script.ask(welcome, by, "openMeeting", meeting, Value::Null);
        for (minute, member) in (1..).zip(self.named) {
            let language = member.languages.first().map_or("fra", |(language, _)| language);
            let input = json!({ "member": member.id(cast.network), "language": language, "named": true });
            script.ask(welcome + TimeDelta::minutes(minute), by, "recordAttendance", meeting, input);
        }
        for (minute, (language, count)) in (1..).zip(self.counted) {
            let input = json!({ "language": language, "count": count });
            script.ask(starts + TimeDelta::minutes(minute), by, "countAnonymousAttendance", meeting, input);
        }
        let item = id(cast.network, "agenda item", format!("{}/member", self.key));
        let agreed = starts + TimeDelta::minutes(20);
        script.ask(agreed, by, "acceptAgendaItem", meeting, json!({ "item": item }));
        let decision = json!({
            "decision": self.decision_id(cast),
            "item": item,
            "method": "CONSENSUS",
            "text": said(&self.decision),
        });
        script.ask(starts + TimeDelta::minutes(70), by, "takeDecision", meeting, decision);
        let (owner, what) = self.commitment;
        let commitment = id(cast.network, "commitment", self.key);
        let due = self.on + chrono::Days::new(18);
        let input =
            json!({ "commitment": commitment, "owner": owner.id(cast.network), "what": what, "due": due });
        script.ask(starts + TimeDelta::minutes(90), by, "makeCommitment", meeting, input);
        script.ask(ends, by, "closeMeeting", meeting, Value::Null);
        if self.kept {
            let done = days.at(days.after(self.on, 9), 12, 0);
            script.ask(done, by, "fulfilCommitment", commitment, Value::Null);
        }
    }
}
