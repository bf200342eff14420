//! What we write as a calendar is read with the same dates: by our own reader, and by the two Python packages that many calendars are
//! checked with. Read once by the names of the zones, and once with names that nobody knows, so that the rules we write must be right.

#![allow(clippy::unwrap_used, reason = "a story that cannot be set up is a failing test")]
#![allow(clippy::panic, clippy::indexing_slicing, reason = "a story that cannot be set up is a failing test")]
#![allow(clippy::print_stdout, reason = "a test that is skipped says so")]

use calendar::read;
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime};
use domain::zones::instant_of;
use domain::{Link, Span, Standing, Uid, Weekdays, Zone};
use interop::calendar::{Clock, ReadCalendar, Window};
use interop::ics_out::{OutChange, OutEnds, OutError, OutEvent, OutException, OutRule, OutTime, write};
use proptest::prelude::*;
use std::rc::Rc;
use stories_native::Database;
use stories_native::python::{python, said};

const PRODUCT: &str = "-//Handrail//EN";
/// One with summer time, two in the south, half hours, an odd half hour of summer, none, a month of another time, UTC.
const ZONES: [&str; 9] = [
    "America/Chicago",
    "America/Los_Angeles",
    "Europe/Berlin",
    "Australia/Sydney",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "America/Phoenix",
    "Africa/Casablanca",
    "America/St_Johns",
];

fn window() -> Window {
    let ms = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap().and_time(NaiveTime::MIN).and_utc().timestamp_millis();
    Window::new(ms(2026), ms(2028))
}

/// A date as a reader should find it: from when to when, in milliseconds of UTC, and whether it is called off.
type Found = (i64, i64, bool);

/// The dates of an event by counting days one by one.
fn by_hand(event: &OutEvent) -> Vec<Found> {
    let OutTime::Zoned { zone, start, minutes } = &event.time else { panic!("only times of a zone are counted") };
    let span = |start: NaiveDateTime, minutes: u32, off| {
        let instant = instant_of(&Database, zone, start).unwrap();
        (instant, instant + i64::from(minutes) * 60_000, off)
    };
    let is_off = event.standing == Standing::Cancelled;
    let Some(rule) = event.rule else { return vec![span(*start, *minutes, is_off)] };
    let week = |date: NaiveDate| (date.num_days_from_ce() - 1).div_euclid(7);
    let mut found = Vec::new();
    let mut times = 0;
    for day in 0..1_200 {
        let date = start.date() + Days::new(day);
        let is_on = rule.on.contains(date.weekday()) && (week(date) - week(start.date())) % i32::from(rule.every) == 0;
        let is_over = match rule.ends {
            OutEnds::Never => false,
            OutEnds::On(last) => date > last,
            OutEnds::After(count) => times >= count,
        };
        if is_over {
            break;
        }
        if !is_on {
            continue;
        }
        times += 1;
        let original = date.and_time(start.time());
        let change = event.exceptions.iter().find(|exception| exception.original == original);
        found.extend(match change.map(|exception| &exception.change) {
            None => Some(span(original, *minutes, is_off)),
            Some(OutChange::LeftOut) => None,
            Some(OutChange::Cancelled) => Some(span(original, *minutes, true)),
            Some(OutChange::Moved { start, minutes, .. }) => Some(span(*start, *minutes, is_off)),
        });
    }
    found.retain(|(starts, ends, _)| window().meets(*starts, *ends));
    found.sort_unstable();
    found
}

fn dates(read: &ReadCalendar, uid: &Uid) -> Vec<Found> {
    let events = read.events.iter().filter(|event| event.uid == *uid);
    let mut found: Vec<Found> = events
        .flat_map(|event| &event.occurrences)
        .map(|date| match date.span {
            Span::Times { starts_utc_ms, ends_utc_ms } => {
                (starts_utc_ms, ends_utc_ms, date.standing == Standing::Cancelled)
            }
            Span::Days { .. } => panic!("a time became a day"),
        })
        .collect();
    found.sort_unstable();
    found
}

fn read_text(text: &str) -> ReadCalendar {
    read(text.as_bytes(), window(), &Zone::named("Pacific/Auckland").unwrap(), Rc::new(Database))
}

/// The same calendar, but its zones have names that nobody knows.
fn with_strange_zones(text: &str) -> String {
    ZONES.iter().enumerate().fold(text.to_owned(), |text, (place, zone)| {
        text.replace(&format!("TZID:{zone}"), &format!("TZID:Clinic {place}"))
            .replace(&format!("TZID={zone}"), &format!("TZID=Clinic {place}"))
    })
}

/// One event: number, zone, first day from 2026 on, minute of the day, minutes, weekdays, weeks, how it ends, what is different when.
type Recipe = (usize, usize, u64, u32, u32, u8, u8, u8, Vec<(u64, u8)>);

