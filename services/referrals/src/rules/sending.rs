//! Sending, what goes wrong on the way, and the partner's link.

use kernel::Role;

use super::{Answer, Here};
use crate::codes::{ReferralCalendar, ReferralChannel, ReferralState};
use crate::commands::{ReportReferralUndelivered, SendReferral};
use crate::delays::Deadlines;
use crate::events::ReferralEvent;
use crate::refusal::ReferralRefusal;

/// Sends it; the dates of the answer are computed here and kept.
pub(crate) fn send(here: &Here<'_>, input: SendReferral) -> Answer {
    here.by_host()?;
    here.not_ended()?;
    let SendReferral { channel, calendar } = input;
    match here.state {
        ReferralState::Drafted => Err(ReferralRefusal::ReferralConsentMissing),
        ReferralState::Ready => {
            let calendar = calendar.unwrap_or(ReferralCalendar::Be);
            let deadlines = Deadlines::from(here.file.priority, calendar, here.asked.at);
            let by_link = channel == ReferralChannel::Link;
            let link_version = by_link.then_some(here.file.link.version.saturating_add(1));
            Ok(vec![ReferralEvent::ReferralSent { channel, deadlines, link_version }])
        }
        // Asked twice, done once.
        ReferralState::Sent if here.file.channel == Some(channel) => Ok(vec![]),
        _ => Err(ReferralRefusal::ReferralAlreadySent),
    }
}

/// It did not reach the partner: the platform hears it of a link, a host of a letter that came back.
pub(crate) fn undelivered(here: &Here<'_>, input: ReportReferralUndelivered) -> Answer {
    if here.asked.role != Role::System {
        here.by_host()?;
    }
    here.not_ended()?;
    match here.state {
        ReferralState::Sent => Ok(vec![ReferralEvent::ReferralDeliveryFailed { cause: input.cause }]),
        ReferralState::Drafted | ReferralState::Ready => Err(ReferralRefusal::ReferralNotSent),
        state => Err(ReferralRefusal::ReferralAlreadyAnswered { state }),
    }
}

/// Makes the partner's link anew.
pub(crate) fn renew_link(here: &Here<'_>) -> Answer {
    let version = link(here)?;
    Ok(vec![ReferralEvent::ReferralLinkRenewed { version }])
}

/// Makes the partner's link good for nothing.
pub(crate) fn revoke_link(here: &Here<'_>) -> Answer {
    let version = link(here)?;
    if here.file.link.good { Ok(vec![ReferralEvent::ReferralLinkRevoked { version }]) } else { Ok(vec![]) }
}

/// The version after the current one.
fn link(here: &Here<'_>) -> Result<u32, ReferralRefusal> {
    here.by_host()?;
    here.not_ended()?;
    match (here.state, here.file.channel) {
        (ReferralState::Drafted | ReferralState::Ready, _) => Err(ReferralRefusal::ReferralNotSent),
        (_, Some(ReferralChannel::Link)) => Ok(here.file.link.version.saturating_add(1)),
        _ => Err(ReferralRefusal::ReferralWithoutLink),
    }
}
