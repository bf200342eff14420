//! Adding a session of the person's own.

use domain::record::{self, Kind};
use domain::{SeriesId, Session};

use super::{SessionSaved, record_of};
use crate::journal::id::make_shelf_half;
use crate::journal::write::Draft;
use crate::{Clock, Home, Ids, Journal, Undo, WeekError};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Saves a new session.
    ///
    /// # Errors
    /// [`WeekError`]; then nothing was saved.
    pub async fn add_session(&self, session: Session) -> Result<SessionSaved, WeekError> {
        let id = SeriesId::from_bytes(make_shelf_half(self.random()));
        let body = record::encode(&session)?;
        let record = record_of(id);
        self.write_each(&[], |_, _| {
            self.check_room(1)?;
            Ok::<_, WeekError>((vec![Draft::new(record, Kind::Session.number(), body.clone())], ()))
        })
        .await?;
        Ok(SessionSaved { id, session, undo: Undo::Remove(record) })
    }
}
