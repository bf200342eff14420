//! What can be done with a program: save a plan with all its sessions, change it, delete it with all its sessions.

mod delete;
mod edit;
mod save;

use domain::record;
use domain::{Membership, Program, ProgramId, SeriesId};
use sync::{RecordId, RecordState, Versions};

use crate::journal::id::shelf_record;
use crate::{Clock, Ids, Journal, SaveError, Undo};

/// A plan as it was just saved, and what would take all of it back.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanSaved {
    pub program: ProgramId,
    /// In the order of the plan.
    pub sessions: Vec<SeriesId>,
    pub undo: Undo,
}

/// A program as it was just saved, and what would take that back.
#[derive(Debug, Clone, PartialEq)]
pub struct ProgramSaved {
    pub id: ProgramId,
    pub program: Program,
    pub undo: Undo,
}

fn record_of(id: ProgramId) -> RecordId {
    shelf_record(id.bytes())
}

fn read(versions: &Versions) -> Result<(Program, &[u8]), SaveError> {
    let RecordState::Live(body) = versions.state() else { return Err(SaveError::Gone) };
    record::read(body).known().map(|value| (value, body)).ok_or(SaveError::Gone)
}

impl<H, W: Clock + Ids> Journal<H, W> {
    /// The live sessions that belong to a program, or to one phase of it.
    fn members(&self, belongs: impl Fn(Membership) -> bool) -> Vec<(RecordId, Versions)> {
        let sessions = self.inside.borrow().on_shelf(record::Kind::Session.number());
        let is_member = |(_, versions): &(RecordId, Versions)| {
            crate::session::read(versions).is_ok_and(|(session, _)| session.phase().is_some_and(&belongs))
        };
        sessions.into_iter().filter(is_member).collect()
    }
}
