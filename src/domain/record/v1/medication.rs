//! Version 1 of a medication (kind 60) and of what was told about one dose (kind 61). Frozen like their siblings. Noon of the day that the
//! dose was planned for is in the preamble.

use serde::{Deserialize, Serialize};

use super::convert::maybe;
use super::day::DayV1;
use crate::code::Kept;
use crate::medication::{Dose, DoseSlot, Medication, MedicationId, Schedule};
use crate::moment::{Moment, Zone};
use crate::slot::StartTime;
use crate::weekdays::Weekdays;
use crate::words::{Label, Line};

/// Kind 60.
#[derive(Serialize, Deserialize)]
pub(in crate::record) struct MedicationV1 {
    /// At most 80 characters.
    name: String,
    /// At most 200 characters.
    dose: Option<String>,
    schedule: ScheduleV1,
    refill: Option<DayV1>,
    since: DayV1,
}

#[derive(Serialize, Deserialize)]
enum ScheduleV1 {
    /// A bit for each day of the week, Monday the lowest; 1 to 8 times in minutes since midnight, rising.
    AtTimes {
        days: u8,
        times: Vec<u16>,
    },
    /// 1 to 366 days; at most 30 early and 30 late, together fewer than the days.
    EveryDays {
        days: u16,
        from: DayV1,
        early: u8,
        late: u8,
    },
    AsNeeded,
}

/// Kind 61.
#[derive(Serialize, Deserialize)]
pub(in crate::record) struct DoseV1 {
    /// Local minus UTC, −1080 to 1080.
    offset_minutes: i16,
    /// 1 to 64 visible ASCII characters.
    zone: String,
    medication: [u8; 8],
    /// At most 80 characters.
    name: String,
    day: DayV1,
    /// Minutes since midnight, 0 to 1,439.
    at: Option<u16>,
    told: Option<String>,
    /// At most 200 characters.
    reason: Option<String>,
}

impl From<&Medication> for MedicationV1 {
    fn from(medication: &Medication) -> MedicationV1 {
        let schedule = match &medication.schedule {
            Schedule::AtTimes { days, times } => {
                ScheduleV1::AtTimes { days: days.bits(), times: times.iter().map(|time| time.minutes()).collect() }
            }
            Schedule::EveryDays(every) => {
                let (early, late) = every.leeway();
                ScheduleV1::EveryDays { days: every.days(), from: every.from().into(), early, late }
            }
            Schedule::AsNeeded => ScheduleV1::AsNeeded,
        };
        MedicationV1 {
            name: medication.name.as_str().to_owned(),
            dose: medication.dose.as_ref().map(|dose| dose.as_str().to_owned()),
            schedule,
            refill: medication.refill.map(DayV1::from),
            since: medication.since.into(),
        }
    }
}

impl MedicationV1 {
    /// None when any part is out of its bounds.
    pub(in crate::record) fn into_medication(self) -> Option<Medication> {
        let schedule = match self.schedule {
            ScheduleV1::AtTimes { days, times } => {
                let times = times.into_iter().map(StartTime::of_minutes).collect::<Option<Vec<_>>>()?;
                let schedule = Schedule::at_times(Weekdays::from_bits(days)?, times.clone()).ok()?;
                // Times that are told twice, or in another order, were never written.
                let is_as_written = matches!(&schedule, Schedule::AtTimes { times: kept, .. } if *kept == times);
                is_as_written.then_some(schedule)?
            }
            ScheduleV1::EveryDays { days, from, early, late } => {
                Schedule::every(days, from.into_date()?, early, late).ok()?
            }
            ScheduleV1::AsNeeded => Schedule::AsNeeded,
        };
        let dose = maybe(self.dose, |dose| Line::new(&dose).ok())?;
        let refill = maybe(self.refill, DayV1::into_date)?;
        let medication = Medication::new(Label::new(&self.name).ok()?, dose, schedule, self.since.into_date()?);
        Some(medication.refilled_by(refill))
    }
}

impl From<&Dose> for DoseV1 {
    fn from(dose: &Dose) -> DoseV1 {
        DoseV1 {
            offset_minutes: dose.at.offset_minutes(),
            zone: dose.at.zone().name().to_owned(),
            medication: dose.medication.bytes(),
            name: dose.name.as_str().to_owned(),
            day: dose.slot.day.into(),
            at: dose.slot.at.map(StartTime::minutes),
            told: dose.told.as_ref().map(|told| told.code().to_owned()),
            reason: dose.reason.as_ref().map(|reason| reason.as_str().to_owned()),
        }
    }
}

impl DoseV1 {
    /// `at_utc_ms` is the preamble's. None when any part is out of its bounds.
    pub(in crate::record) fn into_dose(self, at_utc_ms: i64) -> Option<Dose> {
        Some(Dose {
            at: Moment::new(at_utc_ms, self.offset_minutes, Zone::named(&self.zone)?).ok()?,
            medication: MedicationId::from_bytes(self.medication),
            name: Label::new(&self.name).ok()?,
            slot: DoseSlot { day: self.day.into_date()?, at: maybe(self.at, StartTime::of_minutes)? },
            told: maybe(self.told, |code| Kept::from_code(&code))?,
            reason: maybe(self.reason, |reason| Line::new(&reason).ok())?,
        })
    }
}
