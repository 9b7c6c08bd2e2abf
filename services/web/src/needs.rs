//! The nine needs people choose from by a picture, and the codes of the taxonomy behind each.

use std::sync::LazyLock;

use serde::Deserialize;

/// One of the nine.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Need {
    /// Its name in addresses and texts.
    pub(crate) key: String,
    /// Its picture.
    pub(crate) icon: String,
    /// Its codes; the first is what one tap means.
    pub(crate) codes: Vec<String>,
    /// Whether looking for help with it can put somebody at risk at home.
    #[serde(default)]
    pub(crate) safety: bool,
}

/// The nine, in the order of the tiles.
static NEEDS: LazyLock<Vec<Need>> =
    LazyLock::new(|| serde_json::from_str(include_str!("../needs.json")).unwrap_or_default());

/// All nine.
pub(crate) fn all() -> &'static [Need] {
    &NEEDS
}

/// The one of a key.
pub(crate) fn of(key: &str) -> Option<&'static Need> {
    NEEDS.iter().find(|need| need.key == key)
}

/// Whether one of these codes is a matter of safety.
pub(crate) fn is_safety<'a>(codes: impl IntoIterator<Item = &'a str>) -> bool {
    codes
        .into_iter()
        .any(|code| NEEDS.iter().any(|need| need.safety && need.codes.iter().any(|own| own == code)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_nine_and_no_code_is_in_two() {
        assert_eq!(all().len(), 9);
        let mut codes: Vec<_> = all().iter().flat_map(|need| &need.codes).collect();
        let before = codes.len();
        codes.sort();
        codes.dedup();
        assert_eq!(codes.len(), before);
    }

    #[test]
    fn violence_is_a_matter_of_safety() {
        assert!(is_safety(["FAM.VIOL"]));
        assert!(!is_safety(["HOU.FIND"]));
    }
}
