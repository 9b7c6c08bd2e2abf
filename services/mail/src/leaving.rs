//! Whether a letter may leave, asked anew before every attempt: is the question still open, is there
//! somebody to write to, and what does the gate of everything that leaves say ([`people::may_leave`]).

use chrono::{DateTime, Utc};
use dropin::Visits;
use graph::Ports;
use graph::lists::table;
use graph::ports::{Known, PageAsk, RawRow, Trouble};
use kernel::{NetworkId, PersonId, Position, Projection, Secret, Text};
use mutual_aid::member::MemberState;
use mutual_aid::pairing::PairingAction;
use mutual_aid::{MemberRow, Members, PairingRow, Pairings};
use people::{ContactRuleRow, ContactRules, PersonRow, Persons, Suppressed, may_leave};
use reference::NeedCode;

use crate::book::Letter;
use crate::letter::Manner;

/// Rows read at once: there are fewer needs than that, and fewer files of one member.
const MOST: usize = 500;

/// What is to be done with a letter now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It leaves.
    Leaves(Leaving),
    /// The gate says no.
    Suppressed(Suppressed),
    /// Nothing is asked of this volunteer any more.
    NotAsked,
    /// The volunteer has no account that is active and acts as a member, or their address was erased.
    NobodyToWriteTo,
}

/// Where a letter goes, and how it is written.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Leaving {
    pub(crate) to: Text,
    pub(crate) manner: Manner,
}

impl std::fmt::Debug for Leaving {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Leaving").field("manner", &self.manner).finish_non_exhaustive()
    }
}

/// Whether this very proposal still waits for this volunteer.
pub(crate) fn still_asked(row: &PairingRow, letter: &Letter, now: DateTime<Utc>) -> bool {
    let waits = row.actions_of_volunteer().contains(&PairingAction::Accept);
    // Proposed to the same volunteer again, later: that is another letter.
    let this =
        row.proposal_deadline.map(|at| at.timestamp_millis()) == Some(letter.deadline.timestamp_millis());
    waits && this && row.member == Some(letter.member) && now < letter.deadline
}

/// The gate, for everybody a letter is about: the person who asks, and the volunteer, who may come for
/// help as well and may have said that nobody contacts them.
pub(crate) fn gate(
    persons: &[PersonRow],
    needs: &[NeedCode],
    rules: &[ContactRuleRow],
) -> Result<(), Suppressed> {
    may_leave(None, needs, rules)?;
    persons.iter().try_for_each(|person| may_leave(Some(person), needs, rules))
}

/// Every need a pairing is about.
pub(crate) fn needs(row: &PairingRow) -> Vec<NeedCode> {
    let further = row.need.iter().map(|need| need.code).chain(row.topic);
    std::iter::once(row.purpose).chain(further).collect()
}

/// Reads what is known, not before a position.
pub(crate) struct Reading<'a> {
    pub(crate) ports: &'a Ports,
    pub(crate) network: &'a NetworkId,
    pub(crate) known: Known,
}

impl<'a> Reading<'a> {
    /// As the journal stood when it was at a position, or later.
    pub(crate) fn at_least(ports: &'a Ports, network: &'a NetworkId, position: Position) -> Self {
        let known = Known { at_least: (position > Position(0)).then_some(position), ..Known::default() };
        Self { ports, network, known }
    }

    /// What is to be done with a letter.
    pub(crate) async fn fate(&self, letter: &Letter, manner: Manner) -> Result<Fate, Trouble> {
        let now = self.ports.clock.now();
        let pairing = self.pairing(letter).await?.filter(|row| still_asked(row, letter, now));
        let member = self.one::<Members>(letter.member).await?;
        let Some((pairing, member)) = pairing.zip(member.filter(|row| row.state == MemberState::Joined))
        else {
            return Ok(Fate::NotAsked);
        };
        let account =
            accounts::answering::for_member(self.ports, self.network, letter.member, self.known).await?;
        let address = match account.and_then(|account| account.email) {
            Some(Secret::Sealed(sealed)) => self.ports.seals.open(&sealed)?,
            Some(Secret::Clear(text)) => Some(text),
            Some(Secret::Erased) | None => None,
        };
        let Some(to) = address else { return Ok(Fate::NobodyToWriteTo) };
        let persons = self.persons(&pairing, &member).await?;
        if let Err(why) = gate(&persons, &needs(&pairing), &self.rules().await?) {
            return Ok(Fate::Suppressed(why));
        }
        let manner = manner.for_speaker_of(member.membership.languages.keys().copied());
        Ok(Fate::Leaves(Leaving { to, manner }))
    }

