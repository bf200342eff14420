//! Calendars are read in the browser as they are read anywhere: the parser's tables of names are laid out for machines of another width
//! unless it is told otherwise, and then no zone of Windows is found.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a story that cannot be set up is a failing test")]

use calendar::read;
use domain::Zone;
use interop::calendar::{Clock, ReadCalendar, Window};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_dedicated_worker);

/// 2026.
fn read_here(bytes: &[u8]) -> ReadCalendar {
    let window = Window::new(1_767_225_600_000, 1_798_761_600_000);
    read(bytes, window, &Zone::named("America/Los_Angeles").unwrap())
}

#[wasm_bindgen_test]
fn a_zone_of_windows_is_known_here_too() {
    let read = read_here(include_bytes!("../native/calendars/03-outlook-windows-tzid.ics"));
    assert_eq!(read.events[0].clock, Clock::Zone(Zone::named("America/Los_Angeles").unwrap()));
}

#[wasm_bindgen_test]
fn what_is_read_in_a_worker_is_handed_over_as_bytes() {
    let bytes = include_bytes!("../native/calendars/01-iop-12-weeks.ics");
    let sent = calendar::read_calendar(bytes, 1_767_225_600_000.0, 1_798_761_600_000.0, "America/Los_Angeles");
    assert!(ReadCalendar::decode(&sent) == Ok(read_here(bytes)));
    assert_eq!(read_here(bytes).events[0].occurrences.len(), 35);
}
