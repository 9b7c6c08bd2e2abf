//! How the events of accounts and devices are told. No name, no address, no proof, no digest.

use kernel::Narration;

use crate::account::AccountEvent;
use crate::device::DeviceEvent;

/// Tells an event of an account.
pub fn narrate(event: &AccountEvent) -> Narration {
    use AccountEvent as Then;
    match event {
        Then::AccountInvited { link, .. } => {
            Narration::to("invited").fact("until", link.expires_at.to_rfc3339())
        }
        Then::InvitationRenewed { link } => Narration::note().fact("until", link.expires_at.to_rfc3339()),
        Then::InvitationAccepted { .. } | Then::RecoveryCompleted | Then::RecoveryCancelled => {
            Narration::to("active")
        }
        Then::FacetGranted { facet, .. } => {
            Narration::note().part("facet", facet.facet).fact("role", facet.role)
        }
        Then::FacetWithdrawn { facet } => Narration::note().part("facet", facet),
        Then::PasskeyAdded { passkey, .. }
        | Then::PasskeyNamed { passkey, .. }
        | Then::PasskeyRefreshed { passkey, .. }
        | Then::PasskeyRemoved { passkey } => Narration::note().part("passkey", passkey),
        Then::OutsideIdentityLinked { issuer, .. } | Then::OutsideIdentityUnlinked { issuer } => {
            Narration::note().fact("issuer", issuer)
        }
        Then::RecoveryAsked { because, .. } => Narration::note().because(because),
        Then::RecoveryApproved { link, .. } => {
            Narration::to("locked").fact("until", link.expires_at.to_rfc3339())
        }
        Then::AccessTokenIssued { token, scope, expires_at, .. } => Narration::note()
            .part("accessToken", token)
            .fact("scope", scope)
            .fact("until", expires_at.to_rfc3339()),
        Then::AccessTokenRevoked { token } => Narration::note().part("accessToken", token),
        Then::AccountRemoved { because } => Narration::to("removed").because(because),
        Then::AccountRenamed { .. }
        | Then::AccountEmailChanged { .. }
        | Then::PasswordSet { .. }
        | Then::PasswordRemoved
        | Then::SecondFactorEnrolled { .. }
        | Then::SecondFactorConfirmed { .. }
        | Then::RecoveryCodeUsed { .. }
        | Then::SecondFactorRemoved => Narration::note(),
    }
}

/// Tells an event of a device.
pub fn narrate_device(event: &DeviceEvent) -> Narration {
    match event {
        DeviceEvent::DeviceRegistered { shared, .. } => Narration::to("registered").fact("shared", shared),
        DeviceEvent::DeviceRenamed { .. } => Narration::note(),
        DeviceEvent::DeviceRetired => Narration::to("retired"),
    }
}
