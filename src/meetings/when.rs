//! Days and times, in the ways lists write them.

use crate::json::Value;
use chrono::{NaiveDate, NaiveDateTime, Weekday};
use domain::meeting::MeetingTime;
use domain::{Length, StartTime};

/// Sunday first, as these lists count.
const DAYS: [Weekday; 7] =
    [Weekday::Sun, Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat];

/// English, Spanish, French, Japanese, Swedish, Slovak, without capitals and accents; each from Sunday on.
const NAMES: [[&str; 7]; 6] = [
    ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"],
    ["domingo", "lunes", "martes", "miercoles", "jueves", "viernes", "sabado"],
    ["dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi"],
    ["日曜日", "月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日"],
    ["sondag", "mandag", "tisdag", "onsdag", "torsdag", "fredag", "lordag"],
    ["nedela", "pondelok", "utorok", "streda", "stvrtok", "piatok", "sobota"],
];

/// 0 is Sunday.
pub fn day_of_number(number: u8) -> Option<Weekday> {
    DAYS.get(usize::from(number)).copied()
}

/// A day written as a number or as a name.
pub fn day(value: &Value) -> Option<Weekday> {
    match value {
        Value::Number(text) | Value::Text(text) => day_of_text(text.trim()),
        Value::Null | Value::Bool(_) | Value::List(_) | Value::Object(_) => None,
    }
}

pub fn day_of_text(text: &str) -> Option<Weekday> {
    if let Ok(number) = text.parse::<u8>() {
        return day_of_number(number);
    }
    let folded = domain::Folded::new(text);
    let place = NAMES.iter().find_map(|names| names.iter().position(|name| folded.is(name)))?;
    DAYS.get(place).copied()
}

/// `18:00`, `6:00 PM`, `18:00:00`, `6pm`. None for what no clock shows.
pub fn time(text: &str) -> Option<StartTime> {
    let text = text.trim().to_ascii_lowercase();
    match text.as_str() {
        "noon" => return StartTime::at(12, 0),
        "midnight" => return StartTime::at(0, 0),
        _ => {}
    }
    let split = text.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(text.len());
    let (clock, half) = text.split_at_checked(split)?;
    let half = half.replace(['.', ' '], "");
    let mut parts = clock.trim().split(':');
    let hour = number(parts.next()?)?;
    let minute = match parts.next() {
        Some(minute) if minute.len() == 2 => number(minute)?,
        Some(_) => return None,
        // An hour alone is one only with its half of the day.
        None if half.is_empty() => return None,
        None => 0,
    };
    // Seconds are read and not kept.
    if parts.next().is_some_and(|seconds| number(seconds).is_none_or(|seconds| seconds > 59)) || parts.next().is_some()
    {
        return None;
    }
    let hour = match half.as_str() {
        "" => hour,
        "am" if (1..=12).contains(&hour) => hour % 12,
        "pm" if (1..=12).contains(&hour) => hour % 12 + 12,
        _ => return None,
    };
    StartTime::at(hour, minute)
}

/// `HH:MM:SS` to the minute. None for none, and for more than a day.
pub fn duration(text: &str) -> Option<Length> {
    let mut parts = text.trim().split(':');
    let (hours, minutes) = (number(parts.next()?)?, number(parts.next()?)?);
    if minutes > 59 {
        return None;
    }
    Length::of_minutes(hours.checked_mul(60)?.checked_add(minutes)?)
}

/// On a day, from a time to a time: past midnight when the end is not after the start.
pub fn weekly(day: Weekday, start: StartTime, end: Option<StartTime>) -> Option<MeetingTime> {
    const DAY: u16 = 24 * 60;
    let minutes = match end {
        None => 60,
        Some(end) if end > start => end.minutes().checked_sub(start.minutes())?,
        Some(end) => DAY.checked_sub(start.minutes())?.checked_add(end.minutes())?,
    };
    Some(MeetingTime { day, start, length: Length::of_minutes(minutes)? })
}

