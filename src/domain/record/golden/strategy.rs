//! The strategies of the golden files: runs of them, marks on them, and those of one's own.

use crate::code::Kept;
use crate::samples::{intensity, now};
use crate::strategy::{
    OwnStrategy, RunEdit, StepTimer, StrategyChoices, StrategyKey, StrategyMark, StrategyNeed, StrategyRun,
};
use crate::{Label, Line, Rating};

fn key(code: &str) -> StrategyKey {
    StrategyKey::new(code).unwrap()
}

pub(super) fn begun() -> StrategyRun {
    StrategyRun::new(key("urge-surfing"), Label::new("Ride the urge like a wave").unwrap(), now())
}

pub(super) fn everything() -> StrategyRun {
    let at_utc_ms = now().utc_ms() + 600_000;
    let edits = [
        RunEdit::RateBefore(Some(intensity(7))),
        RunEdit::Tick(0, true),
        RunEdit::Tick(31, true),
        RunEdit::SetTimer(Some(StepTimer::start(1, now().utc_ms()).leave(now().utc_ms() + 90_000, 900))),
        RunEdit::RateAfter(Some(Rating { intensity: intensity(4), at_utc_ms })),
    ];
    edits.into_iter().fold(begun(), |run, edit| run.apply(edit))
}

pub(super) fn marked() -> StrategyChoices {
    StrategyChoices::default()
        .mark(StrategyMark::Favourite, &key("delay-15"), true)
        .mark(StrategyMark::Favourite, &key("own-8001020304050607"), true)
        .mark(StrategyMark::Hidden, &key("quiet-time"), true)
}

pub(super) fn own() -> OwnStrategy {
    let steps = ["Put the kettle on", "עצור לרגע", "Llama a Nan 🌊"].map(|step| Line::new(step).unwrap());
    OwnStrategy::new(Label::new("Té con Nan").unwrap(), steps.to_vec(), &[StrategyNeed::Stress, StrategyNeed::Sleep])
        .unwrap()
}

/// A code that version 1 may hold although no build of today writes it.
pub(super) fn newer_words() -> OwnStrategy {
    OwnStrategy { needs: vec![Kept::from_code("homesick").unwrap()], ..own() }
}
