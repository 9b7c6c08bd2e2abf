//! The people of the example and their tokens, for a demonstration only.

use std::collections::BTreeMap;

use api::sign_in::DemoPeople;
use graph::{Caller, Locale};
use kernel::{ActorId, NetworkId, Role};
use uuid::Uuid;

/// The accounts of the example: name, role, id. Fictional people.
pub(crate) const PEOPLE: &[(&str, Role, u128)] = &[
    ("nora", Role::Host, 0xE0_01),
    ("samir", Role::Host, 0xE0_02),
    ("odile", Role::Coordinator, 0xE0_03),
    ("karim", Role::Volunteer, 0xE0_04),
    ("bea", Role::Volunteer, 0xE0_05),
    ("yasmine", Role::Volunteer, 0xE0_06),
    ("mona", Role::Member, 0xE0_07),
    ("partner", Role::Partner, 0xE0_08),
    ("reception", Role::Receptionist, 0xE0_09),
    ("auditor", Role::Auditor, 0xE0_0A),
    ("admin", Role::Administrator, 0xE0_0B),
    ("organiser", Role::Organiser, 0xE0_0C),
    ("funding", Role::FundingOfficer, 0xE0_0D),
    ("tenants", Role::TenantSupport, 0xE0_0E),
];

/// The networks of the example.
pub(crate) const NETWORKS: &[&str] = &["brussels", "quebec"];

/// The tokens of a demonstration: `demo-NAME-NETWORK`.
pub(crate) struct DemoTokens {
    callers: BTreeMap<String, Caller>,
}

impl DemoTokens {
    /// The tokens of the example's people in its networks.
    pub(crate) fn new() -> anyhow::Result<Self> {
        let mut callers = BTreeMap::new();
        for network in NETWORKS {
            for (name, role, _) in PEOPLE {
                callers.insert(format!("demo-{name}-{network}"), caller(network, name, *role)?);
            }
        }
        Ok(Self { callers })
    }

    /// Whoever has a token. It may go on with what the role is tied to, such as
    /// `demo-partner-brussels/referral/ID`: a site, an organisation, a referral or a member.
    pub(crate) fn caller(&self, token: &str) -> Option<Caller> {
        let mut parts = token.split('/');
        let mut caller = self.callers.get(parts.next()?)?.clone();
        while let Some(tie) = parts.next() {
            let id = parts.next()?;
            match tie {
                "site" => caller.scope.sites.push(id.parse().ok()?),
                "partner" => caller.scope.partner = Some(id.parse().ok()?),
                "referral" => caller.scope.referral = Some(id.parse().ok()?),
                "member" => caller.scope.member = Some(id.parse().ok()?),
                _ => return None,
            }
        }
        Some(caller)
    }

    /// Somebody by name and network, such as `nora-brussels`.
    pub(crate) fn named(&self, who: &str) -> Option<Caller> {
        self.caller(&format!("demo-{who}"))
    }

    /// Token and role of everybody who may ask as they are: a partner answers one referral, and its
    /// token says which.
    pub(crate) fn list(&self) -> impl Iterator<Item = (&String, Role)> {
        let everybody = self.callers.iter().map(|(token, caller)| (token, caller.role));
        everybody.filter(|(_, role)| *role != Role::Partner)
    }
}

/// A person of the example as a caller.
pub(crate) fn caller(network: &str, name: &str, role: Role) -> anyhow::Result<Caller> {
    let network: NetworkId = network.parse()?;
    let number = PEOPLE.iter().find(|(known, _, _)| *known == name).map_or(0xE0_FF, |(_, _, number)| *number);
    let world = NETWORKS.iter().position(|known| *known == network.as_str()).unwrap_or(0) as u128;
    let actor = ActorId(Uuid::from_u128((world << 64) | number));
    let locale = if network.as_str() == "quebec" { Locale::FrCa } else { Locale::FrBe };
    Ok(Caller {
        network,
        actor,
        role,
        device: None,
        locale,
        trace: None,
        scope: graph::Scope::default(),
        session: None,
    })
}

/// Anybody, without an account.
pub(crate) fn anybody() -> anyhow::Result<Caller> {
    Ok(Caller { actor: ActorId(Uuid::nil()), ..caller("brussels", "nobody", Role::Public)? })
}

impl DemoPeople for DemoTokens {
    fn person(&self, who: &str) -> Option<Caller> {
        self.named(who)
    }
}
