//! A woman wants somebody to go along on Thursday, in Arabic: Karim fits, Bea less, Yasmine has
//! not accepted the new charter. Everybody is fictional.

use graph::{Locale, Wording};
use kernel::given::instant;
use kernel::uuid::Uuid;
use kernel::{ActorId, DecisionId, Expected, Localized, MeetingId, MemberId, Party, Projection, Role};
use mutual_aid::charter::{
    AdoptCharterVersion, BringCharterVersionIntoForce, DraftCharterVersion, charter_of,
};
use mutual_aid::member::{
    AcceptCharter, CharterAcceptanceMode, DeclareAvailability, DeclareLanguages, ShareLivedExperience,
};
use mutual_aid::offer::{DayPart, HalfDay, LanguageLevel, LanguageSkill, WeeklyDay};
use mutual_aid::pairing::PairingAction;
use mutual_aid::pairing::{
    AcceptPairingAsPerson, AcceptPairingAsVolunteer, CompletePairing, ContactMedium, DeclinePairing,
    EndPairing, FeedbackAnswer, GiveFeedback, LogContact, PairingEndReason, PairingEnder, PairingOutcome,
    PairingSide, PausePairing, PauseReason, ProposePairing, RequestAccompaniment,
};
use mutual_aid::{
    Charter, CharterCommand, Member, MemberCommand, Members, Pairing, PairingCommand, PairingState, Pairings,
    TEXTS, acts, due_member, due_pairing_act, recruitment,
};

use super::world::{World, case_id, join, member_id, pairing_id, person_id};

const KARIM: u128 = 1;
const BEA: u128 = 2;
const YASMINE: u128 = 3;
const THURSDAY: HalfDay = HalfDay { day: WeeklyDay::Thursday, part: DayPart::Afternoon };

type Done = Result<Vec<&'static str>, String>;

fn charter_version(world: &mut World, version: u32, from: &str, grace_until: &str) {
    let charter = charter_of(&world.network);
    let text = Localized { fr: Some("Nous écoutons.".parse().unwrap()), ..Localized::default() };
    let draft = DraftCharterVersion { text, signed_clip: None };
    let meeting = MeetingId(Uuid::from_u128(1));
    let adopt = AdoptCharterVersion { version, meeting, decision: DecisionId(Uuid::from_u128(2)) };
    let (from, grace_until) = (instant(from), instant(grace_until));
    let bring = BringCharterVersionIntoForce { version, from, grace_until };
    for command in
        [CharterCommand::Draft(draft), CharterCommand::Adopt(adopt), CharterCommand::BringIntoForce(bring)]
    {
        world.ask::<Charter>(charter, command).unwrap();
    }
}

fn accept_charter(world: &mut World, member: u128, version: u32) -> Done {
    let command = world.command();
    let input =
        AcceptCharter { version, language: "fra".parse().unwrap(), mode: CharterAcceptanceMode::Read };
    let network = world.network.clone();
    world.perform(acts::accept_charter(&network, command, member_id(member), Expected::Any, input))
}

fn volunteer(world: &mut World, number: u128, name: &str, languages: &[(&str, LanguageLevel)]) {
    let mut somebody = join(name);
    somebody.person = Some(person_id(number));
    somebody.account = Some(ActorId(Uuid::from_u128(0xAC00 + number)));
    let languages = languages
        .iter()
        .map(|(language, level)| LanguageSkill { language: language.parse().unwrap(), level: *level })
        .collect();
    for command in [
        MemberCommand::Join(somebody),
        MemberCommand::DeclareLanguages(DeclareLanguages { languages }),
        MemberCommand::OfferVolunteering,
    ] {
        world.ask::<Member>(member_id(number), command).unwrap();
    }
}

