//! Every event that was ever stored is still read.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use kernel::given::instant;
use kernel::uuid::Uuid;
use kernel::{
    ActorId, CaseId, DecisionId, Localized, MeetingId, MemberId, NeedId, PairingId, PersonId, Sealed, Secret,
    VisitId,
};
use mutual_aid::member::CharterAcceptanceMode;
use mutual_aid::offer::{DayPart, Gender, HalfDay, LanguageLevel, LanguageSkill, WeeklyDay};
use mutual_aid::pairing::{
    Accompaniment, ContactMedium, DeclineReason, FeedbackAnswer, InactivityLevel, IncidentId,
    PairingEndReason, PairingEnder, PairingOutcome, PairingSide, PauseReason, WithdrawalReason,
};
use mutual_aid::score::{PairingReason, PairingReasonCode, Score};
use mutual_aid::{CharterEvent, MemberEvent, PairingEvent};
use reference::NeedRef;
use strum::VariantNames;
use support::history::check;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/history");
const AT: &str = "2023-06-05T07:20:00Z";
const ID: Uuid = Uuid::from_u128(0x0190_a5d4_0000_7000_8000_0000_0000_0001);

fn sealed() -> Secret {
    Secret::Sealed(Sealed { subject: "brussels/member/1".to_owned(), bytes: "AAAA".to_owned() })
}

fn charter() -> Vec<CharterEvent> {
    use CharterEvent as Then;
    let text = Localized { fr: Some("Nous écoutons.".parse().unwrap()), ..Localized::default() };
    vec![
        Then::CharterVersionDrafted {
            version: 1,
            text: text.clone(),
            signed_clip: Some("https://example.org/clip".parse().unwrap()),
        },
        Then::CharterAmendmentProposed { version: 1, amendment: 1, text, member: Some(MemberId(ID)) },
        Then::CharterVersionAdopted { version: 1, meeting: MeetingId(ID), decision: DecisionId(ID) },
        Then::CharterVersionInForce { version: 1, from: instant(AT), grace_until: instant(AT) },
        Then::CharterVersionReplaced { version: 1, by: 2 },
    ]
}

fn member() -> Vec<MemberEvent> {
    use MemberEvent as Then;
    let topic = "HEA.AMU".parse().unwrap();
    let language = "ara".parse().unwrap();
    let thursday = HalfDay { day: WeeklyDay::Thursday, part: DayPart::Afternoon };
    vec![
        Then::MemberJoined {
            display_name: sealed(),
            contact: Some(sealed()),
            person: Some(PersonId(ID)),
            account: Some(ActorId(ID)),
            gender: Some(Gender::Woman),
            quota: 2,
            limits_version: 1,
        },
        Then::MemberAccountLinked { account: ActorId(ID) },
        Then::MemberAliasLinked { person: PersonId(ID) },
        Then::CharterAccepted { version: 1, language, mode: CharterAcceptanceMode::Interpreted },
        Then::CharterRenewalAsked { version: 2, until: instant(AT) },
        Then::CharterAcceptanceLapsed { version: 1 },
        Then::LivedExperienceShared { topic, tell_person: true },
        Then::LivedExperienceWithdrawn { topic },
        Then::AvailabilityDeclared { half_days: vec![thursday] },
        Then::LanguagesDeclared { languages: vec![LanguageSkill { language, level: LanguageLevel::Fluent }] },
        Then::QuotaDeclared { quota: 1, limits_version: 1 },
        Then::VolunteeringOffered,
        Then::VolunteeringWithdrawn,
        Then::PairingPlaceHeld { pairing: PairingId(ID) },
        Then::PairingPlaceReleased { pairing: PairingId(ID) },
        Then::MemberLeft,
    ]
}

