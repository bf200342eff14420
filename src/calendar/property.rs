//! The lines of a component as properties (RFC 5545, 3.1): a name, parameters, a value, each read when it is asked for.
//!
//! A file is believed in little: what is written is read as far as it can be understood, and what is left is nobody's problem but its own.

use crate::blocks::Block;
use crate::moment::{Length, Written};
use crate::text::unescaped;
use interop::bytes::printable;

/// The properties of one component, without those of its children.
pub(crate) struct Properties<'a>(Vec<Property<'a>>);

/// One line.
pub(crate) struct Property<'a> {
    name: &'a str,
    /// Without quotes and escapes, one entry for each value. One that stands alone, as old programs have them, is a value without a name.
    parameters: Vec<(&'a str, String)>,
    /// As it stands in the file.
    value: &'a str,
}

impl<'a> Properties<'a> {
    pub fn of(block: &'a Block) -> Properties<'a> {
        Properties(block.lines.iter().map(|line| Property::of(line)).collect())
    }

    pub fn all(&self, name: &str) -> impl Iterator<Item = &Property<'a>> {
        self.0.iter().filter(move |property| property.name.eq_ignore_ascii_case(name))
    }

    pub fn first(&self, name: &str) -> Option<&Property<'a>> {
        self.all(name).next()
    }

    /// The text of the first property of that name that has one.
    pub fn text(&self, name: &str) -> Option<String> {
        self.all(name).map(Property::text).find(|text| !text.trim().is_empty())
    }
}

impl<'a> Property<'a> {
    /// A line without a colon has no value.
    pub fn of(line: &'a str) -> Property<'a> {
        let (name, mut rest) = cut(line, &[';', ':']);
        let mut parameters = Vec::new();
        while let Some(after) = rest.strip_prefix(';') {
            let (name, more) = cut(after, &['=', ';', ':']);
            rest = more;
            if !rest.starts_with('=') {
                parameters.push(("", name.trim().to_owned()));
            }
            while let Some(after) = rest.strip_prefix(['=', ',']) {
                let (value, more) = parameter(after);
                parameters.push((name.trim(), value));
                rest = more;
            }
        }
        Property { name, parameters, value: rest.strip_prefix(':').unwrap_or_default() }
    }

    /// The first value of a parameter.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        let is_it = |there: &&(&str, String)| there.0.eq_ignore_ascii_case(name);
        self.parameters.iter().find(is_it).map(|(_, value)| value.as_str())
    }

    /// Whether a parameter has this value.
    pub fn has(&self, name: &str, value: &str) -> bool {
        let is_it = |there: &(&str, String)| there.0.eq_ignore_ascii_case(name) && there.1.eq_ignore_ascii_case(value);
        self.parameters.iter().any(is_it)
    }

    /// Whether the value is this word.
    pub fn is(&self, word: &str) -> bool {
        self.value.trim().eq_ignore_ascii_case(word)
    }

    /// The value as text: no escapes, nothing hidden. Empty for bytes that are no text.
    pub fn text(&self) -> String {
        let text = unescaped(self.value);
        let hides = |names: [&str; 2]| {
            let [long, short] = names;
            self.has("ENCODING", long) || self.has("ENCODING", short) || self.has("", long)
        };
        if hides(["QUOTED-PRINTABLE", "Q"]) {
            printable(&text)
        } else if hides(["BASE64", "B"]) {
            // What is not written as it says is taken as it stands.
            base64(&text).map_or(text, |bytes| String::from_utf8(bytes).unwrap_or_default())
        } else {
            text
        }
    }

    /// The value as a date or a time.
    pub fn moment(&self) -> Option<Written> {
        self.moment_in(self.value)
    }

    /// One of the values of the list as a date or a time.
    pub fn moment_in(&self, one: &str) -> Option<Written> {
        if self.has("VALUE", "DATE") { Written::read_day(one) } else { Written::read(one) }
    }

    /// The value as a length of time.
    pub fn length(&self) -> Option<Length> {
        Length::read(self.value)
    }

