//! Two referrals at once: all of it happens, or none of it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod words;

use std::collections::HashMap;
use std::sync::Arc;

use kernel::act::{AnyState, Halt};
use kernel::{Act, CaseId, CommandId, Decider, Expected, ReferralId, Refusal, Role, Scene, StreamId};
use referrals::ReferralState as At;
use referrals::*;
use uuid::Uuid;
use words::*;

const COMMAND: CommandId = CommandId(Uuid::from_u128(0xC1));

/// The stream and the event names of each change, or the code of the refusal.
fn play(
    act: Act,
    states: &[(ReferralId, Vec<ReferralEvent>)],
) -> Result<Vec<(String, Vec<&'static str>)>, String> {
    let asked = asked(Role::Host, "2023-06-08T08:00:00Z");
    let mut loaded: HashMap<StreamId, AnyState> =
        act.involved.iter().map(|involved| (involved.stream.clone(), (involved.fold.empty)())).collect();
    for (id, history) in states {
        let stream = StreamId::new(&brussels(), Referral::KIND, id);
        loaded.insert(stream, Arc::new(Referral::after(history.iter().cloned())));
    }
    let mut scene = Scene::new(&asked, loaded);
    match (act.play)(&mut scene) {
        Ok(()) => Ok(scene
            .close()
            .changes
            .into_iter()
            .map(|change| (change.stream.id, change.events.iter().map(|event| event.name).collect()))
            .collect()),
        Err(Halt::Refused(refused)) => Err(refused.code),
        Err(halt) => panic!("{halt}"),
    }
}

fn reorient(draft: DraftReferral) -> Act {
    reorient_referral(COMMAND, &brussels(), referral(1), Expected::Any, referral(2), draft).expect("an act")
}

fn draft_after(earlier: u128) -> Act {
    let draft = DraftReferral { resumes: Some(referral(earlier)), ..draft() };
    draft_referral(COMMAND, &brussels(), referral(2), Expected::None, draft).expect("an act")
}

fn code(refusal: ReferralRefusal) -> Result<Vec<(String, Vec<&'static str>)>, String> {
    Err(refusal.coded().0)
}

#[test]
fn re_orienting_closes_the_open_one_and_drafts_the_new_one_together() {
    for state in [At::Drafted, At::Sent, At::UnderReview, At::Scheduled] {
        let changes = play(reorient(draft()), &[(referral(1), until(state))]).expect("it is done");
        assert_eq!(
            changes,
            [
                (referral(1).to_string(), vec!["ReferralSuperseded"]),
                (referral(2).to_string(), vec!["ReferralDrafted"]),
            ]
        );
    }
}

#[test]
fn re_orienting_from_one_that_has_ended_leaves_its_end() {
    for state in [At::Declined, At::Expired, At::Returned, At::Recalled, At::Closed] {
        let changes = play(reorient(draft()), &[(referral(1), until(state))]).expect("it is done");
        assert_eq!(changes, [(referral(2).to_string(), vec!["ReferralDrafted"])]);
    }
}

#[test]
fn nothing_happens_when_the_new_one_cannot_be_drafted() {
    let sent = || (referral(1), until(At::Sent));
    let empty = DraftReferral { needs: vec![], ..draft() };
    assert_eq!(play(reorient(empty), &[sent()]), code(ReferralRefusal::ReferralNeedsMissing));
    let taken = (referral(2), until(At::Drafted));
    assert_eq!(play(reorient(draft()), &[sent(), taken]), code(ReferralRefusal::ReferralAlreadyDrafted));
}

#[test]
fn a_person_is_re_oriented_from_a_referral_of_their_own() {
    let draft = DraftReferral { case: CaseId(Uuid::from_u128(0xCB)), ..draft() };
    let history = [(referral(1), until(At::Sent))];
    assert_eq!(play(reorient(draft), &history), code(ReferralRefusal::ReferralOtherCase));
}

#[test]
fn nobody_is_re_oriented_from_what_is_not_there_or_does_not_count() {
    assert_eq!(play(reorient(draft()), &[]), code(ReferralRefusal::ReferralNotFound));
    let void = [(referral(1), until(At::Void))];
    assert_eq!(play(reorient(draft()), &void), code(ReferralRefusal::ReferralVoid));
    let superseded = [(referral(1), until(At::Superseded))];
    let by = referral(2);
    assert_eq!(play(reorient(draft()), &superseded), code(ReferralRefusal::ReferralSuperseded { by }));
}

#[test]
fn a_referral_does_not_go_on_from_itself() {
    let to_itself = reorient_referral(COMMAND, &brussels(), referral(1), Expected::Any, referral(1), draft())
        .expect("an act");
    let history = [(referral(1), until(At::Sent))];
    assert_eq!(play(to_itself, &history), code(ReferralRefusal::ReferralResumesItself));
    assert_eq!(play(draft_after(2), &[]), code(ReferralRefusal::ReferralResumesItself));
}

#[test]
fn a_draft_goes_on_only_from_one_that_has_ended() {
    let drafted = vec![(referral(2).to_string(), vec!["ReferralDrafted"])];
    assert_eq!(play(draft_after(1), &[(referral(1), until(At::Declined))]), Ok(drafted));
    let open = [(referral(1), until(At::Sent))];
    assert_eq!(play(draft_after(1), &open), code(ReferralRefusal::ReferralStillOpen));
    assert_eq!(play(draft_after(1), &[]), code(ReferralRefusal::ReferralNotFound));
}
