//! The zones of the browser against what is known of them: offsets in summer and winter, old ones to the second, and no zone at all.
#![allow(clippy::unwrap_used, reason = "a story that cannot be set up is a failing test")]

use domain::zones::Zones;
use domain::{Zone, from_field};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

#[path = "../../src/app/browser/zones.rs"]
mod zones;

wasm_bindgen_test_configure!(run_in_browser);

fn offset(zone: &str, utc: &str) -> Option<i32> {
    let at = from_field(utc).unwrap().and_utc().timestamp_millis();
    zones::IntlZones.offset_s(&Zone::named_or_utc(zone), at)
}

/// Zone, instant in UTC, local minus UTC in minutes.
const KNOWN: [(&str, &str, i32); 16] = [
    ("UTC", "2026-07-01T12:00", 0),
    ("America/Chicago", "2026-11-01T06:59", -300),
    ("America/Chicago", "2026-11-01T07:00", -360),
    ("America/Chicago", "2026-03-08T08:00", -300),
    ("America/New_York", "2026-07-01T00:00", -240),
    ("America/Phoenix", "2026-07-01T00:00", -420),
    ("America/St_Johns", "2026-01-15T12:00", -210),
    ("Pacific/Honolulu", "2026-07-01T00:00", -600),
    ("America/Puerto_Rico", "2026-07-01T00:00", -240),
    ("Europe/London", "1970-06-01T12:00", 60),
    ("Asia/Kolkata", "2026-07-01T00:00", 330),
    ("Asia/Kathmandu", "2026-07-01T00:00", 345),
    ("Australia/Lord_Howe", "2026-07-01T00:00", 630),
    ("Pacific/Kiritimati", "2026-07-01T00:00", 840),
    ("Pacific/Pago_Pago", "2026-07-01T00:00", -660),
    ("Africa/Casablanca", "2026-07-01T00:00", 60),
];

#[wasm_bindgen_test]
fn every_clock_shows_what_it_should() {
    for (zone, utc, minutes) in KNOWN {
        assert_eq!(offset(zone, utc), Some(minutes * 60), "{zone} at {utc}");
        assert_eq!(offset(zone, utc), Some(minutes * 60), "{zone} at {utc}, asked again");
    }
}

#[wasm_bindgen_test]
fn an_offset_is_right_to_the_second() {
    assert_eq!(offset("Africa/Monrovia", "1971-06-01T00:00"), Some(-(44 * 60 + 30)));
}

#[wasm_bindgen_test]
fn a_zone_nobody_knows_has_no_time() {
    assert_eq!(offset("Moon/Tranquility", "2026-07-01T00:00"), None);
}
