//! What a form brings, and from where.

use axum::http::HeaderMap;
use axum::http::header::CONTENT_TYPE;

/// The most bytes of a form; the longest is the plain form of a visit, with its ticks.
pub(crate) const LARGEST: usize = 16 * 1024;

/// The fields of a form or of an address, in order.
#[derive(Debug, Default)]
pub(crate) struct Fields(Vec<(String, String)>);

impl Fields {
    /// Of a body or a query.
    pub(crate) fn read(text: &[u8]) -> Self {
        Self(url::form_urlencoded::parse(text).into_owned().collect())
    }

    /// The first value of a field that is filled in.
    pub(crate) fn one(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// Every value of a field, such as ticks.
    pub(crate) fn all<'a>(&'a self, name: &str) -> impl Iterator<Item = &'a str> {
        let named = self.0.iter().filter(move |(known, _)| known == name);
        named.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }
}

/// Whether the body is a form.
pub(crate) fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    kind.split(';').next().is_some_and(|kind| kind.trim() == "application/x-www-form-urlencoded")
}

/// Whether one of our own pages sent it, for what acts in the name of a session. A form needs no
/// script, so there is no header that only ours could set: the browser's own word counts, and where it
/// gives none, `Origin`. The cookie of a session is `Strict` besides.
pub(crate) fn from_here(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    match (text("sec-fetch-site"), text("origin"), text("host")) {
        (Some(site), _, _) => site == "same-origin",
        (None, Some(origin), Some(host)) => {
            origin.split_once("://").is_some_and(|(_, authority)| authority == host)
        }
        (None, _, _) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect()
    }

    #[test]
    fn a_form_of_ours_is_taken_and_no_other() {
        assert!(from_here(&headers(&[("sec-fetch-site", "same-origin")])));
        assert!(from_here(&headers(&[("origin", "https://a.example"), ("host", "a.example")])));
        for foreign in [
            &[("sec-fetch-site", "cross-site")][..],
            &[("sec-fetch-site", "same-site")],
            &[("origin", "https://b.example"), ("host", "a.example")],
            &[("origin", "null"), ("host", "a.example")],
            &[("host", "a.example")],
        ] {
            assert!(!from_here(&headers(foreign)), "{foreign:?}");
        }
    }

    #[test]
    fn what_is_no_form_is_told_apart() {
        assert!(is_form(&headers(&[("content-type", "application/x-www-form-urlencoded; charset=UTF-8")])));
        assert!(!is_form(&headers(&[("content-type", "application/json")])));
        assert!(!is_form(&headers(&[])));
    }

    #[test]
    fn ticks_are_read_in_order_and_empty_fields_are_not() {
        let fields = Fields::read(b"need=a&need=b&session=&language=fra%20");
        assert_eq!(fields.all("need").collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!((fields.one("session"), fields.one("language")), (None, Some("fra")));
    }
}
