//! What was told about one dose.

use super::schedule::{DoseSlot, Stage};
use super::{Medication, MedicationId};
use crate::check_in::noon_of;
use crate::code::{Kept, coded};
use crate::moment::{Moment, WhenError};
use crate::visit::mark_of;
use crate::words::{Label, Line, unspoken};
use chrono::{Datelike, NaiveDate};

coded! {
    /// What became of a dose.
    pub enum DoseTold {
        Taken = "taken",
        Late = "late",
        Skipped = "skipped",
    }
}

/// One dose, told about. Telling nothing is not the same as missing it.
#[derive(Clone, PartialEq, Eq)]
pub struct Dose {
    /// Noon of the day it was planned for.
    pub(crate) at: Moment,
    pub(crate) medication: MedicationId,
    /// What it was called, for when it is gone.
    pub(crate) name: Label,
    pub(crate) slot: DoseSlot,
    /// None once that was taken back.
    pub(crate) told: Option<Kept<DoseTold>>,
    /// Why it was skipped, in the person's own words.
    pub(crate) reason: Option<Line>,
}

/// How many of the doses of some days were taken, late ones included, of how many whose time has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Intake {
    pub taken: usize,
    pub of: usize,
}

unspoken!(Dose);

impl Dose {
    /// Nothing told yet.
    ///
    /// # Errors
    /// [`WhenError`] for a day that is not within the calendar.
    pub fn new(medication: MedicationId, name: Label, slot: DoseSlot, now: &Moment) -> Result<Dose, WhenError> {
        Ok(Dose { at: noon_of(slot.day, now)?, medication, name, slot, told: None, reason: None })
    }

    /// With what became of it. Only what was skipped has a reason.
    #[must_use]
    pub fn tell(&self, told: Option<DoseTold>, reason: Option<Line>) -> Dose {
        let reason = reason.filter(|_| told == Some(DoseTold::Skipped));
        Dose { told: told.map(Kept::Known), reason, ..self.clone() }
    }

    /// Noon of the day it was planned for.
    pub fn at(&self) -> &Moment {
        &self.at
    }

    pub fn medication(&self) -> MedicationId {
        self.medication
    }

    /// What the medication was called.
    pub fn name(&self) -> &Label {
        &self.name
    }

    pub fn slot(&self) -> DoseSlot {
        self.slot
    }

    /// What became of it; None when nothing is told.
    pub fn told(&self) -> Option<DoseTold> {
        self.told.as_ref().and_then(Kept::known)
    }

    pub fn reason(&self) -> Option<&Line> {
        self.reason.as_ref()
    }
}

impl Intake {
    /// Over the days from `first` to `last`, as far as their time has come. What is not told about is not counted as taken.
    pub fn of(
        medication: &Medication,
        id: MedicationId,
        told: &[Dose],
        days: (NaiveDate, NaiveDate),
        now: &Moment,
    ) -> Intake {
        let schedule = medication.schedule();
        let planned = schedule.between(days.0.max(medication.since()), days.1);
        let over = planned.iter().filter(|slot| schedule.stage(**slot, now) != Stage::Ahead);
        let was_taken = |slot: &&DoseSlot| {
            told.iter().any(|dose| {
                let is_it = dose.medication == id && dose.slot == **slot;
                is_it && matches!(dose.told(), Some(DoseTold::Taken | DoseTold::Late))
            })
        };
        Intake { taken: over.clone().filter(was_taken).count(), of: over.count() }
    }
}

impl MedicationId {
    /// Eight bytes that look random and depend on the medication and the dose alone: two tabs that tell about one dose change one record.
    pub fn mark_of_dose(self, slot: DoseSlot) -> [u8; 8] {
        // No time of day is that large.
        let minutes = slot.at.map_or(u16::MAX, crate::slot::StartTime::minutes);
        let name: Vec<u8> = b"dose"
            .iter()
            .copied()
            .chain(self.bytes())
            .chain(slot.day.num_days_from_ce().to_be_bytes())
            .chain(minutes.to_be_bytes())
            .collect();
        mark_of(&name)
    }
}
