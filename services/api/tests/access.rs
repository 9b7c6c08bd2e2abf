//! Who may what before anything runs: every field has a class, and nothing is allowed by default.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use api::access::{Access, Policies};
use api::fields::Fields;
use async_graphql::Variables;
use graph::{Caller, Locale, Scope};
use kernel::uuid::Uuid;
use kernel::{ActorId, PartnerId, ReferralId, Role};

/// Read once: printing the schema is the slow part.
static FIELDS: LazyLock<Fields> = LazyLock::new(|| Fields::of(&api::schema::sdl()).unwrap());
static POLICIES: LazyLock<Policies> = LazyLock::new(|| Policies::read().unwrap());

fn roots(of: &str) -> BTreeSet<String> {
    FIELDS.all().filter(|field| field.of == of).map(|field| field.name).collect()
}

fn caller(role: Role, scope: Scope) -> Caller {
    Caller {
        network: "brussels".parse().unwrap(),
        actor: ActorId(Uuid::from_u128(1)),
        role,
        device: None,
        locale: Locale::En,
        trace: None,
        scope,
        session: None,
    }
}

/// A partner who answers for an organisation.
fn organisation() -> Scope {
    Scope { partner: Some(PartnerId(Uuid::from_u128(2))), ..Scope::default() }
}

/// A partner who answers one referral by a link.
fn link() -> Scope {
    Scope { referral: Some(ReferralId(Uuid::from_u128(3))), ..Scope::default() }
}

/// The field that is denied to somebody with a scope, if one is.
fn denied_to(role: Role, scope: Scope, operation: &str) -> Option<String> {
    let document = async_graphql::parser::parse_query(operation).unwrap();
    let uses = FIELDS.used(&document, None, &Variables::default()).unwrap();
    POLICIES.allows(&caller(role, scope), &uses).err().map(|denied| denied.field)
}

fn denied(role: Role, operation: &str) -> Option<String> {
    denied_to(role, Scope::default(), operation)
}

#[test]
fn the_start_finds_what_the_build_finds() {
    let printed: BTreeSet<(String, String)> =
        access::policy::fields_of(&api::schema::sdl()).into_iter().collect();
    let parsed: BTreeSet<(String, String)> = FIELDS.all().map(|field| (field.of, field.name)).collect();
    assert_eq!(printed, parsed, "the build reads the schema line by line, the start parses it");
}

#[test]
fn whoever_only_reads_does_nothing() {
    let readers = [
        Role::Public,
        Role::Receptionist,
        Role::Auditor,
        Role::Organiser,
        Role::FundingOfficer,
        Role::TenantSupport,
    ];
    // Everybody looks after their own account.
    let own = |mutation: &str| {
        let classes = POLICIES.decisions().classes();
        classes.mutation(mutation).is_some_and(|done| classes.actions()[done.action] == "ownAccount")
    };
    for mutation in roots("Mutation") {
        for role in readers.into_iter().filter(|role| *role == Role::Public || !own(&mutation)) {
            let field = denied(role, &format!("mutation {{ {mutation} {{ __typename }} }}"));
            assert_eq!(field, Some(format!("Mutation.{mutation}")), "{role:?}");
        }
    }
}

#[test]
fn volunteers_partners_and_administrators_do_their_own_part_only() {
    let does = |role: Role, scope: &Scope, mutation: &str| {
        denied_to(role, scope.clone(), &format!("mutation {{ {mutation} {{ __typename }} }}")).is_none()
    };
    let nobody = Scope::default();
    for role in [Role::Volunteer, Role::Member] {
        assert!(does(role, &nobody, "logContact") && does(role, &nobody, "declareQuota"), "{role:?}");
        assert!(!does(role, &nobody, "recordVisit") && !does(role, &nobody, "receiveReferral"), "{role:?}");
    }
    for scope in [organisation(), link()] {
        assert!(
            does(Role::Partner, &scope, "acceptReferral") && !does(Role::Partner, &scope, "sendReferral")
        );
    }
    assert!(!does(Role::Partner, &nobody, "acceptReferral"), "tied to nothing, a partner answers nothing");
    assert!(does(Role::Partner, &organisation(), "confirmInterpretation"));
    assert!(!does(Role::Partner, &link(), "confirmInterpretation"), "a link is for one referral");
    for mutation in ["openSite", "identifyPartner", "planMeeting"] {
        assert!(does(Role::Administrator, &nobody, mutation), "{mutation}");
    }
    for mutation in ["recordVisit", "draftReferral", "requestAccompaniment", "issueReturnCode"] {
        assert!(!does(Role::Administrator, &nobody, mutation), "{mutation}: no case is for an administrator");
    }
}

