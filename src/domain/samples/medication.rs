//! Arbitrary medications, and what is told about their doses.

use super::lists::any_time;
use super::{any_label, now};
use crate::medication::{Dose, DoseSlot, DoseTold, Medication, MedicationId, Schedule};
use crate::*;
use chrono::{Days, NaiveDate};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0..4_000u64).prop_map(|back| now().day() - Days::new(back))
}

fn any_line() -> impl Strategy<Value = Line> {
    select(vec!["one in the morning", "media tableta", "כדור אחד"]).prop_map(|text| Line::new(text).unwrap())
}

fn any_schedule() -> impl Strategy<Value = Schedule> {
    let at_times = (1..=127u8, vec(any_time(), 1..=8))
        .prop_map(|(days, times)| Schedule::at_times(Weekdays::from_bits(days).unwrap(), times).unwrap());
    let every = (1..=366u16, any_day(), 0..=30u8, 0..=30u8)
        .prop_filter_map("no such window", |(days, from, early, late)| Schedule::every(days, from, early, late).ok());
    prop_oneof![at_times, every, Just(Schedule::AsNeeded)]
}

pub(crate) fn any_medication() -> impl Strategy<Value = Medication> {
    (any_label(), option::of(any_line()), any_schedule(), option::of(any_day()), any_day()).prop_map(
        |(name, dose, schedule, refill, since)| Medication::new(name, dose, schedule, since).refilled_by(refill),
    )
}

pub(crate) fn any_dose() -> impl Strategy<Value = Dose> {
    let told = option::of(select(DoseTold::ALL));
    (any::<[u8; 8]>(), any_label(), any_day(), option::of(any_time()), told, option::of(any_line())).prop_map(
        |(id, name, day, at, told, reason)| {
            Dose::new(MedicationId::from_bytes(id), name, DoseSlot { day, at }, &now()).unwrap().tell(told, reason)
        },
    )
}
