//! Generated lives: one visit and one referral for each case, twenty events in all, as hosts and
//! partners would record them.

use std::collections::HashMap;
use std::sync::Arc;

use anyhow::{Context, Result};
use journal::{Append, Ledger, Write};
use kernel::act::Fresh;
use kernel::{CaseId, Event, Expected, NeedId, NetworkId, ReferralId, StreamId, VisitId};
use referrals::ReferralEvent;
use serde_json::{Value, json};
use uuid::Uuid;

use benches::append::{meta, network};

/// The events of one life.
pub(crate) const EVENTS: u64 = 20;

/// An id that is the same in each run.
fn id(kind: u128, number: u64) -> Uuid {
    Uuid::from_u128(0x1000_0000_0000_4000_8000_0000_0000_0000 | (kind << 96) | u128::from(number))
}

/// The case of a life.
pub(crate) fn case(number: u64) -> CaseId {
    CaseId(id(1, number))
}

/// The streams of a life: a visit, a referral.
pub(crate) fn streams(network: &NetworkId, number: u64) -> [StreamId; 2] {
    [
        StreamId::new(network, "visit", VisitId(id(2, number))),
        StreamId::new(network, "referral", ReferralId(id(3, number))),
    ]
}

/// Records so many lives, their events interleaved as in a week of a network.
pub(crate) async fn record(ledger: &Arc<Ledger>, lives: u64) -> Result<()> {
    let network = network()?;
    let mut tasks = Vec::new();
    for first in 0..64 {
        let (ledger, network) = (Arc::clone(ledger), network.clone());
        tasks.push(tokio::spawn(async move {
            for number in (first..lives).step_by(64) {
                let mut versions: HashMap<StreamId, u64> = HashMap::new();
                for (stream, event) in life(&network, number)? {
                    let version = versions.entry(stream.clone()).or_default();
                    let expected = Expected::Exact(*version);
                    *version += 1;
                    let write = Write { stream, expected, events: vec![event] };
                    let meta = meta(&network);
                    ledger
                        .append(Append {
                            network: network.clone(),
                            digest: [0; 32],
                            meta,
                            writes: vec![write],
                        })
                        .await?;
                }
            }
            anyhow::Ok(())
        }));
    }
    for task in tasks {
        task.await??;
    }
    Ok(())
}

/// A visit as it is recorded.
pub(crate) fn recorded(number: u64) -> Result<Fresh> {
    recorded_in(number, number)
}

/// The same in the case of another life.
pub(crate) fn recorded_in(life: u64, number: u64) -> Result<Fresh> {
    let told = visited(number, [NeedId(id(4, number)), NeedId(id(5, number))]);
    let mut told = told.into_iter().next().context("a visit begins")?;
    told["VisitRecorded"]["case"] = json!(case(life));
    fresh::<dropin::VisitEvent>(told)
}

/// What happened to one person, in order.
fn life(network: &NetworkId, number: u64) -> Result<Vec<(StreamId, Fresh)>> {
    let [visit, referral] = streams(network, number);
    let need = [NeedId(id(4, number)), NeedId(id(5, number))];
    let mut life = Vec::new();
    for told in visited(number, need) {
        life.push((visit.clone(), fresh::<dropin::VisitEvent>(told)?));
    }
    for told in referred(number, need[0]) {
        life.push((referral.clone(), fresh::<ReferralEvent>(told)?));
    }
    let settled = json!({ "NeedSettled": {
        "need": need[0], "code": "HEA.AMU", "session": id(6, number / 40), "from": "oriented",
        "by": { "referral": ReferralId(id(3, number)) }, "outcome": "met", "state": "met" } });
    life.push((visit, fresh::<dropin::VisitEvent>(settled)?));
    Ok(life)
}

/// Reads it once, so that what is recorded is what the context would have written.
fn fresh<E: Event>(told: Value) -> Result<Fresh> {
    let event: E = serde_json::from_value(told)?;
    let name = event.name();
    Ok(Fresh { name, shape: E::shape(name), payload: serde_json::to_vec(&event)? })
}

