//! Maison des Tilleuls, in Brussels: the house in which the stories happen, and the words they are
//! told with. Everybody is fictional.
//!
//! A story is a list of [`did`], each at an instant and with the events that follow, of looks at
//! what is seen then, and of [`refused`]. Every step moves the clock there first, so that whatever
//! fell due meanwhile has happened and is readable.

use serde_json::{Value, json};

use crate::{Done, Person, World, new_id, read_done};

/// The dates of 2023 on which the house is closed.
pub const CLOSED: [(&str, &str); 3] =
    [("2023-05-01", "Fête du travail"), ("2023-05-18", "Ascension"), ("2023-05-29", "Lundi de Pentecôte")];

/// The name of an input type: that of the mutation, but for a few that are values of their own.
fn input_of(field: &str) -> String {
    match field {
        "addOpeningSlot" | "changeOpeningSlot" => "OpeningSlotInput!".to_owned(),
        "closeSiteOnDates" => "SiteClosureInput!".to_owned(),
        "addVisitNote" => "VisitNoteInput!".to_owned(),
        "reorientReferral" => "DraftReferralInput!".to_owned(),
        _ => format!("{}{}Input!", field[..1].to_uppercase(), &field[1..]),
    }
}

/// Somebody asks for something at an instant that is now; the answer, whatever it is.
pub async fn asked(person: &Person<'_>, at: &str, field: &str, id: &str, input: Value) -> Value {
    asked_with(person, at, field, id, input, json!({})).await
}

async fn asked_with(
    person: &Person<'_>,
    at: &str,
    field: &str,
    id: &str,
    input: Value,
    mut more: Value,
) -> Value {
    moved_on(person.world, at).await;
    more["occurredAt"] = json!(at);
    person.ask_as(&new_id(), field, id, &input_of(field), input, more).await
}

/// Somebody does something at an instant, and these events follow.
#[track_caller]
pub fn did<'a>(
    person: &'a Person<'_>,
    at: &'a str,
    field: &'a str,
    id: &'a str,
    input: Value,
    events: &'a [&'a str],
) -> impl Future<Output = Done> + 'a {
    let here = std::panic::Location::caller();
    async move {
        let done = read_done(&format!("{here}: {field}"), &asked(person, at, field, id, input).await);
        assert_eq!(done.events, events, "{here}: {field}");
        readable(person, &done).await;
        done
    }
}

/// Somebody is refused something at an instant, with this code; the message a person reads.
#[track_caller]
pub fn refused<'a>(
    person: &'a Person<'_>,
    at: &'a str,
    field: &'a str,
    id: &'a str,
    input: Value,
    code: &'a str,
) -> impl Future<Output = String> + 'a {
    let here = std::panic::Location::caller();
    async move {
        let answer = asked(person, at, field, id, input).await;
        assert_eq!(answer["__typename"], "Refusal", "{here}: {field} was done: {answer:#}");
        assert_eq!(answer["code"], code, "{here}: {field}: {answer:#}");
        answer["message"].as_str().unwrap().to_owned()
    }
}

/// The same refusal told in French, Dutch and Arabic: each with a word of its own language.
pub async fn refused_in_three_languages(
    person: &Person<'_>,
    at: &str,
    field: &str,
    id: &str,
    input: Value,
    (code, words): (&str, [&str; 3]),
) {
    for (language, word) in ["fr-BE", "nl", "ar"].into_iter().zip(words) {
        let person = person.clone().in_(language);
        let message = refused(&person, at, field, id, input.clone(), code).await;
        assert!(message.contains(word), "{code} in {language} should say {word:?}: {message}");
    }
}

/// Somebody re-orients a person from one referral to a new one, and these events follow.
pub async fn reoriented(
    person: &Person<'_>,
    at: &str,
    from: &str,
    to: &str,
    draft: Value,
    events: &[&str],
) -> Done {
    let answer = asked_with(person, at, "reorientReferral", from, draft, json!({ "to": to })).await;
    let done = read_done("reorientReferral", &answer);
    assert_eq!(done.events, events);
    readable(person, &done).await;
    done
}

