//! The words of a visit: what is asked at the desk, and nothing that must not be.

kernel::codes! {
    /// How somebody came, or was met.
    VisitMode {
        /// Came without an appointment.
        WalkIn,
        /// Came with an appointment.
        Appointment,
        /// By telephone.
        Phone,
        /// At their home.
        Home,
        /// Met in the street or elsewhere.
        Outreach,
        /// Came with somebody of the network.
        Accompanied,
        /// By video or messages.
        Remote,
    }
}

kernel::codes! {
    /// Whether a language was spoken, written or signed.
    VisitLanguageForm {
        /// Spoken.
        Spoken,
        /// Written.
        Written,
        /// Signed.
        Signed,
    }
}

kernel::codes! {
    /// Whether this is the person's first visit.
    FirstVisit {
        /// Yes.
        Yes,
        /// No.
        No,
        /// Not known.
        Unknown,
    }
}

kernel::codes! {
    /// How a person stands to the neighbourhood. It is counted, never tested: everybody is received.
    RelationToArea {
        /// Lives here.
        Resident,
        /// Passes through.
        PassingThrough,
        /// Works here.
        Works,
        /// Did not say.
        NotSaid,
    }
}

kernel::codes! {
    /// A band of age; never a date of birth.
    VisitorAgeBand {
        /// Did not say.
        NotSaid,
        /// Under 18.
        Under18,
        /// 18 to 25.
        From18To25,
        /// 26 to 39.
        From26To39,
        /// 40 to 59.
        From40To59,
        /// 60 and over.
        From60,
    }
}

kernel::codes! {
    /// Gender, if somebody wishes to say it.
    VisitorGender {
        /// Did not say.
        NotSaid,
        /// Woman.
        Woman,
        /// Man.
        Man,
        /// Otherwise.
        Other,
    }
}

kernel::codes! {
    /// How somebody heard of the place.
    HeardOfUs {
        /// From friends or family.
        WordOfMouth,
        /// From a partner organisation.
        Partner,
        /// From a member of the network.
        Member,
        /// From a poster or leaflet.
        Leaflet,
        /// On the internet.
        Internet,
        /// Saw the door.
        PassingBy,
        /// In the street, from us.
        Outreach,
        /// Otherwise.
        Other,
    }
}

kernel::codes! {
    /// Who came along.
    AccompaniedBy {
        /// Nobody.
        Nobody,
        /// A child, also as interpreter.
        Child,
        /// A friend or a relative.
        Friend,
        /// A volunteer.
        Volunteer,
        /// A professional.
        Professional,
    }
}

kernel::codes! {
    /// What was given in a visit.
    AnswerGiven {
        /// Listened.
        Listened,
        /// Informed.
        Informed,
        /// Helped with a document.
        DocumentHelped,
        /// Oriented to a service.
        Oriented,
        /// Oriented to the network.
        Network,
    }
}

kernel::codes! {
    /// How pressing a need is.
    NeedUrgency {
        /// As any other.
        Normal,
        /// Within days.
        Urgent,
        /// Now.
        Emergency,
    }
}

kernel::codes! {
    /// Where a need stands.
    NeedState {
        /// Expressed, nobody has answered it yet.
        Expressed,
        /// Answered at the desk.
        AnsweredDirectly,
        /// Oriented to a service or to the network.
        Oriented,
        /// Met where it was oriented to.
        Met,
        /// Partly met where it was oriented to.
        PartlyMet,
        /// Not met; counted, so that it is not forgotten.
        Unmet,
        /// The person does not ask any more.
        Withdrawn,
    }
}

kernel::codes! {
    /// What became of an orientation.
    NeedSettlement {
        /// The need was met.
        Met,
        /// It was partly met.
        PartlyMet,
        /// It was not met.
        Unmet,
    }
}

kernel::codes! {
    /// Why a need was left unmet.
    UnmetReason {
        /// Nobody offers it here.
        NoSuchService,
        /// Whoever offers it has no room.
        NoCapacity,
        /// Nobody speaks or signs the language.
        LanguageNotCovered,
        /// The person lives, or stays, outside the area.
        OutOfArea,
        /// The conditions are not met.
        NotEligible,
        /// A document is missing.
        MissingDocument,
        /// The person cannot be reached.
        CouldNotContact,
        /// It costs too much.
        TooExpensive,
        /// Another reason.
        Other,
    }
}

kernel::codes! {
    /// Why a need is not asked any more.
    NeedWithdrawal {
        /// It was solved otherwise.
        SolvedOtherwise,
        /// The person changed their mind.
        ChangedMind,
        /// It was entered by mistake.
        EnteredByMistake,
        /// Not said.
        NotSaid,
    }
}

kernel::codes! {
    /// Who may read a note.
    NoteLevel {
        /// Everybody who carries the path of the person.
        Shared,
        /// The one who wrote it, and coordinators.
        Private,
    }
}

kernel::codes! {
    /// How far a person chose to be known; climbed and descended by events.
    VisitIdentity {
        /// Nothing is known.
        Anonymous,
        /// A return code leads back.
        ReturnCode,
        /// Known under a pseudonym.
        Pseudonym,
        /// Known under a name of their choice.
        Named,
    }
}

kernel::codes! {
    /// How somebody agreed.
    VisitConsentMode {
        /// By word of mouth.
        Oral,
        /// In writing.
        Written,
        /// In a sign language.
        SignLanguage,
    }
}

kernel::codes! {
    /// Why a visit that was not sent the same day is recorded now.
    LateReason {
        /// The device had no connection.
        NoConnection,
        /// It is entered from paper.
        Paper,
        /// It is read from a file.
        Import,
        /// Another reason.
        Other,
    }
}

kernel::codes! {
    /// Why a visit is corrected.
    CorrectionReason {
        /// A slip of the finger.
        TypingError,
        /// Understood later.
        Misunderstood,
        /// Said later.
        CompletedLater,
        /// The person asked for it.
        PersonAsked,
        /// Another reason.
        Other,
    }
}

kernel::codes! {
    /// Why a visit does not count.
    VoidReason {
        /// It was entered twice.
        EnteredTwice,
        /// It belongs to another session.
        WrongSession,
        /// It was a trial.
        Trial,
        /// The person asked for it.
        PersonAsked,
        /// Another reason.
        Other,
    }
}

kernel::codes! {
    /// Where a visit stands.
    VisitState {
        /// It counts.
        Recorded,
        /// It was entered by mistake and does not count.
        Voided,
    }
}

#[cfg(test)]
mod tests {
    use strum::VariantArray;

    use super::{VisitMode, VisitorAgeBand};

    #[test]
    fn a_code_is_spelled_the_same_in_json_and_in_facets() {
        for band in VisitorAgeBand::VARIANTS {
            assert_eq!(serde_json::to_value(band).expect("a code"), band.to_string());
        }
        assert_eq!(VisitorAgeBand::From18To25.to_string(), "from18To25");
        assert_eq!(VisitMode::WalkIn.to_string(), "walkIn");
    }
}
