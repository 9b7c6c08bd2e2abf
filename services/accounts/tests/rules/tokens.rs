//! Tokens for machines.

use super::*;

#[test]
fn a_token_is_issued_by_its_owner_and_revoked() {
    nora(active(Role::Host)).when(issue(SOON)).then([issued()]);
    odile(active(Role::Host)).when(issue(SOON)).then_refused(No::AccountNotYours);
    let revoke = || Ask::RevokeToken(RevokeAccessToken { token: TOKEN });
    let with_token = active_and(Role::Host, [issued()]);
    nora(with_token.clone()).when(revoke()).then([Then::AccessTokenRevoked { token: TOKEN }]);
    odile(with_token).when(revoke()).then([Then::AccessTokenRevoked { token: TOKEN }]);
    nora(active(Role::Host)).when(revoke()).then_refused(No::AccessTokenNotFound);
}
#[test]
fn a_token_of_one_id_is_one_token() {
    nora(active_and(Role::Host, [issued()])).when(issue(SOON)).then_refused(No::AccessTokenAlreadyIssued);
}
#[test]
fn a_token_is_good_for_a_year_at_most() {
    nora(active(Role::Host))
        .when(issue("2024-06-04T07:20:01Z"))
        .then_refused(No::AccessTokenTooLong { days: 365 });
}
#[test]
fn a_token_ends_in_the_future() {
    nora(active(Role::Host)).when(issue(NOW)).then_refused(No::AccessTokenEndsInThePast);
}
#[test]
fn a_token_acts_in_a_role_of_the_account() {
    nora([invited(), accepted(), password()]).when(issue(SOON)).then_refused(No::FacetNotFound);
}
#[test]
fn an_account_has_not_too_many_tokens() {
    let twenty = (0..20).map(|number| match issued() {
        Then::AccessTokenIssued { name, digest, last_four, facet, scope, expires_at, .. } => {
            let token = AccessTokenId(Uuid::from_u128(0x100 + number));
            Then::AccessTokenIssued { token, name, digest, last_four, facet, scope, expires_at }
        }
        other => other,
    });
    nora(active_and(Role::Host, twenty)).when(issue(SOON)).then_refused(No::TooManyAccessTokens { most: 20 });
}
