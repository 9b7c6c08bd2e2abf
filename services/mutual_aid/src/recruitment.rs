//! The call for a volunteer that an unmatched request makes: the language and the half-days, never
//! the person nor what they need.

use async_graphql::SimpleObject;
use graph::{Locale, Wording};
use kernel::Language;
use serde_json::{Map, Value};

use crate::offer::HalfDay;

/// The code of the call's text.
pub const CALL: &str = "RECRUITMENT_CALL";
/// The code of the text when any half-day will do.
const CALL_AT_ANY_TIME: &str = "RECRUITMENT_CALL_AT_ANY_TIME";
const LANGUAGE: &str = "RECRUITMENT_LANGUAGE";
const HALF_DAY: &str = "RECRUITMENT_HALF_DAY";

/// The codes of all texts of a call.
pub const CODES: [&str; 4] = [CALL, CALL_AT_ANY_TIME, LANGUAGE, HALF_DAY];

/// A call for a volunteer.
#[derive(Debug, Clone, PartialEq, Eq, SimpleObject)]
pub struct RecruitmentCall {
    /// The code of its text.
    pub code: String,
    /// The language that is looked for.
    pub language: Language,
    /// The half-days; empty when any will do.
    pub half_days: Vec<HalfDay>,
    /// The call, ready to be printed, in the language of the request.
    pub text: String,
}

/// The call for somebody who speaks that language on those half-days.
pub fn call(wording: &Wording, locale: Locale, language: Language, half_days: &[HalfDay]) -> RecruitmentCall {
    let say = |code: &str, arguments: &[(&str, String)]| {
        let arguments: Map<String, Value> =
            arguments.iter().map(|(name, value)| ((*name).to_owned(), Value::from(value.clone()))).collect();
        wording.say(locale, code, &arguments)
    };
    let times: Vec<String> = half_days
        .iter()
        .map(|time| say(HALF_DAY, &[("day", time.day.to_string()), ("part", time.part.to_string())]))
        .collect();
    let code = if times.is_empty() { CALL_AT_ANY_TIME } else { CALL };
    let separator = if locale == Locale::Ar { "، " } else { ", " };
    let spoken = say(LANGUAGE, &[("language", language.to_string())]);
    let text = say(code, &[("language", spoken), ("times", times.join(separator))]);
    RecruitmentCall { code: code.to_owned(), language, half_days: half_days.to_vec(), text }
}
