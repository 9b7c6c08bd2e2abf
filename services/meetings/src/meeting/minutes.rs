//! The minutes of a meeting that took place: drafted, approved by a later one, published.

use kernel::{Localized, MeetingId, Text};
use serde::{Deserialize, Serialize};

use super::commands::{CorrectMinutes, DraftMinutes, MinutesApproval, PublishMinutes};
use super::events::MeetingEvent;
use super::program::{Program, bounded};
use super::refusal::MeetingRefusal;
use super::values::{MeetingState, MinutesLanguage, MinutesState, Redaction};

type Decided = Result<Vec<MeetingEvent>, MeetingRefusal>;

/// The most passages blacked out.
const MOST_REDACTIONS: usize = 100;
/// What stands in the place of each hidden character.
const BLACK: char = '█';

/// The minutes.
#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize)]
pub enum Minutes {
    /// Nobody has written them.
    #[default]
    Awaited,
    /// Written, not approved.
    Drafted {
        /// The text.
        text: Localized,
    },
    /// Approved by a later meeting.
    Approved {
        /// The text.
        text: Localized,
        /// That meeting.
        at: MeetingId,
    },
    /// Open to everybody.
    Published {
        /// The text.
        text: Localized,
        /// The meeting that approved them.
        at: MeetingId,
        /// In these languages.
        languages: Vec<MinutesLanguage>,
        /// Without these passages.
        redactions: Vec<Redaction>,
    },
}

impl Minutes {
    /// Where they stand.
    pub fn standing(&self) -> MinutesState {
        match self {
            Self::Awaited => MinutesState::Awaited,
            Self::Drafted { .. } => MinutesState::Drafted,
            Self::Approved { .. } => MinutesState::Approved,
            Self::Published { .. } => MinutesState::Published,
        }
    }

    /// Whether members have approved what they tell.
    pub(super) fn settled(&self) -> bool {
        matches!(self, Self::Approved { .. } | Self::Published { .. })
    }

    fn text(&self) -> Option<&Localized> {
        match self {
            Self::Awaited => None,
            Self::Drafted { text } | Self::Approved { text, .. } | Self::Published { text, .. } => Some(text),
        }
    }

    pub(super) fn draft(&self, draft: DraftMinutes) -> Decided {
        let text = draft.text;
        match self {
            _ if text.is_empty() => Err(MeetingRefusal::MinutesTextMissing),
            Self::Awaited => Ok(vec![MeetingEvent::MinutesDrafted { text }]),
            Self::Drafted { text: known } if *known == text => Ok(vec![]),
            _ => Err(MeetingRefusal::MinutesAlreadyDrafted),
        }
    }

    /// What members approved was another text, so corrected minutes wait for approval again.
    pub(super) fn correct(&self, corrected: CorrectMinutes) -> Decided {
        let CorrectMinutes { text, change } = corrected;
        match self.text() {
            None => Err(MeetingRefusal::MinutesNotDrafted),
            Some(_) if text.is_empty() => Err(MeetingRefusal::MinutesTextMissing),
            Some(known) if *known == text => Ok(vec![]),
            Some(_) => Ok(vec![MeetingEvent::MinutesCorrected { text, change }]),
        }
    }

    /// A meeting that starts later cannot be the same one.
    pub(super) fn approve(&self, program: &Program, approval: &MinutesApproval) -> Decided {
        let MinutesApproval { at, there } = *approval;
        match self {
            Self::Awaited => Err(MeetingRefusal::MinutesNotDrafted),
            Self::Approved { at: known, .. } | Self::Published { at: known, .. } => {
                if *known == at {
                    Ok(vec![])
                } else {
                    Err(MeetingRefusal::MinutesAlreadyApproved)
                }
            }
            Self::Drafted { .. } if there.starts_at <= program.starts_at => {
                Err(MeetingRefusal::MinutesNeedLaterMeeting)
            }
            Self::Drafted { .. } => match there.state {
                MeetingState::Open | MeetingState::Held => Ok(vec![MeetingEvent::MinutesApproved { at }]),
                _ => Err(MeetingRefusal::MinutesApprovalTooEarly),
            },
        }
    }

    pub(super) fn publish(&self, publication: PublishMinutes) -> Decided {
        let PublishMinutes { mut languages, redactions } = publication;
        languages.sort_unstable();
        languages.dedup();
        let text = match self {
            Self::Awaited => return Err(MeetingRefusal::MinutesNotDrafted),
            Self::Drafted { .. } => return Err(MeetingRefusal::MinutesNotApproved),
            Self::Published { languages: known, redactions: hidden, .. }
                if *known == languages && *hidden == redactions =>
            {
                return Ok(vec![]);
            }
            Self::Approved { text, .. } | Self::Published { text, .. } => text,
        };
        if languages.is_empty() {
            return Err(MeetingRefusal::MinutesLanguageMissing);
        }
        if let Some(language) = languages.iter().copied().find(|language| language.of(text).is_none()) {
            return Err(MeetingRefusal::MinutesNotTranslated { language });
        }
        bounded(redactions.len(), MOST_REDACTIONS)?;
        if !redactions.iter().all(|hidden| languages.contains(&hidden.language) && inside(hidden, text)) {
            return Err(MeetingRefusal::MinutesRedactionOutside);
        }
        Ok(vec![MeetingEvent::MinutesPublished { languages, redactions }])
    }

    pub(super) fn evolve(&mut self, event: MeetingEvent) {
        match (std::mem::take(self), event) {
            (_, MeetingEvent::MinutesDrafted { text } | MeetingEvent::MinutesCorrected { text, .. }) => {
                *self = Self::Drafted { text };
            }
            (Self::Drafted { text }, MeetingEvent::MinutesApproved { at }) => {
                *self = Self::Approved { text, at };
            }
            (
                Self::Approved { text, at } | Self::Published { text, at, .. },
                MeetingEvent::MinutesPublished { languages, redactions },
            ) => *self = Self::Published { text, at, languages, redactions },
            (before, _) => *self = before,
        }
    }
}

/// Whether a passage lies within the text of its language.
fn inside(hidden: &Redaction, text: &Localized) -> bool {
    let length = hidden.language.of(text).map_or(0, |text| text.as_str().chars().count());
    hidden.from < hidden.until && hidden.until as usize <= length
}

/// The minutes as everybody may read them: in these languages only, without these passages.
pub fn redacted(text: &Localized, languages: &[MinutesLanguage], hidden: &[Redaction]) -> Localized {
    let open = |language: MinutesLanguage| {
        let text = language.of(text).filter(|_| languages.contains(&language))?;
        blacked_out(text, hidden.iter().filter(|hidden| hidden.language == language))
    };
    Localized {
        fr: open(MinutesLanguage::Fr),
        nl: open(MinutesLanguage::Nl),
        ar: open(MinutesLanguage::Ar),
        en: open(MinutesLanguage::En),
    }
}

fn blacked_out<'a>(text: &Text, hidden: impl Iterator<Item = &'a Redaction> + Clone) -> Option<Text> {
    let shown: String = (0_u32..)
        .zip(text.as_str().chars())
        .map(|(place, letter)| {
            let black = hidden.clone().any(|hidden| (hidden.from..hidden.until).contains(&place));
            if black { BLACK } else { letter }
        })
        .collect();
    shown.parse().ok()
}
