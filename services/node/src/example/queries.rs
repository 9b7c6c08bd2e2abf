//! Three queries worth trying, with the codes and ids of this very example.

use api::Gate;
use async_graphql::Request;
use serde_json::Value;

use crate::example::desk::long_path;
use crate::example::people::{Cast, Who};

/// A partner's token: it sees the one referral it has to answer, and nothing else.
pub(crate) async fn answerer(gate: &Gate) -> anyhow::Result<Option<String>> {
    let open = "{ referrals(first: 1, filter: { state: [SENT, RECEIVED, UNDER_REVIEW] }) { nodes { id } } }";
    let found = read(gate, Cast { network: "brussels" }.coordinator(), open).await?;
    let id = found["referrals"]["nodes"][0]["id"].as_str();
    Ok(id.map(|id| format!("demo-partner-brussels/referral/{id}")))
}

/// A query to paste, with the token to send it with.
pub(crate) struct Ready {
    pub(crate) what: &'static str,
    pub(crate) token: String,
    pub(crate) query: String,
}

/// The queries of a place that lives; what a place without the example can be asked, else.
pub(crate) async fn ready(gate: &Gate) -> anyhow::Result<Vec<Ready>> {
    let host = Cast { network: "brussels" }.host();
    let visit = long_path("brussels");
    let found = format!(
        "{{ visit(id: \"{visit}\") {{ returnCode }} sessions(first: 1, filter: {{ state: [CLOSED] }}) {{ nodes {{ id }} }} }}"
    );
    let found = read(gate, host, &found).await?;
    let code = found["visit"]["returnCode"].as_str();
    let session = found["sessions"]["nodes"][0]["id"].as_str();
    let mut ready = Vec::new();
    if let Some(code) = code {
        ready.push(Ready {
            what: "The path of somebody who came back with a code: visits, a re-oriented referral, a companion",
            token: "demo-nora-brussels".to_owned(),
            query: format!(
                "{{ path(by: {{ returnCode: \"{code}\" }}, first: 100) {{ objects {{ object {{ kind id }} state since }} \
                 entries {{ nodes {{ happenedAt event from to reason role }} }} }} }}"
            ),
        });
    }
    ready.push(Ready {
        what: "Who must move, since when",
        token: "demo-odile-brussels".to_owned(),
        query: "{ decisionInbox(first: 20) { totalCount nodes { object { kind id } waiting { on what since due } } } }"
            .to_owned(),
    });
    ready.push(Ready {
        what: "The last session and the needs of all months, counted",
        token: "demo-odile-brussels".to_owned(),
        query: match session {
            Some(session) => format!(
                "{{ session(id: \"{session}\") {{ date summary {{ visits firstVisits turnedAway languages {{ value count }} \
                 needs {{ value count }} needsByState {{ value count }} }} }} needCounts(by: CODE) {{ value count }} }}"
            ),
            None => "{ sites(first: 10) { totalCount nodes { id name } } needCounts(by: CODE) { value count } }".to_owned(),
        },
    });
    Ok(ready)
}

async fn read(gate: &Gate, by: Who, query: &str) -> anyhow::Result<Value> {
    let response = gate.run(by.caller()?, Request::new(query)).await;
    if let Some(error) = response.errors.first() {
        anyhow::bail!("the queries to try: {}", error.message);
    }
    Ok(response.data.into_json()?)
}