fn request(world: &mut World, number: u128, person: Option<kernel::PersonId>) {
    let input = RequestAccompaniment {
        case: case_id(number),
        person,
        need: None,
        purpose: "NET.ESCORT".parse().unwrap(),
        language: "ara".parse().unwrap(),
        times: vec![THURSDAY],
        topic: Some("HEA.AMU".parse().unwrap()),
        gender_wish: None,
        planned_until: Some("2023-12-31".parse().unwrap()),
    };
    world.ask::<Pairing>(pairing_id(number), PairingCommand::Request(input)).unwrap();
}

fn propose(world: &mut World, number: u128, member: u128) -> Done {
    let on = world.on(pairing_id(number));
    world.perform(acts::propose(on, ProposePairing { member: member_id(member) }))
}

/// July 2023: version 2 has replaced version 1 and its grace is over. Karim has one pairing of two.
fn cureghem() -> World {
    let mut world = World::new();
    world.at("2023-01-10T09:00:00Z");
    charter_version(&mut world, 1, "2023-01-01T00:00:00Z", "2023-01-01T00:00:00Z");
    volunteer(&mut world, KARIM, "Karim", &[("ara", LanguageLevel::Fluent), ("fra", LanguageLevel::Native)]);
    volunteer(&mut world, BEA, "Bea", &[("fra", LanguageLevel::Native), ("nld", LanguageLevel::Fluent)]);
    volunteer(&mut world, YASMINE, "Yasmine", &[("ara", LanguageLevel::Native)]);
    let share = ShareLivedExperience { topic: "HEA.AMU".parse().unwrap(), tell_person: false };
    world.ask::<Member>(member_id(KARIM), MemberCommand::ShareLivedExperience(share)).unwrap();
    let free = DeclareAvailability { half_days: vec![THURSDAY] };
    world.ask::<Member>(member_id(KARIM), MemberCommand::DeclareAvailability(free)).unwrap();
    accept_charter(&mut world, YASMINE, 1).unwrap();
    world.at("2023-05-26T12:00:00Z");
    charter_version(&mut world, 2, "2023-05-26T00:00:00Z", "2023-06-30T00:00:00Z");
    accept_charter(&mut world, KARIM, 2).unwrap();
    accept_charter(&mut world, BEA, 2).unwrap();
    world.at("2023-07-03T09:00:00Z");
    request(&mut world, 9, None);
    assert_eq!(propose(&mut world, 9, KARIM), Ok(vec!["PairingProposed", "PairingPlaceHeld"]));
    request(&mut world, 1, None);
    world
}

fn log(world: &mut World, contact_made: bool) -> Done {
    let log = LogContact { contact_made, medium: ContactMedium::InPerson, minutes: Some(60), note: None };
    world.ask::<Pairing>(pairing_id(1), PairingCommand::LogContact(log))
}

fn platform(world: &mut World, at: &str) -> Vec<&'static str> {
    world.at(at);
    let before = world.asked.role;
    world.asked.role = Role::System;
    let row = world.pairing(pairing_id(1));
    let command = world.command();
    let act = due_pairing_act(&world.network.clone(), command, &row, instant(at));
    let events = act.map_or(vec![], |act| world.perform(act).unwrap());
    world.asked.role = before;
    events
}

fn begin(world: &mut World) {
    assert_eq!(propose(world, 1, KARIM), Ok(vec!["PairingProposed", "PairingPlaceHeld"]));
    let member: MemberId = member_id(KARIM);
    let on = world.on(pairing_id(1));
    let accepted = world.perform(acts::accept_as_volunteer(on, AcceptPairingAsVolunteer { member }));
    assert_eq!(accepted, Ok(vec!["PairingAcceptedByVolunteer"]));
    let accepts = PairingCommand::AcceptAsPerson(AcceptPairingAsPerson { member });
    let accepted = world.ask::<Pairing>(pairing_id(1), accepts);
    assert_eq!(accepted, Ok(vec!["PairingAcceptedByPerson", "PairingActivated"]));
}

