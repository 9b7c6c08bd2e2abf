//! The end of an account.

use super::*;

#[test]
fn a_coordinator_removes_an_account() {
    odile(active(Role::Host)).when(removal()).then([removed()]);
    by(active(Role::Host), LISE, Role::Host).when(removal()).then_refused(No::AccountsForCoordinators);
}
#[test]
fn removing_twice_is_removing_once() {
    odile(active_and(Role::Host, [removed()])).when(removal()).then_nothing();
}
#[test]
fn nobody_removes_their_own_account() {
    by(active(Role::Coordinator), NORA, Role::Coordinator).when(removal()).then_refused(No::OwnAccountStays);
}
#[test]
fn a_removed_account_does_nothing() {
    nora(active_and(Role::Host, [removed()]))
        .when(Ask::SetPassword { hash: words("hash") })
        .then_refused(No::AccountIsRemoved);
}
