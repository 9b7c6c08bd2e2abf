//! Every refusal has its sentence in the four languages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use accounts::{AccountRefusal, DeviceRefusal, TEXTS};
use graph::wording::missing;

#[test]
fn every_refusal_has_its_sentence() {
    assert_eq!(missing::<AccountRefusal>(TEXTS), Ok(()));
    assert_eq!(missing::<DeviceRefusal>(TEXTS), Ok(()));
}
