//! Arbitrary lists of one's own with their ticks, safety plans, reasons, and marks on entries.

use super::{any_label, any_moment, now};
use crate::slot::StartTime;
use crate::*;
use chrono::Days;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

const LINES: [&str; 6] =
    ["Put the kettle on", "עצור", "Sal a la calle 🌊", "Call Nan", "Not past the store", "Geh früh ins Bett"];

fn any_line() -> impl Strategy<Value = Line> {
    select(LINES.as_slice()).prop_map(|text| Line::new(text).unwrap())
}

pub(crate) fn any_time() -> impl Strategy<Value = StartTime> {
    (0..1_440u16).prop_map(|minutes| StartTime::of_minutes(minutes).unwrap())
}

fn any_repeats() -> impl Strategy<Value = Repeats> {
    let days = (0..=127u8).prop_map(Weekdays::from_bits);
    (days, option::of(1..=31u8), option::of(any_time())).prop_map(|(days, day_of_month, at)| Repeats {
        days,
        day_of_month,
        at,
    })
}

pub(crate) fn any_checklist() -> impl Strategy<Value = Checklist> {
    let steps = subsequence(LINES.to_vec(), 1..=6);
    (any_label(), select(ChecklistUse::ALL), steps, any_repeats()).prop_map(|(name, list_use, steps, repeats)| {
        let steps = steps.into_iter().map(|step| Line::new(step).unwrap()).collect();
        Checklist::new(name, list_use, steps, repeats).unwrap()
    })
}

pub(crate) fn any_ticks() -> impl Strategy<Value = ChecklistDay> {
    (any::<[u8; 8]>(), any_label(), 0..2_000u64, vec((any_line(), any::<bool>()), 0..9)).prop_map(
        |(list, name, back, ticks)| {
            let day = now().day() - Days::new(back);
            let day = ChecklistDay::new(ChecklistId::from_bytes(list), name, day, &now()).unwrap();
            ticks.iter().fold(day, |day, (step, is_done)| day.tick(step, *is_done))
        },
    )
}

fn any_plan_edit() -> impl Strategy<Value = PlanEdit> {
    let part = || select(PlanPart::ALL);
    prop_oneof![
        4 => (part(), any_line()).prop_map(|(part, words)| PlanEdit::Add(part, words)),
        1 => (part(), any_line(), any_line()).prop_map(|(part, from, to)| PlanEdit::Change(part, from, to)),
        1 => (part(), any_line()).prop_map(|(part, words)| PlanEdit::Remove(part, words)),
        2 => (any_line(), 0..90u64, any::<bool>())
            .prop_map(|(words, back, is_noticed)| PlanEdit::Notice(words, now().day() - Days::new(back), is_noticed)),
    ]
}

pub(crate) fn any_plan() -> impl Strategy<Value = SafetyPlan> {
    vec(any_plan_edit(), 0..40)
        .prop_map(|edits| edits.into_iter().fold(SafetyPlan::default(), |plan, edit| plan.apply(edit).unwrap_or(plan)))
}

pub(crate) fn any_reason() -> impl Strategy<Value = Reason> {
    let photo = option::of(any::<[u8; 16]>().prop_map(PhotoId::from_bytes));
    let recording = option::of(any::<[u8; 16]>().prop_map(RecordingId::from_bytes));
    (option::of(any_line()), photo, recording)
        .prop_filter_map("says nothing", |(words, photo, recording)| Reason::new(words, photo, recording))
}

pub(crate) fn any_recording() -> impl Strategy<Value = Recording> {
    let starts: [&[u8]; 3] = [&[0x1A, 0x45, 0xDF, 0xA3], b"\0\0\0\x1cftyp", b"OggS"];
    (0..starts.len(), vec(any::<u8>(), 0..400)).prop_filter_map("no start", move |(which, rest)| {
        let start = starts.get(which)?;
        Recording::new([*start, rest.as_slice()].concat())
    })
}

pub(crate) fn any_entry_marks() -> impl Strategy<Value = Marks> {
    let mark = prop_oneof![Just(EntryMark::TalkAbout), Just(EntryMark::Private)];
    (any::<[u8; 16]>(), any_moment(), vec((mark, any::<bool>()), 0..4)).prop_map(|(entry, at, marks)| {
        marks.into_iter().fold(Marks::new(entry, at), |marks, (mark, is_set)| marks.set(mark, is_set))
    })
}

pub(crate) fn any_chart() -> impl Strategy<Value = TriggerChart> {
    vec((super::any_chip::<KnownTrigger>(), option::of(select(Risk::ALL))), 0..20).prop_map(|placed| {
        placed.into_iter().fold(TriggerChart::default(), |chart, (trigger, risk)| chart.place(&trigger, risk).unwrap())
    })
}
