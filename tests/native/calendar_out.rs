//! What the person's sessions become in another calendar: the same instants as in the app, read by our own reader and by Python's; nothing
//! that tells what they are, unless that is wanted; the same names in every file.

#![allow(clippy::unwrap_used, reason = "a story that cannot be set up is a failing test")]
#![allow(clippy::indexing_slicing, reason = "a story that cannot be set up is a failing test")]
#![allow(clippy::print_stdout, reason = "a test that is skipped says so")]

#[path = "calendar_out/sessions.rs"]
mod sessions;

use calendar::read;
use chrono::{Days, NaiveDate, NaiveTime};
use domain::week::{Shown, Timetable};
use domain::{
    About, Alarm, Length, Listed, Original, Session, SessionEdit, SessionKind, Slot, Span, Standing, StartTime, When,
    Zone,
};
use interop::calendar::{ReadCalendar, Window};
use interop::ics_out::{OutEvent, Saying, Telling, of_imported, of_session, sequence_at, write};
use proptest::prelude::*;
use sessions::{any_dates, any_listed, everything, imported, own, recipe, session, told};
use std::rc::Rc;
use stories_native::Database;
use stories_native::python::{python, said};

const CHANGED_MS: i64 = 1_795_000_000_000;
const ZONES: [&str; 4] = ["America/Chicago", "Europe/Berlin", "Australia/Sydney", "America/Phoenix"];
const NEUTRAL: Telling<'_> =
    Telling { appointment: "Appointment", called_off: &called_off, saying: None, alarms: &[Alarm::HOUR] };
const SAYING: Telling<'_> =
    Telling { saying: Some(Saying { title: &title, notes: &notes }), alarms: &Alarm::OFFERED, ..NEUTRAL };

fn called_off(title: &str) -> String {
    format!("Called off: {title}")
}

fn title(about: &About) -> String {
    about.title().map_or_else(|| about.kind().code().to_owned(), |title| title.as_str().to_owned())
}

fn notes(about: &About) -> Option<String> {
    about.bring().map(|bring| bring.as_str().to_owned())
}

fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn zone(name: &str) -> Zone {
    Zone::named(name).unwrap()
}

fn window() -> Window {
    let ms = |year| date(year, 1, 1).and_time(NaiveTime::MIN).and_utc().timestamp_millis();
    Window::new(ms(2026), ms(2028))
}

fn events(timetable: &Timetable, telling: &Telling<'_>, changed_ms: i64) -> Vec<OutEvent> {
    let here = zone("Pacific/Auckland");
    let sessions = timetable
        .sessions
        .iter()
        .filter_map(|(id, session)| of_session(timetable, (*id, session), changed_ms, telling, (&Database, &here)));
    let imported =
        timetable.imported.iter().flat_map(|(id, one)| of_imported((*id, one), changed_ms, telling, &Database));
    sessions.chain(imported).collect()
}

fn file(timetable: &Timetable, telling: &Telling<'_>) -> String {
    write("-//Handrail//EN", &events(timetable, telling, CHANGED_MS), &Database).unwrap()
}

fn read_text(text: &str) -> ReadCalendar {
    let read = read(text.as_bytes(), window(), &zone("Pacific/Auckland"), Rc::new(Database));
    assert!(read.problems.is_empty(), "{text}");
    read
}

/// From when to when, in milliseconds of UTC, and whether it is called off.
type Found = (i64, i64, bool);

fn planned(timetable: &Timetable) -> Vec<Found> {
    let range = window().from_utc_ms()..window().to_utc_ms();
    let found = timetable.occurrences(&Database, &zone("Pacific/Auckland"), range);
    sorted(found.iter().map(|one| (one.starts_utc_ms, one.ends_utc_ms, one.shown == Shown::Cancelled)))
}

