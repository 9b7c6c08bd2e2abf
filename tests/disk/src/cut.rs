//! What is left of a disk when the power goes: what was synced, and of the rest whatever damage says.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::store::{Op, put};

/// The largest piece that is written whole or not at all.
const SECTOR: usize = 512;

/// What becomes of what was not synced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Damage {
    /// All of it is gone.
    Dropped,
    /// The first of it is there, and the last write of that is torn.
    Torn,
    /// Each piece of 512 bytes is there or not, in any order.
    Scattered,
}

/// The files that are found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Image {
    pub(crate) files: BTreeMap<Arc<str>, Vec<u8>>,
}

/// A walk along a record, that can be asked at each step what a power cut there would leave.
pub struct Cuts<'a> {
    record: &'a [Op],
    next: usize,
    safe: BTreeMap<Arc<str>, Vec<u8>>,
    waiting: Vec<&'a Op>,
}

impl<'a> Cuts<'a> {
    /// A walk from the start.
    pub fn along(record: &'a [Op]) -> Self {
        Self { record, next: 0, safe: BTreeMap::new(), waiting: Vec::new() }
    }

    /// Goes one operation further, and says which it was.
    pub fn step(&mut self, chance: &mut impl FnMut() -> u64) -> Option<&'a Op> {
        let op = self.record.get(self.next)?;
        self.next += 1;
        match op {
            Op::Mark(_) => {}
            Op::Sync { file } => {
                let of_folder =
                    |op: &&Op| matches!(op, Op::Create { file: made, with_folder: true } if made == file);
                if self.waiting.iter().any(of_folder) {
                    self.settle_folder();
                }
                self.settle(file, |_| true);
            }
            Op::Delete { safe: true, .. } => {
                self.waiting.push(op);
                self.settle_folder();
            }
            // The system forgets that it was waiting: some of it is safe, and nobody knows what.
            Op::SyncFailed { file } => self.settle(file, |_| chance() & 1 == 1),
            Op::Write { .. } | Op::Truncate { .. } | Op::Create { .. } | Op::Delete { .. } => {
                self.waiting.push(op);
            }
        }
        Some(op)
    }

    /// Makes safe which files there are, not what is in them.
    fn settle_folder(&mut self) {
        let mut left: Vec<&Op> = Vec::new();
        for op in std::mem::take(&mut self.waiting) {
            match op {
                Op::Delete { file, .. } => {
                    apply(&mut self.safe, op);
                    left.retain(|earlier| of(earlier) != Some(file));
                }
                Op::Create { .. } => apply(&mut self.safe, op),
                other => left.push(other),
            }
        }
        self.waiting = left;
    }

    fn settle(&mut self, file: &Arc<str>, mut kept: impl FnMut(&Op) -> bool) {
        let (mine, others): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.waiting).into_iter().partition(|op| of(op) == Some(file));
        self.waiting = others;
        for op in mine {
            if kept(op) {
                apply(&mut self.safe, op);
            }
        }
    }

    /// What a power cut here would leave.
    pub fn cut(&self, damage: Damage, chance: &mut impl FnMut() -> u64) -> Image {
        let mut files = self.safe.clone();
        match damage {
            Damage::Dropped => {}
            Damage::Torn => {
                let whole = index(chance(), self.waiting.len() + 1);
                for op in &self.waiting[..whole] {
                    apply(&mut files, op);
                }
                if let Some(Op::Write { file, at, bytes }) = self.waiting.get(whole) {
                    let kept = index(chance(), bytes.len().div_ceil(SECTOR));
                    for (at, piece) in pieces(*at, bytes).take(kept) {
                        put(files.entry(Arc::clone(file)).or_default(), at, piece);
                    }
                }
            }
            Damage::Scattered => {
                for op in &self.waiting {
                    if let Op::Write { file, at, bytes } = op {
                        for (at, piece) in pieces(*at, bytes) {
                            if chance() & 1 == 1 {
                                put(files.entry(Arc::clone(file)).or_default(), at, piece);
                            }
                        }
                    } else if chance() & 1 == 1 {
                        apply(&mut files, op);
                    }
                }
            }
        }
        Image { files }
    }

    /// How many operations wait to be made safe.
    pub fn waiting(&self) -> usize {
        self.waiting.len()
    }
}

