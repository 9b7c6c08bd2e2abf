//! Translation only: mutations, lists, the search and the scan of notes.

mod finding;
mod indexed;
mod lists;
mod merging;

use async_graphql::MergedObject;
use kernel::PersonId;
use reference::NeedCode;

use crate::contact_rule::{ContactRule, SuppressNeedContact};
use crate::disclosure::{Disclosure, RevealIdentity};
use crate::person::{
    AllowPersonContact, AnswerDataRequest, AskDataRequest, ConfirmSharingOverride, GiveSharingConsent,
    KnowByCode, LinkMember, OverrideSharingConsent, Person, PostponeErasure, SetDoNotContact,
    TellAccessNeeds, TellLanguages, UnlinkMember, WithdrawSharingConsent,
};
use crate::values::DisclosureId;

pub use finding::{DuplicateCandidate, FindingQueries};
pub use indexed::IndexedMutations;
pub use lists::{
    ContactRuleQueries, DisclosureFacet, DisclosureFilter, DisclosureLists, PersonFacet, PersonFilter,
    PersonLists,
};
pub use merging::MergingMutations;

graph::mutations! {
    /// What may be asked of a person's file.
    pub struct PersonMutations: Person, PersonId {
        /// Opens a file for a person, with nothing in it.
        open_person => Open,
        /// Says that the person is known by the code on their slip.
        know_person_by_code => KnowByCode(KnowByCode),
        /// Says that the person is not known by a code any more.
        forget_person_code => ForgetCode,
        /// Writes down the person's languages.
        tell_person_languages => TellLanguages(TellLanguages),
        /// Writes down what the person needs to take part.
        tell_access_needs => TellAccessNeeds(TellAccessNeeds),
        /// Says that nobody may contact the person: nothing about them leaves the network.
        set_do_not_contact => SetDoNotContact(SetDoNotContact),
        /// Says that the person may be contacted again.
        allow_person_contact => AllowContact(AllowPersonContact),
        /// Records that the person agrees to share.
        give_sharing_consent => GiveConsent(GiveSharingConsent),
        /// Records that the person does not agree any more; open referrals that rest on it are stopped.
        withdraw_sharing_consent => WithdrawConsent(WithdrawSharingConsent),
        /// Asks to share although the person could not say yes; a second coordinator must agree
        /// within three days.
        override_sharing_consent => OverrideConsent(OverrideSharingConsent),
        /// Agrees, as a second reader, to share although the person could not say yes.
        confirm_sharing_override => ConfirmOverride(ConfirmSharingOverride),
        /// Says that the person is a member as well; the member does not lead back to the person.
        link_person_to_member => LinkMember(LinkMember),
        /// Says that the member is somebody else.
        unlink_person_from_member => UnlinkMember(UnlinkMember),
        /// Takes what the person asks about their own data; to be answered within a month.
        ask_data_request => AskDataRequest(AskDataRequest),
        /// Answers what the person asked about their own data.
        answer_data_request => AnswerDataRequest(AnswerDataRequest),
        /// Puts the erasure of the person off, with a reason and a day.
        postpone_erasure => PostponeErasure(PostponeErasure),
    }
}

graph::mutations! {
    /// What may be asked of a disclosure.
    pub struct DisclosureMutations: Disclosure, DisclosureId {
        /// Shows the identity or the private notes of an object to whoever asks, for a quarter of an
        /// hour; the person can be given the list.
        reveal_identity => Reveal(RevealIdentity),
    }
}

graph::mutations! {
    /// What may be asked of the rule for a need.
    pub struct ContactRuleMutations: ContactRule, NeedCode {
        /// Says that nothing about a need leaves the network.
        suppress_need_contact => Suppress(SuppressNeedContact),
        /// Says that a need may be written about again.
        allow_need_contact => Allow,
    }
}

/// Everything that can be read here.
#[derive(Debug, Default, Clone, Copy, MergedObject)]
pub struct PeopleQueries(PersonLists, DisclosureLists, ContactRuleQueries, FindingQueries);

/// Everything that may be asked here.
#[derive(Debug, Default, Clone, Copy, MergedObject)]
pub struct PeopleMutations(
    PersonMutations,
    IndexedMutations,
    MergingMutations,
    DisclosureMutations,
    ContactRuleMutations,
);
