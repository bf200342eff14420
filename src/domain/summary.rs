//! The one-page summary that a person hands to their counselor: what they want to talk about, what changed, what was hard, what was tried
//! and how it went, for any days, block by block.
//!
//! [`Summary::of`] works it out from what is known. It counts and takes means; it rates nobody, predicts nothing and names no cause. What
//! is private is left out before anything is counted (`facts.rs`), so it changes nothing, not even a number. The page itself is a
//! [`Sheet`]: what the preview draws and what is sent are the same value. Behind each of its numbers a [`Summary`] knows the entries it
//! was counted from, which never leave the phone.

mod attendance;
mod change;
mod check_ins;
mod choice;
mod count;
mod excerpt;
mod facts;
mod medication;
mod number;
mod people;
mod period;
mod sheet;
mod talk;
mod tally;
mod times;
mod tried;
mod triggers;
mod used;
mod wire;

#[cfg(test)]
mod edges;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod stories;

use crate::moment::Moment;
use crate::words::unspoken;
pub use choice::{Block, Carries, Choice};
pub use count::{ENOUGH_FOR_A_PATTERN, Mean, Middle};
pub use excerpt::Excerpt;
pub use facts::{Facts, Marked};
pub use number::{Number, Row, Side};
pub use period::{Period, PeriodError};
pub use sheet::{
    Attended, Change, CheckIns, Doses, DosesOf, Figures, Heat, Lapses, MOST_MEDICATIONS_TOLD, MOST_NAMES,
    MOST_OBSTACLES, MOST_PLACES, MOST_SUBSTANCES, MOST_TOPICS, MOST_TRIED, MOST_TRIGGERS, People, Places, RoleLine,
    Sheet, Talk, Times, Topic, TopicAbout, Tried, TriedLine, TriedWhat, Triggers, Used,
};
pub use times::PartOfDay;
pub use wire::{MOST_BYTES, SheetError};

use facts::Open;
use number::Rows;

/// A page, and what its numbers were counted from.
#[derive(Clone, PartialEq, Eq)]
pub struct Summary {
    sheet: Sheet,
    rows: Rows,
}

unspoken!(Summary);

impl Summary {
    /// The page about a period, made `now`, with what was chosen. The same facts in any order give the same page.
    pub fn of(facts: &Facts, period: Period, choice: Choice, now: &Moment) -> Summary {
        let open = Open::of(facts, period);
        let mut rows = Rows::default();
        let is_in = |block: Block| choice.has(block);
        let sheet = Sheet {
            period,
            made: now.day(),
            talk: is_in(Block::Talk).then(|| talk::talk(&open, choice, &mut rows)),
            change: is_in(Block::Change).then(|| {
                let before = Open::of(facts, period.before());
                change::change(&open, &before, period, now, &mut rows)
            }),
            times: is_in(Block::Times).then(|| times::times(&open, &mut rows)),
            triggers: is_in(Block::Triggers).then(|| triggers::triggers(&open, choice, &mut rows)),
            tried: is_in(Block::Tried).then(|| tried::tried(&open, &mut rows)),
            used: is_in(Block::Use).then(|| used::used(&open, choice, &mut rows)),
            check_ins: is_in(Block::CheckIns).then(|| check_ins::check_ins(&open, period, &mut rows)),
            attendance: is_in(Block::Attendance).then(|| attendance::attendance(&open, choice, now, &mut rows)),
            medication: is_in(Block::Medication).then(|| medication::medication(&open, &mut rows)),
            people: is_in(Block::People).then(|| people::people(&open, facts, choice, &mut rows)),
        };
        Summary { sheet, rows }
    }

    /// The page: what is shown before it is sent, and what is sent.
    pub fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// The entries that a number was counted from; none for 0, and for a number that is not on the page. [`Number::DaysUsed`] counts days, and has
    /// every check-in and lapse that tells of one of them; what was left out counts lines, and has their entries; every other number is
    /// exactly as many as its rows.
    pub fn rows(&self, number: Number) -> &[Row] {
        self.rows.of(number)
    }
}
