//! Reading who somebody is, and finding two files of one person.

use kernel::given::instant;
use kernel::{PersonId, Projection, Role, given};
use people::disclosure::RevealIdentity;
use people::duplicates::{candidates, reasons};
use people::*;

use crate::words::*;

fn reveal(kind: &str, purpose: RevealPurpose) -> DisclosureCommand {
    let object = RevealedObject { kind: kind.parse().unwrap(), id: ONE.0 };
    DisclosureCommand::Reveal(RevealIdentity { object, person: None, purpose, because: None })
}

fn revealed(kind: &str, person: Option<PersonId>) -> DisclosureEvent {
    DisclosureEvent::IdentityRevealed {
        object: RevealedObject { kind: kind.parse().unwrap(), id: ONE.0 },
        person,
        by: NORA,
        purpose: RevealPurpose::Reception,
        because: None,
        until: instant("2023-06-05T07:35:00Z"),
    }
}

#[test]
fn reading_an_identity_is_an_event_with_a_purpose() {
    given::<Disclosure>([])
        .by(NORA)
        .when(reveal("person", RevealPurpose::Reception))
        .then([revealed("person", Some(ONE))]);
    given::<Disclosure>([])
        .by(NORA)
        .when(reveal("visit", RevealPurpose::Reception))
        .then([revealed("visit", None)]);
    given::<Disclosure>([])
        .when(reveal("session", RevealPurpose::Reception))
        .then_refused(DisclosureRefusal::DisclosureKindUnknown);
    given::<Disclosure>([])
        .when(reveal("person", RevealPurpose::Other))
        .then_refused(DisclosureRefusal::DisclosurePurposeMissing);
    given::<Disclosure>([revealed("person", Some(ONE))])
        .when(reveal("person", RevealPurpose::Reception))
        .then_refused(DisclosureRefusal::DisclosureAlreadyMade);
    for role in [Role::Auditor, Role::Receptionist, Role::Public, Role::FundingOfficer] {
        given::<Disclosure>([])
            .role(role)
            .when(reveal("person", RevealPurpose::Reception))
            .then_refused(DisclosureRefusal::DisclosureNotForRole);
    }
}

#[test]
fn it_is_good_for_a_quarter_of_an_hour_and_for_one_account() {
    let told = recorded("disclosure", ONE, 1, revealed("person", Some(ONE)));
    let row = Disclosures::project(None, &ONE.to_string(), &told).unwrap();
    assert!(row.is_live(NORA, now()));
    assert!(row.is_live(NORA, instant("2023-06-05T07:34:59Z")));
    assert!(!row.is_live(NORA, instant("2023-06-05T07:35:00Z")));
    assert!(!row.is_live(ODILE, now()));
    let facets = Disclosures::facets(&row);
    assert_eq!(facets[1], kernel::Facet::of(format!("person:{ONE}")));
}

fn file(person: PersonId, name: Option<&str>, number: Option<&str>) -> PersonRow {
    let mut row = row_of(person, &[opened()]).unwrap();
    row.name = name.map(clear);
    row.contacts.extend(number.map(|number| people::projection::PersonContact {
        id: TELEPHONE,
        kind: PersonContactKind::Telephone,
        words: clear(number),
        safe_hours: vec![],
        note: None,
    }));
    row
}

#[test]
fn the_same_number_is_the_same_however_it_is_written() {
    let one = file(ONE, None, Some("+32 470 00 00 00"));
    for number in ["0470/00.00.00", "0032 470 000000", "٠٤٧٠٠٠٠٠٠٠"] {
        assert_eq!(
            reasons(&one, &file(OTHER, None, Some(number))),
            [DuplicateReason::SameTelephone],
            "{number}"
        );
    }
    assert!(reasons(&one, &file(OTHER, None, Some("0470 00 00 01"))).is_empty());
    let house = file(ONE, None, Some("02/000.00.00"));
    for number in ["+32 2 000 00 00", "0032 2 0000000"] {
        assert_eq!(
            reasons(&house, &file(OTHER, None, Some(number))),
            [DuplicateReason::SameTelephone],
            "{number}"
        );
    }
    assert!(reasons(&file(ONE, None, Some("112")), &file(OTHER, None, Some("112"))).is_empty());
}

#[test]
fn names_are_compared_without_diacritics_order_and_slips() {
    let pairs = [
        ("Zoé Ben-Ali", "BEN ALI zoe", Some(DuplicateReason::SameName)),
        ("فاطمة الزهراء", "فاطمه الزهراء", Some(DuplicateReason::SameName)),
        ("Mohammed Exemple", "Mohamed Exemple", Some(DuplicateReason::SimilarName)),
        ("Samir", "Samira", Some(DuplicateReason::SimilarName)),
        ("Ana", "Ada", None),
        ("Zoé Exemple", "Bea Voorbeeld", None),
    ];
    for (one, other, expected) in pairs {
        let found = reasons(&file(ONE, Some(one), None), &file(OTHER, Some(other), None));
        assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{one} / {other}");
    }
}

#[test]
fn only_other_files_in_use_are_candidates() {
    let one = file(ONE, Some("Zoé Exemple"), None);
    let mut alias = file(THIRD, Some("Zoé Exemple"), None);
    alias.state = PersonState::Alias;
    let found = candidates(&one, &[one.clone(), file(OTHER, Some("Zoe Exemple"), None), alias]);
    assert_eq!(found.iter().map(|found| found.person).collect::<Vec<_>>(), [OTHER]);
    let mut erased = file(OTHER, None, None);
    erased.name = Some(kernel::Secret::Erased);
    assert!(reasons(&one, &erased).is_empty(), "an erased name is like no other");
}

#[test]
fn a_search_finds_a_part_of_a_name_and_a_number() {
    let one = file(ONE, Some("Zoé Ben-Ali"), Some("0470 00 00 00"));
    for words in ["zoe", "BEN ALI", "+32470000000"] {
        assert!(people::duplicates::answers(&one, &words.parse().unwrap()), "{words}");
    }
    for words in ["zo", "Bea", "0470 00 00 01", "."] {
        assert!(!people::duplicates::answers(&one, &words.parse().unwrap()), "{words}");
    }
}

#[test]
fn nothing_personal_is_told() {
    let told = [
        narrate_person(&named("Zoé")),
        narrate_person(&telephone("0470")),
        narrate_disclosure(&revealed("person", Some(ONE))),
    ];
    for narration in told {
        let text = format!("{narration:?}");
        assert!(!text.contains("Zoé") && !text.contains("0470"), "{text}");
    }
}
