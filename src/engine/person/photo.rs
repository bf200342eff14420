//! The picture of somebody: a record of its own, so that opening the journal does not read it.

use domain::record::{self, Kind};
use domain::{PersonEdit, PersonId, Photo, PhotoId};
use storage::StoreError;
use sync::{Change, RecordId, RecordState};

use super::{PersonSaved, read, record_of};
use crate::journal::id::make_record_id;
use crate::journal::write::Draft;
use crate::{Clock, Home, Ids, Journal, PeopleError, SaveError, Undo};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Gives somebody a picture, or none. The one they had is deleted, and comes back with Undo.
    ///
    /// # Errors
    /// As [`Journal::edit_person`].
    pub async fn set_photo(&self, id: PersonId, photo: Option<Photo>) -> Result<PersonSaved, PeopleError> {
        let body = photo.map(|photo| record::encode(&photo)).transpose()?;
        let old = self.people().into_iter().find(|(there, _)| *there == id).and_then(|(_, person)| person.photo());
        let old = old.map(|old| RecordId::from_bytes(old.bytes()));
        let random = self.random();
        let ids: Vec<RecordId> = [record_of(id)].into_iter().chain(old).collect();
        self.write_each(&ids, |known, born| {
            let record = record_of(id);
            let mut known = known.iter();
            let versions = known.next().and_then(Option::as_ref).ok_or(SaveError::Gone)?;
            let (person, before) = read(versions)?;
            let (mut drafts, mut undo) = (Vec::new(), vec![Undo::PutBack(record, before.to_vec())]);
            let new = body.as_ref().map(|body| {
                let new = make_record_id(born, random);
                drafts.push(Draft::new(new, Kind::Photo.number(), body.clone()));
                undo.push(Undo::Remove(new));
                PhotoId::from_bytes(new.bytes())
            });
            let person = person.apply(PersonEdit::SetPhoto(new))?;
            drafts.push(Draft::on(record, versions, Change::Put(record::encode(&person)?)));
            let old = old.zip(known.next().and_then(Option::as_ref));
            if let Some((old, there)) = old.filter(|(_, there)| matches!(there.state(), RecordState::Live(_))) {
                drafts.push(Draft::on(old, there, Change::Delete));
                undo.push(Undo::Restore(old));
            }
            Ok((drafts, PersonSaved { id, person, undo: Undo::All(undo) }))
        })
        .await
    }

    /// A picture. `None` when it is gone or cannot be read.
    ///
    /// # Errors
    /// Only when the home does not answer.
    pub async fn photo(&self, id: PhotoId) -> Result<Option<Photo>, StoreError> {
        self.said_now(RecordId::from_bytes(id.bytes())).await
    }
}
