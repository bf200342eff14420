//! The tail: the newest operations, one sealed row each, and what they add up to.

use storage::Row;
use sync::{RecordId, Stamp, Versions};
use vault::{LocalKey, Purpose};

use crate::sorted::Sorted;

/// One row of the tail, as far as it could be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TailRow {
    /// An operation on `record`.
    Read { record: RecordId, stamp: Stamp },
    /// Damaged, or written by a newer app. Kept as it is, and never packed.
    Unreadable,
}

/// The tail as read from disk, plus what was written since.
#[derive(Debug, Default)]
pub(crate) struct Tail {
    pub rows: Sorted<Vec<u8>, TailRow>,
    /// What the readable rows add up to, per record. A record with older versions in a leaf is only partly here.
    pub records: Sorted<RecordId, Versions>,
}

impl Tail {
    /// Opens every row; a row that cannot be read is remembered as such and blocks nothing.
    pub fn read(key: &LocalKey, rows: Vec<Row>) -> Self {
        let mut tail = Self::default();
        for row in rows {
            let operation = vault::open(key, Purpose::Operation, &row.key, &row.bytes)
                .ok()
                .and_then(|plain| sync::decode(&plain).ok());
            match operation {
                Some(operation) => tail.add(row.key, operation),
                None => {
                    tail.rows.insert(row.key, TailRow::Unreadable);
                }
            }
        }
        tail
    }

    /// Adds one operation under its row's key. Adding it twice changes nothing.
    pub fn add(&mut self, key: Vec<u8>, operation: sync::Operation) {
        let record = operation.record;
        self.rows.insert(key, TailRow::Read { record, stamp: operation.stamp });
        match self.records.get_mut(&record) {
            Some(known) => known.insert(operation),
            None => {
                self.records.insert(record, Versions::of(operation));
            }
        }
    }

    /// The rows that cannot be read, each with the moment (UTC ms) of the readable row written before it.
    pub fn unreadable(&self) -> Vec<(&[u8], i64)> {
        let mut last_ms = 0;
        let mut found = Vec::new();
        for (key, row) in self.rows.iter() {
            match row {
                TailRow::Read { stamp, .. } => last_ms = stamp.clock.utc_ms(),
                TailRow::Unreadable => found.push((key.as_slice(), last_ms)),
            }
        }
        found
    }
}
