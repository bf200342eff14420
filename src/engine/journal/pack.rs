//! Packing: when the tail has grown long, its older operations move into leaves, so that opening never reads more than a few
//! hundred rows. It changes where things are, never what they say: rows that cannot be read stay where they are.

use std::rc::Rc;

use storage::{Area, Batch, Change, StoreError};
use sync::{DeviceId, RecordId, Versions};
use vault::Purpose;

use super::Journal;
use super::directory::{Directory, LeafEntry, SHELF};
use super::id::first_after_shelf;
use super::leaf::Leaf;
use super::rows::{DIRECTORY, leaf_key, seal_row, sealed_bytes};
use super::tail::TailRow;
use crate::sorted::Sorted;
use crate::{Clock, Home, Ids, ReadError, SaveError};

/// A tail longer than this is packed.
pub(crate) const PACK_AT: usize = 192;
/// What stays in the tail: the newest operations are the ones most likely to be changed again.
const KEEP: usize = 48;

/// The leaves a packing rewrites, and the directory that goes with them.
pub(super) struct Plan {
    pub leaves: Vec<(u32, Leaf)>,
    pub directory: Directory,
    /// The rows of the tail that are now in the leaves.
    pub rows: Vec<Vec<u8>>,
}

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// Packs the tail when it is long; does nothing otherwise. Says whether it did. Safe in any tab at any time: when another one
    /// packs at the same moment, one of the two batches is refused and nothing happens.
    ///
    /// # Errors
    /// [`SaveError`]; then everything is as it was.
    pub async fn pack(&self) -> Result<bool, SaveError> {
        let _turn = self.turn.lock().await;
        if self.inside.borrow().tail_len() <= PACK_AT {
            return Ok(false);
        }
        let rows = oldest(&self.inside.borrow().tail.rows);
        self.pack_rows(rows).await
    }

    /// Packs these rows of the tail. The caller holds the turn.
    pub(crate) async fn pack_rows(&self, rows: Vec<(Vec<u8>, RecordId)>) -> Result<bool, SaveError> {
        let plan = self.plan(rows).await?;
        let packed = match self.carry_out(plan).await {
            Ok(()) => true,
            Err(SaveError::Store(StoreError::Conflict)) => false,
            Err(error) => return Err(error),
        };
        self.catch_up().await?;
        Ok(packed)
    }

    /// Merges rows of the tail into the leaves they belong to.
    async fn plan(&self, mut packed: Vec<(Vec<u8>, RecordId)>) -> Result<Plan, SaveError> {
        let mut directory = self.inside.borrow().directory.clone();
        let mut rows = Vec::new();
        let mut leaves: Sorted<u32, Option<Leaf>> = Sorted::new();
        // In the order of birth: a new leaf begins with the first record that goes into it.
        packed.sort_unstable_by_key(|(_, record)| *record);
        for (row, record) in packed {
            let number = self.leaf_for(&mut directory, record).await?;
            if leaves.get(&number).is_none() {
                leaves.insert(number, self.leaf_to_change(number, &directory).await?);
            }
            let leaf = leaves.get_mut(&number).and_then(Option::as_mut);
            if let (Some(leaf), Some(versions)) = (leaf, self.in_tail(record)) {
                leaf.merge(record, versions);
                rows.push(row);
            }
        }
        let leaves = leaves.into_iter().filter_map(|(number, leaf)| Some((number, leaf?))).collect();
        Ok(summarise(leaves, directory, rows))
    }

    /// The leaf a record belongs to. A new one is begun when there is none yet, or when the newest one is damaged.
    async fn leaf_for(&self, directory: &mut Directory, record: RecordId) -> Result<u32, SaveError> {
        let known = directory.leaf_of(record);
        let newest = directory.newest().map(|entry| entry.leaf);
        match known {
            Some(leaf) if Some(leaf) != newest || self.is_readable(leaf, directory).await? => Ok(leaf),
            Some(_) | None => {
                let first = if newest.is_none() { first_after_shelf() } else { record };
                let number = directory.free_number();
                directory.put(LeafEntry::new(number, first));
                Ok(number)
            }
        }
    }

    async fn is_readable(&self, leaf: u32, directory: &Directory) -> Result<bool, SaveError> {
        Ok(self.leaf_to_change(leaf, directory).await?.is_some())
    }

    /// A leaf to add to: empty when it was only just begun, `None` when its row is damaged and must be left alone.
    pub(super) async fn leaf_to_change(&self, number: u32, directory: &Directory) -> Result<Option<Leaf>, SaveError> {
        let begun =
            directory.leaves.iter().any(|e| e.leaf == number && e.live == 0 && e.deleted == 0 && e.days.is_none());
        match self.leaf(number).await {
            Ok(content) => Ok(Some(content.as_ref().clone())),
            Err(ReadError::Store(error)) => Err(SaveError::Store(error)),
            Err(ReadError::Gone | ReadError::Unreadable) => Ok(begun.then(Leaf::default)),
        }
    }

    fn in_tail(&self, record: RecordId) -> Option<Versions> {
        self.inside.borrow().tail.records.get(&record).cloned()
    }

    /// One batch: the leaves, the directory, and the rows that are now in them.
    async fn carry_out(&self, plan: Plan) -> Result<(), SaveError> {
        if plan.rows.is_empty() {
            return Ok(());
        }
        let (device, expected) = {
            let inside = self.inside.borrow();
            (inside.head.device, inside.directory_row.clone())
        };
        let mut batch = Batch::strict().expecting(Area::Meta, DIRECTORY, expected);
        batch.changes.extend(self.seal_plan(&plan, device)?.1);
        self.home.commit(batch).await?;
        for (number, leaf) in plan.leaves {
            self.inside.borrow_mut().keep(number, Rc::new(leaf));
        }
        Ok(())
    }

    /// The directory's new row, and the changes that carry the plan out, that row among them.
    pub(super) fn seal_plan(&self, plan: &Plan, device: DeviceId) -> Result<(Vec<u8>, Vec<Change>), SaveError> {
        let mut changes = Vec::new();
        for (number, leaf) in &plan.leaves {
            let row = leaf_key(*number);
            let change = seal_row(&self.key, device, Area::Leaves, Purpose::Leaf, &row, &leaf.encode());
            changes.push(change.map_err(|_| SaveError::Sealing)?);
        }
        let directory = plan.directory.encode();
        let change = seal_row(&self.key, device, Area::Meta, Purpose::Directory, DIRECTORY, &directory);
        let change = change.map_err(|_| SaveError::Sealing)?;
        let row = sealed_bytes(&change);
        changes.push(change);
        changes.extend(plan.rows.iter().map(|row| Change::Delete { area: Area::Tail, key: row.clone() }));
        Ok((row, changes))
    }
}

