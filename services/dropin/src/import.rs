//! Visits from a CSV file: read as a whole into a plan, or refused as a whole with what is wrong
//! on which line, and how to mend it. Pure: no clock, no disk, no chance; every id is derived from
//! the network and the `key` of a line, so that a second import of the same file does nothing.
//!
//! The columns are documented in this crate's README.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, MappedLocalTime, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc};
use csv::StringRecord;
use kernel::{
    Act, ActorId, CaseId, CommandId, Decider, Expected, Halt, Language, LanguageMode, Line, NeedId,
    NetworkId, Secret, SessionId, SiteId, StreamId, Text, VisitId,
};
use reference::NeedCode;
use uuid::Uuid;

use crate::acts;
use crate::projection::SiteRow;
use crate::session::{CloseSession, OpenSession, Session, SessionCommand};
use crate::site::{ExceptionReason, SiteHours};
use crate::visit::contact::looks_like_contact;
use crate::visit::facts::met_code;
use crate::visit::{
    ExpressNeed, LateReason, NeedUrgency, NoteLevel, OutreachContact, RecordVisit, VisitFacts, VisitNoteInput,
};

/// A year of a large network; longer files are sent in parts.
const MOST_LINES: usize = 50_000;
/// Under which all ids of imports are derived; never changed.
const NAMESPACE: Uuid = Uuid::from_u128(0x6f0d_3b52_7c1e_5b0e_9a34_d1c5_8e21_4a77);

const COLUMNS: [&str; 22] = [
    "key",
    "occurred_at",
    "site",
    "session",
    "outreach_place",
    "outreach_area",
    "case",
    "mode",
    "minutes",
    "language",
    "language_form",
    "language_met",
    "first_visit",
    "relation_to_area",
    "age_band",
    "gender",
    "heard_of_us",
    "accompanied_by",
    "answers",
    "needs",
    "shared_note",
    "private_note",
];
const REQUIRED: [&str; 6] = ["key", "occurred_at", "mode", "language", "language_met", "needs"];

/// A site as a file may name it.
#[derive(Debug, Clone, PartialEq)]
pub struct KnownSite {
    /// Its id.
    pub id: SiteId,
    /// Its name.
    pub name: String,
    /// Its hours, for its time zone.
    pub hours: SiteHours,
}

impl From<&SiteRow> for KnownSite {
    fn from(row: &SiteRow) -> Self {
        Self { id: row.id, name: row.name.to_string(), hours: row.hours.clone() }
    }
}

/// What is wrong on one line, and how to mend it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ImportProblem {
    /// The line of the file; 1 is the header.
    pub line: u64,
    /// The column; empty when it is the whole line.
    pub column: String,
    /// What to write instead.
    pub way_out: String,
}

impl fmt::Display for ImportProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.column.as_str() {
            "" => write!(f, "line {}: {}", self.line, self.way_out),
            column => write!(f, "line {}, column {column}: {}", self.line, self.way_out),
        }
    }
}

/// What an import will do: open the sessions, record the visits, close the sessions.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ImportPlan {
    /// One session for each site and date that has visits without a session of their own.
    pub sessions: Vec<PlannedSession>,
    /// The visits, in the order of the file.
    pub visits: Vec<PlannedVisit>,
}

/// A session that holds imported visits; it spans the whole date at its site, so that a later file
/// can add visits to it.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedSession {
    /// Its id, derived from site and date.
    pub session: SessionId,
    /// Its date at the site.
    pub date: NaiveDate,
    /// The command that opens it.
    pub opening: CommandId,
    /// When it opens: the first instant of its date.
    pub opens_at: DateTime<Utc>,
    /// What is asked.
    pub input: OpenSession,
    /// The command that closes it.
    pub closing: CommandId,
    /// When it closes: the last second of its date. Closed only once that is past.
    pub closes_at: DateTime<Utc>,
}

impl PlannedSession {
    /// Opens it, at [`PlannedSession::opens_at`].
    ///
    /// # Errors
    /// A fault of ours.
    pub fn open(&self, network: &NetworkId) -> Result<Act, Halt> {
        acts::open_session(network, self.opening, self.session, self.input.clone())
    }

