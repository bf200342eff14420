//! Writes JSON (RFC 8259). A writer of our own, because a phone has to load it and what is written is one small tree; the tests compare
//! it with serde_json.

use crate::base64::base64;
use crate::time::{clock_iso, day_iso};
use crate::value::{ChipWord, Value};

/// The value as a text of JSON that people can read too: a part to a line.
pub fn json(value: &Value) -> String {
    let mut out = String::new();
    write(&mut out, value, 0);
    out.push('\n');
    out
}

fn write(out: &mut String, value: &Value, depth: usize) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Whole(number) => out.push_str(&number.to_string()),
        Value::Text(text) => quoted(out, text),
        Value::Word(_, code) => quoted(out, code),
        Value::Chip(_, word) => {
            let (code, own) = match word {
                ChipWord::Code(code) => (Value::text(code), Value::Null),
                ChipWord::Own(own) => (Value::Null, Value::text(own)),
            };
            write(out, &Value::Object(vec![("code", code), ("own_words", own)]), depth);
        }
        Value::At(time) => quoted(out, &time.to_iso()),
        Value::Day(day) => quoted(out, &day_iso(*day)),
        Value::Clock(time) => quoted(out, &clock_iso(*time)),
        Value::Bytes(bytes) => quoted(out, &base64(bytes)),
        Value::List(all) => {
            within(out, ('[', ']'), all, depth, &mut |out, one| write(out, one, depth + 1));
        }
        Value::Object(fields) => {
            within(out, ('{', '}'), fields, depth, &mut |out, (name, one)| {
                quoted(out, name);
                out.push_str(": ");
                write(out, one, depth + 1);
            });
        }
    }
}

fn within<T>(
    out: &mut String,
    (open, close): (char, char),
    all: &[T],
    depth: usize,
    one: &mut dyn FnMut(&mut String, &T),
) {
    out.push(open);
    for (place, each) in all.iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        new_line(out, depth + 1);
        one(out, each);
    }
    if !all.is_empty() {
        new_line(out, depth);
    }
    out.push(close);
}

fn new_line(out: &mut String, depth: usize) {
    out.push('\n');
    for _ in 0..depth {
        out.push(' ');
    }
}

/// A string of JSON (RFC 8259, section 7). U+2028, U+2029 and `<` are written as escapes although they need not be: so the text can stand
/// in a script or a page and ends neither.
fn quoted(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0'..='\u{1f}' | '\u{7f}' | '<' | '\u{2028}' | '\u{2029}' => {
                out.push_str("\\u");
                for place in [12, 8, 4, 0] {
                    out.push(char::from_digit(u32::from(c) >> place & 0xf, 16).unwrap_or('0'));
                }
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::Value as Theirs;

    #[test]
    fn what_could_end_a_string_a_line_or_a_script_is_escaped() {
        let hostile = "\"quoted\" \\ </script>\r\n\t\0\u{1b}\u{7f}\u{2028}\u{2029} 🌊 e\u{301} \u{202e}שלום";
        let text = json(&Value::text(hostile));
        assert!(!text.contains("</") && !text.contains('\u{2028}') && text.lines().count() == 1, "{text}");
        assert_eq!(serde_json::from_str::<Theirs>(&text).unwrap(), Theirs::String(hostile.to_owned()));
    }

    fn any_value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::Bool),
            any::<i64>().prop_map(Value::Whole),
            any::<String>().prop_map(Value::Text),
        ];
        leaf.prop_recursive(4, 48, 6, |inner| {
            let names = prop::sample::subsequence(vec!["a", "b \"", "c\n", "ñ"], 0..=4);
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::List),
                (names, prop::collection::vec(inner, 4))
                    .prop_map(|(names, values)| Value::Object(names.into_iter().zip(values).collect())),
            ]
        })
    }

    fn theirs(value: &Value) -> Theirs {
        match value {
            Value::Null => Theirs::Null,
            Value::Bool(bool) => Theirs::Bool(*bool),
            Value::Whole(number) => Theirs::from(*number),
            Value::Text(text) => Theirs::String(text.clone()),
            Value::List(all) => all.iter().map(theirs).collect(),
            Value::Object(fields) => fields.iter().map(|(name, one)| ((*name).to_owned(), theirs(one))).collect(),
            _ => panic!("not made above"),
        }
    }

    proptest! {
        #[test]
        fn serde_json_reads_what_was_written(value in any_value()) {
            prop_assert_eq!(serde_json::from_str::<Theirs>(&json(&value)).unwrap(), theirs(&value));
        }
    }
}
