//! What a visit is counted by, where it was, and its notes.

use kernel::{Language, LanguageMode, Line, Secret, Text};

use super::cells::{Cells, one_of};
use crate::visit::contact::looks_like_contact;
use crate::visit::facts::met_code;
use crate::visit::{AnswerGiven, NoteLevel, OutreachContact, VisitFacts, VisitMode, VisitNoteInput};

pub(super) fn facts(cells: &mut Cells<'_>) -> Option<VisitFacts> {
    cells.required("mode", &one_of::<VisitMode>());
    cells.required("language", "a code such as fra, ara or sfb; und when it is not known");
    cells.required("language_met", "one of direct, interpreter, volunteer, written, notMet");
    let minutes = cells.parsed::<u32>("minutes", "whole minutes, 1 to 1440");
    if minutes.is_some_and(|minutes| !(1..=1440).contains(&minutes)) {
        cells.wrong("minutes", "write whole minutes, 1 to 1440");
    }
    let (mode, language_form) = (cells.code("mode"), cells.code("language_form"));
    let language: Option<Language> =
        cells.parsed("language", "a code such as fra, ara or sfb; und if unknown");
    let language_met = language_met(cells);
    let (first_visit, relation_to_area) = (cells.code("first_visit"), cells.code("relation_to_area"));
    let (age_band, gender) = (cells.code("age_band"), cells.code("gender"));
    let (heard_of_us, accompanied_by) = (cells.code("heard_of_us"), cells.code("accompanied_by"));
    let answers = answers(cells);
    Some(VisitFacts {
        mode: mode?,
        minutes,
        language: language?,
        language_form,
        language_met: language_met?,
        first_visit,
        relation_to_area,
        age_band,
        gender,
        heard_of_us,
        accompanied_by,
        answers,
    })
}

fn language_met(cells: &mut Cells<'_>) -> Option<LanguageMode> {
    use LanguageMode::{Direct, Interpreter, NotMet, Volunteer, Written};
    let written = cells.text("language_met")?;
    let found =
        [Direct, Interpreter, Volunteer, Written, NotMet].into_iter().find(|m| met_code(*m) == written);
    if found.is_none() {
        cells.wrong("language_met", "write one of direct, interpreter, volunteer, written, notMet");
    }
    found
}

fn answers(cells: &mut Cells<'_>) -> Vec<AnswerGiven> {
    let written = cells.text("answers").unwrap_or_default().to_owned();
    let mut answers = Vec::new();
    for answer in written.split(';').map(str::trim).filter(|answer| !answer.is_empty()) {
        match answer.parse() {
            Ok(answer) => answers.push(answer),
            Err(_) => cells.wrong("answers", format!("write {}", one_of::<AnswerGiven>())),
        }
    }
    answers
}

pub(super) fn outreach(cells: &mut Cells<'_>) -> Option<OutreachContact> {
    let place = cells.parsed::<Line>("outreach_place", "a place in one line")?;
    Some(OutreachContact { place, area: cells.parsed("outreach_area", "an area in one line") })
}

pub(super) fn notes(cells: &mut Cells<'_>) -> Vec<VisitNoteInput> {
    let mut notes = Vec::new();
    for (column, level) in [("shared_note", NoteLevel::Shared), ("private_note", NoteLevel::Private)] {
        let Some(text) = cells.parsed::<Text>(column, "at most 4,000 characters") else { continue };
        if looks_like_contact(text.as_str()) {
            cells.wrong(column, "it seems to hold a telephone number or an e-mail address; take it out");
        }
        notes.push(VisitNoteInput { level, words: Secret::Clear(text), confirmed: false });
    }
    notes
}
