//! How much there is to keep, for a screen: told without opening more than the newest leaves.

use std::cmp::Ordering;

use domain::record::Kind;
use storage::{Area, StoreError, Wanted};
use sync::{RecordId, RecordState, Versions};

use crate::journal::directory::LeafEntry;
use crate::journal::rows::{leaf_key, pages_of};
use crate::{Clock, Home, Ids, Journal, ReadError};

/// So many rows are held at a time while their lengths are added up.
const ROWS_AT_ONCE: usize = 16;

/// How much there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BackupSummary {
    /// Records that are there or can be brought back: entries, sessions, people, settings, whatever else. Those of rows that cannot be
    /// read are among them.
    pub records: u64,
    /// What all of it takes up on this device, sealed, in bytes. A backup is about as long.
    pub bytes: u64,
}

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// How much a backup would hold. Reads every row once, a few at a time, and opens nearly none.
    ///
    /// # Errors
    /// Only when the home does not answer.
    pub async fn backup_summary(&self) -> Result<BackupSummary, StoreError> {
        let (leaves, tail) = {
            let inside = self.inside.borrow();
            let tail: Vec<RecordId> = inside.tail.records.keys().copied().collect();
            (inside.directory.leaves.clone(), tail)
        };
        let count = |entry: &LeafEntry| u64::from(entry.live).saturating_add(u64::from(entry.deleted));
        let mut records = leaves.iter().map(count).fold(0, u64::saturating_add);
        for id in tail {
            records = match self.counted(id).await? {
                Ordering::Greater => records.saturating_add(1),
                Ordering::Equal => records,
                Ordering::Less => records.saturating_sub(1),
            };
        }
        let lists = self.inside.borrow().on_shelf(Kind::MeetingList.number());
        let pages = lists.iter().map(|(list, _)| {
            let (from, to) = pages_of(*list);
            Wanted::Range { area: Area::Leaves, from, to }
        });
        let leaf = |entry: &LeafEntry| Wanted::One { area: Area::Leaves, key: leaf_key(entry.leaf) };
        let mut bytes = self.length_of(&[Wanted::All { area: Area::Tail }]).await?;
        for wanted in leaves.iter().map(leaf).collect::<Vec<_>>().chunks(ROWS_AT_ONCE) {
            bytes = bytes.saturating_add(self.length_of(wanted).await?);
        }
        for wanted in pages {
            bytes = bytes.saturating_add(self.length_of(&[wanted]).await?);
        }
        Ok(BackupSummary { records, bytes })
    }

    /// Whether a record of the tail is one more than its leaf counts, as many, or one less.
    async fn counted(&self, id: RecordId) -> Result<Ordering, StoreError> {
        let is_there = |versions: &Versions| !matches!(versions.state(), RecordState::Erased);
        let leaf = self.inside.borrow().directory.leaf_of(id);
        let in_leaf = match leaf {
            Some(leaf) => match self.leaf(leaf).await {
                Ok(content) => content.records.get(&id).is_some_and(is_there),
                Err(ReadError::Store(error)) => return Err(error),
                Err(ReadError::Gone | ReadError::Unreadable) => false,
            },
            None => false,
        };
        let now = match self.find(id).await {
            Ok(versions) => is_there(&versions),
            Err(ReadError::Store(error)) => return Err(error),
            Err(ReadError::Gone | ReadError::Unreadable) => in_leaf,
        };
        Ok(now.cmp(&in_leaf))
    }

    async fn length_of(&self, wanted: &[Wanted]) -> Result<u64, StoreError> {
        let rows = self.home.read(wanted).await?;
        let length = rows.iter().flatten().map(|row| u64::try_from(row.bytes.len()).unwrap_or(u64::MAX));
        Ok(length.fold(0, u64::saturating_add))
    }
}
