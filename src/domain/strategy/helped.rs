//! "What has helped you": the person's own numbers, with how many they are of. It says what changed, not what changed it, and nothing of
//! fewer than three.

use std::cmp::Reverse;

use super::{StrategyKey, StrategyRun};

/// Of fewer rated runs nothing is said.
pub const ENOUGH: u32 = 3;

/// How one strategy went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Helped {
    pub strategy: StrategyKey,
    /// How many runs were rated before and after. Others are not counted.
    pub rated: u32,
    /// The numbers after minus the numbers before, all together: below zero is weaker.
    pub change: i32,
}

impl Helped {
    /// The change of one run on average, in tenths, rounded to the nearest; none of fewer than [`ENOUGH`].
    pub fn average_tenths(&self) -> Option<i32> {
        let rated = i32::try_from(self.rated).ok().filter(|_| self.rated >= ENOUGH)?;
        let tenths = self.change.saturating_mul(10);
        let half = rated / 2;
        let nudged = if tenths < 0 { tenths.saturating_sub(half) } else { tenths.saturating_add(half) };
        nudged.checked_div(rated)
    }
}

/// One line for each strategy with a rated run: those of which enough is known first, the largest drop first, then those that were done
/// more often.
pub fn helped<'a>(runs: impl IntoIterator<Item = &'a StrategyRun>) -> Vec<Helped> {
    let mut all: Vec<Helped> = Vec::new();
    for run in runs {
        let Some((before, after)) = run.change() else { continue };
        let change = i32::from(after.value()) - i32::from(before.value());
        match all.iter_mut().find(|one| one.strategy == *run.strategy()) {
            Some(one) => {
                one.rated = one.rated.saturating_add(1);
                one.change = one.change.saturating_add(change);
            }
            None => all.push(Helped { strategy: run.strategy().clone(), rated: 1, change }),
        }
    }
    all.sort_by_key(|one| {
        let average = one.average_tenths();
        (average.is_none(), average, Reverse(one.rated), one.strategy.clone())
    });
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Label;
    use crate::craving::Rating;
    use crate::samples::{intensity, now};
    use crate::strategy::RunEdit;
    use proptest::prelude::*;

    fn run(name: &str, before: Option<u8>, after: Option<u8>) -> StrategyRun {
        let after = after.map(|value| Rating { intensity: intensity(value), at_utc_ms: 0 });
        let begun = StrategyRun::new(StrategyKey::new(name).unwrap(), Label::new(name).unwrap(), now());
        begun.apply(RunEdit::RateBefore(before.map(intensity))).apply(RunEdit::RateAfter(after))
    }

    #[test]
    fn the_largest_drop_comes_first_and_of_two_nothing_is_said() {
        let runs = [
            run("walk", Some(7), Some(6)),
            run("walk", Some(7), Some(7)),
            run("walk", Some(5), Some(4)),
            run("wave", Some(9), Some(3)),
            run("wave", Some(8), Some(4)),
            run("call", Some(8), Some(4)),
            run("call", Some(8), Some(3)),
            run("call", Some(6), Some(4)),
            run("call", Some(6), None),
            run("sleep", None, Some(2)),
        ];
        let told: Vec<_> = helped(&runs)
            .into_iter()
            .map(|one| (one.strategy.as_str().to_owned(), one.rated, one.average_tenths()))
            .collect();
        let expected = [("call", 3, Some(-37)), ("walk", 3, Some(-7)), ("wave", 2, None)];
        assert_eq!(told, expected.map(|(name, rated, average)| (name.to_owned(), rated, average)));
    }

    proptest! {
        #[test]
        fn an_unrated_run_never_counts(
            rated in proptest::collection::vec((0..3usize, 0..=10u8, 0..=10u8), 0..20),
            unrated in proptest::collection::vec((0..3usize, proptest::option::of(0..=10u8)), 0..20),
        ) {
            let names = ["one", "two", "three"];
            let mut runs: Vec<StrategyRun> =
                rated.iter().map(|(name, before, after)| run(names[*name], Some(*before), Some(*after))).collect();
            let only_rated = helped(&runs);
            runs.extend(unrated.iter().map(|(name, before)| run(names[*name], *before, None)));
            prop_assert_eq!(helped(&runs), only_rated);
        }
    }
}
