//! When a medication is to be taken: at times of day, every so many days with a window around each, or as needed.

use crate::moment::Moment;
use crate::slot::{StartTime, check_date};
use crate::weekdays::Weekdays;
use chrono::{Datelike, Days, NaiveDate, Timelike};
use thiserror::Error;

/// As many times a day.
pub const MOST_TIMES: usize = 8;
/// No injection is further from the next, in days.
const LONGEST_EVERY: u16 = 366;
/// A window is no longer than this on either side, in days.
const LONGEST_WINDOW: u8 = 30;

/// When it is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Schedule {
    /// On these days of the week at these times, 1 to [`MOST_TIMES`], the earliest first, each once.
    AtTimes {
        days: Weekdays,
        times: Vec<StartTime>,
    },
    /// Every so many days, as a long-acting injection is given.
    EveryDays(Every),
    AsNeeded,
}

/// A first day, and how many days lie between one and the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Every {
    pub(crate) days: u16,
    pub(crate) from: NaiveDate,
    /// It can be given so many days early, and so many late.
    pub(crate) early: u8,
    pub(crate) late: u8,
}

/// One dose as it was planned, or, of what is taken as needed, as it was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DoseSlot {
    pub day: NaiveDate,
    /// None for what only has a day.
    pub at: Option<StartTime>,
}

/// Where a dose is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Its time comes.
    Ahead,
    /// Its time is now, or was today.
    Due,
    /// Its time, or the window for it, is over.
    Past,
}

/// Why a schedule was not taken. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ScheduleError {
    #[error("there is no time")]
    NoTime,
    #[error("no more than {limit} times fit")]
    TooManyTimes { limit: usize },
    #[error("there is no such number of days")]
    NoSuchDays,
    #[error("no calendar has such a year")]
    NoSuchYear,
}

impl Schedule {
    /// # Errors
    /// [`ScheduleError`] with no time, or with too many.
    pub fn at_times(days: Weekdays, mut times: Vec<StartTime>) -> Result<Schedule, ScheduleError> {
        times.sort_unstable();
        times.dedup();
        match times.len() {
            0 => Err(ScheduleError::NoTime),
            1..=MOST_TIMES => Ok(Schedule::AtTimes { days, times }),
            _ => Err(ScheduleError::TooManyTimes { limit: MOST_TIMES }),
        }
    }

    /// Every `days` days from `from` on, `early` days before and `late` days after each at most.
    ///
    /// # Errors
    /// [`ScheduleError`] for no number of days that anything is given in, and for a window that reaches the next one.
    pub fn every(days: u16, from: NaiveDate, early: u8, late: u8) -> Result<Schedule, ScheduleError> {
        let is_sound = (1..=LONGEST_EVERY).contains(&days)
            && early.max(late) <= LONGEST_WINDOW
            && u16::from(early) + u16::from(late) < days;
        if !is_sound {
            return Err(ScheduleError::NoSuchDays);
        }
        check_date(from).map_err(|_| ScheduleError::NoSuchYear)?;
        Ok(Schedule::EveryDays(Every { days, from, early, late }))
    }

    /// The doses that are planned for a day; of an injection, the one whose window the day is in.
    pub fn on(&self, day: NaiveDate) -> Vec<DoseSlot> {
        match self {
            Schedule::AtTimes { days, times } if days.contains(day.weekday()) => {
                times.iter().map(|at| DoseSlot { day, at: Some(*at) }).collect()
            }
            Schedule::EveryDays(every) => every.around(day).map(|day| DoseSlot { day, at: None }).into_iter().collect(),
            Schedule::AtTimes { .. } | Schedule::AsNeeded => Vec::new(),
        }
    }

    /// The doses whose own day lies between two days, both included, the earliest first.
    pub fn between(&self, first: NaiveDate, last: NaiveDate) -> Vec<DoseSlot> {
        let mut found: Vec<DoseSlot> =
            first.iter_days().take_while(|day| *day <= last).flat_map(|day| self.on(day)).collect();
        found.retain(|slot| (first..=last).contains(&slot.day));
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Where a dose is now.
    pub fn stage(&self, slot: DoseSlot, now: &Moment) -> Stage {
        let today = now.day();
        let (opens, closes) = match self {
            Schedule::EveryDays(every) => every.window(slot.day),
            Schedule::AtTimes { .. } | Schedule::AsNeeded => (slot.day, slot.day),
        };
        let clock = now.civil().time();
        let minutes = clock.hour() * 60 + clock.minute();
        if today > closes {
            Stage::Past
        } else if today < opens || (today == slot.day && slot.at.is_some_and(|at| u32::from(at.minutes()) > minutes)) {
            Stage::Ahead
        } else {
            Stage::Due
        }
    }
}

impl Every {
    pub fn days(self) -> u16 {
        self.days
    }

    /// The first day.
    pub fn from(self) -> NaiveDate {
        self.from
    }

    /// How many days early it can be given, and how many late.
    pub fn leeway(self) -> (u8, u8) {
        (self.early, self.late)
    }

    /// The first and the last day on which the one of `day` can be given.
    pub fn window(self, day: NaiveDate) -> (NaiveDate, NaiveDate) {
        let opens = day.checked_sub_days(Days::new(self.early.into())).unwrap_or(day);
        let closes = day.checked_add_days(Days::new(self.late.into())).unwrap_or(day);
        (opens, closes)
    }

    /// The planned day that comes next, today included as long as its window is open.
    pub fn next(self, today: NaiveDate) -> Option<NaiveDate> {
        let since = today.signed_duration_since(self.from).num_days() - i64::from(self.late);
        let days = i64::from(self.days);
        let steps = if since <= 0 { 0 } else { (since + days - 1) / days };
        self.from.checked_add_days(Days::new((steps * days).unsigned_abs()))
    }

    /// The planned day in whose window this day is.
    fn around(self, day: NaiveDate) -> Option<NaiveDate> {
        let planned = self.next(day)?;
        let (opens, closes) = self.window(planned);
        (opens..=closes).contains(&day).then_some(planned)
    }
}
