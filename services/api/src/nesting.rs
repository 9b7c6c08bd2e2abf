//! How deep a document nests, looked at before it is parsed: the parser goes down one call for
//! each bracket, so a tower of brackets would take the whole process with it.

/// The most open brackets at once; far more than the depth of any operation we run.
const DEEPEST: usize = 100;

/// Whether a document nests deeper than anything that could be run. Brackets in strings and
/// comments do not count.
pub(crate) fn too_deep(document: &str) -> bool {
    let mut rest = document.as_bytes();
    let mut open = 0_usize;
    while let [first, after @ ..] = rest {
        rest = after;
        match first {
            b'{' | b'[' | b'(' => open += 1,
            b'}' | b']' | b')' => open = open.saturating_sub(1),
            b'#' => rest = past(after, |text| text.starts_with(b"\n") || text.starts_with(b"\r"), 1),
            b'"' => rest = past_string(after),
            _ => {}
        }
        if open > DEEPEST {
            return true;
        }
    }
    false
}

/// What follows a string whose first quotation mark was read.
fn past_string(text: &[u8]) -> &[u8] {
    if let Some(block) = text.strip_prefix(b"\"\"") {
        let mut rest = block;
        while !rest.is_empty() && !rest.starts_with(b"\"\"\"") {
            let step = if rest.starts_with(b"\\\"\"\"") { 4 } else { 1 };
            rest = rest.get(step..).unwrap_or_default();
        }
        return rest.get(3..).unwrap_or_default();
    }
    let mut rest = text;
    while !rest.is_empty() && !rest.starts_with(b"\"") && !rest.starts_with(b"\n") {
        let step = if rest.starts_with(b"\\") { 2 } else { 1 };
        rest = rest.get(step..).unwrap_or_default();
    }
    rest.get(1..).unwrap_or_default()
}

/// What follows the first place where something holds, and so many bytes of it.
fn past(text: &[u8], holds: impl Fn(&[u8]) -> bool, bytes: usize) -> &[u8] {
    let at = (0..text.len()).find(|at| holds(&text[*at..])).unwrap_or(text.len());
    text.get(at + bytes..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn towers_are_too_deep() {
        for (open, close) in [("{a", "}"), ("[", "]"), ("{a:", "}"), ("(", ")")] {
            assert!(!too_deep(&format!("{}{}", open.repeat(100), close.repeat(100))));
            assert!(too_deep(&format!("{}{}", open.repeat(101), close.repeat(101))));
        }
        assert!(too_deep(&"{a".repeat(100_000)), "without an end");
        assert!(!too_deep(&"{ a } ".repeat(1_000)), "many, not deep");
    }

    #[test]
    fn words_are_not_brackets() {
        let many = "[".repeat(200);
        assert!(!too_deep(&format!("{{ a(b: \"{many}\") }}")));
        assert!(!too_deep(&format!("{{ a(b: \"\\\"{many}\") }}")));
        assert!(!too_deep(&format!("{{ a(b: \"\"\"\"{many}\\\"\"\"{many}\"\"\") }}")));
        assert!(!too_deep(&format!("# {many}\n{{ a }}")));
        assert!(too_deep(&format!("{{ a(b: \"\") {many}")), "after an empty string");
        assert!(too_deep(&format!("{{ a(b: \"\\\\\") {many}")), "after a backslash");
        assert!(too_deep(&format!("# words\n{many}")), "after a comment");
        assert!(too_deep(&format!("\"\"\" words \"\"\"{many}")), "after a block of text");
    }
}
