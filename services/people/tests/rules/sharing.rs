//! What may be shared with whom.

use kernel::given;
use kernel::{LanguageMode, Role};
use people::person::*;
use people::*;

use crate::words::*;

fn give(change: impl FnOnce(&mut GiveSharingConsent)) -> PersonCommand {
    let mut input = consent();
    change(&mut input);
    PersonCommand::GiveConsent(input)
}

#[test]
fn a_consent_says_what_with_whom_and_how_it_was_understood() {
    given::<Person>([opened()]).when(PersonCommand::GiveConsent(consent())).then([consented()]);
    given::<Person>([opened()])
        .when(give(|input| input.scope.clear()))
        .then_refused(PersonRefusal::SharingScopeMissing);
    given::<Person>([opened()])
        .when(give(|input| input.with.partner = None))
        .then_refused(PersonRefusal::SharingPartyUnclear);
    given::<Person>([opened()])
        .when(give(|input| input.language_mode = LanguageMode::NotMet))
        .then_refused(PersonRefusal::SharingNotUnderstood);
    given::<Person>([opened(), consented()])
        .when(PersonCommand::GiveConsent(consent()))
        .then_refused(PersonRefusal::SharingConsentIdTaken);
}

#[test]
fn a_consent_is_withdrawn_once() {
    given::<Person>([opened(), consented()]).when(withdraw_consent()).then([consent_withdrawn()]);
    given::<Person>([opened(), consented(), consent_withdrawn()]).when(withdraw_consent()).then_nothing();
    given::<Person>([opened()]).when(withdraw_consent()).then_refused(PersonRefusal::SharingConsentNotFound);
    let after = row(&[opened(), consented(), consent_withdrawn()]);
    assert!(row(&[opened(), consented()]).lets_share_with(Some(HEALTH)));
    assert!(!after.lets_share_with(Some(HEALTH)), "a withdrawn consent lets nothing be shared");
}

#[test]
fn an_override_is_good_once_a_second_reader_agrees() {
    let ask = ask_override(SharingOverrideReason::DangerToLife, None);
    given::<Person>([opened()]).when(ask).then([override_asked()]);
    assert!(!row(&[opened(), override_asked()]).lets_share_with(Some(HEALTH)), "asked is not allowed");
    given::<Person>([opened(), override_asked()])
        .role(Role::Coordinator)
        .by(ODILE)
        .when(confirm())
        .then([overridden()]);
    assert!(row(&[opened(), override_asked(), overridden()]).lets_share_with(Some(HEALTH)));
    given::<Person>([opened(), override_asked(), overridden()])
        .role(Role::Coordinator)
        .by(ODILE)
        .when(confirm())
        .then_nothing();
    given::<Person>([opened()])
        .when(ask_override(SharingOverrideReason::Other, None))
        .then_refused(PersonRefusal::PersonReasonMissing);
}

#[test]
fn the_second_reader_is_another_coordinator_in_time() {
    given::<Person>([opened(), override_asked()])
        .role(Role::Coordinator)
        .by(NORA)
        .when(confirm())
        .then_refused(PersonRefusal::SharingSecondReaderSame);
    given::<Person>([opened(), override_asked()])
        .by(ODILE)
        .when(confirm())
        .then_refused(PersonRefusal::PersonForCoordinator);
    given::<Person>([opened(), override_asked()])
        .role(Role::Coordinator)
        .by(ODILE)
        .at("2023-06-08T07:20:00Z")
        .when(confirm())
        .then_refused(PersonRefusal::SharingConsentEnded);
    given::<Person>([opened(), consented()])
        .role(Role::Coordinator)
        .by(ODILE)
        .when(confirm())
        .then_refused(PersonRefusal::SharingNoSecondReaderAwaited);
}

#[test]
fn an_override_nobody_reads_lapses() {
    let lapse = || PersonCommand::LapseOverride { consent: CONSENT };
    given::<Person>([opened(), override_asked()])
        .role(Role::System)
        .at("2023-06-08T07:20:00Z")
        .when(lapse())
        .then([LAPSED]);
    given::<Person>([opened(), override_asked()])
        .role(Role::System)
        .when(lapse())
        .then_refused(PersonRefusal::SharingOverrideNotDue);
    given::<Person>([opened(), override_asked()])
        .role(Role::Coordinator)
        .when(lapse())
        .then_refused(PersonRefusal::PersonForPlatform);
    given::<Person>([opened(), override_asked(), overridden()])
        .role(Role::System)
        .when(lapse())
        .then_nothing();
    given::<Person>([opened(), override_asked(), LAPSED])
        .when(withdraw_consent())
        .then_refused(PersonRefusal::SharingConsentEnded);
}

#[test]
fn the_platform_asks_for_the_lapse_when_its_time_has_come() {
    let seen = row(&[opened(), override_asked()]);
    assert!(due_person(&seen, kernel::given::instant("2023-06-08T07:19:59Z")).is_none());
    let due = due_person(&seen, kernel::given::instant("2023-06-08T07:20:00Z"));
    assert!(matches!(due, Some(PersonCommand::LapseOverride { consent: CONSENT })), "{due:?}");
    let after = row(&[opened(), override_asked(), LAPSED]);
    assert!(due_person(&after, kernel::given::instant("2023-06-08T07:20:00Z")).is_none(), "it moves on");
}
