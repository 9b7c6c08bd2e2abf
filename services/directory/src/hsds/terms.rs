//! Terms of other taxonomies as needs of ours: only where exactly one fits.

use reference::{NeedCode, Taxonomy};

/// The needs a term may stand for: by our own code, by the codes of data·inclusion and of
/// Soliguide, or by the whole path of Open Eligibility.
pub(super) fn needs(words: &[&str]) -> Vec<NeedCode> {
    let own: Vec<NeedCode> = words.iter().filter_map(|word| word.parse().ok()).collect();
    if !own.is_empty() {
        return own;
    }
    Taxonomy::current()
        .needs()
        .filter(|need| {
            words.iter().any(|word| {
                let listed = |list: &[String]| list.iter().any(|code| code == word);
                listed(&need.data_inclusion)
                    || listed(&need.soliguide)
                    || need.open_eligibility.as_deref() == Some(*word)
            })
        })
        .filter_map(|need| need.code.parse().ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_term_with_one_meaning_is_a_need() {
        let housing = "logement-hebergement--rechercher-une-solution-dhebergement-temporaire";
        let codes = |word: &str| needs(&[word]).iter().map(ToString::to_string).collect::<Vec<_>>();
        assert_eq!(codes("HEA.AMU"), ["HEA.AMU"]);
        assert_eq!(codes("FRENCH_COURSE"), ["LNG.LEARN"]);
        assert_eq!(codes(housing), ["HOU.SHELTER"]);
        assert_eq!(codes("Work"), ["WRK.JOB"]);
    }

    #[test]
    fn a_term_with_several_meanings_or_none_is_not_guessed() {
        assert!(needs(&["ACCESS_TO_HOUSING"]).len() > 1);
        assert!(needs(&["astrology"]).is_empty());
    }
}
