//! Which operations a node runs: those its own pages were built with, by the digest of their text.
//!
//! A page sends `documentId`, never a text. So whoever gets hold of a session can ask no more than the
//! pages ask, and the pages of the last releases, which may still wait in somebody's pocket with visits
//! to send, go on working.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::{Request, ServerError, Value};

use crate::authenticate::Admitted;
use crate::gate::error;

/// The operations of the pages, by `sha256:` and the digest of their text.
#[derive(Debug, Clone, Default)]
pub struct Documents {
    texts: Arc<HashMap<String, String>>,
    free: bool,
}

impl Documents {
    /// Only these; whoever has a personal access token may write their own.
    pub fn only(texts: HashMap<String, String>) -> Self {
        Self { texts: Arc::new(texts), free: false }
    }

    /// These by their ids, and any other text from anybody: a demonstration, or a developer's node.
    pub fn and_any(texts: HashMap<String, String>) -> Self {
        Self { texts: Arc::new(texts), free: true }
    }

    /// The text to run: of a document, or the one that was sent.
    ///
    /// # Errors
    /// When the document is not known here, when there is neither or both, and when a text was sent by
    /// somebody who may only send documents.
    pub(crate) fn text(
        &self,
        document: Option<&str>,
        text: Option<String>,
        admitted: &Admitted,
    ) -> Result<String, ServerError> {
        match (document, text.filter(|text| !text.is_empty())) {
            (Some(id), None) => self.texts.get(id).cloned().ok_or_else(|| {
                error("DOCUMENT_NOT_KNOWN", "documentId: not known here; this page is too old, load it again")
            }),
            (None, Some(text)) if self.free || admitted.is_a_program() => Ok(text),
            (None, Some(_)) => Err(error(
                "DOCUMENTS_ONLY",
                "query: texts are taken with a personal access token; pages send documentId",
            )),
            (None, None) => Err(error("BAD_REQUEST", "query: neither it nor documentId was sent")),
            (Some(_), Some(_)) => Err(error("BAD_REQUEST", "documentId: send it or query, not both")),
        }
    }

    /// The same for an operation on a socket, which carries its `documentId` among its extensions and
    /// an empty text.
    pub(crate) fn fill(&self, request: &mut Request, admitted: &Admitted) -> Result<(), ServerError> {
        let document = match request.extensions.get("documentId") {
            Some(Value::String(id)) => Some(id.clone()),
            Some(_) => return Err(error("BAD_REQUEST", "documentId: a text is expected")),
            None => None,
        };
        request.query = self.text(document.as_deref(), Some(std::mem::take(&mut request.query)), admitted)?;
        Ok(())
    }
}
