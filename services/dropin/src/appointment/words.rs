//! The words of an appointment.

use kernel::Language;

kernel::codes! {
    /// Where an appointment stands.
    AppointmentState {
        /// Booked.
        Booked,
        /// Cancelled in time: excused, not missed.
        Cancelled,
        /// The person came.
        Arrived,
        /// The person did not come.
        DidNotShow,
    }
}

kernel::codes! {
    /// Who cancelled an appointment.
    CancelledBy {
        /// The person.
        Person,
        /// The site.
        Site,
    }
}

kernel::codes! {
    /// Why an appointment is cancelled.
    AppointmentCancellation {
        /// The person cannot come.
        Unavailable,
        /// It is not needed any more.
        NoLongerNeeded,
        /// The site is closed then.
        SiteClosed,
        /// No interpreter was found.
        NoInterpreter,
        /// Not said, or another reason.
        Other,
    }
}

kernel::codes! {
    /// How the person wishes to be reminded.
    AppointmentReminder {
        /// Not at all.
        NoReminder,
        /// By a text message.
        TextMessage,
        /// By e-mail.
        Email,
        /// By a telephone call.
        Call,
        /// By a link to a short video in sign language.
        SignVideo,
    }
}

/// Sign languages one meets at desks in Belgium and Canada, and their neighbours, by ISO 639-3
/// code: LSFB, VGT, LSQ, ASL, LSF, NGT, BSL, DGS, Maritime Sign Language, International Sign.
const SIGN_LANGUAGES: [&str; 10] = ["sfb", "vgt", "fcs", "ase", "fsl", "dse", "bfi", "gsg", "nsr", "ils"];

/// Whether a language is signed.
pub fn is_signed(language: Language) -> bool {
    SIGN_LANGUAGES.contains(&language.as_str())
}
