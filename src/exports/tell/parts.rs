//! Parts that several records have.

use crate::facts::Facts;
use crate::time::Time;
use crate::value::{ChipWord, Fields, Value};
use chrono::{NaiveDate, Weekday};
use domain::{Chip, Coded, Intensity, Moment, Rating, Weekdays, Zone};

/// A word of ours or of the person's own.
pub fn chip<K: Coded>(vocabulary: &'static str, chip: &Chip<K>) -> Value {
    Value::Chip(
        vocabulary,
        match chip {
            Chip::Known(known) => ChipWord::Code(known.code().to_owned()),
            Chip::Unknown(code) => ChipWord::Code(code.as_str().to_owned()),
            Chip::Own(label) => ChipWord::Own(label.as_str().to_owned()),
        },
    )
}

/// When it was, and by the clock of which zone.
pub fn moment(at: &Moment) -> Fields {
    vec![("at", time(Time::of_moment(at))), ("zone", zone(at.zone()))]
}

/// On which day it was, and in which zone.
pub fn day_of(at: &Moment) -> Fields {
    vec![("day", Value::Day(at.day())), ("zone", zone(at.zone()))]
}

/// Null for a time that no clock ever showed.
pub fn time(time: Option<Time>) -> Value {
    Value::told(time, Value::At)
}

/// The name of a zone.
pub fn zone(zone: &Zone) -> Value {
    Value::text(zone.name())
}

/// 0 to 10.
pub fn intensity(intensity: Intensity) -> Value {
    Value::Whole(intensity.value().into())
}

/// A second number, and when it was told.
pub fn rating(facts: &Facts<'_>, at: &Moment, rating: Rating) -> Value {
    Value::Object(vec![
        ("intensity", intensity(rating.intensity)),
        ("at", time(Time::beside(facts, at, rating.at_utc_ms))),
    ])
}

/// A day, or null.
pub fn day(day: Option<NaiveDate>) -> Value {
    Value::told(day, Value::Day)
}

/// Monday first.
pub fn weekdays(days: Weekdays) -> Value {
    Value::each(days.days(), |day| {
        Value::word(
            "weekday",
            match day {
                Weekday::Mon => "monday",
                Weekday::Tue => "tuesday",
                Weekday::Wed => "wednesday",
                Weekday::Thu => "thursday",
                Weekday::Fri => "friday",
                Weekday::Sat => "saturday",
                Weekday::Sun => "sunday",
            },
        )
    })
}