fn read_back(read: &ReadCalendar) -> Vec<Found> {
    sorted(read.events.iter().flat_map(|event| &event.occurrences).filter_map(|one| match one.span {
        Span::Times { starts_utc_ms, ends_utc_ms } => {
            let is_within = (window().from_utc_ms()..window().to_utc_ms()).contains(&starts_utc_ms);
            is_within.then_some((starts_utc_ms, ends_utc_ms, one.standing == Standing::Cancelled))
        }
        Span::Days { .. } => None,
    }))
}

fn sorted(found: impl Iterator<Item = Found>) -> Vec<Found> {
    let mut found: Vec<Found> = found.collect();
    found.sort_unstable();
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_session_is_read_back_as_it_is_in_the_app(recipe in recipe()) {
        let timetable = own(vec![session(recipe)]);
        // One that has no date at all is in no calendar.
        if !events(&timetable, &NEUTRAL, CHANGED_MS).is_empty() {
            for telling in [&NEUTRAL, &SAYING] {
                let text = file(&timetable, telling);
                prop_assert_eq!(read_back(&read_text(&text)), planned(&timetable), "{}", text);
            }
        }
    }

    #[test]
    fn a_session_from_a_calendar_is_read_back_with_its_dates(timetable in any_listed()) {
        let text = file(&timetable, &SAYING);
        let read = read_text(&text);
        prop_assert_eq!(read_back(&read), planned(&timetable), "{}", text);
        let unsettled = |standing: Standing| standing == Standing::Tentative;
        let written = timetable.imported[0].1.occurrences().iter().filter(|one| unsettled(one.standing())).count();
        prop_assert_eq!(read.events[0].occurrences.iter().filter(|one| unsettled(one.standing)).count(), written);
    }
}

#[test]
fn whole_days_stay_whole_days_of_that_length() {
    let days = |from: u32, to: u32, standing| {
        let (first, last) = (date(2026, 12, from), date(2026, 12, to));
        Listed::new(Span::Days { first, last }, Original::On(first), standing).unwrap()
    };
    let confirmed = Standing::Confirmed;
    let timetable =
        imported(None, vec![days(1, 1, confirmed), days(8, 8, Standing::Cancelled), days(20, 22, confirmed)]);
    let read = read_text(&file(&timetable, &NEUTRAL));
    let mut found: Vec<_> =
        read.events.iter().flat_map(|event| &event.occurrences).map(|one| (one.span, one.standing)).collect();
    found.sort_unstable();
    let written: Vec<_> =
        timetable.imported[0].1.occurrences().iter().map(|one| (one.span(), one.standing())).collect();
    assert_eq!(found, written);
}

#[test]
fn a_calendar_that_others_see_says_that_there_is_an_appointment_and_nothing_else() {
    let text = file(&told(), &NEUTRAL).replace("\r\n ", "");
    let titles: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("SUMMARY:")).collect();
    assert!(titles.iter().all(|title| ["Appointment", "Called off: Appointment"].contains(title)), "{titles:?}");
    for telling in
        ["LOCATION", "URL", "ecovery", "elapse", "workbook", "Room 7", "Ana", "garden", "clinic", "Suite", "door"]
    {
        assert!(!text.contains(telling), "{telling} in {text}");
    }
    assert!(text.contains("TRIGGER:-PT60M") && text.contains("DESCRIPTION:Appointment"));
}

#[test]
fn a_calendar_that_may_know_is_told_everything() {
    let text = file(&told(), &SAYING).replace("\r\n ", "");
    for said in [
        "SUMMARY:Relapse prevention",
        "LOCATION:Westside Recovery\\, 2nd floor",
        "URL:https://westside.example/room",
        "DESCRIPTION:The red workbook",
        "LOCATION:Room 7",
        "SUMMARY:Called off: Relapse prevention",
        "SUMMARY:Group with Ana",
        "LOCATION:Clinic garden",
        "DESCRIPTION:Second door",
        "TRIGGER:-PT1440M",
    ] {
        assert!(text.contains(said), "{said} is not in {text}");
    }
}

