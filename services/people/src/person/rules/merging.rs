//! Two files of one person: one is an alias of the other, until it is undone; and the member that a
//! person is as well.

use kernel::PersonId;

use super::{Answer, Here, room};
use crate::codes::PersonPart;
use crate::person::events::PersonEvent;
use crate::person::inputs::{LinkMember, MergePersons, UnlinkMember};
use crate::person::refusal::PersonRefusal;

/// Somebody met under more names than that is several people.
const MOST_ALIASES: usize = 20;

impl Here<'_> {
    pub(super) fn become_alias(&self, ask: MergePersons) -> Answer {
        self.by_coordinator()?;
        let MergePersons { into, mut reasons } = ask;
        match self.file.alias_of {
            Some(of) if of == into => return Ok(vec![]),
            Some(of) => return Err(PersonRefusal::PersonIsAlias { of }),
            None => {}
        }
        if !self.file.aliases.is_empty() {
            return Err(PersonRefusal::PersonHasAliases);
        }
        reasons.sort_unstable();
        reasons.dedup();
        if reasons.is_empty() {
            return Err(PersonRefusal::PersonMergeReasonMissing);
        }
        Ok(vec![PersonEvent::PersonsMerged { into, reasons }])
    }

    pub(super) fn take_alias(&self, alias: PersonId) -> Answer {
        self.by_coordinator()?;
        if self.file.aliases.contains(&alias) {
            return Ok(vec![]);
        }
        room(self.file.aliases.len(), MOST_ALIASES)?;
        Ok(vec![PersonEvent::AliasTaken { alias }])
    }

    pub(super) fn stand_alone(&self, of: PersonId) -> Answer {
        self.by_coordinator()?;
        if self.file.alias_of == Some(of) {
            Ok(vec![PersonEvent::MergeUndone { of }])
        } else {
            Err(PersonRefusal::PersonNotMerged)
        }
    }

    pub(super) fn release_alias(&self, alias: PersonId) -> Answer {
        self.by_coordinator()?;
        if self.file.aliases.contains(&alias) {
            Ok(vec![PersonEvent::AliasReleased { alias }])
        } else {
            Err(PersonRefusal::PersonNotMerged)
        }
    }

    pub(super) fn link_member(&self, ask: LinkMember) -> Answer {
        self.by_host()?;
        let LinkMember { member, part } = ask;
        if part == PersonPart::Visitor {
            return Err(PersonRefusal::PersonPartUnclear);
        }
        match self.file.member {
            Some(known) if known == (member, part) => Ok(vec![]),
            Some((known, _)) if known != member => Err(PersonRefusal::PersonOtherMember),
            _ => Ok(vec![PersonEvent::PersonLinkedToMember { member, part, at: self.asked.now }]),
        }
    }

    pub(super) fn unlink_member(&self, ask: UnlinkMember) -> Answer {
        self.by_host()?;
        match self.file.member {
            None => Ok(vec![]),
            Some((known, _)) if known != ask.member => Err(PersonRefusal::PersonOtherMember),
            Some((member, _)) => {
                Ok(vec![PersonEvent::PersonUnlinkedFromMember { member, at: self.asked.now }])
            }
        }
    }
}
