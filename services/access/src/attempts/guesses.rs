//! Return codes are guessed at by somebody who is signed in: counted by account, by device and in
//! all. A guess counts when it begins, so a hundred of them inside one operation are a hundred.

use graph::Caller;
use graph::ports::{Guesses, Trouble};

use super::{Attempts, Trier, What};

impl Guesses for Attempts {
    fn may_guess(&self, caller: &Caller) -> Result<(), Trouble> {
        let (account, device) = words(caller);
        // Dropped, so that it counts.
        self.begin(What::ReturnCode, trier(caller, &account, device.as_deref()))
            .map(drop)
            .map_err(Trouble::from)
    }

    fn guessed_wrong(&self, _: &Caller) {
        // It has counted since it began.
    }

    fn guessed_right(&self, caller: &Caller) {
        let (account, device) = words(caller);
        if let Err(error) = self.take_back(What::ReturnCode, trier(caller, &account, device.as_deref())) {
            tracing::warn!(%error, "a right return code stays counted as a guess");
        }
    }
}

fn words(caller: &Caller) -> (String, Option<String>) {
    (caller.actor.to_string(), caller.device.as_ref().map(ToString::to_string))
}

fn trier<'a>(caller: &'a Caller, account: &'a str, device: Option<&'a str>) -> Trier<'a> {
    Trier { network: &caller.network, account: Some(account), device, known: false }
}
