//! The protocol on paper: clients with an outbox, a server with a journal, every order of what may
//! happen, looked at one by one.
//!
//! Two clients have three commands each. What was sent may arrive late, twice, or never; server and
//! clients crash twice in all, at any moment. Whatever happens, each command acts once, in the order of
//! its client's outbox, and what leaves an outbox is in the journal with the answer it was given.

use stateright::{Checker, HasDiscoveries, Model, Property};

use crate::Trial;
use crate::table::{Canary, Line};

const CLIENTS: usize = 2;
const COMMANDS: u8 = 3;
const CRASHES: u8 = 2;

/// What a canary lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lack {
    Nothing,
    /// The server does not look whether it knows a command.
    UniqueId,
    /// The server answers, and commits then.
    CommitFirst,
    /// A client takes a command out of its outbox when it is sent.
    Outbox,
}

/// The promise, and its canaries.
pub(crate) fn run(_: &Trial) -> Line {
    let mut line = Line::default();
    let checked = Protocol(Lack::Nothing).checker().spawn_bfs().join();
    line.faults = checked.unique_state_count() as u64;
    line.acknowledged = u64::from(COMMANDS) * CLIENTS as u64;
    if !checked.is_done() {
        line.wrong("not every state was looked at");
    }
    for property in Protocol(Lack::Nothing).properties() {
        let found = checked.discovery(property.name);
        match (property.name == DONE, found) {
            (true, None) => line.wrong("no way leads to everything being done"),
            (false, Some(path)) => line.wrong(format!("{}: {:?}", property.name, path.into_actions())),
            _ => {}
        }
    }
    line.note = format!(
        "{} states (counted as faults), every one of {CLIENTS} clients x {COMMANDS} commands x {CRASHES} crashes",
        line.faults
    );
    line.canary = canary();
    line
}

fn canary() -> Canary {
    let mut told = Vec::new();
    let mut missed = false;
    for lack in [Lack::UniqueId, Lack::CommitFirst, Lack::Outbox] {
        // The first failure is enough.
        let checked = Protocol(lack).checker().finish_when(HasDiscoveries::AnyFailures).spawn_bfs().join();
        let broken: Vec<_> = checked.discoveries().into_keys().filter(|name| *name != DONE).collect();
        missed |= broken.is_empty();
        told.push(format!("without {lack:?}, not {broken:?}"));
    }
    let told = format!("was caught three times: {}", told.join("; "));
    if missed { Canary::Missed(told) } else { Canary::Caught(told) }
}

const DONE: &str = "everything can be done";

/// A command: whose, and which.
type Command = (u8, u8);

#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
struct Client {
    /// The head of the outbox, which is kept on the device.
    next: u8,
    /// Where each of the answered commands was said to be, also kept.
    answered: Vec<u8>,
    /// An answer that was heard and not written down yet.
    heard: Option<u8>,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
struct State {
    clients: [Client; CLIENTS],
    /// Everything ever sent: it may still arrive, or arrive again.
    asked: Vec<Command>,
    /// Everything ever answered, with the place in the journal: heard late, twice, or never. A crash
    /// between a commit and its answer is an answer that is never heard.
    answers: Vec<(Command, u8)>,
    /// On the disk.
    journal: Vec<Command>,
    /// In the server's memory: received, and not committed.
    batch: Vec<Command>,
    crashes: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Action {
    Send(usize),
    Arrives(Command),
    Commit,
    Hears(Command, u8),
    WritesDown(usize),
    ServerCrashes,
    ClientCrashes(usize),
}

struct Protocol(Lack);

fn insert<T: Ord + Copy>(set: &mut Vec<T>, one: T) {
    if let Err(at) = set.binary_search(&one) {
        set.insert(at, one);
    }
}

impl Protocol {
    fn arrives(&self, state: &mut State, command: Command) -> Option<()> {
        let known = state.journal.iter().position(|one| *one == command);
        match known {
            Some(place) if self.0 != Lack::UniqueId => {
                insert(&mut state.answers, (command, u8::try_from(place).ok()?));
            }
            _ if state.batch.contains(&command) => return None,
            // A journal that grows for ever needs no more states to be found out.
            _ if state.journal.len() + state.batch.len() > CLIENTS * usize::from(COMMANDS) => return None,
            _ => {
                if self.0 == Lack::CommitFirst {
                    let place = state.journal.len() + state.batch.len();
                    insert(&mut state.answers, (command, u8::try_from(place).ok()?));
                }
                state.batch.push(command);
            }
        }
        Some(())
    }
}

impl Model for Protocol {
    type State = State;
    type Action = Action;

