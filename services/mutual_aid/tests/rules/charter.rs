use kernel::given;
use kernel::given::instant;
use kernel::uuid::Uuid;
use kernel::{DecisionId, Localized, MeetingId};
use mutual_aid::charter::{
    AdoptCharterVersion, BringCharterVersionIntoForce, DraftCharterVersion, ProposeCharterAmendment, Renewal,
};
use mutual_aid::{Charter, CharterCommand, CharterEvent, CharterRefusal};

const MEETING: MeetingId = MeetingId(Uuid::from_u128(1));
const DECISION: DecisionId = DecisionId(Uuid::from_u128(2));

fn text(words: &str) -> Localized {
    Localized { fr: Some(words.parse().unwrap()), ..Localized::default() }
}
fn drafted(version: u32) -> CharterEvent {
    CharterEvent::CharterVersionDrafted { version, text: text("Nous écoutons."), signed_clip: None }
}
fn proposed(amendment: u32) -> CharterEvent {
    CharterEvent::CharterAmendmentProposed {
        version: 1,
        amendment,
        text: text("Pas de photo."),
        member: None,
    }
}
fn adopted(version: u32) -> CharterEvent {
    CharterEvent::CharterVersionAdopted { version, meeting: MEETING, decision: DECISION }
}
fn in_force(version: u32, from: &str, grace_until: &str) -> CharterEvent {
    CharterEvent::CharterVersionInForce { version, from: instant(from), grace_until: instant(grace_until) }
}
fn draft(words: Localized) -> CharterCommand {
    CharterCommand::Draft(DraftCharterVersion { text: words, signed_clip: None })
}
fn amend(words: Localized) -> CharterCommand {
    CharterCommand::ProposeAmendment(ProposeCharterAmendment { text: words, member: None })
}
fn adopt(version: u32) -> CharterCommand {
    CharterCommand::Adopt(AdoptCharterVersion { version, meeting: MEETING, decision: DECISION })
}
fn bring(version: u32, from: &str, grace_until: &str) -> CharterCommand {
    CharterCommand::BringIntoForce(BringCharterVersionIntoForce {
        version,
        from: instant(from),
        grace_until: instant(grace_until),
    })
}

const JANUARY: &str = "2023-01-01T00:00:00Z";
const MAY: &str = "2023-05-26T00:00:00Z";
const JUNE: &str = "2023-06-30T00:00:00Z";

fn two_versions() -> Vec<CharterEvent> {
    vec![
        drafted(1),
        adopted(1),
        in_force(1, JANUARY, JANUARY),
        drafted(2),
        adopted(2),
        in_force(2, MAY, JUNE),
        CharterEvent::CharterVersionReplaced { version: 1, by: 2 },
    ]
}

#[test]
fn the_first_draft_is_version_one() {
    given::<Charter>([]).when(draft(text("Nous écoutons."))).then([drafted(1)]);
}

#[test]
fn a_draft_that_is_not_adopted_is_written_anew() {
    given::<Charter>([drafted(1)]).when(draft(text("Nous écoutons."))).then([drafted(1)]);
    given::<Charter>([drafted(1), adopted(1)]).when(draft(text("Nous écoutons."))).then([drafted(2)]);
}

#[test]
fn a_charter_has_words() {
    given::<Charter>([]).when(draft(Localized::default())).then_refused(CharterRefusal::CharterTextMissing);
    given::<Charter>([drafted(1)])
        .when(amend(Localized::default()))
        .then_refused(CharterRefusal::CharterTextMissing);
}

#[test]
fn amendments_are_numbered() {
    given::<Charter>([drafted(1), proposed(1)]).when(amend(text("Pas de photo."))).then([proposed(2)]);
}

#[test]
fn a_version_takes_a_hundred_amendments() {
    let history = std::iter::once(drafted(1)).chain((1..=100).map(proposed));
    given::<Charter>(history)
        .when(amend(text("Pas de photo.")))
        .then_refused(CharterRefusal::CharterTooManyAmendments { most: 100 });
}

#[test]
fn nothing_is_amended_before_there_is_a_charter() {
    given::<Charter>([]).when(amend(text("Pas de photo."))).then_refused(CharterRefusal::CharterNotFound);
}

#[test]
fn a_meeting_adopts_the_draft() {
    given::<Charter>([drafted(1)]).when(adopt(1)).then([adopted(1)]);
}

#[test]
fn adopting_twice_is_adopting_once() {
    given::<Charter>([drafted(1), adopted(1)]).when(adopt(1)).then_nothing();
}

#[test]
fn only_the_draft_is_adopted() {
    given::<Charter>([drafted(1)])
        .when(adopt(2))
        .then_refused(CharterRefusal::CharterNotDrafted { version: 2 });
}

#[test]
fn a_version_in_force_replaces_the_one_before() {
    given::<Charter>([drafted(1), adopted(1), in_force(1, JANUARY, JANUARY), drafted(2), adopted(2)])
        .when(bring(2, MAY, JUNE))
        .then([in_force(2, MAY, JUNE), CharterEvent::CharterVersionReplaced { version: 1, by: 2 }]);
}

#[test]
fn only_an_adopted_version_comes_into_force() {
    given::<Charter>([drafted(1)])
        .when(bring(1, MAY, JUNE))
        .then_refused(CharterRefusal::CharterNotAdopted { version: 1 });
}

#[test]
fn dates_are_said_once() {
    given::<Charter>(two_versions()).when(bring(2, MAY, JUNE)).then_nothing();
    given::<Charter>(two_versions())
        .when(bring(2, JANUARY, JUNE))
        .then_refused(CharterRefusal::CharterAlreadyInForce { version: 2 });
}

#[test]
fn grace_does_not_end_before_it_starts() {
    given::<Charter>([drafted(1), adopted(1)])
        .when(bring(1, JUNE, MAY))
        .then_refused(CharterRefusal::CharterGraceBeforeStart);
}

#[test]
fn a_version_does_not_start_before_the_one_it_replaces() {
    given::<Charter>([drafted(1), adopted(1), in_force(1, MAY, MAY), drafted(2), adopted(2)])
        .when(bring(2, JANUARY, JUNE))
        .then_refused(CharterRefusal::CharterStartsTooEarly { from: instant(MAY).date_naive() });
}

#[test]
fn the_version_before_is_good_until_the_grace_is_over() {
    use kernel::Decider;
    let charter = Charter::after(two_versions());
    let good = |at: &str| {
        let standing = charter.standing(instant(at));
        (standing.in_force, standing.acceptable)
    };
    assert_eq!(good("2022-12-31T00:00:00Z"), (None, vec![1, 2]));
    assert_eq!(good("2023-05-25T00:00:00Z"), (Some(1), vec![1, 2]));
    assert_eq!(good("2023-06-29T23:59:59Z"), (Some(2), vec![1, 2]));
    assert_eq!(good("2023-06-30T00:00:00Z"), (Some(2), vec![2]));
    let standing = charter.standing(instant(MAY));
    assert_eq!(standing.renewal(1), Some(Renewal { version: 2, until: instant(JUNE) }));
    assert_eq!(standing.renewal(2), None);
}