fn visited(number: u64, need: [NeedId; 2]) -> Vec<Value> {
    let (case, session) = (case(number), id(6, number / 40));
    let language = ["ara", "fra", "nld"][usize::try_from(number % 3).unwrap_or(0)];
    vec![
        json!({ "VisitRecorded": {
            "case": case, "session": session, "site": id(7, 1), "host": id(8, number % 5),
            "facts": { "mode": "walkIn", "minutes": 25, "language": language, "languageMet": "direct",
                       "relationToArea": "passingThrough" },
            "late": false, "sameDayUntil": "2023-06-05T22:00:00Z" } }),
        json!({ "NeedExpressed": {
            "need": need[0], "code": "HEA.AMU", "taxonomy": 1, "urgency": "normal", "case": case,
            "session": session, "language": language } }),
        json!({ "NeedExpressed": {
            "need": need[1], "code": "HEA.AMU", "taxonomy": 1, "urgency": "normal", "case": case,
            "session": session, "language": language } }),
        json!({ "NeedAnsweredDirectly": {
            "need": need[1], "code": "HEA.AMU", "session": session, "from": "expressed" } }),
        json!({ "NeedOriented": {
            "need": need[0], "code": "HEA.AMU", "session": session, "from": "expressed",
            "towards": { "referral": id(3, number) } } }),
    ]
}

fn referred(number: u64, need: NeedId) -> Vec<Value> {
    let deadlines = json!({
        "answerDue": "2023-06-08T08:00:00Z", "overdueAt": "2023-06-09T08:00:00Z",
        "expiresAt": "2023-07-05T08:00:00Z", "calendar": "be", "delaysVersion": 1, "holidaysVersion": 1 });
    let name = json!({ "fr": "Carte médicale", "nl": "Medische kaart" });
    let appointment = |day: u32| {
        json!({ "AppointmentScheduled": {
            "startsAt": format!("2023-06-{day}T08:00:00Z"), "place": "Guichet 3", "language": "ara",
            "languageMode": "interpreter", "remindAt": format!("2023-06-{}T08:00:00Z", day - 2) } })
    };
    vec![
        json!({ "ReferralDrafted": {
            "case": case(number),
            "needs": [{ "need": need, "visit": id(2, number), "code": "HEA.AMU" }],
            "target": { "service": {
                "service": id(9, number % 50), "partner": id(10, number % 20), "name": name,
                "partnerName": { "fr": "CPAS-Test" }, "sheetVersion": 3 } },
            "priority": "urgent", "identity": "anonymous", "contact": "inPerson", "languages": ["ara"],
            "interpreterWanted": true } }),
        json!({ "ConsentRecorded": {
            "scope": ["need"], "mode": "oral", "language": "ara", "languageMode": "direct" } }),
        json!({ "ReferralSent": { "channel": "link", "deadlines": deadlines, "linkVersion": 1 } }),
        json!({ "ReferralReceived": {} }),
        json!({ "ReferralPutUnderReview": { "deadlines": deadlines } }),
        json!({ "ReferralWaitlisted": { "expected": "2023-07-03", "deadlines": deadlines } }),
        json!({ "ReferralAccepted": { "contactWay": "personWalksIn", "contact": "Guichet 3" } }),
        appointment(15),
        json!({ "ReminderSent": { "about": "appointment", "to": "person", "at": "2023-06-13T08:00:00Z" } }),
        json!({ "PersonDidNotAttend": { "source": "partner" } }),
        appointment(22),
        json!({ "PersonAttended": { "source": "partner" } }),
        json!({ "OutcomeReported": { "voice": "person", "outcome": "gotHelp", "at": "2023-06-23T08:00:00Z" } }),
        json!({ "ReferralClosed": { "outcome": "gotHelp" } }),
    ]
}
