//! The partners of a network: found, visited, won or not, with the sheets of their services.

use chrono::{NaiveDate, TimeDelta};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::example::asks::Script;
use crate::example::chance::id;
use crate::example::days::Days;
use crate::example::people::{Cast, Said, said};

/// How far a partner has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Stage {
    Identified,
    Contacted,
    /// Said no after a first contact.
    Declined,
    Met,
    Active,
    Dormant,
    /// Slept for a while, and works with us again.
    Revived,
}

/// A partner.
pub(super) struct Partner {
    pub(super) key: &'static str,
    pub(super) name: Said,
    pub(super) stage: Stage,
    /// The day of the first contact, counted in working days from the first one.
    pub(super) found: usize,
    pub(super) city: &'static str,
}

/// A service of a partner.
pub(super) struct Sheet {
    pub(super) key: &'static str,
    pub(super) partner: &'static Partner,
    pub(super) name: Said,
    pub(super) description: Said,
    pub(super) needs: &'static [&'static str],
    /// The languages, and who speaks them there.
    pub(super) languages: &'static [(&'static str, &'static str)],
    pub(super) bring: &'static [Said],
    pub(super) days: &'static [&'static str],
    pub(super) room: Option<&'static str>,
    /// Whether people see it.
    pub(super) published: bool,
}

impl Partner {
    fn id(&self, network: &str) -> Uuid {
        id(network, "partner", self.key)
    }

    /// From the first hint to where it stands now.
    pub(super) fn won(&self, script: &mut Script, cast: Cast, days: &Days) {
        let (partner, by) = (self.id(cast.network), cast.coordinator());
        let on = |later: usize| days.after(days.first, self.found + later);
        let details = json!({
            "name": said(&self.name),
            "places": [{ "key": "accueil", "addresses": [{ "city": self.city, "kind": "PHYSICAL" }] }],
        });
        script.ask(days.at(on(0), 10, 0), by, "identifyPartner", partner, json!({ "details": details }));
        let step = json!({ "what": "Appeler pour se présenter", "on": on(2) });
        script.ask(days.at(on(0), 10, 2), by, "planPartnerStep", partner, step);
        if self.stage == Stage::Identified {
            return;
        }
        script.ask(days.at(on(2), 10, 0), by, "contactPartner", partner, json!({ "way": "PHONE" }));
        script.ask(days.at(on(2), 10, 2), by, "takePartnerStep", partner, Value::Null);
        let person = id(cast.network, "contact person", self.key);
        let person = json!({ "person": { "id": person, "role": "Responsable de l'accueil" } });
        script.ask(days.at(on(2), 10, 4), by, "noteContactPerson", partner, person);
        if self.stage == Stage::Contacted {
            let step = json!({ "what": "Proposer une date de visite", "on": days.after(days.today, 3) });
            script.ask(days.at(on(3), 10, 0), by, "planPartnerStep", partner, step);
            return;
        }
        if self.stage == Stage::Declined {
            let input = json!({ "reason": "NO_CAPACITY" });
            script.ask(days.at(on(4), 10, 0), by, "declinePartner", partner, input);
            return;
        }
        script.ask(days.at(on(4), 14, 0), by, "meetPartner", partner, Value::Null);
        let known = json!({ "side": "WE_KNOW_THEM", "since": on(4) });
        script.ask(days.at(on(4), 14, 2), by, "noteAcquaintance", partner, known);
        let note = json!({ "kind": "VISIT", "text": "Accueil chaleureux ; une salle d'attente calme, un ascenseur." });
        script.ask(days.at(on(4), 14, 4), by, "addPartnerNote", partner, note);
        if self.stage == Stage::Met {
            return;
        }
        let known = json!({ "side": "THEY_KNOW_US", "since": on(4) });
        script.ask(days.at(on(5), 9, 0), by, "noteAcquaintance", partner, known);
        script.ask(days.at(on(5), 9, 2), by, "activatePartnership", partner, Value::Null);
        if self.stage >= Stage::Dormant {
            let input = json!({ "reason": "CONTACT_LEFT" });
            script.ask(days.at(on(40), 9, 0), by, "markPartnershipDormant", partner, input);
        }
        if self.stage == Stage::Revived {
            script.ask(days.at(on(55), 9, 0), by, "revivePartnership", partner, Value::Null);
        }
    }
}

