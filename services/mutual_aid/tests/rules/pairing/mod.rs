//! A pairing: the words of its rules; the rules are in `proposing` and `running`.

mod proposing;
mod running;

use kernel::given::{Given, given, instant};
use kernel::uuid::Uuid;
use kernel::{MemberId, Role};
use mutual_aid::offer::{DayPart, HalfDay, WeeklyDay};
use mutual_aid::pairing::{
    AcceptPairingAsPerson, Accompaniment, CompletePairing, ContactMedium, CorrectContactLog, DeclinePairing,
    DeclineReason, EndPairing, FeedbackAnswer, GiveFeedback, InactivityLevel, IncidentId, LogContact,
    PairingEndReason, PairingEnder, PairingOutcome, PairingSide, PausePairing, PauseReason,
    RequestAccompaniment, RequestRematch, SuspendPairing, WithdrawAccompaniment, WithdrawalReason,
};
use mutual_aid::score::{PairingReason, PairingReasonCode, Rated, Score};
use mutual_aid::{
    Pairing, PairingCommand as Ask, PairingEvent as Then, PairingRefusal as No, PairingState as State,
};

use crate::world::{case_id, member_id, pairing_id};

const START: &str = "2023-06-05T07:20:00Z";
const DEADLINE: &str = "2023-06-12T07:20:00Z";

fn karim() -> MemberId {
    member_id(1)
}
fn bea() -> MemberId {
    member_id(2)
}
fn thursday() -> HalfDay {
    HalfDay { day: WeeklyDay::Thursday, part: DayPart::Afternoon }
}
fn asked_for() -> Accompaniment {
    Accompaniment {
        case: case_id(1),
        person: None,
        need: None,
        purpose: "NET.ESCORT".parse().unwrap(),
        language: "ara".parse().unwrap(),
        times: vec![thursday()],
        topic: Some("HEA.AMU".parse().unwrap()),
        gender_wish: None,
        planned_until: None,
        rematch_of: None,
        excluded: vec![],
    }
}
fn request() -> Ask {
    Ask::Request(RequestAccompaniment {
        case: case_id(1),
        person: None,
        need: None,
        purpose: "NET.ESCORT".parse().unwrap(),
        language: "ara".parse().unwrap(),
        times: vec![thursday(), thursday()],
        topic: Some("HEA.AMU".parse().unwrap()),
        gender_wish: None,
        planned_until: None,
    })
}
fn requested() -> Then {
    Then::AccompanimentRequested { request: asked_for(), at: instant(START), limits_version: 1 }
}
fn rated() -> Rated {
    let reason = PairingReason {
        code: PairingReasonCode::SpeaksLanguage,
        value: "ara".to_owned(),
        for_coordinators: false,
    };
    Rated { score: Score(86), reasons: vec![reason], version: 1 }
}
fn propose(member: MemberId) -> Ask {
    Ask::Propose { member, rated: rated() }
}
fn proposed(member: MemberId) -> Then {
    Then::PairingProposed {
        member,
        score: Score(86),
        reasons: rated().reasons,
        score_version: 1,
        deadline: instant(DEADLINE),
        limits_version: 1,
    }
}
fn by_volunteer() -> Then {
    Then::PairingAcceptedByVolunteer { member: karim() }
}
fn by_person() -> Then {
    Then::PairingAcceptedByPerson { member: karim() }
}
fn as_volunteer() -> Ask {
    Ask::AcceptAsVolunteer { member: karim() }
}
fn as_person() -> Ask {
    Ask::AcceptAsPerson(AcceptPairingAsPerson { member: karim() })
}
fn activated() -> Then {
    Then::PairingActivated { member: karim(), at: instant(START), limits_version: 1 }
}
fn decline(side: PairingSide, reason: Option<DeclineReason>) -> Ask {
    Ask::Decline(DeclinePairing { member: karim(), side, reason })
}
fn declined(side: PairingSide, reason: Option<DeclineReason>) -> Then {
    Then::PairingDeclined { member: karim(), side, reason, at: instant(START) }
}
fn withdraw(member: Option<MemberId>) -> Ask {
    Ask::Withdraw(WithdrawAccompaniment { member, reason: WithdrawalReason::HelpedOtherwise })
}
const WITHDRAWN: Then = Then::AccompanimentWithdrawn { reason: WithdrawalReason::HelpedOtherwise };
const UNMATCHED: Then = Then::NoMatchFound { proposals: 0 };
fn running() -> Vec<Then> {
    vec![requested(), proposed(karim()), by_volunteer(), by_person(), activated()]
}
fn and(mut history: Vec<Then>, more: impl IntoIterator<Item = Then>) -> Vec<Then> {
    history.extend(more);
    history
}
fn log(contact_made: bool, minutes: Option<u32>) -> Ask {
    Ask::LogContact(LogContact { contact_made, medium: ContactMedium::Phone, minutes, note: None })
}
fn logged(contact: u32, at: &str, contact_made: bool) -> Then {
    Then::ContactLogged {
        contact,
        at: instant(at),
        contact_made,
        medium: ContactMedium::Phone,
        minutes: Some(20),
        note: None,
    }
}
fn correct(contact: u32, at: Option<&str>, minutes: Option<u32>) -> Ask {
    Ask::CorrectContactLog(CorrectContactLog {
        contact,
        at: at.map(instant),
        contact_made: false,
        medium: ContactMedium::Phone,
        minutes,
        note: None,
    })
}
fn pause(until: &str) -> Ask {
    Ask::Pause(PausePairing { until: instant(until), reason: PauseReason::VolunteerAway })
}
fn paused(until: &str, at: &str) -> Then {
    Then::PairingPaused { until: instant(until), reason: PauseReason::VolunteerAway, at: instant(at) }
}
const INCIDENT: IncidentId = IncidentId(Uuid::from_u128(7));
fn suspend() -> Ask {
    Ask::Suspend(SuspendPairing { incident: INCIDENT })
}
fn suspended(at: &str) -> Then {
    Then::PairingSuspended { incident: INCIDENT, at: instant(at) }
}
fn end(reason: PairingEndReason) -> Ask {
    Ask::End(EndPairing { member: karim(), by: PairingEnder::Both, reason })
}
fn ended(reason: PairingEndReason) -> Then {
    Then::PairingEnded { by: PairingEnder::Both, reason, at: instant(START) }
}
fn feedback(side: PairingSide) -> Ask {
    Ask::GiveFeedback(GiveFeedback { side, helped: FeedbackAnswer::Yes, language: None, words: None })
}
fn said(side: PairingSide) -> Then {
    Then::FeedbackGiven { side, helped: FeedbackAnswer::Yes, language: None, words: None }
}
fn complete(outcome: Option<PairingOutcome>) -> Ask {
    Ask::Complete(CompletePairing { outcome })
}
fn completed(outcome: PairingOutcome) -> Then {
    Then::PairingCompleted { outcome }
}
fn over() -> Vec<Then> {
    and(running(), [ended(PairingEndReason::GoalReached)])
}
fn system(history: Vec<Then>, at: &str) -> Given<Pairing> {
    given::<Pairing>(history).role(Role::System).at(at)
}
