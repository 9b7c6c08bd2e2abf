//! The runner: follows the journal behind the read models, takes letters on, and hands over those whose
//! time has come, one after the other.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use access::links::{LinkTo, Links};
use graph::ports::Trouble;
use graph::{Ports, Wording};
use journal::{Journal, JournalError, Leading, StoredEvent};
use kernel::{Decider, Event, NetworkId, Position};
use mutual_aid::{Member, MemberEvent, Pairing, PairingEvent};
use people::Suppressed;
use thiserror::Error;
use tokio::sync::watch;
use uuid::Uuid;

use crate::book::{Book, BookError, Ending, Letter};
use crate::leaving::{Fate, Leaving, Reading, still_asked};
use crate::letter::{self, Manner};
use crate::post::{Post, Smtp, Unsent};
use crate::settings::Settings;

/// Events looked at in one go.
const PAGE: usize = 500;
/// Letters looked at in one go.
const DUE: usize = 100;
/// How often the book is looked at.
const PACE: Duration = Duration::from_secs(1);
/// The namespace of letters' ids.
const DERIVED: Uuid = Uuid::from_u128(0x3f0c_51de_7a64_4d7b_8a2e_95b1_c04d_6e17);

/// Why letters cannot be sent for the moment.
#[derive(Debug, Error)]
pub enum MailError {
    /// The journal cannot be read.
    #[error("the journal")]
    Journal(#[from] JournalError),
    /// A row cannot be read.
    #[error(transparent)]
    Trouble(#[from] Trouble),
    /// What is to be sent cannot be read or noted.
    #[error(transparent)]
    Book(#[from] BookError),
    /// No link can be made or taken back.
    #[error("links")]
    Links(#[from] access::Denied),
    /// The texts or the server's address cannot be used.
    #[error("{0}")]
    Settings(String),
}

/// The letters of a node.
pub struct Mail {
    ports: Ports,
    journal: Arc<dyn Journal>,
    leading: Leading,
    links: Links,
    book: Book,
    post: Box<dyn Post>,
    settings: Settings,
    manners: HashMap<NetworkId, Manner>,
    words: Wording,
}

impl Mail {
    /// Opens the book of a folder, to send by the server of the settings while this node acts for all.
    ///
    /// # Errors
    /// When the book or the settings cannot be used.
    pub fn open(
        ports: Ports,
        (journal, leading): (Arc<dyn Journal>, Leading),
        links: Links,
        folder: &Path,
        settings: Settings,
        manners: HashMap<NetworkId, Manner>,
    ) -> Result<Self, MailError> {
        let post = Box::new(Smtp::new(&settings).map_err(MailError::Settings)?);
        let (book, words) =
            (Book::open(folder)?, Wording::new([letter::TEXTS]).map_err(MailError::Settings)?);
        for ending in [Ending::Sent, Ending::Suppressed, Ending::Refused, Ending::Over] {
            count(ending.name(), 0);
        }
        count("retried", 0);
        Ok(Self { ports, journal, leading, links, book, post, settings, manners, words })
    }

    /// Runs until told to stop.
    pub async fn run(self, mut stopped: watch::Receiver<bool>) {
        let mut ill = false;
        let mut leading = self.leading.clone();
        while !*stopped.borrow() {
            tokio::select! {
                _ = stopped.wait_for(|stop| *stop) => return,
                () = leading.begins() => {}
            }
            match self.step(&stopped).await {
                Ok(()) => ill = false,
                Err(error) if !ill => {
                    ill = true;
                    tracing::error!(
                        error = &error as &dyn std::error::Error,
                        "no letter can be sent; trying again"
                    );
                }
                Err(_) => {}
            }
            let seen = self.book.position().unwrap_or_default();
            tokio::select! {
                _ = stopped.wait_for(|stop| *stop) => return,
                () = tokio::time::sleep(PACE) => {}
                _ = self.ports.rows.passed(seen), if !ill => {}
            }
        }
    }

    /// Looks at what happened, then at what is due.
    async fn step(&self, stopped: &watch::Receiver<bool>) -> Result<(), MailError> {
        self.follow().await?;
        let now = self.ports.clock.now();
        for letter in self.book.due(now, DUE)? {
            // A letter that was begun is brought to its end; the next one is not begun.
            if *stopped.borrow() || self.leading.term().is_none() {
                break;
            }
            self.attend(&letter).await?;
        }
        let waiting = self.book.tidy(now)?;
        #[expect(clippy::cast_precision_loss, reason = "as many letters are never written")]
        metrics::gauge!("entraide_letters_waiting").set(waiting as f64);
        Ok(())
    }

    async fn follow(&self) -> Result<(), MailError> {
        let reached = self.ports.rows.position().await;
        let mut seen = self.book.position()?;
        while seen < reached {
            let events = self.journal.read_all(seen, Some(reached), PAGE).await?;
            let Some(last) = events.last().map(|event| event.position) else { break };
            let mut letters = Vec::new();
            for event in &events {
                letters.extend(self.caused(event, reached).await?);
            }
            self.book.take_on(&letters, self.ports.clock.now(), last)?;
            seen = last;
        }
        Ok(())
    }

    /// The letter an event asks for. What it closes takes its links with it: a pairing that was accepted
    /// keeps them, so that a second tap still finds the first one's answer.
    async fn caused(&self, event: &StoredEvent, reached: Position) -> Result<Option<Letter>, MailError> {
        let network = &event.stream.network;
        match event.stream.kind.as_str() {
            Pairing::KIND => {
                let read = PairingEvent::read(&event.name, event.shape, &event.payload);
                // What cannot be read is parked by the read models and reported there.
                let (Ok(told), Ok(pairing)) = (read, event.stream.id.parse()) else { return Ok(None) };
                match told {
                    PairingEvent::PairingProposed { member, deadline, .. } => {
                        let cause = format!("proposal/{network}/{}/{}", event.stream, event.version);
                        let id = Uuid::new_v5(&DERIVED, cause.as_bytes());
                        let network = network.clone();
                        let letter = Letter { id, network, pairing, member, deadline, attempts: 0 };
                        Ok(self.is_open(&letter, reached).await?.then_some(letter))
                    }
                    PairingEvent::PairingDeclined { .. }
                    | PairingEvent::PairingProposalExpired { .. }
                    | PairingEvent::AccompanimentWithdrawn { .. }
                    | PairingEvent::PairingEnded { .. }
                    | PairingEvent::PairingCompleted { .. } => {
                        self.links.revoke(network, pairing)?;
                        Ok(None)
                    }
                    _ => Ok(None),
                }
            }
            Member::KIND => {
                let read = MemberEvent::read(&event.name, event.shape, &event.payload);
                if let (Ok(MemberEvent::MemberLeft), Ok(member)) = (read, event.stream.id.parse()) {
                    self.links.revoke_member(network, member)?;
                }
                Ok(None)
            }
            _ => Ok(None),
        }
    }

    /// Whether a proposal is still open: one of an old journal is not.
    async fn is_open(&self, letter: &Letter, reached: Position) -> Result<bool, MailError> {
        let now = self.ports.clock.now();
        let reading = Reading::at_least(&self.ports, &letter.network, reached);
        Ok(reading.pairing(letter).await?.is_some_and(|row| still_asked(&row, letter, now)))
    }

    async fn attend(&self, letter: &Letter) -> Result<(), MailError> {
        // Whatever was recorded until now counts: a wish not to be contacted above all.
        let head = self.journal.head().await?;
        let reading = Reading::at_least(&self.ports, &letter.network, head);
        let manner = self.manners.get(&letter.network).copied().unwrap_or_default();
        match reading.fate(letter, manner).await? {
            Fate::Leaves(leaving) => self.attempt(letter, &leaving).await,
            Fate::Suppressed(why) => {
                tracing::info!(letter = %letter.id, code = code(why), "a letter does not leave");
                self.end(letter, Ending::Suppressed)
            }
            Fate::NotAsked => {
                tracing::info!(letter = %letter.id, pairing = %letter.pairing, "a letter has nothing to ask");
                self.end(letter, Ending::Over)
            }
            Fate::NobodyToWriteTo => {
                tracing::info!(letter = %letter.id, pairing = %letter.pairing, "a letter has no address");
                self.end(letter, Ending::Over)
            }
        }
    }

    async fn attempt(&self, letter: &Letter, leaving: &Leaving) -> Result<(), MailError> {
        self.book.attempt(letter, self.ports.clock.now())?;
        if let Err(why) = self.post.ready().await {
            again(letter, &why);
            return Ok(());
        }
        let to = LinkTo { network: letter.network.clone(), pairing: letter.pairing, member: letter.member };
        let token = self.links.make(&to, letter.deadline)?;
        let site = &self.settings.site;
        let link = letter::link(site, leaving.manner.locale, &token);
        let said = letter::question(&self.words, leaving.manner, &link, letter.deadline);
        let (id, at) = (letter::message_id(letter.id, site), self.ports.clock.now());
        let written = letter::message(&self.settings.from, leaving.to.as_str(), id, at, said);
        let Ok(message) = written else {
            self.links.take_back(&token)?;
            tracing::warn!(letter = %letter.id, pairing = %letter.pairing, "no letter can be written to this address");
            return self.end(letter, Ending::Refused);
        };
        match self.post.send(message).await {
            Ok(()) => {
                tracing::info!(letter = %letter.id, pairing = %letter.pairing, "a letter left");
                self.end(letter, Ending::Sent)
            }
            Err(why @ Unsent::Refused(_)) => {
                self.links.take_back(&token)?;
                tracing::warn!(letter = %letter.id, pairing = %letter.pairing, %why, "a letter was refused");
                self.end(letter, Ending::Refused)
            }
            Err(why @ Unsent::NotTaken(_)) => {
                self.links.take_back(&token)?;
                again(letter, &why);
                Ok(())
            }
            // It may have arrived: its link stays good.
            Err(why @ Unsent::Unknown(_)) => {
                again(letter, &why);
                Ok(())
            }
        }
    }

    fn end(&self, letter: &Letter, ending: Ending) -> Result<(), MailError> {
        self.book.end(letter, ending)?;
        count(ending.name(), 1);
        Ok(())
    }
}

fn again(letter: &Letter, why: &Unsent) {
    count("retried", 1);
    let attempts = letter.attempts + 1;
    tracing::warn!(letter = %letter.id, pairing = %letter.pairing, attempts, %why, "a letter is tried again later");
}

fn count(outcome: &'static str, more: u64) {
    metrics::counter!("entraide_letters", "outcome" => outcome).increment(more);
}

/// Why the gate said no, for the log: the need is not named.
fn code(why: Suppressed) -> &'static str {
    match why {
        Suppressed::DoNotContact => "DO_NOT_CONTACT",
        Suppressed::Forgotten => "FORGOTTEN",
        Suppressed::Need(_) => "NEED_SUPPRESSED",
    }
}
