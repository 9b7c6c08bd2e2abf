//! Bounded memory of what the committer has just seen: states of streams and answers to commands.

use std::collections::HashMap;
use std::hash::Hash;

/// A map of two generations: what is used stays, what is not is dropped when the young generation
/// is full. No order to keep, no clock, at most twice its size.
#[derive(Debug)]
pub struct Generations<K, V> {
    young: HashMap<K, V>,
    old: HashMap<K, V>,
    size: usize,
}

impl<K: Eq + Hash + Clone, V> Generations<K, V> {
    /// A map that keeps at least the last `size` entries used.
    pub fn new(size: usize) -> Self {
        Self { young: HashMap::new(), old: HashMap::new(), size }
    }

    /// The value of a key; using it keeps it.
    pub fn get(&mut self, key: &K) -> Option<&V> {
        if !self.young.contains_key(key) {
            let value = self.old.remove(key)?;
            self.insert(key.clone(), value);
        }
        self.young.get(key)
    }

    /// Keeps a value.
    pub fn insert(&mut self, key: K, value: V) {
        if self.young.len() >= self.size && !self.young.contains_key(&key) {
            self.old = std::mem::take(&mut self.young);
        }
        self.young.insert(key, value);
    }

    /// Keeps a value in the place of the one before it.
    pub fn renew(&mut self, key: &K, value: V) {
        match self.young.get_mut(key) {
            Some(known) => *known = value,
            None => self.insert(key.clone(), value),
        }
    }

    /// Drops a value.
    pub fn remove(&mut self, key: &K) {
        self.young.remove(key);
        self.old.remove(key);
    }

    /// Drops everything.
    pub fn clear(&mut self) {
        self.young.clear();
        self.old.clear();
    }
}
