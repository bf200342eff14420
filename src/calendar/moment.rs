//! Dates, times and lengths of time as a calendar writes them (RFC 5545, 3.3), with what programs leave out or put behind them.

use chrono::{NaiveDate, NaiveDateTime, TimeDelta};
use std::iter::Peekable;

/// A date or a time as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    Day(NaiveDate),
    /// By some clock.
    Wall(NaiveDateTime),
    /// Already in UTC.
    Utc(NaiveDateTime),
}

impl Written {
    /// `20261005`, `20261005T180000`, `20261005T180000Z`. Spaces in it and words behind it are not looked at; minutes and seconds may be
    /// missing. None for what is no date, and for one that breaks off in the middle of an hour or a minute.
    pub fn read(text: &str) -> Option<Written> {
        let mut bytes = text.bytes().filter(|byte| !byte.is_ascii_whitespace()).peekable();
        let day = day(&mut bytes)?;
        if bytes.next_if(|byte| matches!(byte, b'T' | b't')).is_none() {
            let goes_on = bytes.peek().is_some_and(u8::is_ascii_digit);
            return (!goes_on).then_some(Written::Day(day));
        }
        if !bytes.peek().is_some_and(u8::is_ascii_digit) {
            return Some(Written::Day(day));
        }
        let (hour, minute) = (pair(&mut bytes)?, pair(&mut bytes)?);
        // Some write the seconds without a zero before them.
        let second = number(&mut bytes);
        // A leap second is written as 60, and is the 59th to every clock that people have.
        let wall = day.and_hms_opt(hour, minute, if second == 60 { 59 } else { second })?;
        let sign = match bytes.next() {
            Some(b'Z' | b'z') => return Some(Written::Utc(wall)),
            Some(b'+') => 1,
            Some(b'-') => -1,
            Some(digit) if digit.is_ascii_digit() => return None,
            Some(_) | None => return Some(Written::Wall(wall)),
        };
        if !bytes.peek().is_some_and(u8::is_ascii_digit) {
            return Some(Written::Wall(wall));
        }
        let hours = pair(&mut bytes)?;
        bytes.next_if_eq(&b':');
        let ahead = i64::from(hours * 60 + pair(&mut bytes)?);
        wall.checked_sub_signed(TimeDelta::minutes(sign * ahead)).map(Written::Utc)
    }

    /// A date, whatever stands behind it: what says that it is one may have a time all the same.
    pub fn read_day(text: &str) -> Option<Written> {
        day(&mut text.bytes().filter(|byte| !byte.is_ascii_whitespace()).peekable()).map(Written::Day)
    }
}

fn day(bytes: &mut Peekable<impl Iterator<Item = u8>>) -> Option<NaiveDate> {
    let mut digits = |count: u32| (0..count).try_fold(0, |number, _| Some(number * 10 + digit(bytes)?));
    let (year, month, day) = (digits(4)?, digits(2)?, digits(2)?);
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

fn digit(bytes: &mut Peekable<impl Iterator<Item = u8>>) -> Option<u32> {
    bytes.next_if(u8::is_ascii_digit).map(|digit| u32::from(digit - b'0'))
}

/// A number of at most two digits; 0 where there is none.
fn number(bytes: &mut Peekable<impl Iterator<Item = u8>>) -> u32 {
    let tens = digit(bytes).unwrap_or_default();
    digit(bytes).map_or(tens, |ones| tens * 10 + ones)
}

/// The same, but None for one of a single digit.
fn pair(bytes: &mut Peekable<impl Iterator<Item = u8>>) -> Option<u32> {
    match digit(bytes) {
        None => Some(0),
        Some(tens) => Some(tens * 10 + digit(bytes)?),
    }
}

/// A length of time (RFC 5545, 3.3.6): days by the calendar, and seconds that really pass.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Length {
    pub days: i64,
    pub seconds: i64,
}

impl Length {
    pub const NONE: Length = Length { days: 0, seconds: 0 };
    const LONGEST_DAYS: i64 = 366;

