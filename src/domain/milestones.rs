//! What somebody has done that no counter of days shows. Nothing here can be lost: every number only grows.

use crate::check_in::CheckIn;
use crate::craving::Craving;
use crate::lapse::Lapse;
use crate::ride_out::RideOutState;
use crate::visit::{Attendance, Visit};
use crate::{ActionKind, Intensity};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// How often each was done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Milestones {
    /// Cravings that were ridden out to the end of the wave, or came down by themselves: rated again, and lower.
    pub cravings_passed: u32,
    /// Sessions and meetings that were attended, late ones too.
    pub attended: u32,
    /// Times somebody was called.
    pub calls: u32,
    /// Weeks in which at least one day was told about.
    pub weeks_told: u32,
    /// Times the day after a lapse was told about: coming back.
    pub came_back: u32,
}

/// Counts entry by entry, so that nothing has to be in memory at once.
#[derive(Clone, Debug, Default)]
pub struct Counting {
    so_far: Milestones,
    /// ISO year and week.
    weeks: BTreeSet<(i32, u32)>,
    told: BTreeSet<NaiveDate>,
    lapses: BTreeSet<NaiveDate>,
}

impl Counting {
    pub fn craving(&mut self, craving: &Craving) {
        let is_over = craving.ride_out().is_some_and(|wave| wave.state() == RideOutState::Finished);
        let before: Intensity = craving.intensity();
        let is_lower = craving.after().is_some_and(|after| after.intensity < before);
        self.so_far.cravings_passed += u32::from(is_over || is_lower);
        let calls = craving.actions().iter().filter(|action| action.kind() == Some(ActionKind::CalledSomeone)).count();
        self.so_far.calls += u32::try_from(calls).unwrap_or(u32::MAX);
        self.told.insert(craving.occurred_at().day());
    }

    pub fn visit(&mut self, visit: &Visit) {
        let was_there = matches!(visit.attendance(), Some(Attendance::Attended | Attendance::Late));
        self.so_far.attended += u32::from(was_there);
    }

    pub fn check_in(&mut self, check_in: &CheckIn) {
        if !check_in.says_nothing() {
            let week = check_in.day().iso_week();
            self.weeks.insert((week.year(), week.week()));
            self.told.insert(check_in.day());
        }
    }

    pub fn lapse(&mut self, lapse: &Lapse) {
        self.lapses.insert(lapse.at().day());
    }

    /// What it comes to.
    pub fn finish(self) -> Milestones {
        let Counting { so_far, weeks, told, lapses } = self;
        let next = |day: &NaiveDate| day.succ_opt();
        let came_back = lapses.iter().filter_map(next).filter(|day| told.contains(day)).count();
        Milestones {
            weeks_told: u32::try_from(weeks.len()).unwrap_or(u32::MAX),
            came_back: u32::try_from(came_back).unwrap_or(u32::MAX),
            ..so_far
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::{craving_of, intensity, now};
    use crate::{ActionTaken, CheckInEdit, CravingEdit, Mood, Rating};
    use chrono::Days;

    #[test]
    fn what_was_done_is_counted_and_a_lapse_takes_nothing_away() {
        let mut counting = Counting::default();
        let after = Rating { intensity: intensity(3), at_utc_ms: now().utc_ms() };
        let edits = [
            CravingEdit::RateAgain(Some(after)),
            CravingEdit::AddAction(ActionTaken::new(ActionKind::CalledSomeone, now().utc_ms())),
        ];
        let passed = edits.into_iter().fold(craving_of(7), |craving, edit| craving.apply(edit, &now()).unwrap());
        counting.craving(&passed);
        counting.craving(&craving_of(7));
        let today = now().day();
        for back in [0, 1, 9] {
            let told = CheckIn::new(today - Days::new(back), &now()).unwrap();
            counting.check_in(&told.apply(CheckInEdit::SetMood(Some(Mood::Good))));
        }
        let silent = CheckIn::new(today - Days::new(30), &now()).unwrap();
        counting.check_in(&silent);
        let before = counting.clone().finish();
        assert_eq!(before, Milestones { cravings_passed: 1, calls: 1, weeks_told: 2, ..Milestones::default() });
        counting.lapse(&Lapse::on_day(today - Days::new(1), &now()).unwrap());
        assert_eq!(counting.finish(), Milestones { came_back: 1, ..before });
    }
}
