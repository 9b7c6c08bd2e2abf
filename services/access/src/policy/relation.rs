//! How an object is tied to whoever asks for it.

use super::classes::Kind;

/// The closest tie there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// Recorded by the account, or of its member or volunteer.
    Own,
    /// The one referral the account answers.
    Referral,
    /// Addressed to the organisation the account answers for.
    Partner,
    /// Of a site the account works at.
    SameSite,
    /// Of another site.
    OtherSite,
    /// Of the network, and of no site.
    Network,
}

impl Relation {
    /// Every relation, the closest first.
    pub const ALL: [Self; 6] =
        [Self::Own, Self::Referral, Self::Partner, Self::SameSite, Self::OtherSite, Self::Network];

    /// The ties an object of a kind can have.
    pub fn of(kind: &Kind) -> Vec<Self> {
        let tied = |name: &str| kind.ties.contains_key(name);
        let can = |relation: &Self| match relation {
            Self::Own => tied("account") || tied("member"),
            Self::Referral => tied("referral"),
            Self::Partner => tied("partner"),
            Self::SameSite | Self::OtherSite => tied("site"),
            Self::Network => true,
        };
        Self::ALL.into_iter().filter(can).collect()
    }

    pub(super) fn place(self) -> usize {
        Self::ALL.iter().position(|relation| *relation == self).unwrap_or(0)
    }

    /// The site, as a policy sees it.
    pub(super) fn site(self) -> &'static str {
        match self {
            Self::SameSite => "same",
            Self::OtherSite => "other",
            Self::Own | Self::Referral | Self::Partner | Self::Network => "none",
        }
    }
}
