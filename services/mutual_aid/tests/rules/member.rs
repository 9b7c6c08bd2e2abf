use kernel::given::{given, instant};
use kernel::uuid::Uuid;
use kernel::{ActorId, Role};
use mutual_aid::charter::{Declared, Standing};
use mutual_aid::member::{
    AcceptCharter, CharterAcceptanceMode, DeclareAvailability, DeclareLanguages, DeclareQuota, LinkAccount,
    LinkAlias, ShareLivedExperience, WithdrawLivedExperience,
};
use mutual_aid::offer::{DayPart, HalfDay, LanguageLevel, LanguageSkill, WeeklyDay};
use mutual_aid::{Member, MemberCommand as Ask, MemberEvent as Then, MemberRefusal as No};
use reference::Taxonomy;

use super::world::{join, pairing_id, person_id, sealed};

fn joined() -> Then {
    Then::MemberJoined {
        display_name: sealed("Karim"),
        contact: None,
        person: Some(person_id(1)),
        account: None,
        gender: None,
        quota: 2,
        limits_version: 1,
    }
}
fn accepted(version: u32) -> Then {
    Then::CharterAccepted {
        version,
        language: "ara".parse().unwrap(),
        mode: CharterAcceptanceMode::ReadAloud,
    }
}
fn accept(version: u32, standing: Standing) -> Ask {
    Ask::AcceptCharter(
        AcceptCharter { version, language: "ara".parse().unwrap(), mode: CharterAcceptanceMode::ReadAloud },
        standing,
    )
}
const MAY: &str = "2023-05-26T00:00:00Z";
const END_OF_JUNE: &str = "2023-06-30T00:00:00Z";
/// What the charter asks when version 2 replaced version 1 on 26 May with grace until 30 June.
fn standing(at: &str) -> Standing {
    let january = instant("2023-01-01T00:00:00Z");
    let one = Declared { version: 1, from: january, grace_until: january };
    let two = Declared { version: 2, from: instant(MAY), grace_until: instant(END_OF_JUNE) };
    Standing::at(&[one, two], instant(at))
}
const IN_GRACE: &str = "2023-06-05T00:00:00Z";
const GRACE_OVER: &str = "2023-07-05T00:00:00Z";
fn renewal_asked() -> Then {
    Then::CharterRenewalAsked { version: 2, until: instant(END_OF_JUNE) }
}
fn volunteer() -> Vec<Then> {
    vec![joined(), accepted(2), Then::VolunteeringOffered]
}
fn held(number: u128) -> Then {
    Then::PairingPlaceHeld { pairing: pairing_id(number) }
}
fn released(number: u128) -> Then {
    Then::PairingPlaceReleased { pairing: pairing_id(number) }
}
fn hold(number: u128) -> Ask {
    Ask::HoldPlace { pairing: pairing_id(number), person: None, standing: standing(GRACE_OVER) }
}
fn shared(code: &str) -> Then {
    Then::LivedExperienceShared { topic: code.parse().unwrap(), tell_person: false }
}
fn share(code: &str) -> Ask {
    Ask::ShareLivedExperience(ShareLivedExperience { topic: code.parse().unwrap(), tell_person: false })
}
fn skill(language: &str, level: LanguageLevel) -> LanguageSkill {
    LanguageSkill { language: language.parse().unwrap(), level }
}

#[test]
fn anybody_may_join_with_a_quota_of_two() {
    let mut karim = join("Karim");
    karim.person = Some(person_id(1));
    given::<Member>([]).when(Ask::Join(karim)).then([joined()]);
}

#[test]
fn nobody_joins_twice_under_one_id() {
    given::<Member>([joined()]).when(Ask::Join(join("Bea"))).then_refused(No::MemberAlreadyJoined);
}

#[test]
fn nothing_is_asked_of_nobody() {
    given::<Member>([]).when(Ask::OfferVolunteering).then_refused(No::MemberNotFound);
}

#[test]
fn nothing_is_asked_of_somebody_who_left() {
    given::<Member>([joined(), Then::MemberLeft])
        .when(Ask::OfferVolunteering)
        .then_refused(No::MemberHasLeft);
}

#[test]
fn leaving_twice_is_leaving_once() {
    given::<Member>([joined()]).when(Ask::Leave).then([Then::MemberLeft]);
    given::<Member>([joined(), Then::MemberLeft]).when(Ask::Leave).then_nothing();
}

#[test]
fn a_member_with_a_pairing_does_not_leave() {
    given::<Member>([joined(), held(1)]).when(Ask::Leave).then_refused(No::MemberStillPaired { places: 1 });
}

#[test]
fn an_account_is_linked_once() {
    let account = ActorId(Uuid::from_u128(5));
    let link = || Ask::LinkAccount(LinkAccount { account });
    given::<Member>([joined()]).when(link()).then([Then::MemberAccountLinked { account }]);
    given::<Member>([joined(), Then::MemberAccountLinked { account }]).when(link()).then_nothing();
}

