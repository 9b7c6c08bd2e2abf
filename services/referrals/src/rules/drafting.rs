//! Writing a referral down.

use std::collections::BTreeSet;

use kernel::{Asked, ReferralId};

use super::{Answer, by_host};
use crate::codes::ReferralIdentity;
use crate::commands::DraftReferral;
use crate::events::ReferralEvent;
use crate::refusal::ReferralRefusal;
use crate::values::ReferralTarget;

/// The most needs of one referral: more is more than one partner can answer at once.
pub(crate) const MOST_NEEDS: usize = 10;
/// The most languages of a person.
const MOST_LANGUAGES: usize = 10;
/// The most entries of each list of a service sheet.
const MOST_OF_A_SHEET: usize = 30;

/// Writes a referral down, perhaps in the place of an open one.
pub(crate) fn draft(draft: DraftReferral, supersedes: Option<ReferralId>, asked: &Asked) -> Answer {
    by_host(asked)?;
    needs(&draft)?;
    lists(&draft)?;
    identity(&draft)?;
    let DraftReferral { case, person, needs, target, priority, identity, code, .. } = draft;
    Ok(vec![ReferralEvent::ReferralDrafted {
        case,
        person,
        needs,
        target,
        priority,
        identity,
        code,
        contact: draft.contact,
        languages: draft.languages,
        interpreter_wanted: draft.interpreter_wanted,
        availability: draft.availability,
        question: draft.question,
        pairing: draft.pairing,
        resumes: draft.resumes,
        supersedes,
    }])
}

fn needs(draft: &DraftReferral) -> Result<(), ReferralRefusal> {
    if draft.needs.is_empty() {
        return Err(ReferralRefusal::ReferralNeedsMissing);
    }
    if draft.needs.len() > MOST_NEEDS {
        return Err(ReferralRefusal::ReferralTooManyNeeds { most: MOST_NEEDS });
    }
    let mut seen = BTreeSet::new();
    match draft.needs.iter().find(|need| !seen.insert(need.need)) {
        Some(twice) => Err(ReferralRefusal::ReferralNeedTwice { code: twice.code }),
        None => Ok(()),
    }
}

fn lists(draft: &DraftReferral) -> Result<(), ReferralRefusal> {
    if draft.languages.len() > MOST_LANGUAGES {
        return Err(ReferralRefusal::ReferralTooMuchDetail { most: MOST_LANGUAGES });
    }
    match &draft.target {
        ReferralTarget::Service(sheet)
            if [sheet.languages.len(), sheet.documents.len(), sheet.conditions.len()]
                .iter()
                .any(|length| *length > MOST_OF_A_SHEET) =>
        {
            Err(ReferralRefusal::ReferralTooMuchDetail { most: MOST_OF_A_SHEET })
        }
        _ => Ok(()),
    }
}

/// What is to be shared must be there.
fn identity(draft: &DraftReferral) -> Result<(), ReferralRefusal> {
    match draft.identity {
        ReferralIdentity::ReturnCode if draft.code.is_none() => Err(ReferralRefusal::ReferralCodeMissing),
        ReferralIdentity::Named if draft.person.is_none() => Err(ReferralRefusal::ReferralPersonMissing),
        // The chosen name may be written on the slip of somebody who is known by a code only.
        ReferralIdentity::Pseudonym if draft.person.is_none() && draft.code.is_none() => {
            Err(ReferralRefusal::ReferralPersonMissing)
        }
        _ => Ok(()),
    }
}
