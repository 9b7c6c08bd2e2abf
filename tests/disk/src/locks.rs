//! Who holds which lock on a file: SQLite's five levels, and the eight of a WAL's index.

use std::collections::HashSet;

/// A lock of a file's own, in SQLite's order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Level {
    /// Nothing.
    #[default]
    None,
    /// Reads.
    Shared,
    /// Means to write.
    Reserved,
    /// Writes.
    Exclusive,
}

/// The locks of one file.
#[derive(Debug, Default)]
pub struct Locks {
    shared: HashSet<u64>,
    reserved: Option<u64>,
    /// Waits to be alone: nobody may begin to read.
    pending: Option<u64>,
    exclusive: Option<u64>,
    slots: [Slot; 8],
}

#[derive(Debug, Default)]
struct Slot {
    shared: HashSet<u64>,
    exclusive: Option<u64>,
}

impl Locks {
    /// Raises somebody's lock; false when somebody else is in the way.
    pub fn raise(&mut self, who: u64, to: Level) -> bool {
        let others = |held: Option<u64>| held.is_some_and(|holder| holder != who);
        match to {
            Level::None => true,
            Level::Shared => {
                if others(self.pending) || others(self.exclusive) {
                    return false;
                }
                self.shared.insert(who);
                true
            }
            Level::Reserved => {
                if others(self.reserved) || others(self.exclusive) {
                    return false;
                }
                self.reserved = Some(who);
                true
            }
            Level::Exclusive => {
                if others(self.pending) || others(self.reserved) || others(self.exclusive) {
                    return false;
                }
                self.pending = Some(who);
                if self.shared.iter().any(|reader| *reader != who) {
                    return false;
                }
                self.exclusive = Some(who);
                true
            }
        }
    }

    /// Lowers it.
    pub fn lower(&mut self, who: u64, to: Level) {
        for held in [&mut self.reserved, &mut self.pending, &mut self.exclusive] {
            if *held == Some(who) {
                *held = None;
            }
        }
        if to == Level::None {
            self.shared.remove(&who);
        }
    }

    /// Whether somebody means to write.
    pub fn reserved(&self) -> bool {
        self.reserved.is_some() || self.exclusive.is_some()
    }

    /// Takes slots of the index, all or none.
    pub fn take(&mut self, who: u64, first: usize, count: usize, alone: bool) -> bool {
        let Some(slots) = self.slots.get_mut(first..first + count) else { return false };
        let free = slots.iter().all(|slot| {
            slot.exclusive.is_none_or(|holder| holder == who)
                && !(alone && slot.shared.iter().any(|holder| *holder != who))
        });
        if free {
            for slot in slots {
                if alone {
                    slot.exclusive = Some(who);
                } else {
                    slot.shared.insert(who);
                }
            }
        }
        free
    }

    /// Gives slots of the index back.
    pub fn give(&mut self, who: u64, first: usize, count: usize, alone: bool) {
        for slot in self.slots.iter_mut().skip(first).take(count) {
            if !alone {
                slot.shared.remove(&who);
            } else if slot.exclusive == Some(who) {
                slot.exclusive = None;
            }
        }
    }

    /// Gives every slot of the index back.
    pub fn forget_slots(&mut self, who: u64) {
        self.give(who, 0, 8, true);
        self.give(who, 0, 8, false);
    }

    /// Gives everything back: whoever it was has closed the file.
    pub fn forget(&mut self, who: u64) {
        self.lower(who, Level::None);
        self.forget_slots(who);
    }
}
