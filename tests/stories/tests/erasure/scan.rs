//! A look at every byte of every file: for words, for keys, and for wrapped keys that still open.
//!
//! It knows the vault's format from its README only, and none of its code.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hmac::{Hmac, Mac};
use sha2::Sha256;

/// A nonce, a key and a tag.
const WRAP: usize = 24 + 32 + 16;
/// How far behind the name of a subject its wrap may begin.
const NEAR: usize = 16;
/// As many bytes of what is searched are compared first.
const HEAD: usize = 8;

/// The files of a folder and of those in it.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }
    found
}

/// What opens the wraps of one epoch.
pub(crate) struct EpochKey(XChaCha20Poly1305);

impl EpochKey {
    /// Every key in a folder.
    pub(crate) fn all(folder: &Path) -> Vec<Self> {
        let keys = files(folder)
            .into_iter()
            .filter(|file| file.file_name().unwrap().to_str().is_some_and(|name| name.starts_with("epoch-")));
        keys.map(|file| Self::of(&std::fs::read(file).unwrap())).collect()
    }

    fn of(bytes: &[u8]) -> Self {
        let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(bytes).unwrap();
        mac.update(b"entraide vault 2: wrapping");
        Self(XChaCha20Poly1305::new(&mac.finalize().into_bytes()))
    }

    /// The subject's key in a wrap.
    pub(crate) fn open(&self, subject: &str, wrap: &[u8]) -> Option<Vec<u8>> {
        let (nonce, sealed) = wrap.split_at_checked(24)?;
        self.0.decrypt(XNonce::from_slice(nonce), Payload { msg: sealed, aad: subject.as_bytes() }).ok()
    }
}

/// The keys of all subjects of a vault.
pub(crate) fn raw_keys(vault: &Path) -> BTreeMap<String, Vec<u8>> {
    let database = rusqlite::Connection::open(vault.join("vault.sqlite")).unwrap();
    let keys = EpochKey::all(vault);
    let mut select = database.prepare("SELECT subject, wrapped FROM subject_keys").unwrap();
    let rows = select.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, Vec<u8>>(1)?))).unwrap();
    rows.map(|row| {
        let (subject, wrap) = row.unwrap();
        let key = keys.iter().find_map(|key| key.open(&subject, &wrap)).expect("a wrap of this vault");
        (subject, key)
    })
    .collect()
}

/// What must be nowhere.
#[derive(Default)]
pub(crate) struct Search {
    wanted: Vec<(String, Vec<u8>)>,
    subjects: Vec<String>,
    heads: HashMap<[u8; HEAD], Vec<Sought>>,
    first: Vec<bool>,
}

enum Sought {
    Bytes(usize),
    WrapOf(usize),
}

impl Search {
    /// Words that must not be read anywhere.
    pub(crate) fn word(&mut self, word: &str) {
        self.bytes("word", word, word.as_bytes());
    }

    /// A key that must not be read anywhere: as it is, in hexadecimal, and in base64.
    pub(crate) fn key(&mut self, subject: &str, key: &[u8]) {
        let hex: String = key.iter().map(|byte| format!("{byte:02x}")).collect();
        self.bytes("key", subject, key);
        self.bytes("hexadecimal key", subject, hex.as_bytes());
    }

    fn bytes(&mut self, what: &str, of: &str, bytes: &[u8]) {
        let head = bytes[..HEAD].try_into().unwrap();
        self.sought(head, Sought::Bytes(self.wanted.len()));
        self.wanted.push((format!("{what} {of}"), bytes.to_vec()));
    }

    /// A subject whose wrapped key must not open anywhere.
    pub(crate) fn wrap(&mut self, subject: &str) {
        // A name begins with its network and kind, which are those of many: its end tells it.
        let head = subject.as_bytes()[subject.len() - HEAD..].try_into().unwrap();
        self.sought(head, Sought::WrapOf(self.subjects.len()));
        self.subjects.push(subject.to_owned());
    }

    fn sought(&mut self, head: [u8; HEAD], sought: Sought) {
        self.first.resize(1 << 16, false);
        self.first[usize::from(u16::from_be_bytes([head[0], head[1]]))] = true;
        self.heads.entry(head).or_default().push(sought);
    }

    /// Everything that is found in files, with what any of the keys opens.
    pub(crate) fn run(&self, files: &[PathBuf], keys: &[EpochKey]) -> Vec<String> {
        files.iter().flat_map(|file| self.in_file(file, keys)).collect()
    }

    fn in_file(&self, file: &Path, keys: &[EpochKey]) -> Vec<String> {
        // A server may take a file of its own away meanwhile.
        let bytes = std::fs::read(file).unwrap_or_default();
        let mut hits = Vec::new();
        for at in 0..bytes.len().saturating_sub(HEAD - 1) {
            if !self.first[usize::from(u16::from_be_bytes([bytes[at], bytes[at + 1]]))] {
                continue;
            }
            let head: [u8; HEAD] = bytes[at..at + HEAD].try_into().unwrap();
            for sought in self.heads.get(&head).into_iter().flatten() {
                if let Some(hit) = self.hit(sought, &bytes, at, keys) {
                    hits.push(format!("{hit} in {}", file.display()));
                }
            }
        }
        hits
    }

    fn hit(&self, sought: &Sought, bytes: &[u8], at: usize, keys: &[EpochKey]) -> Option<String> {
        match sought {
            Sought::Bytes(nth) => {
                let (name, wanted) = &self.wanted[*nth];
                bytes[at..].starts_with(wanted).then(|| name.clone())
            }
            Sought::WrapOf(nth) => {
                let (subject, after) = (&self.subjects[*nth], at + HEAD);
                let opens = |from: usize| {
                    let wrap = bytes.get(from..from + WRAP);
                    wrap.is_some_and(|wrap| keys.iter().any(|key| key.open(subject, wrap).is_some()))
                };
                let named = bytes[..after].ends_with(subject.as_bytes());
                (named && (after..after + NEAR).any(opens)).then(|| format!("a wrap that opens of {subject}"))
            }
        }
    }
}
