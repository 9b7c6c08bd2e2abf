//! The consent.

use super::*;

#[test]
fn consent_makes_a_draft_ready() {
    let state = at(At::Drafted).when(Ask::RecordConsent(consent())).state();
    assert_eq!(state.state(), Some(At::Ready));
    at(At::Drafted).when(Ask::RecordConsent(consent())).then([consented(false)]);
}

#[test]
fn consent_given_again_leaves_the_referral_where_it_stands() {
    at(At::Accepted).when(Ask::RecordConsent(consent())).then([consented(true)]);
    let state = at(At::Accepted).when(Ask::RecordConsent(consent())).state();
    assert_eq!(state.state(), Some(At::Accepted));
}

#[test]
fn a_name_is_shared_only_when_the_person_says_so() {
    let person = Some(PersonId(Uuid::from_u128(0x9E)));
    let draft = DraftReferral { identity: ReferralIdentity::Named, person, ..draft() };
    let given = || given::<Referral>([drafted_as(draft.clone(), None)]);
    let missing = ReferralConsentScope::Identity;
    given().when(Ask::RecordConsent(consent())).then_refused(Why::ReferralConsentTooNarrow { missing });
    let scope = vec![ReferralConsentScope::Identity, ReferralConsentScope::Need];
    let wide = RecordReferralConsent { scope, ..consent() };
    assert_eq!(given().when(Ask::RecordConsent(wide)).state().state(), Some(At::Ready));
}

#[test]
fn nothing_is_sent_when_the_need_may_not_be_told() {
    let empty = RecordReferralConsent { scope: vec![], ..consent() };
    let missing = ReferralConsentScope::Need;
    at(At::Drafted).when(Ask::RecordConsent(empty)).then_refused(Why::ReferralConsentTooNarrow { missing });
}

#[test]
fn nobody_agrees_to_what_they_cannot_understand() {
    let unmet = RecordReferralConsent { language_mode: LanguageMode::NotMet, ..consent() };
    at(At::Drafted).when(Ask::RecordConsent(unmet)).then_refused(Why::ReferralConsentNotUnderstood);
}

#[test]
fn withdrawing_consent_takes_an_open_referral_back_and_closes_its_link() {
    for state in [At::Sent, At::UnderReview, At::AwaitingPerson, At::Scheduled, At::InService] {
        at(state).when(withdrawal()).then([
            withdrawn(),
            Then::ReferralLinkRevoked { version: 2 },
            recalled(ReferralRecallReason::ConsentWithdrawn),
        ]);
    }
    at(At::Ready).when(withdrawal()).then([withdrawn(), recalled(ReferralRecallReason::ConsentWithdrawn)]);
}

#[test]
fn withdrawing_consent_after_the_end_closes_the_link_and_keeps_the_end() {
    at(At::Declined).when(withdrawal()).then([withdrawn(), Then::ReferralLinkRevoked { version: 2 }]);
}

#[test]
fn consent_is_withdrawn_once() {
    let history = and(and(until(At::Ready), withdrawn()), recalled(ReferralRecallReason::ConsentWithdrawn));
    given::<Referral>(history).when(withdrawal()).then_nothing();
    at(At::Drafted).when(withdrawal()).then_refused(Why::ReferralConsentMissing);
}

fn overridden(reason: ReferralOverrideReason, second_reader: kernel::ActorId) -> Ask {
    Ask::OverrideConsent(OverrideReferralConsent { reason, note: None, second_reader })
}

#[test]
fn consent_is_overridden_with_a_reason_that_two_have_read() {
    let reason = ReferralOverrideReason::DangerToLife;
    let second_reader = actor(0xB2);
    at(At::Drafted).when(overridden(reason, second_reader)).then([Then::ConsentOverridden {
        reason,
        note: None,
        second_reader,
    }]);
    let state = at(At::Drafted).when(overridden(reason, second_reader)).state();
    assert_eq!(state.state(), Some(At::Ready));
}

#[test]
fn nobody_is_their_own_second_reader() {
    at(At::Drafted)
        .by(actor(0xB2))
        .when(overridden(ReferralOverrideReason::DangerToLife, actor(0xB2)))
        .then_refused(Why::ReferralSecondReaderSame);
}

#[test]
fn a_consent_that_was_given_is_not_overridden() {
    at(At::Ready)
        .when(overridden(ReferralOverrideReason::DangerToLife, actor(0xB2)))
        .then_refused(Why::ReferralConsentAlreadyGiven);
}

#[test]
fn other_is_said_in_words() {
    at(At::Drafted)
        .when(overridden(ReferralOverrideReason::Other, actor(0xB2)))
        .then_refused(Why::ReferralReasonMissing);
    at(At::Received).when(decline(ReferralReason::Other)).then_refused(Why::ReferralReasonMissing);
    at(At::Accepted).when(give_back(ReferralReason::Other)).then_refused(Why::ReferralReasonMissing);
    at(At::Received).when(ask_person(ReferralPersonAction::Other)).then_refused(Why::ReferralReasonMissing);
    at(At::InService)
        .when(close(Some(ReferralOutcome::NoHelp), Some(ReferralReason::Other)))
        .then_refused(Why::ReferralReasonMissing);
    at(At::Closed).when(reopen(ReferralReopenReason::Other)).then_refused(Why::ReferralReasonMissing);
    at(At::Drafted)
        .role(Role::Coordinator)
        .when(void(ReferralErrorReason::Other))
        .then_refused(Why::ReferralReasonMissing);
    let reason = ReferralReason::Other;
    let note = Some(secret());
    at(At::Received)
        .when(Ask::Decline(DeclineReferral { reason, note: note.clone(), link_version: None }))
        .then([Then::ReferralDeclined { reason, note }]);
}
