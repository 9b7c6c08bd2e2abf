//! Ids shared by every context. A context's own ids are declared beside its events with [`id!`].

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::{id, text_scalar};

/// The text is not a UUID.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("an id is a UUID such as 0190a5d4-0000-7000-8000-000000000001")]
pub struct NotAnId;

id! {
    /// Names one command, once and for all. The device makes it when the form is shown, so that
    /// sending the command again after a bad connection does nothing twice.
    CommandId
}

id! {
    /// Who acts: an account, never a name.
    ActorId
}

id! {
    /// The thread that ties a person's visits, referrals and pairings together without a name.
    /// A new visitor gets a new case; a return code leads back to it.
    CaseId
}

id! {
    /// A person known to the network under a pseudonym or a name of their choice.
    PersonId
}

// The published language: contexts never depend on each other, they name each other's objects by
// these ids and by nothing else.

id! {
    /// A place that receives people.
    SiteId
}

id! {
    /// One dated opening of a site.
    SessionId
}

id! {
    /// One visit of one person.
    VisitId
}

id! {
    /// A booked time at a site.
    AppointmentId
}

id! {
    /// One need expressed in a visit.
    NeedId
}

id! {
    /// A partner organisation.
    PartnerId
}

id! {
    /// A service sheet of a partner.
    ServiceId
}

id! {
    /// One referral.
    ReferralId
}

id! {
    /// A member of the network.
    MemberId
}

id! {
    /// The charter of a network, with all its versions.
    CharterId
}

id! {
    /// One accompaniment, from its request to its end.
    PairingId
}

id! {
    /// One collective meeting.
    MeetingId
}

id! {
    /// One item of a meeting's agenda.
    AgendaItemId
}

id! {
    /// One decision of a meeting.
    DecisionId
}

id! {
    /// One commitment made in a meeting.
    CommitmentId
}

macro_rules! slug {
    ($(#[doc = $doc:literal])+ $name:ident, $error:ident, $max:literal, $message:literal) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(String);

        impl $name {
            /// The slug as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        /// The text is not a slug.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
        #[error($message)]
        pub struct $error;

        impl FromStr for $name {
            type Err = $error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let fits = (1..=$max).contains(&text.len())
                    && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
                if fits { Ok(Self(text.to_owned())) } else { Err($error) }
            }
        }

        text_scalar! { $(#[doc = $doc])+ $name }
    };
}

slug! {
    /// One mutual-aid network (a tenant), as a short slug such as `brussels`. Nothing crosses
    /// from one network to another.
    NetworkId, NotANetwork, 40, "a network is 1 to 40 of a-z, 0-9 and -"
}

slug! {
    /// The device a command came from, as the device names itself; never a serial number.
    DeviceId, NotADevice, 64, "a device is 1 to 64 of a-z, 0-9 and -"
}
