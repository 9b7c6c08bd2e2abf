//! Sending, and the link.

use super::*;

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
