//! The one gate for what leaves: do not contact, needs nothing is sent about, what is shown instead.

use graph::{Locale, Wording};
use kernel::{Role, given};
use people::contact_rule::SuppressNeedContact;
use people::outgoing::{Suppressed, instead, may_leave};
use people::person::*;
use people::*;
use reference::{NeedCode, Taxonomy};

use crate::words::*;

fn some_need(place: usize) -> NeedCode {
    Taxonomy::current().needs().nth(place).unwrap().code.parse().unwrap()
}

fn rule(code: NeedCode, suppressed: bool) -> ContactRuleRow {
    let reason = suppressed.then_some(NeedContactReason::Safety);
    ContactRuleRow { code, version: 1, suppressed, reason, since: now() }
}

#[test]
fn nobody_contacts_a_person_who_does_not_want_it() {
    let person = row(&[opened(), do_not_contact(DoNotContactReason::Safety)]);
    assert_eq!(may_leave(Some(&person), &[], &[]), Err(Suppressed::DoNotContact));
    let lifted = PersonEvent::DoNotContactLifted { reason: ContactAllowedReason::PersonAsked, at: now() };
    let again = row(&[opened(), do_not_contact(DoNotContactReason::Safety), lifted]);
    assert_eq!(may_leave(Some(&again), &[], &[]), Ok(()));
}

#[test]
fn nothing_leaves_about_some_needs() {
    let (secret, open) = (some_need(0), some_need(1));
    let rules = [rule(secret, true), rule(open, false)];
    assert_eq!(may_leave(None, &[open, secret], &rules), Err(Suppressed::Need(secret)));
    assert_eq!(may_leave(Some(&row(&[opened()])), &[open], &rules), Ok(()));
}

#[test]
fn nothing_leaves_about_the_erased() {
    let erasing = row(&[opened(), decided(ErasureReason::PersonAsked)]);
    assert_eq!(may_leave(Some(&erasing), &[], &[]), Err(Suppressed::Forgotten));
    let gone = row(&[opened(), decided(ErasureReason::PersonAsked), forgotten()]);
    assert_eq!(may_leave(Some(&gone), &[], &[]), Err(Suppressed::Forgotten));
}

#[test]
fn calendars_and_slips_say_busy_instead() {
    let wording = Wording::new([TEXTS]).unwrap();
    let said = [Locale::FrBe, Locale::Nl, Locale::Ar, Locale::En].map(|locale| instead(&wording, locale));
    assert_eq!(said, ["Occupé", "Bezet", "مشغول", "Busy"]);
}

#[test]
fn do_not_contact_has_a_reason_and_is_lifted_with_one() {
    let set = |reason, note| PersonCommand::SetDoNotContact(SetDoNotContact { reason, note });
    given::<Person>([opened()])
        .when(set(DoNotContactReason::Safety, None))
        .then([do_not_contact(DoNotContactReason::Safety)]);
    given::<Person>([opened()])
        .when(set(DoNotContactReason::Other, None))
        .then_refused(PersonRefusal::PersonReasonMissing);
    let allow =
        || PersonCommand::AllowContact(AllowPersonContact { reason: ContactAllowedReason::DangerOver });
    given::<Person>([opened(), do_not_contact(DoNotContactReason::Safety)])
        .when(allow())
        .then([PersonEvent::DoNotContactLifted { reason: ContactAllowedReason::DangerOver, at: now() }]);
    given::<Person>([opened()]).when(allow()).then_nothing();
}

#[test]
fn coordinators_say_about_which_needs_nothing_leaves() {
    let suppress = || ContactRuleCommand::Suppress(SuppressNeedContact { reason: NeedContactReason::Safety });
    let suppressed = || ContactRuleEvent::NeedContactSuppressed { reason: NeedContactReason::Safety };
    given::<ContactRule>([]).role(Role::Coordinator).when(suppress()).then([suppressed()]);
    given::<ContactRule>([suppressed()]).role(Role::Coordinator).when(suppress()).then_nothing();
    given::<ContactRule>([]).when(suppress()).then_refused(ContactRuleRefusal::ContactRuleForCoordinator);
    given::<ContactRule>([suppressed()])
        .role(Role::Coordinator)
        .when(ContactRuleCommand::Allow)
        .then([ContactRuleEvent::NeedContactAllowed {}]);
    given::<ContactRule>([suppressed(), ContactRuleEvent::NeedContactAllowed {}])
        .role(Role::Coordinator)
        .when(ContactRuleCommand::Allow)
        .then_nothing();
    given::<ContactRule>([])
        .role(Role::Coordinator)
        .when(ContactRuleCommand::Allow)
        .then_refused(ContactRuleRefusal::ContactRuleNotFound);
}
