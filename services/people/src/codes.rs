//! The closed lists of this context: one spelling in the journal, in facets and in GraphQL.

kernel::codes! {
    /// How far a person is known. Nothing ever requires a higher rung.
    IdentityRung {
        /// Not at all.
        Anonymous,
        /// By the return code on a slip.
        ReturnCode,
        /// By a name they chose to be called by here.
        Pseudonym,
        /// By their name.
        Named,
    }

    /// Where a person's file stands.
    PersonState {
        /// In use.
        Active,
        /// An alias: this is the same person as another file.
        Alias,
        /// To be erased; nothing is written to it any more.
        Erasing,
        /// Erased; what is shown of it names nobody.
        Erased,
    }

    /// What somebody is in the network; one person may be several.
    PersonPart {
        /// Comes for help.
        Visitor,
        /// Is a member.
        Member,
        /// Accompanies others.
        Volunteer,
    }

    /// How a person can be reached.
    PersonContactKind {
        /// By telephone.
        Telephone,
        /// By text message only.
        TextMessage,
        /// By e-mail.
        Email,
        /// By letter.
        Letter,
        /// Through somebody they trust.
        ThroughSomebody,
    }

    /// A day of the week on which it is safe to call.
    SafeDay {
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

    /// What somebody needs to take part.
    AccessNeed {
        /// Sign language; which one is among the languages (`sfb` is LSFB).
        SignLanguage,
        /// Speaks clearly, or in writing: hard of hearing.
        HardOfHearing,
        /// Large print, or read aloud.
        LowVision,
        /// Step-free access.
        StepFree,
        /// Does not read, or not these letters.
        NotReading,
        /// Somebody who goes along.
        Accompanied,
        /// Something else, in words.
        Other,
    }

    /// Why nobody may contact somebody.
    DoNotContactReason {
        /// The person asked for it.
        PersonAsked,
        /// Somebody could read or hear it and harm them.
        Safety,
        /// The address is shared with others.
        SharedAddress,
        /// Another reason, in words.
        Other,
    }

    /// Why contact is possible again.
    ContactAllowedReason {
        /// The person asked for it.
        PersonAsked,
        /// The danger is over.
        DangerOver,
        /// It was set by mistake.
        SetByMistake,
    }

    /// Why nothing about a need leaves the network.
    NeedContactReason {
        /// Whoever sees the word could harm the person.
        Safety,
        /// The word alone would be an insult or a risk.
        Stigma,
        /// The members decided so.
        NetworkDecision,
    }

    /// What may be shared.
    SharingScope {
        /// The need itself.
        Need,
        /// The name, or the name they chose.
        Identity,
        /// How to reach them.
        Contact,
        /// Papers.
        Documents,
        /// What was noted to be shared.
        SharedNotes,
    }

    /// With what kind of party something is shared.
    SharingPartyKind {
        /// One partner.
        Partner,
        /// Any partner the person is sent to.
        AnyPartner,
        /// One member of the network.
        Member,
        /// The hosts of another site.
        OtherSites,
    }

    /// How the person said yes, or no more.
    SharingConsentMode {
        /// Aloud.
        Oral,
        /// On paper or screen, signed.
        Signed,
        /// In sign language.
        SignLanguage,
    }

    /// Where a consent stands.
    SharingConsentState {
        /// The person agrees.
        Given,
        /// The person does not agree any more.
        Withdrawn,
        /// Somebody asks to share although the person could not say yes; a second reader is awaited.
        OverrideAsked,
        /// A second reader agreed to share although the person could not say yes.
        Overridden,
        /// No second reader agreed in time.
        OverrideLapsed,
    }

    /// Why something is shared although the person could not say yes.
    SharingOverrideReason {
        /// A life is in danger.
        DangerToLife,
        /// The person cannot express a will.
        CannotConsent,
        /// The law obliges us.
        LegalDuty,
        /// Another reason, in words.
        Other,
    }

    /// Why two files may be of one person.
    DuplicateReason {
        /// The same telephone number.
        SameTelephone,
        /// The same e-mail address.
        SameEmail,
        /// The same name, however it is spelled.
        SameName,
        /// A name that differs by a letter or two.
        SimilarName,
        /// The person said so.
        PersonSaid,
    }

    /// What somebody asks about their own data.
    DataRequestKind {
        /// To read it.
        Read,
        /// To have it corrected.
        Correct,
        /// To have it erased.
        Erase,
    }

    /// What became of a request about data.
    DataRequestAnswer {
        /// It was done.
        Granted,
        /// A part of it was done.
        Partly,
        /// It was refused, with a reason.
        Refused,
    }

    /// Why somebody is erased.
    ErasureReason {
        /// The person asked for it.
        PersonAsked,
        /// The data was kept as long as it may be.
        Retention,
        /// It should never have been kept.
        KeptWrongly,
    }

    /// Why an erasure has to wait.
    PostponementReason {
        /// The law obliges us to keep it for now.
        LegalDuty,
        /// The person needs it for a claim of theirs.
        PersonsClaim,
        /// A decision about it is being looked at.
        UnderReview,
    }

    /// A kind of data that is kept for its own time.
    DataKind {
        /// Telephone, e-mail and the like.
        Contact,
        /// Name and pseudonym.
        Identity,
        /// Notes.
        Notes,
        /// All that is kept about the person.
        Case,
    }

    /// For what somebody reads who a person is.
    RevealPurpose {
        /// To receive or accompany the person now.
        Reception,
        /// To contact the person.
        Contact,
        /// To send the person on.
        Referral,
        /// To see whether two files are of one person.
        Duplicates,
        /// The person asks about their own data.
        DataRequest,
        /// Somebody is in danger.
        Safety,
        /// Another purpose, in words.
        Other,
    }
}