    /// Closes it, at [`PlannedSession::closes_at`].
    ///
    /// # Errors
    /// A fault of ours.
    pub fn close(&self, network: &NetworkId) -> Result<Act, Halt> {
        let stream = StreamId::new(network, Session::KIND, self.session);
        let ask = SessionCommand::Close(CloseSession { counts_checked: true, visits_counted: None });
        Act::on::<Session>(self.closing, stream, Expected::Any, ask)
    }
}

/// A visit of the file.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedVisit {
    /// The line it stands on, for its provenance.
    pub line: u64,
    /// Its key in the file.
    pub key: String,
    /// Its id, derived from the key.
    pub visit: VisitId,
    /// The command that records it.
    pub command: CommandId,
    /// When it happened.
    pub occurred_at: DateTime<Utc>,
    /// What is asked; its notes are clear and must be sealed first, each under
    /// [`NoteLevel::subject`].
    pub input: RecordVisit,
}

impl PlannedVisit {
    /// Records it, at [`PlannedVisit::occurred_at`], once its notes are sealed.
    ///
    /// # Errors
    /// When a note is not sealed.
    pub fn record(&self, network: &NetworkId) -> Result<Act, Halt> {
        acts::record_visit(network, self.command, self.visit, self.input.clone())
    }
}

/// Reads a whole file: a plan, or everything that is wrong with it.
///
/// # Errors
/// Every problem, by line and column; nothing is imported from a file that has one.
pub fn read(
    file: &str,
    network: &NetworkId,
    sites: &[KnownSite],
    host: ActorId,
) -> Result<ImportPlan, Vec<ImportProblem>> {
    let file = file.strip_prefix('\u{feff}').unwrap_or(file);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter(file))
        .trim(csv::Trim::All)
        .flexible(false)
        .from_reader(file.as_bytes());
    let header = reader.headers().map_err(|error| vec![unreadable(&error)])?.clone();
    let columns = columns(&header)?;
    let mut reading =
        Reading { network, sites, host, columns, plan: ImportPlan::default(), keys: HashMap::new() };
    let mut sessions = BTreeMap::new();
    let mut problems = Vec::new();
    for (count, record) in reader.records().enumerate() {
        if count >= MOST_LINES {
            let way_out = format!("a file has at most {MOST_LINES} lines; send it in parts");
            problems.push(ImportProblem { line: count as u64 + 2, column: String::new(), way_out });
            break;
        }
        match record {
            Ok(record) => problems.extend(reading.line(&record, &mut sessions)),
            Err(error) => problems.push(unreadable(&error)),
        }
    }
    if !problems.is_empty() {
        problems.sort();
        return Err(problems);
    }
    reading.plan.sessions = sessions.into_values().collect();
    Ok(reading.plan)
}

/// Spreadsheets of Belgium and Québec write semicolons between columns.
fn delimiter(file: &str) -> u8 {
    let header = file.lines().next().unwrap_or_default();
    if header.contains(';') && !header.contains(',') { b';' } else { b',' }
}

fn unreadable(error: &csv::Error) -> ImportProblem {
    let line = error.position().map_or(1, csv::Position::line);
    let way_out = format!("not a line of this file ({error}); write as many columns as the header has");
    ImportProblem { line, column: String::new(), way_out }
}

fn columns(header: &StringRecord) -> Result<HashMap<&'static str, usize>, Vec<ImportProblem>> {
    let mut columns = HashMap::new();
    let mut problems = Vec::new();
    let mut problem = |column: &str, way_out: String| {
        problems.push(ImportProblem { line: 1, column: column.to_owned(), way_out });
    };
    for (place, title) in header.iter().enumerate() {
        match COLUMNS.iter().find(|known| **known == title) {
            None => problem(title, format!("no such column; there are {}", COLUMNS.join(", "))),
            Some(known) => {
                if columns.insert(*known, place).is_some() {
                    problem(title, "written twice; keep one".to_owned());
                }
            }
        }
    }
    for required in REQUIRED {
        if !columns.contains_key(required) {
            problem(required, "missing; add this column".to_owned());
        }
    }
    if problems.is_empty() { Ok(columns) } else { Err(problems) }
}

struct Reading<'a> {
    network: &'a NetworkId,
    sites: &'a [KnownSite],
    host: ActorId,
    columns: HashMap<&'static str, usize>,
    plan: ImportPlan,
    keys: HashMap<String, u64>,
}

