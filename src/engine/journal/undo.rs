//! Taking the last thing back. Undo is a new version like any other, so nothing is lost by it either.

use sync::{Change, RecordId, RecordState, Versions};

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
    /// All of these, at once or not at all. One that another tab was faster with is left out.
    All(Vec<Undo>),
}

impl std::fmt::Debug for Undo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Remove(id) => write!(f, "Remove({id:?})"),
            Self::Restore(id) => write!(f, "Restore({id:?})"),
            Self::PutBack(id, _) => write!(f, "PutBack({id:?}, body)"),
            Self::All(each) => f.debug_tuple("All").field(each).finish(),
        }
    }
}

impl Undo {
    /// The single ones it is made of.
    fn parts(self) -> Vec<Undo> {
        match self {
            Self::All(each) => each.into_iter().flat_map(Undo::parts).collect(),
            Self::Remove(_) | Self::Restore(_) | Self::PutBack(..) => vec![self],
        }
    }

    /// The record of a single one.
    fn record(&self) -> RecordId {
        match self {
            Self::Remove(id) | Self::Restore(id) | Self::PutBack(id, _) => *id,
            // `parts` leaves none of these.
            Self::All(_) => RecordId::from_bytes([0; 16]),
        }
    }

    /// What a single one writes; `None` when there is nothing to take back any more.
    fn draft(&self, versions: &Versions) -> Option<Draft> {
        let change = match self {
            Self::Remove(_) => matches!(versions.state(), RecordState::Live(_)).then_some(Change::Delete)?,
            Self::Restore(_) => Change::Put(versions.last_body()?.to_vec()),
            Self::PutBack(_, body) => Change::Put(body.clone()),
            Self::All(_) => return None,
        };
        Some(Draft::on(self.record(), versions, change))
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
            Undo::All(each) => {
                let each = each.into_iter().flat_map(Undo::parts).collect::<Vec<_>>();
                let ids: Vec<RecordId> = each.iter().map(Undo::record).collect();
                let draft = |(undo, versions): (&Undo, &Option<Versions>)| undo.draft(versions.as_ref()?);
                self.write_each(&ids, |known, _| Ok((each.iter().zip(known).filter_map(draft).collect(), ()))).await
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
