//! A browser: it keeps its cookies, and sends what pages of our site send.

#![allow(dead_code, reason = "each test uses a part")]

use reqwest::header::HeaderMap;
use serde_json::{Value, json};
use stories::running::run;
use stories::{World, binary, new_id};
use support::personal::Watch;
use tokio::process::Command;

/// The header a page of ours sends along.
pub(crate) const OURS: (&str, &str) = ("x-entraide", "1");
pub(crate) const SESSION: &str = "__Host-entraide";
/// A sentence nobody guesses.
pub(crate) const PASSWORD: &str = "soupe aux orties le jeudi";

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Value,
}

impl Answer {
    /// The code of a refusal, from `/access/` or from GraphQL.
    pub(crate) fn code(&self) -> &str {
        let code = self.body["code"].as_str();
        code.or_else(|| self.body["errors"][0]["extensions"]["code"].as_str()).unwrap_or_default()
    }

    #[track_caller]
    pub(crate) fn fine(self) -> Value {
        assert_eq!(self.status, 200, "{self:?}");
        self.body
    }

    #[track_caller]
    pub(crate) fn refused(&self, status: u16, code: &str) {
        assert_eq!((self.status, self.code()), (status, code), "{self:?}");
    }
}

/// A browser of somebody.
pub(crate) struct Browser<'a> {
    pub(crate) world: &'a World,
    pub(crate) cookies: Vec<(String, String)>,
    pub(crate) device: Option<String>,
}

impl<'a> Browser<'a> {
    pub(crate) fn new(world: &'a World) -> Self {
        Self { world, cookies: vec![], device: None }
    }

    pub(crate) fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// As the header a browser sends.
    pub(crate) fn cookie_header(&self) -> String {
        let pairs: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        pairs.join("; ")
    }

    /// Sends a request with these headers, and keeps the cookies that come back.
    pub(crate) async fn send(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: String,
    ) -> Answer {
        let cookies = self.cookie_header();
        self.send_with(&cookies, method, path, headers, body).await
    }

    /// What comes of an address that somebody is led to from another site: the browser sends along the
    /// cookies that are not strict, wherever it is redirected to, until a page of ours leads on. Answers
    /// the page where that ends, its path, and the cookies that were sent for it.
    pub(crate) async fn comes_from_elsewhere(&mut self, path: &str) -> (Answer, String, String) {
        let mut path = path.to_owned();
        for _ in 0..5 {
            let (answer, cookies) = self.navigates(&path, true).await;
            let page = answer.body.as_str().unwrap_or_default();
            let refresh = page.split_once("content=\"0;url=").and_then(|(_, rest)| rest.split_once('"'));
            if let Some((next, _)) = refresh {
                let next = next.to_owned();
                let (answer, cookies) = self.navigates(&next, false).await;
                return (answer, next, cookies);
            }
            match answer.headers.get("location") {
                Some(next) => next.to_str().unwrap().clone_into(&mut path),
                None => return (answer, path, cookies),
            }
        }
        panic!("the browser is sent round in circles, at last to {path}");
    }

    /// Goes to an address, from a page of another site or of ours; the answer, and the cookies sent.
    async fn navigates(&mut self, path: &str, from_elsewhere: bool) -> (Answer, String) {
        let sent = self.cookies.iter().filter(|(name, _)| !from_elsewhere || name != SESSION);
        let pairs: Vec<String> = sent.map(|(name, value)| format!("{name}={value}")).collect();
        let (cookies, site) = (pairs.join("; "), if from_elsewhere { "cross-site" } else { "same-origin" });
        let headers = [("accept", "text/html"), ("sec-fetch-site", site), ("sec-fetch-mode", "navigate")];
        let asked = path.split('#').next().unwrap();
        (self.send_with(&cookies, "GET", asked, &headers, String::new()).await, cookies)
    }

    async fn send_with(
        &mut self,
        cookies: &str,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: String,
    ) -> Answer {
        let device = self.device.clone().unwrap_or_default();
        let of_browser = [("cookie", cookies), ("x-device", device.as_str())];
        let all: Vec<(&str, &str)> =
            headers.iter().copied().chain(of_browser).filter(|(_, value)| !value.is_empty()).collect();
        let answer = self.world.exchange(method.parse().unwrap(), path, &all, body).await;
        for set in answer.headers.get_all("set-cookie") {
            self.keep(set.to_str().unwrap());
        }
        Answer { status: answer.status, body: answer.body(), headers: answer.headers }
    }

    fn keep(&mut self, set: &str) {
        let (name, rest) = set.split_once('=').unwrap();
        let value = rest.split(';').next().unwrap();
        // The session's is strict; those that must be there on the way back from elsewhere cannot be.
        let site = if name == SESSION || value.is_empty() { "SameSite=Strict" } else { "SameSite=Lax" };
        for part in ["Secure", "HttpOnly", site, "Path=/"] {
            assert!(set.contains(part), "{part} is missing: {set}");
        }
        self.world.watch.plant(value);
        self.cookies.retain(|(known, _)| known != name);
        if !value.is_empty() {
            self.cookies.push((name.to_owned(), value.to_owned()));
        }
    }

    /// What a page of ours posts.
    pub(crate) async fn post(&mut self, path: &str, body: Value) -> Answer {
        let headers = [OURS, ("content-type", "application/json")];
        self.send("POST", path, &headers, body.to_string()).await
    }

    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, &[], String::new()).await
    }

    /// An operation of a page of ours.
    pub(crate) async fn graphql(&mut self, query: &str, variables: Value) -> Answer {
        self.post("/graphql", json!({ "query": query, "variables": variables })).await
    }

    /// Whether requests of this browser are taken: in which role.
    pub(crate) async fn role(&mut self) -> Answer {
        self.graphql("{ me { role } }", json!({})).await
    }

    pub(crate) async fn sign_in(&mut self, email: &str, password: &str) -> Answer {
        let body = json!({ "network": "brussels", "email": email, "password": password });
        self.post("/access/password/sign-in", body).await
    }
}

