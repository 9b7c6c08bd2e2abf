//! Who sends a request: put into the request by the one place that authenticates.

use async_graphql::Context;
use kernel::{ActorId, Asked, DeviceId, NetworkId, Role};

use crate::ports::Ports;
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

/// The caller and the ports of a request.
///
/// # Errors
/// When the schema is run without them: a fault of ours.
pub fn of<'a>(ctx: &Context<'a>) -> async_graphql::Result<(&'a Caller, &'a Ports)> {
    Ok((ctx.data::<Caller>()?, ctx.data::<Ports>()?))
}
