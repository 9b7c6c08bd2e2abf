//! Coming back in when everything is lost.

use super::*;

#[test]
fn one_coordinator_is_enough_for_who_decides_for_nobody() {
    let link = Link { digest: digest("recovery"), expires_at: instant(TOMORROW) };
    odile(active(Role::Host))
        .when(ask_recovery())
        .then([recovery_asked(), Then::RecoveryApproved { by: ODILE, link }]);
}
#[test]
fn for_a_coordinator_a_second_one_approves() {
    odile(active(Role::Coordinator)).when(ask_recovery()).then([recovery_asked()]);
    by(active_and(Role::Coordinator, [recovery_asked()]), LISE, Role::Coordinator)
        .when(Ask::ApproveRecovery(link("recovery")))
        .then([recovery_approved()]);
}
#[test]
fn who_asked_does_not_approve() {
    odile(active_and(Role::Coordinator, [recovery_asked()]))
        .when(Ask::ApproveRecovery(link("recovery")))
        .then_refused(No::RecoveryNeedsSecondCoordinator);
}
#[test]
fn nobody_recovers_their_own_account() {
    let own = |history| by(history, NORA, Role::Coordinator);
    own(active(Role::Coordinator)).when(ask_recovery()).then_refused(No::RecoveryOfOwnAccount);
    own(active_and(Role::Coordinator, [recovery_asked()]))
        .when(Ask::ApproveRecovery(link("recovery")))
        .then_refused(No::RecoveryOfOwnAccount);
}
#[test]
fn one_recovery_at_a_time() {
    odile(active_and(Role::Coordinator, [recovery_asked()]))
        .when(ask_recovery())
        .then_refused(No::RecoveryAlreadyAsked);
    by(active_and(Role::Coordinator, [recovery_asked(), recovery_approved()]), LISE, Role::Coordinator)
        .when(Ask::ApproveRecovery(link("again")))
        .then_refused(No::RecoveryAlreadyAsked);
}
#[test]
fn a_recovery_that_was_not_asked_is_not_approved_used_or_cancelled() {
    odile(active(Role::Host)).when(Ask::ApproveRecovery(link("recovery"))).then_refused(No::RecoveryNotAsked);
    nora(active(Role::Host)).when(Ask::CompleteRecovery(with("recovery"))).then_refused(No::RecoveryNotAsked);
    odile(active(Role::Host)).when(Ask::CancelRecovery).then_refused(No::RecoveryNotAsked);
}
#[test]
fn a_locked_account_changes_nothing_until_it_is_recovered() {
    nora(active_and(Role::Host, [recovery_asked(), recovery_approved()]))
        .when(Ask::SetPassword { hash: words("hash") })
        .then_refused(No::AccountIsLocked);
}
#[test]
fn a_recovery_replaces_everything_that_opened_before() {
    let history = active_and(Role::Host, [passkey(KEY), issued(), recovery_asked(), recovery_approved()]);
    let state = nora(history.clone()).when(Ask::CompleteRecovery(with("recovery"))).state();
    let known = state.known().unwrap();
    assert!(known.proofs.passkeys.is_empty() && known.tokens.is_empty() && known.proofs.password.is_some());
    nora(history).when(Ask::CompleteRecovery(with("recovery"))).then([Then::RecoveryCompleted, password()]);
}
#[test]
fn the_link_of_a_recovery_is_the_newest_and_a_day_old_at_most() {
    let locked = || nora(active_and(Role::Host, [recovery_asked(), recovery_approved()]));
    locked().when(Ask::CompleteRecovery(with("guessed"))).then_refused(No::RecoveryNotValid);
    locked().at(TOMORROW).when(Ask::CompleteRecovery(with("recovery"))).then_refused(No::RecoveryExpired);
}
#[test]
fn a_recovery_that_ran_out_is_asked_anew() {
    let history = active_and(Role::Coordinator, [recovery_asked(), recovery_approved()]);
    let again = Then::RecoveryAsked { by: ODILE, because: RecoveryReason::LostDevice, at: instant(TOMORROW) };
    odile(history).at(TOMORROW).when(ask_recovery()).then([again]);
}
#[test]
fn a_recovery_is_cancelled_by_a_coordinator_or_the_account() {
    let history = active_and(Role::Coordinator, [recovery_asked()]);
    odile(history.clone()).when(Ask::CancelRecovery).then([Then::RecoveryCancelled]);
    nora(history).when(Ask::CancelRecovery).then([Then::RecoveryCancelled]);
}
#[test]
fn an_invitation_that_waits_needs_no_recovery() {
    odile([invited()]).when(ask_recovery()).then_refused(No::AccountNotAccepted);
}
