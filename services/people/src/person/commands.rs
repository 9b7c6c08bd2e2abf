//! What may be asked of a person's file. The inputs are in [`super::inputs`].

use kernel::{PersonId, Secret, Secrets};
use serde::Serialize;

use super::inputs::{
    AllowPersonContact, AnswerDataRequest, AskDataRequest, CertifyErasure, ConfirmSharingOverride,
    ErasePerson, GiveContact, GiveName, GiveSharingConsent, KnowByCode, LinkMember, MergePersons,
    OverrideSharingConsent, PostponeErasure, SetDoNotContact, TakePseudonym, TellAccessNeeds, TellLanguages,
    UnlinkMember, WithdrawContact, WithdrawSharingConsent,
};
use crate::codes::DataKind;
use crate::values::{DataRequestId, SharingConsentId};

/// What may be asked of a person's file.
#[derive(Debug, Clone, Serialize)]
pub enum PersonCommand {
    /// Open it, with nothing in it.
    Open,
    /// The person is known by a return code.
    KnowByCode(KnowByCode),
    /// The person is not known by a return code any more.
    ForgetCode,
    /// The person chose a name to be called by.
    TakePseudonym(TakePseudonym),
    /// The person does not want that name any more.
    WithdrawPseudonym,
    /// The person gave their name.
    GiveName(GiveName),
    /// The person takes their name back.
    WithdrawName,
    /// A way to reach the person.
    GiveContact(GiveContact),
    /// A way that must not be used any more.
    WithdrawContact(WithdrawContact),
    /// The person's languages.
    TellLanguages(TellLanguages),
    /// What the person needs to take part.
    TellAccessNeeds(TellAccessNeeds),
    /// Nobody contacts the person.
    SetDoNotContact(SetDoNotContact),
    /// The person may be contacted again.
    AllowContact(AllowPersonContact),
    /// The person agrees to share.
    GiveConsent(GiveSharingConsent),
    /// The person does not agree any more.
    WithdrawConsent(WithdrawSharingConsent),
    /// Share although the person could not say yes.
    OverrideConsent(OverrideSharingConsent),
    /// A second reader agrees.
    ConfirmOverride(ConfirmSharingOverride),
    /// No second reader came; asked by the platform.
    LapseOverride {
        /// Which consent.
        consent: SharingConsentId,
    },
    /// This file is an alias of another one; a part of the merge, never asked alone.
    BecomeAlias(MergePersons),
    /// Another file is an alias of this one; a part of the merge, never asked alone.
    TakeAlias {
        /// The other file.
        alias: PersonId,
    },
    /// This file is no alias any more; a part of the undoing, never asked alone.
    StandAlone {
        /// The file it was an alias of.
        of: PersonId,
    },
    /// Another file is no alias of this one any more; a part of the undoing, never asked alone.
    ReleaseAlias {
        /// The other file.
        alias: PersonId,
    },
    /// The person is a member as well.
    LinkMember(LinkMember),
    /// That member is somebody else.
    UnlinkMember(UnlinkMember),
    /// The person asks about their data.
    AskDataRequest(AskDataRequest),
    /// The person is answered.
    AnswerDataRequest(AnswerDataRequest),
    /// The answer is late; asked by the platform.
    FlagDataRequest {
        /// Which request.
        request: DataRequestId,
    },
    /// Something of the person went on elsewhere; asked by the platform.
    NoteActivity,
    /// Data will run out soon; asked by the platform.
    WarnOfErasure {
        /// Which kind.
        kind: DataKind,
    },
    /// Data has run out; asked by the platform.
    LapseData {
        /// Which kind.
        kind: DataKind,
    },
    /// Erase the person, with the aliases that go along.
    DecideErasure {
        /// Why.
        ask: ErasePerson,
        /// The aliases that are erased in the same act.
        with: Vec<PersonId>,
    },
    /// Erase later.
    PostponeErasure(PostponeErasure),
    /// The keys are destroyed; asked by the platform.
    CertifyErasure(CertifyErasure),
}

impl Secrets for PersonCommand {
    fn secrets(&mut self) -> Vec<&mut Secret> {
        match self {
            Self::TakePseudonym(input) => vec![&mut input.pseudonym],
            Self::GiveName(input) => vec![&mut input.name],
            Self::GiveContact(input) => {
                let note = input.note.iter_mut();
                std::iter::once(&mut input.words).chain(note).collect()
            }
            Self::TellAccessNeeds(input) => input.note.iter_mut().collect(),
            Self::SetDoNotContact(input) => input.note.iter_mut().collect(),
            Self::OverrideConsent(input) => input.note.iter_mut().collect(),
            Self::AnswerDataRequest(input) => input.note.iter_mut().collect(),
            Self::PostponeErasure(input) => input.note.iter_mut().collect(),
            _ => Vec::new(),
        }
    }
}
