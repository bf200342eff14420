//! Deleting somebody, with their picture.

use domain::PersonId;
use sync::RecordId;

use super::record_of;
use crate::{Clock, Home, Ids, Journal, SaveError, Undo};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Deletes somebody; they can be brought back for thirty days. Help now shows them no more from this moment on.
    ///
    /// # Errors
    /// [`SaveError::Gone`] when there is nobody by that id.
    pub async fn delete_person(&self, id: PersonId) -> Result<Undo, SaveError> {
        let photo = self.people().into_iter().find(|(there, _)| *there == id).and_then(|(_, person)| person.photo());
        let mut ids = vec![record_of(id)];
        ids.extend(photo.map(|photo| RecordId::from_bytes(photo.bytes())));
        self.delete_together(&ids).await
    }
}
