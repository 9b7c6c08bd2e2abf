//! What is where.

use std::sync::Arc;

use axum::Router;
use axum::extract::{DefaultBodyLimit, OriginalUri, RawQuery, State};
use axum::http::header::ALLOW;
use axum::http::{HeaderMap, StatusCode, Uri};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use graph::Locale;
use kernel::NetworkId;

use crate::answer::see_other;
use crate::language::Language;
use crate::network::Network;
use crate::pages::{self, Here};
use crate::ports::Ports;
use crate::speech::Speech;
use crate::{app, form};

/// Pieces of addresses that are no network.
const RESERVED: [&str; 2] = ["app", "l"];

/// Why the pages cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum Misconfigured {
    /// A network's code is a piece of our addresses.
    #[error("network {0}: this name is a part of our addresses; choose another")]
    Reserved(NetworkId),
    /// Two networks have one code.
    #[error("network {0}: it is there twice")]
    Twice(NetworkId),
    /// A clip would be loaded from elsewhere.
    #[error("network {0}: a clip is on another site; its addresses must begin with /")]
    ClipElsewhere(NetworkId),
    /// The texts cannot be read.
    #[error("the texts of the pages: {0}")]
    Texts(String),
}

/// What all pages share.
pub(crate) struct Site {
    pub(crate) ports: Ports,
    speeches: Vec<(Locale, Speech)>,
    /// French, when nothing else is found; there is always one.
    french: Speech,
}

impl Site {
    pub(crate) fn speech(&self, locale: Locale) -> Speech {
        let known = self.speeches.iter().find(|(known, _)| *known == locale);
        known.map_or(&self.french, |(_, speech)| speech).clone()
    }

    pub(crate) fn network(&self, code: &str) -> Option<&Network> {
        self.ports.networks.iter().find(|network| network.id.as_str() == code)
    }
}

/// The pages, the app and its files.
///
/// # Errors
/// When the networks or the texts are not fit to be served.
pub fn router(ports: Ports) -> Result<Router, Misconfigured> {
    fit(&ports.networks)?;
    let speech = |locale: Locale| Speech::of(locale).map_err(Misconfigured::Texts);
    let speeches = Locale::ALL.into_iter().map(|locale| Ok((locale, speech(locale)?)));
    let speeches = speeches.collect::<Result<_, Misconfigured>>()?;
    let site = Arc::new(Site { ports, speeches, french: speech(Locale::FrBe)? });
    let mut router =
        Router::new().route("/", get(front)).route("/app", get(to_app)).with_state(Arc::clone(&site));
    for language in Language::ALL {
        router = router.merge(in_language(Here { site: Arc::clone(&site), language }));
    }
    let elsewhere = get(other).fallback(nothing_to_send_to).with_state(site);
    Ok(router.fallback_service(elsewhere).layer(DefaultBodyLimit::max(form::LARGEST)))
}

fn fit(networks: &[Network]) -> Result<(), Misconfigured> {
    for (place, network) in networks.iter().enumerate() {
        if RESERVED.contains(&network.id.as_str()) {
            return Err(Misconfigured::Reserved(network.id.clone()));
        }
        if networks[..place].iter().any(|other| other.id == network.id) {
            return Err(Misconfigured::Twice(network.id.clone()));
        }
        if !network.clips.iter().all(crate::network::Clip::is_ours) {
            return Err(Misconfigured::ClipElsewhere(network.id.clone()));
        }
    }
    Ok(())
}

/// The addresses of one language.
fn in_language(here: Here) -> Router {
    let at = |end: &str| format!("/{}{end}", here.language.code());
    Router::new()
        .route(&at(""), get(pages::networks::page))
        .route(&at("/app"), get(pages::shell::page))
        .route(&at("/app/"), get(pages::shell::page))
        .route(&at("/app/{*rest}"), get(pages::shell::page))
        .route(&at("/l/{token}"), get(pages::link::question).post(pages::link::answer))
        .route(&at("/{network}"), get(pages::home::page))
        .route(&at("/{network}/meetings"), get(pages::meetings::page))
        .route(&at("/{network}/meetings.ics"), get(pages::calendar::all))
        .route(&at("/{network}/meetings/{file}"), get(pages::calendar::one))
        .route(&at("/{network}/help"), get(pages::help::page))
        .route(&at("/{network}/help/{service}"), get(pages::service::page))
        .route(&at("/{network}/easy"), get(pages::texts::easy))
        .route(&at("/{network}/privacy"), get(pages::texts::privacy))
        .route(&at("/{network}/accessibility"), get(pages::texts::accessibility))
        .route(&at("/{network}/visit"), get(pages::visit::form).post(pages::visit::record))
        .with_state(here)
}

/// The front door: on in the language the browser would rather have, and into the only network.
async fn front(State(site): State<Arc<Site>>, headers: HeaderMap) -> Response {
    let language = Language::wanted(&headers).code();
    match site.ports.networks.as_slice() {
        [only] => see_other(&format!("/{language}/{}", only.id.as_str()), true),
        _ => see_other(&format!("/{language}"), true),
    }
}

/// To the app in the language the browser would rather have; what stands behind `#` goes along.
async fn to_app(RawQuery(query): RawQuery, headers: HeaderMap) -> Response {
    let language = Language::wanted(&headers).code();
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    see_other(&format!("/{language}/app{query}"), true)
}

/// Files; an address with a slash too many; and what is not there, in the language of the address.
async fn other(State(site): State<Arc<Site>>, uri: OriginalUri, headers: HeaderMap) -> Response {
    let path = uri.path();
    if let Some(file) = app::file(path, &headers) {
        return file;
    }
    let language = spoken_at(&uri.0).unwrap_or_else(|| Language::wanted(&headers));
    let here = Here { site, language };
    match path.strip_suffix('/') {
        Some(without) if spoken_at(&uri.0).is_some() && !without.is_empty() && !without.ends_with('/') => {
            see_other(without, false)
        }
        _ => pages::trouble::missing(&here, None, &headers, StatusCode::NOT_FOUND),
    }
}

/// Something was sent to an address where nothing takes anything: a file can be fetched only, all
/// else is not there.
async fn nothing_to_send_to(State(site): State<Arc<Site>>, uri: OriginalUri, headers: HeaderMap) -> Response {
    if app::file(uri.path(), &headers).is_some() {
        return (StatusCode::METHOD_NOT_ALLOWED, [(ALLOW, "GET, HEAD")]).into_response();
    }
    let language = spoken_at(&uri.0).unwrap_or_else(|| Language::wanted(&headers));
    pages::trouble::missing(&Here { site, language }, None, &headers, StatusCode::NOT_FOUND)
}

/// The language an address begins with.
fn spoken_at(uri: &Uri) -> Option<Language> {
    uri.path().split('/').nth(1).and_then(Language::of)
}