/// Moves the clock on to an instant. One that has passed is when something is said to have
/// happened: the clock stays.
async fn moved_on(world: &World, at: &str) {
    let answer = world.post_json("/demo/clock", &[], &json!({ "now": at })).await;
    if answer.status != 200 {
        assert!(answer.text.contains("time only goes forward"), "{at}: {}", answer.text);
    }
}

/// Waits until what was done can be read. What flows make of it can be once the clock is moved.
async fn readable(person: &Person<'_>, done: &Done) {
    let number = |position: &Value| position.as_str().unwrap().parse::<u64>().unwrap();
    let wanted = number(&Value::from(done.position.as_str()));
    for _ in 0..1_000 {
        if number(&person.read("{ position }", json!({})).await["position"]) >= wanted {
            return;
        }
        tokio::time::sleep(std::time::Duration::from_millis(5)).await;
    }
    panic!("position {wanted} is not readable after five seconds");
}

/// The names of what happened to an object, oldest first.
pub async fn history(world: &World, kind: &str, id: &str) -> Vec<String> {
    let query = "query($of: ObjectRefInput!) { history(of: $of, first: 100) { nodes { event } } }";
    let read = world.as_("odile").read(query, json!({ "of": { "kind": kind, "id": id } })).await;
    names(&read["history"]["nodes"])
}

/// The names of events of a list of entries.
pub fn names(entries: &Value) -> Vec<String> {
    let name = |entry: &Value| entry["event"].as_str().unwrap().to_owned();
    entries.as_array().unwrap().iter().map(name).collect()
}

/// What an object waits for in the inbox: who must move, and on what.
pub async fn waiting(world: &World, kind: &str, id: &str) -> Option<(String, String)> {
    let query = "{ decisionInbox(first: 100) { nodes { object { kind id } waiting { on what } } } }";
    let read = world.as_("odile").read(query, json!({})).await;
    let object = json!({ "kind": kind, "id": id });
    let lines = read["decisionInbox"]["nodes"].as_array().unwrap();
    let line = lines.iter().find(|line| line["object"] == object)?;
    let text = |name: &str| line["waiting"][name].as_str().unwrap().to_owned();
    Some((text("on"), text("what")))
}

/// A list of `{ value count }` as pairs, in the order of the values.
pub fn counts(tallies: &Value) -> Vec<(String, u64)> {
    let pair =
        |tally: &Value| (tally["value"].as_str().unwrap().to_owned(), tally["count"].as_u64().unwrap());
    let mut pairs: Vec<(String, u64)> = tallies.as_array().unwrap().iter().map(pair).collect();
    pairs.sort();
    pairs
}

/// Counts as a story writes them.
pub fn counted(pairs: &[(&str, u64)]) -> Vec<(String, u64)> {
    pairs.iter().map(|(value, count)| ((*value).to_owned(), *count)).collect()
}

/// The account of somebody.
pub async fn account(world: &World, name: &str) -> String {
    let me = world.as_(name).read("{ me { actor } }", json!({})).await;
    me["me"]["actor"].as_str().unwrap().to_owned()
}

/// How every story ends: what is read is what the journal says, and the node is healthy. The
/// private `PostgreSQL` server of the tests runs without fsync, which must be said.
pub async fn ends_well(world: &World) {
    let (text, fine) = world.command(&["rebuild", "--verify"]).await;
    assert!(fine && text.contains("verified: no difference"), "{text}");
    let (text, fine) = world.command(&["doctor"]).await;
    let wrong: Vec<&str> = text.lines().filter(|line| line.starts_with("WRONG")).collect();
    if world.journal.is_some() {
        assert!(wrong.len() == 1 && wrong[0].contains("fsync off"), "{text}");
    } else {
        assert!(fine && text.contains("healthy"), "{text}");
    }
}

