//! Who may do and see what: the one place every field and every mutation passes.
//!
//! Until policies decide (a later step), a table of roles does, by default deny: a role sees what
//! is listed for it, private words are for those who work with the person, and a mutation is for
//! the roles that do that work. The seam is [`Access`]: whatever replaces the table answers the
//! same question.

use async_graphql::parser::types::OperationType;
use graph::Caller;
use kernel::Role;

use crate::fields::Uses;

/// Decides whether a caller may run an operation.
pub trait Access: Send + Sync {
    /// Nothing when the operation is allowed; else the first field that is not.
    ///
    /// # Errors
    /// Names the field.
    fn allows(&self, caller: &Caller, uses: &Uses) -> Result<(), Denied>;
}

/// A field that the caller has no right to.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{field}: your role does not allow it; ask a coordinator")]
pub struct Denied {
    /// The field, as `Type.field`.
    pub field: String,
}

/// What anybody may read, without an account.
pub const PUBLIC: &[&str] = &[
    "needsTaxonomy",
    "taxonomyVersion",
    "me",
    "position",
    "site",
    "sites",
    "siteCounts",
    "nextOpenings",
    "service",
    "services",
    "serviceCounts",
];

/// What those who only guide people to a chair may read.
pub const RECEPTION: &[&str] = &[
    "session",
    "sessions",
    "sessionCounts",
    "visitCounts",
    "needCounts",
    "appointment",
    "appointments",
    "appointmentCounts",
    "meeting",
    "meetings",
];

/// What volunteers and members may read beside.
pub const NETWORK: &[&str] = &[
    "myPairings",
    "meeting",
    "meetings",
    "meetingCounts",
    "meetingRegularity",
    "charterInForce",
    "charterVersion",
    "charterVersions",
    "commitment",
    "commitments",
    "commitmentCounts",
];

/// What volunteers and members may do.
pub const NETWORK_ACTS: &[&str] = &[
    "acceptCharter",
    "proposeCharterAmendment",
    "declareAvailability",
    "declareLanguages",
    "declareQuota",
    "shareLivedExperience",
    "withdrawLivedExperience",
    "offerVolunteering",
    "withdrawVolunteering",
    "acceptPairingAsVolunteer",
    "declinePairing",
    "logContact",
    "correctContactLog",
    "pausePairing",
    "resumePairing",
    "endPairing",
    "givePairingFeedback",
    "proposeAgendaItem",
    "registerForMeeting",
    "cancelMeetingRegistration",
    "fulfilCommitment",
    // Whoever went along tells what the person brought, and whether the person came.
    "completePersonAction",
    "recordPersonAttended",
    "recordPersonDidNotAttend",
];

/// What a partner may read: what was sent to it.
pub const PARTNER: &[&str] = &["referral"];

/// What a partner may do: answer.
pub const PARTNER_ACTS: &[&str] = &[
    "receiveReferral",
    "putReferralUnderReview",
    "waitlistReferral",
    "requestPersonAction",
    "acceptReferral",
    "declineReferral",
    "scheduleReferralAppointment",
    "recordPersonAttended",
    "recordPersonDidNotAttend",
    "returnReferral",
    "reportReferralOutcome",
];

/// What leads from a slip of paper to a person: for those who receive the person.
pub const DESK: &[&str] = &["returnCode"];

/// What members told in confidence: for those who answer for the network.
pub const CONFIDENTIAL: &[&str] = &["membersForCoordinators"];

/// The roles as a table.
#[derive(Debug, Default, Clone, Copy)]
pub struct RoleTable;

impl RoleTable {
    fn root(role: Role, operation: OperationType, root: &str) -> bool {
        // The schema itself is public: it is a file of the repository.
        if root.starts_with("__") {
            return true;
        }
        let reads = operation != OperationType::Mutation;
        let among = |lists: &[&[&str]]| lists.iter().any(|list| list.contains(&root));
        if among(&[DESK]) {
            return Self::receives(role);
        }
        if among(&[CONFIDENTIAL]) {
            return matches!(role, Role::Coordinator | Role::Administrator | Role::Auditor | Role::System);
        }
        match role {
            Role::Host | Role::Coordinator | Role::Administrator | Role::System => true,
            Role::Auditor => reads,
            Role::Organiser | Role::FundingOfficer | Role::TenantSupport => {
                reads && among(&[PUBLIC, NETWORK, RECEPTION])
            }
            Role::Receptionist => reads && among(&[PUBLIC, RECEPTION]),
            Role::Volunteer | Role::Member if reads => among(&[PUBLIC, NETWORK]),
            Role::Volunteer | Role::Member => among(&[NETWORK_ACTS]),
            Role::Partner if reads => among(&[PUBLIC, PARTNER]),
            Role::Partner => among(&[PARTNER_ACTS]),
            Role::Public => reads && among(&[PUBLIC]),
        }
    }

    /// A return code opens a path: only those who receive people hold one in their hands.
    fn receives(role: Role) -> bool {
        matches!(role, Role::Host | Role::Coordinator | Role::System)
    }

    /// Whether what a field leads to is for the role, whatever the way to it.
    fn leaf(role: Role, to: &str) -> bool {
        match to {
            "PrivateText" => Self::private(role),
            "ReturnCode" => Self::receives(role),
            _ => true,
        }
    }

    /// Words about a person are for those who work with the person.
    fn private(role: Role) -> bool {
        matches!(
            role,
            Role::Host
                | Role::Coordinator
                | Role::Administrator
                | Role::System
                | Role::Volunteer
                | Role::Partner
        )
    }
}

impl Access for RoleTable {
    fn allows(&self, caller: &Caller, uses: &Uses) -> Result<(), Denied> {
        for root in &uses.roots {
            if !Self::root(caller.role, uses.operation, root) {
                let of = match uses.operation {
                    OperationType::Query => "Query",
                    OperationType::Mutation => "Mutation",
                    OperationType::Subscription => "Subscription",
                };
                return Err(Denied { field: format!("{of}.{root}") });
            }
        }
        match uses.fields.iter().find(|field| !Self::leaf(caller.role, &field.to)) {
            Some(field) => Err(Denied { field: format!("{}.{}", field.of, field.name) }),
            None => Ok(()),
        }
    }
}
