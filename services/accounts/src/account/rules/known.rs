//! What is known of an account: its stage, its roles, what proves it, and what follows from that.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use kernel::{ActorId, Asked, Role, Secret};
use serde::{Deserialize, Serialize};

use crate::account::commands::AccountCommand;
use crate::account::events::AccountEvent;
use crate::account::refusal::AccountRefusal;
use crate::values::{
    AccessTokenId, Digest, FacetId, GRACE, Link, PasskeyId, RecoveryReason, RoleFacet, TokenScope,
    decides_for_others,
};

pub(crate) type Events = Result<Vec<AccountEvent>, AccountRefusal>;

/// How far an account is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Stage {
    /// Invited; the link waits.
    Invited,
    /// Accepted.
    Active,
    /// Approved to be recovered; nothing of before lets in.
    Locked,
}

/// A role that was granted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Granted {
    /// The facet.
    pub facet: RoleFacet,
    /// When.
    pub at: DateTime<Utc>,
}

/// A passkey of the account.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Passkey {
    /// What its owner calls it.
    pub name: Secret,
    /// What is needed to check it.
    pub credential: Secret,
}

/// The second factor of the account.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SecondFactor {
    /// What the device and we share.
    pub secret: Secret,
    /// Whether it was shown to work.
    pub confirmed: bool,
    /// Digests of the codes on paper that were not used.
    pub recovery_codes: BTreeSet<Digest>,
}

/// What lets somebody in.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Proofs {
    /// The hash of the password.
    pub password: Option<Secret>,
    /// The passkeys.
    pub passkeys: BTreeMap<PasskeyId, Passkey>,
    /// The second factor.
    pub second_factor: Option<SecondFactor>,
    /// The sign-ins of organisations: issuer, and digest of who they are there.
    pub outside: BTreeMap<String, Digest>,
}

/// A recovery under way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Recovery {
    /// Who asked.
    pub by: ActorId,
    /// Why.
    pub because: RecoveryReason,
    /// When.
    pub at: DateTime<Utc>,
    /// Its link, once it was approved.
    pub approved: Option<Link>,
}

/// A personal access token.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Issued {
    /// What its owner calls it.
    pub name: Secret,
    /// Its digest.
    pub digest: Digest,
    /// Its last four characters.
    pub last_four: String,
    /// The role in which it acts.
    pub facet: FacetId,
    /// What it may do.
    pub scope: TokenScope,
    /// Until when it is good.
    pub expires_at: DateTime<Utc>,
}

/// What is known of an account.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Known {
    /// Its id.
    pub account: ActorId,
    /// How far it is.
    pub stage: Stage,
    /// The name to be called by.
    pub display_name: Secret,
    /// The sign-in name.
    pub email: Secret,
    /// The link of the invitation, while it waits.
    pub invitation: Option<Link>,
    /// When it was accepted.
    pub accepted_at: Option<DateTime<Utc>>,
    /// Its roles.
    pub facets: BTreeMap<FacetId, Granted>,
    /// What lets somebody in.
    pub proofs: Proofs,
    /// The recovery under way.
    pub recovery: Option<Recovery>,
    /// The personal access tokens.
    pub tokens: BTreeMap<AccessTokenId, Issued>,
}

/// Why a facet cannot be used now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unusable {
    /// The account is not active.
    NotActive,
    /// It was not granted, or was withdrawn, or does not hold at this time.
    NotHeld,
    /// It needs a second factor or a passkey, and the time without one is over.
    SecondFactorNeeded,
}

impl Proofs {
    /// Whether they are more than something that can be told or guessed.
    pub fn are_strong(&self) -> bool {
        !self.passkeys.is_empty() || self.second_factor.as_ref().is_some_and(|factor| factor.confirmed)
    }

    /// How many ways lead in.
    pub fn count(&self) -> usize {
        usize::from(self.password.is_some()) + self.passkeys.len() + self.outside.len()
    }
}

impl Known {
    /// Whether somebody decides for others in one of the roles.
    pub fn decides_for_others(&self) -> bool {
        self.facets.values().any(|granted| decides_for_others(granted.facet.role))
    }

    /// Until when a facet can be used without a second factor or a passkey; nothing when it needs none.
    pub fn grace_until(&self, granted: &Granted) -> Option<DateTime<Utc>> {
        decides_for_others(granted.facet.role)
            .then(|| self.accepted_at.map_or(granted.at, |accepted| accepted.max(granted.at)) + GRACE)
    }

