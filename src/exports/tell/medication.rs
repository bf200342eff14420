//! Medications as the person wrote them down, and what was told about doses.

use super::parts::{day, day_of, weekdays};
use crate::value::{Fields, Value};
use domain::medication::{Dose, Medication, Schedule};

pub fn medication(medication: &Medication) -> Fields {
    vec![
        ("name", Value::text(medication.name().as_str())),
        ("dose", Value::told(medication.dose(), |line| Value::text(line.as_str()))),
        ("schedule", schedule(medication.schedule())),
        ("refill_by", day(medication.refill())),
        ("since", Value::Day(medication.since())),
    ]
}

fn schedule(schedule: &Schedule) -> Value {
    let (kind, at_times, every) = match schedule {
        Schedule::AtTimes { days, times } => ("at-times", Some((*days, times)), None),
        Schedule::EveryDays(every) => ("every-days", None, Some(*every)),
        Schedule::AsNeeded => ("as-needed", None, None),
    };
    let whole = |number: Option<u16>| Value::told(number, |number| Value::Whole(number.into()));
    Value::Object(vec![
        ("kind", Value::word("schedule", kind)),
        ("days", Value::told(at_times, |(days, _)| weekdays(days))),
        ("times", Value::told(at_times, |(_, times)| Value::each(times, |time| Value::Clock(*time)))),
        ("every_days", whole(every.map(|every| every.days()))),
        ("from", day(every.map(|every| every.from()))),
        ("days_early", whole(every.map(|every| every.leeway().0.into()))),
        ("days_late", whole(every.map(|every| every.leeway().1.into()))),
    ])
}

pub fn dose(dose: &Dose) -> Fields {
    let mut fields = day_of(dose.at());
    fields.extend([
        ("medication_id", Value::Text(dose.medication().to_hex())),
        ("name", Value::text(dose.name().as_str())),
        ("planned_for", Value::Day(dose.slot().day)),
        ("time", Value::told(dose.slot().at, Value::Clock)),
        ("told", Value::told(dose.told_code(), |code| Value::word("dose-told", code))),
        ("reason", Value::told(dose.reason(), |line| Value::text(line.as_str()))),
    ]);
    fields
}
