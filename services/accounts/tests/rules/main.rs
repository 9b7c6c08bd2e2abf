//! What may happen to an account, and what may not: one sentence for each rule.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod invitations;
mod names;
mod proofs;
mod recovery;
mod removal;
mod roles;
mod tokens;

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
