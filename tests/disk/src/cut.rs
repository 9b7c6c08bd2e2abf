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
