//! The bytes of a file as lines, and a line as a property: name, parameters, value. Whatever wrote them: any kind of line end, folded or not,
//! UTF-8, UTF-16 or older.

use crate::bytes::{printable, text};
use std::borrow::Cow;

/// A property of a card.
pub(super) struct Property {
    /// In capitals, without a group before it.
    pub name: String,
    /// Names in capitals. A parameter that stands alone, as version 2.1 has them, is a `TYPE`.
    parameters: Vec<(String, String)>,
    /// As it stands in the file, but for what quoted-printable hides.
    pub value: String,
}

/// A line longer than this is a picture, and is left out. In bytes, unfolded.
const LONGEST: usize = 16 * 1024;

/// The lines of a file, unfolded. What is longer than any name is cut off.
pub(super) struct Lines<'a>(pub &'a [u8]);

impl<'a> Lines<'a> {
    fn physical(&mut self) -> Option<&'a [u8]> {
        if self.0.is_empty() {
            return None;
        }
        let end = self.0.iter().position(|byte| matches!(byte, b'\r' | b'\n')).unwrap_or(self.0.len());
        let (line, rest) = self.0.split_at_checked(end).unwrap_or((self.0, &[]));
        let ended = match rest {
            [b'\r', b'\n', ..] => 2,
            [_, ..] => 1,
            [] => 0,
        };
        self.0 = rest.get(ended..).unwrap_or_default();
        Some(line)
    }
}

impl Iterator for Lines<'_> {
    type Item = Vec<u8>;

    fn next(&mut self) -> Option<Vec<u8>> {
        let mut line = self.physical()?.to_vec();
        let head = line.split(|byte| *byte == b':').next().unwrap_or_default();
        // What an old phone breaks in its own way: `=` at the end, and the line goes on without a space.
        let is_printable = head.to_ascii_uppercase().windows(16).any(|part| part == b"QUOTED-PRINTABLE");
        loop {
            let more = match self.0.first() {
                Some(b' ' | b'\t') => self.physical().and_then(|more| more.get(1..)),
                Some(_) if is_printable && line.last() == Some(&b'=') => {
                    line.pop();
                    self.physical()
                }
                Some(_) | None => None,
            };
            let Some(more) = more else { return Some(line) };
            if line.len() <= LONGEST {
                line.extend_from_slice(more);
            }
        }
    }
}

impl Property {
    /// None for what is no property, and for what is too long to be a name or a number.
    pub fn of(line: &[u8]) -> Option<Property> {
        if line.len() > LONGEST {
            return None;
        }
        let line = text(Cow::Borrowed(line));
        let (head, value) = split_outside_quotes(&line, ':')?;
        let mut parts = split_all(head, ';').into_iter();
        let name = parts.next()?.rsplit('.').next()?.trim().to_ascii_uppercase();
        let parameter = |part: &str| match part.split_once('=') {
            Some((name, value)) => (name.trim().to_ascii_uppercase(), value.trim().replace('"', "")),
            None => ("TYPE".to_owned(), part.trim().to_owned()),
        };
        let parameters: Vec<(String, String)> = parts.map(parameter).collect();
        let mut property = Property { name, parameters, value: value.to_owned() };
        let is_printable = |value: &str| value.eq_ignore_ascii_case("quoted-printable");
        if property.parameters.iter().any(|(_, value)| is_printable(value)) {
            property.value = printable(&property.value);
        }
        Some(property)
    }

    fn parameter(&self, name: &str) -> Option<String> {
        self.parameters.iter().find(|(there, _)| there == name).map(|(_, value)| value.clone())
    }

    /// What kind of number it is, in small letters.
    pub fn types(&self) -> impl Iterator<Item = String> {
        let types = self.parameters.iter().filter(|(name, _)| name == "TYPE");
        types
            .flat_map(|(_, value)| value.split(','))
            .map(|kind| kind.trim().to_ascii_lowercase())
            .collect::<Vec<_>>()
            .into_iter()
    }

    /// 1 is the first; what says nothing comes last.
    pub fn preference(&self) -> u8 {
        let stated = self.parameter("PREF").and_then(|value| value.parse().ok());
        stated.unwrap_or(if self.types().any(|kind| kind == "pref") { 1 } else { u8::MAX })
    }
}

/// A TEXT (RFC 6350, 3.4) up to `end`, where that stands for itself; the rest of the value behind it.
pub(super) fn component(value: &str, end: Option<char>) -> (String, Option<&str>) {
    let mut out = String::new();
    let mut characters = value.char_indices();
    while let Some((_, character)) = characters.next() {
        match character {
            '\\' => match characters.next() {
                Some((_, 'n' | 'N')) => out.push('\n'),
                Some((_, other)) => out.push(other),
                None => {}
            },
            other if Some(other) == end => return (out, Some(characters.as_str())),
            other => out.push(other),
        }
    }
    (out, None)
}

fn split_outside_quotes(line: &str, mark: char) -> Option<(&str, &str)> {
    let mut is_quoted = false;
    for (place, character) in line.char_indices() {
        match character {
            '"' => is_quoted = !is_quoted,
            found if found == mark && !is_quoted => {
                return Some((line.get(..place)?, line.get(place.checked_add(mark.len_utf8())?..)?));
            }
            _ => {}
        }
    }
    None
}

fn split_all(mut rest: &str, mark: char) -> Vec<&str> {
    let mut parts = Vec::new();
    while let Some((part, after)) = split_outside_quotes(rest, mark) {
        parts.push(part);
        rest = after;
    }
    parts.push(rest);
    parts
}
