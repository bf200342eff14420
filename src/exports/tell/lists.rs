//! Lists of one's own and their ticks, the safety plan, the trigger chart, and which lists of meetings are kept.

use super::parts::{chip, day_of, time, weekdays, zone};
use crate::facts::Facts;
use crate::time::Time;
use crate::value::{Fields, Value};
use domain::meeting::{MeetingList, Origin};
use domain::{Checklist, ChecklistDay, SafetyPlan, TriggerChart};

pub fn checklist(list: &Checklist) -> Fields {
    let repeats = list.repeats();
    vec![
        ("name", Value::text(list.name().as_str())),
        ("made_for", Value::word("checklist-use", list.use_code())),
        ("steps", Value::each(list.steps(), |step| Value::text(step.as_str()))),
        ("days", Value::told(repeats.days, weekdays)),
        ("day_of_month", Value::told(repeats.day_of_month, |day| Value::Whole(day.into()))),
        ("around", Value::told(repeats.at, Value::Clock)),
    ]
}

pub fn ticks(day: &ChecklistDay) -> Fields {
    let mut fields = day_of(day.at());
    fields.extend([
        ("checklist_id", Value::Text(day.list().to_hex())),
        ("name", Value::text(day.name().as_str())),
        ("ticked", Value::each(day.ticked(), |step| Value::text(step.as_str()))),
    ]);
    fields
}

pub fn safety_plan(plan: &SafetyPlan) -> Fields {
    let lines = Value::each(plan.lines(), |line| {
        Value::Object(vec![
            ("part", Value::word("plan-part", line.part_code())),
            ("words", Value::text(line.words().as_str())),
            ("noticed_on", Value::each(line.noticed_on(), |day| Value::Day(*day))),
        ])
    });
    vec![("lines", lines)]
}

pub fn trigger_chart(chart: &TriggerChart) -> Fields {
    let placed = Value::each(chart.placed(), |(trigger, risk)| {
        Value::Object(vec![("trigger", chip("trigger", trigger)), ("risk", Value::word("risk", risk))])
    });
    vec![("placed", placed)]
}

/// The meetings themselves are public, and can be read again from where the list came from.
pub fn meetings(facts: &Facts<'_>, list: &MeetingList) -> Fields {
    let at = |utc_ms: i64| Time::in_zone(facts, facts.now.zone(), utc_ms);
    let address = match list.origin() {
        Origin::Address(link) => Some(link),
        Origin::File => None,
    };
    let held = list.held();
    vec![
        ("name", Value::text(list.name().as_str())),
        ("fellowship", Value::word("fellowship", list.fellowship_code())),
        ("address", Value::told(address, |link| Value::text(link.as_str()))),
        ("zone", zone(list.zone())),
        ("refresh", Value::word("refresh", list.refresh_code())),
        ("read_at", time(at(held.read_utc_ms))),
        ("updated_at", time(held.updated_utc_ms.and_then(at))),
        ("meetings", Value::Whole(held.meetings.into())),
        ("left_out", Value::Whole(held.left_out.into())),
    ]
}
