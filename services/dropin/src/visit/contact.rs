//! The warning before a note is saved: does it seem to hold a telephone number, an e-mail address
//! or the name of somebody who works here? Read on the clear words, before they are sealed.

use kernel::{Halt, NoteFindingKind, Secret, Text};

use super::commands::VisitNoteInput;
use super::refusal::VisitRefusal;

/// Lets notes pass that hold no contact, or whose author said so.
///
/// # Errors
/// `NoteContainsContact` for the first note that seems to hold one and is not confirmed.
pub fn check<'a>(notes: impl IntoIterator<Item = &'a VisitNoteInput>) -> Result<(), Halt> {
    let risky = notes.into_iter().any(|note| !note.confirmed && holds_contact(&note.words));
    if risky { Err(Halt::Refused(VisitRefusal::NoteContainsContact.into())) } else { Ok(()) }
}

/// Lets notes pass that name nobody who works here, or whose author said so: who received somebody
/// may tell who that was.
///
/// # Errors
/// `NoteMayNameSomebody` for the first note that seems to name one of them and is not confirmed.
pub fn check_names<'a>(
    notes: impl IntoIterator<Item = &'a VisitNoteInput>,
    staff: &[Text],
) -> Result<(), Halt> {
    let staff: Vec<&str> = staff.iter().map(Text::as_str).collect();
    let names = |note: &VisitNoteInput| match &note.words {
        Secret::Clear(text) => kernel::scan::found_in(text.as_str(), &staff)
            .iter()
            .any(|found| found.kind == NoteFindingKind::StaffName),
        Secret::Sealed(_) | Secret::Erased => false,
    };
    let risky = notes.into_iter().any(|note| !note.confirmed && names(note));
    if risky { Err(Halt::Refused(VisitRefusal::NoteMayNameSomebody.into())) } else { Ok(()) }
}

/// Whether clear words seem to hold a contact; sealed ones were read before.
pub fn holds_contact(words: &Secret) -> bool {
    match words {
        Secret::Clear(text) => looks_like_contact(text.as_str()),
        Secret::Sealed(_) | Secret::Erased => false,
    }
}

/// Whether a text seems to hold a telephone number or an e-mail address. It warns rather too often
/// than too rarely: the author may confirm.
pub fn looks_like_contact(text: &str) -> bool {
    kernel::scan::holds_contact(text)
}
