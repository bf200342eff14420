//! One time that a strategy was done: a number before, the steps that were ticked, a timer that may run, and a number after.

use super::{StepTimer, StrategyKey};
use crate::craving::Rating;
use crate::intensity::Intensity;
use crate::moment::Moment;
use crate::words::{Label, unspoken};

/// As many steps can be ticked.
pub const MAX_STEPS: u8 = 32;

/// One run. Changed only by [`StrategyRun::apply`], each change saved as it is made, so that a call, a reload or a locked phone loses none.
#[derive(Clone, PartialEq, Eq)]
pub struct StrategyRun {
    pub(crate) at: Moment,
    pub(crate) strategy: StrategyKey,
    /// What it was called when it was done: the library may change, and one's own may be deleted.
    pub(crate) name: Label,
    pub(crate) before: Option<Intensity>,
    pub(crate) after: Option<Rating>,
    /// A bit for each step that is ticked, the first step's the lowest.
    pub(crate) ticked: u32,
    pub(crate) timer: Option<StepTimer>,
    /// Put away by the person: it is not offered to be gone on with any more.
    pub(crate) is_over: bool,
}

/// One small change.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum RunEdit {
    RateBefore(Option<Intensity>),
    RateAfter(Option<Rating>),
    /// A step beyond the last possible one changes nothing.
    Tick(u8, bool),
    SetTimer(Option<StepTimer>),
    End,
}

unspoken!(StrategyRun, RunEdit);

impl StrategyRun {
    /// Begun at a moment, nothing done yet.
    pub fn new(strategy: StrategyKey, name: Label, at: Moment) -> StrategyRun {
        StrategyRun { at, strategy, name, before: None, after: None, ticked: 0, timer: None, is_over: false }
    }

    /// The run with one thing changed.
    #[must_use]
    pub fn apply(&self, edit: RunEdit) -> StrategyRun {
        let mut run = self.clone();
        match edit {
            RunEdit::RateBefore(before) => run.before = before,
            RunEdit::RateAfter(after) => run.after = after,
            RunEdit::Tick(step, true) => run.ticked |= bit(step),
            RunEdit::Tick(step, false) => run.ticked &= !bit(step),
            RunEdit::SetTimer(timer) => run.timer = timer,
            RunEdit::End => (run.is_over, run.timer) = (true, None),
        }
        run
    }

    /// When it was begun.
    pub fn at(&self) -> &Moment {
        &self.at
    }

    pub fn strategy(&self) -> &StrategyKey {
        &self.strategy
    }

    /// What it was called when it was done.
    pub fn name(&self) -> &Label {
        &self.name
    }

    pub fn before(&self) -> Option<Intensity> {
        self.before
    }

    pub fn after(&self) -> Option<Rating> {
        self.after
    }

    pub fn is_ticked(&self, step: u8) -> bool {
        self.ticked & bit(step) != 0
    }

    pub fn timer(&self) -> Option<StepTimer> {
        self.timer
    }

    pub fn is_over(&self) -> bool {
        self.is_over
    }

    /// Whether nothing was done or rated yet.
    pub fn is_untouched(&self) -> bool {
        self.before.is_none() && self.after.is_none() && self.ticked == 0 && self.timer.is_none()
    }

    /// The numbers before and after, once both were told. It says what changed, not what changed it.
    pub fn change(&self) -> Option<(Intensity, Intensity)> {
        self.before.zip(self.after.map(|after| after.intensity))
    }
}

/// None is set for a step that no run has.
fn bit(step: u8) -> u32 {
    1_u32.checked_shl(step.into()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{intensity, now};

    fn begun() -> StrategyRun {
        StrategyRun::new(StrategyKey::new("delay-15").unwrap(), Label::new("Wait").unwrap(), now())
    }

    #[test]
    fn each_step_is_ticked_by_itself_and_kept() {
        let run = begun();
        assert!(run.is_untouched());
        let done = run.apply(RunEdit::Tick(0, true)).apply(RunEdit::Tick(2, true)).apply(RunEdit::Tick(0, false));
        assert_eq!([0, 1, 2, 31, 32, 255].map(|step| done.is_ticked(step)), [false, false, true, false, false, false]);
        assert!(run.apply(RunEdit::Tick(40, true)).is_untouched());
    }

    #[test]
    fn a_change_needs_both_numbers() {
        let run = begun();
        let after = RunEdit::RateAfter(Some(Rating { intensity: intensity(4), at_utc_ms: 0 }));
        assert_eq!(run.apply(after).change(), None);
        let rated = run.apply(RunEdit::RateBefore(Some(intensity(7)))).apply(after);
        assert_eq!(rated.change(), Some((intensity(7), intensity(4))));
        let ended = rated.apply(RunEdit::SetTimer(Some(StepTimer::start(1, 0)))).apply(RunEdit::End);
        assert!(ended.is_over() && ended.timer().is_none() && ended.change().is_some());
    }
}
