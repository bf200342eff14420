//! Times as exports write them: ISO 8601 with the offset of the place where they were.

use crate::facts::Facts;
use chrono::{DateTime, Datelike, NaiveDate, NaiveDateTime, TimeDelta, Timelike};
use domain::{Moment, StartTime, Zone};

const MINUTE_S: i32 = 60;

/// An instant and what a clock showed then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    civil: NaiveDateTime,
    /// Local time minus UTC.
    offset_minutes: i16,
}

impl Time {
    /// For the type only: a moment of ours can always be said.
    pub fn epoch() -> Time {
        Time { civil: DateTime::UNIX_EPOCH.naive_utc(), offset_minutes: 0 }
    }

    /// None for what is out of the years 0 to 9999, which no ISO 8601 time of four digits can say. An offset that would leave them is left out.
    pub fn of(utc_ms: i64, offset_minutes: i16) -> Option<Time> {
        let utc = DateTime::from_timestamp_millis(utc_ms)?.naive_utc();
        let speakable = |civil: &NaiveDateTime| (0..=9999).contains(&civil.year());
        let local = utc.checked_add_signed(TimeDelta::minutes(offset_minutes.into())).filter(speakable);
        let (civil, offset_minutes) = local.map_or((utc, 0), |civil| (civil, offset_minutes));
        speakable(&civil).then_some(Time { civil, offset_minutes })
    }

    /// A moment, by the clock that was beside the person.
    pub fn of_moment(at: &Moment) -> Option<Time> {
        Time::of(at.utc_ms(), at.offset_minutes())
    }

    /// What a clock in `zone` shows at an instant; in UTC where the zone is not known. An offset of seconds is brought to the minute.
    pub fn in_zone(facts: &Facts<'_>, zone: &Zone, utc_ms: i64) -> Option<Time> {
        let minutes = facts.zones.offset_s(zone, utc_ms).map(|seconds| seconds / MINUTE_S);
        Time::of(utc_ms, minutes.and_then(|minutes| i16::try_from(minutes).ok()).unwrap_or(0))
    }

    /// An instant that belongs to something which happened at a moment: by the same zone's clock, or by the moment's where that is not known.
    pub fn beside(facts: &Facts<'_>, at: &Moment, utc_ms: i64) -> Option<Time> {
        match facts.zones.offset_s(at.zone(), utc_ms) {
            Some(_) => Time::in_zone(facts, at.zone(), utc_ms),
            None => Time::of(utc_ms, at.offset_minutes()),
        }
    }

    /// The same instant for who does not believe in zones further than 14 hours from UTC: such a one is said in UTC.
    #[must_use]
    pub fn near_utc(self) -> Time {
        let is_near = self.offset_minutes.unsigned_abs() <= 14 * 60;
        let utc = self.civil.checked_sub_signed(TimeDelta::minutes(self.offset_minutes.into()));
        if is_near { self } else { utc.map_or(self, |civil| Time { civil, offset_minutes: 0 }) }
    }

    /// The calendar day it was there.
    pub fn day(self) -> NaiveDate {
        self.civil.date()
    }

    /// What the clock showed.
    pub fn civil(self) -> NaiveDateTime {
        self.civil
    }

    /// `2026-11-22T09:30:00-06:00`, with milliseconds where there are any.
    pub fn to_iso(self) -> String {
        let mut out = day_iso(self.civil.date());
        let time = self.civil.time();
        out.push('T');
        two(&mut out, time.hour());
        out.push(':');
        two(&mut out, time.minute());
        out.push(':');
        two(&mut out, time.second());
        let ms = time.nanosecond() / 1_000_000 % 1_000;
        if ms != 0 {
            out.push('.');
            digits(&mut out, ms, 100);
        }
        if self.offset_minutes == 0 {
            out.push('Z');
            return out;
        }
        out.push(if self.offset_minutes < 0 { '-' } else { '+' });
        let minutes = u32::from(self.offset_minutes.unsigned_abs());
        two(&mut out, minutes / 60);
        out.push(':');
        two(&mut out, minutes % 60);
        out
    }

    /// `09:30`.
    pub fn clock(self) -> String {
        clock(self.civil.time().hour(), self.civil.time().minute())
    }
}

/// `2026-11-22`. Years have four digits; no date of ours has more.
pub fn day_iso(day: NaiveDate) -> String {
    let mut out = String::new();
    digits(&mut out, day.year().unsigned_abs(), 1_000);
    out.push('-');
    two(&mut out, day.month());
    out.push('-');
    two(&mut out, day.day());
    out
}

/// A time of day as `09:30`.
pub fn clock_iso(time: StartTime) -> String {
    clock(u32::from(time.minutes()) / 60, u32::from(time.minutes()) % 60)
}

fn clock(hour: u32, minute: u32) -> String {
    let mut out = String::new();
    two(&mut out, hour);
    out.push(':');
    two(&mut out, minute);
    out
}

fn two(out: &mut String, number: u32) {
    digits(out, number, 10);
}

/// So many digits as `from`, a power of ten, has.
fn digits(out: &mut String, number: u32, from: u32) {
    let mut place = from;
    while place > 0 {
        out.push(char::from_digit(number / place % 10, 10).unwrap_or('0'));
        place /= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 22 November 2026, 15:30 in UTC.
    const UTC_MS: i64 = 1_795_361_400_000;

    #[test]
    fn a_time_says_what_the_clock_beside_the_person_showed() {
        let said = |ms: i64, offset: i16| Time::of(ms, offset).map(Time::to_iso);
        assert_eq!(said(UTC_MS, -360).as_deref(), Some("2026-11-22T09:30:00-06:00"));
        assert_eq!(said(UTC_MS + 7, 345).as_deref(), Some("2026-11-22T21:15:00.007+05:45"));
        assert_eq!(said(UTC_MS, 0).as_deref(), Some("2026-11-22T15:30:00Z"));
        assert_eq!(said(0, -1080).as_deref(), Some("1969-12-31T06:00:00-18:00"));
    }

    #[test]
    fn what_no_four_digits_can_say_is_said_in_utc_or_not_at_all() {
        assert_eq!(Time::of(253_402_300_799_999, 1080).map(Time::to_iso).as_deref(), Some("9999-12-31T23:59:59.999Z"));
        assert_eq!(Time::of(i64::MAX, 0), None);
        assert_eq!(Time::of(i64::MIN, 0), None);
    }
}
