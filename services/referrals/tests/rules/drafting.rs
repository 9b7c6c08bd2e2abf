//! Drafting.

use super::*;

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
