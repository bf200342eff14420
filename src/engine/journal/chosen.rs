//! Small things on the shelf: choices, which exist once and have a default for whoever chose nothing, and things of which there are a few.

use domain::record::{self, Read, Stored};
use sync::{Change, RecordId, RecordState};

use super::id::shelf_id;
use super::write::Draft;
use crate::{Clock, Home, Ids, Journal, SaveError, Undo};

impl<H, W> Journal<H, W> {
    /// The choices as saved; the defaults where nothing was saved or what was saved is newer or damaged. From memory.
    pub(crate) fn chosen<T: Stored + Default>(&self) -> T {
        let versions = self.inside.borrow().known_on_shelf(shelf_id(T::KIND.number()));
        let choices = versions.and_then(|versions| match versions.state() {
            RecordState::Live(body) => record::read(body).known(),
            RecordState::Deleted { .. } | RecordState::Erased => None,
        });
        choices.unwrap_or_default()
    }
}

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Changes one choice.
    ///
    /// # Errors
    /// What `change` refuses; otherwise as any save. The choices are as they were.
    pub(crate) async fn choose<T: Stored + Default, E: From<SaveError>>(
        &self,
        change: impl Fn(T) -> Result<T, E>,
    ) -> Result<Undo, E> {
        let id = shelf_id(T::KIND.number());
        self.write_each(&[id], |known, _| {
            let versions = known.first().and_then(Option::as_ref);
            let body = versions.and_then(|versions| versions.last_body()).unwrap_or_default();
            // Choices of a newer version would lose what this one does not know.
            if matches!(record::read::<T>(body), Read::Newer(_)) {
                return Err(SaveError::Gone.into());
            }
            let before: T = record::read(body).known().unwrap_or_default();
            let put_back = record::encode(&before).map_err(SaveError::from)?;
            let after = record::encode(&change(before)?).map_err(SaveError::from)?;
            let draft = match versions {
                Some(versions) => Draft::on(id, versions, Change::Put(after)),
                None => Draft::new(id, T::KIND.number(), after),
            };
            Ok((vec![draft], Undo::PutBack(id, put_back)))
        })
        .await
    }

    /// Saves one of a few: a new one, if there is `room` for it, or another in the place of one that is there.
    ///
    /// # Errors
    /// What `room` says, [`SaveError::Gone`] when the one to be replaced is not there any more; then nothing was saved.
    pub(crate) async fn save_on_shelf<T: Stored>(
        &self,
        id: RecordId,
        is_there: bool,
        value: &T,
        room: impl Fn() -> Result<(), SaveError>,
    ) -> Result<Undo, SaveError> {
        let body = record::encode(value)?;
        self.write_each(&[id], |known, _| match known.first().and_then(Option::as_ref) {
            Some(versions) if is_there => match versions.state() {
                RecordState::Live(before) => {
                    let undo = Undo::PutBack(id, before.to_vec());
                    Ok((vec![Draft::on(id, versions, Change::Put(body.clone()))], undo))
                }
                RecordState::Deleted { .. } | RecordState::Erased => Err(SaveError::Gone),
            },
            None if is_there => Err(SaveError::Gone),
            Some(_) | None => {
                room()?;
                Ok((vec![Draft::new(id, T::KIND.number(), body.clone())], Undo::Remove(id)))
            }
        })
        .await
    }
}
