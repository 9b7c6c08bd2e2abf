//! What becomes of people who are sent on: every way a referral can go, told on working days.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::example::asks::Script;
use crate::example::chance::id;
use crate::example::days::Days;
use crate::example::houses::House;
use crate::example::partners::Sheet;
use crate::example::people::{Who, said};
use crate::example::plots::Plot;

/// A need that goes on to somebody else.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sent {
    pub(super) visit: Uuid,
    pub(super) case: Uuid,
    pub(super) need: Uuid,
    pub(super) code: &'static str,
    pub(super) language: &'static str,
    pub(super) at: DateTime<Utc>,
    pub(super) on: NaiveDate,
}

/// One telling of a plot.
pub(super) struct Telling<'a> {
    pub(super) script: &'a mut Script,
    pub(super) house: &'a House,
    pub(super) days: &'a Days,
    pub(super) sent: Sent,
}

impl Telling<'_> {
    pub(super) fn tell(mut self, plot: Plot, sheet: &Sheet, sheets: &[Sheet]) {
        let referral = self.id("first");
        let channel = match plot {
            Plot::ByPhone => "PHONE",
            Plot::Alone => "PERSON_CARRIES_SLIP",
            _ => "LINK",
        };
        let target = match plot {
            Plot::Alone => json!({ "selfDirected": { "information": said(&sheet.name) } }),
            _ => self.target(sheet),
        };
        let draft = self.draft(target);
        let visit = self.sent.visit;
        let at = self.sent.at + TimeDelta::minutes(6);
        self.script.ask(at, self.host(), "draftReferral", referral, draft).with_code_of(visit);
        self.send(referral, at, channel);
        match plot {
            Plot::Helped => self.helped(referral, self.sent.on, "GOT_HELP"),
            Plot::TwoVoices => self.helped(referral, self.sent.on, "PARTLY"),
            Plot::LanguageNotCovered => {
                let other =
                    sheets.iter().rfind(|other| other.needs.contains(&self.sent.code)).unwrap_or(sheet);
                self.declined(referral, "LANGUAGE_NOT_COVERED");
                self.elsewhere(referral, other, 5);
            }
            Plot::Reoriented => {
                let other =
                    sheets.iter().rfind(|other| other.needs.contains(&self.sent.code)).unwrap_or(sheet);
                self.partner(referral, 1, 10, "receiveReferral", json!({ "linkVersion": 1 }));
                self.elsewhere(referral, other, 4);
            }
            Plot::NoRoom => self.declined(referral, "CAPACITY"),
            Plot::Silent => {}
            Plot::WaitListed => self.wait_listed(referral),
            Plot::AwaitingPerson => self.awaiting(referral),
            Plot::Missed => self.missed(referral),
            Plot::GivenBack => self.given_back(referral),
            Plot::Recalled => {
                self.at_desk(referral, 2, 10, "recallReferral", json!({ "reason": "PERSON_CHANGED_MIND" }));
            }
            Plot::ByPhone => self.by_phone(referral),
            Plot::Alone => self.at_desk(referral, 8, 15, "closeReferral", json!({ "outcome": "GOT_HELP" })),
            Plot::NoHelp => self.no_help(referral),
        }
    }

    fn id(&self, which: &str) -> Uuid {
        id(self.house.cast.network, "referral", format!("{}/{which}", self.sent.need))
    }

    fn host(&self) -> Who {
        self.house.cast.host()
    }

    /// A time on the day so many working days later.
    fn later(&self, days: usize, hour: u32) -> DateTime<Utc> {
        // Not all on the full hour: the need tells the minute.
        let minute = u32::try_from(self.sent.need.as_u128() % 50).unwrap_or(0);
        self.days.at(self.days.after(self.sent.on, days), hour, minute)
    }

    fn partner(&mut self, referral: Uuid, days: usize, hour: u32, field: &'static str, input: Value) {
        let (at, by) = (self.later(days, hour), self.house.cast.partner());
        self.script.ask(at, by, field, referral, input);
    }

    fn at_desk(&mut self, referral: Uuid, days: usize, hour: u32, field: &'static str, input: Value) {
        let (at, by) = (self.later(days, hour), self.host());
        self.script.ask(at, by, field, referral, input);
    }

    fn target(&self, sheet: &Sheet) -> Value {
        json!({ "service": sheet.as_target(self.house.cast.network) })
    }

    fn draft(&self, target: Value) -> Value {
        let Sent { visit, case, need, code, language, .. } = self.sent;
        json!({
            "case": case,
            "needs": [{ "code": code, "need": need, "visit": visit }],
            "target": target,
            "priority": if code.starts_with("HEA") { "URGENT" } else { "NORMAL" },
            "identity": "RETURN_CODE",
            "contact": "IN_PERSON",
            "languages": [language],
            "interpreterWanted": !matches!(language, "fra" | "nld" | "eng"),
            "question": "Pouvez-vous recevoir cette personne, et quand ?",
        })
    }

    /// The person agrees at the desk, in their language, and it is sent.
    fn send(&mut self, referral: Uuid, drafted: DateTime<Utc>, channel: &str) {
        let language = self.sent.language;
        let signs = matches!(language, "sfb" | "fcs");
        let consent = json!({
            "language": language,
            "languageMode": if language == "fra" { "DIRECT" } else { "VOLUNTEER" },
            "mode": if signs { "SIGN_LANGUAGE" } else { "ORAL" },
            "scope": ["NEED", "CONTACT"],
        });
        self.script.ask(
            drafted + TimeDelta::minutes(1),
            self.host(),
            "recordReferralConsent",
            referral,
            consent,
        );
        let calendar = if self.house.cast.network == "quebec" { "CA_QC" } else { "BE" };
        let input = json!({ "channel": channel, "calendar": calendar });
        self.script.ask(drafted + TimeDelta::minutes(2), self.host(), "sendReferral", referral, input);
    }

    fn elsewhere(&mut self, referral: Uuid, other: &Sheet, days: usize) {
        let next = self.id("second");
        let mut draft = self.draft(self.target(other));
        draft["interpreterWanted"] = json!(true);
        let (at, visit) = (self.later(days, 11), self.sent.visit);
        let by = self.host();
        self.script
            .ask(at, by, "reorientReferral", referral, draft)
            .with_code_of(visit)
            .with("to", json!(next));
        self.send(next, at, "LINK");
        let on = self.days.after(self.sent.on, days);
        self.helped(next, on, "GOT_HELP");
    }

    fn declined(&mut self, referral: Uuid, reason: &str) {
        self.partner(referral, 1, 9, "receiveReferral", json!({ "linkVersion": 1 }));
        self.partner(referral, 2, 11, "declineReferral", json!({ "reason": reason, "linkVersion": 1 }));
    }

    /// From the partner's reception to the end, counted from a day; what the person says of it last.
    fn helped(&mut self, referral: Uuid, from: NaiveDate, person: &str) {
        let before = std::mem::replace(&mut self.sent.on, from);
        self.partner(referral, 1, 9, "receiveReferral", json!({ "linkVersion": 1 }));
        self.accept(referral, 3);
        self.appointment(referral, 3, 7);
        self.partner(referral, 7, 15, "recordPersonAttended", json!({ "source": "PARTNER" }));
        self.voice(referral, 8, "PARTNER", "GOT_HELP");
        self.voice(referral, 11, "PERSON", person);
        self.at_desk(referral, 12, 14, "closeReferral", json!({ "outcome": person }));
        self.sent.on = before;
    }

    fn accept(&mut self, referral: Uuid, days: usize) {
        let input =
            json!({ "contactWay": "PERSON_CALLS", "linkVersion": 1, "contact": "Accueil, premier étage" });
        self.partner(referral, days, 10, "acceptReferral", input);
    }

    fn appointment(&mut self, referral: Uuid, days: usize, on: usize) {
        let language = self.sent.language;
        let input = json!({
            "startsAt": self.later(on, 14),
            "place": "Accueil du service, premier étage",
            "language": language,
            "languageMode": if language == "fra" { "DIRECT" } else { "INTERPRETER" },
        });
        self.at_desk(referral, days, 11, "scheduleReferralAppointment", input);
    }

    fn voice(&mut self, referral: Uuid, days: usize, voice: &str, outcome: &str) {
        let input = json!({ "voice": voice, "outcome": outcome });
        self.at_desk(referral, days, 12, "reportReferralOutcome", input);
    }

    fn wait_listed(&mut self, referral: Uuid) {
        self.partner(referral, 1, 9, "receiveReferral", json!({ "linkVersion": 1 }));
        let expected = self.days.after(self.sent.on, 30);
        let input = json!({ "expected": expected, "linkVersion": 1 });
        self.partner(referral, 2, 10, "waitlistReferral", input);
        self.accept(referral, 30);
        self.appointment(referral, 30, 33);
        self.partner(referral, 33, 16, "recordPersonAttended", json!({ "source": "PARTNER" }));
    }

    fn awaiting(&mut self, referral: Uuid) {
        self.partner(referral, 2, 9, "receiveReferral", json!({ "linkVersion": 1 }));
        let input = json!({ "what": "MISSING_DOCUMENT", "owner": "PERSON", "linkVersion": 1 });
        self.partner(referral, 3, 10, "requestPersonAction", input);
        self.at_desk(referral, 15, 10, "completePersonAction", Value::Null);
        self.accept(referral, 17);
        self.appointment(referral, 17, 20);
        self.partner(referral, 20, 16, "recordPersonAttended", json!({ "source": "PARTNER" }));
        self.voice(referral, 22, "PERSON", "GOT_HELP");
        self.at_desk(referral, 23, 10, "closeReferral", json!({}));
    }

    fn missed(&mut self, referral: Uuid) {
        self.accept(referral, 2);
        self.appointment(referral, 2, 5);
        self.partner(referral, 5, 16, "recordPersonDidNotAttend", json!({ "source": "PARTNER" }));
        self.appointment(referral, 8, 12);
        self.partner(referral, 12, 16, "recordPersonAttended", json!({ "source": "PARTNER" }));
        self.voice(referral, 14, "PERSON", "GOT_HELP");
        self.at_desk(referral, 15, 10, "closeReferral", json!({}));
    }

    fn given_back(&mut self, referral: Uuid) {
        self.accept(referral, 2);
        let input = json!({ "reason": "WRONG_SERVICE", "linkVersion": 1 });
        self.partner(referral, 6, 11, "returnReferral", input);
    }

    fn by_phone(&mut self, referral: Uuid) {
        self.at_desk(referral, 1, 10, "putReferralUnderReview", json!({}));
        self.at_desk(referral, 4, 10, "acceptReferral", json!({ "contactWay": "PERSON_WALKS_IN" }));
        self.at_desk(referral, 6, 15, "recordPersonAttended", json!({ "source": "PERSON" }));
        self.voice(referral, 9, "PERSON", "GOT_HELP");
        self.at_desk(referral, 10, 10, "closeReferral", json!({}));
    }

    fn no_help(&mut self, referral: Uuid) {
        self.accept(referral, 2);
        self.partner(referral, 5, 15, "recordPersonAttended", json!({ "source": "PARTNER" }));
        self.voice(referral, 7, "PERSON", "NO_HELP");
        let input = json!({ "outcome": "NO_HELP", "reason": "NOT_ELIGIBLE" });
        self.at_desk(referral, 8, 10, "closeReferral", input);
    }
}
