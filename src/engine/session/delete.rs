//! Deleting a session with all its dates, the person's own or a calendar's. What was told about them stays in the journal.

use domain::SeriesId;

use super::record_of;
use crate::{Clock, Home, Ids, Journal, SaveError, Undo};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Deletes a session; it can be brought back for thirty days. A session that is merely over is better given a last date, because
    /// with it go the hours of its past.
    ///
    /// # Errors
    /// [`SaveError::Gone`] when there is no such session.
    pub async fn delete_session(&self, id: SeriesId) -> Result<Undo, SaveError> {
        self.delete(record_of(id)).await
    }
}
