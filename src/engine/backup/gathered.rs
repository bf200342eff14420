//! What a backup holds, as records: for who makes readable files of it.

use domain::record::{Read, Record, read_any};
use sync::{RecordId, RecordState, Versions};

/// Records as they stood at one moment, and how many others there were.
#[derive(Default)]
pub struct Gathered {
    /// Every record that was there and can be read, in the order in which it came.
    pub records: Vec<(RecordId, Record)>,
    /// Records that were deleted, and could still be brought back then.
    pub deleted: u64,
    /// Records that are gone for good.
    pub erased: u64,
    /// Records, or rows, that were there and cannot be read: a newer app wrote them, or they are damaged.
    pub unknown: u32,
    last: Option<RecordId>,
}

impl Gathered {
    /// Takes records in. The parts of one that came in several have to come one behind the other: how it stands is in the first, the others are
    /// its history.
    pub fn take(&mut self, records: impl IntoIterator<Item = (RecordId, Versions)>) {
        for (id, versions) in records {
            if self.last.replace(id) != Some(id) {
                self.record(id, versions.state());
            }
        }
    }

    fn record(&mut self, id: RecordId, state: RecordState<'_>) {
        match state {
            RecordState::Live(body) => match read_any(body) {
                Read::Known(record) => self.records.push((id, record)),
                Read::Other(_) | Read::Newer(_) | Read::Unreadable => self.unknown = self.unknown.saturating_add(1),
            },
            RecordState::Deleted { .. } => self.deleted = self.deleted.saturating_add(1),
            RecordState::Erased => self.erased = self.erased.saturating_add(1),
        }
    }
}

/// Says how much, and nothing of what.
impl std::fmt::Debug for Gathered {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Gathered({})", self.records.len())
    }
}
