//! The door to the app: its shell, or a page that says why there is none.

use askama::Template;
use axum::extract::{OriginalUri, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use crate::answer::Keep;
use crate::app;
use crate::frame::Frame;
use crate::pages::Here;

#[derive(Template)]
#[template(path = "not_built.html")]
struct NotBuilt {
    frame: Frame,
}

/// `/{language}/app` and everything below it.
pub(crate) async fn page(State(here): State<Here>, uri: OriginalUri, headers: HeaderMap) -> Response {
    let below = format!("/{}/app", here.language.code());
    let path = uri.path().strip_prefix(&below).unwrap_or_default();
    if let Some(shell) = app::built().then(|| app::shell(here.language, path, &headers)).flatten() {
        return shell;
    }
    let page = NotBuilt { frame: here.frame(None, "/app", "page-no-app").unlisted() };
    here.send_with(None, &headers, Keep::Nothing, StatusCode::SERVICE_UNAVAILABLE, Ok(page))
}
