//! A disk: its files as programs see them, and the record of every operation.

use std::collections::{BTreeMap, HashMap};
use std::os::raw::c_int;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, LazyLock, Mutex, MutexGuard, PoisonError};

use rusqlite::ffi;

use crate::cut::Image;
use crate::locks::Locks;
use crate::vfs::{self, Region};

/// Where paths of such disks begin.
pub(crate) const PREFIX: &str = "/entraide-disk/";

/// An error code of SQLite.
pub(crate) type Code = c_int;

/// An operation, as it was recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Op {
    /// Bytes were written.
    Write {
        /// The file.
        file: Arc<str>,
        /// From where on.
        at: usize,
        /// What.
        bytes: Vec<u8>,
    },
    /// A file was given another length.
    Truncate {
        /// The file.
        file: Arc<str>,
        /// Its length.
        size: usize,
    },
    /// Everything written to a file so far was made safe.
    Sync {
        /// The file.
        file: Arc<str>,
    },
    /// A sync failed: what waited for it may be safe or not, and no later sync will tell.
    SyncFailed {
        /// The file.
        file: Arc<str>,
    },
    /// A file was made.
    Create {
        /// The file.
        file: Arc<str>,
        /// Its first sync is one of the folder too, as SQLite does on Unix for its journals and logs.
        with_folder: bool,
    },
    /// A file was removed.
    Delete {
        /// The file.
        file: Arc<str>,
        /// Whether the folder was synced at once.
        safe: bool,
    },
    /// The program under test has got this far: an acknowledgement was given.
    Mark(u64),
}

/// What goes wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// There is no room: nothing can be written; reading and syncing work.
    Full,
    /// The device answers with an error, whatever is asked of it.
    Broken,
}

/// When it goes wrong, counted in operations from the start of the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// At this operation and no other.
    Once(u64),
    /// From this operation on, until the disk is healed.
    From(u64),
}

/// An operation as a fault sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Read,
    Write,
    Truncate,
    Sync,
    Delete,
}

#[derive(Default)]
pub(crate) struct State {
    pub(crate) files: BTreeMap<Arc<str>, Vec<u8>>,
    pub(crate) locks: HashMap<Arc<str>, Locks>,
    pub(crate) regions: HashMap<Arc<str>, Vec<Region>>,
    record: Vec<Op>,
    fault: Option<(Fault, When)>,
    operations: u64,
    hit: u64,
}

/// The files of one disk, shared by everybody who has one of them open.
pub(crate) type Shared = Arc<Mutex<State>>;

static DISKS: LazyLock<Mutex<HashMap<u64, Shared>>> = LazyLock::new(Mutex::default);
static NEXT: AtomicU64 = AtomicU64::new(1);

/// A disk in memory. Its files are gone with it.
pub struct Disk {
    number: u64,
    shared: Shared,
}

impl Drop for Disk {
    fn drop(&mut self) {
        lock(&DISKS).remove(&self.number);
    }
}

impl Default for Disk {
    fn default() -> Self {
        Self::new(State::default())
    }
}

impl Disk {
    fn new(state: State) -> Self {
        vfs::register();
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let shared = Arc::new(Mutex::new(state));
        lock(&DISKS).insert(number, Arc::clone(&shared));
        Self { number, shared }
    }

    /// A disk as it was found after a power cut: all of it is safe.
    pub fn of(image: Image) -> Self {
        Self::new(State { files: image.files, ..State::default() })
    }

    /// A machine whose program was killed after this much: everything it wrote can be read, but only
    /// what was synced is safe. The record goes on from there.
    pub fn after(record: &[Op]) -> Self {
        let mut state = State::default();
        for op in record {
            state.apply(op);
        }
        record.clone_into(&mut state.record);
        Self::new(state)
    }

    /// The path of a file on it, for SQLite.
    pub fn path(&self, name: &str) -> String {
        format!("{PREFIX}{}/{name}", self.number)
    }

    /// Writes down that the program under test has got this far.
    pub fn mark(&self, what: u64) {
        lock(&self.shared).record.push(Op::Mark(what));
    }

    /// What was done on it so far.
    pub fn record(&self) -> Vec<Op> {
        lock(&self.shared).record.clone()
    }

    /// How many operations were asked of it, reads among them.
    pub fn operations(&self) -> u64 {
        lock(&self.shared).operations
    }

    /// Lets it fail; what went wrong before is over.
    pub fn fail(&self, fault: Fault, when: When) {
        lock(&self.shared).fault = Some((fault, when));
    }

    /// Lets it work again.
    pub fn heal(&self) {
        lock(&self.shared).fault = None;
    }

    /// How many operations have failed.
    pub fn failed(&self) -> u64 {
        lock(&self.shared).hit
    }
}

