//! What commands, events and rows are made of: to whom a referral goes, by when it must be
//! answered, the appointment, the three voices.

use async_graphql::{InputObject, OneofObject, SimpleObject};
use chrono::{DateTime, Utc};
use kernel::{Language, LanguageMode, Localized, MeetingId, PairingId, PartnerId, ServiceId, SiteId};
use serde::{Deserialize, Serialize};

use crate::codes::{ReferralOutcome, ReferralTargetKind, ReferralVoice};

/// To whom a referral goes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, OneofObject)]
#[graphql(name = "ReferralTargetInput")]
#[serde(rename_all = "camelCase")]
pub enum ReferralTarget {
    /// To a service of a partner, as its sheet says today.
    Service(ReferralService),
    /// To a partner, without a service sheet.
    Partner(ReferralPartner),
    /// To the mutual-aid network.
    Network(ReferralNetwork),
    /// The person goes on alone.
    SelfDirected(ReferralInformation),
}

/// A service as its sheet said when the referral was drafted: later changes do not touch it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(input_name = "ReferralServiceInput")]
#[serde(rename_all = "camelCase")]
pub struct ReferralService {
    /// The service.
    pub service: ServiceId,
    /// The partner that offers it.
    pub partner: PartnerId,
    /// What the service is called.
    pub name: Localized,
    /// What the partner is called.
    pub partner_name: Localized,
    /// The languages it is offered in, at most 30.
    #[graphql(default)]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<ReferralServiceLanguage>,
    /// What to bring, at most 30.
    #[graphql(default)]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<Localized>,
    /// Who may come, at most 30.
    #[graphql(default)]
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<Localized>,
    /// The version of the sheet.
    pub sheet_version: u64,
}

/// A language of a service, and how it is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, SimpleObject, InputObject)]
#[graphql(input_name = "ReferralServiceLanguageInput")]
#[serde(rename_all = "camelCase")]
pub struct ReferralServiceLanguage {
    /// The language.
    pub language: Language,
    /// How it is offered.
    pub mode: LanguageMode,
}

/// A partner without a service sheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, InputObject)]
#[graphql(name = "ReferralPartnerInput")]
#[serde(rename_all = "camelCase")]
pub struct ReferralPartner {
    /// The partner.
    pub partner: PartnerId,
    /// What it is called.
    pub name: Localized,
}

/// Where in the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, OneofObject)]
#[graphql(name = "ReferralNetworkInput")]
#[serde(rename_all = "camelCase")]
pub enum ReferralNetwork {
    /// To a collective meeting.
    Meeting(MeetingId),
    /// To a pairing with a volunteer.
    Pairing(PairingId),
    /// To the community space of a site.
    Space(SiteId),
}

/// What the person goes on with.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, InputObject)]
#[graphql(name = "ReferralInformationInput")]
#[serde(rename_all = "camelCase")]
pub struct ReferralInformation {
    /// The information, about places and services only.
    pub information: Localized,
}

impl ReferralTarget {
    /// What kind of target it is.
    pub fn kind(&self) -> ReferralTargetKind {
        match self {
            Self::Service(_) => ReferralTargetKind::Service,
            Self::Partner(_) => ReferralTargetKind::Partner,
            Self::Network(_) => ReferralTargetKind::Network,
            Self::SelfDirected(_) => ReferralTargetKind::SelfDirected,
        }
    }
}

/// To whom a referral goes, as it is read.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, SimpleObject)]
#[graphql(name = "ReferralTarget")]
#[serde(rename_all = "camelCase")]
pub struct ReferralTargetShown {
    /// What kind of target it is.
    pub kind: ReferralTargetKind,
    /// The service as its sheet said then, when it is a service.
    pub service: Option<ReferralService>,
    /// The partner, when there is one.
    pub partner: Option<PartnerId>,
    /// What the partner is called.
    pub partner_name: Option<Localized>,
    /// The collective meeting, when it is one.
    pub meeting: Option<MeetingId>,
    /// The pairing, when it is one.
    pub pairing: Option<PairingId>,
    /// The site whose community space it is, when it is one.
    pub space: Option<SiteId>,
    /// The information the person goes on with, when they go on alone.
    pub information: Option<Localized>,
}

impl From<&ReferralTarget> for ReferralTargetShown {
    fn from(target: &ReferralTarget) -> Self {
        let kind = target.kind();
        let mut shown = Self {
            kind,
            service: None,
            partner: None,
            partner_name: None,
            meeting: None,
            pairing: None,
            space: None,
            information: None,
        };
        match target {
            ReferralTarget::Service(service) => {
                shown.partner = Some(service.partner);
                shown.partner_name = Some(service.partner_name.clone());
                shown.service = Some(service.clone());
            }
            ReferralTarget::Partner(partner) => {
                shown.partner = Some(partner.partner);
                shown.partner_name = Some(partner.name.clone());
            }
            ReferralTarget::Network(ReferralNetwork::Meeting(id)) => shown.meeting = Some(*id),
            ReferralTarget::Network(ReferralNetwork::Pairing(id)) => shown.pairing = Some(*id),
            ReferralTarget::Network(ReferralNetwork::Space(id)) => shown.space = Some(*id),
            ReferralTarget::SelfDirected(alone) => shown.information = Some(alone.information.clone()),
        }
        shown
    }
}

/// What one voice said last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct ReferralOutcomeTold {
    /// What became of the help.
    pub outcome: ReferralOutcome,
    /// When it was told.
    pub at: DateTime<Utc>,
}

/// What each voice said last, side by side: none overwrites another.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, SimpleObject)]
#[serde(rename_all = "camelCase")]
pub struct ReferralOutcomes {
    /// What the partner said.
    pub partner: Option<ReferralOutcomeTold>,
    /// What the person said.
    pub person: Option<ReferralOutcomeTold>,
    /// What the host said.
    pub host: Option<ReferralOutcomeTold>,
}

impl ReferralOutcomes {
    /// What one voice said last.
    pub fn of(&self, voice: ReferralVoice) -> Option<ReferralOutcome> {
        let told = match voice {
            ReferralVoice::Partner => self.partner,
            ReferralVoice::Person => self.person,
            ReferralVoice::Host => self.host,
        };
        told.map(|told| told.outcome)
    }

    /// Keeps what a voice says.
    pub(crate) fn hear(&mut self, voice: ReferralVoice, outcome: ReferralOutcome, at: DateTime<Utc>) {
        let told = Some(ReferralOutcomeTold { outcome, at });
        match voice {
            ReferralVoice::Partner => self.partner = told,
            ReferralVoice::Person => self.person = told,
            ReferralVoice::Host => self.host = told,
        }
    }

    /// What those who know something say.
    fn known(&self) -> impl Iterator<Item = ReferralOutcome> {
        [self.partner, self.person, self.host]
            .into_iter()
            .flatten()
            .map(|told| told.outcome)
            .filter(|outcome| *outcome != ReferralOutcome::Unknown)
    }

    /// Whether two voices that know say different things.
    pub fn contradict(&self) -> bool {
        let mut known = self.known();
        known.next().is_some_and(|first| known.any(|other| other != first))
    }

    /// What all voices that know agree on.
    pub fn agreed(&self) -> Option<ReferralOutcome> {
        if self.contradict() { None } else { self.known().next() }
    }
}
