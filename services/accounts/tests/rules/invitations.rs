//! Coming in by an invitation.

use super::*;

#[test]
fn a_coordinator_invites_by_a_link_good_for_seven_days() {
    odile([]).when(invite(vec![grant(Role::Host)])).then([invited(), granted(Role::Host)]);
}
#[test]
fn nobody_else_invites() {
    nora([]).when(invite(vec![grant(Role::Host)])).then_refused(No::AccountsForCoordinators);
}
#[test]
fn an_account_has_a_role_at_least() {
    odile([]).when(invite(vec![])).then_refused(No::FacetMissing);
}
#[test]
fn an_account_has_not_too_many_roles() {
    let many = (0..31).map(|number| other(Role::Host, number)).collect();
    odile([]).when(invite(many)).then_refused(No::TooManyFacets { most: 30 });
    let thirty = (0..29).map(|number| Then::FacetGranted {
        facet: other(Role::Host, 0x100 + number).into(),
        at: instant(NOW),
    });
    odile(active_and(Role::Host, thirty))
        .when(Ask::Grant(other(Role::Volunteer, 0x99)))
        .then_refused(No::TooManyFacets { most: 30 });
}
#[test]
fn an_account_is_invited_once_under_an_id() {
    odile([invited()]).when(invite(vec![grant(Role::Host)])).then_refused(No::AccountAlreadyInvited);
}
#[test]
fn nothing_is_asked_of_an_account_nobody_invited() {
    odile([]).when(removal()).then_refused(No::AccountNotFound);
}
#[test]
fn a_new_link_replaces_the_one_before() {
    let new = Link { digest: digest("new"), expires_at: instant(SOON) };
    odile([invited()])
        .when(Ask::RenewInvitation(link("new")))
        .then([Then::InvitationRenewed { link: new.clone() }]);
    nora([invited(), Then::InvitationRenewed { link: new }])
        .when(Ask::AcceptInvitation(with("link")))
        .then_refused(No::InvitationNotValid);
}
#[test]
fn whoever_has_the_link_accepts_with_a_first_proof() {
    nora([invited()])
        .when(Ask::AcceptInvitation(with("link")))
        .then([Then::InvitationAccepted { at: instant(NOW) }, password()]);
}
#[test]
fn a_first_proof_may_be_a_passkey_or_the_sign_in_of_an_organisation() {
    let used = |proof| Ask::AcceptInvitation(UseLink { digest: digest("link"), proof });
    let at = instant(NOW);
    nora([invited()])
        .when(used(FirstProof::Passkey(add_passkey(KEY))))
        .then([Then::InvitationAccepted { at }, passkey(KEY)]);
    nora([invited()])
        .when(used(FirstProof::OutsideIdentity(outside())))
        .then([Then::InvitationAccepted { at }, linked()]);
}
#[test]
fn a_link_runs_out_after_seven_days() {
    nora([invited()]).at(SOON).when(Ask::AcceptInvitation(with("link"))).then_refused(No::InvitationExpired);
}
#[test]
fn a_link_is_good_once() {
    nora(active(Role::Host))
        .when(Ask::AcceptInvitation(with("link")))
        .then_refused(No::InvitationAlreadyAccepted);
    odile(active(Role::Host))
        .when(Ask::RenewInvitation(link("new")))
        .then_refused(No::InvitationAlreadyAccepted);
}