#[test]
fn every_file_has_the_same_names_and_a_later_one_greater_numbers() {
    let names = |changed_ms| {
        let events = events(&told(), &NEUTRAL, changed_ms);
        events.into_iter().map(|event| (event.uid, event.sequence)).collect::<Vec<_>>()
    };
    let (first, second) = (names(CHANGED_MS), names(CHANGED_MS + 1_000));
    assert_eq!(first.len(), 2);
    assert_eq!(first[0].1, sequence_at(CHANGED_MS));
    assert!(first.iter().zip(&second).all(|(before, after)| before.0 == after.0 && before.1 < after.1));
    assert_eq!(names(CHANGED_MS), first, "nothing changed, so nothing is different");
}

#[test]
fn most_calendars_are_told_a_rule_and_the_others_a_list() {
    let weekly = file(&imported(Some(zone(ZONES[0])), any_dates(&[0, 7, 14, 28])), &NEUTRAL);
    assert!(weekly.contains("RRULE:FREQ=WEEKLY") && weekly.contains("EXDATE") && !weekly.contains("RDATE:"));
    let now_and_then = file(&imported(Some(zone(ZONES[3])), any_dates(&[0, 100, 103, 250])), &NEUTRAL);
    assert!(!now_and_then.contains("RRULE:FREQ=WEEKLY"), "{now_and_then}");
    assert_eq!(now_and_then.matches("RDATE;TZID").count(), 3);
}

#[test]
fn a_session_that_is_once_is_called_off_and_moved_as_itself() {
    let day = date(2026, 12, 3);
    let (start, length) = (StartTime::at(18, 0).unwrap(), Length::of_minutes(50).unwrap());
    let once = Session::new(SessionKind::Individual, zone(ZONES[0]), When::Once(day), start, length).unwrap();
    let later = Slot { date: day + Days::new(1), start, length };
    for edit in [SessionEdit::Cancel(day), SessionEdit::Move(day, later)] {
        let timetable = own(vec![once.apply(edit).unwrap()]);
        let text = file(&timetable, &NEUTRAL);
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 1);
        assert_eq!(read_back(&read_text(&text)), planned(&timetable), "{text}");
    }
}

#[test]
fn the_five_programs_are_read_back_as_they_are_in_the_app() {
    let timetable = everything();
    assert_eq!(read_back(&read_text(&file(&timetable, &NEUTRAL))), planned(&timetable));
}

const READER: &str = r#"
import datetime, json, sys, icalendar, recurring_ical_events
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())
utc = datetime.timezone.utc
found = []
for event in recurring_ical_events.of(calendar).between(datetime.datetime(2026, 1, 1, tzinfo=utc), datetime.datetime(2028, 1, 1, tzinfo=utc)):
    at = lambda name: int(event[name].dt.astimezone(utc).timestamp()) * 1000
    found.append([at('DTSTART'), at('DTEND'), str(event.get('STATUS')) == 'CANCELLED'])
json.dump(found, sys.stdout)
"#;

#[test]
fn python_finds_the_five_programs_at_the_same_instants() {
    let python = match python(env!("CARGO_TARGET_TMPDIR")) {
        Ok(python) => python,
        Err(why) => {
            println!("skipped: {why}");
            return;
        }
    };
    let timetable = everything();
    let path = python.with_file_name("programs.ics");
    std::fs::write(&path, file(&timetable, &NEUTRAL)).unwrap();
    let mut found: Vec<Found> = serde_json::from_slice(&said(&python, READER, &path)).unwrap();
    found.retain(|(starts, ..)| *starts < window().to_utc_ms());
    let planned = planned(&timetable);
    let of_either = |one: &[Found], other: &[Found]| -> Vec<Found> {
        one.iter().filter(|found| !other.contains(found)).copied().collect()
    };
    assert_eq!(of_either(&planned, &found), [], "Python does not find these");
    assert_eq!(of_either(&found, &planned), [], "only Python finds these");
    println!("{} dates are as they are in the app", planned.len());
}
