//! What a source says of a service, against what is known here.

use kernel::Asked;

use super::aggregate::{Sheet, Status, Then, published, verified};
use super::commands::{ImportService, SourceStatus};
use super::standing::{Closure, SheetRetirement};
use super::{ServiceEvent, ServiceRefusal};

/// A source names a service nobody has drafted.
pub(super) fn first(said: Box<ImportService>, asked: &Asked) -> Then {
    said.content.sound()?;
    let mut events = vec![ServiceEvent::ServiceSheetImported { said: said.clone() }];
    events.extend(follows(&said, &Status::Draft, None, asked)?);
    Ok(events)
}

impl Sheet {
    /// A source describes a sheet that is known.
    pub(super) fn import(&self, said: Box<ImportService>, asked: &Asked) -> Then {
        // Asked twice, done once; also when somebody here has corrected or retired it since.
        if self.imported.as_ref() == Some(&*said) {
            return Ok(vec![]);
        }
        if said.partner != self.partner {
            return Err(ServiceRefusal::ServiceOfAnotherPartner);
        }
        if self.status == Status::Retired {
            return Err(ServiceRefusal::ServiceSheetIsRetired);
        }
        said.content.sound()?;
        let mut events = vec![ServiceEvent::ServiceSheetImported { said: said.clone() }];
        events.extend(follows(&said, &self.status, self.imported.as_ref(), asked)?);
        Ok(events)
    }
}

/// What follows from the state the source gives the service.
///
/// A closure or an opening that was decided here stays: only what this source said before, and
/// now says otherwise, is undone.
fn follows(said: &ImportService, now: &Status, before: Option<&ImportService>, asked: &Asked) -> Then {
    let mut events = Vec::new();
    let changed = before.is_none_or(|before| before.status != said.status);
    match (said.status, now) {
        (SourceStatus::Defunct, _) => {
            events.push(ServiceEvent::ServiceSheetRetired { reason: SheetRetirement::SourceDefunct });
            return Ok(events);
        }
        (SourceStatus::Inactive, Status::Draft) => return Ok(events),
        (SourceStatus::Active, Status::Draft) => events.push(published(asked)),
        (SourceStatus::Active, Status::ClosureAnnounced(_) | Status::Closed(_)) if changed => {
            events.push(ServiceEvent::ServiceSheetReopened {});
        }
        (SourceStatus::TemporarilyClosed, Status::Draft) => {
            events.push(published(asked));
            events.push(closed(said, asked));
        }
        (
            SourceStatus::TemporarilyClosed | SourceStatus::Inactive,
            Status::Published | Status::ClosureAnnounced(_),
        ) if changed => events.push(closed(said, asked)),
        (SourceStatus::Active | SourceStatus::Inactive | SourceStatus::TemporarilyClosed, _) => {}
    }
    if let Some(on) = said.assured_on
        && before.and_then(|before| before.assured_on) != Some(on)
    {
        if on > asked.now.date_naive() {
            return Err(ServiceRefusal::ServiceSheetVerifiedInTheFuture { on });
        }
        events.push(verified(on));
    }
    Ok(events)
}

/// Closed from now on; sources do not say until when.
fn closed(said: &ImportService, asked: &Asked) -> ServiceEvent {
    let message = said.closure_message.clone().unwrap_or_default();
    let closure = Closure { from: asked.at, until: None, message };
    ServiceEvent::ServiceSheetTemporarilyClosed { closure, begun: true }
}
