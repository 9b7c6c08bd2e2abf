//! `entraide import`: visits, a directory, a whole journal. A second import changes nothing.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, bail};
use directory::hsds::{self, StepCommand};
use graph::lists::{read_row, table};
use graph::perform::seal_all;
use graph::ports::{Known, PageAsk, Receipt, Trail, Trouble};
use journal::{Journal, portable};
use kernel::{Act, ActorId, Asked, Decider, Expected, Halt, NetworkId, Role, StreamId};
use uuid::Uuid;

use crate::adapters::SystemClock;
use crate::node::{self, Node};
use crate::options::{Import, ImportDirectory, ImportJournal, ImportVisits};

/// Who imports: the platform, in nobody's name.
const IMPORTER: ActorId = ActorId(Uuid::nil());

pub(crate) async fn run(import: Import) -> anyhow::Result<()> {
    match import {
        Import::Visits(import) => visits(import).await,
        Import::Directory(import) => directory(import).await,
        Import::Journal(import) => whole_journal(import).await,
    }
}

async fn whole_journal(import: ImportJournal) -> anyhow::Result<()> {
    node::make_folder(&import.place.data)?;
    let _lock = node::lock(&import.place.data)?;
    let engine = node::engine(&import.place).await?;
    let file =
        File::open(&import.file).with_context(|| format!("{} cannot be read", import.file.display()))?;
    let carried = portable::import(&*engine, BufReader::new(file)).await?;
    println!("imported {} events and {} commands", carried.events, carried.commands);
    Ok(())
}

/// What an import has done so far.
#[derive(Default)]
struct Tally {
    done: usize,
    already: usize,
    refused: Vec<String>,
}

impl Tally {
    /// Counts an answer; a refusal is kept with its place.
    fn count(&mut self, place: &str, answer: Result<Receipt, Trouble>) -> anyhow::Result<()> {
        match answer {
            Ok(receipt) if receipt.repeated || receipt.events.is_empty() => self.already += 1,
            Ok(_) => self.done += 1,
            Err(Trouble::Refused(refused)) => {
                let details = serde_json::Value::Object(refused.arguments);
                self.refused.push(format!("{place}: {} {details}", refused.code));
            }
            Err(trouble) => bail!("{place}: {trouble}"),
        }
        Ok(())
    }

    /// The last lines of an import.
    fn close(self, what: &str) -> anyhow::Result<()> {
        for refused in &self.refused {
            println!("refused: {refused}");
        }
        println!("{what}: {} done, {} already so, {} refused", self.done, self.already, self.refused.len());
        if self.refused.is_empty() { Ok(()) } else { bail!("{} were refused", self.refused.len()) }
    }
}

async fn visits(import: ImportVisits) -> anyhow::Result<()> {
    let text =
        std::fs::read(&import.file).with_context(|| format!("{} cannot be read", import.file.display()))?;
    let text = String::from_utf8(text)
        .with_context(|| format!("{} is not UTF-8; save it as UTF-8", import.file.display()))?;
    let node = Node::start(&import.place, Arc::new(SystemClock)).await?;
    let outcome = import_visits(&node, &import, &text).await;
    node.stop().await;
    outcome
}

async fn import_visits(node: &Node, import: &ImportVisits, text: &str) -> anyhow::Result<()> {
    settled(node).await?;
    let network = &import.network;
    let sites = known_sites(node, network).await?;
    let plan = match dropin::import::read(text, network, &sites, IMPORTER) {
        Ok(plan) => plan,
        Err(problems) => {
            for problem in &problems {
                println!("{problem}");
            }
            bail!("{} problems; nothing was imported", problems.len());
        }
    };
    if import.dry_run {
        println!(
            "dry run: {} visits in {} sessions would be recorded",
            plan.visits.len(),
            plan.sessions.len()
        );
        return Ok(());
    }
    let now = node.ports.clock.now();
    let asked = |at| Asked { network: network.clone(), by: IMPORTER, role: Role::System, at, now };
    let file = import.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let send = async |act: Result<Act, Halt>, at, line: Option<u64>| -> Result<Receipt, Trouble> {
        let act = act.map_err(|halt| Trouble::Fault(halt.to_string()))?;
        let provenance = line.map(|line| format!("{file}:{line}"));
        node.ports.commands.perform(act, asked(at), Trail { provenance, ..Trail::default() }).await
    };
    let (mut sessions, mut tally) = (Tally::default(), Tally::default());
    for session in &plan.sessions {
        let place = format!("session of {}", session.date);
        sessions.count(&place, send(session.open(network), session.opens_at, None).await)?;
    }
    for visit in plan.visits {
        let (line, at) = (visit.line, visit.occurred_at);
        let act = sealed_visit(node, network, visit);
        tally.count(&format!("line {line}"), send(act, at, Some(line)).await)?;
    }
    for session in plan.sessions.iter().filter(|session| session.closes_at < now) {
        let place = format!("session of {}", session.date);
        sessions.count(&place, send(session.close(network), session.closes_at, None).await)?;
    }
    for refused in &sessions.refused {
        println!("refused: {refused}");
    }
    tally.close("visits")
}

