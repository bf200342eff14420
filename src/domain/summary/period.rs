//! From which day to which: the days a summary is about, as the person lived them.

use crate::session::SessionKind;
use crate::summary::Marked;
use crate::visit::{Attendance, Visit};
use crate::week::{LONGEST_RANGE_DAYS, Occasion};
use chrono::{Days, NaiveDate};
use thiserror::Error;

/// Days of the person's own calendar, the first and the last included: at least one, at most [`Period::LONGEST_DAYS`].
/// A day is the day it was where the person was, so a change of clocks makes none longer and a flight loses none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    first: NaiveDate,
    last: NaiveDate,
}

/// Why some days are no period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PeriodError {
    /// It would end before it begins.
    #[error("the last day is before the first")]
    Backwards,
    /// More than [`Period::LONGEST_DAYS`].
    #[error("no more than {limit} days fit")]
    TooLong { limit: u16 },
}

impl Period {
    /// As far as a range of sessions is ever worked out.
    pub const LONGEST_DAYS: u16 = LONGEST_RANGE_DAYS;
    /// What is offered, in days.
    pub const OFFERED_DAYS: [u16; 3] = [7, 14, 30];
    /// A session longer ago begins no period by itself, and so many days back are looked through for one.
    pub const LOOK_BACK_DAYS: u16 = 30;

    /// # Errors
    /// [`PeriodError`] when it would end before it begins, or be too long.
    pub fn new(first: NaiveDate, last: NaiveDate) -> Result<Period, PeriodError> {
        let further = last.signed_duration_since(first).num_days();
        if further < 0 {
            Err(PeriodError::Backwards)
        } else if further >= i64::from(Period::LONGEST_DAYS) {
            Err(PeriodError::TooLong { limit: Period::LONGEST_DAYS })
        } else {
            Ok(Period { first, last })
        }
    }

    /// So many days up to `last`, which is one of them; at least one, at most [`Period::LONGEST_DAYS`].
    pub fn days_until(last: NaiveDate, days: u16) -> Period {
        let further = days.clamp(1, Period::LONGEST_DAYS).saturating_sub(1);
        Period { first: last.checked_sub_days(Days::new(further.into())).unwrap_or(last), last }
    }

    /// What a summary is about unless the person says otherwise: the days since the last group or individual session that they were at, or
    /// the last seven. The day of that session is part of it, because the evening after it is too. A session of today begins nothing: it is
    /// the one to prepare for, or the one just over. A private visit is one that nothing was told about. `occasions` are those of the last
    /// [`Period::LOOK_BACK_DAYS`], in any order.
    pub fn since_last_session(occasions: &[Marked<Occasion>], today: NaiveDate) -> Period {
        let furthest = Period::days_until(today, Period::LOOK_BACK_DAYS).first;
        let mut last_day = None;
        for one in occasions.iter().filter(|one| !one.is_private(false)) {
            let kind = one.what.occurrence.about.kind();
            let day = one.what.occurrence.times.start.date();
            let is_one = matches!(kind, SessionKind::Group | SessionKind::Individual)
                && one.what.visit.as_ref().and_then(Visit::attendance).is_some_and(Attendance::was_there);
            if is_one && furthest <= day && day < today {
                last_day = last_day.max(Some(day));
            }
        }
        match last_day {
            Some(first) => Period { first, last: today },
            None => Period::days_until(today, 7),
        }
    }

    /// The first of its days.
    pub fn first(self) -> NaiveDate {
        self.first
    }

    /// The last of its days.
    pub fn last(self) -> NaiveDate {
        self.last
    }

    /// How many days, 1 to [`Period::LONGEST_DAYS`].
    pub fn days(self) -> u16 {
        let further = self.last.signed_duration_since(self.first).num_days();
        u16::try_from(further).unwrap_or_default().saturating_add(1)
    }

    /// Whether a day is one of them.
    pub fn contains(self, day: NaiveDate) -> bool {
        self.first <= day && day <= self.last
    }

    /// As many days, up to the day before this one begins.
    #[must_use]
    pub fn before(self) -> Period {
        let last = self.first.pred_opt().unwrap_or(self.first);
        Period::days_until(last, self.days())
    }
}
