//! Medications as somebody says they take them. What is planned and what was told about doses; nothing says how much would be right.

use super::gather::Gathering;
use super::story::{Takes, Timing, Told};
use crate::facts::Item;
use crate::time::clock_iso;
use chrono::Weekday;
use domain::medication::{Dose, Intake, Medication, MedicationId, Schedule};
use domain::record::Record;
use domain::{StartTime, Weekdays};

/// One statement for each medication, also when nothing was told about its doses.
pub fn takes(gathering: &Gathering<'_>, kept: &[&Item]) -> Vec<Told> {
    let one = |item: &&Item| match &item.record {
        Record::Medication(medication) => Some(Told::Takes(take(gathering, item.id, medication, kept))),
        _ => None,
    };
    kept.iter().filter_map(one).collect()
}

fn take(gathering: &Gathering<'_>, id: [u8; 16], medication: &Medication, kept: &[&Item]) -> Takes {
    let [.., a, b, c, d, e, f, g, h] = id;
    let known = MedicationId::from_bytes([a, b, c, d, e, f, g, h]);
    let now = &gathering.facts.now;
    let mut doses: Vec<Dose> = Vec::new();
    for item in kept {
        if let Record::Dose(dose) = &item.record
            && dose.medication() == known
        {
            doses.push(dose.clone());
        }
    }
    // Days that have not come have no doses yet, and a period without end has no last one.
    let (first, last) = gathering.sender.days;
    let intake = Intake::of(medication, known, &doses, (first, last.min(now.day())), now);
    let told = format!("Self-reported: taken {} of {} planned doses.", intake.taken, intake.of);
    Takes {
        id: gathering.name("medication", &id),
        name: medication.name().as_str().to_owned(),
        since: medication.since(),
        asserted: now.day(),
        dosage: medication.dose().map(|line| line.as_str().to_owned()),
        as_needed: *medication.schedule() == Schedule::AsNeeded,
        timing: timing(medication.schedule()),
        note: (intake.of > 0).then_some(told),
    }
}

/// None for what is taken as needed.
fn timing(schedule: &Schedule) -> Option<Timing> {
    match schedule {
        Schedule::AtTimes { days, times } => {
            let some_days = if *days == Weekdays::EVERY_DAY { None } else { Some(days.days().map(day_code).collect()) };
            Some(Timing {
                frequency: u32::try_from(times.len()).unwrap_or(1),
                period: 1,
                when: None,
                days: some_days.unwrap_or_default(),
                times: times.iter().map(|time| clock(*time)).collect(),
            })
        }
        Schedule::EveryDays(every) => {
            let period = every.days().into();
            Some(Timing { frequency: 1, period, when: None, days: Vec::new(), times: Vec::new() })
        }
        Schedule::AsNeeded => None,
    }
}

/// A time of FHIR's, with seconds.
fn clock(time: StartTime) -> String {
    [&clock_iso(time), ":00"].concat()
}

fn day_code(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "mon",
        Weekday::Tue => "tue",
        Weekday::Wed => "wed",
        Weekday::Thu => "thu",
        Weekday::Fri => "fri",
        Weekday::Sat => "sat",
        Weekday::Sun => "sun",
    }
}
