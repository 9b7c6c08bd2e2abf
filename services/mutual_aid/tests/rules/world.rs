//! A network in memory: acts are performed on it and its lists are folded, as the journal and the
//! read models would. Everybody in it is fictional.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use kernel::act::{Halt, Stored};
use kernel::given::{instant, monday_morning};
use kernel::uuid::Uuid;
use kernel::{
    Act, Asked, CaseId, CommandId, Decider, Event, Expected, MemberId, Meta, NetworkId, PairingId, PersonId,
    Position, Projection, Recorded, Role, Scene, Secret, StreamId,
};
use mutual_aid::charter::standing_of;
use mutual_aid::member::JoinNetwork;
use mutual_aid::{CharterVersions, Member, Members, OnPairing, Pairing, Pairings};

pub(crate) fn member_id(number: u128) -> MemberId {
    MemberId(Uuid::from_u128(number))
}
pub(crate) fn pairing_id(number: u128) -> PairingId {
    PairingId(Uuid::from_u128(0x9A00 + number))
}
pub(crate) fn person_id(number: u128) -> PersonId {
    PersonId(Uuid::from_u128(0x9E00 + number))
}
pub(crate) fn case_id(number: u128) -> CaseId {
    CaseId(Uuid::from_u128(0xCA00 + number))
}

/// A secret as it is kept.
pub(crate) fn sealed(words: &str) -> Secret {
    Secret::Sealed(kernel::Sealed { subject: "test".to_owned(), bytes: words.to_owned() })
}

pub(crate) fn join(name: &str) -> JoinNetwork {
    JoinNetwork { display_name: sealed(name), contact: None, person: None, account: None, gender: None }
}

type Kept = Vec<(&'static str, u32, Vec<u8>, Meta)>;

#[derive(Clone)]
pub(crate) struct World {
    pub(crate) network: NetworkId,
    pub(crate) asked: Asked,
    commands: u128,
    streams: HashMap<StreamId, Kept>,
}

impl World {
    pub(crate) fn new() -> Self {
        let asked = Asked { role: Role::Coordinator, ..monday_morning() };
        Self { network: asked.network.clone(), asked, commands: 0, streams: HashMap::new() }
    }

    pub(crate) fn at(&mut self, text: &str) {
        self.asked.at = instant(text);
        self.asked.now = self.asked.at;
    }

    pub(crate) fn command(&mut self) -> CommandId {
        self.commands += 1;
        CommandId(Uuid::from_u128(self.commands))
    }

    pub(crate) fn on(&mut self, pairing: PairingId) -> OnPairing {
        let command = self.command();
        OnPairing { network: self.network.clone(), command, pairing, expected: Expected::Any }
    }

    /// Performs an act; the names of its events, or the code of the refusal.
    pub(crate) fn perform(&mut self, act: Result<Act, Halt>) -> Result<Vec<&'static str>, String> {
        let act = act.expect("the act can be made");
        let mut states = HashMap::new();
        for involved in &act.involved {
            let mut state = (involved.fold.empty)();
            for (name, shape, payload, _) in self.streams.get(&involved.stream).into_iter().flatten() {
                let stored = Stored { name, shape: *shape, payload };
                state = (involved.fold.apply)(&state, stored).expect("what was stored can be read");
            }
            states.insert(involved.stream.clone(), Arc::clone(&state));
        }
        let asked = self.asked.clone();
        let mut scene = Scene::new(&asked, states);
        match (act.play)(&mut scene) {
            Ok(()) => {}
            Err(Halt::Refused(refused)) => return Err(refused.code),
            Err(fault) => panic!("a fault: {fault}"),
        }
        let mut names = Vec::new();
        for change in scene.close().changes {
            let kept = self.streams.entry(change.stream).or_default();
            for fresh in change.events {
                names.push(fresh.name);
                let meta = Meta {
                    command: act.command,
                    actor: asked.by,
                    role: asked.role,
                    device: None,
                    occurred_at: asked.at,
                    causation: None,
                    correlation: None,
                    trace: None,
                    provenance: None,
                };
                kept.push((fresh.name, fresh.shape, fresh.payload, meta));
            }
        }
        Ok(names)
    }

    /// Asks one aggregate.
    pub(crate) fn ask<D: Decider>(
        &mut self,
        id: impl std::fmt::Display,
        command: D::Command,
    ) -> Result<Vec<&'static str>, String> {
        let stream = StreamId::new(&self.network, D::KIND, id);
        let act = Act::on::<D>(self.command(), stream, Expected::Any, command);
        self.perform(act)
    }

    /// The state of an aggregate.
    pub(crate) fn state<D: Decider>(&self, id: impl std::fmt::Display) -> D {
        D::after(self.history::<D::Event>(&StreamId::new(&self.network, D::KIND, id)))
    }

    fn history<E: Event>(&self, stream: &StreamId) -> Vec<E> {
        let kept = self.streams.get(stream).into_iter().flatten();
        kept.map(|(name, shape, payload, _)| E::read(name, *shape, payload).unwrap()).collect()
    }

    /// The streams of some kinds.
    pub(crate) fn streams_of(&self, kinds: &[&str]) -> Vec<StreamId> {
        self.streams.keys().filter(|stream| kinds.contains(&stream.kind.as_str())).cloned().collect()
    }

    /// The rows of one stream in a list.
    pub(crate) fn rows<P: Projection>(&self, stream: &StreamId) -> HashMap<String, P::Row> {
        let mut rows: HashMap<String, P::Row> = HashMap::new();
        for (place, (name, shape, payload, meta)) in
            self.streams.get(stream).into_iter().flatten().enumerate()
        {
            let recorded = Recorded {
                stream: stream.clone(),
                version: place as u64 + 1,
                position: Position(place as u64 + 1),
                recorded_at: meta.occurred_at,
                meta: meta.clone(),
                event: P::read(&stream.kind, name, *shape, payload).unwrap(),
            };
            for key in P::keys(&recorded) {
                if let Some(row) = P::project(rows.remove(&key), &key, &recorded) {
                    rows.insert(key, row);
                }
            }
        }
        rows
    }

    pub(crate) fn pairing(&self, id: PairingId) -> mutual_aid::PairingRow {
        let stream = StreamId::new(&self.network, Pairing::KIND, id);
        self.rows::<Pairings>(&stream).remove(&id.to_string()).expect("the pairing has a row")
    }

    pub(crate) fn member(&self, id: MemberId) -> mutual_aid::MemberRow {
        let stream = StreamId::new(&self.network, Member::KIND, id);
        self.rows::<Members>(&stream).remove(&id.to_string()).expect("the member has a row")
    }

    pub(crate) fn charter_versions(&self) -> Vec<mutual_aid::CharterVersionRow> {
        let stream = StreamId::new(&self.network, "charter", mutual_aid::charter_of(&self.network));
        let mut rows: Vec<_> = self.rows::<CharterVersions>(&stream).into_values().collect();
        rows.sort_by_key(|row| row.number);
        rows
    }

    /// The versions of the charter that are good at an instant, from the list and from the rules.
    pub(crate) fn acceptable(&self, at: DateTime<Utc>) -> Vec<u32> {
        let listed = standing_of(&self.charter_versions(), at);
        let ruled = self.state::<mutual_aid::Charter>(mutual_aid::charter_of(&self.network)).standing(at);
        assert_eq!(listed, ruled, "the list and the rules differ");
        ruled.acceptable
    }
}
