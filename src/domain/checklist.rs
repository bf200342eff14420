//! Lists of one's own: steps for a morning or before a visit, what to do when a hard hour comes, and how to stay away from what is
//! dangerous. Which of them are up on a day is worked out from days and hours that the person chose; where they are is never asked.

mod ticks;

use crate::code::{Kept, coded};
use crate::moment::Moment;
use crate::name::name;
use crate::slot::StartTime;
use crate::weekdays::Weekdays;
use crate::words::{Label, Line, unspoken};
use chrono::{Datelike, Days, NaiveDate, Timelike};
use thiserror::Error;
pub use ticks::ChecklistDay;
pub(crate) use ticks::MAX_TICKED;

coded! {
    /// What a list is for.
    pub enum ChecklistUse {
        /// Steps for certain days: mornings, before payday.
        Routine = "routine",
        /// A situation that is hard, with a plan for it, which comes up around its time.
        HighRisk = "high-risk",
        /// Acts of staying away, ticked through the week.
        StayingAway = "staying-away",
    }
}

/// As many steps fit one list.
pub const MOST_STEPS: usize = 12;
/// As many lists are kept: they are read at every opening.
pub const MOST_CHECKLISTS: usize = 60;
/// A hard hour comes up so many minutes before, and stays so many after.
const BEFORE_MINUTES: i64 = 120;
const AFTER_MINUTES: i64 = 180;
const DAY_MINUTES: i64 = 24 * 60;

/// On which days a list is up: some days of the week, a day of every month, or both. With neither it waits until it is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Repeats {
    pub days: Option<Weekdays>,
    /// 1 to 31; the last day of a month that is shorter.
    pub day_of_month: Option<u8>,
    /// Around this time; none is the whole day.
    pub at: Option<StartTime>,
}

/// One list.
#[derive(Clone, PartialEq, Eq)]
pub struct Checklist {
    pub(crate) name: Label,
    pub(crate) list_use: Kept<ChecklistUse>,
    /// 1 to [`MOST_STEPS`], each once.
    pub(crate) steps: Vec<Line>,
    pub(crate) repeats: Repeats,
}

name! {
    /// Its stable name: random, and the same for as long as it exists.
    pub struct ChecklistId;
}

/// Why it was not taken. Nothing was changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum ChecklistError {
    #[error("there is no step")]
    NoStep,
    #[error("no more than {limit} steps fit")]
    TooManySteps { limit: usize },
    #[error("no month has such a day")]
    NoSuchDay,
}

unspoken!(Checklist, ChecklistId);

impl Repeats {
    /// Whether a day is one of them.
    pub fn is_on(self, day: NaiveDate) -> bool {
        let is_of_week = self.days.is_some_and(|days| days.contains(day.weekday()));
        let is_of_month = self.day_of_month.is_some_and(|of_month| {
            let wanted = u32::from(of_month);
            let is_last = day.checked_add_days(Days::new(1)).is_none_or(|next| next.month() != day.month());
            day.day() == wanted || (is_last && day.day() < wanted)
        });
        is_of_week || is_of_month
    }

    /// The day for which it is up now: today, or, around midnight, the day before or after.
    pub fn up_at(self, now: &Moment) -> Option<NaiveDate> {
        let today = now.day();
        let Some(at) = self.at else { return self.is_on(today).then_some(today) };
        let clock = now.civil().time();
        let minutes = i64::from(clock.hour()) * 60 + i64::from(clock.minute());
        let around = [(Some(today), 0), (today.pred_opt(), DAY_MINUTES), (today.succ_opt(), -DAY_MINUTES)];
        around.into_iter().find_map(|(day, later)| {
            let since = minutes + later - i64::from(at.minutes());
            day.filter(|day| (-BEFORE_MINUTES..=AFTER_MINUTES).contains(&since) && self.is_on(*day))
        })
    }
}

impl Checklist {
    /// Steps that are said twice stand in it once. Acts of staying away belong to the whole week, so they keep no days.
    ///
    /// # Errors
    /// [`ChecklistError`].
    pub fn new(
        name: Label,
        list_use: ChecklistUse,
        steps: Vec<Line>,
        repeats: Repeats,
    ) -> Result<Checklist, ChecklistError> {
        let mut once: Vec<Line> = Vec::new();
        for step in steps {
            if !once.contains(&step) {
                once.push(step);
            }
        }
        if once.is_empty() {
            return Err(ChecklistError::NoStep);
        }
        if once.len() > MOST_STEPS {
            return Err(ChecklistError::TooManySteps { limit: MOST_STEPS });
        }
        if repeats.day_of_month.is_some_and(|day| !(1..=31).contains(&day)) {
            return Err(ChecklistError::NoSuchDay);
        }
        let repeats = if list_use == ChecklistUse::StayingAway { Repeats::default() } else { repeats };
        Ok(Checklist { name, list_use: Kept::Known(list_use), steps: once, repeats })
    }

    pub fn name(&self) -> &Label {
        &self.name
    }

    /// What it is for; a use that this build has no word for is a routine here.
    pub fn list_use(&self) -> ChecklistUse {
        self.list_use.known().unwrap_or(ChecklistUse::Routine)
    }

    pub fn steps(&self) -> &[Line] {
        &self.steps
    }

    pub fn repeats(&self) -> Repeats {
        self.repeats
    }

    /// The day whose ticks a tick of now belongs to: the Monday of the week for what is ticked through the week, otherwise the day for which
    /// it is up, or today.
    pub fn day_of(&self, now: &Moment) -> NaiveDate {
        let today = now.day();
        match self.list_use() {
            ChecklistUse::StayingAway => {
                let since_monday = u64::from(today.weekday().num_days_from_monday());
                today.checked_sub_days(Days::new(since_monday)).unwrap_or(today)
            }
            ChecklistUse::Routine | ChecklistUse::HighRisk => self.repeats.up_at(now).unwrap_or(today),
        }
    }
}

#[cfg(test)]
mod tests;
