//! What the platform itself asks when a time has come: a flow looks at the rows that are due and
//! sends this command, in the role of the system.

use chrono::{DateTime, Utc};

use crate::partner::PartnerCommand;
use crate::projection::{Deadline, PartnerRow, ServiceRow};
use crate::service::ServiceCommand;

/// What is asked of a sheet whose time has come; after it, the row's next time is a later one.
pub fn due_service(row: &ServiceRow, now: DateTime<Utc>) -> Option<ServiceCommand> {
    let (at, deadline) = row.deadlines().into_iter().min_by_key(|(at, _)| *at)?;
    if at > now {
        return None;
    }
    Some(match deadline {
        Deadline::Capacity => ServiceCommand::ExpireCapacity,
        Deadline::Verification => ServiceCommand::AskToVerify,
        Deadline::ClosureBegins => ServiceCommand::BeginClosure,
        Deadline::ClosureEnds => ServiceCommand::EndClosure,
    })
}

/// Nothing: a partner's next step waits for a person, and no time changes a partnership.
pub fn due_partner(_row: &PartnerRow, _now: DateTime<Utc>) -> Option<PartnerCommand> {
    None
}
