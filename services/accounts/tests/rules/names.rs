//! Names and addresses, and who changes them.

use super::*;

#[test]
fn the_account_itself_or_a_coordinator_changes_the_name() {
    let rename = || Ask::Rename(RenameAccount { display_name: words("other") });
    let renamed = Then::AccountRenamed { display_name: words("other") };
    nora(active(Role::Host)).when(rename()).then([renamed.clone()]);
    odile(active(Role::Host)).when(rename()).then([renamed]);
    by(active(Role::Host), LISE, Role::Host).when(rename()).then_refused(No::AccountsForCoordinators);
}
#[test]
fn a_coordinator_changes_the_address() {
    let change = || Ask::ChangeEmail(ChangeAccountEmail { email: words("new") });
    odile(active(Role::Host)).when(change()).then([Then::AccountEmailChanged { email: words("new") }]);
    nora(active(Role::Host)).when(change()).then_refused(No::AccountsForCoordinators);
}
