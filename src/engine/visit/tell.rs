//! Telling one thing about an occurrence: whether one was there, an answer to a prompt, homework.

use domain::record::{self, Kind};
use domain::week::Occurrence;
use domain::{Visit, VisitEdit, VisitKey};
use sync::{Change, RecordState};

use super::{Told, read};
use crate::journal::id::visit_id;
use crate::journal::write::Draft;
use crate::{Clock, Home, Ids, Journal, SaveError, Undo, WeekError};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Makes one change to a visit that is there already, by the name of its occurrence: homework is ticked weeks later, when the
    /// session may be gone.
    ///
    /// # Errors
    /// As [`Journal::tell`], and [`SaveError::Gone`] when nothing was told yet.
    pub async fn change_visit(&self, key: &VisitKey, edit: VisitEdit) -> Result<Told, WeekError> {
        let record = visit_id(key);
        self.write_each(&[record], |known, _| {
            let versions = known.first().and_then(Option::as_ref).ok_or(SaveError::Gone)?;
            let RecordState::Live(body) = versions.state() else { return Err(SaveError::Gone.into()) };
            let visit = read(body).filter(|visit| visit.key() == key).ok_or(SaveError::Gone)?.apply(edit.clone())?;
            let undo = Undo::PutBack(record, body.to_vec());
            let body = record::encode(&visit)?;
            Ok((vec![Draft::on(record, versions, Change::Put(body))], Told { visit, undo }))
        })
        .await
    }

    /// Makes one change to the visit of an occurrence as it is now; the first one begins it. Two tabs that tell about the same
    /// occurrence change the same visit.
    ///
    /// # Errors
    /// [`WeekError::Plan`] when the change makes no sense, [`SaveError::Gone`] when the visit is from a newer version or damaged;
    /// then nothing was saved.
    pub async fn tell(&self, occurrence: &Occurrence, edit: VisitEdit) -> Result<Told, WeekError> {
        let record = visit_id(&occurrence.key);
        self.write_each(&[record], |known, _| {
            let versions = known.first().and_then(Option::as_ref);
            let begun = Visit::new(occurrence.key.clone(), occurrence.at());
            let before = match versions.map(|versions| versions.state()) {
                Some(RecordState::Live(body)) => {
                    read(body).filter(|visit| *visit.key() == occurrence.key).ok_or(SaveError::Gone)?
                }
                Some(RecordState::Deleted { .. }) | None => begun.clone(),
                Some(RecordState::Erased) => return Err(SaveError::Gone.into()),
            };
            let visit = before.apply(edit.clone())?.moved_to(occurrence.at());
            let body = record::encode(&visit)?;
            let draft = match versions {
                Some(versions) => Draft::on(record, versions, Change::Put(body)),
                None => Draft::new(record, Kind::Visit.number(), body),
            };
            // Back to a visit that says nothing, and not to none: a record that is deleted is erased one day, and an erased one
            // could never be told about again.
            let undo = Undo::PutBack(record, record::encode(&before)?);
            Ok((vec![draft], Told { visit, undo }))
        })
        .await
    }
}