#[test]
fn an_alias_is_linked_once() {
    let link = |number| Ask::LinkAlias(LinkAlias { person: person_id(number) });
    given::<Member>([joined()]).when(link(2)).then([Then::MemberAliasLinked { person: person_id(2) }]);
    given::<Member>([joined()]).when(link(1)).then_nothing();
}

#[test]
fn a_member_has_ten_pseudonyms_at_most() {
    let aliases = (2..=10).map(|number| Then::MemberAliasLinked { person: person_id(number) });
    given::<Member>(std::iter::once(joined()).chain(aliases))
        .when(Ask::LinkAlias(LinkAlias { person: person_id(11) }))
        .then_refused(No::TooManyAliases { most: 10 });
}

#[test]
fn the_charter_in_force_is_accepted() {
    given::<Member>([joined()]).when(accept(2, standing(GRACE_OVER))).then([accepted(2)]);
    given::<Member>([joined(), accepted(2)]).when(accept(2, standing(GRACE_OVER))).then_nothing();
}

#[test]
fn whoever_accepts_a_version_that_runs_out_is_asked_for_the_next() {
    given::<Member>([joined()]).when(accept(1, standing(IN_GRACE))).then([accepted(1), renewal_asked()]);
}

#[test]
fn a_version_that_ran_out_is_not_accepted() {
    given::<Member>([joined()])
        .when(accept(1, standing(GRACE_OVER)))
        .then_refused(No::CharterVersionNotAcceptable { version: 1, in_force: 2 });
}

#[test]
fn an_older_version_is_not_accepted_after_a_newer_one() {
    given::<Member>([joined(), accepted(2)])
        .when(accept(1, standing(IN_GRACE)))
        .then_refused(No::NewerCharterAccepted { accepted: 2 });
}

#[test]
fn only_whoever_accepted_an_older_version_is_asked_again() {
    let ask = || Ask::AskCharterRenewal(standing(IN_GRACE));
    given::<Member>([joined(), accepted(1)]).when(ask()).then([renewal_asked()]);
    given::<Member>([joined(), accepted(1), renewal_asked()]).when(ask()).then_nothing();
    given::<Member>([joined(), accepted(2)]).when(ask()).then_nothing();
    given::<Member>([joined()]).when(ask()).then_nothing();
}

#[test]
fn an_acceptance_lapses_when_the_grace_is_over() {
    given::<Member>([joined(), accepted(1), renewal_asked()])
        .role(Role::System)
        .at(GRACE_OVER)
        .when(Ask::LapseCharterAcceptance)
        .then([Then::CharterAcceptanceLapsed { version: 1 }]);
    given::<Member>([joined(), accepted(1), renewal_asked(), accepted(2)])
        .at(GRACE_OVER)
        .when(Ask::LapseCharterAcceptance)
        .then_nothing();
}

#[test]
fn an_acceptance_does_not_lapse_before() {
    given::<Member>([joined(), accepted(1), renewal_asked()])
        .at(IN_GRACE)
        .when(Ask::LapseCharterAcceptance)
        .then_refused(No::CharterGraceNotOver { until: instant(END_OF_JUNE).date_naive() });
}

#[test]
fn lived_experience_is_shared_and_taken_back() {
    given::<Member>([joined()]).when(share("HEA.AMU")).then([shared("HEA.AMU")]);
    given::<Member>([joined(), shared("HEA.AMU")]).when(share("HEA.AMU")).then_nothing();
    let topic = "HEA.AMU".parse().unwrap();
    let withdraw = || Ask::WithdrawLivedExperience(WithdrawLivedExperience { topic });
    given::<Member>([joined(), shared("HEA.AMU")])
        .when(withdraw())
        .then([Then::LivedExperienceWithdrawn { topic }]);
    given::<Member>([joined()]).when(withdraw()).then_nothing();
}

#[test]
fn a_member_shares_thirty_topics_at_most() {
    let codes: Vec<String> = Taxonomy::current().needs().map(|need| need.code.clone()).collect();
    let history = std::iter::once(joined()).chain(codes[..30].iter().map(|code| shared(code)));
    given::<Member>(history).when(share(&codes[30])).then_refused(No::TooManyTopics { most: 30 });
}

#[test]
fn availability_is_declared_without_doubles() {
    let thursday = HalfDay { day: WeeklyDay::Thursday, part: DayPart::Afternoon };
    let declare = || Ask::DeclareAvailability(DeclareAvailability { half_days: vec![thursday, thursday] });
    let declared = || Then::AvailabilityDeclared { half_days: vec![thursday] };
    given::<Member>([joined()]).when(declare()).then([declared()]);
    given::<Member>([joined(), declared()]).when(declare()).then_nothing();
}