fn recipe() -> impl Strategy<Value = Recipe> {
    let exceptions = prop::collection::vec((0_u64..30, 0_u8..3), 0..4);
    (0_usize..1_000, 0..ZONES.len(), 0_u64..420, 0_u32..1_440, 1_u32..700, 1_u8..128, 1_u8..4, 0_u8..4, exceptions)
}

fn event((number, zone, day, minute, minutes, on, every, ends, exceptions): Recipe) -> OutEvent {
    let on = Weekdays::from_bits(on).unwrap();
    let mut first = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap() + Days::new(day);
    while !on.contains(first.weekday()) {
        first = first + Days::new(1);
    }
    let time = NaiveTime::from_num_seconds_from_midnight_opt(minute * 60, 0).unwrap();
    let start = first.and_time(time);
    let ends = match ends {
        0 => OutEnds::Never,
        1 => OutEnds::On(first + Days::new(100)),
        2 => OutEnds::On(first + Days::new(20)),
        _ => OutEnds::After(17),
    };
    let mut changed: Vec<OutException> = Vec::new();
    let mut date = first;
    let mut nth = 0;
    let week = |date: NaiveDate| (date.num_days_from_ce() - 1).div_euclid(7);
    while date < first + Days::new(19) {
        if on.contains(date.weekday()) && (week(date) - week(first)) % i32::from(every) == 0 {
            if let Some((_, kind)) = exceptions.iter().find(|(place, _)| *place == nth) {
                let change = match kind {
                    0 => OutChange::LeftOut,
                    1 => OutChange::Cancelled,
                    _ => OutChange::Moved {
                        start: (date + Days::new(1)).and_hms_opt(9, 30, 0).unwrap(),
                        minutes: 45,
                        location: Some("Another room; bring, your \\ book".to_owned()),
                    },
                };
                changed.push(OutException { original: date.and_time(time), change, standing: None, summary: None });
            }
            nth += 1;
        }
        date = date + Days::new(1);
    }
    OutEvent {
        uid: Uid::new(&format!("{number}-{zone}@handrail")).unwrap(),
        sequence: 3,
        stamped_utc_ms: 1_795_000_000_000,
        time: OutTime::Zoned { zone: Zone::named(ZONES[zone]).unwrap(), start, minutes },
        rule: Some(OutRule { on, every, ends }),
        dates: Vec::new(),
        exceptions: changed,
        summary: "Appointment".to_owned(),
        location: Some("Suite 200, 1 Example Way – where the path is long enough to be folded, 🧠 and all".to_owned()),
        link: Link::new("https://clinic.example/room?a=1,2;b=3").ok(),
        alarms: vec![120, 15],
        description: None,
        standing: Standing::Confirmed,
    }
}

