//! The pages, one file for each: what is asked, what is shown, and the template beside it.

pub(crate) mod calendar;
pub(crate) mod help;
pub(crate) mod home;
pub(crate) mod link;
pub(crate) mod meetings;
pub(crate) mod networks;
pub(crate) mod service;
pub(crate) mod shell;
pub(crate) mod texts;
pub(crate) mod trouble;
pub(crate) mod visit;

use std::sync::Arc;

use askama::Template;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use graphql_client::GraphQLQuery;

use crate::answer::{Keep, Sent};
use crate::asking::{self, Trouble};
use crate::frame::Frame;
use crate::language::Language;
use crate::network::Network;
use crate::ports::Who;
use crate::router::Site;

/// The pages of a node in one language.
#[derive(Clone)]
pub(crate) struct Here {
    pub(crate) site: Arc<Site>,
    pub(crate) language: Language,
}

impl Here {
    /// What is around a page; the title is the key of a text.
    pub(crate) fn frame(&self, network: Option<&Network>, path: &str, title: &str) -> Frame {
        let speech = self.site.speech(self.language.locale(network));
        Frame::new(speech, self.language, network, path, title)
    }

    /// Asks as the public of a network.
    pub(crate) async fn ask<Q: GraphQLQuery>(
        &self,
        network: &Network,
        variables: Q::Variables,
    ) -> Result<Q::ResponseData, Trouble> {
        self.ask_as::<Q>(Who::Public(network.id.clone()), Some(network), variables).await
    }

    /// Asks as somebody.
    pub(crate) async fn ask_as<Q: GraphQLQuery>(
        &self,
        who: Who,
        network: Option<&Network>,
        variables: Q::Variables,
    ) -> Result<Q::ResponseData, Trouble> {
        asking::ask::<Q>(&self.site.ports, who, self.language.locale(network), variables).await
    }

    /// Renders a page and sends it; what cannot be shown is a page as well.
    pub(crate) fn send<T: Template>(
        &self,
        network: Option<&Network>,
        asked: &HeaderMap,
        keep: Keep,
        page: Result<T, Trouble>,
    ) -> Response {
        self.send_with(network, asked, keep, StatusCode::OK, page)
    }

    /// The same with a status of its own.
    pub(crate) fn send_with<T: Template>(
        &self,
        network: Option<&Network>,
        asked: &HeaderMap,
        keep: Keep,
        status: StatusCode,
        page: Result<T, Trouble>,
    ) -> Response {
        let page = page.and_then(|page| page.render().map_err(|error| unwritten(&error)));
        match page {
            Ok(text) => Sent::page(status, keep, text).to(asked),
            Err(trouble) => trouble::page(self, network, asked, trouble),
        }
    }
}

fn unwritten(error: &askama::Error) -> Trouble {
    tracing::error!(%error, "a page cannot be written");
    Trouble::Broken
}
