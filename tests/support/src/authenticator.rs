//! An authenticator in software, with a browser in front of it: as much of `WebAuthn` as a passkey
//! needs (attestation `none`, ES256), written for these tests. Questions and answers are the JSON that
//! goes between a page and its browser.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test kit fails by panicking")]

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The flags of the authenticator's data.
const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const WITH_KEY: u8 = 0x40;

/// One passkey on one device; a copy of it is what a cloned one is.
#[derive(Clone)]
pub struct Authenticator {
    key: SigningKey,
    credential: Vec<u8>,
    user: Option<String>,
    /// The site the browser says it is on.
    pub origin: String,
    /// What it has counted to; stays nought when it does not count.
    pub counter: u32,
    /// Whether it counts.
    pub counts: bool,
    /// Whether its holder unlocks it.
    pub unlocked: bool,
}

impl Authenticator {
    /// A new one; equal numbers have equal keys.
    pub fn new(number: u8, origin: &str) -> Self {
        Self {
            key: SigningKey::from_slice(&[number; 32]).expect("a key"),
            credential: vec![number; 16],
            user: None,
            origin: origin.to_owned(),
            counter: 0,
            counts: false,
            unlocked: true,
        }
    }

    /// Claims to be another one.
    pub fn takes_the_id_of(&mut self, other: &Self) {
        self.credential.clone_from(&other.credential);
    }

    /// Answers the question for a new passkey.
    pub fn adds(&mut self, asked: &Value) -> Value {
        self.user = asked["publicKey"]["user"]["id"].as_str().map(str::to_owned);
        let client = self.client_data("webauthn.create", asked);
        let mut data = self.authenticator_data(asked["publicKey"]["rp"]["id"].as_str().unwrap(), WITH_KEY);
        data.extend([0; 16]);
        data.extend(u16::try_from(self.credential.len()).unwrap().to_be_bytes());
        data.extend(&self.credential);
        data.extend(self.public_key());
        // CBOR: {"fmt": "none", "attStmt": {}, "authData": data}
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x59".to_vec();
        object.extend(u16::try_from(data.len()).unwrap().to_be_bytes());
        object.extend(data);
        let id = BASE64.encode(&self.credential);
        json!({
            "id": id, "rawId": id, "type": "public-key",
            "response": {
                "attestationObject": BASE64.encode(object),
                "clientDataJSON": BASE64.encode(client),
            },
        })
    }

    /// Answers the question for a passkey there is.
    pub fn answers(&mut self, asked: &Value) -> Value {
        let client = self.client_data("webauthn.get", asked);
        let data = self.authenticator_data(asked["publicKey"]["rpId"].as_str().unwrap(), 0);
        let signed = [data.as_slice(), Sha256::digest(&client).as_slice()].concat();
        let signature: Signature = self.key.sign(&signed);
        let id = BASE64.encode(&self.credential);
        json!({
            "id": id, "rawId": id, "type": "public-key",
            "response": {
                "authenticatorData": BASE64.encode(data),
                "clientDataJSON": BASE64.encode(client),
                "signature": BASE64.encode(signature.to_der().as_bytes()),
                "userHandle": self.user,
            },
        })
    }

    /// What the browser says was asked, and where.
    fn client_data(&self, kind: &str, asked: &Value) -> Vec<u8> {
        let challenge = &asked["publicKey"]["challenge"];
        let data =
            json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false });
        data.to_string().into_bytes()
    }

    fn authenticator_data(&mut self, site: &str, flags: u8) -> Vec<u8> {
        self.counter += u32::from(self.counts);
        let verified = if self.unlocked { VERIFIED } else { 0 };
        let mut data = Sha256::digest(site.as_bytes()).to_vec();
        data.push(PRESENT | verified | flags);
        data.extend(self.counter.to_be_bytes());
        data
    }

    /// COSE: an ES256 key on P-256.
    fn public_key(&self) -> Vec<u8> {
        let point = self.key.verifying_key().to_sec1_point(false);
        let point = point.as_bytes();
        let mut key = b"\xa5\x01\x02\x03\x26\x20\x01\x21\x58\x20".to_vec();
        key.extend(&point[1..33]);
        key.extend(b"\x22\x58\x20");
        key.extend(&point[33..65]);
        key
    }
}