/// A few dozen evenings and mornings; none in an hour that does not exist or comes twice, which Python reads in its own way.
fn evenings() -> Vec<OutEvent> {
    (0..ZONES.len() * 6)
        .map(|number| {
            let place = number as u64;
            let exceptions = vec![(1, 0), (2, 1), (4, 2)];
            let (on, every, ends) =
                ([0b1011, 0b1, 0b101_0100, 0b111_1111][number % 4], 1 + number as u8 % 3, number as u8 % 4);
            event((
                number,
                number % ZONES.len(),
                place * 7 % 400,
                540 + number as u32 * 11 % 600,
                90,
                on,
                every,
                ends,
                exceptions,
            ))
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn our_reader_finds_what_we_wrote(recipe in recipe()) {
        let event = event(recipe);
        let text = write(PRODUCT, std::slice::from_ref(&event), &Database).unwrap();
        prop_assert!(text.split("\r\n").all(|line| line.len() <= 75));
        for text in [text.clone(), with_strange_zones(&text)] {
            let read = read_text(&text);
            prop_assert!(read.problems.is_empty());
            prop_assert_eq!(dates(&read, &event.uid), by_hand(&event), "{}", text);
        }
    }
}

#[test]
fn everything_that_is_said_is_read_as_it_was_said() {
    let written = event((1, 0, 10, 1_080, 180, 0b1011, 1, 3, vec![(1, 2)]));
    let read = read_text(&write(PRODUCT, std::slice::from_ref(&written), &Database).unwrap());
    let found = &read.events[0];
    assert_eq!((found.sequence, found.stamped_utc_ms), (3, Some(1_795_000_000_000)));
    assert_eq!(found.title.as_ref().unwrap().as_str(), "Appointment");
    assert_eq!(found.place.as_ref().unwrap().as_str(), written.location.as_ref().unwrap());
    assert_eq!(found.alarms, [120, 15]);
    assert_eq!(found.clock, Clock::Zone(Zone::named("America/Chicago").unwrap()));
    assert_eq!(found.link_and_phone().0, written.link.as_ref());
    let moved = found.occurrences.iter().find_map(|date| date.place.as_ref()).unwrap();
    assert_eq!(moved.as_str(), "Another room; bring, your \\ book");
}

#[test]
fn whole_days_and_times_in_utc_are_written_as_such() {
    let first = NaiveDate::from_ymd_opt(2026, 12, 24).unwrap();
    let once = |time| OutEvent { time, rule: None, ..event((1, 0, 0, 0, 1, 1, 1, 0, Vec::new())) };
    let days = once(OutTime::Days { first, days: 3 });
    let mut utc = once(OutTime::Utc { start: first.and_hms_opt(18, 0, 0).unwrap(), minutes: 50 });
    utc.uid = Uid::new("utc").unwrap();
    let text = write(PRODUCT, &[days, utc], &Database).unwrap();
    assert!(text.contains("DTSTART;VALUE=DATE:20261224\r\nDTEND;VALUE=DATE:20261227\r\n"), "{text}");
    assert!(text.contains("DTSTART:20261224T180000Z\r\nDTEND:20261224T185000Z\r\n") && !text.contains("VTIMEZONE"));
    let read = read_text(&text);
    assert_eq!(read.events[0].occurrences[0].span, Span::Days { first, last: first + Days::new(2) });
}

#[test]
fn the_clock_of_chicago_is_written_as_two_rules() {
    let text = write(PRODUCT, &[event((1, 0, 300, 1_080, 180, 1, 1, 0, Vec::new()))], &Database).unwrap();
    for rule in [
        "DTSTART:20250309T020000\r\nTZOFFSETFROM:-0600\r\nTZOFFSETTO:-0500\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
        "DTSTART:20251102T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0600\r\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
    ] {
        assert!(text.contains(rule), "{text}");
    }
    assert_eq!(text.matches("BEGIN:VTIMEZONE").count(), 1);
    let berlin = write(PRODUCT, &[event((1, 2, 300, 1_080, 180, 1, 1, 0, Vec::new()))], &Database).unwrap();
    assert!(berlin.contains("BYMONTH=3;BYDAY=-1SU") && berlin.contains("BYMONTH=10;BYDAY=-1SU"), "{berlin}");
}

#[test]
fn what_cannot_be_written_is_not_written_in_part() {
    assert_eq!(write(PRODUCT, &[], &Database), Err(OutError::Nothing));
    let mut lost = event((1, 0, 0, 600, 60, 1, 1, 0, Vec::new()));
    let moon = Zone::named("Moon/Tranquility").unwrap();
    lost.time = OutTime::Zoned { zone: moon.clone(), start: NaiveDateTime::default(), minutes: 60 };
    assert_eq!(write(PRODUCT, &[lost], &Database), Err(OutError::UnknownZone(moon)));
}

const READER: &str = r#"
import datetime, json, sys, icalendar, recurring_ical_events
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
utc = datetime.timezone.utc
found = []
for event in recurring_ical_events.of(calendar).between(datetime.datetime(2026, 1, 1, tzinfo=utc), datetime.datetime(2027, 7, 5, tzinfo=utc)):
    at = lambda name: int(event[name].dt.astimezone(utc).timestamp()) * 1000
    found.append([str(event['UID']), at('DTSTART'), at('DTEND'), str(event.get('STATUS')) == 'CANCELLED'])
json.dump(found, sys.stdout)
"#;

#[test]
fn python_finds_what_we_wrote() {
    let python = match python(env!("CARGO_TARGET_TMPDIR")) {
        Ok(python) => python,
        Err(why) => {
            println!("skipped: {why}");
            return;
        }
    };
    let events = evenings();
    let text = write(PRODUCT, &events, &Database).unwrap();
    let last = window().to_utc_ms();
    for (name, text) in [("named.ics", text.clone()), ("strange.ics", with_strange_zones(&text))] {
        let file = python.with_file_name(name);
        std::fs::write(&file, &text).unwrap();
        let found: Vec<(String, i64, i64, bool)> = serde_json::from_slice(&said(&python, READER, &file)).unwrap();
        for event in &events {
            let of_event = found.iter().filter(|(uid, starts, ..)| uid == event.uid.as_str() && *starts < last);
            let mut found: Vec<Found> = of_event.map(|(_, starts, ends, off)| (*starts, *ends, *off)).collect();
            found.sort_unstable();
            assert_eq!(found, by_hand(event), "{name}: {}", event.uid.as_str());
        }
        println!("{name}: {} dates of {} events are as we wrote them", found.len(), events.len());
    }
}
