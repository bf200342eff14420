//! Calendars for the tests of this folder.

use super::{Clock, Extent, ReadCalendar, ReadEvent, ReadLink, ReadOccurrence, Taken, Window, take_in};
use domain::{Imported, Label, Line, Link, Note, Original, Span, Standing, Uid, Zone};

const NOON_MS: i64 = 1_800_000_000_000;
const DAY_MS: i64 = 86_400_000;

/// An hour, some days after the beginning of [`calendar`]'s window.
pub fn occurrence(days: i64) -> ReadOccurrence {
    let starts_utc_ms = NOON_MS + days * DAY_MS;
    ReadOccurrence {
        span: Span::Times { starts_utc_ms, ends_utc_ms: starts_utc_ms + 3_600_000 },
        original: Original::At(starts_utc_ms),
        standing: Standing::Confirmed,
        title: None,
        place: None,
    }
}

/// Three evenings.
pub fn evenings(uid: &str) -> ReadEvent {
    ReadEvent {
        uid: Uid::new(uid).unwrap(),
        sequence: 0,
        stamped_utc_ms: Some(NOON_MS),
        line: 4,
        title: Label::new("Group").ok(),
        notes: Note::new("Bring the book.\nNo phones.").ok(),
        place: Line::new("Suite 200").ok(),
        link: Some(ReadLink::Web(Link::new("https://clinic.example/room").unwrap())),
        standing: Standing::Confirmed,
        clock: Clock::Zone(Zone::named("America/Chicago").unwrap()),
        extent: Extent::Whole,
        goes_on: false,
        occurrences: [0, 2, 3].map(occurrence).to_vec(),
        alarms: vec![45],
        source: None,
    }
}

/// With a window of a year.
pub fn calendar(events: Vec<ReadEvent>) -> ReadCalendar {
    let window = Window::new(NOON_MS, NOON_MS + 365 * DAY_MS);
    ReadCalendar { name: Label::new("Evening program").ok(), events, ..ReadCalendar::empty(window) }
}

/// What is kept of one event of it.
#[track_caller]
pub fn taken(read: &ReadCalendar, event: usize, known: Option<&Imported>) -> Imported {
    match take_in(read, &read.events[event], known, NOON_MS) {
        Some(Taken::Keep(imported)) => *imported,
        _ => panic!("nothing was taken in"),
    }
}
