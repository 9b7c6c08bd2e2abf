//! Devices: what may be asked of them and what can be read.

use crate::device::{Device, RegisterDevice, RenameDevice};
use crate::projection::{DeviceRow, DeviceState, Devices};
use crate::values::RegisteredDeviceId;

graph::mutations! {
    /// What may be asked of a device.
    pub struct DeviceMutations: Device, RegisteredDeviceId {
        /// Registers a device: a shared one, for coordinators, or one's own.
        register_device => Register(RegisterDevice),
        /// Gives a device another name.
        rename_device => Rename(RenameDevice),
        /// Retires a device.
        retire_device => Retire,
    }
}

graph::lists! {
    /// What can be read of devices.
    pub struct DeviceQueries: Devices, DeviceRow, newest_first {
        /// One device.
        device,
        /// Devices, newest first.
        devices,
        /// How many devices, by a facet.
        device_counts,
    }
    /// Which devices.
    filter DeviceFilter {
        /// In one of these states.
        state: DeviceState,
        /// Used by several people, or not.
        shared: bool,
    }
    /// What devices are counted by.
    facet DeviceFacet {
        /// Whether they are in use.
        State = state,
        /// Whether several people use them.
        Shared = shared,
    }
}
