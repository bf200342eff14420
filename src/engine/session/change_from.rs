//! Changing a session from one date on: what was before stays as it was, with all that was told about it.

use chrono::NaiveDate;
use domain::record::{self, Kind};
use domain::{SeriesId, SessionEdit};
use sync::Change;

use super::{SessionSaved, read, record_of};
use crate::journal::id::make_shelf_half;
use crate::journal::write::Draft;
use crate::{Clock, Home, Ids, Journal, SaveError, Undo, WeekError};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Makes changes to a session from `date` on, on which it is planned: the session ends the day before, and a new one begins on
    /// that date with the changes. Both in one batch; what is returned is the new one. From its first date on, the session itself is changed.
    ///
    /// What was already told about dates from then on stays with the session that ended.
    ///
    /// # Errors
    /// [`WeekError::Plan`] when the session is not on that date or a change makes no sense, [`SaveError::Gone`] when it was
    /// deleted meanwhile; then nothing was saved.
    pub async fn change_session_from(
        &self,
        id: SeriesId,
        date: NaiveDate,
        edits: Vec<SessionEdit>,
    ) -> Result<SessionSaved, WeekError> {
        let timetable = self.timetable();
        let known = timetable.sessions.iter().find(|(there, _)| *there == id).ok_or(SaveError::Gone)?;
        if timetable.dates_of(&known.1).is_some_and(|(first, _)| first == date) {
            return self.edit_session_all(id, edits).await;
        }
        let record = record_of(id);
        let next = SeriesId::from_bytes(make_shelf_half(self.random()));
        self.write_each(&[record], |known, _| {
            let versions = known.first().and_then(Option::as_ref).ok_or(SaveError::Gone)?;
            let (session, body) = read(versions)?;
            self.check_room(1)?;
            let (before, after) = self.timetable().split(&session, date)?;
            let after = edits.iter().cloned().try_fold(after, |after, edit| after.apply(edit))?;
            let ended = record::encode(&before)?;
            let begun = record::encode(&after)?;
            let drafts = vec![
                Draft::on(record, versions, Change::Put(ended)),
                Draft::new(record_of(next), Kind::Session.number(), begun),
            ];
            let undo = Undo::All(vec![Undo::PutBack(record, body.to_vec()), Undo::Remove(record_of(next))]);
            Ok((drafts, SessionSaved { id: next, session: after, undo }))
        })
        .await
    }
}