    /// A facet that can be used now.
    ///
    /// # Errors
    /// Why it cannot.
    pub fn usable(&self, facet: FacetId, now: DateTime<Utc>) -> Result<&RoleFacet, Unusable> {
        if self.stage != Stage::Active {
            return Err(Unusable::NotActive);
        }
        let granted =
            self.facets.get(&facet).filter(|granted| granted.facet.holds_at(now)).ok_or(Unusable::NotHeld)?;
        let late = self.grace_until(granted).is_some_and(|until| until <= now);
        if late && !self.proofs.are_strong() {
            return Err(Unusable::SecondFactorNeeded);
        }
        Ok(&granted.facet)
    }

    pub(crate) fn decide(&self, command: AccountCommand, asked: &Asked) -> Events {
        use AccountCommand as Ask;
        match command {
            Ask::Invite(..) => Err(AccountRefusal::AccountAlreadyInvited),
            Ask::RenewInvitation(link) => self.renew_invitation(link, asked),
            Ask::AcceptInvitation(used) => self.accept_invitation(used, asked),
            Ask::Grant(grant) => self.grant(grant, asked),
            Ask::Withdraw(withdraw) => self.withdraw(withdraw.facet, asked),
            Ask::Rename(rename) => {
                self.own_or_decided(asked)?;
                Ok(vec![AccountEvent::AccountRenamed { display_name: rename.display_name }])
            }
            Ask::ChangeEmail(change) => {
                self.decided_by(asked)?;
                Ok(vec![AccountEvent::AccountEmailChanged { email: change.email }])
            }
            Ask::AskRecovery(ask, link) => self.ask_recovery(&ask, link, asked),
            Ask::ApproveRecovery(link) => self.approve_recovery(link, asked),
            Ask::CancelRecovery => self.cancel_recovery(asked),
            Ask::CompleteRecovery(used) => self.complete_recovery(used, asked),
            Ask::IssueToken(issue, token) => self.issue_token(issue, token, asked),
            Ask::RevokeToken(revoke) => self.revoke_token(revoke.token, asked),
            Ask::Remove(remove) => {
                self.decided_by(asked)?;
                if asked.by == self.account {
                    return Err(AccountRefusal::OwnAccountStays);
                }
                Ok(vec![AccountEvent::AccountRemoved { because: remove.because }])
            }
            proof => self.decide_proof(proof, asked),
        }
    }

    /// Refuses who does not decide for others, or would decide over somebody above.
    pub(crate) fn decided_by(&self, asked: &Asked) -> Result<(), AccountRefusal> {
        for_coordinators(asked)?;
        self.facets.values().try_for_each(|granted| may_touch(granted.facet.role, asked))
    }

    /// Refuses anybody but the account itself.
    pub(crate) fn own(&self, asked: &Asked) -> Result<(), AccountRefusal> {
        if asked.by == self.account || asked.role == Role::System {
            Ok(())
        } else {
            Err(AccountRefusal::AccountNotYours)
        }
    }

    /// Refuses whoever is neither the account itself nor somebody who decides for others.
    pub(crate) fn own_or_decided(&self, asked: &Asked) -> Result<(), AccountRefusal> {
        self.own(asked).or_else(|_| self.decided_by(asked))
    }

    /// Refuses an account that is not active.
    pub(crate) fn active(&self) -> Result<(), AccountRefusal> {
        match self.stage {
            Stage::Invited => Err(AccountRefusal::AccountNotAccepted),
            Stage::Active => Ok(()),
            Stage::Locked => Err(AccountRefusal::AccountIsLocked),
        }
    }
}

/// Refuses who does not decide for others.
pub(crate) fn for_coordinators(asked: &Asked) -> Result<(), AccountRefusal> {
    if asked.answers_for_all() { Ok(()) } else { Err(AccountRefusal::AccountsForCoordinators) }
}

/// Refuses a coordinator who would make, or unmake, an administrator.
pub(crate) fn may_touch(role: Role, asked: &Asked) -> Result<(), AccountRefusal> {
    if role == Role::Administrator && asked.role == Role::Coordinator {
        return Err(AccountRefusal::RoleForAdministrators { role });
    }
    Ok(())
}
