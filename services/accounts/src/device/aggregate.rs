//! A device of the network: a shared tablet of a permanence, or somebody's own.

use async_graphql::InputObject;
use kernel::{ActorId, Asked, Decider, Line, Secrets, aggregate};
use serde::{Deserialize, Serialize};
use strum::{IntoStaticStr, VariantNames};

/// What may be asked of a device.
#[derive(Debug, Clone, Serialize)]
pub enum DeviceCommand {
    /// Register it.
    Register(RegisterDevice),
    /// Give it another name.
    Rename(RenameDevice),
    /// Retire it.
    Retire,
}

impl Secrets for DeviceCommand {}

/// Register a device.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "RegisterDeviceInput")]
pub struct RegisterDevice {
    /// What it is called, such as `Tablet of the front desk`; never the name of a person.
    pub name: Line,
    /// Whether several people use it: then sessions end sooner.
    pub shared: bool,
}

/// Give a device another name.
#[derive(Debug, Clone, Serialize, InputObject)]
#[graphql(name = "RenameDeviceInput")]
pub struct RenameDevice {
    /// What it is called; never the name of a person.
    pub name: Line,
}

/// What happened to a device. STORAGE FORMAT: a variant or a field is never renamed; a change is an
/// upcast and a new fixture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, IntoStaticStr, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum DeviceEvent {
    /// It was registered.
    DeviceRegistered {
        /// What it is called.
        name: Line,
        /// Whether several people use it.
        shared: bool,
        /// Whose it is, when it is not shared.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        owner: Option<ActorId>,
    },
    /// It got another name.
    DeviceRenamed {
        /// What it is called.
        name: Line,
    },
    /// It is used no more.
    DeviceRetired,
}

/// Why not, for a device.
#[derive(Debug, Clone, PartialEq, Serialize, VariantNames)]
#[serde(rename_all_fields = "camelCase")]
pub enum DeviceRefusal {
    /// There is no such device.
    DeviceNotFound,
    /// It was registered before.
    DeviceAlreadyRegistered,
    /// It was retired.
    DeviceIsRetired,
    /// A shared device is a matter for coordinators.
    SharedDeviceForCoordinators,
    /// It is somebody else's.
    DeviceNotYours,
}

/// A device.
#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize)]
pub enum Device {
    /// Not registered.
    #[default]
    Unknown,
    /// In use.
    Registered {
        /// Whose it is, when it is not shared.
        owner: Option<ActorId>,
    },
    /// Used no more.
    Retired,
}

impl Decider for Device {
    const KIND: &'static str = "device";
    type Command = DeviceCommand;
    type Event = DeviceEvent;
    type Refusal = DeviceRefusal;

    fn decide(&self, command: DeviceCommand, asked: &Asked) -> Result<Vec<DeviceEvent>, DeviceRefusal> {
        use DeviceCommand as Ask;
        match (self, command) {
            (Self::Unknown, Ask::Register(RegisterDevice { shared: true, .. }))
                if !asked.answers_for_all() =>
            {
                Err(DeviceRefusal::SharedDeviceForCoordinators)
            }
            (Self::Unknown, Ask::Register(RegisterDevice { name, shared })) => {
                let owner = (!shared).then_some(asked.by);
                Ok(vec![DeviceEvent::DeviceRegistered { name, shared, owner }])
            }
            (Self::Unknown, _) => Err(DeviceRefusal::DeviceNotFound),
            (Self::Registered { .. }, Ask::Register(_)) => Err(DeviceRefusal::DeviceAlreadyRegistered),
            (Self::Registered { owner }, _) if *owner != Some(asked.by) && !asked.answers_for_all() => {
                Err(DeviceRefusal::DeviceNotYours)
            }
            (Self::Registered { .. }, Ask::Rename(rename)) => {
                Ok(vec![DeviceEvent::DeviceRenamed { name: rename.name }])
            }
            (Self::Registered { .. }, Ask::Retire) => Ok(vec![DeviceEvent::DeviceRetired]),
            // Asked twice, done once.
            (Self::Retired, Ask::Retire) => Ok(vec![]),
            (Self::Retired, _) => Err(DeviceRefusal::DeviceIsRetired),
        }
    }

    fn evolve(&mut self, event: DeviceEvent) {
        match (&*self, event) {
            (Self::Unknown, DeviceEvent::DeviceRegistered { owner, .. }) => {
                *self = Self::Registered { owner }
            }
            (Self::Registered { .. }, DeviceEvent::DeviceRetired) => *self = Self::Retired,
            _ => {}
        }
    }
}

aggregate!(Device, DeviceEvent, DeviceRefusal);
