//! What happened to an account. This is the storage format: never rename, never reuse.

use chrono::{DateTime, Utc};
use kernel::{ActorId, Line, Secret};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

use crate::values::{
    AccessTokenId, Digest, FacetId, Link, PasskeyId, RecoveryReason, RemovalReason, RoleFacet, TokenScope,
};

/// What happened to an account. STORAGE FORMAT: a variant or a field is never renamed; a change is
/// an upcast and a new fixture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum AccountEvent {
    /// Somebody was invited.
    AccountInvited {
        /// The account.
        account: ActorId,
        /// The name to be called by.
        display_name: Secret,
        /// The sign-in name.
        email: Secret,
        /// The link that was handed over.
        link: Link,
    },
    /// A new link replaced the one before.
    InvitationRenewed {
        /// The link.
        link: Link,
    },
    /// The invitation was accepted; a proof follows.
    InvitationAccepted {
        /// When.
        at: DateTime<Utc>,
    },
    /// A role was granted.
    FacetGranted {
        /// The facet.
        facet: RoleFacet,
        /// When.
        at: DateTime<Utc>,
    },
    /// A role was withdrawn.
    FacetWithdrawn {
        /// The facet.
        facet: FacetId,
    },
    /// The name to be called by changed.
    AccountRenamed {
        /// The name.
        display_name: Secret,
    },
    /// The sign-in name changed.
    AccountEmailChanged {
        /// The address.
        email: Secret,
    },
    /// A password was set, in place of the one before if there was one.
    PasswordSet {
        /// Its hash, as a PHC string.
        hash: Secret,
    },
    /// The password was removed.
    PasswordRemoved,
    /// A passkey was added.
    PasskeyAdded {
        /// The passkey.
        passkey: PasskeyId,
        /// What its owner calls it.
        name: Secret,
        /// What is needed to check it.
        credential: Secret,
    },
    /// A passkey got another name.
    PasskeyNamed {
        /// The passkey.
        passkey: PasskeyId,
        /// The name.
        name: Secret,
    },
    /// A passkey was used and counted further.
    PasskeyRefreshed {
        /// The passkey.
        passkey: PasskeyId,
        /// What is needed to check it.
        credential: Secret,
    },
    /// A passkey was removed.
    PasskeyRemoved {
        /// The passkey.
        passkey: PasskeyId,
    },
    /// A second factor is being set up.
    SecondFactorEnrolled {
        /// What the device and we share.
        secret: Secret,
    },
    /// The second factor works, and is asked for from now on.
    SecondFactorConfirmed {
        /// Digests of the codes to keep on paper.
        recovery_codes: Vec<Digest>,
    },
    /// A code on paper was used.
    RecoveryCodeUsed {
        /// Its digest.
        digest: Digest,
    },
    /// The second factor is asked for no more.
    SecondFactorRemoved,
    /// The sign-in of an organisation opens the account.
    OutsideIdentityLinked {
        /// The organisation's sign-in, by its issuer.
        issuer: Line,
        /// The digest of who they are there.
        subject: Digest,
    },
    /// It opens the account no more.
    OutsideIdentityUnlinked {
        /// The organisation's sign-in, by its issuer.
        issuer: Line,
    },
    /// A coordinator asked that somebody can get in again.
    RecoveryAsked {
        /// Who asked.
        by: ActorId,
        /// Why.
        because: RecoveryReason,
        /// When.
        at: DateTime<Utc>,
    },
    /// It was approved: the account is locked until its link is used.
    RecoveryApproved {
        /// Who approved.
        by: ActorId,
        /// The link that was handed over.
        link: Link,
    },
    /// It was not needed after all.
    RecoveryCancelled,
    /// Somebody got in again; every proof and token of before is gone, and a new proof follows.
    RecoveryCompleted,
    /// A personal access token was issued.
    AccessTokenIssued {
        /// Its id.
        token: AccessTokenId,
        /// What its owner calls it.
        name: Secret,
        /// Its digest.
        digest: Digest,
        /// Its last four characters.
        last_four: String,
        /// The role in which it acts.
        facet: FacetId,
        /// What it may do.
        scope: TokenScope,
        /// Until when it is good.
        expires_at: DateTime<Utc>,
    },
    /// A personal access token was revoked.
    AccessTokenRevoked {
        /// Its id.
        token: AccessTokenId,
    },
    /// The account was removed.
    AccountRemoved {
        /// Why.
        because: RemovalReason,
    },
}
