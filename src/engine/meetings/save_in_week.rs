//! Saving a meeting into the week: it becomes a session like any other.

use domain::record::{self, Kind};
use domain::{SeriesId, Session};
use sync::{Change, RecordId, RecordState, Versions};

use crate::journal::id::shelf_record;
use crate::journal::write::Draft;
use crate::session::SessionSaved;
use crate::{Clock, Home, Ids, Journal, SaveError, Undo, WeekError};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Saves a meeting as the first of these sessions whose name is not used up; they are made of the meeting's own name
    /// ([`MeetingKey::series`](domain::meeting::MeetingKey::series)), so saved twice it is one session. One that is there is given the
    /// meeting's times and places as they are now; what was told about its dates stays.
    ///
    /// # Errors
    /// [`WeekError`]; then nothing was saved.
    pub async fn save_meeting(&self, ids: &[SeriesId], session: Session) -> Result<SessionSaved, WeekError> {
        let records: Vec<RecordId> = ids.iter().map(|id| shelf_record(id.bytes())).collect();
        self.write_each(&records, |known, _| {
            let body = record::encode(&session)?;
            let is_free = |versions: &Option<Versions>| {
                !versions.as_ref().is_some_and(|versions| matches!(versions.state(), RecordState::Erased))
            };
            let place = known.iter().position(is_free).ok_or(SaveError::Gone)?;
            let (Some(id), Some(record)) = (ids.get(place).copied(), records.get(place).copied()) else {
                return Err(SaveError::Gone.into());
            };
            let versions = known.get(place).and_then(Option::as_ref);
            let (draft, undo) = match versions.map(|versions| (versions, versions.state())) {
                Some((versions, RecordState::Live(before))) => {
                    (Draft::on(record, versions, Change::Put(body)), Undo::PutBack(record, before.to_vec()))
                }
                Some((versions, RecordState::Deleted { .. })) => {
                    self.check_room(1)?;
                    (Draft::on(record, versions, Change::Put(body)), Undo::Remove(record))
                }
                Some((_, RecordState::Erased)) => return Err(SaveError::Gone.into()),
                None => {
                    self.check_room(1)?;
                    (Draft::new(record, Kind::Session.number(), body), Undo::Remove(record))
                }
            };
            Ok((vec![draft], SessionSaved { id, session: session.clone(), undo }))
        })
        .await
    }
}
