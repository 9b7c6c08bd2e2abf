//! Who sends a request: put into the request by the one place that authenticates.

use std::sync::Arc;

use async_graphql::Context;
use kernel::{ActorId, Asked, DeviceId, MemberId, NetworkId, PartnerId, ReferralId, Role, SiteId, Text};
use uuid::Uuid;

use crate::ports::{Ports, StaffNames};
use crate::wording::Locale;

/// Somebody at the other end of a request, in one network and one role.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    /// The network the request stays in.
    pub network: NetworkId,
    /// The account.
    pub actor: ActorId,
    /// The role.
    pub role: Role,
    /// The device, if it said.
    pub device: Option<DeviceId>,
    /// The language to answer in.
    pub locale: Locale,
    /// The W3C trace id of the request.
    pub trace: Option<String>,
    /// Where the role holds.
    pub scope: Scope,
    /// The session it comes in, if it comes in one; an opaque id, not the token.
    pub session: Option<Uuid>,
}

/// Where a role holds: what ties an account to objects of the network. Everything empty is the
/// whole network, for a role that is not tied to anything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Scope {
    /// The sites a host or a receptionist works at; none named means all.
    pub sites: Vec<SiteId>,
    /// The organisation a partner answers for.
    pub partner: Option<PartnerId>,
    /// The one referral a partner answers by a link.
    pub referral: Option<ReferralId>,
    /// The member of mutual aid that the account belongs to.
    pub member: Option<MemberId>,
}

impl Caller {
    /// The circumstances of a command that this caller sends now.
    pub fn asked(
        &self,
        at: Option<chrono::DateTime<chrono::Utc>>,
        now: chrono::DateTime<chrono::Utc>,
    ) -> Asked {
        Asked { network: self.network.clone(), by: self.actor, role: self.role, at: at.unwrap_or(now), now }
    }
}

/// The names of those who work in the caller's network; none where nobody keeps accounts.
///
/// # Errors
/// When the accounts cannot be read.
pub async fn staff_names(ctx: &Context<'_>) -> async_graphql::Result<Vec<Text>> {
    let Some(staff) = ctx.data_opt::<Arc<dyn StaffNames>>() else { return Ok(Vec::new()) };
    let (caller, _) = of(ctx)?;
    staff.staff_names(&caller.network).await.map_err(crate::perform::fault)
}

/// The caller and the ports of a request.
///
/// # Errors
/// When the schema is run without them: a fault of ours.
pub fn of<'a>(ctx: &Context<'a>) -> async_graphql::Result<(&'a Caller, &'a Ports)> {
    Ok((ctx.data::<Caller>()?, ctx.data::<Ports>()?))
}
