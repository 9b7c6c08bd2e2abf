//! What a partner is called and how it is reached; who to ask for there.

use async_graphql::{InputObject, SimpleObject};
use kernel::{Localized, Secret, Secrets, id};
use serde::{Deserialize, Serialize};

use crate::contact::{EmailAddress, Phone, Place, WebAddress};

/// The most telephones, and the most places, of one partner.
pub const MOST_ENTRIES: usize = 50;

/// A partner organisation as it may be shown to anybody.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(input_name = "PartnerDetailsInput")]
#[serde(rename_all = "camelCase")]
pub struct PartnerDetails {
    /// Its name.
    pub name: Localized,
    /// Its other name or its initials.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub also_known_as: Option<Localized>,
    /// What it does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub description: Option<Localized>,
    /// Its page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub website: Option<WebAddress>,
    /// The e-mail address of the organisation, never of a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<EmailAddress>,
    /// Its telephones.
    #[graphql(default)]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<Phone>,
    /// Where it is.
    #[graphql(default)]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub places: Vec<Place>,
}

id! {
    /// A contact person of a partner.
    ContactPersonId
}

/// Somebody to ask for at a partner. Every word is about a person, so every word is sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(input_name = "ContactPersonInput")]
#[serde(rename_all = "camelCase")]
pub struct ContactPerson {
    /// Its id, made by the client.
    pub id: ContactPersonId,
    /// The name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Secret>,
    /// What the person does there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Secret>,
    /// The e-mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<Secret>,
    /// The telephones.
    #[graphql(default)]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<Secret>,
    /// What there is to know, such as the languages spoken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Secret>,
}

impl Secrets for ContactPerson {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        self.name
            .iter_mut()
            .chain(&mut self.role)
            .chain(&mut self.email)
            .chain(&mut self.phones)
            .chain(&mut self.note)
            .collect()
    }
}

kernel::codes! {
    /// How a partner was reached.
    ContactWay {
        /// Somebody went there.
        Visit,
        /// By telephone.
        Phone,
        /// By e-mail.
        Email,
        /// By letter.
        Letter,
        /// At somebody else's meeting or event.
        Event,
        /// A member or another partner introduced us.
        Introduction,
    }
}

kernel::codes! {
    /// What a note about a partner is.
    PartnerNoteKind {
        /// What a visit there told.
        Visit,
        /// What a call or a message told.
        Exchange,
        /// Anything else.
        Remark,
    }
}

kernel::codes! {
    /// Why a partner does not become one.
    PartnerDeclineReason {
        /// It has no time or no staff for it.
        NoCapacity,
        /// Its work has nothing to do with ours.
        OtherMission,
        /// It disagrees with the charter or with how we work.
        OtherPrinciples,
        /// Its rules do not let it.
        NotAllowed,
        /// We do not want to go on with it.
        OurChoice,
        /// It gave no reason.
        NotSaid,
    }
}

kernel::codes! {
    /// Why a partnership sleeps.
    DormancyReason {
        /// Nobody there answers.
        NoAnswer,
        /// The person who carried it has left.
        ContactLeft,
        /// Its service is suspended.
        ServiceSuspended,
        /// Nothing has passed between us for long.
        NothingInCommon,
        /// Both sides agreed on a break.
        AgreedBreak,
    }
}

kernel::codes! {
    /// Which side knows the other.
    Acquaintance {
        /// We know them: somebody of the network has met them and knows what they do.
        WeKnowThem,
        /// They know us: they know what the network does and how to send somebody.
        TheyKnowUs,
    }
}
