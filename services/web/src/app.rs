//! The app for people who sign in: one shell for each language, its files, and the page that stands in
//! for it when it was not built.

use std::sync::LazyLock;

use axum::http::HeaderMap;
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

use crate::files::{self, File};
use crate::language::Language;
use crate::security;

/// Not for browsers: the server reads it.
const PRIVATE: [&str; 1] = ["allowed.json"];

/// The policy that lets every shell run its own inline scripts and no other.
static POLICY: LazyLock<String> = LazyLock::new(|| {
    let shells = files::FILES.iter().filter(|file| file.is_page());
    let (mut scripts, mut styles) = (Vec::new(), Vec::new());
    for shell in shells {
        let text = String::from_utf8_lossy(shell.plain);
        scripts.extend(inline(&text, "script"));
        styles.extend(inline(&text, "style"));
    }
    for list in [&mut scripts, &mut styles] {
        list.sort();
        list.dedup();
    }
    security::shell(&scripts, &styles)
});

/// The digests of the inline elements of a kind, as a policy names them.
fn inline(html: &str, element: &str) -> Vec<String> {
    let (open, close) = (format!("<{element}"), format!("</{element}>"));
    let mut hashes = Vec::new();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once(&open) {
        let Some((attributes, after)) = after.split_once('>') else { break };
        let Some((inside, after)) = after.split_once(&close) else { break };
        if !attributes.contains("src=") && !inside.is_empty() {
            hashes.push(STANDARD.encode(Sha256::digest(inside)));
        }
        rest = after;
    }
    hashes
}

/// Whether there is an app to serve.
pub(crate) fn built() -> bool {
    files::HAS_APP
}

/// The page of the app at an address below `/{language}/app`, or the shell of the language.
pub(crate) fn shell(language: Language, path: &str, asked: &HeaderMap) -> Option<Response> {
    let code = language.code();
    let path = path.trim_matches('/');
    let mut names = Vec::new();
    if !path.is_empty() {
        names.push(format!("{code}/app/{path}.html"));
        names.push(format!("{code}/app/{path}/index.html"));
    }
    names.extend([
        format!("{code}/app/index.html"),
        format!("{code}/app.html"),
        format!("{code}/index.html"),
        format!("{code}.html"),
    ]);
    names.iter().find_map(|name| files::named(name)).map(|shell| shell.to(asked, &POLICY))
}

/// Any other file of the app, or the style sheet of the pages.
pub(crate) fn file(path: &str, asked: &HeaderMap) -> Option<Response> {
    let name = path.trim_start_matches('/');
    let shown = |file: &&File| !PRIVATE.contains(&file.name) && !file.is_page();
    // What a service worker may ask for is what its own file says.
    let policy = if name == files::WORKER { POLICY.as_str() } else { security::FILE };
    files::named(name).filter(shown).map(|file| file.to(asked, policy))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inline_script_is_named_by_its_digest_and_one_from_a_file_is_not() {
        let html = "<script src=\"/a.js\"></script><script>\n  go()\n</script><style>a{}</style>";
        assert_eq!(inline(html, "script"), [STANDARD.encode(Sha256::digest("\n  go()\n"))]);
        assert_eq!(inline(html, "style").len(), 1);
        assert!(inline("<p>no script</p>", "script").is_empty());
    }
}
