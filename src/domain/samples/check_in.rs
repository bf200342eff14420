//! Arbitrary check-ins.

use super::{any_intensity, any_kept, any_moment};
use crate::*;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

pub(crate) fn any_check_in_edit() -> impl Strategy<Value = CheckInEdit> {
    let confidence = (0..=10u8).prop_map(|value| Confidence::new(value).unwrap());
    let line = "\\PC{1,40}".prop_filter_map("blank", |text| Line::new(&text).ok());
    prop_oneof![
        option::of(select(DayUse::ALL)).prop_map(CheckInEdit::SetUsed),
        option::of(any_intensity()).prop_map(CheckInEdit::SetStrongest),
        option::of(confidence).prop_map(CheckInEdit::SetConfidence),
        option::of(select(Mood::ALL)).prop_map(CheckInEdit::SetMood),
        option::of(select(Sleep::ALL)).prop_map(CheckInEdit::SetSleep),
        option::of(select(MedicationTaken::ALL)).prop_map(CheckInEdit::SetMedication),
        (select(Need::ALL), any::<bool>()).prop_map(|(need, is_there)| CheckInEdit::SetNeed(need, is_there)),
        option::of(line).prop_map(CheckInEdit::SetLine),
    ]
}

pub(crate) fn any_check_in() -> impl Strategy<Value = CheckIn> {
    let newer = (option::of(any_kept::<DayUse>()), option::of(any_kept::<Mood>()));
    (any_moment(), newer, vec(any_check_in_edit(), 0..12)).prop_filter_map(
        "before 1971",
        |(at, (used, mood), edits)| {
            let blank = CheckIn { used, mood, ..CheckIn::new(at.day(), &at).ok()? };
            Some(edits.into_iter().fold(blank, |told, edit| told.apply(edit)))
        },
    )
}
