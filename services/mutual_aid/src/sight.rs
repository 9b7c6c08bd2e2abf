//! Who may see what is kept narrow: what a member went through, and what a person needs.

use kernel::Role;

/// Whether the role answers for all pairings, and so sees why a volunteer fits.
pub(crate) fn coordinates(role: Role) -> bool {
    matches!(role, Role::Coordinator | Role::Administrator | Role::System)
}

/// Whether the role works with needs; a volunteer sees no need except the purpose.
pub(crate) fn works_with_needs(role: Role) -> bool {
    coordinates(role) || matches!(role, Role::Host | Role::Auditor)
}
