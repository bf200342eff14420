//! The safety plan: what somebody wants to know when it is bad, written down by them while it is not. Six parts, each a list of lines in
//! their own words. What stands in the first, the signs that it is getting hard, can be marked on the days on which they are noticed.

use crate::code::{Kept, coded};
use crate::edit::{Capped, EditError};
use crate::words::{Line, unspoken};
use chrono::{Days, NaiveDate};

coded! {
    /// One of the six parts, in the order in which they are gone through.
    pub enum PlanPart {
        /// How I notice that it is getting hard.
        Signs = "signs",
        /// What I can do on my own.
        Alone = "alone",
        /// Where I can go, and with whom, to think of something else.
        Company = "company",
        /// Whom I tell.
        Call = "call",
        /// Who does this for a living.
        Professionals = "professionals",
        /// How my surroundings get safer.
        Safer = "safer",
    }
}

/// As many lines fit one part: a plan that is longer is not read.
pub const MOST_PLAN_LINES: usize = 20;
/// As many days a sign is remembered to have been noticed on.
pub const MOST_NOTICED: usize = 60;

/// One line of the plan.
#[derive(Clone, PartialEq, Eq)]
pub struct PlanLine {
    pub(crate) part: Kept<PlanPart>,
    pub(crate) words: Line,
    /// The days on which this sign was noticed, the earliest first, each once.
    pub(crate) noticed: Vec<NaiveDate>,
}

/// All of it, in the order in which it was written.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct SafetyPlan {
    pub(crate) lines: Vec<PlanLine>,
}

/// One small change. A line is named by its part and its words; what is not there any more is not changed.
#[derive(Clone, PartialEq, Eq)]
pub enum PlanEdit {
    Add(PlanPart, Line),
    /// Other words in the same place.
    Change(PlanPart, Line, Line),
    Remove(PlanPart, Line),
    /// That a sign was noticed on a day, or that it was not.
    Notice(Line, NaiveDate, bool),
}

unspoken!(PlanLine, SafetyPlan, PlanEdit);

impl PlanLine {
    pub fn words(&self) -> &Line {
        &self.words
    }

    pub fn was_noticed(&self, day: NaiveDate) -> bool {
        self.noticed.contains(&day)
    }

    /// On how many of the `days` that end with `last` it was noticed.
    pub fn noticed_within(&self, last: NaiveDate, days: u64) -> usize {
        let first = last.checked_sub_days(Days::new(days.saturating_sub(1))).unwrap_or(NaiveDate::MIN);
        self.noticed.iter().filter(|day| (first..=last).contains(day)).count()
    }

    fn is(&self, part: PlanPart, words: &Line) -> bool {
        self.part.known() == Some(part) && self.words == *words
    }
}

