//! Invitations and roles.

use kernel::{Asked, Role};

use super::known::{Events, Known, Stage, for_coordinators, may_touch};
use crate::account::commands::{InviteAccount, NewLink, UseLink};
use crate::account::events::AccountEvent;
use crate::account::refusal::AccountRefusal;
use crate::values::{FACETS, FacetId, GrantFacet, INVITATION, Link, RoleFacet, SITES, decides_for_others};

/// Somebody is invited, in one role at least.
pub(crate) fn invite(
    invite: InviteAccount,
    account: kernel::ActorId,
    link: NewLink,
    asked: &Asked,
) -> Events {
    for_coordinators(asked)?;
    if invite.facets.is_empty() {
        return Err(AccountRefusal::FacetMissing);
    }
    if invite.facets.len() > FACETS as usize {
        return Err(AccountRefusal::TooManyFacets { most: FACETS });
    }
    let link = Link { digest: link.digest, expires_at: asked.now + INVITATION };
    let (display_name, email) = (invite.display_name, invite.email);
    let mut events = vec![AccountEvent::AccountInvited { account, display_name, email, link }];
    let mut known: Vec<FacetId> = Vec::new();
    for grant in invite.facets {
        let facet = granted(grant, asked)?;
        if known.contains(&facet.facet) {
            return Err(AccountRefusal::FacetAlreadyGranted);
        }
        known.push(facet.facet);
        events.push(AccountEvent::FacetGranted { facet, at: asked.now });
    }
    Ok(events)
}

/// A facet that may be granted.
fn granted(grant: GrantFacet, asked: &Asked) -> Result<RoleFacet, AccountRefusal> {
    may_touch(grant.role, asked)?;
    if matches!(grant.role, Role::Public | Role::System) {
        return Err(AccountRefusal::RoleNotGranted);
    }
    if grant.role == Role::Partner && grant.partner.is_none() && grant.referral.is_none() {
        return Err(AccountRefusal::PartnerFacetUntied);
    }
    if grant.sites.len() > SITES as usize {
        return Err(AccountRefusal::TooManyFacetSites { most: SITES });
    }
    if let (Some(from), Some(until)) = (grant.from, grant.until)
        && until <= from
    {
        return Err(AccountRefusal::FacetPeriodEmpty);
    }
    Ok(grant.into())
}

impl Known {
    pub(super) fn renew_invitation(&self, link: NewLink, asked: &Asked) -> Events {
        self.decided_by(asked)?;
        if self.stage != Stage::Invited {
            return Err(AccountRefusal::InvitationAlreadyAccepted);
        }
        let link = Link { digest: link.digest, expires_at: asked.now + INVITATION };
        Ok(vec![AccountEvent::InvitationRenewed { link }])
    }

    pub(super) fn accept_invitation(&self, used: UseLink, asked: &Asked) -> Events {
        let (Stage::Invited, Some(link)) = (self.stage, &self.invitation) else {
            return Err(AccountRefusal::InvitationAlreadyAccepted);
        };
        if link.digest != used.digest {
            return Err(AccountRefusal::InvitationNotValid);
        }
        if link.expires_at <= asked.now {
            return Err(AccountRefusal::InvitationExpired);
        }
        Ok(vec![AccountEvent::InvitationAccepted { at: asked.now }, used.proof.into()])
    }

    pub(super) fn grant(&self, grant: GrantFacet, asked: &Asked) -> Events {
        for_coordinators(asked)?;
        let facet = granted(grant, asked)?;
        match self.facets.get(&facet.facet) {
            // Asked twice, done once.
            Some(known) if known.facet == facet => return Ok(vec![]),
            Some(_) => return Err(AccountRefusal::FacetAlreadyGranted),
            None => {}
        }
        if self.facets.len() >= FACETS as usize {
            return Err(AccountRefusal::TooManyFacets { most: FACETS });
        }
        Ok(vec![AccountEvent::FacetGranted { facet, at: asked.now }])
    }

    pub(super) fn withdraw(&self, facet: FacetId, asked: &Asked) -> Events {
        for_coordinators(asked)?;
        let granted = self.facets.get(&facet).ok_or(AccountRefusal::FacetNotFound)?;
        may_touch(granted.facet.role, asked)?;
        // Whoever decides for others cannot lock the network out of itself: somebody else must.
        let role = granted.facet.role;
        let others = self.facets.values().filter(|other| other.facet.role == role).count();
        if asked.by == self.account && decides_for_others(role) && others == 1 {
            return Err(AccountRefusal::OwnLastDecidingRole);
        }
        Ok(vec![AccountEvent::FacetWithdrawn { facet }])
    }
}
