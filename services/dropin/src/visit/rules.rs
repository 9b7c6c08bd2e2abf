//! What each arm of the visit's table does.

use chrono::TimeDelta;
use kernel::{Asked, NeedId};
use reference::Taxonomy;

use super::aggregate::Reception;
use super::commands::{
    AnswerNeedDirectly, AttributeVisit, CorrectVisit, DetachVisit, ExpressNeed, LeaveNeedUnmet, OrientNeed,
    RecordVisit, SettleNeed, VisitNoteInput, VisitPlace, VoidVisit, WithdrawNeed,
};
use super::events::VisitEvent;
use super::facts::VisitFacts;
use super::needs::TrackedNeed;
use super::refusal::VisitRefusal;
use super::words::{NeedState, VisitIdentity};

/// A visit is folded in memory; nobody expresses more in one hour.
const MOST_NEEDS: usize = 100;
/// The same for notes.
const MOST_NOTES: usize = 100;
/// A need that was sent to fifty places is not helped by the next one.
const MOST_ORIENTATIONS: usize = 50;
/// The minutes of a day.
const MOST_MINUTES: u32 = 1440;
/// Sent within a day, a visit needs no explanation.
const SAME_DAY: TimeDelta = TimeDelta::hours(24);

type Answer = Result<Vec<VisitEvent>, VisitRefusal>;

/// A visit with everything that is said at its recording.
pub(super) fn record(visit: RecordVisit, place: VisitPlace, asked: &Asked) -> Answer {
    match (&visit.session, &visit.outreach) {
        (None, None) => return Err(VisitRefusal::VisitWithoutContext),
        (Some(_), Some(_)) => return Err(VisitRefusal::VisitWithTwoContexts),
        _ => {}
    }
    if visit.needs.is_empty() {
        return Err(VisitRefusal::VisitWithoutNeed);
    }
    if visit.needs.len() > MOST_NEEDS {
        return Err(VisitRefusal::TooManyNeeds { max: most(MOST_NEEDS) });
    }
    if visit.notes.len() > MOST_NOTES {
        return Err(VisitRefusal::TooManyVisitNotes { max: most(MOST_NOTES) });
    }
    believable(&visit.facts)?;
    if asked.now - asked.at > SAME_DAY && visit.late_reason.is_none() {
        return Err(VisitRefusal::VisitLateWithoutReason);
    }
    let RecordVisit { session, outreach, case, facts, needs, notes, appointment, late_reason } = visit;
    let language = facts.language;
    let mut events = vec![VisitEvent::VisitRecorded {
        case,
        session,
        site: place.site,
        outreach,
        host: asked.by,
        facts: Box::new(facts),
        appointment,
        late: place.late,
        late_reason,
        same_day_until: place.same_day_until,
    }];
    for (index, need) in needs.iter().enumerate() {
        match needs[..index].iter().find(|earlier| earlier.need == need.need) {
            Some(earlier) if earlier == need => {}
            Some(_) => return Err(VisitRefusal::NeedIdTaken),
            None => events.push(expressed(*need, case, session, language)),
        }
    }
    events.extend(notes.into_iter().map(noted));
    Ok(events)
}

fn expressed(
    need: ExpressNeed,
    case: kernel::CaseId,
    session: Option<kernel::SessionId>,
    language: kernel::Language,
) -> VisitEvent {
    let ExpressNeed { need, code, urgency } = need;
    let taxonomy = Taxonomy::current().version;
    VisitEvent::NeedExpressed { need, code, taxonomy, urgency, case, session, language }
}

fn noted(note: VisitNoteInput) -> VisitEvent {
    VisitEvent::VisitNoteAdded { level: note.level, words: note.words }
}

fn believable(facts: &VisitFacts) -> Result<(), VisitRefusal> {
    if facts.minutes.is_some_and(|minutes| !(1..=MOST_MINUTES).contains(&minutes)) {
        return Err(VisitRefusal::VisitMinutesWrong { max: MOST_MINUTES });
    }
    Ok(())
}

fn most(limit: usize) -> u32 {
    u32::try_from(limit).unwrap_or(u32::MAX)
}

impl Reception {
    fn need(&self, need: NeedId) -> Result<&TrackedNeed, VisitRefusal> {
        self.needs.iter().find(|kept| kept.need == need).ok_or(VisitRefusal::NeedNotFound)
    }

    pub(super) fn express(&self, ask: ExpressNeed) -> Answer {
        match self.needs.iter().find(|kept| kept.need == ask.need) {
            Some(kept) if (kept.code, kept.urgency) == (ask.code, ask.urgency) => Ok(vec![]),
            Some(_) => Err(VisitRefusal::NeedIdTaken),
            None if self.needs.len() >= MOST_NEEDS => {
                Err(VisitRefusal::TooManyNeeds { max: most(MOST_NEEDS) })
            }
            None => Ok(vec![expressed(ask, self.case, self.session, self.facts.language)]),
        }
    }

    /// A need that still waits for an answer; `None` when it stands already where it is to go.
    fn open(&self, need: NeedId, to: NeedState) -> Result<Option<&TrackedNeed>, VisitRefusal> {
        let need = self.need(need)?;
        match need.state {
            state if state == to => Ok(None),
            NeedState::Expressed => Ok(Some(need)),
            state => Err(VisitRefusal::NeedNotOpen { state }),
        }
    }

