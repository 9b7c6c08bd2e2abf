//! Getting in again: asked by one coordinator, approved by another where much is at stake, and
//! never by e-mail alone.

use kernel::{Asked, Role};

use super::known::{Events, Known, Stage, for_coordinators};
use crate::account::commands::{AskRecovery, NewLink, UseLink};
use crate::account::events::AccountEvent;
use crate::account::refusal::AccountRefusal;
use crate::values::{Link, RECOVERY};

impl Known {
    /// One coordinator is enough for an account that does not decide for others.
    pub(super) fn ask_recovery(&self, ask: &AskRecovery, link: NewLink, asked: &Asked) -> Events {
        for_coordinators(asked)?;
        if asked.by == self.account {
            return Err(AccountRefusal::RecoveryOfOwnAccount);
        }
        if self.stage == Stage::Invited {
            return Err(AccountRefusal::AccountNotAccepted);
        }
        // One that ran out is asked anew.
        let open = self.recovery.as_ref().is_some_and(|recovery| {
            recovery.approved.as_ref().is_none_or(|link| link.expires_at > asked.now)
        });
        if open {
            return Err(AccountRefusal::RecoveryAlreadyAsked);
        }
        let asking = AccountEvent::RecoveryAsked { by: asked.by, because: ask.because, at: asked.now };
        if self.decides_for_others() {
            return Ok(vec![asking]);
        }
        Ok(vec![asking, approved(link, asked)])
    }

    pub(super) fn approve_recovery(&self, link: NewLink, asked: &Asked) -> Events {
        for_coordinators(asked)?;
        let recovery = self.recovery.as_ref().ok_or(AccountRefusal::RecoveryNotAsked)?;
        if asked.by == self.account {
            return Err(AccountRefusal::RecoveryOfOwnAccount);
        }
        if recovery.approved.is_some() {
            return Err(AccountRefusal::RecoveryAlreadyAsked);
        }
        if asked.by == recovery.by && asked.role != Role::System {
            return Err(AccountRefusal::RecoveryNeedsSecondCoordinator);
        }
        Ok(vec![approved(link, asked)])
    }

    /// The account itself may stop it while it can still get in.
    pub(super) fn cancel_recovery(&self, asked: &Asked) -> Events {
        if asked.by != self.account {
            for_coordinators(asked)?;
        }
        if self.recovery.is_none() {
            return Err(AccountRefusal::RecoveryNotAsked);
        }
        Ok(vec![AccountEvent::RecoveryCancelled])
    }

    pub(super) fn complete_recovery(&self, used: UseLink, asked: &Asked) -> Events {
        let link = self.recovery.as_ref().and_then(|recovery| recovery.approved.as_ref());
        let link = link.ok_or(AccountRefusal::RecoveryNotAsked)?;
        if link.digest != used.digest {
            return Err(AccountRefusal::RecoveryNotValid);
        }
        if link.expires_at <= asked.now {
            return Err(AccountRefusal::RecoveryExpired);
        }
        Ok(vec![AccountEvent::RecoveryCompleted, used.proof.into()])
    }
}

fn approved(link: NewLink, asked: &Asked) -> AccountEvent {
    let link = Link { digest: link.digest, expires_at: asked.now + RECOVERY };
    AccountEvent::RecoveryApproved { by: asked.by, link }
}