    /// The pairing a letter is about.
    pub(crate) async fn pairing(&self, letter: &Letter) -> Result<Option<PairingRow>, Trouble> {
        self.one::<Pairings>(letter.pairing).await
    }

    /// The files of everybody a letter is about, and of whom they are aliases. Who asks may have been
    /// nobody when they asked, and be known since by a visit of the same case.
    async fn persons(&self, pairing: &PairingRow, member: &MemberRow) -> Result<Vec<PersonRow>, Trouble> {
        let visits = self.where_::<Visits>("case", pairing.case).await?;
        let came = visits.iter().filter_map(|visit| visit.person);
        let aliases = member.membership.aliases.iter().copied();
        let known: Vec<PersonId> = pairing.person.into_iter().chain(came).chain(aliases).collect();
        let mut persons = self.keyed::<Persons>(&known).await?;
        persons.extend(self.where_::<Persons>("member", member.id).await?);
        let others: Vec<PersonId> = persons.iter().filter_map(|person| person.alias_of).collect();
        persons.extend(self.keyed::<Persons>(&others).await?);
        Ok(persons)
    }

    async fn rules(&self) -> Result<Vec<ContactRuleRow>, Trouble> {
        self.where_::<ContactRules>("suppressed", true).await
    }

    async fn one<P: Projection>(&self, key: impl ToString) -> Result<Option<P::Row>, Trouble> {
        Ok(self.keyed::<P>(&[key]).await?.into_iter().next())
    }

    async fn keyed<P: Projection>(&self, keys: &[impl ToString]) -> Result<Vec<P::Row>, Trouble> {
        let keys: Vec<String> = keys.iter().map(ToString::to_string).collect();
        if keys.is_empty() {
            return Ok(vec![]);
        }
        read::<P>(self.ports.rows.rows(table::<P>(), self.network, &keys, self.known).await?)
    }

    async fn where_<P: Projection>(
        &self,
        facet: &'static str,
        value: impl ToString,
    ) -> Result<Vec<P::Row>, Trouble> {
        let filter = vec![(facet, vec![value.to_string()])];
        let ask = PageAsk { filter, limit: MOST, ..PageAsk::default() };
        read::<P>(self.ports.rows.page(table::<P>(), self.network, ask, self.known).await?.rows)
    }
}

