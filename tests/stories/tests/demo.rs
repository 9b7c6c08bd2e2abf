//! The living example: it starts, it lives, what it prints can be pasted, and it is told once.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::path::Path;

use serde_json::{Value, json};
use stories::binary;
use stories::running::{Running, run};
use support::personal::Watch;
use tokio::process::Command;

/// A running example.
struct Demo {
    running: Running,
}

impl Demo {
    /// Starts on a Thursday afternoon of 2023 in the middle of a session.
    async fn start(folder: &Path) -> Self {
        let running = Running::start(&["demo", "--clock", "2023-06-22T12:45:00Z"], None, folder).await;
        let demo = Self { running };
        demo.plant_its_people().await;
        demo
    }

    async fn ask(&self, token: &str, query: &str) -> Value {
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        let request = client.post(format!("http://{}/graphql", self.running.address)).bearer_auth(token);
        let text = request.json(&json!({ "query": query })).send().await.unwrap().text().await.unwrap();
        self.running.watch.answered(&text);
        let answer: Value = serde_json::from_str(&text).unwrap();
        assert!(answer.get("errors").is_none(), "{query}\n{answer:#}");
        answer["data"].clone()
    }

    /// The people of the example are told to the node by itself: their names are watched all the same.
    async fn plant_its_people(&self) {
        let query = "{ membersForCoordinators(first: 100) { nodes { displayName contact } } \
                     appointments(first: 100) { nodes { called contact } } }";
        let read = self.ask("demo-odile-brussels", query).await;
        let mut planted = 0;
        for (list, name) in [("membersForCoordinators", "displayName"), ("appointments", "called")] {
            for row in read[list]["nodes"].as_array().unwrap() {
                row[name].as_str().inspect(|name| self.running.watch.plant_name(name));
                row["contact"].as_str().inspect(|contact| self.running.watch.plant(contact));
                planted += usize::from(row[name].is_string()) + usize::from(row["contact"].is_string());
            }
        }
        assert!(planted > 10, "{planted} names and addresses of the example are known: {read:#}");
    }

    /// The queries it prints, each with the token to send it with.
    fn queries(&self) -> Vec<(String, String)> {
        let pairs = self.running.greeting.windows(2).filter_map(|pair| {
            let (_, token) = pair[0].strip_prefix("  # ")?.rsplit_once("; as ")?;
            Some((token.to_owned(), pair[1].trim().to_owned()))
        });
        pairs.collect()
    }

    async fn stop(self) {
        self.running.stop().await;
    }
}

fn counts(data: &Value, field: &str) -> Vec<String> {
    data[field].as_array().unwrap().iter().map(|count| count["value"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn the_example_lives_and_is_told_once() {
    let folder = tempfile::tempdir().unwrap();
    let demo = Demo::start(folder.path()).await;

    let position = demo.ask("demo-odile-brussels", "{ position }").await["position"].clone();
    let events: u64 = position.as_str().unwrap().parse().unwrap();
    assert!((1_500..4_000).contains(&events), "{events} events");
    both_networks(&demo).await;
    today(&demo).await;

    let queries = demo.queries();
    assert_eq!(queries.len(), 3, "{:#?}", demo.running.greeting);
    let mut answers = Vec::new();
    for (token, query) in &queries {
        answers.push(demo.ask(token, query).await);
    }
    let objects = answers[0]["path"]["objects"].as_array().unwrap();
    for kind in ["visit", "need", "referral", "pairing"] {
        assert!(objects.iter().any(|object| object["object"]["kind"] == kind), "no {kind}: {objects:#?}");
    }
    assert!(answers[1]["decisionInbox"]["totalCount"].as_u64().unwrap() >= 10, "{:#}", answers[1]);
    assert!(answers[2]["session"]["summary"]["visits"].as_u64().unwrap() >= 8, "{:#}", answers[2]);
    assert!(answers[2]["needCounts"].as_array().unwrap().len() > 10, "{:#}", answers[2]);
    let curl = demo.running.greeting.iter().find(|line| line.contains("curl -s")).expect("a line to paste");
    assert!(curl.contains(&demo.running.address), "{curl}");
    demo.stop().await;

    let mut verify = Command::new(binary());
    verify.args(["rebuild", "--verify", "--data"]).arg(folder.path().join("data"));
    let verified = run(verify, &Watch::of(folder.path())).await;
    let text = String::from_utf8_lossy(&verified.stdout).into_owned();
    assert!(verified.status.success() && text.contains("verified: no difference"), "{text}");

    let again = Demo::start(folder.path()).await;
    assert_eq!(
        again.ask("demo-odile-brussels", "{ position }").await["position"],
        position,
        "it is told once"
    );
    assert_eq!(again.queries(), queries, "and the same queries can still be tried");
    again.stop().await;
}

/// Both houses, with what makes them what they are.
async fn both_networks(demo: &Demo) {
    let all = "{ sites(first: 10) { nodes { name hours { timeZone } } } \
               referralCounts(by: STATE) { value count } pairingCounts(by: STATE) { value count } \
               partnerCounts(by: STATE) { value count } visitCounts(by: LANGUAGE) { value count } \
               meetings(first: 10) { nodes { state welcomeAt startsAt } } }";
    let brussels = demo.ask("demo-odile-brussels", all).await;
    assert_eq!(brussels["sites"]["nodes"][0]["name"], "Maison des Tilleuls");
    let referrals = counts(&brussels, "referralCounts");
    for state in ["closed", "declined", "expired", "superseded"] {
        assert!(referrals.iter().any(|known| known == state), "{state}: {referrals:?}");
    }
    let pairings = counts(&brussels, "pairingCounts");
    for state in ["active", "completed", "paused", "suspended", "unmatched", "halfAccepted"] {
        assert!(pairings.iter().any(|known| known == state), "{state}: {pairings:?}");
    }
    assert_eq!(counts(&brussels, "partnerCounts").len(), 6, "every stage of the pipeline: {brussels:#}");
    let languages = counts(&brussels, "visitCounts");
    assert!(
        ["fra", "nld", "ara", "sfb"].iter().all(|one| languages.iter().any(|known| known == one)),
        "{languages:?}"
    );
    let meetings = brussels["meetings"]["nodes"].as_array().unwrap();
    assert_eq!(meetings.iter().filter(|meeting| meeting["state"] == "HELD").count(), 3);
    assert!(meetings.iter().all(|meeting| meeting["welcomeAt"].as_str() < meeting["startsAt"].as_str()));
    let quebec = demo.ask("demo-odile-quebec", all).await;
    let sites = quebec["sites"]["nodes"].as_array().unwrap();
    assert_eq!(sites.len(), 2);
    assert!(sites.iter().all(|site| site["hours"]["timeZone"] == "America/Toronto"), "{sites:?}");
}

/// It is 14:45 on a Thursday: the session goes on, and somebody has been received.
async fn today(demo: &Demo) {
    let open = "{ sessions(first: 5, filter: { state: [OPEN] }) { nodes { date summary { visits } } } }";
    let open = demo.ask("demo-nora-brussels", open).await;
    assert_eq!(open["sessions"]["nodes"][0]["date"], "2023-06-22", "{open:#}");
    assert!(open["sessions"]["nodes"][0]["summary"]["visits"].as_u64().unwrap() > 0, "{open:#}");
}
