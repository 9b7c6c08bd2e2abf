//! Chance that is always the same: what happens in the example depends on names and counters only.

use std::hash::{DefaultHasher, Hash, Hasher};

use uuid::Uuid;

/// The name space of the example's ids.
const EXAMPLE: Uuid = Uuid::from_u128(0x3f0c_52a7_91d4_5e6b_8a2d_6c1e_0b7f_4d93);

/// The id of something of the example, by its name; the same in every run.
pub(super) fn id(network: &str, kind: &str, name: impl std::fmt::Display) -> Uuid {
    Uuid::new_v5(&EXAMPLE, format!("{network}/{kind}/{name}").as_bytes())
}

/// Dice that fall the same way for the same label.
pub(super) struct Dice(u64);

impl Dice {
    pub(super) fn of(label: &str) -> Self {
        let mut hasher = DefaultHasher::new();
        label.hash(&mut hasher);
        Self(hasher.finish())
    }

    /// A number below `end`. The step is `SplitMix64`.
    pub(super) fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % end.max(1)
    }

    /// Whether a thing happens that happens so often in a hundred times.
    pub(super) fn percent(&mut self, often: u64) -> bool {
        self.below(100) < often
    }

    /// One of several things by their weight; `or` when none has any.
    pub(super) fn pick<T: Copy>(&mut self, weighted: &[(u64, T)], or: T) -> T {
        let mut left = self.below(weighted.iter().map(|(weight, _)| weight).sum());
        for (weight, thing) in weighted {
            match left.checked_sub(*weight) {
                Some(rest) => left = rest,
                None => return *thing,
            }
        }
        or
    }
}

#[cfg(test)]
mod tests {
    use super::{Dice, id};

    #[test]
    fn the_same_label_gives_the_same_falls() {
        let falls = |label: &str| {
            let mut dice = Dice::of(label);
            (0..8).map(|_| dice.below(1_000)).collect::<Vec<_>>()
        };
        assert_eq!(falls("a"), falls("a"));
        assert_ne!(falls("a"), falls("b"));
        assert_eq!(id("brussels", "visit", 1), id("brussels", "visit", 1));
        assert_ne!(id("brussels", "visit", 1), id("quebec", "visit", 1));
    }

    #[test]
    fn a_thing_without_weight_is_never_picked() {
        let mut dice = Dice::of("weights");
        assert!((0..200).all(|_| dice.pick(&[(3, 'a'), (0, 'b'), (1, 'c')], 'x') != 'b'));
    }
}
