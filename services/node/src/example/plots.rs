//! Every way a referral can go.

/// How a referral goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Plot {
    /// Received, accepted, an appointment, help; partner and person say the same.
    Helped,
    /// Declined because nobody there speaks the language; re-oriented, and then helped.
    LanguageNotCovered,
    /// There will be a place, but not soon.
    WaitListed,
    /// A paper is missing first; the clock stands still.
    AwaitingPerson,
    /// Nobody ever answers: it expires.
    Silent,
    /// The partner says that it helped, the person that it did so only in part.
    TwoVoices,
    /// No room; the person is sent elsewhere before the partner has said so.
    Reoriented,
    /// Declined for want of room.
    NoRoom,
    /// The person does not come the first time.
    Missed,
    /// Given back after a yes: another service is needed.
    GivenBack,
    /// The person has changed their mind.
    Recalled,
    /// By telephone, looked into, accepted, the person walks in.
    ByPhone,
    /// The person goes on alone, with what is needed for it.
    Alone,
    /// It did not help.
    NoHelp,
}

/// In which order they come, again and again.
pub(super) const PLOTS: &[Plot] = &[
    Plot::Helped,
    Plot::LanguageNotCovered,
    Plot::Reoriented,
    Plot::WaitListed,
    Plot::TwoVoices,
    Plot::Silent,
    Plot::Missed,
    Plot::NoRoom,
    Plot::Helped,
    Plot::AwaitingPerson,
    Plot::ByPhone,
    Plot::GivenBack,
    Plot::Recalled,
    Plot::Helped,
    Plot::Alone,
    Plot::NoHelp,
];

/// In which order they come lately, so that some of each stand open now.
pub(super) const LATELY: &[Plot] = &[
    Plot::WaitListed,
    Plot::AwaitingPerson,
    Plot::ByPhone,
    Plot::Missed,
    Plot::Silent,
    Plot::TwoVoices,
    Plot::LanguageNotCovered,
];
