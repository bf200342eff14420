//! Changing a craving: each small change is a version of its own, and the versions before it are kept.

use domain::CravingEdit;
use domain::record;
use sync::{Change, RecordId, RecordState};

use super::Logged;
use crate::journal::entry::What;
use crate::journal::write::Draft;
use crate::{Clock, Home, Ids, Journal, SaveError, Undo};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Makes one change to a craving as it is now, which may be newer than what the screen showed.
    ///
    /// # Errors
    /// [`SaveError::Edit`] when the domain refuses the change, [`SaveError::Gone`] when the entry was deleted meanwhile or is from a
    /// newer version; then nothing was saved.
    pub async fn edit_craving(&self, id: RecordId, edit: CravingEdit) -> Result<Logged, SaveError> {
        let now = self.now();
        self.write_on(id, |versions, _| {
            let RecordState::Live(body) = versions.state() else { return Err(SaveError::Gone) };
            let Some(What::Craving(craving)) = What::of(body) else { return Err(SaveError::Gone) };
            let craving = craving.apply(edit.clone(), &now)?;
            let undo = Undo::PutBack(id, body.to_vec());
            let body = record::encode(&craving)?;
            Ok((Draft::on(id, versions, Change::Put(body)), Logged { id, craving, undo }))
        })
        .await
    }
}
