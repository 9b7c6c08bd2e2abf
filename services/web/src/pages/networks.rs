//! Which network? Asked only when there are several.

use askama::Template;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;

use crate::answer::{Keep, see_other};
use crate::frame::{Entry, Frame};
use crate::pages::Here;

#[derive(Template)]
#[template(path = "networks.html")]
struct Networks {
    frame: Frame,
    networks: Vec<Entry>,
}

/// `/{language}`
pub(crate) async fn page(State(here): State<Here>, headers: HeaderMap) -> Response {
    let networks = &here.site.ports.networks;
    let code = here.language.code();
    if let [only] = networks.as_slice() {
        return see_other(&format!("/{code}/{}", only.id.as_str()), false);
    }
    let entries = networks.iter().map(|network| Entry {
        href: format!("/{code}/{}", network.id.as_str()),
        words: network.called(here.language.locale(Some(network))),
        here: false,
    });
    let page = Networks { frame: here.frame(None, "", "page-networks"), networks: entries.collect() };
    here.send(None, &headers, Keep::Asked, Ok(page))
}
