use mutual_aid::member::Membership;
use mutual_aid::offer::{DayPart, Gender, HalfDay, LanguageLevel, WeeklyDay};
use mutual_aid::pairing::Accompaniment;
use mutual_aid::score::{PairingReasonCode as Why, Score, rank, rate};

use super::world::{case_id, member_id, pairing_id};

const THURSDAY: HalfDay = HalfDay { day: WeeklyDay::Thursday, part: DayPart::Afternoon };
const MONDAY: HalfDay = HalfDay { day: WeeklyDay::Monday, part: DayPart::Morning };

fn request() -> Accompaniment {
    Accompaniment {
        case: case_id(1),
        person: None,
        need: None,
        purpose: "NET.ESCORT".parse().unwrap(),
        language: "ara".parse().unwrap(),
        times: vec![THURSDAY],
        topic: Some("HEA.AMU".parse().unwrap()),
        gender_wish: None,
        planned_until: None,
        rematch_of: None,
        excluded: vec![],
    }
}

/// Karim: fluent in Arabic, knows the urgent medical card, free on Thursday, one place of two.
fn karim() -> Membership {
    Membership {
        languages: [("ara".parse().unwrap(), LanguageLevel::Fluent)].into(),
        topics: [("HEA.AMU".parse().unwrap(), false)].into(),
        half_days: [THURSDAY].into(),
        volunteer: true,
        quota: 2,
        places: [pairing_id(9)].into(),
        ..Membership::default()
    }
}

/// Bea: French and Dutch, no topic, no time in common, two places of two.
fn bea() -> Membership {
    Membership {
        languages: [
            ("fra".parse().unwrap(), LanguageLevel::Native),
            ("nld".parse().unwrap(), LanguageLevel::Fluent),
        ]
        .into(),
        half_days: [MONDAY].into(),
        volunteer: true,
        quota: 2,
        ..Membership::default()
    }
}

#[test]
fn karim_fits_well_and_it_is_said_why() {
    let rated = rate(&request(), &karim());
    assert_eq!((rated.score, rated.version), (Score(86), 1));
    let reasons: Vec<(Why, &str)> =
        rated.reasons.iter().map(|reason| (reason.code, reason.value.as_str())).collect();
    assert_eq!(
        reasons,
        [
            (Why::SpeaksLanguage, "ara"),
            (Why::KnowsTopic, "HEA.AMU"),
            (Why::FreeThursday, "afternoon"),
            (Why::HasPlaces, "1"),
        ]
    );
}

#[test]
fn what_karim_went_through_is_for_coordinators_unless_he_agreed() {
    let topic = |member: &Membership| {
        let rated = rate(&request(), member);
        rated.reasons.into_iter().find(|reason| reason.code == Why::KnowsTopic).unwrap()
    };
    assert!(topic(&karim()).for_coordinators);
    let agreed = Membership { topics: [("HEA.AMU".parse().unwrap(), true)].into(), ..karim() };
    assert!(!topic(&agreed).for_coordinators);
}

#[test]
fn a_language_that_is_not_shared_lowers_the_score_and_refuses_nothing() {
    let rated = rate(&request(), &bea());
    assert_eq!(rated.score, Score(20));
    assert!(bea().may_be_proposed(None, &mutual_aid::charter::Standing::default()).is_ok());
}

#[test]
fn what_was_not_asked_for_does_not_count() {
    let open = Accompaniment { topic: None, times: vec![], ..request() };
    let free = Membership { places: [].into(), ..karim() };
    let native = Membership { languages: [("ara".parse().unwrap(), LanguageLevel::Native)].into(), ..free };
    assert_eq!(rate(&open, &native).score, Score(100));
}

#[test]
fn a_wish_that_is_met_raises_the_score() {
    let wished = Accompaniment { gender_wish: Some(Gender::Woman), ..request() };
    let woman = Membership { gender: Some(Gender::Woman), ..karim() };
    assert!(rate(&wished, &woman).score > rate(&wished, &karim()).score);
    let met = |reason: &mutual_aid::score::PairingReason| reason.code == Why::MeetsGenderWish;
    assert!(rate(&wished, &woman).reasons.iter().any(met));
    assert!(!rate(&wished, &karim()).reasons.iter().any(met));
}

#[test]
fn somebody_who_offers_nothing_fits_not_at_all() {
    assert_eq!(rate(&request(), &Membership::default()).score, Score(0));
}

#[test]
fn ties_go_to_fewer_pairings_then_to_the_id() {
    let mut order = vec![
        rank(false, Score(90), 0, member_id(1)),
        rank(true, Score(50), 1, member_id(2)),
        rank(true, Score(50), 0, member_id(4)),
        rank(true, Score(50), 0, member_id(3)),
        rank(true, Score(60), 5, member_id(5)),
    ];
    order.sort();
    let members: Vec<_> = order.into_iter().map(|(.., member)| member).collect();
    assert_eq!(members, [5, 3, 4, 2, 1].map(member_id));
}

#[test]
fn a_score_has_two_decimals() {
    assert_eq!(Score(86).to_string(), "0.86");
    assert_eq!(Score(5).to_string(), "0.05");
    assert_eq!(Score(100).to_string(), "1.00");
    assert!((Score(86).value() - 0.86).abs() < f64::EPSILON);
}
