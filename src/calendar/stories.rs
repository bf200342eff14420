//! Stories about calendars that nobody prepared: moved from some date on, called off, hostile, endless, broken off, or no calendars at all.

mod changes;
mod hostile;
mod laws;
mod oracle;
mod rules;
mod zones;

use crate::read;
use chrono::{DateTime, NaiveDateTime, Offset, TimeZone};
use domain::zones::Zones;
use domain::{Span, Zone};
use interop::calendar::{ReadCalendar, ReadEvent, Reason, Window};
use std::rc::Rc;

/// The time-zone database.
pub(crate) struct Database;

impl Zones for Database {
    fn offset_s(&self, zone: &Zone, utc_ms: i64) -> Option<i32> {
        let zone: chrono_tz::Tz = zone.name().parse().ok()?;
        let at = DateTime::from_timestamp_millis(utc_ms)?.naive_utc();
        Some(zone.offset_from_utc_datetime(&at).fix().local_minus_utc())
    }
}

/// 2026, as a person in Los Angeles reads it.
fn in_2026(text: &str) -> ReadCalendar {
    within(text.as_bytes(), "2026-01-01T00:00", "2027-01-01T00:00")
}

fn within(bytes: &[u8], from: &str, to: &str) -> ReadCalendar {
    read(bytes, Window::new(ms(from), ms(to)), &Zone::named("America/Los_Angeles").unwrap(), Rc::new(Database))
}

/// A calendar of these lines.
fn calendar(lines: &str) -> String {
    format!("BEGIN:VCALENDAR\nVERSION:2.0\n{lines}\nEND:VCALENDAR\n")
}

/// An event of these lines, with a UID and a title.
fn event(lines: &str) -> String {
    calendar(&vevent("a@clinic.example", lines))
}

fn vevent(uid: &str, lines: &str) -> String {
    format!("BEGIN:VEVENT\nUID:{uid}\nDTSTAMP:20260101T000000Z\nSUMMARY:Group\n{lines}\nEND:VEVENT")
}

fn ms(utc: &str) -> i64 {
    NaiveDateTime::parse_from_str(utc, "%Y-%m-%dT%H:%M").unwrap().and_utc().timestamp_millis()
}

/// The starts of an event: `2026-10-05T18:00` in UTC, or `2026-10-05` for whole days.
fn starts(event: &ReadEvent) -> Vec<String> {
    let start = |span| match span {
        Span::Times { starts_utc_ms, .. } => {
            DateTime::from_timestamp_millis(starts_utc_ms).unwrap().format("%Y-%m-%dT%H:%M").to_string()
        }
        Span::Days { first, .. } => first.to_string(),
    };
    event.occurrences.iter().map(|date| start(date.span)).collect()
}

#[track_caller]
fn check_starts(text: &str, expected: &[&str]) {
    let read = in_2026(text);
    let found: Vec<String> = read.events.iter().flat_map(starts).collect();
    assert_eq!(found, expected);
}

fn reasons(read: &ReadCalendar) -> Vec<Reason> {
    read.problems.iter().map(|problem| problem.reason).collect()
}

#[track_caller]
fn check_reasons(text: &str, expected: &[Reason]) {
    assert_eq!(reasons(&in_2026(text)), expected);
}
