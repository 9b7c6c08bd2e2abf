//! What the platform itself asks when a date has come: it reminds, flags, lets expire.

use chrono::{DateTime, Utc};

use crate::clock::Step;
use crate::codes::{ReferralContact, ReferralState};
use crate::commands::ReferralCommand;
use crate::row::ReferralRow;

/// What is due next, and when. After it was done, something later is due, or nothing.
pub(crate) fn next(row: &ReferralRow) -> Option<(ReferralCommand, DateTime<Utc>)> {
    match row.state {
        state if state.awaits_answer() => {
            let (step, at) = row.clock.as_ref()?.next()?;
            let command = match step {
                Step::Remind => ReferralCommand::RemindOfAnswer,
                Step::Flag => ReferralCommand::FlagOverdue,
                Step::Expire => ReferralCommand::Expire,
            };
            Some((command, at))
        }
        // Nobody writes to somebody who asked not to be contacted.
        ReferralState::Scheduled if row.contact != ReferralContact::NoContact => {
            Some((ReferralCommand::RemindOfAppointment, row.appointment.as_ref()?.remind_at?))
        }
        _ => None,
    }
}

/// What the platform asks now, if anything is due.
pub fn due(row: &ReferralRow, now: DateTime<Utc>) -> Option<ReferralCommand> {
    next(row).filter(|(_, at)| *at <= now).map(|(command, _)| command)
}
