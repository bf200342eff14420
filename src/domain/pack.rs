//! A program pack: what a counselor puts together for the phone of somebody they treat, and what becomes of it there.
//!
//! It goes one way. A counselor signs it, the client takes in of it what they like, line by line, and nobody is told. Every line has a number that
//! stays the same in later versions, so a later version changes what was taken in of an earlier one, and nothing is there twice.

mod compare;
mod from_program;
mod offered;
mod take_in;
mod wire;

#[cfg(test)]
mod golden;
#[cfg(test)]
mod laws;
#[cfg(test)]
mod stories;

use crate::code::Kept;
use crate::contact::PhoneNumber;
use crate::name::name;
use crate::plan_error::PlanError;
use crate::settings::Language;
use crate::slot::check_date;
use crate::visit::mark_of;
use crate::words::{Label, unspoken};
use chrono::NaiveDate;
pub use compare::{Difference, PackRefused, Row, RowState};
pub use from_program::{FromProgram, LineTold, ProgramGoal, ProgramHomework};
pub(crate) use from_program::{Known, MOST_KNOWN};
pub use offered::{Feed, LineKind, MOST_HOMEWORK_LETTERS, Offered, Part};
pub use take_in::{Taking, Write};
use thiserror::Error;
pub use wire::MOST_PACK_BYTES;

/// As many lines a pack has.
pub const MOST_LINES: usize = 60;

/// The random name of a pack, the same in all its versions.
pub type PackId = [u8; 16];

name! {
    /// By which the app's addresses know a pack that was taken in: eight bytes made of its name.
    #[derive(Debug)]
    pub struct PackKey;
}

/// Whom to call.
#[derive(Clone, PartialEq, Eq)]
pub struct Clinic {
    pub name: Label,
    pub phone: Option<PhoneNumber>,
}

/// One line: its number, and what is offered. Changed only by making another.
#[derive(Clone, PartialEq, Eq)]
pub struct PackLine {
    pub(crate) number: u16,
    pub(crate) offered: Offered,
}

/// One version of a pack.
#[derive(Clone, PartialEq, Eq)]
pub struct Pack {
    pub(crate) id: PackId,
    pub(crate) version: u32,
    pub(crate) made: NaiveDate,
    pub(crate) language: Option<Kept<Language>>,
    pub(crate) from: Label,
    pub(crate) clinic: Option<Clinic>,
    pub(crate) lines: Vec<PackLine>,
}

/// What a pack says, before it is checked.
#[derive(Clone)]
pub struct PackDraft {
    /// Random; the same for all versions.
    pub id: PackId,
    /// From 1, and higher for each later version.
    pub version: u32,
    /// The day on which this version was made.
    pub made: NaiveDate,
    /// The language in which it is written.
    pub language: Option<Language>,
    /// Who made it, as they call themselves.
    pub from: Label,
    pub clinic: Option<Clinic>,
    /// In the order in which they are shown.
    pub lines: Vec<PackLine>,
}

unspoken!(Clinic, PackLine, Pack, PackDraft);

/// Why something is no pack. A pack with one line that is broken is refused as a whole: it was signed as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum PackError {
    /// A newer version of the app wrote it.
    #[error("a newer version wrote this pack")]
    Newer,
    /// The end is missing.
    #[error("the end of the pack is missing")]
    CutOff,
    /// More than [`MOST_PACK_BYTES`], or more than [`MOST_LINES`].
    #[error("no pack is that long")]
    TooLong,
    /// Damaged, or never a pack.
    #[error("this is no pack")]
    Unreadable,
    /// What stands in this line is out of its bounds.
    #[error("line {number} is broken")]
    BrokenLine { number: u16 },
    /// Two lines have this number.
    #[error("line {number} is there twice")]
    Twice { number: u16 },
    /// Versions are counted from 1, and made on a day that a plan can have.
    #[error("the pack has no version or no day")]
    NoVersion,
}

impl PackLine {
    /// A line. Its number is given once and never again to another, in no later version.
    ///
    /// # Errors
    /// [`PackError::BrokenLine`] for a session with what a pack cannot say (a phase, single dates, every other week, a number of times), for
    /// homework longer than [`MOST_HOMEWORK_LETTERS`], and for a list of meetings that no phone may ask.
    pub fn new(number: u16, offered: Offered) -> Result<PackLine, PackError> {
        if offered.is_sound() { Ok(PackLine { number, offered }) } else { Err(PackError::BrokenLine { number }) }
    }

    pub fn number(&self) -> u16 {
        self.number
    }

    pub fn offered(&self) -> &Offered {
        &self.offered
    }
}

impl Pack {
    /// Puts a version together.
    ///
    /// # Errors
    /// [`PackError::NoVersion`], [`PackError::TooLong`], [`PackError::Twice`].
    pub fn new(draft: PackDraft) -> Result<Pack, PackError> {
        let PackDraft { id, version, made, language, from, clinic, lines } = draft;
        Pack { id, version, made, language: language.map(Kept::Known), from, clinic, lines }.checked()
    }

    /// What holds for every pack, wherever it comes from.
    pub(crate) fn checked(self) -> Result<Pack, PackError> {
        check_date(self.made).map_err(|_: PlanError| PackError::NoVersion)?;
        if self.version == 0 {
            return Err(PackError::NoVersion);
        }
        if self.lines.len() > MOST_LINES {
            return Err(PackError::TooLong);
        }
        for (place, line) in self.lines.iter().enumerate() {
            if self.lines.iter().take(place).any(|earlier| earlier.number == line.number) {
                return Err(PackError::Twice { number: line.number });
            }
        }
        Ok(self)
    }

    /// The name that all its versions have.
    pub fn id(&self) -> PackId {
        self.id
    }

    /// From 1.
    pub fn version(&self) -> u32 {
        self.version
    }

    /// When this version was made, by the calendar of who made it.
    pub fn made(&self) -> NaiveDate {
        self.made
    }

    /// The language it is written in; None where none was said, or one that this build does not speak.
    pub fn language(&self) -> Option<Language> {
        self.language.as_ref().and_then(Kept::known)
    }

    /// Who made it, as they call themselves. Who they are, the signature says.
    pub fn from(&self) -> &Label {
        &self.from
    }

    pub fn clinic(&self) -> Option<&Clinic> {
        self.clinic.as_ref()
    }

    /// In the order in which they are shown.
    pub fn lines(&self) -> &[PackLine] {
        &self.lines
    }

    pub(crate) fn line(&self, number: u16) -> Option<&Offered> {
        self.lines.iter().find(|line| line.number == number).map(|line| &line.offered)
    }
}

/// By which the app's addresses know a pack.
pub fn key_of(pack: PackId) -> PackKey {
    PackKey(mark_of(&pack))
}

/// The halves of ids that the record of a pack may have (`None`), or the record that one of its lines becomes. Made of the pack's name and the
/// line's number alone, so that two tabs and two phones write one record. There are several, because the name of one that was erased for good
/// is used up. Stored ids depend on it: never to be changed.
pub fn names_of(pack: PackId, line: Option<u16>) -> [[u8; 8]; 4] {
    [0, 1, 2, 3].map(|turn: u8| {
        let mut name = pack.to_vec();
        name.extend(line.map(u16::to_be_bytes).into_iter().flatten());
        name.push(turn);
        let mut half = mark_of(&name);
        // As for every record of the shelf that there are many of.
        half[0] |= 0x80;
        half
    })
}
