//! The lists, plans, reasons and marks of the golden files.

use crate::code::Kept;
use crate::samples::now;
use crate::slot::StartTime;
use crate::*;
use chrono::{Days, NaiveDate, Weekday};

fn line(words: &str) -> Line {
    Line::new(words).unwrap()
}

fn friday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 27).unwrap()
}

pub(super) fn one_step() -> Checklist {
    let name = Label::new("La mañana").unwrap();
    Checklist::new(name, ChecklistUse::Routine, vec![line("Water first")], Repeats::default()).unwrap()
}

pub(super) fn payday() -> Checklist {
    let steps = ["Take the other bus", "Llama a Nan 🌊", "עצור לרגע"].map(line).to_vec();
    let days = Weekdays::of(&[Weekday::Fri, Weekday::Sun]);
    let repeats = Repeats { days, day_of_month: Some(31), at: StartTime::at(17, 30) };
    Checklist::new(Label::new("Friday, payday, past the store").unwrap(), ChecklistUse::HighRisk, steps, repeats)
        .unwrap()
}

/// A code that version 1 may hold although no build of today writes it.
pub(super) fn newer_list() -> Checklist {
    Checklist { list_use: Kept::from_code("before-bed").unwrap(), ..one_step() }
}

pub(super) fn ticked() -> ChecklistDay {
    let day = ChecklistDay::new(ChecklistId::from_bytes([9; 8]), payday().name().clone(), friday(), &now()).unwrap();
    day.tick(&line("Llama a Nan 🌊"), true).tick(&line("Take the other bus"), true)
}

pub(super) fn plan() -> SafetyPlan {
    let add = |part, words: &str| PlanEdit::Add(part, line(words));
    let sign = || line("Dejo de contestar");
    let edits = [
        add(PlanPart::Signs, "Dejo de contestar"),
        add(PlanPart::Alone, "Walk to the river"),
        add(PlanPart::Company, "The library, till eight"),
        add(PlanPart::Call, "נאן"),
        add(PlanPart::Professionals, "The clinic’s night number"),
        add(PlanPart::Safer, "Give the key to Nan 🔑"),
        PlanEdit::Notice(sign(), friday(), true),
        PlanEdit::Notice(sign(), friday() - Days::new(3), true),
    ];
    edits.into_iter().fold(SafetyPlan::default(), |plan, edit| plan.apply(edit).unwrap())
}

/// A part that a newer build knows.
pub(super) fn newer_plan() -> SafetyPlan {
    let mut plan = plan();
    let newer = PlanLine { part: Kept::from_code("pets").unwrap(), words: line("Feed the cat"), noticed: Vec::new() };
    plan.lines.push(newer);
    plan
}

pub(super) fn both() -> Reason {
    Reason::new(Some(line("La graduación de Ana")), Some(PhotoId::from_bytes([0xa7; 16])), None).unwrap()
}

pub(super) fn spoken() -> Reason {
    let recording = Some(RecordingId::from_bytes([0x3c; 16]));
    Reason::new(Some(line("La graduación de Ana")), Some(PhotoId::from_bytes([0xa7; 16])), recording).unwrap()
}

pub(super) fn voice() -> Recording {
    Recording::new(b"OggS\0".to_vec()).unwrap()
}

pub(super) fn marked() -> Marks {
    Marks::new([0x5a; 16], now()).set(EntryMark::TalkAbout, true).set(EntryMark::Private, false)
}

pub(super) fn chart() -> TriggerChart {
    let own = Trigger::Own(Label::new("La esquina 🏪").unwrap());
    let placed =
        [(KnownTrigger::Bored.into(), Risk::Care), (own, Risk::Never), (KnownTrigger::Family.into(), Risk::Safe)];
    placed
        .into_iter()
        .fold(TriggerChart::default(), |chart, (trigger, risk)| chart.place(&trigger, Some(risk)).unwrap())
}

/// A trigger and a place that a newer build knows.
pub(super) fn newer_chart() -> TriggerChart {
    let mut chart = chart();
    chart.placed.push((Trigger::from_code("blue-9").unwrap(), Kept::from_code("only-by-day").unwrap()));
    chart
}
