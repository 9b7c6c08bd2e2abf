//! What the platform does.

use super::*;

#[test]
fn the_partner_is_reminded_when_the_answer_is_due() {
    let due = "2023-06-08T08:00:00Z";
    platform(until(At::Sent), due).when(Ask::RemindOfAnswer).then([reminded(due)]);
    platform(until(At::Sent), "2023-06-08T07:59:00Z")
        .when(Ask::RemindOfAnswer)
        .then_refused(Why::ReferralNotDue { due: day("2023-06-08") });
}

#[test]
fn a_late_answer_is_flagged_after_the_reminder() {
    let history = and(until(At::Sent), reminded("2023-06-08T08:00:00Z"));
    platform(history.clone(), "2023-06-09T08:00:00Z").when(Ask::FlagOverdue).then([FLAGGED]);
    platform(history, "2023-06-09T07:59:00Z")
        .when(Ask::FlagOverdue)
        .then_refused(Why::ReferralNotDue { due: day("2023-06-09") });
}

#[test]
fn a_referral_expires_after_thirty_days_and_says_when_it_was_reminded() {
    let history = and(and(until(At::Sent), reminded("2023-06-08T08:00:00Z")), FLAGGED);
    platform(history.clone(), "2023-07-05T08:00:00Z").when(Ask::Expire).then([expired()]);
    platform(history, "2023-07-05T07:59:00Z")
        .when(Ask::Expire)
        .then_refused(Why::ReferralNotDue { due: day("2023-07-05") });
}

#[test]
fn nothing_is_due_out_of_its_order_nor_while_the_person_is_awaited() {
    let late = "2023-09-01T08:00:00Z";
    platform(until(At::Sent), late).when(Ask::Expire).then_refused(Why::ReferralNothingDue);
    platform(until(At::AwaitingPerson), late).when(Ask::RemindOfAnswer).then_refused(Why::ReferralNothingDue);
    platform(until(At::Accepted), late).when(Ask::RemindOfAnswer).then_refused(Why::ReferralNothingDue);
    platform(until(At::Accepted), late).when(Ask::RemindOfAppointment).then_refused(Why::ReferralNothingDue);
}

#[test]
fn only_the_platform_reminds() {
    at(At::Sent).when(Ask::RemindOfAnswer).then_refused(Why::ReferralForPlatform);
    at(At::Scheduled).when(Ask::RemindOfAppointment).then_refused(Why::ReferralForPlatform);
}

#[test]
fn the_person_is_reminded_of_the_appointment_unless_they_asked_for_silence() {
    let when = "2023-06-13T08:00:00Z";
    let about = ReferralReminder::Appointment;
    let remind = |to| Then::ReminderSent { about, to, at: instant(when) };
    platform(until(At::Scheduled), when).when(Ask::RemindOfAppointment).then([remind(Party::Person)]);
    let silent = and(until(At::Scheduled), Then::ReferralMarkedNoContact {});
    platform(silent, when).when(Ask::RemindOfAppointment).then_refused(Why::ReferralNoContact);
    let once = and(until(At::Scheduled), remind(Party::Person));
    platform(once, when).when(Ask::RemindOfAppointment).then_refused(Why::ReferralNothingDue);
}
