//! Policies: what a role may see and do, in Cedar.
