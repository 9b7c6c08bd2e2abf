//! Every field that can be asked for at the top and is no object by its id: counts, stories, slips, what
//! waits, what is one's own.

use std::collections::HashMap;

use access::policy::Class;
use async_graphql::{Request, Variables};
use graph::Caller;
use kernel::Role;
use serde_json::{Value, json};

use crate::ground::Stage;
use crate::objects::Objects;
use crate::reads::{ROLES, Share, Tally, words};
use crate::rights::Rights;
use crate::schema::{Schema, Sighting};
use crate::shapes::{Shape, Shapes, heart};
use crate::ties::{Setup, Ties};

/// Who sees it, when the table lets them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum To {
    /// Whoever is in the network.
    Network,
    /// Whoever it belongs to.
    Owner,
    /// Anybody anywhere: it tells of no network.
    Anywhere,
    /// Coordinators only, more narrowly than its class: it finds members by what they went through, and by
    /// the pseudonym they came under.
    Coordinators,
    /// Whoever may ask is answered; what the answer may tell is looked at object by object.
    Asker,
}

/// A field, how it is asked for, and where in its answer the objects stand.
struct Root {
    field: String,
    call: String,
    /// The same for an object that is not there; nothing where none is named.
    absent: Option<String>,
    shown: String,
    /// What stands between the field and its objects, such as `nodes`.
    under: &'static str,
    to: To,
    live: bool,
    /// The class of what an argument gives away, where that is more than the field does.
    guarded: Option<Class>,
}

/// Ways of asking at the top.
#[derive(Debug, Clone, Copy)]
enum Way {
    Direct,
    Alias,
    Fragment,
}

/// The matrix of what is asked for at the top.
pub(crate) struct Roots<'a> {
    pub(crate) stage: &'a Stage,
    pub(crate) rights: &'a Rights,
    pub(crate) ties: &'a Ties<'a>,
    pub(crate) objects: &'a Objects,
    pub(crate) shapes: &'a Shapes,
}