/// One line being read: cells, and what is wrong with them so far.
struct Cells<'a> {
    columns: &'a HashMap<&'static str, usize>,
    record: &'a StringRecord,
    line: u64,
    problems: Vec<ImportProblem>,
}

impl Cells<'_> {
    fn text(&self, column: &str) -> Option<&str> {
        let cell = self.record.get(*self.columns.get(column)?)?;
        (!cell.is_empty()).then_some(cell)
    }

    fn wrong(&mut self, column: &str, way_out: impl fmt::Display) {
        let way_out = way_out.to_string();
        self.problems.push(ImportProblem { line: self.line, column: column.to_owned(), way_out });
    }

    fn parsed<T: FromStr>(&mut self, column: &str, expected: &str) -> Option<T> {
        let parsed = self.text(column)?.parse();
        parsed.map_err(|_| self.wrong(column, format!("write {expected}"))).ok()
    }

    fn code<T: FromStr + strum::VariantArray + fmt::Display>(&mut self, column: &str) -> Option<T> {
        self.parsed(column, &one_of::<T>())
    }

    fn required(&mut self, column: &str, expected: &str) {
        if self.text(column).is_none() {
            self.wrong(column, format!("empty; write {expected}"));
        }
    }
}

fn one_of<T: strum::VariantArray + fmt::Display>() -> String {
    let codes: Vec<String> = T::VARIANTS.iter().map(ToString::to_string).collect();
    format!("one of {}", codes.join(", "))
}

type Sessions = BTreeMap<SessionId, PlannedSession>;

