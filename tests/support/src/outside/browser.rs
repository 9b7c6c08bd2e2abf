//! A browser: follows redirects within the provider, keeps cookies, and stops where it is sent back.

use std::collections::HashMap;

use reqwest::header::{COOKIE, LOCATION, SET_COOKIE};
use reqwest::{Client, Method, Response, redirect};
use url::Url;

/// Where the provider sends people back to: what stands at both ends of the wire.
pub const BACK: &str = "http://localhost:8000/access/outside/back";

/// A browser without anything in it.
pub struct Browser {
    client: Client,
    cookies: HashMap<String, String>,
}

impl Browser {
    /// A new one.
    #[allow(clippy::new_without_default, reason = "nothing asks for a browser in general")]
    pub fn new() -> Self {
        let client = Client::builder().no_proxy().redirect(redirect::Policy::none()).build();
        Self { client: client.expect("a client"), cookies: HashMap::new() }
    }

    /// Signs in at the provider as somebody; where that sends the browser back to.
    pub async fn signs_in(&mut self, address: Url, name: &str) -> Url {
        self.does(address, &format!("?name={name}")).await
    }

    /// Says no there; where that sends the browser back to.
    pub async fn says_no(&mut self, address: Url) -> Url {
        self.does(address, "?no").await
    }

    async fn does(&mut self, mut address: Url, what: &str) -> Url {
        let mut method = Method::GET;
        for _ in 0..10 {
            if address.as_str().starts_with(BACK) {
                return address;
            }
            let response = self.asks(method.clone(), &address).await;
            if let Some(next) = response.headers().get(LOCATION) {
                address = address.join(next.to_str().expect("text")).expect("an address");
                method = Method::GET;
            } else {
                assert!(response.status().is_success(), "{address}: {}", response.status());
                let page = response.text().await.expect("a page");
                assert!(page.contains("<form"), "{address}: {page}");
                address = address.join(what).expect("an address");
                method = Method::POST;
            }
        }
        panic!("the provider sends people round in circles, at last to {address}");
    }

    async fn asks(&mut self, method: Method, address: &Url) -> Response {
        let cookies: Vec<String> =
            self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let request = self.client.request(method, address.clone()).header(COOKIE, cookies.join("; "));
        let response = request.send().await.expect("an answer");
        for cookie in response.headers().get_all(SET_COOKIE) {
            let cookie = cookie.to_str().expect("text").split(';').next().unwrap_or_default();
            if let Some((name, value)) = cookie.split_once('=') {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        response
    }
}
