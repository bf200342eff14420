//! Calendars are read in the browser as they are read anywhere: the parser's tables of names are laid out for machines of another width
//! unless it is told otherwise, and then no zone of Windows is found.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a story that cannot be set up is a failing test")]

use calendar::read_calendar;
use domain::{Span, Zone};
use interop::calendar::{Clock, ReadCalendar, Reason};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

/// 2026.
fn read_here(bytes: &[u8]) -> ReadCalendar {
    let sent = read_calendar(bytes, 1_767_225_600_000.0, 1_798_761_600_000.0, "America/Los_Angeles");
    ReadCalendar::decode(&sent).unwrap()
}

#[wasm_bindgen_test]
fn a_zone_of_windows_is_known_here_too() {
    let read = read_here(include_bytes!("../native/calendars/03-outlook-windows-tzid.ics"));
    assert_eq!(read.events[0].clock, Clock::Zone(Zone::named("America/Los_Angeles").unwrap()));
}

#[wasm_bindgen_test]
fn the_browser_knows_when_the_clocks_change() {
    let read = read_here(include_bytes!("../native/calendars/01-iop-12-weeks.ics"));
    assert_eq!(read.events[0].occurrences.len(), 35);
    let lines =
        "BEGIN:VEVENT\nUID:a\nDTSTART;TZID=America/Chicago:20261029T180000\nRRULE:FREQ=DAILY;COUNT=5\nEND:VEVENT";
    let read = read_here(format!("BEGIN:VCALENDAR\n{lines}\nEND:VCALENDAR\n").as_bytes());
    let hours: Vec<i64> = read.events[0]
        .occurrences
        .iter()
        .map(|date| match date.span {
            Span::Times { starts_utc_ms, .. } => starts_utc_ms / 3_600_000 % 24,
            Span::Days { .. } => -1,
        })
        .collect();
    assert_eq!(hours, [23, 23, 23, 0, 0]);
}

#[wasm_bindgen_test]
fn a_zone_that_no_browser_knows_is_told() {
    let lines = "BEGIN:VEVENT\nUID:a\nDTSTART;TZID=Moon/Tranquility:20261005T180000\nEND:VEVENT";
    let read = read_here(format!("BEGIN:VCALENDAR\n{lines}\nEND:VCALENDAR\n").as_bytes());
    assert_eq!(read.problems[0].reason, Reason::ZoneNotKnown);
}

#[wasm_bindgen_test]
fn five_thousand_events_are_read_in_seconds() {
    let zones = ["America/Chicago", "Europe/Berlin", "Eastern Standard Time", "Asia/Kolkata"];
    let events: String = (0..5_000)
        .map(|number| {
            let zone = zones[number % zones.len()];
            format!("BEGIN:VEVENT\nUID:{number}\nDTSTART;TZID={zone}:20260105T180000\nRRULE:FREQ=MONTHLY\nEND:VEVENT\n")
        })
        .collect();
    let began = js_sys::Date::now();
    let read = read_here(format!("BEGIN:VCALENDAR\n{events}END:VCALENDAR\n").as_bytes());
    assert_eq!(read.events.len(), 5_000);
    // In a build that is not made for speed.
    let took_ms = js_sys::Date::now() - began;
    assert!(took_ms < 20_000.0, "took {took_ms} ms");
}
