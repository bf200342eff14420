//! What is told about days and moments: cravings, check-ins, lapses, and what was said about an entry itself.

use super::parts::{chip, day_of, intensity, moment, rating, time};
use crate::facts::{Facts, id_hex};
use crate::time::Time;
use crate::value::{Fields, Value};
use domain::{CheckIn, Craving, Lapse, Marks, RideOut, RideOutState, StoryPart};

pub fn craving(facts: &Facts<'_>, craving: &Craving) -> Fields {
    let at = craving.occurred_at();
    let mut fields = moment(at);
    fields.extend([
        ("intensity", intensity(craving.intensity())),
        ("triggers", Value::each(craving.triggers(), |one| chip("trigger", one))),
        ("place", Value::told(craving.place(), |one| chip("place", one))),
        ("company", Value::each(craving.company(), |one| chip("company", one))),
        ("substance", Value::told(craving.substance(), |one| chip("substance", one))),
        ("note", Value::told(craving.note(), |note| Value::text(note.as_str()))),
        (
            "actions",
            Value::each(craving.actions(), |act| {
                Value::Object(vec![
                    ("action", Value::word("action", act.code())),
                    ("at", time(Time::beside(facts, at, act.at_utc_ms()))),
                ])
            }),
        ),
        ("after", Value::told(craving.after(), |after| rating(facts, at, after))),
        ("ride_out", Value::told(craving.ride_out(), |wave| ride_out(facts, craving, wave))),
    ]);
    fields
}

fn ride_out(facts: &Facts<'_>, craving: &Craving, wave: RideOut) -> Value {
    let (state, since) = match wave.state() {
        RideOutState::Running { since_utc_ms } => ("running", Some(since_utc_ms)),
        RideOutState::Left => ("left", None),
        RideOutState::Finished => ("finished", None),
    };
    let since = since.and_then(|since| Time::beside(facts, craving.occurred_at(), since));
    Value::Object(vec![
        ("seconds", Value::Whole(wave.elapsed_s().into())),
        ("state", Value::word("ride-out", state)),
        ("running_since", time(since)),
    ])
}

pub fn check_in(facts: &Facts<'_>, told: &CheckIn) -> Fields {
    let including = facts.including;
    let word = |vocabulary, code: Option<&str>| Value::told(code, |code| Value::word(vocabulary, code));
    let mut fields = day_of(told.at());
    fields.extend([
        ("used", word("day-use", told.used_code().filter(|_| including.use_of_substances))),
        ("strongest_craving", Value::told(told.strongest(), intensity)),
        ("confidence", Value::told(told.confidence(), |one| Value::Whole(one.value().into()))),
        ("mood", word("mood", told.mood_code())),
        ("sleep", word("sleep", told.sleep_code())),
        ("medication", word("medication-taken", told.medication_code().filter(|_| including.medication))),
        ("needs", Value::each(told.need_codes(), |code| Value::word("need", code))),
        ("line", Value::told(told.line(), |line| Value::text(line.as_str()))),
    ]);
    fields
}

pub fn lapse(lapse: &Lapse) -> Fields {
    let told = |part| Value::told(lapse.told(part), |note| Value::text(note.as_str()));
    let mut fields = moment(lapse.at());
    fields.extend([
        ("knows_hour", Value::Bool(lapse.knows_hour())),
        ("substance", Value::told(lapse.substance(), |one| chip("substance", one))),
        ("amount", Value::told(lapse.amount(), |line| Value::text(line.as_str()))),
        ("before", told(StoryPart::Before)),
        ("feelings", told(StoryPart::Feelings)),
        ("thoughts", told(StoryPart::Thoughts)),
        ("tried", told(StoryPart::Tried)),
        ("next_time", told(StoryPart::NextTime)),
    ]);
    fields
}

/// As it is kept: `private` is null while the person said nothing about it.
pub fn marks(marks: &Marks) -> Fields {
    let (of_lapse, of_other) = (marks.is_private(true), marks.is_private(false));
    let mut fields = moment(marks.at());
    fields.extend([
        ("entry_id", Value::Text(id_hex(marks.entry()))),
        ("talk_about", Value::Bool(marks.talk_about())),
        ("private", Value::told((of_lapse == of_other).then_some(of_lapse), Value::Bool)),
    ]);
    fields
}
