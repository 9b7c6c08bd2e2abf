//! What policies cost: a list of a hundred visits behind the gate with them, and behind one that
//! allows everything, in turn.

use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use api::access::Access;
use api::{Gate, Policies, Unchecked};
use async_graphql::Request;
use graph::{Caller, Locale, Ports, Scope};
use kernel::{ActorId, Role, SiteId};
use readmodel::Fold;
use uuid::Uuid;

use crate::{rebuild, serve};
use benches::append::network;
use benches::load::tell;

/// Lists asked for, of each kind.
const ROUNDS: usize = 300;

const CASES: &str = "{ visits(first: 100) { totalCount nodes { id state case session language occurredAt \
    needs { code state urgency } } } }";
const WORDS: &str = "{ visits(first: 100) { totalCount nodes { id state notes { level words } } } }";

fn caller(role: Role, scope: Scope) -> Result<Caller> {
    let (network, actor) = (network()?, ActorId(Uuid::from_u128(0xA1)));
    let (device, locale, trace, session) = (None, Locale::FrBe, None, None);
    Ok(Caller { network, actor, role, device, locale, trace, scope, session })
}

/// How long one list took, and that it was whole.
async fn once(gate: &Gate, caller: &Caller, query: &str) -> Result<Duration> {
    let started = Instant::now();
    let answer = gate.run(caller.clone(), Request::new(query)).await;
    let took = started.elapsed();
    ensure!(answer.errors.is_empty(), "{:?}", answer.errors);
    Ok(took)
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times.get(times.len() / 2).copied().unwrap_or_default()
}

/// Tells both medians and their ratio, for a list without words and for one that asks for notes, of which
/// these visits have none.
pub(crate) async fn measure(file: &Path, folder: &Path) -> Result<()> {
    let mut folds = rebuild::folds();
    folds.push(Fold::of::<people::Disclosures>());
    let ports = serve::stand(file, folder, folds).await?.ports;
    let gate =
        |ports: &Ports, access: Arc<dyn Access>| Gate::new(ports.clone(), access).map_err(anyhow::Error::msg);
    let ours = gate(&ports, Arc::new(Policies::read().map_err(anyhow::Error::msg)?))?;
    let all = gate(&ports, Arc::new(Unchecked))?;
    let elsewhere = Scope { sites: vec![SiteId(Uuid::from_u128(1))], ..Scope::default() };
    for (name, role, scope, query) in [
        ("cases", Role::Coordinator, Scope::default(), CASES),
        ("cases_of_a_host", Role::Host, elsewhere.clone(), CASES),
        ("words_of_a_host", Role::Host, elsewhere, WORDS),
    ] {
        let caller = caller(role, scope)?;
        let (mut with, mut without) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            with.push(once(&ours, &caller, query).await?);
            without.push(once(&all, &caller, query).await?);
        }
        let (with, without) = (median(with), median(without));
        tell(&format!("{name}_with_policies_us"), with.as_micros());
        tell(&format!("{name}_without_us"), without.as_micros());
        tell(&format!("{name}_ratio"), format!("{:.3}", with.as_secs_f64() / without.as_secs_f64()));
    }
    Ok(())
}
