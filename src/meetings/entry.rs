//! One entry of a list, and its fields by their names. What is of another sort than it should be is told, not guessed.

use crate::json::Value;
use crate::text::{cut, plain};
use domain::meeting::Position;
use domain::{Label, Line, Note};
use interop::meetings::Reason;
use std::cell::RefCell;

/// In characters: what is longer is no text about a meeting, and is not gone through.
const MAX_RAW: usize = 32_000;

/// The fields of one entry, and what was wrong with them.
pub struct Entry {
    fields: Vec<(String, Value)>,
    problems: RefCell<Vec<Reason>>,
}

impl Entry {
    /// None for what is no object.
    pub fn of(value: Value) -> Option<Entry> {
        match value {
            Value::Object(fields) => Some(Entry { fields, problems: RefCell::default() }),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::Text(_) | Value::List(_) => None,
        }
    }

    /// A row of a sheet, by the names of its columns.
    pub fn of_row(fields: Vec<(String, Value)>) -> Entry {
        Entry { fields, problems: RefCell::default() }
    }

    /// A field that says something: not null and not empty.
    pub fn value(&self, name: &str) -> Option<&Value> {
        let (_, value) = self.fields.iter().rev().find(|(field, _)| field == name)?;
        match value {
            Value::Null => None,
            Value::Text(text) if text.trim().is_empty() => None,
            Value::List(values) if values.is_empty() => None,
            _ => Some(value),
        }
    }

    /// A text or a number as it was written, trimmed.
    pub fn raw(&self, name: &str) -> Option<&str> {
        match self.value(name)? {
            Value::Text(text) => Some(text.trim()),
            Value::Number(number) => Some(number),
            Value::Null | Value::Bool(_) | Value::List(_) | Value::Object(_) => {
                self.tell(Reason::FieldNotRead);
                None
            }
        }
    }

    /// A text without the signs of a web page.
    pub fn text(&self, name: &str) -> Option<String> {
        self.raw(name).map(|raw| plain(cut(raw, MAX_RAW))).filter(|text| !text.is_empty())
    }

    pub fn line(&self, name: &str) -> Option<Line> {
        self.text(name).and_then(|text| self.as_line(&text))
    }

    pub fn label(&self, name: &str) -> Option<Label> {
        let text = self.text(name)?;
        let kept = cut(&text, Label::LIMIT);
        self.tell_if(kept.len() < text.len());
        Label::new(kept).ok()
    }

    pub fn note(&self, name: &str) -> Option<Note> {
        // Nobody reads more than two pages about a meeting, and a phone has to keep it.
        const MOST: usize = 4_000;
        let text = self.text(name)?;
        let kept = cut(&text, MOST);
        self.tell_if(kept.len() < text.len());
        Note::new(kept).ok()
    }

    /// A text of this entry as a line, cut where it is too long.
    pub fn as_line(&self, text: &str) -> Option<Line> {
        let kept = cut(text, Line::LIMIT);
        self.tell_if(kept.len() < text.len());
        Line::new(kept).ok()
    }

    /// A point, by the names of its latitude and longitude.
    pub fn position(&self) -> Option<Position> {
        let (latitude, longitude) = (self.raw("latitude")?, self.raw("longitude")?);
        let position = Position::written(latitude, longitude);
        // Many write 0 where they know nothing.
        if position.is_none() && ![latitude, longitude].contains(&"0") {
            self.tell(Reason::FieldNotRead);
        }
        position
    }

    /// Something is wrong, and the entry comes in all the same.
    pub fn tell(&self, reason: Reason) {
        let mut problems = self.problems.borrow_mut();
        if !problems.contains(&reason) {
            problems.push(reason);
        }
    }

    /// Each once.
    pub fn problems(&self) -> Vec<Reason> {
        self.problems.borrow().clone()
    }

    fn tell_if(&self, is_cut: bool) {
        if is_cut {
            self.tell(Reason::TextCut);
        }
    }
}
