//! Zones: of the world, of Windows, of the file's own, of nobody.

use super::*;
use interop::calendar::Clock;

const OWN: &str = "BEGIN:VTIMEZONE\nTZID:Clinic Time\nBEGIN:DAYLIGHT\nTZOFFSETFROM:-0800\nTZOFFSETTO:-0700\n\
                   DTSTART:16010311T020000\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU\nEND:DAYLIGHT\nBEGIN:STANDARD\n\
                   TZOFFSETFROM:-0700\nTZOFFSETTO:-0800\nDTSTART:16011104T020000\n\
                   RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU\nEND:STANDARD\nEND:VTIMEZONE";

#[test]
fn a_zone_that_only_the_file_knows_has_its_gap_and_its_overlap() {
    let at = |date: &str| {
        let read =
            in_2026(&calendar(&format!("{OWN}\n{}", vevent("a", &format!("DTSTART;TZID=\"Clinic Time\":{date}")))));
        assert_eq!(read.events[0].clock, Clock::Utc);
        starts(&read.events[0]).remove(0)
    };
    assert_eq!(at("20260308T013000"), "2026-03-08T09:30");
    assert_eq!(at("20260308T023000"), "2026-03-08T10:30");
    assert_eq!(at("20260701T120000"), "2026-07-01T19:00");
    assert_eq!(at("20261101T013000"), "2026-11-01T08:30");
    assert_eq!(at("20261201T120000"), "2026-12-01T20:00");
}

#[test]
fn windows_has_other_names_for_the_same_zones() {
    for name in [
        "Central Standard Time",
        "America/Chicago",
        "/freeassociation.sourceforge.net/Tzfile/America/Chicago",
        "america/chicago",
    ] {
        let read = in_2026(&event(&format!("DTSTART;TZID={name}:20261005T180000")));
        assert_eq!(starts(&read.events[0]), ["2026-10-05T23:00"], "{name}");
        assert_eq!(read.events[0].clock, Clock::Zone(Zone::named("America/Chicago").unwrap()), "{name}");
    }
}

#[test]
fn a_name_with_hours_in_it_is_believed_less_than_the_rules_beside_it() {
    let name = "(UTC-08:00) Clinic\\, Annex";
    let rules = OWN.replace("Clinic Time", name);
    let start = vevent("a", "DTSTART;TZID=\"(UTC-08:00) Clinic, Annex\":20260701T120000");
    check_starts(&calendar(&format!("{rules}\n{start}")), &["2026-07-01T19:00"]);
    check_starts(&calendar(&start), &["2026-07-01T20:00"]);
}

#[test]
fn a_zone_that_nobody_knows_is_told_and_read_as_here() {
    let read = in_2026(&event("DTSTART;TZID=Moon/Tranquility:20261005T180000"));
    assert_eq!(
        (starts(&read.events[0]), reasons(&read)),
        (vec!["2026-10-06T01:00".to_owned()], vec![Reason::ZoneNotKnown])
    );
}

#[test]
fn a_time_without_a_zone_is_the_calendars_or_the_persons() {
    let floating = event("DTSTART:20261005T180000");
    check_starts(&floating, &["2026-10-06T01:00"]);
    assert_eq!(in_2026(&floating).events[0].clock, Clock::Here);
    check_starts(&floating.replace("VERSION:2.0", "X-WR-TIMEZONE:America/New_York"), &["2026-10-05T22:00"]);
}

#[test]
fn an_event_of_hours_lasts_so_many_hours_and_one_of_days_so_many_days() {
    let ends = |length: &str| {
        let read = in_2026(&event(&format!("DTSTART;TZID=America/Los_Angeles:20261031T230000\n{length}")));
        let Span::Times { ends_utc_ms, .. } = read.events[0].occurrences[0].span else { panic!() };
        ends_utc_ms
    };
    assert_eq!(ends("DURATION:PT24H"), ms("2026-11-02T06:00"));
    assert_eq!(ends("DURATION:P1D"), ms("2026-11-02T07:00"));
    assert_eq!(ends("DTEND;TZID=America/Los_Angeles:20261101T230000"), ms("2026-11-02T07:00"));
}
