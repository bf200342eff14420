//! The directory: which leaf holds which records and days. It is the summary that keeps opening short: a few dozen bytes for
//! every few hundred records, and nothing of what they say.

use serde::{Deserialize, Serialize};
use sync::RecordId;

use super::id::first_after_shelf;

/// The leaf of records without a day. It is read at every opening, so nothing that grows belongs on it.
pub(crate) const SHELF: u32 = 0;

/// What is known of a leaf without opening it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LeafEntry {
    /// Number of the leaf's row.
    pub leaf: u32,
    /// Records with an id from here on, up to the next leaf's `first`, live in this leaf.
    pub first: RecordId,
    /// The earliest and latest moment (UTC ms) that live records in it are about; `None` when it has none.
    pub days: Option<(i64, i64)>,
    /// How many records in it are live.
    pub live: u32,
    /// How many were deleted and can still be brought back.
    pub deleted: u32,
}

/// All leaves, sorted by `first`. The shelf is always the first of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Directory {
    pub leaves: Vec<LeafEntry>,
    /// Leaves whose rows could not be read when the directory was last rebuilt. Their rows are kept and their numbers not used again.
    pub lost: Vec<u32>,
}

/// Version 1 as stored. Frozen, like the entry below.
#[derive(Serialize, Deserialize)]
struct DirectoryV1 {
    leaves: Vec<LeafEntryV1>,
    lost: Vec<u32>,
}

#[derive(Serialize, Deserialize)]
struct LeafEntryV1 {
    leaf: u32,
    first: [u8; 16],
    days: Option<(i64, i64)>,
    live: u32,
    deleted: u32,
}

/// Goes up only together with `rows::LAYOUT`, so that an older app stops before it takes a newer row for a damaged one.
const VERSION: u8 = 1;

impl Directory {
    /// The directory of an empty journal: only the shelf.
    pub fn empty() -> Self {
        Self { leaves: vec![LeafEntry::new(SHELF, RecordId::from_bytes([0; 16]))], lost: Vec::new() }
    }

    /// Whether no leaf ever held a record, the shelf included.
    pub fn is_empty(&self) -> bool {
        self.lost.is_empty() && self.leaves.iter().all(|entry| entry.live == 0 && entry.deleted == 0)
    }

    /// The leaf in whose range `record` lies; `None` when no leaf has been made for it yet.
    pub fn leaf_of(&self, record: RecordId) -> Option<u32> {
        let on_shelf = record < first_after_shelf();
        let entry = self.leaves.iter().rev().find(|entry| entry.first <= record)?;
        (on_shelf == (entry.leaf == SHELF)).then_some(entry.leaf)
    }

    /// The leaf that takes new records, if there is one besides the shelf.
    pub fn newest(&self) -> Option<&LeafEntry> {
        self.leaves.last().filter(|entry| entry.leaf != SHELF)
    }

    /// A number no leaf has yet.
    pub fn free_number(&self) -> u32 {
        let known = self.leaves.iter().map(|entry| entry.leaf);
        known.chain(self.lost.iter().copied()).max().unwrap_or(SHELF).saturating_add(1)
    }

    /// Adds a leaf or replaces what is known of it, keeping the order.
    pub fn put(&mut self, entry: LeafEntry) {
        self.leaves.retain(|known| known.leaf != entry.leaf);
        let place = self.leaves.partition_point(|known| known.first <= entry.first);
        self.leaves.insert(place, entry);
    }

    /// The leaves with entries about some day at or before `before` (UTC ms; `None` is no bound), the latest days first.
    pub fn latest_first(&self, before: Option<i64>) -> Vec<(u32, i64, i64)> {
        let mut found: Vec<_> = self
            .leaves
            .iter()
            .filter(|entry| entry.leaf != SHELF)
            .filter_map(|entry| entry.days.map(|(from, to)| (entry.leaf, from, to)))
            .filter(|(_, from, _)| before.is_none_or(|before| *from <= before))
            .collect();
        found.sort_unstable_by_key(|(leaf, _, to)| (std::cmp::Reverse(*to), std::cmp::Reverse(*leaf)));
        found
    }

    /// Version byte, then the frozen shape.
    pub fn encode(&self) -> Vec<u8> {
        let leaves = self
            .leaves
            .iter()
            .map(|entry| LeafEntryV1 {
                leaf: entry.leaf,
                first: entry.first.bytes(),
                days: entry.days,
                live: entry.live,
                deleted: entry.deleted,
            })
            .collect();
        let stored = DirectoryV1 { leaves, lost: self.lost.clone() };
        let mut bytes = vec![VERSION];
        // A list of numbers always encodes; were it ever empty, the next opening would rebuild the directory from its leaves.
        bytes.extend(postcard::to_allocvec(&stored).unwrap_or_default());
        bytes
    }

    /// `None` when the bytes are not a directory of version 1; it is then rebuilt from the leaves.
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        let (VERSION, body) = bytes.split_first().map(|(version, body)| (*version, body))? else { return None };
        let stored: DirectoryV1 = postcard::from_bytes(body).ok()?;
        let mut directory = Self { lost: stored.lost, ..Self::empty() };
        for entry in stored.leaves {
            directory.put(LeafEntry {
                leaf: entry.leaf,
                first: RecordId::from_bytes(entry.first),
                days: entry.days,
                live: entry.live,
                deleted: entry.deleted,
            });
        }
        Some(directory)
    }
}

impl LeafEntry {
    /// A leaf that holds nothing yet.
    pub fn new(leaf: u32, first: RecordId) -> Self {
        Self { leaf, first, days: None, live: 0, deleted: 0 }
    }
}

#[cfg(test)]
mod tests {
    use super::{Directory, LeafEntry, RecordId, SHELF};

    fn id(first: u8) -> RecordId {
        let mut bytes = [0; 16];
        bytes[7] = first;
        RecordId::from_bytes(bytes)
    }

    fn known() -> Directory {
        let mut directory = Directory::empty();
        directory.put(LeafEntry { leaf: 1, first: id(1), days: Some((-5, 70)), live: 256, deleted: 2 });
        directory.put(LeafEntry { leaf: 3, first: id(9), days: None, live: 0, deleted: 1 });
        directory.lost.push(2);
        directory
    }

    /// Written on the first day of version 1; see `head.rs`.
    #[test]
    fn a_directory_of_version_1_is_read_for_ever() {
        let shelf = [[0; 17].as_slice(), &[0, 0, 0]].concat();
        let first = [&[1, 0, 0, 0, 0, 0, 0, 0, 1], [0; 8].as_slice(), &[1, 9, 140, 1, 128, 2, 2]].concat();
        let second = [&[3, 0, 0, 0, 0, 0, 0, 0, 9], [0; 8].as_slice(), &[0, 0, 1]].concat();
        let golden = [&[1, 3][..], &shelf, &first, &second, &[1, 2]].concat();
        assert_eq!(known().encode(), golden);
        assert_eq!(Directory::decode(&golden), Some(known()));
    }

    #[test]
    fn a_record_is_looked_for_in_the_last_leaf_that_begins_before_it() {
        let directory = known();
        assert_eq!(
            [id(0), id(1), id(8), id(9), id(200)].map(|id| directory.leaf_of(id)),
            [Some(SHELF), Some(1), Some(1), Some(3), Some(3)]
        );
        assert_eq!(Directory::empty().leaf_of(id(5)), None);
    }

    #[test]
    fn a_new_leaf_never_takes_the_number_of_a_lost_one() {
        let mut directory = known();
        directory.lost.push(40);
        assert_eq!(directory.free_number(), 41);
    }
}
