//! Records of one kind by the days they are about, without opening the leaves of other days.

use std::ops::Range;

use domain::record::Kind;
use storage::StoreError;
use sync::{RecordId, Versions};

use super::directory::SHELF;
use crate::{Clock, Home, Ids, Journal, ReadError};

impl<H: Home, W: Clock + Ids> Journal<H, W> {
    /// The ids of all records of a kind that may be about a range of time (UTC ms), in order, each once. What they are really about their
    /// bodies say.
    ///
    /// # Errors
    /// Only when the home does not answer; what is damaged is left out.
    pub(crate) async fn dated(&self, kind: Kind, range: &Range<i64>) -> Result<Vec<RecordId>, StoreError> {
        let is_wanted = |(id, versions): (&RecordId, &Versions)| (versions.kind() == kind.number()).then_some(*id);
        let (leaves, mut ids) = {
            let inside = self.inside.borrow();
            let overlaps =
                |days: Option<(i64, i64)>| days.is_some_and(|(from, to)| from < range.end && range.start <= to);
            let entries = inside.directory.leaves.iter().filter(|entry| entry.leaf != SHELF && overlaps(entry.days));
            let leaves: Vec<u32> = entries.map(|entry| entry.leaf).collect();
            let ids: Vec<RecordId> = inside.tail.records.iter().filter_map(is_wanted).collect();
            (leaves, ids)
        };
        for leaf in leaves {
            match self.leaf(leaf).await {
                Ok(content) => ids.extend(content.records.iter().filter_map(is_wanted)),
                Err(ReadError::Store(error)) => return Err(error),
                Err(ReadError::Gone | ReadError::Unreadable) => {}
            }
        }
        ids.sort_unstable();
        ids.dedup();
        Ok(ids)
    }
}
