//! What is said about a visit, without a word about who it was.

use async_graphql::{InputObject, SimpleObject};
use kernel::{Language, LanguageMode, Line};
use serde::{Deserialize, Serialize};

use super::words::{
    AccompaniedBy, AnswerGiven, FirstVisit, HeardOfUs, RelationToArea, VisitLanguageForm, VisitMode,
    VisitorAgeBand, VisitorGender,
};

/// What is said about a visit. Never asked: nationality, residence status, national number,
/// religion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(input_name = "VisitFactsInput")]
#[serde(rename_all = "camelCase")]
pub struct VisitFacts {
    /// How the person came.
    pub mode: VisitMode,
    /// How many minutes it took.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// The language really used; `und` when it is not known.
    pub language: Language,
    /// Whether it was spoken, written or signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub language_form: Option<VisitLanguageForm>,
    /// How the need of that language was met.
    pub language_met: LanguageMode,
    /// Whether it is the first visit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_visit: Option<FirstVisit>,
    /// How the person stands to the neighbourhood.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relation_to_area: Option<RelationToArea>,
    /// Band of age.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age_band: Option<VisitorAgeBand>,
    /// Gender.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gender: Option<VisitorGender>,
    /// How they heard of the place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heard_of_us: Option<HeardOfUs>,
    /// Who came along.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accompanied_by: Option<AccompaniedBy>,
    /// What was given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[graphql(default)]
    pub answers: Vec<AnswerGiven>,
}

/// Where somebody was met outside a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(input_name = "OutreachContactInput")]
#[serde(rename_all = "camelCase")]
pub struct OutreachContact {
    /// The place, as the team calls it: a square, a station; never an address of somebody.
    pub place: Line,
    /// The territory or sector it belongs to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<Line>,
}

/// The stable code of how a language was met.
pub fn met_code(mode: LanguageMode) -> &'static str {
    match mode {
        LanguageMode::Direct => "direct",
        LanguageMode::Interpreter => "interpreter",
        LanguageMode::Volunteer => "volunteer",
        LanguageMode::Written => "written",
        LanguageMode::NotMet => "notMet",
    }
}
