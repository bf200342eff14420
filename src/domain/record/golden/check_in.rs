//! The check-ins of the golden files.

use crate::code::Kept;
use crate::samples::{intensity, now};
use crate::*;

pub(super) fn one_answer() -> CheckIn {
    CheckIn::new(now().day(), &now()).unwrap().apply(CheckInEdit::SetUsed(Some(DayUse::NotSaid)))
}

pub(super) fn everything() -> CheckIn {
    let edits = [
        CheckInEdit::SetUsed(Some(DayUse::Nothing)),
        CheckInEdit::SetStrongest(Some(intensity(10))),
        CheckInEdit::SetConfidence(Confidence::new(7).ok()),
        CheckInEdit::SetMood(Some(Mood::VeryLow)),
        CheckInEdit::SetSleep(Some(Sleep::SoSo)),
        CheckInEdit::SetMedication(Some(MedicationTaken::InPart)),
        CheckInEdit::SetNeed(Need::Tired, true),
        CheckInEdit::SetNeed(Need::Hungry, true),
        CheckInEdit::SetLine(Line::new("Caminé hasta el río. 🌊 שלום").ok()),
    ];
    edits.into_iter().fold(one_answer(), |told, edit| told.apply(edit))
}

/// Codes that version 1 may hold although no build of today writes them.
pub(super) fn newer_words() -> CheckIn {
    CheckIn {
        used: Kept::from_code("as-planned"),
        mood: Kept::from_code("restless"),
        sleep: Kept::from_code("not-at-all"),
        medication: Kept::from_code("by-injection"),
        needs: vec![Kept::from_code("bored").unwrap(), Kept::Known(Need::Lonely)],
        ..one_answer()
    }
}
