//! The pictures beside the words, drawn into the page: no further request, and right on old phones.

use std::collections::BTreeMap;
use std::sync::LazyLock;

const SPRITE: &str = include_str!(concat!(env!("OUT_DIR"), "/sprite.svg"));

/// The inside of each symbol, by its name, with its view box.
static SYMBOLS: LazyLock<BTreeMap<&'static str, (&'static str, &'static str)>> =
    LazyLock::new(|| symbols(SPRITE));

fn symbols(sprite: &'static str) -> BTreeMap<&'static str, (&'static str, &'static str)> {
    sprite
        .split("<symbol")
        .skip(1)
        .filter_map(|piece| {
            let (head, rest) = piece.split_once('>')?;
            let (inside, _) = rest.split_once("</symbol>")?;
            Some((attribute(head, "id")?, (inside.trim(), attribute(head, "viewBox").unwrap_or("0 0 24 24"))))
        })
        .collect()
}

fn attribute<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = head.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

/// A picture as markup; nothing when there is none by that name, since words stand beside each.
pub(crate) fn picture(name: &str) -> String {
    SYMBOLS.get(name).map_or_else(String::new, |(inside, view)| {
        format!(
            "<svg class=\"icon\" viewBox=\"{view}\" aria-hidden=\"true\" focusable=\"false\">{inside}</svg>"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_is_found_with_its_view_box() {
        let sprite = "<svg><symbol id=\"a\" viewBox=\"0 0 8 8\"><path d=\"M0 0\"/></symbol><symbol id=\"b\"><g/></symbol></svg>";
        let symbols = symbols(sprite);
        assert_eq!(symbols["a"], ("<path d=\"M0 0\"/>", "0 0 8 8"));
        assert_eq!(symbols["b"], ("<g/>", "0 0 24 24"));
    }

    #[test]
    fn a_picture_that_is_not_there_is_left_out() {
        assert_eq!(picture("no such thing"), "");
    }
}
