//! What somebody does in the form of a program. An element says it in an attribute, in letters; here it is read.

use crate::program::form::Field;

/// The attribute.
pub const ACT: &str = "data-act";

/// The line, or none for what is said of the whole.
pub type Key = Option<u32>;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    Again(usize),
    Type(Key, Field),
    Day(Key, Field, u8),
    Add(usize),
    Up(u32),
    Remove(u32),
    RemoveNow(u32),
    Fresh,
    FreshNow,
    Keep,
    Sign,
    Save,
    App,
    Copy,
    Code,
    Print,
    Change,
}

impl Act {
    /// The letters.
    pub fn text(self) -> String {
        let (verb, key, field, number) = match self {
            Act::Again(place) => ('a', None, None, place),
            Act::Type(key, field) => ('t', key, Some(field), 0),
            Act::Day(key, field, day) => ('d', key, Some(field), usize::from(day)),
            Act::Add(kind) => ('n', None, None, kind),
            Act::Up(key) => ('u', Some(key), None, 0),
            Act::Remove(key) => ('r', Some(key), None, 0),
            Act::RemoveNow(key) => ('R', Some(key), None, 0),
            Act::Fresh => ('f', None, None, 0),
            Act::FreshNow => ('F', None, None, 0),
            Act::Keep => ('k', None, None, 0),
            Act::Sign => ('s', None, None, 0),
            Act::Save => ('S', None, None, 0),
            Act::App => ('A', None, None, 0),
            Act::Copy => ('c', None, None, 0),
            Act::Code => ('C', None, None, 0),
            Act::Print => ('p', None, None, 0),
            Act::Change => ('e', None, None, 0),
        };
        let key = key.map(|key| key.to_string()).unwrap_or_default();
        let field = field.map(|field| (field as u8).to_string()).unwrap_or_default();
        format!("{verb}-{key}-{field}-{number}")
    }

    /// The way back; None for other letters.
    pub fn of(text: &str) -> Option<Act> {
        let mut parts = text.split('-');
        let verb = parts.next()?;
        let key: Key = parts.next()?.parse().ok();
        let field = parts.next()?.parse().ok().and_then(Field::of);
        let number: usize = parts.next()?.parse().ok()?;
        Some(match verb {
            "a" => Act::Again(number),
            "t" => Act::Type(key, field?),
            "d" => Act::Day(key, field?, u8::try_from(number).ok()?),
            "n" => Act::Add(number),
            "u" => Act::Up(key?),
            "r" => Act::Remove(key?),
            "R" => Act::RemoveNow(key?),
            "f" => Act::Fresh,
            "F" => Act::FreshNow,
            "k" => Act::Keep,
            "s" => Act::Sign,
            "S" => Act::Save,
            "A" => Act::App,
            "c" => Act::Copy,
            "C" => Act::Code,
            "p" => Act::Print,
            "e" => Act::Change,
            _ => return None,
        })
    }
}

/// By what a field is found on the page.
pub fn field_id(key: Key, field: Field) -> String {
    Act::Type(key, field).text()
}
