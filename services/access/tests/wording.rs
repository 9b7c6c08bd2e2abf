//! Each refusal has its sentence in four languages.
#![allow(missing_docs)]

use access::{AccessRefusal, TEXTS};
use graph::wording::missing;
use graph::{Locale, Wording};
use kernel::Refused;

#[test]
fn each_refusal_has_its_sentences() {
    assert_eq!(missing::<AccessRefusal>(TEXTS), Ok(()));
}

#[test]
fn a_sentence_names_what_it_is_about() {
    let wording = Wording::new([TEXTS]).expect("the texts can be read");
    for locale in [Locale::FrBe, Locale::Nl, Locale::Ar, Locale::En] {
        let say = |refusal: AccessRefusal| {
            let Refused { code, arguments } = refusal.into();
            wording.say(locale, &code, &arguments)
        };
        for (refusal, number) in [
            (AccessRefusal::TooManyAttempts { seconds: 37 }, "37"),
            (AccessRefusal::SignInBusy { seconds: 2 }, "2"),
            (AccessRefusal::PasswordTooShort { least: 10 }, "10"),
            (AccessRefusal::PasswordTooLong { most: 256 }, "256"),
            (AccessRefusal::PinWrong { left: 3 }, "3"),
        ] {
            let said = say(refusal);
            assert!(said.contains(number), "{}: {said}", locale.tag());
        }
    }
}