    fn init_states(&self) -> Vec<State> {
        vec![State::default()]
    }

    fn actions(&self, state: &State, actions: &mut Vec<Action>) {
        for (number, client) in state.clients.iter().enumerate() {
            if client.next < COMMANDS {
                actions.push(Action::Send(number));
            }
            if client.heard.is_some() {
                actions.push(Action::WritesDown(number));
            }
            if state.crashes < CRASHES {
                actions.push(Action::ClientCrashes(number));
            }
        }
        actions.extend(state.asked.iter().map(|command| Action::Arrives(*command)));
        actions.extend(state.answers.iter().map(|(command, place)| Action::Hears(*command, *place)));
        if !state.batch.is_empty() {
            actions.push(Action::Commit);
        }
        if state.crashes < CRASHES {
            actions.push(Action::ServerCrashes);
        }
    }

    fn next_state(&self, last: &State, action: Action) -> Option<State> {
        let mut state = last.clone();
        match action {
            Action::Send(number) => {
                let client = &mut state.clients[number];
                insert(&mut state.asked, (u8::try_from(number).ok()?, client.next));
                if self.0 == Lack::Outbox {
                    client.next += 1;
                }
            }
            Action::Arrives(command) => self.arrives(&mut state, command)?,
            Action::Commit => {
                for command in std::mem::take(&mut state.batch) {
                    let place = u8::try_from(state.journal.len()).ok()?;
                    state.journal.push(command);
                    insert(&mut state.answers, (command, place));
                }
            }
            Action::Hears(command, place) => {
                let client = &mut state.clients[usize::from(command.0)];
                if client.next == command.1 {
                    client.heard = Some(place);
                }
            }
            Action::WritesDown(number) => {
                let client = &mut state.clients[number];
                client.answered.push(client.heard.take()?);
                client.next += 1;
            }
            Action::ServerCrashes => {
                state.batch.clear();
                state.crashes += 1;
            }
            Action::ClientCrashes(number) => {
                state.clients[number].heard = None;
                state.crashes += 1;
            }
        }
        (state != *last).then_some(state)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![
            Property::always("a command acts once", |_, state: &State| {
                let mut seen = state.journal.clone();
                seen.sort_unstable();
                seen.windows(2).all(|pair| pair[0] != pair[1])
            }),
            Property::always("what was answered is in the journal, where it was said", |_, state: &State| {
                (0_u8..).zip(&state.clients).all(|(number, client)| {
                    (0_u8..)
                        .zip(&client.answered)
                        .all(|(nth, place)| state.journal.get(usize::from(*place)) == Some(&(number, nth)))
                })
            }),
            Property::always("what has left an outbox was answered", |_, state: &State| {
                state.clients.iter().all(|client| client.answered.len() == usize::from(client.next))
            }),
            Property::always("commands of a client act in their order", |_, state: &State| {
                (0_u8..).zip(&state.clients).all(|(number, _)| {
                    let mine = state.journal.iter().filter(|command| command.0 == number);
                    mine.map(|command| command.1).is_sorted()
                })
            }),
            Property::sometimes(DONE, |_, state: &State| {
                state.clients.iter().all(|client| client.next == COMMANDS)
            }),
        ]
    }
}