fn of(op: &Op) -> Option<&Arc<str>> {
    match op {
        Op::Write { file, .. }
        | Op::Truncate { file, .. }
        | Op::Sync { file }
        | Op::SyncFailed { file }
        | Op::Create { file, .. }
        | Op::Delete { file, .. } => Some(file),
        Op::Mark(_) => None,
    }
}

fn apply(files: &mut BTreeMap<Arc<str>, Vec<u8>>, op: &Op) {
    match op {
        Op::Write { file, at, bytes } => put(files.entry(Arc::clone(file)).or_default(), *at, bytes),
        Op::Truncate { file, size } => files.entry(Arc::clone(file)).or_default().resize(*size, 0),
        Op::Create { file, .. } => {
            files.entry(Arc::clone(file)).or_default();
        }
        Op::Delete { file, .. } => {
            files.remove(file);
        }
        Op::Sync { .. } | Op::SyncFailed { .. } | Op::Mark(_) => {}
    }
}

/// The pieces of a write, at the bounds of the sectors.
fn pieces(at: usize, bytes: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let first = (SECTOR - at % SECTOR).min(bytes.len());
    let (head, rest) = bytes.split_at(first);
    std::iter::once((at, head))
        .chain(rest.chunks(SECTOR).enumerate().map(move |(nth, piece)| (at + first + nth * SECTOR, piece)))
}

fn index(chance: u64, count: usize) -> usize {
    usize::try_from(chance % count.max(1) as u64).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Disk;

    fn write(file: &str, at: usize, byte: u8, length: usize) -> Op {
        Op::Write { file: file.into(), at, bytes: vec![byte; length] }
    }

    fn left(record: &[Op], damage: Damage, chance: u64) -> Image {
        let mut cuts = Cuts::along(record);
        while cuts.step(&mut || chance).is_some() {}
        cuts.cut(damage, &mut || chance)
    }

    fn created(file: &str) -> Op {
        Op::Create { file: file.into(), with_folder: true }
    }

    #[test]
    fn what_was_synced_is_left_and_what_was_not_is_gone() {
        let record = [
            created("log"),
            write("log", 0, 1, 700),
            Op::Sync { file: "log".into() },
            write("log", 700, 2, 10),
        ];
        assert_eq!(left(&record, Damage::Dropped, 0).files["log"], vec![1; 700]);
    }

    #[test]
    fn a_torn_write_ends_at_a_sector() {
        let record = [created("log"), Op::Sync { file: "log".into() }, write("log", 100, 2, 1_000)];
        // Nothing whole, then one piece of the write: up to the end of the first sector.
        let mut draws = [0_u64, 1].into_iter();
        let mut cuts = Cuts::along(&record);
        while cuts.step(&mut || 0).is_some() {}
        let image = cuts.cut(Damage::Torn, &mut || draws.next().unwrap_or(0));
        assert_eq!(image.files["log"].len(), 512);
    }

    #[test]
    fn a_removed_file_comes_back_until_its_folder_was_synced() {
        let removed = Op::Delete { file: "old".into(), safe: false };
        let mut record = vec![created("old"), Op::Sync { file: "old".into() }, removed, created("log")];
        assert!(left(&record, Damage::Dropped, 0).files.contains_key("old"));
        record.push(Op::Sync { file: "log".into() });
        assert!(!left(&record, Damage::Dropped, 0).files.contains_key("old"));
    }

    #[test]
    fn a_failed_sync_saves_nothing_for_the_next_one() {
        let failed = Op::SyncFailed { file: "log".into() };
        let record = [created("log"), write("log", 0, 1, 10), failed, Op::Sync { file: "log".into() }];
        assert!(left(&record, Damage::Dropped, 0).files.get("log").is_none_or(Vec::is_empty));
    }

    #[test]
    fn sqlite_keeps_a_database_on_it_and_other_files_where_they_were() {
        let disk = Disk::default();
        let path = disk.path("some.sqlite");
        let folder = std::env::temp_dir().join(format!("entraide-disk-{}.sqlite", std::process::id()));
        for path in [std::path::Path::new(&path), &folder] {
            let connection = rusqlite::Connection::open(path).unwrap();
            connection
                .execute_batch("PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (1)")
                .unwrap();
        }
        assert!(folder.exists() && !std::path::Path::new(&path).exists());
        let found = rusqlite::Connection::open(&path).unwrap();
        assert_eq!(found.query_row("SELECT a FROM t", [], |row| row.get::<_, i64>(0)).unwrap(), 1);
        for end in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{end}", folder.display()));
        }
    }
}
