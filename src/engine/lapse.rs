//! What can be done with a lapse: told with one tap, and changed or taken back as easily. Deleting it is deleting any entry.

use chrono::NaiveDate;
use domain::record::{self, Kind};
use domain::{EditError, Lapse, LapseEdit};
use sync::{Change, RecordId, RecordState};

use crate::journal::id::make_record_id;
use crate::journal::write::Draft;
use crate::{Clock, Home, Ids, Journal, SaveError, Undo};

/// A lapse as it was just saved, and what would take that back.
#[derive(Debug, Clone, PartialEq)]
pub struct LapseTold {
    pub id: RecordId,
    pub lapse: Lapse,
    pub undo: Undo,
}

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Saves that something was used: just now, or on a day.
    ///
    /// # Errors
    /// [`SaveError::Edit`] for a day that has not come yet, otherwise [`SaveError`]; then nothing was saved.
    pub async fn tell_lapse(&self, day: Option<NaiveDate>) -> Result<LapseTold, SaveError> {
        let now = self.now();
        let lapse = match day {
            None => Lapse::just_now(&now),
            Some(day) => Lapse::on_day(day, &now).map_err(EditError::from)?,
        };
        let body = record::encode(&lapse)?;
        let id = self
            .write_new(|born| {
                let id = make_record_id(born, self.random());
                (Draft::new(id, Kind::Lapse.number(), body.clone()), id)
            })
            .await?;
        Ok(LapseTold { id, lapse, undo: Undo::Remove(id) })
    }

    /// Makes one change to a lapse as it is now, which may be newer than what the screen showed.
    ///
    /// # Errors
    /// [`SaveError::Edit`] for a time that has not come, [`SaveError::Gone`] when the entry was deleted meanwhile or is from a newer
    /// version; then nothing was saved.
    pub async fn edit_lapse(&self, id: RecordId, edit: LapseEdit) -> Result<LapseTold, SaveError> {
        let now = self.now();
        self.write_on(id, |versions, _| {
            let RecordState::Live(body) = versions.state() else { return Err(SaveError::Gone) };
            let lapse: Lapse = record::read(body).known().ok_or(SaveError::Gone)?;
            let lapse = lapse.apply(edit.clone(), &now).map_err(EditError::from)?;
            let undo = Undo::PutBack(id, body.to_vec());
            let body = record::encode(&lapse)?;
            Ok((Draft::on(id, versions, Change::Put(body)), LapseTold { id, lapse, undo }))
        })
        .await
    }
}
