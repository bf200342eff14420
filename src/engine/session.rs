//! What can be done with a session of the person's own. Calendars' sessions have verbs of their own (`imported`).

mod add;
mod change_from;
mod delete;
mod edit;

use domain::record;
use domain::{SeriesId, Session};
use sync::{RecordId, RecordState, Versions};

use crate::journal::id::shelf_record;
use crate::{SaveError, Undo};

/// A session as it was just saved, and what would take that back.
#[derive(Debug, Clone, PartialEq)]
pub struct SessionSaved {
    pub id: SeriesId,
    pub session: Session,
    pub undo: Undo,
}

pub(crate) fn record_of(id: SeriesId) -> RecordId {
    shelf_record(id.bytes())
}

/// The session that lives under an id, and its body.
pub(crate) fn read(versions: &Versions) -> Result<(Session, &[u8]), SaveError> {
    let RecordState::Live(body) = versions.state() else { return Err(SaveError::Gone) };
    record::read(body).known().map(|value| (value, body)).ok_or(SaveError::Gone)
}
