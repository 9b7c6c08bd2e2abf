//! The story of the medical card: a no, a re-orientation, a yes, help; and what happens when
//! nobody answers. Each line is one command, in a role, at a time.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod words;

use kernel::given::instant;
use kernel::{Decider, Event, Facet, PairingId, PartnerId, Party, Projection, Recorded, Role};
use referrals::ReferralCommand as Ask;
use referrals::ReferralState as At;
use referrals::*;
use uuid::Uuid;
use words::*;

/// One referral, its row, and what happened to it.
struct Told {
    id: kernel::ReferralId,
    state: Referral,
    row: Option<ReferralRow>,
    events: Vec<Recorded<ReferralEvent>>,
}

impl Told {
    fn new(number: u128) -> Self {
        Self { id: referral(number), state: Referral::default(), row: None, events: Vec::new() }
    }

    /// Somebody asks; the event names that follow.
    #[track_caller]
    fn when(&mut self, role: Role, at: &str, command: Ask) -> Vec<&'static str> {
        let asked = asked(role, at);
        let events = self.state.decide(command, &asked).expect("it is done");
        let mut names = Vec::new();
        for event in events {
            names.push(event.name());
            self.state.evolve(event.clone());
            let version = self.events.len() as u64 + 1;
            let event = recorded(self.id, version, &asked, event);
            self.row = Referrals::project(self.row.take(), &self.id.to_string(), &event);
            self.events.push(event);
        }
        names
    }

    #[track_caller]
    fn refused(&self, role: Role, at: &str, command: Ask) -> ReferralRefusal {
        self.state.decide(command, &asked(role, at)).expect_err("it is refused")
    }

    fn row(&self) -> &ReferralRow {
        self.row.as_ref().expect("a row")
    }

    fn waiting(&self) -> Option<(Party, String)> {
        Referrals::waiting(self.row()).map(|waiting| (waiting.on, waiting.what))
    }

    fn names(&self) -> Vec<&'static str> {
        self.events.iter().map(|event| event.event.name()).collect()
    }

    fn facet(&self, name: &str) -> Facet {
        let place = Referrals::FACETS.iter().position(|facet| *facet == name).expect("a facet");
        Referrals::facets(self.row())[place].clone()
    }
}

fn other_partner() -> DraftReferral {
    let target = ReferralTarget::Partner(ReferralPartner {
        partner: PartnerId(Uuid::from_u128(0xBB)),
        name: named("CPAS-Autre"),
    });
    DraftReferral { target, resumes: Some(referral(1)), ..draft() }
}

fn declined_by_the_first() -> Told {
    let mut first = Told::new(1);
    first.when(Role::Host, "2023-06-05T07:40:00Z", Ask::Draft(draft()));
    assert_eq!(first.waiting(), Some((Party::Host, "recordConsent".to_owned())));
    first.when(Role::Host, "2023-06-05T07:45:00Z", Ask::RecordConsent(consent()));
    assert_eq!(first.waiting(), Some((Party::Host, "sendReferral".to_owned())));
    first.when(Role::Host, SENT, send(ReferralChannel::Link));
    assert_eq!(first.waiting(), Some((Party::Partner, "answerReferral".to_owned())));
    assert_eq!(first.row().due, Some(instant("2023-06-08T08:00:00Z")));
    first.when(Role::Partner, "2023-06-06T08:00:00Z", receive(Some(1)));
    first.when(Role::Partner, "2023-06-06T08:00:00Z", decline(ReferralReason::OutOfArea));
    first
}

#[test]
fn the_first_partner_says_no_and_the_host_must_re_orient() {
    let first = declined_by_the_first();
    assert_eq!(
        first.names(),
        ["ReferralDrafted", "ConsentRecorded", "ReferralSent", "ReferralReceived", "ReferralDeclined"]
    );
    let row = first.row();
    assert_eq!(row.first_answer_at.unwrap() - row.sent_at.unwrap(), chrono::TimeDelta::days(1));
    assert_eq!(first.facet("decline_reason"), Facet::many(["outOfArea"]));
    assert_eq!(first.waiting(), Some((Party::Host, "reorientPerson".to_owned())));
    assert_eq!(
        first.refused(Role::Partner, "2023-06-07T08:00:00Z", Ask::Accept(accept())),
        ReferralRefusal::ReferralClosed { state: At::Declined }
    );
}