/// The house with its two weekly slots and the dates it is closed.
pub async fn house(world: &World, at: &str) -> String {
    let (odile, site) = (world.as_("odile"), new_id());
    let languages = json!([
        { "language": "fra", "mode": "DIRECT" },
        { "language": "nld", "mode": "DIRECT" },
        { "language": "ara", "mode": "DIRECT" },
    ]);
    let named =
        json!({ "name": "Maison des Tilleuls", "timeZone": "Europe/Brussels", "languages": languages });
    did(&odile, at, "openSite", &site, named, &["SiteOpened"]).await;
    for (day, start, end, by_appointment) in
        [("MONDAY", "09:00", "12:00", false), ("THURSDAY", "14:00", "16:00", true)]
    {
        let slot = json!({ "slot": new_id(), "day": day, "start": start, "end": end, "walkIn": true,
            "byAppointment": by_appointment, "validFrom": "2023-01-01" });
        did(&odile, at, "addOpeningSlot", &site, slot, &["OpeningSlotAdded"]).await;
    }
    for (date, name) in CLOSED {
        let closure = json!({ "exception": new_id(), "from": date, "to": date, "reason": "PUBLIC_HOLIDAY",
            "message": { "fr": name } });
        did(&odile, at, "closeSiteOnDates", &site, closure, &["SiteClosedOnDates"]).await;
    }
    site
}

/// What is asked to open a session.
pub async fn opening(world: &World, site: &str) -> Value {
    let hosts = [account(world, "nora").await, account(world, "samir").await];
    json!({ "site": site, "hosts": hosts, "languages": [{ "language": "ara", "mode": "DIRECT" }] })
}

/// A session that Nora and Samir open.
pub async fn session(world: &World, site: &str, at: &str) -> String {
    let session = new_id();
    let opening = opening(world, site).await;
    did(&world.as_("nora"), at, "openSession", &session, opening, &["SessionOpened"]).await;
    session
}

/// A visit that was recorded.
#[derive(Debug, Clone)]
pub struct Visit {
    /// Its id.
    pub id: String,
    /// Its case.
    pub case: String,
    /// Its needs, in the order they were expressed, with their codes.
    pub needs: Vec<(String, String)>,
}

impl Visit {
    /// A visit that will be recorded with these needs.
    pub fn with(needs: &[&str]) -> Self {
        let needs = needs.iter().map(|code| (new_id(), (*code).to_owned())).collect();
        Self { id: new_id(), case: new_id(), needs }
    }

    /// What is told of it: somebody who walks in, in a language that a host speaks.
    pub fn told(&self, session: &str, language: &str) -> Value {
        let needs: Vec<Value> = self
            .needs
            .iter()
            .map(|(need, code)| json!({ "need": need, "code": code, "urgency": "URGENT" }))
            .collect();
        json!({ "session": session, "case": self.case, "mode": "WALK_IN", "language": language,
            "languageMet": "DIRECT", "needs": needs })
    }

    /// One of its needs, as a referral or a pairing names it.
    pub fn need(&self, code: &str) -> Value {
        json!({ "visit": self.id, "need": self.need_id(code), "code": code })
    }

    /// The id of one of its needs.
    pub fn need_id(&self, code: &str) -> &str {
        let (need, _) = self.needs.iter().find(|(_, known)| known == code).expect("a need of the visit");
        need
    }
}

/// The woman who is passing through and speaks Arabic: Samir listens, and gives her a code.
pub async fn passing_through(
    world: &World,
    session: &str,
    [came, listened, left]: [&str; 3],
) -> (Visit, String) {
    let (samir, visit) = (world.as_("samir"), Visit::with(&["HEA.AMU", "PSY.LISTEN"]));
    let mut told = visit.told(session, "ara");
    told["relationToArea"] = json!("PASSING_THROUGH");
    told["minutes"] = json!(25);
    let recorded = ["VisitRecorded", "NeedExpressed", "NeedExpressed"];
    did(&samir, came, "recordVisit", &visit.id, told, &recorded).await;
    let heard = json!({ "need": visit.need_id("PSY.LISTEN") });
    did(&samir, listened, "answerNeedDirectly", &visit.id, heard, &["NeedAnsweredDirectly"]).await;
    let slip = ["ReturnCodeIssued", "ReturnCodeGiven"];
    let code = did(&samir, left, "issueReturnCode", &visit.id, Value::Null, &slip).await.fact("returnCode");
    (visit, code)
}

