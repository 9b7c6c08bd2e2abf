//! How well a volunteer fits a request: the same answer every time, with its reasons.
//!
//! The weights are data, in `weights`. A criterion the request does not name (no topic, no wish) does not count.

use std::cmp::Reverse;
use std::fmt;

use async_graphql::{Enum, SimpleObject};
use kernel::MemberId;
use serde::{Deserialize, Serialize};
use strum::{Display, EnumString};

use crate::member::Membership;
use crate::offer::WeeklyDay;
use crate::pairing::Accompaniment;
use crate::weights::Weights;

/// A score from 0.00 to 1.00, kept in hundredths so that it is the same on every machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Score(pub u32);

impl Score {
    /// The score as a number.
    pub fn value(self) -> f64 {
        f64::from(self.0) / 100.0
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.0 / 100, self.0 % 100)
    }
}

/// Why a volunteer fits.
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
pub enum PairingReasonCode {
    /// Speaks or signs the language; the value is the language.
    SpeaksLanguage,
    /// Went through it; the value is the topic.
    KnowsTopic,
    /// Is free then; the value is the part of the day.
    FreeMonday,
    /// Is free then; the value is the part of the day.
    FreeTuesday,
    /// Is free then; the value is the part of the day.
    FreeWednesday,
    /// Is free then; the value is the part of the day.
    FreeThursday,
    /// Is free then; the value is the part of the day.
    FreeFriday,
    /// Is free then; the value is the part of the day.
    FreeSaturday,
    /// Is free then; the value is the part of the day.
    FreeSunday,
    /// Has places left; the value is how many.
    HasPlaces,
    /// Is of the gender wished for; the value is that gender.
    MeetsGenderWish,
}

/// One reason why a volunteer fits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct PairingReason {
    /// Which reason.
    pub code: PairingReasonCode,
    /// Its value, as a stable code.
    pub value: String,
    /// Whether only coordinators may be told.
    #[graphql(skip)]
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub for_coordinators: bool,
}

impl PairingReason {
    fn new(code: PairingReasonCode, value: impl ToString) -> Self {
        Self { code, value: value.to_string(), for_coordinators: false }
    }
}

/// The reasons that may be shown to somebody who coordinates, or does not.
pub(crate) fn reasons_open_to(reasons: &[PairingReason], coordinates: bool) -> Vec<PairingReason> {
    reasons.iter().filter(|reason| coordinates || !reason.for_coordinators).cloned().collect()
}

/// A score with its reasons and the version of the weights.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Rated {
    /// The score.
    pub score: Score,
    /// Why.
    pub reasons: Vec<PairingReason>,
    /// The version of the weights.
    pub version: u32,
}

/// What one criterion gives: how much it counts, and how much of it is reached.
struct Part {
    weight: u32,
    reached: u32,
    of: u32,
}

/// How well a member fits a request.
pub fn rate(request: &Accompaniment, member: &Membership) -> Rated {
    let weights = Weights::current();
    let mut reasons = Vec::new();
    let parts = [
        Some(language(request, member, weights, &mut reasons)),
        topic(request, member, weights, &mut reasons),
        times(request, member, weights, &mut reasons),
        Some(places(member, weights, &mut reasons)),
        gender(request, member, weights, &mut reasons),
    ];
    let parts = || parts.iter().flatten();
    let total: u32 = parts().map(|part| part.weight).sum();
    // Every share in ten-thousandths; rounded once, at the end.
    let points: u64 = parts()
        .map(|part| u64::from(part.weight) * 10_000 * u64::from(part.reached) / u64::from(part.of.max(1)))
        .sum();
    let unit = u64::from(total.max(1)) * 100;
    let score = (points + unit / 2) / unit;
    Rated { score: Score(u32::try_from(score).unwrap_or(100).min(100)), reasons, version: weights.version }
}

fn language(
    request: &Accompaniment,
    member: &Membership,
    weights: &Weights,
    reasons: &mut Vec<PairingReason>,
) -> Part {
    let level = member.languages.get(&request.language);
    if level.is_some() {
        reasons.push(PairingReason::new(PairingReasonCode::SpeaksLanguage, request.language));
    }
    let reached = level.and_then(|level| weights.levels.get(level)).copied().unwrap_or(0);
    Part { weight: weights.weights.language, reached, of: 100 }
}

fn topic(
    request: &Accompaniment,
    member: &Membership,
    weights: &Weights,
    reasons: &mut Vec<PairingReason>,
) -> Option<Part> {
    let topic = request.topic?;
    let shared = member.topics.get(&topic);
    if let Some(tell_person) = shared {
        let reason = PairingReason::new(PairingReasonCode::KnowsTopic, topic);
        reasons.push(PairingReason { for_coordinators: !tell_person, ..reason });
    }
    Some(Part { weight: weights.weights.topic, reached: u32::from(shared.is_some()), of: 1 })
}

fn times(
    request: &Accompaniment,
    member: &Membership,
    weights: &Weights,
    reasons: &mut Vec<PairingReason>,
) -> Option<Part> {
    if request.times.is_empty() {
        return None;
    }
    let mut common = 0;
    for half_day in request.times.iter().filter(|wanted| member.half_days.contains(wanted)) {
        common += 1;
        reasons.push(PairingReason::new(free(half_day.day), half_day.part));
    }
    let of = u32::try_from(request.times.len()).unwrap_or(u32::MAX);
    Some(Part { weight: weights.weights.times, reached: common, of })
}

fn free(day: WeeklyDay) -> PairingReasonCode {
    match day {
        WeeklyDay::Monday => PairingReasonCode::FreeMonday,
        WeeklyDay::Tuesday => PairingReasonCode::FreeTuesday,
        WeeklyDay::Wednesday => PairingReasonCode::FreeWednesday,
        WeeklyDay::Thursday => PairingReasonCode::FreeThursday,
        WeeklyDay::Friday => PairingReasonCode::FreeFriday,
        WeeklyDay::Saturday => PairingReasonCode::FreeSaturday,
        WeeklyDay::Sunday => PairingReasonCode::FreeSunday,
    }
}

fn places(member: &Membership, weights: &Weights, reasons: &mut Vec<PairingReason>) -> Part {
    let places = member.free_places();
    if places > 0 {
        reasons.push(PairingReason::new(PairingReasonCode::HasPlaces, places));
    }
    Part { weight: weights.weights.places, reached: places, of: member.quota }
}

fn gender(
    request: &Accompaniment,
    member: &Membership,
    weights: &Weights,
    reasons: &mut Vec<PairingReason>,
) -> Option<Part> {
    let wish = request.gender_wish?;
    let met = member.gender == Some(wish);
    if met {
        reasons.push(PairingReason::new(PairingReasonCode::MeetsGenderWish, wish));
    }
    Some(Part { weight: weights.weights.gender, reached: u32::from(met), of: 1 })
}

/// What candidates are sorted by: those who can be proposed first, then the better score, then
/// fewer pairings, then the id.
pub fn rank(
    proposable: bool,
    score: Score,
    current_pairings: u32,
    member: MemberId,
) -> (bool, Reverse<Score>, u32, MemberId) {
    (!proposable, Reverse(score), current_pairings, member)
}
