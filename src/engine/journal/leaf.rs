//! A leaf: all versions of a few hundred records, sealed as one row.

use sync::{RecordId, RecordState, Versions};

use super::directory::LeafEntry;
use crate::sorted::Sorted;

/// More records than this in the newest leaf, and the rest go into a new one. Small enough that a damaged row costs weeks, not years.
pub(crate) const LEAF_MAX: usize = 256;

/// The records of one leaf, by id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Leaf {
    pub records: Sorted<RecordId, Versions>,
}

/// Why a leaf's bytes are not a leaf.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LeafBytes {
    Newer,
    Broken,
}

impl Leaf {
    /// Adds what is known of a record; what was there before is kept beside it.
    pub fn merge(&mut self, id: RecordId, versions: Versions) {
        match self.records.get_mut(&id) {
            Some(known) => known.merge(versions),
            None => {
                self.records.insert(id, versions);
            }
        }
    }

    /// What the directory remembers of this leaf.
    pub fn summary(&self, leaf: u32, first: RecordId) -> LeafEntry {
        let mut entry = LeafEntry::new(leaf, first);
        for versions in self.records.values() {
            match versions.state() {
                RecordState::Live(body) => {
                    entry.live = entry.live.saturating_add(1);
                    if let Some(at) = position(body) {
                        entry.days = Some(entry.days.map_or((at, at), |(from, to)| (from.min(at), to.max(at))));
                    }
                }
                RecordState::Deleted { .. } => entry.deleted = entry.deleted.saturating_add(1),
                RecordState::Erased => {}
            }
        }
        entry
    }

    /// Cuts off everything over `LEAF_MAX` records into leaves of their own, oldest first. `self` keeps the first part.
    pub fn split(&mut self) -> Vec<Self> {
        let mut rest = Vec::new();
        let mut over = self.records.split_off(LEAF_MAX);
        while over.len() > 0 {
            let next = over.split_off(LEAF_MAX);
            rest.push(Self { records: over });
            over = next;
        }
        rest
    }

    /// The bytes that are sealed.
    pub fn encode(&self) -> Vec<u8> {
        let records: Vec<_> = self.records.iter().map(|(id, versions)| (*id, versions.clone())).collect();
        sync::encode_all(&records)
    }

    /// The way back.
    pub fn decode(bytes: &[u8]) -> Result<Self, LeafBytes> {
        match sync::decode_all(bytes) {
            Ok(records) => Ok(Self { records: Sorted::of(records.into_iter()) }),
            Err(sync::DecodeError::Newer(_)) => Err(LeafBytes::Newer),
            Err(sync::DecodeError::Broken) => Err(LeafBytes::Broken),
        }
    }
}

/// The moment (UTC ms) that a record's body is about; `None` for records without a day and for bytes nobody can read.
pub(crate) fn position(body: &[u8]) -> Option<i64> {
    domain::record::preamble(body).and_then(|preamble| preamble.at_utc_ms)
}
