//! Every role, tie, field and way of asking, against the table.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::atomic::Ordering;

use access::policy::Class;
use async_graphql::{Request, Variables};
use graph::Caller;
use kernel::Role;
use serde_json::{Value, json};

use crate::ground::Stage;
use crate::objects::Objects;
use crate::rights::Rights;
use crate::schema::{Schema, Sighting};
use crate::ties::{Setup, Ties};

/// A way of asking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    Direct,
    Alias,
    Fragment,
    List,
    Nested,
    Subscription,
}

/// A kind of object, and the fields that lead to it.
struct Door {
    kind: &'static str,
    shown: &'static str,
    many: &'static str,
    /// What follows it, and under which field it shows it.
    live: Option<(&'static str, &'static str)>,
}

const fn door(kind: &'static str, shown: &'static str, many: &'static str) -> Door {
    Door { kind, shown, many, live: None }
}

const DOORS: [Door; 19] = [
    door("site", "Site", "sites"),
    Door {
        live: Some(("session(id: $id, after: \"0\")", "session")),
        ..door("session", "Session", "sessions")
    },
    door("visit", "Visit", "visits"),
    door("need", "Need", "needs"),
    door("appointment", "Appointment", "appointments"),
    door("interpretation", "Interpretation", "interpretations"),
    door("referral", "Referral", "referrals"),
    door("partner", "Partner", "partners"),
    door("importedRow", "ImportedRow", "importedRows"),
    door("service", "Service", "services"),
    door("member", "Member", "members"),
    Door { live: Some(("myPairings(after: \"0\")", "pairing")), ..door("pairing", "Pairing", "pairings") },
    door("meeting", "Meeting", "meetings"),
    door("meetingNotice", "MeetingNotice", "meetingNotices"),
    door("commitment", "Commitment", "commitments"),
    door("person", "Person", "persons"),
    door("disclosure", "Disclosure", "disclosures"),
    door("account", "Account", "accounts"),
    door("device", "Device", "devices"),
];

/// The fields of the schema that a door stands for.
pub(crate) fn behind_doors() -> impl Iterator<Item = String> {
    DOORS.iter().flat_map(|door| {
        let live = door.live.map(|(call, _)| format!("Subscription.{}", call.split('(').next().unwrap()));
        [format!("Query.{}", door.kind), format!("Query.{}", door.many)].into_iter().chain(live)
    })
}

pub(crate) const ROLES: [Role; 12] = [
    Role::Host,
    Role::Receptionist,
    Role::Volunteer,
    Role::Member,
    Role::Coordinator,
    Role::Partner,
    Role::Organiser,
    Role::FundingOfficer,
    Role::TenantSupport,
    Role::Auditor,
    Role::Administrator,
    Role::Public,
];

/// What one of several threads asks: every so manieth, from the nth on.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Share {
    pub(crate) nth: usize,
    pub(crate) every: usize,
}

impl Share {
    pub(crate) fn of<T>(self, all: &[T]) -> impl Iterator<Item = &T> {
        all.iter().skip(self.nth).step_by(self.every)
    }
}

/// What came of it.
#[derive(Default)]
pub(crate) struct Tally {
    pub(crate) cells: u64,
    pub(crate) mismatches: Vec<String>,
    /// Cells by way, and how many were a yes.
    pub(crate) ways: BTreeMap<String, (u64, u64)>,
    /// Mutations whose least input is refused before anybody is asked: who may not is seen, who may is not.
    pub(crate) unreached: BTreeSet<String>,
}

impl Tally {
    pub(crate) fn add(&mut self, other: Self) {
        self.cells += other.cells;
        self.mismatches.extend(other.mismatches);
        self.unreached.extend(other.unreached);
        for (way, (cells, yes)) in other.ways {
            let by = self.ways.entry(way).or_default();
            *by = (by.0 + cells, by.1 + yes);
        }
    }

    pub(crate) fn note(&mut self, way: &str, wanted: bool, seen: bool, cell: impl Fn() -> String) {
        self.cells += 1;
        let by = self.ways.entry(way.to_owned()).or_default();
        by.0 += 1;
        by.1 += u64::from(seen);
        if wanted != seen {
            self.mismatches.push(format!("{}: the table says {wanted}, seen {seen}", cell()));
        }
    }
}

/// The matrix of reading.
pub(crate) struct Reads<'a> {
    pub(crate) stage: &'a Stage,
    pub(crate) rights: &'a Rights,
    pub(crate) ties: &'a Ties<'a>,
    pub(crate) objects: &'a Objects,
    /// The words that are there to be seen, by kind: a field and its class as a coordinator sees it.
    pub(crate) said: HashMap<(String, String), bool>,
}

