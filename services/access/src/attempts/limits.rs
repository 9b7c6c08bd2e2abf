//! How often what may be tried.

use chrono::TimeDelta;

/// What is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum What {
    /// A password.
    Password,
    /// A code of the second factor, or a recovery code.
    SecondFactor,
    /// A passkey's answer, or an outside sign-in's.
    Passkey,
    /// An invitation or recovery link, or a personal access token.
    Link,
    /// The return code on a slip.
    ReturnCode,
}

/// How the waiting goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Waits {
    /// Twice as long after each further try.
    Doubling {
        /// After the first that was not free.
        first: TimeDelta,
        /// At most.
        most: TimeDelta,
    },
    /// Until the oldest no longer counts.
    UntilOneLeaves,
}

/// So many tries in so long, and then waiting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Limit {
    pub(crate) free: usize,
    pub(crate) window: TimeDelta,
    pub(crate) waits: Waits,
}

impl Limit {
    /// How many tries are worth remembering: more change nothing.
    pub(super) fn kept(&self) -> usize {
        self.free + 12
    }
}

/// Five slips of the finger cost nothing; the sixth try waits 15 seconds, the tenth four minutes.
const ACCOUNT: Limit = Limit {
    free: 5,
    window: TimeDelta::hours(1),
    waits: Waits::Doubling { first: TimeDelta::seconds(15), most: TimeDelta::minutes(15) },
};

/// A known device: twice as many, because strangers cannot use them up.
const KNOWN: Limit = Limit { free: 10, ..ACCOUNT };

/// One device at any account: a tablet at the desk is used by several people who mistype.
const DEVICE: Limit = Limit { free: 20, ..ACCOUNT };

/// A whole network, known devices apart. A million guesses would take ten days; a permanence of fifty
/// who all mistype twice is far below.
const ALL: Limit = Limit { free: 600, window: TimeDelta::minutes(10), waits: Waits::UntilOneLeaves };

/// Six digits, of which three count at a time: five wrong ones an hour are enough.
const CODE: Limit = Limit {
    free: 5,
    window: TimeDelta::hours(1),
    waits: Waits::Doubling { first: TimeDelta::seconds(30), most: TimeDelta::minutes(15) },
};

/// Return codes: one account on one device, and a whole network, still far from 31 to the seventh.
const RETURN: Limit = Limit { free: 10, window: TimeDelta::minutes(1), waits: Waits::UntilOneLeaves };
const RETURNS: Limit = Limit { free: 200, window: TimeDelta::minutes(1), waits: Waits::UntilOneLeaves };

impl What {
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Password => "password",
            Self::SecondFactor => "second factor",
            Self::Passkey => "passkey",
            Self::Link => "link",
            Self::ReturnCode => "return code",
        }
    }

    /// At one account, from a device it is known on.
    pub(super) fn known(self) -> Limit {
        match self {
            Self::SecondFactor => CODE,
            Self::ReturnCode => RETURN,
            Self::Password | Self::Passkey | Self::Link => KNOWN,
        }
    }

    /// At one account, from everywhere else together.
    pub(super) fn strangers(self) -> Limit {
        match self {
            Self::SecondFactor => CODE,
            Self::ReturnCode => RETURN,
            Self::Password | Self::Passkey | Self::Link => ACCOUNT,
        }
    }

    /// From one device, at whatever account.
    pub(super) fn device(self) -> Limit {
        match self {
            Self::ReturnCode => RETURN,
            _ => DEVICE,
        }
    }

    /// In a whole network.
    pub(super) fn all(self) -> Limit {
        match self {
            Self::ReturnCode => RETURNS,
            _ => ALL,
        }
    }
}
