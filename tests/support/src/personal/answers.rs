//! Which parts of an answer are messages: errors, refusals, pages and plain texts. What was asked for
//! may hold personal words; a message may not.

use serde_json::Value;

/// What an answer hands over once, and nobody else must ever read.
const ONCE: [&str; 3] = ["secret", "step", "token"];
const FACTS: [&str; 2] = ["token", "returnCode"];

/// The messages of an answer, and the secrets it hands over.
pub(super) fn read(text: &str) -> (Vec<String>, Vec<String>) {
    let (mut messages, mut secrets) = (Vec::new(), Vec::new());
    if let Ok(answer) = serde_json::from_str::<Value>(text) {
        look(&answer, &mut messages, &mut secrets);
        return (messages, secrets);
    }
    let events: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("data:")).collect();
    if events.is_empty() {
        messages.push(text.to_owned());
    }
    for event in events {
        if let Ok(answer) = serde_json::from_str::<Value>(event.trim()) {
            look(&answer, &mut messages, &mut secrets);
        }
    }
    (messages, secrets)
}

fn look(value: &Value, messages: &mut Vec<String>, secrets: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| look(item, messages, secrets)),
        Value::Object(fields) => {
            let is_message = fields.contains_key("message")
                && (fields.contains_key("code") || fields.contains_key("extensions"));
            let is_refusal = fields.get("__typename").is_some_and(|name| name == "Refusal");
            if is_message || is_refusal {
                messages.push(value.to_string());
            }
            let text = |name: &str| fields.get(name).and_then(Value::as_str).map(ToOwned::to_owned);
            secrets.extend(ONCE.iter().filter_map(|name| text(name)));
            if text("name").is_some_and(|name| FACTS.contains(&name.as_str())) {
                secrets.extend(text("value"));
            }
            if let Some(codes) = fields.get("recoveryCodes").and_then(Value::as_array) {
                secrets.extend(codes.iter().filter_map(Value::as_str).map(ToOwned::to_owned));
            }
            for (name, inner) in fields {
                if name == "errors" && inner.is_array() {
                    messages.push(inner.to_string());
                }
                look(inner, messages, secrets);
            }
        }
        _ => {}
    }
}
