//! What can be done with sessions that come from a calendar: take them in, say what they are. They are deleted like any session.

mod edit;
mod take_in;

use domain::record;
use domain::{Imported, SeriesId};
use sync::{RecordState, Versions};

use crate::{SaveError, Undo};

/// A calendar's session as it was just saved, and what would take that back.
#[derive(Debug, Clone, PartialEq)]
pub struct ImportedSaved {
    pub id: SeriesId,
    pub imported: Imported,
    pub undo: Undo,
}

/// What taking in a calendar did, and what would take all of it back.
#[derive(Debug, Clone, PartialEq)]
pub struct TakenIn {
    /// Sessions that were not there before.
    pub new: usize,
    /// Sessions that were there and say something else now.
    pub changed: usize,
    /// Sessions that say what they said before, or that are older than what is there.
    pub unchanged: usize,
    /// Sessions that were called off as a whole, and are deleted.
    pub removed: usize,
    pub undo: Undo,
}

fn read(versions: &Versions) -> Result<(Imported, &[u8]), SaveError> {
    let RecordState::Live(body) = versions.state() else { return Err(SaveError::Gone) };
    record::read(body).known().map(|value| (value, body)).ok_or(SaveError::Gone)
}