#[test]
fn the_second_partner_says_yes_and_the_person_gets_help() {
    let mut first = declined_by_the_first();
    let mut second = Told::new(2);
    second.when(Role::Host, "2023-06-08T08:00:00Z", Ask::Draft(other_partner()));
    // The one that goes on is seen on the one that had ended, and nobody must re-orient any more.
    let drafted = second.events[0].clone();
    assert_eq!(Referrals::keys(&drafted), [referral(2).to_string(), referral(1).to_string()]);
    let version = first.row().version;
    first.row = Referrals::project(first.row.take(), &referral(1).to_string(), &drafted);
    assert_eq!(first.row().resumed_by, [referral(2)]);
    assert_eq!((first.row().state, first.row().version), (At::Declined, version));
    assert_eq!(first.waiting(), None);

    second.when(Role::Host, "2023-06-08T08:05:00Z", Ask::RecordConsent(consent()));
    second.when(Role::Host, "2023-06-08T08:10:00Z", send(ReferralChannel::Link));
    second.when(Role::Partner, "2023-06-09T08:00:00Z", receive(Some(1)));
    second.when(Role::Partner, "2023-06-09T08:05:00Z", review());
    second.when(Role::Partner, "2023-06-09T08:10:00Z", ask_person(ReferralPersonAction::MissingDocument));
    assert_eq!(second.waiting(), Some((Party::Person, "completePersonAction".to_owned())));
    assert_eq!(Referrals::due(second.row()), None, "the clock stands still");
    second.when(Role::Host, "2023-06-12T08:00:00Z", Ask::CompletePersonAction);
    second.when(Role::Partner, "2023-06-12T09:00:00Z", Ask::Accept(accept()));
    assert_eq!(second.waiting(), Some((Party::Partner, "scheduleAppointment".to_owned())));
    let karim = Some(PairingId(Uuid::from_u128(0x9A)));
    let Ask::ScheduleAppointment(appointment) = schedule("2023-06-15T08:00:00Z") else { panic!() };
    let accompanied = ScheduleReferralAppointment { pairing: karim, ..appointment };
    second.when(Role::Partner, "2023-06-12T09:10:00Z", Ask::ScheduleAppointment(accompanied));
    assert_eq!(second.row().appointment.as_ref().and_then(|appointment| appointment.pairing), karim);
    second.when(Role::Volunteer, "2023-06-15T09:00:00Z", attend());
    assert_eq!(second.waiting(), Some((Party::Partner, "reportOutcome".to_owned())));
    second.when(
        Role::Partner,
        "2023-06-30T08:00:00Z",
        tell(ReferralVoice::Partner, ReferralOutcome::GotHelp),
    );
    assert_eq!(second.waiting(), Some((Party::Host, "askPersonOutcome".to_owned())));
    second.when(Role::Host, "2023-07-03T08:00:00Z", tell(ReferralVoice::Person, ReferralOutcome::GotHelp));
    assert_eq!(second.waiting(), Some((Party::Host, "closeReferral".to_owned())));
    second.when(Role::Host, "2023-07-03T08:05:00Z", close(None, None));

    assert_eq!(
        second.names(),
        [
            "ReferralDrafted",
            "ConsentRecorded",
            "ReferralSent",
            "ReferralReceived",
            "ReferralPutUnderReview",
            "PersonActionRequested",
            "PersonActionCompleted",
            "ReferralAccepted",
            "AppointmentScheduled",
            "PersonAttended",
            "OutcomeReported",
            "OutcomeReported",
            "ReferralClosed",
        ]
    );
    let row = second.row();
    assert_eq!((row.state, row.outcome), (At::Closed, Some(ReferralOutcome::GotHelp)));
    assert_eq!(row.resumes, Some(referral(1)));
    assert_eq!(row.outcomes.partner.unwrap().at, instant("2023-06-30T08:00:00Z"));
    let helped = row.outcomes.person.unwrap().at;
    assert_eq!(helped - first.row().sent_at.unwrap(), chrono::TimeDelta::days(28));
    assert!(!row.contradiction);
    assert_eq!(second.waiting(), None);
    let steps: Vec<At> = row.steps.iter().map(|step| step.state).collect();
    assert_eq!(
        steps,
        [
            At::Drafted,
            At::Ready,
            At::Sent,
            At::Received,
            At::UnderReview,
            At::AwaitingPerson,
            At::Received,
            At::Accepted,
            At::Scheduled,
            At::InService,
            At::Closed,
        ]
    );
}

#[test]
fn when_nobody_answers_the_platform_reminds_flags_and_lets_expire() {
    let mut silent = Told::new(1);
    silent.when(Role::Host, "2023-06-05T07:40:00Z", Ask::Draft(draft()));
    silent.when(Role::Host, "2023-06-05T07:45:00Z", Ask::RecordConsent(consent()));
    silent.when(Role::Host, SENT, send(ReferralChannel::Link));

    let mut happened = Vec::new();
    for (date, overdue) in
        [("2023-06-08T08:00:00Z", false), ("2023-06-09T08:00:00Z", true), ("2023-07-05T08:00:00Z", false)]
    {
        assert_eq!(Referrals::due(silent.row()), Some(instant(date)));
        assert!(due(silent.row(), instant(date) - chrono::TimeDelta::seconds(1)).is_none(), "too early");
        let command = due(silent.row(), instant(date)).expect("something is due");
        happened.extend(silent.when(Role::System, date, command));
        assert_eq!(silent.row().overdue, overdue);
    }
    assert_eq!(happened, ["ReminderSent", "ReferralOverdueFlagged", "ReferralExpired"]);

    // Expired is a state of its own, and counts for no reason of any no.
    assert_eq!(silent.row().state, At::Expired);
    assert_eq!(silent.facet("state"), Facet::of("expired"));
    assert_eq!(silent.facet("decline_reason"), Facet::Many(vec![]));
    assert_eq!(silent.row().declined_at, None);
    assert_eq!(Referrals::due(silent.row()), None);
    assert_eq!(silent.waiting(), Some((Party::Host, "reorientPerson".to_owned())));

    // The host hears what happened; nobody must move any more, and it stays expired.
    silent.when(Role::Host, "2023-07-06T08:00:00Z", tell(ReferralVoice::Person, ReferralOutcome::GotHelp));
    assert_eq!((silent.waiting(), silent.row().state), (None, At::Expired));
}