impl Roots<'_> {
    /// The fields without counts.
    fn named(&self) -> Vec<Root> {
        let id = |kind: &str| self.objects.id(kind).to_owned();
        let root = |field: &str, arguments: &str, shown: &str, under, to| Root {
            field: field.to_owned(),
            call: format!("{field}{arguments}"),
            absent: None,
            shown: shown.to_owned(),
            under,
            to,
            live: false,
            guarded: None,
        };
        let of = |mut root: Root, there: &str, absent: &str| {
            root.absent = Some(root.call.replace(there, absent));
            root
        };
        let by_id = |field: &str, arguments: &str, kind: &str, shown: &str, under, to| {
            let there = id(kind);
            let root = root(field, &arguments.replace('$', &there), shown, under, to);
            of(root, &there, "00000000-0000-7000-8000-00000000abba")
        };
        let live = |root: Root| Root { live: true, ..root };
        let code = id("returnCode");
        vec![
            root("me", "", "Me", "", To::Anywhere),
            root("position", "", "", "", To::Anywhere),
            root("taxonomyVersion", "", "", "", To::Anywhere),
            root("needsTaxonomy", "", "TaxonomyNeed", "", To::Anywhere),
            root("scanNote", r#"(text: "+32 2 555 01 99")"#, "NoteFinding", "", To::Anywhere),
            by_id("nextOpenings", r#"(site: "$")"#, "site", "SiteOpening", "", To::Network),
            of(
                root("returnCode", &format!(r#"(code: "{code}")"#), "ReturnCodeSlip", "", To::Network),
                &code,
                "K7W-XPQR",
            ),
            of(root("charterVersion", "(number: 1)", "CharterVersion", "", To::Network), "1", "99"),
            root("charterVersions", "", "CharterVersion", "nodes", To::Network),
            root("charterInForce", "", "CharterVersion", "", To::Network),
            root("contactRules", "", "ContactRule", "", To::Network),
            by_id("pairingCandidates", r#"(pairing: "$")"#, "lookedFor", "PairingCandidate", "", To::Network),
            root("myAccount", "", "Account", "", To::Owner),
            root("myPairings", "", "Pairing", "nodes", To::Owner),
            root("membersForCoordinators", "", "Member", "nodes", To::Coordinators),
            root("findPersons", r#"(words: "Some words")"#, "", "", To::Network),
            by_id("duplicatesOf", r#"(person: "$")"#, "person", "DuplicateCandidate", "", To::Network),
            root(
                "meetingRegularity",
                r#"(from: "2023-01-01", until: "2023-12-31", timeZone: "Europe/Brussels")"#,
                "MeetingRegularity",
                "",
                To::Asker,
            ),
            root("path", &format!(r#"(by: {{ case: "{}" }})"#, self.objects.case), "Path", "", To::Asker),
            by_id("history", r#"(of: { kind: "visit", id: "$" })"#, "visit", "PathEntry", "nodes", To::Asker),
            root("decisionInbox", "", "InboxItem", "nodes", To::Asker),
            live(root("decisionInbox", r#"(after: "0")"#, "InboxChange", "", To::Asker)),
            live(root(
                "path",
                &format!(r#"(by: {{ case: "{}" }}, after: "0")"#, self.objects.case),
                "PathEntry",
                "",
                To::Asker,
            )),
        ]
    }

    /// Counts, by every facet by which there is something to count.
    async fn counts(&self) -> Vec<Root> {
        let coordinator = self.ties.caller(Role::Coordinator, Setup::Network);
        let classes = self.stage.policies.decisions().classes();
        let mut roots = Vec::new();
        for field in self.shapes.roots("Query").iter().filter(|field| field.name.ends_with("Counts")) {
            let by = field.arguments.iter().find(|slot| slot.name == "by").unwrap();
            let Shape::Choice(facets) = self.shapes.shape(heart(&by.ty)) else { panic!("{}", field.name) };
            let kind = &classes.kinds()[classes.field("Query", &field.name).unwrap().kind];
            let before = roots.len();
            for facet in facets {
                let call = format!("{}(by: {facet})", field.name);
                let asked = Request::new(format!("{{ it: {call} {{ count }} }}"));
                let answer = self.stage.answered(&coordinator, asked).await;
                if answer["data"]["it"].as_array().is_some_and(|counts| !counts.is_empty()) {
                    roots.push(Root {
                        field: field.name.clone(),
                        call,
                        absent: None,
                        shown: "Count".to_owned(),
                        under: "",
                        to: To::Network,
                        live: false,
                        guarded: kind.guarded.get(&format!("by.{facet}")).copied(),
                    });
                }
            }
            assert!(roots.len() > before, "there is nothing to count by {}", field.name);
        }
        roots
    }

    /// Asks everything, or its share of it.
    pub(crate) async fn all(&self, sdl: &str, share: Share, tally: &mut Tally) {
        let schema = Schema::read(sdl);
        let mut roots = self.named();
        roots.extend(self.counts().await);
        for root in share.of(&roots) {
            let fields = schema.sightings(&root.shown);
            let said = self.listen(root, &fields).await;
            for role in ROLES {
                for setup in Setup::ALL {
                    if setup == Setup::Erased || (setup == Setup::Absent && root.absent.is_none()) {
                        continue;
                    }
                    for way in [Way::Direct, Way::Alias, Way::Fragment] {
                        self.root(root, &fields, &said, (role, setup, way), tally).await;
                    }
                }
            }
        }
        if share.nth == 0 {
            self.complete(&roots);
            self.stories(tally).await;
        }
    }

    /// Every field of the schema is asked for, here or as an object.
    fn complete(&self, roots: &[Root]) {
        let mut asked: Vec<String> = crate::reads::behind_doors().collect();
        let of = |root: &Root| if root.live { "Subscription" } else { "Query" };
        asked.extend(roots.iter().map(|root| format!("{}.{}", of(root), root.field)));
        for of in ["Query", "Subscription"] {
            for field in self.shapes.roots(of) {
                let name = format!("{of}.{}", field.name);
                assert!(asked.contains(&name), "the matrix does not ask for {name}");
            }
        }
    }

    /// Hears which words there are, as somebody who may see them all.
    async fn listen(&self, root: &Root, fields: &[Sighting]) -> HashMap<String, bool> {
        let setup = if root.to == To::Owner { Setup::Own } else { Setup::Network };
        let caller = self.ties.caller(Role::Coordinator, setup);
        let mut said = HashMap::new();
        for field in fields.iter().filter(|field| field.private) {
            let answer = self.ask(root, &caller, setup, Way::Direct, &field.selection).await;
            let there = words(&answer["data"]["it"], &field.name).iter().any(|word| !word.is_null());
            said.insert(format!("{}.{}", field.of, field.name), there);
        }
        said
    }

    async fn root(
        &self,
        root: &Root,
        fields: &[Sighting],
        said: &HashMap<String, bool>,
        (role, setup, way): (Role, Setup, Way),
        tally: &mut Tally,
    ) {
        let caller = self.ties.caller(role, setup);
        let name = if root.live { "root, followed" } else { "root" };
        if fields.is_empty() {
            let answer = self.ask(root, &caller, setup, way, "").await;
            let seen = seen(root, None, way, &answer);
            let cell = || format!("{role} {setup:?} {way:?} {}: {answer}", root.call);
            tally.note(name, self.may_ask(root, role, setup), seen, cell);
        }
        let open = |field: &&Sighting| {
            self.may_ask(root, role, setup)
                && self.says(role, setup, &field.of, &field.name)
                && (!field.private || said[&format!("{}.{}", field.of, field.name)])
        };
        let (open, shut): (Vec<&Sighting>, Vec<&Sighting>) = fields.iter().partition(open);
        // What is open is asked for at once, as pages do; what is shut each by itself, or one no would
        // hide another.
        let together: Vec<&str> = open.iter().map(|field| field.selection.as_str()).collect();
        let asked = shut.iter().map(|field| (vec![*field], field.selection.clone(), false));
        let at_once = (!open.is_empty()).then(|| (open.clone(), together.join(" "), true));
        for (fields, selection, wanted) in asked.chain(at_once) {
            let answer = self.ask(root, &caller, setup, way, &selection).await;
            for field in fields {
                let seen = seen(root, Some(field), way, &answer);
                let cell = || {
                    format!("{role} {setup:?} {way:?} {} {}.{}: {answer}", root.call, field.of, field.name)
                };
                tally.note(name, wanted, seen, cell);
            }
        }
    }

    /// What the table says of the field itself.
    fn may_ask(&self, root: &Root, role: Role, setup: Setup) -> bool {
        let here = match root.to {
            To::Network => setup.is_there(),
            To::Owner => setup == Setup::Own,
            To::Coordinators => setup.is_there() && role == Role::Coordinator,
            To::Anywhere | To::Asker => true,
        };
        let of = if root.live { "Subscription" } else { "Query" };
        let classes = self.stage.policies.decisions().classes();
        let kind = classes.kinds()[classes.field(of, &root.field).unwrap().kind].name.as_str();
        let told = root.guarded.is_none_or(|class| {
            self.rights.say(&role.to_string(), "sees", class.name(), kind, Ties::tie(setup, kind))
        });
        here && told && self.says(role, setup, of, &root.field)
    }

    /// What it says of a field, on the way or at its end.
    fn says(&self, role: Role, setup: Setup, of: &str, name: &str) -> bool {
        let classes = self.stage.policies.decisions().classes();
        let seen = classes.field(of, name).unwrap();
        let kind = classes.kinds()[seen.kind].name.as_str();
        self.rights.say(&role.to_string(), "sees", seen.class.name(), kind, Ties::tie(setup, kind))
    }

    async fn ask(&self, root: &Root, caller: &Caller, setup: Setup, way: Way, selection: &str) -> Value {
        let call = root.absent.as_ref().filter(|_| setup == Setup::Absent).unwrap_or(&root.call);
        let inner = match (selection, root.under) {
            ("", _) => String::new(),
            (_, "") => format!("{{ {selection} }}"),
            (_, under) => format!("{{ {under} {{ {selection} }} }}"),
        };
        let (kind, of) = if root.live { ("subscription", "Subscription") } else { ("query", "Query") };
        let query = match way {
            Way::Direct => format!("{kind} {{ it: {call} {inner} }}"),
            Way::Alias => format!("{kind} {{ other: {call} {inner} }}"),
            Way::Fragment => format!("{kind} {{ ...part }} fragment part on {of} {{ it: {call} {inner} }}"),
        };
        let request = Request::new(query).variables(Variables::from_json(json!({})));
        if root.live {
            self.stage.heard(caller, request).await
        } else {
            self.stage.answered(caller, request).await
        }
    }

    /// The stories name the kinds of object that whoever asks may know of, and all of those.
    async fn stories(&self, tally: &mut Tally) {
        let case = &self.objects.case;
        let calls = [
            format!(
                r#"{{ path(by: {{ case: "{case}" }}, first: 50) {{ entries {{ nodes {{ object {{ kind }} }} }} }} }}"#
            ),
            "{ decisionInbox(first: 50) { nodes { object { kind } } } }".to_owned(),
        ];
        for call in calls {
            let told = async |role| {
                let caller = self.ties.caller(role, Setup::Network);
                let answer = self.stage.answered(&caller, Request::new(call.clone())).await;
                words(&answer, "kind")
                    .into_iter()
                    .map(|kind| kind.as_str().unwrap().to_owned())
                    .collect::<Vec<_>>()
            };
            let all = told(Role::Coordinator).await;
            assert!(all.len() > 2, "{all:?}");
            let field = if call.contains("path") { "path" } else { "decisionInbox" };
            for role in ROLES {
                let seen = told(role).await;
                for kind in &all {
                    let wanted = self.says(role, Setup::Network, "Query", field)
                        && self.knows(role, kind, Setup::Network);
                    let cell = || format!("{role} {field}: what is told of a {kind}");
                    tally.note("story", wanted, seen.contains(kind), cell);
                }
            }
        }
    }

    /// Whether somebody may know that there is an object of a kind.
    fn knows(&self, role: Role, kind: &str, setup: Setup) -> bool {
        let classes = self.stage.policies.decisions().classes();
        let open: Class = classes.kinds()[classes.kind(kind).unwrap()].open;
        self.rights.say(&role.to_string(), "sees", open.name(), kind, Ties::tie(setup, kind))
    }
}

/// Whether the answer shows the field.
fn seen(root: &Root, field: Option<&Sighting>, way: Way, answer: &Value) -> bool {
    if !answer["errors"].is_null() {
        return false;
    }
    let found = &answer["data"][if matches!(way, Way::Alias) { "other" } else { "it" }];
    let found = if root.under.is_empty() || field.is_none() { found } else { &found[root.under] };
    if root.to == To::Asker {
        return true;
    }
    match field {
        Some(field) if field.private => words(found, &field.name).iter().any(|word| !word.is_null()),
        _ => found.as_array().map_or(!found.is_null(), |found| !found.is_empty()),
    }
}
