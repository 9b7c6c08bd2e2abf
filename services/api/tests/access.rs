//! Who may what: the table names fields that exist, and denies by default.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use api::access::{
    Access, CONFIDENTIAL, DESK, NETWORK, NETWORK_ACTS, PARTNER, PARTNER_ACTS, PUBLIC, RECEPTION, RoleTable,
};
use api::fields::Fields;
use async_graphql::Variables;
use graph::{Caller, Locale};
use kernel::uuid::Uuid;
use kernel::{ActorId, Role};

/// Read once: printing the schema is the slow part.
static FIELDS: LazyLock<Fields> = LazyLock::new(|| Fields::of(&api::schema::sdl()).unwrap());

fn roots(of: &str) -> BTreeSet<String> {
    FIELDS.all().filter(|field| field.of == of).map(|field| field.name).collect()
}

fn caller(role: Role) -> Caller {
    Caller {
        network: "brussels".parse().unwrap(),
        actor: ActorId(Uuid::from_u128(1)),
        role,
        device: None,
        locale: Locale::En,
        trace: None,
        scope: graph::Scope::default(),
        session: None,
    }
}

/// The field that is denied, if one is.
fn denied(role: Role, operation: &str) -> Option<String> {
    let document = async_graphql::parser::parse_query(operation).unwrap();
    let uses = FIELDS.used(&document, None, &Variables::default()).unwrap();
    RoleTable.allows(&caller(role), &uses).err().map(|denied| denied.field)
}

#[test]
fn the_table_names_what_exists() {
    let (queries, mutations) = (roots("Query"), roots("Mutation"));
    let reads = [PUBLIC, RECEPTION, NETWORK, PARTNER, DESK, CONFIDENTIAL].concat();
    let unknown: Vec<&str> = reads.into_iter().filter(|name| !queries.contains(*name)).collect();
    assert!(unknown.is_empty(), "no such queries: {unknown:?}");
    let acts = [NETWORK_ACTS, PARTNER_ACTS].concat();
    let unknown: Vec<&str> = acts.into_iter().filter(|name| !mutations.contains(*name)).collect();
    assert!(unknown.is_empty(), "no such mutations: {unknown:?}");
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
    for mutation in roots("Mutation") {
        for role in readers {
            let field = denied(role, &format!("mutation {{ {mutation} {{ __typename }} }}"));
            assert_eq!(field, Some(format!("Mutation.{mutation}")), "{role:?}");
        }
    }
}

#[test]
fn volunteers_and_partners_do_their_own_part_only() {
    for mutation in roots("Mutation") {
        let operation = format!("mutation {{ {mutation} {{ __typename }} }}");
        for (role, acts) in
            [(Role::Volunteer, NETWORK_ACTS), (Role::Member, NETWORK_ACTS), (Role::Partner, PARTNER_ACTS)]
        {
            let may = denied(role, &operation).is_none();
            assert_eq!(may, acts.contains(&mutation.as_str()), "{role:?} {mutation}");
        }
        assert_eq!(denied(Role::Host, &operation), None);
    }
}

#[test]
fn anybody_reads_what_hangs_on_the_door() {
    for query in roots("Query") {
        let may = denied(Role::Public, &format!("{{ {query} {{ __typename }} }}")).is_none();
        assert_eq!(may, PUBLIC.contains(&query.as_str()), "{query}");
    }
    assert!(!PUBLIC.contains(&"needs"), "the needs of people are nobody's business");
}

#[test]
fn the_desk_sees_sessions_and_no_visit() {
    assert_eq!(denied(Role::Receptionist, "{ sessions { nodes { id } } }"), None);
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
    let query = "{ membersForCoordinators { totalCount } }";
    for role in [Role::Coordinator, Role::Administrator, Role::Auditor] {
        assert_eq!(denied(role, query), None, "{role:?}");
    }
    for role in [Role::Host, Role::Volunteer, Role::Member, Role::Organiser, Role::Public] {
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
fn the_schema_itself_is_public() {
    assert_eq!(denied(Role::Public, "{ __schema { queryType { name } } __typename }"), None);
}
