//! The medications and doses of the golden files.

use crate::code::Kept;
use crate::medication::{Dose, DoseSlot, DoseTold, Medication, MedicationId, Schedule};
use crate::samples::now;
use crate::slot::StartTime;
use crate::*;
use chrono::{NaiveDate, Weekday};

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

pub(super) fn as_needed() -> Medication {
    Medication::new(Label::new("For sleep").unwrap(), None, Schedule::AsNeeded, day(11, 22))
}

pub(super) fn twice_a_day() -> Medication {
    let times = vec![StartTime::at(8, 0).unwrap(), StartTime::at(20, 30).unwrap()];
    let days = Weekdays::of(&[Weekday::Mon, Weekday::Wed]).unwrap();
    let schedule = Schedule::at_times(days, times).unwrap();
    let dose = Line::new("una bajo la lengua 💊").ok();
    Medication::new(Label::new("La tira").unwrap(), dose, schedule, day(11, 22)).refilled_by(Some(day(12, 4)))
}

pub(super) fn injection() -> Medication {
    let schedule = Schedule::every(28, day(11, 2), 2, 7).unwrap();
    Medication::new(Label::new("The shot").unwrap(), None, schedule, day(11, 22))
}

pub(super) fn skipped() -> Dose {
    let slot = DoseSlot { day: day(11, 25), at: StartTime::at(20, 30) };
    let dose = Dose::new(MedicationId::from_bytes([0x81; 8]), Label::new("La tira").unwrap(), slot, &now()).unwrap();
    dose.tell(Some(DoseTold::Skipped), Line::new("no llegó").ok())
}

/// A code that version 1 may hold although no build of today writes it.
pub(super) fn newer_words() -> Dose {
    Dose { told: Kept::from_code("halved"), ..skipped() }
}
