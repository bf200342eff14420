//! From what was typed to what a program can say: each field is read by itself, and each that cannot be read is told, so that all faults are seen at once.

use chrono::{NaiveDate, Timelike};
use domain::{
    Label, Line, Link, Note, PhoneNumber, StartTime, Weekdays, WordsError, check_date, day_from_field, from_field,
};

use super::fault::Fault;
use super::form::{Field, Form};

/// A form that is being read, and what was wrong so far.
pub(super) struct Reading<'a> {
    form: &'a Form,
    pub faults: Vec<(Field, Fault)>,
}

impl<'a> Reading<'a> {
    pub fn of(form: &'a Form) -> Reading<'a> {
        Reading { form, faults: Vec::new() }
    }

    pub fn text(&self, field: Field) -> &'a str {
        self.form.get(field)
    }

    pub fn fault(&mut self, field: Field, fault: Fault) {
        self.faults.push((field, fault));
    }

    /// None where nothing can be seen, and where it cannot be read.
    pub fn optional<T>(&mut self, field: Field, read: fn(&str) -> Result<T, Fault>) -> Option<T> {
        let text = self.text(field);
        if text.trim().is_empty() {
            return None;
        }
        match read(text) {
            Ok(value) => Some(value),
            // Signs that cannot be seen are no words.
            Err(Fault::Missing) => None,
            Err(fault) => {
                self.fault(field, fault);
                None
            }
        }
    }

    /// The same, and something has to stand there.
    pub fn needed<T>(&mut self, field: Field, read: fn(&str) -> Result<T, Fault>) -> Option<T> {
        let before = self.faults.len();
        let value = self.optional(field, read);
        if value.is_none() && self.faults.len() == before {
            self.fault(field, Fault::Missing);
        }
        value
    }

    pub fn weekdays(&self, field: Field) -> Option<Weekdays> {
        Weekdays::from_bits(self.text(field).parse().ok()?)
    }
}

fn words(why: WordsError) -> Fault {
    match why {
        WordsError::Empty => Fault::Missing,
        WordsError::TooLong { limit, .. } => Fault::TooLong(limit),
    }
}

pub(super) fn label(text: &str) -> Result<Label, Fault> {
    Label::new(text).map_err(words)
}

pub(super) fn line(text: &str) -> Result<Line, Fault> {
    Line::new(text).map_err(words)
}

pub(super) fn note(text: &str) -> Result<Note, Fault> {
    Note::new(text).map_err(words)
}

pub(super) fn link(text: &str) -> Result<Link, Fault> {
    Link::new(text).map_err(|_| Fault::NoLink)
}

pub(super) fn phone(text: &str) -> Result<PhoneNumber, Fault> {
    PhoneNumber::new(text).map_err(|_| Fault::NoNumber)
}

pub(super) fn day(text: &str) -> Result<NaiveDate, Fault> {
    day_from_field(text).and_then(|day| check_date(day).ok()).ok_or(Fault::NoDay)
}

pub(super) fn time(text: &str) -> Result<StartTime, Fault> {
    let time = from_field(&format!("2000-01-01T{text}")).map(|there| there.time());
    let minutes = time.and_then(|time| u16::try_from(time.num_seconds_from_midnight() / 60).ok());
    minutes.and_then(StartTime::of_minutes).ok_or(Fault::NoTime)
}

/// Steps, one in each line; empty lines are none.
pub(super) fn steps(text: &str) -> Result<Vec<Line>, Fault> {
    let steps = text.lines().map(line).filter(|step| *step != Err(Fault::Missing)).collect::<Result<Vec<_>, _>>()?;
    if steps.is_empty() { Err(Fault::Missing) } else { Ok(steps) }
}
