//! Rust as far as the checks need it: words and signs with their lines, without comments, without
//! what is inside strings, and without tests.

/// A word, a number or a sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'a> {
    /// Its line, from 1.
    pub line: usize,
    /// The word or sign; `""` stands for any string, `''` for any letter.
    pub text: &'a str,
}

/// The tokens of a source file outside tests.
pub fn shipped(source: &str) -> Vec<Token<'_>> {
    without_tests(&tokens(source))
}

/// The tokens of a source file.
pub fn tokens(source: &str) -> Vec<Token<'_>> {
    let mut tokens = Vec::new();
    let (mut rest, mut line) = (source, 1);
    while let Some(first) = rest.chars().next() {
        let (length, text) = next(rest, first);
        if let Some(text) = text {
            tokens.push(Token { line, text });
        }
        line += rest[..length].matches('\n').count();
        rest = &rest[length..];
    }
    tokens
}

/// How long the next piece is, and what it counts as.
fn next(rest: &str, first: char) -> (usize, Option<&str>) {
    if rest.starts_with("//") {
        return (rest.find('\n').unwrap_or(rest.len()), None);
    }
    if rest.starts_with("/*") {
        return (block_comment(rest), None);
    }
    if let Some(length) = string(rest) {
        return (length, Some("\"\""));
    }
    if first == '\'' {
        return letter_or_lifetime(rest);
    }
    if is_word(first) {
        let length = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        return (length, Some(&rest[..length]));
    }
    let length = first.len_utf8();
    (length, (!first.is_whitespace()).then(|| &rest[..length]))
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The length of a comment that may hold others.
fn block_comment(rest: &str) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at < rest.len() {
        if rest[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if rest[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += rest[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}

/// The length of the string that begins here, if one does: plain, of bytes, raw or of C.
fn string(rest: &str) -> Option<usize> {
    let prefix = ["br", "cr", "b", "c", "r", ""].into_iter().find(|prefix| {
        let quoted = rest.strip_prefix(prefix).map(|after| after.trim_start_matches('#'));
        let hashes = rest.strip_prefix(prefix).is_some_and(|after| after.starts_with('#'));
        quoted.is_some_and(|after| after.starts_with('"')) && (!hashes || prefix.ends_with('r'))
    })?;
    let hashes = rest[prefix.len()..].chars().take_while(|c| *c == '#').count();
    let body = prefix.len() + hashes + 1;
    if prefix.ends_with('r') {
        let end = format!("\"{}", "#".repeat(hashes));
        return Some(rest[body..].find(&end).map_or(rest.len(), |at| body + at + end.len()));
    }
    let mut escaped = false;
    for (at, c) in rest[body..].char_indices() {
        match c {
            '"' if !escaped => return Some(body + at + 1),
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    Some(rest.len())
}

/// `'a'` and `'\n'` are letters; in `'a` the sign is dropped and the word follows.
fn letter_or_lifetime(rest: &str) -> (usize, Option<&str>) {
    let mut letters = rest.char_indices().skip(1);
    match (letters.next(), letters.next()) {
        (Some((_, '\\')), Some((escaped, _))) => {
            let after = escaped + rest[escaped..].chars().next().map_or(1, char::len_utf8);
            let length = rest[after..].find('\'').map_or(rest.len(), |at| after + at + 1);
            (length, Some("''"))
        }
        (Some(_), Some((end, '\''))) => (end + 1, Some("''")),
        _ => (1, None),
    }
}

/// Leaves out every item under `#[cfg(test)]` or `#[test]`.
fn without_tests<'a>(tokens: &[Token<'a>]) -> Vec<Token<'a>> {
    let mut shipped = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if for_tests(&tokens[at..]) {
            at = end_of_item(tokens, at);
        } else {
            shipped.push(tokens[at]);
            at += 1;
        }
    }
    shipped
}

fn for_tests(tokens: &[Token<'_>]) -> bool {
    let begins = |words: &[&str]| {
        tokens.len() >= words.len() && tokens.iter().zip(words).all(|(token, word)| token.text == *word)
    };
    begins(&["#", "[", "cfg", "(", "test", ")", "]"]) || begins(&["#", "[", "test", "]"])
}

/// The place after the item that begins with an attribute here: its `;` or its closing brace.
fn end_of_item(tokens: &[Token<'_>], start: usize) -> usize {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(start) {
        match token.text {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && matches!(token.text, ";" | "}") {
            return at + 1;
        }
    }
    tokens.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(source: &str) -> Vec<&str> {
        shipped(source).into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn comments_and_strings_say_nothing() {
        let source = "a // await\n/* now() /* unwrap() */ */ b \"x \\\" await\" r#\"un\"wrap\"# br\"c\" c";
        assert_eq!(words(source), ["a", "b", "\"\"", "\"\"", "\"\"", "c"]);
    }

    #[test]
    fn letters_and_lifetimes_are_told_apart() {
        assert_eq!(
            words("'\"' &'a str '\\'' '\\u{e9}' 'é' x"),
            ["''", "&", "a", "str", "''", "''", "''", "x"]
        );
    }

    #[test]
    fn tests_are_left_out_and_what_follows_is_not() {
        let source =
            "fn a() {}\n#[cfg(test)]\nmod tests { fn b() { let x = [1]; } }\n#[cfg(test)]\nuse c;\nfn d() {}";
        assert_eq!(words(source).join(""), "fna(){}fnd(){}");
    }

    #[test]
    fn lines_are_counted_through_strings_and_comments() {
        let found = tokens("a\n\"x\ny\"\n/*\n*/ b");
        assert_eq!(found.last(), Some(&Token { line: 5, text: "b" }));
    }
}
