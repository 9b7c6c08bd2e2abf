//! What is said about a visit, in believable shares: never who it was.

use serde_json::{Value, json};
use uuid::Uuid;

use crate::example::chance::Dice;
use crate::example::desk::Caller;

/// What the desk notes of one person's visit.
pub(super) fn facts(caller: &Caller, needs: &[Uuid], booked: bool, dice: &mut Dice) -> Value {
    let asked: Vec<Value> = (caller.codes.iter().zip(needs))
        .map(|(code, need)| {
            let urgency = dice.pick(&[(85, "NORMAL"), (13, "URGENT"), (2, "EMERGENCY")], "NORMAL");
            json!({ "need": need, "code": code, "urgency": urgency })
        })
        .collect();
    let mut facts = json!({
        "case": caller.case,
        "language": caller.tongue.code,
        "languageForm": caller.tongue.form,
        "languageMet": caller.tongue.met,
        "needs": asked,
        "minutes": 5 + 5 * dice.below(8),
        "mode": if booked { "APPOINTMENT" } else { dice.pick(&[(85, "WALK_IN"), (9, "PHONE"), (6, "ACCOMPANIED")], "WALK_IN") },
        "firstVisit": if caller.returns { "NO" } else { dice.pick(&[(70, "YES"), (20, "NO"), (10, "UNKNOWN")], "YES") },
        "relationToArea": dice.pick(&[(70, "RESIDENT"), (12, "PASSING_THROUGH"), (6, "WORKS"), (12, "NOT_SAID")], "NOT_SAID"),
        "ageBand": dice.pick(&[(8, "FROM18_TO25"), (30, "FROM26_TO39"), (34, "FROM40_TO59"), (18, "FROM60"), (10, "NOT_SAID")], "NOT_SAID"),
        "gender": dice.pick(&[(52, "WOMAN"), (38, "MAN"), (2, "OTHER"), (8, "NOT_SAID")], "NOT_SAID"),
        "heardOfUs": dice.pick(&[(40, "WORD_OF_MOUTH"), (20, "PARTNER"), (14, "MEMBER"), (8, "LEAFLET"), (10, "PASSING_BY"), (8, "OUTREACH")], "OTHER"),
        "answers": [dice.pick(&[(40, "INFORMED"), (30, "LISTENED"), (30, "DOCUMENT_HELPED")], "LISTENED")],
    });
    if dice.percent(12) {
        let words = dice.pick(NOTES, NOTES[0].1);
        facts["notes"] = json!([{ "level": "SHARED", "words": words }]);
    }
    facts
}

/// What a host notes; nothing by which anybody could be found.
const NOTES: &[(u64, &str)] = &[
    (3, "Reviendra avec le courrier de la commune."),
    (3, "Préfère qu'on lui relise les papiers à voix haute."),
    (2, "Vient avec ses deux enfants ; prévoir le coin jeux."),
    (2, "A reçu la liste des documents à apporter."),
    (1, "Souhaite rencontrer d'autres personnes du quartier."),
];
