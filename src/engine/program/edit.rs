//! Changing a program. Its sessions follow by themselves, because their dates are bounded by its phases.

use domain::record;
use domain::{ProgramEdit, ProgramId};
use sync::Change;

use super::{ProgramSaved, read, record_of};
use crate::journal::write::Draft;
use crate::{Clock, Home, Ids, Journal, SaveError, Undo, WeekError};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Makes one change to a program as it is now. A phase that is taken out takes its sessions with it, in the same batch; undoing
    /// brings them back.
    ///
    /// # Errors
    /// [`WeekError::Plan`] when the change makes no sense, [`SaveError::Gone`] when the program was deleted meanwhile or is from
    /// a newer version; then nothing was saved.
    pub async fn edit_program(&self, id: ProgramId, edit: ProgramEdit) -> Result<ProgramSaved, WeekError> {
        let record = record_of(id);
        self.write_each(&[record], |known, _| {
            let versions = known.first().and_then(Option::as_ref).ok_or(SaveError::Gone)?;
            let (program, before) = read(versions)?;
            let program = program.apply(edit.clone())?;
            let body = record::encode(&program)?;
            let mut drafts = vec![Draft::on(record, versions, Change::Put(body))];
            let mut undo = vec![Undo::PutBack(record, before.to_vec())];
            if let ProgramEdit::RemovePhase(phase) = edit {
                for (session, versions) in self.members(|member| member.program == id && member.phase == phase) {
                    drafts.push(Draft::on(session, &versions, Change::Delete));
                    undo.push(Undo::Restore(session));
                }
            }
            Ok((drafts, ProgramSaved { id, program, undo: Undo::All(undo) }))
        })
        .await
    }
}
