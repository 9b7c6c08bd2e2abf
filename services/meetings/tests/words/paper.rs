//! A journal on paper: acts performed in memory.

use super::*;

/// A journal in memory: states, and everything recorded.
#[derive(Default)]
pub struct Paper {
    states: HashMap<StreamId, AnyState>,
    versions: HashMap<StreamId, u64>,
    pub meetings: Vec<Recorded<MeetingEvent>>,
    pub commitments: Vec<Recorded<CommitmentEvent>>,
    acts: u128,
}

impl Paper {
    /// Performs an act at an instant; the names of its events, or the code of its refusal.
    pub fn act(&mut self, at: &str, act: Act) -> Result<Vec<&'static str>, String> {
        self.perform(&Asked { at: instant(at), now: instant(at), ..monday_morning() }, &act)
            .map_err(|refused| refused.code)
    }

    /// Performs an act in its circumstances.
    pub fn perform(&mut self, asked: &Asked, act: &Act) -> Result<Vec<&'static str>, Refused> {
        let mut states = HashMap::new();
        for involved in &act.involved {
            let known = self.states.get(&involved.stream).cloned();
            let twice = states.insert(involved.stream.clone(), known.unwrap_or_else(involved.fold.empty));
            assert!(twice.is_none(), "{} is involved twice", involved.stream);
        }
        let mut scene = Scene::new(asked, states);
        match (act.play)(&mut scene) {
            Ok(()) => {}
            Err(Halt::Refused(refused)) => return Err(refused),
            Err(fault) => panic!("a fault: {fault}"),
        }
        let played = scene.close();
        self.states.extend(played.states);
        let mut names = Vec::new();
        for change in played.changes {
            for fresh in change.events {
                names.push(fresh.name);
                self.keep(asked, &change.stream, fresh.name, &fresh.payload);
            }
        }
        Ok(names)
    }

    fn keep(&mut self, asked: &Asked, stream: &StreamId, name: &str, payload: &[u8]) {
        let version = self.versions.entry(stream.clone()).or_default();
        *version += 1;
        let blank = Recorded {
            stream: stream.clone(),
            version: *version,
            position: Position((self.meetings.len() + self.commitments.len() + 1) as u64),
            recorded_at: asked.now,
            meta: meta(asked),
            event: (),
        };
        if stream.kind == Meeting::KIND {
            let event = MeetingEvent::read(name, 1, payload).expect("what was written can be read");
            self.meetings.push(blank.map(|()| event));
        } else {
            let event = CommitmentEvent::read(name, 1, payload).expect("what was written can be read");
            self.commitments.push(blank.map(|()| event));
        }
    }

    /// Asks one meeting.
    pub fn ask(
        &mut self,
        at: &str,
        meeting: MeetingId,
        command: MeetingCommand,
    ) -> Result<Vec<&'static str>, String> {
        let stream = StreamId::new(&monday_morning().network, Meeting::KIND, meeting);
        let act = Act::on::<Meeting>(self.command(), stream, Expected::Any, command).unwrap();
        self.act(at, act)
    }

    /// A fresh command id.
    pub fn command(&mut self) -> CommandId {
        self.acts += 1;
        CommandId(Uuid::from_u128(0xC0_0000 + self.acts))
    }

    /// The version of a stream.
    pub fn version(&self, stream: &StreamId) -> u64 {
        self.versions.get(stream).copied().unwrap_or(0)
    }

    /// Every meeting that was planned.
    pub fn all_meetings(&self) -> Vec<MeetingRow> {
        let planned = self.meetings.iter().filter(|event| event.version == 1);
        planned.map(|event| self.meeting(event.stream.id.parse().unwrap())).collect()
    }

    pub fn meeting(&self, id: MeetingId) -> MeetingRow {
        let own: Vec<_> =
            self.meetings.iter().filter(|event| event.stream.id == id.to_string()).cloned().collect();
        row_of::<Meetings>(&own).expect("the meeting is shown")
    }

    pub fn commitment(&self, id: CommitmentId) -> CommitmentRow {
        let own: Vec<_> =
            self.commitments.iter().filter(|event| event.stream.id == id.to_string()).cloned().collect();
        row_of::<Commitments>(&own).expect("the commitment is shown")
    }
}
