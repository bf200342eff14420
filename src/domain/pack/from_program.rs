//! What was taken in of a pack: one record for each pack, with what of it became no record of its own, and what the person said to each line.

use super::{Clinic, LineKind, PackId};
use crate::words::{Label, Line, Note, unspoken};
use chrono::NaiveDate;

/// Of so many lines it is kept what was said to them, in all versions together.
pub(crate) const MOST_KNOWN: usize = 1_000;

/// A goal that was taken in.
#[derive(Clone, PartialEq, Eq)]
pub struct ProgramGoal {
    pub number: u16,
    pub words: Line,
    /// When it was reached, UTC milliseconds.
    pub done_utc_ms: Option<i64>,
}

/// Homework that was taken in.
#[derive(Clone, PartialEq, Eq)]
pub struct ProgramHomework {
    pub number: u16,
    pub words: Note,
    pub due: Option<NaiveDate>,
    /// When it was done, UTC milliseconds.
    pub done_utc_ms: Option<i64>,
}

/// What is known of one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    pub number: u16,
    pub kind: LineKind,
    /// The digest of the line as it was taken in last.
    pub accepted: Option<[u8; 8]>,
    /// The digest of the line as it was left out last.
    pub declined: Option<[u8; 8]>,
    /// The counselor took it out since.
    pub is_removed: bool,
}

/// What was said to one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineTold {
    pub number: u16,
    pub kind: LineKind,
    /// It was taken in.
    pub is_taken: bool,
    /// The counselor took it out since.
    pub is_removed: bool,
}

/// What was taken in of one pack.
#[derive(Clone, PartialEq, Eq)]
pub struct FromProgram {
    pub(crate) sender: [u8; 32],
    pub(crate) pack: PackId,
    pub(crate) version: u32,
    pub(crate) made: NaiveDate,
    pub(crate) taken: NaiveDate,
    pub(crate) from: Label,
    pub(crate) clinic: Option<Clinic>,
    /// By rising number, as all of these.
    pub(crate) goals: Vec<ProgramGoal>,
    pub(crate) homework: Vec<ProgramHomework>,
    pub(crate) known: Vec<Known>,
}

unspoken!(ProgramGoal, ProgramHomework, FromProgram);

impl FromProgram {
    /// The public key that signed it.
    pub fn sender(&self) -> [u8; 32] {
        self.sender
    }

    pub fn pack(&self) -> PackId {
        self.pack
    }

    /// The version that was taken in last.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// When that version was made.
    pub fn made(&self) -> NaiveDate {
        self.made
    }

    /// When it was taken in.
    pub fn taken(&self) -> NaiveDate {
        self.taken
    }

    /// Who made it, as they call themselves.
    pub fn from(&self) -> &Label {
        &self.from
    }

    pub fn clinic(&self) -> Option<&Clinic> {
        self.clinic.as_ref()
    }

    /// By rising number.
    pub fn goals(&self) -> &[ProgramGoal] {
        &self.goals
    }

    /// By rising number.
    pub fn homework(&self) -> &[ProgramHomework] {
        &self.homework
    }

    /// The lines that were taken in and became records of their own, also those that the counselor took out and the person kept: number and sort.
    pub fn taken_lines(&self) -> impl Iterator<Item = (u16, LineKind)> + '_ {
        let own = |kind: LineKind| matches!(kind, LineKind::Session | LineKind::Checklist | LineKind::Feed);
        let there = self.known.iter().filter(move |known| known.accepted.is_some() && own(known.kind));
        there.map(|known| (known.number, known.kind))
    }

    /// What was said to each line, by rising number.
    pub fn lines_told(&self) -> impl Iterator<Item = LineTold> + '_ {
        let told = |known: &Known| LineTold {
            number: known.number,
            kind: known.kind,
            is_taken: known.accepted.is_some(),
            is_removed: known.is_removed,
        };
        self.known.iter().map(told)
    }

    /// How many lines were taken in and left out, of those that the counselor did not take out.
    pub fn counts(&self) -> (usize, usize) {
        let there = self.known.iter().filter(|known| !known.is_removed);
        let taken = there.clone().filter(|known| known.accepted.is_some()).count();
        (taken, there.count().saturating_sub(taken))
    }

    pub(crate) fn known(&self, number: u16) -> Option<&Known> {
        self.known.iter().find(|known| known.number == number)
    }

    /// With a goal or homework done, or not done after all. A number that is neither changes nothing.
    #[must_use]
    pub fn tick(&self, number: u16, done_utc_ms: Option<i64>) -> FromProgram {
        let mut after = self.clone();
        if let Some(goal) = after.goals.iter_mut().find(|goal| goal.number == number) {
            goal.done_utc_ms = done_utc_ms;
        }
        if let Some(homework) = after.homework.iter_mut().find(|homework| homework.number == number) {
            homework.done_utc_ms = done_utc_ms;
        }
        after
    }
}