impl Reading<'_> {
    fn line(&mut self, record: &StringRecord, sessions: &mut Sessions) -> Vec<ImportProblem> {
        let line = record.position().map_or(1, csv::Position::line);
        let columns = std::mem::take(&mut self.columns);
        let mut cells = Cells { columns: &columns, record, line, problems: Vec::new() };
        let planned = self.visit(&mut cells, sessions);
        let problems = cells.problems;
        if let (Some(planned), true) = (planned, problems.is_empty()) {
            self.plan.visits.push(planned);
        }
        self.columns = columns;
        problems
    }

    fn visit(&mut self, cells: &mut Cells<'_>, sessions: &mut Sessions) -> Option<PlannedVisit> {
        let key = self.key(cells);
        let site = self.site(cells);
        let occurred_at = occurred_at(cells, site.as_ref());
        let facts = facts(cells);
        let notes = notes(cells);
        let outreach = outreach(cells);
        let session: Option<SessionId> = cells.parsed("session", "the id of a session");
        let case = cells.text("case").map(str::to_owned);
        let needs = self.needs(cells, key.as_deref().unwrap_or_default());
        let (key, occurred_at) = (key?, occurred_at?);
        let session = match (session, &outreach, site) {
            (Some(session), None, _) => Some(session),
            (None, Some(_), None) => None,
            (None, None, Some(site)) => Some(self.session(&site, occurred_at, sessions)),
            (None, None, None) => {
                cells.wrong("site", "write the site, a session, or an outreach_place");
                None
            }
            _ => {
                cells.wrong("outreach_place", "a visit is at a site or outreach; empty one of them");
                None
            }
        };
        let case = CaseId(self.id(&format!("case/{}", case.as_ref().unwrap_or(&key))));
        let input = RecordVisit {
            session,
            outreach,
            case,
            facts: facts?,
            needs,
            notes,
            appointment: None,
            late_reason: Some(LateReason::Import),
        };
        Some(PlannedVisit {
            line: cells.line,
            visit: VisitId(self.id(&format!("visit/{key}"))),
            command: CommandId(self.id(&format!("record/{key}"))),
            key,
            occurred_at,
            input,
        })
    }

    fn id(&self, name: &str) -> Uuid {
        Uuid::new_v5(&NAMESPACE, format!("{}/{name}", self.network).as_bytes())
    }

    fn key(&mut self, cells: &mut Cells<'_>) -> Option<String> {
        cells.required("key", "anything that names this visit in your register, and stays the same");
        let key: Line = cells.parsed("key", "a key of at most 200 characters")?;
        let key = key.to_string();
        if let Some(earlier) = self.keys.insert(key.clone(), cells.line) {
            cells.wrong("key", format!("line {earlier} has the same key; give each visit its own"));
        }
        Some(key)
    }

    fn site(&self, cells: &mut Cells<'_>) -> Option<KnownSite> {
        let named = cells.text("site")?.to_owned();
        let found = self
            .sites
            .iter()
            .find(|site| site.id.to_string() == named || site.name.to_lowercase() == named.to_lowercase());
        if found.is_none() {
            let known: Vec<&str> = self.sites.iter().map(|site| site.name.as_str()).collect();
            cells.wrong("site", format!("no such site; there are: {}", known.join(", ")));
        }
        found.cloned()
    }

    fn session(&self, site: &KnownSite, at: DateTime<Utc>, sessions: &mut Sessions) -> SessionId {
        let date = site.hours.date(at);
        let name = format!("{}/{date}", site.id);
        let session = SessionId(self.id(&format!("session/{name}")));
        sessions.entry(session).or_insert_with(|| PlannedSession {
            session,
            date,
            opening: CommandId(self.id(&format!("open/{name}"))),
            opens_at: site.hours.day_starts(date),
            input: OpenSession {
                site: site.id,
                hosts: vec![self.host],
                languages: Vec::new(),
                exceptional_opening: Some(ExceptionReason::EnteredLater),
            },
            closing: CommandId(self.id(&format!("close/{name}"))),
            closes_at: site.hours.day_ends(date) - TimeDelta::seconds(1),
        });
        session
    }

    /// `HEA.AMU:urgent;PSY.LISTEN`
    fn needs(&self, cells: &mut Cells<'_>, key: &str) -> Vec<ExpressNeed> {
        cells.required("needs", "codes such as HEA.AMU:urgent;PSY.LISTEN, or OTH.UNSAID");
        let written = cells.text("needs").unwrap_or_default().to_owned();
        let mut needs = Vec::new();
        for (place, need) in written.split(';').map(str::trim).filter(|need| !need.is_empty()).enumerate() {
            let (code, urgency) = need.split_once(':').unwrap_or((need, "normal"));
            match (code.trim().parse::<NeedCode>(), urgency.trim().parse::<NeedUrgency>()) {
                (Ok(code), Ok(urgency)) => {
                    let need = NeedId(self.id(&format!("need/{key}/{place}")));
                    needs.push(ExpressNeed { need, code, urgency });
                }
                (Err(why), _) => cells.wrong("needs", format!("{code}: {why}")),
                (_, Err(_)) => {
                    cells.wrong("needs", format!("{urgency}: write {}", one_of::<NeedUrgency>()));
                }
            }
        }
        needs
    }
}

/// An instant with its offset, or the time on the clock of the site.
fn occurred_at(cells: &mut Cells<'_>, site: Option<&KnownSite>) -> Option<DateTime<Utc>> {
    let expected = "2023-06-05T09:20:00+02:00, or 2023-06-05 09:20 on the clock of the site";
    cells.required("occurred_at", expected);
    let written = cells.text("occurred_at")?.to_owned();
    if let Ok(instant) = DateTime::parse_from_rfc3339(&written) {
        return Some(instant.to_utc());
    }
    let local = ["%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%dT%H:%M:%S"]
        .into_iter()
        .find_map(|form| NaiveDateTime::parse_from_str(&written, form).ok());
    match (local, site) {
        (None, _) => cells.wrong("occurred_at", format!("write {expected}")),
        (Some(_), None) => cells.wrong("occurred_at", "without a site, write the offset: +02:00"),
        (Some(local), Some(site)) => match site.hours.time_zone.0.from_local_datetime(&local) {
            MappedLocalTime::Single(at) | MappedLocalTime::Ambiguous(at, _) => return Some(at.to_utc()),
            MappedLocalTime::None => {
                cells.wrong("occurred_at", "the clock went forward over that time; write the hour after");
            }
        },
    }
    None
}

