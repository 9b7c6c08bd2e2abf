//! What may happen to an account, and what may not: one sentence for each rule.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use accounts::account::{
    AccountCommand as Ask, AccountEvent as Then, AccountRefusal as No, AddPasskey, AskRecovery,
    ChangeAccountEmail, FirstProof, InviteAccount, IssueAccessToken, LinkOutsideIdentity, NamePasskey,
    NewLink, NewToken, RemoveAccount, RemovePasskey, RenameAccount, RevokeAccessToken, UnlinkOutsideIdentity,
    UseLink, WithdrawFacet,
};
use accounts::values::{GrantFacet, RecoveryReason, RemovalReason};
use accounts::{AccessTokenId, Account, Digest, FacetId, Link, PasskeyId, RoleFacet, TokenScope, Unusable};
use kernel::given::instant;
use kernel::uuid::Uuid;
use kernel::{ActorId, Decider, PartnerId, Role, Sealed, Secret, SiteId, given};

/// The account of the tests; Odile coordinates, Lise too, Admin administers.
const NORA: ActorId = ActorId(Uuid::from_u128(0x01));
const ODILE: ActorId = ActorId(Uuid::from_u128(0x02));
const LISE: ActorId = ActorId(Uuid::from_u128(0x03));
const FACET: FacetId = FacetId(Uuid::from_u128(0x10));
const KEY: PasskeyId = PasskeyId(Uuid::from_u128(0x20));
const OTHER_KEY: PasskeyId = PasskeyId(Uuid::from_u128(0x21));
const TOKEN: AccessTokenId = AccessTokenId(Uuid::from_u128(0x30));
const NOW: &str = "2023-06-05T07:20:00Z";
const SOON: &str = "2023-06-12T07:20:00Z";
const TOMORROW: &str = "2023-06-06T07:20:00Z";

