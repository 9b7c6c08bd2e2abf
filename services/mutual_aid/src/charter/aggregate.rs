//! The rules of the charter, and which versions are good at an instant.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use kernel::uuid::Uuid;
use kernel::{Asked, CharterId, Decider, NetworkId, aggregate};
use serde::{Deserialize, Serialize};

use super::commands::{
    AdoptCharterVersion, BringCharterVersionIntoForce, CharterCommand, DraftCharterVersion,
    ProposeCharterAmendment,
};
use super::events::CharterEvent;
use super::refusal::CharterRefusal;

/// The most amendments open on one version: more is a new draft.
pub(crate) const MOST_AMENDMENTS: u32 = 100;
/// How many versions with dates are remembered: whoever accepted an older one accepts anew.
const REMEMBERED: usize = 50;
/// The name space of charter ids, so that a network has one charter and everybody can find it.
const CHARTERS: Uuid = Uuid::from_u128(0x6d1f_0c5e_9a3b_5d47_8e21_7c40_b1a9_52e6);

/// The one charter of a network. Derived from the network, so that no command can be checked
/// against another charter than the network's own.
pub fn charter_of(network: &NetworkId) -> CharterId {
    CharterId(Uuid::new_v5(&CHARTERS, network.as_str().as_bytes()))
}

/// The charter as far as its rules need it; its texts are in the projection.
#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize)]
pub struct Charter {
    /// The number of the newest version.
    newest: u32,
    /// Whether the newest version is still a draft.
    drafting: bool,
    /// How many amendments were proposed to the newest version.
    amendments: u32,
    /// Versions that a meeting adopted and that have no date yet.
    adopted: BTreeSet<u32>,
    /// Versions with dates, oldest first.
    declared: Vec<Declared>,
}

/// A version with its dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Declared {
    /// Its number.
    pub version: u32,
    /// From when it counts.
    pub from: DateTime<Utc>,
    /// Until when the one before is still good.
    pub grace_until: DateTime<Utc>,
}

/// What the charter asks of members at one instant.
#[derive(Debug, Default, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Standing {
    /// The version that counts; none before the network has one, and then none need be accepted.
    pub in_force: Option<u32>,
    /// The versions that are good: the one in force, those before it during the grace period,
    /// those that are announced.
    pub acceptable: Vec<u32>,
    /// All versions with dates.
    pub declared: Vec<Declared>,
}

/// A newer version that a member must accept, and until when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Renewal {
    /// The version to accept.
    pub version: u32,
    /// Until when the one accepted before is still good.
    pub until: DateTime<Utc>,
}

impl Standing {
    /// What a charter with these dates asks at an instant. A version is good as long as every
    /// newer one either does not count yet or still leaves time.
    pub fn at(declared: &[Declared], instant: DateTime<Utc>) -> Self {
        let counts = |later: &Declared| later.from <= instant && instant >= later.grace_until;
        let acceptable = declared
            .iter()
            .enumerate()
            .filter(|(place, _)| !declared[place + 1..].iter().any(counts))
            .map(|(_, one)| one.version)
            .collect();
        let in_force = declared.iter().rfind(|one| one.from <= instant).map(|one| one.version);
        Self { in_force, acceptable, declared: declared.to_vec() }
    }

    /// Whether having accepted that version is enough.
    pub fn takes(&self, accepted: Option<u32>) -> bool {
        self.in_force.is_none() || accepted.is_some_and(|version| self.acceptable.contains(&version))
    }

    /// What somebody who accepted that version must accept next, if anything: the newest version,
    /// before the first grace period runs out.
    pub fn renewal(&self, accepted: u32) -> Option<Renewal> {
        let later = || self.declared.iter().filter(|one| one.version > accepted);
        let version = later().map(|one| one.version).max()?;
        let until = later().map(|one| one.grace_until).min()?;
        Some(Renewal { version, until })
    }
}

impl Charter {
    /// What the charter asks of members at an instant.
    pub fn standing(&self, instant: DateTime<Utc>) -> Standing {
        Standing::at(&self.declared, instant)
    }