/// The disk and the name within it of a path, when it is one of ours.
pub(crate) fn find(path: &str) -> Option<(Shared, Arc<str>)> {
    let (number, name) = path.strip_prefix(PREFIX)?.split_once('/')?;
    let disks = lock(&DISKS);
    Some((Arc::clone(disks.get(&number.parse().ok()?)?), Arc::from(name)))
}

/// Nothing here is left half done by a panic.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl State {
    fn apply(&mut self, op: &Op) {
        match op {
            Op::Write { file, at, bytes } => put(self.files.entry(Arc::clone(file)).or_default(), *at, bytes),
            Op::Truncate { file, size } => {
                self.files.entry(Arc::clone(file)).or_default().resize(*size, 0);
            }
            Op::Create { file, .. } => {
                self.files.entry(Arc::clone(file)).or_default();
            }
            Op::Delete { file, .. } => {
                self.files.remove(file);
            }
            Op::Sync { .. } | Op::SyncFailed { .. } | Op::Mark(_) => {}
        }
    }

    fn done(&mut self, op: Op) {
        self.apply(&op);
        self.record.push(op);
    }

    /// Counts an operation, and fails it when that is its lot.
    fn step(&mut self, kind: Kind) -> Result<(), Code> {
        let number = self.operations;
        self.operations += 1;
        let Some((fault, when)) = self.fault else { return Ok(()) };
        let due = match when {
            When::Once(at) => number == at,
            When::From(at) => number >= at,
        };
        let code = match (fault, kind) {
            _ if !due => return Ok(()),
            (Fault::Full, Kind::Write | Kind::Truncate) => ffi::SQLITE_FULL,
            (Fault::Full, _) => return Ok(()),
            (Fault::Broken, Kind::Read) => ffi::SQLITE_IOERR_READ,
            (Fault::Broken, Kind::Write) => ffi::SQLITE_IOERR_WRITE,
            (Fault::Broken, Kind::Truncate) => ffi::SQLITE_IOERR_TRUNCATE,
            (Fault::Broken, Kind::Sync) => ffi::SQLITE_IOERR_FSYNC,
            (Fault::Broken, Kind::Delete) => ffi::SQLITE_IOERR_DELETE,
        };
        self.hit += 1;
        Err(code)
    }

    /// Opens a file, and makes it when it is not there and that is allowed.
    pub(crate) fn open(&mut self, file: &Arc<str>, make: bool, with_folder: bool) -> Result<(), Code> {
        if self.files.contains_key(file) {
            return Ok(());
        }
        if !make {
            return Err(ffi::SQLITE_CANTOPEN);
        }
        self.done(Op::Create { file: Arc::clone(file), with_folder });
        Ok(())
    }

    /// Fills a buffer from a file; what is beyond its end is zero, and said so.
    pub(crate) fn read(&mut self, file: &str, at: usize, into: &mut [u8]) -> Result<(), Code> {
        self.step(Kind::Read)?;
        let there = self.files.get(file).map_or(&[][..], |bytes| bytes.get(at..).unwrap_or(&[]));
        let count = there.len().min(into.len());
        into[..count].copy_from_slice(&there[..count]);
        into[count..].fill(0);
        if count < into.len() { Err(ffi::SQLITE_IOERR_SHORT_READ) } else { Ok(()) }
    }

    pub(crate) fn write(&mut self, file: &Arc<str>, at: usize, bytes: &[u8]) -> Result<(), Code> {
        self.step(Kind::Write)?;
        self.done(Op::Write { file: Arc::clone(file), at, bytes: bytes.to_vec() });
        Ok(())
    }

    pub(crate) fn truncate(&mut self, file: &Arc<str>, size: usize) -> Result<(), Code> {
        self.step(Kind::Truncate)?;
        self.done(Op::Truncate { file: Arc::clone(file), size });
        Ok(())
    }

    pub(crate) fn sync(&mut self, file: &Arc<str>) -> Result<(), Code> {
        if let Err(code) = self.step(Kind::Sync) {
            self.done(Op::SyncFailed { file: Arc::clone(file) });
            return Err(code);
        }
        self.done(Op::Sync { file: Arc::clone(file) });
        Ok(())
    }

    pub(crate) fn delete(&mut self, file: &Arc<str>, safe: bool) -> Result<(), Code> {
        self.step(Kind::Delete)?;
        if !self.files.contains_key(file) {
            return Err(ffi::SQLITE_IOERR_DELETE_NOENT);
        }
        self.done(Op::Delete { file: Arc::clone(file), safe });
        Ok(())
    }
}

/// Writes into the bytes of a file; a hole before them is zero.
pub(crate) fn put(file: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    let end = at + bytes.len();
    if file.len() < end {
        file.resize(end, 0);
    }
    file[at..end].copy_from_slice(bytes);
}