fn words(text: &str) -> Secret {
    Secret::Sealed(Sealed { subject: "brussels/account/1".to_owned(), bytes: text.to_owned() })
}
fn digest(token: &str) -> Digest {
    Digest::of(token)
}
fn facet(role: Role) -> RoleFacet {
    grant(role).into()
}
fn grant(role: Role) -> GrantFacet {
    GrantFacet {
        facet: FACET,
        role,
        sites: vec![],
        partner: None,
        referral: None,
        member: None,
        from: None,
        until: None,
    }
}
fn other(role: Role, number: u128) -> GrantFacet {
    GrantFacet { facet: FacetId(Uuid::from_u128(number)), ..grant(role) }
}
fn invited() -> Then {
    let link = Link { digest: digest("link"), expires_at: instant(SOON) };
    Then::AccountInvited { account: NORA, display_name: words("nora"), email: words("mail"), link }
}
fn granted(role: Role) -> Then {
    Then::FacetGranted { facet: facet(role), at: instant(NOW) }
}
const fn accepted() -> Then {
    Then::InvitationAccepted { at: chrono::DateTime::UNIX_EPOCH }
}
fn password() -> Then {
    Then::PasswordSet { hash: words("hash") }
}
fn active(role: Role) -> Vec<Then> {
    vec![invited(), granted(role), accepted(), password()]
}
fn active_and(role: Role, more: impl IntoIterator<Item = Then>) -> Vec<Then> {
    active(role).into_iter().chain(more).collect()
}
fn passkey(passkey: PasskeyId) -> Then {
    Then::PasskeyAdded { passkey, name: words("phone"), credential: words("key") }
}
fn add_passkey(passkey: PasskeyId) -> AddPasskey {
    AddPasskey { passkey, name: words("phone"), credential: words("key") }
}
fn enrolled() -> Then {
    Then::SecondFactorEnrolled { secret: words("totp") }
}
fn confirmed() -> Then {
    Then::SecondFactorConfirmed { recovery_codes: vec![digest("paper")] }
}
fn outside() -> LinkOutsideIdentity {
    LinkOutsideIdentity { issuer: "https://id.example.org".parse().unwrap(), subject: digest("nora") }
}
fn linked() -> Then {
    let LinkOutsideIdentity { issuer, subject } = outside();
    Then::OutsideIdentityLinked { issuer, subject }
}
fn recovery_asked() -> Then {
    Then::RecoveryAsked { by: ODILE, because: RecoveryReason::LostDevice, at: instant(NOW) }
}
fn recovery_approved() -> Then {
    let link = Link { digest: digest("recovery"), expires_at: instant(TOMORROW) };
    Then::RecoveryApproved { by: LISE, link }
}
fn ask_recovery() -> Ask {
    Ask::AskRecovery(AskRecovery { because: RecoveryReason::LostDevice }, link("recovery"))
}
fn link(token: &str) -> NewLink {
    NewLink { digest: digest(token) }
}
fn with(token: &str) -> UseLink {
    UseLink { digest: digest(token), proof: FirstProof::Password { hash: words("hash") } }
}
fn invite(facets: Vec<GrantFacet>) -> Ask {
    let invite = InviteAccount { display_name: words("nora"), email: words("mail"), facets };
    Ask::Invite(invite, NORA, link("link"))
}
fn issue(until: &str) -> Ask {
    let issue = IssueAccessToken {
        token: TOKEN,
        name: words("script"),
        facet: FACET,
        scope: TokenScope::Read,
        expires_at: instant(until),
    };
    Ask::IssueToken(issue, NewToken { digest: digest("token"), last_four: "WXYZ".to_owned() })
}
fn issued() -> Then {
    Then::AccessTokenIssued {
        token: TOKEN,
        name: words("script"),
        digest: digest("token"),
        last_four: "WXYZ".to_owned(),
        facet: FACET,
        scope: TokenScope::Read,
        expires_at: instant(SOON),
    }
}
fn removal() -> Ask {
    Ask::Remove(RemoveAccount { because: RemovalReason::Left })
}
fn removed() -> Then {
    Then::AccountRemoved { because: RemovalReason::Left }
}
fn by(history: impl IntoIterator<Item = Then>, actor: ActorId, role: Role) -> kernel::given::Given<Account> {
    given::<Account>(history).by(actor).role(role)
}
fn odile(history: impl IntoIterator<Item = Then>) -> kernel::given::Given<Account> {
    by(history, ODILE, Role::Coordinator)
}
fn nora(history: impl IntoIterator<Item = Then>) -> kernel::given::Given<Account> {
    by(history, NORA, Role::Host)
}

// Invitations.

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

// Roles.