    fn draft(&self, draft: DraftCharterVersion) -> Result<Vec<CharterEvent>, CharterRefusal> {
        if draft.text.is_empty() {
            return Err(CharterRefusal::CharterTextMissing);
        }
        let version = if self.drafting { self.newest } else { self.newest + 1 };
        let DraftCharterVersion { text, signed_clip } = draft;
        Ok(vec![CharterEvent::CharterVersionDrafted { version, text, signed_clip }])
    }

    fn amend(&self, proposed: ProposeCharterAmendment) -> Result<Vec<CharterEvent>, CharterRefusal> {
        if proposed.text.is_empty() {
            return Err(CharterRefusal::CharterTextMissing);
        }
        if self.amendments >= MOST_AMENDMENTS {
            return Err(CharterRefusal::CharterTooManyAmendments { most: MOST_AMENDMENTS });
        }
        Ok(vec![CharterEvent::CharterAmendmentProposed {
            version: self.newest,
            amendment: self.amendments + 1,
            text: proposed.text,
            member: proposed.member,
        }])
    }

    fn adopt(&self, adopted: AdoptCharterVersion) -> Result<Vec<CharterEvent>, CharterRefusal> {
        let AdoptCharterVersion { version, meeting, decision } = adopted;
        if self.adopted.contains(&version) {
            return Ok(vec![]);
        }
        if !self.drafting || version != self.newest {
            return Err(CharterRefusal::CharterNotDrafted { version });
        }
        Ok(vec![CharterEvent::CharterVersionAdopted { version, meeting, decision }])
    }

    fn declare(&self, ask: BringCharterVersionIntoForce) -> Result<Vec<CharterEvent>, CharterRefusal> {
        let BringCharterVersionIntoForce { version, from, grace_until } = ask;
        if let Some(known) = self.declared.iter().find(|one| one.version == version) {
            return if *known == (Declared { version, from, grace_until }) {
                Ok(vec![])
            } else {
                Err(CharterRefusal::CharterAlreadyInForce { version })
            };
        }
        if !self.adopted.contains(&version) {
            return Err(CharterRefusal::CharterNotAdopted { version });
        }
        if grace_until < from {
            return Err(CharterRefusal::CharterGraceBeforeStart);
        }
        let before = self.declared.last();
        if let Some(before) = before.filter(|before| from < before.from) {
            return Err(CharterRefusal::CharterStartsTooEarly { from: before.from.date_naive() });
        }
        let mut events = vec![CharterEvent::CharterVersionInForce { version, from, grace_until }];
        events.extend(
            before
                .map(|before| CharterEvent::CharterVersionReplaced { version: before.version, by: version }),
        );
        Ok(events)
    }
}

impl Decider for Charter {
    const KIND: &'static str = "charter";
    type Command = CharterCommand;
    type Event = CharterEvent;
    type Refusal = CharterRefusal;

    fn decide(&self, command: CharterCommand, _asked: &Asked) -> Result<Vec<CharterEvent>, CharterRefusal> {
        match command {
            CharterCommand::Draft(draft) => self.draft(draft),
            _ if self.newest == 0 => Err(CharterRefusal::CharterNotFound),
            CharterCommand::ProposeAmendment(proposed) => self.amend(proposed),
            CharterCommand::Adopt(adopted) => self.adopt(adopted),
            CharterCommand::BringIntoForce(ask) => self.declare(ask),
        }
    }

    fn evolve(&mut self, event: CharterEvent) {
        match event {
            CharterEvent::CharterVersionDrafted { version, .. } => {
                if version != self.newest {
                    self.amendments = 0;
                }
                self.newest = version;
                self.drafting = true;
            }
            CharterEvent::CharterAmendmentProposed { amendment, .. } => self.amendments = amendment,
            CharterEvent::CharterVersionAdopted { version, .. } => {
                self.drafting = false;
                self.adopted.insert(version);
            }
            CharterEvent::CharterVersionInForce { version, from, grace_until } => {
                // An adopted version that a newer one overtook never counts.
                self.adopted.retain(|adopted| *adopted > version);
                self.declared.push(Declared { version, from, grace_until });
                let surplus = self.declared.len().saturating_sub(REMEMBERED);
                self.declared.drain(..surplus);
            }
            CharterEvent::CharterVersionReplaced { .. } => {}
        }
    }
}

aggregate!(Charter, CharterEvent, CharterRefusal);
