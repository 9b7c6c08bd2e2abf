//! Every event that was ever stored is still read, and none tells a word about a person.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use accounts::values::{RecoveryReason, RemovalReason};
use accounts::{
    AccessTokenId, AccountEvent, DeviceEvent, Digest, FacetId, Link, PasskeyId, RoleFacet, TokenScope,
};
use kernel::given::instant;
use kernel::uuid::Uuid;
use kernel::{ActorId, MemberId, PartnerId, ReferralId, Role, Sealed, Secret, SiteId};
use strum::VariantNames;
use support::history::check;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/history");
const ID: Uuid = Uuid::from_u128(0x0190_a5d4_0000_7000_8000_0000_0000_0001);

fn sealed() -> Secret {
    Secret::Sealed(Sealed { subject: "brussels/account/1".to_owned(), bytes: "AAAA".to_owned() })
}
fn at() -> chrono::DateTime<chrono::Utc> {
    instant("2023-06-05T07:20:00Z")
}
fn link() -> Link {
    Link { digest: Digest::of("token"), expires_at: at() }
}

fn account() -> Vec<AccountEvent> {
    use AccountEvent as Then;
    let facet = RoleFacet {
        facet: FacetId(ID),
        role: Role::Partner,
        sites: vec![SiteId(ID)],
        partner: Some(PartnerId(ID)),
        referral: Some(ReferralId(ID)),
        member: Some(MemberId(ID)),
        from: Some(at()),
        until: Some(at()),
    };
    let (passkey, issuer) = (PasskeyId(ID), "https://id.example.org".parse::<kernel::Line>().unwrap());
    vec![
        Then::AccountInvited { account: ActorId(ID), display_name: sealed(), email: sealed(), link: link() },
        Then::InvitationRenewed { link: link() },
        Then::InvitationAccepted { at: at() },
        Then::FacetGranted { facet, at: at() },
        Then::FacetWithdrawn { facet: FacetId(ID) },
        Then::AccountRenamed { display_name: sealed() },
        Then::AccountEmailChanged { email: sealed() },
        Then::PasswordSet { hash: sealed() },
        Then::PasswordRemoved,
        Then::PasskeyAdded { passkey, name: sealed(), credential: sealed() },
        Then::PasskeyNamed { passkey, name: sealed() },
        Then::PasskeyRefreshed { passkey, credential: sealed() },
        Then::PasskeyRemoved { passkey },
        Then::SecondFactorEnrolled { secret: sealed() },
        Then::SecondFactorConfirmed { recovery_codes: vec![Digest::of("paper")] },
        Then::RecoveryCodeUsed { digest: Digest::of("paper") },
        Then::SecondFactorRemoved,
        Then::OutsideIdentityLinked { issuer: issuer.clone(), subject: Digest::of("nora") },
        Then::OutsideIdentityUnlinked { issuer },
        Then::RecoveryAsked { by: ActorId(ID), because: RecoveryReason::SuspectedMisuse, at: at() },
        Then::RecoveryApproved { by: ActorId(ID), link: link() },
        Then::RecoveryCancelled,
        Then::RecoveryCompleted,
        Then::AccessTokenIssued {
            token: AccessTokenId(ID),
            name: sealed(),
            digest: Digest::of("token"),
            last_four: "WXYZ".to_owned(),
            facet: FacetId(ID),
            scope: TokenScope::Write,
            expires_at: at(),
        },
        Then::AccessTokenRevoked { token: AccessTokenId(ID) },
        Then::AccountRemoved { because: RemovalReason::Left },
    ]
}

fn device() -> Vec<DeviceEvent> {
    use DeviceEvent as Then;
    let name: kernel::Line = "Tablette de l'accueil".parse().unwrap();
    vec![
        Then::DeviceRegistered { name: name.clone(), shared: false, owner: Some(ActorId(ID)) },
        Then::DeviceRenamed { name },
        Then::DeviceRetired,
    ]
}

#[test]
fn events_of_accounts() {
    check(format!("{FOLDER}/account"), AccountEvent::VARIANTS, &account());
}

#[test]
fn events_of_devices() {
    check(format!("{FOLDER}/device"), DeviceEvent::VARIANTS, &device());
}

#[test]
fn no_narration_holds_a_word_a_proof_or_a_digest() {
    let digests = [Digest::of("token"), Digest::of("paper"), Digest::of("nora")];
    for event in account() {
        let told = format!("{:?}", accounts::narrate(&event));
        assert!(!told.contains("AAAA") && !told.contains("WXYZ"), "{told}");
        assert!(digests.iter().all(|digest| !told.contains(&digest.to_string())), "{told}");
    }
    for event in device() {
        assert!(!format!("{:?}", accounts::narrate_device(&event)).contains("Tablette"));
    }
}
