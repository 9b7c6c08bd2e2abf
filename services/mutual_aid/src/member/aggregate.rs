//! The rules of joining and leaving; what a member may do in between is in [`super::membership`].

use kernel::{Asked, Decider, aggregate};
use serde::{Deserialize, Serialize};

use super::commands::{JoinNetwork, MemberCommand};
use super::events::MemberEvent;
use super::membership::{Events, Membership};
use super::refusal::MemberRefusal;
use crate::limits::Limits;

/// A member as far as the rules need it: names and contacts are in the projection.
#[derive(Debug, Default, Clone, PartialEq, Serialize, Deserialize)]
pub enum Member {
    /// Nobody yet.
    #[default]
    Unknown,
    /// A member.
    Joined(Box<Membership>),
    /// A member who left.
    Left,
}

fn joined(join: JoinNetwork) -> MemberEvent {
    let limits = Limits::current();
    let JoinNetwork { display_name, contact, person, account, gender } = join;
    MemberEvent::MemberJoined {
        display_name,
        contact,
        person,
        account,
        gender,
        quota: limits.quota,
        limits_version: limits.version,
    }
}

impl Member {
    /// What the member shares and offers.
    ///
    /// # Errors
    /// When nobody joined under that id, or the member left.
    pub fn membership(&self) -> Result<&Membership, MemberRefusal> {
        match self {
            Self::Unknown => Err(MemberRefusal::MemberNotFound),
            Self::Joined(membership) => Ok(membership),
            Self::Left => Err(MemberRefusal::MemberHasLeft),
        }
    }
}

impl Decider for Member {
    const KIND: &'static str = "member";
    type Command = MemberCommand;
    type Event = MemberEvent;
    type Refusal = MemberRefusal;

    fn decide(&self, command: MemberCommand, asked: &Asked) -> Events {
        match (self, command) {
            (Self::Unknown, MemberCommand::Join(join)) => Ok(vec![joined(join)]),
            (Self::Unknown, _) => Err(MemberRefusal::MemberNotFound),
            (Self::Joined(membership), command) => membership.decide(command, asked),
            // Asked twice, done once.
            (Self::Left, MemberCommand::Leave | MemberCommand::ReleasePlace { .. }) => Ok(vec![]),
            (Self::Left, _) => Err(MemberRefusal::MemberHasLeft),
        }
    }

    fn evolve(&mut self, event: MemberEvent) {
        match (&mut *self, event) {
            (Self::Unknown, event @ MemberEvent::MemberJoined { .. }) => {
                let mut membership = Membership::default();
                membership.evolve(&event);
                *self = Self::Joined(Box::new(membership));
            }
            (Self::Joined(_), MemberEvent::MemberLeft) => *self = Self::Left,
            (Self::Joined(membership), event) => membership.evolve(&event),
            (Self::Unknown | Self::Left, _) => {}
        }
    }
}

aggregate!(Member, MemberEvent, MemberRefusal);