    pub(super) fn answer_directly(&self, ask: AnswerNeedDirectly) -> Answer {
        Ok(self.open(ask.need, NeedState::AnsweredDirectly)?.map_or_else(Vec::new, |need| {
            let TrackedNeed { need, code, state: from, .. } = *need;
            vec![VisitEvent::NeedAnsweredDirectly { need, code, session: self.session, from }]
        }))
    }

    pub(super) fn leave_unmet(&self, ask: LeaveNeedUnmet) -> Answer {
        let reason = ask.reason;
        Ok(self.open(ask.need, NeedState::Unmet)?.map_or_else(Vec::new, |need| {
            let TrackedNeed { need, code, state: from, .. } = *need;
            vec![VisitEvent::NeedLeftUnmet { need, code, session: self.session, from, reason }]
        }))
    }

    pub(super) fn withdraw_need(&self, ask: WithdrawNeed) -> Answer {
        let reason = ask.reason;
        Ok(self.open(ask.need, NeedState::Withdrawn)?.map_or_else(Vec::new, |need| {
            let TrackedNeed { need, code, state: from, .. } = *need;
            vec![VisitEvent::NeedWithdrawn { need, code, session: self.session, from, reason }]
        }))
    }

    /// A need may be oriented to several places, and again after one of them could not help. One
    /// that was left unmet at the desk, answered or withdrawn is over: a new visit asks anew.
    pub(super) fn orient(&self, ask: OrientNeed) -> Answer {
        let need = self.need(ask.need)?;
        if need.orientation(ask.towards).is_some() {
            return Ok(vec![]);
        }
        if need.state != NeedState::Expressed && need.orientations.is_empty() {
            return Err(VisitRefusal::NeedNotOpen { state: need.state });
        }
        if matches!(need.state, NeedState::Met | NeedState::Withdrawn | NeedState::AnsweredDirectly) {
            return Err(VisitRefusal::NeedNotOpen { state: need.state });
        }
        if need.orientations.len() >= MOST_ORIENTATIONS {
            return Err(VisitRefusal::TooManyOrientations { max: most(MOST_ORIENTATIONS) });
        }
        let TrackedNeed { need, code, state: from, .. } = *need;
        let (session, towards) = (self.session, ask.towards);
        Ok(vec![VisitEvent::NeedOriented { need, code, session, from, towards }])
    }

    /// A reopened referral may say later that it helped after all: the last word counts.
    pub(super) fn settle(&self, ask: SettleNeed) -> Answer {
        let SettleNeed { need, by, outcome } = ask;
        let kept = self.need(need)?;
        match kept.orientation(by) {
            None => Err(VisitRefusal::NeedNotOrientedThere),
            Some(oriented) if oriented.outcome == Some(outcome) => Ok(vec![]),
            Some(_) => Ok(vec![VisitEvent::NeedSettled {
                need,
                code: kept.code,
                session: self.session,
                from: kept.state,
                by,
                outcome,
                state: kept.settled(by, outcome),
            }]),
        }
    }

    pub(super) fn add_note(&self, note: VisitNoteInput) -> Answer {
        if self.notes >= MOST_NOTES {
            return Err(VisitRefusal::TooManyVisitNotes { max: most(MOST_NOTES) });
        }
        Ok(vec![noted(note)])
    }

    pub(super) fn attribute(&self, ask: AttributeVisit) -> Answer {
        let AttributeVisit { person, identity, consent_mode, consent_language } = ask;
        if identity < VisitIdentity::Pseudonym {
            return Err(VisitRefusal::VisitIdentityTooLow);
        }
        match self.person {
            Some(known) if known == (person, identity) => Ok(vec![]),
            Some((known, _)) if known != person => Err(VisitRefusal::VisitAlreadyAttributed),
            _ => Ok(vec![VisitEvent::VisitAttributed { person, identity, consent_mode, consent_language }]),
        }
    }

    pub(super) fn detach(&self, ask: DetachVisit) -> Answer {
        match self.person {
            Some((person, _)) if person == ask.person => Ok(vec![VisitEvent::VisitDetached { person }]),
            _ => Err(VisitRefusal::VisitNotAttributed),
        }
    }

    pub(super) fn correct(&self, ask: CorrectVisit) -> Answer {
        believable(&ask.facts)?;
        if ask.facts == self.facts {
            return Ok(vec![]);
        }
        Ok(vec![VisitEvent::VisitCorrected {
            session: self.session,
            before: Box::new(self.facts.clone()),
            after: Box::new(ask.facts),
            needs: self.needs.iter().map(|need| need.need).collect(),
            reason: ask.reason,
        }])
    }

    /// The same host within the day of the session, else a coordinator.
    pub(super) fn void(&self, ask: VoidVisit, asked: &Asked) -> Answer {
        let same_host = asked.by == self.host && asked.at <= self.same_day_until;
        if !same_host && !asked.answers_for_all() {
            return Err(VisitRefusal::VoidingNotAllowed { until: self.same_day_until });
        }
        Ok(vec![VisitEvent::VisitVoided {
            session: self.session,
            facts: Box::new(self.facts.clone()),
            late: self.late,
            needs: self.needs.iter().map(TrackedNeed::standing).collect(),
            reason: ask.reason,
        }])
    }
}
