//! From a line to a visit: its ids, its session, its needs.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, MappedLocalTime, NaiveDateTime, TimeDelta, TimeZone, Utc};
use csv::StringRecord;
use kernel::{ActorId, CaseId, CommandId, Line, NeedId, NetworkId, SessionId, VisitId};
use reference::NeedCode;
use uuid::Uuid;

use super::cells::{Cells, one_of};
use super::facts::{facts, notes, outreach};
use super::{ImportPlan, ImportProblem, KnownSite, PlannedSession, PlannedVisit};
use crate::session::OpenSession;
use crate::site::ExceptionReason;
use crate::visit::{ExpressNeed, LateReason, NeedUrgency, RecordVisit};

/// Under which all ids of imports are derived; never changed.
const NAMESPACE: Uuid = Uuid::from_u128(0x6f0d_3b52_7c1e_5b0e_9a34_d1c5_8e21_4a77);

/// A file being read.
pub(super) struct Reading<'a> {
    pub(super) network: &'a NetworkId,
    pub(super) sites: &'a [KnownSite],
    pub(super) host: ActorId,
    pub(super) columns: HashMap<&'static str, usize>,
    pub(super) plan: ImportPlan,
    pub(super) keys: HashMap<String, u64>,
}

pub(super) type Sessions = BTreeMap<SessionId, PlannedSession>;

impl Reading<'_> {
    pub(super) fn line(&mut self, record: &StringRecord, sessions: &mut Sessions) -> Vec<ImportProblem> {
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
