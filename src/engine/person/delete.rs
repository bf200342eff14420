//! Deleting somebody, with their picture.

use domain::PersonId;
use sync::{Change, RecordId, RecordState};

use super::{read, record_of};
use crate::journal::write::Draft;
use crate::{Clock, Home, Ids, Journal, SaveError, Undo};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Deletes somebody; they can be brought back for thirty days. Help now shows them no more from this moment on.
    ///
    /// # Errors
    /// [`SaveError::Gone`] when there is nobody by that id.
    pub async fn delete_person(&self, id: PersonId) -> Result<Undo, SaveError> {
        let record = record_of(id);
        let photo = self.people().into_iter().find(|(there, _)| *there == id).and_then(|(_, person)| person.photo());
        let mut ids = vec![record];
        ids.extend(photo.map(|photo| RecordId::from_bytes(photo.bytes())));
        self.write_each(&ids, |known, _| {
            let versions = known.first().and_then(Option::as_ref).ok_or(SaveError::Gone)?;
            read(versions)?;
            let (mut drafts, mut undo) = (Vec::new(), Vec::new());
            for (id, versions) in ids.iter().zip(known) {
                if let Some(versions) = versions.as_ref().filter(|there| matches!(there.state(), RecordState::Live(_)))
                {
                    drafts.push(Draft::on(*id, versions, Change::Delete));
                    undo.push(Undo::Restore(*id));
                }
            }
            Ok::<_, SaveError>((drafts, Undo::All(undo)))
        })
        .await
    }
}
