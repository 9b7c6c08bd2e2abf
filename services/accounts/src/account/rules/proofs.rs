//! What lets somebody in: only the account itself changes it, and never to nothing.

use kernel::Asked;

use super::known::{Events, Known};
use crate::account::commands::{AccountCommand, AddPasskey, FirstProof, LinkOutsideIdentity};
use crate::account::events::AccountEvent;
use crate::account::refusal::AccountRefusal;
use crate::values::{Digest, IDENTITIES, PASSKEYS, PasskeyId};

impl From<FirstProof> for AccountEvent {
    fn from(proof: FirstProof) -> Self {
        match proof {
            FirstProof::Password { hash } => Self::PasswordSet { hash },
            FirstProof::Passkey(AddPasskey { passkey, name, credential }) => {
                Self::PasskeyAdded { passkey, name, credential }
            }
            FirstProof::OutsideIdentity(LinkOutsideIdentity { issuer, subject }) => {
                Self::OutsideIdentityLinked { issuer, subject }
            }
        }
    }
}

impl Known {
    pub(super) fn decide_proof(&self, command: AccountCommand, asked: &Asked) -> Events {
        use AccountCommand as Ask;
        self.own(asked)?;
        self.active()?;
        match command {
            Ask::SetPassword { hash } => Ok(vec![AccountEvent::PasswordSet { hash }]),
            Ask::RemovePassword => self.remove_password(),
            Ask::AddPasskey(add) => self.add_passkey(add),
            Ask::NamePasskey(named) => {
                self.passkey(named.passkey)?;
                Ok(vec![AccountEvent::PasskeyNamed { passkey: named.passkey, name: named.name }])
            }
            Ask::RefreshPasskey { passkey, credential } => {
                let known = self.passkey(passkey)?;
                let moved = known.credential != credential;
                let event = AccountEvent::PasskeyRefreshed { passkey, credential };
                Ok(if moved { vec![event] } else { vec![] })
            }
            Ask::RemovePasskey(remove) => self.remove_passkey(remove.passkey),
            Ask::EnrolSecondFactor { secret } => match &self.proofs.second_factor {
                Some(factor) if factor.confirmed => Err(AccountRefusal::SecondFactorAlreadyConfirmed),
                _ => Ok(vec![AccountEvent::SecondFactorEnrolled { secret }]),
            },
            Ask::ConfirmSecondFactor { recovery_codes } => match &self.proofs.second_factor {
                None => Err(AccountRefusal::SecondFactorNotEnrolled),
                Some(factor) if factor.confirmed => Err(AccountRefusal::SecondFactorAlreadyConfirmed),
                Some(_) => Ok(vec![AccountEvent::SecondFactorConfirmed { recovery_codes }]),
            },
            Ask::UseRecoveryCode { digest } => self.use_recovery_code(digest),
            Ask::RemoveSecondFactor => self.remove_second_factor(),
            Ask::LinkOutsideIdentity(link) => self.link(link),
            Ask::UnlinkOutsideIdentity(unlink) => {
                if !self.proofs.outside.contains_key(unlink.issuer.as_str()) {
                    return Err(AccountRefusal::OutsideIdentityNotLinked);
                }
                self.another_proof_is_left()?;
                Ok(vec![AccountEvent::OutsideIdentityUnlinked { issuer: unlink.issuer }])
            }
            // Everything else was decided before it came here.
            _ => Ok(vec![]),
        }
    }

    fn passkey(&self, passkey: PasskeyId) -> Result<&super::known::Passkey, AccountRefusal> {
        self.proofs.passkeys.get(&passkey).ok_or(AccountRefusal::PasskeyNotFound)
    }

    fn another_proof_is_left(&self) -> Result<(), AccountRefusal> {
        if self.proofs.count() > 1 { Ok(()) } else { Err(AccountRefusal::LastProof) }
    }

    fn remove_password(&self) -> Events {
        if self.proofs.password.is_none() {
            return Err(AccountRefusal::PasswordNotSet);
        }
        self.another_proof_is_left()?;
        Ok(vec![AccountEvent::PasswordRemoved])
    }

    fn add_passkey(&self, add: AddPasskey) -> Events {
        if self.proofs.passkeys.contains_key(&add.passkey) {
            return Err(AccountRefusal::PasskeyAlreadyAdded);
        }
        if self.proofs.passkeys.len() >= PASSKEYS as usize {
            return Err(AccountRefusal::TooManyPasskeys { most: PASSKEYS });
        }
        let AddPasskey { passkey, name, credential } = add;
        Ok(vec![AccountEvent::PasskeyAdded { passkey, name, credential }])
    }

    fn remove_passkey(&self, passkey: PasskeyId) -> Events {
        self.passkey(passkey)?;
        self.another_proof_is_left()?;
        let last = self.proofs.passkeys.len() == 1;
        let factor = self.proofs.second_factor.as_ref().is_some_and(|factor| factor.confirmed);
        if last && !factor && self.decides_for_others() {
            return Err(AccountRefusal::SecondFactorNeeded);
        }
        Ok(vec![AccountEvent::PasskeyRemoved { passkey }])
    }

    fn use_recovery_code(&self, digest: Digest) -> Events {
        let factor = self.proofs.second_factor.as_ref().filter(|factor| factor.confirmed);
        let factor = factor.ok_or(AccountRefusal::SecondFactorNotEnrolled)?;
        if !factor.recovery_codes.contains(&digest) {
            return Err(AccountRefusal::RecoveryCodeUnknown);
        }
        Ok(vec![AccountEvent::RecoveryCodeUsed { digest }])
    }

    fn remove_second_factor(&self) -> Events {
        let factor = self.proofs.second_factor.as_ref().ok_or(AccountRefusal::SecondFactorNotEnrolled)?;
        if factor.confirmed && self.proofs.passkeys.is_empty() && self.decides_for_others() {
            return Err(AccountRefusal::SecondFactorNeeded);
        }
        Ok(vec![AccountEvent::SecondFactorRemoved])
    }

    fn link(&self, link: LinkOutsideIdentity) -> Events {
        match self.proofs.outside.get(link.issuer.as_str()) {
            // Asked twice, done once.
            Some(subject) if *subject == link.subject => return Ok(vec![]),
            Some(_) => return Err(AccountRefusal::OutsideIdentityAlreadyLinked),
            None => {}
        }
        if self.proofs.outside.len() >= IDENTITIES as usize {
            return Err(AccountRefusal::TooManyOutsideIdentities { most: IDENTITIES });
        }
        let LinkOutsideIdentity { issuer, subject } = link;
        Ok(vec![AccountEvent::OutsideIdentityLinked { issuer, subject }])
    }
}