#[test]
fn karim_goes_along_until_the_goal_is_reached() {
    let mut world = cureghem();
    begin(&mut world);
    let row = world.pairing(pairing_id(1));
    assert_eq!(row.score, Some(0.86));
    assert_eq!(
        row.actions_of_volunteer(),
        [PairingAction::LogContact, PairingAction::Pause, PairingAction::End]
    );

    world.at("2023-07-06T14:00:00Z");
    assert_eq!(log(&mut world, true), Ok(vec!["ContactLogged"]));
    for day in ["2023-07-13T14:00:00Z", "2023-07-19T14:00:00Z"] {
        world.at(day);
        assert_eq!(log(&mut world, false), Ok(vec!["ContactLogged"]));
    }
    assert_eq!(platform(&mut world, "2023-07-20T13:59:59Z"), Vec::<&str>::new());
    assert_eq!(platform(&mut world, "2023-07-20T14:00:00Z"), ["PairingInactivityFlagged"]);
    assert_eq!(Pairings::waiting(&world.pairing(pairing_id(1))).unwrap().on, Party::Volunteer);

    world.at("2023-07-21T09:00:00Z");
    log(&mut world, true).unwrap();
    world.at("2023-07-24T09:00:00Z");
    let until = instant("2023-08-03T09:00:00Z");
    let pause = PausePairing { until, reason: PauseReason::VolunteerAway };
    world.ask::<Pairing>(pairing_id(1), PairingCommand::Pause(pause)).unwrap();
    // No flag during the pause; it ends by itself after ten days.
    assert_eq!(platform(&mut world, "2023-08-03T08:59:59Z"), Vec::<&str>::new());
    assert_eq!(platform(&mut world, "2023-08-03T09:00:00Z"), ["PairingResumed"]);

    world.at("2023-08-12T09:00:00Z");
    let on = world.on(pairing_id(1));
    let reason = PairingEndReason::GoalReached;
    let end = EndPairing { member: member_id(KARIM), by: PairingEnder::Both, reason };
    let ended = world.perform(acts::end(on, end));
    assert_eq!(ended, Ok(vec!["PairingEnded", "PairingPlaceReleased"]));
    for side in [PairingSide::Person, PairingSide::Volunteer] {
        let feedback = GiveFeedback { side, helped: FeedbackAnswer::Yes, language: None, words: None };
        let given = world.ask::<Pairing>(pairing_id(1), PairingCommand::GiveFeedback(feedback));
        assert_eq!(given, Ok(vec!["FeedbackGiven"]));
    }
    let complete = PairingCommand::Complete(CompletePairing { outcome: None });
    assert_eq!(world.ask::<Pairing>(pairing_id(1), complete), Ok(vec!["PairingCompleted"]));

    let row = world.pairing(pairing_id(1));
    assert_eq!((row.state, row.outcome), (PairingState::Completed, Some(PairingOutcome::Positive)));
    // 3 July to 12 August is forty days, of which ten were a pause.
    assert_eq!((row.effective_days, row.rested_days, row.ended_early), (Some(30), 10, true));
    assert_eq!((row.contacts_made, row.contacts_not_made, row.contact_minutes), (2, 2, 120));
    assert_eq!(world.member(member_id(KARIM)).membership.current_pairings(), 1);
}

#[test]
fn yasmine_is_not_proposed_before_she_accepts_the_new_charter() {
    let mut world = cureghem();
    assert_eq!(propose(&mut world, 1, YASMINE), Err("CHARTER_NOT_CURRENT".to_owned()));
    let outdated = accept_charter(&mut world, YASMINE, 1);
    assert_eq!(outdated, Ok(vec![]), "she had accepted it");
    assert_eq!(accept_charter(&mut world, YASMINE, 2), Ok(vec!["CharterAccepted"]));
    assert_eq!(propose(&mut world, 1, YASMINE), Ok(vec!["PairingProposed", "PairingPlaceHeld"]));
}