#[test]
fn anybody_reads_what_hangs_on_the_door() {
    let public = [
        "needsTaxonomy",
        "taxonomyVersion",
        "me",
        "position",
        "site",
        "sites",
        "siteCounts",
        "meetingNotice",
        "meetingNotices",
        "meetingNoticeCounts",
        "nextOpenings",
        "service",
        "services",
        "serviceCounts",
    ];
    for query in roots("Query") {
        let may = denied(Role::Public, &format!("{{ {query} {{ __typename }} }}")).is_none();
        assert_eq!(may, public.contains(&query.as_str()), "{query}");
    }
}

#[test]
fn the_desk_sees_what_comes_next_and_no_visit() {
    assert_eq!(denied(Role::Receptionist, "{ sessions { nodes { id } } visitCounts { count } }"), None);
    assert_eq!(denied(Role::Receptionist, "{ interpretations { nodes { startsAt language } } }"), None);
    assert_eq!(
        denied(Role::Receptionist, "{ a: visits { nodes { id } } }").as_deref(),
        Some("Query.visits"),
        "an alias hides nothing"
    );
    assert_eq!(
        denied(
            Role::Receptionist,
            "{ appointments { nodes { ...names } } } fragment names on Appointment { called }"
        )
        .as_deref(),
        Some("Appointment.called"),
        "nor does a fragment"
    );
    let named =
        denied(Role::Receptionist, "query($yes: Boolean!) { visits @include(if: $yes) { totalCount } }");
    assert_eq!(named.as_deref(), Some("Query.visits"), "nor does a directive");
}

#[test]
fn a_return_code_is_for_those_who_receive() {
    for role in [Role::Host, Role::Coordinator] {
        assert_eq!(
            denied(role, "{ returnCode(code: \"AAAAAAA\") { id } visit(id: \"x\") { returnCode } }"),
            None
        );
    }
    for role in [Role::Auditor, Role::Administrator, Role::Volunteer, Role::Public, Role::Partner] {
        let field = denied(role, "{ returnCode(code: \"AAAAAAA\") { __typename } }");
        assert_eq!(field.as_deref(), Some("Query.returnCode"), "{role:?}");
    }
    let field = denied(Role::Auditor, "{ visits { nodes { id returnCode } } }");
    assert_eq!(field.as_deref(), Some("Visit.returnCode"));
}

#[test]
fn what_members_told_is_for_those_who_answer_for_the_network() {
    let topic = "{ pairings(filter: { topic: [\"HEA.AMU\"] }) { totalCount } }";
    assert_eq!(denied(Role::Coordinator, topic), None);
    assert_eq!(denied(Role::Host, topic).as_deref(), Some("Query.pairings(filter)"));
    let by_topic = denied(Role::Host, "{ pairingCounts(by: TOPIC) { value count } }");
    assert_eq!(by_topic.as_deref(), Some("Query.pairingCounts(by)"));
    assert_eq!(denied(Role::Host, "{ pairingCounts(by: STATE) { value count } }"), None);
    let query = "{ membersForCoordinators { totalCount } }";
    for role in [Role::Coordinator, Role::Auditor] {
        assert_eq!(denied(role, query), None, "{role:?}");
    }
    for role in [Role::Host, Role::Administrator, Role::Organiser, Role::Public] {
        assert_eq!(denied(role, query).as_deref(), Some("Query.membersForCoordinators"), "{role:?}");
    }
}

#[test]
fn private_words_are_for_those_who_work_with_the_person() {
    let query = "{ visits { nodes { notes { words } } } }";
    assert_eq!(denied(Role::Host, query), None);
    assert_eq!(denied(Role::Auditor, query).as_deref(), Some("VisitNote.words"));
}

#[test]
fn a_link_opens_one_referral_and_no_list() {
    let (one, list) = ("{ referral(id: \"x\") { state question } }", "{ referrals { totalCount } }");
    assert_eq!(denied_to(Role::Partner, link(), one), None);
    assert_eq!(denied_to(Role::Partner, link(), list).as_deref(), Some("Query.referrals"));
    assert_eq!(denied_to(Role::Partner, organisation(), list), None, "an organisation lists its own");
    assert_eq!(denied(Role::Partner, one).as_deref(), Some("Query.referral"), "tied to nothing");
}

#[test]
fn the_schema_itself_is_public() {
    assert_eq!(denied(Role::Public, "{ __schema { queryType { name } } __typename }"), None);
}
