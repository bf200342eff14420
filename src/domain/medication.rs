//! Medication, in the person's own words: what it is called, how much, and when. Taking it as prescribed is never use, and nothing in
//! here advises how much to take: what is missed is for whoever prescribed it.

mod dose;
mod schedule;

use crate::name::name;
use crate::words::{Label, Line, unspoken};
use chrono::NaiveDate;
pub use dose::{Dose, DoseTold, Intake};
pub use schedule::{DoseSlot, Every, MOST_TIMES, Schedule, ScheduleError, Stage};

/// As many are kept: they are read at every opening.
pub const MOST_MEDICATIONS: usize = 40;

/// One medication.
#[derive(Clone, PartialEq, Eq)]
pub struct Medication {
    pub(crate) name: Label,
    /// How much, in the person's own words.
    pub(crate) dose: Option<Line>,
    pub(crate) schedule: Schedule,
    /// When it has to be fetched or prescribed again.
    pub(crate) refill: Option<NaiveDate>,
    /// The day on which it was written down. Nothing was planned before.
    pub(crate) since: NaiveDate,
}

name! {
    /// Its stable name: random, and the same for as long as it exists.
    pub struct MedicationId;
}

unspoken!(Medication, MedicationId);

impl Medication {
    /// Written down on the day `since`.
    pub fn new(name: Label, dose: Option<Line>, schedule: Schedule, since: NaiveDate) -> Medication {
        Medication { name, dose, schedule, refill: None, since }
    }

    /// The same, to be fetched again by a day.
    #[must_use]
    pub fn refilled_by(self, refill: Option<NaiveDate>) -> Medication {
        let refill = refill.filter(|day| crate::slot::check_date(*day).is_ok());
        Medication { refill, ..self }
    }

    pub fn name(&self) -> &Label {
        &self.name
    }

    /// How much, as the person says it.
    pub fn dose(&self) -> Option<&Line> {
        self.dose.as_ref()
    }

    pub fn schedule(&self) -> &Schedule {
        &self.schedule
    }

    pub fn refill(&self) -> Option<NaiveDate> {
        self.refill
    }

    /// The day on which it was written down.
    pub fn since(&self) -> NaiveDate {
        self.since
    }

    /// The doses that are planned for a day; of an injection, the one whose window the day is in.
    pub fn on(&self, day: NaiveDate) -> Vec<DoseSlot> {
        let mut slots = self.schedule.on(day);
        slots.retain(|slot| slot.day >= self.since || day >= self.since);
        slots
    }
}

#[cfg(test)]
mod tests;
