//! When something happened, as the person says it: an instant, and the wall clock that hung beside them.
//!
//! It has nothing to do with the clock of the merge. Zone rules live in the browser; the domain is handed the offset
//! that was in force, so a Tuesday evening stays a Tuesday evening after a flight or a daylight-saving change.

use chrono::{DateTime, NaiveDate, NaiveDateTime, TimeDelta};
use thiserror::Error;

/// 9999-12-31T23:59:59.999Z, the last instant we speak of.
const LAST_UTC_MS: i64 = 253_402_300_799_999;
/// Wider than any zone on Earth has been (−15:13 to +15:13 in the old days, −12 to +14 now).
const WIDEST_OFFSET_MINUTES: i16 = 18 * 60;
/// Two phones, or a phone and its carrier, rarely agree to the minute.
const AHEAD_ALLOWED_MS: i64 = 5 * 60 * 1000;
const MINUTE_MS: i64 = 60_000;

/// A point in time and the civil time it was for the person.
/// Always within 1970..=9999 in UTC, with an offset of at most 18 hours either way.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Moment {
    utc_ms: i64,
    offset_minutes: i16,
    zone: Zone,
}

/// The name of a time zone in the IANA database ("America/Chicago"): 1 to 64 visible ASCII characters.
/// The name is kept, not looked up: a zone that is new to this build is still a zone.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Zone(String);

/// Why a time cannot be when something happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum WhenError {
    /// More than five minutes from now, or after the year 9999.
    #[error("that time has not come yet")]
    NotYet,
    /// Before 1970.
    #[error("that time is too far back")]
    TooFarBack,
    /// More than 18 hours from UTC: no wall clock ever showed that.
    #[error("no time zone is that far from UTC")]
    NoSuchOffset,
}

impl Moment {
    /// `utc_ms`: milliseconds since 1970 in UTC. `offset_minutes`: local minus UTC, so −360 for Chicago in winter.
    ///
    /// # Errors
    /// [`WhenError`] outside 1970..=9999 or beyond ±18 hours.
    pub fn new(utc_ms: i64, offset_minutes: i16, zone: Zone) -> Result<Moment, WhenError> {
        if utc_ms < 0 {
            return Err(WhenError::TooFarBack);
        }
        if utc_ms > LAST_UTC_MS {
            return Err(WhenError::NotYet);
        }
        if !(-WIDEST_OFFSET_MINUTES..=WIDEST_OFFSET_MINUTES).contains(&offset_minutes) {
            return Err(WhenError::NoSuchOffset);
        }
        Ok(Moment { utc_ms, offset_minutes, zone })
    }

    /// What the device's own clock says now. A clock can say nonsense, and a craving must be saved all the same:
    /// what is out of range is brought to the nearest end of it.
    pub fn of_device(utc_ms: i64, offset_minutes: i16, zone: Zone) -> Moment {
        Moment {
            utc_ms: utc_ms.clamp(0, LAST_UTC_MS),
            offset_minutes: offset_minutes.clamp(-WIDEST_OFFSET_MINUTES, WIDEST_OFFSET_MINUTES),
            zone,
        }
    }

    /// A moment told by its civil time ("yesterday, 9 pm"), with the offset that was in force there and then.
    /// Whether it may be when something happened is [`check_occurred`]'s question.
    ///
    /// # Errors
    /// As [`Moment::new`].
    pub fn said_at(civil: NaiveDateTime, offset_minutes: i16, zone: Zone) -> Result<Moment, WhenError> {
        let utc_ms = civil.and_utc().timestamp_millis().saturating_sub(i64::from(offset_minutes) * MINUTE_MS);
        Moment::new(utc_ms, offset_minutes, zone)
    }

    /// Milliseconds since 1970 in UTC.
    pub fn utc_ms(&self) -> i64 {
        self.utc_ms
    }

    /// Local time minus UTC, in minutes.
    pub fn offset_minutes(&self) -> i16 {
        self.offset_minutes
    }

    pub fn zone(&self) -> &Zone {
        &self.zone
    }

    /// What the wall clock showed.
    pub fn civil(&self) -> NaiveDateTime {
        let utc = DateTime::from_timestamp_millis(self.utc_ms).unwrap_or_default().naive_utc();
        // Chrono reaches a quarter of a million years further than a moment does; the fallback is for the type only.
        utc.checked_add_signed(TimeDelta::minutes(i64::from(self.offset_minutes))).unwrap_or(utc)
    }

    /// The calendar day it was for the person.
    pub fn day(&self) -> NaiveDate {
        self.civil().date()
    }
}

impl Zone {
    pub fn utc() -> Zone {
        Zone("UTC".to_owned())
    }

