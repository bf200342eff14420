//! Finding one record, whether it is in the tail, in a leaf, or in both.

use std::rc::Rc;

use storage::{Area, Wanted};
use sync::{RecordId, RecordState, Versions};

use super::Journal;
use super::directory::SHELF;
use super::entry::{Entry, EntryKey, Version, What};
use super::leaf::Leaf;
use super::load::open_leaf;
use super::rows::leaf_key;
use crate::{Clock, Home, Ids, ReadError};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// A leaf, from memory or from its row. `Unreadable` when the row is damaged, newer or gone.
    pub(crate) async fn leaf(&self, leaf: u32) -> Result<Rc<Leaf>, ReadError> {
        if let Some(known) = self.inside.borrow().leaf(leaf) {
            return Ok(known);
        }
        let rows = self.home.read(&[Wanted::One { area: Area::Leaves, key: leaf_key(leaf) }]).await?;
        let row = rows.into_iter().flatten().next().ok_or(ReadError::Unreadable)?;
        let content = Rc::new(open_leaf(&self.key, leaf, &row.bytes).ok_or(ReadError::Unreadable)?);
        self.inside.borrow_mut().keep(leaf, Rc::clone(&content));
        Ok(content)
    }

    /// Everything known of a record. A record in a damaged leaf is still found when the tail has a whole version of it.
    pub(crate) async fn find(&self, id: RecordId) -> Result<Versions, ReadError> {
        let (leaf, in_tail) = {
            let inside = self.inside.borrow();
            (inside.directory.leaf_of(id), inside.tail.records.get(&id).cloned())
        };
        let in_leaf = match leaf {
            Some(leaf) => match self.leaf(leaf).await {
                Ok(content) => content.records.get(&id).cloned(),
                Err(error) if in_tail.as_ref().and_then(Versions::last_body).is_none() => return Err(error),
                Err(_) => None,
            },
            None => None,
        };
        match (in_leaf, in_tail) {
            (Some(mut versions), Some(newer)) => {
                versions.merge(newer);
                Ok(versions)
            }
            (Some(versions), None) | (None, Some(versions)) => Ok(versions),
            (None, None) => Err(ReadError::Gone),
        }
    }

    /// One live entry.
    ///
    /// # Errors
    /// [`ReadError::Gone`] when it was deleted or never was.
    pub async fn entry(&self, id: RecordId) -> Result<Entry, ReadError> {
        let versions = self.find(id).await?;
        match versions.state() {
            RecordState::Live(body) => Entry::of(id, body, What::of).ok_or(ReadError::Gone),
            RecordState::Deleted { .. } | RecordState::Erased => Err(ReadError::Gone),
        }
    }

    /// The same for whatever is in the log.
    ///
    /// # Errors
    /// [`ReadError::Gone`] when it was deleted or never was.
    pub async fn entry_of_any(&self, id: RecordId) -> Result<Entry, ReadError> {
        match self.find(id).await?.state() {
            RecordState::Live(body) => Entry::of(id, body, What::of_any).ok_or(ReadError::Gone),
            RecordState::Deleted { .. } | RecordState::Erased => Err(ReadError::Gone),
        }
    }

    /// The id behind a route's key: at once for recent entries, by going through the leaves for an old address.
    ///
    /// # Errors
    /// [`ReadError::Gone`] when no entry has this key.
    pub async fn locate(&self, key: EntryKey) -> Result<RecordId, ReadError> {
        let leaves: Vec<u32> = {
            let inside = self.inside.borrow();
            if let Some(id) = inside.tail.records.keys().find(|id| EntryKey::of(**id) == key) {
                return Ok(*id);
            }
            inside.directory.leaves.iter().rev().map(|entry| entry.leaf).filter(|leaf| *leaf != SHELF).collect()
        };
        for leaf in leaves {
            match self.leaf(leaf).await {
                Ok(content) => {
                    if let Some(id) = content.records.keys().find(|id| EntryKey::of(**id) == key) {
                        return Ok(*id);
                    }
                }
                // A damaged leaf does not keep the others from being searched.
                Err(ReadError::Unreadable | ReadError::Gone) => {}
                Err(ReadError::Store(error)) => return Err(ReadError::Store(error)),
            }
        }
        Err(ReadError::Gone)
    }

    /// All versions of an entry, the newest first, the present one included.
    ///
    /// # Errors
    /// [`ReadError`] when the entry cannot be found.
    pub async fn versions(&self, id: RecordId) -> Result<Vec<Version>, ReadError> {
        let versions = self.find(id).await?;
        let told = versions.history().map(|version| {
            let what = match &version.change {
                sync::Change::Put(body) if !body.is_empty() => What::of(body),
                // Once an entry is erased for good its versions are empty.
                sync::Change::Put(_) | sync::Change::Delete | sync::Change::Erase => None,
            };
            Version { saved_utc_ms: version.stamp.clock.utc_ms(), what }
        });
        Ok(told.collect())
    }
}
