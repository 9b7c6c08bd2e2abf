//! An account, from its invitation to its removal: which stage answers which command, and what
//! each event makes of it. The rules of each matter stand beside.

use std::collections::BTreeMap;

use kernel::{Asked, Decider, aggregate};
use serde::{Deserialize, Serialize};

use super::commands::AccountCommand;
use super::events::AccountEvent;
use super::refusal::AccountRefusal;
use super::rules::facets::invite;
use super::rules::known::{Events, Granted, Issued, Known, Passkey, Proofs, Recovery, SecondFactor, Stage};

/// An account.
#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize)]
pub enum Account {
    /// Nobody was invited yet.
    #[default]
    Unknown,
    /// Invited, active or locked.
    Known(Box<Known>),
    /// Removed: nothing opens it again.
    Removed,
}

impl Account {
    /// What is known of it, while it is there.
    pub fn known(&self) -> Option<&Known> {
        match self {
            Self::Known(known) => Some(known),
            Self::Unknown | Self::Removed => None,
        }
    }
}

impl Decider for Account {
    const KIND: &'static str = "account";
    type Command = AccountCommand;
    type Event = AccountEvent;
    type Refusal = AccountRefusal;

    fn decide(&self, command: AccountCommand, asked: &Asked) -> Events {
        match (self, command) {
            (Self::Unknown, AccountCommand::Invite(invited, account, link)) => {
                invite(invited, account, link, asked)
            }
            (Self::Unknown, _) => Err(AccountRefusal::AccountNotFound),
            (Self::Known(known), command) => known.decide(command, asked),
            // Asked twice, done once.
            (Self::Removed, AccountCommand::Remove(_)) => Ok(vec![]),
            (Self::Removed, _) => Err(AccountRefusal::AccountIsRemoved),
        }
    }

    fn evolve(&mut self, event: AccountEvent) {
        match (&mut *self, event) {
            (Self::Unknown, AccountEvent::AccountInvited { account, display_name, email, link }) => {
                *self = Self::Known(Box::new(Known {
                    account,
                    stage: Stage::Invited,
                    display_name,
                    email,
                    invitation: Some(link),
                    accepted_at: None,
                    facets: BTreeMap::new(),
                    proofs: Proofs::default(),
                    recovery: None,
                    tokens: BTreeMap::new(),
                }));
            }
            (Self::Known(_), AccountEvent::AccountRemoved { .. }) => *self = Self::Removed,
            (Self::Known(known), event) => known.evolve(event),
            (Self::Unknown | Self::Removed, _) => {}
        }
    }
}

impl Known {
    fn evolve(&mut self, event: AccountEvent) {
        use AccountEvent as Then;
        match event {
            Then::InvitationRenewed { link } => self.invitation = Some(link),
            Then::InvitationAccepted { at } => {
                self.stage = Stage::Active;
                self.accepted_at = Some(at);
                self.invitation = None;
            }
            Then::FacetGranted { facet, at } => {
                self.facets.insert(facet.facet, Granted { facet, at });
            }
            Then::FacetWithdrawn { facet } => {
                self.facets.remove(&facet);
            }
            Then::AccountRenamed { display_name } => self.display_name = display_name,
            Then::AccountEmailChanged { email } => self.email = email,
            Then::RecoveryAsked { by, because, at } => {
                self.recovery = Some(Recovery { by, because, at, approved: None });
            }
            Then::RecoveryApproved { link, .. } => {
                self.stage = Stage::Locked;
                if let Some(recovery) = &mut self.recovery {
                    recovery.approved = Some(link);
                }
            }
            Then::RecoveryCancelled => {
                self.stage = Stage::Active;
                self.recovery = None;
            }
            Then::RecoveryCompleted => {
                self.stage = Stage::Active;
                self.recovery = None;
                self.proofs = Proofs::default();
                self.tokens.clear();
            }
            Then::AccessTokenIssued { token, name, digest, last_four, facet, scope, expires_at } => {
                self.tokens.insert(token, Issued { name, digest, last_four, facet, scope, expires_at });
            }
            Then::AccessTokenRevoked { token } => {
                self.tokens.remove(&token);
            }
            Then::AccountInvited { .. } | Then::AccountRemoved { .. } => {}
            proof => self.proofs.evolve(proof),
        }
    }
}

impl Proofs {
    fn evolve(&mut self, event: AccountEvent) {
        use AccountEvent as Then;
        match event {
            Then::PasswordSet { hash } => self.password = Some(hash),
            Then::PasswordRemoved => self.password = None,
            Then::PasskeyAdded { passkey, name, credential } => {
                self.passkeys.insert(passkey, Passkey { name, credential });
            }
            Then::PasskeyNamed { passkey, name } => {
                if let Some(known) = self.passkeys.get_mut(&passkey) {
                    known.name = name;
                }
            }
            Then::PasskeyRefreshed { passkey, credential } => {
                if let Some(known) = self.passkeys.get_mut(&passkey) {
                    known.credential = credential;
                }
            }
            Then::PasskeyRemoved { passkey } => {
                self.passkeys.remove(&passkey);
            }
            Then::SecondFactorEnrolled { secret } => {
                let recovery_codes = std::collections::BTreeSet::new();
                self.second_factor = Some(SecondFactor { secret, confirmed: false, recovery_codes });
            }
            Then::SecondFactorConfirmed { recovery_codes } => {
                if let Some(factor) = &mut self.second_factor {
                    factor.confirmed = true;
                    factor.recovery_codes = recovery_codes.into_iter().collect();
                }
            }
            Then::RecoveryCodeUsed { digest } => {
                if let Some(factor) = &mut self.second_factor {
                    factor.recovery_codes.remove(&digest);
                }
            }
            Then::SecondFactorRemoved => self.second_factor = None,
            Then::OutsideIdentityLinked { issuer, subject } => {
                self.outside.insert(issuer.to_string(), subject);
            }
            Then::OutsideIdentityUnlinked { issuer } => {
                self.outside.remove(issuer.as_str());
            }
            _ => {}
        }
    }
}

aggregate!(Account, AccountEvent, AccountRefusal);
