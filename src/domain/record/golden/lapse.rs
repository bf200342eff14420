//! The lapses of the golden files, and what sober time is counted from.

use crate::code::Kept;
use crate::samples::now;
use crate::sober::{SoberChoices, SoberStart, Told, Truth};
use crate::*;
use chrono::{Days, NaiveDate};

pub(super) fn one_tap() -> Lapse {
    Lapse::on_day(now().day() - Days::new(1), &now()).unwrap()
}

pub(super) fn everything() -> Lapse {
    let write = |part, words: &str| LapseEdit::Write(part, Note::new(words).ok());
    let edits = [
        LapseEdit::SetSubstance(Some(KnownSubstance::Alcohol.into())),
        LapseEdit::SetAmount(Line::new("dos cervezas 🍺").ok()),
        write(StoryPart::Before, "Payday.\nThe usual corner."),
        write(StoryPart::Feelings, "עייף"),
        write(StoryPart::Thoughts, "Only one."),
        write(StoryPart::Tried, "Waited ten minutes"),
        write(StoryPart::NextTime, "Call Nan before the bus"),
    ];
    edits.into_iter().fold(Lapse::just_now(&now()), |lapse, edit| lapse.apply(edit, &now()).unwrap())
}

/// A code that version 1 may hold although no build of today writes it.
pub(super) fn newer_words() -> Lapse {
    Lapse { substance: Substance::from_code("blue-9"), ..one_tap() }
}

pub(super) fn from_new_year() -> SoberStart {
    SoberStart::new(NaiveDate::from_ymd_opt(2026, 1, 1).unwrap(), None, now().day()).unwrap()
}

pub(super) fn from_yesterday() -> SoberStart {
    let own = Substance::Own(Label::new("los dulces").unwrap());
    SoberStart::new(now().day() - Days::new(1), Some(own), now().day()).unwrap()
}

pub(super) fn newer_choices() -> SoberChoices {
    let newer = vec![(Kept::from_code("hours").unwrap(), Kept::from_code("on-the-wrist").unwrap())];
    SoberChoices { told: newer }.choose(Truth::Best, Told::Nowhere)
}
