//! Every refusal has its sentence in four languages, and the sentence says what it is about.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use graph::wording::missing;
use graph::{Locale, Wording};
use kernel::Refusal;
use referrals::{ReferralRefusal, ReferralState, TEXTS};

#[test]
fn every_refusal_has_its_sentence_in_four_languages() {
    assert_eq!(missing::<ReferralRefusal>(TEXTS), Ok(()));
}

#[test]
fn the_sentence_depends_on_how_it_ended_and_on_the_region() {
    let wording = Wording::new([TEXTS]).expect("the texts can be read");
    let say = |locale, state| {
        let (code, arguments) = ReferralRefusal::ReferralClosed { state }.coded();
        wording.say(locale, &code, &arguments)
    };
    assert!(say(Locale::FrBe, ReferralState::Declined).contains("le partenaire a dit non"));
    let expired = say(Locale::FrBe, ReferralState::Expired);
    assert!(expired.contains("aucune réponse") && !expired.contains("non."), "{expired}");
    assert!(say(Locale::FrCa, ReferralState::Declined).starts_with("Cette référence"));
}

#[test]
fn every_sentence_can_be_said_in_every_language() {
    let wording = Wording::new([TEXTS]).expect("the texts can be read");
    for code in ReferralRefusal::codes() {
        for locale in Locale::ALL {
            let said = wording.say(locale, &code, &serde_json::Map::new());
            assert!(said.chars().count() > 15 && said != code, "{}: {code}: {said}", locale.tag());
        }
    }
}
