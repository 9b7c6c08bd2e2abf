//! What became of it.

use super::*;

#[test]
fn each_voice_is_kept_beside_the_others() {
    let now = "2023-06-06T08:00:00Z";
    let got = told(ReferralVoice::Partner, ReferralOutcome::GotHelp, now);
    partner(At::InService).when(tell(ReferralVoice::Partner, ReferralOutcome::GotHelp)).then([got.clone()]);
    let history = and(until(At::InService), got);
    given::<Referral>(history.clone())
        .when(tell(ReferralVoice::Partner, ReferralOutcome::GotHelp))
        .then_nothing();
    let Referral::At(state, file) =
        given::<Referral>(history).when(tell(ReferralVoice::Person, ReferralOutcome::NoHelp)).state()
    else {
        panic!("a referral")
    };
    assert_eq!(state, At::InService);
    assert_eq!(file.outcomes.of(ReferralVoice::Partner), Some(ReferralOutcome::GotHelp));
    assert_eq!(file.outcomes.of(ReferralVoice::Person), Some(ReferralOutcome::NoHelp));
    assert!(file.outcomes.contradict());
}

#[test]
fn people_tell_late_too() {
    for state in [At::Closed, At::Expired, At::Declined, At::Returned] {
        at(state).when(tell(ReferralVoice::Person, ReferralOutcome::GotHelp)).then([told(
            ReferralVoice::Person,
            ReferralOutcome::GotHelp,
            "2023-06-06T08:00:00Z",
        )]);
    }
    at(At::Superseded)
        .when(tell(ReferralVoice::Person, ReferralOutcome::GotHelp))
        .then_refused(Why::ReferralSuperseded { by: referral(2) });
}

#[test]
fn nobody_speaks_with_the_voice_of_others() {
    partner(At::InService)
        .when(tell(ReferralVoice::Person, ReferralOutcome::GotHelp))
        .then_refused(Why::ReferralVoiceOfOthers);
    at(At::InService)
        .role(Role::Volunteer)
        .when(tell(ReferralVoice::Partner, ReferralOutcome::GotHelp))
        .then_refused(Why::ReferralVoiceOfOthers);
}

#[test]
fn a_referral_is_closed_with_an_outcome() {
    for state in [At::InService, At::Missed] {
        at(state).when(close(Some(ReferralOutcome::Partly), None)).then([closed(ReferralOutcome::Partly)]);
    }
    at(At::InService).when(close(None, None)).then_refused(Why::ReferralOutcomeMissing);
}

#[test]
fn what_all_voices_agree_on_needs_not_be_said_again() {
    let now = "2023-06-06T08:00:00Z";
    let one = and(until(At::InService), told(ReferralVoice::Partner, ReferralOutcome::GotHelp, now));
    given::<Referral>(one.clone()).when(close(None, None)).then([closed(ReferralOutcome::GotHelp)]);
    let two = and(one, told(ReferralVoice::Person, ReferralOutcome::Partly, now));
    given::<Referral>(two).when(close(None, None)).then_refused(Why::ReferralOutcomeMissing);
}

#[test]
fn no_help_has_a_reason() {
    at(At::InService)
        .when(close(Some(ReferralOutcome::NoHelp), None))
        .then_refused(Why::ReferralNoHelpReasonMissing);
    let reason = Some(ReferralReason::LanguageNotCovered);
    at(At::InService).when(close(Some(ReferralOutcome::NoHelp), reason)).then([Then::ReferralClosed {
        outcome: ReferralOutcome::NoHelp,
        reason,
        note: None,
    }]);
}

#[test]
fn a_referral_is_not_closed_before_the_person_came_or_stayed_away() {
    for state in [At::Ready, At::Received, At::Accepted, At::Scheduled] {
        at(state).when(close(Some(ReferralOutcome::GotHelp), None)).then_refused(Why::ReferralNotInService);
    }
}

#[test]
fn a_person_who_went_on_alone_is_answered_by_nobody() {
    let draft = DraftReferral { target: alone(), ..draft() };
    given::<Referral>([drafted_as(draft, None), consented(false), posted()])
        .when(close(Some(ReferralOutcome::GotHelp), None))
        .then([closed(ReferralOutcome::GotHelp)]);
}
