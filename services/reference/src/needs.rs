//! The needs taxonomy: codes that are never renamed, with labels in four languages.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use async_graphql::{Enum, InputObject, SimpleObject};
use graph::Locale;
use kernel::{NeedId, VisitId, text_scalar};
use serde::{Deserialize, Serialize};
use thiserror::Error;

static CURRENT: LazyLock<Taxonomy> = LazyLock::new(|| {
    #[allow(clippy::expect_used, reason = "the file is compiled in and read by a test")]
    Taxonomy::read(include_str!("../data/needs.1.json")).expect("the taxonomy compiled in can be read")
});

/// One need of the taxonomy.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Need {
    /// The code.
    pub code: String,
    /// Individual (visits, referrals) or collective (service requests, tables).
    pub branch: Branch,
    /// Label in French.
    pub fr: String,
    /// Label in Dutch.
    pub nl: String,
    /// Label in Arabic.
    pub ar: String,
    /// Label in English.
    pub en: String,
    /// Health, residence, justice or debts: never in small counts, notifications or calendars.
    #[serde(default)]
    pub sensitive: bool,
    /// Proposes by itself that nobody contacts the person.
    #[serde(default)]
    pub proposes_no_contact: bool,
    /// The nearest Open Eligibility path.
    #[serde(default)]
    pub open_eligibility: Option<String>,
    /// The nearest data·inclusion themes.
    #[serde(default)]
    pub data_inclusion: Vec<String>,
    /// The nearest Soliguide categories.
    #[serde(default)]
    pub soliguide: Vec<String>,
    /// The Gravity SDOH categories.
    #[serde(default)]
    pub gravity_sdoh: Vec<String>,
    /// The code to use instead, once this one is deprecated; the old code is still shown and counted.
    #[serde(default)]
    pub successor: Option<String>,
}

impl Need {
    /// Its label in a language of the interface.
    pub fn label(&self, locale: Locale) -> &str {
        match locale {
            Locale::FrBe | Locale::FrCa => &self.fr,
            Locale::Nl => &self.nl,
            Locale::Ar => &self.ar,
            Locale::En => &self.en,
        }
    }
}

/// Which branch of the taxonomy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Enum)]
#[serde(rename_all = "camelCase")]
#[graphql(name = "NeedBranch")]
pub enum Branch {
    /// A need of a person.
    Individual,
    /// A need of a group.
    Collective,
}

/// One version of the taxonomy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Taxonomy {
    /// Its version, stored with every need that is coded.
    pub version: u32,
    needs: BTreeMap<String, Need>,
    order: Vec<String>,
}

impl Taxonomy {
    /// Today's taxonomy.
    pub fn current() -> &'static Self {
        &CURRENT
    }

    /// The needs in the order of the screen.
    pub fn needs(&self) -> impl Iterator<Item = &Need> {
        self.order.iter().filter_map(|code| self.needs.get(code))
    }

    /// One need.
    pub fn need(&self, code: NeedCode) -> Option<&Need> {
        self.needs.get(&code.to_string())
    }

    /// Reads a version of the taxonomy and refuses one that breaks its own rules.
    ///
    /// # Errors
    /// Names the code and the rule.
    pub fn read(json: &str) -> Result<Self, TaxonomyError> {
        #[derive(Deserialize)]
        struct File {
            version: u32,
            needs: Vec<Need>,
        }
        let file: File = serde_json::from_str(json)?;
        let order: Vec<String> = file.needs.iter().map(|need| need.code.clone()).collect();
        let mut needs = BTreeMap::new();
        for need in file.needs {
            if let Some(twice) = needs.insert(need.code.clone(), need) {
                return Err(TaxonomyError::CodeTwice(twice.code));
            }
        }
        labels_are_unique(&needs)?;
        successors_are_in_use(&needs)?;
        Ok(Self { version: file.version, order, needs })
    }
}

/// Why a file is not a taxonomy.
#[derive(Debug, Error)]
pub enum TaxonomyError {
    /// It is not JSON of this shape.
    #[error("the taxonomy cannot be read")]
    Unreadable(#[from] serde_json::Error),
    /// A code stands for one need, for ever.
    #[error("{0} is there twice: a code stands for one need")]
    CodeTwice(String),
    /// A label tells a need from every other one.
    #[error("{code} has no label of its own in {language}: {label:?}")]
    LabelNotUnique {
        /// The code.
        code: String,
        /// The language.
        language: &'static str,
        /// The label.
        label: String,
    },
    /// A deprecated code leads to one that is in use.
    #[error("{code} is replaced by {successor}, which is not in use")]
    SuccessorNotInUse {
        /// The deprecated code.
        code: String,
        /// What is said to replace it.
        successor: String,
    },
}

/// Four labels for each code, none blank and none twice among the codes in use. A deprecated code
/// may share the label of its successor: it shows old visits, nobody chooses it any more.
fn labels_are_unique(needs: &BTreeMap<String, Need>) -> Result<(), TaxonomyError> {
    for locale in [Locale::FrBe, Locale::Nl, Locale::Ar, Locale::En] {
        let mut seen = BTreeSet::new();
        for need in needs.values() {
            let label = need.label(locale);
            let folded = label.trim().to_lowercase();
            let taken = need.successor.is_none() && !seen.insert(folded.clone());
            if folded.is_empty() || taken {
                let (code, label) = (need.code.clone(), label.to_owned());
                return Err(TaxonomyError::LabelNotUnique { code, language: locale.tag(), label });
            }
        }
    }
    Ok(())
}

fn successors_are_in_use(needs: &BTreeMap<String, Need>) -> Result<(), TaxonomyError> {
    for need in needs.values() {
        if let Some(successor) = &need.successor
            && needs.get(successor).is_none_or(|successor| successor.successor.is_some())
        {
            let (code, successor) = (need.code.clone(), successor.clone());
            return Err(TaxonomyError::SuccessorNotInUse { code, successor });
        }
    }
    Ok(())
}

/// A code of the needs taxonomy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NeedCode(&'static str);

/// The text is not a code of the taxonomy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a need is a code of the taxonomy such as HEA.AMU; OTH.UNSAID when it was not said")]
pub struct NotANeed;

impl NeedCode {
    /// The code as text.
    pub fn as_str(self) -> &'static str {
        self.0
    }
}

impl fmt::Display for NeedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl FromStr for NeedCode {
    type Err = NotANeed;
    fn from_str(text: &str) -> Result<Self, NotANeed> {
        Taxonomy::current().needs.get(text).map(|need| Self(need.code.as_str())).ok_or(NotANeed)
    }
}

text_scalar! {
    /// A code of the needs taxonomy such as `HEA.AMU`; `OTH.UNSAID` when it was not said.
    NeedCode
}

/// A need as other contexts name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(input_name = "NeedRefInput")]
#[serde(rename_all = "camelCase")]
pub struct NeedRef {
    /// The need.
    pub need: NeedId,
    /// The visit it was expressed in, if it was in one.
    pub visit: Option<VisitId>,
    /// Its code.
    pub code: NeedCode,
}
