//! Deleting a program with all its sessions, in one batch.

use domain::ProgramId;
use sync::Change;

use super::{read, record_of};
use crate::journal::write::Draft;
use crate::{Clock, Home, Ids, Journal, SaveError, Undo};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Deletes a program and its sessions; they can be brought back for thirty days. What was told about them stays in the journal.
    ///
    /// # Errors
    /// [`SaveError::Gone`] when there is no such program.
    pub async fn delete_program(&self, id: ProgramId) -> Result<Undo, SaveError> {
        let record = record_of(id);
        self.write_each(&[record], |known, _| {
            let versions = known.first().and_then(Option::as_ref).ok_or(SaveError::Gone)?;
            read(versions)?;
            let mut drafts = vec![Draft::on(record, versions, Change::Delete)];
            let mut undo = vec![Undo::Restore(record)];
            for (session, versions) in self.members(|member| member.program == id) {
                drafts.push(Draft::on(session, &versions, Change::Delete));
                undo.push(Undo::Restore(session));
            }
            Ok::<_, SaveError>((drafts, Undo::All(undo)))
        })
        .await
    }
}
