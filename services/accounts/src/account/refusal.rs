//! Why not, for an account.

use kernel::Role;
use serde::Serialize;
use strum::VariantNames;

/// Why not, for an account.
#[derive(Debug, Clone, PartialEq, Serialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum AccountRefusal {
    /// There is no such account.
    AccountNotFound,
    /// Somebody was invited under that id before.
    AccountAlreadyInvited,
    /// The address opens another account of the network.
    AccountEmailTaken,
    /// The text is not an e-mail address.
    AccountEmailUnfit,
    /// The account was removed.
    AccountIsRemoved,
    /// The account is locked until its recovery is completed.
    AccountIsLocked,
    /// The invitation was not accepted yet.
    AccountNotAccepted,
    /// Only coordinators and administrators do this.
    AccountsForCoordinators,
    /// Only administrators grant, withdraw or touch this role.
    RoleForAdministrators {
        /// The role.
        role: Role,
    },
    /// Only the account itself does this.
    AccountNotYours,
    /// Nobody removes their own account.
    OwnAccountStays,
    /// Nobody withdraws the last role in which they decide for others.
    OwnLastDecidingRole,
    /// The invitation was accepted before.
    InvitationAlreadyAccepted,
    /// The link of the invitation is not the newest one, or not one of ours.
    InvitationNotValid,
    /// The link of the invitation ran out.
    InvitationExpired,
    /// An account needs a role.
    FacetMissing,
    /// The account has no such facet.
    FacetNotFound,
    /// A facet of that id was granted before, with another content.
    FacetAlreadyGranted,
    /// That role is not granted to anybody.
    RoleNotGranted,
    /// A partner answers for an organisation or for one referral.
    PartnerFacetUntied,
    /// The facet ends before it begins.
    FacetPeriodEmpty,
    /// Too many facets.
    TooManyFacets {
        /// The most.
        most: u32,
    },
    /// Too many sites in one facet.
    TooManyFacetSites {
        /// The most.
        most: u32,
    },
    /// Nobody removes the last thing that lets them in.
    LastProof,
    /// There is no password.
    PasswordNotSet,
    /// There is no such passkey.
    PasskeyNotFound,
    /// A passkey of that id was added before.
    PasskeyAlreadyAdded,
    /// Too many passkeys.
    TooManyPasskeys {
        /// The most.
        most: u32,
    },
    /// There is no second factor to confirm or remove.
    SecondFactorNotEnrolled,
    /// The second factor works already.
    SecondFactorAlreadyConfirmed,
    /// Who decides for others needs a second factor or a passkey.
    SecondFactorNeeded,
    /// That code on paper is not one of them, or was used.
    RecoveryCodeUnknown,
    /// The sign-in of that organisation is tied to the account as somebody else.
    OutsideIdentityAlreadyLinked,
    /// The sign-in of that organisation is not tied to the account.
    OutsideIdentityNotLinked,
    /// Too many organisations.
    TooManyOutsideIdentities {
        /// The most.
        most: u32,
    },
    /// Nobody recovers their own account.
    RecoveryOfOwnAccount,
    /// A recovery is under way.
    RecoveryAlreadyAsked,
    /// No recovery was asked.
    RecoveryNotAsked,
    /// Who asked does not approve.
    RecoveryNeedsSecondCoordinator,
    /// The link of the recovery is not the newest one, or not one of ours.
    RecoveryNotValid,
    /// The link of the recovery ran out.
    RecoveryExpired,
    /// There is no such token.
    AccessTokenNotFound,
    /// A token of that id was issued before.
    AccessTokenAlreadyIssued,
    /// The token would be good for too long.
    AccessTokenTooLong {
        /// The most days.
        days: u32,
    },
    /// The token would end before it begins.
    AccessTokenEndsInThePast,
    /// Too many tokens.
    TooManyAccessTokens {
        /// The most.
        most: u32,
    },
}
