//! An event of any context, told.

use kernel::{Decider, Event, Narration, Undecodable};

/// An event of any context, with its stored name.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// The stored name, such as `ReferralSent`.
    pub event: String,
    /// What it says.
    pub narration: Narration,
}

macro_rules! tellers {
    ($( $decider:ty => $narrate:path ),+ $(,)?) => {
        /// The categories of streams that are told.
        pub const KINDS: &[&str] = &[$( <$decider as Decider>::KIND ),+];

        /// Reads a stored event of any context and tells it.
        ///
        /// # Errors
        /// When the event cannot be read.
        pub fn read(kind: &str, name: &str, shape: u32, payload: &[u8]) -> Result<Told, Undecodable> {
            $(
                if kind == <$decider as Decider>::KIND {
                    let event = <<$decider as Decider>::Event as Event>::read(name, shape, payload)?;
                    return Ok(Told { event: name.to_owned(), narration: $narrate(&event) });
                }
            )+
            Err(Undecodable { event: name.to_owned(), cause: format!("nobody tells the events of {kind}") })
        }
    };
}

tellers! {
    dropin::Site => dropin::narrate_site,
    dropin::Session => dropin::narrate_session,
    dropin::Visit => dropin::narrate_visit,
    dropin::Appointment => dropin::narrate_appointment,
    dropin::Interpretation => dropin::narrate_interpretation,
    directory::Partner => directory::narrate_partner,
    directory::Service => directory::narrate_service,
    referrals::Referral => referrals::narrate,
    mutual_aid::Member => mutual_aid::narrate_member,
    mutual_aid::Charter => mutual_aid::narrate_charter,
    mutual_aid::Pairing => mutual_aid::narrate_pairing,
    meetings::Meeting => meetings::narrate_meeting,
    meetings::Commitment => meetings::narrate_commitment,
    accounts::Account => accounts::narrate,
    accounts::Device => accounts::narrate_device,
    people::Person => people::narrate_person,
    people::Disclosure => people::narrate_disclosure,
    people::ContactRule => people::narrate_contact_rule,
}
