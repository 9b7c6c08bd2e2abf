//! The keys in use, unwrapped in memory: a bounded number, wiped when they leave.

use std::collections::HashMap;
use std::sync::Arc;

use crate::seal::SubjectKeys;

/// As many subjects as the largest pages of ten people show; more would only keep keys longer in
/// memory than they are needed.
pub(crate) const MOST: usize = 1_000;

/// The most recently used keys by subject.
#[derive(Default)]
pub(crate) struct Cache {
    kept: HashMap<String, (u64, Arc<SubjectKeys>)>,
    uses: u64,
    epoch: u64,
}

impl Cache {
    pub(crate) fn get(&mut self, subject: &str) -> Option<Arc<SubjectKeys>> {
        self.uses += 1;
        let (used, keys) = self.kept.get_mut(subject)?;
        *used = self.uses;
        Some(Arc::clone(keys))
    }

    pub(crate) fn put(&mut self, subject: &str, keys: Arc<SubjectKeys>) {
        if self.kept.len() >= MOST && !self.kept.contains_key(subject) {
            // A walk over a thousand numbers is cheaper than the read that led here.
            let oldest =
                self.kept.iter().min_by_key(|(_, (used, _))| *used).map(|(subject, _)| subject.clone());
            if let Some(oldest) = oldest {
                self.kept.remove(&oldest);
            }
        }
        self.uses += 1;
        self.kept.insert(subject.to_owned(), (self.uses, keys));
    }

    /// Lets go of every key when it is another epoch than before; whether it is.
    pub(crate) fn enter(&mut self, epoch: u64) -> bool {
        let another = std::mem::replace(&mut self.epoch, epoch) != epoch;
        if another {
            self.kept.clear();
        }
        another
    }

    pub(crate) fn drop_key(&mut self, subject: &str) {
        self.kept.remove(subject);
    }
}

#[cfg(test)]
mod tests {
    use zeroize::Zeroizing;

    use super::*;

    fn keys() -> Arc<SubjectKeys> {
        Arc::new(SubjectKeys::of(&Zeroizing::new([7; 32])))
    }

    #[test]
    fn the_least_recently_used_key_makes_room() {
        let mut cache = Cache::default();
        for number in 0..MOST {
            cache.put(&number.to_string(), keys());
        }
        assert!(cache.get("0").is_some());
        cache.put("new", keys());
        assert_eq!(cache.kept.len(), MOST);
        assert!(cache.get("0").is_some(), "it was used a moment ago");
        assert!(cache.get("1").is_none(), "it was the oldest");
    }

    #[test]
    fn a_dropped_key_is_held_by_nobody() {
        let mut cache = Cache::default();
        let held = keys();
        cache.put("one", Arc::clone(&held));
        cache.drop_key("one");
        assert_eq!(Arc::strong_count(&held), 1);
    }
}