/// Rows as they are kept: their words stay sealed.
fn read<P: Projection>(rows: Vec<RawRow>) -> Result<Vec<P::Row>, Trouble> {
    let row = |raw: &RawRow| {
        serde_json::from_slice(&raw.body)
            .map_err(|error| Trouble::Fault(format!("a row cannot be read: {error}")))
    };
    rows.iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use kernel::given::instant;
    use kernel::{CaseId, CommandId, MemberId, Meta, PairingId, Recorded, Role, StreamId};
    use mutual_aid::PairingEvent;
    use mutual_aid::pairing::values::{Accompaniment, PairingSide};
    use mutual_aid::score::Score;
    use people::{DoNotContactReason, ErasureReason, NeedContactReason, PersonEvent};
    use uuid::Uuid;

    use super::*;

    const MONDAY: &str = "2023-05-22T08:00:00Z";
    const DEADLINE: &str = "2023-05-29T08:00:00Z";

    /// The row that these events leave.
    fn row<P: Projection>(events: Vec<P::Event>) -> P::Row {
        let id = Uuid::from_u128(1).to_string();
        let stream = StreamId::new(&"brussels".parse().unwrap(), P::KINDS[0], &id);
        let meta = Meta {
            command: CommandId(Uuid::nil()),
            actor: kernel::ActorId(Uuid::nil()),
            role: Role::System,
            device: None,
            occurred_at: instant(MONDAY),
            causation: None,
            correlation: None,
            trace: None,
            provenance: None,
        };
        let recorded = |(version, event)| Recorded {
            stream: stream.clone(),
            version,
            position: Position(version),
            recorded_at: instant(MONDAY),
            meta: meta.clone(),
            event,
        };
        let events = (1..).zip(events).map(recorded);
        events.fold(None, |row, event| P::project(row, &id, &event)).unwrap()
    }

    fn person(more: Vec<PersonEvent>) -> PersonRow {
        let opened = PersonEvent::PersonFileOpened { at: instant(MONDAY) };
        row::<Persons>(std::iter::once(opened).chain(more).collect())
    }

    fn untouchable() -> PersonRow {
        let reason = DoNotContactReason::Safety;
        person(vec![PersonEvent::DoNotContactSet { reason, note: None, at: instant(MONDAY) }])
    }

    fn need(code: &str) -> NeedCode {
        code.parse().unwrap()
    }

    fn rule(code: &str, suppressed: bool) -> ContactRuleRow {
        let reason = suppressed.then_some(NeedContactReason::Safety);
        ContactRuleRow { code: need(code), version: 1, suppressed, reason, since: instant(MONDAY) }
    }

    const KARIM: MemberId = MemberId(Uuid::from_u128(7));

    fn asked(more: Vec<PairingEvent>) -> PairingRow {
        let request = Accompaniment {
            case: CaseId(Uuid::from_u128(2)),
            person: None,
            need: None,
            purpose: need("NET.ESCORT"),
            language: "ara".parse().unwrap(),
            times: vec![],
            topic: Some(need("HEA.AMU")),
            gender_wish: None,
            planned_until: None,
            rematch_of: None,
            excluded: vec![],
        };
        let at = instant(MONDAY);
        let asked = PairingEvent::AccompanimentRequested { request, at, limits_version: 1 };
        let proposed = PairingEvent::PairingProposed {
            member: KARIM,
            score: Score::default(),
            reasons: vec![],
            score_version: 1,
            deadline: instant(DEADLINE),
            limits_version: 1,
        };
        row::<Pairings>([asked, proposed].into_iter().chain(more).collect())
    }

    fn letter() -> Letter {
        Letter {
            id: Uuid::from_u128(3),
            network: "brussels".parse().unwrap(),
            pairing: PairingId(Uuid::from_u128(1)),
            member: KARIM,
            deadline: instant(DEADLINE),
            attempts: 0,
        }
    }

    #[test]
    fn the_gate_says_no_for_each_of_those_a_letter_is_about() {
        let (anybody, nobody) = (person(vec![]), untouchable());
        assert_eq!(gate(std::slice::from_ref(&anybody), &[], &[]), Ok(()));
        for persons in [[anybody.clone(), nobody.clone()], [nobody, anybody.clone()]] {
            assert_eq!(gate(&persons, &[], &[]), Err(Suppressed::DoNotContact));
        }
        let decided = PersonEvent::ErasureDecided { reason: ErasureReason::PersonAsked, with: vec![] };
        assert_eq!(gate(&[anybody, person(vec![decided])], &[], &[]), Err(Suppressed::Forgotten));
    }

    #[test]
    fn the_gate_says_no_for_each_need_even_when_nobody_is_known() {
        let needs = needs(&asked(vec![]));
        assert_eq!(needs, [need("NET.ESCORT"), need("HEA.AMU")]);
        for code in ["NET.ESCORT", "HEA.AMU"] {
            assert_eq!(gate(&[], &needs, &[rule(code, true)]), Err(Suppressed::Need(need(code))));
        }
        assert_eq!(gate(&[], &needs, &[rule("NET.ESCORT", false), rule("PSY.LISTEN", true)]), Ok(()));
    }

    #[test]
    fn a_letter_is_about_one_proposal_while_it_waits_for_its_volunteer() {
        let still = |row: &PairingRow, now: &str| still_asked(row, &letter(), instant(now));
        assert!(still(&asked(vec![]), MONDAY));
        assert!(!still(&asked(vec![]), DEADLINE), "its time is over");
        let (member, at) = (KARIM, instant(MONDAY));
        let by_person = vec![PairingEvent::PairingAcceptedByPerson { member }];
        assert!(still(&asked(by_person), MONDAY), "the person said yes, the volunteer is still asked");
        let by_volunteer = vec![PairingEvent::PairingAcceptedByVolunteer { member }];
        assert!(!still(&asked(by_volunteer), MONDAY));
        let declined = PairingEvent::PairingDeclined { member, side: PairingSide::Person, reason: None, at };
        assert!(!still(&asked(vec![declined]), MONDAY));
        let other = Letter { member: MemberId(Uuid::from_u128(8)), ..letter() };
        assert!(!still_asked(&asked(vec![]), &other, instant(MONDAY)), "somebody else is asked");
        let before = Letter { deadline: instant(MONDAY), ..letter() };
        assert!(!still_asked(&asked(vec![]), &before, instant("2023-05-21T08:00:00Z")), "an older proposal");
    }
}
