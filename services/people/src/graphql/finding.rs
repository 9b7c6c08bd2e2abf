//! Finding somebody by what they say of themselves, duplicates, and the scan of a note.

use std::collections::BTreeSet;

use async_graphql::{Context, Object, Result, SimpleObject};
use graph::perform::fault;
use graph::{Known, lists};
use kernel::{Decider, NoteFinding, PersonId, Position, Secret, StreamId, Text};

use crate::codes::{DuplicateReason, IdentityRung, PersonState};
use crate::duplicates;
use crate::person::Person;
use crate::projection::{PersonRow, Persons};

/// More than so many are no answer to a name; the search is to be narrowed.
const MOST_FOUND: usize = 50;

/// A file that may be of the same person. It is never merged by itself.
#[derive(Debug, Clone, PartialEq, Eq, SimpleObject)]
pub struct DuplicateCandidate {
    /// The other file.
    pub person: PersonId,
    /// Why it may be the same person.
    pub reasons: Vec<DuplicateReason>,
}

/// Finding people, and what a note gives away.
#[derive(Debug, Default, Clone, Copy)]
pub struct FindingQueries;

#[Object]
impl FindingQueries {
    /// The persons of a name, a telephone number or an e-mail address, however it is spelled: at
    /// most 50, by their ids. Who they are is read with `person`, after `revealIdentity`.
    async fn find_persons(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "A name or a part of it, a telephone number, an e-mail address.")] words: Text,
        #[graphql(desc = "Wait until this position is readable; from a mutation's answer.")] at_least: Option<
            Position,
        >,
    ) -> Result<Vec<PersonId>> {
        let found = findable(ctx, std::slice::from_ref(&words), lists::known(None, at_least)).await?;
        let here = found.iter().filter(|row| row.state != PersonState::Erased);
        // Words the caller may not read in this operation cannot be compared: the index has spoken.
        let found = here.filter(|row| duplicates::answers(row, &words) || is_withheld(row));
        Ok(found.map(|row| row.id).take(MOST_FOUND).collect())
    }

    /// The files that may be of the same person, each with the reasons. Nothing is ever merged by
    /// itself.
    #[graphql(complexity = "50 + child_complexity")]
    async fn duplicates_of(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The person.")] person: PersonId,
        #[graphql(desc = "Wait until this position is readable; from a mutation's answer.")] at_least: Option<
            Position,
        >,
    ) -> Result<Vec<DuplicateCandidate>> {
        let known = lists::known(None, at_least);
        let Some(row) = graph::rows::<Persons>(ctx, &[person.to_string()], known).await?.into_iter().next()
        else {
            return Ok(Vec::new());
        };
        let others = findable(ctx, &words_of(&row), known).await?;
        let candidates = duplicates::candidates(&row, &others).into_iter().take(MOST_FOUND);
        Ok(candidates
            .map(|candidate| DuplicateCandidate { person: candidate.person, reasons: candidate.reasons })
            .collect())
    }

    /// What a note may give away, before it is saved: telephone numbers, e-mail addresses, names of
    /// those who work here. The text is read and forgotten; it is neither kept nor logged.
    async fn scan_note(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The note as it would be saved.")] text: Text,
    ) -> Result<Vec<NoteFinding>> {
        let staff = graph::caller::staff_names(ctx).await?;
        let staff: Vec<&str> = staff.iter().map(Text::as_str).collect();
        Ok(kernel::scan::found_in(text.as_str(), &staff))
    }
}

/// Whether words of a row were taken out before it came here.
fn is_withheld(row: &PersonRow) -> bool {
    let known = matches!(row.identity, IdentityRung::Pseudonym | IdentityRung::Named);
    let nameless = row.name.is_none() && row.pseudonym.is_none();
    (known && nameless) || row.contacts.iter().any(|contact| contact.words == Secret::Erased)
}

/// The words somebody is found by, in the clear.
pub(super) fn words_of(row: &PersonRow) -> Vec<Text> {
    let contacts = row.contacts.iter().map(|contact| &contact.words);
    let all = row.name.iter().chain(&row.pseudonym).chain(contacts);
    let clear = all.filter_map(|secret| match secret {
        Secret::Clear(text) => Some(text.clone()),
        Secret::Sealed(_) | Secret::Erased => None,
    });
    clear.flat_map(|text| end_of(&text).into_iter().chain([text])).collect()
}

/// The end of a telephone number as words of its own.
fn end_of(words: &Text) -> Option<Text> {
    duplicates::end_of(words.as_str())?.parse().ok()
}

/// The persons whom the index names for any of these words, or for a part of them; some may be
/// others, so whoever asks compares.
async fn findable(ctx: &Context<'_>, words: &[Text], known: Known) -> Result<Vec<PersonRow>> {
    let (caller, ports) = graph::caller::of(ctx)?;
    let mut ids = BTreeSet::new();
    for words in words {
        let parts = words.as_str().split_whitespace().filter_map(|part| part.parse::<Text>().ok());
        for asked in std::iter::once(words.clone()).chain(parts).chain(end_of(words)) {
            let subjects = ports.seals.find(&caller.network, &asked).map_err(fault)?;
            ids.extend(subjects.iter().filter_map(|subject| person_of(&caller.network, subject)));
        }
    }
    let keys: Vec<String> = ids.iter().map(ToString::to_string).collect();
    graph::rows::<Persons>(ctx, &keys, known).await
}

/// The person a subject is of, if it is a person's stream of this network.
fn person_of(network: &kernel::NetworkId, subject: &str) -> Option<PersonId> {
    let id = subject.rsplit('/').next()?.parse::<PersonId>().ok()?;
    (StreamId::new(network, Person::KIND, id).to_string() == subject).then_some(id)
}
