//! Every refusal has its sentence in the four languages, and so has the call for volunteers.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use graph::wording::missing;
use graph::{Locale, Wording};
use mutual_aid::pairing::PairingState;
use mutual_aid::{CharterRefusal, MemberRefusal, PairingRefusal, TEXTS, recruitment};
use serde_json::{Map, Value};

#[test]
fn every_refusal_has_its_sentence() {
    assert_eq!(missing::<CharterRefusal>(TEXTS), Ok(()));
    assert_eq!(missing::<MemberRefusal>(TEXTS), Ok(()));
    assert_eq!(missing::<PairingRefusal>(TEXTS), Ok(()));
}

#[test]
fn the_call_is_written_in_every_language() {
    let wording = Wording::new([TEXTS]).unwrap();
    for code in recruitment::CODES {
        for locale in [Locale::FrBe, Locale::Nl, Locale::Ar, Locale::En] {
            assert!(wording.has(locale, code), "{code} is missing in {}", locale.tag());
        }
    }
}

#[test]
fn a_sentence_names_its_values() {
    let wording = Wording::new([TEXTS]).unwrap();
    let plain = |text: String| text.replace(['\u{2068}', '\u{2069}'], "");
    let say = |refusal: &dyn Fn() -> (String, Map<String, Value>), locale| {
        let (code, values) = refusal();
        plain(wording.say(locale, &code, &values))
    };
    let charter = || kernel::Refusal::coded(&MemberRefusal::CharterNotCurrent { accepted: 1, in_force: 2 });
    assert!(say(&charter, Locale::FrBe).contains("la version 1 de la charte ; la version 2"));
    let never = || kernel::Refusal::coded(&MemberRefusal::CharterNotCurrent { accepted: 0, in_force: 2 });
    assert!(say(&never, Locale::En).starts_with("This volunteer has not accepted the charter."));
    let state = PairingState::HalfAccepted;
    let looking = || kernel::Refusal::coded(&PairingRefusal::PairingNotLooking { state });
    assert!(say(&looking, Locale::Nl).contains("het duo is door één kant aanvaard."));
    assert!(say(&looking, Locale::Ar).contains("«مقبول من طرف واحد»"));
}
