//! Coping strategies: how they went, which are marked, and those of one's own.

use super::parts::{intensity, moment, rating, time};
use crate::facts::Facts;
use crate::time::Time;
use crate::value::{Fields, Value};
use domain::strategy::{MAX_STEPS, OwnStrategy, StrategyChoices, StrategyKey, StrategyRun};

pub fn run(facts: &Facts<'_>, run: &StrategyRun) -> Fields {
    let at = run.at();
    let ticked = (0..MAX_STEPS).filter(|step| run.is_ticked(*step));
    let mut fields = moment(at);
    fields.extend([
        ("strategy", Value::text(run.strategy().as_str())),
        ("name", Value::text(run.name().as_str())),
        ("before", Value::told(run.before(), intensity)),
        ("after", Value::told(run.after(), |after| rating(facts, at, after))),
        // As people count steps: from 1.
        ("steps_ticked", Value::each(ticked, |step| Value::Whole(i64::from(step) + 1))),
        (
            "timer",
            Value::told(run.timer(), |timer| {
                let since = timer.since_utc_ms().and_then(|since| Time::beside(facts, at, since));
                Value::Object(vec![
                    ("step", Value::Whole(i64::from(timer.step()) + 1)),
                    ("seconds", Value::Whole(timer.counted_s().into())),
                    ("running_since", time(since)),
                ])
            }),
        ),
        ("is_over", Value::Bool(run.is_over())),
    ]);
    fields
}

pub fn choices(choices: &StrategyChoices) -> Fields {
    let keys = |keys: &[StrategyKey]| Value::each(keys, |key| Value::text(key.as_str()));
    vec![("favourites", keys(choices.favourites())), ("hidden", keys(choices.hidden()))]
}

pub fn own(own: &OwnStrategy) -> Fields {
    vec![
        ("name", Value::text(own.name().as_str())),
        ("steps", Value::each(own.steps(), |step| Value::text(step.as_str()))),
        ("needs", Value::each(own.need_codes(), |code| Value::word("strategy-need", code))),
    ]
}
