//! The timer of a step: it can be left and resumed, and goes on while the phone is locked or the app is closed.

use crate::code::coded;

coded! {
    /// What is to be seen while it runs.
    pub enum TimerKind {
        /// A circle that breathes.
        Breathe = "breathe",
        /// The urge as a wave.
        Wave = "wave",
        /// Nothing but the time that is left.
        Wait = "wait",
        /// One muscle after the other.
        Release = "release",
        /// Five things to see, four to feel, three to hear, two to smell, one to taste.
        Senses = "senses",
    }
}

/// How far a timer has come. Its length belongs to the step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct StepTimer {
    /// The number of the step, from 0.
    pub(crate) step: u8,
    /// Seconds counted up to the last start, leave or resume.
    pub(crate) elapsed_s: u16,
    /// Running since this instant (UTC ms); none while it is put aside.
    pub(crate) since_utc_ms: Option<i64>,
}

impl StepTimer {
    /// Begins at a step.
    pub fn start(step: u8, now_ms: i64) -> StepTimer {
        StepTimer { step, elapsed_s: 0, since_utc_ms: Some(now_ms) }
    }

    pub fn step(self) -> u8 {
        self.step
    }

    pub fn is_running(self) -> bool {
        self.since_utc_ms.is_some()
    }

    /// Whole seconds at this instant, at most `length_s`. A clock set back takes none away that were counted.
    pub fn elapsed_at(self, now_ms: i64, length_s: u16) -> u16 {
        let more_s = self.since_utc_ms.map_or(0, |since| now_ms.saturating_sub(since).max(0) / 1000);
        self.elapsed_s.saturating_add(u16::try_from(more_s).unwrap_or(u16::MAX)).min(length_s)
    }

    /// Put aside.
    #[must_use]
    pub fn leave(self, now_ms: i64, length_s: u16) -> StepTimer {
        StepTimer { elapsed_s: self.elapsed_at(now_ms, length_s), since_utc_ms: None, ..self }
    }

    /// On from where it was.
    #[must_use]
    pub fn resume(self, now_ms: i64, length_s: u16) -> StepTimer {
        StepTimer { since_utc_ms: Some(now_ms), ..self.leave(now_ms, length_s) }
    }

    pub fn is_over(self, now_ms: i64, length_s: u16) -> bool {
        self.elapsed_at(now_ms, length_s) >= length_s
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_goes_on_where_it_was_and_while_nobody_looks() {
        let timer = StepTimer::start(2, 1_000);
        assert_eq!(timer.elapsed_at(31_500, 900), 30);
        let left = timer.leave(31_500, 900);
        assert!(!left.is_running() && left.elapsed_at(900_000, 900) == 30);
        let on = left.resume(1_000_000, 900);
        assert_eq!((on.step(), on.elapsed_at(1_060_000, 900)), (2, 90));
        // An hour locked in a pocket is the whole of it; a clock set back takes nothing away.
        assert!(on.is_over(9_000_000, 900));
        assert_eq!(on.elapsed_at(0, 900), 30);
    }
}
