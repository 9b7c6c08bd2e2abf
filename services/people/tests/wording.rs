//! Every refusal has its sentence in four languages.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use graph::wording::missing;
use people::{ContactRuleRefusal, DisclosureRefusal, PersonRefusal, TEXTS};

#[test]
fn every_refusal_has_its_sentence() {
    assert_eq!(missing::<PersonRefusal>(TEXTS), Ok(()));
    assert_eq!(missing::<DisclosureRefusal>(TEXTS), Ok(()));
    assert_eq!(missing::<ContactRuleRefusal>(TEXTS), Ok(()));
}

#[test]
fn no_sentence_lacks_a_value_it_needs() {
    for (locale, source) in TEXTS {
        for argument in source.split('$').skip(1).filter_map(|rest| rest.split([' ', '}']).next()) {
            assert!(["most", "of", "until", "from"].contains(&argument), "{}: ${argument}", locale.tag());
        }
    }
}
