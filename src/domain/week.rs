//! The week as it will be and as it was: occurrences worked out from sessions and programs, never stored.

mod due;
mod hours;
mod next;
mod occurrence;
mod timetable;

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;

use crate::visit::Visit;
use crate::words::unspoken;
pub use due::{Due, HOMEWORK_DAYS, PREPARE_FROM_MS, TELL_WITHIN_MS, due};
pub use hours::{Hours, hours};
pub use next::{Next, NextState, SOON_MS, next};
pub use occurrence::{Occurrence, Shown, Times};
pub use timetable::{LONGEST_RANGE_DAYS, Timetable, day_range};

/// One occurrence, and what the person told about it.
#[derive(Clone, PartialEq, Eq)]
pub struct Occasion {
    pub occurrence: Occurrence,
    pub visit: Option<Visit>,
}

unspoken!(Occasion);

impl Occasion {
    /// Whether it takes place, as far as anybody said: neither called off ahead nor told to have been.
    pub fn takes_place(&self) -> bool {
        let told = self.visit.as_ref().and_then(Visit::attendance);
        self.occurrence.shown != Shown::Cancelled && told != Some(crate::visit::Attendance::Cancelled)
    }
}
