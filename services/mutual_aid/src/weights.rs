//! How much each criterion of the score counts: data, dated by version. A proposal stores the
//! version it was made with.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::offer::LanguageLevel;

static CURRENT: LazyLock<Weights> = LazyLock::new(|| {
    #[allow(clippy::expect_used, reason = "the file is compiled in and read by a test")]
    serde_json::from_str(include_str!("../data/score.1.json")).expect("the weights can be read")
});

/// One version of the weights.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// Which version it is.
    pub version: u32,
    /// How much each criterion counts.
    pub weights: Criteria,
    /// How much of the criterion each level of a language reaches, of 100.
    pub levels: BTreeMap<LanguageLevel, u32>,
}

/// How much each criterion counts.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criteria {
    /// Speaking or signing the language asked for.
    pub language: u32,
    /// Having gone through the topic asked for.
    pub topic: u32,
    /// Half-days in common.
    pub times: u32,
    /// Free places.
    pub places: u32,
    /// Being of the gender wished for.
    pub gender: u32,
}

impl Weights {
    /// Today's weights.
    pub fn current() -> &'static Self {
        &CURRENT
    }
}

#[cfg(test)]
mod tests {
    use super::Weights;

    #[test]
    fn the_weights_can_be_read_and_count_for_something() {
        let Weights { version, weights, levels } = Weights::current();
        assert_eq!(*version, 1);
        assert!([weights.language, weights.topic, weights.times, weights.places].iter().all(|one| *one > 0));
        assert!(levels.values().all(|reached| *reached <= 100), "{levels:?}");
    }
}