fn facts(cells: &mut Cells<'_>) -> Option<VisitFacts> {
    cells.required("mode", &one_of::<crate::visit::VisitMode>());
    cells.required("language", "a code such as fra, ara or sfb; und when it is not known");
    cells.required("language_met", "one of direct, interpreter, volunteer, written, notMet");
    let minutes = cells.parsed::<u32>("minutes", "whole minutes, 1 to 1440");
    if minutes.is_some_and(|minutes| !(1..=1440).contains(&minutes)) {
        cells.wrong("minutes", "write whole minutes, 1 to 1440");
    }
    let (mode, language_form) = (cells.code("mode"), cells.code("language_form"));
    let language: Option<Language> =
        cells.parsed("language", "a code such as fra, ara or sfb; und if unknown");
    let language_met = language_met(cells);
    let (first_visit, relation_to_area) = (cells.code("first_visit"), cells.code("relation_to_area"));
    let (age_band, gender) = (cells.code("age_band"), cells.code("gender"));
    let (heard_of_us, accompanied_by) = (cells.code("heard_of_us"), cells.code("accompanied_by"));
    let answers = answers(cells);
    Some(VisitFacts {
        mode: mode?,
        minutes,
        language: language?,
        language_form,
        language_met: language_met?,
        first_visit,
        relation_to_area,
        age_band,
        gender,
        heard_of_us,
        accompanied_by,
        answers,
    })
}

fn language_met(cells: &mut Cells<'_>) -> Option<LanguageMode> {
    use LanguageMode::{Direct, Interpreter, NotMet, Volunteer, Written};
    let written = cells.text("language_met")?;
    let found =
        [Direct, Interpreter, Volunteer, Written, NotMet].into_iter().find(|m| met_code(*m) == written);
    if found.is_none() {
        cells.wrong("language_met", "write one of direct, interpreter, volunteer, written, notMet");
    }
    found
}

fn answers(cells: &mut Cells<'_>) -> Vec<crate::visit::AnswerGiven> {
    let written = cells.text("answers").unwrap_or_default().to_owned();
    let mut answers = Vec::new();
    for answer in written.split(';').map(str::trim).filter(|answer| !answer.is_empty()) {
        match answer.parse() {
            Ok(answer) => answers.push(answer),
            Err(_) => cells.wrong("answers", format!("write {}", one_of::<crate::visit::AnswerGiven>())),
        }
    }
    answers
}

fn outreach(cells: &mut Cells<'_>) -> Option<OutreachContact> {
    let place = cells.parsed::<Line>("outreach_place", "a place in one line")?;
    Some(OutreachContact { place, area: cells.parsed("outreach_area", "an area in one line") })
}

fn notes(cells: &mut Cells<'_>) -> Vec<VisitNoteInput> {
    let mut notes = Vec::new();
    for (column, level) in [("shared_note", NoteLevel::Shared), ("private_note", NoteLevel::Private)] {
        let Some(text) = cells.parsed::<Text>(column, "at most 4,000 characters") else { continue };
        if looks_like_contact(text.as_str()) {
            cells.wrong(column, "it seems to hold a telephone number or an e-mail address; take it out");
        }
        notes.push(VisitNoteInput { level, words: Secret::Clear(text), confirmed: false });
    }
    notes
}

#[cfg(test)]
mod tests {
    use kernel::NetworkId;
    use uuid::Uuid;

    use super::*;
    use crate::site::{SiteHours, SiteTimeZone};

    const HEADER: &str = "key,occurred_at,site,mode,language,language_met,relation_to_area,needs,minutes";

    fn network() -> NetworkId {
        "brussels".parse().expect("a slug")
    }

    fn sites() -> Vec<KnownSite> {
        let zone: SiteTimeZone = "Europe/Brussels".parse().expect("a zone");
        let id = SiteId(Uuid::from_u128(1));
        vec![KnownSite { id, name: "Tilleuls".to_owned(), hours: SiteHours::none(zone) }]
    }

    fn import(lines: &str) -> Result<ImportPlan, Vec<ImportProblem>> {
        read(&format!("{HEADER}\n{lines}"), &network(), &sites(), ActorId(Uuid::from_u128(2)))
    }

