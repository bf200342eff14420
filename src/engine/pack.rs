//! Program packs: looking at one, taking lines of it in, ticking what came with it, and leaving it.
//!
//! What a pack says was signed and checked before it comes here. Looking at one reads only what is in memory and changes nothing; nothing of the
//! phone is in what is told but what the same pack brought before.

mod leave;
mod look;
mod take;
mod tick;

use domain::meeting::ListError;
use domain::pack::{FromProgram, LineKind, PackId, PackRefused, names_of};
use domain::record;
use domain::{EditError, PlanError};
use sync::{RecordId, RecordState, Versions};
use thiserror::Error;

use crate::journal::id::shelf_record;
use crate::{SaveError, Undo, WeekError};

/// What was taken in.
#[derive(Debug, Clone, PartialEq)]
pub struct PackTaken {
    /// How many lines are new on the phone, how many changed, and how many were taken away.
    pub new: usize,
    pub changed: usize,
    pub removed: usize,
    pub undo: Undo,
}

/// Why nothing of a pack was taken in. Everything is as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PackTakeError {
    /// As for any entry.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// A later version was taken in meanwhile, or one from somebody else.
    #[error(transparent)]
    Refused(#[from] PackRefused),
    /// No more sessions fit.
    #[error("a session was refused: {0}")]
    Plan(#[from] PlanError),
    /// No more lists of meetings fit.
    #[error("a list of meetings was refused: {0}")]
    List(#[from] ListError),
}

impl From<EditError> for PackTakeError {
    fn from(error: EditError) -> Self {
        Self::Save(error.into())
    }
}

impl From<record::EncodeError> for PackTakeError {
    fn from(error: record::EncodeError) -> Self {
        Self::Save(error.into())
    }
}

impl From<WeekError> for PackTakeError {
    fn from(error: WeekError) -> Self {
        match error {
            WeekError::Save(save) => Self::Save(save),
            WeekError::Plan(plan) => Self::Plan(plan),
        }
    }
}

/// The records that a line of a pack, or (`None`) what was taken in of it, may be.
fn records_of(pack: PackId, line: Option<u16>) -> [RecordId; 4] {
    names_of(pack, line).map(shelf_record)
}

/// Of the records that one thing may be, the one that it is: what is there, otherwise the first whose name is not used up. `None` when all are.
fn place(known: &[Option<Versions>]) -> Option<usize> {
    let state = |versions: &Option<Versions>| match versions.as_ref().map(Versions::state) {
        None => 1,
        Some(RecordState::Live(_)) => 0,
        Some(RecordState::Deleted { .. }) => 1,
        Some(RecordState::Erased) => 2,
    };
    let best = known.iter().enumerate().min_by_key(|(place, versions)| (state(versions), *place));
    best.filter(|(_, versions)| state(versions) < 2).map(|(place, _)| place)
}

/// What was taken in of a pack, read from its record.
fn read_program(versions: &Versions) -> Result<(FromProgram, &[u8]), SaveError> {
    let RecordState::Live(body) = versions.state() else { return Err(SaveError::Gone) };
    record::read(body).known().map(|value| (value, body)).ok_or(SaveError::Gone)
}

/// Whether lines of this sort become records of their own.
fn has_record(kind: LineKind) -> bool {
    matches!(kind, LineKind::Session | LineKind::Checklist | LineKind::Feed)
}
