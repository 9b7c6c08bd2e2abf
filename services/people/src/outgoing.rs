//! The one gate that everything passes that leaves the system: messages, letters, calendars,
//! exports, slips. Pure. Letters ask it before every attempt (`mail/src/leaving.rs`); nothing else leaves yet.

use graph::{Locale, Wording};
use reference::NeedCode;
use serde_json::Map;

use crate::codes::PersonState;
use crate::projection::{ContactRuleRow, PersonRow};

/// Why something does not leave. It is for the log of what was not sent; it never leaves either.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Suppressed {
    /// Nobody contacts this person.
    DoNotContact,
    /// The person is being erased, or was.
    Forgotten,
    /// Nothing about this need leaves.
    Need(NeedCode),
}

/// Whether something about a person and needs may leave. Whoever sends asks this first, and sends
/// nothing, or [`instead`], when the answer is no. An unknown person has no wish recorded; needs
/// are judged all the same.
///
/// # Errors
/// Why it does not leave.
pub fn may_leave(
    person: Option<&PersonRow>,
    needs: &[NeedCode],
    rules: &[ContactRuleRow],
) -> Result<(), Suppressed> {
    if let Some(person) = person {
        if matches!(person.state, PersonState::Erasing | PersonState::Erased) {
            return Err(Suppressed::Forgotten);
        }
        if person.do_not_contact {
            return Err(Suppressed::DoNotContact);
        }
    }
    let suppressed = |need: &&NeedCode| rules.iter().any(|rule| rule.suppressed && rule.code == **need);
    needs.iter().find(suppressed).map_or(Ok(()), |need| Err(Suppressed::Need(*need)))
}

/// What stands in an export, a calendar or on a slip in the place of what does not leave: that
/// somebody is busy, and nothing else.
pub fn instead(wording: &Wording, locale: Locale) -> String {
    wording.say(locale, "SHOWN_AS_BUSY", &Map::new())
}
