//! What one side asks for and the other side offers: half-days of the week, languages with their
//! level, and the wish to be with a woman or a man.

use async_graphql::{Enum, InputObject, SimpleObject};
use kernel::Language;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};

/// A day of the week.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Enum,
    Serialize,
    Deserialize,
    Display,
    EnumString,
)]
#[graphql(name = "WeeklyDay")]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum WeeklyDay {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

/// A part of a day.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Enum,
    Serialize,
    Deserialize,
    Display,
    EnumString,
)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum DayPart {
    /// Before noon.
    Morning,
    /// From noon to the evening.
    Afternoon,
    /// In the evening.
    Evening,
}

/// A half-day that comes back every week.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    SimpleObject,
    InputObject,
    Serialize,
    Deserialize,
)]
#[graphql(name = "WeeklyHalfDay", input_name = "WeeklyHalfDayInput")]
pub struct HalfDay {
    /// The day of the week.
    pub day: WeeklyDay,
    /// The part of that day.
    pub part: DayPart,
}

/// How well somebody speaks or signs a language.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Enum,
    Serialize,
    Deserialize,
    Display,
    EnumString,
)]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum LanguageLevel {
    /// A few words.
    Basic,
    /// Enough for a conversation.
    Conversational,
    /// Without difficulty.
    Fluent,
    /// As a first language.
    Native,
}

/// A language somebody speaks or signs; sign languages have codes of their own (`sfb`, `vgt`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, SimpleObject, InputObject, Serialize, Deserialize)]
#[graphql(input_name = "LanguageSkillInput")]
pub struct LanguageSkill {
    /// The language.
    pub language: Language,
    /// How well.
    pub level: LanguageLevel,
}

/// What a member said of their gender, or a person wishes of the volunteer. Never asked: left out
/// unless it was said.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Enum,
    Serialize,
    Deserialize,
    Display,
    EnumString,
)]
#[graphql(name = "MemberGender")]
#[serde(rename_all = "camelCase")]
#[strum(serialize_all = "camelCase")]
pub enum Gender {
    /// A woman.
    Woman,
    /// A man.
    Man,
    /// Neither, or something else.
    Other,
}
