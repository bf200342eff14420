//! What was deleted in the last thirty days: entries, sessions, programs, people, and what a person wrote for themselves. A program goes and
//! comes with the sessions that were deleted along with it, a person or a reason with their picture.

mod bring_back;
mod list;

use domain::{Imported, Membership, Program, Session};
use sync::{RecordId, RecordState, Version, Versions};

use crate::Entry;

/// Something deleted that can still be brought back.
#[derive(Debug, Clone, PartialEq)]
pub struct Deleted {
    pub id: RecordId,
    pub what: DeletedWhat,
    /// When it was deleted, UTC milliseconds.
    pub deleted_utc_ms: i64,
}

/// What it was.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::large_enum_variant, reason = "a screen of them, and gone with the screen")]
pub enum DeletedWhat {
    Entry(Entry),
    Session(Session),
    /// A calendar's session.
    Imported(Imported),
    Program {
        program: Program,
        /// How many sessions come back with it.
        sessions: usize,
    },
    /// Something with a name, or with a few words in place of one.
    Named(Named, Option<String>),
}

/// What has a name of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    Person,
    Reason,
    Checklist,
    Medication,
    Strategy,
}

/// The version by which a record was deleted; none when it is there, or erased.
fn deletion(versions: &Versions) -> Option<&Version> {
    match versions.state() {
        RecordState::Deleted { .. } => Some(versions.winner()),
        RecordState::Live(_) | RecordState::Erased => None,
    }
}

/// The phase that a deleted session belonged to.
fn phase_of(versions: &Versions) -> Option<Membership> {
    let session = domain::record::read::<Session>(versions.last_body()?).known()?;
    session.phase()
}

/// Whether `session` was deleted along with its program. A batch writes the program first, so a session that had been deleted on its
/// own before has a smaller number.
fn went_with(program: &Version, session: &Version) -> bool {
    session.stamp.device == program.stamp.device && session.counter > program.counter
}
