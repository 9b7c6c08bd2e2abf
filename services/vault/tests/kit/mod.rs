//! Words for tests of the vault: other places for its keys, and one that is cut off.
#![allow(dead_code, unreachable_pub, reason = "each test file uses its own part")]

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex};

use graph::Seals;
use kernel::{NetworkId, Sealed, Text};
use vault::{EpochKey, EpochKeys, KeyFiles, Vault, VaultError};

pub fn text(words: &str) -> Text {
    words.parse().unwrap()
}

pub fn brussels() -> NetworkId {
    "brussels".parse().unwrap()
}

pub fn subject(number: usize) -> String {
    format!("brussels/visit/{number:08}-0000-7000-8000-000000000000")
}

pub fn open(folder: &Path) -> Vault {
    Vault::open(folder, folder.join("keys")).unwrap()
}

/// Everything that is found by its words in the files of a folder and of those in it.
pub fn bytes_in(folder: &Path) -> Vec<(std::path::PathBuf, Vec<u8>)> {
    let mut all = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            all.extend(bytes_in(&path));
        } else {
            all.push((path.clone(), std::fs::read(path).unwrap()));
        }
    }
    all
}

pub fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for (path, _) in bytes_in(from) {
        let there = to.join(path.strip_prefix(from).unwrap());
        std::fs::create_dir_all(there.parent().unwrap()).unwrap();
        std::fs::copy(&path, there).unwrap();
    }
}

pub fn seal(vault: &Vault, numbers: std::ops::Range<usize>) -> Vec<Sealed> {
    numbers.map(|number| vault.seal(&subject(number), &text("Nora")).unwrap()).collect()
}

/// Keys in the memory of another process, or of a chip: the second implementation.
#[derive(Clone, Default)]
pub struct InMemory(Arc<Mutex<Epochs>>);

/// The key of each epoch, and whether it is established.
type Epochs = BTreeMap<u64, ([u8; 32], bool)>;

impl EpochKeys for InMemory {
    fn epochs(&self) -> Result<Vec<u64>, VaultError> {
        let kept = self.0.lock().unwrap();
        Ok(kept.iter().filter(|(_, (_, established))| *established).map(|(epoch, _)| *epoch).collect())
    }

    fn key(&self, epoch: u64) -> Result<Option<EpochKey>, VaultError> {
        Ok(self.0.lock().unwrap().get(&epoch).map(|(key, _)| EpochKey::of((*key).into())))
    }

    fn prepare(&self, epoch: u64) -> Result<EpochKey, VaultError> {
        let key = EpochKey::random()?;
        self.0.lock().unwrap().insert(epoch, (*key.bytes(), false));
        Ok(key)
    }

    fn establish(&self, epoch: u64) -> Result<(), VaultError> {
        if let Some((_, established)) = self.0.lock().unwrap().get_mut(&epoch) {
            *established = true;
        }
        Ok(())
    }

    fn destroy_before(&self, epoch: u64) -> Result<(), VaultError> {
        self.0.lock().unwrap().retain(|of, _| *of >= epoch);
        Ok(())
    }

    fn place(&self) -> String {
        "memory".to_owned()
    }
}

/// Where the power goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cut {
    BeforePreparing,
    AfterPreparing,
    BeforeEstablishing,
    AfterEstablishing,
    BeforeDestroying,
    AfterDestroying,
}

pub const CUTS: [Cut; 6] = [
    Cut::BeforePreparing,
    Cut::AfterPreparing,
    Cut::BeforeEstablishing,
    Cut::AfterEstablishing,
    Cut::BeforeDestroying,
    Cut::AfterDestroying,
];

/// Key files on a machine whose power goes once it is told where.
#[derive(Clone)]
pub struct CutOff {
    pub files: KeyFiles,
    pub at: Arc<Mutex<Option<Cut>>>,
}

impl CutOff {
    pub fn new(folder: &Path) -> Self {
        Self { files: KeyFiles::open(folder).unwrap(), at: Arc::default() }
    }

    fn here(&self, cut: Cut) -> Result<(), VaultError> {
        match *self.at.lock().unwrap() {
            Some(at) if at == cut => Err(VaultError::Keys(format!("{cut:?}"))),
            _ => Ok(()),
        }
    }
}

impl EpochKeys for CutOff {
    fn epochs(&self) -> Result<Vec<u64>, VaultError> {
        self.files.epochs()
    }

    fn key(&self, epoch: u64) -> Result<Option<EpochKey>, VaultError> {
        self.files.key(epoch)
    }

    fn prepare(&self, epoch: u64) -> Result<EpochKey, VaultError> {
        self.here(Cut::BeforePreparing)?;
        let key = self.files.prepare(epoch)?;
        self.here(Cut::AfterPreparing)?;
        Ok(key)
    }

    fn establish(&self, epoch: u64) -> Result<(), VaultError> {
        self.here(Cut::BeforeEstablishing)?;
        self.files.establish(epoch)?;
        self.here(Cut::AfterEstablishing)
    }

    fn destroy_before(&self, epoch: u64) -> Result<(), VaultError> {
        self.here(Cut::BeforeDestroying)?;
        self.files.destroy_before(epoch)?;
        self.here(Cut::AfterDestroying)
    }

    fn place(&self) -> String {
        self.files.place()
    }
}
