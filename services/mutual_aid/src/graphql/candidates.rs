//! Who could go along: every volunteer with score and reasons, and why some cannot be proposed.

use async_graphql::{Context, Object, Result, SimpleObject};
use graph::{AsOf, Known, PageAsk, Paging, Trouble, Wording};
use kernel::{MemberId, PairingId, Position, Refusal, Secret};

use super::charter;
use crate::charter::{Standing, standing_of};
use crate::member::{MemberRow, Members};
use crate::pairing::{Accompaniment, PairingRefusal, PairingRow, Pairings};
use crate::score::{self, PairingReason, rate};
use crate::sight;

/// Candidates when nothing is said.
const FEW: u32 = 10;
/// The most candidates of an answer.
const MANY: u32 = 100;
/// How many pages of 100 volunteers are looked at: a network has fewer than 2,000 of them.
const PAGES: usize = 20;

/// A volunteer who might go along.
#[derive(Debug, Clone, PartialEq, SimpleObject)]
pub struct PairingCandidate {
    /// The volunteer.
    pub member: MemberId,
    /// The name to be called by.
    pub display_name: Option<Secret>,
    /// How well they fit, from 0 to 1.
    pub score: f64,
    /// The version of the weights.
    pub score_version: u32,
    /// Why they fit.
    pub reasons: Vec<PairingReason>,
    /// How many pairings they have, proposed ones included.
    pub current_pairings: u32,
    /// How many they take on at once.
    pub quota: u32,
    /// Why they cannot be proposed; null when they can.
    pub refusal: Option<CandidateRefusal>,
}

/// Why a volunteer cannot be proposed.
#[derive(Debug, Clone, PartialEq, Eq, SimpleObject)]
#[graphql(name = "PairingCandidateRefusal")]
pub struct CandidateRefusal {
    /// The stable code, such as `CHARTER_NOT_CURRENT`.
    pub code: String,
    /// The reason and the way out, in the language of the request.
    pub message: String,
}

/// Who could go along.
#[derive(Debug, Default, Clone, Copy)]
pub struct CandidateQueries;

#[Object]
impl CandidateQueries {
    /// The volunteers who could go along in a pairing: those who can be proposed first, the better
    /// score before, then fewer pairings, then the id. Null when there is no such pairing.
    #[graphql(complexity = "first.unwrap_or(10).min(100) as usize * child_complexity + 1")]
    async fn pairing_candidates(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The pairing.")] pairing: PairingId,
        #[graphql(desc = "The first so many, 1 to 100; 10 when nothing is said.")] first: Option<u32>,
        #[graphql(desc = "As it was known then, instead of now.")] as_of: Option<AsOf>,
        #[graphql(desc = "Wait until this position is readable; from a mutation's answer.")] at_least: Option<
            Position,
        >,
    ) -> Result<Option<Vec<PairingCandidate>>> {
        let first = first.unwrap_or(FEW);
        if !(1..=MANY).contains(&first) {
            let why = format!("first: there are 1 to {MANY} candidates in an answer");
            return Err(graph::perform::fault(Trouble::BadAsk(why)));
        }
        let Some(row) = graph::one::<Pairings>(ctx, pairing, as_of, at_least).await? else {
            return Ok(None);
        };
        let Ok(request) = row.pairing.request() else { return Ok(None) };
        let (caller, ports) = graph::caller::of(ctx)?;
        let known = graph::lists::known(as_of, at_least);
        let instant = match as_of {
            Some(AsOf::Instant(instant)) => instant,
            _ => ports.clock.now(),
        };
        let standing = standing_of(&charter::versions(ctx, known).await?, instant);
        let volunteers = volunteers(ctx, known).await?;
        let mut candidates = candidates(&row, request, &standing, volunteers);
        candidates.truncate(first as usize);
        let answer = candidates.into_iter().map(|candidate| {
            let wording = |code: &Refused| told(&ports.wording, caller.locale, code);
            candidate.open_to(sight::coordinates(caller.role), wording)
        });
        Ok(Some(answer.collect()))
    }
}

/// Every volunteer of the network.
async fn volunteers(ctx: &Context<'_>, known: Known) -> Result<Vec<MemberRow>> {
    let mut volunteers = Vec::new();
    let mut after = None;
    for _ in 0..PAGES {
        let filter = vec![("volunteer", vec!["true".to_owned()]), ("state", vec!["joined".to_owned()])];
        let ask = PageAsk { filter, ..PageAsk::default() };
        let paging = Paging { first: Some(100), after, ..Paging::default() };
        let page = graph::page::<Members>(ctx, ask, paging, known).await?;
        after = page.edges.last().map(|edge| edge.cursor.clone());
        volunteers.extend(page.edges.into_iter().map(|edge| edge.node));
        if !page.has_next_page {
            break;
        }
    }
    Ok(volunteers)
}

/// A refusal as its code and the values of its message.
type Refused = (String, serde_json::Map<String, serde_json::Value>);

/// A volunteer with score and, if there is one, the refusal that proposing them would meet.
struct Candidate {
    row: MemberRow,
    rated: score::Rated,
    refusal: Option<Refused>,
}

impl Candidate {
    fn open_to(self, coordinates: bool, told: impl Fn(&Refused) -> CandidateRefusal) -> PairingCandidate {
        PairingCandidate {
            member: self.row.id,
            score: self.rated.score.value(),
            score_version: self.rated.version,
            reasons: score::reasons_open_to(&self.rated.reasons, coordinates),
            current_pairings: self.row.membership.current_pairings(),
            quota: self.row.membership.quota,
            refusal: self.refusal.as_ref().map(told),
            display_name: self.row.display_name,
        }
    }
}

fn told(wording: &Wording, locale: graph::Locale, (code, values): &Refused) -> CandidateRefusal {
    CandidateRefusal { code: code.clone(), message: wording.say(locale, code, values) }
}

/// Rates volunteers by the rules of proposing, and sorts them.
fn candidates(
    pairing: &PairingRow,
    request: &Accompaniment,
    standing: &Standing,
    volunteers: Vec<MemberRow>,
) -> Vec<Candidate> {
    let mut candidates: Vec<Candidate> = volunteers
        .into_iter()
        .map(|row| {
            let refusal = if pairing.pairing.excluded.contains(&row.id) {
                Some(PairingRefusal::ExcludedAfterDecline.coded())
            } else if row.membership.places.contains(&pairing.id) {
                // The volunteer who is proposed or goes along already has the place.
                None
            } else {
                row.membership.may_be_proposed(request.person, standing).err().map(|why| why.coded())
            };
            Candidate { rated: rate(request, &row.membership), row, refusal }
        })
        .collect();
    candidates.sort_by_key(|candidate| {
        let current = candidate.row.membership.current_pairings();
        score::rank(candidate.refusal.is_none(), candidate.rated.score, current, candidate.row.id)
    });
    candidates
}
