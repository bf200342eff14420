//! Taking the last thing back. Undo is a new version like any other, so nothing is lost by it either.

use sync::{Change, RecordId, RecordState};

use super::Journal;
use super::write::Draft;
use crate::{Clock, Home, Ids, SaveError};

/// What would take a command back.
#[derive(Clone, PartialEq, Eq)]
pub enum Undo {
    /// Take back an entry that was just made. It stays among the deleted ones for thirty days.
    Remove(RecordId),
    /// Bring back an entry that was just deleted.
    Restore(RecordId),
    /// Give an entry back the body it had.
    PutBack(RecordId, Vec<u8>),
}

impl std::fmt::Debug for Undo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Remove(id) => write!(f, "Remove({id:?})"),
            Self::Restore(id) => write!(f, "Restore({id:?})"),
            Self::PutBack(id, _) => write!(f, "PutBack({id:?}, body)"),
        }
    }
}

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Takes back what `undo` came from.
    ///
    /// # Errors
    /// [`SaveError`]; then everything is as it was before.
    pub async fn undo(&self, undo: Undo) -> Result<(), SaveError> {
        match undo {
            Undo::Remove(id) => self.remove(id).await,
            Undo::Restore(id) => self.restore(id).await,
            Undo::PutBack(id, body) => {
                self.write_on(id, |versions, _| Ok(Draft::on(id, versions, Change::Put(body.clone())))).await
            }
        }
    }

    /// Deletes an entry; it can be brought back for thirty days.
    ///
    /// # Errors
    /// [`SaveError::Gone`] when there is no such live entry.
    pub async fn delete(&self, id: RecordId) -> Result<Undo, SaveError> {
        self.remove(id).await?;
        Ok(Undo::Restore(id))
    }

    /// Brings a deleted entry back as it was.
    ///
    /// # Errors
    /// [`SaveError::Gone`] when its bytes were taken away for good.
    pub async fn restore(&self, id: RecordId) -> Result<(), SaveError> {
        self.write_on(id, |versions, _| {
            let body = versions.last_body().ok_or(SaveError::Gone)?.to_vec();
            Ok(Draft::on(id, versions, Change::Put(body)))
        })
        .await
    }

    async fn remove(&self, id: RecordId) -> Result<(), SaveError> {
        self.write_on(id, |versions, _| match versions.state() {
            RecordState::Live(_) => Ok(Draft::on(id, versions, Change::Delete)),
            RecordState::Deleted { .. } | RecordState::Erased => Err(SaveError::Gone),
        })
        .await
    }
}
