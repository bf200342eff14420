//! Changing a session, all its dates or one of them.

use domain::record;
use domain::{SeriesId, SessionEdit};
use sync::Change;

use super::{SessionSaved, read, record_of};
use crate::journal::write::Draft;
use crate::{Clock, Home, Ids, Journal, SaveError, Undo, WeekError};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Makes one change to a session as it is now, which may be newer than what the screen showed. Cancelling and moving one date
    /// are such changes.
    ///
    /// # Errors
    /// [`WeekError::Plan`] when the change makes no sense, [`SaveError::Gone`] when the session was deleted meanwhile or is from
    /// a newer version; then nothing was saved.
    pub async fn edit_session(&self, id: SeriesId, edit: SessionEdit) -> Result<SessionSaved, WeekError> {
        self.edit_session_all(id, vec![edit]).await
    }

    /// Makes several changes in one go, all or none: what a form saves.
    ///
    /// # Errors
    /// As [`Journal::edit_session`].
    pub async fn edit_session_all(&self, id: SeriesId, edits: Vec<SessionEdit>) -> Result<SessionSaved, WeekError> {
        let record = record_of(id);
        self.write_each(&[record], |known, _| {
            let versions = known.first().and_then(Option::as_ref).ok_or(SaveError::Gone)?;
            let (session, before) = read(versions)?;
            let session = edits.iter().cloned().try_fold(session, |session, edit| session.apply(edit))?;
            let undo = Undo::PutBack(record, before.to_vec());
            let body = record::encode(&session)?;
            let draft = Draft::on(record, versions, Change::Put(body));
            Ok((vec![draft], SessionSaved { id, session, undo }))
        })
        .await
    }
}
