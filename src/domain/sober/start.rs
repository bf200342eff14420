//! From which day somebody counts, and what: everything, or one thing. There may be several, each moved, added and taken away by itself.

use crate::moment::WhenError;
use crate::name::name;
use crate::slot::check_date;
use crate::substance::Substance;
use crate::words::unspoken;
use chrono::NaiveDate;

/// As many starts are kept: they are read at every opening.
pub const MOST_STARTS: usize = 50;

/// A first sober day.
#[derive(Clone, PartialEq, Eq)]
pub struct SoberStart {
    pub(crate) day: NaiveDate,
    pub(crate) counts: Option<Substance>,
}

name! {
    /// The stable name of a start: random, and the same for as long as it exists.
    pub struct StartId;
}

unspoken!(SoberStart, StartId);

impl SoberStart {
    /// `day` is the first sober day. `counts` is what is counted: none is everything. Moving a start is saving another one in its place,
    /// and is never a lapse.
    ///
    /// # Errors
    /// [`WhenError::NotYet`] for a day that has not come, [`WhenError::TooFarBack`] before 1971.
    pub fn new(day: NaiveDate, counts: Option<Substance>, today: NaiveDate) -> Result<SoberStart, WhenError> {
        if day > today {
            return Err(WhenError::NotYet);
        }
        check_date(day).map_err(|_| WhenError::TooFarBack)?;
        Ok(SoberStart { day, counts })
    }

    /// The first sober day.
    pub fn day(&self) -> NaiveDate {
        self.day
    }

    /// What is counted; none is everything.
    pub fn counts(&self) -> Option<&Substance> {
        self.counts.as_ref()
    }
}