    pub fn integer(&self) -> Option<i64> {
        self.value.trim().parse().ok()
    }

    /// The values of a list.
    pub fn list(&self) -> impl Iterator<Item = &'a str> {
        self.value.split(',')
    }
}

/// What stands before the first of these, and the rest with it.
fn cut<'a>(text: &'a str, ends: &[char]) -> (&'a str, &'a str) {
    text.find(ends).and_then(|end| text.split_at_checked(end)).unwrap_or((text, ""))
}

/// One value of a parameter, without quotes and what is escaped in it (by backslashes or as in RFC 6868), and the rest behind it.
fn parameter(text: &str) -> (String, &str) {
    let mut out = String::new();
    let mut is_quoted = false;
    let mut characters = text.chars();
    loop {
        let rest = characters.as_str();
        let Some(character) = characters.next() else { break };
        match character {
            '"' => is_quoted = !is_quoted,
            ';' | ':' | ',' if !is_quoted => return (out.trim().to_owned(), rest),
            '\\' => out.extend(characters.next()),
            '^' => {
                let hidden = match characters.clone().next() {
                    Some('n') => Some('\n'),
                    Some('^') => Some('^'),
                    Some('\'') => Some('"'),
                    Some(_) | None => None,
                };
                if hidden.is_some() {
                    characters.next();
                }
                out.push(hidden.unwrap_or('^'));
            }
            other if other.is_ascii_control() && other != '\t' => {}
            other => out.push(other),
        }
    }
    (out.trim().to_owned(), "")
}

/// The bytes that are written as letters (RFC 4648, 4). None for what has other signs in it.
fn base64(text: &str) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let (mut bits, mut count) = (0_u32, 0_u32);
    for byte in text.bytes().filter(|byte| !byte.is_ascii_whitespace()) {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => {
                count = 0;
                continue;
            }
            _ => return None,
        };
        bits = (bits << 6) | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push(((bits >> count) & 0xFF) as u8);
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_name_parameters_and_a_value() {
        let line = Property::of("dtstart;x-a=1,\"2;,:\";TZID=\"Clinic: Annex\";BASE64;X=:20261005T180000;x");
        assert_eq!((line.name, line.value), ("dtstart", "20261005T180000;x"));
        assert_eq!(line.parameter("tzid"), Some("Clinic: Annex"));
        assert!(line.has("X-A", "1") && line.has("X-A", "2;,:") && line.has("", "base64") && line.has("X", ""));
        assert_eq!(line.parameter("VALUE"), None);
        assert_eq!(Property::of("DTSTART;TZID=\"no:end").value, "");
        assert_eq!(Property::of("DTSTART").value, "");
    }

    #[test]
    fn what_is_escaped_in_a_parameter_is_read() {
        for (written, read) in
            [("\"a^'b^^c\"", "a\"b^c"), ("a^x^", "a^x^"), ("(UTC-08:00", "(UTC-08"), ("\" a\\, b\\\\\" ", "a, b\\")]
        {
            let line = format!("DTSTART;TZID={written}:20261005T180000");
            assert_eq!(Property::of(&line).parameter("TZID"), Some(read), "{written}");
        }
    }

    #[test]
    fn a_text_is_read_whichever_way_it_is_hidden() {
        for (line, read) in [
            ("SUMMARY:a\\, b\\; c\\\\n\\nd", "a, b; c\\n\nd"),
            ("SUMMARY;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:caf=C3=A9", "caf\u{e9}"),
            ("SUMMARY;QUOTED-PRINTABLE:caf=E9", "caf\u{e9}"),
            ("SUMMARY;ENCODING=BASE64:R3JvdXA=", "Group"),
            ("SUMMARY;ENCODING=b:R3JvdX A", "Group"),
            ("SUMMARY;BASE64:not: so", "not: so"),
            ("SUMMARY;BASE64://///w==", ""),
            ("SUMMARY;ENCODING=8BIT:=C3", "=C3"),
        ] {
            assert_eq!(Property::of(line).text(), read, "{line}");
        }
    }
}
