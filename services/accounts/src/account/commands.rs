//! What may be asked of an account.

use async_graphql::InputObject;
use chrono::{DateTime, Utc};
use kernel::{ActorId, Line, Secret, Secrets};
use serde::Serialize;

use crate::values::{
    AccessTokenId, Digest, FacetId, GrantFacet, PasskeyId, RecoveryReason, RemovalReason, TokenScope,
};

/// What may be asked of an account. Proofs come with it as kept, never as typed: hashed or
/// checked before, and sealed.
#[derive(Debug, Clone, Serialize)]
pub enum AccountCommand {
    /// Invite somebody by a link; the account is the one of that id.
    Invite(InviteAccount, ActorId, NewLink),
    /// Make a new link; the one before is good no more.
    RenewInvitation(NewLink),
    /// Accept the invitation with a first proof.
    AcceptInvitation(UseLink),
    /// Grant a role.
    Grant(GrantFacet),
    /// Withdraw a role.
    Withdraw(WithdrawFacet),
    /// Change the name to be called by.
    Rename(RenameAccount),
    /// Change the e-mail address, which is the sign-in name.
    ChangeEmail(ChangeAccountEmail),
    /// Set the password, or another one.
    SetPassword {
        /// Its hash, as a PHC string.
        hash: Secret,
    },
    /// Remove the password.
    RemovePassword,
    /// Add a passkey.
    AddPasskey(AddPasskey),
    /// Give a passkey another name.
    NamePasskey(NamePasskey),
    /// Keep what a passkey says of itself after it was used.
    RefreshPasskey {
        /// The passkey.
        passkey: PasskeyId,
        /// What is needed to check it.
        credential: Secret,
    },
    /// Remove a passkey.
    RemovePasskey(RemovePasskey),
    /// Begin to use a second factor.
    EnrolSecondFactor {
        /// What the device and we share.
        secret: Secret,
    },
    /// The second factor was shown to work.
    ConfirmSecondFactor {
        /// Digests of the codes to keep on paper.
        recovery_codes: Vec<Digest>,
    },
    /// A code on paper was used in place of the second factor.
    UseRecoveryCode {
        /// Its digest.
        digest: Digest,
    },
    /// Stop using the second factor.
    RemoveSecondFactor,
    /// Tie the sign-in of an organisation to the account.
    LinkOutsideIdentity(LinkOutsideIdentity),
    /// Untie it.
    UnlinkOutsideIdentity(UnlinkOutsideIdentity),
    /// Ask that somebody can get into their account again; the link is for when one is enough.
    AskRecovery(AskRecovery, NewLink),
    /// A second coordinator agrees.
    ApproveRecovery(NewLink),
    /// It was not needed after all.
    CancelRecovery,
    /// Get in again, with a new first proof.
    CompleteRecovery(UseLink),
    /// Issue a personal access token.
    IssueToken(IssueAccessToken, NewToken),
    /// Revoke it.
    RevokeToken(RevokeAccessToken),
    /// Remove the account.
    Remove(RemoveAccount),
}

impl Secrets for AccountCommand {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        match self {
            Self::Invite(invite, ..) => vec![&mut invite.display_name, &mut invite.email],
            Self::Rename(rename) => vec![&mut rename.display_name],
            Self::ChangeEmail(change) => vec![&mut change.email],
            Self::SetPassword { hash } => vec![hash],
            Self::AddPasskey(add) => vec![&mut add.name, &mut add.credential],
            Self::NamePasskey(name) => vec![&mut name.name],
            Self::RefreshPasskey { credential, .. } => vec![credential],
            Self::EnrolSecondFactor { secret } => vec![secret],
            Self::IssueToken(issue, _) => vec![&mut issue.name],
            Self::AcceptInvitation(used) | Self::CompleteRecovery(used) => match &mut used.proof {
                FirstProof::Password { hash } => vec![hash],
                FirstProof::Passkey(add) => vec![&mut add.name, &mut add.credential],
                FirstProof::OutsideIdentity(_) => vec![],
            },
            _ => vec![],
        }
    }
}

