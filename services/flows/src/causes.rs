//! What an event means elsewhere: it is read with the row it left, as of its position.

use graph::lists::{read_row, table};
use graph::ports::{AsOfPoint, Known, PageAsk};
use journal::StoredEvent;
use kernel::{Decider, Event, NetworkId, PersonId, Position, Projection};

use crate::reactions::{self, Reaction};
use crate::runner::{FlowError, Flows, PAGE};

impl Flows {
    /// What follows from an event.
    pub(crate) async fn reactions(&self, event: &StoredEvent) -> Result<Vec<Reaction>, FlowError> {
        match event.stream.kind.as_str() {
            referrals::Referral::KIND => {
                let Some((told, row)) = self.told::<referrals::Referral, referrals::Referrals>(event).await?
                else {
                    return Ok(Vec::new());
                };
                let mut reactions = reactions::of_referral(&told, &row);
                let person = row.person.filter(|_| reactions::shows_activity(&told));
                reactions.extend(self.activity(event, person).await?);
                Ok(reactions)
            }
            mutual_aid::Pairing::KIND => {
                let Some((told, row)) = self.told::<mutual_aid::Pairing, mutual_aid::Pairings>(event).await?
                else {
                    return Ok(Vec::new());
                };
                Ok(reactions::of_pairing(&told, &row))
            }
            mutual_aid::Charter::KIND => {
                let read =
                    <mutual_aid::Charter as Decider>::Event::read(&event.name, event.shape, &event.payload);
                let Ok(told @ mutual_aid::CharterEvent::CharterVersionInForce { .. }) = read else {
                    return Ok(Vec::new());
                };
                Ok(reactions::of_charter(&told, &self.members(&event.stream.network, event.position).await?))
            }
            dropin::Visit::KIND => {
                let read = <dropin::Visit as Decider>::Event::read(&event.name, event.shape, &event.payload);
                let person = match read {
                    Ok(dropin::VisitEvent::VisitAttributed { person, .. }) => Some(person),
                    _ => None,
                };
                self.activity(event, person).await
            }
            people::Person::KIND => {
                let Some((told, row)) = self.told::<people::Person, people::Persons>(event).await? else {
                    return Ok(Vec::new());
                };
                if let people::PersonEvent::ErasureDecided { reason, .. } = told {
                    return Ok(vec![Reaction::Erasure(row.id, reason)]);
                }
                let people::PersonEvent::SharingConsentWithdrawn { .. } = told else {
                    return Ok(Vec::new());
                };
                let persons = row.aliases.iter().chain([&row.id]).map(ToString::to_string).collect();
                let open = self.referrals(&event.stream.network, event.position, persons).await?;
                Ok(reactions::of_person(&told, &row, &open))
            }
            _ => Ok(Vec::new()),
        }
    }

    /// That something went on with a person, for those who have a file.
    async fn activity(
        &self,
        event: &StoredEvent,
        person: Option<PersonId>,
    ) -> Result<Vec<Reaction>, FlowError> {
        let Some(person) = person else { return Ok(Vec::new()) };
        let known = Known { as_of: Some(AsOfPoint::Position(event.position)), at_least: None };
        let (table, keys) = (table::<people::Persons>(), [person.to_string()]);
        let rows = self.ports.rows.rows(table, &event.stream.network, &keys, known).await?;
        let Some(row) = rows.first() else { return Ok(Vec::new()) };
        let row = read_row(&self.ports, &row.body).map_err(|error| FlowError::Row(error.message))?;
        Ok(reactions::of_activity(&row))
    }

    /// The referrals of some persons, as of a position.
    async fn referrals(
        &self,
        network: &NetworkId,
        position: Position,
        persons: Vec<String>,
    ) -> Result<Vec<referrals::ReferralRow>, FlowError> {
        let filter = vec![("person", persons)];
        self.rows_of::<referrals::Referrals>(network, position, filter).await
    }

    /// Every row of a list that matches, as of a position.
    pub(crate) async fn rows_of<P: Projection>(
        &self,
        network: &NetworkId,
        position: Position,
        filter: Vec<(&'static str, Vec<String>)>,
    ) -> Result<Vec<P::Row>, FlowError> {
        let known = Known { as_of: Some(AsOfPoint::Position(position)), at_least: None };
        let mut ask = PageAsk { filter, limit: PAGE, ..PageAsk::default() };
        let mut rows = Vec::new();
        loop {
            let page = self.ports.rows.page(table::<P>(), network, ask.clone(), known).await?;
            for row in &page.rows {
                rows.push(read_row(&self.ports, &row.body).map_err(|error| FlowError::Row(error.message))?);
            }
            match page.rows.last() {
                Some(last) if page.more => ask.after = Some((last.order.clone(), last.key.clone())),
                _ => return Ok(rows),
            }
        }
    }

    /// Every member of a network, as of a position.
    async fn members(
        &self,
        network: &NetworkId,
        position: Position,
    ) -> Result<Vec<mutual_aid::MemberRow>, FlowError> {
        self.rows_of::<mutual_aid::Members>(network, position, Vec::new()).await
    }

    /// An event and the row it left. An event that cannot be read is parked by the read models and
    /// reported there; there is nothing to react to.
    async fn told<D: Decider, P: Projection>(
        &self,
        event: &StoredEvent,
    ) -> Result<Option<(D::Event, P::Row)>, FlowError> {
        let Ok(told) = D::Event::read(&event.name, event.shape, &event.payload) else { return Ok(None) };
        let known = Known { as_of: Some(AsOfPoint::Position(event.position)), at_least: None };
        let keys = [event.stream.id.clone()];
        let rows = self.ports.rows.rows(table::<P>(), &event.stream.network, &keys, known).await?;
        let Some(row) = rows.first() else { return Ok(None) };
        let row =
            read_row::<P::Row>(&self.ports, &row.body).map_err(|error| FlowError::Row(error.message))?;
        Ok(Some((told, row)))
    }
}