#[test]
fn of_a_language_named_twice_the_better_level_counts() {
    let declare = || {
        let languages = vec![skill("ara", LanguageLevel::Fluent), skill("ara", LanguageLevel::Basic)];
        Ask::DeclareLanguages(DeclareLanguages { languages })
    };
    let declared = || Then::LanguagesDeclared { languages: vec![skill("ara", LanguageLevel::Fluent)] };
    given::<Member>([joined()]).when(declare()).then([declared()]);
    given::<Member>([joined(), declared()]).when(declare()).then_nothing();
}

#[test]
fn a_member_has_thirty_languages_at_most() {
    let codes = [
        "ara", "fra", "nld", "eng", "deu", "spa", "tur", "ita", "por", "pol", "ron", "bul", "rus", "ukr",
        "fas", "urd", "hin", "ben", "zho", "jpn", "kor", "vie", "tha", "swa", "som", "amh", "tir", "lin",
        "wol", "ful", "sfb",
    ];
    let languages = codes.iter().map(|code| skill(code, LanguageLevel::Basic)).collect();
    given::<Member>([joined()])
        .when(Ask::DeclareLanguages(DeclareLanguages { languages }))
        .then_refused(No::TooManyLanguages { most: 30 });
}

#[test]
fn the_quota_is_declared_with_the_version_of_the_numbers() {
    let declare = |quota| Ask::DeclareQuota(DeclareQuota { quota });
    given::<Member>([joined()]).when(declare(1)).then([Then::QuotaDeclared { quota: 1, limits_version: 1 }]);
    given::<Member>([joined()]).when(declare(2)).then_nothing();
    given::<Member>([joined()]).when(declare(6)).then_refused(No::QuotaTooHigh { most: 5 });
}

#[test]
fn volunteering_is_offered_and_withdrawn() {
    given::<Member>([joined()]).when(Ask::OfferVolunteering).then([Then::VolunteeringOffered]);
    given::<Member>(volunteer()).when(Ask::OfferVolunteering).then_nothing();
    given::<Member>(volunteer()).when(Ask::WithdrawVolunteering).then([Then::VolunteeringWithdrawn]);
    given::<Member>([joined()]).when(Ask::WithdrawVolunteering).then_nothing();
}

#[test]
fn a_place_is_held_once_and_given_back_once() {
    given::<Member>(volunteer()).when(hold(1)).then([held(1)]);
    given::<Member>(volunteer().into_iter().chain([held(1)])).when(hold(1)).then_nothing();
    let release = || Ask::ReleasePlace { pairing: pairing_id(1) };
    given::<Member>(volunteer().into_iter().chain([held(1)])).when(release()).then([released(1)]);
    given::<Member>(volunteer()).when(release()).then_nothing();
}

#[test]
fn no_place_is_held_beyond_the_quota() {
    given::<Member>(volunteer().into_iter().chain([held(1), held(2)]))
        .when(hold(3))
        .then_refused(No::QuotaReached { quota: 2 });
    given::<Member>(volunteer().into_iter().chain([held(1), held(2), released(1)]))
        .when(hold(3))
        .then([held(3)]);
}

#[test]
fn no_place_is_held_with_somebody_who_does_not_volunteer() {
    given::<Member>([joined(), accepted(2)]).when(hold(1)).then_refused(No::NotAVolunteer);
}

#[test]
fn nobody_is_paired_with_themselves() {
    let themselves = |number| Ask::HoldPlace {
        pairing: pairing_id(1),
        person: Some(person_id(number)),
        standing: standing(GRACE_OVER),
    };
    given::<Member>(volunteer()).when(themselves(1)).then_refused(No::SameAlias);
    given::<Member>(volunteer().into_iter().chain([Then::MemberAliasLinked { person: person_id(2) }]))
        .when(themselves(2))
        .then_refused(No::SameAlias);
}

#[test]
fn no_place_is_held_without_the_charter_that_counts() {
    given::<Member>([joined(), accepted(1), Then::VolunteeringOffered])
        .when(hold(1))
        .then_refused(No::CharterNotCurrent { accepted: 1, in_force: 2 });
    given::<Member>([joined(), Then::VolunteeringOffered])
        .when(hold(1))
        .then_refused(No::CharterNotCurrent { accepted: 0, in_force: 2 });
}

#[test]
fn the_version_before_is_enough_during_the_grace_period() {
    given::<Member>([joined(), accepted(1), Then::VolunteeringOffered])
        .when(Ask::HoldPlace { pairing: pairing_id(1), person: None, standing: standing(IN_GRACE) })
        .then([held(1)]);
}

#[test]
fn nothing_need_be_accepted_before_there_is_a_charter() {
    given::<Member>([joined(), Then::VolunteeringOffered])
        .when(Ask::HoldPlace { pairing: pairing_id(1), person: None, standing: Standing::default() })
        .then([held(1)]);
}