    /// None unless it could be the name of a zone: 1 to 64 visible ASCII characters.
    pub fn named(name: &str) -> Option<Zone> {
        let fits = (1..=64).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_graphic());
        fits.then(|| Zone(name.to_owned()))
    }

    /// The zone a browser reports; "UTC" when it does not know.
    pub fn named_or_utc(name: &str) -> Zone {
        Zone::named(name).unwrap_or_else(Zone::utc)
    }

    pub fn name(&self) -> &str {
        &self.0
    }
}

/// May something have happened at `at`, told at `now`? Compares instants, so travelling changes nothing.
///
/// # Errors
/// [`WhenError::NotYet`] more than five minutes ahead, [`WhenError::TooFarBack`] before 1970.
pub fn check_occurred(at: &Moment, now: &Moment) -> Result<(), WhenError> {
    if at.utc_ms < 0 {
        return Err(WhenError::TooFarBack);
    }
    if at.utc_ms > now.utc_ms.saturating_add(AHEAD_ALLOWED_MS) {
        return Err(WhenError::NotYet);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-22T15:30:00Z
    const NOW_MS: i64 = 1_795_361_400_000;

    fn chicago() -> Zone {
        Zone::named_or_utc("America/Chicago")
    }

    fn now() -> Moment {
        Moment::new(NOW_MS, -360, chicago()).unwrap()
    }

    fn civil(year: i32, month: u32, day: u32, hour: u32, minute: u32) -> NaiveDateTime {
        NaiveDate::from_ymd_opt(year, month, day).unwrap().and_hms_opt(hour, minute, 0).unwrap()
    }

    #[test]
    fn a_late_evening_belongs_to_that_day_and_not_to_utcs() {
        let evening = Moment::said_at(civil(2026, 11, 21, 23, 45), -360, chicago()).unwrap();
        assert_eq!(evening.civil(), civil(2026, 11, 21, 23, 45));
        assert_eq!(evening.day(), NaiveDate::from_ymd_opt(2026, 11, 21).unwrap());
        assert_eq!(evening.utc_ms(), 1_795_326_300_000);
    }

    #[test]
    fn the_hour_that_comes_twice_is_two_moments() {
        let first = Moment::said_at(civil(2026, 11, 1, 1, 30), -300, chicago()).unwrap();
        let second = Moment::said_at(civil(2026, 11, 1, 1, 30), -360, chicago()).unwrap();
        assert_eq!(second.utc_ms() - first.utc_ms(), 60 * MINUTE_MS);
        assert_eq!(first.civil(), second.civil());
    }

    #[test]
    fn a_date_in_2199_has_not_come_yet() {
        let later = Moment::said_at(civil(2199, 1, 1, 0, 0), -360, chicago()).unwrap();
        assert_eq!(check_occurred(&later, &now()), Err(WhenError::NotYet));
        assert_eq!(Moment::said_at(NaiveDateTime::MAX, 0, Zone::utc()), Err(WhenError::NotYet));
    }

    #[test]
    fn a_clock_five_minutes_apart_is_forgiven_and_six_is_not() {
        let ahead = |minutes: i64| Moment::new(NOW_MS + minutes * MINUTE_MS, 0, Zone::utc()).unwrap();
        assert_eq!(check_occurred(&ahead(5), &now()), Ok(()));
        assert_eq!(check_occurred(&ahead(6), &now()), Err(WhenError::NotYet));
    }

    #[test]
    fn yesterday_and_years_ago_can_be_told_but_not_1969() {
        let told = |year| Moment::said_at(civil(year, 6, 1, 12, 0), -300, chicago());
        assert_eq!(told(2026).map(|at| check_occurred(&at, &now())), Ok(Ok(())));
        assert_eq!(told(1985).map(|at| check_occurred(&at, &now())), Ok(Ok(())));
        assert_eq!(told(1969), Err(WhenError::TooFarBack));
        assert_eq!(Moment::said_at(NaiveDateTime::MIN, 0, Zone::utc()), Err(WhenError::TooFarBack));
    }

    #[test]
    fn a_device_with_a_broken_clock_still_has_a_now() {
        let broken = Moment::of_device(i64::MIN, i16::MIN, Zone::named_or_utc("not a zone\n"));
        assert_eq!((broken.utc_ms(), broken.offset_minutes(), broken.zone().name()), (0, -1080, "UTC"));
        let broken = Moment::of_device(i64::MAX, i16::MAX, Zone::named_or_utc(&"x".repeat(65)));
        assert_eq!((broken.utc_ms(), broken.offset_minutes(), broken.zone().name()), (LAST_UTC_MS, 1080, "UTC"));
        assert_eq!(Moment::new(0, 1081, Zone::utc()), Err(WhenError::NoSuchOffset));
    }
}
