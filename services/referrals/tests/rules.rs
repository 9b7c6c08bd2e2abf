//! Given, when, then: one sentence for each event and each refusal.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod words;

use chrono::NaiveDate;
use kernel::given::{Given, given, instant};
use kernel::{Decider, LanguageMode, Party, PersonId, Role};
use referrals::ReferralCommand as Ask;
use referrals::ReferralEvent as Then;
use referrals::ReferralRefusal as Why;
use referrals::ReferralState as At;
use referrals::*;
use strum::VariantArray;
use uuid::Uuid;
use words::*;

fn at(state: At) -> Given<Referral> {
    given::<Referral>(until(state)).at("2023-06-06T08:00:00Z")
}

fn partner(state: At) -> Given<Referral> {
    at(state).role(Role::Partner)
}

fn platform(history: Vec<Then>, when: &str) -> Given<Referral> {
    given::<Referral>(history).role(Role::System).at(when)
}

fn nothing() -> Given<Referral> {
    given::<Referral>([])
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

#[test]
fn each_history_leads_where_it_says() {
    for state in At::VARIANTS {
        assert_eq!(Referral::after(until(*state)).state(), Some(*state));
    }
}

// Drafting

#[test]
fn a_host_drafts_a_referral() {
    nothing().when(Ask::Draft(draft())).then([drafted()]);
}

#[test]
fn nothing_else_may_be_asked_of_a_referral_that_is_not_there() {
    nothing().when(Ask::MarkNoContact).then_refused(Why::ReferralNotFound);
    nothing().when(receive(None)).then_refused(Why::ReferralNotFound);
}

#[test]
fn an_id_stands_for_one_referral() {
    at(At::Drafted).when(Ask::Draft(draft())).then_refused(Why::ReferralAlreadyDrafted);
}

#[test]
fn only_hosts_draft() {
    nothing().role(Role::Partner).when(Ask::Draft(draft())).then_refused(Why::ReferralForHost);
}

#[test]
fn a_referral_is_for_a_need() {
    let draft = DraftReferral { needs: vec![], ..draft() };
    nothing().when(Ask::Draft(draft)).then_refused(Why::ReferralNeedsMissing);
}

#[test]
fn ten_needs_are_enough() {
    let needs = |count| (0..count).map(|number| need(number, "HEA.AMU")).collect();
    let ten = DraftReferral { needs: needs(10), ..draft() };
    nothing().when(Ask::Draft(ten.clone())).then([drafted_as(ten, None)]);
    let eleven = DraftReferral { needs: needs(11), ..draft() };
    nothing().when(Ask::Draft(eleven)).then_refused(Why::ReferralTooManyNeeds { most: 10 });
}

#[test]
fn a_need_is_named_once() {
    let draft = DraftReferral { needs: vec![need(1, "HEA.AMU"), need(1, "HEA.AMU")], ..draft() };
    let code = "HEA.AMU".parse().expect("a need");
    nothing().when(Ask::Draft(draft)).then_refused(Why::ReferralNeedTwice { code });
}

#[test]
fn lists_are_bounded() {
    let many = DraftReferral { languages: vec![language("ara"); 11], ..draft() };
    nothing().when(Ask::Draft(many)).then_refused(Why::ReferralTooMuchDetail { most: 10 });
    let ReferralTarget::Service(sheet) = medical_card() else { panic!("a service") };
    let long = ReferralService { documents: vec![named("Papier"); 31], ..sheet };
    let draft = DraftReferral { target: ReferralTarget::Service(long), ..draft() };
    nothing().when(Ask::Draft(draft)).then_refused(Why::ReferralTooMuchDetail { most: 30 });
}

#[test]
fn a_code_that_is_shared_is_there() {
    let draft = DraftReferral { code: None, ..draft() };
    nothing().when(Ask::Draft(draft)).then_refused(Why::ReferralCodeMissing);
}

#[test]
fn a_person_who_is_named_is_known() {
    let named = DraftReferral { identity: ReferralIdentity::Named, ..draft() };
    nothing().when(Ask::Draft(named)).then_refused(Why::ReferralPersonMissing);
    let nobody = DraftReferral { identity: ReferralIdentity::Pseudonym, code: None, ..draft() };
    nothing().when(Ask::Draft(nobody)).then_refused(Why::ReferralPersonMissing);
    let by_code = DraftReferral { identity: ReferralIdentity::Pseudonym, ..draft() };
    nothing().when(Ask::Draft(by_code.clone())).then([drafted_as(by_code, None)]);
}

// Consent

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

// Sending

#[test]
fn a_ready_referral_is_sent_with_its_dates_and_a_link() {
    at(At::Ready).at(SENT).when(send(ReferralChannel::Link)).then([sent()]);
}

#[test]
fn a_letter_has_no_link() {
    at(At::Ready).at(SENT).when(send(ReferralChannel::Letter)).then([posted()]);
}

#[test]
fn nothing_is_sent_without_consent() {
    at(At::Drafted).when(send(ReferralChannel::Link)).then_refused(Why::ReferralConsentMissing);
}

#[test]
fn a_referral_is_sent_once() {
    at(At::Sent).when(send(ReferralChannel::Link)).then_nothing();
    at(At::Sent).when(send(ReferralChannel::Letter)).then_refused(Why::ReferralAlreadySent);
    at(At::Accepted).when(send(ReferralChannel::Link)).then_refused(Why::ReferralAlreadySent);
}

#[test]
fn what_did_not_arrive_can_be_sent_again_by_a_newer_link() {
    let cause = ReferralDeliveryFailure::WrongAddress;
    let report = || Ask::ReportUndelivered(ReportReferralUndelivered { cause });
    let failed = Then::ReferralDeliveryFailed { cause };
    platform(until(At::Sent), SENT).when(report()).then([failed.clone()]);
    let again = Then::ReferralSent {
        channel: ReferralChannel::Link,
        deadlines: urgent("2023-06-06T08:00:00Z"),
        link_version: Some(2),
    };
    given::<Referral>(and(until(At::Sent), failed))
        .at("2023-06-06T08:00:00Z")
        .when(send(ReferralChannel::Link))
        .then([again]);
    at(At::Received).when(report()).then_refused(Why::ReferralAlreadyAnswered { state: At::Received });
    at(At::Ready).when(report()).then_refused(Why::ReferralNotSent);
}

#[test]
fn a_renewed_link_makes_the_older_one_good_for_nothing() {
    at(At::Sent).when(Ask::RenewLink).then([Then::ReferralLinkRenewed { version: 2 }]);
    let renewed = and(until(At::Sent), Then::ReferralLinkRenewed { version: 2 });
    given::<Referral>(renewed.clone())
        .role(Role::Partner)
        .when(receive(Some(1)))
        .then_refused(Why::ReferralLinkNotCurrent);
    given::<Referral>(renewed).role(Role::Partner).when(receive(Some(2))).then([RECEIVED]);
}

#[test]
fn a_revoked_link_is_good_for_nothing() {
    at(At::Sent).when(Ask::RevokeLink).then([Then::ReferralLinkRevoked { version: 2 }]);
    let revoked = and(until(At::Sent), Then::ReferralLinkRevoked { version: 2 });
    given::<Referral>(revoked.clone()).when(Ask::RevokeLink).then_nothing();
    for version in [1, 2] {
        given::<Referral>(revoked.clone())
            .role(Role::Partner)
            .when(receive(Some(version)))
            .then_refused(Why::ReferralLinkNotCurrent);
    }
    given::<Referral>(revoked).when(Ask::RenewLink).then([Then::ReferralLinkRenewed { version: 3 }]);
}

#[test]
fn a_letter_has_no_link_to_renew() {
    given::<Referral>(and(until(At::Ready), posted()))
        .when(Ask::RenewLink)
        .then_refused(Why::ReferralWithoutLink);
    at(At::Ready).when(Ask::RevokeLink).then_refused(Why::ReferralNotSent);
}

// Answering

#[test]
fn the_partner_has_seen_it_once() {
    partner(At::Sent).when(receive(Some(1))).then([RECEIVED]);
    partner(At::UnderReview).when(receive(Some(1))).then_nothing();
}

#[test]
fn nobody_answers_what_was_not_sent() {
    partner(At::Ready).when(receive(None)).then_refused(Why::ReferralNotSent);
    partner(At::Ready).when(Ask::Accept(accept())).then_refused(Why::ReferralNotSent);
    at(At::Ready).when(tell(ReferralVoice::Host, ReferralOutcome::NoHelp)).then_refused(Why::ReferralNotSent);
}

#[test]
fn others_do_not_answer_for_the_partner() {
    for role in [Role::Volunteer, Role::Member, Role::Receptionist, Role::Auditor, Role::Public] {
        at(At::Received).role(role).when(Ask::Accept(accept())).then_refused(Why::ReferralForPartner);
    }
}

#[test]
fn the_partner_looks_into_it() {
    partner(At::Sent).when(review()).then([reviewed()]);
    partner(At::UnderReview).when(review()).then_nothing();
}

#[test]
fn a_wait_list_has_a_day_and_the_answer_is_due_then() {
    partner(At::Received)
        .when(waitlist("2023-07-03"))
        .then([waitlisted("2023-07-03", "2023-07-02T22:00:00Z")]);
    partner(At::WaitListed).when(waitlist("2023-07-03")).then_nothing();
    let Referral::At(_, file) = partner(At::WaitListed).when(waitlist("2023-09-04")).state() else {
        panic!("a referral")
    };
    let deadlines = file.clock.expect("a clock").deadlines;
    assert_eq!(deadlines.answer_due, instant("2023-09-03T22:00:00Z"));
    assert_eq!(deadlines.expires_at, instant("2023-10-03T22:00:00Z"));
}

#[test]
fn a_day_that_cannot_be_meant_is_refused() {
    let until = day("2026-06-08");
    partner(At::Received)
        .when(waitlist("2023-06-05"))
        .then_refused(Why::ReferralDateImplausible { from: day("2023-06-06"), until });
    partner(At::Received)
        .when(waitlist("2323-06-05"))
        .then_refused(Why::ReferralDateImplausible { from: day("2023-06-06"), until });
    partner(At::Accepted)
        .when(schedule("2032-06-15T08:00:00Z"))
        .then_refused(Why::ReferralDateImplausible { from: day("2022-06-05"), until });
}

#[test]
fn the_clock_stands_still_while_the_person_is_awaited() {
    partner(At::Received)
        .when(ask_person(ReferralPersonAction::MissingDocument))
        .then([person_asked("2023-06-06T08:00:00Z")]);
    partner(At::AwaitingPerson).when(ask_person(ReferralPersonAction::MissingDocument)).then_nothing();
    // Six days later: two working days were left on Tuesday, so Monday's answer is due on Wednesday.
    let deadlines = urgent(SENT).moved(
        ReferralPriority::Urgent,
        instant("2023-06-06T08:00:00Z"),
        instant("2023-06-12T08:00:00Z"),
    );
    assert_eq!(deadlines.answer_due, instant("2023-06-14T08:00:00Z"));
    assert_eq!(deadlines.expires_at, instant("2023-07-11T08:00:00Z"));
    at(At::AwaitingPerson)
        .at("2023-06-12T08:00:00Z")
        .when(Ask::CompletePersonAction)
        .then([Then::PersonActionCompleted { deadlines }]);
    partner(At::AwaitingPerson)
        .at("2023-06-12T08:00:00Z")
        .when(review())
        .then([Then::ReferralPutUnderReview { deadlines }]);
}

#[test]
fn the_person_does_what_was_asked() {
    for role in [Role::Host, Role::Volunteer] {
        let state = at(At::AwaitingPerson).role(role).when(Ask::CompletePersonAction).state();
        assert_eq!(state.state(), Some(At::Received));
    }
    at(At::Received).when(Ask::CompletePersonAction).then_refused(Why::ReferralPersonNotAwaited);
    partner(At::AwaitingPerson).when(Ask::CompletePersonAction).then_refused(Why::ReferralForHost);
}

#[test]
fn the_partner_says_yes_from_anywhere_before_an_answer() {
    for state in [At::Sent, At::Received, At::UnderReview, At::WaitListed, At::AwaitingPerson] {
        partner(state).when(Ask::Accept(accept())).then([accepted()]);
    }
    partner(At::Accepted).when(Ask::Accept(accept())).then_nothing();
}

#[test]
fn a_yes_is_not_followed_by_another_answer() {
    for state in [At::Accepted, At::Scheduled, At::Missed, At::InService] {
        partner(state)
            .when(decline(ReferralReason::Capacity))
            .then_refused(Why::ReferralAlreadyAnswered { state });
    }
}

#[test]
fn the_network_accepts_with_a_current_charter() {
    let draft = DraftReferral { target: meeting(), ..draft() };
    let history = || vec![drafted_as(draft.clone(), None), consented(false), posted()];
    let accept = |charter_current| Ask::Accept(AcceptReferral { charter_current, ..accept() });
    for current in [None, Some(false)] {
        given::<Referral>(history())
            .role(Role::Member)
            .when(accept(current))
            .then_refused(Why::ReferralCharterNotCurrent);
    }
    given::<Referral>(history()).role(Role::Member).when(accept(Some(true))).then([accepted()]);
}

#[test]
fn nobody_calls_somebody_who_asked_not_to_be_contacted() {
    let history = and(until(At::Received), Then::ReferralMarkedNoContact {});
    let way = |contact_way| Ask::Accept(AcceptReferral { contact_way, ..accept() });
    given::<Referral>(history.clone())
        .when(way(ReferralContactWay::PartnerContactsPerson))
        .then_refused(Why::ReferralNoContact);
    given::<Referral>(history).when(way(ReferralContactWay::PersonCalls)).then([accepted()]);
}

#[test]
fn a_no_has_a_reason_such_as_a_language_that_is_not_covered() {
    let reason = ReferralReason::LanguageNotCovered;
    partner(At::Received).when(decline(reason)).then([declined(reason)]);
}

#[test]
fn the_same_link_is_not_used_again_after_a_no() {
    let state = At::Declined;
    partner(state).when(decline(ReferralReason::OutOfArea)).then_refused(Why::ReferralClosed { state });
    partner(state).when(receive(Some(1))).then_refused(Why::ReferralClosed { state });
}

#[test]
fn nothing_is_answered_after_the_end() {
    for state in [At::Closed, At::Declined, At::Returned, At::Recalled, At::Expired] {
        partner(state).when(Ask::Accept(accept())).then_refused(Why::ReferralClosed { state });
        at(state).when(send(ReferralChannel::Link)).then_refused(Why::ReferralClosed { state });
    }
    partner(At::Void).when(Ask::Accept(accept())).then_refused(Why::ReferralVoid);
}

#[test]
fn a_late_answer_hears_which_referral_took_the_place() {
    let by = referral(2);
    partner(At::Superseded).when(Ask::Accept(accept())).then_refused(Why::ReferralSuperseded { by });
    let old_link = Ask::Accept(AcceptReferral { link_version: Some(9), ..accept() });
    partner(At::Superseded).when(old_link).then_refused(Why::ReferralSuperseded { by });
}

// Appointment and attendance

#[test]
fn an_appointment_is_made_and_the_person_reminded_two_days_before() {
    partner(At::Accepted)
        .when(schedule("2023-06-15T08:00:00Z"))
        .then([scheduled("2023-06-15T08:00:00Z", Some("2023-06-13T08:00:00Z"))]);
    partner(At::Accepted)
        .when(schedule("2023-06-07T08:00:00Z"))
        .then([scheduled("2023-06-07T08:00:00Z", None)]);
}

#[test]
fn an_appointment_is_changed_and_made_anew_after_it_was_missed() {
    for state in [At::Scheduled, At::Missed] {
        let state = at(state).when(schedule("2023-06-20T08:00:00Z")).state();
        assert_eq!(state.state(), Some(At::Scheduled));
    }
}

#[test]
fn an_appointment_follows_a_yes() {
    at(At::UnderReview).when(schedule("2023-06-15T08:00:00Z")).then_refused(Why::ReferralNotAccepted);
    at(At::Received).when(attend()).then_refused(Why::ReferralNotAccepted);
    at(At::Received).when(stay_away()).then_refused(Why::ReferralNotAccepted);
    partner(At::Received)
        .when(give_back(ReferralReason::WrongService))
        .then_refused(Why::ReferralNotAccepted);
}

#[test]
fn the_person_comes_with_or_without_an_appointment() {
    for state in [At::Accepted, At::Scheduled] {
        at(state).role(Role::Volunteer).when(attend()).then([ATTENDED]);
    }
    at(At::InService).when(attend()).then_nothing();
}

#[test]
fn the_person_does_not_come() {
    at(At::Scheduled).at("2023-06-15T09:00:00Z").when(stay_away()).then([STAYED_AWAY]);
    at(At::Accepted).when(stay_away()).then([STAYED_AWAY]);
    at(At::Missed).when(stay_away()).then_nothing();
}

#[test]
fn nobody_is_missed_before_their_appointment() {
    at(At::Scheduled)
        .at("2023-06-15T07:59:00Z")
        .when(stay_away())
        .then_refused(Why::ReferralAppointmentNotYet { date: day("2023-06-15") });
}

#[test]
fn who_came_was_not_missed_and_needs_no_appointment() {
    at(At::InService).when(stay_away()).then_refused(Why::ReferralAlreadyAttended);
    at(At::InService).when(schedule("2023-06-15T08:00:00Z")).then_refused(Why::ReferralAlreadyAttended);
}

#[test]
fn who_was_missed_gets_a_new_appointment_first() {
    at(At::Missed).when(attend()).then_refused(Why::ReferralPersonMissed);
    partner(At::Missed).when(give_back(ReferralReason::WrongService)).then_refused(Why::ReferralPersonMissed);
}

#[test]
fn the_partner_gives_it_back_for_another_service() {
    for state in [At::Accepted, At::Scheduled, At::InService] {
        partner(state).when(give_back(ReferralReason::WrongService)).then([returned()]);
    }
}

// Outcome

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

// Other ends, and going on

#[test]
fn the_host_takes_it_back_before_an_appointment() {
    let reason = ReferralRecallReason::Safety;
    for state in [At::Drafted, At::Ready, At::Sent, At::WaitListed, At::Accepted] {
        at(state).when(recall(reason)).then([recalled(reason)]);
    }
    at(At::Recalled).when(recall(reason)).then_nothing();
}

#[test]
fn a_referral_with_an_appointment_is_not_taken_back() {
    for state in [At::Scheduled, At::Missed, At::InService] {
        at(state)
            .when(recall(ReferralRecallReason::Safety))
            .then_refused(Why::ReferralNotRecallable { state });
    }
}

#[test]
fn another_one_takes_the_place_of_an_open_one() {
    let by = referral(2);
    for state in [At::Drafted, At::Sent, At::AwaitingPerson, At::Scheduled, At::InService] {
        at(state).when(Ask::Supersede { by }).then([superseded()]);
    }
    let state = At::Declined;
    at(state).when(Ask::Supersede { by }).then_refused(Why::ReferralClosed { state });
}

#[test]
fn what_has_ended_goes_on_with_its_time_anew() {
    for state in [At::Closed, At::Expired, At::Declined] {
        let reason = ReferralReopenReason::LateAnswer;
        let deadlines = urgent("2023-07-10T08:00:00Z");
        at(state).at("2023-07-10T08:00:00Z").when(reopen(reason)).then([Then::ReferralReopened {
            reason,
            note: None,
            deadlines,
        }]);
        let state = at(state).when(reopen(reason)).state();
        assert_eq!(state.state(), Some(At::Received));
    }
}

#[test]
fn what_was_not_ended_or_was_given_back_does_not_go_on() {
    for state in [At::Sent, At::Recalled, At::Returned] {
        at(state)
            .when(reopen(ReferralReopenReason::LateAnswer))
            .then_refused(Why::ReferralNotReopenable { state });
    }
    at(At::Superseded)
        .when(reopen(ReferralReopenReason::LateAnswer))
        .then_refused(Why::ReferralSuperseded { by: referral(2) });
    given::<Referral>(and(until(At::Declined), withdrawn()))
        .when(reopen(ReferralReopenReason::LateAnswer))
        .then_refused(Why::ReferralConsentMissing);
}

#[test]
fn a_coordinator_takes_out_what_was_entered_in_error() {
    for state in [At::Drafted, At::Accepted, At::Closed, At::Superseded] {
        at(state).role(Role::Coordinator).when(void(ReferralErrorReason::EnteredTwice)).then([voided()]);
    }
    at(At::Void).role(Role::Coordinator).when(void(ReferralErrorReason::EnteredTwice)).then_nothing();
    at(At::Drafted).when(void(ReferralErrorReason::EnteredTwice)).then_refused(Why::ReferralForCoordinator);
}

#[test]
fn nobody_contacts_the_person_any_more() {
    at(At::Sent).when(Ask::MarkNoContact).then([Then::ReferralMarkedNoContact {}]);
    given::<Referral>(and(until(At::Sent), Then::ReferralMarkedNoContact {}))
        .when(Ask::MarkNoContact)
        .then_nothing();
}

// What the platform does

#[test]
fn the_partner_is_reminded_when_the_answer_is_due() {
    let due = "2023-06-08T08:00:00Z";
    platform(until(At::Sent), due).when(Ask::RemindOfAnswer).then([reminded(due)]);
    platform(until(At::Sent), "2023-06-08T07:59:00Z")
        .when(Ask::RemindOfAnswer)
        .then_refused(Why::ReferralNotDue { due: day("2023-06-08") });
}

#[test]
fn a_late_answer_is_flagged_after_the_reminder() {
    let history = and(until(At::Sent), reminded("2023-06-08T08:00:00Z"));
    platform(history.clone(), "2023-06-09T08:00:00Z").when(Ask::FlagOverdue).then([FLAGGED]);
    platform(history, "2023-06-09T07:59:00Z")
        .when(Ask::FlagOverdue)
        .then_refused(Why::ReferralNotDue { due: day("2023-06-09") });
}

#[test]
fn a_referral_expires_after_thirty_days_and_says_when_it_was_reminded() {
    let history = and(and(until(At::Sent), reminded("2023-06-08T08:00:00Z")), FLAGGED);
    platform(history.clone(), "2023-07-05T08:00:00Z").when(Ask::Expire).then([expired()]);
    platform(history, "2023-07-05T07:59:00Z")
        .when(Ask::Expire)
        .then_refused(Why::ReferralNotDue { due: day("2023-07-05") });
}

#[test]
fn nothing_is_due_out_of_its_order_nor_while_the_person_is_awaited() {
    let late = "2023-09-01T08:00:00Z";
    platform(until(At::Sent), late).when(Ask::Expire).then_refused(Why::ReferralNothingDue);
    platform(until(At::AwaitingPerson), late).when(Ask::RemindOfAnswer).then_refused(Why::ReferralNothingDue);
    platform(until(At::Accepted), late).when(Ask::RemindOfAnswer).then_refused(Why::ReferralNothingDue);
    platform(until(At::Accepted), late).when(Ask::RemindOfAppointment).then_refused(Why::ReferralNothingDue);
}

#[test]
fn only_the_platform_reminds() {
    at(At::Sent).when(Ask::RemindOfAnswer).then_refused(Why::ReferralForPlatform);
    at(At::Scheduled).when(Ask::RemindOfAppointment).then_refused(Why::ReferralForPlatform);
}

#[test]
fn the_person_is_reminded_of_the_appointment_unless_they_asked_for_silence() {
    let when = "2023-06-13T08:00:00Z";
    let about = ReferralReminder::Appointment;
    let remind = |to| Then::ReminderSent { about, to, at: instant(when) };
    platform(until(At::Scheduled), when).when(Ask::RemindOfAppointment).then([remind(Party::Person)]);
    let silent = and(until(At::Scheduled), Then::ReferralMarkedNoContact {});
    platform(silent, when).when(Ask::RemindOfAppointment).then_refused(Why::ReferralNoContact);
    let once = and(until(At::Scheduled), remind(Party::Person));
    platform(once, when).when(Ask::RemindOfAppointment).then_refused(Why::ReferralNothingDue);
}
