//! The calendars in `calendars/`, each with one thing that calendars do, read as `expected.json` says: every date, in UTC.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a story that cannot be set up is a failing test"
)]

use calendar::read;
use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeZone};
use domain::{Span, Standing, Zone};
use interop::calendar::{Change, Clock, Extent, Known, ReadCalendar, Reason, Taken, Window, compare, take_in};
use serde_json::Value;
use std::rc::Rc;
use stories_native::{Database, assert_faultless, top};

const VIEWER: chrono_tz::Tz = chrono_tz::Tz::America__Los_Angeles;

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(top().join("tests/native/calendars").join(name)).unwrap()
}

fn ms(date: &str) -> i64 {
    DateTime::parse_from_rfc3339(date).unwrap().timestamp_millis()
}

fn read_file(name: &str) -> ReadCalendar {
    let window = Window::new(ms("2026-01-01T00:00:00Z"), ms("2027-01-01T00:00:00Z"));
    read(&bytes(name), window, &Zone::named(VIEWER.name()).unwrap(), Rc::new(Database))
}

fn expected() -> Value {
    serde_json::from_slice(&bytes("expected.json")).unwrap()
}

/// One date as the list writes it: start, end, title, status.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Row(String, String, String, String);

fn instant(utc_ms: i64) -> String {
    DateTime::from_timestamp_millis(utc_ms).unwrap().format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

fn found(read: &ReadCalendar) -> Vec<Row> {
    let mut rows = Vec::new();
    for event in &read.events {
        for date in &event.occurrences {
            let title = date.title.as_ref().or(event.title.as_ref()).map(|title| title.as_str());
            let (start, end) = match date.span {
                Span::Times { starts_utc_ms, ends_utc_ms } => (instant(starts_utc_ms), instant(ends_utc_ms)),
                Span::Days { first, last } => (first.to_string(), last.succ_opt().unwrap().to_string()),
            };
            let status = if date.standing == Standing::Cancelled { "CANCELLED" } else { "CONFIRMED" };
            rows.push(Row(start, end, title.unwrap_or_default().chars().take(60).collect(), status.to_owned()));
        }
    }
    rows.sort();
    rows
}

fn listed(file: &Value) -> Vec<Row> {
    let text = |event: &Value, name: &str| event[name].as_str().map(str::to_owned);
    let time = |event: &Value, name: &str| {
        let written = text(event, name).unwrap();
        if event["kind"] != "floating" {
            return written;
        }
        let wall: NaiveDateTime = written.parse().unwrap();
        instant(VIEWER.from_local_datetime(&wall).unwrap().timestamp_millis())
    };
    let row = |event: &Value| {
        let title = text(event, "summary")
            .unwrap_or_else(|| "COUNT and UNTIL together is not allowed: take the earlier end and w".to_owned());
        let status = text(event, "status").unwrap_or_else(|| "CONFIRMED".to_owned());
        Row(time(event, "start"), time(event, "end"), title.chars().take(60).collect(), status)
    };
    let mut rows: Vec<Row> = file["events"].as_array().unwrap().iter().map(row).collect();
    rows.sort();
    rows
}

#[test]
fn every_date_of_every_file_is_where_it_should_be() {
    let expected = expected();
    let mut faults = Vec::new();
    for (name, file) in expected["files"].as_object().unwrap() {
        let (found, listed) = (found(&read_file(name)), listed(file));
        faults.extend(found.iter().filter(|row| !listed.contains(row)).map(|row| format!("{name}: too many: {row:?}")));
        faults.extend(listed.iter().filter(|row| !found.contains(row)).map(|row| format!("{name}: missing: {row:?}")));
        if found.len() != listed.len() {
            faults.push(format!("{name}: {} dates, not {}", found.len(), listed.len()));
        }
    }
    assert_faultless("calendars read wrongly", &faults);
}

#[test]
fn every_event_has_its_own_uid() {
    for (name, file) in expected()["files"].as_object().unwrap() {
        let read = read_file(name);
        for event in file["events"].as_array().unwrap() {
            let uid = event["uid"].as_str().unwrap();
            let is_there = read.events.iter().any(|event| event.uid.as_str() == uid);
            assert!(is_there || uid.starts_with('('), "{name}: {uid}");
        }
    }
}

#[test]
fn what_is_broken_is_told_with_its_line_and_the_rest_comes_in() {
    let told: Vec<(Option<u32>, Reason)> = read_file("15-malformed-but-usable.ics")
        .problems
        .iter()
        .map(|problem| (problem.line, problem.reason))
        .collect();
    assert_eq!(
        told,
        [
            (Some(3), Reason::EndBeforeStart),
            (Some(9), Reason::NoStart),
            (Some(17), Reason::RuleNotRead),
            (Some(23), Reason::LineNotRead),
            (Some(24), Reason::StartNotRead),
            (Some(29), Reason::CountAndUntil),
        ]
    );
}

#[test]
fn a_calendar_says_its_name_its_zone_and_its_reminders() {
    let evenings = read_file("01-iop-12-weeks.ics");
    assert_eq!(evenings.name.as_ref().unwrap().as_str(), "Evening IOP");
    let event = &evenings.events[0];
    assert_eq!(event.clock, Clock::Zone(Zone::named("America/Los_Angeles").unwrap()));
    assert_eq!((event.alarms.as_slice(), event.sequence, event.extent), (&[45][..], 0, Extent::Whole));
    assert_eq!(event.place.as_ref().unwrap().as_str(), "Suite 200, 1 Example Way, Costa Mesa, CA");
    let moved = event.occurrences.iter().find(|date| date.place.is_some()).unwrap();
    assert_eq!(moved.place.as_ref().unwrap().as_str(), "Telehealth");
    let notes = event.notes.as_ref().unwrap().as_str();
    assert_eq!(notes, "Bring your workbook.\nPhones on silent, please; water is ok.");
    // A day before; five minutes after the end is no reminder before anything; seen already; mail is never sent.
    assert_eq!(read_file("19-alarms.ics").events[0].alarms, [1_440]);
}

#[test]
fn a_cancelled_series_takes_away_what_has_not_been() {
    let evenings = read_file("01-iop-12-weeks.ics");
    let Some(Taken::Keep(known)) = take_in(&evenings, &evenings.events[0], None, 0) else { panic!("not taken") };
    assert_eq!(compare(&[Known(&known)], &evenings), [Change::Unchanged { event: 0, known: 0 }]);
    let cancel = read_file("10-method-cancel.ics");
    assert_eq!(compare(&[Known(&known)], &cancel), [Change::Cancelled { event: 0, known: Some(0) }]);
    let now = ms("2026-11-01T00:00:00Z");
    let Some(Taken::Keep(left)) = take_in(&cancel, &cancel.events[0], Some(&known), now) else { panic!("not kept") };
    assert!(left.occurrences().len() > 15 && left.occurrences().len() < known.occurrences().len());
    assert_eq!(left.sequence(), 5);
}

#[test]
fn whole_days_include_their_last_one() {
    let days = read_file("05-all-day.ics");
    let winter = days.events.iter().find(|event| event.uid.as_str() == "05b@clinic.example").unwrap();
    let day = |day| NaiveDate::from_ymd_opt(2026, 12, day).unwrap();
    assert_eq!(winter.occurrences[0].span, Span::Days { first: day(24), last: day(26) });
}

#[test]
fn what_the_worker_hands_over_arrives() {
    for name in expected()["files"].as_object().unwrap().keys() {
        let read = read_file(name);
        assert!(ReadCalendar::decode(&read.encode()).unwrap() == read, "{name}");
    }
}
