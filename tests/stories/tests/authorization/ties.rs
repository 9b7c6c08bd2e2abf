//! How the objects that were made can be tied to whoever asks.

use graph::{Caller, Locale, Scope};
use kernel::uuid::Uuid;
use kernel::{ActorId, Role};

use crate::objects::Objects;

/// What is between the object and whoever asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Setup {
    Own,
    SameSite,
    OtherSite,
    Network,
    Partner,
    Referral,
    /// The object is of another network.
    OtherNetwork,
    /// The person was erased; else as the whole network.
    Erased,
    /// There is no such object.
    Absent,
}

impl Setup {
    pub(crate) const ALL: [Self; 9] = [
        Self::Own,
        Self::SameSite,
        Self::OtherSite,
        Self::Network,
        Self::Partner,
        Self::Referral,
        Self::OtherNetwork,
        Self::Erased,
        Self::Absent,
    ];

    /// Whether the object is there at all for whoever asks.
    pub(crate) fn is_there(self) -> bool {
        !matches!(self, Self::OtherNetwork | Self::Absent)
    }
}

/// The objects, the account that recorded them, and the site.
pub(crate) struct Ties<'a> {
    pub(crate) objects: &'a Objects,
    pub(crate) host: Uuid,
}

const STRANGER: u128 = 0x5742_0000;

impl Ties<'_> {
    fn id(&self, kind: &str) -> Uuid {
        self.objects.id(kind).parse().unwrap()
    }

    /// Somebody in a role, tied as wanted.
    pub(crate) fn caller(&self, role: Role, setup: Setup) -> Caller {
        let mut scope = Scope::default();
        let mut actor = Uuid::from_u128(STRANGER);
        match setup {
            Setup::Own => {
                actor = self.host;
                scope.member = Some(self.id("member").to_string().parse().unwrap());
            }
            Setup::SameSite => scope.sites = vec![self.objects.id("site").parse().unwrap()],
            Setup::OtherSite => scope.sites = vec![Uuid::from_u128(STRANGER).to_string().parse().unwrap()],
            Setup::Partner => scope.partner = Some(self.objects.id("partner").parse().unwrap()),
            Setup::Referral => scope.referral = Some(self.objects.id("referral").parse().unwrap()),
            Setup::Network | Setup::OtherNetwork | Setup::Erased | Setup::Absent => {}
        }
        let network = if setup == Setup::OtherNetwork { "quebec" } else { "brussels" };
        Caller {
            network: network.parse().unwrap(),
            actor: ActorId(actor),
            role,
            device: None,
            locale: Locale::En,
            trace: None,
            scope,
            session: None,
        }
    }

    /// The tie of an object of a kind then, as the table calls it.
    pub(crate) fn tie(setup: Setup, kind: &str) -> &'static str {
        match (setup, kind) {
            (
                Setup::Own,
                "visit" | "session" | "member" | "pairing" | "commitment" | "account" | "disclosure",
            ) => "own",
            (Setup::Partner, "referral" | "partner" | "interpretation") => "partner",
            (Setup::Referral, "referral") => "referral",
            (Setup::OtherSite, "site" | "visit" | "session" | "appointment" | "interpretation") => "other",
            // Whoever works at no site in particular works at all of them.
            (_, "site" | "visit" | "session" | "appointment" | "interpretation") => "same",
            _ => "network",
        }
    }
}
