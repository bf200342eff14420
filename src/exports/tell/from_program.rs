//! What was taken in of a program pack: from whom, its goals and homework, and what was said to each of its lines.

use super::parts::{day, time};
use crate::facts::Facts;
use crate::time::Time;
use crate::value::{Fields, Value};
use domain::pack::{FromProgram, LineKind};

pub fn from_program(facts: &Facts<'_>, program: &FromProgram) -> Fields {
    let clinic = program.clinic();
    let phone = clinic.and_then(|clinic| clinic.phone.as_ref());
    let done = |done_utc_ms: Option<i64>| time(done_utc_ms.and_then(|at| Time::in_zone(facts, facts.now.zone(), at)));
    let goals = Value::each(program.goals(), |goal| {
        Value::Object(vec![
            ("number", Value::Whole(goal.number.into())),
            ("text", Value::text(goal.words.as_str())),
            ("done_at", done(goal.done_utc_ms)),
        ])
    });
    let homework = Value::each(program.homework(), |homework| {
        Value::Object(vec![
            ("number", Value::Whole(homework.number.into())),
            ("text", Value::text(homework.words.as_str())),
            ("due", day(homework.due)),
            ("done_at", done(homework.done_utc_ms)),
        ])
    });
    let lines = Value::each(program.lines_told(), |line| {
        Value::Object(vec![
            ("number", Value::Whole(line.number.into())),
            ("kind", Value::word("pack-line", code(line.kind))),
            ("taken_in", Value::Bool(line.is_taken)),
            ("taken_out", Value::Bool(line.is_removed)),
        ])
    });
    vec![
        ("made_by", Value::text(program.from().as_str())),
        ("public_key", super::shares::hexadecimal(&program.sender())),
        ("pack_id", super::shares::hexadecimal(&program.pack())),
        ("version", Value::Whole(program.version().into())),
        ("made_on", Value::Day(program.made())),
        ("taken_on", Value::Day(program.taken())),
        ("clinic", Value::told(clinic, |clinic| Value::text(clinic.name.as_str()))),
        ("phone", Value::told(phone, |phone| Value::text(phone.as_str()))),
        ("goals", goals),
        ("homework", homework),
        ("lines", lines),
    ]
}

fn code(kind: LineKind) -> &'static str {
    match kind {
        LineKind::Session => "session",
        LineKind::Homework => "homework",
        LineKind::Checklist => "checklist",
        LineKind::Goal => "goal",
        LineKind::Feed => "meetings",
    }
}
