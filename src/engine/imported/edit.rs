//! Saying what a calendar's session is, and whether its hours are the program's.

use domain::record;
use domain::{ImportedEdit, SeriesId};
use sync::Change;

use super::{ImportedSaved, read};
use crate::journal::write::Draft;
use crate::session::record_of;
use crate::{Clock, Home, Ids, Journal, SaveError, Undo};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Makes one change to a calendar's session as it is now.
    ///
    /// # Errors
    /// [`SaveError::Gone`] when it was deleted meanwhile or is from a newer version; then nothing was saved.
    pub async fn edit_imported(&self, id: SeriesId, edit: ImportedEdit) -> Result<ImportedSaved, SaveError> {
        let record = record_of(id);
        self.write_on(record, |versions, _| {
            let (imported, before) = read(versions)?;
            let imported = imported.apply(edit);
            let undo = Undo::PutBack(record, before.to_vec());
            let body = record::encode(&imported)?;
            Ok((Draft::on(record, versions, Change::Put(body)), ImportedSaved { id, imported, undo }))
        })
        .await
    }
}