/// A planned visit as an act, with its notes sealed.
fn sealed_visit(
    node: &Node,
    network: &NetworkId,
    mut visit: dropin::import::PlannedVisit,
) -> Result<Act, Halt> {
    let stream = StreamId::new(network, dropin::Visit::KIND, visit.visit);
    for note in &mut visit.input.notes {
        let subject = note.level.subject(&stream);
        seal_all(&node.ports, &subject, note)
            .map_err(|error| Halt::Unstorable { event: "VisitNoteAdded", cause: error.message })?;
    }
    visit.record(network)
}

async fn known_sites(node: &Node, network: &NetworkId) -> anyhow::Result<Vec<dropin::import::KnownSite>> {
    let ask = PageAsk { limit: 1_000, ..PageAsk::default() };
    let page = node.ports.rows.page(table::<dropin::Sites>(), network, ask, Known::default()).await?;
    page.rows
        .iter()
        .map(|row| {
            let row: dropin::SiteRow = read_row(&node.ports, &row.body)
                .map_err(|error| anyhow::anyhow!("a site: {}", error.message))?;
            Ok(dropin::import::KnownSite::from(&row))
        })
        .collect()
}

async fn directory(import: ImportDirectory) -> anyhow::Result<()> {
    let files = files(&import.folder)?;
    let name = import.source.clone().or_else(|| {
        let folder = import.folder.canonicalize().ok()?;
        folder.file_name().map(|name| name.to_string_lossy().into_owned())
    });
    let source = hsds::Source {
        name: name.unwrap_or_else(|| "directory".to_owned()).parse().context("source")?,
        language: import.language.parse().map_err(|_| anyhow::anyhow!("language: fr, nl, ar or en"))?,
    };
    let planned = hsds::read(&files, &source);
    println!("{}", planned.report);
    if import.dry_run {
        println!("dry run: {} steps would be taken", planned.steps.len());
        return Ok(());
    }
    let node = Node::start(&import.place, Arc::new(SystemClock)).await?;
    let outcome = take_steps(&node, &import.network, planned).await;
    node.stop().await;
    outcome
}

async fn take_steps(node: &Node, network: &NetworkId, planned: hsds::Import) -> anyhow::Result<()> {
    let mut tally = Tally::default();
    let lost = planned.report.lost();
    for mut step in planned.steps {
        let stream = match &step.command {
            StepCommand::Partner(id, _) => StreamId::new(network, directory::Partner::KIND, id),
            StepCommand::Service(id, _) => StreamId::new(network, directory::Service::KIND, id),
        };
        let subject = stream.to_string();
        match &mut step.command {
            StepCommand::Partner(_, command) => seal_all(&node.ports, &subject, &mut **command),
            StepCommand::Service(_, command) => seal_all(&node.ports, &subject, &mut **command),
        }
        .map_err(|error| anyhow::anyhow!("{}: {}", step.spot, error.message))?;
        let version =
            node.ledger.engine().versions(std::slice::from_ref(&stream)).await?.first().copied().unwrap_or(0);
        let id = step.command_id(network, version);
        let place = step.spot.to_string();
        let act = match step.command {
            StepCommand::Partner(_, command) => {
                Act::on::<directory::Partner>(id, stream, Expected::Any, *command)
            }
            StepCommand::Service(_, command) => {
                Act::on::<directory::Service>(id, stream, Expected::Any, *command)
            }
        };
        let act = act.map_err(|halt| anyhow::anyhow!("{place}: {halt}"))?;
        let now = node.ports.clock.now();
        let asked = Asked { network: network.clone(), by: IMPORTER, role: Role::System, at: now, now };
        let trail = Trail { provenance: Some(place.clone()), ..Trail::default() };
        tally.count(&place, node.ports.commands.perform(act, asked, trail).await)?;
    }
    if lost > 0 {
        println!("{lost} rows of the files cannot be taken: the report says which and why");
    }
    tally.close("directory")
}

/// Every JSON and CSV file of a folder and its folders, by name.
fn files(folder: &Path) -> anyhow::Result<Vec<hsds::File>> {
    fn collect(folder: &Path, root: &Path, files: &mut Vec<hsds::File>) -> anyhow::Result<()> {
        let mut entries: Vec<_> = std::fs::read_dir(folder)
            .with_context(|| format!("{} cannot be read", folder.display()))?
            .collect::<Result<_, _>>()?;
        entries.sort_by_key(std::fs::DirEntry::file_name);
        for entry in entries {
            let path = entry.path();
            if path.is_dir() {
                collect(&path, root, files)?;
            } else if path.extension().is_some_and(|end| end == "json" || end == "csv") {
                let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
                let bytes =
                    std::fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
                files.push(hsds::File { name, bytes });
            }
        }
        Ok(())
    }
    let mut files = Vec::new();
    collect(folder, folder, &mut files)?;
    if files.is_empty() {
        bail!("{} holds no .json and no .csv file", folder.display());
    }
    Ok(files)
}

/// Waits until what can be read is what was recorded.
async fn settled(node: &Node) -> anyhow::Result<()> {
    let head = node.ledger.head().await?;
    if head.0 > 0 {
        node.ports.rows.passed(kernel::Position(head.0 - 1)).await;
    }
    Ok(())
}
