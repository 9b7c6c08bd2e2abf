//! Acts on several files at once: merging, undoing it, and erasing a person with their aliases.
//! Pure.

use kernel::{Act, CommandId, Expected, Halt, Involved, NetworkId, PersonId, Scene};

use crate::person::{ErasePerson, MergePersons, Person, PersonCommand, PersonRefusal, UndoMerge};

/// Makes a file an alias of another one. Both streams stay as they are.
///
/// # Errors
/// A fault of ours.
pub fn merge_persons(
    command: CommandId,
    network: &NetworkId,
    alias: PersonId,
    expected: Expected,
    ask: MergePersons,
) -> Result<Act, Halt> {
    let involved = both(network, alias, expected, ask.into);
    Act::across(command, involved, &("mergePersons", ask.clone()), move |scene| {
        if alias == ask.into {
            return scene.refuse(PersonRefusal::PersonMergeWithItself);
        }
        scene.decide::<Person>(alias, PersonCommand::BecomeAlias(ask.clone()))?;
        scene.decide::<Person>(ask.into, PersonCommand::TakeAlias { alias })
    })
}

/// Undoes a merge: both files are as they were.
///
/// # Errors
/// A fault of ours.
pub fn undo_merge(
    command: CommandId,
    network: &NetworkId,
    alias: PersonId,
    expected: Expected,
    ask: UndoMerge,
) -> Result<Act, Halt> {
    let involved = both(network, alias, expected, ask.of);
    Act::across(command, involved, &("undoMerge", ask.clone()), move |scene| {
        if alias == ask.of {
            return scene.refuse(PersonRefusal::PersonNotMerged);
        }
        scene.decide::<Person>(alias, PersonCommand::StandAlone { of: ask.of })?;
        scene.decide::<Person>(ask.of, PersonCommand::ReleaseAlias { alias })
    })
}

/// Erases a person, and in the same act the files that are aliases of theirs. The aliases are those
/// the asker knows of: when there are others meanwhile it is refused.
///
/// # Errors
/// A fault of ours.
pub fn erase_person(
    command: CommandId,
    network: &NetworkId,
    person: PersonId,
    expected: Expected,
    ask: ErasePerson,
    mut aliases: Vec<PersonId>,
) -> Result<Act, Halt> {
    aliases.sort_unstable();
    aliases.dedup();
    aliases.retain(|alias| *alias != person);
    let mut involved = vec![Involved::any::<Person>(network, person).expecting(expected)];
    involved.extend(aliases.iter().map(|alias| Involved::any::<Person>(network, alias)));
    // The aliases are no part of what is asked: a retry asks the same whatever it reads.
    Act::across(command, involved, &("erasePerson", ask.clone()), move |scene| {
        erase(scene, person, &ask, &aliases)
    })
}

fn erase(
    scene: &mut Scene<'_>,
    person: PersonId,
    ask: &ErasePerson,
    aliases: &[PersonId],
) -> Result<(), Halt> {
    let all = PersonCommand::DecideErasure { ask: ask.clone(), with: aliases.to_vec() };
    scene.decide::<Person>(person, all)?;
    for alias in aliases {
        let one = PersonCommand::DecideErasure { ask: ask.clone(), with: Vec::new() };
        scene.decide::<Person>(alias, one)?;
    }
    Ok(())
}

fn both(network: &NetworkId, alias: PersonId, expected: Expected, main: PersonId) -> Vec<Involved> {
    let mut involved = vec![Involved::any::<Person>(network, alias).expecting(expected)];
    if main != alias {
        involved.push(Involved::any::<Person>(network, main));
    }
    involved
}
