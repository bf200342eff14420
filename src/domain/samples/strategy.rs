//! Arbitrary runs of strategies, marks on them, and strategies of one's own.

use super::{any_intensity, any_label, any_moment, any_rating};
use crate::strategy::{
    MAX_STEPS, OwnStrategy, RunEdit, StepTimer, StrategyChoices, StrategyKey, StrategyMark, StrategyNeed, StrategyRun,
};
use crate::*;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

fn any_key() -> impl Strategy<Value = StrategyKey> {
    "[a-z0-9-]{1,40}".prop_map(|code| StrategyKey::new(&code).unwrap())
}

fn any_timer() -> impl Strategy<Value = StepTimer> {
    (0..MAX_STEPS, any::<i64>(), 0..2_000u16, any::<bool>()).prop_map(|(step, now_ms, length_s, runs)| {
        let timer = StepTimer::start(step, now_ms);
        if runs { timer } else { timer.leave(now_ms.saturating_add(90_000), length_s) }
    })
}

fn any_run_edit() -> impl Strategy<Value = RunEdit> {
    prop_oneof![
        option::of(any_intensity()).prop_map(RunEdit::RateBefore),
        option::of(any_rating()).prop_map(RunEdit::RateAfter),
        (any::<u8>(), any::<bool>()).prop_map(|(step, is_done)| RunEdit::Tick(step, is_done)),
        option::of(any_timer()).prop_map(RunEdit::SetTimer),
        Just(RunEdit::End),
    ]
}

pub(crate) fn any_run() -> impl Strategy<Value = StrategyRun> {
    (any_key(), any_label(), any_moment(), vec(any_run_edit(), 0..8)).prop_map(|(key, name, at, edits)| {
        edits.into_iter().fold(StrategyRun::new(key, name, at), |run, edit| run.apply(edit))
    })
}

pub(crate) fn any_marks() -> impl Strategy<Value = StrategyChoices> {
    let mark = prop_oneof![Just(StrategyMark::Favourite), Just(StrategyMark::Hidden)];
    vec((any_key(), mark, any::<bool>()), 0..12).prop_map(|marks| {
        marks.iter().fold(StrategyChoices::default(), |choices, (key, mark, is_set)| choices.mark(*mark, key, *is_set))
    })
}

pub(crate) fn any_own_strategy() -> impl Strategy<Value = OwnStrategy> {
    let step = select(vec!["Put the kettle on", "עצור", "Sal a la calle 🌊"]).prop_map(|text| Line::new(text).unwrap());
    let needs = subsequence(StrategyNeed::ALL.to_vec(), 0..5);
    (any_label(), vec(step, 1..=12), needs)
        .prop_map(|(name, steps, needs)| OwnStrategy::new(name, steps, &needs).unwrap())
}