/// `2026-08-30 14:32:23` in UTC, `2026-01-05` or `10/31/2025`, in milliseconds since 1970.
pub fn updated(text: &str) -> Option<i64> {
    let text = text.trim();
    let midnight = |date: NaiveDate| date.and_hms_opt(0, 0, 0);
    let told = if let Some((month, rest)) = text.split_once('/') {
        let (day, year) = rest.split_once('/')?;
        midnight(NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?)
    } else {
        let date = text.get(..10).and_then(date)?;
        match text.get(11..19) {
            Some(clock) => clock_of(date, clock).or_else(|| midnight(date)),
            None => midnight(date),
        }
    };
    let at = told?.and_utc().timestamp_millis();
    // Nobody kept such a list before.
    (at > 0).then_some(at)
}

fn date(text: &str) -> Option<NaiveDate> {
    let mut parts = text.split('-');
    let mut next = || parts.next()?.parse::<u32>().ok();
    let (year, month, day) = (next()?, next()?, next()?);
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

fn clock_of(date: NaiveDate, clock: &str) -> Option<NaiveDateTime> {
    let mut parts = clock.split(':');
    let mut next = || parts.next().and_then(number).map(u32::from);
    date.and_hms_opt(next()?, next()?, next()?)
}

fn number(text: &str) -> Option<u16> {
    let text = text.trim();
    ((1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()))
        .then(|| text.parse().ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: u16, minute: u16) -> Option<StartTime> {
        StartTime::at(hour, minute)
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        for (text, expected) in [
            ("18:00", at(18, 0)),
            ("06:30", at(6, 30)),
            ("6:00 PM", at(18, 0)),
            ("12:00 AM", at(0, 0)),
            ("12:00 p.m.", at(12, 0)),
            ("6pm", at(18, 0)),
            ("18:00:00", at(18, 0)),
            ("noon", at(12, 0)),
            ("25:00", None),
            ("18:60", None),
            ("18", None),
            ("13:00 PM", None),
            ("6:0", None),
            ("noonish", None),
            ("", None),
            ("é:00", None),
        ] {
            assert_eq!(time(text), expected, "{text}");
        }
    }

    #[test]
    fn days_are_numbers_from_sunday_or_names_in_six_languages() {
        for (text, expected) in [
            ("0", Some(Weekday::Sun)),
            ("6", Some(Weekday::Sat)),
            ("7", None),
            ("Monday", Some(Weekday::Mon)),
            ("Miércoles", Some(Weekday::Wed)),
            ("Lördag", Some(Weekday::Sat)),
            ("Štvrtok", Some(Weekday::Thu)),
            ("日曜日", Some(Weekday::Sun)),
            ("Someday", None),
        ] {
            assert_eq!(day_of_text(text), expected, "{text}");
        }
    }

    #[test]
    fn a_meeting_that_ends_before_it_begins_goes_past_midnight() {
        let minutes = |start, end| weekly(Weekday::Sat, start, end).unwrap().length.minutes();
        assert_eq!(minutes(at(23, 30).unwrap(), at(0, 30)), 60);
        assert_eq!(minutes(at(18, 0).unwrap(), at(19, 30)), 90);
        assert_eq!(minutes(at(0, 0).unwrap(), at(0, 0)), 1_440);
        assert_eq!(minutes(at(18, 0).unwrap(), None), 60);
        assert_eq!(duration("24:00:00").map(Length::minutes), Some(1_440));
        assert_eq!((duration("00:00:00"), duration("25:00:00"), duration("")), (None, None, None));
    }

    #[test]
    fn changes_are_dated_in_three_ways() {
        assert_eq!(updated("2026-08-30 14:32:23"), Some(1_788_100_343_000));
        assert_eq!(updated("2026-01-05"), updated("1/5/2026"));
        for bad in ["", "yesterday", "2026-13-01", "0000-00-00 00:00:00", "99/99/9999", "2026-1"] {
            assert_eq!(updated(bad), None, "{bad}");
        }
    }
}
