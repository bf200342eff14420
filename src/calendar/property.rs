//! The properties of a component as calcard reads them: values with their types, text without its escapes.

use crate::blocks::Block;
use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendarComponent, ICalendarComponentType, ICalendarDuration, ICalendarEntry, ICalendarProperty, ICalendarValue,
    Uri,
};
use calcard::{Entry, Parser};
use chrono::{NaiveDate, NaiveDateTime};

/// The properties of one component, without those of its children.
pub(crate) struct Properties(ICalendarComponent);

impl Properties {
    pub fn of(block: &Block) -> Properties {
        let mut text = String::new();
        for line in &block.lines {
            text.push_str(line);
            text.push_str("\r\n");
        }
        text.push_str("END:VEVENT\r\n");
        // What it is called makes no difference to how it is read. (`Parser::entry` would bring a parser of address books along.)
        let component = match Parser::new(&text).icalendar(ICalendarComponentType::VEvent) {
            Entry::ICalendar(calendar) => calendar.components.into_iter().next(),
            _ => None,
        };
        Properties(component.unwrap_or_default())
    }

    pub fn component(&self) -> &ICalendarComponent {
        &self.0
    }

    pub fn all(&self, name: ICalendarProperty) -> impl Iterator<Item = &ICalendarEntry> {
        self.0.entries.iter().filter(move |entry| entry.name == name)
    }

    pub fn first(&self, name: ICalendarProperty) -> Option<&ICalendarEntry> {
        self.0.entries.iter().find(|entry| entry.name == name)
    }

    /// The text of the first property of that name that has one.
    pub fn text(&self, name: ICalendarProperty) -> Option<&str> {
        self.all(name).find_map(|entry| entry.values.iter().find_map(value_text))
    }

    /// The same, of a property that is in no standard.
    pub fn odd_text(&self, name: &str) -> Option<&str> {
        let is_it = |entry: &&ICalendarEntry| matches!(&entry.name, ICalendarProperty::Other(other) if other.eq_ignore_ascii_case(name));
        self.0.entries.iter().filter(is_it).find_map(|entry| entry.values.iter().find_map(value_text))
    }
}

fn value_text(value: &ICalendarValue) -> Option<&str> {
    match value {
        ICalendarValue::Text(text) | ICalendarValue::Uri(Uri::Location(text)) => {
            Some(text.as_str()).filter(|text| !text.trim().is_empty())
        }
        _ => None,
    }
}

/// A date or a time as written.
#[derive(Clone, Copy)]
pub(crate) enum Written {
    Day(NaiveDate),
    /// By some clock.
    Wall(NaiveDateTime),
    /// Already in UTC.
    Utc(NaiveDateTime),
}

/// None for what is no date.
pub(crate) fn written(value: &PartialDateTime) -> Option<Written> {
    let day = NaiveDate::from_ymd_opt(i32::from(value.year?), u32::from(value.month?), u32::from(value.day?))?;
    let Some(hour) = value.hour else { return Some(Written::Day(day)) };
    // A leap second is written as 60, and is the 59th to every clock that people have.
    let second = value.second.unwrap_or_default();
    let second = if second == 60 { 59 } else { second };
    let wall = day.and_hms_opt(u32::from(hour), u32::from(value.minute.unwrap_or_default()), u32::from(second))?;
    Some(match value.tz_hour {
        None => Written::Wall(wall),
        Some(hours) => {
            let minutes = i64::from(hours) * 60 + i64::from(value.tz_minute.unwrap_or_default());
            let offset = chrono::TimeDelta::minutes(if value.tz_minus { -minutes } else { minutes });
            Written::Utc(wall.checked_sub_signed(offset)?)
        }
    })
}

/// A length of time (RFC 5545, 3.3.6): days by the calendar, and seconds that really pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Length {
    pub days: i64,
    pub seconds: i64,
}

impl Length {
    pub const NONE: Length = Length { days: 0, seconds: 0 };
    const LONGEST_DAYS: i64 = 366;

    /// None for one of more than a year.
    pub fn of(duration: &ICalendarDuration) -> Option<Length> {
        let sign = if duration.neg { -1 } else { 1 };
        let days = i64::from(duration.weeks) * 7 + i64::from(duration.days);
        let seconds =
            i64::from(duration.hours) * 3_600 + i64::from(duration.minutes) * 60 + i64::from(duration.seconds);
        let fits = days + seconds / 86_400 <= Length::LONGEST_DAYS;
        fits.then_some(Length { days: sign * days, seconds: sign * seconds })
    }

    /// Between two instants, in milliseconds. None when it is more than a year.
    pub fn between(from_ms: i64, to_ms: i64) -> Option<Length> {
        let seconds = to_ms.saturating_sub(from_ms) / 1_000;
        (seconds <= Length::LONGEST_DAYS * 86_400).then_some(Length { days: 0, seconds })
    }

    pub fn is_negative(self) -> bool {
        self.days < 0 || self.seconds < 0
    }
}
