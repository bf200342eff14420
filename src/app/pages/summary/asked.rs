//! What was asked for: which days, and what is on the page.

use chrono::NaiveDate;
use domain::day_from_field;
use domain::summary::{Choice, Period, PeriodError};

/// Which days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    #[default]
    SinceLast,
    Last(u16),
    Own,
}

/// What somebody chose, for as long as the app is open.
#[derive(Clone, Default)]
pub struct Asked {
    pub which: Which,
    /// As they stand in the fields; looked at only for days of one's own.
    pub first: String,
    pub last: String,
    pub choice: Choice,
}

/// Why these days are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDays {
    /// One is missing, lies ahead, or they are the wrong way round.
    Which,
    TooLong,
}

impl Which {
    /// The value of its option.
    pub fn code(self) -> String {
        match self {
            Which::SinceLast => "since".to_owned(),
            Which::Last(days) => days.to_string(),
            Which::Own => "own".to_owned(),
        }
    }

    /// Every one that is offered.
    pub fn all() -> Vec<Which> {
        let last = Period::OFFERED_DAYS.into_iter().map(Which::Last);
        std::iter::once(Which::SinceLast).chain(last).chain([Which::Own]).collect()
    }

    /// Of an option's value.
    pub fn from_code(code: &str) -> Which {
        Which::all().into_iter().find(|which| which.code() == code).unwrap_or_default()
    }
}

impl Asked {
    /// The days; none where the journal has to be asked for the last session.
    pub fn period(&self, today: NaiveDate) -> Option<Result<Period, NoDays>> {
        match self.which {
            Which::SinceLast => None,
            Which::Last(days) => Some(Ok(Period::days_until(today, days))),
            Which::Own => Some(self.own_days(today)),
        }
    }

    fn own_days(&self, today: NaiveDate) -> Result<Period, NoDays> {
        let day = |field: &str| day_from_field(field).filter(|day| *day <= today);
        let (first, last) = day(&self.first).zip(day(&self.last)).ok_or(NoDays::Which)?;
        Period::new(first, last).map_err(|why| match why {
            PeriodError::Backwards => NoDays::Which,
            PeriodError::TooLong { .. } => NoDays::TooLong,
        })
    }
}