/// A link that is about to be handed over.
#[derive(Debug, Clone, Serialize)]
pub struct NewLink {
    /// The digest of its token.
    pub digest: Digest,
}

/// A token that is about to be shown once.
#[derive(Debug, Clone, Serialize)]
pub struct NewToken {
    /// Its digest.
    pub digest: Digest,
    /// Its last four characters, by which people tell tokens apart.
    pub last_four: String,
}

/// Somebody comes with a link and a proof.
#[derive(Debug, Clone, Serialize)]
pub struct UseLink {
    /// The digest of the link's token.
    pub digest: Digest,
    /// What lets them in from now on.
    pub proof: FirstProof,
}

/// What lets somebody into an account from now on.
#[derive(Debug, Clone, Serialize)]
pub enum FirstProof {
    /// A password.
    Password {
        /// Its hash, as a PHC string.
        hash: Secret,
    },
    /// A passkey.
    Passkey(AddPasskey),
    /// The sign-in of an organisation.
    OutsideIdentity(LinkOutsideIdentity),
}

/// Invite somebody by a link that is good once, for seven days.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "InviteAccountInput")]
pub struct InviteAccount {
    /// The name to be called by.
    pub display_name: Secret,
    /// The e-mail address, which is the sign-in name.
    pub email: Secret,
    /// The roles, one at least.
    pub facets: Vec<GrantFacet>,
}

/// Withdraw a role.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "WithdrawFacetInput")]
pub struct WithdrawFacet {
    /// The facet.
    pub facet: FacetId,
}

/// Change the name to be called by.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "RenameAccountInput")]
pub struct RenameAccount {
    /// The name.
    pub display_name: Secret,
}

/// Change the e-mail address, which is the sign-in name.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "ChangeAccountEmailInput")]
pub struct ChangeAccountEmail {
    /// The address.
    pub email: Secret,
}

/// A passkey that was made for the account.
#[derive(Debug, Clone, Serialize)]
pub struct AddPasskey {
    /// Its id here.
    pub passkey: PasskeyId,
    /// What its owner calls it.
    pub name: Secret,
    /// What is needed to check it.
    pub credential: Secret,
}

/// Give a passkey another name.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "NamePasskeyInput")]
pub struct NamePasskey {
    /// The passkey.
    pub passkey: PasskeyId,
    /// The name.
    pub name: Secret,
}

/// Remove a passkey.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "RemovePasskeyInput")]
pub struct RemovePasskey {
    /// The passkey.
    pub passkey: PasskeyId,
}

/// The sign-in of an organisation that opens the account.
#[derive(Debug, Clone, Serialize)]
pub struct LinkOutsideIdentity {
    /// The organisation's sign-in, by its issuer.
    pub issuer: Line,
    /// The digest of who they are there.
    pub subject: Digest,
}

/// Untie the sign-in of an organisation.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "UnlinkOutsideIdentityInput")]
pub struct UnlinkOutsideIdentity {
    /// The organisation's sign-in, by its issuer.
    pub issuer: Line,
}

/// Ask that somebody can get into their account again.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "AskRecoveryInput")]
pub struct AskRecovery {
    /// Why they cannot.
    pub because: RecoveryReason,
}

/// Issue a personal access token, for a program that acts for its owner.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "IssueAccessTokenInput")]
pub struct IssueAccessToken {
    /// Its id, made by the client.
    pub token: AccessTokenId,
    /// What its owner calls it.
    pub name: Secret,
    /// The role in which it acts: a facet of the account.
    pub facet: FacetId,
    /// What it may do.
    pub scope: TokenScope,
    /// Until when it is good; 365 days at most.
    pub expires_at: DateTime<Utc>,
}

/// Revoke a personal access token.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "RevokeAccessTokenInput")]
pub struct RevokeAccessToken {
    /// The token, by its id.
    pub token: AccessTokenId,
}

/// Remove an account.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "RemoveAccountInput")]
pub struct RemoveAccount {
    /// Why.
    pub because: RemovalReason,
}