impl SafetyPlan {
    /// The lines of one part.
    pub fn part(&self, part: PlanPart) -> impl Iterator<Item = &PlanLine> {
        self.lines.iter().filter(move |line| line.part.known() == Some(part))
    }

    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// The plan with one thing changed. A line that is there already is not added again.
    ///
    /// # Errors
    /// [`EditError::TooMany`] when a part is full.
    pub fn apply(&self, edit: PlanEdit) -> Result<SafetyPlan, EditError> {
        let mut plan = self.clone();
        match edit {
            PlanEdit::Add(part, words) => {
                if !plan.lines.iter().any(|line| line.is(part, &words)) {
                    Capped::PlanLines.room_after(plan.part(part).count())?;
                    plan.lines.push(PlanLine { part: Kept::Known(part), words, noticed: Vec::new() });
                }
            }
            PlanEdit::Change(part, from, to) => {
                let is_twice = from != to && plan.lines.iter().any(|line| line.is(part, &to));
                if is_twice {
                    plan.lines.retain(|line| !line.is(part, &from));
                } else if let Some(line) = plan.lines.iter_mut().find(|line| line.is(part, &from)) {
                    line.words = to;
                }
            }
            PlanEdit::Remove(part, words) => plan.lines.retain(|line| !line.is(part, &words)),
            PlanEdit::Notice(words, day, is_noticed) => {
                if let Some(line) = plan.lines.iter_mut().find(|line| line.is(PlanPart::Signs, &words)) {
                    line.noticed.retain(|there| *there != day);
                    if is_noticed {
                        line.noticed.push(day);
                        line.noticed.sort_unstable();
                        let too_many = line.noticed.len().saturating_sub(MOST_NOTICED);
                        line.noticed.drain(..too_many);
                    }
                }
            }
        }
        Ok(plan)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::now;

    fn line(words: &str) -> Line {
        Line::new(words).unwrap()
    }

    fn plan(edits: &[PlanEdit]) -> SafetyPlan {
        edits.iter().fold(SafetyPlan::default(), |plan, edit| plan.apply(edit.clone()).unwrap())
    }

    fn words(plan: &SafetyPlan, part: PlanPart) -> Vec<&str> {
        plan.part(part).map(|line| line.words().as_str()).collect()
    }

    #[test]
    fn a_line_is_written_changed_and_taken_away_in_its_part_only() {
        let both =
            [PlanEdit::Add(PlanPart::Signs, line("I stop answering")), PlanEdit::Add(PlanPart::Call, line("Nan"))];
        let written = plan(&both);
        let again = written.apply(both[0].clone()).unwrap();
        assert!(again == written, "the same line twice");
        let changed = written
            .apply(PlanEdit::Change(PlanPart::Signs, line("I stop answering"), line("I sleep all day")))
            .unwrap();
        assert_eq!(words(&changed, PlanPart::Signs), ["I sleep all day"]);
        let removed = changed.apply(PlanEdit::Remove(PlanPart::Signs, line("Nan"))).unwrap();
        assert_eq!(words(&removed, PlanPart::Call), ["Nan"]);
        assert!(
            removed.apply(PlanEdit::Remove(PlanPart::Call, line("Nan"))).unwrap().part(PlanPart::Call).count() == 0
        );
    }

    #[test]
    fn words_that_become_those_of_another_line_leave_one_of_the_two() {
        let both = plan(&[PlanEdit::Add(PlanPart::Alone, line("Walk")), PlanEdit::Add(PlanPart::Alone, line("Run"))]);
        let same = both.apply(PlanEdit::Change(PlanPart::Alone, line("Run"), line("Walk"))).unwrap();
        assert_eq!(words(&same, PlanPart::Alone), ["Walk"]);
    }

    #[test]
    fn a_sign_is_marked_on_the_days_it_was_noticed_and_old_days_are_forgotten_first() {
        let today = now().day();
        let sign = line("I stop answering");
        let mut plan = plan(&[PlanEdit::Add(PlanPart::Signs, sign.clone())]);
        for back in 0..70 {
            plan = plan.apply(PlanEdit::Notice(sign.clone(), today - Days::new(back), true)).unwrap();
        }
        let seen = |plan: &SafetyPlan, days| plan.part(PlanPart::Signs).next().unwrap().noticed_within(today, days);
        assert_eq!((seen(&plan, 1), seen(&plan, 14), seen(&plan, 365)), (1, 14, MOST_NOTICED));
        let plan = plan.apply(PlanEdit::Notice(sign, today, false)).unwrap();
        assert_eq!(seen(&plan, 14), 13);
    }

    #[test]
    fn a_full_part_says_so_and_the_others_go_on() {
        let full = (0..MOST_PLAN_LINES).map(|n| PlanEdit::Add(PlanPart::Safer, line(&format!("line {n}"))));
        let full = plan(&full.collect::<Vec<_>>());
        let refused = EditError::TooMany { what: Capped::PlanLines, limit: MOST_PLAN_LINES };
        assert_eq!(full.apply(PlanEdit::Add(PlanPart::Safer, line("one more"))).err(), Some(refused));
        assert!(full.apply(PlanEdit::Add(PlanPart::Alone, line("one more"))).is_ok());
    }
}