#[test]
fn a_role_is_granted_and_withdrawn() {
    let more = other(Role::Volunteer, 0x11);
    odile(active(Role::Host))
        .when(Ask::Grant(more.clone()))
        .then([Then::FacetGranted { facet: more.into(), at: instant(NOW) }]);
    odile(active(Role::Host))
        .when(Ask::Withdraw(WithdrawFacet { facet: FACET }))
        .then([Then::FacetWithdrawn { facet: FACET }]);
}
#[test]
fn granting_twice_is_granting_once() {
    odile(active(Role::Host)).when(Ask::Grant(grant(Role::Host))).then_nothing();
}
#[test]
fn a_facet_of_one_id_is_one_facet() {
    odile(active(Role::Host)).when(Ask::Grant(grant(Role::Volunteer))).then_refused(No::FacetAlreadyGranted);
    odile([])
        .when(invite(vec![grant(Role::Host), grant(Role::Volunteer)]))
        .then_refused(No::FacetAlreadyGranted);
}
#[test]
fn a_facet_that_is_not_there_is_not_withdrawn() {
    odile([invited()]).when(Ask::Withdraw(WithdrawFacet { facet: FACET })).then_refused(No::FacetNotFound);
}
#[test]
fn an_administrator_is_made_and_unmade_by_administrators() {
    let no = No::RoleForAdministrators { role: Role::Administrator };
    odile([]).when(invite(vec![grant(Role::Administrator)])).then_refused(no.clone());
    odile(active(Role::Administrator)).when(removal()).then_refused(no.clone());
    odile(active(Role::Administrator)).when(Ask::Withdraw(WithdrawFacet { facet: FACET })).then_refused(no);
    by([], LISE, Role::Administrator)
        .when(invite(vec![grant(Role::Administrator)]))
        .then([invited(), granted(Role::Administrator)]);
}
#[test]
fn the_public_and_the_platform_are_no_roles_of_an_account() {
    odile([]).when(invite(vec![grant(Role::System)])).then_refused(No::RoleNotGranted);
    odile([]).when(invite(vec![grant(Role::Public)])).then_refused(No::RoleNotGranted);
}
#[test]
fn a_partner_is_tied_to_an_organisation_or_a_referral() {
    odile([]).when(invite(vec![grant(Role::Partner)])).then_refused(No::PartnerFacetUntied);
    let tied = GrantFacet { partner: Some(PartnerId(Uuid::nil())), ..grant(Role::Partner) };
    odile([invited()])
        .when(Ask::Grant(tied.clone()))
        .then([Then::FacetGranted { facet: tied.into(), at: instant(NOW) }]);
}
#[test]
fn a_role_ends_after_it_begins() {
    let backwards = GrantFacet { from: Some(instant(SOON)), until: Some(instant(NOW)), ..grant(Role::Host) };
    odile([invited()]).when(Ask::Grant(backwards)).then_refused(No::FacetPeriodEmpty);
}
#[test]
fn a_role_names_not_too_many_sites() {
    let sites = (0..101).map(|number| SiteId(Uuid::from_u128(number))).collect();
    odile([invited()])
        .when(Ask::Grant(GrantFacet { sites, ..grant(Role::Host) }))
        .then_refused(No::TooManyFacetSites { most: 100 });
}
#[test]
fn nobody_withdraws_the_last_role_in_which_they_decide() {
    let withdraw = || Ask::Withdraw(WithdrawFacet { facet: FACET });
    by(active(Role::Coordinator), NORA, Role::Coordinator)
        .when(withdraw())
        .then_refused(No::OwnLastDecidingRole);
    odile(active(Role::Coordinator)).when(withdraw()).then([Then::FacetWithdrawn { facet: FACET }]);
}
#[test]
fn a_role_holds_in_its_time() {
    let known = |at: &str, until: &str| {
        let facet = RoleFacet { until: Some(instant(until)), ..facet(Role::Host) };
        let events = [invited(), Then::FacetGranted { facet, at: instant(NOW) }, accepted()];
        Account::after(events).known().unwrap().usable(FACET, instant(at)).map(|facet| facet.role)
    };
    assert_eq!(known(NOW, SOON), Ok(Role::Host));
    assert_eq!(known(SOON, SOON), Err(Unusable::NotHeld));
}
#[test]
fn a_role_that_decides_for_others_needs_more_than_a_password_after_two_weeks() {
    let usable = |events: Vec<Then>, at: &str| {
        Account::after(events).known().unwrap().usable(FACET, instant(at)).map(|facet| facet.role)
    };
    let (late, early) = ("2023-06-19T07:20:00Z", "2023-06-19T07:19:59Z");
    assert_eq!(usable(active(Role::Coordinator), early), Ok(Role::Coordinator));
    assert_eq!(usable(active(Role::Coordinator), late), Err(Unusable::SecondFactorNeeded));
    assert_eq!(usable(active(Role::Host), late), Ok(Role::Host));
    let strong = active_and(Role::Coordinator, [passkey(KEY)]);
    assert_eq!(usable(strong, late), Ok(Role::Coordinator));
    let half = active_and(Role::Coordinator, [enrolled()]);
    assert_eq!(usable(half, late), Err(Unusable::SecondFactorNeeded));
    let strong = active_and(Role::Coordinator, [enrolled(), confirmed()]);
    assert_eq!(usable(strong, late), Ok(Role::Coordinator));
}
#[test]
fn only_an_active_account_uses_its_roles() {
    let account = Account::after([invited(), granted(Role::Host)]);
    assert_eq!(account.known().unwrap().usable(FACET, instant(NOW)), Err(Unusable::NotActive));
}

// Names.

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

// Proofs.

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

// Recovery.

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

// Tokens.

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

// Removal.

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
