//! What may happen to a device, and what may not.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use accounts::device::{
    Device, DeviceCommand as Ask, DeviceEvent as Then, DeviceRefusal as No, RegisterDevice, RenameDevice,
};
use kernel::given::monday_morning;
use kernel::uuid::Uuid;
use kernel::{ActorId, Line, Role, given};

fn name() -> Line {
    "Tablette de l'accueil".parse().unwrap()
}
fn register(shared: bool) -> Ask {
    Ask::Register(RegisterDevice { name: name(), shared })
}
fn registered(shared: bool) -> Then {
    Then::DeviceRegistered { name: name(), shared, owner: (!shared).then_some(monday_morning().by) }
}

#[test]
fn a_shared_device_is_registered_by_a_coordinator() {
    given::<Device>([]).role(Role::Coordinator).when(register(true)).then([registered(true)]);
    given::<Device>([]).when(register(true)).then_refused(No::SharedDeviceForCoordinators);
}
#[test]
fn everybody_registers_their_own() {
    given::<Device>([]).when(register(false)).then([registered(false)]);
}
#[test]
fn a_device_is_registered_once() {
    given::<Device>([registered(false)]).when(register(false)).then_refused(No::DeviceAlreadyRegistered);
}
#[test]
fn a_device_nobody_registered_is_not_retired() {
    given::<Device>([]).when(Ask::Retire).then_refused(No::DeviceNotFound);
}
#[test]
fn its_owner_or_a_coordinator_names_and_retires_it() {
    let rename = || Ask::Rename(RenameDevice { name: name() });
    given::<Device>([registered(false)]).when(rename()).then([Then::DeviceRenamed { name: name() }]);
    given::<Device>([registered(false)]).when(Ask::Retire).then([Then::DeviceRetired]);
    let somebody = ActorId(Uuid::from_u128(7));
    given::<Device>([registered(false)]).by(somebody).when(rename()).then_refused(No::DeviceNotYours);
    given::<Device>([registered(false)])
        .by(somebody)
        .role(Role::Coordinator)
        .when(Ask::Retire)
        .then([Then::DeviceRetired]);
}
#[test]
fn a_retired_device_stays_so() {
    let retired = [registered(false), Then::DeviceRetired];
    given::<Device>(retired.clone()).when(Ask::Retire).then_nothing();
    given::<Device>(retired).when(register(false)).then_refused(No::DeviceIsRetired);
}