fn matching() -> Vec<PairingEvent> {
    use PairingEvent as Then;
    let member = MemberId(ID);
    let at = instant(AT);
    let topic = "HEA.AMU".parse().unwrap();
    let need = NeedRef { need: NeedId(ID), visit: Some(VisitId(ID)), code: topic };
    let reason = PairingReason {
        code: PairingReasonCode::KnowsTopic,
        value: "HEA.AMU".to_owned(),
        for_coordinators: true,
    };
    vec![
        Then::AccompanimentRequested {
            request: Accompaniment {
                case: CaseId(ID),
                person: Some(PersonId(ID)),
                need: Some(need),
                purpose: "NET.ESCORT".parse().unwrap(),
                language: "ara".parse().unwrap(),
                times: vec![HalfDay { day: WeeklyDay::Thursday, part: DayPart::Morning }],
                topic: Some(topic),
                gender_wish: Some(Gender::Man),
                planned_until: Some("2023-12-31".parse().unwrap()),
                rematch_of: Some(PairingId(ID)),
                excluded: vec![member],
            },
            at,
            limits_version: 1,
        },
        Then::PairingProposed {
            member,
            score: Score(86),
            reasons: vec![reason],
            score_version: 1,
            deadline: at,
            limits_version: 1,
        },
        Then::PairingAcceptedByVolunteer { member },
        Then::PairingAcceptedByPerson { member },
        Then::PairingActivated { member, at, limits_version: 1 },
        Then::PairingDeclined {
            member,
            side: PairingSide::Volunteer,
            reason: Some(DeclineReason::NoTime),
            at,
        },
        Then::PairingProposalExpired { member, at },
        Then::NoMatchFound { proposals: 3 },
        Then::AccompanimentWithdrawn { reason: WithdrawalReason::HelpedOtherwise },
    ]
}

fn running() -> Vec<PairingEvent> {
    use PairingEvent as Then;
    let at = instant(AT);
    vec![
        Then::ContactLogged {
            contact: 1,
            at,
            contact_made: true,
            medium: ContactMedium::InPerson,
            minutes: Some(45),
            note: Some(sealed()),
        },
        Then::ContactLogCorrected {
            contact: 1,
            at,
            contact_made: false,
            medium: ContactMedium::Video,
            minutes: None,
            note: None,
        },
        Then::PairingInactivityFlagged { level: InactivityLevel::Reminder, since: at },
        Then::PairingPaused { until: at, reason: PauseReason::VolunteerAway, at },
        Then::PairingResumed { at },
        Then::PairingSuspended { incident: IncidentId(ID), at },
        Then::PairingReinstated { at },
        Then::PairingEnded { by: PairingEnder::Both, reason: PairingEndReason::GoalReached, at },
        Then::FeedbackGiven {
            side: PairingSide::Person,
            helped: FeedbackAnswer::Yes,
            language: Some("ara".parse().unwrap()),
            words: Some(sealed()),
        },
        Then::PairingCompleted { outcome: PairingOutcome::Positive },
        Then::RematchRequested { next: PairingId(ID) },
    ]
}

#[test]
fn events_of_the_charter() {
    check(format!("{FOLDER}/charter"), CharterEvent::VARIANTS, &charter());
}

#[test]
fn events_of_members() {
    check(format!("{FOLDER}/member"), MemberEvent::VARIANTS, &member());
}

#[test]
fn events_of_pairings() {
    let samples: Vec<PairingEvent> = matching().into_iter().chain(running()).collect();
    check(format!("{FOLDER}/pairing"), PairingEvent::VARIANTS, &samples);
}

#[test]
fn no_narration_holds_a_word_about_a_person() {
    for event in member() {
        let told = format!("{:?}", mutual_aid::narrate_member(&event));
        assert!(!told.contains("HEA.AMU") && !told.contains("AAAA"), "{told}");
    }
    for event in matching().into_iter().chain(running()) {
        let told = format!("{:?}", mutual_aid::narrate_pairing(&event));
        assert!(!told.contains("HEA.AMU") && !told.contains("AAAA"), "{told}");
    }
    for event in charter() {
        let told = mutual_aid::narrate_charter(&event);
        assert!(told.facts.iter().any(|(name, _)| *name == "version" || *name == "by"));
    }
}