#[test]
fn a_late_yes_after_a_re_orientation_is_refused_with_an_explanation() {
    let mut first = Told::new(1);
    first.when(Role::Host, "2023-06-05T07:40:00Z", Ask::Draft(draft()));
    first.when(Role::Host, "2023-06-05T07:45:00Z", Ask::RecordConsent(consent()));
    first.when(Role::Host, SENT, send(ReferralChannel::Link));
    first.when(Role::Host, "2023-06-08T08:00:00Z", Ask::Supersede { by: referral(2) });
    let late = Ask::Accept(AcceptReferral { link_version: Some(1), ..accept() });
    assert_eq!(
        first.refused(Role::Partner, "2023-06-09T08:00:00Z", late),
        ReferralRefusal::ReferralSuperseded { by: referral(2) }
    );
    assert_eq!((first.row().state, first.row().superseded_by), (At::Superseded, Some(referral(2))));
    assert_eq!((first.waiting(), Referrals::due(first.row())), (None, None));
}

#[test]
fn a_reopened_referral_keeps_every_date_it_had() {
    let mut told = declined_by_the_first();
    told.when(Role::Host, "2023-06-20T08:00:00Z", reopen(ReferralReopenReason::PartnerChangedAnswer));
    let row = told.row();
    assert_eq!(row.state, At::Received);
    assert_eq!(row.declined_at, Some(instant("2023-06-06T08:00:00Z")));
    assert_eq!(row.first_answer_at, Some(instant("2023-06-06T08:00:00Z")));
    assert_eq!(row.reopened_at, Some(instant("2023-06-20T08:00:00Z")));
    assert_eq!(row.declines.len(), 1);
    assert_eq!(row.due, Some(instant("2023-06-23T08:00:00Z")));
    let last = row.steps.last().expect("a step");
    assert_eq!((last.state, last.reason.as_deref()), (At::Received, Some("partnerChangedAnswer")));
}

#[test]
fn voices_that_contradict_each_other_are_flagged_and_both_kept() {
    let mut told = Told::new(1);
    for event in until(At::InService) {
        let version = told.events.len() as u64 + 1;
        told.state.evolve(event.clone());
        let event = recorded(told.id, version, &asked(Role::Host, SENT), event);
        told.row = Referrals::project(told.row.take(), &told.id.to_string(), &event);
        told.events.push(event);
    }
    told.when(Role::Partner, SENT, tell(ReferralVoice::Partner, ReferralOutcome::GotHelp));
    assert!(!told.row().contradiction);
    told.when(Role::Host, SENT, tell(ReferralVoice::Host, ReferralOutcome::Unknown));
    assert!(!told.row().contradiction, "who knows nothing contradicts nobody");
    told.when(Role::Host, SENT, tell(ReferralVoice::Person, ReferralOutcome::NoHelp));
    assert!(told.row().contradiction);
    let outcomes = told.row().outcomes;
    assert_eq!(outcomes.of(ReferralVoice::Partner), Some(ReferralOutcome::GotHelp));
    assert_eq!(outcomes.of(ReferralVoice::Person), Some(ReferralOutcome::NoHelp));
    assert_eq!(told.facet("contradiction"), Facet::of(true));
}

#[test]
fn nobody_is_written_to_who_asked_for_silence() {
    let mut told = Told::new(1);
    told.when(Role::Host, "2023-06-05T07:40:00Z", Ask::Draft(draft()));
    told.when(Role::Host, "2023-06-05T07:45:00Z", Ask::RecordConsent(consent()));
    told.when(Role::Host, SENT, send(ReferralChannel::Phone));
    told.when(Role::Host, SENT, Ask::Accept(accept()));
    told.when(Role::Host, SENT, schedule("2023-06-15T08:00:00Z"));
    assert_eq!(Referrals::due(told.row()), Some(instant("2023-06-13T08:00:00Z")));
    told.when(Role::Host, SENT, Ask::MarkNoContact);
    assert_eq!(Referrals::due(told.row()), None);
    assert_eq!(told.waiting(), Some((Party::Host, "recordAttendance".to_owned())));
}