#[test]
fn a_volunteer_whose_charter_ran_out_meanwhile_does_not_accept() {
    let mut world = cureghem();
    propose(&mut world, 1, KARIM).unwrap();
    charter_version(&mut world, 3, "2023-07-04T00:00:00Z", "2023-07-05T00:00:00Z");
    world.at("2023-07-05T00:00:00Z");
    let on = world.on(pairing_id(1));
    let input = AcceptPairingAsVolunteer { member: member_id(KARIM) };
    let accepted = world.perform(acts::accept_as_volunteer(on, input));
    assert_eq!(accepted, Err("CHARTER_NOT_CURRENT".to_owned()));
    assert_eq!(world.pairing(pairing_id(1)).state, PairingState::Proposed);
}

#[test]
fn a_third_pairing_for_karim_is_one_too_many() {
    let mut world = cureghem();
    propose(&mut world, 1, KARIM).unwrap();
    request(&mut world, 2, None);
    assert_eq!(propose(&mut world, 2, KARIM), Err("QUOTA_REACHED".to_owned()));
}

#[test]
fn karim_is_not_paired_with_himself() {
    let mut world = cureghem();
    request(&mut world, 2, Some(person_id(KARIM)));
    assert_eq!(propose(&mut world, 2, KARIM), Err("SAME_ALIAS".to_owned()));
}

#[test]
fn members_are_asked_before_the_grace_is_over_and_lapse_after() {
    let mut world = cureghem();
    world.at("2023-06-01T09:00:00Z");
    let network = world.network.clone();
    let command = world.command();
    let ask = acts::ask_charter_renewal(&network, command, member_id(YASMINE), Expected::Any);
    assert_eq!(world.perform(ask), Ok(vec!["CharterRenewalAsked"]));
    let row = world.member(member_id(YASMINE));
    let waiting = Members::waiting(&row).unwrap();
    assert_eq!((waiting.on, waiting.what.as_str()), (Party::Member, "acceptCharter"));
    assert_eq!(Members::due(&row), Some(instant("2023-06-30T00:00:00Z")));
    assert!(due_member(&row, instant("2023-06-29T23:59:59Z")).is_none());

    world.at("2023-06-30T00:00:00Z");
    let lapse = due_member(&row, world.asked.now).unwrap();
    assert_eq!(world.ask::<Member>(member_id(YASMINE), lapse), Ok(vec!["CharterAcceptanceLapsed"]));
    let row = world.member(member_id(YASMINE));
    assert!(row.membership.lapsed);
    assert_eq!((Members::due(&row), Members::waiting(&row)), (None, None));
    assert_eq!(world.acceptable(instant("2023-06-29T00:00:00Z")), [1, 2]);
    assert_eq!(world.acceptable(instant("2023-06-30T00:00:00Z")), [2]);
}

#[test]
fn nobody_else_fits_so_a_call_is_made() {
    let mut world = cureghem();
    propose(&mut world, 1, KARIM).unwrap();
    let on = world.on(pairing_id(1));
    let input = DeclinePairing { member: member_id(KARIM), side: PairingSide::Person, reason: None };
    world.perform(acts::decline(on, input)).unwrap();
    let reported = world.ask::<Pairing>(pairing_id(1), PairingCommand::ReportNoMatch);
    assert_eq!(reported, Ok(vec!["NoMatchFound"]));
    let row = world.pairing(pairing_id(1));
    assert_eq!(row.state, PairingState::Unmatched);

    let wording = Wording::new([TEXTS]).unwrap();
    let call = recruitment::call(&wording, Locale::En, row.language, &row.times);
    assert_eq!(call.code, recruitment::CALL);
    // Isolation marks keep Arabic and Latin words apart on one line.
    let text: String = call.text.chars().filter(|c| !('\u{2066}'..='\u{2069}').contains(c)).collect();
    assert_eq!(
        text,
        "Wanted: somebody to go along with a person. Language: Arabic. Free on: Thursday afternoon."
    );
}
