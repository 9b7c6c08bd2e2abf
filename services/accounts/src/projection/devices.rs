//! The devices of the network.

use async_graphql::{Enum, SimpleObject};
use chrono::{DateTime, Utc};
use kernel::projection::sortable;
use kernel::{ActorId, Event, Facet, Line, Projection, Recorded, Secrets, Undecodable};
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};

use crate::device::DeviceEvent;
use crate::values::RegisteredDeviceId;

/// Whether a device is in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Enum, Serialize, Deserialize, Display, EnumString)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum DeviceState {
    /// In use.
    Registered,
    /// Used no more.
    Retired,
}

/// A device of the network.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "Device")]
#[serde(rename_all = "camelCase")]
pub struct DeviceRow {
    /// Its id.
    pub id: RegisteredDeviceId,
    /// The version of the device.
    pub version: u64,
    /// Whether it is in use.
    pub state: DeviceState,
    /// What it is called.
    pub name: Line,
    /// Whether several people use it: then sessions end sooner.
    pub shared: bool,
    /// Whose it is, when it is not shared.
    pub owner: Option<ActorId>,
    /// When it was registered.
    pub registered_at: DateTime<Utc>,
}

impl Secrets for DeviceRow {}

/// The devices of the network.
#[derive(Debug, Clone, Copy)]
pub struct Devices;

impl Projection for Devices {
    const NAME: &'static str = "accounts_devices_1";
    const KINDS: &'static [&'static str] = &["device"];
    const FACETS: &'static [&'static str] = &["state", "shared", "owner"];
    type Event = DeviceEvent;
    type Row = DeviceRow;

    fn read(_kind: &str, name: &str, shape: u32, payload: &[u8]) -> Result<DeviceEvent, Undecodable> {
        DeviceEvent::read(name, shape, payload)
    }

    fn project(row: Option<DeviceRow>, key: &str, event: &Recorded<DeviceEvent>) -> Option<DeviceRow> {
        match (row, &event.event) {
            (None, DeviceEvent::DeviceRegistered { name, shared, owner }) => Some(DeviceRow {
                id: key.parse().ok()?,
                version: event.version,
                state: DeviceState::Registered,
                name: name.clone(),
                shared: *shared,
                owner: *owner,
                registered_at: event.at(),
            }),
            (Some(row), DeviceEvent::DeviceRenamed { name }) => {
                Some(DeviceRow { name: name.clone(), version: event.version, ..row })
            }
            (Some(row), DeviceEvent::DeviceRetired) => {
                Some(DeviceRow { state: DeviceState::Retired, version: event.version, ..row })
            }
            (row, _) => row,
        }
    }

    fn order(row: &DeviceRow) -> String {
        sortable(row.registered_at)
    }

    fn facets(row: &DeviceRow) -> Vec<Facet> {
        vec![Facet::of(row.state), Facet::of(row.shared), Facet::maybe(row.owner)]
    }
}
