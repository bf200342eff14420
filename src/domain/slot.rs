//! A place in somebody's week: a date, a time of day, a length.

use crate::plan_error::PlanError;
use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};

/// No program began before, and none is planned after.
const YEARS: std::ops::RangeInclusive<i32> = 1971..=2199;
const DAY_MINUTES: u16 = 24 * 60;

/// A time of day, to the minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StartTime(u16);

/// How long a session is: 1 minute to 24 hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Length(u16);

/// When one session is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Slot {
    pub date: NaiveDate,
    pub start: StartTime,
    pub length: Length,
}

impl StartTime {
    pub const MIDNIGHT: StartTime = StartTime(0);

    /// Minutes since midnight; None from 1,440 on.
    pub fn of_minutes(minutes: u16) -> Option<StartTime> {
        (minutes < DAY_MINUTES).then_some(StartTime(minutes))
    }

    /// None for what no clock shows.
    pub fn at(hour: u16, minute: u16) -> Option<StartTime> {
        if hour < 24 && minute < 60 { StartTime::of_minutes(hour * 60 + minute) } else { None }
    }

    /// Since midnight, 0 to 1,439.
    pub fn minutes(self) -> u16 {
        self.0
    }

    /// That time on a date.
    pub fn on(self, date: NaiveDate) -> NaiveDateTime {
        let time = NaiveTime::from_num_seconds_from_midnight_opt(u32::from(self.0) * 60, 0).unwrap_or_default();
        date.and_time(time)
    }

    /// The time when something of this length that began then is over, and whether that is on the next day.
    pub fn after(self, length: Length) -> (StartTime, bool) {
        let minutes = self.0 + length.0;
        (StartTime(minutes % DAY_MINUTES), minutes >= DAY_MINUTES)
    }
}

impl Length {
    /// None for nothing and for more than 24 hours.
    pub fn of_minutes(minutes: u16) -> Option<Length> {
        (1..=DAY_MINUTES).contains(&minutes).then_some(Length(minutes))
    }

    /// For the lengths that are written in the code.
    pub(crate) const fn fixed(minutes: u16) -> Length {
        assert!(minutes >= 1 && minutes <= DAY_MINUTES, "a length that no session has");
        Length(minutes)
    }

    pub fn minutes(self) -> u16 {
        self.0
    }
}

/// The date itself, if it is one that a plan can have: 1971 to 2199.
///
/// # Errors
/// [`PlanError::NoSuchYear`].
pub fn check_date(date: NaiveDate) -> Result<NaiveDate, PlanError> {
    use chrono::Datelike;
    if YEARS.contains(&date.year()) { Ok(date) } else { Err(PlanError::NoSuchYear) }
}

/// Weeks later; the end of the calendar where there is no such date.
pub(crate) fn weeks_after(date: NaiveDate, weeks: u64) -> NaiveDate {
    date.checked_add_days(Days::new(weeks.saturating_mul(7))).unwrap_or(NaiveDate::MAX)
}

pub(crate) fn day_before(date: NaiveDate) -> NaiveDate {
    date.pred_opt().unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_evening_of_three_hours_ends_on_the_same_day_and_a_night_does_not() {
        let three_hours = Length::of_minutes(180).unwrap();
        let (end, next_day) = StartTime::at(18, 0).unwrap().after(three_hours);
        assert_eq!((end.minutes(), next_day), (21 * 60, false));
        let (end, next_day) = StartTime::at(22, 30).unwrap().after(three_hours);
        assert_eq!((end.minutes(), next_day), (90, true));
    }

    #[test]
    fn what_no_clock_shows_and_no_session_lasts_is_none() {
        assert_eq!((StartTime::at(24, 0), StartTime::at(9, 60), StartTime::of_minutes(1_440)), (None, None, None));
        assert_eq!((Length::of_minutes(0), Length::of_minutes(1_441)), (None, None));
        assert_eq!(check_date(NaiveDate::MAX), Err(PlanError::NoSuchYear));
    }
}
