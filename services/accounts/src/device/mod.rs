//! A device of the network: a shared tablet of a permanence, or somebody's own.

pub mod aggregate;

pub use aggregate::{Device, DeviceCommand, DeviceEvent, DeviceRefusal, RegisterDevice, RenameDevice};