impl Reads<'_> {
    /// Asks everything, or its share of it.
    pub(crate) async fn all(&mut self, sdl: &str, share: Share, tally: &mut Tally) {
        let schema = Schema::read(sdl);
        for door in share.of(&DOORS) {
            let fields: Vec<Sighting> = schema.sightings(door.shown);
            self.listen(door, &fields).await;
            for role in ROLES {
                for setup in Setup::ALL {
                    self.stage.ground.erased.store(setup == Setup::Erased, Ordering::Relaxed);
                    self.same_bytes(door, role, setup, tally).await;
                    for way in ways(door, setup) {
                        self.door(door, &fields, role, setup, way, tally).await;
                    }
                }
            }
            self.stage.ground.erased.store(false, Ordering::Relaxed);
        }
    }

    /// Hears which words are there, as somebody who may see them all.
    async fn listen(&mut self, door: &Door, fields: &[Sighting]) {
        let caller = self.ties.caller(Role::Coordinator, Setup::Network);
        for field in fields.iter().filter(|field| field.private) {
            let answer = self.ask(door, &caller, Setup::Network, Way::Direct, &field.selection).await;
            let there = words(&answer["data"]["it"], &field.name).iter().any(|word| !word.is_null());
            self.said.insert((door.kind.to_owned(), format!("{}.{}", field.of, field.name)), there);
        }
    }

    /// Where nothing may be known of an object, the answer is byte for byte that of one that is not there.
    async fn same_bytes(&self, door: &Door, role: Role, setup: Setup, tally: &mut Tally) {
        let classes = self.stage.policies.decisions().classes();
        let open = classes.kinds()[classes.kind(door.kind).unwrap()].open;
        let tie = Ties::tie(setup, door.kind);
        let known =
            setup.is_there() && self.rights.say(&role.to_string(), "sees", open.name(), door.kind, tie);
        let caller = self.ties.caller(role, setup);
        let there = self.ask(door, &caller, setup, Way::Direct, "").await.to_string();
        let absent = self.ask(door, &caller, Setup::Absent, Way::Direct, "").await.to_string();
        let cell =
            || format!("{role} {setup:?} {}: {there} for what is there, {absent} for what is not", door.kind);
        tally.note("told apart from nothing", known, there != absent, cell);
    }

    async fn door(
        &self,
        door: &Door,
        fields: &[Sighting],
        role: Role,
        setup: Setup,
        way: Way,
        tally: &mut Tally,
    ) {
        let caller = self.ties.caller(role, setup);
        let open: Vec<&Sighting> =
            fields.iter().filter(|field| self.wanted(door, role, setup, way, field)).collect();
        if !open.is_empty() {
            let selection: Vec<&str> = open.iter().map(|field| field.selection.as_str()).collect();
            let answer = self.ask(door, &caller, setup, way, &selection.join(" ")).await;
            for field in &open {
                let seen = self.seen(door, field, setup, way, &answer);
                tally.note(&format!("{way:?}"), true, seen, || cell(door, role, setup, way, field, &answer));
            }
        }
        for field in fields {
            if open.iter().any(|known| known.of == field.of && known.name == field.name) {
                continue;
            }
            let answer = self.ask(door, &caller, setup, way, &field.selection).await;
            let seen = self.seen(door, field, setup, way, &answer);
            tally.note(&format!("{way:?}"), false, seen, || cell(door, role, setup, way, field, &answer));
        }
    }

    /// What the table says: the whole way must be open, and the object itself be known.
    fn wanted(&self, door: &Door, role: Role, setup: Setup, way: Way, field: &Sighting) -> bool {
        if !setup.is_there() {
            return false;
        }
        let role = role.to_string();
        let classes = self.stage.policies.decisions().classes();
        let say = |kind: usize, class: Class| {
            let kind = classes.kinds()[kind].name.as_str();
            self.rights.say(&role, "sees", class.name(), kind, Ties::tie(setup, kind))
        };
        let seen = classes.field(&field.of, &field.name).unwrap();
        let known = classes.kinds()[classes.kind(door.kind).unwrap()].open;
        let mut yes = say(classes.kind(door.kind).unwrap(), known) && say(seen.kind, seen.class);
        // What is on the way to it is seen as well.
        yes &= steps(&field.selection).into_iter().all(|step| self.step_is_open(door, &step, &say));
        if matches!(way, Way::List | Way::Nested) {
            yes &= self.is_listed(door, &role, setup);
        }
        if way == Way::Subscription && door.kind == "pairing" {
            yes &= setup == Setup::Own;
        }
        if field.private {
            let key = (door.kind.to_owned(), format!("{}.{}", field.of, field.name));
            yes &= setup != Setup::Erased && self.said.get(&key).copied().unwrap_or(false);
        }
        yes
    }

    fn step_is_open(&self, door: &Door, step: &str, say: &impl Fn(usize, Class) -> bool) -> bool {
        let classes = self.stage.policies.decisions().classes();
        let of_door = classes.field(door.shown, step);
        of_door.is_none_or(|seen| say(seen.kind, seen.class))
    }

    /// Whoever is tied to one object by a link has no list to ask for, and nobody a list of one's own
    /// account: that is `myAccount`.
    fn is_listed(&self, door: &Door, role: &str, setup: Setup) -> bool {
        let whole = self.rights.say(role, "sees", "case", door.kind, "network")
            || self.rights.say(role, "sees", "public", door.kind, "network")
            || self.rights.say(role, "sees", "count", door.kind, "network");
        let tie = Ties::tie(setup, door.kind);
        whole || !(tie == "referral" || (tie == "own" && door.kind == "account"))
    }

    /// Whether the answer shows the field of the object.
    fn seen(&self, door: &Door, field: &Sighting, setup: Setup, way: Way, answer: &Value) -> bool {
        if !answer["errors"].is_null() {
            return false;
        }
        let Some(object) = object(door, way, answer, self.id(door, setup)) else { return false };
        if !field.private {
            return true;
        }
        words(object, &field.name).iter().any(|word| !word.is_null())
    }

    /// The object that is asked for.
    fn id(&self, door: &Door, setup: Setup) -> &str {
        match (setup, door.kind) {
            (Setup::Absent, _) => "00000000-0000-7000-8000-00000000abba",
            (Setup::Erased, "person") => self.objects.id("erasedPerson"),
            _ => self.objects.id(door.kind),
        }
    }

    async fn ask(&self, door: &Door, caller: &Caller, setup: Setup, way: Way, selection: &str) -> Value {
        let (id, one, many) = (self.id(door, setup), door.kind, door.many);
        let (follow, under) = door.live.unwrap_or_default();
        let query = match way {
            Way::Direct => format!("query($id: UUID!) {{ it: {one}(id: $id) {{ id {selection} }} }}"),
            Way::Alias => format!("query($id: UUID!) {{ other: {one}(id: $id) {{ same: id {selection} }} }}"),
            Way::Fragment => format!(
                "query($id: UUID!) {{ it: {one}(id: $id) {{ ...part }} }} fragment part on {} {{ id {selection} }}",
                door.shown
            ),
            Way::List => format!("{{ it: {many}(first: 20) {{ nodes {{ id {selection} }} }} }}"),
            Way::Nested => format!("{{ it: {many}(first: 20) {{ edges {{ node {{ id {selection} }} }} }} }}"),
            Way::Subscription if door.kind == "session" => {
                format!("subscription($id: SessionId!) {{ it: {follow} {{ {under} {{ id {selection} }} }} }}")
            }
            Way::Subscription => {
                format!("subscription {{ it: {follow} {{ {under} {{ id {selection} }} }} }}")
            }
        };
        let variables = if query.contains("$id") { json!({ "id": id }) } else { json!({}) };
        let request = Request::new(query).variables(Variables::from_json(variables));
        if way == Way::Subscription {
            self.stage.heard(caller, request).await
        } else {
            self.stage.answered(caller, request).await
        }
    }
}