/// A partner with which we work.
pub async fn partner(world: &World, name: &str, at: &str) -> String {
    let (odile, partner) = (world.as_("odile"), new_id());
    let details = json!({ "details": { "name": { "fr": name } } });
    did(&odile, at, "identifyPartner", &partner, details, &["PartnerIdentified"]).await;
    did(&odile, at, "contactPartner", &partner, json!({ "way": "VISIT" }), &["PartnerContacted"]).await;
    did(&odile, at, "meetPartner", &partner, Value::Null, &["PartnerMet"]).await;
    did(&odile, at, "activatePartnership", &partner, Value::Null, &["PartnershipActivated"]).await;
    partner
}

/// A published sheet of a partner.
pub async fn sheet(world: &World, partner: &str, content: Value, at: &str) -> String {
    let (odile, service) = (world.as_("odile"), new_id());
    let draft = json!({ "partner": partner, "content": content });
    did(&odile, at, "draftServiceSheet", &service, draft, &["ServiceSheetDrafted"]).await;
    did(&odile, at, "publishServiceSheet", &service, Value::Null, &["ServiceSheetPublished"]).await;
    service
}

/// A version of the charter that a meeting adopted and that counts from an instant on.
pub async fn charter(world: &World, at: &str, version: u32, [from, grace_until]: [&str; 2]) {
    let odile = world.as_("odile");
    let text = json!({ "text": { "fr": format!("Nous écoutons, version {version}.") } });
    did(&odile, at, "draftCharterVersion", "", text, &["CharterVersionDrafted"]).await;
    let adopted = json!({ "version": version, "meeting": new_id(), "decision": new_id() });
    did(&odile, at, "adoptCharterVersion", "", adopted, &["CharterVersionAdopted"]).await;
    brought_into_force(world, at, version, [from, grace_until]).await;
}

/// An adopted version of the charter counts from an instant on; the one before it is replaced.
pub async fn brought_into_force(world: &World, at: &str, version: u32, [from, grace_until]: [&str; 2]) {
    let dates = json!({ "version": version, "from": from, "graceUntil": grace_until });
    let events: &[&str] = match version {
        1 => &["CharterVersionInForce"],
        _ => &["CharterVersionInForce", "CharterVersionReplaced"],
    };
    did(&world.as_("odile"), at, "bringCharterVersionIntoForce", "", dates, events).await;
}

/// Somebody joins the network; with an account of the example, if there is one of that name.
pub async fn member(world: &World, at: &str, name: &str, account: Option<&str>) -> String {
    let (odile, member) = (world.as_("odile"), new_id());
    let joining = json!({ "displayName": name, "account": account });
    did(&odile, at, "joinNetwork", &member, joining, &["MemberJoined"]).await;
    member
}

/// A member accepts a version of the charter.
pub async fn accepts_charter(world: &World, at: &str, member: &str, version: u32) {
    let accepted = json!({ "version": version, "language": "fra", "mode": "READ" });
    did(&world.as_("odile"), at, "acceptCharter", member, accepted, &["CharterAccepted"]).await;
}

/// The files of a folder, with those of its folders, that hold some words.
pub fn files_with(folder: &std::path::Path, words: &str) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        if entry.file_type().unwrap().is_dir() {
            found.extend(files_with(&entry.path(), words));
        } else if holds(&std::fs::read(entry.path()).unwrap_or_default(), words) {
            found.push(entry.path());
        }
    }
    found
}

/// Whether bytes hold some words.
pub fn holds(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

/// The whole journal as it is exported.
pub async fn exported(world: &World) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let journal = folder.path().join("journal.ndjson");
    let (text, fine) = world.command(&["export", journal.to_str().unwrap()]).await;
    assert!(fine, "{text}");
    std::fs::read(journal).unwrap()
}
