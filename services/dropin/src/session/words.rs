//! The words of a session.

kernel::codes! {
    /// Where a session stands.
    SessionState {
        /// Planned, not opened yet.
        Planned,
        /// People are received.
        Open,
        /// Over, its counts checked.
        Closed,
        /// It did not take place.
        Cancelled,
    }
}

kernel::codes! {
    /// How an interpreter takes part.
    InterpreterMode {
        /// In the room.
        OnSite,
        /// By video or telephone.
        Remote,
        /// Two together, as sign language interpreters relay each other.
        Pair,
    }
}

kernel::codes! {
    /// Why somebody could not be received.
    TurnedAwayReason {
        /// No more room or time in this session.
        Full,
        /// They came when the session was ending.
        Closing,
        /// Nobody could speak or sign their language.
        LanguageNotCovered,
        /// The place could not be entered, by wheelchair for example.
        NotAccessible,
        /// For the safety of people.
        Safety,
        /// Another reason.
        Other,
    }
}

kernel::codes! {
    /// Why a planned session does not take place.
    SessionCancellation {
        /// A public holiday was overlooked.
        PublicHoliday,
        /// Nobody can host.
        NoHost,
        /// The place cannot be used.
        PlaceUnavailable,
        /// The weather.
        Weather,
        /// An emergency.
        Emergency,
        /// It was planned by mistake.
        PlannedByMistake,
        /// Another reason; the message says which.
        Other,
    }
}
