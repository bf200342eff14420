//! The small parts that resources of FHIR are made of.

use super::story::{Timing, Uuid, When};
use crate::html::escaped;
use crate::value::{Fields, Value};

/// A text as a string of FHIR, `[ \r\n\t\S]+` (R4, 2.24.0.1): without control characters, and with the white space of other scripts and
/// programs as a plain space or a new line.
fn string(text: &str) -> String {
    let one = |c: char| match c {
        '\n' | '\r' | '\t' => Some(c),
        '\u{2028}' | '\u{2029}' => Some('\n'),
        c if c.is_control() => None,
        // To JavaScript, in which most readers are written, the mark of the byte order is white space as well.
        c if c.is_whitespace() || c == '\u{feff}' => Some(' '),
        c => Some(c),
    };
    text.chars().filter_map(one).collect()
}

fn made_string(value: &mut Value) {
    match value {
        Value::Text(text) => *text = string(text),
        Value::List(all) => all.iter_mut().for_each(made_string),
        _ => {}
    }
}

/// An object without what is null or empty, all of whose texts are strings of FHIR.
pub fn dense(mut fields: Fields) -> Value {
    fields.iter_mut().for_each(|(_, value)| made_string(value));
    fields.retain(|(_, value)| match value {
        Value::Null => false,
        Value::Text(text) => !text.is_empty(),
        Value::List(all) => !all.is_empty(),
        Value::Object(parts) => !parts.is_empty(),
        _ => true,
    });
    Value::Object(fields)
}

/// A list of one.
pub fn one(value: Value) -> Value {
    Value::List(vec![value])
}

/// The identifier that is the name of a resource.
pub fn identifier(id: Uuid) -> Value {
    dense(vec![("system", Value::text("urn:ietf:rfc:3986")), ("value", Value::Text(id.urn()))])
}

/// A note, if there is one.
pub fn annotation(text: Option<&String>) -> Value {
    Value::told(text, |text| one(dense(vec![("text", Value::text(text))])))
}

/// A coding of a system of HL7's.
pub fn coding(system: &str, code: &str, display: &str) -> Value {
    dense(vec![("system", Value::text(system)), ("code", Value::text(code)), ("display", Value::text(display))])
}

/// A concept of one coding.
pub fn concept_of(coding: Value) -> Value {
    dense(vec![("coding", one(coding))])
}

/// When something was, under the name that its type gives it.
pub fn effective(when: &When) -> (&'static str, Value) {
    let period = |start, end| dense(vec![("start", start), ("end", end)]);
    match when {
        When::At(time) => ("effectiveDateTime", Value::At(*time)),
        When::On(day) => ("effectiveDateTime", Value::Day(*day)),
        When::Between(start, end) => ("effectivePeriod", period(Value::At(*start), Value::At(*end))),
        When::Days(first, last) => ("effectivePeriod", period(Value::Day(*first), Value::Day(*last))),
    }
}

/// How often, and when.
pub fn timing(timing: &Timing) -> Value {
    let repeat = dense(vec![
        ("frequency", Value::Whole(timing.frequency.into())),
        ("period", Value::Whole(timing.period.into())),
        ("periodUnit", Value::text("d")),
        ("dayOfWeek", Value::each(&timing.days, |day| Value::text(day))),
        ("timeOfDay", Value::each(&timing.times, |time| Value::text(time))),
        ("when", Value::each(timing.when, Value::text)),
    ]);
    dense(vec![("repeat", repeat)])
}

/// A text in XHTML. XML has no way to write most control characters nor U+FFFE and U+FFFF (XML 1.0, 2.2), so they are left out.
pub fn xhtml(text: &str) -> String {
    let is_seen = |c: &char| (!c.is_control() || matches!(c, '\n' | '\t')) && !matches!(c, '\u{fffe}' | '\u{ffff}');
    escaped(&text.chars().filter(is_seen).collect::<String>())
}
