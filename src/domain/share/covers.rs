//! Whether a page keeps to what was agreed: asked before one is made, and again by who receives it.

use super::consent::{Consent, Days};
use crate::chip::Chip;
use crate::summary::{Block, Carries, Choice, Period, Sheet, TopicAbout};
use chrono::NaiveDate;
use thiserror::Error;

/// How a page goes beyond its consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Beyond {
    /// It is about days that were not agreed to.
    #[error("the page is about other days")]
    Days,
    /// It has parts, or carries things, that were not agreed to.
    #[error("the page shows more than was agreed to")]
    Parts,
    /// It was made after the consent ended, or before it was signed.
    #[error("the page was made when the consent did not hold")]
    Time,
}

impl Consent {
    /// Whether it allows a page about these days with what was chosen, made on a day.
    ///
    /// # Errors
    /// [`Beyond`].
    pub fn covers(&self, period: Period, choice: Choice, made: NaiveDate) -> Result<(), Beyond> {
        if !self.holds_on(made) || made < self.signed_on {
            return Err(Beyond::Time);
        }
        match self.days {
            Days::These(these) if !(these.contains(period.first()) && these.contains(period.last())) => {
                return Err(Beyond::Days);
            }
            Days::These(_) | Days::OfEachPage => {}
        }
        let blocks = Block::ALL.iter().all(|block| self.what.has(*block) || !choice.has(*block));
        let carried = Carries::ALL.iter().all(|what| self.what.carries(*what) || !choice.carries(*what));
        if blocks && carried { Ok(()) } else { Err(Beyond::Parts) }
    }

    /// The same for a page that is there, as far as can be seen on it.
    ///
    /// # Errors
    /// [`Beyond`].
    pub(super) fn covers_page(&self, sheet: &Sheet) -> Result<(), Beyond> {
        self.covers(sheet.period, shown_on(sheet), sheet.made)
    }
}

impl Choice {
    /// Whether no part of the page is chosen.
    pub(super) fn shows_nothing(self) -> bool {
        !Block::ALL.iter().any(|block| self.has(*block))
    }
}

/// What must have been chosen for a page to be as it is.
fn shown_on(sheet: &Sheet) -> Choice {
    let blocks = [
        (Block::Talk, sheet.talk.is_some()),
        (Block::Change, sheet.change.is_some()),
        (Block::Times, sheet.times.is_some()),
        (Block::Triggers, sheet.triggers.is_some()),
        (Block::Tried, sheet.tried.is_some()),
        (Block::Use, sheet.used.is_some()),
        (Block::CheckIns, sheet.check_ins.is_some()),
        (Block::Attendance, sheet.attendance.is_some()),
        (Block::Medication, sheet.medication.is_some()),
        (Block::People, sheet.people.is_some()),
    ];
    let topics = || sheet.talk.iter().flat_map(|talk| &talk.topics);
    let own_obstacles = || sheet.attendance.iter().flat_map(|attended| &attended.obstacles);
    let carried = [
        (
            Carries::Notes,
            topics().any(|topic| topic.note.is_some()) || own_obstacles().any(|(word, _)| matches!(word, Chip::Own(_))),
        ),
        (
            Carries::Lapses,
            topics().any(|topic| topic.about == TopicAbout::Lapse)
                || sheet.used.as_ref().is_some_and(|used| used.lapses.is_some()),
        ),
        (
            Carries::Places,
            topics().any(|topic| topic.place.is_some())
                || sheet.triggers.as_ref().is_some_and(|triggers| triggers.places.is_some()),
        ),
        (Carries::Names, sheet.people.iter().flat_map(|people| &people.roles).any(|line| !line.names.is_empty())),
    ];
    let choice = blocks.into_iter().fold(Choice::NOTHING, |choice, (block, is_in)| choice.with(block, is_in));
    carried.into_iter().fold(choice, |choice, (what, is_on)| choice.carrying(what, is_on))
}