fn ways(door: &Door, setup: Setup) -> Vec<Way> {
    let mut ways = vec![Way::Direct, Way::Alias, Way::Fragment];
    if setup != Setup::Absent {
        ways.extend([Way::List, Way::Nested]);
    }
    if door.live.is_some() {
        ways.push(Way::Subscription);
    }
    ways
}

/// The names on the way to a field, the object's own field first.
fn steps(selection: &str) -> Vec<String> {
    let plain: String = selection.chars().filter(|letter| *letter != '}').collect();
    plain
        .split('{')
        .map(|step| step.split('(').next().unwrap_or_default().trim().to_owned())
        .take(1)
        .collect()
}

fn object<'a>(door: &Door, way: Way, answer: &'a Value, id: &str) -> Option<&'a Value> {
    let data = &answer["data"];
    let found = match way {
        Way::Direct | Way::Fragment => &data["it"],
        Way::Alias => &data["other"],
        Way::Subscription => &data["it"][door.live?.1],
        Way::List => data["it"]["nodes"].as_array()?.iter().find(|node| node["id"] == id)?,
        Way::Nested => &data["it"]["edges"].as_array()?.iter().find(|edge| edge["node"]["id"] == id)?["node"],
    };
    (!found.is_null()).then_some(found)
}

/// Every value under a name, however deep.
pub(crate) fn words<'a>(value: &'a Value, name: &str) -> Vec<&'a Value> {
    match value {
        Value::Object(fields) => fields
            .iter()
            .flat_map(|(key, value)| {
                if key == name && !value.is_object() {
                    value.as_array().map_or_else(|| vec![value], |items| items.iter().collect())
                } else {
                    words(value, name)
                }
            })
            .collect(),
        Value::Array(items) => items.iter().flat_map(|value| words(value, name)).collect(),
        _ => Vec::new(),
    }
}

fn cell(door: &Door, role: Role, setup: Setup, way: Way, field: &Sighting, answer: &Value) -> String {
    let said = answer["errors"][0]["message"].as_str().unwrap_or("no error");
    format!("{role} {setup:?} {way:?} {}: {}.{} ({said})", door.kind, field.of, field.name)
}