/// Somebody with an account.
pub(crate) struct Invited {
    pub(crate) account: String,
    pub(crate) email: String,
    pub(crate) facets: Vec<String>,
    pub(crate) token: String,
}

/// A coordinator of the example invites somebody in these roles.
pub(crate) async fn invited(world: &World, name: &str, roles: &[&str]) -> Invited {
    let (account, email) = (new_id(), format!("{}@tilleuls.example", name.to_lowercase()));
    let facets: Vec<String> = roles.iter().map(|_| new_id()).collect();
    let granted: Vec<Value> =
        roles.iter().zip(&facets).map(|(role, facet)| json!({ "facet": facet, "role": role })).collect();
    let input = json!({ "displayName": called(name), "email": email, "facets": granted });
    let done = world.as_("admin").done("inviteAccount", &account, "InviteAccountInput!", input).await;
    Invited { account, email, facets, token: done.fact("token") }
}

/// What somebody of these stories is called: so that it is nobody's, and found wherever it leaks.
pub(crate) fn called(name: &str) -> String {
    format!("{name} Inventée")
}

/// A node that serves, with its administrator in, as whoever runs it sets it up.
pub(crate) async fn served(
    journal: Option<String>,
    arguments: &[&str],
    configuration: &str,
) -> (World, String) {
    let folder = tempfile::tempdir().unwrap();
    let mut invite = Command::new(binary());
    invite.args(["invite", "--network", "brussels", "--email", "Lise@Tilleuls.example", "--data"]);
    invite.arg(folder.path().join("data"));
    if let Some(journal) = &journal {
        invite.args(["--journal", journal]);
    }
    let watch = Watch::of(folder.path());
    watch.plant("lise@tilleuls.example");
    let output = run(invite, &watch).await;
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{told}{}", String::from_utf8_lossy(&output.stderr));
    let token = told.lines().next().unwrap().split_once("/app#invitation=").unwrap().1.to_owned();
    watch.plant(&token);
    let file = folder.path().join("entraide.toml");
    std::fs::write(&file, configuration).unwrap();
    let serve = [&["serve", "--free-queries", "--config", file.to_str().unwrap()][..], arguments].concat();
    (World::start(&serve, journal, folder).await, token)
}

impl Browser<'_> {
    /// Accepts an invitation with the password of all these stories.
    pub(crate) async fn accepts(&mut self, token: &str) -> Value {
        let body = json!({ "token": token, "password": PASSWORD });
        self.post("/access/invitation/accept", body).await.fine()
    }

    /// Asks a mutation on an account as whoever is in; its facts.
    pub(crate) async fn does(&mut self, field: &str, account: &str, input_type: &str, input: Value) -> Value {
        let query = format!(
            "mutation($command: CommandId!, $id: ActorId!, $input: {input_type}!) {{
                outcome: {field}(commandId: $command, id: $id, input: $input) {{ __typename
                    ... on Done {{ facts {{ name value }} }} ... on Refusal {{ code }} }} }}"
        );
        let asked = json!({ "command": new_id(), "id": account, "input": input });
        let answer = self.graphql(&query, asked).await.fine();
        assert_eq!(answer["data"]["outcome"]["__typename"], "Done", "{answer}");
        answer["data"]["outcome"]["facts"].clone()
    }

    /// Invites somebody; the token of their link.
    pub(crate) async fn invites(&mut self, account: &str, name: &str, role: &str) -> String {
        let email = format!("{}@tilleuls.example", name.to_lowercase());
        let facets = json!([{ "facet": new_id(), "role": role }]);
        let input = json!({ "displayName": called(name), "email": email, "facets": facets });
        let facts = self.does("inviteAccount", account, "InviteAccountInput", input).await;
        let token = facts.as_array().unwrap().iter().find(|fact| fact["name"] == "token");
        token.unwrap()["value"].as_str().unwrap().to_owned()
    }
}

/// Somebody is invited and accepts with the password of all these stories.
pub(crate) async fn accepted<'a>(world: &'a World, name: &str, roles: &[&str]) -> (Invited, Browser<'a>) {
    let invited = invited(world, name, roles).await;
    let mut browser = Browser::new(world);
    let body = json!({ "token": invited.token, "password": PASSWORD });
    browser.post("/access/invitation/accept", body).await.fine();
    (invited, browser)
}

/// The codes of a second factor, as an app makes them.
pub(crate) fn code(secret: &str, seconds: i64) -> String {
    let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    let (mut bits, mut held, mut bytes) = (0_u32, 0, Vec::new());
    for letter in secret.bytes() {
        let value = letters.iter().position(|known| *known == letter).expect("base32");
        bits = (bits << 5) | u32::try_from(value).unwrap();
        held += 5;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from((bits >> held) & 0xff).unwrap());
        }
    }
    let secret: [u8; 20] = bytes.try_into().expect("160 bits");
    let totp = totp_rs::Builder::new()
        .with_algorithm(totp_rs::Algorithm::SHA1)
        .with_digits(6)
        .with_skew(0)
        .with_step_duration(30)
        .with_secret(secret)
        .build()
        .expect("an app's settings");
    totp.generate(u64::try_from(seconds).unwrap()).to_string()
}
