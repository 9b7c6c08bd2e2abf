//! An organisation's own sign-in: it opens an account that was linked to it, and makes none.

use accounts::account::{FirstProof, LinkOutsideIdentity, UseLink};
use accounts::projection::outside_key;
use accounts::{AccountCommand, AccountRefusal, Digest, Stage};
use chrono::TimeDelta;
use graph::ports::Trouble;
use kernel::{ActorId, DeviceId, NetworkId};
use serde::{Deserialize, Serialize};
use url::Url;
use uuid::Uuid;

use super::coming_in::role_of;
use super::{Came, SignIn, Where, no, refuse};
use crate::AccessRefusal;
use crate::oidc::{Outside, Outsider, Return};
use crate::sessions::Proof;
use crate::store::Holder;
use crate::store::steps::Step;
use crate::token::Token;

/// What somebody goes out for.
#[derive(Serialize, Deserialize)]
enum Purpose {
    /// To sign in.
    SignIn,
    /// To link their account, being in, in this session.
    Link(NetworkId, ActorId, Uuid),
    /// To accept an invitation: the account, and the digest of its link.
    Accept(NetworkId, ActorId, Digest),
}

/// What waits beside the way out. The browser comes back by an address alone, so what the page said of
/// its device waits here.
#[derive(Serialize, Deserialize)]
struct Gone {
    purpose: Purpose,
    device: Option<DeviceId>,
    shared: bool,
}

impl Step for Gone {
    const KIND: &'static str = "gone to sign in outside";
    const WAITS: TimeDelta = TimeDelta::minutes(10);
}

/// The way out: where to send the browser, and what its cookie holds.
#[derive(Debug)]
pub struct WayOut {
    /// Where.
    pub address: Url,
    /// The value of the cookie.
    pub cookie: String,
}

impl SignIn {
    fn outside(&self) -> Result<&Outside, Trouble> {
        self.outside.as_ref().ok_or_else(|| refuse(AccessRefusal::OutsideSignInUnknown))
    }

    /// The names and labels of the sign-ins a network may choose from.
    pub fn outside_offered(&self, network: &NetworkId) -> Vec<(String, String)> {
        let offered = self.outside.as_ref().map(|outside| outside.offered(network)).unwrap_or_default();
        offered.into_iter().map(|(name, label)| (name.to_owned(), label.to_owned())).collect()
    }

    /// Goes out to sign in, or to accept an invitation with the token of its link.
    ///
    /// # Errors
    /// The `Outside…` refusals, and that of a link that leads nowhere.
    pub async fn go_out(
        &self,
        network: &NetworkId,
        name: &str,
        invitation: Option<&str>,
        place: &Where,
    ) -> Result<WayOut, Trouble> {
        let purpose = match invitation {
            None => Purpose::SignIn,
            Some(shown) => {
                let nowhere = || refuse(AccountRefusal::InvitationNotValid);
                let found = self.account_by_link("invitation", shown).await?;
                let (holder, _, digest) =
                    found.filter(|(holder, ..)| holder.network == *network).ok_or_else(nowhere)?;
                Purpose::Accept(holder.network, holder.account, digest)
            }
        };
        self.gone(network, name, Gone { purpose, device: place.device.clone(), shared: place.shared }).await
    }

    /// Goes out to link one's account.
    ///
    /// # Errors
    /// The `Outside…` refusals, and as [`SignIn::me`].
    pub async fn go_out_to_link(&self, shown: &str, name: &str) -> Result<WayOut, Trouble> {
        let (session, _) = self.own(shown).await?;
        let Holder { network, account } = session.holder;
        let purpose = Purpose::Link(network.clone(), account, session.id);
        self.gone(&network, name, Gone { purpose, device: session.device, shared: session.shared }).await
    }

    async fn gone(&self, network: &NetworkId, name: &str, gone: Gone) -> Result<WayOut, Trouble> {
        let (address, out) = self.outside()?.begin(network, name).await.map_err(no)?;
        let beside: Token = self.steps.begin(&gone).map_err(no)?;
        Ok(WayOut { address, cookie: format!("{}.{}", out.as_str(), beside.as_str()) })
    }

    /// Comes back, on a device that showed what it is known by. Whoever is linked to no account is told so: nobody becomes somebody by signing in
    /// elsewhere.
    ///
    /// # Errors
    /// The `Outside…` refusals, and [`AccessRefusal::SignInWrong`] for a stranger.
    pub async fn come_back(
        &self,
        cookie: &str,
        back: &Return,
        known: Option<String>,
    ) -> Result<Came, Trouble> {
        let over = || refuse(AccessRefusal::SignInStepExpired);
        let (out, beside) = cookie.split_once('.').ok_or_else(over)?;
        let outsider = self.outside()?.finish(out, back).await.map_err(no)?;
        let gone: Gone = self.steps.take(beside).map_err(no)?;
        let place = Where { device: gone.device, shared: gone.shared, known };
        let link = identity(&outsider)?;
        let holder = match gone.purpose {
            Purpose::SignIn => return self.by_outsider(&outsider, &link, &place).await,
            Purpose::Link(network, account, session) => {
                let holder = Holder { network, account };
                // Whoever has left meanwhile, or was sent away, links nothing any more.
                if !self.sessions.stands(session).map_err(no)? {
                    return Err(over());
                }
                let known = self.opened_account(&holder).await?;
                let command = AccountCommand::LinkOutsideIdentity(link);
                self.act(&holder, role_of(&known), place.device.as_ref(), command).await?;
                // It goes on as a new one: its own cookie did not come along from the other site.
                self.sessions.end(&holder, session).map_err(no)?;
                holder
            }
            Purpose::Accept(network, account, digest) => {
                let holder = Holder { network, account };
                let known = self.account(&holder).await?.ok_or_else(over)?;
                let proof = FirstProof::OutsideIdentity(link);
                let command = AccountCommand::AcceptInvitation(UseLink { digest, proof });
                self.act(&holder, role_of(&known), place.device.as_ref(), command).await?;
                holder
            }
        };
        let known = self.opened_account(&holder).await?;
        let on_known_device = self.knows(Some(&holder), &place)?;
        self.after_a_proof(&holder, &known, Proof::Outside, &place, on_known_device).await
    }

    async fn by_outsider(
        &self,
        outsider: &Outsider,
        link: &LinkOutsideIdentity,
        place: &Where,
    ) -> Result<Came, Trouble> {
        let key = outside_key(link.issuer.as_str(), &link.subject);
        let known = self.account_by(&outsider.network, "outside", key).await?;
        let known = known
            .filter(|known| known.stage == Stage::Active)
            .ok_or_else(|| refuse(AccessRefusal::SignInWrong))?;
        let holder = Holder { network: outsider.network.clone(), account: known.account };
        let on_known_device = self.knows(Some(&holder), place)?;
        self.after_a_proof(&holder, &known, Proof::Outside, place, on_known_device).await
    }
}

/// Who signed in outside, as accounts keep it.
fn identity(outsider: &Outsider) -> Result<LinkOutsideIdentity, Trouble> {
    let unfit = |error: String| Trouble::Fault(format!("an issuer cannot be kept: {error}"));
    let issuer =
        outsider.issuer.parse().map_err(|error: kernel::text::TextError| unfit(error.to_string()))?;
    let subject =
        outsider.subject.parse().map_err(|error: accounts::values::NotADigest| unfit(error.to_string()))?;
    Ok(LinkOutsideIdentity { issuer, subject })
}
