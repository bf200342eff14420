//! Changing somebody.

use domain::record;
use domain::{PersonEdit, PersonId};
use sync::Change;

use super::{PersonSaved, read, record_of};
use crate::journal::write::Draft;
use crate::{Clock, Home, Ids, Journal, PeopleError, SaveError, Undo};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Makes several changes in one go, all or none, to somebody as they are now, which may be newer than what the screen showed.
    ///
    /// # Errors
    /// [`PeopleError::Person`] when a change is refused, [`SaveError::Gone`] when they were deleted meanwhile or are from a newer
    /// version; then nothing was saved.
    pub async fn edit_person(&self, id: PersonId, edits: Vec<PersonEdit>) -> Result<PersonSaved, PeopleError> {
        let record = record_of(id);
        self.write_each(&[record], |known, _| {
            let versions = known.first().and_then(Option::as_ref).ok_or(SaveError::Gone)?;
            let (person, before) = read(versions)?;
            let person = edits.iter().cloned().try_fold(person, |person, edit| person.apply(edit))?;
            let undo = Undo::PutBack(record, before.to_vec());
            let draft = Draft::on(record, versions, Change::Put(record::encode(&person)?));
            Ok((vec![draft], PersonSaved { id, person, undo }))
        })
        .await
    }
}
