//! What was ticked on a list on one day, or in one week.

use super::{Checklist, ChecklistId};
use crate::check_in::noon_of;
use crate::moment::{Moment, WhenError};
use crate::visit::mark_of;
use crate::words::{Label, Line, unspoken};
use chrono::{Datelike, NaiveDate};

/// More than one list holds: words that were changed in between are kept too.
pub(crate) const MAX_TICKED: usize = 48;

/// The ticks of one day, or of the week that begins with it.
#[derive(Clone, PartialEq, Eq)]
pub struct ChecklistDay {
    /// Noon of the day, by the clock of where it was begun.
    pub(crate) at: Moment,
    pub(crate) list: ChecklistId,
    /// What the list was called, for when it is gone.
    pub(crate) name: Label,
    /// The words of the steps that are done, each once, in the order in which they were.
    pub(crate) ticked: Vec<Line>,
}

unspoken!(ChecklistDay);

impl ChecklistDay {
    /// Nothing ticked yet.
    ///
    /// # Errors
    /// [`WhenError`] for a day that is not within the calendar.
    pub fn new(list: ChecklistId, name: Label, day: NaiveDate, now: &Moment) -> Result<ChecklistDay, WhenError> {
        Ok(ChecklistDay { at: noon_of(day, now)?, list, name, ticked: Vec::new() })
    }

    /// With one step ticked, or not any more.
    #[must_use]
    pub fn tick(&self, step: &Line, is_done: bool) -> ChecklistDay {
        let mut day = self.clone();
        day.ticked.retain(|there| there != step);
        if is_done && day.ticked.len() < MAX_TICKED {
            day.ticked.push(step.clone());
        }
        day
    }

    /// The day, or the Monday of the week.
    pub fn day(&self) -> NaiveDate {
        self.at.day()
    }

    /// Noon of it.
    pub fn at(&self) -> &Moment {
        &self.at
    }

    pub fn list(&self) -> ChecklistId {
        self.list
    }

    /// What the list was called.
    pub fn name(&self) -> &Label {
        &self.name
    }

    /// The words of the steps that are done, in the order in which they were.
    pub fn ticked(&self) -> &[Line] {
        &self.ticked
    }

    pub fn is_ticked(&self, step: &Line) -> bool {
        self.ticked.contains(step)
    }

    /// How many of the steps that the list has now are done.
    pub fn done_of(&self, list: &Checklist) -> usize {
        list.steps().iter().filter(|step| self.is_ticked(step)).count()
    }
}

impl ChecklistId {
    /// Eight bytes that look random and depend on the list and the day alone: two tabs that tick on one day change one record.
    pub fn mark_on(self, day: NaiveDate) -> [u8; 8] {
        let name: Vec<u8> =
            b"list".iter().copied().chain(self.bytes()).chain(day.num_days_from_ce().to_be_bytes()).collect();
        mark_of(&name)
    }
}
