//! Every refusal has its sentence in four languages.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use dropin::{
    AppointmentRefusal, InterpretationRefusal, ReturnCodeRefusal, SessionRefusal, SiteRefusal, TEXTS,
    VisitRefusal,
};
use graph::wording::missing;

#[test]
fn every_refusal_has_its_sentence() {
    assert_eq!(missing::<SiteRefusal>(TEXTS), Ok(()));
    assert_eq!(missing::<SessionRefusal>(TEXTS), Ok(()));
    assert_eq!(missing::<VisitRefusal>(TEXTS), Ok(()));
    assert_eq!(missing::<AppointmentRefusal>(TEXTS), Ok(()));
    assert_eq!(missing::<InterpretationRefusal>(TEXTS), Ok(()));
    assert_eq!(missing::<ReturnCodeRefusal>(TEXTS), Ok(()));
}
