//! What was chosen about the app, and about how sober time is counted and told.

use super::parts::{chip, intensity};
use crate::value::{Fields, Value};
use domain::Settings;
use domain::sober::{SoberChoices, SoberStart};

pub fn settings(settings: &Settings) -> Fields {
    vec![
        ("appearance", Value::word("appearance", settings.appearance_code())),
        ("language", Value::told(settings.language_code(), |code| Value::word("language", code))),
        ("offers_actions_from", intensity(settings.act_from())),
        ("welcomed", Value::Bool(settings.welcomed())),
        ("badge", Value::Bool(settings.badge())),
        ("reminders_minutes_before", Value::each(settings.alarms(), |alarm| Value::Whole(alarm.minutes().into()))),
        ("calendar_says_all", Value::Bool(settings.says_all())),
    ]
}

pub fn sober_start(start: &SoberStart) -> Fields {
    // Null counts everything.
    vec![("day", Value::Day(start.day())), ("counts", Value::told(start.counts(), |one| chip("substance", one)))]
}

pub fn sober(choices: &SoberChoices) -> Fields {
    let told = Value::each(choices.chosen(), |(truth, told)| {
        Value::Object(vec![("truth", Value::word("truth", truth)), ("told", Value::word("truth-told", told))])
    });
    vec![("told", told)]
}