/// The readable rows that are to be packed: all but the newest.
fn oldest(rows: &Sorted<Vec<u8>, TailRow>) -> Vec<(Vec<u8>, RecordId)> {
    let mut readable: Vec<_> = rows
        .iter()
        .filter_map(|(key, row)| match row {
            TailRow::Read { record, stamp } => Some((*stamp, key.clone(), *record)),
            TailRow::Unreadable => None,
        })
        .collect();
    readable.sort_unstable_by_key(|(stamp, ..)| *stamp);
    let count = readable.len().saturating_sub(KEEP);
    readable.into_iter().take(count).map(|(_, key, record)| (key, record)).collect()
}

/// Splits what has grown too large and writes down what each leaf holds.
pub(super) fn summarise(leaves: Vec<(u32, Leaf)>, mut directory: Directory, rows: Vec<Vec<u8>>) -> Plan {
    let mut changed = Vec::new();
    for (number, mut leaf) in leaves {
        let first = directory.leaves.iter().find(|entry| entry.leaf == number).map(|entry| entry.first);
        let first = first.unwrap_or_else(first_after_shelf);
        let rest = if number == SHELF { Vec::new() } else { leaf.split() };
        directory.put(leaf.summary(number, first));
        changed.push((number, leaf));
        for part in rest {
            let Some(first) = part.records.keys().next().copied() else { continue };
            let number = directory.free_number();
            directory.put(part.summary(number, first));
            changed.push((number, part));
        }
    }
    Plan { leaves: changed, directory, rows }
}
