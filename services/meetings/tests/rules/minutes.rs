//! Its end, and its minutes.

use super::*;

#[test]
fn a_meeting_closes_once() {
    given::<Meeting>(open_meeting()).when(Ask::Close).then([CLOSED]);
    given::<Meeting>(held_with([])).when(Ask::Close).then_nothing();
    given::<Meeting>(announced_meeting()).when(Ask::Close).then_refused(Why::MeetingNotOpen);
}

#[test]
fn a_meeting_that_is_over_does_not_begin_again() {
    given::<Meeting>(held_with([])).when(Ask::Open).then_refused(Why::MeetingAlreadyHeld);
    given::<Meeting>(held_with([])).when(propose("Trop tard")).then_refused(Why::MeetingAlreadyHeld);
}

#[test]
fn minutes_are_written_after_the_meeting() {
    given::<Meeting>(held_with([])).when(draft("On a parlé de couture")).then([drafted()]);
    given::<Meeting>(open_meeting()).when(draft("Déjà")).then_refused(Why::MeetingNotHeld);
    given::<Meeting>(announced_meeting()).when(draft("Déjà")).then_refused(Why::MeetingNotHeld);
}

#[test]
fn minutes_are_written_once_then_corrected() {
    given::<Meeting>(held_with([drafted()])).when(draft("On a parlé de couture")).then_nothing();
    given::<Meeting>(held_with([drafted()]))
        .when(draft("Autre chose"))
        .then_refused(Why::MinutesAlreadyDrafted);
    given::<Meeting>(held_with([drafted()])).when(correct("Mieux dit")).then([corrected("Mieux dit")]);
    given::<Meeting>(held_with([drafted(), corrected("Mieux dit")]))
        .when(correct("Mieux dit"))
        .then_nothing();
}

#[test]
fn minutes_have_a_text() {
    let silent = DraftMinutes { text: kernel::Localized::default() };
    given::<Meeting>(held_with([])).when(Ask::DraftMinutes(silent)).then_refused(Why::MinutesTextMissing);
}

#[test]
fn minutes_that_are_not_written_are_not_corrected_approved_or_published() {
    let awaited = || given::<Meeting>(held_with([]));
    awaited().when(correct("Mieux dit")).then_refused(Why::MinutesNotDrafted);
    awaited().when(approve(JUNE, june_as(MeetingState::Open))).then_refused(Why::MinutesNotDrafted);
    awaited().when(publish(&[MinutesLanguage::Fr], &[])).then_refused(Why::MinutesNotDrafted);
}

#[test]
fn a_later_meeting_approves_the_minutes() {
    for state in [MeetingState::Open, MeetingState::Held] {
        given::<Meeting>(held_with([drafted()])).when(approve(JUNE, june_as(state))).then([APPROVED]);
    }
    given::<Meeting>(held_with([drafted(), APPROVED]))
        .when(approve(JUNE, june_as(MeetingState::Open)))
        .then_nothing();
}

#[test]
fn no_meeting_approves_its_own_minutes_nor_those_of_a_later_one() {
    let own = Meeting::after(held_with([])).facts().unwrap();
    given::<Meeting>(held_with([drafted()]))
        .when(approve(MAY, own))
        .then_refused(Why::MinutesNeedLaterMeeting);
}

#[test]
fn a_meeting_that_has_not_begun_approves_nothing() {
    for state in [MeetingState::Planned, MeetingState::Announced, MeetingState::Cancelled] {
        given::<Meeting>(held_with([drafted()]))
            .when(approve(JUNE, june_as(state)))
            .then_refused(Why::MinutesApprovalTooEarly);
    }
}

#[test]
fn minutes_are_approved_once() {
    let july = kernel::MeetingId(Uuid::from_u128(7));
    given::<Meeting>(held_with([drafted(), APPROVED]))
        .when(approve(july, june_as(MeetingState::Open)))
        .then_refused(Why::MinutesAlreadyApproved);
}

#[test]
fn approved_minutes_are_published() {
    use MinutesLanguage::{Ar, Fr, Nl};
    given::<Meeting>(held_with([drafted(), APPROVED])).when(publish(&[Ar, Fr, Nl], &[])).then([published()]);
    given::<Meeting>(held_with([drafted(), APPROVED, published()]))
        .when(publish(&[Fr, Nl, Ar], &[]))
        .then_nothing();
}

#[test]
fn minutes_that_are_not_approved_are_not_published() {
    given::<Meeting>(held_with([drafted()]))
        .when(publish(&[MinutesLanguage::Fr], &[]))
        .then_refused(Why::MinutesNotApproved);
}

#[test]
fn corrected_minutes_are_approved_again_before_they_are_published() {
    given::<Meeting>(held_with([drafted(), APPROVED, published(), corrected("Mieux dit")]))
        .when(publish(&[MinutesLanguage::Fr], &[]))
        .then_refused(Why::MinutesNotApproved);
}

#[test]
fn minutes_are_published_in_languages_they_have() {
    let approved = || given::<Meeting>(held_with([drafted(), APPROVED]));
    approved().when(publish(&[], &[])).then_refused(Why::MinutesLanguageMissing);
    approved()
        .when(publish(&[MinutesLanguage::Fr, MinutesLanguage::En], &[]))
        .then_refused(Why::MinutesNotTranslated { language: MinutesLanguage::En });
}

#[test]
fn what_is_blacked_out_lies_in_the_published_text() {
    let hide = |language, from, until| Redaction { language, from, until };
    let length = u32::try_from("On a parlé de couture".chars().count()).unwrap();
    for wrong in [
        hide(MinutesLanguage::Fr, 3, 3),
        hide(MinutesLanguage::Fr, 0, length + 1),
        hide(MinutesLanguage::Nl, 0, 1),
    ] {
        given::<Meeting>(held_with([drafted(), APPROVED]))
            .when(publish(&[MinutesLanguage::Fr], &[wrong]))
            .then_refused(Why::MinutesRedactionOutside);
    }
    let whole = hide(MinutesLanguage::Fr, 0, length);
    given::<Meeting>(held_with([drafted(), APPROVED]))
        .when(publish(&[MinutesLanguage::Fr], &[whole]))
        .then([Then::MinutesPublished { languages: vec![MinutesLanguage::Fr], redactions: vec![whole] }]);
}
