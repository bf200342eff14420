//! Bringing back what was deleted, and erasing it before its thirty days are over.

use sync::{Change, RecordId, RecordState, Versions};

use super::list::with_it;
use crate::journal::write::Draft;
use crate::{Clock, Home, Ids, Journal, SaveError};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Brings back what was deleted as it was; a program with the sessions that went with it, in one batch.
    ///
    /// # Errors
    /// [`SaveError::Gone`] when its bytes were taken away for good; then nothing was saved.
    pub async fn bring_back(&self, id: RecordId) -> Result<(), SaveError> {
        let ids = self.with_its_sessions(id).await?;
        self.write_each(&ids, |known, _| {
            let mut drafts = Vec::new();
            for (id, versions) in ids.iter().zip(known) {
                drafts.extend(versions.as_ref().and_then(|versions| back(*id, versions)));
            }
            if drafts.is_empty() { Err(SaveError::Gone) } else { Ok((drafts, ())) }
        })
        .await
    }

    /// Erases what was deleted for good; a program with the sessions that went with it. They go first, so that what is left after a
    /// failure is still in the list.
    ///
    /// # Errors
    /// [`SaveError`]; what was not erased yet can still be brought back.
    pub async fn erase_deleted(&self, id: RecordId) -> Result<(), SaveError> {
        for id in self.with_its_sessions(id).await?.into_iter().rev() {
            self.erase(id).await?;
        }
        Ok(())
    }

    /// The record, and behind it those that were deleted along with it.
    async fn with_its_sessions(&self, id: RecordId) -> Result<Vec<RecordId>, SaveError> {
        let all = self.deleted_records().await.map_err(SaveError::Store)?;
        Ok(std::iter::once(id).chain(with_it(id, &all)).collect())
    }
}

fn back(id: RecordId, versions: &Versions) -> Option<Draft> {
    let body = match versions.state() {
        RecordState::Deleted { .. } => versions.last_body()?.to_vec(),
        RecordState::Live(_) | RecordState::Erased => return None,
    };
    Some(Draft::on(id, versions, Change::Put(body)))
}
