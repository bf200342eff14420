//! Every date of a program, by an oracle that shares nothing with what it judges: the five templates written down here once more in
//! days, hours and weeks, counted on the calendar, and turned into instants by chrono-tz alone.
//!
//! Each program is set up on a fixed day in a fixed zone so that it crosses a change of the clocks; two of them are followed by somebody
//! who is in another zone by then. What the oracle says is compared with what `domain` works out, and with `tests/e2e/programs.json`,
//! by which the journeys judge the screens. `cargo xtask golden` writes that file when it is missing: take it away to have it made anew.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a story that cannot be set up is a failing test")]

#[path = "programs/oracle.rs"]
mod oracle;
#[path = "programs/written.rs"]
mod written;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Offset, TimeZone};
use chrono_tz::Tz;
use domain::week::{Occasion, Occurrence, Timetable, day_range, next};
use domain::zones::Zones;
use domain::{Beginning, Plan, ProgramId, SeriesId, SessionKind, StartTime, Weekdays, Zone};
use oracle::{COURSES, Course, Sitting};
use written::{FILE, written};

/// All zones, asked by their names.
struct Database;

impl Zones for Database {
    fn offset_s(&self, zone: &Zone, utc_ms: i64) -> Option<i32> {
        let at = DateTime::from_timestamp_millis(utc_ms)?.naive_utc();
        let tz: Tz = zone.name().parse().ok()?;
        Some(tz.offset_from_utc_datetime(&at).fix().local_minus_utc())
    }
}

fn zone(tz: Tz) -> Zone {
    Zone::named(tz.name()).unwrap()
}

/// What the app makes of the same wishes.
fn plan(course: &Course) -> Plan {
    let beginning = Beginning {
        date: course.first_day(),
        days: Weekdays::of(course.days).unwrap(),
        start: StartTime::at(course.start_hour.into(), 0).unwrap(),
        zone: zone(course.zone),
        with_wellness: course.with_wellness,
    };
    course.template().plan(&beginning).unwrap()
}

fn timetable(plan: &Plan) -> Timetable {
    Timetable {
        programs: vec![(ProgramId::UNSAVED, plan.program.clone())],
        sessions: (0_u8..).zip(&plan.sessions).map(|(n, one)| (SeriesId::from_bytes([n; 8]), one.clone())).collect(),
        imported: Vec::new(),
    }
}

/// All that takes place on the days of the oracle, and a month before and after them, so that nothing is there too much.
fn occurrences(course: &Course) -> Vec<Occurrence> {
    let month = chrono::Days::new(31);
    let last = if course.ends { course.last_day() + month } else { course.last_day() };
    let here = zone(course.zone);
    let range = day_range(&Database, &here, course.first_day() - month, last);
    timetable(&plan(course)).occurrences(&Database, &here, range)
}

fn utc(at_ms: i64) -> NaiveDateTime {
    DateTime::from_timestamp_millis(at_ms).unwrap().naive_utc()
}

/// Title, start and end as an instant, start and end by the clock of the program, start and end by the clock of the person.
type Facts = (&'static str, NaiveDateTime, NaiveDateTime, [NaiveDateTime; 2], [NaiveDateTime; 2]);

fn told(course: &Course, one: &Occurrence) -> Facts {
    let here = one.times_here(&Database, &zone(course.here)).unwrap_or(one.times);
    let title = match one.about.kind() {
        SessionKind::Group => "Group",
        SessionKind::Individual => "Individual",
        SessionKind::Wellness => "Wellness",
        SessionKind::ReadinessReview => "Readiness review",
        SessionKind::Aftercare => "Aftercare",
        SessionKind::MutualHelp => "12-step or other meeting",
        other => panic!("no template has {}", other.code()),
    };
    let times = [one.times.start, one.times.end];
    (title, utc(one.starts_utc_ms), utc(one.ends_utc_ms), times, [here.start, here.end])
}

fn expected(course: &Course, one: &Sitting) -> Facts {
    let by = |tz: Tz| [one.starts, one.ends].map(|at| at.with_timezone(&tz).naive_local());
    (one.title, one.starts.naive_utc(), one.ends.naive_utc(), by(course.zone), by(course.here))
}

#[test]
fn every_session_of_every_program_is_where_the_calendar_has_it() {
    for course in &COURSES {
        let found: Vec<Facts> = occurrences(course).iter().map(|one| told(course, one)).collect();
        let counted: Vec<Facts> = course.sittings().iter().map(|one| expected(course, one)).collect();
        assert!(counted.len() >= 20, "{}: only {} sessions", course.code, counted.len());
        for (found, counted) in found.iter().zip(&counted) {
            assert_eq!(found, counted, "{}", course.code);
        }
        assert_eq!(found.len(), counted.len(), "{}", course.code);
    }
}

#[test]
fn every_program_crosses_a_change_of_its_clocks() {
    for course in &COURSES {
        let changes = course.changes();
        let days: Vec<NaiveDate> = changes.iter().map(|at| at.with_timezone(&course.zone).date_naive()).collect();
        assert!(!days.is_empty(), "{}", course.code);
        let (first, last) = (course.first_day(), course.last_day());
        assert!(days.iter().all(|day| first < *day && *day < last), "{}: {days:?}", course.code);
    }
}

#[test]
fn what_comes_next_on_the_day_of_a_change_is_what_the_calendar_has() {
    for course in &COURSES {
        let occasions: Vec<Occasion> =
            occurrences(course).into_iter().map(|occurrence| Occasion { occurrence, visit: None }).collect();
        for moment in course.moments() {
            let found = next(&occasions, moment.at.timestamp_millis()).unwrap();
            assert_eq!(utc(found.occasion.occurrence.starts_utc_ms), moment.next.starts.naive_utc(), "{}", course.code);
        }
    }
}

#[test]
fn the_file_that_the_journeys_read_is_what_the_oracle_says() {
    assert!(
        stories_native::source(FILE).text == written(),
        "{FILE} is another one: take it away, then cargo xtask golden"
    );
}

#[test]
#[ignore = "writes what is missing"]
fn write_golden() {
    let path = stories_native::top().join(FILE);
    if !path.exists() {
        std::fs::write(path, written()).unwrap();
    }
}