    /// `P1DT2H`, `-PT15M`. None for what is none, and for one of more than a year.
    pub fn read(text: &str) -> Option<Length> {
        let mut bytes = text.bytes().filter(|byte| !byte.is_ascii_whitespace());
        let mut sign = 1;
        loop {
            match bytes.next()? {
                b'P' | b'p' => break,
                b'+' => {}
                b'-' if sign > 0 => sign = -1,
                _ => return None,
            }
        }
        let (mut weeks, mut days, mut hours, mut minutes, mut seconds) = (None, None, None, None, None);
        let mut number: i64 = 0;
        for byte in bytes {
            let unit = match byte {
                b'0'..=b'9' => {
                    // Longer than any length that is kept, and short enough to be counted with.
                    number = (number * 10 + i64::from(byte - b'0')).min(1_000_000_000);
                    continue;
                }
                b'T' | b't' => continue,
                b'W' | b'w' => &mut weeks,
                b'D' | b'd' => &mut days,
                b'H' | b'h' => &mut hours,
                b'M' | b'm' => &mut minutes,
                b'S' | b's' => &mut seconds,
                _ => return None,
            };
            *unit = Some(number);
            number = 0;
        }
        // At least one of them must be there.
        weeks.or(days).or(hours).or(minutes).or(seconds)?;
        let of = |unit: Option<i64>| unit.unwrap_or_default();
        let days = of(weeks) * 7 + of(days);
        let seconds = of(hours) * 3_600 + of(minutes) * 60 + of(seconds);
        let fits = days + seconds / 86_400 <= Length::LONGEST_DAYS;
        fits.then_some(Length { days: sign * days, seconds: sign * seconds })
    }

    /// Between two instants, in milliseconds. None when it is more than a year.
    pub fn between(from_ms: i64, to_ms: i64) -> Option<Length> {
        let seconds = to_ms.saturating_sub(from_ms) / 1_000;
        (seconds <= Length::LONGEST_DAYS * 86_400).then_some(Length { days: 0, seconds })
    }

    pub fn is_negative(self) -> bool {
        self.days < 0 || self.seconds < 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(hour: u32, minute: u32, second: u32) -> NaiveDateTime {
        NaiveDate::from_ymd_opt(2026, 10, 5).unwrap().and_hms_opt(hour, minute, second).unwrap()
    }

    #[test]
    fn a_time_is_read_with_what_is_missing_and_what_is_too_much() {
        for (text, read) in [
            ("20261005T180000", Written::Wall(at(18, 0, 0))),
            (" 20261005 T 180509 ", Written::Wall(at(18, 5, 9))),
            ("20261005T235960Z", Written::Utc(at(23, 59, 59))),
            ("20261005t1805z", Written::Utc(at(18, 5, 0))),
            ("20261005T18", Written::Wall(at(18, 0, 0))),
            ("20261005T18305", Written::Wall(at(18, 30, 5))),
            ("20261005T180000/PT1H", Written::Wall(at(18, 0, 0))),
            ("20261005T180000+0530", Written::Utc(at(12, 30, 0))),
            ("20261005T180000-05:30", Written::Utc(at(23, 30, 0))),
            ("20261005T180000-02", Written::Utc(at(20, 0, 0))),
            ("20261005", Written::Day(at(0, 0, 0).date())),
            ("20261005 by noon", Written::Day(at(0, 0, 0).date())),
        ] {
            assert_eq!(Written::read(text), Some(read), "{text}");
        }
        assert_eq!(Written::read_day("20261005T180000Z"), Some(Written::Day(at(0, 0, 0).date())));
    }

    #[test]
    fn a_time_that_breaks_off_in_a_number_is_none() {
        for text in ["", "2026-10-05", "2026101", "20261032", "20261005T1", "20261005T180", "20261005T250000"] {
            assert_eq!(Written::read(text), None, "{text}");
        }
        assert_eq!(Written::read("20261005T1800000"), None);
        assert_eq!(Written::read("202610051800"), None);
        assert_eq!(Written::read_day("tomorrow"), None);
    }

    #[test]
    fn a_length_has_days_of_the_calendar_and_hours_that_pass() {
        let length = |days, seconds| Some(Length { days, seconds });
        assert_eq!(Length::read("P1W2DT3H4M5S"), length(9, 11_045));
        assert_eq!(Length::read(" -pt15m"), length(0, -900));
        assert_eq!(Length::read("+P366D"), length(366, 0));
        for text in ["", "P", "PT", "15M", "P1Y", "--P1D", "P367D", "PT99999999999999999999H"] {
            assert_eq!(Length::read(text), None, "{text}");
        }
    }
}
