//! What an account proves itself with.

use super::*;

#[test]
fn a_password_is_set_by_its_owner_alone() {
    let set = || Ask::SetPassword { hash: words("hash") };
    nora(active(Role::Host)).when(set()).then([password()]);
    odile(active(Role::Host)).when(set()).then_refused(No::AccountNotYours);
}
#[test]
fn nothing_is_proven_before_the_invitation_is_accepted() {
    nora([invited()]).when(Ask::RemovePassword).then_refused(No::AccountNotAccepted);
}
#[test]
fn the_password_goes_when_something_else_opens() {
    nora(active(Role::Host)).when(Ask::RemovePassword).then_refused(No::LastProof);
    nora(active_and(Role::Host, [passkey(KEY)])).when(Ask::RemovePassword).then([Then::PasswordRemoved]);
    nora(active_and(Role::Host, [passkey(KEY), Then::PasswordRemoved]))
        .when(Ask::RemovePassword)
        .then_refused(No::PasswordNotSet);
}
#[test]
fn a_passkey_is_added_named_refreshed_and_removed() {
    nora(active(Role::Host)).when(Ask::AddPasskey(add_passkey(KEY))).then([passkey(KEY)]);
    let with_key = || nora(active_and(Role::Host, [passkey(KEY)]));
    let named = NamePasskey { passkey: KEY, name: words("tablet") };
    with_key()
        .when(Ask::NamePasskey(named))
        .then([Then::PasskeyNamed { passkey: KEY, name: words("tablet") }]);
    let refresh = |text: &str| Ask::RefreshPasskey { passkey: KEY, credential: words(text) };
    with_key()
        .when(refresh("counted"))
        .then([Then::PasskeyRefreshed { passkey: KEY, credential: words("counted") }]);
    with_key().when(refresh("key")).then_nothing();
    let remove = || Ask::RemovePasskey(RemovePasskey { passkey: KEY });
    with_key().when(remove()).then([Then::PasskeyRemoved { passkey: KEY }]);
    nora(active(Role::Host)).when(remove()).then_refused(No::PasskeyNotFound);
}
#[test]
fn a_passkey_of_one_id_is_one_passkey() {
    nora(active_and(Role::Host, [passkey(KEY)]))
        .when(Ask::AddPasskey(add_passkey(KEY)))
        .then_refused(No::PasskeyAlreadyAdded);
}
#[test]
fn an_account_has_not_too_many_passkeys() {
    let ten = (0..10).map(|number| passkey(PasskeyId(Uuid::from_u128(number))));
    nora(active_and(Role::Host, ten))
        .when(Ask::AddPasskey(add_passkey(OTHER_KEY)))
        .then_refused(No::TooManyPasskeys { most: 10 });
}
#[test]
fn a_second_factor_is_set_up_shown_to_work_and_removed() {
    nora(active(Role::Host)).when(Ask::EnrolSecondFactor { secret: words("totp") }).then([enrolled()]);
    let confirm = || Ask::ConfirmSecondFactor { recovery_codes: vec![digest("paper")] };
    nora(active_and(Role::Host, [enrolled()])).when(confirm()).then([confirmed()]);
    nora(active(Role::Host)).when(confirm()).then_refused(No::SecondFactorNotEnrolled);
    let working = || nora(active_and(Role::Host, [enrolled(), confirmed()]));
    working().when(confirm()).then_refused(No::SecondFactorAlreadyConfirmed);
    working()
        .when(Ask::EnrolSecondFactor { secret: words("other") })
        .then_refused(No::SecondFactorAlreadyConfirmed);
    working().when(Ask::RemoveSecondFactor).then([Then::SecondFactorRemoved]);
}
#[test]
fn a_code_on_paper_is_good_once() {
    let paper = |code: &str| Ask::UseRecoveryCode { digest: digest(code) };
    let used = Then::RecoveryCodeUsed { digest: digest("paper") };
    let working = [enrolled(), confirmed()];
    nora(active_and(Role::Host, working.clone())).when(paper("paper")).then([used.clone()]);
    nora(active_and(Role::Host, working.into_iter().chain([used])))
        .when(paper("paper"))
        .then_refused(No::RecoveryCodeUnknown);
    nora(active(Role::Host)).when(paper("paper")).then_refused(No::SecondFactorNotEnrolled);
}
#[test]
fn who_decides_for_others_keeps_a_second_factor_or_a_passkey() {
    nora(active_and(Role::Coordinator, [enrolled(), confirmed()]))
        .when(Ask::RemoveSecondFactor)
        .then_refused(No::SecondFactorNeeded);
    nora(active_and(Role::Coordinator, [passkey(KEY)]))
        .when(Ask::RemovePasskey(RemovePasskey { passkey: KEY }))
        .then_refused(No::SecondFactorNeeded);
    nora(active_and(Role::Coordinator, [passkey(KEY), passkey(OTHER_KEY)]))
        .when(Ask::RemovePasskey(RemovePasskey { passkey: KEY }))
        .then([Then::PasskeyRemoved { passkey: KEY }]);
}
#[test]
fn the_sign_in_of_an_organisation_is_tied_and_untied() {
    nora(active(Role::Host)).when(Ask::LinkOutsideIdentity(outside())).then([linked()]);
    nora(active_and(Role::Host, [linked()])).when(Ask::LinkOutsideIdentity(outside())).then_nothing();
    let somebody = LinkOutsideIdentity { subject: digest("somebody"), ..outside() };
    nora(active_and(Role::Host, [linked()]))
        .when(Ask::LinkOutsideIdentity(somebody))
        .then_refused(No::OutsideIdentityAlreadyLinked);
    let unlink = || Ask::UnlinkOutsideIdentity(UnlinkOutsideIdentity { issuer: outside().issuer });
    nora(active_and(Role::Host, [linked()]))
        .when(unlink())
        .then([Then::OutsideIdentityUnlinked { issuer: outside().issuer }]);
    nora(active(Role::Host)).when(unlink()).then_refused(No::OutsideIdentityNotLinked);
}
#[test]
fn an_account_is_tied_to_not_too_many_organisations() {
    let five = (0..5).map(|number| Then::OutsideIdentityLinked {
        issuer: format!("https://{number}.example.org").parse().unwrap(),
        subject: digest("nora"),
    });
    nora(active_and(Role::Host, five))
        .when(Ask::LinkOutsideIdentity(outside()))
        .then_refused(No::TooManyOutsideIdentities { most: 5 });
}
