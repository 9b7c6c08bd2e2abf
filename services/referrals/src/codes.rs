//! The closed lists of the machine: one spelling in the journal, in facets and in GraphQL.

kernel::codes! {
    /// Where a referral stands.
    ReferralState {
        /// Written down; the person has not consented yet.
        Drafted,
        /// The person consents; it can be sent.
        Ready,
        /// On its way to the partner, who has not seen it yet.
        Sent,
        /// The partner has seen it.
        Received,
        /// The partner looks into it.
        UnderReview,
        /// The partner would, but not now.
        WaitListed,
        /// The partner needs something from the person first; the clock stands still.
        AwaitingPerson,
        /// The partner says yes.
        Accepted,
        /// The person has an appointment there.
        Scheduled,
        /// The person did not come.
        Missed,
        /// The person came; the partner helps.
        InService,
        /// It is over, with an outcome.
        Closed,
        /// The partner said no, with a reason.
        Declined,
        /// The partner said yes and then gave it back, with a reason.
        Returned,
        /// The host took it back.
        Recalled,
        /// Nobody answered in time. This is never a no.
        Expired,
        /// Another referral took its place.
        Superseded,
        /// It was entered in error.
        Void,
    }

    /// How soon an answer is needed.
    ReferralPriority {
        /// Within a day.
        Emergency,
        /// Within three working days of the partner.
        Urgent,
        /// When the partner can.
        Normal,
    }

    /// How much of the person's identity the partner gets.
    ReferralIdentity {
        /// Nothing.
        Anonymous,
        /// The return code only.
        ReturnCode,
        /// The name the person chose to be called by here.
        Pseudonym,
        /// The name.
        Named,
    }

    /// How the person wants to be reached.
    ReferralContact {
        /// By telephone.
        Phone,
        /// By text message.
        TextMessage,
        /// By e-mail.
        Email,
        /// By letter.
        Letter,
        /// At the desk, when they come back.
        InPerson,
        /// Through the one who accompanies them.
        ThroughReferent,
        /// Not at all: nobody writes or calls.
        NoContact,
    }

    /// What kind of target a referral has.
    ReferralTargetKind {
        /// A service of a partner.
        Service,
        /// A partner, without a service sheet.
        Partner,
        /// The mutual-aid network itself.
        Network,
        /// The person goes on alone, with information.
        SelfDirected,
    }

    /// How a referral travels.
    ReferralChannel {
        /// By a link that the partner opens.
        Link,
        /// By telephone.
        Phone,
        /// By letter.
        Letter,
        /// The person carries a slip.
        PersonCarriesSlip,
    }

    /// Whose working days count.
    ReferralCalendar {
        /// Belgium.
        Be,
        /// Québec.
        CaQc,
    }

    /// How the person said yes.
    ReferralConsentMode {
        /// Aloud.
        Oral,
        /// On paper or screen.
        Written,
        /// In sign language.
        SignLanguage,
    }

    /// What the person agrees to share.
    ReferralConsentScope {
        /// The need itself.
        Need,
        /// The name, or the name they chose.
        Identity,
        /// How to reach them.
        Contact,
        /// Papers.
        Documents,
    }

    /// Why something is shared although the person could not say yes.
    ReferralOverrideReason {
        /// A life is in danger.
        DangerToLife,
        /// The person cannot express a will.
        CannotConsent,
        /// The law obliges us.
        LegalDuty,
        /// Another reason, in words.
        Other,
    }

    /// Why a partner says no, gives a referral back, or could not help.
    ReferralReason {
        /// No room.
        Capacity,
        /// Not even a wait list.
        WaitListClosed,
        /// The person lives elsewhere.
        OutOfArea,
        /// The person does not meet the conditions.
        NotEligible,
        /// A paper is missing.
        MissingDocument,
        /// Nobody there speaks or signs the person's language.
        LanguageNotCovered,
        /// The person could not be reached.
        CouldNotContact,
        /// The person does not want it any more.
        PersonNoLongerInterested,
        /// It was asked before.
        Duplicate,
        /// Another service is needed.
        WrongService,
        /// The service does not exist any more, or is closed for now.
        ServiceClosed,
        /// Another reason, in words.
        Other,
    }

    /// Why a referral did not reach the partner.
    ReferralDeliveryFailure {
        /// The address or number is wrong.
        WrongAddress,
        /// The mailbox or the line refuses it.
        Refused,
        /// Nobody could be reached.
        Unreachable,
        /// The letter came back, or the slip was lost.
        CameBack,
    }

    /// What the person is asked to do first.
    ReferralPersonAction {
        /// Bring a paper that is missing.
        MissingDocument,
        /// Fill in a form.
        FillInForm,
        /// Call the partner.
        CallPartner,
        /// Come by in person.
        ComeInPerson,
        /// Something else, in words.
        Other,
    }

    /// How the person and the partner get in touch once it is accepted.
    ReferralContactWay {
        /// The partner contacts the person.
        PartnerContactsPerson,
        /// The person calls the partner.
        PersonCalls,
        /// The person walks in.
        PersonWalksIn,
        /// Through us.
        ThroughHost,
    }

    /// Who tells what became of it.
    ReferralVoice {
        /// The partner.
        Partner,
        /// The person.
        Person,
        /// The host, from what they know.
        Host,
    }

    /// From whom it is known whether the person came.
    ReferralAttendanceSource {
        /// From the partner.
        Partner,
        /// From a host.
        Host,
        /// From the volunteer who went along.
        Volunteer,
        /// From the person.
        Person,
    }

    /// What became of the help.
    ReferralOutcome {
        /// The person got help.
        GotHelp,
        /// The person got a part of it.
        Partly,
        /// The person got no help.
        NoHelp,
        /// Nobody knows.
        Unknown,
    }

    /// Why a host takes a referral back.
    ReferralRecallReason {
        /// The person changed their mind.
        PersonChangedMind,
        /// The person does not consent any more.
        ConsentWithdrawn,
        /// It would not be safe.
        Safety,
    }

    /// Why a referral that was over goes on.
    ReferralReopenReason {
        /// The partner came back on its answer.
        PartnerChangedAnswer,
        /// The answer came after the end.
        LateAnswer,
        /// The need is there again.
        NeedNotMet,
        /// It was ended by mistake.
        EndedByMistake,
        /// Another reason, in words.
        Other,
    }

    /// Why a referral should never have been entered.
    ReferralErrorReason {
        /// It is there twice.
        EnteredTwice,
        /// It is about somebody else.
        WrongPerson,
        /// It was a trial.
        Trial,
        /// Another reason, in words.
        Other,
    }

    /// What a reminder is about.
    ReferralReminder {
        /// The answer that is due.
        Answer,
        /// The appointment that is near.
        Appointment,
    }
}