    #[test]
    fn a_line_becomes_a_visit_in_a_session_of_its_date() {
        let plan = import(
            "A1,2023-06-05 09:20,tilleuls,walkIn,ara,direct,passingThrough,HEA.AMU:urgent;PSY.LISTEN,25\n",
        )
        .expect("a good line");
        let [visit] = plan.visits.as_slice() else { panic!("one visit") };
        let [session] = plan.sessions.as_slice() else { panic!("one session") };
        assert_eq!(visit.occurred_at, kernel::given::instant("2023-06-05T07:20:00Z"));
        assert_eq!(visit.input.session, Some(session.session));
        assert_eq!(visit.input.needs.len(), 2);
        assert_eq!(visit.input.needs[0].urgency, NeedUrgency::Urgent);
        assert_eq!(visit.input.late_reason, Some(LateReason::Import));
        assert_eq!(session.opens_at, kernel::given::instant("2023-06-04T22:00:00Z"));
        assert_eq!(session.closes_at, kernel::given::instant("2023-06-05T21:59:59Z"));
        assert_eq!(visit.line, 2);
    }

    #[test]
    fn the_same_file_gives_the_same_ids_and_another_network_gives_others() {
        let file = "A1,2023-06-05 09:20,Tilleuls,walkIn,fra,direct,,OTH.UNSAID,\n";
        assert_eq!(import(file), import(file));
        let quebec: NetworkId = "quebec".parse().expect("a slug");
        let there = read(&format!("{HEADER}\n{file}"), &quebec, &sites(), ActorId(Uuid::from_u128(2)));
        assert_ne!(there.expect("good").visits[0].command, import(file).expect("good").visits[0].command);
    }

    #[test]
    fn every_problem_names_its_line_its_column_and_the_way_out() {
        let problems = import(concat!(
            "A1,yesterday,Tilleuls,flying,fra,direct,,OTH.UNSAID,\n",
            "A1,2023-06-05 09:20,Elsewhere,walkIn,french,direct,nowhere,HEA.NOPE,0\n",
            ",2023-03-26 02:30,Tilleuls,walkIn,fra,perhaps,,,\n",
        ))
        .expect_err("bad lines");
        let named: Vec<(u64, &str)> =
            problems.iter().map(|problem| (problem.line, problem.column.as_str())).collect();
        for expected in [
            (2, "occurred_at"),
            (2, "mode"),
            (3, "key"),
            (3, "site"),
            (3, "language"),
            (3, "relation_to_area"),
            (3, "needs"),
            (3, "minutes"),
            (4, "key"),
            (4, "occurred_at"),
            (4, "language_met"),
            (4, "needs"),
        ] {
            assert!(named.contains(&expected), "{expected:?} is not among {named:?}");
        }
        assert!(problems[0].to_string().starts_with("line 2, column "), "{}", problems[0]);
    }

    #[test]
    fn a_header_is_checked_before_any_line() {
        let problems = read("key,colour\nA,red\n", &network(), &sites(), ActorId(Uuid::nil()))
            .expect_err("a bad header");
        assert!(problems.iter().any(|problem| problem.column == "colour"));
        assert!(problems.iter().any(|problem| problem.column == "needs" && problem.line == 1));
    }

    #[test]
    fn a_line_with_too_few_cells_is_a_problem_not_a_fault() {
        let problems = import("A1,2023-06-05 09:20\n").expect_err("a short line");
        assert_eq!(problems[0].line, 2);
    }

    #[test]
    fn semicolons_between_columns_and_a_byte_order_mark_are_read_too() {
        let file = "\u{feff}key;occurred_at;mode;language;language_met;outreach_place;needs\n\
                    B7;2023-06-05T10:00:00+02:00;outreach;nld;direct;Gare;\"OTH.UNSAID;NET.ESCORT\"\n";
        let plan = read(file, &network(), &sites(), ActorId(Uuid::nil())).expect("a good file");
        assert!(plan.sessions.is_empty());
        assert_eq!(plan.visits[0].input.needs.len(), 2);
        assert_eq!(plan.visits[0].input.outreach.as_ref().map(|met| met.place.as_str()), Some("Gare"));
    }

    #[test]
    fn a_note_with_a_telephone_number_is_a_problem() {
        let file = "key,occurred_at,site,mode,language,language_met,needs,shared_note\n\
                    C1,2023-06-05 09:20,Tilleuls,walkIn,fra,direct,OTH.UNSAID,au 0470 00 00 00\n";
        let problems = read(file, &network(), &sites(), ActorId(Uuid::nil())).expect_err("a contact");
        assert_eq!(problems[0].column, "shared_note");
    }
}
