//! Accounts and their proofs, put together: who comes in, in which role, and for how long.
//!
//! Somebody comes with a link, a password, a passkey or the sign-in of an organisation; half way
//! (a password without its second factor) is not in. Who is in has a session, and acts in one role of
//! the account, under a new token for each change. A program comes with a personal access token.
//! Every request asks anew whether the account and the role are still there, and waits for what was
//! last decided about accounts on this node: what was taken away is gone with the next request.
//!
//! Read on in [`admission`] (each request), [`coming_in`] (links, passwords, second factors),
//! [`inside`] (what somebody does about their own account), [`watching`].

pub mod admission;
pub mod coming_in;
pub mod first;
pub mod inside;
pub mod lookup;
pub mod outside;
pub mod passkeys;
pub mod refusal;
pub mod watching;

pub use admission::{Admitted, Entry};
pub use coming_in::{Came, Opened, Where};
pub use inside::{Me, RoleChoice};
pub use outside::WayOut;
pub use refusal::DoorRefusal;
pub use watching::{LastSeen, Watching};

use accounts::{Account, AccountCommand};
use graph::Ports;
use graph::ports::{Receipt, Trail, Trouble};
use kernel::act::Halt;
use kernel::{Act, Asked, CommandId, Decider, DeviceId, Expected, Refused, Role, Secret, Secrets, StreamId};

use crate::attempts::Attempts;
use crate::denied::{Denied, Fault};
use crate::oidc::Outside;
use crate::passkey::Passkeys;
use crate::password::Passwords;
use crate::second_factor::SecondFactor;
use crate::sessions::{Devices, Sessions};
use crate::store::{Holder, Steps, Store};
use crate::token;

/// The door of a node.
#[derive(Clone)]
pub struct SignIn {
    pub(crate) ports: Ports,
    pub(crate) sessions: Sessions,
    pub(crate) devices: Devices,
    pub(crate) steps: Steps,
    pub(crate) attempts: Attempts,
    pub(crate) passwords: Passwords,
    pub(crate) factor: SecondFactor,
    pub(crate) seen: LastSeen,
    pub(crate) passkeys: Option<Passkeys>,
    pub(crate) outside: Option<Outside>,
}

impl std::fmt::Debug for SignIn {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SignIn")
    }
}

impl SignIn {
    /// A door on these ports, with what the node remembers in this file; `seen` is what the ports'
    /// commands are watched with.
    pub fn new(ports: Ports, store: &Store, passwords: Passwords, seen: LastSeen) -> Self {
        Self {
            ports,
            sessions: Sessions::new(store.clone()),
            devices: Devices::new(store.clone()),
            steps: Steps::new(store.clone()),
            attempts: Attempts::new(store.clone()),
            passwords,
            factor: SecondFactor::new(store.clone()),
            seen,
            passkeys: None,
            outside: None,
        }
    }

    /// Whether one comes in by a passkey here.
    pub fn offers_passkeys(&self) -> bool {
        self.passkeys.is_some()
    }

    /// The same, where passkeys can be used.
    #[must_use]
    pub fn with_passkeys(mut self, passkeys: Passkeys) -> Self {
        self.passkeys = Some(passkeys);
        self
    }

    /// The same, where organisations' own sign-ins are trusted.
    #[must_use]
    pub fn with_outside(mut self, outside: Outside) -> Self {
        self.outside = Some(outside);
        self
    }

    /// The sessions of the node.
    pub fn sessions(&self) -> &Sessions {
        &self.sessions
    }

    /// The ports it stands on.
    pub fn ports(&self) -> &Ports {
        &self.ports
    }

    /// Asks something of an account in its own name.
    pub(crate) async fn act(
        &self,
        holder: &Holder,
        role: Role,
        device: Option<&DeviceId>,
        mut command: AccountCommand,
    ) -> Result<Receipt, Trouble> {
        let stream = StreamId::new(&holder.network, Account::KIND, holder.account);
        let subject = stream.to_string();
        for secret in command.secrets() {
            if let Secret::Clear(text) = secret {
                *secret = Secret::Sealed(self.ports.seals.seal(&subject, text)?);
            }
        }
        let id = CommandId(token::id().map_err(Denied::from).map_err(no)?);
        let act = Act::on::<Account>(id, stream, Expected::Any, command).map_err(|halt| match halt {
            Halt::Refused(refused) => Trouble::Refused(refused),
            halt => Trouble::Fault(halt.to_string()),
        })?;
        let now = self.ports.clock.now();
        let asked = Asked { network: holder.network.clone(), by: holder.account, role, at: now, now };
        let trail = Trail { device: device.cloned(), ..Trail::default() };
        self.ports.commands.perform(act, asked, trail).await
    }
}

/// Why not, as the face of the platform tells it: refusals keep their code.
pub(crate) fn no(denied: Denied) -> Trouble {
    match denied {
        Denied::Refused(refusal) => Trouble::Refused(Refused::from(refusal)),
        Denied::Fault(fault @ (Fault::Database(_) | Fault::File { .. })) => {
            Trouble::Unavailable(fault.to_string())
        }
        Denied::Fault(fault) => Trouble::Fault(fault.to_string()),
    }
}

/// A refusal, as the face tells it.
pub(crate) fn refuse(refusal: impl kernel::Refusal) -> Trouble {
    Trouble::Refused(Refused::from(refusal))
}
