//! A wall-clock time as a date field writes it (HTML, "local date and time strings"): `2026-11-22T21:40`.
//!
//! Written out here because chrono's own formats bring their whole grammar along, which is more than the rest of the domain.

use chrono::{Datelike, NaiveDate, NaiveDateTime, Timelike};

/// `2026-11-22T21:40`. Years of more than four digits do not fit a field and are written as they are.
pub fn to_field(civil: NaiveDateTime) -> String {
    let (date, time) = (civil.date(), civil.time());
    format!("{:04}-{:02}-{:02}T{:02}:{:02}", date.year(), date.month(), date.day(), time.hour(), time.minute())
}

/// The way back. Seconds, which some browsers add, are left out. None when a part is missing or no calendar has that day.
pub fn from_field(words: &str) -> Option<NaiveDateTime> {
    let (date, time) = words.split_once('T')?;
    let mut time = time.splitn(3, ':');
    let (hour, minute) = (time.next()?, time.next()?);
    day_from_field(date)?.and_hms_opt(number(hour, 2)?, number(minute, 2)?, 0)
}

/// A day as a field for days writes it: `2026-11-22`. None when a part is missing or no calendar has that day.
pub fn day_from_field(words: &str) -> Option<NaiveDate> {
    let mut parts = words.splitn(3, '-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let year = number(year, 4)?.try_into().ok()?;
    NaiveDate::from_ymd_opt(year, number(month, 2)?, number(day, 2)?)
}

/// Exactly so many digits, and nothing else.
fn number(words: &str, digits: usize) -> Option<u32> {
    let is_number = words.len() == digits && words.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| words.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, proptest};

    use super::{from_field, to_field};

    #[test]
    fn an_evening_goes_into_the_field_and_comes_back() {
        let evening = from_field("2026-11-22T21:40").unwrap();
        assert_eq!(to_field(evening), "2026-11-22T21:40");
        assert_eq!(from_field("2026-11-22T21:40:59.123"), Some(evening));
    }

    #[test]
    fn what_is_no_time_is_none() {
        for words in
            ["", "T", "2026-11-22", "2026-02-30T10:00", "2026-11-22T24:00", "2026-11-22T+1:00", "26-11-22T10:00"]
        {
            assert_eq!(from_field(words), None, "{words}");
        }
    }

    proptest! {
        #[test]
        fn every_minute_of_ten_thousand_years_comes_back(minute in 0..5_258_964_960_i64) {
            let civil = chrono::DateTime::from_timestamp(minute * 60 - 62_135_596_800, 0).unwrap().naive_utc();
            assert_eq!(from_field(&to_field(civil)), Some(civil));
        }

        #[test]
        fn any_words_are_read_or_refused(words in any::<String>()) {
            let _ = from_field(&words);
        }
    }
}
