//! A browser: it keeps its cookies, and sends what pages of our site send.

use reqwest::header::{HeaderMap, HeaderName, HeaderValue};
use serde_json::{Value, json};
use stories::{World, new_id};

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
        let mut all = HeaderMap::new();
        for (name, value) in headers {
            all.insert(HeaderName::try_from(*name).unwrap(), HeaderValue::from_str(value).unwrap());
        }
        if !self.cookies.is_empty() {
            all.insert("cookie", HeaderValue::from_str(&self.cookie_header()).unwrap());
        }
        if let Some(device) = &self.device {
            all.insert("x-device", HeaderValue::from_str(device).unwrap());
        }
        let url = format!("http://{}{path}", self.world.address);
        let method = method.parse().unwrap();
        let answer = self.world.client().request(method, url).headers(all).body(body).send().await.unwrap();
        let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
        for set in headers.get_all("set-cookie") {
            self.keep(set.to_str().unwrap());
        }
        let text = answer.text().await.unwrap();
        let body = serde_json::from_str(&text).unwrap_or(Value::String(text));
        Answer { status, headers, body }
    }

    fn keep(&mut self, set: &str) {
        for part in ["Secure", "HttpOnly", "SameSite=Strict", "Path=/"] {
            assert!(set.contains(part), "{part} is missing: {set}");
        }
        let (name, rest) = set.split_once('=').unwrap();
        let value = rest.split(';').next().unwrap();
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
    let input = json!({ "displayName": name, "email": email, "facets": granted });
    let done = world.as_("admin").done("inviteAccount", &account, "InviteAccountInput!", input).await;
    Invited { account, email, facets, token: done.fact("token") }
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
