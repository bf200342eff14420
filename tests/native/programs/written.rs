//! What the oracle says, as the screens would say it in English: the file by which the journeys judge them.

use crate::oracle::{COURSES, Course, Moment, Sitting};
use chrono::{DateTime, Datelike, SecondsFormat, TimeDelta, Utc};
use chrono_tz::Tz;
use serde_json::{Value, json};

/// From the top of the project.
pub const FILE: &str = "tests/e2e/programs.json";

/// One line for each session and each moment, so that a difference can be read.
pub fn written() -> String {
    let courses: Vec<String> = COURSES.iter().map(course).collect();
    format!("{{\n{}\n}}\n", courses.join(",\n"))
}

fn course(course: &Course) -> String {
    let about = json!({
        "zone": course.zone.name(),
        "here": course.here.name(),
        "setUp": instant(course.set_up()),
        "firstDay": course.first_day().to_string(),
        "ends": course.ends,
    });
    let sittings: Vec<String> = course.sittings().iter().map(|one| sitting(course, one).to_string()).collect();
    let moments: Vec<String> = course.moments().iter().map(|one| moment(course, one).to_string()).collect();
    format!(
        "\"{}\": {{\n\"about\": {about},\n\"sessions\": [\n{}\n],\n\"moments\": [\n{}\n]\n}}",
        course.code,
        sittings.join(",\n"),
        moments.join(",\n"),
    )
}

/// By the clock of where the person is; `there` is the clock of the program where that shows something else.
fn sitting(course: &Course, one: &Sitting) -> Value {
    let (here, there) = (course.here, course.zone);
    let is_abroad = one.starts.with_timezone(&here).naive_local() != one.starts.with_timezone(&there).naive_local();
    json!({
        "title": one.title,
        "starts": instant(one.starts),
        "ends": instant(one.ends),
        "date": one.starts.with_timezone(&here).date_naive().to_string(),
        "day": day(course, one.starts, here),
        "clock": clock(one, here),
        "there": is_abroad.then(|| by_the_other_clock(course, one)),
    })
}

/// "Tuesday, October 20, 6:00 – 9:00 PM, Denver time"; the day where it is another one.
fn by_the_other_clock(course: &Course, one: &Sitting) -> String {
    let (here, there) = (course.here, course.zone);
    let is_other_day = one.starts.with_timezone(&here).date_naive() != one.starts.with_timezone(&there).date_naive();
    let day = if is_other_day { format!("{}, ", day(course, one.starts, there)) } else { String::new() };
    let city = there.name().split('/').next_back().unwrap_or_default().replace('_', " ");
    format!("{day}{}, {city} time", clock(one, there))
}

/// What the first screen says at a moment about what is next.
fn moment(course: &Course, one: &Moment) -> Value {
    json!({
        "at": instant(one.at),
        "title": one.next.title,
        "clock": clock(&one.next, course.here),
        "says": countdown(course, one),
    })
}

fn countdown(course: &Course, one: &Moment) -> String {
    let minutes = (one.next.starts - one.at).num_minutes();
    let date = |at: DateTime<Utc>| at.with_timezone(&course.here).date_naive();
    match (date(one.next.starts) - date(one.at)).num_days() {
        _ if minutes <= 90 => format!("in {minutes} min"),
        0 => format!("in {} hours", (one.next.starts - one.at + TimeDelta::minutes(30)).num_hours()),
        1 => "Tomorrow".to_owned(),
        _ => one.next.starts.with_timezone(&course.here).format("%A, %B %-d").to_string(),
    }
}

fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}

/// "Thursday, October 29"; with the year where it is not the one in which the program was set up.
fn day(course: &Course, at: DateTime<Utc>, by: Tz) -> String {
    let at = at.with_timezone(&by);
    let is_this_year = at.year() == course.set_up().with_timezone(&course.here).year();
    at.format(if is_this_year { "%A, %B %-d" } else { "%A, %B %-d, %Y" }).to_string()
}

/// "6:00 – 9:00 PM": the half of the day is said once where both ends lie in it, on one day.
fn clock(one: &Sitting, by: Tz) -> String {
    let (starts, ends) = (one.starts.with_timezone(&by), one.ends.with_timezone(&by));
    let half = |at: &DateTime<Tz>| at.format("%p").to_string();
    let is_said_once = half(&starts) == half(&ends) && starts.date_naive() == ends.date_naive();
    let first = if is_said_once { "%-I:%M" } else { "%-I:%M %p" };
    format!("{} – {}", starts.format(first), ends.format("%-I:%M %p"))
}
