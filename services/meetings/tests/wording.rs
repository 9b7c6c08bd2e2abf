//! Each refusal has its sentence in four languages.

#![allow(missing_docs)]

use graph::wording::missing;
use graph::{Locale, Wording};
use kernel::Refused;
use meetings::meeting::MinutesLanguage;
use meetings::{CommitmentRefusal, MeetingRefusal, TEXTS};

#[test]
fn each_refusal_of_a_meeting_has_its_sentences() {
    assert_eq!(missing::<MeetingRefusal>(TEXTS), Ok(()));
}

#[test]
fn each_refusal_of_a_commitment_has_its_sentences() {
    assert_eq!(missing::<CommitmentRefusal>(TEXTS), Ok(()));
}

#[test]
fn a_sentence_names_what_it_is_about() {
    let wording = Wording::new([TEXTS]).expect("the texts can be read");
    let say = |refusal: MeetingRefusal| {
        let Refused { code, arguments } = refusal.into();
        wording.say(Locale::FrBe, &code, &arguments)
    };
    let untranslated = say(MeetingRefusal::MinutesNotTranslated { language: MinutesLanguage::Nl });
    assert!(untranslated.contains("néerlandais"), "{untranslated}");
    let votes = say(MeetingRefusal::VotesExceedAttendance { votes: 7, present: 6 });
    assert!(votes.contains('7') && votes.contains('6'), "{votes}");
}

#[test]
fn no_sentence_lacks_a_value_it_needs() {
    for (locale, source) in TEXTS {
        for argument in source.split('$').skip(1).filter_map(|rest| rest.split([' ', '}']).next()) {
            let known =
                ["hours", "date", "most", "least", "places", "votes", "present", "years", "language", "due"];
            assert!(known.contains(&argument), "{}: ${argument}", locale.tag());
        }
    }
}