impl Sheet {
    fn id(&self, network: &str) -> Uuid {
        id(network, "service", self.key)
    }

    /// The first day on which people are sent there.
    pub(super) fn from(&self, days: &Days) -> NaiveDate {
        days.after(days.first, self.partner.found + 6)
    }

    /// Drafted after the visit, published, looked at again; some say how much room they have.
    pub(super) fn written(&self, script: &mut Script, cast: Cast, days: &Days) {
        let (sheet, by) = (self.id(cast.network), cast.coordinator());
        let drafted = days.at(days.after(days.first, self.partner.found + 5), 15, 0);
        let hours: Vec<Value> = vec![json!({ "days": self.days, "opens": "09:00", "closes": "16:00" })];
        let languages = self.languages.iter().map(|(language, by)| json!({ "language": language, "by": by }));
        let content = json!({
            "name": said(&self.name),
            "description": said(&self.description),
            "needs": self.needs,
            "languages": languages.collect::<Vec<_>>(),
            "documents": self.bring.iter().map(|name| json!({ "name": said(name) })).collect::<Vec<_>>(),
            "hours": hours,
            "conditions": { "access": "BOTH" },
            "places": [{ "key": "accueil", "addresses": [{ "city": self.partner.city, "kind": "PHYSICAL" }] }],
        });
        let input = json!({ "partner": self.partner.id(cast.network), "content": content });
        script.ask(drafted, by, "draftServiceSheet", sheet, input);
        if !self.published {
            return;
        }
        script.ask(drafted + TimeDelta::minutes(30), by, "publishServiceSheet", sheet, Value::Null);
        // Said again before two weeks are over, because it is believed no longer than that.
        for (again, level) in (0..9).filter_map(|again| self.room.map(|level| (again, level))) {
            let on = days.after(days.first, self.partner.found + 6 + 8 * again);
            let at = days.at(on, 9, 45) - TimeDelta::minutes(i64::try_from(again).unwrap_or(0));
            script.ask(at, by, "declareCapacity", sheet, json!({ "level": level }));
        }
        let verified = days.after(days.first, self.partner.found + 50);
        script.ask(days.at(verified, 11, 0), by, "verifyServiceSheet", sheet, json!({ "on": verified }));
    }

    /// The sheet as a referral keeps it.
    pub(super) fn as_target(&self, network: &str) -> Value {
        let languages = self.languages.iter().map(|(language, by)| {
            let mode = if matches!(*by, "NATIVE_STAFF" | "STAFF") { "DIRECT" } else { "INTERPRETER" };
            json!({ "language": language, "mode": mode })
        });
        json!({
            "service": self.id(network),
            "partner": self.partner.id(network),
            "name": said(&self.name),
            "partnerName": said(&self.partner.name),
            "languages": languages.collect::<Vec<_>>(),
            "documents": self.bring.iter().map(said).collect::<Vec<_>>(),
            "sheetVersion": 2,
        })
    }
}

/// A service that closes for two weeks soon, which people should know.
pub(super) fn closes_for_a_while(script: &mut Script, cast: Cast, days: &Days, sheet: &Sheet) {
    let from = days.at(days.after(days.today, 5), 0, 0);
    let message: Said = [
        "Fermé deux semaines pour travaux ; les demandes sont gardées.",
        "Twee weken gesloten wegens werken; aanvragen blijven bewaard.",
        "مغلق لأسبوعين بسبب أشغال؛ الطلبات محفوظة.",
        "Closed for two weeks for works; requests are kept.",
    ];
    let input = json!({ "from": from, "until": from + TimeDelta::days(14), "message": said(&message) });
    let at = days.at(days.ago(4), 13, 0);
    script.ask(at, cast.coordinator(), "closeServiceTemporarily", sheet.id(cast.network), input);
}
